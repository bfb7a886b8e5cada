"""What trainers keep of a learner: notes, chosen lessons, and the ways to fit, print and save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.assignments import Assignment
from elder_tutor.progress.remarks import Remark
from elder_tutor.reports.learner import LearnerReport
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.learner_cards import NOTES
from elder_tutor.ui.trainer.learner_desk import LearnerDesk
from elder_tutor.ui.trainer.learner_path import SIGNED
from elder_tutor.ui.trainer.learner_view import GAP, View
from elder_tutor.ui.trainer.learner_words import day_of, own_way
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.people import ListCard
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

NO_NOTES: Final = phrase("No note yet.")
WRITE: Final = phrase("Write a note")
OLDER: Final = phrase("More notes")
REMOVE: Final = phrase("Remove")
REMOVE_NOTE: Final = phrase("Remove the note of {day}")
ASSIGNED: Final = phrase("Chosen lessons")
NONE_CHOSEN: Final = phrase("Nothing is chosen. The program goes on by itself.")
UNTIL: Final = phrase("Until {day:date:day_month}")
ENDLESS: Final = phrase("No end")
WITHDRAW: Final = phrase("Take back")
WITHDRAW_WHAT: Final = phrase("Take back {lesson}")
MORE_CHOSEN: Final = phrase("More")
FIT: Final = phrase("Fit for this learner")
DATA: Final = phrase("Save this learner's data")
CERTIFICATE: Final = phrase("Course certificate")
PAD: Final = 22
NAME: Final = "trainer.learner"


class FollowView(View):
    """Show notes and choices; wishes are told by signals."""

    writeRequested = Signal()
    noteRemoved = Signal(object)
    withdrawn = Signal(object)
    fitRequested = Signal()
    dataRequested = Signal()
    certificateRequested = Signal()

    def __init__(self, desk: LearnerDesk, parent: QWidget) -> None:
        super().__init__(f"{NAME}.follow", parent)
        self.desk = desk
        self.notes = ListCard(f"{NAME}.notes", self)
        self.chosen = ListCard(f"{NAME}.chosen", self)
        self.ways = Card(f"{NAME}.ways", self)
        self.cards = [self.notes, self.chosen, self.ways]
        self.notes_title = Text(f"{NAME}.notes.title", "card", True, parent=self)
        self.chosen_title = Text(f"{NAME}.chosen.title", "card", True, parent=self)
        self.no_notes = Text(f"{NAME}.notes.none", "body", False, "ink2", self)
        self.none_chosen = Text(f"{NAME}.chosen.none", "body", False, "ink2", self)
        self.write = Press(f"{NAME}.write", Look.SECONDARY, "line/plus", self)
        self.older = Press(f"{NAME}.older", Look.QUIET, "line/note", self)
        self.more = Press(f"{NAME}.moreChosen", Look.QUIET, "line/grid", self)
        self.fit = Press(f"{NAME}.fit", Look.QUIET, "line/settings", self)
        self.data = Press(f"{NAME}.data", Look.QUIET, "line/folder", self)
        self.award = Press(f"{NAME}.certificate", Look.QUIET, "line/star", self)
        self.ways_on = (self.fit, self.award, self.data)
        self.first_note = self.first_chosen = 0
        self._next_note = self._next_chosen = 0
        self._parts: list[QWidget] = []
        self._presses: list[QWidget] = []
        self._report: LearnerReport | None = None
        self._areas = (Box(0, 0, 0, 0), Box(0, 0, 0, 0))
        self._connect()

    def begin(self) -> None:
        """Show the newest notes and choices first."""
        self.first_note = self.first_chosen = 0

    def controls(self) -> Sequence[QWidget]:
        """Answer what can be pressed, notes first."""
        return (self.write, *self._presses, self.older, self.more, *self.ways_on)

    def show_report(self, report: LearnerReport, main: Box, aside: Box) -> None:
        """Write the words and place everything."""
        self._report, self._areas = report, (main, aside)
        away(self._parts)
        self._parts, self._presses = [], []
        self.write.setVisible(self.desk.teaches)
        self.fit.setVisible(self.desk.teaches)
        self.data.setVisible(self.desk.hands_out)
        self.award.setVisible(bool(self.desk.awards(report.learner.id)))
        self.ways.setVisible(self.desk.teaches or self.desk.hands_out)
        titled = (
            (self.notes_title, NOTES), (self.chosen_title, ASSIGNED), (self.no_notes, NO_NOTES),
            (self.none_chosen, NONE_CHOSEN), (self.write, WRITE), (self.older, OLDER),
            (self.more, MORE_CHOSEN), (self.fit, FIT), (self.data, DATA), (self.award, CERTIFICATE),
        )  # fmt: skip
        for part, words in titled:
            part.render_words(self.shown(words))
            part.apply(self.m)
        self._place_notes(main, report.remarks)
        aside, ways = aside.cut_bottom(self._ways_height(aside.width), self.m.px(GAP))
        self._place_ways(ways)
        self._place_chosen(aside, report.assigned)

    # --- notes ---------------------------------------------------------------------------

    def _place_notes(self, room: Box, notes: Sequence[Remark]) -> None:
        m = self.m
        put(self.notes, room, m)
        self.notes.apply(m)
        self.notes.rules = []
        inner = room.inset(m.px(PAD), m.px(14))
        head, inner = inner.cut_top(self.write.tall(), m.px(6))
        head, place = head.cut_end(self.write.natural_width() + m.px(8), m.px(16))
        put(self.write, place, m)
        put(self.notes_title, head, m)
        self.no_notes.setVisible(not notes)
        if self.first_note >= len(notes):
            self.first_note = 0
        if not notes:
            put(self.no_notes, inner.cut_top(self.no_notes.needed(inner.width))[0], m)
        heights = [self._note_height(note, inner.width) for note in notes]
        whole = sum(heights) <= inner.height and not self.first_note
        self.older.setVisible(not whole and len(notes) > 1)
        if self.older.isVisibleTo(self):
            inner, foot = inner.cut_bottom(self.older.tall(), m.px(8))
            put(self.older, foot.cut_lead(self.older.natural_width() + m.px(8))[0], m)
        at = self.first_note
        while at < len(notes) and (heights[at] <= inner.height or at == self.first_note):
            line, inner = inner.cut_top(min(heights[at], inner.height))
            self._place_note(line, notes[at])
            if at > self.first_note:
                self._rule(self.notes, line, room)
            at += 1
        self._next_note = at if at < len(notes) else 0

    def _note_height(self, note: Remark, width: float) -> float:
        words = self._note_words(note)
        high = words.needed(width - self._press_width(REMOVE) - self.m.px(16)) + self.m.px(34)
        away([words])
        return max(high, self.write.tall()) + self.m.px(20)

    def _press_width(self, words: Phrase) -> float:
        button = self._press(f"{NAME}.measure", words)
        wide = button.natural_width()
        away([button])
        return wide

    def _note_words(self, note: Remark) -> Text:
        words = Text(f"{NAME}.note.{note.id}", "body", parent=self)
        words.render_words(own_way(note.text, self.m.rtl))
        words.apply(self.m)
        return words

    def _place_note(self, line: Box, note: Remark) -> None:
        m = self.m
        day = day_of(self.desk.desk, note.at)
        words = self._note_words(note)
        when = Text(f"{NAME}.when.{note.id}", "nav", False, "ink2", self)
        when.render_words(self.shown(phrase(SIGNED.key, day=day, author=self.desk.author(note.who))))
        when.apply(m)
        button = self._press(f"{NAME}.tear.{note.id}", REMOVE, phrase(REMOVE_NOTE.key, day=day))
        button.clicked.connect(lambda checked=False, one=note: self.noteRemoved.emit(one))
        room = line.inset(0, m.px(9))
        room, place = room.cut_end(button.natural_width(), m.px(16))
        put(button, place.cut_top(button.tall())[0], m)
        first, room = room.cut_top(m.px(32), m.px(2))
        put(when, first, m)
        put(words, room.cut_top(min(room.height, words.needed(room.width)))[0], m)
        self._show(words, when, button)

    # --- choices -------------------------------------------------------------------------

    def _place_chosen(self, room: Box, chosen: Sequence[Assignment]) -> None:
        m = self.m
        known = [(one, title) for one in chosen if (title := self.desk.title(one)) is not None]
        inner = room.inset(m.px(PAD), m.px(14))
        head, inner = inner.cut_top(m.px(40), m.px(4))
        put(self.chosen_title, head, m)
        self.none_chosen.setVisible(not known)
        self.chosen.rules = []
        if self.first_chosen >= len(known):
            self.first_chosen = 0
        if not known:
            line, inner = inner.cut_top(self.none_chosen.needed(inner.width))
            put(self.none_chosen, line, m)
        width = inner.width
        heights = [self._choice_height(one, title, width) for one, title in known]
        turned = bool(self.first_chosen) or sum(heights) > inner.height
        self.more.setVisible(turned)
        if turned:
            inner, foot = inner.cut_bottom(self.more.tall(), m.px(8))
            put(self.more, foot.cut_lead(self.more.natural_width() + m.px(8))[0], m)
        at = self.first_chosen
        while at < len(known) and (heights[at] <= inner.height or at == self.first_chosen):
            line, inner = inner.cut_top(heights[at])
            self._place_choice(line, *known[at])
            if at > self.first_chosen:
                self._rule(self.chosen, line, room)
            at += 1
        self._next_chosen = at if at < len(known) else 0
        bottom = room.bottom if turned else inner.top + m.px(18)
        put(self.chosen, Box(room.lead, room.top, room.width, min(bottom, room.bottom) - room.top), m)
        self.chosen.apply(m)

    def _choice_words(self, one: Assignment, title: Phrase) -> Text:
        words = Text(f"{NAME}.choice.{one.id}", "head", True, parent=self)
        words.spacing = 1.2
        words.render_words(self.shown(title))
        words.apply(self.m)
        return words

    def _choice_height(self, one: Assignment, title: Phrase, width: float) -> float:
        m, words = self.m, self._choice_words(one, title)
        high = words.needed(width - self._press_width(WITHDRAW) - m.px(12)) + m.px(26 + 18)
        away([words])
        return max(high, self.write.tall() + m.mm(3) + 2)

    def _place_choice(self, line: Box, one: Assignment, title: Phrase) -> None:
        m = self.m
        words = self._choice_words(one, title)
        until = phrase(UNTIL.key, day=date.fromisoformat(one.until)) if one.until else ENDLESS
        ends = Text(f"{NAME}.until.{one.id}", "nav", False, "ink2", self)
        ends.render_words(self.shown(until))
        ends.apply(m)
        button = self._press(f"{NAME}.withdraw.{one.id}", WITHDRAW, phrase(WITHDRAW_WHAT.key, lesson=title))
        button.clicked.connect(lambda checked=False, choice=one: self.withdrawn.emit(choice))
        room, place = line.cut_end(button.natural_width(), m.px(12))
        put(button, place.middle(button.tall()), m)
        high = words.needed(room.width)
        middle = room.middle(high + m.px(26))
        put(words, middle.cut_top(high)[0], m)
        put(ends, Box(room.lead, middle.top + high, room.width, m.px(26)), m)
        self._show(words, ends, button)

    # --- the ways on ----------------------------------------------------------------------

    def _ways_height(self, width: float) -> float:
        m = self.m
        inner = round(width - 2 * m.px(14))
        shown = [button for button in self.ways_on if not button.isHidden()]
        return sum(max(button.tall(), button.needed(inner)) + m.px(12) for button in shown) + m.px(16)

    def _place_ways(self, room: Box) -> None:
        m = self.m
        put(self.ways, room, m)
        self.ways.apply(m)
        inner = room.inset(m.px(14))
        for button in self.ways_on:
            if button.isHidden():
                continue
            place, inner = inner.cut_top(max(button.tall(), button.needed(round(inner.width))), m.px(12))
            put(button, place, m)
            button.raise_()

    # --- parts ----------------------------------------------------------------------------

    def _press(self, name: str, words: Phrase, spoken: Phrase | None = None) -> Press:
        button = Press(name, Look.QUIET, "line/trash", self)
        button.kind, button.pad, button.lip, button.weight_bold, button.icon_size = "head", 14, 5, False, 26
        button.render_words(self.shown(words), self.bare(spoken or words))
        button.apply(self.m)
        return button

    def _show(self, *parts: QWidget) -> None:
        for part in parts:
            part.setVisible(self.desk.teaches or not isinstance(part, Press))
            self._parts.append(part)
            if isinstance(part, Press):
                self._presses.append(part)

    def _rule(self, card: ListCard, line: Box, room: Box) -> None:
        m = self.m
        thin = Box(line.lead - room.lead, line.top - room.top, line.width, max(1, m.px(1.6)))
        box: QRectF = area(thin, room.width, m.rtl)
        card.rules.append(box)

    def _turn_notes(self) -> None:
        self.first_note = self._next_note
        self._again()

    def _turn_chosen(self) -> None:
        self.first_chosen = self._next_chosen
        self._again()

    def _again(self) -> None:
        if self._report is not None:
            self.show_report(self._report, *self._areas)
            self.update()

    def _connect(self) -> None:
        self.write.clicked.connect(self.writeRequested)
        self.older.clicked.connect(self._turn_notes)
        self.more.clicked.connect(self._turn_chosen)
        self.fit.clicked.connect(self.fitRequested)
        self.data.clicked.connect(self.dataRequested)
        self.award.clicked.connect(self.certificateRequested)
