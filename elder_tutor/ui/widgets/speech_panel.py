"""The card that speaks: sentences, the sound line, a hint's ladder, opinions, what may be said or done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.textflow import SPOKEN
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.action_row import ActionRow, Option, away, same
from elder_tutor.ui.widgets.card import paint_card
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.ladder import DISC, Ladder
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.sentence import BOX_SIDE, Sentence
from elder_tutor.ui.widgets.sound_line import POT, SoundLine

if TYPE_CHECKING:
    from elder_tutor.text.line import Line


BESIDE_SHARE = 0.36
"""Above the keyboard an action takes at most this share of the card's width."""


class Face(StrEnum):
    """What the card is for now."""

    WORDS = "words"
    COMPACT = "compact"  # above the keyboard
    REST = "rest"  # nothing is said: a quiet sentence, or the pot alone
    HINT = "hint"
    OPINION = "opinion"


class SpeechPanel(QWidget):
    """Show what is said; ``decided`` tells which opinion was pressed, ``chosen`` which action."""

    decided = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.face = Face.WORDS
        self.metrics: Metrics | None = None
        self.hint_words = Words(f"{name}.hint", "label", True, parent=self)
        self.ladder = Ladder(f"{name}.ladder", self)
        self.sentence = Sentence(f"{name}.sentence", self)
        self.sound_line = SoundLine(f"{name}.sound", self)
        self.options: list[LipButton] = []
        self.actions_row = ActionRow(self, self.chosen.emit)
        self._foot = 0
        self._bars = True
        self._resting = False

    @property
    def spoken_lines(self) -> tuple[Line, ...]:
        """Answer what is said on the card."""
        return self.sentence.spoken_lines

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        for part in (self.hint_words, self.ladder, self.sentence, self.sound_line):
            part.apply(metrics)
        for option in (*self.options, *self.acts):
            option.apply(metrics)
        self.relayout()

    def render_sentences(self, sentences: Sequence[Line]) -> None:
        """Show sentences from their beginning."""
        self._resting = False
        self._show_sentences(sentences)

    def render_rest(self, sentences: Sequence[Line]) -> None:
        """Show what nobody says: all of it, or the pot alone where not all of it fits."""
        self._resting = True
        self._show_sentences(sentences)

    def _show_sentences(self, sentences: Sequence[Line]) -> None:
        self.sentence.render_sentences(sentences)
        self.sound_line.render_advance(0.0)
        self.setAccessibleName(self.sentence.accessibleName())
        self._show_fitting()

    def render_face(self, face: Face) -> None:
        """Choose what stands beside the sentence."""
        if face != self.face:
            self.face = face
            self.relayout()
            self.update()

    def render_hint(self, rung: int, words: str) -> None:
        """Light a rung of the ladder; ``words`` says which hint of how many."""
        self.hint_words.render_words(words)
        self.ladder.render_rung(rung, words)

    def render_options(self, options: Sequence[Option]) -> None:
        """Offer opinions; all look alike, so that the look gives no answer."""
        if not same(self.options, options):
            away(self.options)
            self.options = [self._option(number, option) for number, option in enumerate(options)]
            self.relayout()

    def render_actions(self, actions: Sequence[Option]) -> None:
        """Offer what may be said or done here."""
        if self.actions_row.render(actions, self.metrics):
            self.relayout()

    @property
    def acts(self) -> list[LipButton]:
        """Answer the wide buttons along the lower edge."""
        return self.actions_row.buttons

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said and fill the bars up to it."""
        self.sentence.show_word(sentence, word)
        self.sound_line.render_advance(self.sentence.advance())

    def show_rest(self) -> None:
        """The voice has ended: no box, bars full."""
        self.sentence.show_rest()
        self.sound_line.render_advance(1.0)

    def resizeEvent(self, event: object) -> None:
        """Place the parts in the new size."""
        self.relayout()

    # --- layout --------------------------------------------------------------

    def least(self, width: float) -> int:
        """Answer the height in window pixels at which a line of the sentence and every button stand."""
        assert self.metrics is not None
        m = self.metrics
        line = m.size("body") * SPOKEN
        if self.face is Face.OPINION:
            tall, low = self._option_heights(width - 2 * m.px(30), m)
            return round(2 * line) + tall + low + m.px(60)
        head = m.px(DISC + 4) + m.px(8 + 36) if self.face is Face.HINT else m.px(24)
        return round(2 * line) + head + self._actions_height(width)

    def relayout(self) -> None:
        """Place the parts of the present face."""
        if self.metrics is None or self.width() < 2:
            return
        m = self.metrics
        shown = {
            self.hint_words: self.face is Face.HINT,
            self.ladder: self.face is Face.HINT,
            self.sound_line: self.face is Face.WORDS,
        }
        for part, visible in shown.items():
            part.setVisible(visible)
        for option in self.options:
            option.setVisible(self.face is Face.OPINION)
        room = self._place_actions(Box(0, 0, self.width(), self.height()), m)
        {
            Face.WORDS: self._place_words,
            Face.COMPACT: self._place_compact,
            Face.REST: self._place_compact,
            Face.HINT: self._place_hint,
            Face.OPINION: self._place_opinion,
        }[self.face](room, m)

    def _place_actions(self, room: Box, m: Metrics) -> Box:
        """Place the actions along the lower edge; answer what is left above them."""
        self.actions_row.show(self._acting or self._beside)
        self._foot = self._actions_height(room.width)
        if not self._foot:
            return room
        above, foot = room.cut_bottom(self._foot)
        self.actions_row.place(foot, m)
        return above

    @property
    def _acting(self) -> bool:
        """Tell whether the actions stand: not above the keyboard, nor beside a question."""
        return bool(self.acts) and self.face not in (Face.COMPACT, Face.OPINION)

    def _actions_height(self, width: float) -> int:
        assert self.metrics is not None
        return self.actions_row.needed(width, self.metrics) if self._acting else 0

    def _place_words(self, room: Box, m: Metrics) -> None:
        # In a low card the words come first; the bars give way.
        self._bars = room.height - m.px(107) >= m.px(24) + 2 * m.size("body") * SPOKEN
        self._place_said(room, m)
        if self._bars and self.sentence.turns():
            self._bars = False
            self._place_said(room, m)

    def _place_said(self, room: Box, m: Metrics) -> None:
        self.sound_line.setVisible(self._bars)
        upper, lower = room.cut_bottom(m.px(107) if self._bars else 0)
        put(self.sound_line, lower.inset(m.px(38), m.px(8)), m)
        self._put_sentence(upper.inset(m.px(38), m.px(12)), m, 1.0)

    def _place_compact(self, room: Box, m: Metrics) -> None:
        inner = room.inset(m.px(32), m.px(12))
        if not self._beside:
            self._put_sentence(inner.cut_end(m.px(104), m.px(16))[0], m, 0.85)
            return
        button = self.acts[0]
        words, place = inner.cut_end(button.natural_width(), m.px(16))
        put(button, place.middle(min(inner.height, max(m.px(76), m.mm(16)))), m)
        self._put_sentence(words, m, 0.85)

    @property
    def _beside(self) -> bool:
        """Tell whether above the keyboard the one small action takes the pot's place beside the words."""
        if self.face is not Face.COMPACT or len(self.acts) != 1 or self.metrics is None:
            return False
        m, wide = self.metrics, self.acts[0].natural_width()
        return self.acts[0].pad < 20 and wide <= self.width() * BESIDE_SHARE and self.height() >= m.mm(16)

    def _place_hint(self, room: Box, m: Metrics) -> None:
        inner = room.inset(m.px(30), m.px(18))
        lamp = m.px(46) + m.px(16)
        words = self.hint_words.natural_width()
        wide = self.ladder.needed_width()
        free = inner.width - lamp - words - m.px(28)
        beside = free >= wide * 0.62
        wide = min(wide, round(free)) if beside else min(wide, round(inner.width))
        head, rest = inner.cut_top(
            m.px(DISC + 4) if beside else m.px(DISC + 4) + self.hint_words.needed(1e6), m.px(8)
        )
        if beside:
            put(self.hint_words, head.cut_lead(lamp)[1].cut_lead(words)[0], m)
            put(self.ladder, head.cut_end(wide)[1], m)
        else:
            upper, lower = head.cut_bottom(m.px(DISC + 4))
            put(self.hint_words, upper.cut_lead(lamp)[1], m)
            put(self.ladder, lower.cut_lead(wide)[0], m)
        self._put_sentence(rest, m, 0.87)

    def _place_opinion(self, room: Box, m: Metrics) -> None:
        inner = room.inset(m.px(30), m.px(16))
        equal, other = self.options[:2], self.options[2:]
        least, low = self._option_heights(inner.width, m)
        best = max(least, m.px(150))
        sentence = self._sentence_wish(inner)
        tall = max(least, min(best, inner.height - low - m.px(14) - sentence))
        upper, buttons = inner.cut_bottom(tall + low, m.px(10))
        first, rest = buttons.cut_top(tall, m.px(12))
        for option, box in zip(equal, first.columns(max(1, len(equal)), m.px(18)), strict=False):
            put(option, box, m)
        for option in other:
            box, rest = rest.cut_top(max(m.mm(16), option.needed(round(inner.width))), m.px(12))
            put(option, box, m)
        self._put_sentence(upper, m, 0.9)

    def _option_heights(self, width: float, m: Metrics) -> tuple[int, int]:
        half = round((width - m.px(18)) / 2)
        equal, other = self.options[:2], self.options[2:]
        tall = max([m.mm(20), *(option.needed(half) for option in equal)])
        return tall, sum(m.px(12) + max(m.mm(16), option.needed(round(width))) for option in other)

    def _sentence_wish(self, inner: Box) -> float:
        # Two lines of the spoken size; the sentence itself shrinks or turns over when they do not fit.
        assert self.metrics is not None
        return self.metrics.size("spoken") * 0.9 * 1.6 * (2 if inner.height > self.metrics.px(420) else 1)

    def _put_sentence(self, box: Box, m: Metrics, factor: float) -> None:
        self.sentence.spoken_factor = factor
        side = m.px(BOX_SIDE)
        put(self.sentence, Box(box.lead - side, box.top, box.width + 2 * side, box.height), m)
        self.sentence.rebreak()
        self._show_fitting()

    def _show_fitting(self) -> None:
        # No voice turns the lines over while the card rests.
        self.sentence.setVisible(not self._resting or self.sentence.whole())

    def _option(self, number: int, option: Option) -> LipButton:
        equal = number < 2
        button = LipButton(
            f"{self.objectName()}.{option.id}",
            Look.CHOICE if equal else Look.SECONDARY,
            option.glyph,
            equal,
            self,
        )
        button.role, button.icon_size, button.radius = "body" if equal else "label", 60 if equal else 40, 24
        button.render_words(option.words)
        button.clicked.connect(lambda checked=False, chosen=option.id: self.decided.emit(chosen))
        if self.metrics is not None:
            button.apply(self.metrics)
        return button

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and what belongs to its face."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hint = self.face is Face.HINT
        fill, edge, border = ("hint_card", "saffron", 4) if hint else ("card", "card_border", 2)
        paint_card(painter, QRectF(self.rect()), m, fill, edge, 28, border, None)
        if self.face is Face.WORDS and self._bars:
            painter.setPen(QPen(m.q("hair"), max(1, m.px(2))))
            y = self.height() - self._foot - m.px(107)
            painter.drawLine(QPointF(m.px(38), y), QPointF(self.width() - m.px(38), y))
        elif self.face in (Face.COMPACT, Face.REST) and not self._beside:
            self._paint_pot(painter, m)
        elif hint:
            self._paint_lamp(painter, m)
        painter.end()

    def _paint_pot(self, painter: QPainter, m: Metrics) -> None:
        free = self.height() - self._foot
        tall = min(m.px(108), free - m.px(16))
        if tall < m.px(64):
            return
        pot = icons.icon(POT, tall, mirrored=not m.rtl, dpr=self.devicePixelRatioF())
        wide = pot.width() / pot.devicePixelRatio()
        left = m.px(42) if m.rtl else self.width() - m.px(42) - wide
        painter.drawPixmap(QPointF(left, (free - tall) / 2), pot)

    def _paint_lamp(self, painter: QPainter, m: Metrics) -> None:
        side = m.px(46)
        lamp = icons.icon(
            "line/lamp", side, m.q("ink").name(), m.q("saffron").name(), dpr=self.devicePixelRatioF()
        )
        box = self.hint_words.geometry()
        left = box.right() + m.px(16) if m.rtl else box.left() - m.px(16) - side
        painter.drawPixmap(QPointF(left, box.center().y() - side / 2), lamp)
