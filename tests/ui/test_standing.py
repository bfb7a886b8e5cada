"""Where things stand beside one another on the pages: in lines, in lists, one filled button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF

from elder_tutor.ui.pages.family_person import FamilyPersonPage
from elder_tutor.ui.pages.family_write import WritePage
from elder_tutor.ui.pages.first_start import FamilyPage
from elder_tutor.ui.pages.fit import FitPage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.shelf import CoursePage, CoursesPage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.phone.keys import DONE
from elder_tutor.ui.picture import Shot, centre, shown
from elder_tutor.ui.program import Program

LYING, SMALL, UPRIGHT = (1366, 768), (1280, 800), (1080, 1920)
Show = Callable[..., Program]


@pytest.fixture
def show(qapp: object, request: pytest.FixtureRequest) -> Show:
    """Answer a maker of pages as in a picture, closed after the test."""

    def make(page: str, size: int = 4, window: tuple[int, int] = LYING, lang: str = "ar") -> Program:
        app = centre(page)
        made = shown(app.__enter__(), Shot(page, lang=lang, size=size, window=window))
        program = made.__enter__()
        request.addfinalizer(lambda: (made.__exit__(None, None, None), app.__exit__(None, None, None)))
        return program

    return make


def test_few_lessons_stand_one_below_the_other_on_an_upright_page(show: Show) -> None:
    page = show("course", 2, UPRIGHT).window.page(CoursePage)
    cards = [card for card in page.cards if card.isVisibleTo(page)]
    assert len(cards) == len(page.cards) == 4
    assert len({card.x() for card in cards}) == 1
    assert cards[-1].geometry().bottom() > page.height() * 0.8


@pytest.mark.parametrize("size", [1, 4])
def test_the_title_of_an_upright_shelf_has_the_whole_width(show: Show, size: int) -> None:
    page = show("courses", size, UPRIGHT).window.page(CoursesPage)
    assert page.title.geometry().top() > page.other.geometry().bottom()
    assert page.title.width() == page.width() - 2 * page.m.px(40)
    assert page.count.isVisibleTo(page)


@pytest.mark.parametrize(("size", "window"), [(1, LYING), (4, LYING), (4, SMALL), (4, UPRIGHT)])
def test_pictures_of_choices_beside_one_another_are_alike_and_their_words_on_one_line(
    show: Show, size: int, window: tuple[int, int]
) -> None:
    page = show("family-change", size, window).window.page(FamilyPage)
    levels = [tile.level for tile in page.tiles]
    assert None not in levels
    assert len(set(levels)) == 1
    if window != UPRIGHT:
        assert len({tile.words_area().top() for tile in page.tiles}) == 1
    assert not [tile for tile in page.tiles if tile.clipped()]


def test_figures_with_a_page_of_their_own_have_large_drawings(show: Show) -> None:
    large, small = (show("family-person", size).window.page(FamilyPersonPage) for size in (4, 1))
    assert large.figures[0][1]._side > small.figures[0][1]._side


@pytest.mark.parametrize("page", ["first-start-write", "family-phone"])
def test_where_a_text_is_written_one_button_is_filled(show: Show, page: str) -> None:
    tray = show(page).window.page(WritePage).tray
    assert tray.buttons[DONE]._colours()[0] == "sand"


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("page", ["fit-touch", "fit-size", "fit-contrast", "fit-volume", "fit-speed"])
def test_what_is_said_on_a_page_of_fitting_covers_neither_button_nor_choice(
    show: Show, page: str, lang: str
) -> None:
    fit = show(page, lang=lang).window.current
    assert isinstance(fit, FitPage)
    said = fit.caption()
    assert said.top() > fit.listen.geometry().bottom()
    assert all(said.bottom() < each.mapTo(fit, QPoint(0, 0)).y() for each in fit.controls())


def test_the_way_back_to_the_groups_has_the_arrow_of_every_way_back(show: Show) -> None:
    page = show("sign-in-groups", 2).window.page(SignInPage)
    assert (page.before.glyph, page.before.flipped) == ("line/back", False)
    page = show("sign-in-many", 2).window.page(SignInPage)
    assert (page.before.glyph, page.before.flipped) == ("line/chevron", True)


def test_the_dots_below_the_last_line_of_a_lessons_title_are_not_cut(show: Show) -> None:
    page = show("drill").window.page(LessonPage)
    title = page.head.title
    words, metrics = title.laid(title.width()), QFontMetricsF(title.text_font())
    ink = metrics.tightBoundingRect("ي").bottom()
    base = words.top(title.rect().toRectF(), title.down) + words.lift + metrics.ascent()
    assert base + (words.lines - 1) * words.pitch + ink <= title.height()
