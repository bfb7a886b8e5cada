"""Every event as CSV, written as it is read: a million take no more memory than a hundred."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import BinaryIO, Final

from elder_tutor.progress.events import GUEST
from elder_tutor.progress.history import FactRow
from elder_tutor.reports.csv import safe
from elder_tutor.reports.titles import LessonTitle

COLUMNS: Final = ("id", "time", "place", "learner", "lesson", "revision", "stage", "step", "kind", "data")
"""Machine keys of the columns, in order; they never change."""


def write_facts(
    bites: Iterable[Iterable[FactRow]],
    titles: Mapping[str, LessonTitle],
    learner: Callable[[str], str],
    out: BinaryIO,
) -> int:
    """Write a header and a row for each event; answer how many rows.

    ``learner`` says what to call a learner. Of a private lesson there is one row, "finished",
    without time, place or step; what no pack knows any more, and what a guest did, is left out.
    Raises OSError.
    """
    out.write("\ufeff".encode())
    text = io.TextIOWrapper(out, "utf-8", newline="", write_through=False)
    written = 0
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for bite in bites:
            rows = [row for fact in bite if (row := _row(fact, titles, learner)) is not None]
            writer.writerows(rows)
            written += len(rows)
        text.flush()
    finally:
        text.detach()
    return written


def _row(
    fact: FactRow, titles: Mapping[str, LessonTitle], learner: Callable[[str], str]
) -> tuple[str | int, ...] | None:
    if fact.learner == GUEST:
        return None
    title = titles.get(fact.lesson)
    if title is None and fact.lesson:
        return None
    if title is not None and title.private:
        if fact.kind != "finished":
            return None
        return ("", "", "", learner(fact.learner), title.id, "", "", "", fact.kind, "{}")
    second, thousandth = divmod(fact.at, 1000)
    return (
        fact.id, f"{_second(second)}.{thousandth:03}Z", fact.kiosk, learner(fact.learner), fact.lesson,
        fact.revision, fact.stage, safe(fact.step), fact.kind, fact.data,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _second(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")
