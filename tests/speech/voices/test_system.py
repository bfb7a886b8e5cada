"""The voices of other systems, as pyttsx3 really tells of them: in three spellings, or not at all."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from elder_tutor.speech.voices.marks import Unspeakable
from elder_tutor.speech.voices.system import SystemVoice


def voice(voice_id: str, languages: Any = (), name: str = "", gender: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(id=voice_id, name=name or voice_id, languages=languages, gender=gender)


class Engine:
    """The engine of pyttsx3 with a driver whose system is not here."""

    def __init__(self, voices: list[SimpleNamespace] | Exception, tokens: Any = ()) -> None:
        self._voices = voices
        self.proxy = SimpleNamespace(_driver=SimpleNamespace(_tts=SimpleNamespace(GetVoices=lambda: tokens)))

    def getProperty(self, name: str) -> list[SimpleNamespace]:
        if isinstance(self._voices, Exception):
            raise self._voices
        return self._voices

    def setProperty(self, name: str, value: object) -> None:
        if value == "REFUSES":
            raise ValueError

    def save_to_file(self, text: str, file: str) -> None:
        Path(file).write_text(text, "utf-8")

    def runAndWait(self) -> None:
        pass


def system(*voices: SimpleNamespace) -> SystemVoice:
    return SystemVoice(lambda: Engine(list(voices)))


@pytest.mark.parametrize(
    ("languages", "lang"),
    [
        (["ar-SA"], "ar"), (["ar_EG"], "ar"), ([b"\x05ar"], "ar"), (["en-US"], "en"), (["401"], "ar"),
        (["409;9"], "en"), ([None, "ar-001"], "ar"), (["Unknown Locale: 7"], ""),
        ([], ""), (None, ""), ([""], ""),
    ],
)  # fmt: skip
def test_a_language_is_known_in_every_spelling(languages: Any, lang: str) -> None:
    assert [found.lang for found in system(voice("X", languages)).voices()] == [lang]


def test_an_arabic_voice_without_a_language_is_known_by_its_name() -> None:
    found = system(voice("X", [], "Microsoft Hoda"), voice("Y", [], "Maged")).voices()
    assert [one.lang for one in found] == ["ar", "ar"]


class Token:
    """A voice as SAPI holds it."""

    def __init__(self, voice_id: str, language: str | Exception, gender: str = "Male") -> None:
        self.Id, self._about = voice_id, {"Language": language, "Gender": gender}

    def GetDescription(self) -> str:
        return f"Microsoft {self.Id}"

    def GetAttribute(self, name: str) -> str:
        value = self._about[name]
        if isinstance(value, Exception):
            raise value
        return value


def test_one_voice_of_two_languages_does_not_hide_the_others() -> None:
    tokens = [Token("David", "409;9"), Token("Hoda", "C01", "Female"), Token("Odd", OSError()), object()]
    sapi = SystemVoice(lambda: Engine(ValueError("invalid literal for int()"), tokens))
    assert [(found.id, found.lang) for found in sapi.voices()] == [
        ("system:David", "en"), ("system:Hoda", "ar"), ("system:Odd", ""),
    ]  # fmt: skip
    assert sapi.best("ar", higher=False) == "Hoda"


def test_the_wished_gender_is_taken_where_there_is_one() -> None:
    found = system(
        voice("Naayf", ["ar-SA"], gender="Male"), voice("Hoda", ["ar-EG"], gender="VoiceGenderFemale")
    )
    assert found.best("ar", higher=False) == "Naayf"
    assert found.best("ar", higher=True) == "Hoda"
    assert found.best("fr", higher=True) is None


def test_a_voice_that_is_gone_or_refuses_is_known_trouble(tmp_path: Path) -> None:
    for name in ("GONE", "REFUSES"):
        with pytest.raises(Unspeakable):
            system(voice("REFUSES")).speak("text", name, 175, str(tmp_path / "a.wav"))


def test_it_tells_no_word_times(tmp_path: Path) -> None:
    assert system(voice("X")).speak("text", "X", 175, str(tmp_path / "a.wav")) == []
    assert not system(voice("X")).voices()[0].exact


def test_the_same_way_speaks_with_a_real_driver(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from elder_tutor.speech.voices.system import SystemVoice\n"
        "voice = SystemVoice()\n"
        "name = voice.best('ar', higher=False)\n"
        "voice.speak('مَرْحَبًا', name, 175, sys.argv[1])\n"
        "os._exit(0)\n"  # espeak asserts when Python takes it down
    )
    file = tmp_path / "a.wav"
    subprocess.run([sys.executable, "-c", code, str(file)], check=True, capture_output=True, timeout=60)
    with wave.open(str(file)) as sound:
        assert sound.getnframes() > sound.getframerate() // 3
