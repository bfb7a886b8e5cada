"""Who may see these pages: names and roles, kept by a manager; everybody changes the own PIN."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.staff import Act, Member, Role, Staff
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.nobody import Beginning, Nobody
from elder_tutor.ui.trainer.people_list import ListPage, Row, RowButton
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Trainers")
ADD: Final = phrase("Add somebody")
OWN_PIN: Final = phrase("My PIN")
LOG: Final = phrase("Who did what")
BACK: Final = phrase("Back")
ROLE: Final = phrase("Role")
RENAME: Final = phrase("Rename")
REMOVE: Final = phrase("Remove")
ROLE_OF: Final = phrase("The role of {name}")
RENAME_WHO: Final = phrase("Rename {name}")
REMOVE_WHO: Final = phrase("Remove {name} from the trainers")
ONLY_MANAGER: Final = phrase("Only a manager changes this list.")
MORE: Final = phrase("Show more")
NOBODY: Final = Beginning(
    "motifs/key",
    phrase("No trainer has chosen a PIN yet."),
    (phrase("Everybody who opens these pages stands here. Choose a PIN first, then add the others."),),
    phrase("Choose a PIN"),
    "line/lock",
)
ROLES: Final[dict[Role, Phrase]] = {
    Role.MANAGER: phrase("Manager"),
    Role.TRAINER: phrase("One who trains"),
    Role.VIEWER: phrase("Only looks"),
}
ROLES_TOLD: Final[dict[Role, Phrase]] = {
    Role.MANAGER: phrase("Does everything"),
    Role.TRAINER: phrase("Works with the learners"),
    Role.VIEWER: phrase("Sees everything, changes nothing"),
}
NAME: Final = "trainer.staff"


class StaffPage(ListPage):
    """Show the staff. The rooms ask for names, roles and PINs."""

    addRequested = Signal()
    ownPinRequested = Signal()
    logRequested = Signal()
    backRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.staff: tuple[Member, ...] = ()
        self.add = Press(f"{NAME}.add", Look.PRIMARY, "line/plus", self)
        self.log = Press(f"{NAME}.log", Look.QUIET, "line/note", self)
        self.own_pin = Press(f"{NAME}.ownPin", Look.QUIET, "line/lock", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.only = Text(f"{NAME}.only", "body", False, "ink2", self)
        self.nobody = Nobody(f"{NAME}.nobody", self, NOBODY)
        self.nobody.hide()
        self.cards.append(self.nobody)
        self._read = False
        """The staff was asked for, and is known to be what it is."""
        self.add.clicked.connect(self.addRequested)
        self.log.clicked.connect(self.logRequested)
        self.own_pin.clicked.connect(self.ownPinRequested)
        self.nobody.addRequested.connect(self.ownPinRequested)
        self.back.clicked.connect(self.backRequested)

    def refresh(self) -> None:
        """Read the staff anew."""
        self.ask(lambda store: Staff(store).all(), self._take)

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, may = self.m, self.desk.may
        self.rows = tuple(map(self._row, self.staff))
        heads = (
            (self.back, BACK, True), (self.own_pin, OWN_PIN, bool(self.staff)),
            (self.log, LOG, may.allows(Act.AUDIT)),
            (self.add, ADD, bool(self.staff) and may.allows(Act.STAFF)),
        )  # fmt: skip
        for button, words, allowed in heads:
            button.render_words(self.shown(words))
            button.apply(m)
            button.setVisible(allowed)
        self.only.setVisible(not may.allows(Act.STAFF))
        self.only.render_words(self.shown(ONLY_MANAGER))
        self.only.apply(m)
        room = self.lay(TITLE, MORE, [button for button, _, _ in heads], self._place_only)
        self._place_nobody(room)
        self.order(
            [self.add, *self.controls(), self.nobody.add, self.log, self.own_pin, self.more, self.back]
        )

    def _place_nobody(self, room: Box) -> None:
        """Place what stands there before anybody has a PIN."""
        assert self.wording is not None
        self.nobody.setVisible(self._read and not self.staff)
        self.nobody.dress(self.m, self.wording)
        put(self.nobody, room, self.m)
        self.nobody.relayout()

    def _place_only(self, room: Box) -> Box:
        """Place the sentence for who may not change the list; answer what is left."""
        if not self.only.isVisibleTo(self):
            return room
        line, room = room.cut_top(self.only.needed(room.width), self.m.px(10))
        put(self.only, line, self.m)
        return room

    def _row(self, member: Member) -> Row:
        name = name_of(member)
        made = (
            ("role", ROLE, ROLE_OF, "line/shield"),
            ("rename", RENAME, RENAME_WHO, "line/text"),
            ("remove", REMOVE, REMOVE_WHO, "line/trash"),
        )
        buttons = tuple(
            RowButton(kind, words, phrase(spoken.key, name=name), glyph)
            for kind, words, spoken, glyph in made
        )
        shown = buttons if self.desk.may.allows(Act.STAFF) else ()
        return Row(member.id, self.shown(name), self.shown(ROLES[Role(member.role)]), "", shown)

    def _take(self, staff: tuple[Member, ...]) -> None:
        if staff != self.staff or not self._parts:
            self.staff, self._read = staff, True
            self.again()


def name_of(member: Member) -> Phrase:
    """Answer how somebody is called; who has no name yet is called by the role."""
    return phrase("{name}", name=member.name) if member.name else ROLES[Role(member.role)]
