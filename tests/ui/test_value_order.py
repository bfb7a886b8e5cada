"""Values keep their order for the eye in right-to-left lines, as Qt lays them out (UAX 9)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text import bidi
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording


def as_seen(text: str) -> str:
    """Answer the signs of one right-to-left line from the left edge to the right one."""
    layout = QTextLayout(text, QFont())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    places = []
    for at, letter in enumerate(text):
        runs = layout.glyphRuns(at, 1)
        middle = runs[0].boundingRect().center().x() if runs else 0.0
        places.append((middle, letter))
    return bidi.plain("".join(letter for _, letter in sorted(places, key=lambda each: each[0])))


def shown(template: str, value: object, digits: str = "latn") -> str:
    wording = Wording("ar", Translator("ar", Path("/nowhere")), load_region(), digits)
    return wording.shown(Phrase(template, "core", (("v", value),)))


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("phone", "+97455551234", "+974 5555 1234"),
        ("code", "48-21", "48-21"),
        ("code", "A12", "A12"),
        ("code", "12A", "12A"),
        ("percent", 50, "50%"),
        ("number", "-3", "-3"),
        ("number", "36.5", "36.5"),
        ("url", "https://card.example/x?a=1", "https://card.example/x?a=1"),
        ("time", "10:30", "10:30"),
        ("money", "1250.75", "1,250.75"),
        ("date:day_month", "2026-06-14", "14"),
        ("count:hour", 24, "24"),
    ],
)
@pytest.mark.parametrize("before", ["رَقْمُ", "تَطْبِيقُ WhatsApp", "2026"])
def test_a_value_keeps_its_order_in_an_arabic_line(
    qtbot: QtBot, before: str, kind: str, value: object, seen: str
) -> None:
    line = as_seen(shown(f"{before} {{v:{kind}}} هُنَا.", value))
    assert seen in line


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("phone", "+97455551234", "+٩٧٤ ٥٥٥٥ ١٢٣٤"),
        ("code", "48-21", "٤٨-٢١"),
        ("percent", 50, "٪٥٠"),
        ("time", "10:30", "١٠:٣٠"),
        ("money", "1250.75", "١٬٢٥٠٫٧٥"),
    ],
)
def test_arabic_digits_keep_their_order_too(qtbot: QtBot, kind: str, value: object, seen: str) -> None:
    assert seen in as_seen(shown(f"رَقْمُ {{v:{kind}}} هُنَا.", value, "arab"))


def test_a_time_stands_before_its_part_of_the_day_for_an_arabic_reader(qtbot: QtBot) -> None:
    line = as_seen(shown("مِنَ {v:time} هُنَا", "10:30"))
    assert line.index("10:30") > line.index("ص")


def test_without_an_isolate_the_order_would_be_lost(qtbot: QtBot) -> None:
    assert "48-21" not in as_seen("رقم 48-21 هنا")
