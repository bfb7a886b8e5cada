"""Region files decide digits, week, months and money; no number stands unconfirmed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from elder_tutor import i18n, resources
from elder_tutor.errors import KnownError
from elder_tutor.regions import DEFAULT, Emergency, available, load_region
from elder_tutor.text import nouns
from elder_tutor.text.arabic_values import ArabicValues
from elder_tutor.text.marks import unvowelled_words

LEVANT = [
    *("كَانُونَ الثَّانِي", "شُبَاطَ", "آذَارَ", "نَيْسَانَ", "أَيَّارَ", "حَزِيرَانَ"),
    *("تَمُّوزَ", "آبَ", "أَيْلُولَ", "تِشْرِينَ الْأَوَّلِ", "تِشْرِينَ الثَّانِي", "كَانُونَ الْأَوَّلِ"),
]
GULF = ("ae", "bh", "kw", "om", "qa", "sa")


def test_the_six_gulf_regions_are_there() -> None:
    assert available() == GULF
    assert DEFAULT in GULF


@pytest.mark.parametrize("region", GULF)
def test_all_gulf_regions_start_with_latin_digits_and_their_own_week(region: str) -> None:
    data = load_region(region)
    assert data.digits == "latn"
    assert data.week[0] == (0 if region == "ae" else 6)
    assert sorted(data.week) == list(range(7))
    assert data.weekend == ({5, 6} if region == "ae" else {4, 5})


@pytest.mark.parametrize("region", GULF)
def test_names_are_complete_and_vowelled(region: str) -> None:
    data = load_region(region)
    for lang in i18n.languages():
        assert [len(data.months[lang]), len(data.weekdays[lang]), len(data.weekday_letters[lang])] == [
            12,
            7,
            7,
        ]
    assert unvowelled_words(" ".join((*data.months["ar"], *data.weekdays["ar"], data.name["ar"]))) == []


@pytest.mark.parametrize("region", GULF)
def test_the_units_of_money_can_be_counted(region: str) -> None:
    money = load_region(region).money
    assert {money.unit, money.part} <= nouns.names()
    assert money.decimals == (3 if region in ("kw", "bh", "om") else 2)


@pytest.mark.parametrize("region", GULF)
def test_no_emergency_number_stands_without_a_confirmation(region: str) -> None:
    data = load_region(region)
    assert all(number.source for number in data.emergency)
    unconfirmed = tuple(replace(number, confirmed=None) for number in data.emergency)
    assert replace(data, emergency=unconfirmed).emergency_number(date(2026, 6, 8)) is None


@pytest.mark.parametrize(("day", "fresh"), [(1, True), (91, True), (92, False), (0, False)])
def test_a_confirmed_number_stands_for_ninety_days(day: int, fresh: bool) -> None:
    number = Emergency("999", "https://example", date(2026, 1, 1))
    assert number.is_fresh(date.fromordinal(date(2025, 12, 31).toordinal() + day)) is fresh


@pytest.mark.parametrize("content", [None, "{", "[]", "{}"])
def test_a_region_that_cannot_be_read_is_known_trouble(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "xx").mkdir()
        (tmp_path / "xx" / "region.json").write_text(content)
        (tmp_path / "names.json").write_text("{}")
    with pytest.raises(KnownError, match="xx"):
        load_region("xx", tmp_path)


def test_another_set_of_month_names_is_data_only(tmp_path: Path) -> None:
    assets = resources.assets() / "regions"
    names = json.loads((assets / "names.json").read_text("utf-8"))
    names["months"]["levant"] = {**names["months"]["gulf"], "ar": LEVANT}
    data = json.loads((assets / "qa" / "region.json").read_text("utf-8"))
    (tmp_path / "lb").mkdir()
    (tmp_path / "lb" / "region.json").write_text(
        json.dumps({**data, "id": "lb", "months": "levant"}), "utf-8"
    )
    (tmp_path / "names.json").write_text(json.dumps(names), "utf-8")
    values = ArabicValues(load_region("lb", tmp_path), "latn")
    assert values.date("2026-06-14", "day_month").shown == "14 حزيران"
    assert values.date("2026-01-02", "month_year", "nom").spoken.startswith("كَانُونُ الثَّانِي ")


def test_a_country_is_named_in_every_language_and_in_english_where_it_is_not() -> None:
    region = load_region("qa")
    assert [region.name_in(lang) for lang in ("en", "fr", "qps", "xx")] == ["Qatar"] * 4
    assert load_region("kw").name_in("fr") == "Koweït"
