"""The calendar: a month of 13 mm cells, or one week of large rows at the large sizes."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.bidi import plain
from elder_tutor.ui.phone import dates, paint, sayings
from elder_tutor.ui.phone.days import ArrowButton, DayButton, day_size, strike, week_size, week_words
from elder_tutor.ui.phone.kit import CELL, GAP, Kit
from elder_tutor.ui.phone.names import row_about
from elder_tutor.ui.phone.rows import Rows
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON

HEAD = 54
"""Design pixels of the heading's row."""

LEGEND = 40
"""Design pixels of the row that tells frame from line."""

LEAN = 2
"""Design pixels that heading, letters and margins give up: six weeks stand above a tall navigation."""


class CalendarPiece(Rows):
    """Days to choose from. Which month or week shows is the person's own paging, not the phone's state."""

    margin = 14.0
    first_above = 4.0
    last_below = 6.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before, self.after = ArrowButton(False, self), ArrowButton(True, self)
        self.before.tapped.connect(lambda: self.turn(-1))
        self.after.tapped.connect(lambda: self.turn(1))
        self.shows: date | None = None

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Keep one button a day."""
        self.first_above, self.last_below = (2.0, 2.0) if kit.three else (4.0, 6.0)
        self.margin = 12.0 if kit.rail else 14.0
        if self._weekly(kit):
            self.last_below = 5.0  # a week ends in a row that can be touched: 3 mm to the navigation
        if self.shows is None:
            self.shows = dates.first_shown(view.rows, kit.today)
        self._sync_page()
        months = (sayings.PREVIOUS_MONTH, sayings.NEXT_MONTH)
        names = (sayings.PREVIOUS_WEEK, sayings.NEXT_WEEK) if self._weekly(kit) else months
        for arrow, name, end in ((self.before, names[0], "earlier"), (self.after, names[1], "later")):
            self.adopt(arrow, f"{view.id}/{end}", kit)
            arrow.call(kit.plain(name))

    def reading(self) -> list[QRect]:
        """Answer the heading and the letters of the days: they tell what a number means."""
        if self.kit is None:
            return []
        high = self._head(self.kit) if self._weekly(self.kit) else ceil(self._letters(self.kit).bottom())
        return [QRect(0, 0, self.width(), high)]

    def turn(self, by: int) -> None:
        """Page by months, or by weeks at the large sizes."""
        if self.shows is None or self.kit is None:
            return
        self.shows = (
            self.shows + timedelta(days=7 * by)
            if self._weekly(self.kit)
            else dates.next_month(self.shows, by)
        )
        self._sync_page()
        self.place()
        self.update()

    def bring(self, row: str) -> None:
        """Show the page with a row's day."""
        for each in self.view.rows if self.view else ():
            if each.id == row and each.day is not None:
                self.shows = each.day
                self._sync_page()
                self.place()
                self.update()

    def needed(self, width: int) -> int:
        """Answer the height: always room for six weeks, so that paging moves nothing."""
        if self.kit is None or self.view is None:
            return 400
        kit = self.kit
        if self._weekly(kit):
            return self._head(kit) + kit.px(GAP) + 7 * self._week_row(kit) + 6 * kit.metrics.mm(3)
        return self._month_height(kit)

    def _weekly(self, kit: Kit) -> bool:
        """Tell whether one week stands for the month: large type, or a phone too low for six weeks."""
        return kit.large or self._month_height(kit) + kit.px(self.first_above + self.last_below) > kit.room

    def _month_height(self, kit: Kit) -> int:
        spans = dates.span(self.view.rows if self.view else (), kit.today)
        weeks = 5
        if spans:
            month = dates.start_of_month(spans[0])
            while month <= spans[1]:
                weeks = max(weeks, len(dates.weeks_of_month(month, kit.week_start)))
                month = dates.next_month(month, 1)
        return ceil(self._letters(kit).bottom()) + weeks * kit.px(CELL + GAP) + self._legend(kit)

    def place(self) -> None:
        """Stand arrows and the days of the present page."""
        if self.view is None or self.kit is None or self.shows is None or not self.width():
            return
        for button in self.buttons.values():
            if isinstance(button, DayButton) and button.week:
                button.px = self._week_size(self.kit)
        kit, shown = self.kit, dict(self._page(self.kit))
        for button in self.buttons.values():
            if isinstance(button, DayButton) and button.day in shown:
                button.setGeometry(shown[button.day])
        side = self._head(kit)
        first, last = QRect(0, 0, side, side), QRect(self.width() - side, 0, side, side)
        self.before.setGeometry(last if kit.rtl else first)
        self.after.setGeometry(first if kit.rtl else last)
        spans = dates.span(self.view.rows, kit.today)
        self.before.set_available(spans is not None and self._begin(spans[0]) < self._begin(self.shows))
        self.after.set_available(spans is not None and self._begin(self.shows) < self._begin(spans[1]))

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint heading, letters, days that cannot be touched, and the legend."""
        if self.shows is None:
            return
        tall = self._head(kit)
        beside = tall + kit.px(4)
        head = QRectF(beside, 0, box.width() - 2 * beside, tall)
        title = self._title(kit, self.shows)
        size = "body" if kit.width(title, "body", True) <= head.width() else "label"
        paint.words(painter, title, head, kit, size, "ink", True, paint.CENTRE)
        held = {row.day for row in view.rows}
        if self._weekly(kit):
            for day, spot in self._page(kit):
                if day not in held:
                    words = week_words(kit, day)
                    inner = QRectF(spot).adjusted(kit.px(16), 0, -kit.px(16), 0)
                    paint.words(painter, words, inner, kit, "body", "full_day", px=self._week_size(kit))
            return
        self._paint_letters(painter, kit)
        for day, spot in self._page(kit):
            if day not in held:
                paint.spaced_digits(
                    painter, kit.wording.number(day.day), QRectF(spot), kit, "full_day", day_size(kit)
                )
        self._paint_legend(painter, box, kit)

    def _sync_page(self) -> None:
        """Keep a button for the days of this page only: a screen reader meets what an eye does."""
        if self.view is None or self.kit is None:
            return
        days = {day for day, _ in self._page(self.kit)}
        rows = [row for row in self.view.rows if row.day in days]
        self.sync(rows, self._make, self.view, self.kit)
        px = self._week_size(self.kit) if self._weekly(self.kit) else 0
        for row in rows:
            self._show_day(row, self.kit, px)

    # --- days --------------------------------------------------------------------

    def _make(self) -> TouchButton:
        day = DayButton(self)
        day.setCheckable(True)
        return day

    def _show_day(self, row: RowView, kit: Kit, px: int) -> None:
        button = self.buttons[row.id]
        if not isinstance(button, DayButton) or row.day is None:
            return
        button.day, button.week = row.day, self._weekly(kit)
        button.px = px
        button.number = kit.wording.number(row.day.day)
        button.past = kit.today is not None and row.day < kit.today
        button.closed = not row.open and row.day.weekday() in kit.wording.region.weekend
        button.words = week_words(kit, row.day)
        state = sayings.AVAILABLE if row.open else sayings.FULL
        button.state = "" if button.past or button.closed else kit.shown(state)
        button.setChecked(row.chosen)
        about = row_about(row, kit) if not row.open or row.chosen else kit.plain(sayings.AVAILABLE)
        button.call(plain(kit.wording.date(row.day)), about)

    def _page(self, kit: Kit) -> list[tuple[date, QRect]]:
        if self.shows is None:
            return []
        if self._weekly(kit):
            first, tall = dates.start_of_week(self.shows, kit.week_start), self._week_row(kit)
            top = self._head(kit) + kit.px(GAP)
            return [
                (
                    first + timedelta(days=n),
                    QRect(0, top + n * (tall + kit.metrics.mm(3)), self.width(), tall),
                )
                for n in range(7)
            ]
        cell, pitch = kit.px(CELL), (self.width() - kit.px(CELL)) / 6
        upper, page = self._letters(kit).bottom(), []
        for line, week in enumerate(dates.weeks_of_month(dates.start_of_month(self.shows), kit.week_start)):
            down = round(upper + line * kit.px(CELL + GAP))
            for column, day in enumerate(week):
                across = round((6 - column if kit.rtl else column) * pitch)
                if day is not None:
                    page.append((day, QRect(across, down, cell, cell)))
        return page

    def _title(self, kit: Kit, shows: date) -> str:
        """Answer the month, or the first and last day of a week that lies in two."""
        first = dates.start_of_week(shows, kit.week_start)
        last = first + timedelta(days=6)
        if not self._weekly(kit) or first.month == last.month:
            return kit.wording.date(shows, form="month_year")
        return f"{kit.wording.date(first, form='day_month')} – {kit.wording.date(last, form='day_month')}"

    def _begin(self, day: date) -> date:
        if self.kit is not None and self._weekly(self.kit):
            return dates.start_of_week(day, self.kit.week_start)
        return dates.start_of_month(day)

    # --- measures and ground -------------------------------------------------------

    def _week_row(self, kit: Kit) -> int:
        least = kit.metrics.mm(13)
        free = kit.room - kit.px(self.first_above + self.last_below + GAP) - self._head(kit)
        free -= 6 * kit.metrics.mm(3)
        return max(least, min(kit.px(64), free // 7))

    def _week_size(self, kit: Kit) -> int:
        """Answer one size for all rows of the week, so that no day looks more important."""
        most = round(self._week_row(kit) * 0.68)
        words = [week_words(kit, day) for day, _ in self._page(kit)]
        states = [kit.shown(word) for word in (sayings.AVAILABLE, sayings.FULL)]
        size = kit.size("label")
        for _ in range(2):  # the narrower the state's word, the more room for the day's
            state = max(kit.width(word, "label", px=size) for word in states)
            room = self.width() - 2 * kit.px(16) - state - kit.px(14)
            size = min((week_size(kit, word, room, most) for word in words), default=most)
        return size

    def _head(self, kit: Kit) -> int:
        return kit.px(HEAD - LEAN if kit.three else HEAD)

    def _letters(self, kit: Kit) -> QRectF:
        least = kit.px(38 - LEAN if kit.three else 38)
        return QRectF(0, self._head(kit), self.width(), max(least, ceil(day_size(kit) * 1.2)))

    def _legend(self, kit: Kit) -> int:
        return max(kit.px(LEGEND - 2 * LEAN if kit.three else LEGEND), ceil(kit.size("label") * BUTTON))

    def _paint_letters(self, painter: QPainter, kit: Kit) -> None:
        row, pitch, cell = self._letters(kit), (self.width() - kit.px(CELL)) / 6, kit.px(CELL)
        for column, letter in enumerate(kit.wording.weekday_letters()):
            place = 6 - column if kit.rtl else column
            spot = QRectF(place * pitch - kit.px(6), row.top(), cell + kit.px(12), row.height())
            paint.words(painter, letter, spot, kit, "label", "ink2", False, paint.CENTRE, px=day_size(kit))

    def _paint_legend(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        free, full = kit.shown(sayings.AVAILABLE), kit.shown(sayings.FULL)
        side, gap = kit.px(32), kit.px(10)
        widths = [side, kit.width(free, "label"), kit.px(34), kit.width(full, "label")]
        total = sum(widths) + 2 * gap + kit.px(28)
        row = QRectF(box.center().x() - total / 2, box.bottom() - self._legend(kit), total, self._legend(kit))
        part, row = paint.take(row, side, kit, gap)
        mark = QRectF(part.left(), part.center().y() - side / 2, side, side)
        paint.face(painter, mark, kit.q("screen"), kit.q("lagoon"), kit.px(3), kit.px(9))
        part, row = paint.take(row, widths[1] + 2, kit, kit.px(26))
        paint.words(painter, free, part, kit, "label", "ink")
        part, row = paint.take(row, widths[2], kit, gap)
        strike(painter, part, part.width() / 2, kit)
        part, row = paint.take(row, widths[3] + 2, kit)
        paint.words(painter, full, part, kit, "label", "ink")
