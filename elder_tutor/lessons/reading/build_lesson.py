"""Build Lesson and Course of ``model.py`` from their checked files."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.model import (
    App,
    Check,
    Course,
    Lesson,
    Mistake,
    Opinion,
    Start,
    Step,
    Value,
)
from elder_tutor.lessons.reading import resolve
from elder_tutor.lessons.reading.build_ask import build_ask, worded
from elder_tutor.lessons.reading.build_element import REGIONS
from elder_tutor.lessons.reading.faults import Place, did_you_mean
from elder_tutor.lessons.reading.parse import condition
from elder_tutor.lessons.reading.parse_effects import effects, opened
from elder_tutor.lessons.reading.parse_values import set_values
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import (
    CheckFile,
    CourseFile,
    HappeningFile,
    LessonFile,
    MistakeFile,
    OpinionFile,
    StartFile,
    StepFile,
)
from elder_tutor.lessons.reading.scope import Names, Scope, UnknownNameError
from elder_tutor.lessons.rules import AnyOf, Effect, Happening, Set, Text

_NEVER = AnyOf(())
"""Stands for a goal that could not be read; a fault was noted, so the pack is left out."""


def build_lesson(
    file: LessonFile, course: str, place: Place, apps: Mapping[str, App], names: Names, reading: Reading
) -> Lesson:
    """Answer the lesson; what is wrong in it is noted in ``reading``."""
    reading.places[f"lesson:{file.lesson}"] = place
    _apps(file, place, names, reading)
    asks = tuple(
        build_ask(name, each, apps, names, place.at("ask", name), reading) for name, each in file.ask.items()
    )
    scope = Scope(names, ask={ask.name: frozenset(value for value, _ in ask.choices) for ask in asks})
    begun = len(reading.texts)
    start, prepare = build_start(file.start, scope, place.at("start"), reading)
    lesson = Lesson(
        id=file.lesson,
        revision=file.revision,
        course=course,
        title=reading.plain(file.title, place.at("title"), Role.LABEL),
        icon=reading.icon(file.icon, place.at("icon")),
        minutes=file.minutes,
        needs=tuple(file.needs),
        apps=tuple(file.apps),
        start=start,
        prepare=prepare,
        ask=asks,
        opening=_texts(file.opening, scope, place.at("opening"), reading),
        goal=_texts(file.goal, scope, place.at("goal"), reading),
        steps=tuple(
            _step(step, apps, scope, place.at("steps", n), reading) for n, step in enumerate(file.steps)
        ),
        mistakes=tuple(
            _mistake(each, scope, place.at("mistakes", n), reading) for n, each in enumerate(file.mistakes)
        ),
        check=_check(file.check, scope, place.at("check"), reading) if file.check else None,
        praise=_texts(file.praise, scope, place.at("praise"), reading),
        remember=_texts(file.remember, scope, place.at("remember"), reading),
        aim=condition(file.aim, scope, place.at("aim"), reading.faults),
        private=file.private,
    )
    _unique([step.id for step in file.steps], "steps", place.at("steps"), reading)
    _unique([each.id for each in file.mistakes], "mistakes", place.at("mistakes"), reading)
    worded(asks, begun, reading)
    return lesson


def build_course(file: CourseFile, place: Place, reading: Reading) -> Course:
    """Answer the course."""
    reading.places[f"course:{file.course}"] = place
    _unique(list(file.lessons), "lessons", place.at("lessons"), reading)
    return Course(
        id=file.course,
        name=reading.plain(file.name, place.at("name"), Role.LABEL),
        icon=reading.icon(file.icon, place.at("icon")),
        lessons=tuple(file.lessons),
        drills=tuple(file.drills),
    )


def _apps(file: LessonFile, place: Place, names: Names, reading: Reading) -> None:
    for index, app in enumerate(file.apps):
        if app not in names.apps and app not in names.broken:
            said = f"there is no app “{app}”." + did_you_mean(app, names.apps)
            reading.faults.error(place.at("apps", index), said)


def _texts(texts: list[str], scope: Scope, place: Place, reading: Reading) -> tuple[Text, ...]:
    return tuple(reading.text(text, scope, place.at(n), Role.NARRATION) for n, text in enumerate(texts))


def _unique(ids: list[str], what: str, place: Place, reading: Reading) -> None:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            reading.faults.error(place.at(index), f"two {what} are called “{name}”")


def build_start(
    file: StartFile, scope: Scope, place: Place, reading: Reading
) -> tuple[str, tuple[Effect, ...]]:
    """Answer the screen in front ("" for home) and the effects that ready the phone."""
    given = set_values(file.set, scope, place.at("set"), reading)
    prepare: tuple[Effect, ...] = (Set(given),) if given else ()
    prepare += effects(file.do, scope, place.at("do"), reading)
    if file.open == "home":
        return "", prepare
    try:
        found = opened(file.open, scope)
        return found if "." in found else f"{found}.{scope.names.apps[found].first}", prepare
    except UnknownNameError as unknown:
        if unknown.sentence:
            reading.faults.error(place.at("open"), unknown.sentence)
        return "", prepare


def _step(file: StepFile, apps: Mapping[str, App], scope: Scope, place: Place, reading: Reading) -> Step:
    touch = []
    for index, name in enumerate(file.touch):
        try:
            touch.append(resolve.element(scope.names, name))
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("touch", index), unknown.sentence)
    _rows(file, tuple(touch), apps, place, reading)
    if file.region and file.region not in REGIONS:
        reading.faults.error(
            place.at("region"), f"“{file.region}” cannot stand here." + did_you_mean(file.region, REGIONS)
        )
    if file.must and not file.touch:
        reading.faults.error(
            place.at("must"), "“must” needs “touch”: the element that has to be touched once"
        )
    if file.optional and (file.must or file.until):
        reading.faults.error(
            place.at("optional"), "an optional step binds nothing; leave “until” and “must” away"
        )
    return Step(
        id=file.id,
        say=_texts(file.say, scope, place.at("say"), reading),
        name=reading.plain(file.name, place.at("name"), Role.LABEL),
        touch=tuple(touch),
        rows=tuple(file.rows),
        hold=file.hold,
        swipe=file.swipe,
        for_=_for(file, scope, place.at("for"), reading),
        region=file.region,
        until=condition(file.until, scope, place.at("until"), reading.faults),
        must=file.must,
        optional=file.optional,
        opinion=_opinion(file.opinion, scope, place.at("opinion"), reading) if file.opinion else None,
    )


def _for(
    file: StepFile, scope: Scope, place: Place, reading: Reading
) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    asks = scope.ask or {}
    for name, values in file.for_.items():
        if name not in asks:
            said = f"the lesson asks nothing called “{name}”." + did_you_mean(name, asks)
            reading.faults.error(place.at(name), said)
            continue
        known = [str(value) for value in asks[name]]
        for value in values:
            if value not in asks[name]:
                said = f"“{name}” is never “{value}”." + did_you_mean(str(value), known)
                reading.faults.error(place.at(name), said)
    return tuple((name, tuple(values)) for name, values in file.for_.items())


def _rows(
    file: StepFile, touch: tuple[str, ...], apps: Mapping[str, App], place: Place, reading: Reading
) -> None:
    """Note rows that none of the touched choices offers."""
    if not touch:
        return
    screens = {screen.id: screen for app in apps.values() for screen in app.screens.values()}
    elements = (
        element
        for name in touch
        if (screen := screens.get(name.rpartition(".")[0])) is not None
        for element in screen.elements
        if element.id == name
    )
    tables = {table.name: table for app in apps.values() for table in app.tables.values()}
    known = {
        str(row["id"]) for element in elements if element.rows in tables for row in tables[element.rows].rows
    }
    for index, row in enumerate(file.rows):
        if row not in known:
            said = f"no choice that this step touches has a row “{row}”." + did_you_mean(row, known)
            reading.faults.error(place.at("rows", index), said)


def _opinion(file: OpinionFile, scope: Scope, place: Place, reading: Reading) -> Opinion:
    ids = [option.id for option in file.options]
    for where, name in (("answer", file.answer), *(("also_right", name) for name in file.also_right)):
        if name not in ids:
            reading.faults.error(place.at(where), f"there is no option “{name}”." + did_you_mean(name, ids))
    return Opinion(
        options=tuple(
            (
                option.id,
                reading.text(option.text, scope, place.at("options", n, "text"), Role.LABEL),
                reading.icon(option.icon, place.at("options", n, "icon")),
            )
            for n, option in enumerate(file.options)
        ),
        answer=file.answer,
        also_right=tuple(file.also_right),
        wrong=reading.text(file.wrong, scope, place.at("wrong"), Role.NARRATION),
    )


def _mistake(file: MistakeFile, scope: Scope, place: Place, reading: Reading) -> Mistake:
    triggers = [key for key in ("said", "stopped", "did", "when") if getattr(file, key) is not None]
    if len(triggers) + file.tip != 1:
        reading.faults.error(place, "a mistake has exactly one of: said, stopped, did, when, or tip: true")
    did = file.did or ""
    if did:
        try:
            did = resolve.element(scope.names, did)
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("did"), unknown.sentence)
    return Mistake(
        id=file.id,
        say=_texts(file.say, scope, place.at("say"), reading),
        name=reading.plain(file.name, place.at("name"), Role.LABEL),
        said=_key(file.said, scope),
        stopped=_key(file.stopped, scope),
        did=did,
        when=condition(file.when, scope, place.at("when"), reading.faults),
        tip=file.tip,
        watch=file.watch,
    )


def _key(key: str | None, scope: Scope) -> str:
    """Answer the key of a refusal; ``waqar.day_not_free`` may name its app."""
    app, dot, rest = (key or "").partition(".")
    return rest if dot and app in scope.names.apps else key or ""


def _check(file: CheckFile, scope: Scope, place: Place, reading: Reading) -> Check:
    asks = scope.ask or {}
    for name, how in file.ask.items():
        if name not in asks:
            reading.faults.error(
                place.at("ask", name), f"the lesson asks nothing called “{name}”." + did_you_mean(name, asks)
            )
        if how != "draw":
            reading.faults.error(
                place.at("ask", name), "write “draw” here: the value is drawn for each check"
            )
    goal = condition(file.goal, scope, place.at("goal"), reading.faults)
    return Check(
        draw=tuple(file.ask),
        say=_texts(file.say, scope, place.at("say"), reading),
        goal=goal if goal is not None else _NEVER,
        passed=_texts(file.passed, scope, place.at("passed"), reading),
        not_yet=_texts(file.not_yet, scope, place.at("not_yet"), reading),
        start=Start(*build_start(file.start, scope, place.at("start"), reading)) if file.start else None,
        never=tuple(
            happening(each, scope, place.at("never", n), reading) for n, each in enumerate(file.never)
        ),
        most_wrong=file.at_most.wrong if file.at_most else None,
    )


def happening(file: HappeningFile, scope: Scope, place: Place, reading: Reading) -> Happening:
    """Answer what may happen on the way, after checking that exactly one thing is named."""
    if sum(value is not None for value in (file.did, file.said, file.stopped)) != 1:
        reading.faults.error(place, "write exactly one of: did, said, stopped")
    did = file.did or ""
    if did:
        try:
            did = resolve.element(scope.names, did)
        except UnknownNameError as unknown:
            if unknown.sentence:
                reading.faults.error(place.at("did"), unknown.sentence)
    return Happening(did=did, said=_key(file.said, scope), stopped=_key(file.stopped, scope))
