"""The papers a family prints: step cards for the fridge, the report, the card to sign in with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths

from elder_tutor.ui.family.first_words import FAMILY
from elder_tutor.ui.paper.errands import Piece, handed_out, report_file, write_cards
from elder_tutor.ui.paper.learner_report import report_paper
from elder_tutor.ui.paper.sheet import write_pdf
from elder_tutor.ui.paper.sign_in_cards import write_sign_in_cards
from elder_tutor.ui.paper.step_card import Wish

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.progress.people import Learner
    from elder_tutor.settings import Settings

FOLDER: Final = "Elder Tutor"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: for whom, in which language, and where it is put."""

    learner: Learner
    settings: Settings
    folder: Path


def documents() -> Path:
    """Answer the folder of our papers among this user's documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place or Path.home()) / FOLDER


def report(app: App, order: Order) -> Iterator[Piece]:
    """Write the report of one page. Raises KnownError."""
    paper = report_paper(app, order.learner.id, order.settings.language)
    path = order.folder / report_file(order.learner)
    write_pdf(paper, path)
    handed_out(app, FAMILY, "report")
    yield Piece(1, 1, path, len(paper.leaves), paper=paper)


def sign_in_card(app: App, order: Order) -> Iterator[Piece]:
    """Write the card that this person signs in with. Raises KnownError."""
    path = order.folder / f"sign-in-card-{order.learner.id[:8]}.pdf"
    paper = write_sign_in_cards(app, [order.learner], path, order.settings.language, FAMILY)
    yield Piece(1, 1, path, len(paper.leaves), paper=paper)


def step_card(app: App, order: Order, lesson: str) -> Iterator[Piece]:
    """Write the step card of a lesson, at the size of this person's type. Raises KnownError."""
    held = order.settings
    wish = Wish(held.language, held.size, app.settings.family_phone, order.learner.name)
    yield from write_cards(app, [lesson], order.folder, wish)
