"""Typed values in Arabic: how each stands on the page and how it is said, vowelled and inflected."""

from __future__ import annotations

from elder_tutor.text import bidi, letters, nouns, reading
from elder_tutor.text.arabic_clock import clock_words, day_of_month, month_of, part_of_day, weekday
from elder_tutor.text.arabic_numbers import DIGITS, LIMIT, Case, amount_words, cardinal, counted, joined
from elder_tutor.text.arabic_ordinals import ordinal
from elder_tutor.text.line import Piece
from elder_tutor.text.marks import shown
from elder_tutor.text.values import RegionValues

_MINUS = "نَاقِصْ"


class ArabicValues(RegionValues):
    """Say and show typed values in Arabic."""

    LINK = "رَابِطٌ"
    PAUSE = "، "

    def number(self, value: object, case: str = "", feminine: bool = False) -> Piece:
        """Show a number in digits and say it in words; ``feminine`` when it counts such a noun."""
        number = reading.as_decimal(value)
        if number is None or abs(number) >= LIMIT:
            return self._as_digits(str(value))
        said = amount_words(abs(number), Case(case or Case.NOM), feminine)
        return Piece(self._written(number), f"{_MINUS} {said}" if number < 0 else said)

    def ordinal(self, value: object, noun: str = "", case: str = "") -> Piece:
        """Show «2» and say «الثَّانِيَةُ», agreeing with a noun of nouns.json (or ``f``, ``m``)."""
        whole = reading.as_whole(value)
        if whole is None or whole >= LIMIT:
            return self.number(value, case)
        feminine = noun == "f" or nouns.arabic(noun).feminine
        return Piece(self.show(str(whole)), ordinal(whole, Case(case or Case.NOM), feminine))

    def out_of(self, value: object, noun: str, case: str = "") -> Piece:
        """Show «5» and say «خَمْسٍ» of a feminine noun, «خَمْسَةٍ» of a masculine one."""
        return self.number(value, case, nouns.arabic(noun).feminine)

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
        number = reading.as_amount(value)
        if number is None or number >= LIMIT:
            return self._as_digits(f"{value}%")
        return Piece(self._hundredths(number), f"{self.number(number).spoken} بِالْمِئَةِ")

    def time(self, value: object, case: str = "") -> Piece:
        """Show ``10:30 صباحًا`` and say «الْعَاشِرَةُ وَالنِّصْفُ صَبَاحًا»."""
        clock = reading.as_time(value)
        if clock is None:
            return self._as_it_is(value)
        part = part_of_day(clock)
        said = f"{clock_words(clock, Case(case or Case.GEN))} {part}"
        return Piece(f"{self.show(f'{(clock.hour - 1) % 12 + 1}:{clock.minute:02}')} {shown(part)}", said)

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show «الأحد 14 يونيو» and say «الْأَحَدِ، الرَّابِعَ عَشَرَ مِنْ يُونْيُو»; forms as Wording.date."""
        day = reading.as_date(value)
        if day is None:
            return self._as_it_is(value)
        month = self._region.months["ar"][day.month - 1]
        if form == "month_year":
            said = f"{month_of(month, Case(case or Case.GEN))} {cardinal(day.year, Case.GEN)}"
            return Piece(f"{shown(month)} {self.show(str(day.year))}", said)
        said = f"{day_of_month(day, Case(case or Case.GEN))} مِنْ {month}"
        seen = f"{self.show(str(day.day))} {shown(month)}"
        if form == "day_month":
            return Piece(seen, said)
        name = weekday(self._region.weekdays["ar"][day.weekday()], Case(case or Case.GEN))
        return Piece(f"{shown(name)} {seen}", f"{name}، {said}")

    def money(self, value: object, case: str = "") -> Piece:
        """Show «5 ريالات» and say the amount with its unit and part in words."""
        amount = reading.as_decimal(value)
        if amount is None or abs(amount) >= LIMIT:
            return self._as_digits(str(value))
        whole, written, amounts = self._sum(abs(amount))
        digits = self._grouped(written)
        said = [counted(n, nouns.arabic(noun), Case(case or Case.GEN)) for n, noun in amounts]
        words = " ".join((said[0], *map(joined, said[1:])))
        unit = self._region.money.unit
        seen = shown(nouns.arabic(unit).single(Case.GEN) if "." in written else self._noun(whole, unit))
        if amount < 0:
            digits, words = bidi.left_to_right(f"-{digits}"), f"{_MINUS} {words}"
        return Piece(bidi.by_first_strong(f"{digits} {seen}"), words)

    def _letter(self, letter: str) -> str:
        return DIGITS[int(letter)] if letter.isdecimal() else letters.name(letter)

    def _noun(self, number: int, noun: str) -> str:
        """Answer the noun alone as it stands after a written number."""
        entry = nouns.arabic(noun)
        rest = number % 100
        if 3 <= rest <= 10:
            return entry.few
        return entry.single(Case.ACC if rest >= 11 else Case.GEN)
