"""Is our type in use, do Arabic letters join, and do numbers stand the right way round?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QGlyphRun, QRawFont, QTextLayout, QTextOption

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.text.bidi import left_to_right, plain
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.theme import FAMILY

OURS: Final = phrase("The program's own letters are in use.")
OTHERS: Final = phrase("Other letters are in use than the program's own.")
JOIN: Final = phrase("Arabic letters join as they should.")
APART: Final = phrase("Arabic letters stand apart and cannot be read.")
ORDER: Final = phrase("Numbers stand the right way round in Arabic lines.")
DISORDER: Final = phrase("Numbers stand the wrong way round in Arabic lines.")
COMPLETE: Final = phrase("There is a letter for every character of the program.")
MISSING: Final = phrase("The letters lack some characters: {characters}")
INSTALL: Final = phrase("Install the program again.")
TELL: Final = phrase("Send this line to whoever looks after the program.")

JOINED: Final = "سلام"
LIGATURE: Final = "لا"
NUMBER: Final = "+974 5555 1234"
BEFORE, AFTER = "اتصلوا على ", " الآن"
SIZE_PX: Final = 30
TOLD_AT_MOST: Final = 12


def look(font: QFont, characters: str) -> Iterator[Finding]:
    """Look at the type that pages use; ``characters`` are all that must be there."""
    yield our_letters(font)
    yield joined(font)
    yield ordered(font)
    yield complete(font, characters)


def our_letters(font: QFont) -> Finding:
    """Tell whether our family is what Qt really takes, also for Arabic."""
    families = {QFontInfo(font).family(), *(run.rawFont().familyName() for run in _runs(JOINED, font))}
    details = ", ".join(sorted(families))
    return ok("font", OURS, details) if families == {FAMILY} else bad("font", OTHERS, INSTALL, details)


def joined(font: QFont) -> Finding:
    """Compare a word with its letters one by one, and lam-alef with its two letters."""
    word, alone = _glyphs(JOINED, font), [_glyphs(letter, font) for letter in JOINED]
    # س begins, لا is one drawing that ends, and م stands by itself: three where there are four letters.
    apart = {glyph for letter in alone[:3] for glyph in letter}
    details = f"{JOINED}: {word}, by themselves: {[each for letter in alone for each in letter]}"
    joins = 0 not in word and len(word) < len(JOINED) and not apart & set(word)
    ligature = _glyphs(LIGATURE, font)
    if joins and len(ligature) == 1 and ligature[0]:
        return ok("joining", JOIN, details)
    return bad("joining", APART, TELL, f"{details}, {LIGATURE}: {ligature}")


def ordered(font: QFont) -> Finding:
    """Lay a telephone number out in an Arabic line: words at both sides of it, its plus sign leading."""
    return in_order(f"{BEFORE}{left_to_right(NUMBER)}{AFTER}", font)


def in_order(text: str, font: QFont) -> Finding:
    """Look at a line that holds the number: its glyphs from left to right, and the Arabic around them."""
    runs = _runs(text, font)
    numbers = sorted(_placed(run for run in runs if not run.isRightToLeft()))
    words = [x for x, _ in _placed(run for run in runs if run.isRightToLeft())]
    wanted = _glyphs(NUMBER.replace(" ", ""), font)
    blank = _glyphs(" ", font)
    found = [glyph for _, glyph in numbers if glyph not in blank]
    if found == wanted and words and min(words) < numbers[0][0] and max(words) > numbers[-1][0]:
        return ok("order", ORDER, plain(text))
    return bad("order", DISORDER, TELL, f"{plain(text)}: {found} where {wanted} was wanted")


def _placed(runs: Iterable[QGlyphRun]) -> list[tuple[float, int]]:
    return [
        (place.x(), int(glyph))
        for run in runs
        for place, glyph in zip(run.positions(), run.glyphIndexes(), strict=True)
    ]


def complete(font: QFont, characters: str) -> Finding:
    """Tell which characters have no drawing in our own type, whatever another one would lend."""
    raw = QRawFont.fromFont(font)
    lacking = [letter for letter in characters if not raw.supportsCharacter(ord(letter))]
    details = f"{len(characters)} characters, {len(lacking)} lacking"
    if not lacking:
        return ok("glyphs", COMPLETE, details)
    codes = " ".join(f"U+{ord(letter):04X}" for letter in lacking[:TOLD_AT_MOST])
    return warn("glyphs", phrase(MISSING.key, characters=codes), TELL, details)


def _laid(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e5)
    layout.endLayout()
    return layout


def _runs(text: str, font: QFont) -> Sequence[QGlyphRun]:
    return _laid(text, font).glyphRuns()


def _glyphs(text: str, font: QFont) -> list[int]:
    return [int(glyph) for run in _runs(text, font) for glyph in run.glyphIndexes()]
