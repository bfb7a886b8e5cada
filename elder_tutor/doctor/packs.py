"""Are the packs of lessons whole? The quick reading, not the proof."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.lessons.catalog import open_catalog, pack_folders
from elder_tutor.lessons.reading.faults import Severity
from elder_tutor.text.phrase import phrase

NAME: Final = "packs"
READ: Final = phrase("All packs were read: {lessons:count:lesson}.")
NONE: Final = phrase("There is no pack of lessons on this machine.")
LEFT_OUT: Final = phrase("A pack of lessons has a fault and is left out: {packs}.")
CHECK: Final = phrase("Run “elder-tutor check” with this pack's folder; it names the line.")
ADVICE: Final = phrase("A pack of lessons was read, but something in it wants attention: {packs}.")
INSTALL: Final = phrase("Install the program again.")


def look(folders: Sequence[Path], cache_dir: Path | None = None) -> tuple[Finding, ...]:
    """Read every pack in these folders as the home page does."""
    there = pack_folders(folders)
    catalog = open_catalog(there, cache_dir)
    details = f"{len(catalog.packs)} packs, {len(catalog.lessons)} lessons, {len(catalog.apps)} apps"
    faults = [fault for fault in catalog.faults if fault.severity is Severity.ERROR]
    if catalog.left_out:
        first = f"; {faults[0]}" if faults else ""
        names = ", ".join(catalog.left_out)
        return (bad(NAME, phrase(LEFT_OUT.key, packs=names), CHECK, details + first),)
    if not catalog.packs or not catalog.lessons:
        return (bad(NAME, NONE, INSTALL, details),)
    if catalog.faults:
        names = ", ".join(pack.id for pack in catalog.packs)
        return (warn(NAME, phrase(ADVICE.key, packs=names), CHECK, f"{details}; {catalog.faults[0]}"),)
    return (ok(NAME, phrase(READ.key, lessons=len(catalog.lessons)), details),)
