"""The keys of the frame are as wide as any target, and never in the way of the screen or of the page."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect

from elder_tutor.ui.measures.measuring import SCREENS
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.phone.sides import KEYS

FORMS = list(product(SCREENS, ("ar", "en")))


@pytest.fixture
def page(program):
    """Answer a maker of lesson pages on a screen with its millimetres."""

    def make(screen, lang, step=1):
        shown = program((screen.width, screen.height), lang, step)
        shown.window.px_per_mm = screen.px_per_mm
        shown.window.use(shown.window.settings)
        shown.show_lesson("book-appointment", "follow", 5)
        return shown.window.page(LessonPage)

    return make


def on_page(widget, page):
    """Answer where a widget lies on the page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("screen", "lang"), FORMS)
def test_a_key_of_the_frame_is_13_mm_wide_and_stands_on_the_page(screen, lang, page):
    shown = page(screen, lang)
    for name in KEYS:
        key = shown.phone.sides.keys[name]
        assert min(key.width(), key.height()) >= 13 * screen.px_per_mm, name
        assert shown.rect().contains(on_page(key, shown)), name


@pytest.mark.parametrize(("screen", "lang"), FORMS)
def test_a_key_of_the_frame_leaves_the_screen_free_and_3_mm_to_the_tiles(screen, lang, page):
    shown = page(screen, lang)
    near = round(2.9 * screen.px_per_mm)
    others = [on_page(each, shown) for each in (*shown.tiles.all, *shown.head.buttons)]
    for name in KEYS:
        key = shown.phone.sides.keys[name]
        assert not key.geometry().translated(shown.phone.sides.pos()).intersects(shown.phone.screen_rect())
        around = on_page(key, shown).adjusted(-near, -near, near, near)
        assert not any(around.intersects(other) for other in others), name


def test_a_key_half_below_the_keyboard_is_put_away(program):
    shown = program()
    shown.show_keyboard("book-appointment", "follow")
    phone, tray = shown.window.page(LessonPage).phone, shown.window.page(LessonPage).tray
    top = tray.mapTo(shown.window, QPoint(0, 0)).y()
    keys = [each for each in phone.sides.keys.values() if each.isVisibleTo(shown.window)]
    assert [each.objectName() for each in keys] == list(phone.sides.shown)
    assert all(on_page(each, shown.window).bottom() < top for each in keys)


def test_only_the_body_casts_a_shadow(page):
    shown = page(SCREENS[0], "ar")
    body = shown.phone.body_rect()
    assert body.width() < shown.phone.width()
    assert body in [box.toRect() for box, _, _ in shown.shadows()]
