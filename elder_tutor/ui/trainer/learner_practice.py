"""How a learner practises: how sure they feel, missed touches apart from mistakes, and safety drills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.learning import Answers
from elder_tutor.reports import faces
from elder_tutor.reports.faces import FaceDay
from elder_tutor.reports.learner import LearnerReport, Touches
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.learner_cards import Painted
from elder_tutor.ui.trainer.learner_view import GAP, View
from elder_tutor.ui.trainer.learner_words import DAY_MONTH
from elder_tutor.ui.trainer.look import CENTRE

FACES_TITLE: Final = phrase("How sure they feel")
FACES_WORDS: Final = phrase("After a lesson we ask: {question}")
NO_FACES: Final = phrase("No answer yet. Nobody has to answer.")
FACE_SAID: Final = phrase("{day}: {face}")
TOUCHES_TITLE: Final = phrase("Touches")
MISSED: Final = phrase("{share} in 100 touches met no button.")
TOO_FEW: Final = phrase("Too few touches so far to say.")
MOTOR: Final = phrase("That is the hand, not knowledge. A larger size helps.")
MISTAKES: Final = phrase("Apart from that: {mistakes:count:mistake}.")
NO_MISTAKES: Final = phrase("Apart from that no mistakes.")
DRILLS_TITLE: Final = phrase("Safety drills")
HITS: Final = phrase("Recognised as fraud: {count}")
MISSES: Final = phrase("Believed though fraud: {count}")
FALSE_ALARMS: Final = phrase("Genuine taken for fraud: {count}")
NO_DRILLS: Final = phrase("No drill yet.")
HELP_TITLE: Final = phrase("With and without help")
FREE_STEPS: Final = phrase("Steps without a hint: {free} of {done}")
HINTS: Final = phrase("Hints: {count}")
CALLED: Final = phrase("A person helped: {count}")
NO_STEPS: Final = phrase("It shows here after the first step they do by themselves.")
FACE: Final = 64


class FacesCard(Painted):
    """A row of small faces, the newest at the trailing end, each with its day."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.days: tuple[FaceDay, ...] = ()
        self._title = self._asked = self._none = ""
        self._days: list[str] = []
        self._words: list[str] = []

    def render_faces(self, days: Sequence[FaceDay], wording: Wording, m: Metrics) -> None:
        """Show these days, oldest first."""
        self.apply(m)
        self.days = tuple(days)
        asked = phrase(FACES_WORDS.key, question=faces.ASKED)
        self._title, self._asked, self._none = (wording.shown(one) for one in (FACES_TITLE, asked, NO_FACES))
        dates = [phrase(DAY_MONTH.key, day=one.day) for one in days]
        self._days = [wording.shown(one) for one in dates]
        self._words = [wording.shown(faces.WORDS[one.face]) for one in days]
        told = [
            look.bare(wording, phrase(FACE_SAID.key, day=date, face=faces.WORDS[one.face]))
            for one, date in zip(days, dates, strict=True)
        ]
        self.tell(". ".join([self._title, *(told or [self._none])]))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        return self._m.px(2 * 22 + 44 + 36 + FACE + 66)

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint the question and the row."""
        title, room = room.cut_top(m.px(40), m.px(2))
        self.write(painter, look.fitting(self._title, m, "card", title.width, title.height, True), title)
        asked, room = room.cut_top(m.px(34), m.px(12))
        self.write(painter, look.fitting(self._asked, m, "head", asked.width, asked.height), asked, "ink2")
        if not self.days:
            self.write(painter, look.fitting(self._none, m, "body", room.width, m.px(80)), room, "ink2")
            return
        wide = min(room.width / len(self.days), m.px(130))
        for number, (day, date, word) in enumerate(zip(self.days, self._days, self._words, strict=True)):
            cell = Box(room.lead + number * wide, room.top, wide, room.height)
            self._paint_day(painter, cell, faces.ICONS[day.face], word, date, m)

    def _paint_day(
        self, painter: QPainter, cell: Box, drawing: str, word: str, date: str, m: Metrics
    ) -> None:
        face, rest = cell.cut_top(m.px(FACE), m.px(2))
        box = self.at(face.middle_across(m.px(FACE)))
        look.paint_icon(painter, drawing, box, m, m.colours.lagoon, m.colours.lagoon_tint)
        named, rest = rest.cut_top(m.px(30))
        when, _ = rest.cut_top(m.px(30))
        for words, place, colour in ((word, named, "ink"), (date, when, "ink2")):
            laid = look.fitting(words, m, "nav", place.width - m.px(6), place.height)
            laid.paint(painter, self.at(place), m.q(colour), CENTRE)


class LinesCard(Painted):
    """A title and sentences, each with a mark of its own."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.lines: tuple[tuple[str, str], ...] = ()
        self._title = ""

    def render_lines(
        self, title: Phrase, lines: Sequence[tuple[str, Phrase]], wording: Wording, m: Metrics
    ) -> None:
        """Show a title and sentences; each comes with the name of its mark, or "" for none."""
        self.apply(m)
        self._title = wording.shown(title)
        self.lines = tuple((mark, wording.shown(words)) for mark, words in lines)
        told = (title, *(words for _, words in lines))
        self.tell(". ".join(look.bare(wording, one).rstrip(".") for one in told))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        inner = width - 2 * m.px(22)
        return m.px(2 * 22 + 36) + sum(
            round(self._laid(*line, inner).height) + m.px(8) for line in self.lines
        )

    def _laid(self, mark: str, words: str, width: float) -> Flow:
        m = self._m
        return look.laid(words, m, "body", width - (m.px(44) if mark else 0), spacing=1.4)

    def paint(self, painter: QPainter, room: Box, m: Metrics) -> None:
        """Paint title and sentences."""
        title, room = room.cut_top(m.px(40), m.px(4))
        self.write(painter, look.fitting(self._title, m, "card", title.width, title.height, True), title)
        for mark, words in self.lines:
            laid = self._laid(mark, words, room.width)
            line, room = room.cut_top(laid.height, m.px(8))
            if mark:
                sign, line = line.cut_lead(m.px(32), m.px(12))
                look.paint_mark(painter, mark, self.at(sign.middle(m.px(32))), m)
            self.write(painter, laid, line)


