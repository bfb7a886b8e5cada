"""Pauses between phrases and the time of every word, worked out on the sound itself."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from elder_tutor.speech.clip import WordTime

PAUSE_MS = {",": 350, "،": 350, "؛": 400, ";": 400, ":": 400, ".": 500, "!": 500, "?": 500, "؟": 500}
"""Silence after a phrase (DESIGN 7: 300 to 500 ms)."""
LAST_PAUSE_MS = 400
_LOUD = 180
_BLOCK_MS, _MARGIN_MS = 5, 15


@dataclass(frozen=True, slots=True)
class Phrase:
    """One clause as the voice made it: where its sound ends and the silence it shall get."""

    end_ms: int
    pause_ms: int


@dataclass(frozen=True, slots=True)
class Spaced:
    """Sound with its pauses set; ``moved`` maps old times to new, ``ends`` are where phrases fall silent."""

    samples: array[int]
    starts_ms: tuple[int, ...]
    ends_ms: tuple[int, ...]


def spaced(samples: array[int], hz: int, phrases: Sequence[Phrase], starts_ms: Sequence[int]) -> Spaced:
    """Give every phrase exactly its pause.

    ``samples`` are 16-bit mono, ``starts_ms`` when words begin, in order. Answer the
    new sound, the new starts, and when each word ends (the next one starts, or its
    phrase falls silent).
    """
    out = array("h")
    new_starts: list[int] = []
    new_ends: list[int] = []
    begin = 0
    for phrase in phrases:
        end = min(phrase.end_ms * hz // 1000, len(samples))
        voiced = _voiced_until(samples, begin, end, hz)
        shift = len(out) * 1000 // hz - begin * 1000 // hz
        inside = [start for start in starts_ms if begin * 1000 // hz <= start < phrase.end_ms]
        out.extend(samples[begin:voiced])
        silent_ms = len(out) * 1000 // hz
        new_starts += [min(start + shift, silent_ms) for start in inside]
        new_ends += [min(start + shift, silent_ms) for start in inside[1:]] + [silent_ms] * bool(inside)
        out.frombytes(bytes(2 * (phrase.pause_ms * hz // 1000)))
        begin = end
    return Spaced(out, tuple(new_starts), tuple(new_ends))


def _voiced_until(samples: array[int], begin: int, end: int, hz: int) -> int:
    block = max(hz * _BLOCK_MS // 1000, 1)
    at = end
    while at > begin:
        part = samples[max(begin, at - block) : at]
        if max(part) > _LOUD or min(part) < -_LOUD:
            return min(at + hz * _MARGIN_MS // 1000, end)
        at -= block
    return begin


def word_times(
    words: Sequence[str], heard: Sequence[tuple[int, int, int]], total_ms: int
) -> tuple[WordTime, ...]:
    """Answer when each word is said.

    ``heard`` holds (word index, start, end) of what the voice reported, in order of
    time; a word of many spoken words is heard many times and stays one. A word that
    was not heard by itself shares the time of its neighbours by length; with nothing
    heard at all, the whole time is shared so.
    """
    spans: dict[int, list[int]] = {}
    for index, start, end in heard:
        known = spans.setdefault(index, [start, end])
        known[1] = max(known[1], end)
    times: list[WordTime] = []
    place = 0
    while place < len(words):
        if place in spans:
            start = max(spans[place][0], times[-1].start_ms if times else 0)
            times.append(WordTime(start, max(start, spans[place][1])))
            place += 1
            continue
        last = place
        while last < len(words) and last not in spans:
            last += 1
        until = spans[last][0] if last < len(words) else total_ms
        times = _shared(words, times, place, last, until)
        place = last
    return tuple(times)


def _shared(
    words: Sequence[str], times: list[WordTime], first: int, last: int, until_ms: int
) -> list[WordTime]:
    """Share the time of the word before with the unheard ones after it, by length."""
    members = list(range(first, last))
    begin = times[-1].end_ms if times else 0
    if times and begin >= until_ms:
        before = times.pop()
        members.insert(0, first - 1)
        begin = before.start_ms
    lengths = [max(len(words[place]), 1) if words[place] else 0 for place in members]
    whole = sum(lengths) or 1
    passed = 0
    for length in lengths:
        start = begin + (until_ms - begin) * passed // whole
        passed += length
        times.append(WordTime(start, begin + (until_ms - begin) * passed // whole))
    return times
