"""The next single touch towards an action: writing a text is a tap on its field and many keys."""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.keyboard import next_key, plain
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.parts import Part
from elder_tutor.lessons.device.shell import PAGES
from elder_tutor.lessons.device.state import PhoneState, Tray
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do

DONE = Action(Do.DONE)
_TOUCHES_OF_THE_TRAY = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})


def next_touch(phone: Phone, state: PhoneState, action: Action) -> Action:
    """Answer what a finger does next towards an action.

    A text is written key by key in its own field. A tray that stands open over another
    field is closed first, after the word begun there is finished.
    """
    tray = state.tray
    part = phone.parts.by_id.get(tray.field) if tray else None
    if action.do in _TOUCHES_OF_THE_TRAY:
        return action
    if tray is None or part is None or part.slot is None:
        if action.do is Do.WRITE:
            return Action(Do.TAP, action.element)
        return _turn(phone, state, action) or action
    if action.do is Do.WRITE and action.element == tray.field:
        return _key(tray, part, phone.letters(state, part.slot.var.name), plain(action.text))
    return _key(tray, part, *_begun(phone, state, part))


def _turn(phone: Phone, state: PhoneState, action: Action) -> Action | None:
    """Answer the turn to the page of the home screen on which an icon stands; None when it is there."""
    head, _, app = action.element.partition(".")
    if state.front or head != HOME or app not in phone.atlas.at:
        return None
    page = phone.page_of(state, app)
    return Action(Do.SET, PAGES, level=page) if page != state.page else None


def _begun(phone: Phone, state: PhoneState, part: Part) -> tuple[str, str]:
    """Answer the letters in the open field and what they are to become: the word begun, or themselves."""
    name = part.slot.var.name if part.slot else ""
    letters, class_name = phone.letters(state, name), phone.text_class(state, name)
    whole = phone.sample(part.element.id, state, class_name) if class_name != EMPTY else ""
    return letters, whole if letters and whole.startswith(letters) else letters


def _key(tray: Tray, part: Part, letters: str, wanted: str) -> Action:
    what, which = next_key(letters, wanted, tray.layer, part.digits_only, tray.shift)
    if what == "key":
        return Action(Do.KEY, text=which)
    if what == "layer":
        return Action(Do.LAYER, text=which)
    return Action(Do.DELETE) if what == "delete" else DONE
