"""A voice nobody measured is measured once, and what was measured is kept."""

from __future__ import annotations

import json
import wave
from array import array
from itertools import count
from pathlib import Path

import pytest

from elder_tutor import i18n
from elder_tutor.speech.voices.calibration import Fits, calibration_text, key_of, measured, silence_s
from elder_tutor.speech.voices.pace import NORMAL, Fit

HZ = 1000
TEXT = "one two three, four five.\nsix seven eight nine ten."


def hum(phrase: list[str], rate: int, file: str) -> None:
    """Speak half a second a word at normal, of which a tenth never shrinks, with silence around it."""
    loud = round(HZ * len(phrase) * (0.45 * NORMAL / rate + 0.05))
    write(file, [0] * 300 + [9000] * loud + [0] * 500)


def write(file: str, samples: list[int]) -> None:
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(HZ)
        sound.writeframes(array("h", samples).tobytes())


def test_what_shrinks_and_what_does_not_are_told_apart() -> None:
    fit = measured(hum, TEXT, lambda: 0.0)
    assert fit
    assert fit.speech_s == pytest.approx(0.45, abs=0.01)
    assert fit.fixed_s == pytest.approx(0.05, abs=0.01)


def test_the_silence_of_a_text_is_that_of_its_punctuation() -> None:
    inner, tail = silence_s(TEXT)
    assert inner == pytest.approx(0.350 / 10)
    assert tail == pytest.approx(2 * 0.120 / 10)


def test_a_voice_that_takes_its_time_is_measured_on_less() -> None:
    spoken: list[int] = []

    def slow(phrase: list[str], rate: int, file: str) -> None:
        spoken.append(len(phrase))
        hum(phrase, rate, file)

    assert measured(slow, TEXT * 20, count(0, 2).__next__)
    assert sum(spoken) < 30


def test_a_voice_that_says_nothing_has_no_fit() -> None:
    assert measured(lambda phrase, rate, file: write(file, [0] * 900), TEXT, lambda: 0.0) is None


def test_a_fit_is_kept_for_the_next_start(tmp_path: Path) -> None:
    Fits(tmp_path / "new").put("a", Fit(0.5, 0.1, 0.05, 0.02))
    Fits(tmp_path / "new").put("b", Fit(0.4, 0.0, 0.05, 0.02))
    again = Fits(tmp_path / "new")
    assert again.get("a") == Fit(0.5, 0.1, 0.05, 0.02)
    assert again.get("b") == Fit(0.4, 0.0, 0.05, 0.02)
    assert again.get("c") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"a": 3}', '{"a": [0, 0, 0, 0]}', '{"a": ["x", 1, 1, 1]}', '{"a": [1, 2]}', "\x00"],
)
def test_a_damaged_file_is_measured_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / "voices.json").write_text(text, "utf-8")
    fits = Fits(tmp_path)
    assert fits.get("a") is None
    fits.put("a", Fit(0.5, 0.1, 0.05, 0.02))
    assert Fits(tmp_path).get("a") == Fit(0.5, 0.1, 0.05, 0.02)


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    fits = Fits(tmp_path / "file")
    fits.put("a", Fit(0.5, 0.1, 0.05, 0.02))
    assert fits.get("a")


def test_another_version_of_the_engine_is_another_voice() -> None:
    assert key_of("espeak:ar", "ar", "1.51") != key_of("espeak:ar", "ar", "1.52")


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_language_has_a_text_to_measure_with(lang: str) -> None:
    assert 30 <= len(calibration_text(lang).split()) <= 70


def test_a_language_without_a_text_is_no_trouble() -> None:
    assert calibration_text("xx") == ""


def test_the_worker_measures_an_unknown_voice_and_keeps_it_beside_the_clips(tmp_path: Path) -> None:
    from elder_tutor.speech.cache import ClipCache
    from elder_tutor.speech.engine import Engine

    with Engine(ClipCache(tmp_path), chosen={"en": "espeak:en-gb+m4"}) as engine:
        engine.synth("Welcome to this lesson.", "en", private=True)
    [kept] = json.loads((tmp_path / "voices.json").read_text("utf-8"))
    assert "espeak:en-gb+m4" in kept
