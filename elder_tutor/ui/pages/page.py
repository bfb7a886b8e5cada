"""What every page shares: a ground, the woven band, and one way to be dressed again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.place import Box
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import CARD_SHADOW, Shadow, paint_shadow
from elder_tutor.ui.widgets.lip_button import LipButton, Look

if TYPE_CHECKING:
    from elder_tutor.text.wording import Wording

BAND = 12.0
"""Height of the woven band in design pixels."""
AROUND: Final = 2.0
"""Design pixels above and below the words that a caption covers too."""
NAME: Final = phrase("Elder Tutor")


@runtime_checkable
class Ordered(Protocol):
    """A part of a page that says itself what the keyboard goes through in it."""

    def focus_order(self) -> list[QWidget]:
        """Answer its controls in the order of reading."""


class Page(QWidget):
    """A page takes sizes and words, lays itself out, and tells wishes by signals.

    ``sayRequested`` asks for sentences to be spoken on this page, ``listenRequested`` for the next
    touch to be heard instead of done: every page has the button for it, in the upper row at the
    trailing side.
    """

    sayRequested = Signal(object)
    listenRequested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.band = True
        self.metrics: Metrics | None = None
        self.wording: Wording | None = None
        self.listen = LipButton(f"{name}.listen", Look.SECONDARY, "line/ear", parent=self)
        self.listen.icon_size, self.listen.pad, self.listen.gap = 34, 16, 12
        self.listen.clicked.connect(self.listenRequested)
        self._reading: tuple[QWidget, ...] = ()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language; words and places follow."""
        self.metrics, self.wording = metrics, wording
        self.resize(metrics.width, metrics.height)
        self.setAccessibleName(wording.shown(self.named()))
        self.listen.render_words(wording.shown(words.LISTEN))
        self.listen.apply(metrics)
        self.relayout()
        self.update()

    def relayout(self) -> None:
        """Write the words and place everything; called whenever size, language or state changed."""
        raise NotImplementedError

    def greeting(self) -> tuple[Phrase, ...]:
        """Answer what the voice says when the page opens."""
        return ()

    def named(self) -> Phrase:
        """Answer what the page is called, for those who hear it instead of seeing it."""
        return NAME

    def caption(self) -> QRect:
        """Answer where words stand that are said and stand nowhere else, in own coordinates."""
        m = self.m
        return QRect(m.px(28), m.px(BAND + 10), m.width - 2 * m.px(28), m.px(90))

    def strip(self, *parts: QWidget) -> QRect:
        """Answer the area of these parts of the head: the words that are said cover nothing below it.

        A little more than the parts themselves, so that no dot of the words beneath looks out.
        """
        spot, more = parts[0].geometry(), self.m.px(AROUND)
        for part in parts[1:]:
            spot = spot.united(part.geometry())
        return spot.adjusted(0, -more, 0, more)

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Answer the boxes that cast a shadow: window pixels and radius."""
        return []

    def shown(self, words: Phrase) -> str:
        """Answer the words of a phrase in the page's language."""
        assert self.wording is not None
        return self.wording.shown(words)

    def order(self, widgets: Sequence[QWidget]) -> None:
        """Let the keyboard go through the widgets in this, the reading, order."""
        self._reading = tuple(widgets)
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def first_control(self) -> QWidget | None:
        """Answer where the keyboard begins on this page; None where nothing can be pressed."""
        for each in self._reading:
            inside = each.focus_order() if isinstance(each, Ordered) else [each]
            for control in inside:
                if control.isVisibleTo(self) and control.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    return control
        return None

    @property
    def m(self) -> Metrics:
        """Answer the sizes; a page is never laid out before it has them."""
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics

    @property
    def whole(self) -> Box:
        """Answer the page as a box."""
        return Box(0, 0, self.m.width, self.m.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, band and the shadows of cards."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        # Not fillRect: its kinds of brushes make PySide load all gradients and images first (3 ms).
        painter.setBackground(self.m.q("page"))
        painter.eraseRect(self.rect())
        if self.band:
            paint_band(painter, self.width(), self.m, self.devicePixelRatioF())
        for box, radius, shadow in self.shadows():
            far = (shadow[0] + shadow[1]) * self.m.unit + 2
            if box.adjusted(-far, -far, far, far).intersects(QRectF(event.rect())):
                paint_shadow(painter, box, radius, shadow, self.m)
        painter.end()


def card_shadow(widget: QWidget, m: Metrics, radius: float = 28) -> tuple[QRectF, float, Shadow]:
    """Answer the shadow of a widget on its page; ``radius`` is in design pixels."""
    return QRectF(widget.geometry()), m.px(radius), CARD_SHADOW


def paint_band(painter: QPainter, width: int, m: Metrics, dpr: float) -> None:
    """Paint the woven band along the upper edge of a page."""
    _weave(painter, QRectF(0, 0, width, 0), m, dpr)


def paint_card_band(painter: QPainter, card: QRectF, radius: float, m: Metrics, dpr: float) -> None:
    """Paint the woven band along the upper edge of a card, inside its round corners; window pixels."""
    shape = QPainterPath()
    edge = m.px(2)
    shape.addRoundedRect(card.adjusted(edge, edge, -edge, -edge), radius - edge, radius - edge)
    painter.save()
    painter.setClipPath(shape)
    _weave(painter, card.adjusted(0, edge, 0, 0), m, dpr)
    painter.restore()


def _weave(painter: QPainter, along: QRectF, m: Metrics, dpr: float) -> None:
    strip: QPixmap = icons.icon("motifs/sadu-band", m.px(BAND), dpr=dpr)
    wide = strip.width() / dpr
    start = QPointF(-(along.width() % wide) / 2, 0)
    painter.drawTiledPixmap(
        QRectF(along.left(), along.top(), along.width(), strip.height() / dpr), strip, start
    )
