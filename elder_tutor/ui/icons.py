"""Turn the drawings of assets/icons into pixmaps: at the device's size, recoloured, mirrored, kept."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache, QTransform
from PySide6.QtSvg import QSvgRenderer

from elder_tutor.errors import BugError
from elder_tutor.resources import assets

MAIN: Final = "#0A4F5C"
SOFT: Final = "#DDEBEA"
"""The two colours every line icon is drawn in (TOKENS 6)."""

TURNED_IN_ARABIC: Final = frozenset({"line/back", "line/play", "line/delete"})
TURNED_IN_LATIN: Final = frozenset({"line/leave", "line/chevron"})
"""Drawn for one direction, mirrored in the other (TOKENS 6)."""

RECOLOURED: Final = ("line/", "shapes/", "motifs/star-lattice")
"""The other drawings keep their own colours."""
MARKS: Final = "marks/"
MARK_INKS: Final = (MAIN, "#8E1C2F", "#7C7364")
PAPER: Final = "#fff"
"""A mark of tables has one of these inks, with white: ``main`` and ``soft`` take their places."""

_BOX: Final = re.compile(rb'<svg\b[^>]*?\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
"""Width and height as the drawing itself tells them: no renderer is needed for that."""

KEPT_KB: Final = 64 * 1024


def keep_pixmaps() -> None:
    """Give the pixmap cache room for a whole page of drawings at device size."""
    QPixmapCache.setCacheLimit(KEPT_KB)


def turned(name: str, rtl: bool) -> bool:
    """Tell whether a drawing must be mirrored in this direction."""
    return name in (TURNED_IN_ARABIC if rtl else TURNED_IN_LATIN)


def exists(name: str) -> bool:
    """Tell whether there is such a drawing."""
    return (assets() / "icons" / f"{name}.svg").is_file()


def icon(
    name: str,
    height: int,
    main: str = MAIN,
    soft: str = SOFT,
    mirrored: bool = False,
    dpr: float = 1.0,
) -> QPixmap:
    """Answer a drawing such as ``line/again`` or ``apps/bank`` at a height in window pixels.

    ``main`` and ``soft`` replace the two colours of line icons; ``dpr`` is the device's
    pixels per window pixel. The width follows the drawing.
    Raises BugError when there is no such drawing.
    """
    key = f"{name}|{height}|{main}|{soft}|{mirrored}|{dpr:.3f}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _draw(name, height, main, soft, dpr)
    if mirrored:
        drawn = drawn.transformed(QTransform().scale(-1, 1))
        drawn.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, drawn)
    return drawn


@cache
def aspect(name: str) -> float:
    """Answer width by height of a drawing."""
    box = _BOX.search(_source(name))
    if box is not None:
        return float(box[1]) / float(box[2])
    size = QSvgRenderer(QByteArray(_source(name))).viewBoxF().size()
    return size.width() / size.height()


def _draw(name: str, height: int, main: str, soft: str, dpr: float) -> QPixmap:
    source = _source(name)
    if name.startswith((*RECOLOURED, MARKS)) and (main, soft) != (MAIN, SOFT):
        inks, paper = (MARK_INKS, PAPER) if name.startswith(MARKS) else ((MAIN,), SOFT)
        for ink in inks:
            source = source.replace(ink.encode(), b"@main@")
        source = source.replace(paper.encode(), soft.encode()).replace(b"@main@", main.encode())
    renderer = QSvgRenderer(QByteArray(source))
    box = renderer.viewBoxF()
    size = QSizeF(max(1.0, height * box.width() / box.height()), max(1, height)) * dpr
    pixmap = QPixmap(max(1, round(size.width())), max(1, round(size.height())))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


@cache
def _source(name: str) -> bytes:
    path = assets() / "icons" / f"{name}.svg"
    try:
        return path.read_bytes()
    except OSError as missing:
        raise BugError("There is no drawing {name}.", {"name": name}) from missing
