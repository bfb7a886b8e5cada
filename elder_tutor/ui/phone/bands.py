"""What the phone says above a screen: a short line, and that this is training and calls nobody."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.buttons import WordButton
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.touch import direction
from elder_tutor.ui.textflow import BUTTON

PAD, ICON = 12, 40
"""Design pixels."""


class Toast(Label):
    """A line the phone says until the next action, in the place of the app's name: it covers no touch."""

    def render_toast(self, said: Phrase | None, kit: Kit) -> None:
        """Show or hide the line."""
        self.setObjectName("toast")
        self.role, self.bold, self.colour, self.spacing = "label", True, "#FFFFFF", BUTTON
        self.say(kit.shown(said), kit)
        self.setVisible(bool(self.text()))

    def needed(self, width: int, kit: Kit) -> int:
        """Answer the height of the band."""
        room = self._room(QRectF(0, 0, width, 0), kit).width()
        return max(kit.px(66), ceil(paint.tall(self.text(), room, kit, "label", True)) + 2 * kit.px(PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band, a tick and the words."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(kit))
        box = QRectF(self.rect()).adjusted(kit.px(6), kit.px(3), -kit.px(6), -kit.px(3))
        paint.face(
            painter, box, kit.q("#14262E"), kit.q("#FFFFFF") if kit.dark else None, kit.px(3), kit.px(20)
        )
        side = kit.px(ICON - 6)
        part, _ = paint.take(box.adjusted(kit.px(PAD), 0, -kit.px(PAD), 0), side, kit)
        spot = QRectF(part.left(), part.center().y() - side / 2, side, side)
        paint.face(painter, spot, kit.q("#FFD466"), None, 0, side / 2)
        paint.stroke(painter, spot, ((0.27, 0.53), (0.44, 0.69), (0.74, 0.36)), kit.q("#14262E"), kit.px(4))
        room = self._room(QRectF(self.rect()), kit)
        paint.words(painter, self.text(), room, kit, "label", "#FFFFFF", True)
        painter.end()

    def _room(self, box: QRectF, kit: Kit) -> QRectF:
        inner = box.adjusted(kit.px(PAD + 6), 0, -kit.px(PAD + 6), 0)
        _, rest = paint.take(inner, kit.px(ICON - 6), kit, kit.px(12))
        return rest


class DangerBand(QWidget):
    """«هذا تدريب، ولا يتصل بأحد»: on top of what looks like a call for help, with the way to real help."""

    helpRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.help = Label(self), WordButton(self)
        self.words.role, self.words.bold, self.words.spacing = "label", True, BUTTON
        self.words.setObjectName("danger")
        self.help.setObjectName("danger.help")
        self.help.role, self.help.least, self.help.pad = "label", 54.0, 10.0
        self.help.tapped.connect(self.helpRequested)
        self.kit: Kit | None = None

    def render_band(self, shown: bool, kit: Kit) -> None:
        """Show or hide the band."""
        self.kit = kit
        self.setVisible(shown)
        if not shown:
            return
        said = f"{kit.shown(sayings.TRAINING_ONLY)} {kit.shown(sayings.REAL_HELP)}"
        self.words.say(said, kit)
        self.help.dress(kit)
        self.help.render_words(kit.shown(sayings.NEED_HELP), "hand", "danger")
        self.help.call(kit.plain(sayings.NEED_HELP))
        self.place()
        self.update()

    def needed(self, width: int, kit: Kit) -> int:
        """Answer the height of words and button."""
        inner = width - 2 * kit.px(PAD)
        words = self.words.tall(inner - kit.px(ICON + 12))
        return max(words, kit.px(ICON)) + self.help.needed(inner) + 2 * kit.px(PAD) + kit.px(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        self.place()

    def place(self) -> None:
        """Stand the words beside the shield, the button below."""
        if self.kit is None:
            return
        kit, pad = self.kit, self.kit.px(PAD)
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        low = self.help.needed(int(inner.width()))
        upper = inner.adjusted(0, 0, 0, -low - kit.px(10))
        _, rest = paint.take(upper, kit.px(ICON), kit, kit.px(12))
        self.words.setGeometry(rest.toRect())
        self.help.setGeometry(int(inner.left()), round(inner.bottom()) - low, int(inner.width()), low)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its edge and the shield."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.fillRect(box, kit.q("saffron_tint"))
        painter.fillRect(QRectF(box.left(), box.bottom() - kit.px(3), box.width(), kit.px(3)), kit.q("line"))
        pad = kit.px(PAD)
        upper = box.adjusted(pad, pad, -pad, -pad - self.help.height() - kit.px(10))
        part, _ = paint.take(upper, kit.px(ICON), kit)
        paint.centred(painter, kit.icon("line/shield", kit.px(ICON), "ink", "saffron_tint"), part, kit)
        painter.end()
