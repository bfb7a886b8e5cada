"""What a check asks for is drawn by seed, and never what the taught answer solves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.errors import KnownError
from elder_tutor.lessons.model import Ask
from elder_tutor.lessons.teaching.drawing import drawn, draws_of, otherwise, taught
from tests.lessons.tea_pack import CHECKED, LESSON, eq, practice

CUP = Ask("cup", (("mint", "نَعْنَاعٌ"), ("karak", "كَرَكٌ")), "mint")
BOTH = replace(
    CHECKED,
    ask=(*CHECKED.ask, CUP),
    check=replace(CHECKED.check, draw=("who", "cup")),
)  # fmt: skip
"""A check that draws the cup too, though its goal does not read it."""


def phone(lesson=CHECKED):
    return practice("follow", lesson).phone


def draws(lesson, seeds=range(30)):
    return [dict(drawn(phone(lesson), lesson, seed)) for seed in seeds]


def test_the_same_seed_draws_the_same():
    assert draws(BOTH, [5] * 4) == [draws(BOTH, [5])[0]] * 4


def test_what_is_taught_is_never_drawn():
    assert dict(taught(BOTH)) not in draws(BOTH)


def test_a_draw_that_only_changes_what_the_goal_does_not_read_is_rejected():
    assert {draw["who"] for draw in draws(BOTH)} == {"family"}
    assert {draw["cup"] for draw in draws(BOTH)} == {"mint", "karak"}


def test_without_anything_to_draw_the_taught_task_is_asked():
    lesson = replace(CHECKED, check=replace(CHECKED.check, draw=()))
    assert draws(lesson, [1]) == [dict(taught(lesson))]


def test_where_no_draw_escapes_one_is_taken_all_the_same():
    lesson = replace(CHECKED, check=replace(CHECKED.check, goal=eq("tea.sweet", False)))
    assert draws(lesson, [1]) == [{"who": "family"}]


def test_only_what_the_check_names_is_drawn():
    check = replace(BOTH.check, draw=("cup",))
    assert [dict(asked)["who"] for asked in draws_of(BOTH, check)] == ["me"]


def test_a_lesson_without_a_check_draws_nothing():
    with pytest.raises(KnownError):
        drawn(phone(LESSON), LESSON, 1)


def test_otherwise_changes_one_value_at_a_time():
    changed = [dict(asked) for asked in otherwise(BOTH, taught(BOTH))]
    assert changed == [{"who": "family", "cup": "mint"}, {"who": "me", "cup": "karak"}]
