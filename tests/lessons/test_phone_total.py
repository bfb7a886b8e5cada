"""Any sequence of actions is answered, whatever it is."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elder_tutor.lessons.view import Action, Do
from tests.lessons.clinic_app import phone

DEVICE = phone()
ELEMENTS = sorted({*DEVICE.parts.by_id, "home.health", "home.messages", "notice.9", "12", "", "نص"})
ROWS = ["eye", "d1", "d0", "s1", "1", "2", "99", "", "x"]
ACTIONS = st.builds(
    Action,
    st.sampled_from(list(Do)),
    st.sampled_from(ELEMENTS),
    st.sampled_from(ROWS),
    st.integers(-3, 99),
    st.sampled_from(["ar", "123", "ف", "٣", "7", "", "لا", "123456", "\u202e"]),
)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@CALM
@given(st.lists(ACTIONS, max_size=40))
def test_no_sequence_of_actions_raises(actions):
    state = DEVICE.start()
    for action in actions:
        state, outcomes = DEVICE.apply(state, action)
        assert outcomes or action.do is Do.DECIDE
    assert hash(state) == hash(DEVICE.start()._replace(**state._asdict()))
    DEVICE.view(state)


@CALM
@given(st.lists(st.integers(0, 10_000), max_size=60))
def test_everything_that_is_offered_can_be_done(choices):
    state = DEVICE.start()
    for choice in choices:
        offered = DEVICE.actions(state)
        state, _ = DEVICE.apply(state, offered[choice % len(offered)])
        DEVICE.view(state)
    home, _ = DEVICE.apply(state, Action(Do.HOME))
    assert DEVICE.screen(home) == ""
