"""Read a pack's folder: files -> Pack, or every fault at once.

Packs are untrusted data (DESIGN 11): see ``files.py`` for what is refused before it is
read and ``yamlmarks.py`` for what is refused in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from elder_tutor.lessons.drills.model import Drill
from elder_tutor.lessons.model import App, Course, Lesson, Pack
from elder_tutor.lessons.reading.build_app import build_app
from elder_tutor.lessons.reading.build_drill import build_drill
from elder_tutor.lessons.reading.build_lesson import build_course, build_lesson
from elder_tutor.lessons.reading.build_shell import check_timers, read_shell
from elder_tutor.lessons.reading.explain import validated
from elder_tutor.lessons.reading.faults import Fault, Place, Severity, Source, did_you_mean
from elder_tutor.lessons.reading.files import Found, pack_files
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.index import index_app
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import AppFile, CourseFile, LessonFile, PackFile
from elder_tutor.lessons.reading.schema_drill import DrillFile
from elder_tutor.lessons.reading.scope import Names
from elder_tutor.lessons.reading.yamlmarks import read_yaml

M = TypeVar("M", bound=BaseModel)
_DRILL = re.compile(rb"^drill[ ]*:", re.MULTILINE)
"""A file of a course is a drill when it says so; any other is a lesson."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack, or None when a fault is an error; ``notes`` is what the checks need besides."""

    pack: Pack | None
    faults: tuple[Fault, ...]
    notes: Reading


@dataclass(slots=True)
class _Files:
    """The files of a pack that have the right shape."""

    pack: tuple[PackFile, Place] | None = None
    apps: list[tuple[AppFile, Place]] = field(default_factory=list)
    courses: dict[str, tuple[CourseFile, Place]] = field(default_factory=dict)
    lessons: list[tuple[str, LessonFile, Place]] = field(default_factory=list)
    drills: list[tuple[str, DrillFile, Place]] = field(default_factory=list)
    broken_lessons: set[str] = field(default_factory=set)
    broken_courses: set[str] = field(default_factory=set)


def load_pack(folder: Path) -> Loaded:
    """Read and check a pack. A pack with an error is left out whole."""
    return read_pack(pack_files(folder), folder)


def read_pack(found: Found, folder: Path) -> Loaded:
    """Read a pack whose files are at hand already (the cache has hashed them)."""
    reading = Reading()
    reading.faults.found.extend(found.faults)
    names = Names()
    files = _shaped(found, names, reading)
    for app, place in files.apps:
        if app.app in names.apps:
            reading.faults.error(place.at("app"), f"two apps are called “{app.app}”")
            continue
        index_app(app, place, names, reading.faults)
    apps: dict[str, App] = {}
    for app, place in files.apps:
        if app.app not in apps:
            apps[app.app] = build_app(app, place, names, reading)
    lessons = _lessons(files, apps, names, reading)
    check_timers(reading)
    drills = _drills(files, lessons, apps, names, reading)
    courses = _courses(files, lessons, reading)
    pack = _pack(files, folder, apps, courses, lessons, drills, names, reading)
    faults = reading.faults.sorted()
    whole = pack if not any(fault.severity is Severity.ERROR for fault in faults) else None
    return Loaded(whole, faults, reading)


def _shaped(found: Found, names: Names, reading: Reading) -> _Files:
    files = _Files()
    for name, data in found.files:
        parts = name.removesuffix(".yaml").split("/")
        if name == "pack.yaml":
            files.pack = _file(PackFile, name, data, reading)
            if files.pack is not None:
                reading.language = files.pack[0].language
        elif parts[0] == "apps":
            app = _file(AppFile, name, data, reading)
            if app is None:
                names.broken.add(parts[1])
            elif _called(app[0].app, parts[1], "app", app[1], reading):
                files.apps.append(app)
        elif parts[2] == "course":
            course = _file(CourseFile, name, data, reading)
            if course is None:
                files.broken_courses.add(parts[1])
            elif _called(course[0].course, parts[1], "course", course[1], reading):
                files.courses[parts[1]] = course
        elif _DRILL.search(data):
            drill = _file(DrillFile, name, data, reading)
            if drill is None:
                files.broken_lessons.add(parts[2])
            elif _called(drill[0].drill, parts[2], "drill", drill[1], reading):
                files.drills.append((parts[1], *drill))
        else:
            lesson = _file(LessonFile, name, data, reading)
            if lesson is None:
                files.broken_lessons.add(parts[2])
            elif _called(lesson[0].lesson, parts[2], "lesson", lesson[1], reading):
                files.lessons.append((parts[1], *lesson))
    return files


def _file(model: type[M], name: str, data: bytes, reading: Reading) -> tuple[M, Place] | None:
    read = read_yaml(data, name, reading.faults)
    if read is None:
        return None
    value, place = read
    shaped = validated(model, value, place, reading.faults)
    return (shaped, place) if shaped is not None else None


