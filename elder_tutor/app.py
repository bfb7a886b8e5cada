"""Put the domain together, once: packs, store, people, settings, sessions. No Qt.

The window, the command line and the tests build the same App and pass it down. Nothing
here is loaded that the first page does not need.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elder_tutor import i18n, regions, resources, settings
from elder_tutor.frozen import dataclass
from elder_tutor.i18n import Translator
from elder_tutor.lessons.teaching.stages import JUDGED, OFFERED, Stage, stage_after
from elder_tutor.progress import preferences
from elder_tutor.progress.identity import place_from_host, place_of
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Attempt, Store
from elder_tutor.settings import Settings
from elder_tutor.text.wording import Wording

if TYPE_CHECKING:
    from elder_tutor.lessons.catalog import Catalog
    from elder_tutor.lessons.model import Course, Lesson
    from elder_tutor.lessons.reading.faults import Fault
    from elder_tutor.progress.summaries import Standing
    from elder_tutor.session import Session

NAME = "elder-tutor"
PLACE_VARIABLE = "ELDER_TUTOR_KIOSK"
"""The variable of the environment that names a place where no option does."""


@dataclass(frozen=True, slots=True)
class Card:
    """One lesson on the home page of one learner.

    ``done`` are the stages gone through, ``next`` the one the card opens: a refresh once it is
    due. ``step`` of
    ``steps`` is where its open attempt was left, both 0 when there is none. ``today`` marks
    the one practice that is proposed.
    """

    lesson: Lesson
    course: Course | None
    domain: str
    done: tuple[Stage, ...] = ()
    next: Stage = Stage.WATCH
    is_open: bool = False
    step: int = 0
    steps: int = 0
    last_at: int = 0
    today: bool = False
    why: str = ""
    """Why it is proposed today: ``due`` (a refresh), ``assigned``, ``open`` (it is in hand) or ``next``."""
    assigned: bool = False
    """A trainer chose it for this learner, and it is not done yet."""
    mastered: bool = False
    due: str = ""
    """The day of the next refresh, YYYY-MM-DD; "" before the first check."""

    @property
    def is_done(self) -> bool:
        """Tell whether the last stage of this lesson was passed."""
        return _stages(self.lesson)[-1] in self.done


@dataclass(slots=True)
class App:
    """The whole domain. The packs are opened when they are first asked for: the welcome page does without."""

    open_packs: Callable[[], Catalog]
    store: Store
    people: People
    settings: Settings
    clock: Callable[[], datetime]
    seed: Callable[[], int]
    today: date | None
    data_dir: Path | None
    translations: tuple[Path, ...] = ()
    """Folders of catalogues that come before the program's own: made-up languages for tests of the layout."""
    _catalog: Catalog | None = None

    def close(self) -> None:
        """Give the file back, trying once more to store what waits."""
        self.store.close()

    @property
    def catalog(self) -> Catalog:
        """Answer the packs that are there."""
        if self._catalog is None:
            self._catalog = self.open_packs()
        return self._catalog

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Answer what is wrong with the packs."""
        return self.catalog.faults

    @property
    def region(self) -> regions.Region:
        """Answer the region of the centre."""
        return regions.load_region(self.settings.region)

    def session(self, learner: str | None) -> Session:
        """Begin the session of a learner, or of a guest (None) of whom nothing is kept."""
        from elder_tutor.session import Session

        return Session(
            self.catalog, self.store, learner,
            clock=self.clock, seed=self.seed, region=self.region, today=self.today,
        )  # fmt: skip

    def wording(self, lang: str = "", digits: str = "") -> Wording:
        """Answer the words of a language in its digits, ``latn`` or ``arab``; unnamed they are as set."""
        lang = lang or self.settings.language
        folders = (*self.translations, resources.translations())
        translator = Translator(lang, folders, self._own_translations, self._source_of)
        return Wording(lang, translator, self.region, digits or self.settings.digits)

    def _source_of(self, domain: str) -> str:
        named = (pack.language for pack in self.catalog.packs if pack.id == domain)
        return next(named, i18n.PACK_SOURCE)

    def _own_translations(self) -> Iterator[Path]:
        return (Path(pack.folder) / "translations" for pack in self.catalog.packs)

    # --- settings ----------------------------------------------------------------

    def settings_of(self, learner: str | None) -> Settings:
        """Answer the settings of a learner: their own, on top of the centre's."""
        if learner is None:
            return self.settings
        return settings.from_mapping(preferences.get(self.store, learner), self.settings)

    def keep_settings(self, changes: dict[str, preferences.Json], learner: str | None = None) -> Settings:
        """Keep changed settings of a learner, or of the centre (None), and answer what holds now."""
        owner = learner or preferences.CENTRE
        preferences.put(self.store, {**preferences.get(self.store, owner), **changes}, owner)
        if learner is None:
            self.settings = settings.from_mapping(changes, self.settings)
        return self.settings_of(learner)

    def forget_settings(self, learner: str) -> dict[str, preferences.Json]:
        """Let the centre's settings hold for a learner again; answer what they had of their own."""
        mine = preferences.get(self.store, learner)
        preferences.put(self.store, {}, learner)
        return mine

    # --- what the home page shows ---------------------------------------------------

    def next_stage(self, session: Session, lesson_id: str) -> Stage:
        """Answer the stage a lesson is opened in: the one left open, else the next. Raises UnknownLesson."""
        lesson = self.catalog.lesson(lesson_id)
        return next(card.next for card in self.cards(session) if card.lesson is lesson)

    def cards(self, session: Session) -> tuple[Card, ...]:
        """Answer every lesson as it stands for a learner, in the order of the courses.

        One is today's practice: a refresh that is due, else what a trainer chose, else the lesson
        in hand, else the next one whose needs are met. Needs no fsrs: the day was kept when the
        check was finished.
        """
        from elder_tutor.progress.summaries import matrix

        standings = {row.lesson: row for row in matrix(session.store, session.learner)}
        cards = [self._card(lesson, session, standings.get(lesson.id)) for lesson in self.catalog.lessons]
        wanted = self._wanted(cards, session)
        cards = [replace(card, assigned=card.lesson.id in wanted) for card in cards]
        chosen, why = self._proposed(cards, wanted)
        return tuple(replace(card, today=True, why=why) if card is chosen else card for card in cards)

    def practice_today(self, session: Session) -> Card | None:
        """Answer the one lesson that is proposed to a learner today; None when there is no lesson."""
        return next((card for card in self.cards(session) if card.today), None)

    def _wanted(self, cards: Sequence[Card], session: Session) -> tuple[str, ...]:
        """Answer the ids of the lessons a trainer chose and that are not done yet, the newest choice first.

        Of a course the lessons stand in its own order. A private lesson is never among them.
        """
        from elder_tutor.progress.assignments import Assignments

        chosen = Assignments(session.store).of(session.learner, self._day())
        found = (
            card.lesson.id
            for one in chosen
            for card in cards
            if one.lesson == card.lesson.id or (one.course and card.course and one.course == card.course.id)
            if not card.lesson.private and not card.is_done
        )
        return tuple(dict.fromkeys(found))

    def _proposed(self, cards: Sequence[Card], wanted: Sequence[str] = ()) -> tuple[Card | None, str]:
        """Answer the card to propose and why. A private lesson is never proposed on a page others may see."""
        shown = [card for card in cards if not card.lesson.private]
        due = min((card for card in shown if card.next is Stage.REFRESH), key=_due, default=None)
        if due is not None:
            return due, "due"
        if wanted:
            return next(card for card in shown if card.lesson.id == wanted[0]), "assigned"
        in_hand = (card for card in shown if card.is_open or (card.done and not card.is_done))
        left = max(in_hand, key=_when, default=None)
        if left is not None:
            return left, "open"
        met = {card.lesson.id for card in cards if card.is_done}
        fresh = [card for card in shown if not card.is_done]
        ready = (card for card in fresh if {need.id for need in self.catalog.needs(card.lesson.id)} <= met)
        return next(ready, next(iter(fresh or shown), None)), "next"

    def _day(self) -> str:
        return (self.today or self.clock().date()).isoformat()

    def _card(self, lesson: Lesson, session: Session, row: Standing | None) -> Card:
        bare = Card(lesson, self.catalog.course(lesson.id), self.catalog.domain(lesson.id))
        if row is None:
            return bare
        done = tuple(stage for stage in OFFERED if stage.value in row.stages)
        following = stage_after(done[-1]) if done else OFFERED[0]
        if following not in _stages(lesson):
            following = done[-1]
        if row.is_due(self._day()):
            following = Stage.REFRESH
        card = replace(
            bare, done=done, next=following, last_at=row.last_at, mastered=row.is_mastered, due=row.due
        )
        attempt = None if lesson.private else session.store.open_attempt(session.learner, lesson.id)
        return _with_attempt(card, attempt) if attempt and attempt.revision == lesson.revision else card


