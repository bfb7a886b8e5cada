"""The parts of a learner's card on the trainer's pages: the face as it stands, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.cards import COLOUR_NAMES, HEX, INK, MARK_NAMES, PICTURE_NAMES, Colour, Mark
from elder_tutor.progress.keys import SYMBOL_NAMES
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.card_face import paint_face, paint_symbol
from elder_tutor.ui.paper.brush import drawing
from elder_tutor.ui.portrait import image_of
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.lip_button import Dress, Look


class Face(look.Drawn):
    """A learner's card face, or their photo; ``tell`` says it in words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.drawn = self.symbol = ""
        self.photo: QImage | None = None

    def show_card(self, picture: str, symbol: str, photo: bytes | None = None) -> None:
        """Take what is to be painted."""
        self.drawn, self.symbol = picture, symbol
        self.photo = image_of(photo) if photo else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face, or the photo in a rounded frame."""
        if self.metrics is None or not self.drawn:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        if self.photo is None or self.photo.isNull():
            paint_face(painter, box, self.drawn, self.symbol, self._m.q("ink").name())
        else:
            _paint_photo(painter, box, self.photo, self._m.px(22))
        painter.end()


class Part(look.Press):
    """One picture, colour or mark to choose from; ``value`` is what is kept of it."""

    def __init__(self, name: str, kind: str, value: str, parent: QWidget) -> None:
        super().__init__(f"{name}.{kind}.{value}", Look.QUIET, "", parent)
        self.part, self.value = kind, value
        self.radius, self.lip = 16.0, 5.0

    @property
    def words(self) -> Phrase:
        """Answer what it is, in words."""
        if self.part == "colour":
            return COLOUR_NAMES[Colour(self.value)]
        if self.part == "mark":
            return MARK_NAMES[Mark(self.value)]
        return SYMBOL_NAMES[self.value] if self.part == "symbol" else PICTURE_NAMES[self.value]

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint it as large as it fits, and a tick where it is chosen."""
        m = self._m
        edge = m.px(6)
        inner = face.adjusted(edge, edge, -edge, -edge)
        painter.save()
        painter.setOpacity(1.0 if self.available else 0.35)
        self._paint_part(painter, inner)
        painter.restore()
        if self.chosen:
            side = min(m.px(30), inner.height() / 2)
            left = face.left() if m.rtl else face.right() - side
            look.paint_mark(painter, "marks/full", QRectF(left, face.top(), side, side), m)

    def _paint_part(self, painter: QPainter, inner: QRectF) -> None:
        m = self._m
        side = min(inner.width(), inner.height())
        if self.part == "colour":
            disc = QRectF(0, 0, side, side)
            disc.moveCenter(inner.center())
            painter.setPen(QPen(m.q("ink"), m.px(2.5)))
            painter.setBrush(QBrush(QColor(HEX[Colour(self.value)])))
            painter.drawEllipse(disc.adjusted(2, 2, -2, -2))
        elif self.part == "mark":
            part = side * 0.1
            drawing(
                painter,
                f"shapes/{self.value}",
                inner.adjusted(part, part, -part, -part),
                False,
                m.q("ink").name(),
            )
        elif self.part == "symbol":
            paint_symbol(painter, inner, self.value, m.dark)
        else:
            drawing(painter, f"pictures/{self.value}", inner, False)


def _paint_photo(painter: QPainter, box: QRectF, photo: QImage, radius: float) -> None:
    side = min(box.width(), box.height())
    place = QRectF(0, 0, side, side)
    place.moveCenter(box.center())
    brush = QBrush(photo)
    scale = side / photo.width()
    transform = brush.transform()
    transform.translate(place.left(), place.top())
    transform.scale(scale, scale)
    brush.setTransform(transform)
    painter.setPen(QPen(QColor(INK), 3))
    painter.setBrush(brush)
    painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
