"""The page shows the vowelled text without its small marks (DESIGN 6), in every string of every pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor import resources
from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text import marks
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.po_files import read_po
from elder_tutor.text.wording import Wording

HIDDEN = {
    **{"\u064e": "fatha", "\u064f": "damma", "\u0650": "kasra", "\u0652": "sukun"},
    **{"\u064c": "dammatan", "\u064d": "kasratan", "\u0651": "shadda", "\u0670": "small alef"},
}
KEPT = re.compile(r"\[[^\[\]]*[\u0621-\u064a][^\[\]]*\]")
VOWELLED = st.text(alphabet="ابتلمنويىة ،.12aZ" + marks.MARKS, max_size=40)


@pytest.mark.parametrize("mark", HIDDEN, ids=HIDDEN.values())
def test_a_small_mark_is_not_shown(mark: str) -> None:
    assert marks.shown(f"ب{mark}ت") == "بت"


@pytest.mark.parametrize(
    ("vowelled", "shown"),
    [
        ("يَوْمًا", "يومًا"),
        ("زِرًّا", "زرًا"),
        ("مَسَاءً", "مساءً"),
        ("هُدًى", "هدًى"),
        ("بَيْتٌ وَبَيْتٍ", "بيت وبيت"),
        ("الرَّحْمٰنُ", "الرحمن"),
        ("آخِرُ", "آخر"),
        ("لَنْ [يُحْجَزَ] شَيْءٌ", "لن يُحْجَزَ شيء"),
        ("[أُحِسُّ بِأَلَمٍ]", "أُحِسُّ بِأَلَمٍ"),
        ("[a] [1] []", "[a] [1] []"),
        ("«[يُضَافُ]».", "«يُضَافُ»."),
    ],
)
def test_shown_from_vowelled(vowelled: str, shown: str) -> None:
    assert marks.shown(vowelled) == shown


@given(VOWELLED)
def test_only_small_marks_are_taken_away_and_tanwin_fath_stays(text: str) -> None:
    shown = marks.shown(text)
    assert not set(shown) & HIDDEN.keys()
    assert shown == "".join(letter for letter in text if letter not in HIDDEN)
    assert marks.shown(shown) == shown
    assert marks.spoken(text) == text


@given(st.text(alphabet="ابت" + marks.MARKS, min_size=1).map(lambda word: f"ا{word}"), VOWELLED)
def test_a_bracketed_word_keeps_all_its_marks(word: str, around: str) -> None:
    assert marks.shown(f"{around} [{word}] {around}").split(" ").count(word) >= 1
    assert marks.spoken(f"[{word}]") == word


@pytest.fixture(scope="module")
def pack_strings() -> list[str]:
    return [str(message.id) for message in read_po(resources.translations() / "core.pot") if message.id]


def test_no_string_of_a_pack_shows_a_small_mark_outside_brackets(pack_strings: list[str]) -> None:
    assert len(pack_strings) > 3000
    assert [
        text for text in pack_strings if set(KEPT.sub("", marks.shown(KEPT.sub("", text)))) & HIDDEN.keys()
    ] == []


def test_every_string_of_a_pack_is_shown_and_spoken_word_for_word(pack_strings: list[str]) -> None:
    wording = Wording("ar", Translator("ar", Path("/nowhere")), load_region())
    for text in pack_strings:
        plain = re.sub(r"\{[^{}]*\}", "7", text)
        words = wording.line(Phrase(plain, "core")).words
        assert all(word.shown for word in words), text
        assert all(word.spoken for word in words if any(map(str.isalnum, word.shown))), text
