"""The list of learners: add, rename, remove."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import Learner
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.base import DeskPage, away
from elder_tutor.ui.trainer.cells import LearnerHead
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, told
from elder_tutor.ui.trainer.nobody import ADD, Nobody
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Learners")
RENAME: Final = phrase("Rename")
REMOVE: Final = phrase("Remove")
RENAME_WHO: Final = phrase("Rename {learner}")
REMOVE_WHO: Final = phrase("Remove {learner}")
MORE_LEARNERS: Final = phrase("More learners")
REMOVE_ASK: Final = phrase("Remove {learner}?")
REMOVE_WHAT: Final = phrase(
    "Their name and everything they practised is erased for good. Files you exported stay where they are."
)
REMOVE_YES: Final = phrase("Yes, remove")
KEEP: Final = phrase("No, keep")
NOT_REMOVED: Final = phrase("Nothing was removed")
LINE: Final = 88


NAME: Final = "trainer.people"


class ListCard(Card):
    """A card with hair lines between its rows; ``rules`` lie in its own window pixels."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.rules: list[QRectF] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and lines."""
        super().paintEvent(event)
        if self.metrics is not None:
            painter = QPainter(self)
            for rule in self.rules:
                painter.fillRect(rule, self.metrics.q("hair"))
            painter.end()


class PeoplePage(DeskPage):
    """Show everybody. The shell opens the editor and asks before a removal."""

    learnerChosen = Signal(str)
    addRequested = Signal()
    renameRequested = Signal(str)
    removeRequested = Signal(object)
    peopleChanged = Signal()
    told = Signal(object, object, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.people: tuple[Learner, ...] = ()
        self.first = 0
        self.add = Press("trainer.people.add", Look.PRIMARY, "line/plus", self)
        self.more = Press("trainer.people.more", Look.QUIET, "line/people", self)
        self.nobody = Nobody("trainer.people.nobody", self)
        self.card = ListCard("trainer.people.card", self)
        self.cards = [self.card, self.nobody]
        self._parts: list[LearnerHead | Press] = []
        self.add.clicked.connect(self.addRequested)
        self.nobody.addRequested.connect(self.addRequested)
        self.more.clicked.connect(self._turn)

    def refresh(self) -> None:
        """Read the list anew."""
        people = self.desk.learners()
        if people != self.people or not self._parts:
            self.people = people
            self.again()

    def remove(self, learner_id: str) -> None:
        """Erase a learner; trouble is told."""
        try:
            self.desk.app.people.remove(learner_id)
        except KnownError as trouble:
            self.told.emit(NOT_REMOVED, told(trouble), "")
        self.peopleChanged.emit()
        self.refresh()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self._clear()
        empty = not self.people
        self.add.setVisible(not empty)
        self.add.render_words(self.shown(ADD))
        self.more.render_words(self.shown(MORE_LEARNERS))
        self.add.apply(m)
        self.more.apply(m)
        room = self.room()
        fit = self._fit(room)
        self.more.setVisible(not empty and fit < len(self.people))
        room = self.place_head(room, self.shown(TITLE), [self.more, self.add])
        self.card.setVisible(not empty)
        self.nobody.setVisible(empty)
        if empty:
            assert self.wording is not None
            self.nobody.dress(m, self.wording)
            put(self.nobody, room, m)
            self.nobody.relayout()
            return
        self._place_list(room, fit)
        self.order([self.add, *self._parts, self.more])

    def _clear(self) -> None:
        away(self._parts)
        self._parts = []

    def _columns(self) -> int:
        return 2 if self.m.width >= self.m.px(1160) and len(self.people) > 1 else 1

    def _tall(self) -> float:
        return max(self.m.px(LINE), self.m.mm(16) + self.m.mm(3))

    def _fit(self, room: Box) -> int:
        rows = int((room.height - self.m.px(80 + 24)) // self._tall())
        return max(1, rows) * self._columns()

    def _place_list(self, room: Box, fit: int) -> None:
        m = self.m
        if self.first >= len(self.people):
            self.first = 0
        shown = self.people[self.first : self.first + fit]
        columns, tall = self._columns(), self._tall()
        rows = -(-len(shown) // columns)
        put(self.card, Box(room.lead, room.top, room.width, rows * tall + m.px(24)), m)
        self.card.apply(m)
        inner = Box(room.lead + m.px(24), room.top + m.px(12), room.width - m.px(48), rows * tall)
        lanes = inner.columns(columns, m.px(48))
        self.card.rules = []
        for number, learner in enumerate(shown):
            lane = lanes[number // rows]
            line = Box(lane.lead, inner.top + (number % rows) * tall, lane.width, tall)
            self._place_line(line, learner)
            if number % rows:
                self._rule(line, room)

    def _rule(self, line: Box, card: Box) -> None:
        thin = Box(line.lead - card.lead, line.top - card.top, line.width, max(1, self.m.px(1.6)))
        self.card.rules.append(area(thin, card.width, self.m.rtl))

    def _place_line(self, line: Box, learner: Learner) -> None:
        m = self.m
        high = max(m.px(62), m.mm(16))
        row = line.middle(high)
        head = LearnerHead(f"trainer.people.learner.{learner.id}", f"pictures/{learner.picture}", self)
        head.setText(learner.name)
        head.setAccessibleName(learner.name)
        head.clicked.connect(lambda checked=False, who=learner.id: self.learnerChosen.emit(who))
        rename = self._press("rename", RENAME, RENAME_WHO, learner)
        remove = self._press("remove", REMOVE, REMOVE_WHO, learner)
        rename.clicked.connect(lambda checked=False, who=learner.id: self.renameRequested.emit(who))
        remove.clicked.connect(lambda checked=False, who=learner: self.removeRequested.emit(who))
        for button in (remove, rename):
            button.apply(m)
            row, place = row.cut_end(button.natural_width(), m.mm(3))
            put(button, place, m)
        head.apply(m)
        put(head, row, m)
        for part in (head, rename, remove):
            part.show()
            self._parts.append(part)

    def _press(self, kind: str, words: Phrase, name: Phrase, learner: Learner) -> Press:
        glyph = {"rename": "line/text", "remove": "line/trash"}[kind]
        button = Press(f"trainer.people.{kind}.{learner.id}", Look.QUIET, glyph, self)
        button.kind, button.pad, button.lip, button.weight_bold = "head", 16, 5, False
        button.icon_size = 28
        button.render_words(self.shown(words), self.bare(phrase(name.key, learner=learner.name)))
        return button

    def _turn(self) -> None:
        self.first += self._fit(self.room())
        self.again()
