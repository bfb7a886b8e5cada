"""The packs that are there: courses in order, lessons, apps, and what was left out and why."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from elder_tutor.errors import KnownError
from elder_tutor.lessons.drills.model import Drill
from elder_tutor.lessons.model import App, Course, Lesson, Pack
from elder_tutor.lessons.reading import cache
from elder_tutor.lessons.reading.faults import Fault
from elder_tutor.lessons.reading.files import pack_files


class UnknownLesson(KnownError):
    """Tell that no pack has this lesson."""


class UnknownApp(KnownError):
    """Tell that no pack has this app."""


class Catalog:
    """Look up lessons, courses and apps of every pack. Lessons stand in the order of their courses."""

    def __init__(
        self, packs: Sequence[Pack], faults: Sequence[Fault] = (), left_out: Sequence[str] = ()
    ) -> None:
        self.packs: tuple[Pack, ...] = tuple(packs)
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.left_out: tuple[str, ...] = tuple(left_out)
        """The folders whose pack has an error; the home page says so in one calm sentence."""
        self._pack_of: dict[str, Pack] = {lesson: pack for pack in packs for lesson in pack.lessons}
        self._pack_of_app: dict[str, Pack] = {app: pack for pack in packs for app in pack.apps}

    @property
    def courses(self) -> tuple[Course, ...]:
        """Answer the courses of all packs, in order."""
        return tuple(course for pack in self.packs for course in pack.courses)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Answer every lesson in the order in which it is offered."""
        return tuple(pack.lessons[name] for pack in self.packs for name in pack.lessons)

    @property
    def apps(self) -> Mapping[str, App]:
        """Answer the apps of all packs."""
        return {name: app for pack in self.packs for name, app in pack.apps.items()}

    def lesson(self, lesson_id: str) -> Lesson:
        """Answer a lesson. Raises UnknownLesson, which lists what there is."""
        return self.pack_of(lesson_id).lessons[lesson_id]

    def pack_of(self, lesson_id: str) -> Pack:
        """Answer the pack that holds a lesson; its apps make up the lesson's phone. Raises UnknownLesson."""
        pack = self._pack_of.get(lesson_id)
        if pack is None:
            there = ", ".join(lesson.id for lesson in self.lessons) or "–"
            raise UnknownLesson(
                "There is no lesson “{lesson}”. There is: {lessons}.", {"lesson": lesson_id, "lessons": there}
            )
        return pack

    @property
    def drills(self) -> tuple[Drill, ...]:
        """Answer every drill, in the order of the courses."""
        return tuple(drill for pack in self.packs for drill in pack.drills.values())

    def drill(self, drill_id: str) -> tuple[Pack, Drill]:
        """Answer a drill and its pack. Raises UnknownLesson, which lists what there is."""
        for pack in self.packs:
            if drill_id in pack.drills:
                return pack, pack.drills[drill_id]
        there = ", ".join(drill.id for drill in self.drills) or "–"
        raise UnknownLesson(
            "There is no drill “{drill}”. There is: {drills}.", {"drill": drill_id, "drills": there}
        )

    def domain(self, lesson_id: str) -> str:
        """Answer the translation domain of a lesson: the id of its pack. Raises UnknownLesson."""
        return self.pack_of(lesson_id).id

    def app(self, app_id: str) -> App:
        """Answer an app. Raises UnknownApp, which lists what there is."""
        pack = self._pack_of_app.get(app_id)
        if pack is None:
            there = ", ".join(self._pack_of_app) or "–"
            raise UnknownApp("There is no app “{app}”. There is: {apps}.", {"app": app_id, "apps": there})
        return pack.apps[app_id]

    def course(self, lesson_id: str) -> Course | None:
        """Answer the course that offers a lesson. Raises UnknownLesson."""
        pack = self.pack_of(lesson_id)
        return next((course for course in pack.courses if lesson_id in course.lessons), None)

    def needs(self, lesson_id: str) -> tuple[Lesson, ...]:
        """Answer the lessons to be offered before this one; one that no pack has counts as met."""
        wanted = self.lesson(lesson_id).needs
        return tuple(self.lesson(name) for name in wanted if name in self._pack_of)


def open_catalog(folders: Sequence[Path], cache_dir: Path | None = None) -> Catalog:
    """Read the packs in these folders: from the cache where their files have not changed.

    A folder is a pack, or a folder of packs. A pack with an error is left out whole and its
    faults are kept; so is one whose lessons or apps are called as those of a pack before it.
    """
    packs: list[Pack] = []
    faults: list[Fault] = []
    left_out: list[str] = []
    for folder in pack_folders(folders):
        pack, found = read_one(folder, cache_dir)
        if pack is not None:
            clashes = tuple(_clashes(pack, packs))
            found += clashes
            pack = None if clashes else pack
        faults.extend(found)
        if pack is None:
            left_out.append(folder.name)
        else:
            packs.append(pack)
    return Catalog(packs, faults, left_out)


def read_one(folder: Path, cache_dir: Path | None = None) -> tuple[Pack | None, tuple[Fault, ...]]:
    """Answer a pack, from the cache if its files have not changed, and its faults."""
    found = pack_files(folder)
    key = "" if found.faults else cache.key_of(found, folder)
    kept = cache.read(key, cache_dir) if key else None
    if kept is not None:
        return kept, ()
    # only here, so that a start with unchanged packs loads neither pydantic nor yaml
    from elder_tutor.lessons.loader import read_pack

    loaded = read_pack(found, folder)
    if loaded.pack is not None and key:
        cache.write(loaded.pack, key, cache_dir)
    return loaded.pack, loaded.faults


def pack_folders(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Answer the folders that are packs: each folder itself, or those in it, by name."""
    packs: list[Path] = []
    for folder in folders:
        if (folder / "pack.yaml").exists():
            packs.append(folder)
            continue
        with contextlib.suppress(OSError):
            packs += sorted(each for each in folder.iterdir() if (each / "pack.yaml").exists())
    return tuple(dict.fromkeys(packs))


def _clashes(pack: Pack, before: Sequence[Pack]) -> list[Fault]:
    """Note a fault for each name that a pack before this one has already."""
    faults = []
    for other in before:
        if other.id == pack.id:
            faults.append(Fault("pack.yaml", 0, "pack", f"another pack is called “{pack.id}” too"))
        for what, mine, theirs in (("lesson", pack.lessons, other.lessons), ("app", pack.apps, other.apps)):
            for name in sorted(set(mine) & set(theirs)):
                faults.append(Fault("pack.yaml", 0, "", f"the pack “{other.id}” has {what} “{name}” already"))
    return faults
