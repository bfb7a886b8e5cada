"""Paint what tells one learner's card from another's: the picture, the colour around it, the mark on it.

The same drawing stands on the welcome page, in the trainer's lists and on paper.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from elder_tutor.progress.cards import HEX, INK, Colour, ink_on, parts
from elder_tutor.ui.paper.brush import drawing

LINE: Final = 0.035
"""The line of ink around a colour, as a share of the smaller side."""
BADGE: Final = 0.42
"""The disc with the mark, as a share of the picture's width."""
RIM: Final = 0.075
"""The colour around the picture, as a share of the picture's width."""
PLATE: Final = "#FFF6E0"
"""The light thing of the dark theme (TOKENS 1): the pictures have dark lines."""
ARCH: Final = 200 / 220
"""Width by height of a picture (TOKENS 6)."""


def paint_badge(painter: QPainter, box: QRectF, symbol: str, edge: str = INK) -> None:
    """Paint the mark on a disc of its colour, inside a line; nothing where there is no card.

    ``edge`` is the colour of the line: ink, and on dark ground a light one.
    """
    found = parts(symbol)
    if found is None:
        return
    colour, mark = found
    side = min(box.width(), box.height())
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(box.center())
    line = max(1.0, side * LINE)
    painter.setPen(QPen(QColor(edge), line))
    painter.setBrush(QColor(HEX[colour]))
    painter.drawEllipse(disc.adjusted(line / 2, line / 2, -line / 2, -line / 2))
    inner = side * 0.21
    drawing(
        painter, f"shapes/{mark.value}", disc.adjusted(inner, inner, -inner, -inner), False, ink_on(colour)
    )


def paint_face(
    painter: QPainter, box: QRectF, picture: str, symbol: str, edge: str = INK, photo: bytes | None = None
) -> None:
    """Paint picture (or photo), rim of colour and badge as one arch in the middle of a box."""
    wide = min(box.width(), box.height() * ARCH)
    arch = QRectF(0, 0, wide, wide / ARCH)
    arch.moveCenter(box.center())
    found = parts(symbol)
    if found is not None:
        paint_rim(painter, arch, found[0], edge)
    rim = wide * RIM if found is not None else 0.0
    inner = arch.adjusted(rim, rim, -rim, -rim)
    if photo is None or not paint_photo(painter, inner, photo):
        drawing(painter, f"pictures/{picture}", inner, False)
    side = wide * BADGE
    paint_badge(painter, QRectF(arch.right() - side, arch.bottom() - side, side, side), symbol, edge)


def paint_photo(painter: QPainter, box: QRectF, photo: bytes) -> bool:
    """Paint a photo, cut to the arch; answer whether it can be read."""
    image = QPixmap()
    if not image.loadFromData(photo):
        return False
    side = min(image.width(), image.height() * box.width() / box.height())
    part = QRectF(0, 0, side, side * box.height() / box.width())
    part.moveCenter(QRectF(image.rect()).center())
    painter.save()
    painter.setClipPath(arch_path(box))
    painter.drawPixmap(box, image, part)
    painter.restore()
    return True


def paint_symbol(painter: QPainter, box: QRectF, symbol: str, dark: bool = False) -> None:
    """Paint one of the nine pictures (see keys.py) in a box; on dark ground upon a light plate."""
    if dark:
        side = min(box.width(), box.height())
        plate = QRectF(0, 0, side, side)
        plate.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PLATE))
        painter.drawRoundedRect(plate, side * 0.16, side * 0.16)
        edge = side * 0.08
        box = plate.adjusted(edge, edge, -edge, -edge)
    drawing(painter, f"symbols/{symbol}", box, False)


def paint_rim(painter: QPainter, arch: QRectF, colour: Colour, edge: str = INK) -> None:
    """Paint an arch of a card's colour inside a line."""
    line = max(1.0, arch.width() * LINE / 2)
    painter.setPen(QPen(QColor(edge), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(QColor(HEX[colour]))
    painter.drawPath(arch_path(arch.adjusted(line / 2, line / 2, -line / 2, -line / 2)))


def arch_path(box: QRectF) -> QPainterPath:
    """Answer the pointed arch of the pictures (200 by 220) stretched to a box."""
    x, y = box.width() / 200, box.height() / 220
    path = QPainterPath()
    path.moveTo(0, 98)
    path.cubicTo(0, 56, 46, 24, 100, 0)
    path.cubicTo(154, 24, 200, 56, 200, 98)
    path.lineTo(200, 202)
    path.arcTo(164, 184, 36, 36, 0, -90)
    path.lineTo(18, 220)
    path.arcTo(0, 184, 36, 36, 270, -90)
    path.closeSubpath()
    return QTransform(x, 0, 0, y, box.left(), box.top()).map(path)
