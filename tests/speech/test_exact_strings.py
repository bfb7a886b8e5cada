"""Word n shown is word n spoken, for every sentence of the program and the packs in every language."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from elder_tutor import i18n
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.engine import Engine
from elder_tutor.text import bidi
from elder_tutor.text.line import Line
from tests.speech.all_lines import SAMPLES, lines, sample

SPOKEN_IN_CI = 150


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_word_that_is_shown_is_spoken(lang: str) -> None:
    mute = [key for key, line in lines(lang) for word in line.words if not word.spoken.strip()]
    assert [key for key in mute if any(letter.isalnum() for letter in key)] == []


@pytest.mark.parametrize("lang", i18n.languages())
def test_no_direction_control_reaches_the_voice(lang: str) -> None:
    spoken = [word.spoken for _, line in lines(lang) for word in line.words]
    assert [text for text in spoken if bidi.plain(text) != text] == []


FIELD = re.compile(r"\{[^{}]+\}")


@pytest.mark.parametrize("lang", i18n.languages())
def test_a_typed_value_is_one_word(lang: str) -> None:
    for key, line in lines(lang):
        if "{ticket:code}" in key or "{me.phone:phone}" in key or ":date}" in key:
            values = [word for word in line.words if any(letter.isdigit() for letter in word.shown)]
            alone = not any(letter.isalpha() for letter in FIELD.sub("", key))
            assert len(values) == (len(FIELD.findall(key)) if alone else 1), key


def fits(line: Line, clip: Clip) -> bool:
    starts = [time.start_ms for time, word in zip(clip.words, line.words, strict=True) if word.spoken]
    return all(before < after for before, after in pairwise(starts))


def spoken_one_for_one(voice: Engine, chosen: list[Line]) -> list[str]:
    """Answer the lines whose words and times do not go together."""
    wrong = []
    for line in chosen:
        clip = voice.synth(line, private=True)
        if len(clip.words) != len(line.words) or not fits(line, clip) or not clip.exact:
            wrong.append(line.spoken)
    return wrong


@pytest.mark.parametrize(("lang", "part"), [("ar", 90), ("en", 60)])
def test_the_voice_times_every_word_of_a_sample(voice: Engine, lang: str, part: int) -> None:
    assert spoken_one_for_one(voice, sample(lang, part, seed=6)) == []


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("lang", i18n.languages())
def test_the_voice_times_every_word_of_all_sentences(voice: Engine, lang: str) -> None:
    everything = [line for _, line in lines(lang) if any(map(str.isalnum, line.spoken))]
    assert spoken_one_for_one(voice, everything) == []


def test_every_type_of_value_has_a_sample() -> None:
    from elder_tutor.text.wording import _NOT_CACHED

    assert set(SAMPLES) >= {*_NOT_CACHED, "time", "date", "money", "count"}
