"""The phone's state: one frozen tuple of small values.

One tuple per app, so that a change copies one app only (FORMAT 6: a flat tuple of
4,318 slots made ``apply`` nineteen times slower). What a person typed lies in
``letters``, which no condition can read.
"""

from __future__ import annotations

from typing import NamedTuple

from elder_tutor.lessons.model import Value
from elder_tutor.text.phrase import Phrase

Record = tuple["Value | int", ...]
"""A record: its serial number, then its fields in the order of their declaration."""

Held = Value | tuple[Record, ...]
"""What a slot can hold: a plain value, a text's class, or the records of a list."""

AppState = tuple[Held, ...]
"""An app: the id of its screen, then the values of its variables."""


class Notice(NamedTuple):
    """A notice at the top of the phone: what it opens and what it sets there.

    ``at`` is the screen on which it came, "" until that is known. Without ``banner`` it
    only waits in the shade.
    """

    serial: int
    screen: str
    text: Phrase
    values: tuple[tuple[str, Value], ...]
    at: str = ""
    banner: bool = True


class Tray(NamedTuple):
    """The open keyboard: the element written in, the layer that shows, and whether a capital follows."""

    field: str
    layer: str
    shift: bool = False


class Written(NamedTuple):
    """The letters in a text variable; ``sample`` after a resume put an example there."""

    var: str
    letters: str
    sample: bool


class PhoneState(NamedTuple):
    """The whole phone. ``front`` is an app's id, or "" on the home screen.

    ``timers`` are those that run, the oldest first. ``under`` are the apps that lie under an
    app that is ``over``, the uppermost last. ``page`` is the home screen's.
    """

    front: str
    apps: tuple[AppState, ...]
    letters: tuple[Written, ...] = ()
    notices: tuple[Notice, ...] = ()
    tray: Tray | None = None
    serial: int = 1
    drawn: int = 0
    timers: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    page: int = 0
    toast: Phrase | None = None
