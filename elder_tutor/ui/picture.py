"""Take a picture of any page, without a screen, through the program's own composition."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from elder_tutor import i18n, resources
from elder_tutor.app import App, build
from elder_tutor.errors import KnownError

if TYPE_CHECKING:
    from elder_tutor.ui.program import Program

PICTURE_SEED: Final = 1
PICTURE_PLACE: Final = "picture"
"""No picture changes what a board shows of a real place."""
MORNING: Final = time(10, 15)
"""The clock on the phone in pictures (DESIGN 5)."""


class CannotWrite(KnownError):
    """Tell that a file could not be written."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What to show: page, lesson, stage, step from 1, language, size of type 1..4, window in pixels.

    ``theme`` is ``light`` or ``dark``.
    """

    page: str
    lesson: str = "book-appointment"
    stage: str = "follow"
    step: int = 1
    lang: str = "ar"
    size: int = 1
    window: tuple[int, int] = (1366, 768)
    theme: str = "light"


def take_picture(shot: Shot, out: Path, data: Path | None = None) -> None:
    """Render a page into a PNG file.

    ``data`` is the progress data to show, and nothing of it changes; without it an empty one is made
    and thrown away, with invented people in it where a page would show nobody.
    Raises KnownError for an unknown page, lesson or step and CannotWrite for the file.
    """
    with centre(shot.page, data, (shot.lang,)) as app, shown(app, shot) as program:
        save(program.grab(), out)


@contextmanager
def centre(page: str, data: Path | None = None, langs: Sequence[str] = ()) -> Iterator[App]:
    """Give the domain a page is pictured with, on a fixed day, and close it afterwards.

    Without ``data`` it is empty or invented; ``langs`` may name the languages made up for tests.
    """
    without_screen()
    from elder_tutor.ui.door.sample import DOOR, fill_door
    from elder_tutor.ui.family.sample import FAMILY, fill_home
    from elder_tutor.ui.program import PICTURE_DAY
    from elder_tutor.ui.sample import SAMPLED, fill
    from elder_tutor.ui.sample_board import BOARD, fill_board

    moment = datetime.combine(PICTURE_DAY, MORNING, UTC)
    with tempfile.TemporaryDirectory(prefix="elder-tutor-") as own, _folder(data) as folder:
        app = build(
            folder, clock=lambda: moment, seed=lambda: PICTURE_SEED, today=PICTURE_DAY, kiosk=PICTURE_PLACE
        )
        try:
            if any(lang in i18n.PSEUDO for lang in langs):
                app.translations = (pseudo_catalogues(own),)
            if data is None and page in SAMPLED:
                fill(app, PICTURE_DAY)
            elif data is None and page == BOARD:
                fill_board(app)
            elif data is None and page in DOOR:
                fill_door(app, page)
            elif data is None and page in FAMILY:
                fill_home(app, PICTURE_DAY)
            yield app
        finally:
            app.close()


@contextmanager
def shown(app: App, shot: Shot) -> Iterator[Program]:
    """Give a window in which a page stands as in a picture; close it afterwards, and set the clock back."""
    from elder_tutor.ui.program import Program

    clock = app.clock
    program = Program(app, shot.window, shot.lang, shot.size, theme=shot.theme)
    try:
        program.show_page(shot.page, lesson=shot.lesson, stage=shot.stage, step=shot.step)
        program.settle()
        yield program
    finally:
        program.close()
        app.clock = clock


def pseudo_catalogues(folder: str) -> Path:
    """Write the languages made up for tests of the layout into a folder and answer it."""
    from elder_tutor.text.pseudo import write_pseudo

    write_pseudo(Path(folder), resources.translations())
    return Path(folder)


def save(image: object, out: Path) -> None:
    """Write a picture, with the folder it lies in. Raises CannotWrite."""
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite("“{file}” cannot be written.", {"file": out}) from error
    if not image.save(str(out), "PNG"):  # type: ignore[call-overload]
        raise CannotWrite("“{file}” cannot be written.", {"file": out})


def without_screen() -> None:
    """Let Qt draw into memory when there is no Qt yet."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    """Give a folder to show pages with: a copy, because whoever is shown to come in is written down."""
    from elder_tutor.progress.backups import copy_to

    with tempfile.TemporaryDirectory(prefix="elder-tutor-") as folder:
        if data is not None:
            copy_to(data, Path(folder))
        yield Path(folder)
