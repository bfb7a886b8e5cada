"""A spoken utterance: sound, and when each word of it is said."""

from __future__ import annotations

import wave
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from elder_tutor.speech.errors import CannotWriteSound


@dataclass(frozen=True, slots=True)
class WordTime:
    """When a word is said, in milliseconds from the start of the clip."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound as 16-bit mono PCM at ``rate`` samples a second, with the time of every word."""

    pcm: bytes
    rate: int
    words: tuple[WordTime, ...] = ()
    exact: bool = False
    """The times are the voice's own and every word was heard by itself; otherwise they are an estimate."""

    @property
    def duration_ms(self) -> int:
        """Answer the length."""
        return len(self.pcm) // 2 * 1000 // self.rate

    def word_at(self, position_ms: int) -> int | None:
        """Answer which word is being said, or None before the first and in the pauses at the end."""
        place = bisect_right(self.words, position_ms, key=lambda word: word.start_ms) - 1
        if place < 0 or (place == len(self.words) - 1 and position_ms >= self.words[place].end_ms):
            return None
        return place


def write_wav(clip: Clip, out: Path) -> None:
    """Write a clip as a WAV file; raise CannotWriteSound when the place does not take it."""
    try:
        with out.open("wb") as stream, wave.open(stream, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(clip.rate)
            file.writeframes(clip.pcm)
    except OSError as error:
        raise CannotWriteSound(out) from error
