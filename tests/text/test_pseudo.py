"""Made-up languages: longer, marked, and with every value as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from elder_tutor import i18n, resources
from elder_tutor.i18n import Translator
from elder_tutor.text.catalogue_checks import fields
from elder_tutor.text.po_files import po_file, read_po
from elder_tutor.text.pseudo import pseudo, write_pseudo

SENTENCE = "Touch “Book an appointment” and choose a day."


def test_a_text_is_longer_by_about_a_third_and_stands_in_brackets() -> None:
    made = pseudo(SENTENCE)
    assert (made[0], made[-1]) == ("[", "]")
    assert 1.25 <= (len(made) - 2) / len(SENTENCE) <= 1.4
    assert len(made.split()) == len(SENTENCE.split())


@pytest.mark.parametrize("text", ["{n:count:day} of {day:date}", "{name}", "Step {step}: {otp:code}"])
def test_values_stay_as_they_are(text: str) -> None:
    assert fields(pseudo(text)) == fields(text)


@pytest.mark.parametrize("text", ["48-21", "{name}", "سَلَامٌ", "+974 5555", "www.a.example", ""])
def test_what_holds_no_word_stays_as_it_is(text: str) -> None:
    assert pseudo(text) == text


def test_both_languages_have_every_sentence_of_the_program(tmp_path: Path) -> None:
    write_pseudo(tmp_path, resources.translations())
    for lang in i18n.PSEUDO:
        assert Translator(lang, tmp_path).answer("Help", "elder_tutor") == ("[Hélp]", lang)
        assert len(read_po_keys(tmp_path / lang)) > 3000


def read_po_keys(folder: Path) -> list[str]:
    """Answer the keys of the pack that have words of their own."""
    keys = [str(each.id) for each in read_po(po_file(resources.translations(), "en", "core")) if each.id]
    translator = Translator(folder.name, folder.parent)
    return [key for key in keys if translator.text(key, "core").startswith("[")]
