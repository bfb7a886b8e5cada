"""One key of the tray: its lip, face, letter or word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.device import keyboard
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.keys import DELETE, DONE, LAYER, MIC, SHIFT, SPACE, Key
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.touch import TouchButton

LETTER: Final = (42, 44, 47, 50)
LIP: Final = 6
"""Design pixels (TOKENS 5); letters by size step."""

ICON, AIR = 1.15, 0.32
"""An icon beside a word and the gap between, in em."""

FLOOR_MM: Final = 7.0
"""No word of the tray is smaller on the real screen."""

_ICONS: Final = {
    DELETE: "line/delete",
    MIC: "line/mic",
    SHIFT: "line/arrowup",
    f"{LAYER}ar": "line/globe",
    f"{LAYER}en": "line/globe",
}


class KeyButton(TouchButton):
    """One key. Letters are white, helpers sand, done is filled; the key to press now is saffron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.key: Key | None = None
        self.lit = False
        self.quiet = False
        """Done is a helper among others: the page has a filled button for it."""

    def show_key(self, key: Key, words: str, lit: bool) -> None:
        """Take what stands on the key."""
        if (key, words, lit) != (self.key, self.text(), self.lit):
            self.key, self.lit = key, lit
            self.setText(words)
            self.update()

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint lip, face, icon, word."""
        fill, edge, lip, colour = self._colours()
        radius, low = kit.px(16), kit.px(2 if self.isDown() else LIP)
        sunk = kit.px(LIP) - low
        paint.face(painter, box.adjusted(0, sunk, 0, 0), kit.q(lip), None, 0, radius)
        front = box.adjusted(0, sunk, 0, -low)
        paint.face(painter, front, kit.q(fill), kit.q(edge), kit.px(2.5), radius)
        name = self.key.name if self.key else ""
        icon = _ICONS.get(name, "")
        if icon:
            self._paint_icon(painter, front, kit, icon, colour, fill)
        elif self.key is not None and self.key.letter.isdigit():
            paint.spaced_digits(painter, self.text(), front, kit, colour, self._letter(front, kit))
        else:
            letter = self.key is not None and bool(self.key.letter.strip())
            size = self._letter(front, kit) if letter else self._size(front.width() - kit.px(12), kit, 0)
            paint.words(painter, self.text(), front, kit, "label", colour, True, paint.CENTRE, px=size)

    def _paint_icon(
        self, painter: QPainter, front: QRectF, kit: Kit, icon: str, colour: str, fill: str
    ) -> None:
        room = front.width() - kit.px(14)
        size = self._size(room, kit, ICON + AIR)
        stacked = min(self._size(room, kit, 0), int(front.height() / (ICON + 1.3)))
        if stacked > size:
            self._paint_stacked(painter, front, kit, icon, colour, fill, stacked)
            return
        side, gap = round(size * ICON), round(size * AIR)
        wide = kit.width(self.text(), "label", True, size)
        left = front.center().x() - (side + gap + wide) / 2
        run = QRectF(left, front.top(), side + gap + wide, front.height())
        part, rest = paint.take(run, side, kit, gap)
        paint.centred(painter, kit.icon(icon, side, colour, fill), part, kit)
        rest = rest.adjusted(-2, 0, 2, 0)
        paint.words(painter, self.text(), rest, kit, "label", colour, True, paint.CENTRE, px=size)

    def _paint_stacked(
        self, painter: QPainter, front: QRectF, kit: Kit, icon: str, colour: str, fill: str, size: int
    ) -> None:
        """Stand the icon above the word where a key is too narrow for both."""
        side, word = round(size * ICON), size * 1.25
        top = front.center().y() - (side + word) / 2
        area = QRectF(front.left(), top, front.width(), side)
        paint.centred(painter, kit.icon(icon, side, colour, fill), area, kit)
        low = QRectF(front.left(), area.bottom(), front.width(), word)
        paint.words(painter, self.text(), low, kit, "label", colour, True, paint.CENTRE, px=size)

    def _letter(self, front: QRectF, kit: Kit) -> int:
        return min(kit.px(LETTER[kit.metrics.step - 1]), round(front.width() * 0.64))

    def _size(self, width: float, kit: Kit, beside: float) -> int:
        """Answer the size at which the word and its icon fit, never below the floor on the real screen."""
        size, floor = kit.size("label"), min(kit.px(28), kit.metrics.mm(FLOOR_MM))
        while size > floor and kit.width(self.text(), "label", True, size) + beside * size > width:
            size -= 1
        return size

    def _colours(self) -> tuple[str, str, str, str]:
        name = self.key.name if self.key else ""
        if self.lit:
            return "saffron", "#14262E", "#14262E", "on_saffron"
        if name == DONE and not self.quiet:
            return ("lagoon_deep" if self.isDown() else "lagoon"), "lagoon_deep", "lagoon_deep", "on_lagoon"
        if name == SHIFT and self.isChecked():
            return "saffron_tint", "ink", "ink", "ink"
        if name in (DELETE, DONE, MIC, SHIFT) or name.startswith(LAYER):
            return ("card" if self.isDown() else "sand"), "line", "line", "ink"
        if self.key is not None and self.key.letter in keyboard.ALEF_FORMS:
            return "saffron_tint", "ink", "ink", "ink"
        return (
            ("lagoon_tint" if self.isDown() else "card"),
            "line",
            "line",
            "ink2" if name == SPACE else "ink",
        )
