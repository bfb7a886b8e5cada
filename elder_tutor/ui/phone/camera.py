"""The camera and the voice note: what is seen, what takes it, what is heard."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.names import about_of
from elder_tutor.ui.phone.shows import TextPiece
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton

SEEN: Final = 230
DISC, SMALL = 100, 80
"""Design pixels: the viewfinder's height, the round buttons."""

WAVE: Final = (3, 6, 10, 5, 8, 14, 18, 11, 7, 13, 20, 15, 9, 5, 11, 16, 8, 4, 7, 12, 6, 3)
"""A voice as bars, in design pixels of half their height."""


class ViewfinderPiece(TextPiece):
    """What the camera sees: a drawing between corner marks, its words below."""

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show the words in the middle under the picture."""
        super().refresh(view, kit)
        for label in (self.head, self.body):
            label.across, label.role = paint.CENTRE, "label"

    def needed(self, width: int) -> int:
        """Answer the height of picture and words."""
        return self._seen() + super().needed(width)

    def place(self) -> None:
        """Stand the words under the picture."""
        low = self.head.tall(self.width()) + self.body.tall(self.width())
        top, high = self.height() - low, self.head.tall(self.width())
        self.head.setVisible(bool(self.head.text()))
        self.head.setGeometry(0, top, self.width(), high)
        self.body.setGeometry(0, top + high, self.width(), low - high)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the picture on a dim room, and the four corners."""
        low = self.head.tall(self.width()) + self.body.tall(self.width())
        area = box.adjusted(0, 0, 0, -low - (kit.px(8) if low else 0))
        room = QLinearGradient(area.topLeft(), area.bottomLeft())
        room.setColorAt(0.0, kit.q("#3C484D"))
        room.setColorAt(0.62, kit.q("#2A3439"))
        room.setColorAt(0.621, kit.q("#56472F"))
        room.setColorAt(1.0, kit.q("#3B3122"))
        painter.setPen(QPen(kit.q("#14262E"), kit.px(3)))
        painter.setBrush(QBrush(room))
        painter.drawRoundedRect(area, kit.px(18), kit.px(18))
        side = min(area.height() - kit.px(64), kit.px(170))
        spot = QRectF(area.center() - QPointF(side / 2, side / 2), QSizeF(side, side))
        path = drawing(view.icon, "pictures", "avatars", "apps")
        if path:
            sheet = spot.adjusted(-kit.px(14), -kit.px(10), kit.px(14), kit.px(10))
            paint.face(painter, sheet, kit.q("#F8F4EC"), None, 0, kit.px(12))
            paint.centred(painter, kit.icon(path, round(side)), spot, kit)
        self._corners(painter, area.adjusted(kit.px(16), kit.px(16), -kit.px(16), -kit.px(16)), kit)

    def _corners(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        arm = kit.px(34)
        painter.setPen(QPen(kit.q("#FFD466"), kit.px(5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for corner, across, down in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomLeft(), 1, -1),
            (box.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(across * arm, 0))
            painter.drawLine(corner, corner + QPointF(0, down * arm))

    def _seen(self) -> int:
        return self.kit.px((150 if self.tight else SEEN) + 8) if self.kit else SEEN


class RoundButton(TouchButton):
    """A round button with its word below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = ""

    def needed(self, width: int) -> int:
        """Answer the height of disc and word."""
        if self.kit is None:
            return 150
        return self.kit.px(self.side + 6) + ceil(paint.tall(self.text(), width, self.kit, "body", True))

    def disc(self, box: QRectF, kit: Kit) -> QRectF:
        """Answer where the disc stands."""
        side = kit.px(self.side)
        return QRectF(box.center().x() - side / 2, box.top(), side, side)

    @property
    def side(self) -> int:
        """Answer the disc's design pixels: smaller where the screen is full."""
        return SMALL if self.tight else DISC

    def hold_box(self) -> QRectF:
        """Answer the disc's place."""
        return self.disc(QRectF(self.rect()), self.kit) if self.kit else QRectF(self.rect())

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint disc and word."""
        disc = self.disc(box, kit)
        if self.available:
            self.paint_disc(painter, disc, kit)
        else:
            paint.closed_face(painter, disc, kit, disc.width() / 2)
        low = box.adjusted(0, disc.height() + kit.px(6), 0, 0)
        colour = "ink" if self.available else "disabled_text"
        paint.words(painter, self.text(), low, kit, "body", colour, True, paint.CENTRE, paint.TOP)

    def paint_disc(self, painter: QPainter, disc: QRectF, kit: Kit) -> None:
        """Paint the disc of a kind."""


class ShutterButton(RoundButton):
    """Takes a photo: a white disc in a ring, as on every camera."""

    def paint_disc(self, painter: QPainter, disc: QRectF, kit: Kit) -> None:
        """Paint ring and disc."""
        paint.face(painter, disc, kit.q("card"), kit.q("ink"), kit.px(6), disc.width() / 2)
        inner = disc.adjusted(kit.px(13), kit.px(13), -kit.px(13), -kit.px(13))
        fill = "lagoon_deep" if self.isDown() else "lagoon"
        paint.face(painter, inner, kit.q(fill), None, 0, inner.width() / 2)
        paint.centred(painter, kit.icon("line/camera", kit.px(44), "on_lagoon", fill), disc, kit)


class RecordButton(RoundButton):
    """Begins and ends a voice note: a microphone, or a square while it listens."""

    def needed(self, width: int) -> int:
        """Answer the height of the voice's line, the disc and the word."""
        return super().needed(width) + self._line()

    def disc(self, box: QRectF, kit: Kit) -> QRectF:
        """Answer where the disc stands, under the line."""
        return super().disc(box.adjusted(0, self._line(), 0, 0), kit)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the line of the voice, the disc and the word."""
        self._voice(painter, QRectF(box.left(), box.top(), box.width(), self._line() - kit.px(8)), kit)
        disc = self.disc(box, kit)
        if self.available:
            self.paint_disc(painter, disc, kit)
        else:
            paint.closed_face(painter, disc, kit, disc.width() / 2)
        low = box.adjusted(0, disc.bottom() - box.top() + kit.px(6), 0, 0)
        colour = "ink" if self.available else "disabled_text"
        paint.words(painter, self.text(), low, kit, "body", colour, True, paint.CENTRE, paint.TOP)

    def paint_disc(self, painter: QPainter, disc: QRectF, kit: Kit) -> None:
        """Paint the microphone, or a square while it listens."""
        on = self.isChecked()
        fill = kit.q("refuse" if on else "lagoon")
        edge = kit.q("ink") if on else None
        paint.face(
            painter, disc, fill.darker(115) if self.isDown() else fill, edge, kit.px(4), disc.width() / 2
        )
        if on:
            half = kit.px(19)
            square = QRectF(disc.center() - QPointF(half, half), QSizeF(2 * half, 2 * half))
            paint.face(painter, square, kit.q("#FFFFFF"), None, 0, kit.px(6))
        else:
            paint.centred(painter, kit.icon("line/mic", kit.px(54), "on_lagoon", "lagoon"), disc, kit)

    def _voice(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint bars while it listens, a still line otherwise."""
        on, wide, pitch = self.isChecked(), kit.px(7), kit.px(16)
        left = box.center().x() - pitch * len(WAVE) / 2
        for number, half in enumerate(WAVE):
            tall = kit.px(half if on else 2)
            bar = QRectF(left + number * pitch, box.center().y() - tall, wide, 2 * tall)
            paint.face(painter, bar, kit.q("lagoon" if on else "line"), None, 0, wide / 2)

    def _line(self) -> int:
        return self.kit.px(48 if self.tight else 58) if self.kit else 58


class ShutterPiece(Single):
    """The camera's button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ShutterButton(), parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the word over."""
        self.button.setText(kit.shown(view.label or view.text))


class RecordPiece(Single):
    """The button of a voice note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RecordButton(), parent)
        self.button.setCheckable(True)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand word and state over; a screen reader hears that it listens."""
        self.button.setChecked(view.checked)
        self.button.setText(kit.shown(view.label or view.text))
        about = about_of(view, kit)
        listens = kit.plain(sayings.RECORDING) if view.checked else ""
        self.button.call(self.button.accessibleName(), " · ".join(part for part in (listens, about) if part))
