"""List the voices of this machine that are worth choosing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from elder_tutor import i18n
from elder_tutor.speech.voices.names import Kind, Pitch, VoiceInfo, built_in, name_of
from elder_tutor.speech.voices.opening import MBROLA, Source, VoiceBox

VARIANTS: Final = ("m3", "m4", "f1", "f2")
"""The variants of espeak-ng that stay clear in every language measured (see ``built_in``)."""
_NAMES: Final = {Pitch.LOWER: "lower voice", Pitch.HIGHER: "higher voice"}


def listed(box: VoiceBox, lang: str = "", every: bool = False) -> list[dict[str, Any]]:
    """List the voices of a language, or of every language the program has, as VoiceInfo's fields.

    The built-in ones come first, then the better ones of the machine. ``every`` adds all
    others it has, whatever they speak.
    """
    found: dict[str, VoiceInfo] = {}
    for each in (lang,) if lang else i18n.languages():
        for voice in _useful(box, each):
            found.setdefault(voice.id, voice)
    if every:
        for voice in _all(box):
            if voice.lang == lang or not lang:
                found.setdefault(voice.id, voice)
    return [voice.to_mapping() for voice in found.values()]


def _useful(box: VoiceBox, lang: str) -> Iterator[VoiceInfo]:
    espeak = box.source(Kind.ESPEAK)
    if espeak is not None:
        lower = built_in(lang, Pitch.LOWER)
        for pitch in Pitch:
            voice_id = built_in(lang, pitch)
            if espeak.has(name_of(voice_id)):
                yield VoiceInfo(
                    voice_id, f"{_own_name(lang)}, {_NAMES[pitch]}", lang, Kind.ESPEAK, exact=True
                )
        yield from _better(espeak, lang)
        for variant in VARIANTS:
            voice_id = f"{lower}+{variant}"
            if espeak.has(name_of(voice_id)):
                yield VoiceInfo(voice_id, f"{_own_name(lang)}, {variant}", lang, Kind.ESPEAK, exact=True)
    system = box.source(Kind.SYSTEM)
    yield from (voice for voice in (system.voices() if system else ()) if voice.lang == lang)


def _better(espeak: Source, lang: str) -> Iterator[VoiceInfo]:
    """Answer the voice of MBROLA; espeak-ng lists it too where it is not installed."""
    voice_id = MBROLA.get(lang, "")
    if voice_id and espeak.has(name_of(voice_id)):
        yield VoiceInfo(voice_id, f"{_own_name(lang)}, MBROLA", lang, Kind.ESPEAK, exact=True)


def _all(box: VoiceBox) -> Iterator[VoiceInfo]:
    espeak = box.source(Kind.ESPEAK)
    for lang in i18n.languages():
        for variant in getattr(espeak, "variants", ()):
            voice_id = f"{built_in(lang, Pitch.LOWER)}+{variant}"
            yield VoiceInfo(voice_id, f"{_own_name(lang)}, {variant}", lang, Kind.ESPEAK, exact=True)
    for kind in (Kind.SYSTEM, Kind.ESPEAK):
        source = box.source(kind)
        for voice in source.voices() if source else ():
            yield replace(voice, note="") if voice.lang else replace(voice, note="Its language is not known.")


def _own_name(lang: str) -> str:
    return i18n.language(lang).name if i18n.is_known(lang) else lang
