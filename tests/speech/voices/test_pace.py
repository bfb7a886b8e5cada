"""The pace asked for is the pace measured, and slow speech is made of pauses, not of stretched words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor import i18n
from elder_tutor.settings import Settings
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.voices.names import Pitch, built_in
from elder_tutor.speech.voices.pace import FITS, NORMAL, SLOWEST, STEPS, Fit, Shape, pace_for
from elder_tutor.text.catalogues import domains
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import PROGRAM
from tests.speech import all_lines

EACH = [(lang, pitch) for lang in i18n.languages() for pitch in Pitch]
FIT = Fit(0.5, 0.0, 0.05, 0.02, 0.015, 0.0)
"""Half a second a word at normal: 105 words a minute is near normal, 80 is below the slowest."""


def seconds(fit: Fit, wpm: int, clip: Shape) -> float:
    """Answer how long a clip lasts that is spoken as the pace says."""
    pace = pace_for(fit, wpm, clip)
    speech = clip.words * (fit.speech_s * NORMAL / pace.rate + fit.fixed_s)
    gaps = (clip.words - 1) * (fit.gap0_s + fit.gap_s * pace.gap) if pace.gap else 0.0
    return speech + gaps + clip.pauses_s * pace.pause + clip.tail_s


def test_the_calm_pace_leaves_pauses_as_they_are() -> None:
    assert pace_for(FIT, 105).pause == 1.0
    assert pace_for(FIT, 105).gap == 0


def test_a_clip_with_pauses_takes_as_long_as_one_without() -> None:
    even, halting = Shape(12, 0.0, 0.12), Shape(12, 0.7, 0.12)
    assert seconds(FIT, 105, even) == pytest.approx(seconds(FIT, 105, halting), rel=0.01)
    assert pace_for(FIT, 105, halting).rate > pace_for(FIT, 105, even).rate


def test_slower_than_the_slowest_speech_the_pauses_grow() -> None:
    clip = Shape(10, 1.05, 0.12)
    slow, slower = pace_for(FIT, 78, clip), pace_for(FIT, 72, clip)
    assert slow.rate == slower.rate
    assert 1.0 <= slow.pause < slower.pause <= 2.0
    assert seconds(FIT, 72, clip) == pytest.approx(10 * 60 / 72, rel=0.03)


def test_a_voice_without_word_gaps_gets_none() -> None:
    assert pace_for(Fit(0.5, 0.0, 0.05), 60, Shape(5, 0.0, 0.1)).gap == 0


@given(
    st.sampled_from(sorted(FITS)), st.integers(40, 300), st.integers(1, 60),
    st.floats(0, 20), st.floats(0, 1),
)  # fmt: skip
def test_speech_is_never_slower_than_its_floor_and_pauses_at_most_double(
    key: tuple[str, str], wpm: int, words: int, pauses_s: float, tail_s: float
) -> None:
    fit = FITS[key]
    pace = pace_for(fit, wpm, Shape(words, pauses_s, tail_s))
    speech = fit.speech_s * NORMAL / pace.rate + fit.fixed_s
    assert speech <= (fit.speech_s + fit.fixed_s) / SLOWEST
    assert 1.0 <= pace.pause <= 2.0
    assert 0 <= pace.gap <= 15


def test_every_built_in_voice_was_measured() -> None:
    assert {(built_in(lang, pitch), lang) for lang, pitch in EACH} == set(FITS)


def sentences(lang: str, count: int) -> list[Line]:
    """Answer sentences of the packs, the same ones each time."""
    words = all_lines.wording(lang)
    packs = [domain for domain in domains(all_lines.resources.assets() / "packs") if domain != PROGRAM]
    keys = [(key, domain) for domain in packs for key in all_lines.keys(domain) if len(key.split()) >= 4]
    step = len(keys) // (2 * count)
    lines = (all_lines.filled(key, domain, words) for key, domain in keys[7::step])
    return [line for line in lines if line.lang == lang and len(line.words) >= 4][:count]


def measured(engine: Engine, lines: list[Line], wpm: int) -> float:
    """Answer the spoken words a minute of clip, pauses included."""
    words = sum(len(word.spoken.split()) for line in lines for word in line.words)
    return words * 60_000 / sum(engine.synth(line, wpm=wpm).duration_ms for line in lines)


@pytest.mark.parametrize(("lang", "pitch"), EACH)
def test_sixty_sentences_are_spoken_at_the_calm_pace(lang: str, pitch: Pitch) -> None:
    with Engine(voice=pitch) as engine:
        wanted = Settings().wpm(lang)
        assert measured(engine, sentences(lang, 60), wanted) == pytest.approx(wanted, rel=0.05)


@pytest.mark.parametrize(("lang", "pitch"), EACH)
def test_every_step_is_heard_apart_from_the_next(lang: str, pitch: Pitch) -> None:
    lines = sentences(lang, 30)
    with Engine(voice=pitch) as engine:
        paces = [measured(engine, lines, round(step * Settings().wpm(lang))) for step in STEPS]
    assert len(paces) >= 5
    assert all(faster / slower >= 1.08 for slower, faster in pairwise(paces)), paces
    assert STEPS.index(1.0) >= 2