def _called(said: str, name: str, what: str, place: Place, reading: Reading) -> bool:
    """Note a fault when a file or folder is not called as what it holds."""
    if said == name:
        return True
    where = "folder" if what == "course" else "file"
    reading.faults.error(
        place.at(what), f"the {where} is called “{name}” and the {what} in it “{said}”; make them the same"
    )
    return True


def _lessons(files: _Files, apps: dict[str, App], names: Names, reading: Reading) -> dict[str, Lesson]:
    lessons: dict[str, Lesson] = {}
    for course, lesson, place in files.lessons:
        if lesson.lesson in lessons:
            reading.faults.error(place.at("lesson"), f"two lessons are called “{lesson.lesson}”")
            continue
        lessons[lesson.lesson] = build_lesson(lesson, course, place, apps, names, reading)
    return lessons


def _drills(
    files: _Files, lessons: dict[str, Lesson], apps: dict[str, App], names: Names, reading: Reading
) -> dict[str, Drill]:
    drills: dict[str, Drill] = {}
    for course, drill, place in files.drills:
        if drill.drill in drills or drill.drill in lessons:
            said = f"a lesson or another drill is called “{drill.drill}” too"
            reading.faults.error(place.at("drill"), said)
            continue
        drills[drill.drill] = build_drill(drill, course, place, apps, names, reading)
        listed = files.courses.get(course)
        if listed is not None and drill.drill not in listed[0].drills:
            said = f"the drill “{drill.drill}” is missing in the list “drills”"
            reading.faults.error(listed[1], said)
    return drills


def _courses(files: _Files, lessons: dict[str, Lesson], reading: Reading) -> tuple[Course, ...]:
    courses = []
    for folder, (file, place) in files.courses.items():
        courses.append(build_course(file, place, reading))
        own = [lesson.id for lesson in lessons.values() if lesson.course == folder]
        for index, name in enumerate(file.lessons):
            if name not in own and name not in files.broken_lessons:
                said = f"there is no lesson {name}.yaml in this folder." + did_you_mean(name, own)
                reading.faults.error(place.at("lessons", index), said)
        there = [drill.drill for where, drill, _ in files.drills if where == folder]
        for index, name in enumerate(file.drills):
            if name not in there and name not in files.broken_lessons:
                said = f"there is no drill {name}.yaml in this folder." + did_you_mean(name, there)
                reading.faults.error(place.at("drills", index), said)
        for name in own:
            if name not in file.lessons:
                reading.faults.error(place.at("lessons"), f"the lesson “{name}” is missing in this list")
    for folder in sorted(
        {lesson.course for lesson in lessons.values()} - {*files.courses, *files.broken_courses}
    ):
        place = Place(Source(f"courses/{folder}/course.yaml"))
        reading.faults.error(place, "lessons lie in this folder and there is no course.yaml")
    return _in_order(courses, files, reading)


def _in_order(courses: list[Course], files: _Files, reading: Reading) -> tuple[Course, ...]:
    """Put the courses in the pack's order; those it does not name follow by id."""
    if files.pack is None:
        return tuple(courses)
    file, place = files.pack
    for index, name in enumerate(file.courses):
        if name not in files.courses and name not in files.broken_courses:
            said = f"there is no folder courses/{name}." + did_you_mean(name, files.courses)
            reading.faults.error(place.at("courses", index), said)
    order = {name: index for index, name in enumerate(file.courses)}
    return tuple(sorted(courses, key=lambda course: (order.get(course.id, len(order)), course.id)))


def _pack(
    files: _Files,
    folder: Path,
    apps: dict[str, App],
    courses: tuple[Course, ...],
    lessons: dict[str, Lesson],
    drills: dict[str, Drill],
    names: Names,
    reading: Reading,
) -> Pack | None:
    if files.pack is None:
        return None
    file, place = files.pack
    for index, app in enumerate(file.home):
        if app not in apps and app not in names.broken:
            reading.faults.error(
                place.at("home", index), f"there is no app “{app}”." + did_you_mean(app, apps)
            )
        elif app in apps and apps[app].hidden:
            reading.faults.error(place.at("home", index), f"the app “{app}” is hidden and has no icon")
    shell, status = read_shell(file, place, apps, names, reading)
    if shell in apps:
        apps[shell] = replace(apps[shell], status=status)
    reading.places["pack"] = place
    ordered = _ordered(courses, lessons)
    return Pack(
        id=file.pack,
        name=reading.plain(file.name, place.at("name"), Role.LABEL),
        language=file.language,
        folder=str(folder),
        apps=FrozenDict(apps),
        courses=courses,
        lessons=FrozenDict(ordered),
        home=tuple(file.home) or tuple(app.id for app in apps.values() if not app.hidden),
        shell=shell,
        status=status,
        drills=FrozenDict(drills),
    )


def _ordered(courses: tuple[Course, ...], lessons: dict[str, Lesson]) -> dict[str, Lesson]:
    """Answer the lessons in the order in which the courses name them."""
    named = [name for course in courses for name in course.lessons if name in lessons]
    return {name: lessons[name] for name in (*named, *lessons)}