def _with_attempt(card: Card, attempt: Attempt) -> Card:
    if attempt.stage not in {stage.value for stage in Stage}:
        return card
    steps = [step.id for step in card.lesson.steps]
    step = steps.index(attempt.step) + 1 if attempt.step in steps else 0
    return replace(
        card, next=Stage(attempt.stage), is_open=True, step=step, steps=len(steps), last_at=attempt.last_at
    )


def _stages(lesson: Lesson) -> tuple[Stage, ...]:
    """Answer the stages a lesson is gone through; one without a check ends with alone."""
    return OFFERED if lesson.check else tuple(stage for stage in OFFERED if stage not in JUDGED)


def _due(card: Card) -> str:
    return card.due


def _when(card: Card) -> int:
    return card.last_at


def build(
    data_dir: Path | None = None, *, packs: Sequence[Path] | None = None,
    clock: Callable[[], datetime] | None = None, seed: Callable[[], int] | None = None,
    today: date | None = None, cache_dir: Path | None = None, kiosk: str = "",
) -> App:  # fmt: skip
    """Open everything. Raises KnownError when the data folder cannot be used.

    ``data_dir`` defaults to this user's own; ``packs`` to the core pack and those in
    ``packs`` of the data folder; ``seed`` gives the number of each new attempt; ``kiosk`` is the
    name of this place (see `place_here`).
    """
    folder = data_dir or default_data_dir()
    clock = clock or local_now
    store = Store.open(folder, clock, place_here(kiosk))
    places = tuple(packs) if packs is not None else (resources.assets() / "packs", folder / "packs")

    def open_packs() -> Catalog:
        from elder_tutor.lessons.catalog import open_catalog

        return open_catalog(places, cache_dir or default_cache_dir())

    try:
        chosen = settings.from_mapping(preferences.get(store))
    except BaseException:
        store.close()
        raise
    return App(open_packs, store, People(store), chosen, clock, seed or _any_seed, today, folder)


