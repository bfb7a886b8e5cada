"""Files that leave the program: facts as CSV, the group as a workbook, statements for a record store. No Qt.

Pseudonymous unless names are asked for: a learner is called by a mark made with the centre's own
secret, the same in every export, so that two months can be laid side by side.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from elder_tutor import __version__, i18n
from elder_tutor.app import App, local_now
from elder_tutor.errors import KnownError
from elder_tutor.lessons.teaching.stages import OFFERED
from elder_tutor.progress import preferences
from elder_tutor.progress.audit import Deed, note, os_account
from elder_tutor.progress.history import fact_rows, facts
from elder_tutor.reports.titles import LessonTitle, titles
from elder_tutor.text.phrase import phrase

SECRETS: Final = "@secrets"
"""Owner of what only this place knows."""
CANNOT_WRITE: Final = phrase("The file {file} cannot be written.").key
FROM_AFTER_UNTIL: Final = phrase("The first day lies after the last one.").key


class Format(StrEnum):
    """What can be handed out."""

    CSV = "csv"
    XLSX = "xlsx"
    XAPI = "xapi"


class CannotHandOut(KnownError):
    """Tell why nothing was written. Fact: ``file``."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days to be handed out, both included; None is without end."""

    first: date | None = None
    last: date | None = None

    def moments(self, now: datetime) -> tuple[int, int]:
        """Answer the UTC ms at which the first day begins and the last has ended, in the zone of ``now``."""
        start = 0 if self.first is None else _midnight(self.first, now)
        end = 2**62 if self.last is None else _midnight(self.last + timedelta(days=1), now)
        if start >= end:
            raise CannotHandOut(FROM_AFTER_UNTIL)
        return start, end


@dataclass(frozen=True, slots=True)
class Handed:
    """One file that was written, and how many rows or statements it holds."""

    path: Path
    count: int


def hand_out(app: App, kind: Format, out: Path, span: Span = Span(), names: bool = False) -> Iterator[Handed]:
    """Write what is asked for and yield each file as it is done; it stands in the audit log.

    ``out`` is a folder, made if it is not there. Memory does not grow with the number of events.
    Raises CannotHandOut and the errors of the store.
    """
    start, end = span.moments(app.clock())
    try:
        out.mkdir(parents=True, exist_ok=True)
        if kind is Format.CSV:
            yield _csv(app, out, start, end, names)
        elif kind is Format.XLSX:
            yield _workbook(app, out)
        else:
            yield from _statements(app, out, start, end, names)
    except OSError as error:
        raise CannotHandOut(CANNOT_WRITE, {"file": str(error.filename or out)}) from error
    with app.store.writing() as db:
        note(db, app.clock(), os_account(), Deed.EXPORTED, kind.value)


def titles_of(app: App) -> dict[str, LessonTitle]:
    """Answer the names of all lessons in every language that is offered here."""
    langs = dict.fromkeys(("ar", "en", *app.settings.languages))
    return titles(app.catalog, {lang: app.wording(lang).shown for lang in langs if lang in i18n.languages()})


def secret_of(app: App) -> bytes:
    """Answer the secret that this centre's pseudonyms are made with; made the first time."""
    kept = preferences.get(app.store, SECRETS).get("pseudonyms")
    if not isinstance(kept, str):
        kept = os.urandom(32).hex()
        preferences.put(app.store, {"pseudonyms": kept}, SECRETS)
    return bytes.fromhex(kept)


def _csv(app: App, out: Path, start: int, end: int, names: bool) -> Handed:
    from elder_tutor.reports.facts import write_facts

    path = out / "events.csv"
    part = path.with_suffix(".part")
    with contextlib.ExitStack() as undo:
        undo.callback(part.unlink, missing_ok=True)
        with part.open("wb") as stream:
            count = write_facts(fact_rows(app.store, start, end), titles_of(app), _caller(app, names), stream)
        part.replace(path)
    return Handed(path, count)


def _workbook(app: App, out: Path) -> Handed:
    from elder_tutor.reports.heads import heads
    from elder_tutor.reports.tables import group_table, learner_table
    from elder_tutor.reports.workbook import write_workbook

    wording = app.wording()
    shown = heads(app.catalog, tuple(stage.value for stage in OFFERED))
    learners = app.people.learners()
    table = group_table(app.store, learners, shown)
    tables = (learner_table(app.store, learner, shown) for learner in learners)
    path = out / "group.xlsx"
    write_workbook(table, tables, wording.shown, wording.rtl, app.clock().tzinfo, path)
    return Handed(path, len(table.rows))


def _statements(app: App, out: Path, start: int, end: int, names: bool) -> Iterator[Handed]:
    from elder_tutor.reports.xapi import Naming, Statements, write_statements

    known = {learner.id: learner.name for learner in app.people.learners()} if names else None
    make = Statements(titles_of(app), Naming(secret_of(app), known), __version__)
    for path, count in write_statements(facts(app.store, start, end), make, out):
        yield Handed(path, count)


def _caller(app: App, names: bool) -> Callable[[str], str]:
    from elder_tutor.reports.csv import safe

    if names:
        known = {learner.id: safe(learner.name) for learner in app.people.learners()}
        return lambda learner: known.get(learner, "")
    secret = secret_of(app)
    marks: dict[str, str] = {}

    def mark(learner: str) -> str:
        if learner not in marks:
            marks[learner] = hmac.new(secret, learner.encode(), hashlib.sha256).hexdigest()[:32]
        return marks[learner]

    return mark


def _midnight(day: date, now: datetime) -> int:
    return int(datetime.combine(day, time(), now.tzinfo or local_now().tzinfo).timestamp() * 1000)
