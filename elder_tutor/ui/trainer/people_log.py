"""Who did what to people's data, newest first, in plain words; for managers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.audit import FIRST, TRAINER, Deed, Entry, newest
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import People
from elder_tutor.progress.staff import Act, Member, Role, Staff
from elder_tutor.progress.store import Store
from elder_tutor.text.bidi import by_first_strong
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.people_list import ListPage, Row
from elder_tutor.ui.trainer.people_staff import ROLES, name_of
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Who did what")
BACK: Final = phrase("Back")
EVERYTHING: Final = phrase("Everything")
MORE: Final = phrase("Show more")
NOTHING: Final = phrase("Nothing has been written down yet.")
ONLY_MANAGER: Final = phrase("Only a manager reads this list.")
LEARNER: Final = phrase("The learner")
GONE: Final = phrase("Somebody who is no longer here")
WHEN: Final = phrase("{day:date}, {clock:time}")
BY: Final = phrase("{who}. {when}")
BY_TO: Final = phrase("{who}: {whom}. {when}")
DEEDS: Final[dict[Deed, Phrase]] = {
    Deed.ADD_LEARNER: phrase("A learner was added"),
    Deed.RENAME_LEARNER: phrase("A learner was renamed"),
    Deed.ERASE_LEARNER: phrase("A learner was erased"),
    Deed.CONSENT: phrase("Consent was given"),
    Deed.CONSENT_WITHDRAWN: phrase("Consent was taken back"),
    Deed.CHOOSE_PIN: phrase("A PIN was chosen"),
    Deed.RESET_PIN: phrase("A PIN was taken away"),
    Deed.LOCKED_OUT: phrase("Too many wrong PINs"),
    Deed.RESTORED: phrase("A copy was put back"),
    Deed.ADD_GROUP: phrase("A group was made"),
    Deed.CHANGE_GROUP: phrase("A group was changed"),
    Deed.REMOVE_GROUP: phrase("A group was dissolved"),
    Deed.REMOVE_REMARK: phrase("A note was removed"),
    Deed.ASSIGN: phrase("A lesson was chosen for a learner"),
    Deed.WITHDRAW: phrase("A chosen lesson was taken back"),
    Deed.ADD_STAFF: phrase("Somebody was added to the trainers"),
    Deed.CHANGE_STAFF: phrase("A trainer was changed"),
    Deed.REMOVE_STAFF: phrase("Somebody was removed from the trainers"),
    Deed.EXPORTED: phrase("Files were handed out"),
    Deed.IMPORTED: phrase("A list was brought in"),
    Deed.CHANGED_SETTINGS: phrase("Settings were changed"),
    Deed.CHANGE_CARD: phrase("A learner's card was changed"),
    Deed.RENEW_CARD: phrase("A lost card was replaced"),
    Deed.SET_SYMBOLS: phrase("Three pictures were chosen"),
    Deed.CLEAR_SYMBOLS: phrase("The three pictures were taken away"),
    Deed.PHOTO_GIVEN: phrase("A photo was added"),
    Deed.PHOTO_WITHDRAWN: phrase("A photo was erased"),
}
NAME: Final = "trainer.log"
Value = tuple[tuple[Entry, ...], dict[str, str], tuple[Member, ...]]


class LogPage(ListPage):
    """Show the log; ``deedRequested`` asks what to narrow it to."""

    deedRequested = Signal()
    backRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.entries: tuple[Entry, ...] = ()
        self.names: dict[str, str] = {}
        self.staff: tuple[Member, ...] = ()
        self.deed = ""
        self.narrow = Press(f"{NAME}.deed", Look.SECONDARY, "line/eye", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.only = Text(f"{NAME}.only", "body", False, "ink2", self)
        self.narrow.clicked.connect(self.deedRequested)
        self.back.clicked.connect(self.backRequested)

    def refresh(self) -> None:
        """Read the log anew; who may not read it is not shown any of it."""
        if not self.desk.may.allows(Act.AUDIT):
            self.entries = ()
            self.again()
            return
        deed = self.deed
        self.ask(lambda store: _read(store, deed), self._take)

    def choose(self, deed: str) -> None:
        """Show one kind of deed, or with "" every one."""
        self.deed, self.first = deed, 0
        self.refresh()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, allowed = self.m, self.desk.may.allows(Act.AUDIT)
        self.rows = tuple(map(self._row, self.entries)) or (Row("none", self.shown(NOTHING)),)
        chosen = DEEDS[Deed(self.deed)] if self.deed else EVERYTHING
        for button, words in ((self.narrow, chosen), (self.back, BACK)):
            button.render_words(self.shown(words))
            button.apply(m)
        self.narrow.setVisible(allowed)
        self.rows = self.rows if allowed else ()
        room = self.lay(TITLE, MORE, [self.back, self.narrow])
        self.only.setVisible(not allowed)
        self.only.render_words(self.shown(ONLY_MANAGER))
        self.only.apply(m)
        put(self.only, room.cut_top(self.only.needed(room.width))[0], m)
        self.order([self.narrow, self.more, self.back])

    def _row(self, entry: Entry) -> Row:
        at = datetime.fromtimestamp(entry.at / 1000, self.desk.app.clock().tzinfo)
        when = phrase(WHEN.key, day=at.date(), clock=at.time().replace(microsecond=0))
        who, whom = self._who(entry.who), self._whom(entry)
        words = phrase(BY.key, who=who, when=when)
        if whom is not None:
            words = phrase(BY_TO.key, who=who, whom=whom, when=when)
        deed = next((words for deed, words in DEEDS.items() if deed.value == entry.action), None)
        return Row(str(entry.seq), self.shown(deed) if deed else entry.action, self.shown(words))

    def _who(self, who: str) -> Phrase:
        member = next((one for one in self.staff if who in (one.id, one.signature)), None)
        if member is not None and member.name:
            return phrase("{name}", name=by_first_strong(member.name))
        if member is not None:
            return name_of(member)
        if who == "learner":
            return LEARNER
        if who == TRAINER:
            return ROLES[Role.MANAGER]
        return phrase("{name}", name=by_first_strong(who)) if len(who) < 32 else GONE

    def _whom(self, entry: Entry) -> Phrase | None:
        if not entry.subject or entry.subject == FIRST:
            return None
        name = self.names.get(entry.subject)
        return phrase("{name}", name=by_first_strong(name)) if name else GONE

    def _take(self, value: Value) -> None:
        if value != (self.entries, self.names, self.staff) or not self._parts:
            self.entries, self.names, self.staff = value
            self.again()


def _read(store: Store, deed: str) -> Value:
    staff = Staff(store).all()
    named: Mapping[str, str] = {
        **{one.id: one.name for one in People(store).learners()},
        **{one.id: one.name for one in Groups(store).all()},
        **{one.id: one.name for one in staff if one.name},
    }
    return newest(store, deed), dict(named), staff
