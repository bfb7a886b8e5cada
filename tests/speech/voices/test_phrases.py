"""A voice that tells no word times is asked phrase by phrase."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from elder_tutor.speech.voices.marks import END, WORD
from elder_tutor.speech.voices.phrases import by_phrases

HZ = 1000


class Hum:
    """A tenth of a second a letter, with silence of its own around it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.said: list[str] = []

    def __call__(self, text: str) -> None:
        self.said.append(text)
        with wave.open(str(self.file), "wb") as sound:
            sound.setparams((1, 2, HZ, 0, "NONE", ""))
            sound.writeframes(bytes(2 * 50) + b"\x00\x20" * (100 * len(text)) + bytes(2 * 30))


@pytest.fixture
def hum(tmp_path: Path) -> Hum:
    return Hum(tmp_path / "a.wav")


def test_each_phrase_is_asked_for_by_itself(hum: Hum) -> None:
    by_phrases(hum, "نَعَمْ، هُنَا. one two", str(hum.file))
    assert hum.said == ["نَعَمْ،", "هُنَا.", "one two"]


def test_words_are_marked_where_they_stand_and_phrases_where_they_end(hum: Hum) -> None:
    text = "aa bb, cc."
    marks = by_phrases(hum, text, str(hum.file))
    words = [(text[place : place + 2], at) for kind, place, at in marks if kind == WORD]
    assert [word for word, _ in words] == ["aa", "bb", "cc"]
    assert [at for _, at in words] == pytest.approx([50, 50 + 250, 680 + 50], abs=40)
    assert [at for kind, _, at in marks if kind == END] == [680, 680 + 380]


def test_the_file_holds_all_phrases(hum: Hum) -> None:
    marks = by_phrases(hum, "aa bb, cc.", str(hum.file))
    with wave.open(str(hum.file)) as sound:
        assert sound.getnframes() * 1000 // HZ == marks[-1][2] == 1060
