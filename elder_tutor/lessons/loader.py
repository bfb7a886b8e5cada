"""Read a pack's folder: files -> Pack, or every fault at once.

Packs are untrusted data (DESIGN 11): see ``files.py`` for what is refused before it is
read and ``yamlmarks.py`` for what is refused in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from elder_tutor.lessons.model import App, Course, Lesson, Pack
from elder_tutor.lessons.reading.build_app import build_app
from elder_tutor.lessons.reading.build_lesson import build_course, build_lesson
from elder_tutor.lessons.reading.explain import validated
from elder_tutor.lessons.reading.faults import Fault, Place, Severity, Source, did_you_mean
from elder_tutor.lessons.reading.files import Found, pack_files
from elder_tutor.lessons.reading.frozen import FrozenDict
from elder_tutor.lessons.reading.index import index_app
from elder_tutor.lessons.reading.reading import Reading, Role
from elder_tutor.lessons.reading.schema import AppFile, CourseFile, LessonFile, PackFile
from elder_tutor.lessons.reading.scope import Names
from elder_tutor.lessons.reading.yamlmarks import read_yaml

M = TypeVar("M", bound=BaseModel)


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
    courses = _courses(files, lessons, reading)
    pack = _pack(files, folder, apps, courses, lessons, names, reading)
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


def _courses(files: _Files, lessons: dict[str, Lesson], reading: Reading) -> tuple[Course, ...]:
    courses = []
    for folder, (file, place) in files.courses.items():
        courses.append(build_course(file, place, reading))
        own = [lesson.id for lesson in lessons.values() if lesson.course == folder]
        for index, name in enumerate(file.lessons):
            if name not in own and name not in files.broken_lessons:
                said = f"there is no lesson {name}.yaml in this folder." + did_you_mean(name, own)
                reading.faults.error(place.at("lessons", index), said)
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
    )


def _ordered(courses: tuple[Course, ...], lessons: dict[str, Lesson]) -> dict[str, Lesson]:
    """Answer the lessons in the order in which the courses name them."""
    named = [name for course in courses for name in course.lessons if name in lessons]
    return {name: lessons[name] for name in (*named, *lessons)}
