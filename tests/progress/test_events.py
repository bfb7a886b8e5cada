from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.progress.errors import NotToBeStored
from elder_tutor.progress.events import FLAGS, IDS, NUMBERS, Event, EventKind


def event(**data: object) -> Event:
    return Event("a", "l", "lesson", 1, "alone", "s", EventKind.ACTED, data)  # type: ignore[arg-type]


def test_ids_numbers_and_flags_under_listed_keys_are_let_through() -> None:
    kept = event(
        do="pick", element="health.slots", row="2026-06-14", level=2, right=True, **{"class": "full_name"}
    )
    assert kept.data["row"] == "2026-06-14"


def test_what_an_attempt_drew_is_let_through_under_ask() -> None:
    assert event(**{"ask.who": "me", "ask.count": 3}).data == {"ask.who": "me", "ask.count": 3}


@pytest.mark.parametrize("key", ["text", "letters", "value", "ask.", "ask.Who", "ask.who.x", "Do", ""])
def test_a_key_that_is_not_listed_is_refused(key: str) -> None:
    with pytest.raises(NotToBeStored):
        event(**{key: "me"})


@pytest.mark.parametrize("value", ["أم خالد", "two words", "a\nb", "x" * 81, "٤٧١١", "me@there", "«x»"])
def test_letters_that_are_no_id_are_refused(value: str) -> None:
    with pytest.raises(NotToBeStored):
        event(element=value)


@pytest.mark.parametrize(
    ("key", "value"), [("level", "2"), ("level", True), ("right", 1), ("do", 3), ("do", None)]
)
def test_a_value_of_another_type_is_refused(key: str, value: object) -> None:
    with pytest.raises(NotToBeStored):
        event(**{key: value})


@pytest.mark.parametrize("value", [["a"], {"a": 1}, 1.5, 2**63])
def test_only_scalar_facts_are_let_through(value: object) -> None:
    with pytest.raises(NotToBeStored):
        event(**{"ask.who": value})


def test_the_refusal_does_not_repeat_the_value() -> None:
    with pytest.raises(NotToBeStored) as caught:
        event(text="كناري السر")
    assert "كناري" not in str(caught.value)


@given(st.dictionaries(st.text(max_size=20), st.text(alphabet="ابتثجحخد صضطعغ", min_size=1), min_size=1))
def test_no_arabic_text_ever_gets_through(data: dict[str, str]) -> None:
    with pytest.raises(NotToBeStored):
        event(**data)


@given(st.sampled_from(sorted(IDS | NUMBERS | FLAGS)), st.text(alphabet="كناري", min_size=1))
def test_no_arabic_text_gets_through_under_a_listed_key(key: str, value: str) -> None:
    with pytest.raises(NotToBeStored):
        event(**{key: value})
