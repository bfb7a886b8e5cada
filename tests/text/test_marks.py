"""Shown and spoken forms of one vowelled text, and what is not yet vowelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.regions import load_region
from elder_tutor.text import marks
from elder_tutor.text.arabic_values import ArabicValues
from elder_tutor.text.line import Line, Word, assemble, ends_sentence
from elder_tutor.text.literal import line_of

VALUES = ArabicValues(load_region(), "latn")
LETTERS = st.text(
    alphabet="ابتثجحخدرسعلمنهويةىء «»().،؟!:[]{}—·0123456789aZ" + marks.MARKS + "\t\n\u2066\u2069😀+-/%",
    max_size=60,
)


@pytest.mark.parametrize(
    ("vowelled", "shown"),
    [
        ("هٰذَا تَدْرِيبٌ فَقَطْ.", "هذا تدريب فقط."),
        ("اِخْتَارُوا يَوْمًا", "اختاروا يومًا"),
        ("لَنْ [يُحْجَزَ] مَوْعِدٌ", "لن يُحْجَزَ موعد"),
        ("الطَّبِيبَةُ مَرْيَمُ", "الطبيبة مريم"),
        ("[press] here", "[press] here"),
    ],
)
def test_shown_text_keeps_tanwin_fath_and_bracketed_words(vowelled: str, shown: str) -> None:
    assert marks.shown(vowelled) == shown


def test_spoken_text_keeps_every_mark_and_loses_the_brackets() -> None:
    assert marks.spoken("لَنْ [يُحْجَزَ] بِـهٰذَا") == "لَنْ يُحْجَزَ بِهٰذَا"


@pytest.mark.parametrize(
    "text", ["اِضْغَطُوا عَلَى «حَجْزُ مَوْعِدٍ» فِي وَسَطِ الشَّاشَةِ.", "حَيَّاكُمُ اللهُ", "لَنْ [يُحْجَزَ]", "OK 12 {n:count:day}"]
)
def test_fully_vowelled_text_passes(text: str) -> None:
    assert marks.unvowelled_words(text) == []


@pytest.mark.parametrize("word", ["مرحبا", "الشَّاشَة", "الطَّبيبَةُ", "محمّد", "بِكُم", "مَوعِد"])
def test_a_word_with_a_missing_mark_is_named(word: str) -> None:
    assert marks.unvowelled_words(f"هٰذَا {word} {{x:time}}") == [word]


@given(LETTERS)
def test_every_text_has_as_many_spoken_words_as_shown(text: str) -> None:
    line = line_of(text, "ar", VALUES)
    assert all(word.shown for word in line.words)
    assert line.shown == " ".join(word.shown for word in line.words)


@given(
    st.lists(
        st.text(alphabet="بتث" + marks.FATHA + marks.SHADDA, min_size=1).map(lambda w: "ا" + w), max_size=8
    )
)
def test_plain_words_stay_one_for_one(words: list[str]) -> None:
    line = line_of(" ".join(words), "ar", VALUES)
    assert [word.spoken for word in line.words] == words
    assert len(line.shown.split()) == len(line.spoken.split()) == len(words)


def test_punctuation_stays_on_its_word() -> None:
    line = line_of("نَعَمْ — « لَا » ، شُكْرًا !", "ar", VALUES)
    assert [word.shown for word in line.words] == ["نعم —", "« لا » ،", "شكرًا !"]


def test_a_line_is_cut_where_sentences_end() -> None:
    line = line_of("تَمَّ الْحَجْزُ. هَلْ «نَبْدَأُ؟» نَعَمْ", "ar", VALUES)
    assert [part.shown for part in line.sentences()] == ["تم الحجز.", "هل «نبدأ؟»", "نعم"]


def test_a_title_does_not_end_a_sentence() -> None:
    assert not ends_sentence("Dr.")
    assert ends_sentence("here.”")


def test_a_line_without_words_has_no_sentence() -> None:
    assert Line((), "ar").sentences() == ()
    assert assemble([None, None]) == ()
    assert Word("a", "a") == Word("a", "a", False)
