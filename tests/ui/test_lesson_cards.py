"""Cards of lessons and courses: drawing and words in the middle, one look in light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from elder_tutor.ui.measures.contrast import luminance
from elder_tutor.ui.pages.shelf import CoursePage, CoursesPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.lesson_card import LessonCard

Shown = Callable[..., Program]


def rows_of(card: LessonCard, image: QImage, left: int, right: int) -> list[int]:
    """Answer the rows inside a card, away from its edges, in which something is painted."""
    ground = image.pixelColor(card.width() // 2, 12)
    rows = range(10, card.height() - 14)
    return [y for y in rows if any(image.pixelColor(x, y) != ground for x in range(left, right))]


@pytest.mark.parametrize("size", [(1366, 768), (1080, 1920)])
def test_a_wide_card_has_drawing_and_words_at_one_height(program: Shown, size: tuple[int, int]) -> None:
    made = program(size)
    made.show_page("course", lesson="phishing-sms")
    for card in made.window.page(CoursePage).cards:
        image, width = card.grab().toImage(), card.width()
        middles = [
            (rows[0] + rows[-1]) / 2
            for rows in (rows_of(card, image, width - 60, width - 40), rows_of(card, image, 60, width - 260))
        ]
        assert middles[0] == pytest.approx(middles[1], abs=card.height() * 0.12)


def test_the_tile_of_a_line_drawing_does_not_glare_in_the_dark(program: Shown) -> None:
    made = program()
    made.window.use(made.window.settings.with_changes(theme="dark"))
    made.show_page("courses")
    made.settle()
    card = next(c for c in made.window.page(CoursesPage).cards if c.glyph.startswith("line/"))
    assert luminance(card.grab().toImage().pixel(card.width() - 34, card.height() // 3)) < 0.15


@pytest.mark.parametrize(("size", "step"), [((1366, 768), 1), ((1366, 768), 4), ((1080, 1920), 2)])
def test_the_cards_of_a_page_count_alike(program: Shown, size: tuple[int, int], step: int) -> None:
    made = program(size, "ar", step)
    made.show_page("courses")
    cards = [card for card in made.window.page(CoursesPage).cards if card.isVisible()]
    assert len({card._in_row(card.width()) for card in cards}) == 1
