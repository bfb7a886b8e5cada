"""Foreign names and abbreviations inside a sentence are said as its own speakers say them."""

from __future__ import annotations

import re

import pytest

from elder_tutor.speech.lexicon import Lexicon
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.text.phrase import PROGRAM
from tests.speech.all_lines import keys, lines

FOREIGN = {"ar": re.compile("[A-Za-z]"), "en": re.compile("[\u0621-\u064a]")}


@pytest.fixture(scope="module")
def arabic() -> Lexicon:
    return Lexicon.load("ar")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("SMS،", "إِسْ إِمْ إِسْ،"),
        ("Wi-Fi.", "وَايْ فَايْ."),
        ("whatsapp", "وَاتْسْ آبْ"),
        ("A12", "إِيهْ 12"),
        ("TXQ", "تِي إِكْسْ كْيُو"),
        ("5GB", "5 غِيغَابَايْتْ"),
        ("COVID-تِسْعَةَ", "كُوفِيدْ تِسْعَةَ"),
        ("و", "وَاوْ"),
        ("Hello", "Hello"),
        ("UNKNOWN", "UNKNOWN"),
        ("مَرْحَبًا", "مَرْحَبًا"),
        ("مريم،", "مَرْيَمْ،"),
        ("مَرْيَمُ،", "مَرْيَمُ،"),
    ],
)
def test_a_foreign_word_is_said_as_arabic_says_it(arabic: Lexicon, written: str, said: str) -> None:
    assert arabic.said(written) == said


def test_an_arabic_name_is_said_in_an_english_sentence() -> None:
    assert Lexicon.load("en").said("مَرْيَم.") == "Maryam."


def test_a_language_without_a_lexicon_leaves_words_alone() -> None:
    assert Lexicon.load("xx").said("SMS") == "SMS"


@pytest.mark.parametrize("lang", FOREIGN)
def test_no_foreign_word_of_a_pack_is_left_to_the_voice(lang: str) -> None:
    lexicon, own = Lexicon.load(lang), set(keys(PROGRAM))
    words = {word.spoken for key, line in lines(lang) if key not in own for word in line.words}
    assert [written for written in words if FOREIGN[lang].search(lexicon.said(written))] == []


def test_every_arabic_entry_is_fully_vowelled_and_bare_of_latin(arabic: Lexicon) -> None:
    entries = {**arabic.words, **arabic.letters}
    assert [
        key for key, said in entries.items() if unvowelled_words(said) or FOREIGN["ar"].search(said)
    ] == []


def test_texts_that_are_typed_without_marks_are_said_with_them(arabic: Lexicon) -> None:
    typed = ["السلام", "عليكم", "مريم", "شكرا", "نورة"]
    assert all(arabic.said(word) != word for word in typed)


def test_keys_are_written_as_they_are_looked_up(arabic: Lexicon) -> None:
    assert all(key == key.lower() for key in arabic.words)
    assert set("abcdefghijklmnopqrstuvwxyz") <= set(arabic.letters)
