"""A notice at the top of a screen, with the button and the push that put it away."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, NoticeView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON

NOTICE = "notice."
DRAWN = 52
"""Design pixels of the app's drawing."""


class NoticeButton(TouchButton):
    """The notice itself: the app's icon, who, and what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.glyph = ""

    def needed(self, width: int) -> int:
        """Answer the height of both texts."""
        if self.kit is None:
            return 84
        head, said = self._lines(QRectF(0, 0, width, 0), self.kit)
        return max(self.kit.px(84), ceil(head.height() + said.height()) + 2 * self.kit.px(10))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint card, icon and texts."""
        fill = kit.q("lagoon_tint" if self.isDown() else "card")
        paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), kit.px(20))
        head, said = self._lines(box, kit)
        side = kit.px(DRAWN)
        part, _ = paint.take(box.adjusted(kit.px(14), 0, -kit.px(14), 0), side, kit)
        if said.width() > head.width():
            part = QRectF(part.left(), head.top(), side, head.height())
        path = drawing(self.glyph, "apps")
        if path:
            paint.centred(painter, kit.icon(path, side), part, kit)
        paint.words(painter, self.title, head, kit, "label", "ink", True)
        paint.words(painter, self.text(), said, kit, "label", "ink")

    def _lines(self, box: QRectF, kit: Kit) -> tuple[QRectF, QRectF]:
        """Answer where who and what stand: beside the drawing, or what below it where that is lower."""
        whole = box.adjusted(kit.px(14), 0, -kit.px(14), 0)
        _, beside = paint.take(whole, kit.px(DRAWN), kit, kit.px(12))
        high = paint.tall(self.title, beside.width(), kit, "label", True)
        low = paint.tall(self.text(), beside.width(), kit, "label")
        head, under = max(high, float(kit.px(DRAWN))), paint.tall(self.text(), whole.width(), kit, "label")
        below = head + under < high + low
        if below:
            high, low = head, under
        top = box.center().y() - (high + low) / 2
        said = whole if below else beside
        return (
            QRectF(beside.left(), top, beside.width(), high),
            QRectF(said.left(), top + high, said.width(), low),
        )


class AwayButton(TouchButton):
    """Puts a notice away: a cross and the word."""

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face, cross, word."""
        fill = kit.q("sand" if self.isDown() else "card")
        paint.face(painter, box, fill, kit.q("line"), kit.px(3), kit.px(20))
        side = kit.px(24)
        word = kit.size("label") * BUTTON
        top = box.center().y() - (side + word) / 2
        mark = QRectF(box.center().x() - side / 2, top, side, side)
        paint.stroke(painter, mark, ((0.1, 0.1), (0.9, 0.9)), kit.q("ink"), kit.px(4))
        paint.stroke(painter, mark, ((0.9, 0.1), (0.1, 0.9)), kit.q("ink"), kit.px(4))
        low = QRectF(box.left(), top + side, box.width(), word)
        paint.words(painter, self.text(), low, kit, "label", "ink", True, paint.CENTRE)


class NoticeBar(QWidget):
    """One notice and the button that puts it away; the screen makes room below."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.body, self.away = NoticeButton(self), AwayButton(self)
        self.body.tapped.connect(lambda: self.acted.emit(Action(Do.TAP, self.name)))
        self.away.tapped.connect(lambda: self.acted.emit(Action(Do.DISMISS, self.name)))
        self.body.swiped.connect(lambda: self.acted.emit(Action(Do.DISMISS, self.name)))
        self.body.can_swipe("side")
        self.kit: Kit | None = None

    def render_notice(self, notice: NoticeView, kit: Kit) -> None:
        """Show a notice."""
        self.kit, self.name = kit, notice_name(notice.id)
        self.body.glyph, self.body.title = notice.icon, kit.shown(notice.title)
        self.body.setText(kit.shown(notice.text))
        self.body.setObjectName(self.name)
        self.body.dress(kit)
        self.body.call(kit.plain(notice.title), kit.plain(notice.text))
        self.away.setObjectName(f"{self.name}/away")
        self.away.dress(kit)
        self.away.setText(kit.shown(sayings.HIDE))
        self.away.call(f"{kit.plain(sayings.HIDE)}: {kit.plain(notice.title)}")
        self.place()
        self.body.update()
        self.away.update()

    def needed(self, width: int, kit: Kit) -> int:
        """Answer the height at a width, window pixels."""
        return self.body.needed(width - 2 * kit.px(12) - self._aside(kit)) + kit.px(14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both again."""
        self.place()

    def place(self) -> None:
        """Stand the notice and the way out of it."""
        if self.kit is None:
            return
        kit = self.kit
        inner = QRectF(self.rect()).adjusted(kit.px(12), kit.px(10), -kit.px(12), -kit.px(4))
        part, rest = paint.take_end(inner, self._aside(kit) - kit.px(12), kit, kit.px(12))
        self.away.setGeometry(part.toRect())
        self.body.setGeometry(rest.toRect())

    def _aside(self, kit: Kit) -> int:
        word = ceil(kit.width(self.away.text(), "label", True)) + kit.px(24)
        return max(kit.px(72), word) + kit.px(12)


def notice_name(number: str) -> str:
    """Answer the element name of a notice."""
    return number if number.startswith(NOTICE) else f"{NOTICE}{number}"
