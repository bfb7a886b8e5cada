"""espeak-ng through pyttsx3, with the exact time of every word."""

from __future__ import annotations

import ctypes
import os
import threading
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import Any, Final

from elder_tutor.speech.voices.marks import END, FINISHED, WORD, Mark, Unspeakable
from elder_tutor.speech.voices.names import Kind, VoiceInfo

_LONGEST_S = 60.0
_WORD_GAP: Final = 7
"""espeakWORDGAP of speak_lib.h, which pyttsx3 does not name."""
_MBROLA: Final = "mb/"


class Espeak:
    """pyttsx3 over espeak-ng, with the word events that its driver receives and drops."""

    kind: Final = Kind.ESPEAK

    def __init__(self) -> None:
        _find_library()
        import pyttsx3
        from pyttsx3.drivers import _espeak, espeak

        self._library: Any = _espeak
        self._engine = pyttsx3.init("espeak")
        self._works: dict[str, bool] = {}
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

    def speak(self, text: str, name: str, rate: int, file: str, gap: int = 0) -> list[Mark]:
        """Write the sound of a text to a file; answer the events in order."""
        if not self.has(name):
            raise Unspeakable
        voice, plus, variant = name.partition("+")
        self._marks.clear()
        self._done.clear()
        # A variant is only heard with a voice called by its file: "en-gb+f2" sounds like "en-gb".
        self._engine.setProperty("voice", f"{self._files[voice.lower()]}{plus}{variant}")
        self._engine.setProperty("rate", rate)
        self._library.SetParameter(_WORD_GAP, gap, 0)
        self._engine.save_to_file(text, file)
        self._engine.runAndWait()
        self._done.wait(_LONGEST_S)  # runAndWait may come back before the voice has finished
        return list(self._marks)

    def has(self, name: str) -> bool:
        """Tell whether there is such a voice that really speaks; pyttsx3 says nothing when there is none."""
        voice, plus, variant = name.partition("+")
        file = self._files.get(voice.lower())
        if file is None or (plus and variant not in self.variants):
            return False
        if not file.startswith(_MBROLA):
            return True
        if file not in self._works:  # it is listed whether MBROLA is installed or not
            self._works[file] = self._library.SetVoiceByName(file.encode()) == 0
        return self._works[file]

    def voices(self) -> list[VoiceInfo]:
        """List the voices of every language, without their variants."""
        found = (
            VoiceInfo(f"{self.kind}:{short}", name.replace("_", " "), lang, self.kind, exact=True)
            for name, lang, short in self._listed()
        )
        return [voice for voice in found if self.has(voice.id.partition(":")[2])]

    def version(self, name: str) -> str:
        """Answer the library's own version: a voice of another one may run at another speed."""
        return str(self._library.Info(None).decode("utf-8", "replace")).split(" ")[0]

    @cached_property
    def _files(self) -> dict[str, str]:
        """Answer the file of a voice by each name it can be called by."""
        names: dict[str, str] = {}
        for voice in self._library.ListVoices(None):
            file = voice.identifier.decode()
            for name in (file, file.rpartition("/")[2], voice.name.decode(), *_languages(voice)):
                names.setdefault(name.lower(), file)
        return names

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """Answer the names of what can be put behind a voice with a plus, like ``f1``."""
        wish = self._library.VOICE(languages=b"variant")
        found = self._library.ListVoices(ctypes.byref(wish))
        names = (voice.identifier.decode().rpartition("/")[2] for voice in found)
        return tuple(sorted(name for name in names if not name.startswith("mb-")))

    def _listed(self) -> Iterator[tuple[str, str, str]]:
        for voice in self._library.ListVoices(None):
            short = voice.identifier.decode().rpartition("/")[2]
            yield voice.name.decode(), next(_languages(voice), "").partition("-")[0], short

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


def _languages(voice: Any) -> Iterator[str]:
    """Answer the languages of a voice in order; before each stands a byte with its rank."""
    first = voice.languages or b""
    if len(first) > 1:
        yield first[1:].decode("utf-8", "ignore")


def _never_stop() -> None:
    """Let every sentence come to its end."""


def _find_library() -> None:
    """Load the system's espeak-ng, or the one that espeakng-loader brings, for pyttsx3 to find."""
    with suppress(OSError):
        ctypes.CDLL("libespeak-ng.so.1")
        return
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    # WORKAROUND pyttsx3 2.99: it looks in a few places of its own and can be told of no other.
    with _patched(ctypes.cdll, "LoadLibrary", lambda _name: library):
        import pyttsx3.drivers._espeak  # noqa: F401


@contextmanager
def _patched(owner: object, name: str, value: object) -> Iterator[None]:
    """Put a value in place of another for a while."""
    setattr(owner, name, value)
    try:
        yield
    finally:
        delattr(owner, name)
