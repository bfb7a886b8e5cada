"""Judge a list of learners before anything is written: who would be added, and what is wrong in which row.

Columns: a name, and if wished a picture and a group, under Arabic or English heads in any order.
A text that a spreadsheet would take for a formula is made harmless: its signs are taken away
(OWASP, CSV injection). A row with a fault is left out, the others stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.progress.intake import Newcomer
from elder_tutor.progress.names import LONGEST_NAME, tidied
from elder_tutor.progress.people import Learner, pictures
from elder_tutor.reports.sheets import Rows, rows_of
from elder_tutor.text import marks
from elder_tutor.text.phrase import Phrase, phrase

MOST: Final = 2000
"""Learners of one list."""
NO_HEAD: Final = phrase("The first row needs a column called “name”.").key
TOO_MANY: Final = phrase("The list has {count} rows. At most {most} can be added at once.").key
NO_NAME: Final = phrase("The name is missing.")
LONG_NAME: Final = phrase("The name has more than {most} letters.")
LONG_GROUP: Final = phrase("The name of the group has more than {most} letters.")
TWIN_HERE: Final = phrase("“{name}” with this picture stands in row {row} already.")
TWIN_THERE: Final = phrase("“{name}” with this picture is there already.")
NO_PICTURE: Final = phrase("There is no picture called “{picture}”.")
HARMLESS: Final = phrase("Signs of a formula were taken away from “{name}”.")

_HEADS: Final = {
    "name": ("name", "full name", "learner", "learner name", "اسم", "الاسم", "الاسم الكامل", "اسم المتعلم",
             "المتعلم", "nom", "prenom"),
    "picture": ("picture", "image", "icon", "صورة", "الصورة", "الرمز", "رمز"),
    "group": ("group", "class", "team", "مجموعة", "المجموعة", "اسم المجموعة", "الفصل", "الصف", "groupe"),
}  # fmt: skip
_PICTURES: Final = {
    "barjeel": ("بارجيل", "برجيل", "البارجيل", "wind tower"),
    "dallah": ("دلة", "الدلة", "coffee pot"),
    "dhow": ("سفينة", "السفينة", "مركب", "بوم", "boat"),
    "finjan": ("فنجان", "الفنجان", "cup"),
    "ghaf": ("غافة", "الغافة", "غاف", "tree"),
    "lantern": ("فانوس", "الفانوس"),
    "mabkhara": ("مبخرة", "المبخرة", "incense burner"),
    "moon": ("هلال", "الهلال", "قمر", "القمر", "crescent"),
    "palm": ("نخلة", "النخلة", "palm tree"),
    "pearl": ("لؤلؤة", "اللؤلؤة", "shell"),
    "rose": ("وردة", "الوردة", "flower"),
    "tent": ("خيمة", "الخيمة", "bedouin tent"),
}
_FORMULA: Final = re.compile(r"^[\s=+\-@|%＝＋－＠'\"]+")
_STARTS: Final = tuple("=+-@|%＝＋－＠")


class ListTrouble(KnownError):
    """Tell why a whole list cannot be taken. Facts: ``count``, ``most``."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row, as the spreadsheet counts it from 1; ``left_out`` when nobody is added."""

    row: int
    what: Phrase
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """Who would be added, in order, and what was found; ``empty`` rows were passed over."""

    newcomers: tuple[Newcomer, ...]
    faults: tuple[Fault, ...]
    empty: int
    new_groups: tuple[str, ...]

    @property
    def left_out(self) -> int:
        """Answer how many rows add nobody."""
        return sum(fault.left_out for fault in self.faults)


def preview_file(path: Path, learners: Sequence[Learner], groups: Iterable[str], draw: Random) -> Preview:
    """Judge a CSV or XLSX file; nothing is written. Raises UnreadableFile and ListTrouble."""
    return preview(rows_of(path), learners, groups, draw)


