"""Cards to sign in with, ten on a sheet: the learner's picture, colour and mark, the first name, a code.

Of the name only its first part is printed, so that a lost card tells no more than that. Colour and
mark stand there in words as well, for grey print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences
from elder_tutor.progress.audit import TRAINER
from elder_tutor.progress.cards import COLOUR_NAMES, MARK_NAMES, parts
from elder_tutor.progress.keys import PREFIX, Keys
from elder_tutor.progress.people import Learner
from elder_tutor.text import marks
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.card_face import paint_face
from elder_tutor.ui.paper.brush import CENTRE, TOP, Brush, colour
from elder_tutor.ui.paper.errands import handed_out
from elder_tutor.ui.paper.sheet import A4_MM, Paper, need_type, write_pdf
from elder_tutor.ui.paper.squares import paint_code
from elder_tutor.ui.place import Box
from elder_tutor.ui.theme import DESIGN_PX_PER_MM

TITLE: Final = phrase("Sign-in cards")
SHOW: Final = phrase("Hold this code in front of the reader.")
NOBODY: Final = phrase("There is nobody to print a card for.").key
CENTRE_NAME: Final = "centre_name"
"""The setting of the centre's name that stands on every card."""

SAMPLE: Final = f"{PREFIX}{'X' * 32}"
"""A code as long as a ticket, and nobody's."""

CARD_MM: Final = (85.6, 54.0)
"""ISO/IEC 7810, ID-1: fits every wallet and the pouches that are sold for bank cards."""
COLUMNS, ROWS = 2, 5
A_SHEET: Final = COLUMNS * ROWS
MARK_MM: Final = (1.5, 4.0)
"""Cut marks: how far from the cards, and how long."""
PAD: Final = 12.0
_BEFORE: Final = frozenset(
    ("ام", "ابو", "ابي", "ابا", "ابن", "بنت", "عبد", "ال",
     "um", "umm", "abu", "abd", "abdul", "al", "bint", "ibn", "bin")
)  # fmt: skip
"""Parts of a name that do not stand alone: «أم خالد» is one name."""


class NoCards(KnownError):
    """Tell that there is nobody to print a card for."""


@dataclass(frozen=True, slots=True)
class SignInCard:
    """What one card says."""

    name: str
    picture: str
    symbol: str
    ticket: str
    centre: str


def first_name(name: str) -> str:
    """Answer the first part of a name that can stand alone: «أم خالد» of «أم خالد السالم»."""
    words = name.split()
    taken = 1
    while taken < len(words) and _plain(words[taken - 1]) in _BEFORE:
        taken += 1
    return " ".join(words[:taken])


def centre_name(app: App) -> str:
    """Answer the centre's name, "" when none was written."""
    kept = preferences.get(app.store).get(CENTRE_NAME)
    return kept if isinstance(kept, str) else ""


def sign_in_paper(app: App, learners: Sequence[Learner], lang: str = "ar") -> Paper:
    """Make the sheets with the cards of learners, in their order. Raises NoCards or UnknownLearner.

    Whoever has no card yet gets a ticket now; an old card stays good until it is renewed.
    """
    if not learners:
        raise NoCards(NOBODY)
    keys = Keys(app.store)
    return _paper(app, learners, [keys.ticket(one.id) for one in learners], lang)


def preview_paper(app: App, learners: Sequence[Learner], lang: str = "ar") -> Paper:
    """Make the same sheets to be looked at: their codes open nothing, and nobody gets a ticket."""
    return _paper(app, learners, [SAMPLE] * len(learners), lang)


def _paper(app: App, learners: Sequence[Learner], tickets: Sequence[str], lang: str) -> Paper:
    need_type()
    wording, centre = app.wording(lang), centre_name(app)
    cards = [
        SignInCard(first_name(one.name), one.picture, one.symbol, ticket, centre)
        for one, ticket in zip(learners, tickets, strict=True)
    ]
    sheets = [cards[at : at + A_SHEET] for at in range(0, len(cards), A_SHEET)]
    return Paper(wording.shown(TITLE), tuple(partial(_sheet, wording, sheet) for sheet in sheets))


def write_sign_in_cards(
    app: App, learners: Sequence[Learner], path: Path, lang: str = "ar", who: str = TRAINER
) -> Paper:
    """Write the cards as a PDF file; that they were handed out stands in the audit log.

    Answers the paper. Raises NoCards, UnknownLearner or CannotPrint.
    """
    paper = sign_in_paper(app, learners, lang)
    write_pdf(paper, path)
    handed_out(app, who, "sign-in-cards")
    return paper


