"""«Who needs me now?»: every place as it stands, the most urgent first, without a touch."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import advise, say_coming
from elder_tutor.progress.staff import Act
from elder_tutor.reports.board import Board, Seat, board
from elder_tutor.text.bidi import by_first_strong
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.calm import ONE_MOMENT
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer import board_words as words
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.asking import Asking
from elder_tutor.ui.trainer.base import DeskPage, away
from elder_tutor.ui.trainer.board_cards import NeedCard, SeatCard, card_tall, card_wide, seat_tall
from elder_tutor.ui.trainer.board_empty import Empty
from elder_tutor.ui.trainer.board_parts import Count
from elder_tutor.ui.trainer.board_plan import Leaf, plan
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.trainer.turning import NEXT, PREVIOUS
from elder_tutor.ui.widgets.lip_button import Look

NAME: Final = "trainer.board"
LOOK_MS: Final = 1000
"""Between two looks; what another process wrote stands here within two of them."""
FIRST_RUNG: Final = 2
STRONGEST: Final = 4
"""The hint the board sends names the control; sent once more at the same step, the hand shows it."""
GAP: Final = 16

_log = logging.getLogger(__name__)


class BoardPage(DeskPage):
    """Show the board. ``urgentChanged`` tells how many need somebody, ``chimeRequested`` that it grew."""

    learnerChosen = Signal(str)
    stepChosen = Signal(str, str)
    urgentChanged = Signal(int)
    chimeRequested = Signal()
    told = Signal(object, object, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.board: Board | None = None
        self.team = ""
        self.leaf = 0
        self.leaves: tuple[Leaf, ...] = ()
        self._drawn: object = None
        self._asking = Asking(desk.app.store, self)
        self._cards: dict[str, NeedCard] = {}
        self._seats: dict[str, SeatCard] = {}
        self._probe = NeedCard("", self)
        self._probe.hide()
        self.when = Text(f"{NAME}.when", "body", False, "ink2", self)
        self.sound = Press(f"{NAME}.sound", Look.QUIET, "line/silent", self)
        self.calm = Text(f"{NAME}.calm", "card", False, "ink2", self)
        self.heading = Text(f"{NAME}.heading", "card", True, parent=self)
        self.count = Count(f"{NAME}.count", parent=self)
        self.group = Press(f"{NAME}.group", Look.QUIET, "line/people", self)
        self.before = Press(f"{NAME}.before", Look.QUIET, "line/chevron", self)
        self.after = Press(f"{NAME}.after", Look.QUIET, "line/chevron", self)
        self.before.flipped = True
        self.empty = Empty(f"{NAME}.empty", self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        self.sound.clicked.connect(self._toggle_sound)
        self.group.clicked.connect(self._next_group)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))

    # --- reading -----------------------------------------------------------------------

    def watch(self, watching: bool) -> None:
        """Look on from now on, or no more: while the door is closed nobody sees who needs what."""
        self._timer.start() if watching else self._timer.stop()
        if not watching:
            self.board = None

    def refresh(self) -> None:
        """Ask who is here."""
        now, heads = self._now(), self.desk.heads
        self._asking.ask(NAME, lambda store: board(store, now, heads), self.taken, self._not_read)

    def settle(self) -> None:
        """Wait for what was asked for, for pictures."""
        self._asking.wait()

    def taken(self, found: Board) -> None:
        """Show what was answered, where it looks different now."""
        before, self.board = self.board, found
        new = found.urgent - (before.urgent if before is not None else found.urgent)
        if new:
            self.leaf = 0
            if self.desk.app.settings.board_sound:
                self.chimeRequested.emit()
        self.urgentChanged.emit(len(found.urgent))
        drawn = (found, self._now() // words.MINUTE_MS, self.team)
        if self.isVisible() and drawn != self._drawn:
            self._drawn = drawn
            self.again()

    def _not_read(self, trouble: KnownError) -> None:
        # It is asked again in a second; what stands, stands.
        _log.warning("The board cannot be read now: %s", trouble)

    def _now(self) -> int:
        return milliseconds(self.desk.app.clock())

    @property
    def _shown_board(self) -> Board:
        return (self.board or Board()).of(self.team)

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        shown = self._shown_board
        empty = not shown.needy and not shown.alone
        self._write_foot(shown)
        several = len(self.leaves) > 1
        room = self._place_head()
        self._plan(shown, room)
        if (len(self.leaves) > 1) is not several:  # the buttons that turn the pages come or go
            room = self._place_head()
        leaf = self.leaves[self.leaf] if self.leaves else Leaf()
        self._make_cards(leaf)
        self.empty.setVisible(empty)
        self.calm.setVisible(not empty and not shown.needy and self.leaf == 0)
        self.heading.setVisible(bool(leaf.seats))
        self.count.setVisible(bool(leaf.seats))
        self.group.setVisible(bool(shown.groups) and (bool(leaf.seats) or bool(self.team)))
        if empty:
            self._place_empty(room)
        else:
            self._place_leaf(leaf, room)
        reading: list[QWidget] = []
        for kiosk in (seat.place.kiosk for seat in leaf.needy):
            reading += self._cards[kiosk].reading
        small = [self._seats[seat.place.kiosk] for seat in leaf.seats]
        self.order([self.before, self.after, self.sound, *reading, self.group, *small])

    def _place_head(self) -> Box:
        m, on = self.m, self.desk.app.settings.board_sound
        self.sound.render_words(self.shown(words.SOUND_ON if on else words.SOUND_OFF))
        self.sound.set_glyph("line/speak" if on else "line/silent")
        self.sound.apply(m)
        for button, said in ((self.before, PREVIOUS), (self.after, NEXT)):
            button.setVisible(len(self.leaves) > 1)
            button.render_words(self.shown(said))
            button.apply(m)
        room = self.place_head(self.room(), self.shown(words.TITLE), [self.before, self.after, self.sound])
        moment = self.desk.app.clock()
        day = self.desk.today
        self.when.render_words(self.shown(phrase(words.WHEN.key, day=day, clock=moment.time())))
        self.when.apply(m)
        line = Box(room.lead, self.sound.y(), room.width, self.sound.height())
        buttons = [part for part in (self.sound, self.before, self.after) if not part.isHidden()]
        taken = sum(part.width() + m.px(16) for part in buttons)
        free, _ = line.cut_end(taken)
        wide = self.when.natural_width() + 2
        self.when.setVisible(self.title.natural_width() + m.px(30) + wide <= free.width)
        put(self.when, free.cut_end(wide)[1], m)
        return room

    def _write_foot(self, shown: Board) -> None:
        m = self.m
        self.calm.render_words(self.shown(words.CALM))
        self.heading.render_words(self.shown(words.ALONE))
        self.count.tell(str(len(shown.alone)))
        groups = shown.groups
        chosen = next((group.name for group in groups if group.id == self.team), "")
        self.group.render_words(chosen or self.shown(words.EVERYBODY))
        self.group.set_chosen(bool(chosen))
        for part in (self.calm, self.heading, self.count, self.group):
            part.apply(m)

    def _make_cards(self, leaf: Leaf) -> None:
        """Bring the cards of the open page up to date; those of the others are not drawn."""
        m, now, app = self.m, self._now(), self.desk.app
        self._drop(self._cards, {seat.place.kiosk for seat in leaf.needy})
        self._drop(self._seats, {seat.place.kiosk for seat in leaf.seats})
        first = self._shown_board.needy[:1]
        for seat in leaf.needy:
            kiosk = seat.place.kiosk
            card = self._cards.get(kiosk) or self._new_card(kiosk)
            card.answers = self.desk.may.allows(Act.TEACH)
            card.render_seat(seat, now, app, self._say, self._bare, seat in first)
            card.apply(m)
            card.show()
        for seat in leaf.seats:
            kiosk = seat.place.kiosk
            small = self._seats.get(kiosk) or self._new_seat(kiosk)
            small.render_seat(seat, app, self._say, self._bare)
            small.apply(m)
            small.show()

    def _new_card(self, kiosk: str) -> NeedCard:
        card = self._cards[kiosk] = NeedCard(kiosk, self)
        card.comeRequested.connect(self._come)
        card.hintRequested.connect(self._advise)
        card.learnerChosen.connect(self._open_learner)
        card.stepChosen.connect(self._open_step)
        return card

    def _new_seat(self, kiosk: str) -> SeatCard:
        card = self._seats[kiosk] = SeatCard(kiosk, self)
        card.clicked.connect(lambda checked=False, at=kiosk: self._open_learner(at))
        return card

    @staticmethod
    def _drop(cards: dict[str, NeedCard] | dict[str, SeatCard], kept: set[str]) -> None:
        gone = [kiosk for kiosk in cards if kiosk not in kept]
        away([cards.pop(kiosk) for kiosk in gone])

    def _plan(self, shown: Board, room: Box) -> None:
        m = self.m
        wide = max(m.px(300), self._card_wide())
        columns = max(1, min(3, int((room.width + m.px(GAP)) // (wide + m.px(GAP)))))
        heading = max(m.px(62), m.mm(16)) + max(m.px(12), m.mm(3))
        if not shown.needy:
            heading += m.px(70)
        self.leaves = plan(
            shown.needy, shown.alone, columns, room.height, m.px(GAP), card_tall(m), seat_tall(m), heading
        )
        self.leaf = max(0, min(self.leaf, len(self.leaves) - 1))

    def _card_wide(self) -> int:
        """Answer the width at which the two buttons of a card stand beside one another."""
        for button, said in ((self._probe.come, words.COME), (self._probe.hint, words.HINT)):
            button.render_words(self.shown(said))
        self._probe.apply(self.m)
        return card_wide(self._probe, self.m)

    def _place_leaf(self, leaf: Leaf, room: Box) -> None:
        m, gap = self.m, self.m.px(GAP)
        columns = max(1, leaf.columns)
        for row in range(0, len(leaf.needy), columns):
            line, room = room.cut_top(card_tall(m), gap)
            for seat, box in zip(leaf.needy[row : row + columns], line.columns(columns, gap), strict=False):
                card = self._cards[seat.place.kiosk]
                put(card, box, m)
                card.relayout()
        if not self.calm.isHidden():
            line, room = room.cut_top(m.px(64), m.px(6))
            put(self.calm, line, m)
        room = self._place_heading(room)
        tall = self._small_tall(leaf, room)
        for row in range(0, len(leaf.seats), columns):
            line, room = room.cut_top(tall, gap)
            for seat, box in zip(leaf.seats[row : row + columns], line.columns(columns, gap), strict=False):
                put(self._seats[seat.place.kiosk], box, m)

    def _small_tall(self, leaf: Leaf, room: Box) -> float:
        """Answer the height of the small cards: they share what is left, up to a third more."""
        m, gap = self.m, self.m.px(GAP)
        rows = max(1, -(-len(leaf.seats) // max(1, leaf.columns)))
        return max(seat_tall(m), min(1.35 * seat_tall(m), (room.height - gap * (rows - 1)) / rows))

    def _place_heading(self, room: Box) -> Box:
        m = self.m
        if self.heading.isHidden() and self.group.isHidden():
            return room
        line, rest = room.cut_top(max(m.px(62), m.mm(16)), max(m.px(12), m.mm(3)))
        if not self.group.isHidden():
            line, place = line.cut_end(max(self.group.natural_width() + m.px(8), m.px(120)), m.px(14))
            put(self.group, place.middle(self.group.tall()), m)
        words, line = line.cut_lead(self.heading.natural_width() + 2, m.px(16))
        put(self.heading, words, m)
        put(self.count, line.cut_lead(m.px(56))[0].middle(m.px(48)), m)
        return rest

    def _place_empty(self, room: Box) -> None:
        assert self.wording is not None
        self.empty.dress(self.m, self.wording)
        put(self.empty, room, self.m)
        self.empty.relayout()
        self.group.setVisible(bool(self.team))

    def _say(self, said: Phrase | str) -> str:
        return self.shown(said) if isinstance(said, Phrase) else by_first_strong(said)

    def _bare(self, said: Phrase | str) -> str:
        return self.bare(said) if isinstance(said, Phrase) else said

    # --- acting ------------------------------------------------------------------------

    def _seat(self, kiosk: str) -> Seat | None:
        seats = (seat for half in (self.board or Board()).halves for seat in half)
        return next((seat for seat in seats if seat.place.kiosk == kiosk), None)

    def _come(self, kiosk: str) -> None:
        seat = self._seat(kiosk)
        if seat is not None:
            self._answer(lambda: say_coming(self.desk.app.store, seat.place, self.desk.who))

    def _advise(self, kiosk: str) -> None:
        seat = self._seat(kiosk)
        if seat is not None:
            rung = STRONGEST if seat.place.advised >= seat.place.since else FIRST_RUNG
            self._answer(lambda: advise(self.desk.app.store, seat.place, self.desk.who, rung))

    def _open_learner(self, kiosk: str) -> None:
        seat = self._seat(kiosk)
        if seat is not None and not seat.is_guest:
            self.learnerChosen.emit(seat.place.learner)

    def _open_step(self, kiosk: str) -> None:
        seat = self._seat(kiosk)
        if seat is not None and seat.lesson is not None and not seat.is_private:
            self.stepChosen.emit(seat.lesson.id, seat.place.step)

    def _answer(self, do: Callable[[], object]) -> None:
        def allowed() -> None:
            self.desk.may.require(Act.TEACH)
            do()

        self._guarded(allowed)

    def _guarded(self, do: Callable[[], object]) -> None:
        try:
            do()
        except KnownError as trouble:
            self.told.emit(ONE_MOMENT, look.told(trouble), "")
        self.refresh()

    def _toggle_sound(self) -> None:
        app = self.desk.app
        on = not app.settings.board_sound
        self._guarded(lambda: app.keep_settings({"board_sound": on}))
        if on:
            self.chimeRequested.emit()
        self.again()

    def _next_group(self) -> None:
        teams = ["", *(group.id for group in (self.board or Board()).groups)]
        at = teams.index(self.team) if self.team in teams else 0
        self.team, self.leaf = teams[(at + 1) % len(teams)], 0
        self.again()

    def _turn(self, by: int) -> None:
        self.leaf = (self.leaf + by) % max(1, len(self.leaves))
        self.again()
