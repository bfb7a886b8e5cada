"""What a pack says, compiled: apps, screens, elements, conditions, effects, lessons.

Frozen standard-library values, so that a compiled pack can be read back from the
cache without loading pydantic (DESIGN 9). ``loader.py`` builds them from checked
YAML; names are already qualified: screen ``health.home``, element
``health.home.book``, variable ``health.clinic``, table ``health.clinics``, timer
``health.code_old``; the keys of ``App.tables/vars/screens/timers`` are these names.
Plain stay: row ids, columns, fields of records, text classes, values of ``one_of``,
events (every app that knows the event handles it) and the keys of ``say`` and ``stop``.
``Text`` is a template as the author wrote it (a msgid of the pack's domain); inside
an app its fields are the author's own names (``{slot.start:time}``, ``{row.name}``).

The conditions of ``where``, ``is`` and ``open_if`` test the record or table row at
hand: a bare name there is ``Path("record", ("state",))``, ``=msg.verdict`` is
``Path("record", ("msg", "verdict"))``; ``$row.x`` in ``do``, ``else`` and ``if`` is
``Path("row", ("x",))``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from elder_tutor.lessons.rules import Condition, Effect, Happening, Text

if TYPE_CHECKING:
    from elder_tutor.lessons.drills.model import Drill

Value = str | int | bool | None
Row = Mapping[str, Value]
NOTHING: Mapping[str, Value] = MappingProxyType({})


class Behaviour(StrEnum):
    """The seven things an element can do; every kind is a look of one of them (FORMAT 3)."""

    SHOW = "show"
    READ = "read"
    TAP = "tap"
    CHOOSE = "choose"
    WRITE = "write"
    SET = "set"
    PAGES = "pages"


KINDS: Mapping[str, Behaviour] = {
    kind: behaviour
    for behaviour, kinds in {
        Behaviour.SHOW: "text image badge progress timer title success timeline preview viewfinder",
        Behaviour.READ: "card sender address receipt bubble facts map",
        Behaviour.TAP: "button tab tile icon link attach camera pin_on_map exit"
        " share call shutter record outside",
        Behaviour.CHOOSE: "option list calendar slots chips words menu contacts photos chats"
        " pins thread recents",
        Behaviour.WRITE: "field long_field digits amount code pin search microphone",
        Behaviour.SET: "toggle check slider rating",
        Behaviour.PAGES: "scroll pages shade",
    }.items()
    for kind in kinds.split()
}

KEYS = ("shade", "recents", "volume_up", "volume_down", "power")
"""The phone's own touches, there on every screen; as elements they are called ``side.<key>``."""
STATUS = ("wifi", "network", "silent", "airplane", "battery", "volume", "brightness")
"""What the status bar can show."""


class VarKind(StrEnum):
    """The kinds of variable an app can hold (FORMAT 3)."""

    ONE_OF = "one_of"
    ROW = "row"
    YESNO = "yesno"
    LEVEL = "level"
    TEXT = "text"
    CODE = "code"
    RECORDS = "records"
    RECORD = "record"


# --- apps ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextClass:
    """One class of what can be written; the first that matches holds (FORMAT 3).

    Exactly one test is set. ``sample`` is what the tutor says and the checks type;
    it may be ``$var`` for a code that only the attempt knows. In ``equals`` and
    ``sample`` the variable is qualified: ``$health.otp``.
    """

    name: str
    equals: str | None = None
    digits: int | None = None
    fewer_digits: int | None = None
    words: tuple[str, ...] = ()
    least: int | None = None
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Var:
    """A variable of an app. Only the members of its kind are set."""

    name: str
    kind: VarKind
    options: tuple[str, ...] = ()
    table: str = ""
    reset_by: tuple[str, ...] = ()
    start: Value = None
    most: int = 0
    classes: tuple[TextClass, ...] = ()
    digits: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    """Of records: (field name, table id its values are rows of, or "" for a plain word)."""
    records: str = ""
    """Of a record variable: the records it points into (by serial number)."""
    first: tuple[Row, ...] = ()
    """Of records: those that exist at the start."""


@dataclass(frozen=True, slots=True)
class Table:
    """Fixed rows, each with an ``id``. A row with ``day: +6`` is a date row: the phone adds
    ``date``, ``weekday``, ``week`` (this, next, later) and ``month`` from the attempt's today.
    """

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on a screen. ``kind`` is a key of KINDS; see docs/packs.md for each member."""

    id: str
    kind: str
    label: Text = ""
    text: Text = ""
    sub: Text = ""
    """Second line of a row or button."""
    meaning: Text = ""
    """What the control is for, said at hint rung 2."""
    icon: str = ""
    look: str = ""
    """primary, secondary, quiet, danger; empty lets the kind decide."""
    var: str = ""
    value: Value = None
    rows: str = ""
    where: Condition | None = None
    open_if: Condition | None = None
    show_if: Condition | None = None
    on_if: Condition | None = None
    do: tuple[Effect, ...] = ()
    otherwise: tuple[Effect, ...] = ()
    hold: tuple[Effect, ...] = ()
    hold_label: Text = ""
    """The words of the tap alternative to a long press."""
    swipe: tuple[Effect, ...] = ()
    swipe_label: Text = ""
    """The words of the tap alternative to a swipe."""
    swipe_to: str = ""
    """Where the finger goes: side, up or down."""
    mine_if: Condition | None = None
    """Of kind thread: whether a record is the learner's own bubble."""
    region: str = ""
    facts: tuple[tuple[Text, Text, str], ...] = ()
    """Of kinds facts and map: rows of (label, text, icon)."""
    read: bool = False
    """Of kinds that are read (card, sender, …): a touch says "I have read it". The loader sets it
    for all of them unless the author wrote ``read: false``."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of an app; ``back`` is the declared parent ("" leads to the home screen)."""

    id: str
    title: Text
    back: str
    elements: tuple[Element, ...]
    dialog: bool = False
    danger: bool = False
    """Opening it first says that this is training and calls nobody (DESIGN "Real danger")."""


