"""The group as a workbook (XLSX): right-to-left sheets in Arabic, real dates and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, tzinfo
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress.counting import State
from elder_tutor.reports.csv import GROUP_COLUMNS, STEP_COLUMNS, safe
from elder_tutor.reports.tables import GroupTable, LearnerTable
from elder_tutor.reports.whole import write_whole
from elder_tutor.reports.words import COLUMNS, STAGES, STATES, YES
from elder_tutor.text.phrase import Phrase, phrase

Words = Callable[[Phrase], str]
MATRIX: Final = phrase("Learners and lessons")
LESSONS: Final = phrase("Every lesson")
STEPS: Final = phrase("Every step")
MARKS: Final = {State.NONE: "", State.GOING: "…", State.DONE: "✓", State.NEEDS: "!"}
"""A sign beside the colour: meaning never by colour alone."""
_FILLS: Final = {State.GOING: "#DDEBEA", State.DONE: "#0A4F5C", State.NEEDS: "#F8E2E0"}
_WIDTHS: Final = {"learner": 24, "lesson": 30, "step": 30, "stuck_step": 28, "state": 18, "stage": 18}
_MINUTE_MS: Final = 60_000


def write_workbook(
    table: GroupTable,
    tables: Iterable[LearnerTable],
    words: Words,
    rtl: bool,
    zone: tzinfo | None,
    path: Path,
) -> None:
    """Write three sheets: learners × lessons, every lesson that was begun, every step that was reached.

    ``zone`` is where a moment is a date. Raises OSError when the place does not take it.
    """
    import xlsxwriter

    made = BytesIO()  # on a full disk the library itself would leave half a file
    book = xlsxwriter.Workbook(
        made, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    sheets = _Sheets(book, words, rtl)
    sheets.matrix(table)
    sheets.lessons(table, zone)
    sheets.steps(tables)
    book.close()
    write_whole(path, made.getvalue())


class _Sheets:
    def __init__(self, book: Any, words: Words, rtl: bool) -> None:
        self._book, self._words, self._rtl = book, words, rtl
        self._head = book.add_format(
            {"bold": True, "bg_color": "#0B2B33", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
        )
        self._date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._tenth = book.add_format({"num_format": "0.0"})
        self._states = {
            state: book.add_format(
                {
                    "align": "center",
                    "bg_color": fill,
                    "font_color": "#FFFFFF" if state is State.DONE else "#14262E",
                }
            )
            for state, fill in _FILLS.items()
        }

    def matrix(self, table: GroupTable) -> None:
        sheet = self._sheet(MATRIX)
        titles = [self._words(COLUMNS["learner"]), *(self._words(head.title) for head in table.lessons)]
        self._heads(sheet, titles, [24, *[12] * len(table.lessons)])
        for number, row in enumerate(table.rows, 1):
            sheet.write_string(number, 0, safe(row.learner.name))
            for column, cell in enumerate(row.cells, 1):
                if cell.state is not State.NONE:
                    text = f"{MARKS[cell.state]} {self._words(STATES[cell.state])}"
                    sheet.write_string(number, column, text, self._states[cell.state])
        sheet.freeze_panes(1, 1)

    def lessons(self, table: GroupTable, zone: tzinfo | None) -> None:
        sheet = self._sheet(LESSONS)
        self._heads(sheet, [self._words(COLUMNS[key]) for key in GROUP_COLUMNS], _widths(GROUP_COLUMNS))
        number = 0
        for row in table.rows:
            for head, cell in zip(table.lessons, row.cells, strict=True):
                if cell.state is State.NONE:
                    continue
                number += 1
                texts = [row.learner.name, self._words(head.title)]
                stand = cell.standing
                stage = stand.stages[-1] if stand and stand.stages else ""
                texts += [self._words(STAGES[stage]) if stage else "", self._words(STATES[cell.state])]
                for column, text in enumerate(texts):
                    sheet.write_string(number, column, safe(text))
                if stand is None:
                    continue
                for column, count in enumerate(
                    (stand.attempts, stand.hints, stand.mistakes, stand.missed), 4
                ):
                    sheet.write_number(number, column, count)
                sheet.write_number(number, 8, stand.ms / _MINUTE_MS, self._tenth)
                sheet.write_string(number, 9, safe(self._words(cell.stuck.name)) if cell.stuck else "")
                day = datetime.fromtimestamp(stand.last_at / 1000, zone).date()
                sheet.write_datetime(number, 10, datetime(day.year, day.month, day.day), self._date)
        sheet.autofilter(0, 0, max(number, 1), len(GROUP_COLUMNS) - 1)
        sheet.freeze_panes(1, 1)

    def steps(self, tables: Iterable[LearnerTable]) -> None:
        sheet = self._sheet(STEPS)
        self._heads(sheet, [self._words(COLUMNS[key]) for key in STEP_COLUMNS], _widths(STEP_COLUMNS))
        number = 0
        for table in tables:
            for one in table.steps:
                number += 1
                names = (table.learner.name, self._words(one.lesson.title), self._words(one.step.name))
                for column, text in enumerate(names):
                    sheet.write_string(number, column, safe(text))
                stand = one.standing
                counts = (
                    stand.done,
                    stand.tries,
                    stand.failed,
                    stand.hints,
                    stand.rung,
                    stand.mistakes,
                    stand.missed,
                )
                for column, count in enumerate(counts, 3):
                    sheet.write_number(number, column, count)
                sheet.write_number(number, 10, stand.ms / _MINUTE_MS, self._tenth)
                sheet.write_number(number, 11, stand.lefts)
                sheet.write_string(number, 12, self._words(YES) if stand.stuck else "")
        sheet.autofilter(0, 0, max(number, 1), len(STEP_COLUMNS) - 1)
        sheet.freeze_panes(1, 2)

    def _sheet(self, name: Phrase) -> Any:
        sheet = self._book.add_worksheet(self._words(name)[:31])
        if self._rtl:
            sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _heads(self, sheet: Any, titles: Sequence[str], widths: Sequence[int]) -> None:
        for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, safe(title), self._head)


def _widths(keys: Sequence[str]) -> list[int]:
    return [_WIDTHS.get(key, 13) for key in keys]