def card_places() -> tuple[QRectF, ...]:
    """Answer where the cards lie on a sheet in design pixels from its left edge, row by row."""
    size, block = _size(), _block()
    return tuple(
        QRectF(
            block.left() + column * size.width(),
            block.top() + row * size.height(),
            size.width(),
            size.height(),
        )
        for row in range(ROWS)
        for column in range(COLUMNS)
    )


def _size() -> QSizeF:
    return QSizeF(*(side * DESIGN_PX_PER_MM for side in CARD_MM))


def _block() -> QRectF:
    """Answer the area of all cards, in the middle of the sheet."""
    size, (wide, high) = _size(), (side * DESIGN_PX_PER_MM for side in A4_MM)
    width, height = COLUMNS * size.width(), ROWS * size.height()
    return QRectF((wide - width) / 2, (high - height) / 2, width, height)


def _plain(word: str) -> str:
    bare = marks.shown(word).casefold()
    return bare.translate(str.maketrans("أإآ", "ااا")).strip(".-'’")


# --- drawing -----------------------------------------------------------------------


def _sheet(wording: Wording, cards: Sequence[SignInCard], painter: QPainter) -> None:
    """Paint a sheet; the first card lies at the leading side."""
    places = card_places()
    if wording.rtl:
        places = tuple(places[at - at % COLUMNS + COLUMNS - 1 - at % COLUMNS] for at in range(A_SHEET))
    _paint_cuts(painter)
    for card, place in zip(cards, places, strict=False):
        painter.save()
        painter.translate(place.topLeft())
        paint_card(painter, card, wording)
        painter.restore()


def _paint_cuts(painter: QPainter) -> None:
    """Paint hair lines where the scissors go, and marks beyond them for a paper cutter."""
    size, block = _size(), _block()
    near, long = (side * DESIGN_PX_PER_MM for side in MARK_MM)
    hair, mark = QPen(colour("line"), 0.5), QPen(colour("ink"), 0.9)
    for column in range(COLUMNS + 1):
        x = block.left() + column * size.width()
        painter.setPen(hair)
        painter.drawLine(QLineF(x, block.top(), x, block.bottom()))
        painter.setPen(mark)
        painter.drawLine(QLineF(x, block.top() - near - long, x, block.top() - near))
        painter.drawLine(QLineF(x, block.bottom() + near, x, block.bottom() + near + long))
    for row in range(ROWS + 1):
        y = block.top() + row * size.height()
        painter.setPen(hair)
        painter.drawLine(QLineF(block.left(), y, block.right(), y))
        painter.setPen(mark)
        painter.drawLine(QLineF(block.left() - near - long, y, block.left() - near, y))
        painter.drawLine(QLineF(block.right() + near, y, block.right() + near + long, y))


def paint_card(painter: QPainter, card: SignInCard, wording: Wording) -> None:
    """Paint one card in design pixels from its upper left corner."""
    size = _size()
    brush = Brush(painter, size.width(), wording.lang)
    room = Box(0, 0, size.width(), size.height()).inset(PAD, PAD - 3)
    band, room = room.cut_top(10, 7)
    brush.band(band)
    lead, end = room.cut_end(112, 10)
    _paint_code_side(brush, card, wording, end)
    face, name = lead.cut_top(118, 2)
    picture, told = face.cut_lead(107, 8)
    paint_face(painter, brush.at(picture), card.picture, card.symbol)
    _paint_told(brush, card, wording, told)
    brush.write(card.name, name, (38, 34, 30, 27, 24, 21, 18), bold=True)


def _paint_code_side(brush: Brush, card: SignInCard, wording: Wording, box: Box) -> None:
    code, rest = box.cut_top(box.width, -4)  # its own free squares are gap enough
    paint_code(brush, card.ticket, code, "q")
    show, rest = rest.cut_top(32, 4)
    brush.write(wording.shown(SHOW), show, (13, 12, 11, 10), "ink2", across=CENTRE, lines=2, spacing=1.25)
    if card.centre:
        sizes = (12, 11, 10, 9)
        brush.write(card.centre, rest, sizes, "ink", bold=True, across=CENTRE, lines=2, spacing=1.15)


def _paint_told(brush: Brush, card: SignInCard, wording: Wording, box: Box) -> None:
    """Write colour and mark below each other, beside the picture."""
    found = parts(card.symbol)
    if found is None:
        return
    lower = box.cut_bottom(56, 0)[1]
    for words, place in zip((COLOUR_NAMES[found[0]], MARK_NAMES[found[1]]), lower.rows(2, 2), strict=True):
        brush.write(wording.shown(words), place, (16, 15, 14, 13, 12, 11), "ink2", lines=1, down=TOP)
