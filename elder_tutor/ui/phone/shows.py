"""Elements that only show: words, titles, success, pictures, badges, progress."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.textflow import BUTTON, TEXT


class TextPiece(Piece):
    """Words to read. Looks: ``quiet`` (small, grey), ``centre``, ``strong``, ``big``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.body = Label(self), Label(self)
        self.head.bold, self.head.spacing = True, BUTTON

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show label above text; a text alone when there is no label."""
        quiet, centre = "quiet" in view.look, self.centred or "centre" in view.look
        for label in (self.head, self.body):
            label.across = paint.CENTRE if centre else paint.LEADING
        self.body.role, self.body.colour = (
            ("label" if quiet or self.centred else "body"),
            ("ink2" if quiet else "ink"),
        )
        self.body.bold = "strong" in view.look or "big" in view.look
        self.body.spacing = BUTTON if self.body.bold else 1.4 if self.centred else TEXT
        self.head.say(kit.shown(view.label) if view.text else "", kit)
        self.body.say(kit.shown(view.text or view.label), kit)
        self.head.setObjectName(f"{view.id}/label" if view.text and view.label else "")
        self.body.setObjectName(view.id)

    def needed(self, width: int) -> int:
        """Answer the height of both."""
        return self.head.tall(width) + self.body.tall(width)

    def place(self) -> None:
        """Stand the label on the text."""
        high = self.head.tall(self.width())
        self.head.setVisible(bool(self.head.text()))
        self.head.setGeometry(0, 0, self.width(), high)
        self.body.setGeometry(0, high, self.width(), max(0, self.height() - high))


class TitlePiece(TextPiece):
    """The heading of a screen."""

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show the heading in bold."""
        super().refresh(view, kit)
        self.body.role, self.body.colour, self.body.bold, self.body.spacing = "body", "ink", True, BUTTON
        self.body.heading = 2


class SuccessPiece(TextPiece):
    """A large tick and what was done."""

    disc = 102.0

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show heading and lines in the middle."""
        super().refresh(view, kit)
        for label in (self.head, self.body):
            label.across = paint.CENTRE
        if view.label is None or view.text is None:
            self.body.bold, self.body.spacing = True, BUTTON

    def needed(self, width: int) -> int:
        """Answer the height of the disc and the words."""
        return self._disc() + super().needed(width)

    def place(self) -> None:
        """Stand the words under the disc."""
        high, low = self.head.tall(self.width()), self._disc()
        self.head.setVisible(bool(self.head.text()))
        self.head.setGeometry(0, low, self.width(), high)
        self.body.setGeometry(0, low + high, self.width(), max(0, self.height() - low - high))

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the disc."""
        side = self._disc() - kit.px(14)
        paint.tick(painter, QRectF(box.center().x() - side / 2, box.top(), side, side), kit)

    def _disc(self) -> int:
        return self.kit.px((72 if self.tight else self.disc) + 14) if self.kit else 116


class StripPiece(TextPiece):
    """Words beside a drawing on a ground of the app's tint: what was chosen before."""

    rise = 10.0

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show the words in the middle of the strip's height."""
        super().refresh(view, kit)
        self.body.bold, self.body.spacing, self.body.role = True, BUTTON, "label"

    def needed(self, width: int) -> int:
        """Answer the strip's height."""
        if self.kit is None:
            return 58
        tall = self.head.tall(self._room(width)) + self.body.tall(self._room(width))
        return max(self.kit.px(58), tall + 2 * self.kit.px(self.rise))

    def place(self) -> None:
        """Stand the words beside the drawing."""
        if self.kit is None:
            return
        room = self._room(self.width())
        _, inner = paint.take(QRectF(self.rect()), self.width() - room - self.kit.px(16), self.kit)
        high, low = self.head.tall(room), self.body.tall(room)
        left = int(inner.left()) if not self.kit.rtl else int(inner.right()) - room
        top = (self.height() - high - low) // 2
        self.head.setGeometry(left, top, room, high)
        self.body.setGeometry(left, top + high, room, low)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint ground and drawing."""
        self.paint_ground(painter, box, view, kit)
        part, _ = paint.take(box.adjusted(kit.px(16), 0, -kit.px(16), 0), kit.px(36), kit)
        path = drawing(view.icon)
        if path:
            main = "ink" if kit.dark else self.main(view, kit)
            paint.centred(painter, kit.icon(path, kit.px(36), main, "card"), part, kit)

    def paint_ground(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the strip."""
        paint.face(painter, box, kit.tint(), None, 0, kit.px(paint.RADIUS))

    def main(self, view: ElementView, kit: Kit) -> str:
        """Answer the drawing's colour."""
        return kit.accent

    def _room(self, width: int) -> int:
        if self.kit is None:
            return width
        drawn = self.kit.px(36 + 14) if self.view and drawing(self.view.icon) else 0
        return width - 2 * self.kit.px(16) - drawn


