"""Speak phrase by phrase with a voice that tells no word times: its pauses are ours, its words estimated.

Such a voice makes pauses of its own length and does not say where. Spoken one by one, the ends
of phrases are exact, and an estimate of the words by their length cannot drift further than a phrase.
"""

from __future__ import annotations

import wave
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from elder_tutor.speech.arabic import PAUSES
from elder_tutor.speech.voices.marks import END, WORD, Mark

_LOUD = 180


def by_phrases(say: Callable[[str], object], text: str, file: str) -> list[Mark]:
    """Write the sound of a text to a file; answer where its words (estimated) and its phrases are.

    ``say`` writes the sound of one phrase to the same file.
    """
    whole, hz = array("h"), 0
    marks: list[Mark] = []
    for at, tokens in _phrases(text):
        say(" ".join(tokens))
        hz, samples = _read(file)
        before = len(whole) * 1000 // hz
        whole.extend(samples)
        first, last = _loud_ms(samples, hz)
        for place, start in _shared(tokens, first, last):
            marks.append((WORD, at + place, before + start))
        marks.append((END, at, len(whole) * 1000 // hz))
    if hz:
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(hz)
            sound.writeframes(whole.tobytes())
    return marks


def _phrases(text: str) -> Iterator[tuple[int, list[str]]]:
    """Cut a text behind its punctuation; answer the place of each phrase and its words."""
    at, begin, phrase = 0, 0, []
    for token in text.split(" "):
        phrase.append(token)
        at += len(token) + 1
        if token[-1:] in PAUSES:
            yield begin, phrase
            begin, phrase = at, []
    if phrase:
        yield begin, phrase


def _shared(tokens: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Share a stretch of time among words by their length; answer the place and the start of each."""
    ends = list(accumulate(len(token) + 1 for token in tokens))
    for end, token in zip(ends, tokens, strict=True):
        place = end - len(token) - 1
        yield place, first + (last - first) * place // ends[-1]


def _read(file: str) -> tuple[int, array[int]]:
    with wave.open(file, "rb") as sound:
        return sound.getframerate(), array("h", sound.readframes(sound.getnframes()))


def _loud_ms(samples: array[int], hz: int) -> tuple[int, int]:
    loud = [place for place, level in enumerate(samples) if not -_LOUD < level < _LOUD]
    return (loud[0] * 1000 // hz, loud[-1] * 1000 // hz) if loud else (0, 0)
