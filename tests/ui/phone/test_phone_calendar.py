"""The calendar: the region's week, free and full days, months and weeks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from elder_tutor.lessons.view import Action, Do, Target

CALENDAR = "health.day.calendar"


def test_sunday_stands_at_the_right_in_arabic(phone, rect, samples):
    shown = phone(samples.day())
    assert rect(shown, CALENDAR, "d06").left() > rect(shown, CALENDAR, "d08").left()


def test_sunday_stands_at_the_left_in_english(phone, rect, samples):
    shown = phone(samples.day(), lang="en")
    assert rect(shown, CALENDAR, "d06").left() < rect(shown, CALENDAR, "d08").left()


@pytest.mark.parametrize("window", [(1366, 768), (1280, 800), (1920, 1080), (1080, 1920)])
def test_days_are_13_mm_and_3_mm_apart(phone, rect, samples, window):
    shown = phone(samples.day(), window=window)
    metrics = shown.kit.metrics
    day, beside, below = (rect(shown, CALENDAR, row) for row in ("d06", "d07", "d13"))
    assert min(day.width(), day.height()) >= metrics.mm(13)
    assert day.left() - beside.right() - 1 >= metrics.mm(3)
    assert below.top() - day.bottom() - 1 >= metrics.mm(3)


def test_a_free_day_is_picked_by_its_row(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.day()))
    finger.tap(rect(shown, CALENDAR, "d06").center())
    assert finger.actions == [Action(Do.PICK, CALENDAR, "d06")]


def test_a_full_day_is_told_too_so_that_the_phone_can_say_why(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.day()))
    finger.tap(rect(shown, CALENDAR, "d01").center())
    assert finger.actions == [Action(Do.PICK, CALENDAR, "d01")]


def line_beside_digits(shown, area):
    image = shown.grab().toImage()
    at = QPoint(area.center().x() - shown.kit.px(14), area.center().y() + shown.kit.px(1))
    return image.pixelColor(at).lightness() < 140


def test_a_full_day_has_a_line_through_it_and_a_past_one_has_not(phone, rect, samples):
    shown = phone(samples.day())
    assert line_beside_digits(shown, rect(shown, CALENDAR, "d01"))
    assert not line_beside_digits(shown, rect(shown, CALENDAR, "d-4"))


def test_the_arrow_at_the_left_shows_the_next_month_in_arabic(phone, hand, samples):
    finger = hand(shown := phone(samples.day()))
    piece = shown.pane.pieces[CALENDAR]
    assert shown.rect_of(Target(CALENDAR, "d25")) is None
    finger.tap(piece.after.mapTo(shown, piece.after.rect().center()))
    assert piece.after.x() < piece.before.x()
    assert shown.rect_of(Target(CALENDAR, "d25")) is not None
    assert finger.actions == []


def test_a_day_of_another_month_can_be_brought_into_view(phone, samples):
    shown = phone(samples.day())
    shown.ensure_visible(Target(CALENDAR, "d30"))
    assert shown.rect_of(Target(CALENDAR, "d30")) is not None


def test_a_new_turn_leaves_the_month_where_the_person_paged_to(phone, samples):
    shown = phone(samples.day())
    shown.pane.pieces[CALENDAR].turn(1)
    shown.render_phone(samples.day(), shown.kit.wording, shown.kit.metrics, clock_text="10:16")
    assert shown.rect_of(Target(CALENDAR, "d30")) is not None


@pytest.mark.parametrize("step", [3, 4])
def test_a_week_of_large_rows_stands_for_the_month_in_large_type(phone, rect, samples, step):
    shown = phone(samples.day(), step=step)
    day = rect(shown, CALENDAR, "d03")
    assert day.width() > 5 * day.height()
    assert shown.rect_of(Target(CALENDAR, "d06")) is None


def test_a_phone_too_low_for_six_weeks_shows_one(phone, rect, samples):
    shown = phone(samples.day(), window=(1366, 700), px_per_mm=96 / 25.4)
    assert rect(shown, CALENDAR, "d03").width() > 300


def test_a_day_is_named_by_its_date_and_state(phone, samples):
    shown = phone(samples.day())
    day = shown.pane.pieces[CALENDAR].buttons["d06"]
    assert (day.accessibleName(), day.accessibleDescription()) == ("الأحد 14 يونيو", "متاح")


def points_left(arrow):
    """Tell where the tip is: the outermost ink stands at half height."""
    image, edge = arrow.grab().toImage(), arrow.kit.px(10)
    ink = [
        (x, y)
        for x in range(edge, image.width() - edge)
        for y in range(edge, image.height() - edge)
        if image.pixelColor(x, y).lightness() < 120
    ]
    left, right = min(ink), max(ink)
    middle = image.height() / 2
    return abs(left[1] - middle) < abs(right[1] - middle)


@pytest.mark.parametrize(("lang", "left"), [("ar", True), ("en", False)])
def test_the_arrow_to_later_days_points_the_way_of_reading(phone, samples, lang, left):
    piece = phone(samples.day(), lang=lang).pane.pieces[CALENDAR]
    piece.turn(1)
    assert points_left(piece.after) is left
    assert points_left(piece.before) is not left
