"""Settings survive a round trip and never leave their limits, whatever is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.settings import Settings, from_json, from_mapping

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()), st.lists, max_leaves=3
)


def test_defaults_are_arabic_calm_and_quiet_in_motion() -> None:
    start = Settings()
    assert (start.language, start.digits, start.region, start.rate) == ("ar", "latn", "qa", 105)
    assert start.reduced_motion
    assert start.sound


def test_settings_come_back_as_they_were() -> None:
    changed = Settings(
        language="en", size=4, volume=35, theme="dark", release_mm=12.5, speak_touched=True,
        speak_keys=True, languages=("en",), voices=(("ar", "espeak:ar+m3"),),
    )  # fmt: skip
    assert from_json(changed.to_json()) == changed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        "null",
        '{"size": "big", "unknown": 1, "language": "xx", "languages": ["xx"], "voices": 3}',
    ],
)
def test_damaged_settings_give_way_to_the_defaults(text: str) -> None:
    assert from_json(text) == Settings()


def test_what_cannot_be_read_keeps_the_centres_value() -> None:
    centre = Settings(size=3, volume=50)
    assert from_json('{"size": null, "volume": 70}', centre) == Settings(size=3, volume=70)


@pytest.mark.parametrize(("size", "kept"), [(0, 1), (9, 4), (2, 2), (2.6, 3)])
def test_a_value_out_of_range_is_brought_to_the_nearest(size: float, kept: int) -> None:
    assert Settings().with_changes(size=size).size == kept


@given(st.dictionaries(st.sampled_from(sorted(Settings.__dataclass_fields__)), JSON))
def test_no_reading_leaves_the_limits(data: dict[str, object]) -> None:
    read = from_mapping(data)
    assert read.language in ("ar", "en")
    assert read.languages
    assert 1 <= read.size <= 4
    assert 0 <= read.volume <= 100
    assert 60 <= read.rate <= 200
    assert from_json(read.to_json()) == read


@pytest.mark.parametrize(
    ("given", "read"),
    [(["en", "ar"], ("en", "ar")), (["en", "xx", "en"], ("en",)), ([], ("ar", "en")), ("en", ("ar", "en"))],
)
def test_the_languages_offered_are_known_ones_and_never_none(given: object, read: tuple[str, ...]) -> None:
    assert from_mapping({"languages": given}).languages == read


def test_a_language_has_one_chosen_voice_and_what_is_no_choice_is_dropped() -> None:
    given = [
        ["en", "espeak:en"],
        ["ar", "espeak:a"],
        ["ar", "piper:/v.onnx"],
        ["ar", "nothing"],
        [1, "a:b"],
        7,
    ]
    read = Settings().with_changes(voices=given)
    assert read.voices == (("ar", "piper:/v.onnx"), ("en", "espeak:en"))
    assert read.with_changes(voices=[]).voices == ()


def test_english_runs_faster_because_its_words_are_short() -> None:
    assert (Settings().wpm("ar"), Settings().wpm("en")) == (105, 150)
    assert Settings(rate=84).wpm("ar") == 84
    assert Settings(rate=84).wpm("en") == 120