class PracticeView(View):
    """Show faces, touches and drills of one learner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("trainer.learner.practice", parent)
        self.faces = FacesCard("trainer.learner.faces", self)
        self.touches = LinesCard("trainer.learner.touches", self)
        self.drills = LinesCard("trainer.learner.drills", self)
        self.help = LinesCard("trainer.learner.help", self)
        self.cards = [self.faces, self.touches, self.drills, self.help]

    def show_report(self, report: LearnerReport, main: Box, aside: Box) -> None:
        """Write the words and place everything."""
        m, w = self.m, self.wording
        assert w is not None
        self.faces.render_faces(report.faces, w, m)
        self.touches.render_lines(TOUCHES_TITLE, touch_lines(report.touches, report.mistakes), w, m)
        self.drills.render_lines(DRILLS_TITLE, drill_lines(report.answers), w, m)
        if m.portrait:  # one below the other, without a gap between the two areas
            main, aside = self._upright(Box(main.lead, main.top, main.width, aside.bottom - main.top))
        upper, lower = main.cut_top(self.faces.needed(main.width), m.px(GAP))
        put(self.faces, upper, m)
        self.help.render_lines(HELP_TITLE, help_lines(report), w, m)
        first, rest = aside.cut_top(min(aside.height, self.help.needed(aside.width)), m.px(GAP))
        put(self.help, first, m)
        if m.portrait:
            lower = lower.cut_top(min(lower.height, self.touches.needed(lower.width)))[0]
            rest = rest.cut_top(min(rest.height, self.drills.needed(rest.width)))[0]
        else:  # the lower cards end on one line
            rest = rest.cut_top(max(self.drills.needed(rest.width), lower.bottom - rest.top))[0]
        put(self.touches, lower, m)
        put(self.drills, rest, m)

    def _upright(self, room: Box) -> tuple[Box, Box]:
        m = self.m
        high = self.faces.needed(room.width) + m.px(GAP) + self.touches.needed(room.width)
        return room.cut_top(high, m.px(GAP))


def touch_lines(touches: Touches, mistakes: int) -> list[tuple[str, Phrase]]:
    """Answer what is said of touches: missed ones are motor and stand apart from mistakes."""
    told = phrase(MISTAKES.key, mistakes=mistakes) if mistakes else NO_MISTAKES
    share = touches.per_hundred
    if share is None:
        return [("", TOO_FEW), ("", told)]
    missed = ("marks/half" if share >= 10 else "marks/full", phrase(MISSED.key, share=share))
    return [missed, *([("", MOTOR)] if share >= 10 else []), ("", told)]


def help_lines(report: LearnerReport) -> list[tuple[str, Phrase]]:
    """Answer how many steps of the unaided stages went without a hint, and how often help came."""
    rows = [cell.standing for cell in report.table.cells if cell.standing is not None]
    done = sum(row.steps_done for row in rows)
    if not done:
        return [("", NO_STEPS)]
    free = phrase(FREE_STEPS.key, free=sum(row.steps_free for row in rows), done=done)
    hints = phrase(HINTS.key, count=sum(row.hints for row in rows))
    called = phrase(CALLED.key, count=sum(row.helped for row in rows))
    return [("marks/full", free), ("marks/half", hints), ("marks/none", called)]


def drill_lines(answers: Answers) -> list[tuple[str, Phrase]]:
    """Answer what is said of drills, in counts."""
    if not any(answers):
        return [("marks/none", NO_DRILLS)]
    return [
        ("marks/full", phrase(HITS.key, count=answers.hits)),
        ("marks/needs" if answers.misses else "marks/none", phrase(MISSES.key, count=answers.misses)),
        ("marks/half" if answers.false_alarms else "marks/none",
         phrase(FALSE_ALARMS.key, count=answers.false_alarms)),
    ]  # fmt: skip
