"""One setting as a picture: what it is, how it stands, and two big buttons that change it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons
from elder_tutor.ui.fit.dials import Change, Dial
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.pips import Pips

if TYPE_CHECKING:
    from elder_tutor.settings import Settings
    from elder_tutor.text.wording import Wording

NAMED: Final = phrase("{title}: {value}")
PICTURE, PAD, GAP = 62.0, 16.0, 12.0
"""Design pixels: the picture's disc, around the card, and between two buttons."""
UPRIGHT: Final = 84.0
"""With so much height for it the picture stands above the words."""
PICTURES: Final = (132.0, 116.0, 100.0, 84.0)
"""The larger pictures that are tried first."""
MARKED: Final = (3, 11)
"""Of how many choices marks are shown."""


class DialCard(QWidget):
    """Show a dial; ``changed`` carries the settings to change, ``asked`` that the only button was pressed.

    Without a dial the card is something to be done: a picture, two lines of words, one button.
    ``presses`` is how many buttons it has: none where it only shows how a setting stands.
    """

    changed = Signal(object)
    asked = Signal()

    def __init__(self, name: str, glyph: str, parent: QWidget | None = None, presses: int = 2) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.glyph, self.presses = glyph, presses
        self.dial: Dial | None = None
        self.held: Settings | None = None
        self.metrics: Metrics | None = None
        self.edge = "line"
        self.slim = False
        """The marks of the steps are left out where there is no room for them."""
        self.upright = False
        """The picture stands above the words, because there is so much room."""
        self.most = 0.0
        """The side of the picture in window pixels that all cards of a page share; 0 for its own."""
        self.foot = 0
        """The height of the buttons in window pixels that all cards of a page share; 0 for its own."""
        self.title = Words(f"{name}.title", "label", True, parent=self)
        self.value = Words(f"{name}.value", "label", False, "ink2", self)
        self.title.spacing = self.value.spacing = 1.25
        self.less = LipButton(f"{name}.less", Look.SECONDARY, parent=self)
        self.more = LipButton(f"{name}.more", Look.SECONDARY, parent=self)
        self.pips = Pips(f"{name}.pips", self)
        self._picture = QRectF()
        for button in (self.less, self.more):
            button.icon_size, button.gap, button.pad, button.radius = 30, 8, 10, 18
        for button in (self.less, self.more)[presses:]:
            button.hide()
        for number, button in enumerate((self.less, self.more)):
            button.clicked.connect(lambda checked=False, which=number: self._pressed(which))
            # At the end of the steps the same is set again, so that it is said how it stands.
            button.whyRequested.connect(lambda which=number: self._pressed(which))

    def render_dial(self, dial: Dial, held: Settings, wording: Wording) -> None:
        """Show how a setting stands."""
        self.dial, self.held, self.glyph = dial, held, dial.picture(held)
        at = dial.at(held)
        self.title.render_words(wording.shown(dial.title))
        self.value.render_words(wording.shown(dial.words(held)))
        if dial.is_pair:
            for number, button in enumerate((self.less, self.more)):
                words = dial.choices[number].words
                self._name(button, dial, words, wording, dial.choices[number].sign)
                button.set_glyph("line/check" if number == at else "")
                button.set_chosen(number == at)
        else:
            last = len(dial.choices) - 1
            for button, words, glyph, free in (
                (self.less, dial.less, "line/minus", at > 0),
                (self.more, dial.more, "line/plus", at < last),
            ):
                self._name(button, dial, words, wording)
                button.set_glyph(glyph)
                button.set_chosen(False)
                button.set_available(free)

    def render_errand(self, title: Phrase, words: Phrase, button: Phrase, wording: Wording) -> None:
        """Show something that can be done."""
        self.title.render_words(wording.shown(title))
        self.value.render_words(wording.shown(words))
        whole = phrase(NAMED.key, title=title, value=button)
        self.less.render_words(wording.shown(button), wording.shown(whole))

    def _name(
        self, button: LipButton, dial: Dial, words: Phrase, wording: Wording, sign: str = ""
    ) -> None:  # fmt: skip
        whole = wording.shown(phrase(NAMED.key, title=dial.title, value=words))
        button.render_words(sign or wording.shown(words), whole)

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        parts: tuple[Words | LipButton | Pips, ...] = (
            self.title, self.value, self.less, self.more, self.pips,
        )  # fmt: skip
        for part in parts:
            part.apply(metrics)
        self._mark()
        self.update()

    def make_room(self, slim: bool) -> None:
        """Leave the marks of the steps out, or show them."""
        self.slim = slim
        self._mark()

    def buttons(self) -> list[LipButton]:
        """Answer the buttons in the order of reading."""
        return [self.less, self.more][: self.presses]

    def focus_order(self) -> list[QWidget]:
        """Answer its controls in the order of reading."""
        return [*self.buttons()]

    # --- places ----------------------------------------------------------------------

    def needed(self, width: float) -> int:
        """Answer the height in window pixels at which nothing is clipped at this width."""
        m = self._m
        head, foot = self._heights(width)
        return head + (m.px(10) + foot if foot else 0) + 2 * m.px(PAD)

    def fits(self, width: float, height: float) -> bool:
        """Tell whether every word has its place."""
        half = self._half(width)
        narrow = all(button.narrowest() <= half for button in self.buttons())
        return narrow and self.needed(width) <= height

    def place(self) -> None:
        """Place everything inside the present size."""
        m = self._m
        upper, lower = self._rooms()
        self._place_upright(upper) if self.upright else self._place_beside(upper)
        cells = lower.columns(max(1, self.presses), max(m.px(GAP), m.mm(3)))
        for button, cell in zip(self.buttons(), cells, strict=False):
            put(button, cell, m)

    def resizeEvent(self, event: object) -> None:
        """Follow the size."""
        if self.metrics is not None:
            self.place()

    def stands(self) -> bool:
        """Tell whether there is so much room that the picture may stand above the words."""
        room = self._rooms()[0]
        return room.height >= self._words_height(room.width) + self._m.px(UPRIGHT + 12)

    def tallest(self) -> int:
        """Answer the height that the words of its buttons need, window pixels; 0 without buttons."""
        return self._heights(self.width())[1]

    def side(self) -> float:
        """Answer the side of the picture, window pixels: as large as leaves the words the lines they have."""
        room = self._rooms()[0]
        if self.upright:
            above = room.height - self._words_height(room.width) - self._m.px(12)
            return min(float(self._m.px(PICTURES[0])), above)
        return self._side(room)

    def _rooms(self) -> tuple[Box, Box]:
        """Answer the room for picture and words, and that for the buttons."""
        m = self._m
        head, foot = self._heights(self.width())
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD))
        if foot:  # no more than leaves the words their lines
            foot = max(foot, min(self.foot, int(room.height - head - m.px(10))))
        return room.cut_bottom(foot, m.px(10) if foot else 0)

    def _words_height(self, width: float) -> int:
        return self.title.needed(width) + self.value.needed(width) + self.pips.needed()

    def _place_upright(self, room: Box) -> None:
        m = self._m
        tall = self._words_height(room.width)
        side = self.most or self.side()
        room = room.middle(side + m.px(12) + tall)
        spot, words = room.cut_top(side, m.px(12))
        self._place_words(words, Qt.AlignmentFlag.AlignHCenter)
        self._picture = area(spot.middle_across(side), self.width(), m.rtl)

    def _place_beside(self, room: Box) -> None:
        m = self._m
        side = self.most or self._side(room)
        spot, words = room.cut_lead(side, m.px(14))
        self._picture = area(spot.middle(side), self.width(), m.rtl)
        self._place_words(words.middle(self._words_height(words.width)), Qt.AlignmentFlag.AlignLeading)

    def _place_words(self, room: Box, across: Qt.AlignmentFlag) -> None:
        m = self._m
        title, value = self.title.needed(room.width), self.value.needed(room.width)
        first, rest = room.cut_top(title)
        second, pips = rest.cut_top(value)
        self.title.across = self.value.across = across
        put(self.title, first, m)
        put(self.value, second, m)
        if across is Qt.AlignmentFlag.AlignHCenter:
            pips = pips.middle_across(self.pips.natural_width(pips.width))
        put(self.pips, pips, m)

    def _side(self, room: Box) -> float:
        m = self._m
        least, gap = m.px(PICTURE), m.px(14)
        lines = [part.needed(round(room.width - least - gap)) for part in (self.title, self.value)]
        for design in PICTURES:
            side = min(float(m.px(design)), room.height)
            wide = round(room.width - side - gap)
            if side > least and [part.needed(wide) for part in (self.title, self.value)] == lines:
                return side
        return least

    def _half(self, width: float) -> float:
        m = self._m
        inner = width - 2 * m.px(PAD)
        return inner if self.presses < 2 else (inner - max(m.px(GAP), m.mm(3))) / 2

    def _heights(self, width: float) -> tuple[int, int]:
        m = self._m
        words = round(width - 2 * m.px(PAD) - m.px(PICTURE) - m.px(14))
        head = self.title.needed(words) + self.value.needed(words) + self.pips.needed()
        half = round(self._half(width))
        least = [m.mm(16), m.px(64)] if self.presses else [0]
        foot = max(*least, *(button.needed(half) for button in self.buttons()), 0)
        return max(ceil(head), m.px(PICTURE)), foot

    def _mark(self) -> None:
        """Show a mark for each step; one language is not more than another, and no sound is no mark."""
        steps = len(self.dial.choices) if self.dial is not None and self.dial.id != "language" else 0
        if self.slim or self.dial is None or self.held is None or not MARKED[0] <= steps <= MARKED[1]:
            self.pips.render_marks(0, 0)
            return
        at, empty = self.dial.at(self.held), steps == MARKED[1]
        self.pips.render_marks(at + (not empty), steps - empty)

    # --- painting --------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card and picture."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, QRectF(self.rect()), m, "card", self.edge, 26, 3, None)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(m.q("lagoon_tint"))
        painter.drawRoundedRect(self._picture, m.px(18), m.px(18))
        self._paint_glyph(painter, m)
        painter.end()

    def _paint_glyph(self, painter: QPainter, m: Metrics) -> None:
        tall = round(self._picture.height() * 0.7)
        shows_right = self.dial is not None and self.dial.id == "phone_side" and self._phone_is_right(m)
        mirrored = icons.turned(self.glyph, m.rtl) is not shows_right
        picture = icons.icon(
            self.glyph, tall, m.q("lagoon").name(), m.q("card").name(), mirrored, self.devicePixelRatioF()
        )
        wide = picture.width() / self.devicePixelRatioF()
        at = QPointF(self._picture.center().x() - wide / 2, self._picture.center().y() - tall / 2)
        painter.drawPixmap(at, picture)

    def _phone_is_right(self, m: Metrics) -> bool:
        return self.held is not None and (self.held.phone_side == "leading") is m.rtl

    # --- pressing --------------------------------------------------------------------

    def _pressed(self, number: int) -> None:
        if self.dial is None or self.held is None:
            self.asked.emit()
            return
        change: Change
        if self.dial.is_pair:
            change = self.dial.choices[number].changes
        else:
            change = self.dial.towards(self.held, 1 if number else -1)
        self.changed.emit(dict(change))

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics


def place_alike(cards: Sequence[DialCard]) -> None:
    """Place the parts of cards that have their places on a page: pictures and buttons alike."""
    foot = max((card.tallest() for card in cards), default=0)
    for card in cards:
        card.foot = foot
    upright = all(card.stands() for card in cards)
    for card in cards:
        card.upright = upright
    most = min((card.side() for card in cards), default=0.0)
    for card in cards:
        card.most = most
        card.place()
