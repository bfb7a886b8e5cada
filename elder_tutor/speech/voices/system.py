"""The voices of Windows and macOS through pyttsx3; they tell no word times."""

from __future__ import annotations

import ctypes
import locale
import platform
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, Final, NamedTuple

from elder_tutor.speech.voices.marks import Mark, Unspeakable
from elder_tutor.speech.voices.names import Kind, VoiceInfo

_ARABIC_NAMES: Final = ("hoda", "naayf", "maged", "majed", "tarik", "laila", "arabic")
"""Arabic voices of Windows and macOS: some of them come without any language."""
_TROUBLE: Final = (
    OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError,
    getattr(ctypes, "COMError", OSError),
)  # fmt: skip
"""What the drivers of pyttsx3 raise when the system beneath them refuses."""


class _Found(NamedTuple):
    id: str
    name: str
    lang: str
    gender: str = ""


def _driver() -> Any:
    import pyttsx3

    return pyttsx3.init()


class SystemVoice:
    """pyttsx3 over the voices of another system."""

    kind: Final = Kind.SYSTEM

    def __init__(self, init: Callable[[], Any] = _driver) -> None:
        self._engine = init()
        self._known: tuple[_Found, ...] = ()

    def speak(self, text: str, name: str, rate: int, file: str, gap: int = 0) -> list[Mark]:
        """Write the sound of a text to a file; raise Unspeakable when the voice refuses."""
        if not self.has(name):
            raise Unspeakable
        try:
            self._engine.setProperty("voice", name)
            self._engine.setProperty("rate", rate)
            self._engine.save_to_file(text, file)
            self._engine.runAndWait()
        except _TROUBLE as error:
            raise Unspeakable from error
        return []

    def has(self, name: str) -> bool:
        """Tell whether the system has this voice; one that is not known may have come since."""
        return any(voice.id == name for voice in self._known) or any(
            voice.id == name for voice in self._looked_up()
        )

    def best(self, lang: str, higher: bool) -> str | None:
        """Answer the system's voice for a language, of the wished gender when it has one; None without."""
        ours = [voice for voice in self._known or self._looked_up() if voice.lang == lang]
        wished = (voice for voice in ours if ("female" in voice.gender.lower()) == higher)
        chosen = next(wished, ours[0] if ours else None)
        return chosen.id if chosen else None

    def voices(self) -> list[VoiceInfo]:
        """List the voices with the language of each, "" where the system does not tell it."""
        return [
            VoiceInfo(f"{self.kind}:{voice.id}", voice.name, voice.lang, self.kind, exact=False)
            for voice in self._looked_up()
        ]

    def version(self, name: str) -> str:
        """Answer the system's own version."""
        return platform.version()

    def _looked_up(self) -> tuple[_Found, ...]:
        """Ask the system anew; it takes long enough not to be done for every sentence."""
        self._known = tuple(self._found())
        return self._known

    def _found(self) -> Iterator[_Found]:
        """Answer every voice, whatever the driver makes of them."""
        try:
            voices: Iterable[Any] = self._engine.getProperty("voices") or ()
        except _TROUBLE:
            # WORKAROUND pyttsx3 2.99: one SAPI voice with two languages ("409;9") hides all others.
            yield from self._tokens()
            return
        for voice in voices:
            tags = [_language(tag) for tag in voice.languages or ()]
            name = str(voice.name or voice.id)
            lang = next(filter(None, tags), "") or _by_name(name)
            yield _Found(str(voice.id), name, lang, str(voice.gender or ""))

    def _tokens(self) -> Iterator[_Found]:
        """Read the SAPI voices one by one; what cannot be read is passed over."""
        with suppress(*_TROUBLE):
            for token in self._engine.proxy._driver._tts.GetVoices():
                with suppress(*_TROUBLE):
                    name = str(token.GetDescription())
                    lang = _by_lcid(_attribute(token, "Language")) or _by_name(name)
                    yield _Found(str(token.Id), name, lang, _attribute(token, "Gender"))


def _attribute(token: Any, name: str) -> str:
    try:
        return str(token.GetAttribute(name) or "")
    except _TROUBLE:  # a voice may have no such attribute at all
        return ""


def _by_lcid(text: str) -> str:
    """Answer the language of a list of hexadecimal Windows language numbers, like ``409;9``."""
    for part in text.split(";"):
        with suppress(ValueError):
            number = int(part, 16)
            # The lower ten bits are the language, whatever the country: 1 is Arabic in every one.
            same = (tag for lcid, tag in locale.windows_locale.items() if lcid & 0x3FF == number & 0x3FF)
            found = next(same, "")
            if found:
                return found.partition("_")[0]
    return ""


def _language(tag: object) -> str:
    """Answer the language of a tag: ``ar-SA``, ``ar_SA``, ``\\x05ar`` as bytes, or a Windows number."""
    text = tag.decode("utf-8", "ignore") if isinstance(tag, bytes) else str(tag or "")
    text = "".join(letter for letter in text if letter.isprintable()).replace("_", "-").lower()
    if text[:1].isdigit():
        return _by_lcid(text)
    code = text.partition("-")[0]
    return code if code.isalpha() and len(code) in (2, 3) else ""


def _by_name(name: str) -> str:
    """Tell Arabic by the voice's name where no language is given."""
    return "ar" if any(known in name.lower() for known in _ARABIC_NAMES) else ""
