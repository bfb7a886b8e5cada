"""Let a learner choose three pictures in order, at the trainer's page; only their hash is kept."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.keys import LENGTH, SYMBOL_NAMES, SYMBOLS, Keys
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.card_face import paint_symbol
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.editor_face import Part
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text, told
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Three pictures for {learner}")
HOW: Final = phrase("Let the learner choose three pictures and remember their order.")
ASKED: Final = phrase("The pictures are asked for at the welcome page.")
NOT_ASKED: Final = phrase("They are asked for once “Three pictures” is on under “This machine”.")
CHOSEN: Final = phrase("Three pictures are chosen. They cannot be shown; new ones replace them.")
SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
AGAIN: Final = phrase("Choose again")
CLEAR: Final = phrase("Without pictures")
PLACE: Final = phrase("Picture {number}")
PLACE_IS: Final = phrase("Picture {number}: {picture}")
NOT_KEPT: Final = phrase("The three pictures were not kept")
NAME: Final = "trainer.symbols"


class SymbolsSight(NamedTuple):
    """Whose pictures they are, and whether some were chosen."""

    learner: Learner
    has: bool


class Slot(look.Drawn):
    """The place of one of the three, empty or with its picture."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.symbol = self.number = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and picture."""
        if self.metrics is None:
            return
        m, painter = self._m, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(m.q("ink"), m.px(3))
        if not self.symbol:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(m.q("card"))
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, m.px(18), m.px(18))
        if self.symbol:
            edge = m.px(12)
            paint_symbol(painter, box.adjusted(edge, edge, -edge, -edge), self.symbol, m.dark)
        else:
            look.laid(self.number, m, "digit", box.width(), True).paint(
                painter, box, m.q("ink2"), look.CENTRE
            )
        painter.end()


