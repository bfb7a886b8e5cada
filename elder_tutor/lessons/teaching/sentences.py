"""Sentences the tutor makes itself, where the author wrote none for the next action.

Every sentence is a phrase of the program's own catalogue with the element's label,
itself a phrase, as a value. Three ways to speak of one action: ``instruction`` says
what to do, ``naming`` what the control is and what it is for (hint rung 2), and
``whereabouts`` only in which part to look (rung 1). What is said of an element by its kind
stands in ``kinds_said.py``.
"""

from __future__ import annotations

from elder_tutor.lessons.device.keyboard import row_of
from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.teaching.kinds_said import button, name_of, on_element
from elder_tutor.lessons.view import Action, Do, ElementView, ScreenView, Target
from elder_tutor.text.phrase import Phrase, phrase

__all__ = ["element_in", "instruction", "name_of", "naming", "target_of", "whereabouts"]

SPACE = " "
SHIFT = "shift"
PAGES = "home.pages"
_SIDE = "side."
_KEYS = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})
_WHERE_OF_SIDE = {"side.shade": "top", "side.recents": "bottom"}


def element_in(view: ScreenView, element: str) -> ElementView | None:
    """Answer the element as it stands in front (not behind a dialog), or None."""
    return next((one for one in view.elements if one.id == element), None)


def target_of(action: Action, view: ScreenView) -> Target:
    """Answer where to look for this action.

    Its region is top, middle, bottom, ``keyboard``, ``panel``, or ``side`` for the keys at the
    side of the phone; "" when it does not show.
    """
    match action.do:
        case Do.BACK:
            return Target("back", region="bottom")
        case Do.HOME:
            return Target("home", region="bottom")
        case Do.KEY:
            return Target(f"key.{action.text}", region="keyboard")
        case Do.DELETE:
            return Target("key.delete", region="keyboard")
        case Do.DONE:
            return Target("key.done", region="keyboard")
        case Do.LAYER:
            name = SHIFT if action.text == SHIFT else f"layer.{action.text}"
            return Target(f"key.{name}", region="keyboard")
        case Do.DECIDE:
            return Target(f"opinion.{action.row}", region="panel")
    if action.element.startswith(_SIDE):
        return Target(action.element, region=_WHERE_OF_SIDE.get(action.element, "side"))
    if action.element == PAGES:
        return Target(PAGES, region="bottom")
    if _notice(view, action.element):
        return Target(f"notice.{action.element.removeprefix('notice.')}", region="top")
    seen = element_in(view, action.element)
    return Target(action.element, action.row, seen.region if seen else "")


def instruction(action: Action, view: ScreenView) -> tuple[Phrase, ...]:
    """Say what to do, in one or two sentences."""
    if action.do in _KEYS:
        return _key(action, view)
    match action.do:
        case Do.BACK:
            return (phrase("Tap “Back” at the bottom of the phone's screen."),)
        case Do.HOME:
            return (phrase("Tap “Home” at the bottom of the phone's screen."),)
        case Do.DECIDE:
            return (phrase("Tell us what you think: tap one of the answers."),)
    notice = _notice(view, action.element)
    if action.do is Do.DISMISS:
        return (_put_away(notice),)
    if notice:
        return (phrase("Tap the notice from “{app}” at the top of the phone's screen.", app=notice),)
    if action.element.startswith(_SIDE):
        return _side(action.element)
    if action.element == PAGES:
        return _page_of_apps(action, view)
    seen = element_in(view, action.element)
    if seen is None:
        return (phrase("Look at the phone's screen."),)
    return on_element(action, seen, view)


