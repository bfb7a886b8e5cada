"""Touches go in, turns come out; time brings hints; what the store changed is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.lessons.view import Action, Do
from elder_tutor.ui.bridge import Bridge

LESSON = "book-appointment"


@dataclass
class Clock:
    now: datetime = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(app: App) -> Clock:
    """A clock the test moves."""
    app.clock = Clock()
    return app.clock


@pytest.fixture
def bridge(qtbot: QtBot, app: App, clock: Clock) -> Iterator[Bridge]:
    """A bridge with the session of one learner."""
    learner = app.people.add("نورة", "lantern")
    made = Bridge()
    made.use(app.session(learner.id))
    yield made
    made.use(None)


def test_a_touch_becomes_a_turn_and_a_record(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.open(LESSON, "follow")
    with qtbot.waitSignals([bridge.turned, bridge.recorded]):
        bridge.act(Action(Do.TAP, "health.home.book"))
    assert bridge.turn is not None
    assert bridge.turn.guidance.step == 2


def test_waiting_brings_a_hint_only_after_the_voice_has_ended(bridge: Bridge, clock: Clock) -> None:
    bridge.open(LESSON, "alone")
    bridge.speech_began()
    for _ in range(60):
        clock.later(1)
        bridge.tick()
    assert bridge.turn.guidance.rung == 0  # type: ignore[union-attr]
    bridge.speech_ended()
    for _ in range(25):
        clock.later(1)
        bridge.tick()
    assert bridge.turn.guidance.tone.value == "hint"  # type: ignore[union-attr]


def test_watch_does_not_touch_while_it_is_held(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.open(LESSON, "watch")
    bridge.pause(True)
    with qtbot.assertNotEmitted(bridge.handShown):
        bridge.speech_ended()
    with qtbot.waitSignal(bridge.handShown):
        bridge.pause(False)


def test_a_miss_is_recorded_and_what_is_said_goes_on(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.open(LESSON, "follow")
    with qtbot.waitSignal(bridge.recorded), qtbot.assertNotEmitted(bridge.turned):
        bridge.missed()


def test_known_trouble_is_told_and_does_not_raise(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.troubled) as told:
        assert not bridge.open("no-such-lesson", "follow")
    assert isinstance(told.args[0], KnownError)


def test_nothing_is_asked_of_a_session_after_the_lesson_was_left(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.open(LESSON, "follow")
    bridge.leave()
    with qtbot.assertNotEmitted(bridge.turned):
        bridge.act(Action(Do.BACK))
        bridge.tick()
