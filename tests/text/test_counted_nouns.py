"""Every noun that a pack or the program counts is in nouns.json, complete and in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from elder_tutor import resources
from elder_tutor.regions import available, load_region
from elder_tutor.text import nouns
from elder_tutor.text.marks import FATHATAN, SHADDA, shown, unvowelled_words
from elder_tutor.text.po_files import read_po

_COUNTED = re.compile(r"\{[\w.]+:count:(\w+)")
_COIN = re.compile(r"ريال|درهم|دينار|فلس|هللة|بيسة|\b(?:riyal|dirham|dinar|QAR)")


def messages() -> Iterator[str]:
    for file in sorted(resources.translations().rglob("*.po*")):
        if file.suffix in (".po", ".pot"):
            for message in read_po(file):
                yield str(message.id)
                yield str(message.string or "")


def test_every_counted_noun_is_known() -> None:
    used = {noun for text in messages() for noun in _COUNTED.findall(text)}
    assert {"minute", "hour", "day"} <= used
    assert used - nouns.names() == set()


def test_money_is_never_counted_by_the_name_of_one_currency() -> None:
    coins = {load_region(region).money.unit for region in available()}
    assert coins == {"riyal", "dinar", "dirham"}
    assert [text for text in messages() if coins & set(_COUNTED.findall(text))] == []
    assert [text for text in messages() if _COIN.search(shown(text))] == []


@pytest.mark.parametrize("name", sorted(nouns.names()))
def test_a_noun_has_every_form_with_its_ending(name: str) -> None:
    noun = nouns.arabic(name)
    assert unvowelled_words(" ".join((*noun.one, *noun.two, noun.few))) == []
    one = [form.replace(SHADDA, "") for form in noun.one]
    compound = " " in one[0]
    if not compound:
        assert one[0].endswith("ٌ")
        assert FATHATAN in one[1]
        assert one[2].endswith("ٍ")
        assert noun.two[0].endswith("انِ")
        assert noun.two[1].endswith("يْنِ")
    assert noun.few.replace(SHADDA, "")[-1] in "ٍَ" or compound or noun.few.endswith("ِينَ")
    assert noun.feminine == ("ة" in shown(noun.one[0]))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_noun_stands_twice(lang: str) -> None:
    text = (resources.assets() / "text" / lang / "nouns.json").read_text("utf-8")
    keys = re.findall(r'^\s*"([^"]+)":\s*\{', text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(json.loads(text))