def naming(action: Action, view: ScreenView) -> tuple[Phrase, ...]:
    """Name the control and say what it is for (rung 2)."""
    match action.do:
        case Do.BACK:
            return (
                phrase("The button “Back” is at the bottom of the phone's screen."),
                phrase("It takes you to the page before."),
            )
        case Do.HOME:
            return (
                phrase("The button “Home” is at the bottom of the phone's screen."),
                phrase("It takes you to all the apps."),
            )
    seen = element_in(view, action.element)
    if seen is None or action.do is not Do.TAP or KINDS.get(seen.kind) is not Behaviour.TAP or not view.app:
        told = instruction(action, view)
    else:
        told = (button(seen), *instruction(action, view)[1:])
    meaning = seen.meaning if seen is not None and action.do not in _KEYS else None
    return (*told, meaning) if meaning else told


def whereabouts(action: Action, view: ScreenView) -> Phrase:
    """Say only in which part of the page to look (rung 1)."""
    match target_of(action, view).region:
        case "keyboard":
            return phrase("Look at the keyboard at the bottom of the page.")
        case "panel":
            return phrase("Look at the answers beside the phone.")
        case "side":
            return phrase("Look at the keys at the side of the phone.")
        case "top":
            return phrase("Look at the top of the phone's screen.")
        case "middle":
            return phrase("Look at the middle of the phone's screen.")
        case "bottom":
            return phrase("Look at the bottom of the phone's screen.")
    return phrase("Look at the phone's screen.")


def _put_away(notice: Phrase | None) -> Phrase:
    if notice is None:
        return phrase("Put the notice away.")
    return phrase("Swipe the notice from “{app}” to the side to put it away.", app=notice)


def _side(element: str) -> tuple[Phrase, ...]:
    match element.removeprefix(_SIDE):
        case "shade":
            return (
                phrase("Swipe down from the bar at the top of the phone's screen."),
                phrase("Or tap the bar."),
            )
        case "recents":
            return (phrase("Tap the button of the open apps at the bottom of the phone's screen."),)
        case "volume_up":
            return (phrase("Press the key that makes the sound louder, at the side of the phone."),)
        case "volume_down":
            return (phrase("Press the key that makes the sound quieter, at the side of the phone."),)
        case "power":
            return (phrase("Press the power key at the side of the phone."),)
    return (phrase("Look at the keys at the side of the phone."),)


def _page_of_apps(action: Action, view: ScreenView) -> tuple[Phrase, ...]:
    back = action.level < 0 if action.do is Do.SWIPE else action.level < view.page
    if back:
        return (phrase("Swipe to the page of apps before."), phrase("Or tap the arrow."))
    return (phrase("Swipe to the next page of apps."), phrase("Or tap the arrow."))


def _key(action: Action, view: ScreenView) -> tuple[Phrase, ...]:
    match action.do:
        case Do.DELETE:
            return (phrase("Tap “Delete” on the keyboard. It takes away the last letter."),)
        case Do.DONE:
            return (phrase("Tap “Done” on the keyboard."),)
        case Do.LAYER:
            return (_layer(action.text),)
    if action.text == SPACE:
        return (phrase("Tap the space key at the bottom of the keyboard."),)
    layer = view.keyboard.layer if view.keyboard else ""
    if action.text.isdecimal():
        return (phrase("Tap the digit {digit}.", digit=int(action.text)), *_in_row(action.text, layer))
    return (phrase("Tap the letter “{letter}”.", letter=action.text), *_in_row(action.text, layer))


def _in_row(letter: str, layer: str) -> tuple[Phrase, ...]:
    match row_of(letter, layer):
        case 1:
            return (phrase("It is in the first row."),)
        case 2:
            return (phrase("It is in the second row."),)
        case 3:
            return (phrase("It is in the third row."),)
        case 4:
            return (phrase("It is in the fourth row."),)
    return ()


def _layer(layer: str) -> Phrase:
    match layer:
        case "123":
            return phrase("Tap “123” on the keyboard, for the digits.")
        case "en":
            return phrase("Tap “English” on the keyboard.")
        case "shift":
            return phrase("Tap the key for capital letters on the keyboard.")
    return phrase("Tap “العربية” on the keyboard.")


def _notice(view: ScreenView, element: str) -> Phrase | None:
    for notice in view.notices:
        if element in (notice.id, f"notice.{notice.id}"):
            return notice.title
    return None
