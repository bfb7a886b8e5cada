"""Check that an element says what its kind needs, and nothing that has no meaning there."""

from __future__ import annotations

from elder_tutor.lessons.model import Behaviour
from elder_tutor.lessons.reading.faults import Faults, Place
from elder_tutor.lessons.reading.schema import ElementFile

CALL_LOOKS = ("answer", "hangup", "dial")
"""How a call looks: answered, hung up, dialled."""
_NEEDS_VAR = ("scroll", "pages", "preview", "timeline", "record")
_TWIN = "the words of the button that does the same by a tap"


def check_element(written: ElementFile, behaviour: Behaviour, place: Place, faults: Faults) -> None:
    """Note what has no meaning for this kind, or is missing."""
    if behaviour is Behaviour.SHOW:
        _shown(written, place, faults)
    _rows(written, behaviour, place, faults)
    _variable(written, behaviour, place, faults)
    _gestures(written, place, faults)
    if written.facts and written.kind not in ("facts", "map"):
        faults.error(place.at("facts"), "“facts” belong to kind: facts or map")
    if written.read is not None and behaviour is not Behaviour.READ:
        faults.error(place.at("read"), f"a {written.kind} is not read; a card is")
    if written.else_ and written.on_if is None and written.open_if is None:
        faults.error(place.at("else"), "“else” needs “on_if” or “open_if”: otherwise it never happens")
    if written.look in CALL_LOOKS and written.kind != "call":
        faults.error(place.at("look"), f"“{written.look}” is a look of kind: call")
    if written.kind == "shade":
        _shade(written, place, faults)


def _shown(written: ElementFile, place: Place, faults: Faults) -> None:
    touched = {"do": written.do, "hold": written.hold, "swipe": written.swipe, "else": written.else_}
    for key, there in touched.items():
        if there:
            said = f"a {written.kind} is only shown and cannot be touched; a button can"
            faults.error(place.at(key), said)
    if written.rows is not None and written.kind != "timeline":
        faults.error(place.at("rows"), f"a {written.kind} shows no rows; a list or a timeline does")


def _rows(written: ElementFile, behaviour: Behaviour, place: Place, faults: Faults) -> None:
    if written.mine_if is not None and written.kind != "thread":
        faults.error(place.at("mine_if"), "“mine_if” belongs to kind: thread")
    if written.rows is not None:
        return
    for key in ("where", "open_if"):
        if getattr(written, key) is not None:
            said = f"“{key}” tests rows, and there are none here; “on_if” and “show_if” test variables"
            faults.error(place.at(key), said)
    if written.kind in ("timeline", "thread", "pins", "recents"):
        faults.error(place, f"a {written.kind} needs “rows”: a table or records")
    elif behaviour is Behaviour.CHOOSE and written.var is None:
        faults.error(place, f"a {written.kind} needs “rows” (a table or records) or “var” and “value”")


def _variable(written: ElementFile, behaviour: Behaviour, place: Place, faults: Faults) -> None:
    if written.value is not None and written.var is None:
        faults.error(place.at("value"), "“value” needs “var”: the variable that gets it")
    if written.var is not None:
        return
    if behaviour in (Behaviour.WRITE, Behaviour.SET):
        faults.error(place, f"a {written.kind} needs “var”: the variable that it changes")
    elif written.kind in _NEEDS_VAR:
        what = {
            "preview": "the level that is its size",
            "timeline": "the row that is reached",
            "record": "the yes or no that says whether it records",
        }.get(written.kind, "the level that says how far")
        faults.error(place, f"a {written.kind} needs “var”: {what}")


def _gestures(written: ElementFile, place: Place, faults: Faults) -> None:
    if written.hold and not written.hold_label:
        faults.error(place.at("hold"), f"“hold” needs “hold_label”: {_TWIN}")
    if written.swipe and not written.swipe_label:
        faults.error(place.at("swipe"), f"“swipe” needs “swipe_label”: {_TWIN}")
    for key, there in (
        ("hold_label", written.hold),
        ("swipe_label", written.swipe),
        ("swipe_to", written.swipe),
    ):
        if getattr(written, key) and not there and written.kind != "shade":
            faults.error(place.at(key), f"“{key}” needs “{key.partition('_')[0]}”: what happens then")


def _shade(written: ElementFile, place: Place, faults: Faults) -> None:
    """The rows of a shade are the phone's own notices: it opens them and puts them away by itself."""
    for key in ("var", "rows", "do", "hold", "swipe", "open_if", "where", "value"):
        if getattr(written, key):
            said = f"a shade lists the notices by itself; “{key}” has no meaning here"
            faults.error(place.at(key), said)
