"""Typed values of a language that is data only: French as it is shipped, and what a faulty one is told."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from elder_tutor import i18n
from elder_tutor.regions import load_region
from elder_tutor.text.bidi import plain
from elder_tutor.text.new_language import _data
from elder_tutor.text.pattern_values import PatternValues, pattern_faults
from elder_tutor.text.wording import values_of

FRENCH = i18n.language("fr")
SPACE = "\u00a0"
"""A space at which no line breaks."""


def french(digits: str = "latn", region: str = "qa") -> Any:
    return values_of("fr", load_region(region), digits)


@pytest.mark.parametrize(
    ("kind", "value", "shown", "spoken"),
    [
        ("time", "10:30", f"10{SPACE}h{SPACE}30", "dix heures 30"),
        ("time", "00:05", f"0{SPACE}h{SPACE}05", "minuit 5"),
        ("time", "12:00", f"12{SPACE}h", "midi"),
        ("time", "21:21", f"21{SPACE}h{SPACE}21", "vingt et une heures vingt et une"),
        ("time", "soon", "soon", "soon"),
        ("date", "2026-06-14", "dimanche 14 juin", "dimanche 14 juin"),
        ("date", "2026-08-01", "samedi 1er août", "samedi premier août"),
        ("date", "2026-13-01", "2026-13-01", "2026-13-01"),
        ("code", "4821", "4821", "quatre huit deux un"),
        ("code", "48-21", "48-21", "quatre huit, deux un"),
        ("phone", "+97455551234", "+974 5555 1234", None),
        ("money", 0, "0 riyal", "0 riyal"),
        ("money", 1, "1 riyal", "1 riyal"),
        ("money", 5, "5 riyals", "5 riyals"),
        ("money", "1.5", "1,50 riyal", "1 riyal et 50 dirhams"),
        ("money", "20.75", "20,75 riyals", "20 riyals et 75 dirhams"),
        ("money", "much", "much", None),
        ("number", 1000, "1000", "1000"),
        ("percent", 50, f"50{SPACE}%", "50 pour cent"),
        ("url", "https://a.example", "https://a.example", "lien"),
    ],
)
def test_a_value_is_written_and_said_as_french_does(
    kind: str, value: object, shown: str, spoken: str | None
) -> None:
    piece = getattr(french(), kind)(value)
    assert plain(piece.shown) == shown
    assert spoken is None or piece.spoken == spoken


@pytest.mark.parametrize(
    ("number", "noun", "shown", "spoken"),
    [
        (0, "day", "0 jour", "0 jour"),
        (1, "day", "1 jour", "1 jour"),
        (1, "minute", "1 minute", "une minute"),
        (2, "day", "2 jours", "2 jours"),
        (21, "minute", "21 minutes", "vingt et une minutes"),
        (100, "lesson", "100 leçons", "100 leçons"),
    ],
)
def test_a_counted_noun_follows_the_number(number: int, noun: str, shown: str, spoken: str) -> None:
    piece = french().count(number, noun)
    assert (plain(piece.shown), piece.spoken) == (shown, spoken)


@pytest.mark.parametrize("form", ["day_month", "month_year", "weekday_day_month"])
def test_every_form_of_a_date_is_there(form: str) -> None:
    assert "juin" in french().date("2026-06-14", form).shown


def test_the_digits_of_the_learner_are_shown() -> None:
    assert french("arab").time("10:30").shown == f"١٠{SPACE}h{SPACE}٣٠"


def test_a_dinar_has_three_decimals() -> None:
    assert plain(french(region="kw").money("1.250").shown) == "1,250 dinar"


def test_a_clock_of_twelve_hours_names_the_part_of_the_day() -> None:
    language = replace(FRENCH, values=_data("xx")["values"])
    piece = PatternValues(load_region(), "latn", language).time("15:05")
    assert (piece.shown, piece.spoken) == ("3:05 pm", "three 5 in the afternoon")


def test_the_shipped_patterns_are_whole() -> None:
    assert list(pattern_faults(FRENCH)) == []
    assert list(pattern_faults(replace(FRENCH, values=_data("xx")["values"]))) == []


def changed(**changes: Any) -> list[str]:
    """Answer the faults of French with these values instead; None leaves one out."""
    values = {**deepcopy(dict(FRENCH.values)), **changes}
    return list(pattern_faults(replace(FRENCH, values={k: v for k, v in values.items() if v is not None})))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"link": None}, "“values.link” is missing or no text."),
        ({"digits": ["zéro"]}, "“values.digits” has not ten names."),
        ({"colour": "red"}, "“values.colour” is not known."),
        (
            {"percent": {"shown": "{n} %", "spoken": "x"}},
            "“values.percent.shown” names what is not given: n.",
        ),
        (
            {"percent": {"shown": "{number", "spoken": "x"}},
            "“values.percent.shown” names what is not given: {number.",
        ),
        ({"numbers": []}, "“values.numbers” is missing or no table."),
        ({"agreement": [{"nouns": []}]}, "“values.agreement” is no list of {nouns, numbers}."),
    ],
)
def test_what_is_wrong_with_a_pattern_is_named(changes: dict[str, Any], fault: str) -> None:
    assert changed(**changes) == [fault]


def test_a_language_without_patterns_is_told_everything_it_lacks() -> None:
    assert len(list(pattern_faults(replace(FRENCH, values={}, plurals={"single": "n is 1"})))) > 20
