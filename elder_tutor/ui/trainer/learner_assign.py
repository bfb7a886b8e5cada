"""Choose a lesson or a whole course for a learner, until a day or without end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.reports.learner import LearnerReport
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import DeskPage, away
from elder_tutor.ui.trainer.learner_desk import SPANS, Course, LearnerDesk
from elder_tutor.ui.trainer.look import CENTRE, Press, Text
from elder_tutor.ui.trainer.turning import NAMED, Turning, leaves
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("A lesson for {learner}")
HOW: Final = phrase("It will be proposed first on their page.")
FIRST: Final = phrase("Please choose a lesson or a course first.")
WHOLE: Final = phrase("The whole course")
WHOLE_OF: Final = phrase("The whole course {course}")
ALREADY: Final = phrase("{lesson}, already chosen")
UNTIL: Final = phrase("For how long?")
CHOOSE: Final = phrase("Choose it")
BACK: Final = phrase("Back")
NAME: Final = "trainer.learner.assigning"
COLUMNS: Final = 2


class AssignPage(DeskPage):
    """Offer courses and lessons; ``chosen`` carries lesson id, course id and days (0: no end)."""

    chosen = Signal(str, str, int)
    backRequested = Signal()

    def __init__(self, desk: LearnerDesk, parent: QWidget) -> None:
        super().__init__(NAME, desk.desk, parent)
        self.own = desk
        self.report: LearnerReport | None = None
        self.courses: tuple[Course, ...] = ()
        self.lesson = self.course_id = ""
        self.days = 0
        self.sentence: Phrase = HOW
        self.words = Text(f"{NAME}.words", "body", False, "ink2", self)
        self.until = Text(f"{NAME}.until", "body", True, parent=self)
        self.course = Text(f"{NAME}.course", "card", True, parent=self)
        self.course.across = CENTRE
        self.card = Card(f"{NAME}.card", self)
        self.cards = [self.card]
        self.turn = Turning(NAME, self)
        self.spans = {days: Press(f"{NAME}.span.{days}", Look.QUIET, "", self) for days, _ in SPANS}
        self.save = Press(f"{NAME}.save", Look.PRIMARY, "line/check", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self._parts: list[Press] = []
        self._connect()

    def begin(self, report: LearnerReport) -> None:
        """Offer what can be chosen for this learner; nothing is chosen yet."""
        self.report, self.courses = report, self.own.courses()
        self.lesson = self.course_id = ""
        self.days, self.sentence, self.turn.lesson = 0, HOW, 0
        self.again()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: Phrase) -> None:
        """Say why nothing was chosen."""
        self.sentence = sentence
        self.again()

    def refresh(self) -> None:
        """Keep what is being chosen."""

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.report is None or self.wording is None:
            return
        m = self.m
        self._write()
        title = self.shown(phrase(TITLE.key, learner=self.report.learner.name))
        room = self.place_head(self.room(), title, [self.back, self.save])
        words, room = room.cut_top(self.words.needed(room.width), m.px(10))
        put(self.words, words, m)
        room = self._place_spans(room)
        put(self.card, room, m)
        self.card.apply(m)
        self._place_course(room.inset(m.px(22), m.px(16)))
        self.order(
            [*self._parts, *self.turn.buttons, *self.spans.values(), self.save, self.back]
        )  # fmt: skip

    def _write(self) -> None:
        for button, words in ((self.save, CHOOSE), (self.back, BACK)):
            button.render_words(self.shown(words))
            button.apply(self.m)
        for text, said in ((self.words, self.sentence), (self.until, UNTIL)):
            text.render_words(self.shown(said))
            text.apply(self.m)
        for days, said in SPANS:
            self.spans[days].render_words(self.shown(said))
            self.spans[days].set_chosen(days == self.days)
            self.spans[days].kind = "head"
            self.spans[days].apply(self.m)

    def _place_spans(self, room: Box) -> Box:
        """Place how long it holds at the foot; answer what is left above."""
        m = self.m
        buttons = list(self.spans.values())
        rest, line = room.cut_bottom(buttons[0].tall(), m.px(16))
        if m.portrait:
            high = self.until.needed(line.width)
            rest, words = rest.cut_bottom(high, m.px(8))
        else:
            words, line = line.cut_lead(self.until.natural_width() + m.px(6), m.px(20))
        put(self.until, words, m)
        cells = line.columns(len(buttons), max(m.px(14), m.mm(3)))
        for button, cell in zip(buttons, cells, strict=True):
            put(button, cell, m)
        return rest

    def _place_course(self, room: Box) -> None:
        m = self.m
        away(self._parts)
        self._parts = []
        self.turn.write(self.shown, m)
        gap = max(m.px(12), m.mm(3))
        head = self.turn.after.tall()
        tall = max(self.back.tall(), m.px(70))
        rows = max(1, int((room.height - head - m.px(10) + gap) // (tall + gap)))
        flat = [(course, lesson) for course in self.courses for lesson in course.lessons]
        leaf = self.turn.open(leaves([course.title for course, _ in flat], rows * COLUMNS - 1))
        self.turn.write(self.shown, m)
        line, room = room.cut_top(head, m.px(10))
        self._place_turning(line, leaf.title)
        if not leaf.places:
            return
        course = flat[leaf.places[0]][0]
        cells = room.cut_top(rows * tall + (rows - 1) * gap)[0].grid(COLUMNS, rows, gap)
        taken = {one.lesson or one.course for one in self.report.assigned} if self.report else set()
        whole = phrase(WHOLE_OF.key, course=course.title)
        choices = [("", course.id, WHOLE, whole)]
        choices += [(flat[at][1].id, "", flat[at][1].title, flat[at][1].title) for at in leaf.places]
        for cell, (lesson, course_id, words, spoken) in zip(cells, choices, strict=False):
            named = phrase(ALREADY.key, lesson=spoken) if (lesson or course_id) in taken else spoken
            glyph = (
                "line/check" if (lesson or course_id) in taken else "line/grid" if course_id else "line/card"
            )
            self._place_choice(cell, lesson, course_id, words, named, glyph)

    def _place_turning(self, line: Box, title: Phrase) -> None:
        m = self.m
        wide = self.turn.wide(m)
        before, middle = line.cut_lead(wide, m.px(12))
        middle, after = middle.cut_end(wide, m.px(12))
        words = phrase(NAMED.key, first=title, rest=self.turn.count()) if self.turn.needed else title
        self.course.spacing = 1.2
        self.course.render_words(self.shown(words))
        self.course.apply(m)
        for part, place in zip((self.course, *self.turn.buttons), (middle, before, after), strict=True):
            put(part, place, m)
            part.raise_()

    def _place_choice(
        self, cell: Box, lesson: str, course: str, words: Phrase, spoken: Phrase, glyph: str
    ) -> None:
        button = Press(f"{NAME}.choice.{lesson or course}", Look.QUIET, glyph, self)
        button.weight_bold, button.icon_size = bool(course), 28
        button.render_words(self.shown(words), self.bare(spoken))
        button.set_chosen((lesson, course) == (self.lesson, self.course_id))
        button.apply(self.m)
        if button.needed(round(cell.width)) > cell.height:
            button.kind = "head"
        button.clicked.connect(lambda checked=False: self._choose(lesson, course))
        put(button, cell, self.m)
        button.show()
        self._parts.append(button)

    # --- acting ------------------------------------------------------------------------

    def _choose(self, lesson: str, course: str) -> None:
        self.lesson, self.course_id, self.sentence = lesson, course, HOW
        self.again()

    def _hold(self, days: int) -> None:
        self.days = days
        self.again()

    def _save(self) -> None:
        if self.lesson or self.course_id:
            self.chosen.emit(self.lesson, self.course_id, self.days)
        else:
            self.tell(FIRST)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.backRequested)
        self.turn.turned.connect(self.again)
        for days, button in self.spans.items():
            button.clicked.connect(lambda checked=False, span=days: self._hold(span))
