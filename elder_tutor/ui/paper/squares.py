"""Draw a code as squares (QR, ISO/IEC 18004), which any phone and any scanner reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from elder_tutor.ui.paper.brush import Brush
from elder_tutor.ui.place import Box

QUIET: Final = 4
"""Squares that stay free around a code (ISO/IEC 18004, 5.3.8)."""


def paint_code(brush: Brush, code: str, box: Box, error: str = "m") -> None:
    """Draw a code in the middle of a box, black on white; ``error`` is how much may be spoilt (l m q h)."""
    import segno

    squares: Sequence[Sequence[int]] = tuple(segno.make_qr(code, error=error).matrix)
    spot = brush.at(box.middle(min(box.width, box.height)))
    side = min(spot.width(), spot.height()) / (len(squares) + 2 * QUIET)
    brush.painter.fillRect(spot, "white")
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for row, line in enumerate(squares, QUIET):
        for column, dark in enumerate(line, QUIET):
            if dark:
                place = QRectF(spot.left() + column * side, spot.top() + row * side, side, side)
                brush.painter.fillRect(place, "black")
    brush.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
