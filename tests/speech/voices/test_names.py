"""A voice id says what makes the sound, and every language has a lower and a higher voice."""

from __future__ import annotations

import pytest

from elder_tutor import i18n
from elder_tutor.speech.voices.names import Kind, Pitch, VoiceInfo, built_in, kind_of, name_of


@pytest.mark.parametrize(
    ("voice_id", "kind", "name"),
    [
        ("espeak:ar+f1", Kind.ESPEAK, "ar+f1"),
        ("piper:/v/a:b.onnx", Kind.PIPER, "/v/a:b.onnx"),
        ("system:HKEY\\Voices\\HODA", Kind.SYSTEM, "HKEY\\Voices\\HODA"),
    ],
)
def test_a_voice_id_is_a_kind_and_the_engines_own_name(voice_id: str, kind: Kind, name: str) -> None:
    assert (kind_of(voice_id), name_of(voice_id)) == (kind, name)


@pytest.mark.parametrize("text", ["male", "female", "", "espeak:", ":ar", "flite:slt"])
def test_anything_else_is_no_voice_id(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_language_has_two_voices(lang: str) -> None:
    lower, higher = built_in(lang, Pitch.LOWER), built_in(lang, Pitch.HIGHER)
    assert lower != higher
    assert kind_of(lower) is kind_of(higher) is Kind.ESPEAK


def test_a_language_without_data_is_asked_of_espeak_by_its_name() -> None:
    assert built_in("xx", Pitch.LOWER) == "espeak:xx"


def test_what_is_known_of_a_voice_goes_over_the_wire_and_back() -> None:
    voice = VoiceInfo("espeak:ar", "العربية", "ar", Kind.ESPEAK, exact=True)
    assert VoiceInfo(**voice.to_mapping()) == voice
