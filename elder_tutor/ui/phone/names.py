"""What a screen reader calls elements and rows, and what it says of them beside that."""

from __future__ import annotations

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import sayings
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.things import SECRET


def name_of(view: ElementView, kit: Kit) -> str:
    """Answer what a screen reader calls an element."""
    return kit.plain(view.label or view.text or view.meaning)


def about_of(view: ElementView, kit: Kit) -> str:
    """Answer what stands in an element beside its name."""
    letters = "" if view.kind in SECRET else view.letters
    parts = [kit.plain(view.text) if view.label else "", kit.plain(view.sub), letters]
    parts += [f"{kit.plain(label)}: {kit.plain(text)}" for label, text, _ in view.facts]
    if not view.enabled:
        parts.append(kit.plain(sayings.NOT_YET))
    return " · ".join(part for part in parts if part)


def row_name(row: RowView, kit: Kit) -> str:
    """Answer what a screen reader calls a row."""
    return kit.plain(row.label)


def row_about(row: RowView, kit: Kit) -> str:
    """Answer what else a screen reader says of a row."""
    parts = [kit.plain(row.sub), kit.plain(sayings.CHOSEN) if row.chosen else ""]
    if not row.open:
        parts.append(kit.plain(_closed(row, kit)))
    return " · ".join(part for part in parts if part)


def _closed(row: RowView, kit: Kit) -> Phrase:
    """Answer why a row cannot be chosen: gone by, a day of rest, taken, or not yet."""
    if row.day is not None and kit.today is not None and row.day < kit.today:
        return sayings.PAST
    if row.day is not None and row.day.weekday() in kit.wording.region.weekend:
        return sayings.CLOSED
    return sayings.FULL if row.day or row.group else sayings.NOT_YET
