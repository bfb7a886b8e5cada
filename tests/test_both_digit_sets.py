"""Wherever digits come in, 0-9, ٠-٩ and ۰-۹ mean the same, and direction signs mean nothing."""

from __future__ import annotations

import pytest

from elder_tutor.cli import look
from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.letters import text_class
from elder_tutor.lessons.model import TextClass, Var, VarKind
from elder_tutor.progress.pins import latin_digits
from elder_tutor.text.reading import as_date, as_decimal, as_time

SETS = ["48210", "٤٨٢١٠", "۴۸۲۱۰", "٤8۲١٠"]
PASTED = [f"\u2066{digits}\u2069" for digits in SETS] + ["\u200e48210\u200f", "\u202d٤٨٢١٠\u202c"]


def nothing(_: str) -> str:
    return "48210"


@pytest.mark.parametrize("typed", SETS)
def test_the_keys_of_the_phone_take_every_digit(typed: str) -> None:
    letters = ""
    for key in typed:
        letters = keyboard.typed(letters, key, True, 5)
    assert letters == "48210"


@pytest.mark.parametrize("written", SETS + PASTED)
def test_a_field_for_digits_takes_what_was_pasted(written: str) -> None:
    assert keyboard.digits(written) == "48210"


@pytest.mark.parametrize("written", SETS + PASTED)
@pytest.mark.parametrize(
    "wanted",
    [
        TextClass("ok", equals="48210"),
        TextClass("ok", equals="٤٨٢١٠"),
        TextClass("ok", equals="$otp"),
        TextClass("ok", digits=5),
        TextClass("ok", fewer_digits=6),
        TextClass("ok", words=("٨٢",)),
    ],
)
def test_what_is_expected_and_what_is_written_are_compared_by_value(wanted: TextClass, written: str) -> None:
    var = Var("code", VarKind.TEXT, classes=(wanted,))
    assert text_class(var, keyboard.printable(written), nothing) == "ok"


@pytest.mark.parametrize("pin", SETS)
def test_a_pin_is_the_same_in_every_digit_set(pin: str) -> None:
    assert latin_digits(pin) == "48210"


@pytest.mark.parametrize("size", ["1366x768", "١٣٦٦x٧٦٨", "۱۳۶۶X۷۶۸"])
def test_the_command_line_takes_every_digit(size: str) -> None:
    assert look._window(size) == (1366, 768)


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (as_time, "١٠:٣٠"),
        (as_time, "\u206610:30\u2069"),
        (as_date, "۲۰۲۶-۰۶-۱۴"),
        (as_decimal, "١٬٢٥٠٫٧٥\u200f"),
    ],
)
def test_values_are_read_in_every_digit_set(read: object, written: str) -> None:
    assert callable(read)
    assert read(written) is not None


@pytest.mark.parametrize(
    "written", ["", "٫", "1,25", "1,2500", "12,34,567", "nan", "inf", "١٠:٦٠", "1_000", "0x1"]
)
def test_what_is_no_amount_is_not_taken_for_one(written: str) -> None:
    assert as_decimal(written) is None
