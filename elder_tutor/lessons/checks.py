"""What a pack must satisfy beyond its schema, and the report of ``elder-tutor check``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from elder_tutor.lessons.checking.ways import check_ways
from elder_tutor.lessons.checking.words import check_controls, check_texts, check_translations
from elder_tutor.lessons.loader import Loaded, load_pack
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.reading.faults import Fault, Faults, Severity, did_you_mean
from elder_tutor.lessons.reading.reading import Reading

NOT_PROVED = (
    "Not proved here: that every goal stays reachable from wherever a learner wanders (no dead ends),",
    "for every value that a check task can draw and every day it may begin on. Play the lesson to test it:",
    "elder-tutor play LESSON --stage alone --learner errs --seed 1",
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in a pack. ``counts`` are (what, how many) of what was read."""

    pack: str
    faults: tuple[Fault, ...]
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def errors(self) -> int:
        """Answer how many findings are errors; with any the command exits with 2."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)

    @property
    def warnings(self) -> int:
        """Answer how many findings are warnings."""
        return len(self.faults) - self.errors

    @property
    def exit_code(self) -> int:
        """Answer 2 when there is an error, otherwise 0."""
        return 2 if self.errors else 0

    def lines(self) -> tuple[str, ...]:
        """Answer the report, errors first, then what was read and what was not proved."""
        read = ", ".join(f"{count} {what}" for what, count in self.counts)
        summary = f"{self.pack}: {_counted(self.errors, 'error')}, {_counted(self.warnings, 'warning')}"
        return (
            *map(str, sorted(self.faults, key=lambda fault: fault.severity is Severity.WARNING)),
            summary + (f" in {read}" if read else ""),
            *(NOT_PROVED if read else ()),
        )


def check_pack(
    loaded: Loaded, translations: Path | None = None, icons: Path | None = None
) -> tuple[Fault, ...]:
    """Answer every finding of a pack: those of the loader, and those of the checks as far as it was read.

    Without the folder of catalogues translations are not looked at, without the folder of drawings
    icons are not.
    """
    faults = Faults(list(loaded.faults))
    check_texts(loaded.notes, faults)
    if icons is not None:
        check_icons(loaded.notes, icons, faults)
    if loaded.pack is not None:
        check_controls(loaded.pack, loaded.notes, faults)
        check_ways(loaded.pack, loaded.notes, faults)
        if translations is not None:
            check_translations(loaded.pack, loaded.notes, translations, faults)
    return faults.sorted()


def check_icons(notes: Reading, icons: Path, faults: Faults) -> None:
    """Note icons that are not drawn."""
    known = {file.stem for file in icons.glob("*/*.svg")}
    for name, place in notes.icons:
        if name not in known:
            faults.error(place, f"there is no icon “{name}”." + did_you_mean(name, known))


def run_check(folder: Path, translations: Path | None = None, icons: Path | None = None) -> CheckReport:
    """Read a pack and report on it; ``translations`` and ``icons`` are the program's own by default."""
    from elder_tutor import resources

    loaded = load_pack(folder)
    catalogues = translations or resources.translations()
    faults = check_pack(loaded, catalogues, icons or resources.assets() / "icons")
    name = loaded.pack.id if loaded.pack else folder.name
    return CheckReport(name, faults, _counts(loaded.pack, loaded.notes))


def _counts(pack: Pack | None, notes: Reading) -> tuple[tuple[str, int], ...]:
    if pack is None:
        return ()
    return (
        ("apps", len(pack.apps)),
        ("screens", sum(len(app.screens) for app in pack.apps.values())),
        ("lessons", len(pack.lessons)),
        ("texts", len(notes.texts)),
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
