"""Elements to tap: buttons, tabs, app icons, a call's round buttons."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.buttons import RowButton, WordButton
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.marks import paint_unread
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton

USUAL_ICONS = {
    "attach": "plus",
    "camera": "camera",
    "pin_on_map": "pin",
    "exit": "leave",
    "microphone": "mic",
    "share": "share",
    "outside": "leave",
}
CALL_LOOKS = ("answer", "refuse", "hangup")
"""Looks of a call that is there: the whole phone is dark."""

ENDS = ("refuse", "hangup")
FLAT, APART = 72, 96
"""Design pixels of a call's disc where its word stands beside it, and where each has a line of its own."""
SQUEEZED = 1.05
"""An app's name may be this much wider than its place."""


class ButtonPiece(Single):
    """A button; with a second line it becomes a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.word = WordButton()
        self.second: RowButton | None = None
        super().__init__(self.word, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand label, drawing and look over."""
        glyph = view.icon or USUAL_ICONS.get(view.kind, "")
        self.word.render_words(kit.shown(view.label or view.text), glyph, view.look or "secondary")


class RowPiece(Single):
    """A button with a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.row = RowButton()
        super().__init__(self.row, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand both lines over."""
        self.row.render_row(
            kit.shown(view.label), kit.shown(view.sub or view.text), view.icon, view.checked, "go"
        )


class TabButton(WordButton):
    """One of a row of tabs: its drawing above its word; the present one is filled and has a line below."""

    told_as = "tab"

    def needed(self, width: int) -> int:
        """Answer the height of drawing and word."""
        if self.kit is None or not drawing(self.glyph):
            return super().needed(width)
        return super().needed(width) + self.kit.px(self.drawn - 6)

    def room(self, width: float, kit: Kit) -> float:
        """Answer the width left for words: the drawing stands above them."""
        return width - 2 * kit.px(8)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint drawing, label and mark."""
        dress = paint.dress_of(self.look, kit)
        colour = self.paint_face(painter, box, kit, dress)
        inner = box.adjusted(kit.px(8), kit.px(6), -kit.px(8), -kit.px(10))
        path, side = drawing(self.glyph), kit.px(self.drawn - 4)
        if path:
            upper = QRectF(inner.left(), inner.top(), inner.width(), side)
            paint.centred(painter, kit.icon(path, side, colour, dress.soft), upper, kit)
            inner.setTop(inner.top() + side)
        paint.words(painter, self.text(), inner, kit, self.role, colour, True, paint.CENTRE)
        if self.isChecked():
            low = QRectF(
                box.left() + kit.px(24), box.bottom() - kit.px(9), box.width() - kit.px(48), kit.px(5)
            )
            paint.face(painter, low, kit.q("lagoon"), None, 0, low.height() / 2)


class TabPiece(Single):
    """A tab; the pane stands several in a row."""

    gathers = "tab"

    def __init__(self, parent: QWidget | None = None) -> None:
        self.tab = TabButton()
        self.tab.setCheckable(True)
        self.tab.role = "label"
        super().__init__(self.tab, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand label and mark over."""
        self.tab.setChecked(view.checked)
        self.tab.render_words(
            kit.shown(view.label or view.text), view.icon, "tint" if view.checked else "quiet"
        )


