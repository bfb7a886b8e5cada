"""Choose a learner's card: picture, colour and mark, only free ones; and the ways to what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.cards import COLOURS, MARKS, Colour, Mark, first_free, parts, symbol_of, told
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import Learner, People, pictures
from elder_tutor.progress.photos import Photos
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.editor_face import Face, Part
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text, bare
from elder_tutor.ui.trainer.look import told as trouble_told
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("The card of {learner}")
SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
RENAME: Final = phrase("Rename")
SYMBOLS: Final = phrase("Three pictures")
SYMBOLS_SET: Final = phrase("Three pictures are chosen")
PHOTO: Final = phrase("Photo")
PRINT: Final = phrase("Print the card")
LOST: Final = phrase("The card is lost")
PICTURES: Final = phrase("Picture")
COLOUR: Final = phrase("Colour")
MARK: Final = phrase("Mark")
TAKEN: Final = phrase("Somebody has this card already. Please choose another colour or mark.")
NOT_KEPT: Final = phrase("The card was not changed")
NAME: Final = "trainer.card"
WIDE: Final = 1000
"""Design pixels at which card and choices stand beside each other."""


class CardSight(NamedTuple):
    """What is read of a learner's card: who has which, and what else belongs to it."""

    learner: Learner
    taken: dict[str, frozenset[str]]
    """Picture → the colours and marks others have with it."""
    has_symbols: bool
    has_ticket: bool
    photo: bytes | None


