"""The checklist is whole and true to its word: each test it names exists, the page is the one it makes."""

from __future__ import annotations

from collections import Counter

from tests.access.checklist import PAGE, SCORES, known, render, rows

CRITERIA = {"A": 31, "AA": 24, "AAA": 31}
"""Success criteria of WCAG 2.2 by level (4.1.1 was removed)."""


def test_every_row_has_a_score_and_something_that_shows_it() -> None:
    every = [row for part in rows().values() for row in part]
    assert [row.number for row in every if row.score not in SCORES] == []
    assert [row.number for row in every if not row.tests and not row.note] == []
    assert [row.number for row in every if row.score in ("partly", "not", "n/a") and not row.note] == []


def test_every_test_that_is_named_exists_once() -> None:
    named = {name for part in rows().values() for row in part for name in row.tests}
    where = known()
    assert {name: where.get(name) for name in named if len(where.get(name, [])) != 1} == {}


def test_no_criterion_is_left_out_or_there_twice() -> None:
    wcag = rows()["wcag"]
    assert Counter(row.level for row in wcag) == CRITERIA
    for part in rows().values():
        assert max(Counter(row.number for row in part).values()) == 1


def test_the_page_is_the_one_that_the_rows_make() -> None:
    assert PAGE.read_text("utf-8") == render(), "run: python -m tests.access.checklist"
