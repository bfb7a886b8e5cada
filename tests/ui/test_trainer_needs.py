"""The page on what is in demand: rows, months, forecast, and what nobody may see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.app import App
from elder_tutor.reports.needs import By
from elder_tutor.text.bidi import plain
from elder_tutor.ui.program import Program
from elder_tutor.ui.sample import fill
from elder_tutor.ui.trainer.needs import NeedsPage
from elder_tutor.ui.trainer.needs_words import NeedsWords
from tests.ui.conftest import TODAY

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
PARTS = ("by.course", "by.place", "by.group", "numbers", "by.course", "numbers", "method")
"""Buttons in the order they are pressed: every state of the page."""


@pytest.fixture
def desk(program: Callable[..., Program], app: App) -> Program:
    """The page of an invented centre."""
    fill(app, TODAY)
    made = program()
    made.show_page("trainer-needs")
    return made


def page_of(desk: Program) -> NeedsPage:
    found = desk.window.findChild(NeedsPage, "trainer.needs")
    assert isinstance(found, NeedsPage)
    return found


def told(desk: Program, find: Find, name: str) -> str:
    label = find(desk.window, f"trainer.needs.{name}")
    assert isinstance(label, QLabel)
    return label.text()


def press(desk: Program, tap: Tap, name: str) -> None:
    tap(desk.window, f"trainer.needs.{name}")
    page_of(desk).settle()


def test_the_most_wanted_course_stands_first_with_the_longest_bar(desk: Program) -> None:
    plot = page_of(desk).bars.plot
    assert plot is not None
    values = [row.parts[0].length for row in plot.rows[:-1]]
    assert values == sorted(values, reverse=True)
    assert plot.rows[0].marked


def test_private_lessons_stand_last_and_their_courses_are_not_named(desk: Program, app: App) -> None:
    plot = page_of(desk).bars.plot
    assert plot is not None
    hidden = {app.catalog.course(one.id) for one in app.catalog.lessons if one.private}
    names = {app.wording("ar").text(course.name).shown for course in hidden if course}
    assert page_of(desk).needs.rows[-1].id == "private"  # type: ignore[union-attr]
    assert not names & {row.name for row in plot.rows}


def test_next_shows_the_months_of_the_next_course(desk: Program, tap: Tap, find: Find) -> None:
    first = told(desk, find, "name")
    press(desk, tap, "after")
    assert told(desk, find, "name") != first
    press(desk, tap, "before")
    assert told(desk, find, "name") == first


def test_the_forecast_stands_in_words_and_as_a_band(desk: Program, find: Find) -> None:
    page = page_of(desk)
    assert page.needs is not None
    found = page.needs.rows[0].forecast
    assert found is not None
    assert page.line.plot is not None
    assert page.line.plot.band is not None
    assert (page.line.plot.band.low, page.line.plot.band.high) == (found.low, found.high)
    assert str(found.low) in told(desk, find, "outlook")


def test_a_figure_of_fewer_than_five_is_neither_shown_nor_told(desk: Program, tap: Tap) -> None:
    page = page_of(desk)
    assert page.needs is not None
    few = next(row for row in page.needs.rows if row.last.learners is None)
    words = NeedsWords(page.wording, page.m)  # type: ignore[arg-type]
    dot = words.line(page.needs, few).dots[-2]
    assert dot.value is None
    assert dot.words in page.bars.accessibleName()


def test_the_table_holds_the_painted_numbers(desk: Program, tap: Tap) -> None:
    page = page_of(desk)
    press(desk, tap, "numbers")
    assert page.needs is not None
    cells = page.table.cells.numbers.rows[0]
    last = page.needs.rows[0].last
    assert plain(cells[-3]) == f"{last.attempts} ({last.learners})"
    assert len(cells) == len(page.table.cells.numbers.heads) == 2 + len(page.needs.months)


def test_the_method_is_one_paragraph(desk: Program, tap: Tap, find: Find) -> None:
    press(desk, tap, "method")
    words = told(desk, find, "words")
    assert "\n" not in words
    assert len(words.split()) > 40


def test_places_and_groups_are_one_touch_away(desk: Program, tap: Tap) -> None:
    press(desk, tap, "by.place")
    assert page_of(desk).needs.by is By.PLACE  # type: ignore[union-attr]
    press(desk, tap, "by.group")
    assert {row.name for row in page_of(desk).bars.plot.rows} >= {"مجموعة الأحد"}  # type: ignore[union-attr]


def test_printing_writes_a_file_first(
    desk: Program, tap: Tap, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Path | None] = []
    monkeypatch.setattr(
        "elder_tutor.ui.trainer.inquiry.print_paper", lambda paper, parent, path=None: printed.append(path)
    )
    press(desk, tap, "numbers")
    press(desk, tap, "print")
    assert printed[0] is not None
    assert printed[0].read_bytes().startswith(b"%PDF")
    assert printed[0].name == "needs-2026-06-08.pdf"


def test_an_empty_centre_is_told_of_calmly(program: Callable[..., Program], find: Find) -> None:
    made = program()
    made.show_page("trainer-needs")
    assert told(made, find, "words")
    assert not page_of(made).bars.isVisibleTo(made.window)


A_ROUND = 30
"""More than there are controls: Tab goes by rows and round again."""


def tab_through(desk: Program, seen: set[str], times: int) -> None:
    for _ in range(times):
        seen.add(desk.window.focusWidget().objectName())
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)


def test_the_keyboard_reaches_tabs_turning_and_table(desk: Program, tap: Tap) -> None:
    desk.window.activateWindow()
    page, seen = page_of(desk), set[str]()
    page.tabs[By.COURSE].setFocus(Qt.FocusReason.TabFocusReason)
    tab_through(desk, seen, A_ROUND)
    assert {f"trainer.needs.{name}" for name in ("by.place", "numbers", "method", "before", "after")} <= seen
    press(desk, tap, "numbers")
    tab_through(desk, seen, A_ROUND)
    assert "trainer.needs.table" in seen


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    app: App, program: Callable[..., Program], faults: Callable[[Program], list[str]], tap: Tap,
    size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    fill(app, TODAY)
    made = program(size, lang)
    made.show_page("trainer-needs")
    made.window.current.hide()  # type: ignore[union-attr]
    found = [f"first: {fault}" for fault in faults(made)]
    for part in PARTS:
        press(made, tap, part)
        found += [f"{part}: {fault}" for fault in faults(made)]
    ours = [fault for fault in found if "trainer.needs" in fault]
    assert not ours, "\n".join(ours)