class CardPage(AskingPage):
    """Show one learner's card; every way on carries the learner's id."""

    kept = Signal()
    backRequested = Signal()
    renameRequested = Signal(str)
    symbolsRequested = Signal(str)
    photoRequested = Signal(str)
    printRequested = Signal(str)
    renewRequested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.learner_id = ""
        self.sight: CardSight | None = None
        self.picture = self.symbol = ""
        self.panel, self.board = Card(f"{NAME}.panel", self), Card(f"{NAME}.board", self)
        self.cards = [self.panel, self.board]
        self.face = Face(f"{NAME}.face", self)
        self.name = Text(f"{NAME}.name", "card", True, parent=self)
        self.words = Text(f"{NAME}.words", "head", False, "ink2", self)
        self.save = Press(f"{NAME}.save", Look.PRIMARY, "line/check", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.heads = [Text(f"{NAME}.head.{at}", "head", True, "ink2", self) for at in range(3)]
        self.parts: dict[str, list[Part]] = {
            "picture": [Part(NAME, "picture", key, self) for key in pictures()],
            "colour": [Part(NAME, "colour", one.value, self) for one in COLOURS],
            "mark": [Part(NAME, "mark", one.value, self) for one in MARKS],
        }
        self.ways = {
            name: Press(f"{NAME}.{name}", Look.QUIET, glyph, self)
            for name, glyph in (
                ("rename", "line/text"), ("symbols", "line/grid"), ("photo", "line/photo"),
                ("print", "line/print"), ("lost", "line/refresh"),
            )
        }  # fmt: skip
        self._connect()

    def begin(self, learner_id: str) -> None:
        """Show another learner's card."""
        self.learner_id, self.sight, self.picture, self.symbol = learner_id, None, "", ""

    def refresh(self) -> None:
        """Read the card anew; what was chosen and not saved stays."""
        who = self.learner_id
        self.ask(lambda store: card_of(store, who), self._take)

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        sight = self.sight
        if sight is None:
            return
        self._write(sight)
        room = self.place_head(
            self.room(), self.shown(phrase(TITLE.key, learner=sight.learner.name)), [self.back, self.save]
        )
        m = self.m
        if self.m.width >= m.px(WIDE) and not m.portrait:
            panel, board = room.cut_lead(m.px(372), m.px(20))
            self._place_panel(panel, 1)
            self._place_board(board)
        else:
            high = m.px(176 + 14 + 36) + 3 * max(self._tall(), m.px(78)) + 2 * max(m.px(10), m.mm(3))
            panel, board = room.cut_top(high, m.px(20))
            self._place_panel(panel, 2)
            self._place_board(Box(board.lead, board.top, board.width, min(board.height, m.px(860))))
        chosen = [part for kind in self.parts.values() for part in kind]
        self.order([*chosen, *self.ways.values(), self.back, self.save])

    def _write(self, sight: CardSight) -> None:
        w = self.wording
        assert w is not None
        may = self.desk.may.allows(Act.PEOPLE)
        card = told(self.symbol)
        self.face.show_card(self.picture, self.symbol)
        self.face.tell(bare(w, card) if card is not None else "")
        self.name.render_words(sight.learner.name)
        self.words.render_words(self.shown(card) if card is not None else "")
        for head, words in zip(self.heads, (PICTURES, COLOUR, MARK), strict=True):
            head.render_words(self.shown(words))
        named = (RENAME, SYMBOLS_SET if sight.has_symbols else SYMBOLS, PHOTO, PRINT, LOST)
        self.ways["symbols"].set_glyph("line/check" if sight.has_symbols else "line/grid")
        for button, words in (
            (self.save, SAVE),
            (self.back, BACK),
            *zip(self.ways.values(), named, strict=True),
        ):
            button.render_words(self.shown(words))
        for kind in self.parts.values():
            for part in kind:
                part.render_words("", bare(w, part.words))
        everything: list[Text | Press | Face | Card] = [
            self.face, self.name, self.words, self.save, self.back, self.panel, self.board, *self.heads,
            *self.ways.values(), *(part for kind in self.parts.values() for part in kind),
        ]  # fmt: skip
        for one in everything:
            one.apply(self.m)
        self._mark(sight)
        self.save.setVisible(may)
        for name, button in self.ways.items():
            act = Act.HAND_OUT if name in ("print", "lost") else Act.PEOPLE
            button.setVisible(self.desk.may.allows(act) and (name != "lost" or sight.has_ticket))

    def _mark(self, sight: CardSight) -> None:
        """Tick what is chosen, and leave out what others have."""
        taken = sight.taken.get(self.picture, frozenset())
        colour, mark = parts(self.symbol) or (None, None)
        for part in self.parts["picture"]:
            part.set_chosen(part.value == self.picture)
            part.set_available(bool(first_free(part.value, sight.taken.get(part.value, frozenset()))))
        for part in self.parts["colour"]:
            part.set_chosen(part.value == colour)
            free = {symbol_of(Colour(part.value), one) for one in MARKS} - taken
            part.set_available(bool(free))
        for part in self.parts["mark"]:
            part.set_chosen(part.value == mark)
            part.set_available(colour is None or symbol_of(colour, Mark(part.value)) not in taken)

    def _tall(self) -> int:
        return max(self.m.px(60), self.m.mm(16))

    def _place_panel(self, panel: Box, columns: int) -> None:
        m = self.m
        put(self.panel, panel, m)
        room = panel.inset(m.px(22), m.px(18))
        face, rest = room.cut_top(m.px(176), m.px(14))
        picture, words = face.cut_lead(m.px(160), m.px(16))
        put(self.face, picture, m)
        name, below = words.middle(m.px(150)).cut_top(self.name.needed(words.width), m.px(8))
        put(self.name, name, m)
        put(self.words, below.cut_top(self.words.needed(below.width))[0], m)
        shown = [button for button in self.ways.values() if button.isVisibleTo(self)]
        rows = max(1, -(-len(shown) // columns))
        gap = max(m.px(10), m.mm(3))
        tall = min(max(self._tall(), m.px(78)), (rest.height - (rows - 1) * gap) / rows)
        for button, cell in zip(
            shown, Box(rest.lead, rest.top, rest.width, rows * (tall + gap) - gap).grid(columns, rows, gap),
            strict=False,
        ):  # fmt: skip
            put(button, cell, m)

    def _place_board(self, board: Box) -> None:
        m = self.m
        put(self.board, board, m)
        room = board.inset(m.px(22), m.px(16))
        gap, heads = max(m.px(10), m.mm(3)), self.heads[0].needed(room.width) + m.px(4)
        counts = [(6, 2, 1.45), (8, 1, 1.0), (6, 2, 1.0)]
        if room.width < m.px(760):
            counts = [(6, 2, 1.3), (4, 2, 1.0), (6, 2, 1.0)]
        lines = sum(rows * share for _, rows, share in counts)
        gaps = sum((rows - 1) * gap for _, rows, _ in counts) + 2 * m.px(14)
        each = max((room.height - 3 * heads - gaps) / lines, self._tall() / 1.0)
        for head, kind, (columns, rows, share) in zip(self.heads, self.parts.values(), counts, strict=True):
            line, room = room.cut_top(heads)
            put(head, line, m)
            block, room = room.cut_top(rows * each * share + (rows - 1) * gap, m.px(14))
            for part, cell in zip(kind, block.grid(columns, rows, gap), strict=False):
                put(part, cell, m)

    # --- acting ------------------------------------------------------------------------

    def choose(self, kind: str, value: str) -> None:
        """Take another picture, colour or mark; where others have that card, the next free one."""
        sight = self.sight
        if sight is None:
            return
        colour, mark = parts(self.symbol) or (COLOURS[0], MARKS[0])
        if kind == "picture":
            self.picture = value
        elif kind == "colour":
            colour = Colour(value)
        else:
            mark = Mark(value)
        taken = sight.taken.get(self.picture, frozenset())
        wished = symbol_of(colour, mark)
        if wished in taken:
            near = [symbol_of(colour, one) for one in MARKS]
            wished = next((one for one in near if one not in taken), first_free(self.picture, taken))
        self.symbol = wished
        self.again()

    def keep(self) -> None:
        """Save picture, colour and mark; trouble is told."""
        try:
            self.desk.may.require(Act.PEOPLE)
            self.desk.app.people.change_card(self.learner_id, self.picture, self.symbol, self.desk.who)
        except KnownError as trouble:
            self.told.emit(NOT_KEPT, trouble_told(trouble), "")
            self.refresh()
            return
        self.kept.emit()

    def _take(self, found: CardSight) -> None:
        if self.sight is None or found.learner.id != self.sight.learner.id:
            self.picture, self.symbol = found.learner.picture, found.learner.symbol
        self.learner_id, self.sight = found.learner.id, found
        self.again()

    def _connect(self) -> None:
        self.save.clicked.connect(self.keep)
        self.back.clicked.connect(self.backRequested)
        for kind, all_of_it in self.parts.items():
            for part in all_of_it:
                part.clicked.connect(lambda checked=False, k=kind, v=part.value: self.choose(k, v))
        signals: Sequence[tuple[str, object]] = (
            ("rename", self.renameRequested), ("symbols", self.symbolsRequested),
            ("photo", self.photoRequested), ("print", self.printRequested),
        )  # fmt: skip
        for name, signal in signals:
            self.ways[name].clicked.connect(lambda checked=False, s=signal: s.emit(self.learner_id))
        self.ways["lost"].clicked.connect(
            lambda: self.renewRequested.emit(self.sight.learner) if self.sight is not None else None
        )


def card_of(store: Store, learner_id: str) -> CardSight:
    """Answer a learner's card, of the first learner where none is named. Raises UnknownLearner."""
    people = People(store)
    everybody = people.learners()
    learner = next((one for one in everybody if one.id == learner_id or not learner_id), None)
    if learner is None:
        raise UnknownLearner(GONE)
    taken = {key: people.taken(key, learner.id) for key in pictures()}
    keys, photos = Keys(store), Photos(store)
    has = (keys.has(learner.id), keys.has_ticket(learner.id))
    return CardSight(learner, taken, *has, photos.get(learner.id))
