"""Turn written text into words, with what is written in digits said as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Protocol
from unicodedata import category, normalize

from elder_tutor.text import bidi, marks
from elder_tutor.text.digits import normalise
from elder_tutor.text.line import BREAK, Line, Piece, assemble


class Values(Protocol):
    """What a language can show and say of typed values; see the Arabic and English ones."""

    def show(self, text: str) -> str:
        """Show a text with the digits of this learner."""

    def number(self, value: object, case: str = "") -> Piece:
        """Show and say a bare number."""

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


_WRITTEN = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s«»]*[^\s«».,،؟!:;)]|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.example\b[^\s«».,،؟!:;)]*)"
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<phone>\+\d+(?:[ \u00a0-]\d+)*|\d{2,}(?:[ \u00a0-]\d{3,})+)"
    r"|(?P<code>\d+(?:-\d+)+|0\d+|\d{5,})"
    r"|(?P<time>\d{1,2}:[0-5]\d(?!\d))"
    r"|(?P<percent>\d+[%٪])"
    r"|(?P<number>\d+)(?![\d.,]*\d)"
)
_HOUR_WORD = re.compile(normalize("NFC", "السَّاعَة") + rf"([{marks.FATHA}{marks.DAMMA}{marks.KASRA}])\s*$")
_PREPOSITION = re.compile(r"(?:^|\s)(?:مِنْ|مِنَ|إِلَى|فِي|عَلَى|عَنْ|بَعْدَ|قَبْلَ|خِلَالَ)\s+$")
_CASES = {marks.FATHA: "acc", marks.DAMMA: "nom", marks.KASRA: "gen"}
_SILENT = dict.fromkeys(map(ord, '«»“”"‘()[]{}<>*_#|~^=\\'))
_PAUSES = dict.fromkeys(map(ord, "·•—–"), ",")
_SAID = {**_SILENT, **_PAUSES, ord("’"): "'", ord("…"): ".", ord("/"): " "}


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
    for match in _WRITTEN.finditer(digits):
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
    said = " ".join(piece.spoken for piece in pieces(text, values) if piece is not None)
    if whole:
        yield Piece(bidi.by_first_strong(text), said, True)
        return
    for place, word in enumerate(text.split()):
        if place:
            yield BREAK
        yield Piece(word, "".join(part.spoken for part in pieces(word, values) if part is not None), True)


def case_of_hour(before: str, alone: bool) -> str:
    """Answer the case of a clock time from the words before it: it agrees with «السَّاعَة»."""
    match = _HOUR_WORD.search(normalize("NFC", before))
    if match:
        return _CASES[match.group(1)]
    return "nom" if alone else "gen"


def case_of_number(before: str) -> str:
    """Answer the case of a bare number from the word before it: genitive after a preposition."""
    return "gen" if _PREPOSITION.search(before) else ""


def said(text: str) -> str:
    """Answer what a voice gets of a written word: no brackets, quotes or pictures."""
    plain = bidi.plain(marks.spoken(text)).translate(_SAID)
    return "".join(letter for letter in plain if category(letter) != "So").strip()


def _words(text: str, values: Values) -> Iterator[Piece | None]:
    for part in re.split(r"(\s+)", text):
        if part.isspace():
            yield BREAK
        elif part:
            yield Piece(values.show(marks.shown(part)), said(part))


def _value(match: re.Match[str], before: str, after: str, values: Values) -> Piece:
    kind, written = str(match.lastgroup), match.group()
    if kind == "time":
        hour, _, minute = written.partition(":")
        clock = time(int(hour) % 24, int(minute))
        return Piece(values.show(written), _clock(clock, case_of_hour(before, not before), after, values))
    if kind == "date":
        return _date(written, values)
    if kind == "percent":
        return values.percent(written[:-1])
    if kind == "number":
        return values.number(written, case_of_number(before))
    return {"url": values.url, "phone": values.phone, "code": values.code}[kind](written)


def _clock(clock: time, case: str, after: str, values: Values) -> str:
    """Say a written clock time; the part of the day is left out where the text goes on to name it."""
    words = values.time(clock, case).spoken
    named = marks.shown(after.lstrip()).startswith(("صباح", "مساء", "ظهر", "ليل", "am", "pm", "in the"))
    if not named and clock.hour >= 13:
        return words
    for part in ("صَبَاحًا", "مَسَاءً", "ظُهْرًا", "in the morning", "in the afternoon", "in the evening"):
        words = words.removesuffix(part).rstrip()
    return words


def _date(written: str, values: Values) -> Piece:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return values.code(written)
    return Piece(bidi.left_to_right(values.show(written)), values.date(day).spoken)
