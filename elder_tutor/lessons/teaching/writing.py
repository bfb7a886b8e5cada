"""The way inside a field: which key comes next, and how many are left.

A field with one right text (a code) is led letter by letter, and a wrong letter is taken
away again. Where any text of a class will do, the learner's own words are right too, and
the sample is only what the tutor offers to someone who asks what to write.
"""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is being written in; ``good`` when what stands there will do.

    ``wanted`` is the text the next key leads to: what the way asks for, or the learner's own
    words and on; "" when nothing needs to be written. ``free`` says that other letters than
    the wanted ones may be right as well.
    """

    element: str
    letters: str
    layer: str
    digits_only: bool
    wanted: str
    free: bool
    good: bool
    shift: bool = False


def field_of(phone: Phone, state: PhoneState, wanted: str, optional: bool) -> Field | None:
    """Answer the field under the open keyboard, or None when it is closed.

    ``wanted`` is what the way asks to be written in it ("" for nothing). A field whose
    class is right already is led on only while its letters begin the sample.
    """
    tray = state.tray
    if tray is None:
        return None
    element, var = tray.field, phone.var_of(tray.field)
    letters, named = phone.letters(state, var), phone.text_class(state, var)
    sample = phone.sample(element, state)
    begun = bool(letters) and sample.startswith(letters)
    if not wanted and (begun or (optional and named == EMPTY)):
        wanted = sample
    free = is_free(phone, element, wanted)
    aim = _class_of(phone, element, state, wanted) if wanted else ""
    good = named != EMPTY and named == aim
    if wanted and not wanted.startswith(letters) and free and not good:
        own = letters + wanted[len(letters) :]
        wanted = own if own != letters and _class_of(phone, element, state, own) == aim else wanted
    digits_only = phone.parts.by_id[element].digits_only
    return Field(element, letters, tray.layer, digits_only, wanted, free, good, tray.shift)


def next_touch(field: Field) -> Action:
    """Answer the key that brings the field nearer to what is wanted."""
    if not field.wanted or (field.free and field.good and not field.wanted.startswith(field.letters)):
        return Action(Do.DONE)
    what, which = keyboard.next_key(field.letters, field.wanted, field.layer, field.digits_only, field.shift)
    match what:
        case "key":
            return Action(Do.KEY, text=which)
        case "layer":
            return Action(Do.LAYER, text=which)
        case "delete":
            return Action(Do.DELETE)
    return Action(Do.DONE)


def left(field: Field) -> int:
    """Answer how many letters are still to be written or taken away, the "done" key included."""
    if not field.wanted or field.good:
        return 1
    same = 0
    for mine, theirs in zip(field.letters, field.wanted, strict=False):
        if mine != theirs:
            break
        same += 1
    return len(field.letters) - same + len(field.wanted) - same + 1


def is_free(phone: Phone, element: str, wanted: str) -> bool:
    """Tell whether other letters than the wanted ones may be right in a field too."""
    slot = phone.atlas.slots.get(phone.var_of(element))
    if slot is None or not wanted:
        return True
    return not any(
        each.equals is not None and (each.equals.startswith("$") or keyboard.plain(each.equals) == wanted)
        for each in slot.var.classes
    )


def _class_of(phone: Phone, element: str, state: PhoneState, wanted: str) -> str:
    """Answer the class a text would have in a field."""
    there, _ = phone.apply(state, Action(Do.WRITE, element, text=wanted))
    return phone.text_class(there, phone.var_of(element))
