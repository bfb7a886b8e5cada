"""What a check says: how it stands, in plain words, and the one thing to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from elder_tutor.errors import ElderTutorError
from elder_tutor.text.phrase import Fill, Phrase, phrase, with_values


class State(StrEnum):
    """How something stands: it works, it works with a blemish, or it must be mended."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``todo`` is the one thing to do, ``details`` what an expert asks for.

    ``id`` never changes its meaning; ``details`` is not translated.
    """

    id: str
    state: State
    what: Phrase
    todo: Phrase | None = None
    details: str = ""


def ok(name: str, what: Phrase, details: str = "") -> Finding:
    """Answer that something works."""
    return Finding(name, State.OK, what, None, details)


def warn(name: str, what: Phrase, todo: Phrase | None, details: str = "") -> Finding:
    """Answer that something works with a blemish."""
    return Finding(name, State.WARN, what, todo, details)


def bad(name: str, what: Phrase, todo: Phrase | None, details: str = "") -> Finding:
    """Answer that something must be mended."""
    return Finding(name, State.BAD, what, todo, details)


def sentence(error: ElderTutorError) -> Phrase:
    """Answer known trouble as a sentence of its own."""
    facts: dict[str, Fill] = {
        name: value if isinstance(value, int) else str(value) for name, value in error.facts.items()
    }
    return with_values(phrase(error.message), facts)


def worst(findings: Iterable[Finding]) -> State:
    """Answer how a machine stands as a whole."""
    order = list(State)
    return max((finding.state for finding in findings), key=order.index, default=State.OK)


def to_json(finding: Finding) -> dict[str, Any]:
    """Answer a finding as plain values, from which it can be made again."""
    return {
        "id": finding.id,
        "state": finding.state.value,
        "what": _packed(finding.what),
        "todo": _packed(finding.todo) if finding.todo else None,
        "details": finding.details,
    }


def from_json(data: Mapping[str, Any]) -> Finding:
    """Make a finding again. Raises KeyError and ValueError for what is none."""
    todo = data["todo"]
    return Finding(
        data["id"], State(data["state"]), _unpacked(data["what"]), _unpacked(todo) if todo else None,
        data["details"],
    )  # fmt: skip


def _packed(words: Phrase) -> dict[str, Any]:
    values = {name: _packed(each) if isinstance(each, Phrase) else each for name, each in words.values}
    return {"key": words.key, "values": values}


def _unpacked(data: Mapping[str, Any]) -> Phrase:
    values: dict[str, Any] = {
        name: _unpacked(each) if isinstance(each, dict) else each for name, each in data["values"].items()
    }
    return Phrase(data["key"], values=tuple(values.items()))
