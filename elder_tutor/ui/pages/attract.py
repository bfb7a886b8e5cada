"""Where nobody has come yet: a lesson shows itself in a frame, and any touch begins."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import icons
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.lesson_state import LessonState
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words

TOUCH: Final = phrase("Touch the screen to begin")
FRAME: Final = ((2.0, "ink"), (7.0, "saffron"), (2.0, "ink"))
"""Design pixels and colours of the frame, from the edge of the screen inwards."""
SMALLEST: Final = 0.6


class _Frame(QWidget):
    """Lie above the lesson: the frame, and a card with the invitation in the place of the tiles."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attract.frame")
        self.metrics: Metrics | None = None
        self.card = QRect()
        self._above = 0
        """Window pixels that are free above the hand."""
        self.words = Words("attract.words", "title", True, "on_lagoon", self)
        self.words.across, self.words.spacing = Qt.AlignmentFlag.AlignHCenter, 1.25

    def place(self, m: Metrics, text: str, card: QRect) -> None:
        """Lay the invitation out in a card, in the largest letters that fit."""
        self.metrics, self.card = m, card
        self.words.render_words(text)
        self.words.apply(m)
        pad = m.px(12)
        hand = self._hand()
        room = card.adjusted(pad, pad, -pad, -pad)
        if self.beside:
            if m.rtl:
                room.setRight(room.right() - hand - pad)
            else:
                room.setLeft(room.left() + hand + pad)
        else:
            room.setTop(room.top() + hand + pad)
        self.words.factor = 1.2
        while self.words.factor > SMALLEST and not self._fits(room):
            self.words.factor -= 0.05
        if not self.beside:  # hand and words stand in the middle together
            spare = (room.height() - self.words.needed(room.width())) // 2
            self._above = max(0, spare - pad)
            room.adjust(0, self._above, 0, -spare + pad)
        self.words.setGeometry(room)
        self.update()

    @property
    def beside(self) -> bool:
        """Tell whether the hand stands beside the words, and not above them."""
        return self.card.width() > 2 * self.card.height()

    def _fits(self, room: QRect) -> bool:
        laid = self.words.laid(room.width())
        return laid.widest <= room.width() and laid.height <= room.height()

    def _hand(self) -> int:
        assert self.metrics is not None
        return min(self.metrics.px(72), self.card.height() // 2, self.card.width() // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame around the page, the card, and a hand in it."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour in FRAME:
            wide = m.px(width)
            pen = QPen(m.q(colour), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            half = inset + wide / 2
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
            inset += wide
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(m.q("lagoon"))
        painter.drawRoundedRect(QRectF(self.card), m.px(20), m.px(20))
        painter.drawPixmap(self._hand_at(m), self._drawing(m))
        painter.end()

    def _drawing(self, m: Metrics) -> QPixmap:
        main, soft = m.q("on_lagoon").name(), m.q("lagoon").name()
        return icons.icon("line/hand", self._hand(), main, soft, dpr=self.devicePixelRatioF())

    def _hand_at(self, m: Metrics) -> QPoint:
        hand, pad = self._hand(), m.px(12)
        if not self.beside:
            return QPoint(self.card.center().x() - hand // 2, self.card.top() + pad + self._above)
        across = self.card.right() - pad - hand if m.rtl else self.card.left() + pad
        return QPoint(across, self.card.center().y() - hand // 2)


class AttractPage(QWidget):
    """Cover the window with a lesson that shows itself; touches are for whoever watches the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attract")
        self.hide()
        self.lesson = LessonPage(self)
        self.frame = _Frame(self)

    def greeting(self) -> tuple[Phrase, ...]:
        """Answer the invitation; it is shown and not said, as nobody is there."""
        return (TOUCH,)

    def render_state(self, state: LessonState, metrics: Metrics, wording: Wording) -> None:
        """Show a moment of the lesson."""
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self.lesson.setGeometry(self.rect())
        self.lesson.render_state(state)
        self.dress(metrics, wording)

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language."""
        page = self.lesson
        page.dress(metrics, wording)
        page.band = False  # the frame takes its place
        tiles = page.tiles.all
        card = tiles[0].geometry()
        for tile in tiles[1:]:
            card = card.united(tile.geometry())
        # The tiles stay below the card, so that the hand goes round them; nobody reaches them.
        for button in (page.head.settings, page.head.leave, page.listen):
            button.hide()
        self.frame.setGeometry(self.rect())
        self.frame.place(metrics, wording.shown(TOUCH), card)
        self.frame.raise_()
