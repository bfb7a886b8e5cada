"""Whether a record that is about to be made can ever fit what is asked of it.

Otherwise one message that is sent pulls the whole app that sends it into a lesson
about messages: 9,639 nodes and 17 screens instead of 648 and 3 (FORMAT 6.1).
"""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import Found, same
from elder_tutor.lessons.rules import AllOf, Condition, Equals, Operand, Path


def can_fit(
    atlas: Atlas,
    records: str,
    where: Condition | None,
    fields: dict[str, Operand],
    changeable: frozenset[str],
) -> bool:
    """Tell whether a record made of these fields can ever be one that is asked for."""
    if where is None:
        return True
    parts = where.parts if isinstance(where, AllOf) else (where,)
    return not any(
        isinstance(part, Equals) and _contradicts(atlas, records, part, fields, changeable) for part in parts
    )


def _contradicts(
    atlas: Atlas, records: str, part: Equals, fields: dict[str, Operand], changeable: frozenset[str]
) -> bool:
    if part.path.root != "record" or not part.path.columns or part.path.columns[0] in changeable:
        return False
    first, *rest = part.path.columns
    value = fields.get(first)
    if isinstance(value, Path) or any(isinstance(each, Path) for each in part.values):
        return False
    found: Found = value
    table = atlas.field_table(records, first)
    for column in rest:
        found = atlas.rows.get(table, {}).get(str(found), {}).get(column)
        table = atlas.refs.get((table, column), "")
    return not any(same(found, each) for each in part.values if not isinstance(each, Path))
