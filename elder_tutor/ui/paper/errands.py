"""Write papers into a folder one piece at a time, so that a window can answer between two pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences
from elder_tutor.progress.audit import TRAINER, Deed, note
from elder_tutor.progress.people import Learner
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.paper.learner_report import write_report
from elder_tutor.ui.paper.sheet import Paper, write_pdf
from elder_tutor.ui.paper.step_card import PLAIN, Wish, steps_of_card

HELP_PHONE: Final = "help_phone"
"""The centre's setting of the number that stands on every card."""
NO_GROUP: Final = phrase("There is no group called {group}.").key
NOBODY: Final = phrase("There is no learner called {learner}.").key
SEVERAL: Final = phrase("More than one learner is called {learner}. Please give the id: {ids}.").key


class NoSuchLearner(KnownError):
    """Tell that nobody, or more than one, has this name. Facts: ``learner``, ``ids``."""


class NoSuchGroup(KnownError):
    """Tell that no group is called so. Fact: ``group``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of work done: ``done`` of ``of`` papers; file, pages and paper when one is whole.

    ``picture`` counts the pictures taken for the paper in hand.
    """

    done: int
    of: int
    path: Path | None = None
    pages: int = 0
    picture: int = 0
    paper: Paper | None = None


def card_file(lesson_id: str, lang: str) -> str:
    """Answer what the file of a lesson's step card is called."""
    return f"step-card-{lesson_id}-{lang}.pdf"


def report_file(learner: Learner) -> str:
    """Answer what the file of a learner's report is called: it bears no name."""
    return f"report-{learner.id[:8]}.pdf"


def write_cards(app: App, lessons: Sequence[str], out: Path, wish: Wish = PLAIN) -> Iterator[Piece]:
    """Write the step cards of lessons; a piece is one picture. Raises KnownError."""
    for lesson in lessons:
        app.catalog.lesson(lesson)  # an unknown one is told before anything is written
    for number, lesson in enumerate(lessons):
        for picture, paper in steps_of_card(app, lesson, wish):
            if paper is None:
                yield Piece(number, len(lessons), picture=picture)
            else:
                path = out / card_file(lesson, wish.lang)
                write_pdf(paper, path)
                yield Piece(number + 1, len(lessons), path, len(paper.leaves), picture, paper)


def write_reports(
    app: App, learners: Sequence[Learner], out: Path, lang: str = "ar", notes: bool = False,
    who: str = TRAINER,
) -> Iterator[Piece]:  # fmt: skip
    """Write the reports of learners; that they were handed out stands in the audit log. Raises KnownError."""
    for number, learner in enumerate(learners, 1):
        path = write_report(app, learner.id, out / report_file(learner), lang, notes)
        handed_out(app, who, "report")
        yield Piece(number, len(learners), path, 1)


def handed_out(app: App, who: str, what: str) -> None:
    """Write into the audit log that a paper of this kind was made: card, report or certificate."""
    with app.store.writing() as db:
        note(db, app.clock(), who, Deed.EXPORTED, what)


def help_phone(app: App) -> str:
    """Answer the centre's number for help, "" when none was set."""
    kept = preferences.get(app.store).get(HELP_PHONE)
    return kept if isinstance(kept, str) else ""


def learner_called(app: App, named: str) -> Learner:
    """Answer the learner of an id or a name. Raises NoSuchLearner."""
    people = app.people.learners()
    found = [one for one in people if one.id == named] or [one for one in people if one.name == named]
    if not found:
        raise NoSuchLearner(NOBODY, {"learner": named})
    if len(found) > 1:
        raise NoSuchLearner(SEVERAL, {"learner": named, "ids": ", ".join(one.id for one in found)})
    return found[0]


def members_of(app: App, group: str | None) -> tuple[Learner, ...]:
    """Answer everybody, or those in the group of an id or a name. Raises NoSuchGroup."""
    people = app.people.learners()
    if group is None:
        return people
    found = [one for one in app.people.groups.all() if group in (one.id, one.name)]
    if not found:
        raise NoSuchGroup(NO_GROUP, {"group": group})
    members = frozenset(app.people.groups.members(found[0].id))
    return tuple(one for one in people if one.id in members)
