"""One sentence spoken: the voice's raw sound becomes a clip with its pauses set and every word timed."""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Sequence
from typing import Any

from elder_tutor.speech.arabic import respell
from elder_tutor.speech.timing import LAST_PAUSE_MS, PAUSE_MS, Phrase, spaced, word_times
from elder_tutor.speech.voices.espeak import Espeak
from elder_tutor.speech.voices.marks import END, WORD, Mark, NothingSaid
from elder_tutor.speech.voices.names import ESPEAK, engine_rate
from elder_tutor.speech.voices.system import SystemVoice


def voice_of_this_system() -> Espeak | SystemVoice:
    """Open the voice: espeak-ng on Linux, otherwise the system's own."""
    return Espeak() if sys.platform.startswith("linux") else SystemVoice()


class Speaker:
    """Answer requests: words in, sound and word times out."""

    def __init__(self, voice: Espeak | SystemVoice, file: str) -> None:
        self._voice = voice
        self._file = file

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Speak one request: ``words``, ``lang``, ``voice`` (kind or a name), ``wpm``."""
        words, lang = request["words"], request["lang"]
        espeak = isinstance(self._voice, Espeak)
        tokens = [(index, token) for index, word in enumerate(words) for token in word.split()]
        texts = [token for _, token in tokens]
        if not any(letter.isalnum() for text in texts for letter in text):
            raise NothingSaid
        said = respell(texts) if espeak and lang == "ar" else [_plain(text) for text in texts]
        name = ESPEAK.get((lang, request["voice"]), request["voice"])
        rate = engine_rate(lang, request["wpm"])
        for _ in range(2):
            marks = self._voice.speak(" ".join(said), name, rate, self._file)
            with wave.open(self._file, "rb") as sound:
                hz, samples = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))
            if samples:
                break
        starts, phrases = _placed(marks, said)
        if not phrases:
            phrases = [Phrase(len(samples) * 1000 // hz, LAST_PAUSE_MS)]
        result = spaced(samples, hz, phrases, [start for _, start in starts])
        heard = [
            (tokens[token][0], start, end)
            for (token, _), start, end in zip(starts, result.starts_ms, result.ends_ms, strict=False)
        ]
        total = len(result.samples) * 1000 // hz - phrases[-1].pause_ms
        times = word_times(words, heard, total)
        header = {"hz": hz, "words": [[time.start_ms, time.end_ms] for time in times]}
        return header, result.samples.tobytes()


def _placed(marks: Sequence[Mark], tokens: Sequence[str]) -> tuple[list[tuple[int, int]], list[Phrase]]:
    """Find which token each word event belongs to, and the pause each phrase shall get."""
    owner = [place for place, token in enumerate(tokens) for _ in range(len(token) + 1)]
    starts: list[tuple[int, int]] = []
    phrases: list[Phrase] = []
    for kind, position, at in marks:
        if kind == WORD and 0 <= position < len(owner):
            starts.append((owner[position], at))
        elif kind == END and starts:
            last = tokens[starts[-1][0]][-1:]
            phrases.append(Phrase(at, PAUSE_MS.get(last, PAUSE_MS[","])))
    if phrases:
        phrases[-1] = Phrase(phrases[-1].end_ms, LAST_PAUSE_MS)
    return starts, phrases


def _plain(token: str) -> str:
    """Take the full stop from a title, where the voice would fall silent."""
    return token[:-1] if token in ("Dr.", "Mr.", "Mrs.", "Ms.", "St.", "No.") else token