class CallButton(TouchButton):
    """A round button of a call: answer in lagoon tint, hang up in pomegranate; the word below."""

    disc = 116

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = "answer"
        self.flat = self.apart = False

    def needed(self, width: int) -> int:
        """Answer the height of disc and word."""
        if self.kit is None:
            return 160
        if self.flat:
            room = width - self.kit.px(self._disc() + 14)
            return max(self.kit.px(self._disc()), ceil(paint.tall(self.text(), room, self.kit, "body", True)))
        return self.kit.px(self._disc() + 8) + ceil(paint.tall(self.text(), width, self.kit, "body", True))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint disc, handset and word."""
        side = kit.px(self._disc())
        disc = QRectF(box.center().x() - side / 2, box.top(), side, side)
        low = box.adjusted(0, side + kit.px(6), 0, 0)
        if self.flat:
            wide = min(kit.width(self.text(), "body", True) + 2, box.width() - side - kit.px(14))
            run = side + kit.px(14) + wide
            line = QRectF(box.center().x() - run / 2, box.top(), run, box.height())
            part, low = paint.take(line, side, kit, kit.px(14))
            disc = QRectF(part.left(), part.center().y() - side / 2, side, side)
        ends = self.look in ENDS
        fill, colour = kit.q("refuse" if ends else "#DDEBEA"), "#FFFFFF" if ends else "#063841"
        if self.look == "dial" and not kit.night:
            fill, colour = kit.q("lagoon"), kit.name("on_lagoon")
        edge = kit.q("#FFFFFF") if kit.night else kit.q("ink" if self.isDown() else "line")
        half = kit.px(2)
        if self.available:
            painter.setPen(QPen(edge, kit.px(4)))
            painter.setBrush(fill.darker(115) if self.isDown() else fill)
            painter.drawEllipse(disc.adjusted(half, half, -half, -half))
        else:
            paint.closed_face(painter, disc, kit, side / 2)
            colour = kit.name("disabled_text")
        handset = kit.icon("line/phone", round(side * 0.48), colour, colour)
        if ends:
            turned = QTransform().rotate(135)
            handset = handset.transformed(turned, Qt.TransformationMode.SmoothTransformation)
        paint.centred(painter, handset, disc, kit)
        ink, down = "ink" if self.available else "disabled_text", paint.MIDDLE if self.flat else paint.TOP
        paint.words(
            painter, self.text(), low.adjusted(-1, 0, 1, 0), kit, "body", ink, True, paint.CENTRE, down
        )

    def _disc(self) -> float:
        if self.flat:
            return APART if self.apart and not self.tight else FLAT
        return self.disc - 22 if self.tight else self.disc


class CallPiece(Single):
    """Answer, hang up or dial; the pane stands two side by side."""

    gathers = "call"

    def __init__(self, parent: QWidget | None = None) -> None:
        self.call_button = CallButton()
        super().__init__(self.call_button, parent)

    def needed(self, width: int) -> int:
        """Answer the height of disc and word."""
        self.call_button.flat, self.call_button.apart = self.flat or self.apart, not self.flat
        return super().needed(width)

    def cramped(self, width: int) -> bool:
        """Tell whether the word that answers by a touch would stand in two lines below half a row."""
        kit = self.kit
        return kit is not None and any(twin.natural(kit) > width for twin in self.twins.values())

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand word and look over."""
        self.call_button.look = view.look or "dial"
        self.call_button.setText(kit.shown(view.label or view.text))


class AppButton(TouchButton):
    """An app's icon with its name below and, perhaps, how much is unread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self.unread = "", 0
        self.side, self.px = 86.0, 28
        self.beside = 0
        """Window pixels of what stands beside the drawing: the two are in the middle together."""

    def words_area(self) -> QRect:
        """Answer where the name stands, below the drawing, in own coordinates."""
        if self.kit is None:
            return self.rect()
        below = self.kit.px(5) + self.kit.px(self.side) - self.kit.px(2)
        return self.rect().adjusted(0, max(below, self.kit.px(62)) if self.beside else below, 0, 0)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint icon, unread badge and name."""
        side = kit.px(self.side)
        spot = QRectF(box.center().x() - side / 2, box.top() + kit.px(5), side, side)
        if self.beside:
            spot.translate(self.beside / 2 if kit.rtl else -self.beside / 2, 0)
        path = drawing(self.glyph, "apps")
        if path:
            painter.setOpacity(0.7 if self.isDown() else 1.0)
            paint.centred(painter, kit.icon(path, side), spot, kit)
            painter.setOpacity(1.0)
        else:
            paint.face(painter, spot, kit.q("lagoon"), None, 0, side * 0.26)
        if self.unread:
            across = spot.left() + kit.px(10) if kit.rtl else spot.right() - kit.px(10)
            if self.beside:
                across += kit.px(14 if kit.rtl else -14)
            paint_unread(painter, QPointF(across, spot.top() + kit.px(15)), kit, self.unread)
        name = QRectF(
            box.left(), spot.bottom() - kit.px(2), box.width(), box.bottom() - spot.bottom() + kit.px(2)
        )
        if self.beside:
            name.setTop(max(name.top(), box.top() + kit.px(62)))
        wide = kit.width(self.text(), "label", px=self.px)
        one = wide <= box.width() * SQUEEZED
        wide = wide if one else kit.flow(self.text(), "label", box.width(), px=self.px).widest
        if box.width() < wide <= box.width() * SQUEEZED * SQUEEZED:
            # A name a little too long is pressed together by what no eye sees, instead of broken in two.
            painter.translate(name.center().x(), 0)
            painter.scale((box.width() - 1) / wide, 1)
            painter.translate(-name.center().x(), 0)
            name = name.adjusted(-kit.px(8), 0, kit.px(8), 0)
        paint.words(
            painter,
            self.text(),
            name,
            kit,
            "label",
            "ink",
            False,
            paint.CENTRE,
            paint.TOP,
            1.25 if one else 1.06,
            self.px,
        )
