"""The status bar: time, the badge that never goes out, what the phone's radios and battery are at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, StatusView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import FLOOR, Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.touch import TouchButton

SHADE: Final = "side.shade"
RADIO: Final = 26
"""Design pixels of a drawing."""
LOW: Final = 20
"""Per cent of a battery that is nearly empty."""


class Badge(Label):
    """«تطبيق تدريبي» on saffron: this is practice, whatever the screen shows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and its words."""
        if self.kit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, half = QRectF(self.rect()), self.kit.px(20)
        pill = QRectF(box.left(), box.center().y() - half, box.width(), 2 * half)
        paint.face(painter, pill, self.kit.q("saffron"), None, 0, half)
        paint.words(
            painter,
            self.text(),
            box,
            self.kit,
            "status",
            "on_saffron",
            True,
            paint.CENTRE,
            px=self.kit.px(FLOOR),
        )
        painter.end()


class Handle(TouchButton):
    """The bar as a touch: a tap, or a push downwards, opens the notices. A short line says so."""

    radius = 24.0

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the line to pull at."""
        if self.isDown():
            paint.face(
                painter, box, kit.q("lagoon_tint" if not kit.dark else "nav_pill"), None, 0, kit.px(24)
            )
        wide = kit.px(84)
        line = QRectF(box.center().x() - wide / 2, box.bottom() - kit.px(5), wide, kit.px(4))
        paint.face(painter, line, kit.q("ink2"), None, 0, kit.px(2))


class StatusBar(QWidget):
    """Clock at the leading side, the badge in the middle, battery and radios at the trailing end."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handle = Handle(self)
        self.handle.setObjectName(SHADE)
        self.handle.tapped.connect(lambda: self.acted.emit(Action(Do.TAP, SHADE)))
        self.handle.swiped.connect(lambda: self.acted.emit(Action(Do.SWIPE, SHADE)))
        self.clock, self.badge = Label(self), Badge(self)
        self.clock.bold, self.clock.role = True, "status"
        self.clock.down, self.clock.across = paint.MIDDLE, paint.CENTRE
        self.clock.setObjectName("status.clock")
        self.badge.setObjectName("status.badge")
        for label in (self.clock, self.badge):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.kit: Kit | None = None
        self.status: StatusView | None = None

    def render_bar(self, clock: str, kit: Kit, status: StatusView | None = None, shade: bool = False) -> None:
        """Show the time and what the phone is at; ``shade`` makes the bar a touch."""
        self.kit, self.status = kit, status
        self.clock.say(clock, kit)
        self.badge.say(kit.shown(sayings.PRACTICE), kit)
        self.handle.setVisible(shade)
        self.handle.dress(kit)
        self.handle.can_swipe("down" if shade else "")
        about = " · ".join(kit.plain(said) for said in told(status))
        self.handle.call(kit.plain(sayings.SHADE), about)
        self.setAccessibleName(about)
        self.place()
        self.update()
        self.handle.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        self.place()

    def place(self) -> None:
        """Stand clock and badge."""
        if self.kit is None:
            return
        kit, box = self.kit, QRectF(self.rect())
        self.handle.setGeometry(self.rect())
        inner = box.adjusted(kit.px(22), 0, -kit.px(22), 0)
        wide = kit.width(self.clock.text(), "status", True) + 4
        part, _ = paint.take(inner, wide, kit)
        self.clock.setGeometry(part.toRect())
        words = kit.width(self.badge.text(), "status", True, kit.px(FLOOR)) + kit.px(30)
        lift = kit.px(6) if self.handle.isVisibleTo(self) else 0
        spot = QRectF(box.center().x() - words / 2, box.top(), words, box.height() - lift)
        self.badge.setGeometry(spot.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint battery and radios."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lift = kit.px(6) if self.handle.isVisibleTo(self) else 0
        inner = QRectF(self.rect()).adjusted(kit.px(24), 0, -kit.px(24), -lift)
        status = self.status or StatusView()
        if status.silent:
            _, beside = paint.take(inner, self.clock.width(), kit, kit.px(4))
            spot, _ = paint.take(beside, kit.px(RADIO), kit)
            paint.centred(painter, kit.icon("line/silent", kit.px(RADIO), "ink", "screen"), spot, kit)
        part, inner = paint.take_end(inner, kit.px(34), kit, kit.px(5))
        paint_battery(painter, part, kit, status.battery)
        for name, off in self.drawn():
            part, inner = paint.take_end(inner, kit.px(RADIO), kit, kit.px(4))
            paint.centred(painter, kit.icon(name, kit.px(RADIO), "ink", "screen"), part, kit)
            if off:
                side = kit.px(24)
                spot = QRectF(part.center().x() - side / 2, part.center().y() - side / 2, side, side)
                paint.stroke(painter, spot, ((0.1, 0.1), (0.9, 0.9)), kit.q("screen"), kit.px(8))
                paint.stroke(painter, spot, ((0.1, 0.1), (0.9, 0.9)), kit.q("ink"), kit.px(3.5))
        painter.end()

    def drawn(self) -> list[tuple[str, bool]]:
        """Answer the drawings of the radios from the trailing end on, and which are struck through.

        In a narrow phone the badge has the room of a network that is there; one that is away is told.
        """
        radios = self._radios(self.status or StatusView())
        if self.kit is None or radios[-1] != ("line/signal", False):
            return radios
        free = (self.width() - self.badge.width()) / 2
        needed = self.kit.px(24 + 34 + 5) + len(radios) * self.kit.px(RADIO + 4)
        return radios if needed <= free else radios[:-1]

    def _radios(self, status: StatusView) -> list[tuple[str, bool]]:
        """Answer drawings from the trailing end on, and which are struck through."""
        radios = [("line/wifi", not status.wifi)]
        if status.airplane:
            radios.append(("line/airplane", False))
        elif self.status is not None:
            radios.append(("line/signal", not status.network))
        return radios


def told(status: StatusView | None) -> list[Phrase]:
    """Answer in words what the drawings of the bar say."""
    if status is None:
        return []
    said = [sayings.WIFI if status.wifi else sayings.NO_WIFI]
    if not status.network and not status.airplane:
        said.append(sayings.NO_NETWORK)
    if status.airplane:
        said.append(sayings.AIRPLANE)
    if status.silent:
        said.append(sayings.SILENT)
    if status.battery is not None and status.battery <= LOW:
        said.append(sayings.LOW_BATTERY)
    return said


def paint_battery(painter: QPainter, box: QRectF, kit: Kit, level: int | None) -> None:
    """Paint a battery and what is in it, in per cent; nearly empty ones are red and short."""
    full = 80 if level is None else max(0, min(100, level))
    wide, high = kit.px(30), kit.px(18)
    shell = QRectF(box.center().x() - wide / 2 - kit.px(2), box.center().y() - high / 2, wide, high)
    low = full <= LOW
    paint.face(painter, shell, kit.q("screen"), kit.q("ink"), kit.px(3), kit.px(5))
    painter.setPen(QPen(kit.q("ink"), kit.px(3)))
    end = shell.right() + kit.px(3)
    painter.drawLine(
        QPointF(end, shell.center().y() - kit.px(3)), QPointF(end, shell.center().y() + kit.px(3))
    )
    inner = shell.adjusted(kit.px(5), kit.px(5), -kit.px(5), -kit.px(5))
    inner.setWidth(max(float(kit.px(3)), inner.width() * full / 100))
    painter.fillRect(inner, kit.q("refuse" if low else "ink"))
