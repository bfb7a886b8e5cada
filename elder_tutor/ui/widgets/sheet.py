"""«ضبط» in a lesson: one short sheet above the page, and from it the way to everything that can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from elder_tutor.text.phrase import phrase
from elder_tutor.ui import words
from elder_tutor.ui.fit import dials
from elder_tutor.ui.pages.page import paint_card_band
from elder_tutor.ui.place import Box, area, fitted, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.dial_card import DialCard, place_alike
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

if TYPE_CHECKING:
    from elder_tutor.settings import Settings
    from elder_tutor.text.wording import Wording

LOUDER: Final = dials.LOUDER
QUIETER: Final = dials.QUIETER
SOMETHING_WRONG: Final = phrase("Something is wrong here")
ALL: Final = phrase("All settings")
CLOSE: Final = phrase("Done")
OFFERED: Final = ("volume", "size", "language", "speak_touched")
"""What DESIGN 6 gives during a lesson; the rest stands on the page of settings."""


class Sheet(QWidget):
    """Cover the window and offer a few settings; ``changed`` carries those to change.

    ``listenRequested`` asks for the next touch to be heard instead of done, as on every page;
    ``allRequested`` for the whole page of settings.
    """

    listenRequested = Signal()
    changed = Signal(object)
    allRequested = Signal()
    wrongReported = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.hide()
        self.metrics: Metrics | None = None
        self.title = Words("sheet.title", "title", True, parent=self)
        self.title.spacing = 1.25
        self.cards = {which: DialCard(f"sheet.{which}", "", self) for which in OFFERED}
        self.listen = LipButton("sheet.listen", Look.SECONDARY, "line/ear", parent=self)
        self.listen.icon_size, self.listen.pad, self.listen.gap = 34, 16, 12
        self.close_button = LipButton("sheet.close", Look.PRIMARY, "line/check", parent=self)
        self.close_button.role, self.close_button.radius = "body", 24
        self.all = LipButton("sheet.all", Look.SECONDARY, "line/settings", parent=self)
        self.wrong = LipButton("sheet.wrong", Look.QUIET, "line/flag", parent=self)
        self._card, self._head = Box(0, 0, 0, 0), QRect()
        self._before: QWidget | None = None
        """What had the keyboard when the sheet was opened."""
        for card in self.cards.values():
            card.changed.connect(self.changed)
        self.listen.clicked.connect(self.listenRequested)
        self.all.clicked.connect(self.allRequested)
        self.wrong.clicked.connect(self.wrongReported)
        self.close_button.clicked.connect(self.dismiss)

    def open(self, held: Settings, wording: Wording, metrics: Metrics) -> None:
        """Show the sheet."""
        self.render_settings(held, wording, metrics)
        self._before = self.window().focusWidget()
        reason = self._reason()
        self.show()
        self.raise_()
        self.close_button.setFocus(reason)

    def render_settings(self, held: Settings, wording: Wording, metrics: Metrics) -> None:
        """Show what is set, in the language and size that hold now."""
        self.metrics = metrics
        shown = (dials.VOLUME, dials.letters(metrics.largest), dials.language(held), dials.TOUCHED)
        for card, dial in zip(self.cards.values(), shown, strict=True):
            card.render_dial(dial, held, wording)
            card.apply(metrics)
        # Where one language is offered there is nothing to choose.
        self.cards["language"].setVisible(len(dials.language(held).choices) > 1)
        pairs = (
            (self.title, words.SETTINGS), (self.listen, words.LISTEN), (self.close_button, CLOSE),
            (self.all, ALL), (self.wrong, SOMETHING_WRONG),
        )  # fmt: skip
        for part, text in pairs:
            part.render_words(wording.shown(text))
            part.apply(metrics)
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self._place(metrics)
        self.update()

    def caption(self) -> QRect:
        """Answer where words stand that are said and stand nowhere else, in own coordinates."""
        return self._head

    def dismiss(self) -> None:
        """Put the sheet away; the keyboard goes back to where it was."""
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisibleTo(self.window()):
            before = self.window()
        before.setFocus(self._reason())
        self.hide()
        self.closed.emit()

    # --- places ------------------------------------------------------------------------

    def _shown(self) -> list[DialCard]:
        return [card for card in self.cards.values() if not card.isHidden()]

    def _place(self, m: Metrics) -> None:
        wide = min(m.px(1180), m.width - m.px(40))
        side, gap = m.px(30), max(m.px(14), m.mm(3))
        inner = wide - 2 * side
        columns = 1 if m.portrait else 2
        rows = -(-len(self._shown()) // columns)
        each = (inner - gap * (columns - 1)) / columns
        listen = self.listen.natural_width()
        head = max(
            m.px(64), m.mm(16), self.listen.needed(listen), self.title.needed(inner - listen - m.px(24))
        )
        foot = self._foot_height(inner, gap, m)
        most = m.height - m.px(12)
        fixed = m.px(24) + head + m.px(12) + gap + foot + m.px(20)
        for slim in (False, True):
            for card in self._shown():
                card.slim = slim
                card.apply(m)
            least = max(card.needed(each) for card in self._shown())
            if fixed + rows * least + (rows - 1) * gap <= most:
                break
        tall = max(least, min(m.px(230), (most - fixed - gap * (rows - 1)) / rows))
        height = min(fixed + rows * tall + (rows - 1) * gap, most)
        self._card = Box((m.width - wide) / 2, (m.height - height) / 2, wide, height)
        room = Box(self._card.lead + side, self._card.top + m.px(24), inner, height - m.px(24 + 20))
        line, room = room.cut_top(head, m.px(12))
        put(self.listen, Box(line.end - listen, line.top, listen, head), m)
        put(self.title, Box(line.lead, line.top, inner - listen - m.px(24), head), m)
        self._head = self.title.geometry()
        room, lower = room.cut_bottom(foot, gap)
        for card, cell in zip(self._shown(), room.grid(columns, rows, gap), strict=False):
            put(card, cell, m)
        place_alike(self._shown())
        self._place_foot(lower, gap, m)

    def _foot(self) -> list[LipButton]:
        return [self.close_button, self.all, self.wrong]

    def _widths(self, inner: float, gap: float, m: Metrics) -> list[float] | None:
        if m.portrait:
            return None
        narrow = [max(button.narrowest(), inner * 0.2) for button in self._foot()]
        return fitted(inner - 2 * gap, (1.5, 1.1, 1.4), narrow)

    def _foot_height(self, inner: float, gap: float, m: Metrics) -> float:
        widths = self._widths(inner, gap, m)
        if widths is not None:
            pairs = zip(self._foot(), widths, strict=True)
            return max(m.px(84), m.mm(20), *(button.needed(round(width)) for button, width in pairs))
        high, low = self._stacked(inner, gap, m)
        return high + gap + low

    def _stacked(self, inner: float, gap: float, m: Metrics) -> tuple[int, int]:
        half = round((inner - gap) / 2)
        low = max(m.px(76), m.mm(16), self.all.needed(half), self.wrong.needed(half))
        return max(m.px(92), m.mm(20), self.close_button.needed(round(inner))), low

    def _place_foot(self, foot: Box, gap: float, m: Metrics) -> None:
        widths = self._widths(foot.width, gap, m)
        if widths is not None:
            for button, cell in zip(self._foot(), foot.shares(widths, gap), strict=True):
                put(button, cell, m)
            return
        upper, lower = foot.cut_top(self._stacked(foot.width, gap, m)[0], gap)
        put(self.close_button, upper, m)
        for button, cell in zip((self.all, self.wrong), lower.columns(2, gap), strict=True):
            put(button, cell, m)

    # --- hands and keys ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep touches beside the card from reaching the page below."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _reason(self) -> Qt.FocusReason:
        """Answer how the focus is to come: who goes by keys sees it."""
        by_keys = bool(getattr(self.window().focusWidget(), "by_keys", False))
        return Qt.FocusReason.TabFocusReason if by_keys else Qt.FocusReason.OtherFocusReason

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim and the card."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.fillRect(self.rect(), m.q("scrim"))
        box = area(self._card, self.width(), m.rtl)
        paint_card(painter, box, m, "page", "card_border", 40, 2, None)
        paint_card_band(painter, box, m.px(40), m, self.devicePixelRatioF())
        painter.end()
