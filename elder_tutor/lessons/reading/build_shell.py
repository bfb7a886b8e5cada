"""What a pack says of the phone itself: its own app, its status bar, how long its timers run."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import STATUS, App, VarKind
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.reading import Reading
from elder_tutor.lessons.reading.schema import PackFile
from elder_tutor.lessons.reading.scope import Names, Scope, UnknownNameError

_LEVELS = ("battery", "volume", "brightness")


def read_shell(
    file: PackFile, place: Place, apps: Mapping[str, App], names: Names, reading: Reading
) -> tuple[str, FrozenDict[str, str]]:
    """Answer the phone's own app, and what the status bar reads (a name of STATUS -> a variable)."""
    shell = file.shell or ""
    if shell and shell not in apps and shell not in names.broken:
        reading.faults.error(place.at("shell"), f"there is no app “{shell}”." + did_you_mean(shell, apps))
    if file.status and not shell:
        reading.faults.error(place.at("status"), "“status” needs “shell”: the app that is the phone itself")
    for app in apps.values():
        if shell and app.keys and app.id != shell:
            said = f"only the phone's own app “{shell}” has “keys”"
            reading.faults.error(reading.places[app.id].at("keys"), said)
    found = {}
    for name, var in file.status.items():
        if name not in STATUS:
            said = f"the status bar does not show “{name}”." + did_you_mean(name, STATUS)
            reading.faults.error(place.at("status", name), said)
            continue
        kind = VarKind.LEVEL if name in _LEVELS else VarKind.YESNO
        try:
            found[name] = resolve.of_kind(Scope(names), var, kind)[0]
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("status", name), unknown.sentence)
    return shell, FrozenDict(found)


def check_timers(reading: Reading) -> None:
    """Note a timer that is started with different seconds: it has one length."""
    known: dict[str, int] = {}
    for timer, after, place in reading.timers:
        if known.setdefault(timer, after) != after:
            said = f"“{timer}” runs {known[timer]} seconds elsewhere; a timer has one length"
            reading.faults.error(place.at("after"), said)
