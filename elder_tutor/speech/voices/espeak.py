"""espeak-ng through pyttsx3, with the exact time of every word."""

from __future__ import annotations

import ctypes
import os
import threading
import types
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from elder_tutor.speech.voices.marks import END, FINISHED, WORD, Mark, Unspeakable

_LONGEST_S = 60.0


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
            if event.type in (WORD, END):
                self._marks.append((event.type, event.text_position - 1, event.audio_position))
            ended = ended or event.type == FINISHED
            place += 1
        answer = self._on_synth(samples, count, events)
        if ended:
            self._done.set()
        return answer


def _never_stop() -> None:
    """Let every sentence come to its end."""


def _find_library() -> None:
    """Load the system's espeak-ng, or the one that espeakng-loader brings, before pyttsx3 looks for it."""
    with suppress(OSError):
        ctypes.CDLL("libespeak-ng.so.1")
        return
    import espeakng_loader

    # pyttsx3 asks for "libespeak-ng.so.1"; the dynamic loader answers with what is loaded by that name.
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
