"""The hand shows the target and leaves every other target free."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.phone.calendar import CalendarPiece
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.hand import covers, plain_pose, pose_for

PAGE = QRect(0, 0, 1366, 768)
TARGET = QRect(300, 300, 50, 50)


def cells(columns: int, rows: int) -> list[QRect]:
    """A calendar of 50 px cells with 12 px between them around the target."""
    return [
        QRect(300 + 62 * x, 300 + 62 * y, 50, 50)
        for x in range(-columns, columns + 1)
        for y in range(-rows, rows + 1)
    ]


def test_the_hand_points_from_below_when_nothing_is_there() -> None:
    pose = pose_for(TARGET, [], PAGE, 1.0)
    assert pose is not None
    assert pose.angle == 0
    assert TARGET.top() < pose.tip.y() <= TARGET.bottom()


def test_the_hand_moves_aside_from_a_neighbour_below() -> None:
    below = QRect(280, 362, 90, 50)
    pose = pose_for(TARGET, [below], PAGE, 1.0)
    assert pose is not None
    assert not covers(pose, [below])


def test_the_hand_stays_away_when_every_place_would_cover_a_neighbour() -> None:
    others = [cell for cell in cells(4, 4) if cell != TARGET]
    assert pose_for(TARGET, others, PAGE, 1.0) is None


def test_the_hand_leaves_words_free_where_it_can() -> None:
    words = QRect(250, 355, 160, 60)
    pose = pose_for(TARGET, [], PAGE, 1.0, [words])
    assert pose is not None
    assert not covers(pose, [words])


def test_in_watch_the_hand_comes_from_above_at_the_lower_edge() -> None:
    assert plain_pose(QRect(300, 690, 300, 60), PAGE, 1.0).angle == 180


@given(
    st.lists(
        st.builds(
            QRect, st.integers(0, 1200), st.integers(0, 700), st.integers(50, 300), st.integers(50, 90)
        ),
        max_size=12,
    )
)
def test_whatever_stands_around_no_neighbour_is_covered(others: list[QRect]) -> None:
    pose = pose_for(TARGET, others, PAGE, 1.0)
    assert pose is None or not covers(pose, others)


@pytest.mark.parametrize(("window", "step"), [((1366, 768), 1), ((1366, 768), 4), ((1080, 1920), 4)])
def test_on_no_page_of_a_lesson_the_hand_hides_what_can_be_pressed(
    window: tuple[int, int], step: int, program: Callable[..., Program]
) -> None:
    shown = program(window, "ar", step)
    turn = shown.show_lesson("book-appointment", "follow")
    hands = 0
    for _ in range(60):
        if turn.guidance.finished:
            break
        shown.settle()
        overlay = shown.window.page(LessonPage).overlay
        if overlay.pose is not None:
            hands += 1
            assert not covers(overlay.pose, overlay.scene.others), turn.guidance.step
        turn = shown.go_on()
    assert hands > 5


def test_the_month_stays_free_of_the_hand(program: Callable[..., Program]) -> None:
    shown = program((1366, 768), "ar", 4)
    shown.show_lesson("book-appointment", "follow", 5)
    shown.settle()
    page = shown.window.page(LessonPage)
    week = page.phone.findChild(CalendarPiece)
    assert week is not None
    assert page.overlay.pose is not None
    head = QRect(week.mapTo(page, QPoint(0, 0)), week.reading()[0].size())
    assert not covers(page.overlay.pose, [head])


@pytest.mark.parametrize(("window", "lang"), [((1366, 768), "ar"), ((1366, 768), "en"), ((1080, 1920), "ar")])
@pytest.mark.parametrize("step", [1, 4])
def test_the_hand_leaves_the_switch_and_its_words_to_be_seen(
    program: Callable[..., Program], window: tuple[int, int], lang: str, step: int
) -> None:
    shown = program(window, lang, step)
    shown.show_lesson("calls-and-contacts", "follow", 2)
    shown.settle()
    overlay = shown.window.page(LessonPage).overlay
    assert overlay.pose is not None
    assert len(overlay.scene.face) == 2
    assert not covers(overlay.pose, overlay.scene.face)


def test_between_a_switch_and_its_words_the_hand_points_at_one_of_them() -> None:
    target, face = QRect(300, 300, 420, 78), [QRect(316, 315, 88, 48), QRect(600, 310, 104, 58)]
    above, below = QRect(200, 200, 600, 98), QRect(200, 380, 600, 98)
    others = [above, below, QRect(200, 298, 98, 82), QRect(722, 298, 98, 82)]
    pose = pose_for(target, others, PAGE, 1.0, face=face)
    assert pose is not None
    assert not covers(pose, [*others, *face])
    assert target.contains(pose.tip.toPoint())
