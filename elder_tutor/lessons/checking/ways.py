"""Check what can come up at all: screens, targets, mistakes, events, answers that stand somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elder_tutor.lessons.checking.walk import (
    APP_OPENED,
    Reached,
    apps_of,
    effects_of,
    elements,
    paths_in,
    walk,
)
from elder_tutor.lessons.model import KINDS, App, Behaviour, Element, Lesson, Pack, Screen, VarKind
from elder_tutor.lessons.reading.faults import Faults, Place, did_you_mean
from elder_tutor.lessons.reading.reading import FIELD_NAME, Reading
from elder_tutor.lessons.reading.resolve import SHELL
from elder_tutor.lessons.rules import Add, Effect, Notify, Send, Text
from elder_tutor.text.marks import shown


def check_ways(pack: Pack, notes: Reading, faults: Faults) -> None:
    """Note what no walk over the pack's screens ever comes to."""
    reached = walk(pack)
    for app in pack.apps.values():
        _screens(app, reached, notes, faults)
        _answers(app, pack, notes, faults)
    for _, element in elements(pack):
        _does(element, notes.places[element.id], faults)
    _events(pack, notes, faults)
    for lesson in pack.lessons.values():
        _lesson(lesson, pack, reached, notes.places[f"lesson:{lesson.id}"], faults)


def _screens(app: App, reached: Reached, notes: Reading, faults: Faults) -> None:
    for screen in app.screens.values():
        place = notes.places[screen.id]
        if screen.id not in reached.screens:
            faults.warn(place, "no way leads to this screen")
        up, seen = screen, {screen.id}
        while up.back in app.screens:
            up = app.screens[up.back]
            if up.id in seen:
                faults.error(
                    place.at("back"), "“back” goes round in a circle here: the home screen is never reached"
                )
                break
            seen.add(up.id)
        if screen.dialog and not screen.back and not app.over:
            faults.error(place, "a dialog needs “back”: the screen it lies over")
        _twins(screen, place, faults)


def _twins(screen: Screen, place: Place, faults: Faults) -> None:
    """Two controls with one name cannot be told apart by voice."""
    seen: dict[str, Element] = {}
    for index, element in enumerate(screen.elements):
        if not element.label or KINDS[element.kind] is Behaviour.SHOW or "{" in element.label:
            continue
        twin = seen.setdefault(element.label, element)
        alone = element.show_if is None or twin.show_if is None
        same_field = element.var and element.var == twin.var
        if twin is not element and alone and not same_field:
            faults.warn(
                place.at("elements", index), f"“{element.label}” stands twice on this screen; name them apart"
            )


def _does(element: Element, place: Place, faults: Faults) -> None:
    if KINDS[element.kind] is Behaviour.TAP and not (element.do or element.hold or element.var):
        faults.warn(place, f"this {element.kind} does nothing: add “do”")


def _events(pack: Pack, notes: Reading, faults: Faults) -> None:
    handled = {event for app in pack.apps.values() for event in app.events}
    sent: dict[str, list[frozenset[str]]] = {APP_OPENED: [frozenset(("app",))]}
    for send in notes.sends:
        sent.setdefault(send.event, []).append(send.args)
        if send.event not in handled:
            faults.warn(
                send.place,
                f"no app has an event “{send.event}”, so nothing happens."
                + did_you_mean(send.event, handled),
            )
    for app in pack.apps.values():
        for event, effects in app.events.items():
            place = notes.places[app.id].at("events", event)
            if event not in sent:
                faults.warn(place, f"nobody sends “{event}”")
                continue
            for name in sorted(_args(effects)):
                if not all(name in args for args in sent[event]):
                    faults.error(place, f"$arg.{name} is read here, and somebody sends “{event}” without it")


def _args(effects: tuple[Effect, ...]) -> set[str]:
    return {path.root.partition(".")[2] for path in paths_in(effects) if path.root.startswith("arg.")}


def _answers(app: App, pack: Pack, notes: Reading, faults: Faults) -> None:
    """FORMAT rule 9: what has to be written must be readable somewhere a learner can get to."""
    written = {element.var for _, element in elements(pack) if KINDS[element.kind] is Behaviour.WRITE}
    readable = "\n".join(_close(text) for text in _readable(pack, notes))
    for var in app.vars.values():
        if var.kind is not VarKind.TEXT or var.name not in written:
            continue
        for each in var.classes:
            place = notes.places[var.name].at("text", each.name)
            if each.equals is None:
                continue
            if each.equals.startswith("$"):
                if not _shown(each.equals[1:], app, pack):
                    faults.error(
                        place, f"nothing ever shows {each.equals[1:]}: a learner could not know what to write"
                    )
            elif _close(each.equals) not in readable:
                faults.warn(
                    place,
                    f"“{each.equals}” stands nowhere in the pack: a learner could not know what to write",
                )


def _readable(pack: Pack, notes: Reading) -> Iterator[str]:
    """Answer every text, and what stands in the columns of tables that texts show."""
    shows = {name.rpartition(".")[2] for use in notes.texts for name in FIELD_NAME.findall(use.text)}
    yield from (use.text for use in notes.texts)
    for app in pack.apps.values():
        rows = (row for table in app.tables.values() for row in table.rows)
        yield from (str(cell) for row in rows for column, cell in row.items() if column in shows)


