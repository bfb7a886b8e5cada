"""How series are told apart: by pattern and edge first, by colour after (TOKENS 1, 9)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from elder_tutor.ui.theme import Metrics


class Ink(StrEnum):
    """What a bar is filled with."""

    FULL = "full"  # lagoon
    ALARM = "alarm"  # pomegranate
    HATCHED = "hatched"  # slanting lines on white
    DOTTED = "dotted"  # dots on a quiet fill
    BLANK = "blank"  # white with an edge


RADIUS: Final = 7
EDGE: Final = 2.0
"""Design pixels."""
BEFORE_AFTER: Final = (Ink.HATCHED, Ink.FULL)
STACK: Final = (Ink.HATCHED, Ink.DOTTED, Ink.FULL)


def paint_ink(painter: QPainter, box: QRectF, ink: Ink, m: Metrics) -> None:
    """Paint a bar."""
    if box.width() < 1 or box.height() < 1:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = m.px(EDGE) / 2
    inside = box.adjusted(edge, edge, -edge, -edge)
    radius = min(float(m.px(RADIUS)), box.width() / 2, box.height() / 2)
    colour = m.q("pomegranate" if ink is Ink.ALARM else "lagoon")
    painter.setPen(QPen(colour, m.px(EDGE)))
    fill = {Ink.FULL: "lagoon", Ink.ALARM: "pomegranate", Ink.DOTTED: "lagoon_tint"}.get(ink, "card")
    painter.setBrush(QBrush(m.q(fill)))
    painter.drawRoundedRect(inside, radius, radius)
    path = QPainterPath()
    path.addRoundedRect(inside, radius, radius)
    painter.setClipPath(path)
    if ink is Ink.HATCHED:
        _hatch(painter, inside, m)
    elif ink is Ink.DOTTED:
        _dots(painter, inside, m)
    painter.restore()


def _hatch(painter: QPainter, box: QRectF, m: Metrics) -> None:
    painter.setPen(QPen(m.q("lagoon"), m.px(2.4)))
    step, at = m.px(11), box.left() - box.height()
    while at < box.right():
        painter.drawLine(QLineF(at, box.bottom(), at + box.height(), box.top()))
        at += step


def _dots(painter: QPainter, box: QRectF, m: Metrics) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(m.q("lagoon")))
    step, size = m.px(12), m.px(2.2)
    down, odd = box.top() + step / 2, False
    while down < box.bottom():
        across = box.left() + (step if odd else step / 2)
        while across < box.right():
            painter.drawEllipse(QPointF(across, down), size, size)
            across += step
        down, odd = down + step * 0.75, not odd
