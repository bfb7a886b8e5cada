"""The first start's and the family's pages as they are pictured, with an invented family. Nobody is real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.review import CRITERION
from elder_tutor.ui.family.front import Ask

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.lessons.model import Lesson
    from elder_tutor.ui.program import Program

HOME_PAGES: Final = (
    "first-start-1", "first-start-2", "first-start-3", "first-start-centre", "first-start-picture",
    "first-start-write", "family", "family-person", "family-change", "family-erase", "family-papers",
    "family-house", "family-phone",
)  # fmt: skip
"""The pages that `show` brings up."""
FAMILY: Final = tuple(page for page in HOME_PAGES if page.startswith("family"))
"""Those that show people."""
PEOPLE: Final = (("أم خالد", "dallah"), ("أبو خالد", "palm"), ("جدتي موزة", "pearl"))
DONE: Final = (
    ("watch", "follow", "find", "alone", "check", "check", "refresh"),
    ("watch", "follow", "find", "alone", "check"),
    ("watch", "follow", "find", "alone"),
    ("watch", "follow", "find"),
    ("watch", "follow"),
    ("watch",),
)
"""The stages somebody went through, lesson by lesson."""
PHONE: Final = "+97455551234"


def show(program: Program, name: str) -> None:
    """Bring one of these pages to the front; raise KnownError for the family's where nobody was added yet."""
    app, household = program.app, program.journey.household
    if name.startswith("first-start"):
        _first_start(program, name)
        return
    learners = app.people.learners()
    if not learners:
        raise KnownError("Nobody was added yet.")
    app.settings = app.settings.with_changes(place="home", family_phone=PHONE)
    family, who = household.family, learners[0].id
    shows: dict[str, Callable[[], object]] = {
        "family": family.show,
        "family-person": lambda: family.show_person(who),
        "family-change": lambda: family.show_changes(who),
        "family-erase": lambda: family.ask_erase(who),
        "family-papers": lambda: family.printing.show(who),
        "family-house": family.house.show,
        "family-phone": family.house.phone,
    }
    shows[name]()


def _first_start(program: Program, name: str) -> None:
    app, household = program.app, program.journey.household
    place = "centre" if name == "first-start-centre" else "home"
    app.settings = app.settings.with_changes(place=place)
    asks = {"first-start-1": Ask.PLACE, "first-start-3": Ask.REGION}
    household.ask(asks.get(name, Ask.WHO))
    if name == "first-start-picture":
        household.choose("mother")
    elif name == "first-start-write":
        household.write_name()


def fill_home(app: App, day: date) -> None:
    """Fill an empty store with an invented family as it stands on a day."""
    added = [app.people.add(name, picture).id for name, picture in PEOPLE]
    for who in added:
        app.people.consent(who, True)
    lessons = [lesson for lesson in app.catalog.lessons if not lesson.private]
    private = next((lesson for lesson in app.catalog.lessons if lesson.private), None)
    events: list[Event] = []
    for behind, who in enumerate(added):
        for number, stages in enumerate(DONE[behind * 2 :]):
            first = 10_000 * behind + 100 * number
            events += _practice(who, lessons[number], stages, day, number, first)
    if private is not None:
        events += _practice(added[0], private, ("alone",), day, 9, 9_000)
    app.store.append(events)


def _practice(
    who: str, lesson: Lesson, stages: tuple[str, ...], day: date, number: int, first: int
) -> Iterator[Event]:
    """Answer the events of a lesson, a stage a day, the last one some days ago."""
    for place, stage in enumerate(stages):
        ago = len(stages) - 1 - place + number // 2
        at = datetime.combine(day - timedelta(days=ago), time(7, 5 * number), tzinfo=UTC)
        attempt = f"{first + place + 1:032x}"
        steps = [step.id for step in lesson.steps if not step.optional] if not lesson.private else []
        facts: list[tuple[str, EventKind, dict[str, Scalar]]] = []
        if steps:
            facts = [("", EventKind.OPENED, {"seed": 1, "today": at.date().isoformat()})]
        facts += [(step, EventKind.STEP_DONE, {}) for step in steps]
        judged = stage in ("check", "refresh")
        ending: dict[str, Scalar] = {}
        if judged:
            ending = {"passed": True, "unaided": True, "day": at.date().isoformat(), "criterion": CRITERION}
        facts.append((steps[-1] if steps else "", EventKind.FINISHED, ending))
        for count, (step, kind, data) in enumerate(facts):
            moment = int((at + timedelta(seconds=40 * count)).timestamp() * 1000)
            told = (attempt, who, lesson.id, lesson.revision, stage, step, kind, data, moment)
            yield Event(*told, kiosk="home")