def _close(text: str) -> str:
    """Answer a text without spaces and vowel signs: a number stands in groups, a word vowelled."""
    return shown(text).replace(" ", "")


def _shown(code: str, app: App, pack: Pack) -> bool:
    """Tell whether a code stands in a text of its app, or is handed on to a message."""
    own = code.partition(".")[2]
    if any(name == own for text in _texts(app) for name in FIELD_NAME.findall(text)):
        return True
    return any(
        path.root == code
        for effect in _all_effects(pack)
        if isinstance(effect, (Send, Add, Notify))
        for path in paths_in(effect)
    )


def _texts(app: App) -> Iterator[Text]:
    for screen in app.screens.values():
        yield screen.title
        for element in screen.elements:
            yield from (element.label, element.text, element.sub)
            yield from (text for fact in element.facts for text in fact[:2])
    for effect in _effects(app):
        if isinstance(effect, Notify):
            yield effect.text


def _effects(app: App) -> Iterator[Effect]:
    for screen in app.screens.values():
        for element in screen.elements:
            yield from effects_of(element)
    for effects in (*app.events.values(), *app.timers.values()):
        yield from effects


def _all_effects(pack: Pack) -> Iterator[Effect]:
    for app in pack.apps.values():
        yield from _effects(app)
    for lesson in pack.lessons.values():
        yield from lesson.prepare


def _lesson(lesson: Lesson, pack: Pack, reached: Reached, place: Place, faults: Faults) -> None:
    _apps(lesson, pack, place, faults)
    for index, name in enumerate(lesson.needs):
        if name not in pack.lessons:
            faults.warn(
                place.at("needs", index), f"there is no lesson “{name}” in this pack; it counts as done"
            )
    for index, step in enumerate(lesson.steps):
        for n, touch in enumerate(step.touch):
            if _screen_of(touch) not in reached.screens and not _of_the_phone(touch):
                faults.error(place.at("steps", index, "touch", n), f"no way leads to the screen of “{touch}”")
    for index, mistake in enumerate(lesson.mistakes):
        spot = place.at("mistakes", index)
        if mistake.said and mistake.said not in reached.said:
            faults.error(spot.at("said"), _never(mistake.said, "says", reached.said))
        if mistake.stopped and mistake.stopped not in reached.stopped:
            faults.error(spot.at("stopped"), _never(mistake.stopped, "stops for", reached.stopped))
        if mistake.did and _screen_of(mistake.did) not in reached.screens and not _of_the_phone(mistake.did):
            faults.error(spot.at("did"), f"no way leads to the screen of “{mistake.did}”")
    _gates(lesson, place, faults)
    _asks(lesson, place, faults)


def _never(key: str, does: str, known: Iterable[str]) -> str:
    return f"this cannot happen: nothing ever {does} “{key}”." + did_you_mean(key, known)


def _of_the_phone(touch: str) -> bool:
    """Tell whether a touch belongs to the phone itself and is there on every screen."""
    return touch in SHELL or touch.partition(".")[0] in ("home", "side", "key")


def _screen_of(element: str) -> str:
    return element.rpartition(".")[0]


def _apps(lesson: Lesson, pack: Pack, place: Place, faults: Faults) -> None:
    for app, where in dict.fromkeys(apps_of(lesson)):
        if app in pack.apps and app not in lesson.apps:
            faults.error(place.at(*where), f"the lesson needs the app “{app}”; add it to “apps”")


def _gates(lesson: Lesson, place: Place, faults: Faults) -> None:
    conditions = [step for step in lesson.steps if step.until is not None]
    closed = any(step.must or step.opinion for step in lesson.steps) or lesson.steps[-1].touch
    if not conditions and not closed:
        faults.error(
            place.at("steps"), "nothing says when this lesson is done: give the last step “until” or “touch”"
        )
    elif not conditions and lesson.aim is None:
        faults.warn(
            place.at("steps"),
            "no step has “until”: in “alone” the learner must make every touch that “must” asks for",
        )


def _asks(lesson: Lesson, place: Place, faults: Faults) -> None:
    if lesson.check is None:
        faults.warn(place, "there is no check task (“check”): nobody can show that they can do it unaided")
        return
    used = {path.root for path in paths_in(lesson.check.goal)}
    begun = lesson.check.start
    ready = {path.root for path in paths_in((lesson.prepare, begun.prepare if begun else ()))}
    for name in lesson.check.draw:
        if f"ask.{name}" in ready - used:
            continue
        if f"ask.{name}" not in used:
            faults.warn(
                place.at("check", "ask", name),
                f"“{name}” is drawn and neither the start nor the check's goal uses it",
            )
        elif not any(f"{{ask.{name}" in text for text in lesson.check.say):
            faults.error(
                place.at("check", "say"),
                f"the sentence does not say which “{name}” is wanted: add {{ask.{name}}}",
            )
