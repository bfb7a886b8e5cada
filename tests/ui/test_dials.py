"""Every dial: its choices can be kept, are found again, and have words of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elder_tutor.settings import Settings
from elder_tutor.ui.fit import dials
from elder_tutor.ui.fit import said as settings_said
from elder_tutor.ui.fit.dials import Dial
from elder_tutor.ui.pages.settings_page import SettingsPage
from elder_tutor.ui.program import Program

ALL = (*dials.FIXED, dials.language(Settings()), dials.side(Settings()))


@pytest.mark.parametrize("dial", ALL, ids=[dial.id for dial in ALL])
def test_a_choice_that_was_made_is_the_one_that_holds(dial: Dial) -> None:
    for number, choice in enumerate(dial.choices):
        held = Settings().with_changes(**choice.changes)
        assert {name: getattr(held, name) for name in choice.changes} == choice.changes
        assert dial.at(held) == number


@pytest.mark.parametrize("dial", ALL, ids=[dial.id for dial in ALL])
def test_every_choice_has_words_of_its_own(dial: Dial) -> None:
    assert len({choice.words for choice in dial.choices}) == len(dial.choices)


def test_a_value_between_two_choices_is_called_by_the_nearest() -> None:
    assert dials.RATE.words(Settings().with_changes(rate=100)).key == "Calm"
    assert dials.VOLUME.at(Settings().with_changes(volume=73)) == 7


def test_after_the_last_choice_it_stays() -> None:
    assert dials.SIZE.towards(Settings().with_changes(size=4), 1) == {"size": 4}


@pytest.mark.parametrize(("language", "words"), [("ar", "On the right"), ("en", "On the left")])
def test_the_leading_side_is_called_by_where_it_lies(language: str, words: str) -> None:
    held = Settings().with_changes(language=language, phone_side="leading")
    assert dials.side(held).words(held).key == words


def test_only_offered_languages_stand_there() -> None:
    held = Settings().with_changes(languages=("ar", "fr"))
    assert [choice.changes["language"] for choice in dials.language(held).choices] == ["ar", "fr"]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("volume", ["Sound {volume} of 10", "This is how I speak now."]),
        ("rate", ["{title}: {value}", "This is how I speak now."]),
        ("size", ["Letters {size} of 4", settings_said.SAMPLE.key]),
        ("digits", ["{title}: {value}"]),
        ("fitted", []),
    ],
)
def test_a_change_says_how_it_stands_and_lets_it_be_tried(setting: str, said: list[str]) -> None:
    assert [each.key for each in settings_said.phrases(setting, Settings())] == said


def test_where_the_voice_is_off_it_says_so_instead_of_trying_it() -> None:
    silent = Settings().with_changes(sound=False)
    assert settings_said.phrases("rate", silent) == (settings_said.SILENT,)


@pytest.mark.parametrize(("lang", "step"), [("en", 1), ("en", 2), ("ar", 4)])
def test_pictures_and_buttons_of_a_row_stand_on_one_line(
    program: Callable[..., Program], lang: str, step: int
) -> None:
    shown = program(lang=lang, step=step)
    shown.show_page("settings")
    page = shown.window.page(SettingsPage)
    for _ in range(page.pages):
        cards = [card for card in page.cards.values() if card.isVisibleTo(page)]
        rows = {card.y() for card in cards}
        lines = {(card.y(), card.less.y(), card.less.height(), card._picture.top()) for card in cards}
        assert len(lines) == len(rows)
        page.turn(1)
