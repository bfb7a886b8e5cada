"""One thing has one name: our settings are «ضبط» everywhere, those of the phone «الإعدادات»."""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.pofile import read_po

from elder_tutor.resources import translations
from elder_tutor.text.marks import shown

OF_THE_SYSTEM = "إعدادات النظام"
"""The computer's own settings, which only the doctor speaks of."""


def arabic() -> Iterator[str]:
    """Yield every Arabic sentence of the program as it is shown."""
    with (translations() / "ar" / "LC_MESSAGES" / "elder_tutor.po").open("rb") as file:
        for entry in read_po(file):
            text = entry.string if isinstance(entry.string, str) else " ".join(entry.string)
            yield shown(text)


def test_our_settings_have_one_word() -> None:
    other = [text for text in arabic() if "إعداد" in text.replace(OF_THE_SYSTEM, "")]
    assert other == []


def test_the_word_stands_on_its_button() -> None:
    assert "ضبط" in set(arabic())
