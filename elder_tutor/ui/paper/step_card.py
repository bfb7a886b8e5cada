"""Step cards: a lesson on paper, six touches a page, each pictured from the lesson itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from elder_tutor.app import App
from elder_tutor.lessons.model import Lesson
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.paper.camera import Camera
from elder_tutor.ui.paper.card_leaf import GAP, INSIDE, LARGE, Card, Cell, paper_of, picture_height, rows_of
from elder_tutor.ui.paper.moments import Moment, gathered, instructions
from elder_tutor.ui.paper.scene import scene_of
from elder_tutor.ui.paper.sheet import Paper
from elder_tutor.ui.phone.kit import drawing as named_drawing
from elder_tutor.ui.place import Box

STEP_CARD: Final = phrase("Step card")
PAGE_OF: Final = phrase("Page {page} of {pages}")
HOME_SCREEN: Final = phrase("The phone's home screen")
KEYBOARD: Final = phrase("The keyboard")
FOR_HELP: Final = phrase("For help:")
REMEMBER: Final = phrase("Remember:")
HELP_NUMBER: Final = phrase("{phone:phone}")
NAME: Final = phrase("Name:")
DATE: Final = phrase("Date:")
NOTES: Final = phrase("My notes:")
NAMELESS: Final = phrase("This card bears no name.")

MANY, FEW = 6, 4
"""Cards on a page: of ordinary and of large type."""
_SHORT_NAME: Final = re.compile("[«“][^»”]{1,16}[»”]")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a card is wanted: language, size of type 1..4, number for help, and for whom and when."""

    lang: str = "ar"
    size: int = 1
    phone: str = ""
    name: str = ""
    day: date | None = None


PLAIN: Final = Wish()


def step_card(app: App, lesson_id: str, wish: Wish = PLAIN) -> Paper:
    """Make the step card of a lesson. Raises KnownError for a lesson that is not there."""
    made = [paper for _, paper in steps_of_card(app, lesson_id, wish) if paper is not None]
    return made[-1]


def steps_of_card(app: App, lesson_id: str, wish: Wish = PLAIN) -> Iterator[tuple[int, Paper | None]]:
    """Make a step card one picture at a time: yield how many are taken, at last the card.

    Between two of them a window can answer.
    """
    lesson, wording = app.catalog.lesson(lesson_id), app.wording(wish.lang)
    camera = Camera(wording, wish.size)
    try:
        pages: list[tuple[Cell, ...]] = []
        found: list[Moment] = []
        for so_far in gathered(app, lesson_id, wish.day):
            found = so_far
            yield 0, None
        met = iter(enumerate(found, 1))
        for count in shares(len(found), FEW if wish.size >= LARGE else MANY):
            cells: list[Cell] = []
            for number, moment in islice(met, count):
                cells.append(_cell(app, camera, moment, number, rows_of(count), wish.size))
                yield number, None
            pages.append(tuple(cells))
    finally:
        camera.close()
    yield len(found), paper_of(_card(app, lesson, tuple(pages), wording, wish), wording.lang)


def shares(count: int, most: int) -> list[int]:
    """Share cards among as few pages as there can be, in pairs, so that none stands nearly empty."""
    pages = max(1, -(-count // most))
    parts = [count // pages // 2 * 2] * pages
    spare = count - sum(parts)
    for number in range(pages):
        if spare >= 2 and parts[number] + 2 <= most:
            parts[number] += 2
            spare -= 2
    parts[-1] += spare
    return parts


def _cell(app: App, camera: Camera, moment: Moment, number: int, rows: int, size: int) -> Cell:
    wording, view = camera.wording, moment.view
    front = view.under if view.dialog and view.under is not None else view
    picture = Box(0, 0, (INSIDE.width - GAP) / 2, picture_height(rows, size))
    photograph = camera.take(moment)
    on_keys = moment.target.element.startswith("key.")
    name = wording.shown(front.app_name) if front.app_name else wording.shown(HOME_SCREEN)
    title = wording.shown(front.title) if front.title and front.app else ""
    ways = tuple(
        dict.fromkeys(_unbroken(" ".join(map(wording.shown, way))) for way in instructions(app, moment))
    )
    return Cell(
        wording.number(number), wording.shown(KEYBOARD) if on_keys else name, "" if on_keys else title,
        front.colour or "lagoon", ways, scene_of(photograph, picture.width / picture.height),
        moment.written,
    )  # fmt: skip


def _unbroken(text: str) -> str:
    """Keep a short name between quotation marks on one line."""
    return _SHORT_NAME.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _card(
    app: App, lesson: Lesson, pages: tuple[tuple[Cell, ...], ...], wording: Wording, wish: Wish
) -> Card:
    domain = app.catalog.domain(lesson.id)

    def shown(said: Phrase) -> str:
        return wording.shown(said)

    advice = (said for mistake in lesson.mistakes if mistake.tip for said in mistake.say)
    remember = " ".join(shown(phrase(each, domain)) for each in (*lesson.remember, *advice))
    words = {
        "head": shown(STEP_CARD), "help": shown(FOR_HELP), "name": shown(NAME), "date": shown(DATE),
        "remember": shown(REMEMBER), "nameless": shown(NAMELESS), "notes": shown(NOTES),
    }  # fmt: skip
    count = len(pages)
    words |= {f"page{n}": shown(phrase(PAGE_OF.key, page=n + 1, pages=count)) for n in range(count)}
    title = shown(PRIVATE_LESSON if lesson.private else phrase(lesson.title, domain))
    kept = "" if lesson.private else wish.name
    day = wording.date(wish.day, "day_month") if wish.day and kept else ""
    icon = "" if lesson.private else named_drawing(lesson.icon, "apps")
    phone = shown(phrase(HELP_NUMBER.key, phone=wish.phone)) if wish.phone else ""
    return Card(title, icon, pages, remember, lesson.private, wish.size, kept, day, phone, words)
