"""Which voice speaks a language: its id, what is known of it, and the two the program brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from elder_tutor import i18n


class Kind(StrEnum):
    """What makes the sound; the part of a voice id before the first colon."""

    ESPEAK = "espeak"
    SYSTEM = "system"
    PIPER = "piper"


class Pitch(StrEnum):
    """The two voices to choose from; the values are those of ``Settings.voice``."""

    LOWER = "male"
    HIGHER = "female"


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """One voice of this machine.

    ``id`` is ``espeak:<name>``, ``system:<pyttsx3 id>`` or ``piper:<path of .onnx>``; ``lang``
    the program's language it speaks ("" when it cannot be told); ``exact`` whether it tells
    when each word is said, otherwise the times are an estimate. ``note`` is a short English
    sentence on what is wrong or special, "" as a rule.
    """

    id: str
    name: str
    lang: str
    engine: str
    exact: bool
    note: str = ""

    def to_mapping(self) -> dict[str, Any]:
        """Answer the fields by name, for the wire and for JSON."""
        return asdict(self)


def kind_of(voice_id: str) -> Kind | None:
    """Answer what makes the sound of a voice; None for something that is no voice id."""
    kind, colon, name = voice_id.partition(":")
    return Kind(kind) if colon and name and kind in set(Kind) else None


def name_of(voice_id: str) -> str:
    """Answer a voice id without its kind: what the engine itself calls the voice."""
    return voice_id.partition(":")[2]


def built_in(lang: str, pitch: str) -> str:
    """Answer the voice id of the program's own lower or higher voice of a language.

    A language without data is spoken by the espeak-ng voice of its name, if there is one.

    The lower one is espeak-ng's plain voice, the higher one its variant f1. Measured over three
    sentences at 175 (autocorrelation, 40 ms; share of energy): consonants are told apart between
    1 and 4 kHz, and what lies above 4 kHz is lost to old ears (EVIDENCE 1.5).

    ==========  ===============  ================  =================
    variant     f0 Hz ar/en/fr   1-4 kHz %         above 4 kHz %
    ==========  ===============  ================  =================
    (plain)     100 / 99 / 98    23 / 23 / 21      0.9 / 1.9 / 0.9
    m1          93 / 92 / 90     21 / 23 / 19      0.9 / 2.0 / 0.9
    m2          100 / 99 / 98    23 / 25 / 28      1.2 / 2.5 / 1.1
    m3          104 / 102 / 101  26 / 28 / 25      1.1 / 2.4 / 1.0
    m4          92 / 91 / 90     29 / 30 / 26      1.3 / 2.2 / 1.2
    m5          101 / 100 / 99   26 / 25 / 24      1.2 / 2.4 / 1.2
    m6          101 / 99 / 98    23 / 17 / 16      0.9 / 2.0 / 0.9
    m7          105 / 103 / 102  9 / 9 / 8         0.6 / 1.3 / 0.6
    m8          84 / 84 / 82     1 / 2 / 2         2.1 / 4.4 / 1.9
    f1          174 / 172 / 172  50 / 27 / 29      1.3 / 2.6 / 1.6
    f2          187 / 187 / 187  32 / 19 / 20      2.2 / 3.7 / 2.6
    f3          197 / 199 / 199  34 / 21 / 18      4.4 / 5.4 / 6.2
    f4          175 / 175 / 172  35 / 21 / 19      3.4 / 4.3 / 4.6
    f5          199 / 197 / 199  35 / 21 / 21      4.3 / 7.0 / 4.6
    ==========  ===============  ================  =================

    Of the low ones the plain voice has the least above 4 kHz with its consonants whole (m7 and m8
    are muffled, m4 drawls); of the high ones f1 is the lowest, the clearest and the least shrill.
    """
    if not i18n.is_known(lang):
        return f"{Kind.ESPEAK}:{lang}"
    voices = i18n.language(lang).voice
    return f"{Kind.ESPEAK}:{voices['higher' if pitch == Pitch.HIGHER else 'lower']}"


WPM: Mapping[str, int] = MappingProxyType({lang: i18n.language(lang).wpm for lang in i18n.languages()})
"""A calm pace in measured words a minute (DESIGN 7), from the languages' own data."""