def build_without_data(clock: Callable[[], datetime] | None = None, today: date | None = None) -> App:
    """Open everything with a store in memory, for a data folder that cannot be used: guests can practise."""
    clock = clock or local_now
    store = Store.memory(clock)
    return App(open_core_catalog, store, People(store), Settings(), clock, _any_seed, today, None)


def open_core_catalog(cache_dir: Path | None = None) -> Catalog:
    """Open the packs the program brings; nothing is read from or written to a data folder."""
    from elder_tutor.lessons.catalog import open_catalog

    return open_catalog((resources.assets() / "packs",), cache_dir)


def open_every_catalog(data_dir: Path | None = None, cache_dir: Path | None = None) -> Catalog:
    """Open the packs the program brings and a centre's own in its data folder; nothing is written there."""
    from elder_tutor.lessons.catalog import open_catalog

    places = (resources.assets() / "packs", (data_dir or default_data_dir()) / "packs")
    return open_catalog(places, cache_dir)


@contextmanager
def open_people(data_dir: Path | None = None) -> Iterator[People]:
    """Give the learners and the PIN of a data folder, and close it afterwards. Raises KnownError."""
    store = Store.open(data_dir or default_data_dir(), local_now)
    try:
        yield People(store)
    finally:
        store.close()


def place_here(kiosk: str = "") -> str:
    """Answer what this place is called: as told, else as the environment has it, else as the machine.

    Raises PlaceTrouble when it is told a name that cannot be one; other signs of the environment's are
    replaced, as nobody stands there to mend it.
    """
    if kiosk:
        return place_of(kiosk)
    return place_from_host(os.environ.get(PLACE_VARIABLE, "").strip() or _host())


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def default_data_dir() -> Path:
    """Answer where this user's progress is kept."""
    return _user_dir("XDG_DATA_HOME", ".local/share", "user_data_dir")


def default_cache_dir() -> Path:
    """Answer where what can be made again is kept."""
    return _user_dir("XDG_CACHE_HOME", ".cache", "user_cache_dir")


def _user_dir(variable: str, otherwise: str, elsewhere: str) -> Path:
    # On Linux the rule is short enough to save the first page an import; platformdirs knows the others.
    if sys.platform.startswith("linux"):
        named = os.environ.get(variable, "").strip()
        return (Path(named) if named.startswith("/") else Path.home() / otherwise) / NAME
    import platformdirs

    return Path(getattr(platformdirs, elsewhere)(NAME, appauthor=False))


def local_now() -> datetime:
    """Answer the time with this machine's zone."""
    return datetime.now().astimezone()


def _any_seed() -> int:
    return int.from_bytes(os.urandom(4)) % (2**31 - 1) + 1
