"""What a person meets: the words said, what is lit, and the accessible elements on the page.

This is all a simulated learner receives. It is made from the same views and guidance the
window draws; a target counts as lit only if the ring or the hand is drawn on something
that really stands there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.view import ElementView, Guidance, KeyboardView, ScreenView, Target
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording

Shown = Callable[[Phrase | None], str]
_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
_TANWIN = str.maketrans("", "", "ًٌٍَُِّْٰ")
_ROLES = {
    Behaviour.SHOW: "text", Behaviour.READ: "card", Behaviour.TAP: "button", Behaviour.CHOOSE: "option",
    Behaviour.WRITE: "field", Behaviour.SET: "switch", Behaviour.PAGES: "pages",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a choice: its id, what stands on it, whether it is open and chosen."""

    id: str
    name: str
    open: bool = True
    chosen: bool = False
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One accessible element. ``role`` is text, card, button, option, field, switch, pages or list."""

    id: str
    role: str
    name: str
    enabled: bool = True
    checked: bool = False
    focused: bool = False
    letters: str = ""
    cells: int = 0
    level: int = 0
    most: int = 0
    can_hold: bool = False
    rows: tuple[Row, ...] = ()
    sub: str = ""
    """What stands under the name."""
    can_swipe: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """The whole page at one moment, in shown Arabic without isolates."""

    words: tuple[str, ...]
    title: str
    things: tuple[Thing, ...]
    lit: Target | None = None
    keys: tuple[str, ...] = ()
    layer: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Of a question of the panel: (id, words)."""
    question: str = ""
    notices: tuple[tuple[str, str], ...] = ()
    goal: tuple[str, ...] = ()
    """What the goal card says all the time (find, alone, check)."""
    sides: tuple[str, ...] = ()
    """The phone's own touches: its bar, its keys at the side."""
    pages: int = 1
    """Of the home screen."""
    may_finish: bool = False
    """There is a button to say: I have finished."""

    def thing(self, name: str) -> Thing | None:
        """Answer an element by its id."""
        return next((thing for thing in self.things if thing.id == name), None)


def seen(view: ScreenView, guidance: Guidance, wording: Wording) -> Seen:
    """Answer what a person would see and hear."""

    def shown(phrase: Phrase | None) -> str:
        return wording.shown(phrase).translate(_ISOLATES) if phrase else ""

    things = tuple(_thing(element, shown) for element in view.elements)
    keys, layer = _keys(view.keyboard)
    opinion = guidance.opinion
    page = Seen(
        tuple(shown(phrase) for phrase in guidance.say),
        shown(view.title) or view.screen,
        things,
        keys=keys,
        layer=layer,
        options=tuple((name, shown(words)) for name, words, _ in opinion.options) if opinion else (),
        question=opinion.step if opinion else "",
        notices=tuple((notice.id, shown(notice.text)) for notice in view.notices),
        goal=tuple(shown(phrase) for phrase in guidance.goal),
        sides=view.sides,
        pages=view.pages,
        may_finish=guidance.may_finish,
    )
    lit = guidance.target if (guidance.ring or guidance.hand) else None
    return _lit(page, lit) if lit is not None else page


def plain(text: str) -> str:
    """Answer words as they are compared: no vowel marks, single spaces."""
    return " ".join(text.translate(_TANWIN).split())


def _lit(page: Seen, target: Target) -> Seen:
    return replace(page, lit=target) if _stands(page, target) else page


def _stands(page: Seen, target: Target) -> bool:
    head, _, rest = target.element.partition(".")
    if target.element in ("back", "home"):
        return True
    if head == "key":
        special = rest in ("delete", "done", "shift") or rest.startswith("layer.")
        return bool(page.keys) and (special or rest in page.keys)
    if head == "side":
        return target.element in page.sides
    if target.element == "home.pages":
        return page.pages > 1
    if head == "notice":
        return any(name == rest for name, _ in page.notices)
    if head == "opinion":
        return any(name == rest for name, _ in page.options)
    thing = page.thing(target.element)
    return thing is not None and (not target.row or any(row.id == target.row for row in thing.rows))


def _thing(element: ElementView, shown: Shown) -> Thing:
    role = "button" if element.kind == "app" else _ROLES[KINDS.get(element.kind, Behaviour.SHOW)]
    rows = tuple(Row(row.id, shown(row.label), row.open, row.chosen, shown(row.sub)) for row in element.rows)
    return Thing(
        element.id, "list" if rows else role, shown(element.label) or shown(element.text),
        element.enabled, element.checked, element.focused, element.letters, element.cells,
        element.level, element.most, element.can_hold, rows, shown(element.sub), element.can_swipe,
    )  # fmt: skip


def _keys(tray: KeyboardView | None) -> tuple[tuple[str, ...], str]:
    if tray is None:
        return (), ""
    return (*keyboard.keys(tray.layer, tray.digits_only), *tray.forms), tray.layer
