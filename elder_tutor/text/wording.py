"""Turn phrases into lines of one language: the only place where words get their values."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, cast

from elder_tutor import i18n
from elder_tutor.i18n import Translator
from elder_tutor.regions import Region
from elder_tutor.text import bidi, literal
from elder_tutor.text.line import FILLED, Line, Piece, assemble
from elder_tutor.text.phrase import Phrase

_DIGIT = re.compile(r"\d")
_FIELD = re.compile(r"\{([\w.]+)((?::\w+)*)\}")
_DEEPEST = 8
_KEPT_LINES = 2048
_NOT_CACHED = frozenset({"code", "phone", "url"})
_CASES = frozenset({"nom", "acc", "gen"})

_log = logging.getLogger(__name__)


class Wording:
    """Words of one language for one region and one digit set (``latn`` or ``arab``).

    ``line`` never raises: a missing translation is its key, a value that cannot be
    read stands as it is, a value that is missing leaves its place empty.

    A sentence has one language, and one voice: where a sentence, or one that fills it, has no
    words in this language, the whole of it is said in the language its words are in.
    """

    def __init__(self, lang: str, translator: Translator, region: Region, digits: str = "latn") -> None:
        self.lang = lang
        self.region = region
        self.digits = digits
        self._translator = translator
        self.values: literal.Values = cast("literal.Values", _Late(lang, region, digits))
        self._others: dict[str, Wording] = {}
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
        lang = self._language_of(wanted)
        line = self._line(wanted) if lang == self.lang else self._other(lang)._line(wanted)
        if not wanted.values and len(self._lines) < _KEPT_LINES:
            self._lines[wanted] = line
        return line

    def shown(self, wanted: Phrase) -> str:
        """Answer what stands on the page; words of a language of the other direction stand isolated in it."""
        line = self.line(wanted)
        if line.lang == self.lang or i18n.is_rtl(line.lang) is self.rtl:
            return line.shown
        return bidi.of_direction(line.shown, not self.rtl)

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

    def weekdays(self) -> tuple[str, ...]:
        """Answer the names of the weekdays, Monday first, as they are said."""
        return self.region.weekdays[i18n.language(self.lang).like]

    def weekday_letters(self) -> tuple[str, ...]:
        """Answer the short names of the weekdays in the order of the region's week."""
        letters = self.region.weekday_letters[i18n.language(self.lang).like]
        return tuple(letters[day] for day in self.region.week)

    def _language_of(self, wanted: Phrase) -> str:
        """Answer the language a sentence can be said in as a whole."""
        answers = (self._translator.answer(each.key, each.domain)[1] for each in _parts(wanted) if each.key)
        return next((lang for lang in answers if lang != self.lang), self.lang)

    def _other(self, lang: str) -> Wording:
        if lang not in self._others:
            self._others[lang] = Wording(lang, self._translator.within(lang), self.region, self.digits)
        return self._others[lang]

    def _line(self, wanted: Phrase) -> Line:
        words = assemble(self._pieces(wanted, 0))
        return Line(words, self.lang, _is_private(wanted) or any(word.private for word in words))

    def _pieces(self, wanted: Phrase, depth: int, context: str = "") -> Iterator[Piece | None]:
        template = self._translator.text(wanted.key, wanted.domain)
        values = dict(wanted.values)
        start = 0
        for match in _FIELD.finditer(template):
            before = template[start : match.start()]
            yield from literal.pieces(before, self.values, context)
            context += before
            alone = not context and match.end() == len(template)
            yield from self._field(match, values, context, alone, depth)
            context += FILLED
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
        from elder_tutor.text import arabic_context  # the first page has no value (see literal.py)

        kind = kind or _kind_of(value)
        value = bidi.plain(value) if isinstance(value, str) else value
        case = rest[-1] if rest and rest[-1] in _CASES else ""
        noun = rest[0] if rest and rest[0] not in _CASES else ""
        if kind in _NOT_CACHED:
            piece = getattr(self.values, kind)(value)
            return Piece(piece.shown, piece.spoken, True)
        if kind == "count":
            return _whole(self.values.count(value, noun, case))
        if kind == "time":
            return _whole(self.values.time(value, case or arabic_context.case_of_hour(before, alone)))
        if kind == "date":
            form = next((part for part in rest if "_" in part), "weekday_day_month")
            return _whole(self.values.date(value, form, case or ("nom" if alone else "gen")))
        if kind == "money":
            return self.values.money(value, case)
        if kind == "percent":
            return _whole(self.values.percent(value))
        if kind == "ordinal":
            return self.values.ordinal(value, noun, case or arabic_context.case_of_word(before))
        return self.values.number(value, case) if case else literal.number(value, before, self.values)


def _whole(piece: Piece) -> Piece:
    """Isolate a value that has digits among its words, so that no neighbour can tear it."""
    if bidi.is_isolated(piece.shown) or not any(letter.isdecimal() for letter in piece.shown):
        return piece
    return Piece(bidi.by_first_strong(piece.shown), piece.spoken, piece.private)


class _Late:
    """The typed values of a language, loaded when the first is said: most pages say none at first."""

    def __init__(self, lang: str, region: Region, digits: str) -> None:
        i18n.language(lang)  # raises UnknownLanguage
        self._of = (lang, region, digits)
        self._known: literal.Values | None = None

    def show(self, text: str) -> str:
        """Show a text with the digits of this learner; one without digits stays as it is."""
        return self._values.show(text) if _DIGIT.search(text) else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._values, name)

    @property
    def _values(self) -> literal.Values:
        if self._known is None:
            self._known = values_of(*self._of)
        return self._known


def values_of(lang: str, region: Region, digits: str) -> literal.Values:
    """Answer how typed values are shown and said in a language. Raises UnknownLanguage."""
    language = i18n.language(lang)
    if language.like == "ar":
        from elder_tutor.text.arabic_values import ArabicValues

        return ArabicValues(region, digits)
    if language.like == "en":
        from elder_tutor.text.english_values import EnglishValues

        return EnglishValues(region, digits)
    from elder_tutor.text.pattern_values import PatternValues

    return PatternValues(region, digits, i18n.language(language.like))


def _parts(wanted: Phrase, depth: int = 0) -> Iterator[Phrase]:
    """Yield a phrase and those that fill it."""
    yield wanted
    if depth < _DEEPEST:
        for _, value in wanted.values:
            if isinstance(value, Phrase):
                yield from _parts(value, depth + 1)


def _kind_of(value: object) -> str:
    if isinstance(value, datetime | date):
        return "date"
    return "time" if isinstance(value, time) else "number"


def _is_private(wanted: Phrase) -> bool:
    nested = (value for _, value in wanted.values if isinstance(value, Phrase))
    return wanted.private or any(_is_private(value) for value in nested)
