"""Turn a long list of rows page by page: letters never shrink to make room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.trainer.turning import NEXT, PREVIOUS
from elder_tutor.ui.widgets.lip_button import Look

ROW_LEAST: Final = 30
"""Design pixels of the lowest row."""


class Pager(QObject):
    """Two buttons that show only where they are needed; ``turned`` asks for the page to be drawn again."""

    turned = Signal()

    def __init__(self, name: str, page: QWidget) -> None:
        super().__init__(page)
        self.before = Press(f"{name}.before", Look.QUIET, "line/chevron", page)
        self.after = Press(f"{name}.after", Look.QUIET, "line/chevron", page)
        self.before.flipped = True
        self.leaf, self.foot = 0, Box(0, 0, 0, 0)
        self.wanted: int | None = None
        """The row that the page to be shown next must hold."""
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    @property
    def buttons(self) -> tuple[Press, Press]:
        """Answer both buttons, in reading order."""
        return self.before, self.after

    def place(
        self, room: Box, count: int, taken: float, shown: Callable[[Phrase], str], m: Metrics,
        always: bool = False,
    ) -> tuple[Box, slice]:  # fmt: skip
        """Answer the room that is left, and which of ``count`` rows stand on the present page.

        ``taken`` window pixels of the room are for something else than rows. With ``always`` the line
        of the buttons is kept free even where they are not needed: ``foot`` is what is left of it.
        """
        for button, words in zip(self.buttons, (PREVIOUS, NEXT), strict=True):
            button.render_words(shown(words))
            button.apply(m)
        kept = self.after.tall() + m.px(14) if always else 0
        several = count > max(1, int((room.height - kept - taken) // m.px(ROW_LEAST)))
        for button in self.buttons:
            button.setVisible(several)
        if several or always:
            room, self.foot = room.cut_bottom(self.after.tall(), m.px(14))
        if not several:
            self.leaf = 0
            return room, slice(0, count)
        foot = self.foot
        for button in (self.after, self.before):
            wide = max(button.natural_width() + m.px(8), m.px(150))
            foot, place = foot.cut_end(wide, max(m.px(14), m.mm(3)))
            put(button, place, m)
        self.foot = foot
        fit = max(1, int((room.height - taken) // m.px(ROW_LEAST)))
        leaves = -(-count // fit)
        each = -(-count // leaves)
        if self.wanted is not None:
            self.leaf, self.wanted = self.wanted // each, None
        self.leaf %= leaves
        return room, slice(self.leaf * each, (self.leaf + 1) * each)

    def hide(self) -> None:
        """Take both buttons away."""
        for button in self.buttons:
            button.hide()

    def _turn(self, by: int) -> None:
        self.leaf += by
        self.turned.emit()
