"""A sentence into a WAV file, with no screen and no sound card."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest
from click.testing import CliRunner

from elder_tutor.cli import commands
from elder_tutor.speech.clip import Clip, WordTime
from elder_tutor.speech.engine import Engine, say_to_file
from elder_tutor.speech.errors import CannotWriteSound, NothingToSay, NoVoice
from elder_tutor.speech.words_file import CannotWriteWords, words_of, write_words
from elder_tutor.text.wording import Wording


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
    for wpm in (120, 180):
        say_to_file("Welcome to this lesson.", "en", wpm, tmp_path / f"{wpm}.wav", voice)
    assert seconds(tmp_path / "120.wav") > 1.2 * seconds(tmp_path / "180.wav")


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
        voice.synth("ja", "xx")
    assert list(tmp_path.iterdir()) == []


def spoken(tmp_path: Path, text: str, *more: str) -> dict[str, object]:
    place = tmp_path / "f.json"
    result = CliRunner().invoke(
        commands, ["say", text, "--out", str(tmp_path / "f.wav"), "--words", str(place), *more]
    )
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(place.read_text("utf-8"))
    return found


def test_the_words_file_holds_every_shown_word_with_its_time(tmp_path: Path) -> None:
    found = spoken(tmp_path, "السَّاعَةُ 10:30، رَمْزُكُمْ 48-21.")
    words = found["words"]
    assert isinstance(words, list)
    assert [word["shown"] for word in words] == ["الساعة", "10:30،", "رمزكم", "48-21."]
    assert found["exact"] is True
    starts = [word["start"] for word in words]
    assert starts == sorted(set(starts))
    assert words[-1]["end"] <= seconds(tmp_path / "f.wav")
    assert words[2]["start"] - words[1]["end"] == pytest.approx(0.35, abs=0.03)


def test_english_words_the_voice_runs_together_are_exact_too(tmp_path: Path) -> None:
    found = spoken(tmp_path, "I am at the top of the page.", "--lang", "en")
    assert found["exact"] is True


def test_a_voice_is_chosen_by_its_id(tmp_path: Path) -> None:
    spoken(tmp_path, "نَعَمْ.", "--voice", "espeak:ar+f2")
    higher = (tmp_path / "f.wav").read_bytes()
    spoken(tmp_path, "نَعَمْ.")
    assert (tmp_path / "f.wav").read_bytes() != higher


def test_an_estimate_says_that_it_is_one(arabic: Wording) -> None:
    clip = Clip(bytes(200), 1000, (WordTime(0, 40), WordTime(40, 90)))
    assert words_of(arabic.text("نَعَمْ هُنَا"), clip) == {
        "exact": False,
        "words": [
            {"shown": "نعم", "start": 0.0, "end": 0.04},
            {"shown": "هنا", "start": 0.04, "end": 0.09},
        ],
    }


def test_words_that_cannot_be_written_are_known_trouble(tmp_path: Path, arabic: Wording) -> None:
    with pytest.raises(CannotWriteWords, match="cannot be written"):
        write_words(arabic.text("نَعَمْ"), Clip(b"", 1000, (WordTime(0, 1),)), tmp_path / "no" / "f.json")
