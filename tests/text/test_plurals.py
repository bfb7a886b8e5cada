"""Plural forms by rules that are data, against the rules of CLDR."""

from __future__ import annotations

import pytest
from babel import Locale

from elder_tutor.text.plurals import category, holds

NUMBERS = (0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 99, 100, 101, 102, 103, 111, 121, 1000, 1_000_000)
RULES = {
    "fr": {"one": "i = 0..1"},
    "ur": {"one": "n = 1"},
    "ru": {
        "one": "n % 10 = 1 and n % 100 != 11",
        "few": "n % 10 = 2..4 and n % 100 != 12..14",
        "many": "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14",
    },
    "ar": {
        "zero": "n = 0",
        "one": "n = 1",
        "two": "n = 2",
        "few": "n % 100 = 3..10",
        "many": "n % 100 = 11..99",
    },
    "lv": {"zero": "n % 10 = 0 or n % 100 = 11..19", "one": "n % 10 = 1 and n % 100 != 11"},
}


@pytest.mark.parametrize("lang", RULES)
def test_whole_numbers_take_the_form_that_cldr_gives_them(lang: str) -> None:
    ours = [category(number, RULES[lang]) for number in NUMBERS if number < 1_000_000]
    assert ours == [Locale.parse(lang).plural_form(number) for number in NUMBERS if number < 1_000_000]


def test_an_amount_with_a_fraction_is_no_whole_number() -> None:
    assert category(1, {"one": "n = 1"}, fraction=True) == "other"
    assert category(1, {"one": "i = 0..1"}, fraction=True) == "one"


@pytest.mark.parametrize("rule", ["", "n", "n is 1", "n = one", "n = 1..", "x = 1"])
def test_a_rule_that_cannot_be_read_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=rule or "^$"):
        holds(rule, 1)
