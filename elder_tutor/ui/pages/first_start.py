"""A question in one sentence and its answers as big pictures: the first start, and the family's choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons, words
from elder_tutor.ui.pages.first_start_fit import level_row, rows_of, shape_of, shares_of
from elder_tutor.ui.pages.first_start_state import Act, Question, Tile
from elder_tutor.ui.pages.first_start_tile import ChoiceTile
from elder_tutor.ui.pages.page import BAND, Page, card_shadow
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.sentence import Sentence
from elder_tutor.ui.widgets.steps import StepDots

COUNTED: Final = phrase("Question {now} of {of}")
NEXT: Final = phrase("Next")
BEFORE: Final = phrase("Previous")
ALONE: Final = 560.0
"""One choice by itself is no wider."""


class QuestionPage(Page):
    """Ask and offer; ``chosen`` carries the id of a tile, ``acted`` that of a button."""

    chosen = Signal(str)
    acted = Signal(str)
    languageRequested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.question: Question | None = None
        self.page, self.pages = 0, 1
        self.dots = StepDots(f"{name}.dots", self)
        self.counted = Words(f"{name}.counted", "label", True, "ink2", self)
        self.sentence = Sentence(f"{name}.sentence", self)
        self.sentence.heading = 1
        self.sentence.spoken_factor = 0.86
        self.language = LanguageButton(f"{name}.language", self)
        self.again = LipButton(f"{name}.again", Look.AGAIN, "line/again", parent=self)
        self.main = LipButton(f"{name}.main", Look.PRIMARY, "line/check", parent=self)
        self.main.role = "body"
        self.before = LipButton(f"{name}.before", Look.SECONDARY, "line/chevron", parent=self)
        self.next = LipButton(f"{name}.next", Look.SECONDARY, "line/chevron", parent=self)
        self.before.flipped = True
        self.tiles: list[ChoiceTile] = []
        self.acts: list[LipButton] = []
        self._said = ""
        self._per = 1
        self._shape = (1, 1)
        self._pot = QRectF()
        self._connect()

    def render_question(self, question: Question, keep_page: bool = False) -> None:
        """Take a question; the window places it when it shows the page. ``keep_page`` does not turn back."""
        self.question = question
        self.page = self.page if keep_page else 0
        self._make_tiles(question.tiles)
        self._make_acts(question.acts)
        self._said = ""

    def greeting(self) -> tuple[Phrase, ...]:
        """Say the question."""
        return self.question.ask if self.question is not None else ()

    def named(self) -> Phrase:
        """Answer the question itself."""
        return self.question.ask[0] if self.question is not None else super().named()

    def caption(self) -> QRect:
        """Answer the place of the question."""
        return QRect(self.sentence.mapTo(self, QPoint(0, 0)), self.sentence.size())

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.sentence.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.sentence.show_rest()

    def turn(self, by: int) -> None:
        """Show the next or the former choices; after the last the first."""
        self.page = (self.page + by) % self.pages
        self.relayout()
        self.update()
        self.sayRequested.emit(self.standing())

    def standing(self) -> tuple[Phrase, ...]:
        """Answer the words of the choices that stand now, to be said."""
        shown = zip(self.tiles, self.question.tiles if self.question is not None else (), strict=False)
        return tuple(each.words for tile, each in shown if tile.isVisibleTo(self))

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.question is None:
            return
        m = self.m
        self._write(self.question)
        margin = m.px(40 if m.portrait else 32)
        room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(22))
        room = self._place_head(room.cut_top(m.px(14))[1], self.question)
        self.pages = 1
        for _ in range(2):  # the second time with the buttons to turn
            left = self._place_bar(room)
            self._fit(left)
            if (self.pages > 1) is self.next.isVisibleTo(self):
                break
        self._place_tiles(left)
        shown = [tile for tile in self.tiles if tile.isVisibleTo(self)]
        self.order([*shown, *self._bar(), self.listen, self.language])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the choices cast shadows."""
        return [card_shadow(tile, self.m) for tile in self.tiles if tile.isVisibleTo(self)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the pot beside what it says."""
        super().paintEvent(event)
        if self.metrics is None or self._pot.isEmpty():
            return
        painter = QPainter(self)
        pot = icons.icon("motifs/dallah", round(self._pot.height()), dpr=self.devicePixelRatioF())
        left = self._pot.center().x() - pot.width() / pot.devicePixelRatio() / 2
        painter.drawPixmap(QPointF(left, self._pot.top()), pot)
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.language.clicked.connect(self.languageRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.main.clicked.connect(self._main_pressed)
        self.next.clicked.connect(lambda: self.turn(1))
        self.before.clicked.connect(lambda: self.turn(-1))

    def _main_pressed(self) -> None:
        if self.question is not None and self.question.main is not None:
            self.acted.emit(self.question.main.id)

    def _make_tiles(self, wanted: Sequence[Tile]) -> None:
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        self.tiles = []
        for each in wanted:
            tile = ChoiceTile(f"{self.objectName()}.tile.{each.id}", self)
            tile.clicked.connect(lambda checked=False, which=each.id: self.chosen.emit(which))
            self.tiles.append(tile)

    def _make_acts(self, wanted: Sequence[Act]) -> None:
        for old in self.acts:
            old.hide()
            old.deleteLater()
        self.acts = []
        for each in wanted:
            look = Look.QUIET if each.quiet else Look.SECONDARY
            act = LipButton(f"{self.objectName()}.{each.id}", look, each.glyph, parent=self)
            act.clicked.connect(lambda checked=False, which=each.id: self.acted.emit(which))
            act.show()
            self.acts.append(act)

    def _write(self, question: Question) -> None:
        assert self.wording is not None
        lines = [part for each in question.ask for part in self.wording.line(each).sentences()]
        text = " ".join(line.shown for line in lines)
        if text != self._said:
            self._said = text
            self.sentence.render_sentences(lines)
        for tile, each in zip(self.tiles, question.tiles, strict=True):
            note = self.shown(each.note) if each.note is not None else ""
            tile.render_tile(self.shown(each.words), note, each.picture, question.beside)
            tile.set_chosen(each.chosen)
        for act, told in zip(self.acts, question.acts, strict=True):
            act.render_words(self.shown(told.words))
        if question.main is not None:
            self.main.render_words(self.shown(question.main.words))
            self.main.set_glyph(question.main.glyph)
        self.main.setVisible(question.main is not None)
        self.again.render_words(self.shown(words.SAY_AGAIN))
        self.next.render_words(self.shown(NEXT))
        self.before.render_words(self.shown(BEFORE))
        self._count(question)
        self.language.render_language(self.m)
        for part in (self.counted, self.language, self.again, self.main, self.next, self.before):
            part.apply(self.m)
        for button in (*self.tiles, *self.acts):
            button.apply(self.m)

    def _count(self, question: Question) -> None:
        assert self.wording is not None
        counted = question.now > 0
        if counted:
            told = self.shown(phrase(COUNTED.key, now=question.now, of=question.of))
            self.counted.render_words(told)
            self.dots.render_steps(question.now, question.of, self.wording.number(question.now), told)
            self.dots.apply(self.m)
        self.dots.setVisible(counted)
        self.counted.setVisible(counted)

    def _place_head(self, room: Box, question: Question) -> Box:
        m = self.m
        pair = [each for each in (self.listen, self.language) if each is self.listen or each.text()]
        each = [button.natural_width() for button in pair]
        tall = max(m.mm(16), m.px(64), *(button.needed(of) for button, of in zip(pair, each, strict=True)))
        gap = max(m.px(14), m.mm(3.1))
        wide = sum(each) + gap * (len(pair) - 1)
        head, rest = room.cut_top(tall, max(m.px(8), m.mm(3.1)))
        left, buttons = head.cut_end(wide, m.px(20))
        for button, across in zip(pair, each, strict=True):
            spot, buttons = buttons.cut_lead(across, gap)
            put(button, spot, m)
        self.sentence.across = Qt.AlignmentFlag.AlignLeading
        self.sentence.spoken_factor = 0.86
        count = m.size("spoken") * 0.86 * 1.6
        lines = min(2, len(self.sentence.spoken_lines))
        self._pot = QRectF()
        if self._speaks_alone:
            return self._place_alone(rest)
        if (question.now == 0 or m.folded) and not m.portrait:
            # Nothing is counted, or a small screen has no line for it: the question itself takes the
            # room beside the buttons.
            self.dots.hide()
            self.counted.hide()
            self.sentence.spoken_factor = 0.8
            wanted = lines * count
            high = max(tall, wanted) + m.px(12)
            put(self.sentence, Box(left.lead, left.top - m.px(6), left.width, high), m)
            self.sentence.apply(m)
            return room.cut_top(max(tall, wanted + m.px(6)), max(m.px(12), m.mm(3.1)))[1]
        if question.now:
            dots = self.dots.needed_width()
            put(self.dots, left.cut_lead(dots)[0], m)
            beside = left.cut_lead(dots + m.px(16))[1]
            put(self.counted, beside, m)
            self.counted.setVisible(self.counted.natural_width() <= beside.width)
        for more in range(3):
            high = round((lines + more) * count) + m.px(8)
            words_box, below = rest.cut_top(high, m.px(12))
            self._place_question(words_box, lines > 1)
            if not m.portrait or not self.sentence.turns():
                break  # upright there is room for the whole question
        return below

    def _place_question(self, box: Box, with_pot: bool) -> None:
        m = self.m
        side = min(m.px(96), box.height)
        if with_pot:
            box, spot = box.cut_end(side, m.px(20))
            self._pot = area(spot.middle(side), m.width, m.rtl)
        put(self.sentence, box, m)
        self.sentence.apply(m)

    @property
    def _speaks_alone(self) -> bool:
        """Tell whether there is nothing to choose from: the words have the page for themselves."""
        return not self.tiles

    def _place_alone(self, room: Box) -> Box:
        """Put the pot above the words, in the middle of what the buttons will leave."""
        m = self.m
        self.sentence.spoken_factor = 1.0
        middle = room.cut_bottom(m.px(110 if not m.portrait else 260))[0].middle_across(room.width * 0.86)
        side = min(m.px(150), middle.height * 0.35)
        upper, words_box = middle.middle(min(middle.height, side + m.px(320))).cut_top(side, m.px(16))
        self._pot = area(upper.middle_across(side), m.width, m.rtl)
        self.sentence.across = Qt.AlignmentFlag.AlignHCenter
        put(self.sentence, words_box, m)
        self.sentence.apply(m)
        return room

    def _bar(self) -> list[LipButton]:
        lead = [self.main] if self.main.isVisibleTo(self) else []
        turning = [self.before, self.next] if self.pages > 1 else []
        return [*lead, *turning, self.again, *self.acts]

    def _place_bar(self, room: Box) -> Box:
        m = self.m
        self.before.setVisible(self.pages > 1)
        self.next.setVisible(self.pages > 1)
        bar, gap = self._bar(), max(m.px(16), m.mm(3.1))
        least = m.mm(20) if self.main in bar else m.mm(16)
        rows = rows_of(bar, room.width, gap, m.portrait)
        for row in reversed(rows):
            shares = shares_of(row, room.width, gap)
            boxes = Box(0, 0, room.width, 1).shares(shares, gap)
            needed = [button.needed(round(box.width)) for button, box in zip(row, boxes, strict=True)]
            tall = max(m.px(84 if m.step < 3 else 76), least, *needed)
            room, lower = room.cut_bottom(tall, gap)
            for button, box in zip(row, boxes, strict=True):
                put(button, Box(lower.lead + box.lead, lower.top, box.width, tall), m)
        return room

    def _fit(self, room: Box) -> None:
        """Find how many choices stand at a time, and in how many columns, so that nothing is cut."""
        count = max(1, len(self.tiles))
        for tile in self.tiles:
            tile.leave_out(False)
        for pages in range(1, count + 1):
            per = -(-count // pages)
            shape = shape_of(self.tiles, room, per, self._gap, self.m)
            if shape is not None:
                self._per, self._shape, self.pages = per, shape, pages
                break
        else:
            self._per, self._shape, self.pages = 1, (1, 1), count
            for tile in self.tiles:
                tile.leave_out(self.m.folded)
        self.page = min(self.page, self.pages - 1)

    def _place_tiles(self, room: Box) -> None:
        m, gap = self.m, self._gap
        columns, rows = self._shape
        start = self.page * self._per
        shown = self.tiles[start : start + self._per]
        for tile in self.tiles:
            tile.setVisible(tile in shown)
        most = m.px(220 if shown and shown[0].beside else 400)
        wide = int(room.grid(columns, rows, gap)[0].width) - 1
        if any(tile.spare(wide, most - 1) < 0 for tile in shown):
            most = round(room.height)
        high = min(room.height, rows * most + (rows - 1) * gap)
        place = Box(room.lead, room.top, room.width, high)
        if len(self.tiles) == 1 and not shown[0].beside:
            place = place.middle_across(min(room.width, m.px(ALONE)))
        cells = place.grid(columns, rows, gap)
        for number, (tile, cell) in enumerate(zip(shown, cells, strict=False)):
            last = len(shown) - number // columns * columns
            shift = 0.0
            if last < columns and not tile.beside:  # a short last row stands in the middle
                shift = (columns - last) * (cell.width + gap) / 2
            put(tile, Box(cell.lead + shift, cell.top, cell.width, cell.height), m)
        level_row(shown)

    @property
    def _gap(self) -> float:
        return max(self.m.px(18), self.m.mm(3.1))


class FirstStartPage(QuestionPage):
    """The page of the three first questions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("firstStart", parent)


class FamilyPage(QuestionPage):
    """The family's page: everybody who learns here, and the family's choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("family", parent)
