"""What a learner's page reads and does for one learner: report, notes, choices, fit, files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress import learning
from elder_tutor.progress.assignments import Assignment, Assignments
from elder_tutor.progress.people import Learner
from elder_tutor.progress.preferences import Json
from elder_tutor.progress.remarks import Remark, Remarks
from elder_tutor.progress.staff import Act
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.learner import LearnerReport, learner_report
from elder_tutor.settings import Settings
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.paper.certificate import certificate_paper, courses_done, write_certificate
from elder_tutor.ui.paper.errands import handed_out
from elder_tutor.ui.paper.printing import print_paper
from elder_tutor.ui.trainer.desk import CANNOT_EXPORT, EXPORTS, NO_FOLDER, Desk

SPANS: Final[tuple[tuple[int, Phrase], ...]] = (
    (0, phrase("No end")),
    (7, phrase("One week")),
    (14, phrase("Two weeks")),
    (30, phrase("One month")),
)
"""Days a choice holds, 0 for ever, and their words."""
NOT_HERE: Final = phrase("This cannot be made on this machine.").key
TRAINER_NAME: Final = phrase("The trainer")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Course:
    """A course with those of its lessons that may be chosen on a page others can see."""

    id: str
    title: Phrase
    lessons: tuple[LessonHead, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """A course that is finished, with its name."""

    course: str
    title: Phrase


class LearnerDesk:
    """The trainer's view of one learner; what the visitor may not do raises NotAllowed."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.app = desk, desk.app
        self._courses: tuple[Course, ...] = ()
        self._remarks, self._assignments = Remarks(desk.app.store), Assignments(desk.app.store)

    @property
    def who(self) -> str:
        """Answer how the visitor signs."""
        return self.desk.who

    @property
    def teaches(self) -> bool:
        """Tell whether the visitor may write notes, choose lessons and change a learner's fit."""
        return self.desk.may.allows(Act.TEACH)

    @property
    def hands_out(self) -> bool:
        """Tell whether the visitor may make files with names."""
        return self.desk.may.allows(Act.HAND_OUT)

    @property
    def today(self) -> str:
        """Answer the day that «today» means, as YYYY-MM-DD."""
        return self.desk.today.isoformat()

    def report(self, learner_id: str) -> LearnerReport:
        """Answer everything of one learner. Raises UnknownLearner."""
        learner: Learner = self.app.people.learner(learner_id)
        return learner_report(self.app.store, learner, self.desk.heads, self.today)

    def ask(self, learner_id: str, then: Callable[[LearnerReport], None]) -> None:
        """Read the same in the store's own thread. Raises UnknownLearner."""
        learner, heads, today = self.app.people.learner(learner_id), self.desk.heads, self.today
        self.desk.ask("learner", lambda store: learner_report(store, learner, heads, today), then)

    # --- notes and choices -----------------------------------------------------------

    def write(self, learner_id: str, text: str) -> None:
        """Write a note. Raises KnownError."""
        self.desk.may.require(Act.TEACH)
        self._remarks.add(learner_id, text, self.who)

    def tear(self, remark: Remark) -> None:
        """Take a note away. Raises KnownError."""
        self.desk.may.require(Act.TEACH)
        self._remarks.remove(remark.id, self.who)

    def author(self, who: str) -> Phrase:
        """Answer the name of who wrote; one without a name is the trainer."""
        name = learning.staff_name(self.app.store, who)
        return phrase("{name}", name=name) if name else TRAINER_NAME

    def courses(self) -> tuple[Course, ...]:
        """Answer every course with a lesson that is not private; the private ones are not offered."""
        if self._courses:
            return self._courses
        known = {head.id: head for head in self.desk.open_heads()}
        found = []
        for course in self.app.catalog.courses:
            lessons = tuple(known[one] for one in course.lessons if one in known)
            if lessons:
                domain = self.app.catalog.domain(lessons[0].id)
                found.append(Course(course.id, phrase(course.name, domain), lessons))
        self._courses = tuple(found)
        return self._courses

    def title(self, chosen: Assignment) -> Phrase | None:
        """Answer what was chosen; None when no pack has it any more, or it became private."""
        for course in self.courses():
            if chosen.course == course.id and chosen.course:
                return course.title
            for lesson in course.lessons:
                if lesson.id == chosen.lesson:
                    return lesson.title
        return None

    def assign(self, learner_id: str, lesson: str, course: str, days: int) -> None:
        """Choose a lesson or a course for so many days, 0 for no end. Raises KnownError."""
        self.desk.may.require(Act.TEACH)
        until = (self.desk.today + timedelta(days=days)).isoformat() if days else ""
        self._assignments.assign(learner_id, lesson=lesson, course=course, until=until, who=self.who)

    def withdraw(self, chosen: Assignment) -> None:
        """Take a choice back. Raises KnownError."""
        self.desk.may.require(Act.TEACH)
        self._assignments.withdraw(chosen.id, self.who)

    # --- the learner's fit -------------------------------------------------------------

    def settings(self, learner_id: str) -> Settings:
        """Answer how the program is for this learner."""
        return self.app.settings_of(learner_id)

    def keep(self, learner_id: str, changes: dict[str, Json]) -> None:
        """Keep changed settings of this learner. Raises KnownError."""
        self.desk.may.require(Act.TEACH)
        self.app.keep_settings(changes, learner_id)
        learning.fitted(self.app.store, self.who, learner_id)

    # --- files -------------------------------------------------------------------------

    def report_file(self, learner_id: str, lang: str) -> Path:
        """Write the report of one page and answer its file. Raises KnownError."""
        made = _part("elder_tutor.ui.paper.learner_report", "write_report")
        path = self._file("report", learner_id, "pdf", lambda path: made(self.app, learner_id, path, lang))
        handed_out(self.app, self.who, "report")
        return path

    def print(self, learner_id: str, lang: str, window: QWidget, file: Path) -> None:
        """Print the report, or open its file where the system has no printer."""
        paper = _part("elder_tutor.ui.paper.learner_report", "report_paper")(self.app, learner_id, lang)
        _part("elder_tutor.ui.paper.printing", "print_paper")(paper, window, file)

    def awards(self, learner_id: str) -> tuple[Award, ...]:
        """Answer the courses this learner has finished, for a visitor who may hand out; else none."""
        if not self.hands_out:
            return ()
        done = set(courses_done(self.app, learner_id))
        return tuple(
            Award(one.id, phrase(one.name, self.app.catalog.domain(one.lessons[0])))
            for one in self.app.catalog.courses
            if one.id in done
        )

    def certificate_file(self, learner_id: str, course: str, lang: str) -> Path:
        """Write the certificate of a course that is finished and answer its file. Raises KnownError."""
        path = self._file(
            f"certificate-{course}", learner_id, "pdf",
            lambda path: write_certificate(self.app, learner_id, course, path, lang),
        )  # fmt: skip
        handed_out(self.app, self.who, "certificate")
        return path

    def print_certificate(self, learner_id: str, course: str, lang: str, window: QWidget, file: Path) -> None:
        """Print the certificate, or open its file where the system has no printer."""
        print_paper(certificate_paper(self.app, learner_id, course, lang), window, file)

    def data_file(self, learner_id: str) -> Path:
        """Write everything that is kept of one learner and answer its file. Raises KnownError."""
        made = _part("elder_tutor.upkeep", "learner_data")
        return self._file("data", learner_id, "zip", lambda path: made(self.app, learner_id, path))

    def _file(self, kind: str, learner_id: str, ending: str, make: Callable[[Path], object]) -> Path:
        self.desk.may.require(Act.HAND_OUT)
        if self.app.data_dir is None:
            raise KnownError(NO_FOLDER)
        folder = self.app.data_dir / EXPORTS
        path = folder / f"{kind}-{self.today}-{learner_id[:8]}.{ending}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            make(path)
        except OSError as error:
            _log.warning("The file was not written: %s", error)
            raise KnownError(CANNOT_EXPORT, {"folder": folder}) from error
        return path


def _part(module: str, name: str) -> Callable[..., object]:
    """Answer a part of the program that is loaded when it is first asked for. Raises KnownError."""
    try:
        found = getattr(import_module(module), name, None)
    except ModuleNotFoundError:
        found = None
    if not callable(found):
        raise KnownError(NOT_HERE)
    made: Callable[..., object] = found
    return made
