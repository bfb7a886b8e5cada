"""What is wrong with a pack, and where: file, line, path inside the file and a plain sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Step = str | int
Steps = tuple[Step, ...]


class Severity(StrEnum):
    """How bad a finding is: an error leaves the pack out or fails the check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding. ``line`` counts from 1 (0: the whole file), ``path`` is dotted, ``message`` a sentence."""

    file: str
    line: int
    path: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Answer the finding as one line a person can read and an editor can jump to."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        inside = f" ({self.path})" if self.path else ""
        return f"{where}: {self.severity}: {self.message}{inside}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a pack, by its name inside the pack, and the line of every path in it."""

    file: str
    lines: Mapping[Steps, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file of a pack."""

    source: Source
    steps: Steps = ()

    def at(self, *steps: Step) -> Place:
        """Answer a spot further inside."""
        return Place(self.source, (*self.steps, *steps))

    @property
    def file(self) -> str:
        """Answer the file's name inside the pack."""
        return self.source.file

    @property
    def line(self) -> int:
        """Answer the line of this spot, or of the nearest one around it."""
        steps = self.steps
        while steps and steps not in self.source.lines:
            steps = steps[:-1]
        return self.source.lines.get(steps, 0)

    @property
    def path(self) -> str:
        """Answer the way to this spot, as in ``screens.home.elements[2].do``."""
        out = ""
        for step in self.steps:
            out += f"[{step}]" if isinstance(step, int) else f".{step}" if out else step
        return out


@dataclass(slots=True)
class Faults:
    """Collect findings while a pack is read, so that an author sees all of them at once."""

    found: list[Fault] = field(default_factory=list)

    def error(self, place: Place, message: str) -> None:
        """Note an error."""
        self.found.append(Fault(place.file, place.line, place.path, message))

    def warn(self, place: Place, message: str) -> None:
        """Note a warning."""
        self.found.append(Fault(place.file, place.line, place.path, message, Severity.WARNING))

    @property
    def errors(self) -> int:
        """Answer how many errors were found."""
        return sum(fault.severity is Severity.ERROR for fault in self.found)

    def sorted(self) -> tuple[Fault, ...]:
        """Answer every finding once, by file and line."""
        return tuple(sorted(dict.fromkeys(self.found), key=lambda f: (f.file, f.line, f.path, f.message)))


def did_you_mean(name: str, known: Iterable[str], listed: int = 8) -> str:
    """Answer a closing sentence: the nearest known name, else a short list of what there is."""
    import difflib  # only where something is wrong: the first page does not wait for it

    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f" Did you mean “{near[0]}”?"
    if not names:
        return " There are none."
    if len(names) > listed:
        return ""
    return " There is: " + ", ".join(names) + "."
