"""The first start: where we are, who will learn, which country; each answer holds at once."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from elder_tutor import i18n
from elder_tutor.errors import KnownError
from elder_tutor.progress.people import NameTrouble, PictureTrouble, pictures
from elder_tutor.regions import load_region
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.family import front
from elder_tutor.ui.family.first_words import (
    ADD_LATER,
    ANOTHER,
    AT_HOME,
    BACK_ACT,
    BY_TRAINER,
    CALLED,
    CENTRE,
    COUNTRIES,
    COUNTRY,
    FAMILY,
    FOLLOWS,
    FOR_FAMILY,
    FOR_MANY,
    GUEST_ACT,
    HOME,
    IN_CENTRE,
    KEEP_NEWCOMER,
    LATER,
    NAME,
    NOW,
    PEOPLE,
    PICTURE,
    TAP_ONE,
    THIS_ONE,
    TRAINER,
    WHERE,
    WHO,
    WHO_CENTRE,
    WRITE,
    WRITE_NAME,
    YES,
    checked_name,
    machine_region,
    picture_name,
)
from elder_tutor.ui.family.first_words import PICTURE_NAMES as PICTURE_NAMES
from elder_tutor.ui.family.front import Ask
from elder_tutor.ui.pages.first_start import FirstStartPage
from elder_tutor.ui.pages.first_start_state import Act, Question, Tile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from elder_tutor.progress.people import Learner
    from elder_tutor.ui.family.family import Family
    from elder_tutor.ui.journey import Journey


class Household(QObject):
    """Ask the first questions and open the family's page; what was answered is kept before the next comes."""

    def __init__(self, journey: Journey, environment: Mapping[str, str] | None = None) -> None:
        super().__init__(journey)
        self.journey, self.window, self.app = journey, journey.window, journey.app
        self.asking = Ask.NONE
        self._name = ""
        self._environment = os.environ if environment is None else environment
        self._family: Family | None = None

    @property
    def family(self) -> Family:
        """Answer the family's pages; they are made when they are first needed."""
        from elder_tutor.ui.family.family import Family

        if self._family is None:
            self._family = Family(self)
        return self._family

    # --- asking ----------------------------------------------------------------------

    def ask(self, which: Ask) -> None:
        """Ask a question."""
        self.asking, self._name = which, ""
        if which is Ask.PLACE:
            self._show(self.place_question())
        elif which is Ask.WHO:
            self._show(self.who_question())
        else:
            self._show(self.region_question())

    def place_question(self) -> Question:
        """Ask where we are."""
        tiles = (
            Tile(HOME, AT_HOME, "places/home", FOR_FAMILY),
            Tile(CENTRE, IN_CENTRE, "places/centre", FOR_MANY),
        )
        return Question((WHERE,), tiles, None, (GUEST_ACT,), 1, 3)

    def who_question(self) -> Question:
        """Ask who will learn; in a centre, who adds the learners."""
        if self.app.settings.place == CENTRE:
            offered = (
                Tile(WRITE, NOW, "places/write"),
                Tile(BY_TRAINER, TRAINER, "places/trainer"),
                Tile(ADD_LATER, LATER, "places/later"),
            )
            return Question((WHO_CENTRE,), offered, self._stay(), (BACK_ACT, GUEST_ACT), 2, 3)
        tiles = (*self.suggested(), Tile(WRITE, ANOTHER, "places/write"))
        return Question((WHO, TAP_ONE), tiles, self._stay(), (BACK_ACT, GUEST_ACT), 2, 3)

    def _stay(self) -> Act | None:
        """Offer to keep who was added before, when the question is asked again."""
        new = self.newcomer()
        said = phrase(YES.key, name=new.name) if new is not None else None
        return Act(KEEP_NEWCOMER.id, said, KEEP_NEWCOMER.glyph) if said is not None else None

    def suggested(self) -> tuple[Tile, ...]:
        """Answer who may be meant, so that nothing must be written."""
        return tuple(Tile(key, word, drawing) for key, (word, _, drawing) in PEOPLE.items())

    def picture_question(self, name: str, chosen: str = "", counted: bool = True) -> Question:
        """Ask which picture stands for somebody; one that nobody has is proposed."""
        proposed = chosen or self.free_picture()
        tiles = tuple(
            Tile(key, picture_name(key, number), f"pictures/{key}", None, key == proposed)
            for number, key in enumerate(pictures(), 1)
        )
        main = Act("keep", THIS_ONE, "line/check")
        asked = (phrase(PICTURE.key, name=name),)
        return Question(asked, tiles, main, (BACK_ACT,), 2 if counted else 0, 3)

    def region_question(self, held: str = "", counted: bool = True) -> Question:
        """Ask for the country; the one that is ``held``, else that of this machine, is first and marked."""
        guessed = held or machine_region(self._environment, self.app.settings.region)
        order = [guessed, *(each for each in COUNTRIES if each != guessed)]
        tiles = tuple(Tile(each, COUNTRIES[each], "", self._calling(each), each == guessed) for each in order)
        main = Act("keep", phrase(YES.key, name=COUNTRIES[guessed]), "line/check")
        acts = (BACK_ACT, GUEST_ACT) if counted else (BACK_ACT,)
        return Question((COUNTRY, FOLLOWS), tiles, main, acts, 3 if counted else 0, 3)

    def free_picture(self) -> str:
        """Answer a picture that nobody has yet, else the first."""
        taken = {one.picture for one in self.app.people.learners()}
        return next((key for key in pictures() if key not in taken), pictures()[0])

    @staticmethod
    def _calling(region: str) -> Phrase:
        return phrase(CALLED.key, number=f"+{load_region(region).calling_code}")

    # --- answers ---------------------------------------------------------------------

    def choose(self, which: str) -> None:
        """Take an answer, keep it, and go on. Raises KnownError."""
        if self._name:
            self._add(self._name, which)
        elif self.asking is Ask.PLACE:
            self._keep(Ask.WHO, place=which)
        elif self.asking is Ask.WHO:
            self._who(which)
        else:
            self._finish(which)

    def act(self, which: str) -> None:
        """Answer a button of the lower row. Raises KnownError."""
        page = self.window.page(FirstStartPage)
        if which == GUEST_ACT.id:
            self.journey.begin(None)
        elif which == KEEP_NEWCOMER.id:
            self._keep(Ask.REGION)
        elif which == BACK_ACT.id:
            self._back()
        elif page.question is not None:
            self.choose(next(tile.id for tile in page.question.tiles if tile.chosen))

    def switch_language(self) -> None:
        """Go on in the next language; the program keeps it."""
        held = self.window.settings
        following = i18n.next_language(held.language, held.languages)
        self.journey.changing.change("language", following)
        self.app.keep_settings({"language": following})

    def _who(self, which: str) -> None:
        if which == WRITE:
            self.write_name()
        elif which == BY_TRAINER:
            self._keep(Ask.TRAINER)
        elif which == ADD_LATER:
            self._keep(Ask.REGION)
        else:
            self._named(self.window.wording.shown(PEOPLE[which][1]))

    def _named(self, name: str) -> None:
        """Go on to the picture of somebody of this name."""
        self._name = name
        self._show(self.picture_question(name))

    def write_name(self) -> None:
        """Let a name be written."""
        from elder_tutor.ui.pages.family_write import Writing

        self.family.write(Writing(WRITE_NAME, NAME, self._written, lambda: self.ask(Ask.WHO)))

    def _written(self, name: str) -> None:
        self._named(checked_name(name))

    def _add(self, name: str, picture: str) -> None:
        """Add who will learn; who was added before in these questions gives way."""
        former = self.newcomer()
        if former is None or (former.name, former.picture) != (name, picture):
            self.app.people.add(name, picture, who=FAMILY)
            if former is not None:
                self.app.people.remove(former.id, FAMILY)
        self._keep(Ask.REGION)

    def newcomer(self) -> Learner | None:
        """Answer who was added in these questions: the only learner, who was never asked anything yet."""
        people = self.app.people.learners()
        return people[0] if len(people) == 1 and people[0].consent is None else None

    def _finish(self, region: str) -> None:
        by_trainer = front.next_question(self.app) is Ask.TRAINER
        self.app.keep_settings({"region": region, front.NEXT: Ask.NONE.value})
        self.asking = Ask.NONE
        self.journey.wearing.follow_centre()
        self.journey.start()
        if by_trainer:
            self.journey.open_trainer()

    def _keep(self, following: Ask, **answer: str) -> None:
        """Keep an answer together with the question that comes next, and ask it."""
        self.app.keep_settings({**answer, front.NEXT: following.value})
        self.journey.wearing.follow_centre()
        self.ask(following)

    def _back(self) -> None:
        if self._name:
            self.ask(Ask.WHO)
        elif self.asking is Ask.WHO:
            self._keep(Ask.PLACE)
        else:
            self._keep(Ask.WHO)

    def guarded(self, do: Callable[[str], None], which: str) -> None:
        """Do what was asked for; known trouble is told in one calm sentence.

        After a name or picture that cannot be kept the same question stands again.
        """
        page = self.window.current
        try:
            do(which)
        except (NameTrouble, PictureTrouble) as trouble:
            again = partial(self.window.show_page, page) if page is not None else self.journey.start
            self.window.show_trouble(trouble, again, words.GO_ON)
        except KnownError as trouble:
            self.journey.troubled(trouble)

    def open_family(self) -> None:
        """Show the family's page."""
        self.family.open()

    def _show(self, question: Question) -> None:
        made = self.window.has(FirstStartPage)
        page = self.window.page(FirstStartPage)
        if not made:
            page.chosen.connect(lambda which: self.guarded(self.choose, which))
            page.acted.connect(lambda which: self.guarded(self.act, which))
            page.languageRequested.connect(self.switch_language)
        page.render_question(question)
        self.window.show_page(page)
