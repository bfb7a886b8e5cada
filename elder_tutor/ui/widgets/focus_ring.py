"""The ring around what the keyboard would press: painted above the page, never removed (TOKENS 4)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.tolerance import TolerantButton, distance, targets

WIDE: Final = ((4.0, "page"), (5.0, "ink"), (4.0, "saffron"))
NARROW: Final = ((2.4, "page"), (4.0, "ink"), (2.0, "saffron"))
"""Gap, ink, saffron from the button outwards; narrow where a neighbour is nearer than 20 px."""


class FocusRing(QWidget):
    """Follow the focus of a window's widgets; it shows once the keyboard has moved it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.metrics: Metrics | None = None
        self.around: QWidget | None = None

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def watch(self) -> None:
        """Follow the application's focus from now on."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.follow)

    def follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Ring a button that the keyboard reached; a touch elsewhere takes the ring away."""
        if isinstance(now, TolerantButton) and now.window() is not self.window():
            return
        shows = isinstance(now, TolerantButton) and now.by_keys
        self.around = now if shows else None
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three rings outside of the widget."""
        around = self.around
        if self.metrics is None or around is None or not around.isVisible():
            return
        m = self.metrics
        box = QRect(around.mapTo(self.window(), QPoint(0, 0)), around.size())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        out, radius = 0.0, m.px(getattr(around, "radius", 14))
        for width, colour in NARROW if self._crowded(around, box) else WIDE:
            wide = m.px(width)
            grown = QRectF(box).adjusted(-out - wide / 2, -out - wide / 2, out + wide / 2, out + wide / 2)
            painter.setPen(QPen(m.q(colour), wide))
            painter.drawRoundedRect(grown, radius + out, radius + out)
            out += wide
        painter.end()

    def _crowded(self, around: QWidget, box: QRect) -> bool:
        assert self.metrics is not None
        near = self.metrics.px(20)
        for other in targets(self.window()):
            if other is not around:
                place = QRect(other.mapTo(self.window(), QPoint(0, 0)), other.size())
                if gap(place, box) < near:
                    return True
        return False


def gap(one: QRect, other: QRect) -> float:
    """Answer the free space between two areas in window pixels."""
    across = max(one.left() - other.right(), other.left() - one.right(), 0)
    down = max(one.top() - other.bottom(), other.top() - one.bottom(), 0)
    return float(max(across, down)) if not (across and down) else distance(one, other.center())
