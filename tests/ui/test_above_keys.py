"""Between a notice and the open keyboard the field one writes in is seen whole; a call has no half rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elder_tutor.lessons.view import Target
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.phone.taps import CallPiece
from elder_tutor.ui.program import Program

Shown = Callable[..., Program]


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_the_boxes_of_a_code_stand_whole_between_notice_and_keyboard(program: Shown, step: int) -> None:
    made = program((1366, 768), "ar", step)
    made.show_lesson("otp-enter", "follow", 6)
    made.settle()
    page = made.window.page(LessonPage)
    assert page.tray.isVisible()
    assert page.phone.notice.isVisible()
    piece, seen = page.phone.pane.pieces["ident.otp.code"], page.phone.rect_of(Target("ident.otp.code"))
    assert seen is not None
    assert seen.height() == piece.spot().height()
    assert page.phone.y() + seen.bottom() <= page.tray.y()


@pytest.mark.parametrize(("lang", "step"), [("ar", 1), ("ar", 4), ("en", 4)])
def test_the_words_that_answer_a_call_stand_on_one_line(program: Shown, lang: str, step: int) -> None:
    made = program((1366, 768), lang, step)
    made.show_page("drill")
    made.settle()
    pieces = made.window.page(LessonPage).phone.pane.pieces.values()
    twins = [twin for piece in pieces if isinstance(piece, CallPiece) for twin in piece.twins.values()]
    assert twins
    assert all(twin.natural(twin.kit) <= twin.width() for twin in twins)
