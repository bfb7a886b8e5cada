"""The lessons as big buttons, three at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.heads import LessonHead
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.widgets.lip_button import Look

MORE_LESSONS: Final = phrase("More lessons")
LESSONS_SHOWN: Final = 3


class Chooser(QObject):
    """Buttons on a page; ``chosen`` carries a lesson's id, ``turned`` asks for the page to be drawn again."""

    chosen = Signal(str)
    turned = Signal()

    def __init__(self, name: str, page: QWidget) -> None:
        super().__init__(page)
        self.buttons = [Press(f"{name}.choose.{n}", parent=page) for n in range(LESSONS_SHOWN)]
        self.more = Press(f"{name}.more", Look.QUIET, "line/more", page)
        self.first = 0
        self._heads: Sequence[LessonHead] = ()
        self._present = ""
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._choose, number))
        self.more.clicked.connect(self._turn)

    def place(
        self, room: Box, heads: Sequence[LessonHead], present: str, wording: Wording, m: Metrics
    ) -> Box:
        """Place the buttons at the top of a room; answer what is left below.

        The present lesson is among those that show when it has just become the present one.
        """
        self._heads = heads
        if present != self._present:
            self._present = present
            at = next((place for place, head in enumerate(heads) if head.id == present), 0)
            self.first = at // LESSONS_SHOWN * LESSONS_SHOWN
        boxes, last = self._boxes(room, wording, m)
        shown, tall = self._shown(), self.more.tall()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(shown))
            if number < len(shown):
                button.render_words(wording.shown(shown[number].title))
                button.set_chosen(shown[number].id == present)
                button.apply(m)
                tall = max(tall, button.needed(round(boxes[number].width)))
        line, rest = room.cut_top(tall, m.px(14))
        for button, box in zip(self.buttons, boxes, strict=False):
            put(button, Box(box.lead, line.top, box.width, tall), m)
        put(self.more, Box(last.lead, line.top, last.width, tall), m)
        return rest

    def _boxes(self, room: Box, wording: Wording, m: Metrics) -> tuple[list[Box], Box]:
        several = len(self._heads) > LESSONS_SHOWN
        self.more.setVisible(several)
        self.more.render_words(wording.shown(MORE_LESSONS))
        self.more.apply(m)
        row = Box(room.lead, 0, room.width, 1)
        last = Box(row.end, 0, 0, 1)
        if several:
            row, last = row.cut_end(self.more.natural_width(), m.mm(3))
        return row.columns(max(1, len(self._shown())), m.mm(3)), last

    def _shown(self) -> Sequence[LessonHead]:
        return self._heads[self.first : self.first + LESSONS_SHOWN]

    def _choose(self, at: int) -> None:
        shown = self._shown()
        if at < len(shown):
            # it stands where it was touched
            self._present = shown[at].id
            self.chosen.emit(shown[at].id)

    def _turn(self) -> None:
        self.first += LESSONS_SHOWN
        if self.first >= len(self._heads):
            self.first = 0
        self.turned.emit()
