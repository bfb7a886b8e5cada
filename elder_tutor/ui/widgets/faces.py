"""Three faces to answer how sure one feels: optional, one touch, in words as well as drawn."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.textflow import widest_word
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

QUESTION: Final = phrase("Can you do it by yourself?")
THANKS: Final = phrase("Thank you.")
FACES: Final[tuple[tuple[int, str, Phrase], ...]] = (
    (3, "line/face-sure", phrase("Yes")),
    (2, "line/face-maybe", phrase("Maybe")),
    (1, "line/face-unsure", phrase("Not yet")),
)
"""Face, drawing and word, the surest first."""
GAP: Final = 14


class Faces(QWidget):
    """Ask, then thank; ``chosen`` carries the face, 1 (unsure) to 3 (sure)."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.face: int | None = None
        self.thanking = False
        """«Thank you» is being said: no word of the page's other sentences is marked."""
        self.words = Words(f"{name}.question", "label", True, parent=self)
        self.words.spacing = 1.25
        self.buttons = {
            face: LipButton(f"{name}.{face}", Look.SECONDARY, glyph, parent=self) for face, glyph, _ in FACES
        }
        for face, button in self.buttons.items():
            button.icon_size = 44
            button.clicked.connect(lambda checked=False, which=face: self.chosen.emit(which))

    def render_face(self, face: int | None, wording: Wording, metrics: Metrics) -> None:
        """Ask (0), show the answer (1 to 3), or be away (None)."""
        self.metrics, self.face, self.thanking = metrics, face, False
        self.words.render_words(wording.shown(THANKS if face else QUESTION))
        self.words.apply(metrics)
        for which, _, said in FACES:
            button = self.buttons[which]
            button.gap, button.pad = (10, 14) if metrics.step < 3 else (8, 8)
            button.render_words(wording.shown(said))
            button.set_chosen(which == face)
            button.setVisible(face == 0 or which == face)
            button.apply(metrics)

    @property
    def asking(self) -> bool:
        """Tell whether the question stands there."""
        return self.isVisible() and self.face == 0

    def needed(self, width: float) -> int:
        """Answer the height in window pixels; it stays the same when the answer is given."""
        beside = self._beside(width)
        if beside is not None:
            return ceil(max(self._tall(), self.words.needed(beside)))
        return ceil(self.words.needed(width) + self._m.px(8) + self._tall())

    def place(self) -> None:
        """Place question and faces: beside one another, or the question above where it is narrow."""
        m, room = self._m, Box(0, 0, self.width(), self.height())
        beside = self._beside(room.width)
        if beside is None:
            above, room = room.cut_top(self.words.needed(room.width), m.px(8))
            put(self.words, above, m)
            widths = [float(button.natural_width()) for button in self.buttons.values()]
            cells = dict(zip(self.buttons.values(), room.shares(widths, m.px(GAP)), strict=True))
            for button in self.shown():
                put(button, cells[button], m)
            return
        words, room = room.cut_lead(beside, m.px(GAP))
        put(self.words, words, m)
        for button in self.shown():
            cell, room = room.cut_lead(button.natural_width(), m.px(GAP))
            put(button, cell, m)

    def shown(self) -> list[LipButton]:
        """Answer the buttons that stand there, the surest first."""
        return [button for button in self.buttons.values() if not button.isHidden()]

    def resizeEvent(self, event: object) -> None:
        """Place everything in the new size."""
        if self.metrics is not None:
            self.place()

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None
        return self.metrics

    def _tall(self) -> int:
        return max(
            self._m.mm(16), *(button.needed(button.natural_width()) for button in self.buttons.values())
        )

    def _beside(self, width: float) -> float | None:
        """Answer the width of the question beside the faces; None where it must stand above them."""
        m = self._m
        taken = sum(button.natural_width() + m.px(GAP) for button in self.buttons.values())
        free = width - taken
        least = max(widest_word(self.words.text(), self.words.text_font()), m.px(120))
        return free if free >= least and self.words.needed(free) <= 1.4 * self._tall() else None
