"""A plain walk over a pack: which screens, events and refusals can come up at all.

It over-approximates on purpose (every guard counts as open), so what it calls unreachable is.
That a goal stays reachable with the guards is another question: the proof of no dead ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from elder_tutor.lessons.model import Element, Lesson, Pack, Screen
from elder_tutor.lessons.rules import Effect, Go, Notify, Open, Path, Say, Send, StartTimer, Stop

APP_OPENED = "app_opened"
"""The event that the phone itself sends."""


@dataclass(slots=True)
class Reached:
    """What the walk came to; ``said`` and ``stopped`` are keys."""

    screens: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    stopped: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    timers: set[str] = field(default_factory=set)


def walk(pack: Pack) -> Reached:
    """Start where a learner can start.

    That is every icon of the home screen, the phone's own touches, the start of every lesson and
    check, and every item of a drill.
    """
    reached = Reached(sent={APP_OPENED})
    todo = [app.first for app in pack.apps.values() if not app.hidden]
    for app in pack.apps.values():
        for effects in (app.hold, *app.keys.values(), app.events.get(APP_OPENED, ())):
            todo += _follow(effects, pack, reached)
    for lesson in pack.lessons.values():
        todo += [lesson.start, *_follow(lesson.prepare, pack, reached)]
        begun = lesson.check.start if lesson.check else None
        if begun is not None:
            todo += [begun.screen, *_follow(begun.prepare, pack, reached)]
    for drill in pack.drills.values():
        for effects in (drill.prepare, *(bank.deliver for bank in drill.banks)):
            todo += _follow(effects, pack, reached)
    screens = {screen.id: screen for app in pack.apps.values() for screen in app.screens.values()}
    while todo:
        screen = screens.get(todo.pop())
        if screen is not None and screen.id not in reached.screens:
            reached.screens.add(screen.id)
            todo += [screen.back, *_leads(screen, pack, reached)]
    return reached


def _leads(screen: Screen, pack: Pack, reached: Reached) -> Iterator[str]:
    for element in screen.elements:
        yield from _follow(effects_of(element), pack, reached)


def effects_of(element: Element) -> tuple[Effect, ...]:
    """Answer everything that touching an element can do."""
    return (*element.do, *element.otherwise, *element.hold, *element.swipe)


def _follow(effects: Iterable[Effect], pack: Pack, reached: Reached) -> Iterator[str]:
    """Yield the screens that effects lead to, through the events they send and the timers they start."""
    for effect in effects:
        match effect:
            case Go(screen) | Open(screen) | Notify(screen):
                yield pack.apps[screen].first if screen in pack.apps else screen
            case Send(event) if event not in reached.sent:
                reached.sent.add(event)
                for app in pack.apps.values():
                    yield from _follow(app.events.get(event, ()), pack, reached)
            case StartTimer(timer) if timer not in reached.timers:
                reached.timers.add(timer)
                yield from _follow(_timer(timer, pack), pack, reached)
            case Say(key):
                reached.said.add(key)
            case Stop(key):
                reached.stopped.add(key)


def _timer(timer: str, pack: Pack) -> tuple[Effect, ...]:
    return pack.apps[timer.partition(".")[0]].timers.get(timer, ())


def paths_in(value: object) -> Iterator[Path]:
    """Yield every path that conditions, effects or elements name, however deep."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from paths_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from paths_in(getattr(value, each.name))


def elements(pack: Pack) -> Iterator[tuple[Screen, Element]]:
    """Yield every element with its screen."""
    for app in pack.apps.values():
        for screen in app.screens.values():
            for element in screen.elements:
                yield screen, element


def apps_of(lesson: Lesson) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield (app, where) of every app that a lesson's start, touches and gates name."""
    if lesson.start:
        yield lesson.start.partition(".")[0], ("start",)
    for index, step in enumerate(lesson.steps):
        for touch in step.touch:
            first, _, rest = touch.partition(".")
            yield rest if first == "home" else first, ("steps", index, "touch")
        for path in paths_in(step.until):
            yield path.root.partition(".")[0], ("steps", index, "until")
    for path in paths_in(lesson.aim):
        yield path.root.partition(".")[0], ("aim",)
    if lesson.check is not None:
        for path in paths_in(lesson.check.goal):
            yield path.root.partition(".")[0], ("check", "goal")
