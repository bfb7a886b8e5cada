"""Say in words what the tables hold of one learner: lessons by their titles, moments as dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from elder_tutor.reports.titles import LessonTitle

Row = Mapping[str, Any]
_MOMENTS: Final = frozenset(
    ("at", "created", "consent", "since", "first_at", "last_at", "mastered", "given", "made")
)
"""Columns that hold UTC ms; 0 is never."""
PHOTO: Final = "photo.jpg"
_OF_LESSONS: Final = ("assignment", "lesson_summary", "step_summary", "mistake_summary", "day_summary")


def in_words(
    tables: Mapping[str, Sequence[Row]], titles: Mapping[str, LessonTitle], lang: str
) -> dict[str, Any]:
    """Answer the rows as they are written for the learner.

    Of a private lesson, and of one that no pack knows any more, there is its (nameless) title and
    whether it is done.
    """
    told: dict[str, Any] = {"learner": _worded(tables["learner"][0])}
    told["settings"] = [row["value"] for row in tables["setting"]]
    told["three_pictures_chosen"] = bool(tables["symbols"])
    told["card_printed"] = [_worded(row) for row in tables["ticket"]]
    told["photo"] = [{**_worded(row), "file": PHOTO} for row in tables["photo"]]
    for name in ("groups", "remark", "audit"):
        told[name] = [_worded(row) for row in tables[name]]
    for name in _OF_LESSONS:
        told[name] = [found for row in tables[name] if (found := _of_lesson(name, row, titles, lang))]
    told["events"] = "events.csv"
    return told


def _of_lesson(table: str, row: Row, titles: Mapping[str, LessonTitle], lang: str) -> dict[str, Any] | None:
    title = titles.get(row["lesson"])
    if row["lesson"] and (title is None or title.private):
        if table != "lesson_summary" or title is None:
            return None
        return {"title": title.title[lang], "done": bool(row["done_alone"])}
    found = _worded(row)
    if title is not None:
        found = {"title": title.title[lang], **found}
        step = title.steps.get(found.get("step", ""))
        if step is not None:
            found["step_title"] = step[lang]
    return found


def _worded(row: Row) -> dict[str, Any]:
    return {name: _moment(value) if name in _MOMENTS else value for name, value in row.items()}


def _moment(at: int | None) -> str | None:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds") if at else None
