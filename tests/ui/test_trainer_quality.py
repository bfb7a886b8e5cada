"""The manager's page: figures phase by phase, reports, and the phases themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from elder_tutor.app import App
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.staff import Role
from elder_tutor.reports import phases
from elder_tutor.reports.phases import Phase
from elder_tutor.text.bidi import plain
from elder_tutor.ui.program import Program
from elder_tutor.ui.sample import fill
from elder_tutor.ui.trainer.lesson import LessonPage
from elder_tutor.ui.trainer.quality import QualityPage
from elder_tutor.ui.trainer.quality_figures import FigureWords
from tests.ui.conftest import TODAY

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
PARTS = ("numbers", "tab.reports", "tab.phases", "phases.change.0", "phases.back", "phases.add")


@pytest.fixture
def desk(program: Callable[..., Program], app: App) -> Program:
    """The page of an invented centre."""
    fill(app, TODAY)
    made = program()
    made.show_page("trainer-quality")
    return made


def page_of(desk: Program) -> QualityPage:
    found = desk.window.findChild(QualityPage, "trainer.quality")
    assert isinstance(found, QualityPage)
    return found


def press(desk: Program, tap: Tap, name: str) -> None:
    tap(desk.window, f"trainer.quality.{name}")
    page_of(desk).settle()


def test_each_plot_has_a_row_for_each_phase(desk: Program) -> None:
    for card in page_of(desk).figures.plots:
        assert card.bars.plot is not None
        assert len(card.bars.plot.rows) == 3


def test_the_table_holds_the_painted_figures(desk: Program, tap: Tap) -> None:
    page = page_of(desk)
    press(desk, tap, "numbers")
    assert page.found is not None
    unaided, faces, minutes, hints = FigureWords(page.wording).plots(page.found[0])  # type: ignore[arg-type]
    rows = page.figures.table.cells.numbers.rows
    for cell, row in zip(rows[0][1:], unaided.rows, strict=True):
        assert plain(cell).startswith(plain(row.parts[0].words))
    assert list(rows[1][1:]) == [row.parts[0].words for row in minutes.rows]
    assert list(rows[2][1:]) == [row.parts[0].words for row in hints.rows]
    for cell, row in zip(rows[5][1:], faces.rows, strict=True):
        assert plain(cell).startswith(plain(row.parts[2].words))


def test_a_report_opens_its_lesson(desk: Program, tap: Tap, app: App) -> None:
    press(desk, tap, "tab.reports")
    page = page_of(desk)
    assert page.found is not None
    wanted = page.found[0].reports[0].lesson
    press(desk, tap, "reports.line.0")
    lesson = desk.window.findChild(LessonPage, "trainer.lesson")
    assert isinstance(lesson, LessonPage)
    assert wanted is not None
    assert lesson.isVisibleTo(desk.window)
    assert lesson.lesson == wanted.id


def test_a_report_of_a_private_lesson_opens_nothing_and_names_nothing(
    program: Callable[..., Program], app: App, people: tuple[str, ...], tap: Tap
) -> None:
    hidden = next(one for one in app.catalog.lessons if one.private)
    app.store.append(
        [Event("a", people[0], hidden.id, 1, "alone", "x", EventKind.REPORTED, {}, 1_780_000_000_000)]
    )
    made = program()
    made.show_page("trainer-quality")
    press(made, tap, "tab.reports")
    (line,) = page_of(made).reports.lines
    assert app.wording("ar").text(hidden.title).shown not in line.accessibleName()
    press(made, tap, "reports.line.0")
    assert page_of(made).isVisibleTo(made.window)


def test_a_phase_is_added_with_its_first_day(desk: Program, tap: Tap, find: Find, app: App) -> None:
    press(desk, tap, "tab.phases")
    press(desk, tap, "phases.add")
    QTest.keyClicks(find(desk.window, "trainer.quality.phases.name"), "Home")
    press(desk, tap, "phases.month_less")
    press(desk, tap, "phases.day_more")
    press(desk, tap, "phases.save")
    assert Phase("Home", "2026-05-09") in phases.phases(app.store)
    assert "Home" in [one.span.name for one in page_of(desk).found[0].phases]  # type: ignore[index]


def test_a_phase_without_a_name_is_told_of_and_stays_on_the_page(
    desk: Program, tap: Tap, find: Find, app: App
) -> None:
    before = phases.phases(app.store)
    press(desk, tap, "tab.phases")
    press(desk, tap, "phases.add")
    press(desk, tap, "phases.save")
    assert phases.phases(app.store) == before
    assert page_of(desk).writer.trouble is not None
    assert find(desk.window, "trainer.quality.phases.name").isVisibleTo(desk.window)


def test_a_phase_is_changed_and_removed(desk: Program, tap: Tap, find: Find, app: App) -> None:
    press(desk, tap, "tab.phases")
    press(desk, tap, "phases.change.0")
    QTest.keyClicks(find(desk.window, "trainer.quality.phases.name"), " 2")
    press(desk, tap, "phases.save")
    assert phases.phases(app.store)[0].name.endswith(" 2")
    press(desk, tap, "phases.remove.1")
    assert len(phases.phases(app.store)) == 1


def test_only_a_manager_sets_phases(desk: Program, tap: Tap, app: App) -> None:
    page, before = page_of(desk), phases.phases(app.store)
    page.desk.member = page.desk.member._replace(role=Role.TRAINER)
    press(desk, tap, "tab.phases")
    assert page.list.focus_order() == [page.list.add]
    assert not page.list.add.isVisibleTo(desk.window)
    page.list.removeRequested.emit(0)
    assert phases.phases(app.store) == before
    assert page.trouble is not None


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
    assert printed[0].name == "quality-2026-06-08.pdf"


def test_an_empty_centre_is_one_phase_without_figures(program: Callable[..., Program]) -> None:
    made = program()
    made.show_page("trainer-quality")
    plot = page_of(made).figures.plots[0].bars.plot
    assert plot is not None
    assert [row.parts[0].value for row in plot.rows] == [None]


def test_the_keyboard_reaches_tabs_and_reports(desk: Program, tap: Tap) -> None:
    press(desk, tap, "tab.reports")
    desk.window.activateWindow()
    page_of(desk).numbers.setFocus(Qt.FocusReason.TabFocusReason)
    seen = set()
    for _ in range(30):  # more than there are controls: Tab goes by rows and round again
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(desk.window.focusWidget().objectName())
    assert "trainer.quality.reports.line.0" in seen


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    app: App, program: Callable[..., Program], faults: Callable[[Program], list[str]], tap: Tap,
    size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    fill(app, TODAY)
    phases.keep(app.store, [Phase(f"مرحلة التوسع {n}", f"2026-0{n}-01") for n in range(1, 6)])
    made = program(size, lang)
    made.show_page("trainer-quality")
    made.window.current.hide()  # type: ignore[union-attr]
    found = [f"first: {fault}" for fault in faults(made)]
    for part in PARTS:
        press(made, tap, part)
        found += [f"{part}: {fault}" for fault in faults(made)]
    ours = [fault for fault in found if "trainer.quality" in fault]
    assert not ours, "\n".join(ours)