class BadgePiece(StripPiece):
    """A state: a word and a drawing on a calm ground. Looks: ``danger``, ``lamp``."""

    def paint_ground(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the ground of the look."""
        fill = {"danger": "pomegranate_tint", "lamp": "saffron_tint"}.get(view.look, "lagoon_tint")
        paint.face(painter, box, kit.q(fill if not kit.dark else "sand"), None, 0, kit.px(paint.RADIUS))

    def main(self, view: ElementView, kit: Kit) -> str:
        """Answer the drawing's colour."""
        return "lagoon"


class PicturePiece(TextPiece):
    """A drawing with its words below; wide enough to be seen, never the whole screen."""

    def side(self, kit: Kit) -> int:
        """Answer the drawing's height in window pixels."""
        return kit.px(150)

    def needed(self, width: int) -> int:
        """Answer the height of drawing and words."""
        return self._side() + super().needed(width)

    def place(self) -> None:
        """Stand the words under the drawing."""
        self.head.hide()
        self.body.across = paint.CENTRE
        top = self._side()
        self.body.setGeometry(0, top, self.width(), max(0, self.height() - top))

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the drawing, or a calm ground when the pack has none."""
        side = self.side(kit)
        area = QRectF(box.left(), box.top(), box.width(), side)
        if drawing(view.icon):
            paint.picture(painter, view.icon, area, kit)
        elif view.icon:
            paint.face(painter, area, kit.tint(), None, 0, kit.px(paint.RADIUS))

    def _side(self) -> int:
        return self.side(self.kit) + self.kit.px(10) if self.kit and self.view and self.view.icon else 0


class CallerPiece(PicturePiece):
    """Who calls: a large disc, name and number, in the middle of a dark screen."""

    def side(self, kit: Kit) -> int:
        """Answer the disc's side: words go before it at the large sizes."""
        usual = 100 if kit.large else 156
        return kit.px(usual * 0.56 if self.tight else usual)

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show name, number and what the phone knows of it."""
        super().refresh(view, kit)
        self.head.across = self.body.across = paint.CENTRE
        self.body.spacing = BUTTON

    def place(self) -> None:
        """Stand name and number under the disc."""
        top, high = self._side(), self.head.tall(self.width())
        self.head.setVisible(bool(self.head.text()))
        self.head.setGeometry(0, top, self.width(), high)
        self.body.setGeometry(0, top + high, self.width(), max(0, self.height() - top - high))


class ProgressPiece(TextPiece):
    """How far something has come: a bar and its words."""

    def needed(self, width: int) -> int:
        """Answer the height of words and bar."""
        return super().needed(width) + (self.kit.px(30) if self.kit else 30)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the bar, filled from the leading side."""
        bar = QRectF(box.left(), box.bottom() - kit.px(20), box.width(), kit.px(16))
        paint.face(painter, bar, kit.q("nav_pill"), kit.q("line"), kit.px(2), bar.height() / 2)
        part = max(0.0, min(1.0, view.level / view.most)) if view.most else 0.0
        if part:
            done, _ = paint.take(bar, max(bar.height(), bar.width() * part), kit)
            paint.face(painter, done, kit.q("lagoon"), None, 0, bar.height() / 2)


class TimerPiece(TextPiece):
    """A clock beside words; nothing ever fails by it."""

    def needed(self, width: int) -> int:
        """Answer the height of the words beside the clock."""
        side = self.kit.px(46) if self.kit else 46
        return max(side, super().needed(width - side))

    def place(self) -> None:
        """Stand the words beside the clock."""
        if self.kit is None:
            return
        self.head.hide()
        _, rest = paint.take(QRectF(self.rect()), self.kit.px(34), self.kit, self.kit.px(12))
        high = ceil(self.body.tall(int(rest.width())))
        self.body.setGeometry(int(rest.left()), (self.height() - high) // 2, int(rest.width()), high)

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the clock."""
        part, _ = paint.take(box, kit.px(34), kit)
        area = QRectF(part.topLeft(), QSizeF(part.width(), part.height()))
        paint.centred(painter, kit.icon("line/clock", kit.px(34)), area, kit)
