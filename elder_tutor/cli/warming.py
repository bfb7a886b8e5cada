"""Speak every fixed sentence of the packs once, so that a kiosk never waits for its voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from elder_tutor.app import App
from elder_tutor.speech.cache import ClipCache
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.errors import NothingToSay
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import PROGRAM, Phrase

_VALUE = re.compile(r"\{(?!\d)[^}]*\}")
"""A place that is filled while a lesson runs; a number is written out and always the same."""
_NOT_SAID = ("cli", "doctor", "progress", "reports", "text", "ui/doctor", "ui/trainer")
"""Rooms whose sentences a learner does not hear."""
_LOOK_EVERY = 50


@dataclass(frozen=True, slots=True)
class Warmed:
    """What a warming did: sentences, how long they last together, and whether the cache is full."""

    sentences: int
    seconds: float
    full: bool


def lines(app: App, langs: Sequence[str], lesson: str = "") -> tuple[Line, ...]:
    """Collect every fixed sentence of the packs and the program, in the order of the files, each once.

    ``lesson`` keeps to one lesson, its apps and the program. Raise UnknownLesson.
    """
    wanted = list(_phrases(app, lesson))
    found: dict[tuple[str, ...], Line] = {}
    for lang in langs:
        wording = app.wording(lang)
        for phrase in wanted:
            for line in wording.line(phrase).sentences():
                if not line.private:
                    found.setdefault((line.lang, *(word.spoken for word in line.words)), line)
    return tuple(found.values())


def warm(
    engine: Engine,
    cache: ClipCache,
    wanted: Sequence[Line],
    wpm: Callable[[str], int],
    done: Callable[[int], None] = lambda _: None,
) -> Warmed:
    """Speak lines into the cache until it is full; ``done`` is told how many were spoken.

    Raise NoVoice or VoiceFailed.
    """
    sentences, milliseconds = 0, 0
    for number, line in enumerate(wanted, 1):
        if number % _LOOK_EVERY == 0:
            kept = cache.kept()
            if kept.size > kept.most_size * 0.97:
                return Warmed(sentences, milliseconds / 1000, full=True)
        try:
            clip = engine.synth(line, wpm=wpm(line.lang))
        except NothingToSay:
            continue
        finally:
            done(number)
        sentences += 1
        milliseconds += clip.duration_ms
    return Warmed(sentences, milliseconds / 1000, full=False)


def _phrases(app: App, lesson: str) -> Iterator[Phrase]:
    from elder_tutor.text.catalogues import pack_template, program_template

    for pack in app.catalog.packs:
        if not lesson or lesson in pack.lessons:
            for key, places in _messages(pack_template(Path(pack.folder))):
                if not lesson or _concerns(places, lesson, pack.lessons[lesson].apps):
                    yield Phrase(key, pack.id)
    if lesson:
        app.catalog.lesson(lesson)
    package = Path(__file__).resolve().parents[1]
    rooms = tuple(f"{package.name}/{room}" for room in _NOT_SAID)
    for key, places in _messages(program_template(package)):
        if not all(place.startswith(rooms) for place in places):
            yield Phrase(key, PROGRAM)


def _messages(template: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    for message in template:  # type: ignore[attr-defined]  # babel tells no types
        if message.id and not _VALUE.search(str(message.id)):
            yield str(message.id), tuple(place for place, _ in message.locations)


def _concerns(places: Sequence[str], lesson: str, apps: Sequence[str]) -> bool:
    return any(Path(place).stem in (lesson, "pack", "course", *apps) for place in places)
