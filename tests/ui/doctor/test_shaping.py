"""Letters are looked at as Qt draws them: ours, joined, in order, and all there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from elder_tutor.doctor.characters import used
from elder_tutor.doctor.finding import State
from elder_tutor.doctor.translations import domains_of
from elder_tutor.i18n import languages
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.resources import assets, translations
from elder_tutor.ui.doctor import shaping
from elder_tutor.ui.doctor.checks import page_font

JOINS = ("init", "medi", "fina", "rlig", "liga", "calt", "ccmp")


@pytest.fixture
def ours(qapp: QApplication) -> QFont:
    """The type of the pages."""
    return page_font()


def test_our_letters_are_in_use_and_join(ours: QFont) -> None:
    assert shaping.our_letters(ours).state is State.OK
    assert shaping.joined(ours).state is State.OK


def test_other_letters_are_noticed(qapp: QApplication) -> None:
    assert shaping.our_letters(QFont("DejaVu Sans Mono")).state is State.BAD


def test_letters_that_stand_apart_are_noticed(ours: QFont) -> None:
    for feature in JOINS:
        ours.setFeature(QFont.Tag(feature), 0)
    assert shaping.joined(ours).state is State.BAD


def test_a_type_without_arabic_is_noticed(qapp: QApplication) -> None:
    if "DejaVu Serif" not in QFontDatabase.families():
        pytest.skip("needs a type without Arabic letters")
    latin = QFont("DejaVu Serif")
    latin.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    assert shaping.joined(latin).state is State.BAD
    assert shaping.complete(latin, "سلام").state is State.WARN


def test_a_number_stands_whole_in_an_arabic_line(ours: QFont) -> None:
    assert shaping.ordered(ours).state is State.OK


def test_a_number_without_isolation_is_noticed(ours: QFont) -> None:
    torn = shaping.BEFORE + shaping.NUMBER + shaping.AFTER
    assert shaping.in_order(torn, ours).state is State.BAD


def test_a_character_without_a_drawing_is_named(ours: QFont) -> None:
    found = shaping.complete(ours, "اa中")
    assert found.state is State.WARN
    assert dict(found.what.values) == {"characters": "U+4E2D"}


def test_our_type_has_every_character_of_the_program(ours: QFont, tmp_path: Path) -> None:
    packs = open_catalog((assets() / "packs",), tmp_path).packs
    letters = used(domains_of(translations(), packs), languages())
    assert len(letters) > 100
    assert shaping.complete(ours, letters).state is State.OK, shaping.complete(ours, letters)
