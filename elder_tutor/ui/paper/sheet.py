"""Sheets of paper: one drawing of a page serves the PDF file, the printer and the picture on the screen."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.theme import DESIGN_PX_PER_MM

A4_MM: Final = (210.0, 297.0)
"""ISO 216."""
RESOLUTION: Final = 1200
"""Dots an inch of a PDF file: only rounding depends on it, for words and lines are outlines."""
CREATOR: Final = "Elder Tutor"
CANNOT_WRITE: Final = phrase("“{file}” cannot be written.").key

Leaf = Callable[[QPainter], None]
"""Paints one page in design pixels (96 to the inch), from the upper left corner."""


class CannotPrint(KnownError):
    """Tell that a file cannot be written. Fact: ``file``."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages that belong together; ``title`` is what a reader of the file shows at its top."""

    title: str
    leaves: tuple[Leaf, ...]
    landscape: bool = False

    @property
    def size(self) -> QSizeF:
        """Answer width and height of a page in design pixels."""
        short, long = (side * DESIGN_PX_PER_MM for side in A4_MM)
        return QSizeF(long, short) if self.landscape else QSizeF(short, long)

    @property
    def layout(self) -> QPageLayout:
        """Answer the page for a printer: A4 with no margin of its own, for the drawing has one."""
        way = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))


def need_type() -> None:
    """Begin Qt, where no window has, and load our type. Raises FontMissing."""
    from elder_tutor.ui.application import qt_application  # loaded late: the windows show papers too

    qt_application()


def write_pdf(paper: Paper, path: Path) -> None:
    """Write a PDF file whole or not at all; words stay words, in our own type. Raises CannotPrint."""
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        if not _written(paper, part):
            raise CannotPrint(CANNOT_WRITE, {"file": path})
        part.replace(path)
    except OSError as error:
        raise CannotPrint(CANNOT_WRITE, {"file": path}) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _written(paper: Paper, part: Path) -> bool:
    writer = QPdfWriter(str(part))
    writer.setTitle(paper.title)
    writer.setCreator(CREATOR)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(paper.layout)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    paint_all(paper, painter, lambda: bool(writer.newPage()), RESOLUTION)
    return painter.end()


def paint_all(paper: Paper, painter: QPainter, turn: Callable[[], bool], resolution: float) -> None:
    """Paint every page on a device; ``turn`` begins a new page, ``resolution`` is dots an inch."""
    for number, leaf in enumerate(paper.leaves):
        if number:
            turn()
        painter.save()
        painter.scale(resolution / 96.0, resolution / 96.0)
        _paint(leaf, painter)
        painter.restore()


def picture_of(paper: Paper, number: int = 0, dpi: float = 96.0) -> QImage:
    """Answer one page as a picture, with the drawing that the file and the printer get."""
    scale = dpi / 96.0
    size = (paper.size * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(paper.leaves[number], painter)
    painter.end()
    return image


def _paint(leaf: Leaf, painter: QPainter) -> None:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
        | QPainter.RenderHint.LosslessImageRendering
    )
    leaf(painter)
