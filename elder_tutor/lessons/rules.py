"""What can be true of the phone, and what can happen on it: references, conditions, effects.

Frozen standard-library values like those of ``model.py``, with qualified names.
"""

from __future__ import annotations

from dataclasses import dataclass

Text = str
"""A template as the author wrote it: a msgid of the pack's domain."""

# --- references and conditions -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Path:
    """Point at a value: a variable, then columns of the row or record it names.

    ``root`` is a qualified variable (``health.slot``), ``ask.<name>``, ``arg.<name>``
    (what an event was sent with), ``row`` (the row under the finger) or ``record``
    (the record being tested). ``columns`` walks on: ``("msg", "link")``.
    """

    root: str
    columns: tuple[str, ...] = ()


Operand = str | int | bool | None | Path
"""A literal, or a Path written with a dollar sign (``$row``) or equal sign (``=msg.verdict``)."""


@dataclass(frozen=True, slots=True)
class Equals:
    """True when the value at ``path`` is one of ``values``."""

    path: Path
    values: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """True when every variable is chosen or written."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Empty:
    """True when every variable is neither chosen nor written."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True when a level is at or above ``least``."""

    path: Path
    least: int


@dataclass(frozen=True, slots=True)
class OnScreen:
    """True when this screen is in front."""

    screen: str


@dataclass(frozen=True, slots=True)
class Has:
    """True when enough records fit ``where``; ``exactly`` wins over ``at_least``."""

    records: str
    where: Condition | None = None
    at_least: int = 1
    exactly: int | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """True when each record that fits ``where`` also fits ``is_``."""

    records: str
    where: Condition | None
    is_: Condition


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when all parts are (a mapping in YAML is an "and")."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is not."""

    part: Condition


Condition = Equals | Filled | Empty | AtLeast | OnScreen | Has | Every | AnyOf | AllOf | Not

# --- effects -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Set:
    """Give variables values, in order."""

    values: tuple[tuple[str, Operand], ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Clear:
    """Put variables back to empty (text, choice, record) or to their start value."""

    names: tuple[str, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """Show another screen of the same app; ``back`` follows the declared parent."""

    screen: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Bring another app to the front at this screen; an app's id alone resumes it, ``home`` goes home."""

    screen: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """Append a record."""

    records: str
    fields: tuple[tuple[str, Operand], ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Change fields of the record a variable points to."""

    record: str
    fields: tuple[tuple[str, Operand], ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the record a variable points to."""

    record: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class NewCode:
    """Draw the next code of a code variable from the attempt's seed."""

    var: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Send:
    """Let every app that knows the event handle it in the same step."""

    event: str
    args: tuple[tuple[str, Operand], ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Notify:
    """Raise a notice on the phone that opens a screen. ``text`` is a pack text."""

    screen: str
    text: Text
    args: tuple[tuple[str, Operand], ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Let a timer run; nothing ever waits for it alone.

    ``after`` are the seconds without a touch after which the program fires it; 0 where the
    author names none, which means those of another start of this timer, else 5.
    """

    timer: str
    when: Condition | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class CancelTimer:
    """Stop a timer."""

    timer: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Tell the tutor a reason; ``text`` are the app's own default words."""

    key: str
    text: Text = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop for safety: told to the tutor, the rest of the action does not happen."""

    key: str
    text: Text = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class StepBy:
    """Raise or lower levels, each within its bounds (``step`` in YAML)."""

    values: tuple[tuple[str, int], ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """Show a short line on the phone until the next action; it is spoken too."""

    text: Text
    when: Condition | None = None


_OnPhone = Set | Clear | StepBy | Go | Open | Add | Change | Remove
_Outward = NewCode | Send | Notify | StartTimer | CancelTimer | Say | Stop | Toast
Effect = _OnPhone | _Outward


# --- what happened ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that can happen on the way; exactly one is set: an element touched, a key said or stopped."""

    did: str = ""
    said: str = ""
    stopped: str = ""
