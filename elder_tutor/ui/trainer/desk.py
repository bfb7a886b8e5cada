"""What the trainer's pages read and do: one value each from the reports, never a table of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import OFFERED
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.staff import MANAGER_ALONE, Member, Permissions
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead, heads
from elder_tutor.reports.tables import (
    Funnel,
    GroupTable,
    LearnerTable,
    funnel_table,
    group_table,
    learner_table,
)
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.trainer.asking import Asking

if TYPE_CHECKING:
    from elder_tutor.app import App

T = TypeVar("T")

STAGES: Final = tuple(stage.value for stage in OFFERED)
EXPORTS: Final = "exports"
TELLING_WORDS: Final = 3
NO_FOLDER: Final = phrase("There is no folder to save in.").key
CANNOT_EXPORT: Final = phrase("The files could not be saved in {folder}.").key

_log = logging.getLogger(__name__)


class Desk:
    """The trainer's view of the domain."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.heads: tuple[LessonHead, ...] = heads(app.catalog, STAGES)
        self.asking = Asking(app.store)
        self.member: Member = MANAGER_ALONE
        """Who is here; the door writes it."""

    @property
    def who(self) -> str:
        """Answer how the visitor is written down: in the audit log, under notes and choices."""
        return self.member.signature

    @property
    def may(self) -> Permissions:
        """Answer what the visitor may do."""
        return self.member.may

    def ask(
        self, kind: str, call: Callable[[Store], T], then: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> None:  # fmt: skip
        """Ask the store in its own thread; ``then`` gets the answer in the window's thread.

        Give `group_of` and its like as ``call``: in another thread only the store that is handed
        in may be read. See `Asking` for ``failed`` and for the sign that it takes long.
        """
        self.asking.ask(kind, call, then, failed)

    def settle(self) -> None:
        """Wait until everything that was asked is answered; for pictures and tests."""
        self.asking.wait()

    @property
    def today(self) -> date:
        """Answer the day that «today» means on the pages."""
        return self.app.today or self.app.clock().date()

    def learners(self) -> tuple[Learner, ...]:
        """Answer everybody who practises here."""
        return self.app.people.learners()

    def group(self) -> GroupTable:
        """Answer learners × lessons."""
        return self.group_of(self.app.store)

    def group_of(self, store: Store) -> GroupTable:
        """Answer learners × lessons as a store has them; for `ask`."""
        return group_table(store, People(store).learners(), self.heads)

    def learner(self, learner_id: str) -> LearnerTable:
        """Answer one learner. Raises UnknownLearner."""
        return learner_table(self.app.store, self.app.people.learner(learner_id), self.heads)

    def open_heads(self) -> tuple[LessonHead, ...]:
        """Answer the lessons whose steps a trainer may see."""
        return tuple(head for head in self.heads if not head.private)

    def course(self, head: LessonHead) -> Phrase:
        """Answer the name of a lesson's course. A private lesson has none: its course would tell of it."""
        course = None if head.private else self.app.catalog.course(head.id)
        return head.title if course is None else phrase(course.name, self.app.catalog.domain(head.id))

    def funnel(self, head: LessonHead) -> Funnel:
        """Answer which step of a lesson stops whom."""
        return funnel_table(self.app.store, head)

    def day_of(self, at: int) -> date:
        """Answer the day of a moment (UTC ms) in the zone of the clock."""
        return datetime.fromtimestamp(at / 1000, self.app.clock().tzinfo).date()

    def mistake(self, lesson_id: str, mistake: str) -> Phrase:
        """Answer the name of a likely mistake; without one, what the tutor says to it, less its opening."""
        lesson = self.app.catalog.lesson(lesson_id)
        named = next((one.name for one in lesson.mistakes if one.id == mistake), "")
        if named:
            return phrase(named, self.app.catalog.domain(lesson_id))
        said = next((one.say for one in lesson.mistakes if one.id == mistake), ())
        telling = (text for text in said if len(text.split()) >= TELLING_WORDS)
        return phrase(next(telling, said[0] if said else mistake), self.app.catalog.domain(lesson_id))

    def export(self, words: Callable[[Phrase], str]) -> Path:
        """Write both tables as CSV and answer their folder. Raises KnownError."""
        from elder_tutor.reports.csv import group_csv, steps_csv

        if self.app.data_dir is None:
            raise KnownError(NO_FOLDER)
        folder, table = self.app.data_dir / EXPORTS, self.group()
        zone = self.app.clock().tzinfo
        day = self.today.isoformat()
        tables = [self.learner(row.learner.id) for row in table.rows]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"group-{day}.csv").write_bytes(group_csv(table, words, zone))
            (folder / f"steps-{day}.csv").write_bytes(steps_csv(tables, words))
        except OSError as error:
            _log.warning("The export failed: %s", error)
            raise KnownError(CANNOT_EXPORT, {"folder": folder}) from error
        return folder
