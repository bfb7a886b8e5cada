"""A morning in an invented hall, for pictures of the board. Nobody is real."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import Need
from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import pictures

if TYPE_CHECKING:
    from elder_tutor.app import App

BOARD: Final = "trainer-board"
MINUTE_MS: Final = 60_000
GROUP: Final = "مجموعة الأحد"
OVER: Final = "over"


class Part(NamedTuple):
    """Who is where, at which step of which lesson, and what they need since how many minutes."""

    name: str
    picture: str
    lesson: str
    stage: str
    step: int
    place: int
    what: str = ""
    minutes: int = 1


PARTS: Final = (
    Part("أبو راشد", "palm", "book-appointment", "alone", 5, 3, Need.STUCK, 4),
    Part("نورة", "lantern", "phishing-sms", "find", 4, 6, Need.ASKED, 1),
    Part("موزة", "pearl", "arabic-keyboard", "follow", 2, 1, Need.QUIET, 2),
    Part("أم خالد", "dallah", "book-appointment", "follow", 5, 2),
    Part("سالم", "dhow", "otp-enter", "alone", 6, 4),
    Part("جاسم", "barjeel", "video-call", "find", 4, 5),
    Part("حصة", "rose", "notifications-manage", "watch", 3, 7),
    Part("خليفة", "moon", "send-message", "check", 8, 8, OVER),
    Part("عبدالله", "ghaf", "upload-document", "follow", 5, 9),
)


def fill_board(app: App) -> None:
    """Write the scene into an empty store."""
    there = pictures()
    people = []
    for number, part in enumerate(PARTS):
        picture = part.picture if part.picture in there else there[number % len(there)]
        learner = app.people.add(part.name, picture)
        app.people.consent(learner.id, True)
        people.append(learner.id)
        app.store.append(_facts(app, learner.id, number, part))
    groups = Groups(app.store)
    groups.put(groups.add(GROUP, there[0]).id, people)


def _facts(app: App, learner: str, number: int, part: Part) -> list[Event]:
    shown = [lesson for lesson in app.catalog.lessons if not lesson.private]
    lesson = next((one for one in shown if one.id == part.lesson), shown[number % len(shown)])
    steps = [step.id for step in lesson.steps if not step.optional]
    at = min(part.step, len(steps)) - 1
    now = milliseconds(app.clock())
    begun = now - part.minutes * MINUTE_MS

    def fact(kind: EventKind, step: str, when: int, **data: Scalar) -> Event:
        where = (lesson.id, lesson.revision, part.stage, step)
        return Event(f"board-{number}", learner, *where, kind, data, when, kiosk=f"kiosk-{part.place}")

    opened = begun - MINUTE_MS
    facts = [fact(EventKind.OPENED, steps[0], opened, seed=1, today=app.clock().date().isoformat())]
    facts += [fact(EventKind.STEP_DONE, step, opened + 1) for step in steps[:at]]
    facts.append(fact(EventKind.ACTED, steps[at], begun, do="tap", right=True))
    if part.what == Need.STUCK:
        facts += [fact(EventKind.ACTED, steps[at], begun + n, do="tap", right=False) for n in range(1, 5)]
    elif part.what == Need.ASKED:
        facts.append(fact(EventKind.HELPED, steps[at], begun, by="learner", why="asked"))
    elif part.what == OVER:
        facts.append(fact(EventKind.FINISHED, steps[at], now, passed=True, unaided=True))
    if part.what not in (Need.QUIET, OVER):
        facts.append(fact(EventKind.MISSED, steps[at], now))
    return facts
