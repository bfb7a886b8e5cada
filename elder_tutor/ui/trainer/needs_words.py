"""Turn demand into plots: the words of months, counts and forecasts."""

from __future__ import annotations

from datetime import date
from typing import Final

from elder_tutor import i18n
from elder_tutor.reports.least import LEAST
from elder_tutor.reports.needs import By, Cell, NeedRow, Needs, Outlook, Shown
from elder_tutor.text.marks import shown as without_marks
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.inquiry import months_short
from elder_tutor.ui.trainer.plots.values import Band, Bars, Dot, Line, Numbers, Part, Row

FEW: Final = phrase("Under {few}", few=LEAST)
HELD: Final = phrase("Not shown")
BEGUN: Final = phrase("Lessons begun")
BEGUN_IN: Final = phrase("Lessons begun in {month}")
HEADS: Final[dict[By, Phrase]] = {
    By.COURSE: phrase("Course"),
    By.PLACE: phrase("Place"),
    By.GROUP: phrase("A group"),
}
MONTH: Final = phrase("Month")
TIMES_BY: Final = phrase("{times} ({people})")
SO_FAR: Final = phrase("{month}, so far")
EXPECTED: Final = phrase("{month}, expected")
ABOUT: Final = phrase("About {expected}; in eight of ten cases {low} to {high}")
RANGE: Final = phrase("{low} to {high}")
FORECAST: Final = phrase("In {month}: about {expected}, in eight of ten cases from {low} to {high}.")
WHY_NONE: Final[dict[Outlook, Phrase]] = {
    Outlook.EARLY: phrase("There are not enough months for a forecast yet."),
    Outlook.FEW: phrase("Too few people for a forecast."),
}
NOW: Final = phrase("so far")
FORESEEN: Final = phrase("forecast")
NO_FORECAST: Final = phrase("No forecast")


UPRIGHT_MONTHS: Final = 4


class NeedsWords:
    """The words of one language for a page of one size."""

    def __init__(self, wording: Wording, metrics: Metrics) -> None:
        self.wording, self.metrics = wording, metrics

    def name(self, row: NeedRow) -> str:
        """Answer what a row is called."""
        return row.name if isinstance(row.name, str) else self.wording.shown(row.name)

    def month(self, month: str) -> str:
        """Answer a month with its year."""
        return self.wording.date(_first(month), "month_year")

    def short(self, month: str) -> str:
        """Answer a month as it stands below a dot."""
        names = self.wording.region.months[i18n.language(self.wording.lang).like]
        return months_short(without_marks(names[_first(month).month - 1]), self.metrics)

    def count(self, cell: Cell) -> str:
        """Answer how often, or why that is not told."""
        if cell.attempts is None:
            return self.wording.shown(FEW if cell.shown is Shown.FEW else HELD)
        return self.wording.number(cell.attempts)

    def people(self, cell: Cell) -> str:
        """Answer how often, with how many people in brackets."""
        if not cell.attempts or cell.learners is None:
            return self.count(cell)
        return self.wording.shown(phrase(TIMES_BY.key, times=cell.attempts, people=cell.learners))

    def bars(self, needs: Needs, rows: tuple[NeedRow, ...], chosen: NeedRow, everything: float) -> Bars:
        """Answer the last whole month of these rows; the longest bar is worth ``everything``."""
        title = self.wording.shown(phrase(BEGUN_IN.key, month=self.month(needs.months[-2])))
        painted = tuple(
            Row(self.name(row), (Part(row.last.attempts, self.count(row.last)),), row.id == chosen.id)
            for row in rows
        )
        head = self.wording.shown(HEADS[needs.by])
        return Bars(title, head, (self.wording.shown(BEGUN),), painted, everything or 1.0)

    def line(self, needs: Needs, row: NeedRow) -> Line:
        """Answer one row month by month, with what is expected."""
        shown, dots = self.wording.shown, []
        for cell in row.cells:
            now = cell.month == needs.months[-1]
            name = self.month(cell.month)
            told = self.wording.shown(phrase(SO_FAR.key, month=name)) if now else name
            note = shown(NOW) if now else ""
            dots.append(Dot(self.short(cell.month), told, cell.attempts, self.count(cell), now, note))
        return Line(self.name(row), shown(MONTH), shown(BEGUN), tuple(dots), self._band(needs, row))

    def _band(self, needs: Needs, row: NeedRow) -> Band | None:
        found = row.forecast
        if found is None:
            return None
        name = self.wording.shown(phrase(EXPECTED.key, month=self.month(needs.coming)))
        told = phrase(ABOUT.key, expected=found.expected, low=found.low, high=found.high)
        ends = (self.wording.number(found.low), self.wording.number(found.high))
        return Band(
            self.short(needs.coming), name, found.low, found.expected, found.high, self.wording.shown(told),
            ends, self.wording.shown(FORESEEN),
        )  # fmt: skip

    def outlook(self, needs: Needs, row: NeedRow) -> Phrase:
        """Answer the forecast as a sentence, or why there is none."""
        found = row.forecast
        if found is None:
            return WHY_NONE[row.outlook]
        month = self.month(needs.coming)
        return phrase(FORECAST.key, month=month, expected=found.expected, low=found.low, high=found.high)

    def numbers(self, needs: Needs, rows: tuple[NeedRow, ...]) -> Numbers:
        """Answer rows by months, with how many people in brackets, and the forecast.

        On an upright page there is room for the last four months.
        """
        shown_months = UPRIGHT_MONTHS if self.metrics.portrait else len(needs.months)
        shown = self.wording.shown
        months = [self.short(month) for month in needs.months[-shown_months:]]
        heads = (shown(HEADS[needs.by]), *months, shown(phrase(EXPECTED.key, month=self.short(needs.coming))))
        lines = []
        for row in rows:
            found = row.forecast
            last = shown(phrase(RANGE.key, low=found.low, high=found.high)) if found else shown(NO_FORECAST)
            lines.append((self.name(row), *(self.people(cell) for cell in row.cells[-shown_months:]), last))
        return Numbers(heads, tuple(lines))


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
