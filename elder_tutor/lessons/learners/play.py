"""Play a lesson with a simulated learner on the domain alone: no window, no store, no clock."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields
from datetime import date

from elder_tutor import regions
from elder_tutor.errors import KnownError
from elder_tutor.i18n import Translator
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.learners.learner import Errs, Perfect, Wish
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.learners.wandering import Anything, Wanders
from elder_tutor.lessons.teaching.facts import TICK, Fact, FactKind, Scalar
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage, stage_named
from elder_tutor.lessons.tutor import Answer
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording

TODAY = date(2026, 6, 8)
MOST_TURNS = 1500
"""After so many turns a learner is lost, and the play has failed."""
TURN_MS = 3_000
WATCHED_SEED = 1_000
"""What was watched before had other codes and numbers than what is done alone."""
NOBODY = phrase("There is no simulated learner called {name}.").key
LEARNERS = ("perfect", "errs", "wanders", "random")
_WATCH_FIRST = frozenset({Stage.FIND, Stage.ALONE, Stage.CHECK, Stage.REFRESH})


@dataclass(slots=True)
class PlayResult:
    """What came of a play. ``off_route`` counts touches that led away, ``hints`` each rung;
    ``passed`` says that the end was reached with no rung above 0."""

    lesson: str
    stage: str
    learner: str
    seed: int
    finished: bool = False
    actions: int = 0
    off_route: int = 0
    hints: dict[str, int] = field(default_factory=lambda: {str(rung): 0 for rung in range(5)})
    mistakes: int = 0
    passed: bool = False
    events: list[dict[str, Scalar]] = field(default_factory=list)

    def note(self, facts: tuple[Fact, ...]) -> None:
        """Count what the tutor noticed."""
        for fact in facts:
            self.events.append({"kind": fact.kind.value, "step": fact.step, **fact.data})
            if fact.kind is FactKind.ACTED and fact.data.get("do") != TICK:
                self.actions += 1
                self.off_route += not fact.data.get("right", True)
            elif fact.kind is FactKind.HINT:
                self.hints[str(fact.data["rung"])] += 1
            elif fact.kind is FactKind.MISTAKE:
                self.mistakes += 1
            elif fact.kind is FactKind.FINISHED:
                unaided = not any(self.hints[str(rung)] for rung in range(1, 5))
                self.finished, self.passed = True, fact.data.get("passed", unaided) is True

    def as_dict(self) -> dict[str, object]:
        """Answer the result as JSON can hold it."""
        return {member.name: getattr(self, member.name) for member in fields(self)}


def run_play(
    catalog: Catalog, lesson: str, *, stage: str = "follow", learner: str = "perfect", seed: int = 1,
    today: date = TODAY, most_turns: int = MOST_TURNS,
) -> PlayResult:  # fmt: skip
    """Play one lesson to its end, or until ``most_turns``. Raises KnownError for an unknown name.

    The perfect learner comes to find, alone and check as a person does: they have watched first.
    """
    named = stage_named(stage)
    region = regions.load_region()
    wording = Wording("ar", Translator("ar"), region)

    def practised(stage: Stage, seed: int) -> Practice:
        setting = Setting(today, seed, region.week_start, region.weekend)
        return Practice(catalog.pack_of(lesson), catalog.lesson(lesson), stage, setting)

    practice = practised(named, seed)
    person = learner_named(learner, seed)
    if named in _WATCH_FIRST and learner == "perfect":
        _watch(practised(Stage.WATCH, seed + WATCHED_SEED), person, wording, most_turns)
    result = PlayResult(lesson, named.value, learner, seed)
    now = 0
    moment = practice.start(now)
    for _ in range(most_turns):
        result.note(moment.facts)
        if moment.tutor.finished:
            break
        now += TURN_MS
        moment = _turn(practice, moment, person, wording, now)
    return result


def learner_named(name: str, seed: int) -> Perfect:
    """Answer a simulated learner. Raises KnownError for an unknown name."""
    match name:
        case "perfect":
            return Perfect()
        case "errs":
            return Errs(random.Random(seed))
        case "wanders":
            return Wanders(random.Random(seed))
        case "random":
            return Anything(random.Random(seed))
    raise KnownError(NOBODY, {"name": name})


def _watch(practice: Practice, person: Perfect, wording: Wording, most_turns: int) -> None:
    """Let the learner see and hear the whole lesson; the tutor touches."""
    now = 0
    moment = practice.start(now)
    for _ in range(most_turns):
        if moment.guidance.next_action is None:
            return
        person.watch(seen(practice.view(moment), moment.guidance, wording))
        now += TURN_MS
        moment = practice.perform(moment, moment.guidance.next_action, now)[0]


def _turn(practice: Practice, moment: Answer, person: Perfect, wording: Wording, now: int) -> Answer:
    """Let the learner see and hear what a person would, and do what they wish."""
    guidance = moment.guidance
    if practice.stage is Stage.WATCH and guidance.next_action is not None:
        return practice.perform(moment, guidance.next_action, now)[0]
    wish = person.choose(seen(practice.view(moment), guidance, wording))
    if wish is Wish.HELP:
        return practice.hint(Answer(moment.tutor, moment.phone), now)
    if wish is Wish.DONE:
        return practice.done(moment, now)
    assert not isinstance(wish, Wish)
    return practice.act(moment, wish, now)[0]
