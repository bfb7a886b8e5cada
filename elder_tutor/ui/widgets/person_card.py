"""A person's own picture in its arch with the name below: how people sign in without reading."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow
from elder_tutor.ui.widgets.lip_button import LipButton, Look


class PersonCard(LipButton):
    """A button in the shape of an arch; ``picture`` is a drawing such as ``pictures/palm``."""

    def __init__(self, name: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.picture = picture
        self.role, self.factor = "title", 0.95

    def needed(self, width: int) -> int:
        """Answer the height in window pixels that holds the picture and the name."""
        return ceil(self._picture_height(width) * 0.62 + self._name(width).height) + self._m.px(48)

    def clipped(self) -> bool:
        """Tell whether the name needs more room than there is."""
        name = self._name(self.width())
        return name.widest > self._room(self.width()) + 1 or name.height > self.height() * 0.5

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
        under = max(name.height + m.px(28), face.height() * 0.3)
        wide = min(face.width() - m.px(20), (face.height() - m.px(12) - under) * 200 / 220)
        tall = round(wide * 1.1)
        picture = icons.icon(self.picture, tall, dpr=self.devicePixelRatioF())
        left = face.left() + (face.width() - picture.width() / picture.devicePixelRatio()) / 2
        painter.drawPixmap(QPointF(left, face.top() + m.px(11)), picture)
        top = face.top() + m.px(11) + tall
        area = QRectF(face.left(), top, face.width(), face.bottom() - top - m.px(4))
        name.paint(painter, area, m.q("ink"), Qt.AlignmentFlag.AlignHCenter)

    def _name(self, width: int) -> Flow:
        return flow(self.text(), self.label_font(), self._room(width), self._m.rtl, BUTTON)

    def _picture_height(self, width: int) -> float:
        return (width - self._m.px(26)) * 1.1

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
        painter.setBrush(QBrush(colour))
        painter.drawPath(path)
