"""The four tiles of a lesson: what is asked for again and again stands where it stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint

from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.program import Program

NAMES = ["lesson.again", "lesson.slower", "lesson.sound", "lesson.help"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_tiles_of_a_lesson_stand_in_one_order_in_every_stage(
    program: Callable[..., Program], people: tuple[str, ...], lang: str
) -> None:
    made, told = program(lang=lang), set()
    for stage in ("watch", "follow", "find", "alone", "check"):
        made.show_lesson("book-appointment", stage)
        page = made.window.page(LessonPage)
        tiles = [page.tiles.again, page.tiles.slower, page.tiles.sound, page.tiles.help]
        assert all(tile.isVisibleTo(page) for tile in tiles)
        across = [tile.mapTo(page, QPoint(0, 0)).x() for tile in tiles]
        assert across == sorted(across, reverse=lang == "ar")
        assert [tile.objectName() for tile in tiles] == NAMES
        told.add(tuple(tile.text() for tile in tiles[:3]))
    assert len(told) == 1
