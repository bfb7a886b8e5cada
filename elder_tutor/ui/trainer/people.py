"""The list of learners: add, rename, remove, and the ways to the lists beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.staff import Act
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, told
from elder_tutor.ui.trainer.nobody import ADD, Nobody
from elder_tutor.ui.trainer.people_list import ListCard as ListCard
from elder_tutor.ui.trainer.people_list import ListPage, Row, RowButton, of_learner
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Learners")
CHANGE: Final = phrase("Change")
REMOVE: Final = phrase("Remove")
CHANGE_WHO: Final = phrase("Change {learner}")
REMOVE_WHO: Final = phrase("Remove {learner}")
MORE_LEARNERS: Final = phrase("More learners")
REMOVE_ASK: Final = phrase("Remove {learner}?")
REMOVE_WHAT: Final = phrase(
    "Their name and everything they practised is erased for good. Files you exported stay where they are."
)
REMOVE_YES: Final = phrase("Yes, remove")
KEEP: Final = phrase("No, keep")
NOT_REMOVED: Final = phrase("Nothing was removed")
BRING: Final = phrase("From a list")
GROUPS: Final = phrase("Groups")
STAFF: Final = phrase("Trainers")
CARDS: Final = phrase("Cards")
NAME: Final = "trainer.people"


class PeoplePage(ListPage):
    """Show everybody. The shell opens the editor and asks before a removal."""

    learnerChosen = Signal(str)
    addRequested = Signal()
    cardRequested = Signal(str)
    printRequested = Signal()
    removeRequested = Signal(object)
    peopleChanged = Signal()
    listRequested = Signal()
    groupsRequested = Signal()
    staffRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.people: tuple[Learner, ...] = ()
        self.paired = self.opens = True
        self.add = Press("trainer.people.add", Look.PRIMARY, "line/plus", self)
        self.bring = Press("trainer.people.list", Look.QUIET, "line/download", self)
        self.groups = Press("trainer.people.groups", Look.QUIET, "line/people", self)
        self.staff = Press("trainer.people.staff", Look.QUIET, "line/trainer", self)
        self.print_cards = Press("trainer.people.cards", Look.QUIET, "line/print", self)
        for quiet in (self.bring, self.groups, self.staff, self.print_cards, self.more):
            quiet.kind, quiet.pad, quiet.gap, quiet.icon_size = "head", 12, 8, 26  # six beside one another
        self.nobody = Nobody("trainer.people.nobody", self)
        self.cards.append(self.nobody)
        self.rowChosen.connect(self.learnerChosen)
        self.pressed.connect(self._pressed)
        self.add.clicked.connect(self.addRequested)
        self.nobody.addRequested.connect(self.addRequested)
        self.bring.clicked.connect(self.listRequested)
        self.groups.clicked.connect(self.groupsRequested)
        self.staff.clicked.connect(self.staffRequested)
        self.print_cards.clicked.connect(self.printRequested)

    def refresh(self) -> None:
        """Read the list anew."""
        self.ask(lambda store: People(store).learners(), self._take)

    def remove(self, learner_id: str) -> None:
        """Erase a learner; trouble is told."""
        try:
            self.desk.may.require(Act.ERASE)
            self.desk.app.people.remove(learner_id, self.desk.who)
        except KnownError as trouble:
            self.told.emit(NOT_REMOVED, told(trouble), "")
        self.peopleChanged.emit()
        self.refresh()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m = self.m
        self.rows = tuple(map(self._row, self.people))
        empty = not self.people
        for button, words, allowed in self._head():
            button.render_words(self.shown(words))
            button.apply(m)
            button.setVisible(allowed)
        buttons = [self.staff, self.groups, self.bring, self.print_cards, self.add]
        room = self.lay(TITLE, MORE_LEARNERS, buttons)
        self.nobody.setVisible(empty)
        if empty:
            assert self.wording is not None
            self.nobody.dress(m, self.wording)
            self.nobody.add.setVisible(self.desk.may.allows(Act.PEOPLE))
            put(self.nobody, room, m)
            self.nobody.relayout()
        self.order([*reversed(buttons), *self.controls(), self.more])

    def _head(self) -> tuple[tuple[Press, Phrase, bool], ...]:
        may = self.desk.may
        return (
            (self.add, ADD, bool(self.people) and may.allows(Act.PEOPLE)),
            (self.bring, BRING, may.allows(Act.PEOPLE)),
            (self.groups, GROUPS, bool(self.people)),
            (self.print_cards, CARDS, bool(self.people) and may.allows(Act.HAND_OUT)),
            (self.staff, STAFF, True),
        )

    def _row(self, learner: Learner) -> Row:
        buttons = []
        if self.desk.may.allows(Act.PEOPLE):
            buttons.append(RowButton("change", CHANGE, of_learner(CHANGE_WHO, learner.name), "line/card"))
        if self.desk.may.allows(Act.ERASE):
            buttons.append(RowButton("remove", REMOVE, of_learner(REMOVE_WHO, learner.name), "line/trash"))
        return Row(
            learner.id, learner.name, "", f"pictures/{learner.picture}", tuple(buttons), learner.symbol
        )

    def _take(self, people: tuple[Learner, ...]) -> None:
        if people != self.people or not self._parts:
            self.people = people
            self.again()

    def _pressed(self, kind: str, learner_id: str) -> None:
        learner = next(one for one in self.people if one.id == learner_id)
        if kind == "change":
            self.cardRequested.emit(learner.id)
        else:
            self.removeRequested.emit(learner)
