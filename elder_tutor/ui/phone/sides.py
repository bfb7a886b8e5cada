"""The keys on the side of the frame: louder, quieter, power."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.touch import TouchButton

KEYS: Final = ("side.volume_up", "side.volume_down", "side.power")
"""From the top down."""

TALL, FIRST, APART, LOWER = 104, 96, 14, 46
"""Design pixels: a key, the way down to the first, between two, before the power key."""

_NAMES: Final[dict[str, Phrase]] = {
    "side.volume_up": sayings.VOLUME_UP,
    "side.volume_down": sayings.VOLUME_DOWN,
    "side.power": sayings.POWER,
}
_ICONS: Final = {
    "side.volume_up": "line/louder",
    "side.volume_down": "line/lower",
    "side.power": "line/power",
}


class SideKey(TouchButton):
    """A key of metal. It is as wide as the frame allows; a touch 4 mm beside it counts (DESIGN 7)."""

    radius = 10.0

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the key and its drawing."""
        down = self.isDown()
        inner = box.adjusted(kit.px(1), kit.px(1), -kit.px(3 if not down else 5), -kit.px(1))
        painter.setPen(QPen(kit.q("#0F1519"), kit.px(2)))
        painter.setBrush(kit.q("#8D999E" if down else "#C5CDD0"))
        painter.drawRoundedRect(inner, kit.px(10), kit.px(10))
        side = round(inner.width() - kit.px(3))
        paint.centred(painter, kit.icon(_ICONS[self.objectName()], side, "#14262E", "#EDF0F1"), inner, kit)


class SideKeys(QWidget):
    """The right edge of the phone, as on a real one."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, SideKey] = {}
        for name in KEYS:
            key = self.keys[name] = SideKey(self)
            key.setObjectName(name)
            key.tapped.connect(lambda name=name: self.acted.emit(Action(Do.TAP, name)))
        self.shown: tuple[str, ...] = ()

    def render_keys(self, sides: tuple[str, ...], kit: Kit) -> None:
        """Show the keys that are there."""
        self.shown = tuple(name for name in KEYS if name in sides)
        top = kit.px(FIRST)
        for name, key in self.keys.items():
            key.setVisible(name in self.shown)
            key.dress(kit)
            key.call(kit.plain(_NAMES[name]))
            top += kit.px(LOWER - APART) if name == "side.power" else 0
            key.setGeometry(0, top, self.width(), kit.px(TALL))
            top += kit.px(TALL + APART)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the frame to the phone."""


def any_key(sides: tuple[str, ...]) -> bool:
    """Tell whether the frame has a key."""
    return any(name in sides for name in KEYS)
