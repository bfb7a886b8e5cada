"""Keep the settings of the centre and of each learner as they are given: one JSON object each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from elder_tutor.progress.store import Store

CENTRE: Final = ""
"""Owner of the settings that hold for everybody."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def get(store: Store, owner: str = CENTRE) -> dict[str, Json]:
    """Answer the settings of the centre or of a learner; empty when none were kept."""
    rows = store.rows("SELECT value FROM setting WHERE owner = ?", (owner,))
    found = json.loads(rows[0][0]) if rows else {}
    return found if isinstance(found, dict) else {}


def put(store: Store, values: Mapping[str, Json], owner: str = CENTRE) -> None:
    """Keep these settings in place of the ones before."""
    text = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    with store.writing() as db:
        db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (owner, text))
