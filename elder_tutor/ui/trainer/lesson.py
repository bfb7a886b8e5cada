"""One lesson: which step stops whom."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.tables import Funnel
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.lesson_notes import Advice, Key
from elder_tutor.ui.trainer.lesson_parts import FunnelCard, HardStep
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Which step stops learners?")
MORE_LESSONS: Final = phrase("More lessons")
PASSED: Final = phrase("Went on")
STOPPED: Final = phrase("Stopped")
LESSONS_SHOWN: Final = 3
ASIDE: Final = 400
MISTAKES_SHOWN: Final = 3


class LessonPage(DeskPage):
    """Show the funnel of a lesson; the lessons are big buttons above it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("trainer.lesson", desk, parent)
        self.lesson = ""
        self.first = 0
        self.funnel: Funnel | None = None
        self.buttons = [Press(f"trainer.lesson.choose.{n}", parent=self) for n in range(LESSONS_SHOWN)]
        self.more = Press("trainer.lesson.more", Look.QUIET, "line/more", self)
        self.card = FunnelCard("trainer.lesson.funnel", self)
        self.hard = HardStep("trainer.lesson.hard", self)
        self.advice = Advice("trainer.lesson.advice", self)
        self.keys = [
            Key("trainer.lesson.key.passed", False, self),
            Key("trainer.lesson.key.stopped", True, self),
        ]
        self.cards = [self.card, self.hard, self.advice]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda checked=False, at=number: self._choose(at))
        self.more.clicked.connect(self._turn)

    def show_lesson(self, lesson_id: str) -> None:
        """Show this lesson."""
        self.lesson, self.funnel = lesson_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read the funnel anew."""
        heads = self.desk.open_heads()
        head = next((one for one in heads if one.id == self.lesson), heads[0] if heads else None)
        if head is None:
            return
        self.lesson = head.id
        funnel = self.desk.funnel(head)
        if funnel != self.funnel:
            self.funnel = funnel
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.m, self.wording
        if self.funnel is None or w is None:
            return
        room = self.place_head(self.room(), self.shown(TITLE), [])
        room = self._place_lessons(room)
        if m.portrait:
            main, aside = room.cut_bottom(m.px(430), m.px(20))
        else:
            main, aside = room.cut_end(m.px(ASIDE), m.px(20))
        self.card.render_funnel(self.funnel, w, m)
        put(self.card, main, m)
        self._place_aside(aside)
        self.order([*self.buttons, self.more])

    def _shown(self) -> tuple[LessonHead, ...]:
        return self.desk.open_heads()[self.first : self.first + LESSONS_SHOWN]

    def _place_lessons(self, room: Box) -> Box:
        m, heads = self.m, self._shown()
        more = len(self.desk.open_heads()) > LESSONS_SHOWN
        self.more.setVisible(more)
        self.more.render_words(self.shown(MORE_LESSONS))
        self.more.apply(m)
        row = Box(room.lead, 0, room.width, 1)
        if more:
            row, last = row.cut_end(self.more.natural_width(), m.mm(3))
        boxes = row.columns(max(1, len(heads)), m.mm(3))
        tall = self.more.tall()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(heads))
            if number < len(heads):
                button.render_words(self.shown(heads[number].title))
                button.set_chosen(heads[number].id == self.lesson)
                button.apply(m)
                tall = max(tall, button.needed(round(boxes[number].width)))
        line, rest = room.cut_top(tall, m.px(14))
        for button, box in zip(self.buttons, boxes, strict=False):
            put(button, Box(box.lead, line.top, box.width, tall), m)
        if more:
            put(self.more, Box(last.lead, line.top, last.width, tall), m)
        return rest

    def _place_aside(self, room: Box) -> None:
        m, w, funnel = self.m, self.wording, self.funnel
        if w is None or funnel is None:
            return
        hardest = funnel.hardest
        mistakes: list[tuple[Phrase, int]] = []
        if hardest is not None:
            mistakes = [
                (self.desk.mistake(funnel.lesson.id, one.mistake), one.times)
                for one in hardest.mistakes[:MISTAKES_SHOWN]
            ]
        room, foot = room.cut_bottom(m.px(44), m.px(12))
        self.hard.render_row(hardest, mistakes, w, m)
        self.advice.render_row(hardest, w, m)
        upper, rest = room.cut_top(min(self.hard.needed(room.width), room.height), m.px(18))
        put(self.hard, upper, m)
        high = self.advice.needed(room.width)
        self.advice.setVisible(hardest is not None and high <= rest.height)
        put(self.advice, rest.cut_top(high)[0], m)
        for key, words, box in zip(self.keys, (PASSED, STOPPED), foot.columns(2, m.px(10)), strict=True):
            key.tell(self.shown(words))
            key.apply(m)
            put(key, box, m)

    # --- acting ------------------------------------------------------------------------

    def _choose(self, at: int) -> None:
        heads = self._shown()
        if at < len(heads):
            self.show_lesson(heads[at].id)

    def _turn(self) -> None:
        self.first = self.first + LESSONS_SHOWN
        if self.first >= len(self.desk.open_heads()):
            self.first = 0
        self.again()
