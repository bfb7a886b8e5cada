"""A dialog: its card over the dimmed screen, and the empty place beside it where that is a touch."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ElementView, ScreenView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import GAP, Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.names import name_of
from elder_tutor.ui.phone.pane import Pane
from elder_tutor.ui.phone.touch import TouchButton, direction
from elder_tutor.ui.textflow import BUTTON
from elder_tutor.ui.widgets.tolerance import distance

STRIP = 66
"""Design pixels that stay free above a card, where the empty place is a touch."""


class OutsideButton(TouchButton):
    """The empty place above a card. Its words stand in a thin frame, so that it is found."""

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the words, white on the scrim."""
        pen = QPen(kit.q("#FFFFFF"), kit.px(3))
        pen.setDashPattern([3, 3])
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(kit.q("#3C484D" if self.isDown() else "#20292D"))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), kit.px(18), kit.px(18))
        if paint.tall(self.text(), box.width() - kit.px(24), kit, "label", True) <= box.height():
            inner = box.adjusted(kit.px(12), 0, -kit.px(12), 0)
            paint.words(painter, self.text(), inner, kit, "label", "#FFFFFF", True, paint.CENTRE)


class DialogLayer(QWidget):
    """A dialog's card over the dimmed screen. Touches beside it do nothing, unless it says so."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beside = OutsideButton(self)
        self.beside.tapped.connect(self._outside)
        self.title, self.pane = Label(self), Pane(self)
        self.title.bold, self.title.spacing = True, BUTTON
        self.title.setObjectName("dialog.title")
        self.pane.acted.connect(self.acted)
        self.kit: Kit | None = None
        self.outside = ""
        self.card = QRect()
        self._pressed: QPoint | None = None

    def render_screen(self, view: ScreenView, kit: Kit) -> None:
        """Show a dialog."""
        self.kit = kit
        beside = next((each for each in view.elements if each.kind == "outside"), None)
        self._show_beside(beside, kit)
        self.title.say(kit.shown(view.title), kit)
        inside = tuple(each for each in view.elements if each.kind != "outside")
        self.pane.render_screen(replace(view, elements=inside), kit)
        self.place()
        self.update()

    def spot(self, element: str) -> QRect | None:
        """Answer the empty place, when that is what is asked for."""
        shows = self.outside and element in (self.outside, "outside")
        return self.beside.geometry() if shows else None

    def focus_order(self) -> list[QWidget]:
        """Answer what the Tab key goes through: the card, then the place beside it."""
        return [*self.pane.focus_order(), *([self.beside] if self.outside else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the card again."""
        self.place()

    def place(self) -> None:
        """Stand the card in the middle, as tall as what it says."""
        if self.kit is None or not self.width():
            return
        kit, margin, pad = self.kit, self.kit.px(18), self.kit.px(22)
        least = kit.px(STRIP + 2 * GAP) if self.outside else margin
        wide = self.width() - 2 * margin
        head = self.title.tall(wide - 2 * pad)
        above = pad + head
        body = self.pane.needed(wide, kit)
        tall = min(above + body + kit.px(8), self.height() - margin - least)
        top = max(least, (self.height() - tall) // 2)
        self.card = QRect(margin, top, wide, tall)
        self.title.setGeometry(margin + pad, top + pad, wide - 2 * pad, head)
        self.pane.setGeometry(margin, top + above, wide, tall - above)
        strip = kit.px(GAP)
        self.beside.setGeometry(margin, strip, wide, max(kit.px(STRIP), min(top - 2 * strip, kit.px(110))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a touch on the scrim, far enough from the card to be meant."""
        at = event.position().toPoint()
        self._pressed = at if self.outside and self._beside(at) else None
        event.setAccepted(self._pressed is not None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when the finger left there too."""
        began, self._pressed = self._pressed, None
        if began is not None and self._beside(event.position().toPoint()):
            self.beside.answer(event.timestamp())
        event.setAccepted(began is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scrim and card."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(kit))
        painter.fillRect(self.rect(), kit.q("scrim"))
        edge = kit.q("line") if kit.dark else None
        paint.face(painter, QRectF(self.card), kit.q("screen"), edge, kit.px(3), kit.px(40))
        painter.end()

    def _show_beside(self, view: ElementView | None, kit: Kit) -> None:
        self.outside = view.id if view is not None else ""
        self.beside.setVisible(view is not None)
        if view is None:
            return
        self.beside.setObjectName(view.id)
        self.beside.dress(kit)
        self.beside.set_available(view.enabled)
        self.beside.setText(kit.shown(view.label or view.text))
        self.beside.call(name_of(view, kit))

    def _beside(self, at: QPoint) -> bool:
        if self.kit is None:
            return False
        reach = self.kit.tolerance.miss_mm * self.kit.metrics.px_per_mm
        return distance(self.card, at) > reach

    def _outside(self) -> None:
        if self.outside:
            self.acted.emit(Action(Do.TAP, self.outside))
