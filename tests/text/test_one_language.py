"""A sentence has one language and one voice: what is not translated is said as it was written."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text.line import ends_sentence
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording

WORDS = {
    ("ar", "elder_tutor"): {"Touch {name}.": "اِلْمِسُوا {name}."},
    ("fr", "elder_tutor"): {"Touch {name}.": "Touchez {name}.", "Help": "Aide"},
    ("fr", "core"): {"مَوْعِدٌ": "rendez-vous"},
}


@pytest.fixture
def french(tmp_path: Path) -> Wording:
    for (lang, domain), words in WORDS.items():
        catalogue = Catalog(charset="utf-8")
        for key, text in words.items():
            catalogue.add(key, text)
        stream = io.BytesIO()
        write_mo(stream, catalogue)
        place = tmp_path / lang / "LC_MESSAGES"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{domain}.mo").write_bytes(stream.getvalue())
    return Wording("fr", Translator("fr", tmp_path), load_region())


def test_what_is_translated_is_in_the_language(french: Wording) -> None:
    line = french.line(phrase("Touch {name}.", name=phrase("مَوْعِدٌ", "core")))
    assert (line.lang, line.shown) == ("fr", "Touchez rendez-vous.")


def test_a_sentence_is_said_whole_in_the_language_of_the_part_that_is_not_translated(french: Wording) -> None:
    line = french.line(phrase("Touch {name}.", name=phrase("بَيْتٌ", "core")))
    assert (line.lang, line.shown, line.spoken) == ("ar", "المسوا بيت.", "اِلْمِسُوا بَيْتٌ.")


def test_its_values_are_those_of_the_language_it_is_said_in(french: Wording) -> None:
    line = french.line(phrase("السَّاعَةُ {at:time}", "core", at="10:30"))
    assert line.lang == "ar"
    assert "h" not in line.shown


def test_words_of_the_other_direction_stand_isolated_in_the_page(french: Wording) -> None:
    assert french.shown(phrase("بَيْتٌ", "core")) == "\u200f\u2067بيت\u2069"
    assert french.shown(phrase("Not translated")) == "Not translated"
    assert french.line(phrase("Not translated")).lang == "en"
    assert "\u2067" not in french.spoken(phrase("بَيْتٌ", "core"))


def test_a_value_alone_belongs_to_the_language_of_the_page(french: Wording) -> None:
    assert french.line(phrase("{row.name}", "core", **{"row.name": "نورة"})).lang == "fr"


def test_a_space_that_does_not_break_ends_no_word(french: Wording) -> None:
    words = french.text("Êtes-vous prêt\u00a0? Touchez «\u00a0Oui\u00a0».").words
    assert [word.shown for word in words] == ["Êtes-vous", "prêt\u00a0?", "Touchez", "«\u00a0Oui\u00a0»."]
    assert words[-1].spoken == "Oui."


@pytest.mark.parametrize(
    ("word", "lang", "ends"),
    [
        ("Dr.", "en", False),
        ("Dr.", "ar", True),
        ("M.", "fr", False),
        ("M.", "en", True),
        ("?\u00a0»", "fr", True),
    ],
)
def test_titles_that_end_no_sentence_are_those_of_the_language(word: str, lang: str, ends: bool) -> None:
    assert ends_sentence(word, lang) is ends
