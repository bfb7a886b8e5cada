"""What a touch was worth: nearer to the gate, as near as before, or away from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.teaching.bench import Bench
from elder_tutor.lessons.teaching.gates import touched
from elder_tutor.lessons.teaching.leads import Due
from elder_tutor.lessons.teaching.ways import closed
from elder_tutor.lessons.view import Action, Do, Outcome, OutcomeKind

TYPING = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})


class Verdict(StrEnum):
    """What a touch was worth."""

    RIGHT = "right"  # nearer
    HARMLESS = "harmless"  # as near as before
    WRONG = "wrong"  # farther, refused, or without effect


@dataclass(frozen=True, slots=True)
class Move:
    """An action and what the phone made of it."""

    action: Action
    before: PhoneState
    after: PhoneState
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with what it rests on: what was due, the gates behind after it, what is due then.

    ``skipped`` are the optional steps left out, the one that this move went past among them.
    """

    verdict: Verdict
    due: Due
    done: frozenset[int]
    now: Due
    skipped: frozenset[int] = frozenset()


def judge(bench: Bench, done: frozenset[int], skipped: frozenset[int], move: Move) -> Judged:
    """Judge a move of somebody who has these gates behind them and left these steps out."""
    due = bench.leads.due(move.before, done, skipped)
    if due.optional and due.step not in skipped and not _on_step(bench, move.action, due):
        past = judge(bench, done, skipped | {due.step}, move)
        kept = past.skipped if past.verdict is Verdict.RIGHT else skipped
        return replace(past, due=due, skipped=kept)
    after = bench.ways.passed(move.after, done, move.action, _worked(bench, move))
    now = bench.leads.due(move.after, after, skipped)
    behind = bench.ways.passed(move.before, done) if bench.by_state else done
    return Judged(_verdict(bench, move, len(after) > len(behind), due, now), due, after, now, skipped)


def _on_step(bench: Bench, action: Action, due: Due) -> bool:
    return action.do in TYPING or touched(action) in bench.ways.lesson.steps[due.step].touch


def _verdict(bench: Bench, move: Move, passed: bool, due: Due, now: Due) -> Verdict:
    action = move.action
    if any(outcome.kind in (OutcomeKind.STOPPED, OutcomeKind.NOTHING) for outcome in move.outcomes):
        return Verdict.WRONG
    if passed or _same(action, due.action):
        return Verdict.RIGHT
    if action.do in TYPING:
        return _typed(action, due, now)
    if due.optional and _on_step(bench, action, due):
        return Verdict.RIGHT
    ended = now.action is None and due.action is not None
    if _lasts(move.outcomes) or now.length > due.length or ended:
        return Verdict.WRONG
    nearer = now.length < due.length or now.letters < due.letters
    return Verdict.RIGHT if nearer else Verdict.HARMLESS


def _typed(action: Action, due: Due, now: Due) -> Verdict:
    if now.length < due.length or now.letters < due.letters:
        return Verdict.RIGHT
    if due.field is not None and due.field.free:
        return Verdict.HARMLESS  # the learner's own words
    worse = now.length > due.length or now.letters > due.letters
    return Verdict.WRONG if worse and action.do in (Do.KEY, Do.DELETE) else Verdict.HARMLESS


def _worked(bench: Bench, move: Move) -> bool:
    if any(outcome.kind is OutcomeKind.STOPPED for outcome in move.outcomes):
        return False
    return not closed(bench.ways.view(move.before), move.action)


def _lasts(outcomes: Sequence[Outcome]) -> bool:
    # A message that arrives is a record too, but nothing that the learner has done for good.
    kinds = {outcome.kind for outcome in outcomes}
    return OutcomeKind.ADDED in kinds and OutcomeKind.ARRIVED not in kinds


def _same(action: Action, due: Action | None) -> bool:
    if due is None or action.do is not due.do:
        return False
    return action.text == due.text if action.do in TYPING else action == due
