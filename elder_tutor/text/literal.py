"""Turn written text into words, with what is written in digits said as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Protocol
from unicodedata import category

from elder_tutor.text import bidi, letters, marks
from elder_tutor.text.digits import normalise
from elder_tutor.text.line import BREAK, Line, Piece, assemble


class Values(Protocol):
    """What a language can show and say of typed values; see the Arabic and English ones."""

    def show(self, text: str) -> str:
        """Show a text with the digits of this learner."""

    def number(self, value: object, case: str = "") -> Piece:
        """Show and say a bare number."""

    def ordinal(self, value: object, noun: str = "", case: str = "") -> Piece:
        """Show and say which one of several it is."""

    def out_of(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say how many there are in all."""

    def count(self, value: object, noun: str, case: str = "") -> Piece:
        """Show and say so many of a noun of nouns.json."""

    def code(self, value: object) -> Piece:
        """Show a code as one word and say it digit by digit."""

    def phone(self, value: object) -> Piece:
        """Show a telephone number in groups and say it digit by digit."""

    def url(self, value: object) -> Piece:
        """Show an address whole and say only that it is a link."""

    def percent(self, value: object) -> Piece:
        """Show and say a percentage."""

    def time(self, value: object, case: str = "") -> Piece:
        """Show and say a time of day."""

    def date(self, value: object, form: str = "weekday_day_month", case: str = "") -> Piece:
        """Show and say a day in one of the forms of the region."""

    def money(self, value: object, case: str = "") -> Piece:
        """Show and say an amount in the region's money."""


_WRITTEN = (
    r"(?P<url>(?:https?://|www\.)[^\s«»]*[^\s«».,،؟!:;)]|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.example\b[^\s«».,،؟!:;)]*)"
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<phone>\+\d+(?:[ \u00a0-]\d+)*|\d{2,}(?:[ \u00a0-]\d{3,})+)"
    r"|(?P<code>\d+(?:-\d+)+|0\d+|\d{5,})"
    r"|(?P<time>\d{1,2}:[0-5]\d(?!\d))"
    r"|(?P<percent>\d+[%٪])"
    r"|(?P<number>\d+)(?![\d.,]*\d)"
)
_OF_ADDRESSES = ("://", "www.", ".example")
_PARTS_OF_DAY = (
    *("صَبَاحًا", "مَسَاءً", "ظُهْرًا", "لَيْلًا"),
    *("in the morning", "in the afternoon", "in the evening", "at night", "noon", "midnight"),
)
_NAMED = ("صباح", "مساء", "ظهر", "ليل", "am", "pm", "in the", "at night", "noon", "midnight")
_SILENT = dict.fromkeys(map(ord, '«»“”"‘()[]{}<>*_#|~^=\\'))
_PAUSES = dict.fromkeys(map(ord, "·•—–"), ",")
_BEFORE_SIGN = re.compile(r"\s+(?=[.,;:!?؟،؛])")
_SAID = {**_SILENT, **_PAUSES, ord("’"): "'", ord("…"): ".", ord("/"): " ", 0xA0: " ", 0x202F: " "}


def line_of(text: str, lang: str, values: Values, private: bool = False) -> Line:
    """Turn a whole written text into a line."""
    return Line(assemble(pieces(text, values)), lang, private)


def pieces(text: str, values: Values, context: str = "") -> Iterator[Piece | None]:
    """Yield the pieces of a vowelled text: words, and values written in digits.

    ``context`` are the words that stand before the text, for the case of its first value.
    """
    text = marks.kept_per_word(text)
    digits = normalise(text)
    start = 0
    for match in _written_in(digits):
        before = digits[: match.start()]
        if before and before[-1].isascii() and before[-1].isalnum():
            continue
        yield from _words(text[start : match.start()], values)
        yield _value(match, context + before, digits[match.end() :], values)
        start = match.end()
    yield from _words(text[start:], values)


def as_it_stands(text: str, values: Values, rtl: bool) -> Iterator[Piece | None]:
    """Yield the words of a foreign text (typed by a person): shown unchanged, said as written."""
    whole = bidi.needs_isolation(text, rtl)
    if rtl and len(text) == 1 and text.isalpha():  # a letter by itself is called by its name
        yield Piece(bidi.by_first_strong(text) if whole else text, letters.name(text), True)
        return
    said = " ".join(piece.spoken for piece in pieces(text, values) if piece is not None)
    if whole:
        yield Piece(bidi.by_first_strong(text), said, True)
        return
    for place, word in enumerate(text.split()):
        if place:
            yield BREAK
        yield Piece(word, "".join(part.spoken for part in pieces(word, values) if part is not None), True)


def number(value: object, before: str, values: Values) -> Piece:
    """Show and say a bare number as the words before it ask: a place in a row, how many in all, how much."""
    from elder_tutor.text import arabic_context  # with its patterns 1.5 ms that the first page does without

    if place := arabic_context.placed(before):
        return values.ordinal(value, place.noun, place.case)
    if place := arabic_context.out_of(before):
        return values.out_of(value, place.noun, place.case)
    return values.number(value, arabic_context.case_of_number(before))


def said(text: str) -> str:
    """Answer what a voice gets of a written word: no brackets, quotes or pictures."""
    plain = bidi.plain(marks.spoken(text)).translate(_SAID)
    bare = "".join(letter for letter in plain if category(letter) != "So").strip()
    return _BEFORE_SIGN.sub("", bare)


def _written_in(digits: str) -> Iterator[re.Match[str]]:
    """Find what is written in digits, and addresses; most texts hold neither and need no pattern (1 ms)."""
    if any(map(str.isdecimal, digits)) or any(sign in digits for sign in _OF_ADDRESSES):
        yield from re.finditer(_WRITTEN, digits)


def _words(text: str, values: Values) -> Iterator[Piece | None]:
    # A space that does not break a line (French writes it before « ? ») does not end a word either.
    for part in re.split(r"([^\S\u00a0\u202f]+)", text):
        if part.isspace() and not set(part) & {"\u00a0", "\u202f"}:
            yield BREAK
        elif part:
            yield Piece(values.show(marks.shown(part)), said(part))


def _value(match: re.Match[str], before: str, after: str, values: Values) -> Piece:
    kind, written = str(match.lastgroup), match.group()
    if kind == "time":
        from elder_tutor.text import arabic_context

        hour, _, minute = written.partition(":")
        clock = time(int(hour) % 24, int(minute))
        case = arabic_context.case_of_hour(before, not before)
        return Piece(values.show(written), _clock(clock, case, after, values))
    if kind == "date":
        return _date(written, values)
    if kind == "percent":
        return values.percent(written[:-1])
    if kind == "number":
        return number(written, before, values)
    return {"url": values.url, "phone": values.phone, "code": values.code}[kind](written)


def _clock(clock: time, case: str, after: str, values: Values) -> str:
    """Say a written clock time; the part of the day is left out where the text goes on to name it."""
    words = values.time(clock, case).spoken
    named = marks.shown(after.lstrip()).startswith(_NAMED)
    if not named and clock.hour >= 13:
        return words
    return next((words.removesuffix(part).rstrip() for part in _PARTS_OF_DAY if words.endswith(part)), words)


def _date(written: str, values: Values) -> Piece:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return values.code(written)
    return Piece(bidi.left_to_right(values.show(written)), values.date(day).spoken)
