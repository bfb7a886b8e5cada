"""Silences measured in the sound: between phrases and sentences, before the first word, after the last."""

from __future__ import annotations

from array import array

import pytest

from elder_tutor.speech.clip import Clip
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.timing import PAUSE_MS, TAIL_MS
from elder_tutor.text.line import Line
from tests.speech.all_lines import sample
from tests.speech.onsets import silences

SENTENCES = 25
NEAR_MS = 20
LEAST_MS = 250


@pytest.fixture(scope="module")
def spoken() -> list[tuple[Line, Clip]]:
    with Engine() as voice:
        drawn = [sample(lang, 10 * SENTENCES, 9, 4) for lang in ("ar", "en")]
        two = [line for lines in drawn for line in lines if len(line.sentences()) > 1][: SENTENCES // 2]
        lines = drawn[0][:SENTENCES] + drawn[1][:SENTENCES] + two
        return [(line, voice.synth(line, private=True)) for line in lines]


def gaps(clip: Clip) -> list[float]:
    """Answer how long the pauses between the phrases of a clip are, in milliseconds."""
    found = silences(array("h", clip.pcm), clip.rate)
    inner = [end - begin for begin, end in found if begin > 0 and end < clip.duration_ms - 5]
    return [gap for gap in inner if gap >= LEAST_MS]


def marks(line: Line) -> list[str]:
    """Answer the signs at which the voice must pause, the last word's left out."""
    tokens = line.spoken.split()
    return [token[-1] for token in tokens[:-1] if token[-1] in PAUSE_MS]


def test_the_voice_pauses_where_a_phrase_or_a_sentence_ends_and_nowhere_else(
    spoken: list[tuple[Line, Clip]],
) -> None:
    assert [line.spoken for line, clip in spoken if len(gaps(clip)) != len(marks(line))] == []


def test_phrases_are_parted_by_300_to_500_ms_and_sentences_by_700(spoken: list[tuple[Line, Clip]]) -> None:
    pairs = [pair for line, clip in spoken for pair in zip(marks(line), gaps(clip), strict=False)]
    sentences = [gap for mark, gap in pairs if mark in ".!?؟"]
    assert all(abs(gap - 700) <= NEAR_MS for gap in sentences)
    assert all(300 <= gap <= 500 for mark, gap in pairs if mark not in ".!?؟")
    assert len(sentences) > 10


def test_a_clip_begins_at_once_and_ends_with_a_short_tail(spoken: list[tuple[Line, Clip]]) -> None:
    for _, clip in spoken:
        pcm = array("h", clip.pcm)
        assert silences(pcm, clip.rate, 0)[0][1] <= 30
        assert abs(clip.duration_ms - silences(pcm, clip.rate)[-1][0] - TAIL_MS) <= NEAR_MS


def test_no_sample_is_clipped(spoken: list[tuple[Line, Clip]]) -> None:
    assert max(abs(sample) for _, clip in spoken for sample in array("h", clip.pcm)) < 32767
