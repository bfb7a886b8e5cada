"""Every page in one run: pictures, what was measured on each, and one sheet with all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from elder_tutor.app import App
from elder_tutor.ui import fonts
from elder_tutor.ui.measures.contrast import lowest_contrast
from elder_tutor.ui.measures.measuring import Measured, clipped, smallest_target
from elder_tutor.ui.picture import CannotWrite, Shot, centre, save, shown
from elder_tutor.ui.program import PAGES, TRAINER_PAGES
from elder_tutor.ui.theme import FAMILY, LIGHT

SIZES: Final = (1, 4)
WINDOWS: Final = ((1366, 768), (1080, 1920))
LIKE: Final = Shot("")
INDEX: Final = "index.json"
CONTACT: Final = "contact.png"
THUMB: Final = 232
LEGEND: Final = 22
"""The side of a small picture on the contact sheet and the height of its name, pixels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take pictures of; no language means those that are offered.

    ``like`` gives the lesson, stage and step of the lesson's pages, and the theme of all.
    """

    pages: tuple[str, ...] = PAGES
    langs: tuple[str, ...] = ()
    sizes: tuple[int, ...] = SIZES
    windows: tuple[tuple[int, int], ...] = WINDOWS
    like: Shot = LIKE


@dataclass(frozen=True, slots=True)
class Taken:
    """One picture and what was measured on it; ``sha256`` is that of the PNG file."""

    shot: Shot
    clipped: tuple[str, ...]
    contrast: Measured | None
    target: Measured | None
    sha256: str

    @property
    def name(self) -> str:
        """Answer the file's name without its ending."""
        return name_of(self.shot)

    def entry(self) -> dict[str, object]:
        """Answer what the index tells of the picture; a ratio and millimetres, to two digits."""
        return {
            "page": self.shot.page,
            "lang": self.shot.lang,
            "size": self.shot.size,
            "window": _sides(self.shot.window),
            "clipped": list(self.clipped),
            "contrast_min": None if self.contrast is None else round(self.contrast.value, 2),
            "target_min_mm": None if self.target is None else round(self.target.value, 2),
            "sha256": self.sha256,
        }


def take_all(wanted: Wanted, out: Path, data: Path | None = None) -> list[Taken]:
    """Write a PNG of every page, the index and the contact sheet into a folder; answer what was taken.

    Raises KnownError for a page that cannot be shown and CannotWrite for a file.
    """
    taken: list[Taken] = []
    rows: list[list[tuple[str, QImage]]] = []
    for page in wanted.pages:
        rows.append([])
        with centre(page, data, wanted.langs) as app:
            for shot in shots(page, wanted, app.settings.languages):
                image, one = _take(app, shot, out)
                rows[-1].append((one.name, _small(image)))
                taken.append(one)
    save(contact_sheet(rows), out / CONTACT)
    _write_index(taken, out / INDEX)
    return taken


def shots(page: str, wanted: Wanted, offered: Sequence[str]) -> Iterator[Shot]:
    """Yield the pictures of a page; the trainer's pages have one size of type."""
    sizes = wanted.sizes[:1] if page in TRAINER_PAGES else wanted.sizes
    for lang, size, window in product(wanted.langs or tuple(offered), sizes, wanted.windows):
        yield replace(wanted.like, page=page, lang=lang, size=size, window=window)


def name_of(shot: Shot) -> str:
    """Answer the name of a picture's file without its ending."""
    dark = "-dark" if shot.theme == "dark" else ""
    return f"{shot.page}-{shot.lang}-{shot.size}-{_sides(shot.window)}{dark}"


def faults(taken: Sequence[Taken]) -> list[str]:
    """Tell what is cut, and which pictures are the same as an earlier one, a line each."""
    first: dict[str, str] = {}
    found = [f"{one.name}: clipped {', '.join(one.clipped)}" for one in taken if one.clipped]
    for one in taken:
        earlier = first.setdefault(one.sha256, one.name)
        if earlier != one.name:
            found.append(f"{one.name}: the same picture as {earlier}")
    return found


def extremes(taken: Sequence[Taken]) -> Iterator[str]:
    """Tell where the contrast is weakest and where the target is smallest."""
    weak = min(((one.contrast, one.name) for one in taken if one.contrast is not None), default=None)
    if weak is not None:
        yield f"Lowest contrast {weak[0].value:.2f}: {weak[1]}, {weak[0].name}"
    small = min(((one.target, one.name) for one in taken if one.target is not None), default=None)
    if small is not None:
        yield f"Smallest target {small[0].value:.1f} mm: {small[1]}, {small[0].name}"


def contact_sheet(rows: Sequence[Sequence[tuple[str, QImage]]]) -> QImage:
    """Answer one picture of small pictures with their names below, a row for each page."""
    wide = max((len(row) for row in rows), default=1)
    sheet = QImage(
        max(1, wide) * (THUMB + 8), max(1, len(rows)) * (THUMB + LEGEND), QImage.Format.Format_RGB32
    )
    sheet.fill(QColor(LIGHT.card))
    fonts.load()
    painter = QPainter(sheet)
    painter.setPen(QColor(LIGHT.ink))
    font = QFont(FAMILY)
    font.setPixelSize(13)
    painter.setFont(font)
    for down, row in enumerate(rows):
        for across, (name, small) in enumerate(row):
            left, top = across * (THUMB + 8), down * (THUMB + LEGEND)
            painter.drawImage(left + (THUMB - small.width()) // 2, top + (THUMB - small.height()) // 2, small)
            legend = QRect(left, top + THUMB, THUMB + 8, LEGEND)
            painter.drawText(legend, Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return sheet


def _take(app: App, shot: Shot, out: Path) -> tuple[QImage, Taken]:
    with shown(app, shot) as program:
        image = program.grab()
        file = out / f"{name_of(shot)}.png"
        save(image, file)
        window = program.window
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        measured = (tuple(clipped(window)), lowest_contrast(window, image), smallest_target(window))
        taken = Taken(shot, *measured, digest)
    # No event loop runs here: windows that were closed are given back at once.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return image, taken


def _small(image: QImage) -> QImage:
    whole, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(THUMB, THUMB, whole, smooth)


def _write_index(taken: Sequence[Taken], file: Path) -> None:
    told = json.dumps([one.entry() for one in taken], indent=1, ensure_ascii=False)
    try:
        file.write_text(f"{told}\n", encoding="utf-8")
    except OSError as error:
        raise CannotWrite("“{file}” cannot be written.", {"file": file}) from error


def _sides(window: tuple[int, int]) -> str:
    return f"{window[0]}x{window[1]}"
