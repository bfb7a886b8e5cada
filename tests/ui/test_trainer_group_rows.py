"""Which learners the matrix shows, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elder_tutor.progress.counting import State
from elder_tutor.progress.people import Learner
from elder_tutor.progress.summaries import Standing
from elder_tutor.reports.tables import Cell, GroupRow, GroupTable
from elder_tutor.ui.trainer.group_rows import Mark, Order, Show, Sift, arranged, mark_of, plain_name

TODAY = "2026-06-08"
ROW = Standing("1", "l", 1, "going", *(0,) * 19, "follow", "s", "", 0, 0)


def row(name: str, *states: State, last: int = 0, due: str = "") -> GroupRow:
    cells = tuple(Cell(state, ROW._replace(state=state, last_at=last, due=due)) for state in states)
    return GroupRow(Learner(name, name, "palm", "", 0, None), cells)


TABLE = GroupTable(
    (),
    (
        row("سالم 10", State.DONE, State.DONE, last=5),
        row("أحمد", State.NEEDS, State.NEEDS, last=1),
        row("سالم 9", State.NEEDS, State.DONE, last=9, due="2026-06-07"),
        row("نُورة", State.GOING, State.NONE, last=3, due="2026-06-09"),
    ),
)


def names(sift: Sift, members: frozenset[str] | None = None) -> list[str]:
    return [TABLE.rows[at].learner.name for at in arranged(TABLE, sift, members, TODAY)]


ORDERS = {
    Order.NAME: ["أحمد", "سالم 9", "سالم 10", "نُورة"],
    Order.NEEDS: ["أحمد", "سالم 9", "سالم 10", "نُورة"],
    Order.LAST: ["سالم 9", "سالم 10", "نُورة", "أحمد"],
    Order.DONE: ["سالم 10", "سالم 9", "أحمد", "نُورة"],
}


@pytest.mark.parametrize("order", Order)
def test_rows_stand_in_the_order_that_was_chosen_and_then_by_name(order: Order) -> None:
    assert names(Sift(order)) == ORDERS[order]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("نورة", ["نُورة"]),
        ("نُورَه", ["نُورة"]),
        ("احمد", ["أحمد"]),
        ("١٠", ["سالم 10"]),
        ("سالم ۹", ["سالم 9"]),
        ("خالد", []),
    ],
)
def test_a_name_is_found_in_both_digit_sets_and_without_vowel_marks(search: str, found: list[str]) -> None:
    assert names(Sift(search=search)) == found


def test_only_who_needs_help_or_is_due_can_be_shown() -> None:
    assert names(Sift(show=Show.NEEDS)) == ["أحمد", "سالم 9"]
    assert names(Sift(show=Show.DUE)) == ["سالم 9"]


def test_a_group_shows_only_its_members_who_fit() -> None:
    assert names(Sift(show=Show.NEEDS), frozenset({"أحمد", "نُورة"})) == ["أحمد"]
    assert names(Sift(), frozenset()) == []


@pytest.mark.parametrize(
    ("cell", "mark"),
    [
        (Cell(State.DONE, ROW), Mark.DONE),
        (Cell(State.DONE, ROW._replace(mastered=1)), Mark.MASTERED),
        (Cell(State.DONE, ROW._replace(mastered=1, due=TODAY)), Mark.DUE),
        (Cell(State.NEEDS, ROW._replace(mastered=1, due=TODAY)), Mark.NEEDS),
        (Cell(State.GOING, ROW._replace(due="2026-06-09")), Mark.GOING),
        (Cell(State.DONE), Mark.DONE),
    ],
)
def test_the_most_urgent_is_what_a_cell_shows(cell: Cell, mark: Mark) -> None:
    assert mark_of(cell, TODAY) is mark


def test_a_name_is_compared_without_marks_and_capitals() -> None:
    assert plain_name("  أُمُّ خـالِد ٣ ") == plain_name("ام خالد 3")


def test_a_private_lesson_shows_nothing_but_done() -> None:
    private = replace(Cell(State.DONE), standing=None)
    assert mark_of(private, TODAY) is Mark.DONE
