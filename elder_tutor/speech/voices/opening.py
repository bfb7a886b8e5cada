"""Open a voice by its id, once, and keep it; what cannot be opened gives way to the built-in voice."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from elder_tutor.speech.arabic import respell
from elder_tutor.speech.errors import SpeechError
from elder_tutor.speech.timing import PAUSE_MS, TAIL_MS
from elder_tutor.speech.voices.marks import Mark, Unspeakable
from elder_tutor.speech.voices.names import Kind, Pitch, VoiceInfo, built_in, kind_of, name_of
from elder_tutor.speech.voices.pace import FITS, USUAL, Fit, Pace, Shape, pace_for
from elder_tutor.speech.voices.phrases import by_phrases

MBROLA: Final = MappingProxyType({"ar": "espeak:mb-ar1"})
"""Better timbre than espeak-ng's own, where MBROLA and its voice are installed (EVIDENCE 3.1)."""
_log = logging.getLogger(__name__)


class Source(Protocol):
    """One engine with all its voices; each is called by the engine's own name for it."""

    @property
    def kind(self) -> Kind:
        """Answer what makes the sound."""

    def speak(self, text: str, name: str, rate: int, file: str, gap: int = 0) -> list[Mark]:
        """Write the sound of a text to a file; raise Unspeakable when the voice is not there.

        ``gap`` is a silence between words in steps of the engine, where it has such a thing.
        """

    def has(self, name: str) -> bool:
        """Tell whether a voice is there and speaks; may raise SpeechError, which says why not."""

    def voices(self) -> list[VoiceInfo]:
        """List the voices that speak when they are asked to."""

    def version(self, name: str) -> str:
        """Answer what a measured pace of this voice holds for."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A voice ready to speak; ``fallback`` when it stands in for a chosen one, ``why`` says in a sentence."""

    id: str
    lang: str
    source: Source
    fit: Fit
    fallback: bool = False
    why: str = ""

    @property
    def kind(self) -> Kind:
        """Answer what makes the sound."""
        return self.source.kind

    def pace(self, wpm: int, said: Sequence[str] = ()) -> Pace:
        """Answer how the spoken words of a clip are said at measured words a minute."""
        return pace_for(self.fit, wpm, shape_of(said) if said else None)

    @property
    def exact(self) -> bool:
        """Tell whether the voice itself says when each word is said; otherwise the times are estimated."""
        return self.kind is Kind.ESPEAK

    def speak(self, text: str, pace: Pace, file: str) -> list[Mark]:
        """Write the sound of a text to a file; answer the events in order, exact or estimated."""
        name = name_of(self.id)
        if self.exact:
            return self.source.speak(text, name, pace.rate, file, pace.gap)
        return by_phrases(lambda phrase: self.source.speak(phrase, name, pace.rate, file), text, file)


def shape_of(said: Sequence[str]) -> Shape:
    """Answer how many words a clip has and how much silence its punctuation brings."""
    inner = sum(PAUSE_MS.get(token[-1:], 0) for token in said[:-1])
    return Shape(len(said), inner / 1000, TAIL_MS / 1000)


def _espeak() -> Source:
    from elder_tutor.speech.voices.espeak import Espeak

    return Espeak()


def _system() -> Source:
    from elder_tutor.speech.voices.system import SystemVoice

    return SystemVoice()


def _piper() -> Source:
    from elder_tutor.speech.voices.piper import Piper

    return Piper()


def sources_of(platform: str = sys.platform) -> Mapping[Kind, Callable[[], Source]]:
    """Answer what can make sound here; on Linux the system's voice *is* espeak-ng, opened only once."""
    everywhere = {Kind.ESPEAK: _espeak, Kind.PIPER: _piper}
    return everywhere if platform.startswith("linux") else {**everywhere, Kind.SYSTEM: _system}


class VoiceBox:
    """Every engine of this machine, each opened when a voice of it is first asked for.

    ``keep`` is the folder in which the measured pace of unknown voices is kept, None: nowhere.
    """

    def __init__(
        self, keep: Path | None = None, sources: Mapping[Kind, Callable[[], Source]] | None = None
    ) -> None:
        from elder_tutor.speech.voices.calibration import Fits

        self._make = sources_of() if sources is None else sources
        self._sources: dict[Kind, Source | None] = {}
        self._fits = Fits(keep)

    def source(self, kind: Kind) -> Source | None:
        """Answer an engine, or None where it cannot run."""
        if kind not in self._sources:
            make = self._make.get(kind)
            try:
                self._sources[kind] = make() if make else None
            except (ImportError, OSError, RuntimeError, KeyError, AttributeError) as error:
                _log.info("No %s here: %s", kind, error)
                self._sources[kind] = None
        return self._sources[kind]

    def opened(self, lang: str, wanted: str = Pitch.LOWER, chosen: str = "") -> Opened:
        """Answer the voice of a language: the chosen id if it can be opened, else the usual one.

        ``wanted`` is a pitch, or a voice id as well. Raise Unspeakable when nothing speaks the language.
        """
        if not chosen and kind_of(wanted) is not None:
            wanted, chosen = Pitch.LOWER, wanted
        why = ""
        if chosen:
            try:
                return self._ready(lang, chosen)
            except (SpeechError, Unspeakable) as error:
                why = str(error)
        for voice_id in self._usual(lang, wanted == Pitch.HIGHER):
            with suppress(Unspeakable):
                return replace(self._ready(lang, voice_id), fallback=bool(chosen), why=why)
        raise Unspeakable

    def _ready(self, lang: str, voice_id: str) -> Opened:
        """Answer a voice that was seen to speak. Raises SpeechError or Unspeakable."""
        kind = kind_of(voice_id)
        source = self.source(kind) if kind else None
        if source is None or not source.has(name_of(voice_id)):
            raise Unspeakable
        return Opened(voice_id, lang, source, self._fit(voice_id, lang, source))

    def _usual(self, lang: str, higher: bool) -> Iterator[str]:
        """Answer what can speak a language that nobody chose a voice for: the better voices first."""
        best = getattr(self.source(Kind.SYSTEM), "best", None)
        name = best(lang, higher) if best else None
        if name:
            yield f"{Kind.SYSTEM}:{name}"
        if not higher and lang in MBROLA:
            yield MBROLA[lang]
        own = built_in(lang, Pitch.HIGHER if higher else Pitch.LOWER)
        yield own
        yield own.partition("+")[0]

    def _fit(self, voice_id: str, lang: str, source: Source) -> Fit:
        """Answer how fast a voice is: shipped with the program, measured before, or measured now.

        Raise Unspeakable when a voice that has to be measured does not speak.
        """
        shipped = FITS.get((voice_id, lang))
        if shipped is not None:
            return shipped
        from elder_tutor.speech.voices.calibration import calibration_text, key_of, measured

        name = name_of(voice_id)
        own = FITS.get((built_in(lang, Pitch.LOWER), lang))
        key = key_of(voice_id, lang, source.version(name))
        fit = self._fits.get(key)
        text = calibration_text(lang)
        if fit is None and text:
            spell = respell if source.kind is Kind.ESPEAK and lang == "ar" else list

            def say(said: list[str], rate: int, file: str) -> None:
                source.speak(" ".join(spell(said)), name, rate, file)

            fit = measured(say, text, time.monotonic)
            if fit is not None:
                self._fits.put(key, fit)
        if fit is not None and source.kind is Kind.ESPEAK:
            return replace(fit, gap_s=(own or USUAL).gap_s, gap0_s=(own or USUAL).gap0_s)
        return fit or own or USUAL