@dataclass(frozen=True, slots=True)
class App:
    """A simulated phone app. ``hidden`` apps have no icon on the home screen.

    An ``over`` app lies over another one: back at a screen without parent returns there. While
    a ``lock`` app is in front, only effects lead out of it. ``hold`` is what a long press on the
    icon does. ``keys`` are effects by a name of KEYS. ``badge`` is a records variable whose
    records that fit ``badge_if`` are counted on the icon. ``status`` is the pack's, kept in its
    shell: what the status bar reads, a name of STATUS -> a qualified variable.
    """

    id: str
    name: Text
    icon: str
    colour: str
    first: str
    tables: Mapping[str, Table]
    vars: Mapping[str, Var]
    screens: Mapping[str, Screen]
    events: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    timers: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    hidden: bool = False
    over: bool = False
    lock: bool = False
    icon_if: Condition | None = None
    hold: tuple[Effect, ...] = ()
    hold_label: Text = ""
    keys: Mapping[str, tuple[Effect, ...]] = field(default_factory=dict)
    badge: str = ""
    badge_if: Condition | None = None
    status: Mapping[str, str] = field(default_factory=dict)


# --- lessons -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that varies: the taught value and what a check may draw from.

    ``choices`` are (value, words) in order; the words fill ``{ask.name}``.
    """

    name: str
    choices: tuple[tuple[Value, Text], ...]
    follow: Value


@dataclass(frozen=True, slots=True)
class Opinion:
    """A question the panel asks in watch, follow and find (taught, never scored).

    ``options`` are (id, words, icon); ``answer`` and ``also_right`` are ids.
    """

    options: tuple[tuple[str, Text, str], ...]
    answer: str
    also_right: tuple[str, ...] = ()
    wrong: Text = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a lesson: words tied to a touch, and perhaps a gate.

    ``touch`` are the element ids that the words fit (either is right). ``rows``
    narrows a choice to these row ids. ``until`` closes a gate; ``must`` makes the
    touch itself a gate, kept as a fact of the lesson. ``optional`` words are said
    when their element is in front and bind nothing. ``name`` is the short noun
    trainers see. ``swipe`` and ``hold``: the words are for that way to touch. ``for_``
    (``for`` in YAML) are (name asked, values): the step counts only then.
    """

    id: str
    say: tuple[Text, ...]
    name: Text = ""
    touch: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    hold: bool = False
    region: str = ""
    until: Condition | None = None
    must: bool = False
    optional: bool = False
    opinion: Opinion | None = None
    swipe: bool = False
    for_: tuple[tuple[str, tuple[Value, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A likely mistake and its repair. Exactly one of the triggers is set, or ``tip``.

    ``said``: a refusal's key. ``stopped``: a safety stop's key. ``did``: an element id.
    ``when``: a condition that becomes true. ``tip``: advice without a trigger.
    ``name`` is a short noun for trainers.
    """

    id: str
    say: tuple[Text, ...]
    said: str = ""
    stopped: str = ""
    did: str = ""
    when: Condition | None = None
    tip: bool = False
    watch: bool = False
    name: Text = ""


@dataclass(frozen=True, slots=True)
class Start:
    """How the phone stands at the start: the screen in front ("" for home), and what readies it."""

    screen: str
    prepare: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The varied task that is judged by the phone's final state.

    ``start`` replaces the lesson's in the check. With one of ``never`` on the way, or more than
    ``most_wrong`` wrong touches, the check is not passed although the goal is reached.
    """

    draw: tuple[str, ...]
    say: tuple[Text, ...]
    goal: Condition
    passed: tuple[Text, ...]
    not_yet: tuple[Text, ...]
    start: Start | None = None
    never: tuple[Happening, ...] = ()
    most_wrong: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A goal, its steps, likely mistakes, a check task and a line to remember."""

    id: str
    revision: int
    course: str
    title: Text
    icon: str
    minutes: int
    needs: tuple[str, ...]
    apps: tuple[str, ...]
    start: str
    """The screen in front at the start ("" for the phone's home screen)."""
    prepare: tuple[Effect, ...]
    """Effects that ready the phone before the lesson (set, add, send)."""
    ask: tuple[Ask, ...]
    opening: tuple[Text, ...]
    goal: tuple[Text, ...]
    """What alone says."""
    steps: tuple[Step, ...]
    mistakes: tuple[Mistake, ...]
    check: Check | None
    praise: tuple[Text, ...]
    remember: tuple[Text, ...]
    aim: Condition | None = None
    """What alone must reach when it differs from the gates' conditions (all ``until`` in order)."""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """An ordered list of lessons."""

    id: str
    name: Text
    icon: str
    lessons: tuple[str, ...]
    drills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of apps and courses with a source language; ``home`` orders the icons.

    ``shell`` is the app of the phone itself; ``status`` is what the status bar reads, a name of
    STATUS -> a qualified variable.
    """

    id: str
    name: Text
    language: str
    folder: str
    apps: Mapping[str, App]
    courses: tuple[Course, ...]
    lessons: Mapping[str, Lesson]
    home: tuple[str, ...]
    shell: str = ""
    status: Mapping[str, str] = field(default_factory=dict)
    drills: Mapping[str, Drill] = field(default_factory=dict)
