"""The rooms of the staff: names, roles and PINs, and the log of who did what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from elder_tutor.progress.audit import Deed
from elder_tutor.progress.staff import Act, Member, Role
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.trainer.editor import Task
from elder_tutor.ui.trainer.group_chooser import Option
from elder_tutor.ui.trainer.people_log import DEEDS, EVERYTHING
from elder_tutor.ui.trainer.people_staff import ROLES, ROLES_TOLD, name_of

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.group_rooms import Rooms

WHICH_DEED: Final = phrase("What do you want to see?")
WHICH_ROLE: Final = phrase("Which role?")
NEW_STAFF: Final = phrase("A new trainer")
REMOVE_ASK: Final = phrase("Remove {name} from the trainers?")
REMOVE_WHAT: Final = phrase("Notes and what is written down stay.")
REMOVE_YES: Final = phrase("Yes, remove")
PIN_KEPT: Final = phrase("The new PIN is kept")
PIN_USE: Final = phrase("Please use it from now on.")
OTHER_NAME: Final = phrase("Another name")
WRITE: Final = phrase("Write the name.")


class StaffRooms:
    """Wire the pages of staff and log to the rooms they stand in."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms, self.pages, self.desk = rooms, rooms.pages, rooms.desk
        self.staff, self.log = rooms.staff, rooms.log

    def connect_all(self) -> None:
        """Wire everything once the shell has its pages."""
        self.staff.addRequested.connect(self._add_staff)
        self.staff.ownPinRequested.connect(self._own_pin)
        self.staff.logRequested.connect(lambda: self.rooms.show(self.log))
        self.staff.pressed.connect(self._change_staff)
        self.log.backRequested.connect(lambda: self.rooms.show(self.staff))
        self.log.deedRequested.connect(self._choose_deed)
        self.pages.pin.kept.connect(self._pin_kept)

    def _add_staff(self) -> None:
        """Ask for the name, then the role, then let the new one choose a PIN at this machine."""
        back, staff = self.rooms.back_to(self.staff), self.desk.app.people.staff
        written: list[str] = []

        def keep(name: str, picture: str) -> None:
            self.desk.may.require(Act.STAFF)
            written[:] = [staff.free_name(name)]

        def done() -> None:
            back()
            self._choose_role((), lambda role: self._choose_pin(written[0], role))

        self.rooms.write(Task(NEW_STAFF, WRITE, "", None, keep, done, back))

    def _choose_pin(self, name: str, role: Role) -> None:
        staff, who = self.desk.app.people.staff, self.desk.who
        self._door()
        new = Member("", name, role.value, 0, 0)
        self.pages.pin.begin_choice(new, lambda pin: (staff.add(name, role, pin, who), None)[1])

    def _change_staff(self, kind: str, member_id: str) -> None:
        staff, who = self.desk.app.people.staff, self.desk.who
        member = next(one for one in self.staff.staff if one.id == member_id)
        if kind == "role":
            self._choose_role(
                (member.role,), lambda role: self._changed(lambda: staff.change_role(member_id, role, who))
            )
        elif kind == "rename":
            back = self.rooms.back_to(self.staff)
            keep = lambda name, picture: staff.rename(member_id, name, who)  # noqa: E731
            self.rooms.write(Task(OTHER_NAME, WRITE, member.name, None, keep, back, back))
        else:
            ask = phrase(REMOVE_ASK.key, name=name_of(member))
            self.rooms.sure(
                ask,
                REMOVE_WHAT,
                REMOVE_YES,
                lambda: self._changed(lambda: staff.remove(member_id, who)),
                self.staff,
            )

    def _changed(self, change: Callable[[], object]) -> None:
        """Change the staff, as far as this person may, and read who is here anew."""

        def allowed() -> None:
            self.desk.may.require(Act.STAFF)
            change()

        self.rooms.do(allowed)
        mine = [one for one in self.desk.app.people.staff.all() if one.id == self.desk.member.id]
        self.desk.member = mine[0] if mine else self.desk.member
        self.staff.refresh()

    def _choose_role(self, now: tuple[str, ...], then: Callable[[Role], None]) -> None:
        options = [
            Option(one.value, f"{self.rooms.words(ROLES[one])}: {self.rooms.words(ROLES_TOLD[one])}")
            for one in ROLES
        ]
        self.rooms.chooser.ask(WHICH_ROLE, options, now, lambda keys: then(Role(keys[0])))

    def _own_pin(self) -> None:
        self._door()
        staff = self.desk.app.people.staff.all()
        me = next((one for one in staff if one.id == self.desk.member.id), self.desk.member)
        self.pages.pin.begin_own(me)

    def _door(self) -> None:
        self.pages.bring(self.pages.pin)

    def _pin_kept(self) -> None:
        self.rooms.show(self.staff)
        self.pages.dialog.ask(PIN_KEPT, PIN_USE)

    def _choose_deed(self) -> None:
        options = [
            Option("all", self.rooms.words(EVERYTHING)),
            *(Option(deed.value, self.rooms.words(words)) for deed, words in DEEDS.items()),
        ]
        then: Callable[[tuple[str, ...]], None] = lambda keys: self.log.choose(  # noqa: E731
            "" if keys[0] == "all" else Deed(keys[0]).value
        )
        self.rooms.chooser.ask(WHICH_DEED, options, (self.log.deed or "all",), then)
