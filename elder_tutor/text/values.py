"""What typed values have in common in every language: their digits, codes, telephone numbers, sums."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import ClassVar

from elder_tutor.regions import Region
from elder_tutor.text import bidi, reading
from elder_tutor.text.digits import in_digits, normalise
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
        groups = reading.digit_groups(normalise(text))
        said = self.PAUSE.join(" ".join(map(self._letter, group)) for group in groups)
        return Piece(bidi.left_to_right(self.show(text)), said or text)

    def _sum(self, amount: Decimal) -> tuple[int, str, list[tuple[int, str]]]:
        """Answer the whole units of an amount, how it is written in digits, and how many of which unit."""
        money = self._region.money
        amount = round(amount, money.decimals)
        whole = int(amount)
        part = int((amount - whole) * 10**money.decimals)
        amounts = [(whole, money.unit)] if whole or not part else []
        amounts += [(part, money.part)] if part else []
        return whole, f"{amount:.{money.decimals}f}" if part else str(whole), amounts

    @abstractmethod
    def _letter(self, letter: str) -> str:
        """Say one digit or sign."""
