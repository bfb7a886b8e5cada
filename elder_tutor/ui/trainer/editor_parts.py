"""The parts of the editor: pictures to choose from, and the tray without the microphone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.phone.keys import MIC, SPACE
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.lip_button import Dress, Look


class PictureButton(look.Press):
    """A picture that can stand for a learner."""

    def __init__(self, name: str, picture: str, parent: QWidget) -> None:
        super().__init__(name, Look.QUIET, "", parent)
        self.picture, self.radius, self.lip = picture, 18.0, 5.0

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint the picture, and a tick when it is chosen."""
        m = self._m
        inner = face.adjusted(m.px(5), m.px(5), -m.px(5), -m.px(5))
        high = min(inner.height(), inner.width() * 1.1)
        box = QRectF(inner.left(), inner.top() + (inner.height() - high) / 2, inner.width(), high)
        look.paint_drawing(painter, f"pictures/{self.picture}", box)
        if self.chosen:
            side = m.px(32)
            left = face.right() - side if not m.rtl else face.left()
            look.paint_mark(painter, "marks/full", QRectF(left, face.top(), side, side), m)


class NameTray(KeyboardTray):
    """The keyboard for names: there is nothing to dictate, so space takes the microphone's place."""

    def place(self) -> None:
        """Give every key its place."""
        super().place()
        mic, space = self.buttons.get(MIC), self.buttons.get(SPACE)
        if mic is None or space is None:
            return
        mic.hide()
        if mic.y() != space.y():
            return
        between = [
            key for key in self.buttons.values() if key.y() == mic.y() and space.x() < key.x() < mic.x()
        ]
        before = max([space, *between], key=lambda key: key.x())
        more = mic.width() + mic.x() - before.x() - before.width()
        for key in between:
            key.move(key.x() + more, key.y())
        space.resize(space.width() + more, space.height())