def preview(rows: Rows, learners: Sequence[Learner], groups: Iterable[str], draw: Random) -> Preview:
    """Judge rows of which the first that is not empty is the head. Raises ListTrouble."""
    filled = [(number, texts) for number, texts in rows if any(text.strip() for text in texts)]
    columns = _columns(filled[0][1]) if filled else {}
    if "name" not in columns:
        raise ListTrouble(NO_HEAD)
    if len(filled) - 1 > MOST:
        raise ListTrouble(TOO_MANY, {"count": len(filled) - 1, "most": MOST})
    judge = _Judge(columns, learners, draw)
    for number, texts in filled[1:]:
        judge.take(number, texts)
    here = {tidied(name).casefold() for name in groups}
    wanted = dict.fromkeys(one.group for one in judge.newcomers if one.group)
    new = tuple(name for name in wanted if name.casefold() not in here)
    return Preview(tuple(judge.newcomers), tuple(judge.faults), len(rows) - len(filled), new)


class _Judge:
    """Go through the rows, remembering who is there and which pictures are taken how often."""

    def __init__(self, columns: dict[str, int], learners: Sequence[Learner], draw: Random) -> None:
        self.newcomers: list[Newcomer] = []
        self.faults: list[Fault] = []
        self._columns, self._draw = columns, draw
        self._known = {(one.name.casefold(), one.picture) for one in learners}
        self._rows: dict[tuple[str, str], int] = {}
        self._taken = Counter(one.picture for one in learners)

    def take(self, row: int, texts: tuple[str, ...]) -> None:
        """Judge one row."""
        name, tamed = harmless(self._text("name", texts))
        group, _ = harmless(self._text("group", texts))
        wanted = tidied(self._text("picture", texts))
        picture = picture_named(wanted) if wanted else self._free(name)
        fault = self._fault(name, group, wanted, picture)
        if fault is not None:
            self.faults.append(Fault(row, fault))
            return
        if tamed:
            self.faults.append(Fault(row, phrase(HARMLESS.key, name=name), left_out=False))
        self._rows[name.casefold(), picture] = row
        self._taken[picture] += 1
        self.newcomers.append(Newcomer(name, picture, group))

    def _text(self, column: str, texts: tuple[str, ...]) -> str:
        at = self._columns.get(column, len(texts))
        return texts[at] if at < len(texts) else ""

    def _fault(self, name: str, group: str, wanted: str, picture: str) -> Phrase | None:
        if not name:
            return NO_NAME
        if len(name) > LONGEST_NAME:
            return phrase(LONG_NAME.key, most=LONGEST_NAME)
        if len(group) > LONGEST_NAME:
            return phrase(LONG_GROUP.key, most=LONGEST_NAME)
        if not picture:
            return phrase(NO_PICTURE.key, picture=wanted) if wanted else phrase(TWIN_THERE.key, name=name)
        key = (name.casefold(), picture)
        if key in self._rows:
            return phrase(TWIN_HERE.key, name=name, row=self._rows[key])
        return phrase(TWIN_THERE.key, name=name) if key in self._known else None

    def _free(self, name: str) -> str:
        """Draw one of the pictures that the fewest have and nobody of this name; "" when all are taken."""
        key = name.casefold()
        free = [one for one in pictures() if (key, one) not in self._known and (key, one) not in self._rows]
        fewest = min((self._taken[one] for one in free), default=0)
        return self._draw.choice([one for one in free if self._taken[one] == fewest]) if free else ""


def harmless(text: str) -> tuple[str, bool]:
    """Answer a tidied text without the signs of a formula, and whether there were any."""
    tidy = tidied(text)
    if not tidy.lstrip("'\" ").startswith(_STARTS):
        return tidy, False
    return _FORMULA.sub("", tidy), True


def picture_named(text: str) -> str:
    """Answer the key of a picture by its key or its word in Arabic or English; "" when there is none."""
    wanted = _plain(text)
    if wanted in pictures():
        return wanted
    return next((key for key, words in _PICTURES.items() if wanted in map(_plain, words)), "")


def _columns(head: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, text in enumerate(head):
        for column, words in _HEADS.items():
            if _plain(text) in map(_plain, words):
                found.setdefault(column, at)
    return found


def _plain(text: str) -> str:
    """Answer a word as it is compared: without vowel marks, forms of alef, signs and capitals."""
    bare = marks.shown(tidied(text).replace("[", "").replace("]", "")).replace(marks.FATHATAN, "")
    for form, letter in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي"), (marks.TATWEEL, "")):
        bare = bare.replace(form, letter)
    return " ".join(re.sub(r"[_*:.\-]+", " ", bare).split()).casefold()
