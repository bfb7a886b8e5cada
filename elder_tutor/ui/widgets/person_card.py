"""A person's own card: picture, colour and mark in an arch, the name below; sign-in without reading.

Colour and mark stand as on the printed card (see card_face.py): a rim around the picture and a
large disc on its lower right corner, so that a thousand people differ at a glance.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow, widest_word
from elder_tutor.ui.theme import Colours, Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

RATIO: Final = 1.1
"""Height by width of a picture (TOKENS 6)."""
RIM: Final = 0.07
BADGE: Final = 0.44
"""The rim of colour and the disc with the mark, as shares of the picture's width."""
LEAST_PICTURE: Final = 0.28
"""So much of the card's height is left to the picture above the longest name."""
NAME: Final = 0.95
"""The size of a name, as a share of a title's; on a small screen it is that of reading."""
LEAST_NAME: Final = 0.62
"""A long name is written smaller down to this share of its size; every letter stands."""
LINES, MOST_NAME = 2, 0.9
"""A name has two lines, more only up to this share of the card's width: else everybody's picture goes."""


class PersonCard(LipButton):
    """A button in the shape of an arch; ``picture`` is a drawing such as ``pictures/palm``.

    ``crowd`` says that it stands for several people.
    """

    def __init__(self, name: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.picture = picture
        self.crowd = False
        self.symbol = ""
        self.words_height = 0.0
        """Window pixels that are left to the name, so that the pictures of a row are of one size."""
        self.role, self.factor = "title", NAME
        self._photo: bytes | None = None
        self._drawn: tuple[tuple[int, int, float, Colours], QPixmap] | None = None

    def render_card(self, symbol: str = "", photo: bytes | None = None) -> None:
        """Show colour and mark, and a photo in the place of the drawing."""
        self.symbol, self._photo, self._drawn = symbol, photo, None
        self.update()

    def needed(self, width: int) -> int:
        """Answer the height in window pixels that holds the picture and the name."""
        return ceil(self._picture_height(width) * 0.62 + self._name(width).height) + self._m.px(48)

    def clipped(self) -> bool:
        """Tell whether the name needs more room than there is."""
        name = self._name(self.width())
        tall = self.height() * (1 - LEAST_PICTURE) - self._m.px(28)
        return name.widest > self._room(self.width()) + 1 or name.height > tall

    def words_needed(self, width: int) -> float:
        """Answer how high the name stands at a width, window pixels."""
        return self._name(width).height

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        usual = ("body", 1.0) if self.crowd else ("title", NAME)
        folded = ("label", 1.0) if self.crowd else ("body", 1.0)
        self.role, self.factor = folded if metrics.folded else usual
        super().apply(metrics)

    def label_font(self) -> QFont:
        """Answer the font of the name: smaller where its longest word is wider than the card."""
        return self._font_for(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arch, the picture and the name."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        sunk, lip = (m.px(4), 3) if self.isDown() else (0, 7)
        whole = whole.adjusted(0, sunk, 0, 0)
        self._arch(painter, whole, m.q("line"))
        face = whole.adjusted(m.px(3), m.px(3), -m.px(3), -m.px(lip))
        self._arch(painter, face, m.q("lagoon_tint" if self.isDown() else "card"))
        self._paint_inside(painter, face)
        painter.end()

    def _paint_inside(self, painter: QPainter, face: QRectF) -> None:
        m = self._m
        name = self._name(self.width())
        under = max(max(name.height, self.words_height) + m.px(28), face.height() * 0.3)
        wide = min(face.width() - m.px(20), (face.height() - m.px(12) - under) / RATIO)
        tall = round(wide * RATIO)
        left = face.left() + (face.width() - wide) / 2
        if min(wide, tall) >= 1:
            painter.drawPixmap(QPointF(left, face.top() + m.px(11)), self._likeness(round(wide), tall))
        top = face.top() + m.px(11) + tall
        area = QRectF(face.left(), top, face.width(), face.bottom() - top - m.px(4))
        name.paint(painter, area, m.q("ink"), Qt.AlignmentFlag.AlignHCenter)

    # --- what stands for the person ----------------------------------------------------

    def _likeness(self, wide: int, tall: int) -> QPixmap:
        """Answer picture, rim and mark, drawn once for a size in window pixels."""
        dpr = self.devicePixelRatioF()
        key = (wide, tall, dpr, self._m.colours)
        if self._drawn is None or self._drawn[0] != key:
            pixmap = QPixmap(round(wide * dpr), round(tall * dpr))
            pixmap.setDevicePixelRatio(dpr)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            self._paint_likeness(painter, QRectF(0, 0, wide, tall))
            painter.end()
            self._drawn = (key, pixmap)
        return self._drawn[1]

    def _paint_likeness(self, painter: QPainter, box: QRectF) -> None:
        found = None
        if self.symbol:
            from elder_tutor.progress.cards import HEX, ink_on, parts

            found = parts(self.symbol)
        if found is None:
            self._paint_picture(painter, box)
            if self.crowd:
                self._paint_badge(painter, box, self._m.q("lagoon"), "line/people", self._m.q("on_lagoon"))
            return
        colour, mark = found
        self._paint_rim(painter, box, QColor(HEX[colour]))
        rim = box.width() * RIM
        self._paint_picture(painter, box.adjusted(rim, rim * RATIO, -rim, -rim))
        self._paint_badge(painter, box, QColor(HEX[colour]), f"shapes/{mark.value}", QColor(ink_on(colour)))

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if self._photo is not None:
            from elder_tutor.ui.card_face import paint_photo  # few places have photos

            if paint_photo(painter, box, self._photo):
                return
        own = self.picture.startswith("pictures/")
        if not own:
            painter.fillPath(pointed(box), self._m.q("sand"))
        tall = box.height() if own else box.width() * 0.56
        lagoon, tint = self._m.q("lagoon").name(), self._m.q("lagoon_tint").name()
        picture = icons.icon(self.picture, round(tall), lagoon, tint, dpr=self.devicePixelRatioF())
        wide, high = (side / picture.devicePixelRatio() for side in (picture.width(), picture.height()))
        at = QPointF(box.center().x() - wide / 2, box.center().y() - high / 2 + (0 if own else high * 0.1))
        painter.drawPixmap(at, picture)

    def _paint_rim(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        line = max(1.0, box.width() * 0.0175)
        painter.setPen(QPen(self._m.q("ink"), line))
        painter.setBrush(colour)
        painter.drawPath(pointed(box.adjusted(line / 2, line / 2, -line / 2, -line / 2)))

    def _paint_badge(self, painter: QPainter, box: QRectF, colour: QColor, glyph: str, ink: QColor) -> None:
        side = box.width() * BADGE
        disc = QRectF(box.right() - side, box.bottom() - side, side, side)  # as on paper, in every language
        line = max(1.0, side * 0.035)
        painter.setPen(QPen(self._m.q("card"), line))
        painter.setBrush(self._m.q("ink"))
        painter.drawEllipse(disc.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(disc.adjusted(2 * line, 2 * line, -2 * line, -2 * line))
        size = round(side * 0.6)
        mark = icons.icon(glyph, size, ink.name(), colour.name(), dpr=self.devicePixelRatioF())
        wide, high = (length / mark.devicePixelRatio() for length in (mark.width(), mark.height()))
        painter.drawPixmap(QPointF(disc.center().x() - wide / 2, disc.center().y() - high / 2), mark)

    # --- the name ------------------------------------------------------------------------

    def _font_for(self, width: int) -> QFont:
        font = super().label_font()
        wide, room = widest_word(self.text(), font), self._room(width)
        if wide > room > 0:
            font.setPixelSize(max(round(font.pixelSize() * LEAST_NAME), int(font.pixelSize() * room / wide)))
        return font

    def _name(self, width: int) -> Flow:
        """Lay the name out; of a very long one only its first words stand, and all of it is said."""
        font, room = self._font_for(width), self._room(width)
        words = self.text().split()
        name = flow(self.text(), font, room, self._m.rtl, BUTTON)
        while name.lines > LINES and name.height > width * MOST_NAME and len(words) > 1:
            words.pop()
            name = flow(f"{' '.join(words)}\u00a0…", font, room, self._m.rtl, BUTTON)
        return name

    def _picture_height(self, width: int) -> float:
        return (width - self._m.px(26)) * RATIO

    def _room(self, width: int) -> float:
        return width - 2 * self._m.px(10)

    def _arch(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        low = self._m.px(26)
        tall = min(box.width() * 0.45, box.height() * 0.4)
        path = QPainterPath(QPointF(box.left(), box.top() + tall))
        path.arcTo(QRectF(box.left(), box.top(), box.width(), 2 * tall), 180, -180)
        path.lineTo(box.right(), box.bottom() - low)
        path.arcTo(QRectF(box.right() - 2 * low, box.bottom() - 2 * low, 2 * low, 2 * low), 0, -90)
        path.lineTo(box.left() + low, box.bottom())
        path.arcTo(QRectF(box.left(), box.bottom() - 2 * low, 2 * low, 2 * low), 270, -90)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(path)


def pointed(box: QRectF) -> QPainterPath:
    """Answer the pointed arch of the pictures (200 by 220) stretched to a box."""
    x, y = box.width() / 200, box.height() / 220

    def at(across: float, down: float) -> QPointF:
        return QPointF(box.left() + across * x, box.top() + down * y)

    path = QPainterPath(at(0, 98))
    path.cubicTo(at(0, 56), at(46, 24), at(100, 0))
    path.cubicTo(at(154, 24), at(200, 56), at(200, 98))
    path.lineTo(at(200, 202))
    path.cubicTo(at(200, 212), at(192, 220), at(182, 220))
    path.lineTo(at(18, 220))
    path.cubicTo(at(8, 220), at(0, 212), at(0, 202))
    path.closeSubpath()
    return path
