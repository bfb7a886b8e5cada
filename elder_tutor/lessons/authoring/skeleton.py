"""A commented skeleton of a lesson, written into a pack so that its author only fills in.

The skeleton is a lesson that works from the first moment: it teaches one touch of an app of
the pack, ``elder-tutor check`` finds no error in it, and it can be played at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from elder_tutor.errors import KnownError
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import KINDS, App, Behaviour, Element, Pack

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_TOUCHED: Final = (Behaviour.TAP, Behaviour.READ)
_ONE_LINE: Final = re.compile(r"^(lessons:[ ]*\[)([^\]#]*)(\].*)$", re.MULTILINE)
_MANY_LINES: Final = re.compile(r"^lessons:[ ]*\n((?:[ ]*-[ ].*\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewLesson:
    """What was written: the lesson's file, and the course's file it was entered in."""

    lesson: Path
    course: Path


def new_lesson(folder: Path, course: str, lesson: str, app: str = "") -> NewLesson:
    """Write a skeleton of ``lesson`` into ``course`` of the pack in ``folder``, and enter it there.

    A course that is not there is begun. ``app`` is the app that the lesson uses, by default the
    first one of the pack with something to touch. Raises KnownError for a name that cannot be
    one, a lesson that is there already, an app that is not there, a pack that cannot be read and
    a folder that cannot be written.
    """
    for name in (course, lesson):
        if not _ID.fullmatch(name) or name == "course":
            said = "“{name}” is no name for a file; use Latin letters, digits, - and _."
            raise KnownError(said, {"name": name})
    pack = _pack(folder)
    if lesson in pack.lessons:
        raise KnownError("The pack has a lesson “{name}” already.", {"name": lesson})
    used, element = _taught(pack, app)
    home = folder / "courses" / course
    file = home / f"{lesson}.yaml"
    if file.exists():
        raise KnownError("{file} is there already; nothing was changed.", {"file": str(file)})
    entered = _entered(home / "course.yaml", course, lesson)
    try:
        home.mkdir(parents=True, exist_ok=True)
        file.write_text(_skeleton(lesson, used, element), "utf-8")
        (home / "course.yaml").write_text(entered, "utf-8")
    except OSError as error:
        raise KnownError("{file} cannot be written: {why}.", {"file": str(file), "why": error}) from error
    return NewLesson(file, home / "course.yaml")


def _pack(folder: Path) -> Pack:
    loaded = load_pack(folder)
    if loaded.pack is None:
        first = str(loaded.faults[0]) if loaded.faults else "there is no pack.yaml"
        raise KnownError("The pack {folder} cannot be read: {why}", {"folder": str(folder), "why": first})
    return loaded.pack


def _taught(pack: Pack, wanted: str) -> tuple[App, Element]:
    """Answer an app, and something on its first screen that is always there to be touched."""
    if wanted and wanted not in pack.apps:
        there = ", ".join(pack.apps)
        raise KnownError("The pack has no app “{app}”; it has: {apps}.", {"app": wanted, "apps": there})
    for app in (pack.apps[wanted],) if wanted else pack.apps.values():
        for element in app.screens[app.first].elements:
            always = element.show_if is None and element.on_if is None and not element.rows
            if always and KINDS[element.kind] in _TOUCHED and "{" not in element.label + element.text:
                return app, element
    which = wanted or ", ".join(pack.apps)
    raise KnownError("Nothing can be touched on the first screen of {app} yet.", {"app": which})


def _entered(file: Path, course: str, lesson: str) -> str:
    """Answer the course's file with the lesson in its list; what an author wrote there stays."""
    if not file.exists():
        return _COURSE.format(course=course, lesson=lesson)
    text = file.read_text("utf-8")
    short, long = _ONE_LINE.search(text), _MANY_LINES.search(text)
    if short:
        listed = f"{short[2].rstrip().rstrip(',')}, {lesson}" if short[2].strip() else lesson
        return text[: short.start()] + short[1] + listed + short[3] + text[short.end() :]
    if long:
        indent = re.match(r"[ ]*", long[1])
        line = f"{indent[0] if indent else ''}- {lesson}\n"
        return text[: long.end()].rstrip("\n") + "\n" + line + text[long.end() :]
    said = "{file} has no list of lessons that a line can be added to."
    raise KnownError(said, {"file": str(file)})


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _skeleton(lesson: str, app: App, element: Element) -> str:
    label = element.label or element.text
    verb = "اِقْرَؤُوا" if KINDS[element.kind] is Behaviour.READ else "اِضْغَطُوا"
    return _LESSON.format(
        lesson=lesson, app=app.id, start=app.first, touch=element.id, say=_quoted(f"{verb} «{label}»."),
        goal=_quoted(f"{verb} «{label}» وَحْدَكُمْ."),
    )  # fmt: skip


_COURSE: Final = """\
course: {course}
# The course's name as people read it, with all vowel signs.
name: دَوْرَةٌ جَدِيدَةٌ
icon: notes
# In the order in which they are offered.
lessons: [{lesson}]
"""

_LESSON: Final = """\
lesson: {lesson}
# Raise it when the steps change, so that old and new results are not mixed.
revision: 1
# Every Arabic text is written once, with all vowel signs: the voice reads them, the page hides them.
title: دَرْسٌ جَدِيدٌ
icon: notes
minutes: 10
# Lessons to be offered before this one; they never lock.
needs: []
# Every app that the lesson uses.
apps: [{app}]
# Where the phone stands at the start. "set" and "do" can prepare it.
start: {{open: {start}}}

# What varies. The taught stages use "follow", the check draws:
# ask:
#   half: {{one_of: {{morning: صَبَاحًا, evening: مَسَاءً}}, follow: morning}}

# Said first: a greeting, what is learnt, and that nothing can go wrong. At most 14 words a sentence.
opening:
  - أَهْلًا وَسَهْلًا بِكُمْ.
  - هٰذَا تَدْرِيبٌ فَقَطْ. خُذُوا وَقْتَكُمْ.

# What is said where the learner does it all alone.
goal: {goal}

# The good way. "touch" ties words to an element, "until" is a condition that closes the step,
# "must: true" asks for the touch itself. From any other place the tutor finds the way by itself.
steps:
  - id: first
    name: الْخُطْوَةُ الْأُولَى
    touch: {touch}
    must: true
    say: {say}

# Likely mistakes and their repair: said (a refusal's key), stopped (a safety stop's key),
# did (an element), when (a condition), or tip: true (advice without a trigger).
mistakes:
  - id: calm
    tip: true
    say: لَا بَأْسَ إِنْ أَخْطَأْتُمْ، فَالرُّجُوعُ مُمْكِنٌ دَائِمًا.

# The varied task, judged by how the phone stands at the end:
# check:
#   ask: {{half: draw}}
#   say: "وَالْآنَ دُونَ مُسَاعَدَةٍ: اِحْجِزُوا مَوْعِدًا {{ask.half}}."
#   goal: {{has: app.visits, where: {{half: $ask.half}}}}
#   passed: أَحْسَنْتُمْ!
#   not_yet: اِقْتَرَبْتُمْ كَثِيرًا.

praise: أَحْسَنْتُمْ!
# The one line for the step card on the fridge.
remember: "تَذَكَّرُوا: الرُّجُوعُ مُمْكِنٌ دَائِمًا."
"""
