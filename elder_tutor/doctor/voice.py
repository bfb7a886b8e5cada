"""Can each language be heard? A real sentence is spoken in each, by the voice that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from elder_tutor import i18n
from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.errors import SpeechError
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import Phrase, phrase

SAMPLE: Final = phrase("Peace be upon you. Let us practise together, calmly and step by step.")
LANGUAGES: Final[Mapping[str, Phrase]] = {
    "ar": phrase("Arabic"),
    "en": phrase("English"),
    "fr": phrase("French"),
}
SPEAKS: Final = phrase("The voice for {language} speaks well.")
ESTIMATES: Final = phrase("The voice for {language} speaks; words light up by estimate.")
FELL_BACK: Final = phrase("The chosen voice for {language} is missing, so the built-in one speaks.")
CHOOSE: Final = phrase("Choose a voice on the trainer's page “This machine”.")
SILENT: Final = phrase("The voice for {language} says nothing. Captions stand on the page.")
INSTALL: Final = phrase("Start {command} once more; it installs the voice.", command="./run.sh")
SHORTEST_MS: Final = 1_000
"""The sample takes five seconds at a calm pace; less than one is no sentence."""


class Voices(Protocol):
    """What of the engine is needed here."""

    def synth(self, text: Line, lang: str = "", wpm: int = 0, private: bool = False) -> Clip:
        """Speak a line and wait for it; raise a SpeechError."""

    def voices(self, lang: str = "") -> Sequence[Named]:
        """Answer the voices of this machine for a language."""


class Named(Protocol):
    """A voice by its id."""

    @property
    def id(self) -> str:
        """Answer the id."""


def language_name(lang: str) -> Phrase | str:
    """Answer what a language is called in the one of the page, or else its own name for itself."""
    own = i18n.language(lang).name if i18n.is_known(lang) else lang
    return LANGUAGES.get(lang, own)


def look(engine: Voices, lang: str, line: Line, chosen: str = "") -> tuple[Finding, ...]:
    """Speak a sentence of a language; ``chosen`` is the voice id the centre wants, or empty."""
    name, language = f"voice-{lang}", language_name(lang)
    try:
        clip = engine.synth(line, lang, private=True)
    except SpeechError as error:
        return (bad(name, phrase(SILENT.key, language=language), INSTALL, str(error)),)
    details = f"{clip.duration_ms} ms, {len(clip.words)} words, voice {chosen or 'built-in'}"
    if clip.duration_ms < SHORTEST_MS or len(clip.words) != len(line.words) or _is_silence(clip):
        return (bad(name, phrase(SILENT.key, language=language), INSTALL, details),)
    if chosen and chosen not in {voice.id for voice in engine.voices(lang)}:
        return (warn(name, phrase(FELL_BACK.key, language=language), CHOOSE, details),)
    words = SPEAKS if clip.exact else ESTIMATES
    return (ok(name, phrase(words.key, language=language), details),)


def _is_silence(clip: Clip) -> bool:
    return not any(clip.pcm)
