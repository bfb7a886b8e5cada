"""What is noted while a pack is read: faults, every text and its place, who says and sends what.

The checks need these and the running program does not; so they are kept beside the
pack (``Loaded.notes``) and never cached.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Faults, Place, did_you_mean
from elder_tutor.lessons.reading.scope import Scope, Shape, UnknownNameError
from elder_tutor.text import nouns

CASES = frozenset(("nom", "acc", "gen"))
_FORMS = frozenset(("weekday_day_month", "month_year", "day_month"))
TYPES: Mapping[str, frozenset[str]] = {
    "code": frozenset(),
    "phone": frozenset(),
    "url": frozenset(),
    "number": CASES,
    "ordinal": CASES | {"m", "f"},
    "percent": frozenset(),
    "time": CASES,
    "money": CASES,
    "date": CASES | _FORMS,
    "count": CASES,
}
"""What may stand behind the colon of a field (DESIGN 6), and what may follow the type."""

FIELD_NAME = re.compile(r"\{([\w.]+)")
_FIELD = re.compile(r"\{([^{}]*)\}")
_INSIDE = re.compile(r"([A-Za-z]\w*(?:\.\w+)*|\d{1,6})(?::([a-z]+)((?::\w+)*))?\Z", re.ASCII)


class Role(StrEnum):
    """What a text is for: the checks ask more of a sentence than of a label or a table's word."""

    NARRATION = "narration"
    LABEL = "label"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class TextUse:
    """A text of a pack and where it stands."""

    text: str
    place: Place
    role: Role


@dataclass(frozen=True, slots=True)
class Said:
    """A ``say`` or ``stop`` of an app."""

    verb: str
    key: str
    worded: bool
    app: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sent:
    """A ``send`` with the names it passes on."""

    event: str
    args: frozenset[str]
    place: Place


@dataclass(slots=True)
class Reading:
    """Collect while reading. ``places`` is by qualified name (``health.home.book``, ``lesson:id``, …)."""

    faults: Faults = field(default_factory=Faults)
    language: str = "ar"
    texts: list[TextUse] = field(default_factory=list)
    says: list[Said] = field(default_factory=list)
    sends: list[Sent] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    icons: list[tuple[str, Place]] = field(default_factory=list)
    timers: list[tuple[str, int, Place]] = field(default_factory=list)
    """Each start of a timer that names its seconds."""

    def text(self, text: str, scope: Scope, place: Place, role: Role, about: tuple[Shape, ...] = ()) -> str:
        """Note a text after checking its fields; ``about`` are rows and records it may be filled from."""
        if text:
            self.texts.append(TextUse(text, place, role))
            self._fields(text, scope, place, about)
        return text

    def plain(self, text: str, place: Place, role: Role) -> str:
        """Note a text that has no fields."""
        if text:
            self.texts.append(TextUse(text, place, role))
        return text

    def said(self, verb: str, key: str, worded: bool, app: str, place: Place) -> None:
        """Note a ``say`` or ``stop``."""
        self.says.append(Said(verb, key, worded, app, place))

    def sent(self, event: str, args: frozenset[str], place: Place) -> None:
        """Note a ``send``."""
        self.sends.append(Sent(event, args, place))

    def icon(self, name: str, place: Place, scope: Scope | None = None) -> str:
        """Note an icon; ``{row.icon}`` takes its name from the row."""
        if "{" in name and scope is not None:
            self._fields(name, scope, place, ())
        elif name:
            self.icons.append((name, place))
        return name

    def _fields(self, text: str, scope: Scope, place: Place, about: tuple[Shape, ...]) -> None:
        rest = _FIELD.sub("", text)
        if "{" in rest or "}" in rest:
            self.faults.error(
                place, "a single { or } stands in this text; a field is written {name} or {name:type}"
            )
        for inside in _FIELD.findall(text):
            self._field(inside, scope, place, about)

    def _field(self, inside: str, scope: Scope, place: Place, about: tuple[Shape, ...]) -> None:
        match = _INSIDE.match(inside)
        if match is None:
            self.faults.error(place, f"“{{{inside}}}” is not a field; write {{name}} or {{name:type}}")
            return
        name, kind, more = match[1], match[2], (match[3] or "").split(":")[1:]
        if kind is not None:
            self._type(kind, more, inside, place)
        if name.isdecimal():
            return
        said = [
            _unknown(scope.testing(shape), name) for shape in about if name.split(".")[0] in shape.columns
        ]
        sentence = "" if "" in said else said[0] if said else _unknown(scope, name)
        if sentence:
            self.faults.error(place, f"the field {{{name}}}: {sentence}")

    def _type(self, kind: str, more: list[str], inside: str, place: Place) -> None:
        if kind not in TYPES:
            self.faults.error(place, f"“{kind}” is not a type of value." + did_you_mean(kind, TYPES))
            return
        if kind == "count":
            known = nouns.names()
            if not more:
                self.faults.error(
                    place, f"“{{{inside}}}”: a counted value names its noun, as in {{n:count:minute}}"
                )
            elif more[0] not in known:
                self.faults.error(
                    place, f"there is no noun “{more[0]}” to count." + did_you_mean(more[0], known)
                )
            more = more[1:]
        wrong = [word for word in more if word not in TYPES[kind]]
        if wrong:
            self.faults.error(
                place,
                f"“{{{inside}}}”: “{wrong[0]}” cannot follow “{kind}”." + did_you_mean(wrong[0], TYPES[kind]),
            )


def _unknown(scope: Scope, name: str) -> str:
    """Answer what is wrong with the name of a field; "" when nothing is."""
    try:
        resolve.target(scope, name)
    except UnknownNameError as unknown:
        return unknown.sentence
    return ""
