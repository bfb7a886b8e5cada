"""What is said of an element, by its kind and by what is done with it.

The verbs are CURRICULUM D.2's: tap, press and hold, swipe, scroll, move, write, choose, take.
"""

from __future__ import annotations

from elder_tutor.lessons.model import KINDS, Behaviour
from elder_tutor.lessons.view import Action, Do, ElementView, RowView, ScreenView
from elder_tutor.text.phrase import Phrase, phrase

Said = tuple[Phrase, ...]


def name_of(element: ElementView) -> Phrase:
    """Answer the words that stand on an element."""
    return element.label or element.text or phrase("this part")


def row_in(element: ElementView, row: str) -> RowView | None:
    """Answer a row of a choice as it stands, or None."""
    return next((one for one in element.rows if one.id == row), None)


def button(seen: ElementView) -> Phrase:
    """Name a button and say where it is."""
    label = name_of(seen)
    match seen.region:
        case "top":
            return phrase("The button “{label}” is at the top of the phone's screen.", label=label)
        case "middle":
            return phrase("The button “{label}” is in the middle of the phone's screen.", label=label)
        case "bottom":
            return phrase("The button “{label}” is at the bottom of the phone's screen.", label=label)
    return phrase("The button “{label}” is on the phone's screen.", label=label)


def on_element(action: Action, seen: ElementView, view: ScreenView) -> Said:
    """Say what to do with an element."""
    row = row_in(seen, action.row) if action.row else None
    label = row.label if row else name_of(seen)
    match action.do:
        case Do.HOLD:
            # An icon and a row have three dots beside them, anything else a button with its words.
            dots = not view.app or row is not None
            return (phrase("Press and hold “{label}”.", label=label), *_beside(seen.hold_label, dots))
        case Do.SWIPE:
            return _swipe(action, seen, label)
        case Do.WRITE:
            return (_write(action.text, label),)
        case Do.PICK:
            return (_row(row, seen),)
        case Do.SET:
            return _level(action, seen, label)
    if not view.app:
        return (phrase("Open the app “{label}”.", label=label),)
    match KINDS.get(seen.kind, Behaviour.TAP):
        case Behaviour.SET | Behaviour.PAGES:
            return _level(action, seen, label)
        case Behaviour.WRITE:
            return _speak(seen, label) if seen.kind == "microphone" else _field(seen, label)
        case Behaviour.READ:
            return (_read(seen),)
        case Behaviour.CHOOSE:
            return (phrase("Choose “{label}”.", label=label), *_place(seen))
    return _touch(seen, label)


def _touch(seen: ElementView, label: Phrase) -> Said:
    match seen.kind:
        case "outside":
            return (phrase("Tap the empty place outside the window."),)
        case "shutter":
            return (phrase("Take the photo: tap “{label}”.", label=label), *_place(seen))
        case "record":
            return _speak(seen, label)
        case "call":
            return (_tap(label, seen.region), *_call(seen.look))
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


def _place(seen: ElementView) -> Said:
    match seen.region:
        case "top":
            return (phrase("The place is at the top of the phone's screen."),)
        case "middle":
            return (phrase("The place is in the middle of the phone's screen."),)
        case "bottom":
            return (phrase("The place is at the bottom of the phone's screen."),)
    return ()


def _beside(twin: Phrase | None, dots: bool = False) -> Said:
    if not twin:
        return ()
    if dots:
        return (phrase("Or tap the three dots beside it: “{label}”.", label=twin),)
    return (phrase("Or tap “{label}” beside it.", label=twin),)


def _call(look: str) -> Said:
    match look:
        case "answer":
            return (phrase("It answers the call."),)
        case "hangup":
            return (phrase("It ends the call."),)
        case "dial":
            return (phrase("It begins the call."),)
    return ()


def _speak(seen: ElementView, label: Phrase) -> Said:
    if seen.checked:
        return (phrase("When you have spoken, tap “{label}” once more.", label=label), *_place(seen))
    return (phrase("Tap “{label}”, then speak.", label=label), *_place(seen))


def _field(seen: ElementView, label: Phrase) -> Said:
    return (phrase("Tap the field “{label}” to write in it.", label=label), *_place(seen))


def _write(words: str, label: Phrase) -> Phrase:
    if not words:
        return phrase("Take away what stands in “{label}”.", label=label)
    return phrase("Write “{words}” in “{label}”.", words=words, label=label)


def _read(seen: ElementView) -> Phrase:
    if seen.label is None:
        if seen.kind == "map":
            return phrase("Look at the map, then tap it.")
        return phrase("Read the card on the phone's screen, then tap it.")
    return phrase("Read “{label}”, then tap it.", label=seen.label)


def _row(row: RowView | None, seen: ElementView) -> Phrase:
    if row is None:
        return phrase("Choose one of “{label}”.", label=name_of(seen))
    if row.day is not None:
        return phrase("Choose the day {day:date}.", day=row.day)
    match seen.kind:
        case "slots":
            return phrase("Choose the time {time}.", time=row.label)
        case "photos":
            return phrase("Choose the photo “{label}”.", label=row.label)
        case "pins":
            return phrase("Tap “{label}” on the map.", label=row.label)
        case "thread":
            return phrase("Tap the message “{label}”.", label=row.label)
        case "shade":
            return phrase("Tap the notice “{label}”.", label=row.label)
        case "recents":
            return phrase("Open the app “{label}”.", label=row.label)
    return phrase("Choose “{label}”.", label=row.label)


def _swipe(action: Action, seen: ElementView, label: Phrase) -> Said:
    if seen.kind in ("pages", "scroll"):
        return _turn_page(seen.kind, action.level < 0)
    twin = _beside(seen.swipe_label)
    match seen.swipe_to:
        case "up":
            return (phrase("Swipe “{label}” upwards.", label=label), *twin)
        case "down":
            return (phrase("Swipe “{label}” downwards.", label=label), *twin)
    return (phrase("Swipe “{label}” to the side.", label=label), *twin)


def _turn_page(kind: str, back: bool) -> Said:
    if kind == "scroll":
        return (phrase("Scroll up gently."),) if back else (phrase("Scroll down gently."),)
    if back:
        return (phrase("Swipe to the page before."), phrase("Or tap the arrow."))
    return (phrase("Swipe to the next page."), phrase("Or tap the arrow."))


def _level(action: Action, seen: ElementView, label: Phrase) -> Said:
    match seen.kind:
        case "pages" | "scroll" | "shade":
            return _turn_page(seen.kind, action.do is Do.SET and action.level < seen.level)
        case "toggle":
            on = bool(action.level) if action.do is Do.SET else not seen.checked  # a touch turns it over
            if on:
                return (phrase("Move the switch “{label}” to turn it on.", label=label), *_place(seen))
            return (phrase("Move the switch “{label}” to turn it off.", label=label), *_place(seen))
        case "check":
            return (phrase("Tap the box “{label}”.", label=label), *_place(seen))
        case "rating":
            level, most = action.level, seen.most
            return (phrase("In “{label}” choose {level} of {most}.", label=label, level=level, most=most),)
    return (phrase("Move “{label}” to {level}.", label=label, level=action.level), *_place(seen))
