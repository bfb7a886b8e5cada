"""Small marks of the phone: page dots, arrows, a count of what is unread."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit

MANY = 9


def paint_dots(painter: QPainter, row: QRectF, kit: Kit, count: int, at: int) -> None:
    """Paint page dots in the middle of a row, in reading order."""
    if count > 12:
        return
    side, long, gap = kit.px(14), kit.px(34), kit.px(12)
    total = side * (count - 1) + long + gap * (count - 1)
    run = QRectF(row.center().x() - total / 2, row.center().y() - side / 2, total, side)
    for number in range(count):
        part, run = paint.take(run, long if number == at else side, kit, gap)
        if number == at:
            paint.face(painter, part, kit.q("ink"), None, 0, side / 2)
        else:
            paint.face(painter, part, kit.q("card"), kit.q("ink"), kit.px(3), side / 2)


def paint_arrow(painter: QPainter, box: QRectF, kit: Kit, colour: str, down: bool) -> None:
    """Paint an arrow up or down that fills a square box."""
    low, high = (0.68, 0.34) if down else (0.32, 0.66)
    paint.stroke(painter, box, ((0.18, high), (0.5, low), (0.82, high)), kit.q(colour), kit.px(5))


def paint_unread(painter: QPainter, centre: QPointF, kit: Kit, count: int) -> None:
    """Paint how much is unread on a red disc with a white edge; more than nine as «9+»."""
    words = kit.wording.number(min(count, MANY)) + ("+" if count > MANY else "")
    high = kit.px(38)
    wide = high if len(words) == 1 else kit.px(52)
    box = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
    painter.setPen(QPen(kit.q("#FFFFFF"), kit.px(3)))
    painter.setBrush(kit.q("refuse" if kit.dark else "pomegranate"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    paint.spaced_digits(painter, words, box, kit, "#FFFFFF", kit.px(24))
