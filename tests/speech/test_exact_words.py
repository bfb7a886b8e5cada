"""The lit word is the word that is heard, measured in the sound and not by the voice's own events."""

from __future__ import annotations

import pytest

from tests.speech.all_lines import sample
from tests.speech.onsets import errors, measured

MOST_MS = 80
SENTENCES = {"ar": 12, "en": 6}


def asked(lang: str, count: int, seed: int, shortest: int = 4) -> list[tuple[str, list[str]]]:
    return [(lang, [word.spoken for word in line.words]) for line in sample(lang, count, seed, shortest)]


@pytest.mark.parametrize("lang", SENTENCES)
def test_every_word_is_lit_when_it_is_said(lang: str) -> None:
    found = measured(asked(lang, SENTENCES[lang], seed=4))
    assert all(word["exact"] for words in found for word in words)
    assert max(max(errors(words)) for words in found) <= MOST_MS


def test_the_silence_alone_tells_nearly_the_same() -> None:
    # Before a break the voice draws a long vowel out («مَا», «إِلَى»): there the silence begins late by itself.
    found = measured(asked("ar", SENTENCES["ar"], seed=4))
    late = sorted(error for words in found for error in errors(words, plain=True))
    assert late[len(late) * 97 // 100] <= MOST_MS


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("lang", "count"), [("ar", 60), ("en", 20)])
def test_every_word_of_hundreds_of_sentences_is_lit_when_it_is_said(lang: str, count: int, seed: int) -> None:
    found = measured(asked(lang, count, seed))
    assert max(max(errors(words)) for words in found) <= MOST_MS
