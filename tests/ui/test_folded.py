"""Below 361 × 203 mm targets keep their millimetres and the layout folds (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elder_tutor.ui.fit.dials import SIZE
from elder_tutor.ui.pages.fit_pages import FitDonePage, FitSizePage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.settings_page import SettingsPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.phone.calendar import CalendarPiece
from elder_tutor.ui.program import Program
from elder_tutor.ui.theme import largest_step

SMALL = (294.0, 165.0)
"""A 13.3" screen, width and height in millimetres."""


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


def test_a_very_small_screen_offers_the_two_smaller_sizes(program: Callable[..., Program]) -> None:
    shown = program((1366, 768), "ar", 4)
    shown.window.px_per_mm = 1366 / 276
    shown.window.use(shown.window.settings)
    assert shown.window.metrics.step == shown.window.metrics.largest == 2
    shown.show_page("settings")
    card = shown.window.page(SettingsPage).cards["size"]
    assert (card.less.available, card.more.available) == (True, False)
    assert card.less.isVisibleTo(card)


def test_a_very_small_screen_asks_only_for_the_sizes_it_holds(program: Callable[..., Program]) -> None:
    shown = program((1366, 768), "ar", 4)
    shown.window.px_per_mm = 1366 / 276
    shown.show_page("fit-size")
    page = shown.window.page(FitSizePage)
    assert [line.isVisibleTo(page) for line in page.lines] == [True, True, False, False]
    assert [line.chosen for line in page.lines] == [False, True, False, False]
    shown.show_page("fit-done")
    done = shown.window.page(FitDonePage)
    assert done.cards[0].value.text() == shown.window.wording.shown(SIZE.choices[1].words)
    assert SIZE.choices[1].words in done.greeting()


@pytest.mark.parametrize(
    ("millimetres", "largest"),
    [((361, 203), 4), ((309, 174), 4), ((294, 165), 3), ((276, 155), 2), ((250, 140), 2)],
)
def test_the_largest_size_is_what_the_screen_holds(millimetres: tuple[int, int], largest: int) -> None:
    assert largest_step(10 * millimetres[0], 10 * millimetres[1], 10.0) == largest


def test_the_welcome_folds_to_one_row_of_buttons_so_that_pictures_have_room(
    small: Callable[..., Program],
) -> None:
    shown = small("ar", 4)
    shown.show_page("sign-in")
    page = shown.window.page(SignInPage)
    row = [each for each in (*page.row(), page.again, page.settings, page.trainer) if not each.isHidden()]
    assert len({each.y() for each in row}) == 1
    assert all(card.height() > row[0].height() for card in page.cards)


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
