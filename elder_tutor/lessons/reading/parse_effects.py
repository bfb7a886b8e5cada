"""Turn written effects into values of ``model.py``, with every name qualified and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.parse import condition
from elder_tutor.lessons.reading.parse_values import SETTABLE, args, fields, own, pairs, set_values
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import EffectFile
from elder_tutor.lessons.reading.scope import Scope, Target, UnknownNameError
from elder_tutor.lessons.rules import (
    Add,
    CancelTimer,
    Change,
    Clear,
    Condition,
    Effect,
    Go,
    NewCode,
    Notify,
    Open,
    Remove,
    Say,
    Send,
    Set,
    StartTimer,
    StepBy,
    Stop,
    Toast,
)

VERBS = (
    "set",
    "clear",
    "go",
    "open",
    "add",
    "change",
    "remove",
    "new_code",
    "send",
    "notify",
    "start",
    "cancel",
    "step",
    "toast",
    "say",
    "stop",
)
_TAKES_WITH = ("add", "change", "send", "notify")
_TAKES_TEXT = ("say", "stop", "notify")


def effects(
    written: Sequence[EffectFile], scope: Scope, place: Place, reading: Reading
) -> tuple[Effect, ...]:
    """Answer the effects that could be read, in order."""
    read = (_effect(each, scope, place.at(index), reading) for index, each in enumerate(written))
    return tuple(effect for effect in read if effect is not None)


def _effect(written: EffectFile, scope: Scope, place: Place, reading: Reading) -> Effect | None:
    verbs = [verb for verb in VERBS if getattr(written, verb) is not None]
    if len(verbs) != 1:
        said = (
            f"{' and '.join(verbs)} stand together; write each as an entry of its own"
            if verbs
            else "this effect does nothing"
        )
        reading.faults.error(place, said + ("" if verbs else ": it needs one of " + ", ".join(VERBS)))
        return None
    verb = verbs[0]
    if written.with_ and verb not in _TAKES_WITH:
        reading.faults.error(place.at("with"), f"“with” has no meaning beside “{verb}”")
    if written.text and verb not in _TAKES_TEXT:
        reading.faults.error(place.at("text"), f"“text” has no meaning beside “{verb}”")
    if written.after is not None and verb != "start":
        reading.faults.error(place.at("after"), f"“after” has no meaning beside “{verb}”")
    when = condition(written.if_, scope, place.at("if"), reading.faults)
    try:
        return _READERS[verb](written, when, scope, place, reading)
    except UnknownNameError as unknown:
        if unknown.sentence:
            reading.faults.error(place.at(verb), unknown.sentence)
        return None


def _set(written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading) -> Effect:
    return Set(set_values(written.set or {}, scope, place.at("set"), reading), when)


def _clear(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    names = []
    for index, name in enumerate(written.clear or ()):
        try:
            own(name, scope)
            names.append(resolve.of_kind(scope, name, *VarKind)[0])
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("clear", index), unknown.sentence)
    return Clear(tuple(names), when)


def _go(written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading) -> Effect:
    name = str(written.go)
    if name == "back":
        return Go("back", when)
    if not scope.app:
        raise UnknownNameError("a lesson opens a screen with “open: app.screen”")
    found = resolve.screen(scope, name)
    if not found.startswith(scope.app + "."):
        raise UnknownNameError(f"“{name}” is a screen of another app; write “open: {name}”")
    return Go(found, when)


def _open(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    return Open(opened(str(written.open), scope), when)


def opened(name: str, scope: Scope) -> str:
    """Answer what ``open`` names: a screen, an app (resumed) or home. Raises UnknownNameError."""
    app, dot, _ = name.partition(".")
    if name == "home":
        return name
    if not dot:
        if app not in scope.names.apps and scope.app and app in scope.names.apps[scope.app].screens:
            raise UnknownNameError(f"“{name}” is a screen of this app; write “go: {name}”")
        return resolve.app_names(scope.names, app).id
    return resolve.screen(Scope(scope.names), name)


def _add(written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading) -> Effect:
    own(str(written.add), scope)
    name, var = resolve.of_kind(scope, str(written.add), VarKind.RECORDS)
    return Add(name, fields(var.shape, written.with_, scope, place.at("with"), reading), when)


def _change(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    own(str(written.change), scope)
    name, var = resolve.of_kind(scope, str(written.change), VarKind.RECORD)
    if not written.with_:
        reading.faults.error(place, "“change” needs “with”: the fields and their new values")
    return Change(name, fields(var.shape, written.with_, scope, place.at("with"), reading), when)


def _remove(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    own(str(written.remove), scope)
    return Remove(resolve.of_kind(scope, str(written.remove), VarKind.RECORD)[0], when)


def _new_code(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    own(str(written.new_code), scope)
    return NewCode(resolve.of_kind(scope, str(written.new_code), VarKind.CODE)[0], when)


def _send(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    passed = args(written.with_, scope, place.at("with"), reading)
    reading.sent(str(written.send), frozenset(name for name, _ in passed), place.at("send"))
    return Send(str(written.send), passed, when)


def _notify(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    shown = resolve.screen(scope, str(written.notify))
    owner = Scope(scope.names, shown.partition(".")[0])

    def there(name: str) -> Target:
        resolve.of_kind(owner, name, *SETTABLE)
        return resolve.variable(owner, name)

    given = pairs(written.with_, there, scope, place.at("with"), reading)
    if not written.text:
        reading.faults.error(place, "“notify” needs “text”: the words of the notice")
    text = reading.text(written.text, scope, place.at("text"), Role.LABEL)
    return Notify(shown, text, given, when)


def _timer(name: str, scope: Scope) -> str:
    app, rest = resolve.qualified(scope, name)
    own(name, scope)
    timers = resolve.app_names(scope.names, app).timers
    if rest not in timers:
        raise UnknownNameError(f"{app} has no timer “{rest}”." + did_you_mean(rest, timers))
    return f"{app}.{rest}"


def _start(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    timer = _timer(str(written.start), scope)
    if written.after:
        reading.timers.append((timer, written.after, place))
    return StartTimer(timer, when, written.after or 0)


def _cancel(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    return CancelTimer(_timer(str(written.cancel), scope), when)


def _step(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    values = []
    for name, by in (written.step or {}).items():
        try:
            own(name, scope)
            values.append((resolve.of_kind(scope, name, VarKind.LEVEL)[0], by))
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("step", name), unknown.sentence)
    return StepBy(tuple(values), when)


def _toast(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    return Toast(reading.text(written.toast or "", scope, place.at("toast"), Role.NARRATION), when)


def _words(written: EffectFile, verb: str, scope: Scope, place: Place, reading: Reading) -> tuple[str, str]:
    """Answer (key, text) of ``{say: key, text: …}`` or ``say: {key: …, text: …}``."""
    said = getattr(written, verb)
    key, text, spot = said, written.text, place.at("text")
    if isinstance(said, dict):
        extra = set(said) - {"key", "text"}
        if extra or not isinstance(said.get("key"), str):
            raise UnknownNameError(f"write “{verb}: key” and “text: …” beside it")
        key, text, spot = said["key"], str(said.get("text") or ""), place.at(verb, "text")
    reading.said(verb, key, bool(text), scope.app, place.at(verb))
    return key, reading.text(text, scope, spot, Role.NARRATION)


def _say(written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading) -> Effect:
    return Say(*_words(written, "say", scope, place, reading), when)


def _stop(
    written: EffectFile, when: Condition | None, scope: Scope, place: Place, reading: Reading
) -> Effect:
    return Stop(*_words(written, "stop", scope, place, reading), when)


_READERS: Mapping[str, Callable[[EffectFile, Condition | None, Scope, Place, Reading], Effect]] = {
    "set": _set,
    "clear": _clear,
    "go": _go,
    "open": _open,
    "add": _add,
    "change": _change,
    "remove": _remove,
    "new_code": _new_code,
    "send": _send,
    "notify": _notify,
    "start": _start,
    "cancel": _cancel,
    "step": _step,
    "toast": _toast,
    "say": _say,
    "stop": _stop,
}
