"""What lessons, courses, steps and drills are called in each language, for files that leave the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.model import Lesson
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import Phrase, phrase

Named = Mapping[str, str]
"""Language → what is shown."""
Shown = Mapping[str, Callable[[Phrase], str]]
"""Language → what turns a phrase into shown words, as `Wording.shown` does."""


@dataclass(frozen=True, slots=True)
class LessonTitle:
    """One lesson (or drill): its names, those of its course and steps; a private one has neither."""

    id: str
    pack: str
    private: bool
    title: Named
    course_id: str
    course: Named
    steps: Mapping[str, Named]


def titles(catalog: Catalog, shown: Shown) -> dict[str, LessonTitle]:
    """Answer every lesson and drill of the packs by its id.

    What stands in events and not here belongs to a pack that is gone: nothing says whether it
    was private, so no file names it.
    """
    found = {lesson.id: _lesson(catalog, lesson, shown) for lesson in catalog.lessons}
    for drill in catalog.drills:
        pack, _ = catalog.drill(drill.id)
        title = _named(phrase(drill.title, pack.id), shown)
        found[drill.id] = LessonTitle(drill.id, pack.id, False, title, "", {}, {})
    return found


def _lesson(catalog: Catalog, lesson: Lesson, shown: Shown) -> LessonTitle:
    domain = catalog.domain(lesson.id)
    if lesson.private:
        return LessonTitle(PRIVATE_ID, domain, True, _named(PRIVATE_LESSON, shown), "", {}, {})
    course = catalog.course(lesson.id)
    steps = {
        step.id: _named(phrase(step.name or (step.say[0] if step.say else step.id), domain), shown)
        for step in lesson.steps
    }
    return LessonTitle(
        lesson.id,
        domain,
        False,
        _named(phrase(lesson.title, domain), shown),
        course.id if course else "",
        _named(phrase(course.name, domain), shown) if course else {},
        steps,
    )


def _named(words: Phrase, shown: Shown) -> Named:
    return {lang: show(words) for lang, show in shown.items()}


PRIVATE_ID: Final = "private"
"""The id under which all private lessons stand together in files."""
