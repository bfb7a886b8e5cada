"""High contrast in the dark: the pairs of TOKENS 1, the one light thing, nothing left of the light theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from elder_tutor.ui.measures.contrast import luminance
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.program import Program
from elder_tutor.ui.theme import DARK, LIGHT, LIT

Shown = Callable[..., Program]

WORDS = [
    ("ink", "page"), ("ink", "card"), ("ink2", "page"), ("ink", "sand"), ("lagoon", "card"),
    ("lagoon", "lagoon_tint"), ("on_lagoon", "lagoon"), ("on_saffron", "saffron"), ("on_saffron", "now"),
    ("full_day", "screen"), ("link", "sand"), ("disabled_text", "disabled"), ("on_banner", "banner"),
    ("on_saffron", "word"), ("ink", "hint_card"), ("ink", "saffron_tint"), ("ink", "tray"),
    ("ink", "pomegranate_tint"), ("pomegranate", "pomegranate_tint"), ("card", "pomegranate"),
]  # fmt: skip
EDGES = [("line", "page"), ("card_border", "page"), ("chip_edge", "page"), ("bar_rest", "card")]


def ratio(one: str, other: str) -> float:
    """Answer the contrast of two colours of the dark theme."""
    lights = sorted(luminance(QColor(getattr(DARK, name)).rgb()) for name in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.fixture
def dark(program: Shown) -> Callable[..., Program]:
    """Answer a maker of windows in the dark."""

    def make(lesson: str, step: int) -> Program:
        shown = program()
        shown.window.use(shown.window.settings.with_changes(theme="dark"))
        shown.journey.wearing.pin(shown.window.settings)
        shown.show_lesson(lesson, "follow", step)
        shown.settle()
        return shown

    return make


@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_in_the_dark_stand_out_seven_times(words: str, ground: str) -> None:
    assert ratio(words, ground) >= 7


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_in_the_dark_stand_out_three_times(edge: str, ground: str) -> None:
    assert ratio(edge, ground) >= 3


def test_no_ground_of_the_dark_is_left_from_the_light() -> None:
    grounds = (
        "page",
        "card",
        "screen",
        "sand",
        "nav_pill",
        "tray",
        "hint_card",
        "saffron_tint",
        "pomegranate_tint",
    )
    assert {each.name for each in fields(DARK)} >= set(grounds)
    assert not [name for name in grounds if QColor(getattr(DARK, name)).lightness() > 80]
    assert not [name for name in grounds if getattr(DARK, name) == getattr(LIGHT, name)]


def test_the_target_is_the_one_light_thing_on_the_phone(dark: Callable[..., Program]) -> None:
    shown = dark("book-appointment", 5)
    page = shown.window.page(LessonPage)
    lit = [each for each in page.phone.findChildren(TouchButton) if each.lit]
    assert [each.geometry().size() for each in lit] == [page.overlay.scene.target.size()]
    corner = lit[0].mapTo(shown.window, QPoint(lit[0].width() // 2, lit[0].height() - 9))
    assert shown.grab().pixelColor(corner) == QColor(LIT.screen)


def test_the_light_goes_on_with_the_step(dark: Callable[..., Program]) -> None:
    shown = dark("book-appointment", 5)
    shown.go_on()
    phone = shown.window.page(LessonPage).phone
    assert sum(each.lit for each in phone.findChildren(TouchButton)) <= 1


def test_in_the_light_nothing_is_painted_otherwise(program: Shown) -> None:
    shown = program()
    shown.show_lesson("book-appointment", "follow", 5)
    page = shown.window.page(LessonPage)
    assert page.phone.kit is not None
    assert not page.phone.kit.dark
    assert not page.metrics.dark if page.metrics else True


def test_where_danger_is_spoken_of_nothing_is_the_light_thing(dark: Callable[..., Program]) -> None:
    page = dark("book-appointment", 5).window.page(LessonPage)
    assert page.state is not None
    page.render_state(replace(page.state, danger=True))
    assert not [each for each in page.phone.findChildren(TouchButton) if each.lit]


def test_a_card_that_was_painted_in_the_light_is_painted_anew_in_the_dark(
    program: Shown, people: tuple[str, ...]
) -> None:
    shown = program()
    shown.journey.start()
    card = shown.window.page(SignInPage).cards[0]
    card.grab()
    shown.window.use(shown.window.settings.with_changes(theme="dark"))
    seen = card.grab().toImage()
    card.render_card(card.symbol)
    assert card.grab().toImage() == seen
