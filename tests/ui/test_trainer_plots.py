"""What a plot paints, what its table says, and what a screen reader hears are one value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui import theme
from elder_tutor.ui.paper.sheet import Paper, picture_of
from elder_tutor.ui.place import Box
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.plots import lines
from elder_tutor.ui.trainer.plots.bars import BarPlot, bar_boxes, fits, paint_bars, row_boxes
from elder_tutor.ui.trainer.plots.ink import Ink, paint_ink
from elder_tutor.ui.trainer.plots.lines import band_box, paint_line, places
from elder_tutor.ui.trainer.plots.numbers import NumbersTable, spoken
from elder_tutor.ui.trainer.plots.paper import plots_paper
from elder_tutor.ui.trainer.plots.values import Band, Bars, Dot, Line, Part, Row, numbers_of

ROOM = Box(20, 10, 700, 400)
VALUES = (("courses", 48.0), ("visits", 12.0), ("none", 0.0))


def bars(*series: str, stacked: bool = False) -> Bars:
    rows = tuple(
        Row(
            name,
            tuple(Part(value / (place + 1), f"{value / (place + 1):g}") for place, _ in enumerate(series)),
        )
        for name, value in VALUES
    )
    return Bars("Title", "Name", series, rows, 48.0 * (2 if stacked else 1), stacked)


def line() -> Line:
    dots = (
        Dot("Apr", "April", 20.0, "20"),
        Dot("May", "May", None, "Under 5"),
        Dot("Jun", "June", 10.0, "10", True),
    )
    return Line("Title", "Month", "Begun", dots, Band("Jul", "July", 8.0, 15.0, 24.0, "8 to 24"))


@pytest.fixture
def m(qapp: QApplication) -> Metrics:
    return theme.metrics(1366, 768, 1, "ar")


@pytest.mark.parametrize("plot", [bars("a"), bars("a", "b"), bars("a", "b", "c", stacked=True)])
def test_the_painted_lengths_are_the_numbers_of_the_table(m: Metrics, plot: Bars) -> None:
    table = numbers_of(plot)
    for number, cells in enumerate(table.rows):
        told = [float(cell) for cell in cells[1:]]
        painted = [box.width for box in bar_boxes(plot, number, ROOM, m)]
        full = bar_boxes(plot, 0, ROOM, m)[0].width / 48.0
        assert painted == pytest.approx([value * full for value in told])


def test_stacked_bars_follow_one_another(m: Metrics) -> None:
    first, second, third = bar_boxes(bars("a", "b", "c", stacked=True), 0, ROOM, m)
    assert (second.lead, third.lead) == (pytest.approx(first.end), pytest.approx(second.end))


def test_rows_and_bars_stay_inside_their_room(m: Metrics) -> None:
    plot = bars("a", "b")
    for number, row in enumerate(row_boxes(plot, ROOM, m)):
        assert ROOM.top <= row.top < row.bottom <= ROOM.bottom + 1
        assert all(ROOM.lead <= box.lead <= box.end <= ROOM.end for box in bar_boxes(plot, number, ROOM, m))


def test_the_painted_heights_are_the_numbers_of_the_table(m: Metrics) -> None:
    plot = line()
    april, _, june, july = (top for _, top in places(plot, ROOM, m))
    foot = lines._level(plot, 0, ROOM, m)
    assert (foot - april) / (foot - june) == pytest.approx(20 / 10)
    assert (foot - july) / (foot - june) == pytest.approx(15 / 10)
    band = band_box(plot, ROOM, m)
    assert band is not None
    assert (foot - band.top) / (foot - band.bottom) == pytest.approx(24 / 8)
    assert numbers_of(plot).rows == (("April", "20"), ("May", "Under 5"), ("June", "10"), ("July", "8 to 24"))


def test_time_runs_from_the_leading_edge(m: Metrics) -> None:
    leads = [lead for lead, _ in places(line(), ROOM, m)]
    assert leads == sorted(leads)


@pytest.mark.parametrize("plot", [bars("a", "b"), line()])
def test_a_screen_reader_hears_every_number(plot: Bars | Line) -> None:
    assert all(cell in plot.sentence() for row in numbers_of(plot).rows for cell in row)


@pytest.mark.parametrize("ink", list(Ink))
def test_fillings_differ_without_colour(m: Metrics, ink: Ink) -> None:
    def grey(one: Ink) -> QImage:
        image = QImage(120, 32, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        paint_ink(painter, image.rect().toRectF(), one, m)
        painter.end()
        return image

    assert all(grey(ink) != grey(other) for other in Ink if other is not ink)


def test_a_plot_is_painted_on_paper(m: Metrics, tmp_path: Path) -> None:
    sheet = QPdfWriter(str(tmp_path / "plot.pdf"))
    sheet.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    sheet.setPageMargins(QMarginsF(0, 0, 0, 0))
    sheet.setResolution(96)
    painter = QPainter(sheet)
    paint_bars(painter, bars("a", "b"), ROOM, sheet.width(), m)
    paint_line(painter, line(), Box(20, 500, 700, 300), sheet.width(), m)
    painter.end()
    assert (tmp_path / "plot.pdf").stat().st_size > 3_000


def test_on_paper_each_plot_has_a_page_and_its_numbers_the_next(m: Metrics) -> None:
    paper = plots_paper(
        "Title", [(bars("a", "b"), numbers_of(bars("a", "b"))), (line(), numbers_of(line()))], m
    )
    assert len(paper.leaves) == 4
    blank = picture_of(Paper("", (lambda painter: None,), landscape=True))
    assert all(picture_of(paper, number) != blank for number in range(4))


def test_a_plot_that_is_too_narrow_says_so(m: Metrics) -> None:
    assert fits(bars("a"), ROOM, m)
    assert not fits(bars("a", "b"), Box(0, 0, 60, 30), m)


def test_the_widget_is_a_label_with_every_number(m: Metrics) -> None:
    above = QWidget()
    widget = BarPlot("plot", above)
    widget.render_plot(bars("a"), m)
    assert "courses: 48" in widget.accessibleName()
    above.deleteLater()


@pytest.fixture
def table(m: Metrics) -> Callable[[], NumbersTable]:
    made: list[QWidget] = []

    def make() -> NumbersTable:
        above = QWidget()
        made.append(above)
        shown = NumbersTable("numbers", above)
        shown.resize(800, 400)
        shown.render_numbers(numbers_of(bars("a", "b")), "Title", m)
        above.show()
        return shown

    return make


def test_the_keyboard_goes_through_the_cells_of_a_table(table: Callable[[], NumbersTable]) -> None:
    shown = table()
    shown.setCurrentIndex(shown.model().index(0, 0))
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    at = shown.currentIndex()
    assert (at.row(), abs(at.column())) in {(1, 0), (1, 1)}
    assert shown.accessibleName() == "Title"


def test_each_cell_is_heard_with_its_row_and_column(table: Callable[[], NumbersTable]) -> None:
    cell = table().model().index(1, 2)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "visits, b: 6"


def test_a_table_fills_its_width_and_clips_nothing(table: Callable[[], NumbersTable]) -> None:
    shown = table()
    assert sum(shown.columnWidth(column) for column in range(3)) == pytest.approx(800, abs=3)
    assert not shown.clipped()


def test_a_table_that_is_too_small_says_so(table: Callable[[], NumbersTable], m: Metrics) -> None:
    shown = table()
    shown.resize(60, 80)
    shown.render_numbers(shown.cells.numbers, "Title", m)
    assert shown.clipped()


def test_a_table_is_told_row_by_row() -> None:
    assert spoken(numbers_of(bars("a"))).startswith("courses: a 48. visits: a 12")
