"""Typed values in Arabic: how each stands on the page and how it is said, vowelled and inflected."""

from __future__ import annotations

from elder_tutor.text import bidi, nouns, reading
from elder_tutor.text.arabic_clock import clock_words, day_of_month, part_of_day, weekday
from elder_tutor.text.arabic_numbers import DIGITS, LIMIT, Case, cardinal, counted
from elder_tutor.text.line import Piece
from elder_tutor.text.marks import shown
from elder_tutor.text.values import RegionValues

_LETTERS = {"+": "زَائِدْ"}


class ArabicValues(RegionValues):
    """Say and show typed values in Arabic."""

    LINK = "رَابِطٌ"
    PAUSE = "، "

    def number(self, value: object, case: str = "") -> Piece:
        """Show a number in digits and say it in words."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self._as_digits(str(value))
        return Piece(self.show(str(whole)), cardinal(whole, Case(case or Case.NOM)))

    def count(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say a number with its noun; one and two are the noun itself."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT or noun not in nouns.names():
            return self.number(value, case)
        said = counted(whole, nouns.arabic(noun), Case(case or Case.GEN))
        if whole in (1, 2):
            return Piece(shown(said), said)
        return Piece(f"{self.show(str(whole))} {shown(self._noun(whole, noun))}", said)

    def percent(self, value: object) -> Piece:
        """Show ``50%`` and say it in words."""
        said = self.number(value)
        return Piece(self.show(f"{value}%"), f"{said.spoken} بِالْمِئَةِ")

    def time(self, value: object, case: str = "") -> Piece:
        """Show ``10:30 صباحًا`` and say «الْعَاشِرَةُ وَالنِّصْفُ صَبَاحًا»."""
        clock = reading.as_time(value)
        if clock is None:
            return Piece(str(value), str(value))
        part = part_of_day(clock)
        said = f"{clock_words(clock, Case(case or Case.GEN))} {part}"
        return Piece(f"{self.show(f'{(clock.hour - 1) % 12 + 1}:{clock.minute:02}')} {shown(part)}", said)

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show «الأحد 14 يونيو» and say «الْأَحَدِ، الرَّابِعَ عَشَرَ مِنْ يُونْيُو»; forms as Wording.date."""
        day = reading.as_date(value)
        if day is None:
            return Piece(str(value), str(value))
        month = self._region.months["ar"][day.month - 1]
        if form == "month_year":
            return Piece(f"{shown(month)} {self.show(str(day.year))}", f"{month} {cardinal(day.year)}")
        said = f"{day_of_month(day, Case(case or Case.GEN))} مِنْ {month}"
        seen = f"{self.show(str(day.day))} {shown(month)}"
        if form == "day_month":
            return Piece(seen, said)
        name = weekday(self._region.weekdays["ar"][day.weekday()], Case(case or Case.GEN))
        return Piece(f"{shown(name)} {seen}", f"{name}، {said}")

    def money(self, value: object, case: str = "") -> Piece:
        """Show «5 ريالات» and say the amount with its unit and part in words."""
        amount = reading.as_amount(value)
        if amount is None or amount >= LIMIT:
            return self._as_digits(str(value))
        whole, digits, amounts = self._sum(amount)
        said = [counted(n, nouns.arabic(noun), Case(case or Case.GEN)) for n, noun in amounts]
        seen = f"{self.show(digits)} {shown(self._noun(whole, self._region.money.unit))}"
        return Piece(bidi.by_first_strong(seen), " وَ".join(said))

    def _letter(self, letter: str) -> str:
        return DIGITS[int(letter)] if letter.isdecimal() else _LETTERS.get(letter, letter)

    def _noun(self, number: int, noun: str) -> str:
        """Answer the noun alone as it stands after a written number."""
        entry = nouns.arabic(noun)
        rest = number % 100
        if 3 <= rest <= 10:
            return entry.few
        return entry.single(Case.ACC if rest >= 11 else Case.GEN)
