"""What a pack must satisfy beyond its schema, and the report of ``elder-tutor check``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from elder_tutor.lessons.checking.crew import prove_pack
from elder_tutor.lessons.checking.gestures import check_verbs
from elder_tutor.lessons.checking.glossary import check_glossary
from elder_tutor.lessons.checking.proving import MANY_NODES, LessonProof
from elder_tutor.lessons.checking.ways import check_ways
from elder_tutor.lessons.checking.words import check_controls, check_texts, check_translations
from elder_tutor.lessons.loader import Loaded, load_pack
from elder_tutor.lessons.model import Pack
from elder_tutor.lessons.reading.faults import Fault, Faults, Severity, did_you_mean
from elder_tutor.lessons.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in a pack and proved of its lessons. ``counts`` are (what was read, how many)."""

    pack: str
    faults: tuple[Fault, ...]
    counts: tuple[tuple[str, int], ...] = ()
    proofs: tuple[LessonProof, ...] = ()
    there: bool = True
    """There was a pack to be read at all."""

    @property
    def errors(self) -> int:
        """Answer how many findings are errors."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)

    @property
    def warnings(self) -> int:
        """Answer how many findings are warnings."""
        return len(self.faults) - self.errors

    @property
    def exit_code(self) -> int:
        """Answer 1 when there is an error, 2 when there was nothing to read, otherwise 0."""
        return (1 if self.errors else 0) if self.there else 2

    def lines(self, nodes: bool = False) -> tuple[str, ...]:
        """Answer the report: errors, warnings, each gate's keys if asked for, what was read and proved."""
        read = ", ".join(f"{count} {what}" for what, count in self.counts)
        summary = f"{self.pack}: {_counted(self.errors, 'error')}, {_counted(self.warnings, 'warning')}"
        sizes = [f"{name}: {count} keys" for proof in self.proofs for name, count in proof.nodes]
        return (
            *map(str, sorted(self.faults, key=lambda fault: fault.severity is Severity.WARNING)),
            *(sizes if nodes else ()),
            summary + (f" in {read}" if read else ""),
            self._proved(),
        )

    def _proved(self) -> str:
        gates = sum(proof.gates for proof in self.proofs)
        proved = sum(proof.proved for proof in self.proofs)
        tested = sum(proof.tested for proof in self.proofs)
        lessons = _counted(len(self.proofs), "lesson")
        return f"{lessons}, {_counted(gates, 'gate')}, {_counted(proved, 'key')} proved, {tested} tested only"


def check_pack(
    loaded: Loaded, translations: Path | None = None, icons: Path | None = None
) -> tuple[Fault, ...]:
    """Answer every finding of a pack: those of the loader, and those of the checks as far as it was read.

    Without the folder of catalogues translations are not looked at, without the folder of drawings
    icons are not.
    """
    faults = Faults(list(loaded.faults))
    check_texts(loaded.notes, faults)
    check_glossary(loaded.notes, faults)
    if icons is not None:
        check_icons(loaded.notes, icons, faults)
    if loaded.pack is not None:
        check_controls(loaded.pack, loaded.notes, faults)
        check_ways(loaded.pack, loaded.notes, faults)
        check_verbs(loaded.pack, loaded.notes, faults)
        if translations is not None:
            check_translations(loaded.pack, loaded.notes, translations, faults)
    return faults.sorted()


def check_icons(notes: Reading, icons: Path, faults: Faults) -> None:
    """Note icons that are not drawn."""
    known = {file.stem for file in icons.glob("*/*.svg")}
    for name, place in notes.icons:
        if name not in known:
            faults.error(place, f"there is no icon “{name}”." + did_you_mean(name, known))


def run_check(
    folder: Path, translations: Path | None = None, icons: Path | None = None, cores: int = 0
) -> CheckReport:
    """Read a pack, prove it and report on it.

    ``translations`` and ``icons`` are the program's own by default, ``cores`` as many as there are.
    """
    from elder_tutor import resources

    loaded = load_pack(folder)
    catalogues = translations or resources.translations()
    faults = Faults(list(check_pack(loaded, catalogues, icons or resources.assets() / "icons")))
    proofs = prove_pack(loaded.pack, cores) if loaded.pack is not None else ()
    for proof in proofs:
        note_proof(proof, loaded.notes, faults)
    name = loaded.pack.id if loaded.pack else folder.name
    return CheckReport(name, faults.sorted(), _counts(loaded.pack, loaded.notes), proofs, _is_there(folder))


def _is_there(folder: Path) -> bool:
    try:
        return (folder / "pack.yaml").is_file()
    except OSError:
        return False


def note_proof(proof: LessonProof, notes: Reading, faults: Faults) -> None:
    """Note what the proof of a lesson found, and gates that are slow to open."""
    place = notes.places[f"lesson:{proof.lesson}"]
    for finding in proof.findings:
        (faults.error if finding.error else faults.warn)(place.at(*finding.where), finding.message)
    for name, count in proof.nodes:
        if count > MANY_NODES:
            faults.warn(place, f"{name} has {count} keys, more than {MANY_NODES}: ask for less in one gate")


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
