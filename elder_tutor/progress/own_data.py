"""Everything that is kept of one learner, row by row, for the learner to see."""

from __future__ import annotations

import json
from typing import Any, Final

from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store

Row = dict[str, Any]
"""A row with its column names as keys."""


def own_data(store: Store, learner_id: str) -> dict[str, list[Row]]:
    """Answer what each table holds of a learner, by the table's name; events are left to `history`.

    Raises UnknownLearner.
    """
    People(store).learner(learner_id)
    found = {}
    for table, (columns, rest) in _TABLES.items():
        names = [column.rpartition(" ")[2] for column in columns.split(", ")]
        rows = store.rows(f"SELECT {columns} FROM {rest}", (learner_id,))
        found[table] = [dict(zip(names, row, strict=True)) for row in rows]
    for row in found["setting"]:
        row["value"] = json.loads(row["value"])
    return found


_SUMMED: Final = "learner = ? ORDER BY"
_TABLES: Final[dict[str, tuple[str, str]]] = {
    "learner": ("id, name, picture, symbol, created, consent", "learner WHERE id = ?"),
    "setting": ("value", "setting WHERE owner = ?"),
    "groups": ("name, since", "membership JOIN learner_group ON team = id WHERE learner = ? ORDER BY since"),
    "remark": ("at, who, text", f"remark WHERE {_SUMMED} at, rowid"),
    "assignment": ("course, lesson, at, who, until", f"assignment WHERE {_SUMMED} at, rowid"),
    "lesson_summary": (
        "lesson, state, attempts, done_watch, done_follow, done_find, done_alone, done_check, done_refresh, "
        "mistakes, missed, helped, ms, first_at, last_at, mastered, due",
        f"lesson_summary WHERE {_SUMMED} first_at, lesson",
    ),
    "step_summary": (
        "lesson, step, done, tries, failed, hints, mistakes, missed, lefts, ms",
        f"step_summary WHERE {_SUMMED} lesson, number",
    ),
    "mistake_summary": (
        "lesson, step, mistake, times",
        f"mistake_summary WHERE {_SUMMED} lesson, step, mistake",
    ),
    "day_summary": (
        "day, lesson, opened, finished, checks, unaided, hints, mistakes, missed, helped, faces, "
        "face_sum, ms",
        f"day_summary WHERE {_SUMMED} day, lesson",
    ),
    # That there are such keys, never what they are: the copy may lie about on a family's table.
    "symbols": ("1 AS chosen", "symbols WHERE learner = ?"),
    "ticket": ("made", "ticket WHERE learner = ?"),
    "photo": ("given, consent AS agreed, who", "photo WHERE learner = ?"),
    "audit": ("at, who, action", "audit WHERE subject = ? ORDER BY seq"),
}
