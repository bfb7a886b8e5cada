"""The family's pages at home: everybody's progress, papers, adding a person, what holds for the house."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import FIRST
from elder_tutor.progress.people import Learner
from elder_tutor.progress.pins import Pins
from elder_tutor.text.phrase import Phrase, phrase, with_values
from elder_tutor.ui import words
from elder_tutor.ui.family import first_words as first
from elder_tutor.ui.family.house import House
from elder_tutor.ui.family.printing import Printing
from elder_tutor.ui.family.progress import Progress, mastered_by, progress_of, time_of
from elder_tutor.ui.pages.family_person import FamilyPersonPage, Figure
from elder_tutor.ui.pages.family_write import WritePage, Writing
from elder_tutor.ui.pages.first_start import FamilyPage
from elder_tutor.ui.pages.first_start_state import Act, Question, Tile

if TYPE_CHECKING:
    from elder_tutor.ui.family.household import Household

WHOSE: Final = phrase("The family: whose practice shall we see?")
NOBODY: Final = phrase("The family: nobody has been added yet.")
KNOWN: Final = phrase("Mastered: {done} of {all}")
ADD: Final = phrase("Add a person")
HOUSE: Final = phrase("The house")
LEAVE: Final = phrase("Leave")
GIVE_PIN: Final = phrase("Enter the family's PIN.")
PIN: Final = phrase("PIN")
PRACTICE: Final = phrase("{name}: this is the practice so far.")
MASTERED: Final = phrase("Lessons mastered")
TODAY: Final = phrase("Today's practice")
TIME: Final = phrase("Time of practice")
DAYS: Final = phrase("Days of practice")
DONE: Final = phrase("Done today")
NOT_YET: Final = phrase("Not yet")
PAPERS: Final = phrase("Print")
CHANGE: Final = phrase("Change")
WHAT: Final = phrase("{name}: what shall we change?")
OTHER_NAME: Final = phrase("The name")
OTHER_PICTURE: Final = phrase("The picture")
ERASE: Final = phrase("Erase this person")
ASK_ERASE: Final = phrase("Erase {name} and the whole practice?")
ASK_TWICE: Final = phrase("It cannot be brought back. Erase it really?")
KEEP: Final = phrase("No, keep everything")
GO_ON: Final = phrase("Yes, go on")
ERASE_NOW: Final = phrase("Erase it now")
NEW_NAME: Final = phrase("Write the new name.")
BACK_ACT: Final = first.BACK_ACT


class Family(QObject):
    """Show one page after the other; what is done is signed as the family's in the audit log."""

    def __init__(self, household: Household) -> None:
        super().__init__(household)
        self.household, self.journey = household, household.journey
        self.window, self.app = household.window, household.app
        self.house = House(self)
        self._choose: Callable[[str], None] = lambda which: None
        self._acts: dict[str, Callable[[], None]] = {}
        self.printing = Printing(self)
        self.window.pageShown.connect(self._shown)

    # --- coming in --------------------------------------------------------------------

    def open(self) -> None:
        """Show everybody; where the family has chosen a PIN it is asked for first. Raises nothing."""
        self.household.guarded(lambda _: self._enter(), "")

    def _enter(self) -> None:
        if not Pins(self.app.store).is_set_for(FIRST):
            self.show()
            return
        asked = Writing(
            GIVE_PIN, PIN, self._try, self.journey.start, digits=True, secret=True, pin=True, main=words.GO_ON
        )  # fmt: skip
        self.write(asked)

    def _try(self, pin: str) -> None:
        self.app.people.check_pin(pin)
        self.show()

    def show(self) -> None:
        """Show everybody who learns here."""
        people = self.app.people.learners()
        known, lessons = mastered_by(self.app)
        tiles = tuple(self._person(each, known.get(each.id, 0), lessons) for each in people)
        main = Act("add", ADD, "line/plus")
        acts = (Act("house", HOUSE, "line/home"), Act("leave", LEAVE, "line/leave", quiet=True))
        asked = Question((WHOSE if people else NOBODY,), tiles, main, acts, beside=True)
        self.ask(asked, self.show_person, add=self.add, house=self.house.show, leave=self.journey.start)

    @staticmethod
    def _person(learner: Learner, mastered: int, lessons: int) -> Tile:
        said = phrase(KNOWN.key, done=mastered, all=lessons)
        return Tile(learner.id, phrase("{name}", name=learner.name), f"pictures/{learner.picture}", said)

    # --- one person -------------------------------------------------------------------

    def show_person(self, learner_id: str) -> None:
        """Show one person's practice. Raises UnknownLearner."""
        done = progress_of(self.app, learner_id)
        name = done.learner.name
        acts = (Act("change", CHANGE, "line/settings"), BACK_ACT)
        asked = Question((phrase(PRACTICE.key, name=name),), (), Act("papers", PAPERS, "line/print"), acts)
        self._acts = {
            "papers": partial(self.printing.show, learner_id),
            "change": partial(self.show_changes, learner_id),
            "back": self.show,
        }
        made = self.window.has(FamilyPersonPage)
        page = self.window.page(FamilyPersonPage)
        if not made:
            page.acted.connect(lambda which: self.household.guarded(self._act, which))
            page.languageRequested.connect(self.household.switch_language)
        page.render_person(asked, self._figures(done), done.rows)
        self.window.show_page(page)

    def _figures(self, done: Progress) -> tuple[Figure, ...]:
        known = phrase("{step} of {steps}", step=done.mastered, steps=done.lessons)
        days = phrase("{days:count:day:nom}", days=done.days) if done.days else NOT_YET
        return (
            Figure("mastered", known, MASTERED, f"pictures/{done.learner.picture}"),
            Figure("today", DONE if done.today_done else NOT_YET, TODAY, "line/star"),
            Figure("time", time_of(done.minutes) if done.minutes else NOT_YET, TIME, "line/clock"),
            Figure("days", days, DAYS, "line/calendar"),
        )

    # --- adding and changing ------------------------------------------------------------

    def add(self) -> None:
        """Let a person be added: who it is, then a picture."""
        tiles = (*self.household.suggested(), Tile(first.WRITE, first.ANOTHER, "places/write"))
        self.ask(Question((first.WHO,), tiles, None, (BACK_ACT,)), self._who, back=self.show)

    def _who(self, which: str) -> None:
        if which == first.WRITE:
            self.write(Writing(first.WRITE_NAME, first.NAME, self._new, self.add))
        else:
            self._new(self.window.wording.shown(first.PEOPLE[which][1]))

    def _new(self, name: str) -> None:
        tidy = first.checked_name(name)

        def keep(picture: str) -> None:
            self.app.people.add(tidy, picture, who=first.FAMILY)
            self.show()

        self._picture(tidy, self.household.free_picture(), keep, self.add)

    def show_changes(self, learner_id: str) -> None:
        """Offer what can be changed for a person."""
        learner = self.app.people.learner(learner_id)
        tiles = (
            Tile("name", OTHER_NAME, "places/write", phrase("{name}", name=learner.name)),
            Tile("picture", OTHER_PICTURE, f"pictures/{learner.picture}"),
            Tile("erase", ERASE, "line/trash"),
        )
        doing = {
            "name": partial(self._rename, learner),
            "picture": partial(self._other_picture, learner),
            "erase": partial(self.ask_erase, learner_id),
        }
        back = partial(self.show_person, learner_id)
        asked = Question((phrase(WHAT.key, name=learner.name),), tiles, None, (BACK_ACT,))
        self.ask(asked, lambda which: doing[which](), back=back)

    def _rename(self, learner: Learner) -> None:
        back = partial(self.show_changes, learner.id)

        def keep(name: str) -> None:
            self.app.people.rename(learner.id, name, first.FAMILY)
            back()

        self.write(Writing(NEW_NAME, first.NAME, keep, back, learner.name))

    def _other_picture(self, learner: Learner) -> None:
        from elder_tutor.progress.cards import first_free

        people, back = self.app.people, partial(self.show_changes, learner.id)

        def keep(picture: str) -> None:
            card = first_free(picture, people.taken(picture, learner.id))
            people.change_card(learner.id, picture, card, first.FAMILY)
            back()

        self._picture(learner.name, learner.picture, keep, back)

    def _picture(self, name: str, chosen: str, keep: Callable[[str], None], back: Callable[[], None]) -> None:
        asked = self.household.picture_question(name, chosen, counted=False)
        self.ask(asked, keep, keep=lambda: keep(chosen), back=back)

    def ask_erase(self, learner_id: str) -> None:
        """Ask twice: what would be gone, then whether really."""
        learner = self.app.people.learner(learner_id)
        back = partial(self.show_changes, learner.id)
        main = Act("stay", KEEP, "line/check")
        asked = phrase(ASK_ERASE.key, name=learner.name)

        def erase() -> None:
            self.app.people.remove(learner.id, first.FAMILY)
            self.show()

        def really() -> None:
            # Back stands where «go on» stood: who taps there once more by mistake erases nothing.
            acts = (BACK_ACT, Act("erase", ERASE_NOW, "line/trash", quiet=True))
            self.ask(Question((ASK_TWICE,), (), main, acts), stay=back, erase=erase, back=back)

        picture = Tile("stay", phrase("{name}", name=learner.name), f"pictures/{learner.picture}")
        once = Question((asked,), (picture,), main, (Act("on", GO_ON, "line/trash", quiet=True), BACK_ACT))
        self.ask(once, lambda _: back(), stay=back, on=really, back=back)

    # --- pages --------------------------------------------------------------------------

    def _shown(self) -> None:
        self.printing.leave()

    def ask(
        self, question: Question, choose: Callable[[str], None] = lambda which: None,
        **acts: Callable[[], object],
    ) -> None:  # fmt: skip
        """Show a question; ``choose`` takes the tile, ``acts`` are the buttons by their ids."""
        self._choose = choose
        self._acts = {name: partial(_done, act) for name, act in acts.items()}
        made = self.window.has(FamilyPage)
        page = self.window.page(FamilyPage)
        if not made:
            page.chosen.connect(lambda which: self.household.guarded(lambda one: self._choose(one), which))
            page.acted.connect(lambda which: self.household.guarded(self._act, which))
            page.languageRequested.connect(self.household.switch_language)
        page.render_question(question)
        self.window.show_page(page)

    def write(self, task: Writing) -> None:
        """Let something be written; what cannot be kept is said on the page."""
        made = self.window.has(WritePage)
        page = self.window.page(WritePage)
        if not made:
            page.kept.connect(self._written)
            page.backRequested.connect(lambda: page.task.back() if page.task is not None else None)
        page.begin(task)
        self.window.show_page(page)
        page.field.setFocus()

    def _written(self, text: str) -> None:
        page = self.window.page(WritePage)
        task = page.task
        if task is None:
            return
        try:
            task.keep(text)
        except KnownError as trouble:
            page.tell(told(trouble))

    def _act(self, which: str) -> None:
        self._acts[which]()


def told(trouble: KnownError) -> Phrase:
    """Answer what is said of known trouble."""
    facts = {name: value if isinstance(value, int) else str(value) for name, value in trouble.facts.items()}
    return with_values(phrase(trouble.message), facts)


def _done(act: Callable[[], object]) -> None:
    act()
