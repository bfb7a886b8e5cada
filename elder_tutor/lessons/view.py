"""What a person meets: the screen in front of them, what they can do, and what the tutor says.

Values only. ``phone.py`` makes the views, ``tutor.py`` the guidance; the window, the
command line and the simulated learner read the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elder_tutor.text.phrase import Phrase


class Do(StrEnum):
    """The kinds of action a learner can make."""

    TAP = "tap"  # element (button, card read, option, field focus, app icon, notice)
    HOLD = "hold"  # element (and row); every hold has a tap alternative shown beside it
    SWIPE = "swipe"  # element (and row); of pages and scroll areas: on by one, with level -1 back by one
    PICK = "pick"  # element and row
    SET = "set"  # element and level (toggle: 0 or 1)
    KEY = "key"  # one key of the keyboard tray, `text` is the letter
    DELETE = "delete"  # the keyboard's delete
    LAYER = "layer"  # the keyboard's layer, `text` is ar, en or 123
    DONE = "done"  # closes the keyboard
    WRITE = "write"  # a whole text at once (microphone, physical paste, replay): `text`
    DISMISS = "dismiss"  # a notice is put away
    BACK = "back"
    HOME = "home"
    DECIDE = "decide"  # an opinion button of the panel: element is the step id, row the option


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a learner does. ``text`` never reaches the store: only its class does."""

    do: Do
    element: str = ""
    row: str = ""
    level: int = 0
    text: str = ""


class OutcomeKind(StrEnum):
    """What an action led to."""

    CHANGED = "changed"  # something of the phone is different now
    NOTHING = "nothing"  # the action had no effect (a miss, a closed row without words)
    SAID = "said"  # a refusal or remark with a key
    STOPPED = "stopped"  # a safety stop
    ADDED = "added"  # a record was made (key: its list)
    ARRIVED = "arrived"  # a message or notice came (key: the screen it opens)
    TOAST = "toast"  # a short line of the phone; its words are the phrase


@dataclass(frozen=True, slots=True)
class Outcome:
    """One consequence; ``key`` says of what, ``phrase`` holds the app's own words."""

    kind: OutcomeKind
    key: str = ""
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a choice as it stands on the screen."""

    id: str
    label: Phrase
    sub: Phrase | None = None
    icon: str = ""
    open: bool = True
    chosen: bool = False
    day: date | None = None
    """Of a calendar row."""
    group: Phrase | None = None
    """Of slots: the heading it stands under."""
    mine: bool = False
    """Of a thread: the learner's own bubble."""


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element as it stands on the screen."""

    id: str
    kind: str
    label: Phrase | None = None
    text: Phrase | None = None
    sub: Phrase | None = None
    meaning: Phrase | None = None
    icon: str = ""
    look: str = ""
    enabled: bool = True
    checked: bool = False
    level: int = 0
    most: int = 0
    letters: str = ""
    """Of a write element: what stands in it."""
    sample: bool = False
    """The letters are the class's sample after a resume: shown marked «مثال»."""
    cells: int = 0
    """Of a code or pin field: how many digits."""
    input: str = ""
    """Of a write element: ``text`` or ``digits``."""
    focused: bool = False
    rows: tuple[RowView, ...] = ()
    facts: tuple[tuple[Phrase, Phrase, str], ...] = ()
    can_hold: bool = False
    hold_label: Phrase | None = None
    can_swipe: bool = False
    swipe_label: Phrase | None = None
    """The words of the tap alternative to a swipe."""
    swipe_to: str = ""
    """side, up or down."""
    badge: int = 0
    """Of an app's icon: how many unread stand on it."""
    page: int = 0
    """Of an app's icon: the page of the home screen on which it stands."""
    region: str = ""
    """top, middle or bottom."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice at the top of the phone; tapping ``id`` opens what it is about."""

    id: str
    app: str
    icon: str
    title: Phrase
    text: Phrase


@dataclass(frozen=True, slots=True)
class KeyboardView:
    """The tray under the page while a field is written in."""

    field: str
    layer: str
    """ar, en or 123."""
    digits_only: bool = False
    forms: tuple[str, ...] = ()
    """The alef forms, while the last letter is a plain alef: a form takes its place (see keyboard.LAYERS)."""
    shift: bool = False
    """Of layer en: the next letter is a capital."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """What the status bar shows. ``battery``, ``volume`` and ``brightness`` are 0..100, None when unknown."""

    wifi: bool = True
    network: bool = True
    silent: bool = False
    airplane: bool = False
    battery: int | None = None
    volume: int | None = None
    brightness: int | None = None


@dataclass(frozen=True, slots=True)
class ScreenView:
    """The whole phone as it stands. On the home screen ``app`` is "" and elements are icons."""

    app: str
    screen: str
    app_name: Phrase | None
    title: Phrase | None
    icon: str
    colour: str
    elements: tuple[ElementView, ...]
    dialog: bool = False
    under: ScreenView | None = None
    """Of a dialog: the screen that shows behind it."""
    notices: tuple[NoticeView, ...] = ()
    keyboard: KeyboardView | None = None
    today: date | None = None
    status: StatusView | None = None
    toast: Phrase | None = None
    """A short line that stands until the next action."""
    danger: bool = False
    """The screen says first that this is training and calls nobody (DESIGN 5)."""
    page: int = 0
    pages: int = 1
    """Of the home screen."""
    sides: tuple[str, ...] = ()
    """Which of the phone's own touches there are: side.shade, side.recents, side.volume_up, …"""


class Tone(StrEnum):
    """In what spirit the tutor speaks."""

    OPENING = "opening"
    STEP = "step"
    HINT = "hint"
    MISTAKE = "mistake"
    SAFETY = "safety"
    KINDLY = "kindly"  # another touch than the step's, answered
    PRAISE = "praise"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to look: an element, perhaps a row of it, or a key of the tray.

    ``element`` may also be ``back``, ``home``, ``home.pages``, ``side.<key>``, ``key.<letter>``,
    ``key.shift``, ``key.delete``, ``key.done``, ``key.layer.<layer>``, ``notice.<id>`` or
    ``opinion.<option>``.
    """

    element: str
    row: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class OpinionView:
    """The question the panel asks: the step's id and its (id, words, icon) options."""

    step: str
    options: tuple[tuple[str, Phrase, str], ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the tutor says and shows now.

    ``say`` are sentences in order; the page shows two at a time. ``ring`` lights the
    target, ``dim`` darkens the rest (follow), ``hand`` shows the touch. ``step`` is
    1-based of ``steps``. ``rung`` is 0..4. ``next_action`` is set in watch only: what
    the tutor will do by itself once the sentences are said.
    """

    say: tuple[Phrase, ...]
    tone: Tone
    target: Target | None = None
    ring: bool = False
    hand: bool = False
    dim: bool = False
    step: int = 0
    steps: int = 0
    step_id: str = ""
    rung: int = 0
    goal: tuple[Phrase, ...] = ()
    opinion: OpinionView | None = None
    next_action: Action | None = None
    finished: bool = False
    passed: bool = False
    remember: tuple[Phrase, ...] = ()
    region_lit: bool = False
    """In find, and at rung 1: only the part of the page where ``target.region`` lies is lit (top, middle,
    bottom, keyboard or panel); ``target.element`` is empty and there is neither ring nor hand."""
    may_finish: bool = False
    """The page offers «I have finished» (``session.done``): the task is judged as the phone stands then."""
