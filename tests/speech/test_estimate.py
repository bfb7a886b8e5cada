"""Without word events the times are an estimate; how good it is is known from a voice that tells them."""

from __future__ import annotations

from statistics import median

import pytest

from elder_tutor.speech.engine import Engine
from elder_tutor.speech.timing import word_times
from tests.speech.all_lines import sample

MEDIAN_MS = 75
"""Half of all words; 42 ms in Arabic and 48 in English on 120 sentences each, up to 64 on a sample of 30."""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_half_of_the_words_begin_near_the_estimate(voice: Engine, lang: str) -> None:
    errors = []
    for line in sample(lang, 30, seed=21, shortest=4):
        exact = voice.synth(line, private=True).words
        guessed = word_times([word.spoken for word in line.words], [], exact[-1].end_ms)
        pairs = zip(exact, guessed, strict=True)
        errors += [abs(true.start_ms - guess.start_ms) for true, guess in pairs]
    assert median(errors) <= MEDIAN_MS
