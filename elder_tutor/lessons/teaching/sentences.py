"""Sentences the tutor makes itself, where the author wrote none for the next action.

Every sentence is a phrase of the program's own catalogue with the element's label,
itself a phrase, as a value. Three ways to speak of one action: ``instruction`` says
what to do, ``naming`` what the control is and what it is for (hint rung 2), and
``whereabouts`` only in which part to look (rung 1).
"""

from __future__ import annotations

from elder_tutor.lessons.device.keyboard import row_of
from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.view import Action, Do, ElementView, RowView, ScreenView, Target
from elder_tutor.text.phrase import Phrase, phrase

SPACE = " "
_KEYS = frozenset({Do.KEY, Do.DELETE, Do.LAYER, Do.DONE})


def element_in(view: ScreenView, element: str) -> ElementView | None:
    """Answer the element as it stands in front (not behind a dialog), or None."""
    return next((one for one in view.elements if one.id == element), None)


def row_in(element: ElementView, row: str) -> RowView | None:
    """Answer a row of a choice as it stands, or None."""
    return next((one for one in element.rows if one.id == row), None)


def target_of(action: Action, view: ScreenView) -> Target:
    """Answer where to look for this action."""
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
            return Target(f"key.layer.{action.text}", region="keyboard")
        case Do.DECIDE:
            return Target(f"opinion.{action.row}", region="panel")
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
        case Do.DISMISS:
            return (phrase("Put the notice away."),)
        case Do.DECIDE:
            return (phrase("Tell us what you think: tap one of the answers."),)
    notice = _notice(view, action.element)
    if notice:
        return (phrase("Tap the notice from “{app}” at the top of the phone's screen.", app=notice),)
    seen = element_in(view, action.element)
    if seen is None:
        return (phrase("Look at the phone's screen."),)
    return _on_element(action, seen, view)


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
    if seen is None or action.do in _KEYS or KINDS.get(seen.kind) is not Behaviour.TAP:
        told = instruction(action, view)
    else:
        told = (_button(name_of(seen), seen.region),) if view.app else instruction(action, view)
    meaning = seen.meaning if seen is not None and action.do not in _KEYS else None
    return (*told, meaning) if meaning else told


def whereabouts(action: Action, view: ScreenView) -> Phrase:
    """Say only in which part of the page to look (rung 1)."""
    match target_of(action, view).region:
        case "keyboard":
            return phrase("Look at the keyboard at the bottom of the page.")
        case "panel":
            return phrase("Look at the answers beside the phone.")
        case "top":
            return phrase("Look at the top of the phone's screen.")
        case "middle":
            return phrase("Look at the middle of the phone's screen.")
        case "bottom":
            return phrase("Look at the bottom of the phone's screen.")
    return phrase("Look at the phone's screen.")


def name_of(element: ElementView) -> Phrase:
    """Answer the words that stand on an element."""
    return element.label or element.text or phrase("this part")


def _on_element(action: Action, seen: ElementView, view: ScreenView) -> tuple[Phrase, ...]:
    label = name_of(seen)
    behaviour = KINDS.get(seen.kind, Behaviour.TAP)
    if action.do is Do.HOLD:
        return _hold(seen, label)
    if action.do is Do.WRITE:
        return (phrase("Write “{words}” in “{label}”.", words=action.text, label=label),)
    if action.do is Do.PICK:
        return (_row(action, seen),)
    if action.do is Do.SET or behaviour is Behaviour.SET:
        return (_level(action, seen, label),)
    if not view.app:
        return (phrase("Open the app “{label}”.", label=label),)
    if behaviour is Behaviour.WRITE:
        return (phrase("Tap the field “{label}” to write in it.", label=label),)
    if behaviour is Behaviour.READ:
        return _read(seen)
    if behaviour is Behaviour.CHOOSE:
        return (phrase("Choose “{label}”.", label=label),)
    return (_tap(label, seen.region),)


def _tap(label: Phrase, region: str) -> Phrase:
    match region:
        case "top":
            return phrase("Tap “{label}” at the top of the phone's screen.", label=label)
        case "middle":
            return phrase("Tap “{label}” in the middle of the phone's screen.", label=label)
        case "bottom":
            return phrase("Tap “{label}” at the bottom of the phone's screen.", label=label)
    return phrase("Tap “{label}” on the phone's screen.", label=label)


def _button(label: Phrase, region: str) -> Phrase:
    match region:
        case "top":
            return phrase("The button “{label}” is at the top of the phone's screen.", label=label)
        case "middle":
            return phrase("The button “{label}” is in the middle of the phone's screen.", label=label)
        case "bottom":
            return phrase("The button “{label}” is at the bottom of the phone's screen.", label=label)
    return phrase("The button “{label}” is on the phone's screen.", label=label)


def _hold(seen: ElementView, label: Phrase) -> tuple[Phrase, ...]:
    held = phrase("Press and hold “{label}”.", label=label)
    if seen.hold_label is None:
        return (held,)
    return (held, phrase("Or tap “{label}” beside it.", label=seen.hold_label))


def _read(seen: ElementView) -> tuple[Phrase, ...]:
    if seen.label is None:
        return (phrase("Read the card on the phone's screen, then tap it."),)
    return (phrase("Read “{label}”, then tap it.", label=seen.label),)


def _row(action: Action, seen: ElementView) -> Phrase:
    row = row_in(seen, action.row)
    if row is None:
        return phrase("Choose one of “{label}”.", label=name_of(seen))
    if row.day is not None:
        return phrase("Choose the day {day:date}.", day=row.day)
    if seen.kind == "slots":
        return phrase("Choose the time {time}.", time=row.label)
    return phrase("Choose “{label}”.", label=row.label)


def _level(action: Action, seen: ElementView, label: Phrase) -> Phrase:
    if seen.kind == "toggle":
        on = bool(action.level) if action.do is Do.SET else not seen.checked  # a touch turns it over
        return (
            phrase("Move the switch “{label}” to turn it on.", label=label)
            if on
            else phrase("Move the switch “{label}” to turn it off.", label=label)
        )
    if seen.kind == "check":
        return phrase("Tap the box “{label}”.", label=label)
    if seen.kind == "rating":
        most = seen.most
        return phrase("In “{label}” choose {level} of {most}.", label=label, level=action.level, most=most)
    return phrase("Move “{label}” to {level}.", label=label, level=action.level)


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
    return phrase("Tap “العربية” on the keyboard.")


def _notice(view: ScreenView, element: str) -> Phrase | None:
    for notice in view.notices:
        if element in (notice.id, f"notice.{notice.id}"):
            return notice.title
    return None
