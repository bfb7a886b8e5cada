"""Elements to tap: buttons, tabs, app icons, a call's round buttons."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.buttons import RowButton, WordButton
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.piece import Single
from elder_tutor.ui.phone.touch import TouchButton

USUAL_ICONS = {"attach": "plus", "camera": "eye", "pin_on_map": "flag", "exit": "leave", "microphone": "mic"}
CALL_LOOKS = ("answer", "refuse")


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
    """One of a row of tabs; the present one is filled and has a line below."""

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint label and mark."""
        super().paint(painter, box, kit)
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
    """A round button of a call: answer in lagoon tint, refuse in pomegranate, the word below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = "answer"

    def needed(self, width: int) -> int:
        """Answer the height of disc and word."""
        return (
            self.kit.px(116 + 8) + ceil(paint.tall(self.text(), width, self.kit, "body", True))
            if self.kit
            else 160
        )

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint disc, handset and word."""
        side = kit.px(116)
        disc = QRectF(box.center().x() - side / 2, box.top(), side, side)
        refuse = self.look == "refuse"
        fill = kit.q("refuse") if refuse else kit.q("#DDEBEA")
        painter.setPen(QPen(kit.q("#FFFFFF"), kit.px(4)))
        painter.setBrush(fill.darker(115) if self.isDown() else fill)
        half = kit.px(2)
        painter.drawEllipse(disc.adjusted(half, half, -half, -half))
        colour = "#FFFFFF" if refuse else "#063841"
        handset = kit.icon("line/phone", kit.px(56), colour, colour)
        if refuse:
            handset = handset.transformed(
                QTransform().rotate(135), Qt.TransformationMode.SmoothTransformation
            )
        paint.centred(painter, handset, disc, kit)
        low = QRectF(
            box.left(), disc.bottom() + kit.px(6), box.width(), box.bottom() - disc.bottom() - kit.px(6)
        )
        paint.words(painter, self.text(), low, kit, "body", "ink", True, paint.CENTRE, paint.TOP)


class CallPiece(Single):
    """Answer or refuse; the pane stands the two side by side."""

    gathers = "call"

    def __init__(self, parent: QWidget | None = None) -> None:
        self.call_button = CallButton()
        super().__init__(self.call_button, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand word and look over."""
        self.call_button.look = view.look
        self.call_button.setText(kit.shown(view.label or view.text))


class AppButton(TouchButton):
    """An app's icon with its name below and, perhaps, how much is unread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph, self.unread = "", 0
        self.side, self.px = 86.0, 28

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint icon, unread badge and name."""
        side = kit.px(self.side)
        spot = QRectF(box.center().x() - side / 2, box.top() + kit.px(5), side, side)
        path = drawing(self.glyph, "apps")
        if path:
            painter.setOpacity(0.7 if self.isDown() else 1.0)
            paint.centred(painter, kit.icon(path, side), spot, kit)
            painter.setOpacity(1.0)
        else:
            paint.face(painter, spot, kit.q("lagoon"), None, 0, side * 0.26)
        if self.unread:
            self._badge(painter, spot, kit)
        name = QRectF(
            box.left(), spot.bottom() - kit.px(2), box.width(), box.bottom() - spot.bottom() + kit.px(2)
        )
        one = kit.width(self.text(), "label", px=self.px) <= box.width()
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
            1.25 if one else 1.12,
            self.px,
        )

    def _badge(self, painter: QPainter, spot: QRectF, kit: Kit) -> None:
        side = kit.px(38)
        centre = QPointF(spot.left() if kit.rtl else spot.right(), spot.top() + kit.px(14))
        disc = QRectF(
            centre + QPointF((0.25 if kit.rtl else -0.25) * side - side / 2, -side / 2), QSizeF(side, side)
        )
        painter.setPen(QPen(kit.q("#FFFFFF"), kit.px(3)))
        painter.setBrush(kit.q("pomegranate"))
        painter.drawEllipse(disc)
        paint.spaced_digits(painter, kit.wording.number(self.unread), disc, kit, "#FFFFFF", kit.px(24))
