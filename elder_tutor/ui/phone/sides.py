"""The keys on the side of the frame: louder, quieter, power."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.shell import FRAME, night_page
from elder_tutor.ui.phone.touch import TouchButton

KEYS: Final = ("side.volume_up", "side.volume_down", "side.power")
"""From the top down."""

TALL, FIRST, APART, LOWER = 92, 104, 14, 40
"""Design pixels: a key, the way down to the first, between two, before the power key."""
ROUND: Final = 15.0
ICON: Final = 30
DOWN: Final = 4
"""Design pixels: the outer corners, the drawing on a key, and how far a finger pushes a key in."""

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

METAL: Final = ("#2B363B", "#161D20", "#6B787E", "#0F1519")
DARK_METAL: Final = ("#1B262B", "#3C484D", "#56636A", "#AEB8BC")
"""A key at rest, a pressed one, the light on its rim, its edge."""


class SideKey(TouchButton):
    """A key of metal that stands out of the frame: 13 mm to touch, from the glass outwards (DESIGN 7)."""

    radius = ROUND

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the part that stands out, and its drawing."""
        line = kit.metrics.unit * 2
        inner = box.adjusted(kit.px(FRAME) - line / 2, line, -line, -line)
        if self.isDown():
            inner.setRight(inner.right() - kit.px(DOWN))
        rest, pressed, rim, edge = DARK_METAL if night_page(kit) else METAL
        tab = _tab(inner, kit.px(ROUND))
        painter.fillPath(tab, kit.q(pressed if self.isDown() else rest))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(kit.q(rim), line * 2.5))
        painter.setClipPath(tab)
        painter.drawPath(tab.translated(-line, 0))
        painter.setClipping(False)
        painter.setPen(QPen(kit.q(edge), line))
        painter.drawPath(tab)
        side = min(kit.px(ICON), round(inner.width() - kit.px(6)))
        icon = kit.icon(_ICONS[self.objectName()], side, "#FFFFFF", "#56636A")
        paint.centred(painter, icon, inner, kit)


def _tab(box: QRectF, radius: float) -> QPainterPath:
    """Answer a shape that is round at its right and square where the frame holds it."""
    path = QPainterPath(box.topLeft())
    path.lineTo(box.right() - radius, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + radius))
    path.lineTo(box.right(), box.bottom() - radius)
    path.quadTo(box.bottomRight(), QPointF(box.right() - radius, box.bottom()))
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path


class SideKeys(QWidget):
    """The right edge of the phone, as on a real one: what is touched there is 13 mm wide."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: dict[str, SideKey] = {}
        for name in KEYS:
            key = self.keys[name] = SideKey(self)
            key.setObjectName(name)
            key.tapped.connect(lambda name=name: self.acted.emit(Action(Do.TAP, name)))
        self._there: tuple[str, ...] = ()
        self._free = 0
        """How far down no tray lies over the keys."""

    @property
    def shown(self) -> tuple[str, ...]:
        """Answer the keys that can be touched now."""
        return tuple(name for name in self._there if self.keys[name].geometry().bottom() < self._free)

    def render_keys(self, sides: tuple[str, ...], kit: Kit) -> None:
        """Show the keys that are there."""
        self._there = tuple(name for name in KEYS if name in sides)
        top = kit.px(FIRST)
        for name, key in self.keys.items():
            key.dress(kit)
            key.call(kit.plain(_NAMES[name]))
            top += kit.px(LOWER - APART) if name == "side.power" else 0
            key.setGeometry(0, top, self.width(), kit.px(TALL))
            top += kit.px(TALL + APART)
        self._free = self._free or self.height()
        self._show()

    def cover(self, height: int) -> None:
        """Put away the keys of which something lies below the lowest window pixels, which a tray covers."""
        self._free = self.height() - height
        self._show()

    def _show(self) -> None:
        for name, key in self.keys.items():
            key.setVisible(name in self.shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the frame to the phone."""


def any_key(sides: tuple[str, ...]) -> bool:
    """Tell whether the frame has a key."""
    return any(name in sides for name in KEYS)
