"""The voice: a process of its own that turns text into sound with pyttsx3, one sentence at a time.

Started as ``python -m elder_tutor.speech.worker``; reads requests from its standard input
and answers on its standard output (see wire.py); ends when its input does. Of pyttsx3 only
``save_to_file`` is used: everything else it offers hangs, crashes or loses sentences.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
import threading
import types
import wave
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from elder_tutor.speech import wire
from elder_tutor.speech.arabic import respell
from elder_tutor.speech.timing import LAST_PAUSE_MS, PAUSE_MS, Phrase, spaced, word_times
from elder_tutor.speech.voices import ESPEAK, engine_rate

Mark = tuple[int, int, int]
"""What espeak reports: kind of event, place in the text (from 0), milliseconds."""
_WORD, _END, _FINISHED = 1, 5, 6
_LONGEST_S = 60.0


class Unspeakable(Exception):
    """There is no voice for the language."""


class NothingSaid(Exception):
    """The text holds no letter and no digit."""


class Espeak:
    """pyttsx3 over espeak-ng, with the word events that its driver receives and drops."""

    def __init__(self) -> None:
        _find_library()
        import pyttsx3
        from pyttsx3.drivers import _espeak, espeak

        self._engine = pyttsx3.init("espeak")
        self._known: frozenset[str] = frozenset()
        self._marks: list[Mark] = []
        self._done = threading.Event()
        # WORKAROUND pyttsx3 2.99: its loop sleeps 10 ms between looks, longer than a sentence takes.
        espeak.time = types.SimpleNamespace(sleep=self._done.wait)
        driver = self._engine.proxy._driver
        self._on_synth: Callable[[Any, int, Any], int] = driver._onSynth
        # WORKAROUND pyttsx3 2.99: runAndWait begins with a stop; while espeak's thread still winds down
        # from the last sentence, that cancels the new one.
        driver.stop = _never_stop
        _espeak.SetSynthCallback(self._listen)

    def speak(self, text: str, voice: str, rate: int, file: str) -> list[Mark]:
        """Write the sound of a text to a file; answer the events in order."""
        if not self._has(voice):
            raise Unspeakable
        self._marks.clear()
        self._done.clear()
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, file)
        self._engine.runAndWait()
        self._done.wait(_LONGEST_S)  # runAndWait may come back before the voice has finished
        return list(self._marks)

    def _has(self, voice: str) -> bool:
        """Tell whether there is such a voice; pyttsx3 itself says nothing when there is none."""
        if not self._known:
            voices = self._engine.getProperty("voices")
            self._known = frozenset(name for v in voices for name in (v.id, v.name, *(v.languages or [])))
        return voice.partition("+")[0] in self._known

    def _listen(self, samples: Any, count: int, events: Any) -> int:
        place = 0
        ended = False
        while events[place].type:
            event = events[place]
            if event.type in (_WORD, _END):
                self._marks.append((event.type, event.text_position - 1, event.audio_position))
            ended = ended or event.type == _FINISHED
            place += 1
        answer = self._on_synth(samples, count, events)
        if ended:
            self._done.set()
        return answer


def _never_stop() -> None:
    """Let every sentence come to its end."""


class SystemVoice:
    """pyttsx3 over the voice of another system; it tells no word times."""

    def __init__(self) -> None:
        import pyttsx3

        self._engine = pyttsx3.init()

    def speak(self, text: str, voice: str, rate: int, file: str) -> list[Mark]:
        """Write the sound of a text to a file; ``voice`` is a language or a voice's own id."""
        found = next((v for v in self._engine.getProperty("voices") if _fits(v, voice)), None)
        if found is None:
            raise Unspeakable
        self._engine.setProperty("voice", found.id)
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, file)
        self._engine.runAndWait()
        return []


def _fits(voice: Any, wanted: str) -> bool:
    lang = wanted.split("-")[0].split("+")[0]
    tags = [str(tag).lower() for tag in voice.languages or []]
    return voice.id == wanted or any(tag.startswith(lang) for tag in tags)


def _find_library() -> None:
    """Load the system's espeak-ng, or the one that espeakng-loader brings, before pyttsx3 looks for it."""
    with suppress(OSError):
        ctypes.CDLL("libespeak-ng.so.1")
        return
    import espeakng_loader

    # pyttsx3 asks for "libespeak-ng.so.1"; the dynamic loader answers with what is loaded by that name.
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()


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
        if kind == _WORD and 0 <= position < len(owner):
            starts.append((owner[position], at))
        elif kind == _END and starts:
            last = tokens[starts[-1][0]][-1:]
            phrases.append(Phrase(at, PAUSE_MS.get(last, PAUSE_MS[","])))
    if phrases:
        phrases[-1] = Phrase(phrases[-1].end_ms, LAST_PAUSE_MS)
    return starts, phrases


def _plain(token: str) -> str:
    """Take the full stop from a title, where the voice would fall silent."""
    return token[:-1] if token in ("Dr.", "Mr.", "Mrs.", "Ms.", "St.", "No.") else token


def serve(read: BinaryIO, write: BinaryIO, speaker: Speaker) -> None:
    """Answer requests until the input ends."""
    while True:
        try:
            request, _ = wire.received(read.read)
        except wire.BrokenWire:
            return
        try:
            header, sound = speaker.answer(request)
        except Unspeakable:
            header, sound = {"error": "no voice"}, b""
        except NothingSaid:
            header, sound = {"error": "nothing"}, b""
        write.write(wire.packed(header, sound))
        write.flush()


def _sound_file() -> str:
    """Name a file for pyttsx3 to write: in memory where that exists, so that no sentence lands on disk."""
    if hasattr(os, "memfd_create"):
        return f"/proc/self/fd/{os.memfd_create('sentence')}"
    return str(Path(tempfile.mkdtemp(prefix="elder-tutor-")) / "sentence.wav")


def main() -> None:
    """Serve on the standard streams; pyttsx3 prints, so its own output goes nowhere."""
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        try:
            speaker = Speaker(voice_of_this_system(), _sound_file())
        except (ImportError, OSError, RuntimeError):
            out.write(wire.packed({"error": "no voice"}))
            return
        out.write(wire.packed({"ready": True}))
        out.flush()
        serve(sys.stdin.buffer, out, speaker)


if __name__ == "__main__":
    main()
    os._exit(0)  # espeak asserts when Python takes it down
