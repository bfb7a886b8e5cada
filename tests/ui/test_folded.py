"""Below 361 × 203 mm targets keep their millimetres and the layout folds (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from elder_tutor.ui import measuring
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.phone.calendar import CalendarPiece
from elder_tutor.ui.program import Program

SMALL = (294.0, 165.0)
"""A 13.3" screen, width and height in millimetres."""
SHOWS = {
    "home": lambda p: p.show_page("home"),
    "courses": lambda p: p.show_page("courses"),
    "follow": lambda p: p.show_lesson("book-appointment", "follow", 5),
    "goal": lambda p: p.show_lesson("book-appointment", "alone"),
    "hint": lambda p: p.show_hint("book-appointment", 9),
    "keyboard": lambda p: p.show_keyboard("book-appointment", "follow"),
    "praise": lambda p: p.show_praise("book-appointment", "watch"),
}


@pytest.fixture
def small(program: Callable[..., Program], people: tuple[str, ...]) -> Callable[..., Program]:
    """Answer a maker of windows on a small screen."""

    def make(lang: str = "ar", step: int = 1) -> Program:
        shown = program((1920, 1080), lang, step)
        shown.window.px_per_mm = 1920 / SMALL[0]
        shown.window.use(shown.window.settings)
        assert shown.window.metrics.folded
        return shown

    return make


@pytest.mark.parametrize("page", SHOWS)
def test_nothing_is_clipped_outside_or_too_small_on_a_small_screen(
    page: str, small: Callable[..., Program]
) -> None:
    found = []
    for lang, step in product(("ar", "en"), (1, 4)):
        shown = small(lang, step)
        SHOWS[page](shown)
        shown.settle()
        found += [f"{lang} {step}: {fault}" for fault in measuring.faults(shown.window)]
    assert found == [], "\n".join(found)


def test_the_panel_folds_to_the_sentence_and_two_tiles(small: Callable[..., Program]) -> None:
    shown = small()
    shown.show_lesson("book-appointment", "follow", 5)
    tiles = shown.window.page(LessonPage).tiles
    assert [each.objectName() for each in tiles.all] == ["lesson.again", "lesson.help"]
    assert not tiles.slower.isVisibleTo(shown.window)
    assert not tiles.sound.isVisibleTo(shown.window)


def test_a_week_stands_for_the_month(small: Callable[..., Program]) -> None:
    shown = small()
    shown.show_lesson("book-appointment", "follow", 5)
    piece = shown.window.page(LessonPage).findChild(CalendarPiece)
    assert piece is not None
    assert piece.kit is not None
    assert piece._weekly(piece.kit)
    assert min(piece.after.width(), piece.after.height()) >= 13 * shown.window.metrics.px_per_mm


def test_the_home_page_has_two_columns(small: Callable[..., Program]) -> None:
    shown = small()
    shown.show_page("home")
    page = shown.window.page(HomePage)
    assert not [card for card in page.cards if card.isVisibleTo(page)]
    assert page.courses.geometry().right() < page.banner.geometry().left()
    assert page.courses.x() == page.free.x()


def test_a_screen_of_the_usual_size_does_not_fold(program: Callable[..., Program]) -> None:
    for size in ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920)):
        assert not program(size).window.metrics.folded
