"""A drill is scored by what somebody does, never by what they say."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.drills.judging import UNTOUCHED, Answer, Behaviour, How, behaved, judged
from elder_tutor.lessons.drills.model import Bank
from elder_tutor.lessons.rules import Happening
from elder_tutor.lessons.view import Action, Do, Outcome, OutcomeKind

BANK = Bank(
    "sms", "messages.texts", "fraud", True, "signs", deliver=(),
    fell=(Happening(stopped="link_opened"), Happening(did="messages.reply.send")),
    guarded=(Happening(did="messages.more.report"), Happening(said="deleted")),
    asked=(Happening(did="calls.tell.list"),),
)  # fmt: skip
LEFT, FELL = UNTOUCHED, Behaviour(fell=True)
GUARDED, ASKED = Behaviour(guarded=True), Behaviour(asked=True, guarded=True)


def after(element: str = "x", *outcomes: Outcome, changed: bool = True) -> Behaviour:
    return behaved(UNTOUCHED, BANK, Action(Do.TAP, element), outcomes, changed)


@pytest.mark.parametrize(
    ("fraud", "behaviour", "answer"),
    [
        (True, LEFT, Answer.HIT),
        (True, GUARDED, Answer.HIT),
        (True, ASKED, Answer.HIT),
        (True, FELL, Answer.MISS),
        (True, Behaviour(fell=True, guarded=True), Answer.MISS),
        (False, LEFT, Answer.RIGHT),
        (False, GUARDED, Answer.FALSE_ALARM),
        (False, ASKED, Answer.RIGHT),
        (False, FELL, Answer.RIGHT),
    ],
)
def test_what_a_behaviour_is_worth(fraud: bool, behaviour: Behaviour, answer: Answer) -> None:
    assert judged(fraud, behaviour) is answer


def test_a_safety_stop_counts_as_falling_for_it() -> None:
    assert after("x", Outcome(OutcomeKind.STOPPED, "link_opened")).how is How.FELL


def test_another_stop_does_not_count() -> None:
    assert after("x", Outcome(OutcomeKind.STOPPED, "other")) == UNTOUCHED


def test_a_touch_that_did_nothing_does_not_count() -> None:
    assert after("messages.more.report", changed=False) == UNTOUCHED


def test_reporting_counts_as_guarding() -> None:
    assert after("messages.more.report").how is How.GUARDED


def test_a_key_that_was_said_counts() -> None:
    assert after("x", Outcome(OutcomeKind.SAID, "deleted")).how is How.GUARDED


def test_what_happened_once_stays() -> None:
    later = behaved(FELL, BANK, Action(Do.BACK), (), True)
    assert later.fell
