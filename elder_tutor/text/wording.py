"""Turn phrases into lines of one language: the only place where words get their values."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date, datetime, time

from elder_tutor import i18n
from elder_tutor.i18n import Translator
from elder_tutor.regions import Region
from elder_tutor.text import literal
from elder_tutor.text.arabic_values import ArabicValues
from elder_tutor.text.english_values import EnglishValues
from elder_tutor.text.line import Line, Piece, assemble
from elder_tutor.text.phrase import Phrase

_FIELD = re.compile(r"\{([\w.]+)((?::\w+)*)\}")
_DEEPEST = 8
_KEPT_LINES = 2048
_NOT_CACHED = frozenset({"code", "phone", "url"})

_log = logging.getLogger(__name__)


class Wording:
    """Words of one language for one region and one digit set (``latn`` or ``arab``).

    ``line`` never raises: a missing translation is its key, a value that cannot be
    read stands as it is, a value that is missing leaves its place empty.
    """

    def __init__(self, lang: str, translator: Translator, region: Region, digits: str = "latn") -> None:
        self.lang = lang
        self.region = region
        self.digits = digits
        self._translator = translator
        kind = ArabicValues if lang == "ar" else EnglishValues
        self.values: literal.Values = kind(region, digits)
        self._lines: dict[Phrase, Line] = {}

    @property
    def rtl(self) -> bool:
        """Tell whether the language runs from right to left."""
        return i18n.is_rtl(self.lang)

    def line(self, wanted: Phrase) -> Line:
        """Answer a phrase as words that are shown and spoken, one for one."""
        known = self._lines.get(wanted) if not wanted.values else None
        if known is not None:
            return known
        words = assemble(self._pieces(wanted, 0))
        line = Line(words, self.lang, _is_private(wanted) or any(word.private for word in words))
        if not wanted.values and len(self._lines) < _KEPT_LINES:
            self._lines[wanted] = line
        return line

    def shown(self, wanted: Phrase) -> str:
        """Answer what stands on the page."""
        return self.line(wanted).shown

    def spoken(self, wanted: Phrase) -> str:
        """Answer what is said."""
        return self.line(wanted).spoken

    def text(self, written: str, private: bool = False) -> Line:
        """Turn a text that is in no catalogue into a line of this language."""
        return literal.line_of(written, self.lang, self.values, private)

    def number(self, number: int) -> str:
        """Show a whole number in the chosen digits."""
        return self.values.show(str(number))

    def date(self, day: date, form: str = "weekday_day_month") -> str:
        """Show a day as ``weekday_day_month``, ``day_month`` or ``month_year``."""
        return self.values.date(day, form).shown

    def weekday_letters(self) -> tuple[str, ...]:
        """Answer the short names of the weekdays in the order of the region's week."""
        letters = self.region.weekday_letters[self.lang]
        return tuple(letters[day] for day in self.region.week)

    def _pieces(self, wanted: Phrase, depth: int, context: str = "") -> Iterator[Piece | None]:
        template = self._translator.text(wanted.key, wanted.domain)
        values = dict(wanted.values)
        start = 0
        for match in _FIELD.finditer(template):
            before = template[start : match.start()]
            yield from literal.pieces(before, self.values, context)
            context = before or context
            alone = not context and match.end() == len(template)
            yield from self._field(match, values, context, alone, depth)
            start = match.end()
        yield from literal.pieces(template[start:], self.values, context)

    def _field(
        self, match: re.Match[str], values: dict[str, object], before: str, alone: bool, depth: int
    ) -> Iterator[Piece | None]:
        name = match.group(1)
        kind, *rest = match.group(2)[1:].split(":")
        if name.isdecimal():
            value: object = int(name)
        elif name in values:
            value = values[name]
        else:
            _log.warning("The sentence names a value “%s” that nobody gave.", name)
            return
        if isinstance(value, Phrase):
            if depth < _DEEPEST:
                yield from self._pieces(value, depth + 1, before)
        elif kind or not isinstance(value, str):
            yield self._typed(value, kind, rest, before, alone)
        else:
            yield from literal.as_it_stands(value, self.values, self.rtl)

    def _typed(self, value: object, kind: str, rest: list[str], before: str, alone: bool) -> Piece:
        kind = kind or _kind_of(value)
        case = rest[-1] if rest and rest[-1] in ("nom", "acc", "gen") else ""
        if kind == "count":
            return self.values.count(value, rest[0] if rest else "", case)
        if kind == "time":
            return self.values.time(value, case or literal.case_of_hour(before, alone))
        if kind == "date":
            form = next((part for part in rest if "_" in part), "weekday_day_month")
            return self.values.date(value, form, case or ("nom" if alone else "gen"))
        if kind == "money":
            return self.values.money(value, case)
        if kind in _NOT_CACHED:
            render = {"code": self.values.code, "phone": self.values.phone, "url": self.values.url}[kind]
            piece = render(value)
            return Piece(piece.shown, piece.spoken, True)
        return self.values.number(value, case or literal.case_of_number(before))


def _kind_of(value: object) -> str:
    if isinstance(value, datetime | date):
        return "date"
    return "time" if isinstance(value, time) else "number"


def _is_private(wanted: Phrase) -> bool:
    nested = (value for _, value in wanted.values if isinstance(value, Phrase))
    return wanted.private or any(_is_private(value) for value in nested)
