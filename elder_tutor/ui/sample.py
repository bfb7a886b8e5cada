"""An invented centre with eight months of practice, for pictures of the trainer's pages. Nobody is real."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from elder_tutor.progress.events import Event, EventKind, Scalar
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import pictures
from elder_tutor.reports import phases
from elder_tutor.reports.phases import Phase

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.lessons.model import Lesson

SAMPLED: Final = (
    "trainer-group", "trainer-learner", "trainer-lesson", "trainer-needs", "trainer-quality",
    "trainer-people", "trainer-groups", "trainer-log", "trainer-card", "trainer-symbols", "trainer-photo",
    "trainer-sign-in-cards",
)  # fmt: skip
"""The pages that are pictured with it where no data is named."""
SEED: Final = 7
MONTHS: Final = 8
NAMES: Final = (
    "أم خالد", "أبو راشد", "نورة", "سالم", "موزة", "جاسم", "حصة", "خليفة", "مريم", "حمد", "شيخة", "عبد الله",
    "لطيفة", "ناصر", "فاطمة", "راشد", "عائشة", "يوسف", "هند", "سعيد", "آمنة", "علي", "سلمى", "ماجد",
)  # fmt: skip
GROUPS: Final = (("مجموعة الأحد", 11), ("مجموعة الثلاثاء", 9), ("مجموعة المساء", 4))
PLACES: Final = (("hall", 6), ("library", 3), ("corner", 1))
"""Kiosks and how often they are used."""
PHASES: Final = (("التجربة الأولى", -7), ("كل المراكز", -3))
"""A phase and how many months before the present one it began."""
KEY: Final = "book-appointment"
"""The lesson whose steps are told in full; its second revision came three months ago."""
REVISED: Final = -3
HARD: Final = (("day", "full_day", 0.5), ("code", "wrong_code", 0.3), ("slot", "evening", 0.25))
BLOCKED: Final = {"day": (3, 8, 13, 18, 21), "code": (5, 16)}
"""At these steps some (by their place among the names) never come on."""
Fact = tuple[str, EventKind, Mapping[str, Scalar]]


@dataclass(slots=True)
class _Writer:
    """Write attempts of one invented person after the other."""

    app: App
    chance: random.Random
    blocked: dict[str, str] = field(default_factory=dict)
    """Learner → the step of the key lesson they never come past."""
    number: int = 0
    events: list[Event] = field(default_factory=list)

    def attempt(
        self, learner: str, lesson: Lesson, revision: int, stage: str, at: datetime, facts: Sequence[Fact]
    ) -> None:
        """Write what happened in an attempt, a fact every half minute."""
        self.number += 1
        kiosk = self.chance.choices([name for name, _ in PLACES], [often for _, often in PLACES])[0]
        for place, (step, kind, data) in enumerate(facts):
            moment = int((at + timedelta(seconds=30 * place)).timestamp() * 1000)
            told = (f"{self.number:032x}", learner, lesson.id, revision, stage, step, kind, data, moment)
            self.events.append(Event(*told, kiosk=kiosk))


def fill(app: App, day: date) -> None:
    """Fill an empty store with an invented centre as it stands on a day."""
    chance = random.Random(SEED)
    writer = _Writer(app, chance)
    faces = pictures()
    people = [app.people.add(name, faces[at % len(faces)]).id for at, name in enumerate(NAMES)]
    writer.blocked = {people[place]: step for step, places in BLOCKED.items() for place in places}
    groups, first = Groups(app.store), 0
    for name, size in GROUPS:
        made = groups.add(name, faces[first % len(faces)])
        groups.put(made.id, people[first : first + size])
        first += size
    lessons = app.catalog.lessons
    for back in range(-MONTHS, 1):
        for learner, at in _visits(people, day, back, chance):
            lesson = lessons[min(int(chance.expovariate(1 / 10)), len(lessons) - 1)]
            _practise(writer, learner, lesson, at, back)
            if chance.random() < 0.5:
                _practise(writer, learner, app.catalog.lesson(KEY), at + timedelta(hours=1), back)
    app.store.append(writer.events)
    phases.keep(app.store, [Phase(name, _month(day, back).isoformat()) for name, back in PHASES])


def _visits(
    people: Sequence[str], day: date, back: int, chance: random.Random
) -> Iterator[tuple[str, datetime]]:
    """Answer who came when in a month; more people come as the months go by."""
    first = _month(day, back)
    days = day.day if back == 0 else 28
    for learner in people[: 14 + 10 * (back + MONTHS) // MONTHS]:
        for _ in range(chance.choices((0, 1, 2, 4, 6), (1, 3, 4, 4, 3))[0]):
            at = first + timedelta(days=chance.randrange(days))
            if at < day:
                yield learner, datetime.combine(at, time(chance.randrange(5, 12)), tzinfo=UTC)


def _practise(writer: _Writer, learner: str, lesson: Lesson, at: datetime, back: int) -> None:
    chance = writer.chance
    if lesson.private:
        writer.attempt(learner, lesson, lesson.revision, "alone", at, [("", EventKind.FINISHED, {})])
        return
    after = back >= REVISED
    stage = chance.choices(("follow", "find", "alone", "check"), (3, 2, 3, 3))[0]
    revision = lesson.revision + (1 if after and lesson.id == KEY else 0)
    facts: list[Fact] = [("", EventKind.OPENED, {"seed": 1, "today": at.date().isoformat()})]
    helped = False
    for step in (one for one in lesson.steps if not one.optional):
        for fact in _at_step(step.id, lesson.id == KEY, after, chance):
            helped = helped or fact[1] is EventKind.HINT
            facts.append(fact)
        if lesson.id == KEY and writer.blocked.get(learner) == step.id:
            facts[-1] = (step.id, EventKind.LEFT, {})
        if facts[-1][1] is EventKind.LEFT:
            break
    else:
        facts += _end(stage, helped, lesson.steps[-1].id, chance)
    writer.attempt(learner, lesson, revision, stage, at, facts)


def _at_step(step: str, told: bool, after: bool, chance: random.Random) -> Iterator[Fact]:
    hard = next((one for one in HARD if one[0] == step), None) if told else None
    likely = (hard[2] * (0.45 if after else 1.0)) if hard else 0.05
    if hard and chance.random() < likely:
        yield step, EventKind.MISTAKE, {"mistake": hard[1]}
    if chance.random() < likely:
        yield step, EventKind.HINT, {"rung": 2, "by": "wrong"}
    if chance.random() < 0.005:
        yield step, EventKind.REPORTED, {}
    if hard and chance.random() < likely / 3:
        yield step, EventKind.LEFT, {}
        return
    yield step, EventKind.STEP_DONE, {}


def _end(stage: str, helped: bool, step: str, chance: random.Random) -> Iterator[Fact]:
    passed = chance.random() < 0.95
    told: dict[str, Scalar] = {"passed": passed, "unaided": not helped} if stage == "check" else {}
    yield step, EventKind.FINISHED, told
    if chance.random() < 0.6:
        yield step, EventKind.FELT, {"face": chance.choices((1, 2, 3), (1, 3, 6))[0]}


def _month(day: date, back: int) -> date:
    number = day.year * 12 + day.month - 1 + back
    return date(number // 12, number % 12 + 1, 1)
