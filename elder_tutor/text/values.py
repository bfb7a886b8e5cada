"""What typed values have in common in every language: their digits, codes, telephone numbers, sums."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import ClassVar

from elder_tutor.regions import Region
from elder_tutor.text import bidi, reading
from elder_tutor.text.digits import Digits, in_digits, normalise, number_in_digits
from elder_tutor.text.line import Piece


class RegionValues(ABC):
    """Say and show typed values for one region and one digit set. Unreadable values stand as they are."""

    LINK: ClassVar[str]
    """What is said of an address."""
    PAUSE: ClassVar[str]
    """What parts the groups of a number that is said digit by digit."""

    def __init__(self, region: Region, digits: str) -> None:
        self._region = region
        self._digits = digits

    def show(self, text: str) -> str:
        """Show the digits of a text in the chosen set."""
        return in_digits(text, self._digits)

    def ordinal(self, value: object, noun: str = "", case: str = "") -> Piece:
        """Show and say which one of several it is; as a plain number where a language says no more."""
        return self.number(value, case)

    def out_of(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say how many there are in all: «الخطوة 2 من 5»."""
        return self.number(value, case)

    def code(self, value: object) -> Piece:
        """Show a code in one piece and say it digit by digit."""
        return self._as_digits(str(value))

    def phone(self, value: object) -> Piece:
        """Show a telephone number in groups and say it digit by digit."""
        return self._as_digits(reading.phone_shown(str(value), self._region.calling_code))

    def url(self, value: object) -> Piece:
        """Show an address whole; what is said is only that it is a link."""
        return Piece(bidi.left_to_right(str(value)), self.LINK)

    def _as_digits(self, text: str) -> Piece:
        plain = bidi.plain(text)
        groups = reading.digit_groups(normalise(plain))
        said = self.PAUSE.join(" ".join(map(self._letter, group)) for group in groups)
        return Piece(bidi.left_to_right(self.show(plain)), said or plain)

    def _as_it_is(self, value: object) -> Piece:
        """Let a value stand that cannot be read as what it should be."""
        plain = bidi.plain(str(value))
        return Piece(plain, plain)

    def _written(self, number: Decimal) -> str:
        """Write a number in digits; a sign or a point is kept on its side by an isolate."""
        whole = number == number.to_integral_value()
        written = str(int(number)) if whole else f"{number:f}"
        shown = number_in_digits(written, self._digits)
        return shown if whole and number >= 0 else bidi.left_to_right(shown)

    def _hundredths(self, number: Decimal) -> str:
        """Write a percentage: the sign right of 0-9 and left of ٠-٩, as telephones of the region do."""
        isolate = bidi.right_to_left if self._digits == Digits.ARAB else bidi.left_to_right
        return isolate(number_in_digits(f"{number.normalize():f}%", self._digits))

    def _sum(self, amount: Decimal) -> tuple[int, str, list[tuple[int, str]]]:
        """Answer the whole units of an amount, how it is written in digits, and how many of which unit.

        The amount is rounded to the decimals of the money and not negative; only what is
        no whole number has its decimals written, and all of them.
        """
        money = self._region.money
        amount = round(amount, money.decimals)
        whole = int(amount)
        part = int((amount - whole) * 10**money.decimals)
        amounts = [(whole, money.unit)] if whole or not part else []
        amounts += [(part, money.part)] if part else []
        return whole, f"{amount:.{money.decimals}f}" if part else str(whole), amounts

    def _grouped(self, digits: str) -> str:
        """Write the digits of an amount with its thousands apart: ``1,250.75``."""
        return number_in_digits(f"{Decimal(digits):,f}", self._digits)

    @abstractmethod
    def number(self, value: object, case: str = "") -> Piece:
        """Show and say a number."""

    @abstractmethod
    def _letter(self, letter: str) -> str:
        """Say one digit or sign."""
