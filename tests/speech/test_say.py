"""A sentence into a WAV file, with no screen and no sound card."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from elder_tutor.speech.engine import Engine, say_to_file
from elder_tutor.speech.errors import CannotWriteSound, NothingToSay, NoVoice


def seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22050)
        assert any(sound.readframes(sound.getnframes()))
        return sound.getnframes() / sound.getframerate()


def test_a_sentence_becomes_a_sound_of_its_length(tmp_path: Path, voice: Engine) -> None:
    clip = say_to_file("مَرْحَبًا بِكُمْ فِي الدَّرْسِ.", "ar", 0, tmp_path / "a.wav", voice)
    assert seconds(tmp_path / "a.wav") == pytest.approx(clip.duration_ms / 1000, abs=0.01)
    assert 1.0 < seconds(tmp_path / "a.wav") < 5.0


def test_slower_is_longer(tmp_path: Path, voice: Engine) -> None:
    for wpm in (60, 160):
        say_to_file("Welcome to this lesson.", "en", wpm, tmp_path / f"{wpm}.wav", voice)
    assert seconds(tmp_path / "60.wav") > 1.3 * seconds(tmp_path / "160.wav")


def test_numbers_are_said_in_words(tmp_path: Path, voice: Engine) -> None:
    short = say_to_file("7", "ar", 0, tmp_path / "a.wav", voice)
    long = say_to_file("00005555", "ar", 0, tmp_path / "b.wav", voice)
    assert long.duration_ms > 3 * short.duration_ms


def test_it_needs_no_engine_given(tmp_path: Path) -> None:
    say_to_file("نَعَمْ", "ar", 0, tmp_path / "a.wav")
    assert seconds(tmp_path / "a.wav") > 0.3


def test_trouble_is_one_clear_sentence(tmp_path: Path, voice: Engine) -> None:
    with pytest.raises(NothingToSay, match="the text is empty"):
        say_to_file(" ", "ar", 0, tmp_path / "a.wav", voice)
    with pytest.raises(CannotWriteSound, match="cannot be written"):
        say_to_file("نَعَمْ", "ar", 0, tmp_path / "nowhere" / "a.wav", voice)
    with pytest.raises(NoVoice, match="no voice"):
        say_to_file("ja", "xx", 0, tmp_path / "a.wav", voice)
    assert list(tmp_path.iterdir()) == []
