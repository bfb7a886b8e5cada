"""The rooms beside group and learners: choosing, groups, a list; who is here and may what.

The shell of the pages knows this one thing; everything the rooms ask and do is wired here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.staff import Act
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.calm import ONE_MOMENT
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.editor import Task
from elder_tutor.ui.trainer.group_chooser import Chooser, Option
from elder_tutor.ui.trainer.group_list import GroupsPage
from elder_tutor.ui.trainer.group_rows import Order, Show, plain_name
from elder_tutor.ui.trainer.group_strip import EVERYBODY, ORDERS, SHOWS
from elder_tutor.ui.trainer.look import told
from elder_tutor.ui.trainer.machine_phone import phone_task
from elder_tutor.ui.trainer.people_card_rooms import NAMES as CARD_NAMES
from elder_tutor.ui.trainer.people_card_rooms import CardRooms
from elder_tutor.ui.trainer.people_import import ENDINGS, ImportPage
from elder_tutor.ui.trainer.people_log import LogPage
from elder_tutor.ui.trainer.people_rooms import StaffRooms
from elder_tutor.ui.trainer.people_staff import StaffPage

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.pages import TrainerPages

WHICH_GROUP: Final = phrase("Which group?")
WHOM: Final = phrase("Whom do you want to see?")
WHICH_ORDER: Final = phrase("In which order?")
WHICH_COURSE: Final = phrase("A lesson of which course?")
WHICH_LESSON: Final = phrase("Which lesson?")
WHO_IS_IN: Final = phrase("Who is in the group?")
CHANGE_GROUPS: Final = phrase("Change groups")
NEW_GROUP: Final = phrase("A new group")
OTHER_NAME: Final = phrase("Another name")
WRITE: Final = phrase("Write the name.")
WRITE_AND_CHOOSE: Final = phrase("Write the name and choose a picture.")
CHOSEN: Final = phrase("The lesson is chosen")
CHOSEN_FOR: Final = phrase("Learners it is chosen for: {count}.")
DISSOLVE_ASK: Final = phrase("Dissolve the group {group}?")
DISSOLVE_WHAT: Final = phrase("Everybody in it stays a learner, with everything they practised.")
DISSOLVE_YES: Final = phrase("Yes, dissolve")
KEEP: Final = phrase("No, keep")
GROUPS: Final = "trainer-groups"
IMPORT: Final = "trainer-import"
STAFF: Final = "trainer-staff"
LOG: Final = "trainer-log"
NAMES: Final = (GROUPS, IMPORT, STAFF, LOG, *CARD_NAMES)


class Rooms(QObject):
    """Own the rooms of one visit and wire them to the shell."""

    def __init__(self, pages: TrainerPages) -> None:
        super().__init__(pages)
        self.pages, self.desk = pages, pages.desk
        self.groups = GroupsPage(self.desk, pages)
        self.staff = StaffPage(self.desk, pages)
        self.log = LogPage(self.desk, pages)
        self.list = ImportPage(self.desk, pages)
        self.chooser = Chooser(pages)
        self.named: dict[str, DeskPage] = {
            GROUPS: self.groups, IMPORT: self.list, STAFF: self.staff, LOG: self.log,
        }  # fmt: skip
        self.guard = StaffRooms(self)
        self.sign_in = CardRooms(self)
        self.named.update(self.sign_in.named)
        self._answer: Callable[[], None] | None = None

    @property
    def all(self) -> tuple[DeskPage, ...]:
        """Answer the pages in these rooms."""
        return tuple(self.named.values())

    def enter(self) -> None:
        """Take who came through the door; the pages offer what this person may do."""
        self.desk.member = self.pages.pin.member
        self.pages.editor.who = self.desk.who
        machine = self.pages.bar.entries.get("trainer-machine")
        if machine is not None:
            machine.setVisible(self.desk.may.allows(Act.MACHINE))

    def connect_all(self) -> None:
        """Wire everything once the shell has its pages."""
        pages, show = self.pages, self.show
        for page in self.all:
            page.told.connect(lambda title, words, more: pages.dialog.ask(title, words, more))  # type: ignore[attr-defined]
        pages.group.choiceRequested.connect(self._choose)
        pages.people.groupsRequested.connect(lambda: show(self.groups))
        pages.people.staffRequested.connect(lambda: show(self.staff))
        pages.people.listRequested.connect(self._bring_list)
        for room in (self.groups, self.staff, self.list):
            room.backRequested.connect(lambda: show(pages.people))
        self.list.peopleChanged.connect(pages.peopleChanged)
        self.list.fileRequested.connect(
            lambda title, then: self.sign_in.files.ask(title, ENDINGS, self.desk.app.clock().tzinfo, then)
        )
        self.list.putAway.connect(self.sign_in.files.forget)
        self.groups.addRequested.connect(self._add_group)
        self.groups.rowChosen.connect(self._open_group)
        self.groups.pressed.connect(lambda kind, key: self.do(lambda: self._change_group(kind, key)))
        pages.machine.phoneRequested.connect(self._write_phone)
        self.guard.connect_all()
        self.sign_in.connect_all()
        pages.dialog.answered.connect(self._answered)

    # --- the matrix --------------------------------------------------------------------

    def _choose(self, what: str) -> None:
        if what == "group":
            self._choose_group()
        elif what == "show":
            options = [Option(one.value, self.words(words)) for one, words in SHOWS.items()]
            now = self.pages.group.sift.show.value
            self.chooser.ask(WHOM, options, (now,), lambda keys: self.pages.group.choose(show=Show(keys[0])))
        elif what == "order":
            options = [Option(one.value, self.words(words)) for one, words in ORDERS.items()]
            now = self.pages.group.sift.order.value
            self.chooser.ask(
                WHICH_ORDER, options, (now,), lambda keys: self.pages.group.choose(order=Order(keys[0]))
            )
        else:
            self._choose_course()

    def _choose_group(self) -> None:
        sight = self.pages.group.sight
        groups = sight.groups if sight is not None else ()
        options = [
            Option("all", self.words(EVERYBODY), "line/people"),
            *(Option(one.id, one.name, picture=one.picture) for one in groups),
            Option("change", self.words(CHANGE_GROUPS), "line/settings"),
        ]

        def chosen(keys: tuple[str, ...]) -> None:
            if keys[0] == "change":
                self.show(self.groups)
            else:
                self.pages.group.choose(group="" if keys[0] == "all" else keys[0])

        self.chooser.ask(WHICH_GROUP, options, (self.pages.group.sift.group or "all",), chosen)

    def _choose_course(self) -> None:
        """Ask for a course, then for one of its lessons; private ones are chosen by their learner only."""
        catalog = self.desk.app.catalog
        courses = [one for one in catalog.courses if self._lessons_of(one.lessons)]
        options = [
            Option(one.id, self.words(phrase(one.name, catalog.domain(one.lessons[0])))) for one in courses
        ]

        def chosen(keys: tuple[str, ...]) -> None:
            course = next(one for one in courses if one.id == keys[0])
            self._choose_lesson(self._lessons_of(course.lessons))

        self.chooser.ask(WHICH_COURSE, options, (), chosen)

    def _choose_lesson(self, lessons: list[str]) -> None:
        heads = {head.id: head for head in self.desk.open_heads()}
        options = [Option(one, self.words(heads[one].title)) for one in lessons]
        self.chooser.ask(WHICH_LESSON, options, (), lambda keys: self.do(lambda: self._assign(keys[0])))

    def _lessons_of(self, ids: tuple[str, ...]) -> list[str]:
        open_ids = {head.id for head in self.desk.open_heads()}
        return [one for one in ids if one in open_ids]

    def _assign(self, lesson: str) -> None:
        self.desk.may.require(Act.TEACH)
        sight = self.pages.group.sight
        learners = sorted(sight.chosen) if sight is not None else []
        assignments = Assignments(self.desk.app.store)
        for learner in learners:
            assignments.assign(learner, lesson=lesson, who=self.desk.who)
        self.pages.dialog.ask(CHOSEN, phrase(CHOSEN_FOR.key, count=len(learners)))

    # --- groups ------------------------------------------------------------------------

    def _open_group(self, group: str) -> None:
        self.pages.group.choose(group=group)
        self.show(self.pages.group)

    def _add_group(self) -> None:
        def keep(name: str, picture: str) -> None:
            self.desk.may.require(Act.PEOPLE)
            made.append(self.desk.app.people.groups.add(name, picture, self.desk.who).id)

        def done() -> None:
            back()
            self._choose_members(made[0])

        made: list[str] = []
        back = self.back_to(self.groups)
        self.write(Task(NEW_GROUP, WRITE_AND_CHOOSE, "", "", keep, done, back, may_choose=True))

    def _change_group(self, kind: str, group_id: str) -> None:
        group = next(one for one in self.groups.groups if one.id == group_id)
        self.desk.may.require(Act.PEOPLE)
        groups, who = self.desk.app.people.groups, self.desk.who
        if kind == "members":
            self._choose_members(group_id)
        elif kind == "rename":
            back = self.back_to(self.groups)
            keep = lambda name, picture: groups.rename(group_id, name, who)  # noqa: E731
            self.write(Task(OTHER_NAME, WRITE, group.name, group.picture, keep, back, back))
        else:
            ask, words = phrase(DISSOLVE_ASK.key, group=group.name), DISSOLVE_WHAT
            self.sure(ask, words, DISSOLVE_YES, lambda: groups.remove(group_id, who), self.groups)

    def _choose_members(self, group: str) -> None:
        people = self.desk.app.people
        members = frozenset(people.groups.members(group))
        # who is in it stands first, the others by name
        learners = sorted(people.learners(), key=lambda one: (one.id not in members, plain_name(one.name)))
        options = [Option(one.id, one.name, picture=one.picture) for one in learners]

        def kept(keys: tuple[str, ...]) -> None:
            self.do(lambda: people.groups.put(group, keys, self.desk.who))
            self.groups.refresh()

        self.chooser.ask(WHO_IS_IN, options, members, kept, many=True)

    def _bring_list(self) -> None:
        self.list.begin()
        self.show(self.list)

    def _write_phone(self) -> None:
        self.write(phone_task(self.desk, self.back_to(self.pages.machine)))

    # --- shared ------------------------------------------------------------------------

    def words(self, words: Phrase) -> str:
        """Answer words as they are shown."""
        return self.pages.wording.shown(words)

    def show(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.pages.bring(page)

    def back_to(self, page: QWidget) -> Callable[[], None]:
        """Answer the way back to a page."""
        return lambda: self.show(page)

    def write(self, task: Task) -> None:
        """Let something be written."""
        self.pages.editor.begin_task(task)
        self.pages.bring(self.pages.editor)

    def do(self, act: Callable[[], object]) -> None:
        """Do it; known trouble is told."""
        try:
            act()
        except KnownError as trouble:
            self.pages.dialog.ask(ONE_MOMENT, told(trouble))

    def sure(
        self, ask: Phrase, words: Phrase, yes: Phrase, act: Callable[[], object], page: DeskPage
    ) -> None:  # fmt: skip
        """Ask before something is taken away."""

        def go() -> None:
            self.do(act)
            page.refresh()

        self._answer = go
        self.pages.dialog.ask(ask, words, yes=yes, no=KEEP, glyph="line/trash")

    def _answered(self, yes: bool) -> None:
        go, self._answer = self._answer, None
        if go is not None and yes:
            go()
