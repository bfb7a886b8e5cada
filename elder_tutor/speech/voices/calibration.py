"""Measure how fast a voice speaks that the program does not know, once, and keep what was measured."""

from __future__ import annotations

import json
import os
import re
import tempfile
import wave
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from elder_tutor import resources
from elder_tutor.speech.arabic import PAUSES
from elder_tutor.speech.timing import PAUSE_MS, TAIL_MS
from elder_tutor.speech.voices.pace import NORMAL, Fit

Say = Callable[[list[str], int, str], object]
"""Write the sound of the words of a phrase, at an engine's number, to a file."""
QUICK: Final = 240
"""The second of the two rates a voice is measured at."""
BUDGET_S: Final = 2.0
"""No more than this is spent before the first sentence is heard; a slow voice is measured on less."""
_VERSION: Final = 1
_LOUD: Final = 180
_LEAST_WORDS: Final = 8
_PHRASE: Final = re.compile(rf"[^{PAUSES}]+[{PAUSES}]*")


def calibration_text(lang: str, folder: Path | None = None) -> str:
    """Answer the text a language is measured with, about 40 words in the tutor's manner; "" without one."""
    with suppress(OSError, UnicodeDecodeError):
        return ((folder or resources.assets() / "text") / lang / "calibration.txt").read_text("utf-8")
    return ""


def measured(say: Say, text: str, clock: Callable[[], float]) -> Fit | None:
    """Speak a text phrase by phrase at two rates and answer the fit; None when nothing was heard.

    ``clock`` tells seconds.
    """
    phrases = [part.split() for part in _PHRASE.findall(text) if part.strip()]
    begun = clock()
    words, normal, quick = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory(prefix="elder-tutor-") as folder:
        file = str(Path(folder) / "phrase.wav")
        for phrase in phrases:
            normal += _spoken_s(say, phrase, NORMAL, file)
            quick += _spoken_s(say, phrase, QUICK, file)
            words += len(phrase)
            if clock() - begun > BUDGET_S and words >= _LEAST_WORDS:
                break
    if not words or normal <= 0:
        return None
    # normal = speech + fixed and quick = speech * NORMAL / QUICK + fixed
    speech = min(max((normal - quick) / (1 - NORMAL / QUICK), normal / 2), normal)
    return Fit(speech / words, (normal - speech) / words, *silence_s(text))


def silence_s(text: str) -> tuple[float, float]:
    """Answer the seconds of silence a word of a text brings, inside and after a clip; a line is a clip."""
    clips = [line.split() for line in text.splitlines() if line.strip()]
    words = max(sum(len(clip) for clip in clips), 1)
    inner = sum(PAUSE_MS.get(word[-1], 0) for clip in clips for word in clip[:-1])
    return inner / 1000 / words, TAIL_MS * len(clips) / 1000 / words


def _spoken_s(say: Say, phrase: list[str], rate: int, file: str) -> float:
    """Answer the length of a phrase without the silence around it."""
    say(phrase, rate, file)
    with wave.open(file, "rb") as sound:
        hz, samples = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))
    loud = [place for place, level in enumerate(samples) if not -_LOUD < level < _LOUD]
    return (loud[-1] - loud[0]) / hz if loud else 0.0


class Fits:
    """Measured fits in one small file of a cache folder; damaged or old ones are forgotten."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / "voices.json" if folder else None
        self._known: dict[str, Fit] = {}

    def get(self, key: str) -> Fit | None:
        """Answer what was measured."""
        if key not in self._known:
            with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
                numbers = [float(number) for number in self._read()[key]]
                if len(numbers) == 4 and numbers[0] > 0 and min(numbers) >= 0 and max(numbers) < 10:
                    self._known[key] = Fit(*numbers)
        return self._known.get(key)

    def put(self, key: str, fit: Fit) -> None:
        """Keep what was measured; whole or not at all, and never in the way of speaking."""
        self._known[key] = fit
        if self._file is None:
            return
        try:
            before = self._read()
        except (OSError, ValueError):
            before = {}
        part = self._file.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            kept = {**before, key: [fit.speech_s, fit.fixed_s, fit.pause_s, fit.tail_s]}
            part.write_text(json.dumps(kept, ensure_ascii=False, sort_keys=True), "utf-8")
            part.replace(self._file)

    def _read(self) -> dict[str, list[float]]:
        if self._file is None:
            return {}
        data = json.loads(self._file.read_text("utf-8"))
        if not isinstance(data, dict):
            raise ValueError
        return data


def key_of(voice_id: str, lang: str, version: str) -> str:
    """Answer the name a fit is kept under: another version of the engine is measured anew."""
    return json.dumps([_VERSION, voice_id, lang, version], ensure_ascii=False)
