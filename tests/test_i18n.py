"""Catalogues are found, missing ones are calm, one language never leaks into another."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from elder_tutor import i18n
from elder_tutor.i18n import Translator, UnknownLanguage
from elder_tutor.text.new_language import begin_language


def compiled(folder: Path, lang: str, domain: str, **words: str) -> None:
    catalogue = Catalog(charset="utf-8")
    for key, text in words.items():
        catalogue.add(key, text)
    place = folder / lang / "LC_MESSAGES"
    place.mkdir(parents=True)
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    (place / f"{domain}.mo").write_bytes(stream.getvalue())


def test_a_key_is_translated_in_its_own_domain_only(tmp_path: Path) -> None:
    compiled(tmp_path, "ar", "elder_tutor", Back="رُجُوعٌ")
    translator = Translator("ar", tmp_path)
    assert translator.text("Back", "elder_tutor") == "رُجُوعٌ"
    assert translator.text("Back", "core") == "Back"
    assert translator.knows("Back", "elder_tutor")


def test_what_is_not_translated_is_its_own_key(tmp_path: Path) -> None:
    assert Translator("en", tmp_path).text("حَجْزُ مَوْعِدٍ", "core") == "حَجْزُ مَوْعِدٍ"
    assert Translator("ar", tmp_path).text("", "elder_tutor") == ""


def test_the_first_folder_that_has_a_catalogue_wins(tmp_path: Path) -> None:
    compiled(tmp_path / "a", "en", "core", x="from a")
    compiled(tmp_path / "b", "en", "core", x="from b")
    compiled(tmp_path / "c", "en", "other", x="from c")
    translator = Translator("en", [tmp_path / "a", tmp_path / "b", tmp_path / "c"])
    assert [translator.text("x", "core"), translator.text("x", "other")] == ["from a", "from c"]


@pytest.mark.parametrize("damage", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_damaged_catalogue_leaves_the_keys(tmp_path: Path, damage: bytes) -> None:
    place = tmp_path / "en" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "core.mo").write_bytes(damage)
    assert Translator("en", tmp_path).text("x", "core") == "x"


def test_what_is_not_translated_is_in_the_language_it_was_written_in(tmp_path: Path) -> None:
    compiled(tmp_path, "fr", "core", سَلَامٌ="Paix")
    translator = Translator("fr", tmp_path, source={"core": "ar", "club": "en"}.__getitem__)
    asked = [("سَلَامٌ", "core"), ("بَيْتٌ", "core"), ("House", "club"), ("Help", "elder_tutor")]
    assert [translator.answer(*each)[1] for each in asked] == ["fr", "ar", "en", "en"]


@pytest.mark.parametrize("key", ["{row.name}", "+974 5555 1234", "WhatsApp", ""])
def test_what_holds_no_letter_of_its_own_language_belongs_to_every_language(tmp_path: Path, key: str) -> None:
    assert Translator("fr", tmp_path).answer(key, "core") == (key, "fr")


def test_a_translation_that_reads_like_its_key_is_a_translation(tmp_path: Path) -> None:
    compiled(tmp_path, "fr", "elder_tutor", Notifications="Notifications")
    assert Translator("fr", tmp_path).answer("Notifications", "elder_tutor") == ("Notifications", "fr")


@pytest.mark.parametrize("lang", i18n.languages())
def test_no_locale_is_the_bare_arabic_one(lang: str) -> None:
    assert i18n.language(lang).locale != "ar"
    assert i18n.language(lang).code == lang


def test_one_tap_goes_round_the_languages_that_are_offered() -> None:
    assert [i18n.next_language(lang, ("ar", "en")) for lang in ("ar", "en", "fr")] == ["en", "ar", "ar"]
    assert [i18n.next_language(lang, ("ar", "fr", "en")) for lang in ("ar", "fr", "en")] == ["fr", "en", "ar"]
    assert i18n.next_language("ar", ("ar",)) == "ar"


def test_the_languages_are_the_files_there_are() -> None:
    assert i18n.languages() == ("ar", "en", "fr")
    assert [i18n.is_rtl(lang) for lang in i18n.languages()] == [True, False, False]


def test_a_new_folder_is_a_new_language(tmp_path: Path) -> None:
    begin_language("ur", tmp_path_with_nouns(tmp_path))
    assert i18n.languages(tmp_path) == ("ur",)
    assert i18n.language("ur", tmp_path).rtl


@pytest.mark.parametrize("damage", ["", "[]", '{"code": "xx"}', '{"code": "yy", "name": "x"}'])
def test_damaged_data_of_a_language_is_told(tmp_path: Path, damage: str) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.json").write_text(damage, "utf-8")
    with pytest.raises(UnknownLanguage, match="There is no language “xx”"):
        i18n.language("xx", tmp_path)


def test_made_up_languages_are_known_and_never_offered() -> None:
    assert [i18n.is_known(lang) for lang in i18n.PSEUDO] == [True, True]
    assert not set(i18n.PSEUDO) & set(i18n.languages())
    assert [i18n.is_rtl(lang) for lang in i18n.PSEUDO] == [False, True]


def tmp_path_with_nouns(folder: Path) -> Path:
    """Answer a folder with the English nouns, which a new language begins with."""
    (folder / "en").mkdir()
    (folder / "en" / "nouns.json").write_text("{}", "utf-8")
    return folder


def test_a_sentence_of_another_language_is_as_calm() -> None:
    assert i18n.pace_in("ar", 150, "en") == 105
    assert i18n.pace_in("en", 70, "ar") == 100
    assert i18n.pace_in("ar", 100, "ar") == i18n.pace_in("xx", 100, "ar") == 100
