"""Catalogues are found, missing ones are calm, one language never leaks into another."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from elder_tutor import i18n
from elder_tutor.i18n import Translator


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


def test_no_locale_is_the_bare_arabic_one() -> None:
    assert set(i18n.LOCALES) == set(i18n.LANGUAGES)
    assert "ar" not in i18n.LOCALES.values()


def test_one_tap_switches_there_and_back() -> None:
    assert [i18n.other(lang) for lang in i18n.LANGUAGES] == ["en", "ar"]
    assert [i18n.is_rtl(lang) for lang in i18n.LANGUAGES] == [True, False]
