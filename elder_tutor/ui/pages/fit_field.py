"""A field with one circle to touch: where and how long each touch was, in millimetres and milliseconds."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.pages.fit_measure import Touched
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.tolerance import TolerantButton

CIRCLE_MM: Final = 26.0
MEANT_MM: Final = 40.0
"""A touch this far from the centre was not meant for the circle."""
TAKEN_BACK_MM: Final = 60.0
"""A finger that left so far away took its touch back, or it was a palm."""
AGAIN_MS: Final = 1000
"""A second touch so soon, where the one before was, is the same touch once more (the most of DESIGN 7)."""
AGAIN_MM: Final = 20.0
PLACES: Final = (
    (0.5, 0.5), (0.05, 0.05), (0.95, 0.95), (0.9, 0.08), (0.08, 0.92), (0.52, 0.4), (0.8, 0.95), (0.2, 0.05),
)  # fmt: skip
"""Where the circle stands, as parts of the free room from the left and from above; each far from the last."""
FOOT, LEAST = 34.0, 98.0
"""Design pixels: the room for the marks below, and the smallest circle."""


class Circle(TolerantButton):
    """What is to be touched: the field takes the fingers, so that it sees all of each touch."""

    def __init__(self, parent: TouchField) -> None:
        super().__init__("fit-touch.circle", parent)
        self.metrics: Metrics | None = None
        self._key_at: int | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave it to the field."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave it to the field."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it to the field."""
        event.ignore()

    def answer(self, at: int) -> None:
        """Take a key; the same key again before the wait is over is a doubled one."""
        field = self.parentWidget()
        assert isinstance(field, TouchField)
        before, self._key_at = self._key_at, at
        if before is not None and 0 <= at - before < self.repeat_ms:
            field.doubled(at - before)
        else:
            field.keyed()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Note how long the key was held."""
        if not event.isAutoRepeat() and self._key_at is not None:
            field = self.parentWidget()
            assert isinstance(field, TouchField)
            field.held(event.timestamp() - self._key_at)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a saffron disc between ink rings, with the pointing hand on it."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        for colour, inset in (("ink", 0), ("card", m.px(5)), ("ink", m.px(11)), ("saffron", m.px(15))):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(m.q(colour))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        tall = round(self.height() * 0.46)
        hand = icons.icon(
            "line/hand", tall, m.q("on_saffron").name(), "#FFFFFF", dpr=self.devicePixelRatioF()
        )
        wide = hand.width() / self.devicePixelRatioF()
        painter.drawPixmap(round((self.width() - wide) / 2), round((self.height() - tall) / 2), hand)
        painter.end()


class TouchField(QWidget):
    """Ask for one touch after the other; ``counted`` comes with each, ``astray`` with one far away."""

    counted = Signal()
    astray = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fit-touch.field")
        self.metrics: Metrics | None = None
        self.touches: list[Touched] = []
        self.circle = Circle(self)
        self.circle.clicked.connect(self.keyed)
        self._down: tuple[QPoint, int] | None = None
        self._last: tuple[QPoint, int] | None = None

    @property
    def over(self) -> bool:
        """Tell whether every circle was touched."""
        return len(self.touches) >= len(PLACES)

    @property
    def place(self) -> tuple[float, float]:
        """Answer where the circle stands now, as parts from the left and from above."""
        return PLACES[min(len(self.touches), len(PLACES) - 1)]

    def begin(self) -> None:
        """Ask from the beginning."""
        self.touches, self._down, self._last = [], None, None
        self.arrange()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.circle.metrics = metrics
        self.arrange()

    def arrange(self) -> None:
        """Put the circle where it is asked for."""
        if self.metrics is None:
            return
        m = self.metrics
        side, pad = max(m.mm(CIRCLE_MM), m.px(LEAST)), m.px(16)
        room = QRect(pad, pad, self.width() - 2 * pad - side, self.height() - pad - m.px(FOOT) - side)
        across, down = self.place
        left, top = room.left() + room.width() * across, room.top() + max(0, room.height()) * down
        self.circle.setGeometry(round(left), round(top), side, side)
        self.update()

    # --- touches -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a touch anywhere in the field."""
        self._down = (event.position().toPoint(), event.timestamp())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing is ever a double click."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the whole touch: a new one, the last one once more, or one for something else."""
        begun, self._down = self._down, None
        event.accept()
        if begun is None or self.over or self.metrics is None:
            return
        slid = self._mm(begun[0], event.position().toPoint())
        if slid > TAKEN_BACK_MM:
            return
        (place, down), up = begun, event.timestamp()
        off = self._mm(place, self.circle.geometry().center())
        if self._repeats(place, up, off):
            assert self._last is not None
            self.doubled(up - self._last[1])
        elif off > MEANT_MM:
            self.astray.emit()
        else:
            self._last = (place, up)
            self._count(Touched(off, slid, up - down))

    def keyed(self) -> None:
        """Count a key, which has no place."""
        if not self.over:
            self._count(Touched(None))

    def held(self, milliseconds: int) -> None:
        """Note how long the last key was held."""
        if self.touches and self.touches[-1].off_mm is None:
            self.touches[-1] = replace(self.touches[-1], held_ms=milliseconds)

    def doubled(self, milliseconds: int) -> None:
        """Note that the last touch came once more after so long."""
        if self.touches:
            before = self.touches[-1].doubled_ms or 0
            self.touches[-1] = replace(self.touches[-1], doubled_ms=max(before, milliseconds))

    def _repeats(self, place: QPoint, up: int, off: float) -> bool:
        if self._last is None or not 0 <= up - self._last[1] <= AGAIN_MS:
            return False
        back = self._mm(place, self._last[0])
        return back <= AGAIN_MM and back < off

    def _mm(self, one: QPoint, other: QPoint) -> float:
        assert self.metrics is not None
        return hypot(one.x() - other.x(), one.y() - other.y()) / self.metrics.px_per_mm

    def _count(self, touch: Touched) -> None:
        self.touches.append(touch)
        self.arrange()
        self.counted.emit()

    # --- painting ------------------------------------------------------------------------

    def resizeEvent(self, event: object) -> None:
        """Follow the size."""
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and a mark for each circle: those that were touched are full."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, QRectF(self.rect()), m, "card", "line", 28, 3, None)
        each, tall = m.px(30), m.px(14)
        left = (self.width() - each * len(PLACES)) / 2
        for number in range(len(PLACES)):
            at = len(PLACES) - 1 - number if m.rtl else number
            full = at < len(self.touches)
            painter.setPen(QPen(m.q("lagoon" if full else "line"), m.px(3)))
            painter.setBrush(m.q("lagoon" if full else "card"))
            painter.drawEllipse(
                QRectF(left + number * each + (each - tall) / 2, self.height() - m.px(26), tall, tall)
            )
        painter.end()
