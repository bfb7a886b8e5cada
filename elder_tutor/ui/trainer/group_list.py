"""The groups of a place: what each did together, who is in it, and how it is called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.groups import Group, Groups, GroupSum
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.trainer.people_list import ListPage, Row, RowButton
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Groups")
ADD: Final = phrase("A new group")
BACK: Final = phrase("Back")
MEMBERS: Final = phrase("Who is in it")
RENAME: Final = phrase("Rename")
DISSOLVE: Final = phrase("Dissolve")
MEMBERS_OF: Final = phrase("Who is in the group {group}")
RENAME_WHICH: Final = phrase("Rename the group {group}")
DISSOLVE_WHICH: Final = phrase("Dissolve the group {group}")
NOTE: Final = phrase("Learners: {learners}. Lessons done: {done}. In need of help: {needs}.")
NONE_YET: Final = phrase("There is no group yet. Make one, then choose who is in it.")
MORE: Final = phrase("Show more")
NAME: Final = "trainer.groups"

Value = tuple[tuple[Group, ...], dict[str, GroupSum]]


class GroupsPage(ListPage):
    """Show the groups. The rooms open the editor, the chooser and the question."""

    addRequested = Signal()
    backRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.groups: tuple[Group, ...] = ()
        self.sums: dict[str, GroupSum] = {}
        self.opens = True
        self.add = Press(f"{NAME}.add", Look.PRIMARY, "line/plus", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.add.clicked.connect(self.addRequested)
        self.back.clicked.connect(self.backRequested)

    def refresh(self) -> None:
        """Read the groups and their sums anew."""
        self.ask(_read, self._take)

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, may = self.m, self.desk.may.allows(Act.PEOPLE)
        self.rows = tuple(map(self._row, self.groups)) or (Row("none", self.shown(NONE_YET)),)
        for button, words in ((self.add, ADD), (self.back, BACK)):
            button.render_words(self.shown(words))
            button.apply(m)
        self.add.setVisible(may)
        self.lay(TITLE, MORE, [self.back, self.add])
        self.order([self.add, *self.controls(), self.more, self.back])

    def _row(self, group: Group) -> Row:
        added = self.sums.get(group.id)
        done, needs = (added.done, added.needs) if added is not None else (0, 0)
        note = self.shown(phrase(NOTE.key, learners=group.size, done=done, needs=needs))
        made = (
            ("members", MEMBERS, MEMBERS_OF, "line/person"),
            ("rename", RENAME, RENAME_WHICH, "line/text"),
            ("dissolve", DISSOLVE, DISSOLVE_WHICH, "line/trash"),
        )
        buttons = tuple(
            RowButton(kind, words, phrase(spoken.key, group=group.name), glyph)
            for kind, words, spoken, glyph in made
        )
        shown = buttons if self.desk.may.allows(Act.PEOPLE) else ()
        return Row(group.id, group.name, note, f"pictures/{group.picture}", shown)

    def _take(self, value: Value) -> None:
        if value != (self.groups, self.sums) or not self._parts:
            self.groups, self.sums = value
            self.again()


def _read(store: Store) -> Value:
    groups = Groups(store)
    return groups.all(), groups.sums()
