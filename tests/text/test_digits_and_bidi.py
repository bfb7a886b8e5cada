"""Digits of both sets, and values that keep their order in right-to-left lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.text import bidi
from elder_tutor.text.digits import in_digits, normalise


@pytest.mark.parametrize("typed", ["4821", "٤٨٢١", "۴۸۲۱", "٤8٢1"])
def test_every_digit_set_becomes_ascii(typed: str) -> None:
    assert normalise(typed) == "4821"


@given(st.text())
def test_normalising_keeps_length_and_letters(text: str) -> None:
    plain = normalise(text)
    assert len(plain) == len(text)
    assert [a for a, b in zip(plain, text, strict=True) if not b.isdecimal()] == [
        b for b in text if not b.isdecimal()
    ]


@given(st.integers(min_value=0))
def test_arabic_digits_read_back(number: int) -> None:
    shown = in_digits(str(number), "arab")
    assert not set(shown) & set("0123456789")
    assert int(normalise(shown)) == number


def test_isolates_wrap_and_come_off() -> None:
    wrapped = bidi.left_to_right("48-21")
    assert (wrapped[0], wrapped[-1]) == ("\u2066", "\u2069")
    assert bidi.plain(wrapped) == "48-21"


@pytest.mark.parametrize(
    ("text", "rtl", "torn"),
    [
        ("نورة", True, False),
        ("Noura", True, True),
        ("48-21", True, True),
        ("نورة", False, True),
        ("!", True, False),
    ],
)
def test_only_what_would_be_torn_needs_isolation(text: str, rtl: bool, torn: bool) -> None:
    assert bidi.needs_isolation(text, rtl) is torn
