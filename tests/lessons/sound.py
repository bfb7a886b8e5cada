"""Whether a state of the phone can be: every slot holds what its kind allows, every place is one."""

from __future__ import annotations

from collections.abc import Iterator

from elder_tutor.lessons.device.scene import MOST_NOTICES, MOST_RECORDS
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Var, VarKind
from elder_tutor.lessons.phone import Phone


def unsound(phone: Phone, state: PhoneState) -> list[str]:
    """Answer everything about a state that cannot be."""
    hash(state)
    return [*_places(phone, state), *_slots(phone, state)]


def _places(phone: Phone, state: PhoneState) -> Iterator[str]:
    atlas = phone.atlas
    for app, held in zip(atlas.apps, state.apps, strict=True):
        if atlas.app_of.get(str(held[0])) != app.id:
            yield f"{app.id} stands at {held[0]}"
    covered = (*state.under, state.front)[1:]
    if not all(name in atlas.over for name in covered):
        yield f"under {state.front} lie {state.under}"
    if len(set(covered)) != len(covered):
        yield f"an app lies over itself: {state.under}"
    pages = phone.view(state._replace(front="", under=())).pages
    if not 0 <= state.page < pages or (state.front and state.page):
        yield f"page {state.page} of {pages}"
    if len(state.notices) > MOST_NOTICES or len(set(state.timers)) != len(state.timers):
        yield "too many notices, or a timer that runs twice"
    part = phone.parts.by_id.get(state.tray.field) if state.tray else None
    if state.tray is not None and (part is None or part.screen != phone.screen(state)):
        yield f"the keyboard is open for {state.tray.field}"


def _slots(phone: Phone, state: PhoneState) -> Iterator[str]:
    for name, slot in phone.atlas.slots.items():
        held = state.apps[slot.app][slot.at]
        if not _fits(phone, slot.var, held):
            yield f"{name} holds {held!r}"


def _fits(phone: Phone, var: Var, held: object) -> bool:
    match var.kind:
        case VarKind.YESNO:
            return isinstance(held, bool)
        case VarKind.LEVEL:
            return isinstance(held, int) and 0 <= held <= var.most
        case VarKind.TEXT:
            return held in ("empty", "other", *(each.name for each in var.classes))
        case VarKind.ROW:
            return held is None or held in phone.atlas.rows[var.table]
        case VarKind.ONE_OF:
            return held is None or held in var.options
        case VarKind.CODE:
            return held is None or (isinstance(held, str) and len(held) == var.digits)
        case VarKind.RECORD:
            return held is None or (isinstance(held, int) and not isinstance(held, bool))
    assert isinstance(held, tuple)
    serials = [record[0] for record in held]
    whole = all(len(record) == len(var.fields) + 1 for record in held)
    return whole and len(held) <= (var.most or MOST_RECORDS) and serials == sorted(set(serials))