class SymbolsPage(AskingPage):
    """Choose by touch; ``kept`` tells that pictures were set or taken away."""

    kept = Signal(str)
    backRequested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.learner_id = ""
        self.sight: SymbolsSight | None = None
        self.chosen: list[str] = []
        self.card = Card(f"{NAME}.card", self)
        self.cards = [self.card]
        self.words = Text(f"{NAME}.words", "body", False, "ink2", self)
        self.slots = [Slot(f"{NAME}.slot.{at}", self) for at in range(LENGTH)]
        self.parts = [Part(NAME, "symbol", key, self) for key in SYMBOLS]
        self.save = Press(f"{NAME}.save", Look.PRIMARY, "line/check", self)
        self.anew = Press(f"{NAME}.again", Look.QUIET, "line/again", self)
        self.clear = Press(f"{NAME}.clear", Look.QUIET, "line/trash", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.save.clicked.connect(self.keep)
        self.anew.clicked.connect(self.empty)
        self.clear.clicked.connect(self.take_away)
        self.back.clicked.connect(lambda: self.backRequested.emit(self.learner_id))
        for part in self.parts:
            part.clicked.connect(lambda checked=False, key=part.value: self.choose(key))

    def begin(self, learner_id: str) -> None:
        """Start with nothing chosen."""
        self.learner_id, self.sight, self.chosen = learner_id, None, []

    def refresh(self) -> None:
        """Read whether some were chosen."""
        who = self.learner_id
        self.ask(lambda store: _sight(store, who), self._take)

    def choose(self, symbol: str) -> None:
        """Put a picture into the next place; after the third nothing more is taken."""
        if len(self.chosen) < LENGTH:
            self.chosen.append(symbol)
            self.again()

    def empty(self) -> None:
        """Begin again."""
        self.chosen = []
        self.again()

    def keep(self) -> None:
        """Keep the three; trouble is told and they are chosen again."""
        self._do(lambda keys: keys.set_symbols(self.learner_id, self.chosen, self.desk.who))

    def take_away(self) -> None:
        """Let this learner in without pictures."""
        self._do(lambda keys: keys.clear(self.learner_id, self.desk.who))

    def hideEvent(self, event: object) -> None:
        """Let nobody see them afterwards."""
        self.chosen = []

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        sight, w = self.sight, self.wording
        if sight is None or w is None:
            return
        m = self.m
        asked = ASKED if self.desk.app.settings.symbols else NOT_ASKED
        said = (CHOSEN, asked) if sight.has and not self.chosen else (HOW, asked)
        self.words.render_words(" ".join(self.shown(words) for words in said))
        heads = ((self.back, BACK), (self.clear, CLEAR), (self.anew, AGAIN), (self.save, SAVE))
        for button, words in heads:
            button.render_words(self.shown(words))
        for part in self.parts:
            part.render_words("", look.bare(w, part.words))
            part.set_available(len(self.chosen) < LENGTH)
        self._fill_slots()
        everything: list[Text | Press | Slot | Card] = [
            self.words, self.card, *(button for button, _ in heads), *self.slots, *self.parts
        ]  # fmt: skip
        for one in everything:
            one.apply(m)
        self.save.set_available(len(self.chosen) == LENGTH)
        self.anew.setVisible(bool(self.chosen))
        self.clear.setVisible(sight.has and not self.chosen)
        title = self.shown(phrase(TITLE.key, learner=sight.learner.name))
        room = self.place_tabs(self.room(), title, [b for b, _ in heads if b.isVisibleTo(self)])
        line, room = room.cut_top(self.words.needed(room.width), m.px(12))
        put(self.words, line, m)
        self._place(room)
        self.order([*self.parts, *(button for button, _ in reversed(heads))])

    def _fill_slots(self) -> None:
        assert self.wording is not None
        for number, slot in enumerate(self.slots, 1):
            slot.symbol = self.chosen[number - 1] if number <= len(self.chosen) else ""
            slot.number = self.wording.number(number)
            said = phrase(PLACE.key, number=number)
            if slot.symbol:
                said = phrase(PLACE_IS.key, number=number, picture=SYMBOL_NAMES[slot.symbol])
            slot.tell(look.bare(self.wording, said))

    def _place(self, room: Box) -> None:
        m = self.m
        put(self.card, room, m)
        inner, gap = room.inset(m.px(26), m.px(22)), max(m.px(14), m.mm(3))
        if inner.width > inner.height * 1.2:
            side = min((inner.height - 2 * gap) / 3, m.px(170))
            lead, end = inner.cut_lead(side + m.px(10), m.px(48))
            places = lead.middle(3 * side + 2 * gap).rows(3, gap)
        else:
            side = min((inner.width - 2 * gap) / 3, m.px(190), inner.height * 0.24)
            top, end = inner.cut_top(side, m.px(40))
            places = top.middle_across(3 * side + 2 * gap).columns(3, gap)
        for slot, place in zip(self.slots, places, strict=True):
            put(slot, place.middle(side).middle_across(side), m)
        end = Box(end.lead, end.top, end.width, min(end.height, end.width * 0.9))
        wide = min(end.width, end.height * 1.9)
        for part, cell in zip(self.parts, end.middle_across(wide).grid(3, 3, gap), strict=True):
            put(part, cell, m)

    def _do(self, act: object) -> None:
        assert callable(act)
        try:
            self.desk.may.require(Act.PEOPLE)
            act(Keys(self.desk.app.store))
        except KnownError as trouble:
            self.empty()
            self.told.emit(NOT_KEPT, told(trouble), "")
            return
        self.chosen = []
        self.kept.emit(self.learner_id)

    def _take(self, found: SymbolsSight) -> None:
        self.learner_id, self.sight = found.learner.id, found
        self.again()


def _sight(store: Store, learner_id: str) -> SymbolsSight:
    learner = next((one for one in People(store).learners() if one.id == learner_id or not learner_id), None)
    if learner is None:
        raise UnknownLearner(GONE)
    return SymbolsSight(learner, Keys(store).has(learner.id))
