"""Read one YAML file into plain values, with the line of every value.

The C parser's *events* are used, not its object builder: so the types are ours
(only ``true``, ``false``, ``null`` and whole numbers; ``10:30``, ``no``, ``on``,
``2026-06-14`` and ``012345`` stay words), anchors, aliases and tags can be
refused before anything is multiplied, and depth is bounded before recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from elder_tutor.lessons.reading.faults import Faults, Place, Source, Steps

DEPTH_LIMIT = 24
"""Deepest nesting of mappings and lists; the deepest sensible pack needs about 12."""

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,8})\Z")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "": None}

_PLAIN = (
    ("mapping values are not allowed", "there is a second colon on this line; put this sentence in quotes"),
    ("expected ',' or '}'", "inside { } a comma or a bracket ends the text; put this sentence in quotes"),
    ("expected ',' or ']'", "inside [ ] a comma or a bracket ends the text; put this sentence in quotes"),
    ("expected the node content", "something is missing or left over here; put this sentence in quotes"),
    (
        "could not find expected ':'",
        "a line needs the form “key: value”; put this sentence in quotes if it is a text",
    ),
    (
        "cannot start any token",
        "a text cannot begin with this sign, and tabs cannot indent; put this sentence in quotes",
    ),
    ("found a tab character", "tabs cannot indent a line; use spaces"),
    ("expected <block end>", "this line does not stand under the right one; check the spaces in front of it"),
    ("expected key", "this line does not stand under the right one; check the spaces in front of it"),
    ("unexpected end of stream", "a quote was opened and never closed"),
    ("undefined alias", "a text cannot begin with a star; put this sentence in quotes"),
    ("control characters are not allowed", "there is an invisible control character here; delete it"),
)


@dataclass(slots=True)
class _Reader:
    parser: Any
    place: Place
    faults: Faults
    text_lines: list[str]
    lines: dict[Steps, int] = field(default_factory=dict)

    def value(self, event: Any, steps: Steps) -> Any:
        line = event.start_mark.line + 1
        self.lines.setdefault(steps, line)
        if len(steps) > DEPTH_LIMIT:
            raise _RefusedError(line, f"lists and mappings are nested more than {DEPTH_LIMIT} deep")
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(
                line,
                "“*” repeats another part of the file, which a pack may not do; put this sentence in quotes",
            )
        if event.anchor is not None:
            raise _RefusedError(
                line, "“&” names a part of the file, which a pack may not do; put this sentence in quotes"
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, line)
        if event.tag is not None:
            raise _RefusedError(
                line, "“!” gives a type, which a pack may not do; put this sentence in quotes"
            )
        return self.items(steps) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(steps)

    def scalar(self, event: Any, line: int) -> Any:
        if event.tag is not None:
            raise _RefusedError(
                line, "“!” gives a type, which a pack may not do; put this sentence in quotes"
            )
        if event.style in ("'", '"', "|", ">"):
            return event.value
        if event.value in _WORDS:
            return _WORDS[event.value]
        self.cut_off(event, line)
        return int(event.value) if _WHOLE.match(event.value) else event.value

    def cut_off(self, event: Any, line: int) -> None:
        """Warn when what follows an Arabic text on its line is, for YAML, a comment."""
        rest = (
            self.text_lines[event.end_mark.line][event.end_mark.column :]
            if _ARABIC.search(event.value)
            else ""
        )
        if _ARABIC.search(rest) and rest.lstrip().startswith("#"):
            place = Place(Source(self.place.file, {(): line}))
            self.faults.warn(
                place, "# begins a comment here, so the text ends before it; if it belongs to it, use quotes"
            )

    def items(self, steps: Steps) -> list[Any]:
        out: list[Any] = []
        while not isinstance(event := self.parser.get_event(), yaml.SequenceEndEvent):
            out.append(self.value(event, (*steps, len(out))))
        return out

    def mapping(self, steps: Steps) -> dict[str, Any]:
        out: dict[str, Any] = {}
        while not isinstance(event := self.parser.get_event(), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None:
                raise _RefusedError(
                    line, "a key must be a plain word; if this is a text, put this sentence in quotes"
                )
            key = event.value
            if key in out:
                message = f"“{key}” stands twice here (first on line {self.lines[(*steps, key)]}); keep one"
                self.faults.error(
                    Place(Source(self.place.file, {(*steps, key): line}), (*steps, key)), message
                )
            self.lines[(*steps, key)] = line
            out[key] = self.value(self.parser.get_event(), (*steps, key))
        return out


class _RefusedError(Exception):
    def __init__(self, line: int, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(message)


def read_yaml(data: bytes, file: str, faults: Faults) -> tuple[Any, Place] | None:
    """Answer a file's values and the place of its root, or None when it cannot be read.

    A duplicate key is a fault, and the file is still read so that its other faults show too.
    """
    text = _decode(data, file, faults)
    if text is None:
        return None
    parser = yaml.CSafeLoader(text)
    reader = _Reader(parser, Place(Source(file)), faults, [*text.split("\n"), ""])
    try:
        parser.get_event()
        event = parser.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError(1, "the file is empty")
        value = reader.value(parser.get_event(), ())
        parser.get_event()
        last: Any = parser.get_event()
        if not isinstance(last, yaml.StreamEndEvent):
            raise _RefusedError(last.start_mark.line + 1, "a second document begins here (---); keep one")
    except _RefusedError as refused:
        _fault(faults, file, refused.line, refused.message)
        return None
    except yaml.YAMLError as error:
        _fault(faults, file, *_plain(error))
        return None
    finally:
        parser.dispose()
    return value, Place(Source(file, reader.lines))


def _decode(data: bytes, file: str, faults: Faults) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _fault(faults, file, line, "this line is not UTF-8 text; save the file as UTF-8")
        return None


def _plain(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for sign, sentence in _PLAIN:
        if sign in problem:
            return line, sentence
    return line, f"this is not YAML ({problem}); perhaps put this sentence in quotes"


def _fault(faults: Faults, file: str, line: int, message: str) -> None:
    faults.error(Place(Source(file, {(): line})), message)
