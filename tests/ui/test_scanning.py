"""A card at a scanner that types: known by content and pace, in any layout, and gone afterwards."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.keys import Keys, new_ticket
from elder_tutor.ui.door.doorway import CARD_ELSEWHERE, CARD_LATER, UNKNOWN_CARD
from elder_tutor.ui.door.scanning import (
    _ARABIC,
    _PLACES,
    _PLAIN,
    GAP_MS,
    HELD_MS,
    Reader,
    Scanning,
    Take,
    signs_of,
)
from elder_tutor.ui.kiosk.cleaning import clean
from elder_tutor.ui.pages.consent import ConsentPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.pages.symbols import SymbolsPage
from elder_tutor.ui.program import Program

PACE_MS = 12
TICKET = "ET1-ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
PLACE_OF = {sign: place for place, sign in _PLACES.items()}
ARABIC_OF = dict(zip(_PLAIN, _ARABIC, strict=True))
LAYOUTS: dict[str, Callable[[str], tuple[str, int]]] = {
    "US": lambda sign: (sign, PLACE_OF[sign]),
    "US with caps lock": lambda sign: (sign.lower(), PLACE_OF[sign]),
    "no places told": lambda sign: (sign, 0),
    "Arabic": lambda sign: (ARABIC_OF[sign][1] if sign in ARABIC_OF else sign, PLACE_OF[sign]),
    "Arabic without places": lambda sign: (ARABIC_OF[sign][1] if sign in ARABIC_OF else sign, 0),
    "Arabic with caps lock": lambda sign: (ARABIC_OF[sign][0] if sign in ARABIC_OF else sign, 0),
    "Arabic digits": lambda sign: (
        chr(0x660 + int(sign)) if sign.isdigit() else ARABIC_OF.get(sign, (sign,))[0], 0
    ),
    "French": lambda sign: (sign.translate(str.maketrans("AQZW1", "QAWZ&")), PLACE_OF[sign]),
}  # fmt: skip


def read(text: str, layout: Callable[[str], tuple[str, int]], pace: int = PACE_MS) -> tuple[str, ...]:
    """Let a scanner type a text and Enter; answer the tickets that were read."""
    reader = Reader()
    takes = [reader.take(signs_of(*layout(sign)), number * pace) for number, sign in enumerate(text.upper())]
    last = reader.take(signs_of("\r", 28), len(takes) * pace)
    return reader.tickets() if last is Take.WHOLE else ()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_card_is_read_in_every_layout(layout: str) -> None:
    assert TICKET in read(TICKET, LAYOUTS[layout])


def test_every_new_ticket_can_be_read_from_arabic_letters() -> None:
    for _ in range(50):
        ticket = new_ticket()
        assert ticket in read(ticket, LAYOUTS["Arabic without places"])


def test_what_fingers_type_is_no_card() -> None:
    assert read(TICKET, LAYOUTS["US"], GAP_MS + 1) == ()


@pytest.mark.parametrize(
    "text", ["ET1-", "ET1-ABC", "ET2-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "SALAM", "ET1-" + "A" * 200]
)
def test_less_or_other_than_a_card_is_none(text: str) -> None:
    assert read(text, LAYOUTS["no places told"]) == ()


def test_noise_before_a_card_does_not_hide_it() -> None:
    chance = Random(1)
    for _ in range(200):
        noise = "".join(chance.choice("ETX1-ET") for _ in range(chance.randrange(6)))
        assert TICKET in read(noise + TICKET, LAYOUTS["no places told"])


def test_half_a_card_with_its_enter_ends_here() -> None:
    reader = Reader()
    for number, sign in enumerate("ET1-ABC"):
        reader.take(signs_of(sign, 0), number * PACE_MS)
    assert reader.take(signs_of("\r", 0), 100) is Take.HALF
    assert not reader.inside


# --- in the window ------------------------------------------------------------------------


class Scanner:
    """Types at the window as the window system would."""

    def __init__(self, program: Program) -> None:
        self.window = program.window
        self.at = 1_000
        self.watch: Scanning = program.journey.doorway._scanning  # type: ignore[assignment]

    def key(self, text: str, key: int = 0, after: int = PACE_MS) -> None:
        """Press one key."""
        self.at += after
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.at)
        handle = self.window.windowHandle()
        assert handle is not None
        QCoreApplication.sendEvent(handle, event)

    def scan(self, ticket: str) -> None:
        """Hold a card to it."""
        self.at += 5_000
        for sign in ticket:
            self.key(sign)
        self.key("\r", Qt.Key.Key_Return)


@pytest.fixture
def door(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The welcome page with seven people."""
    made = program()
    made.journey.start()
    made.journey.doorway.watch_for_cards()
    return made


@pytest.fixture
def scanner(door: Program) -> Iterator[Scanner]:
    """A scanner at this window."""
    made = Scanner(door)
    yield made
    assert not made.watch.reader.inside


def told(program: Program) -> str:
    """What is being said."""
    return " ".join(line.shown for line in program.whole.voice.lines)


def test_a_card_opens_ones_own_page(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    scanner.scan(Keys(app.store).ticket(people[3]))
    assert isinstance(door.window.current, HomePage)
    assert door.journey.learner is not None
    assert door.journey.learner.id == people[3]


def test_the_first_time_it_leads_to_what_may_be_kept(door: Program, scanner: Scanner, app: App) -> None:
    new = app.people.add("مريم", "moon")
    scanner.scan(Keys(app.store).ticket(new.id))
    assert isinstance(door.window.current, ConsentPage)


def test_the_card_is_the_key_so_no_symbols_are_asked(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    app.keep_settings({"symbols": True})
    Keys(app.store).set_symbols(people[0], ("cat", "cat", "ball"))
    door.journey.sign_in(people[0])
    assert isinstance(door.window.current, SymbolsPage)
    scanner.scan(Keys(app.store).ticket(people[0]))
    assert isinstance(door.window.current, HomePage)


def test_a_renewed_or_unknown_card_is_refused_kindly(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    old = Keys(app.store).ticket(people[0])
    Keys(app.store).renew(people[0])
    for ticket in (old, new_ticket()):
        scanner.scan(ticket)
        assert isinstance(door.window.current, SignInPage)
        assert told(door) == " ".join(line.shown for line in door.window.lines((UNKNOWN_CARD,)))


def test_enter_of_a_scanner_presses_nothing(door: Program, scanner: Scanner, people: tuple[str, ...]) -> None:
    card = door.window.page(SignInPage).cards[0]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    scanner.scan("ET1-ABC")
    scanner.scan(new_ticket())
    assert isinstance(door.window.current, SignInPage)


def test_elsewhere_a_card_is_refused_and_nothing_of_it_is_typed(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    door.journey.sign_in(people[0])
    field = QLineEdit(door.window)
    field.show()
    field.setFocus()
    scanner.scan(Keys(app.store).ticket(people[1]))
    assert field.text() == ""
    assert door.journey.learner is not None
    assert door.journey.learner.id == people[0]
    assert "الأولى" in told(door) or "first page" in told(door)


def test_only_where_leave_can_be_touched_it_is_named(door: Program, scanner: Scanner) -> None:
    door.journey.begin(None)
    scanner.scan(new_ticket())
    assert told(door) == " ".join(line.shown for line in door.window.lines((CARD_LATER,)))
    for stands_above in (door.window.open_sheet, lambda: door.show_page("settings")):
        stands_above()
        scanner.scan(new_ticket())
        assert told(door) == " ".join(line.shown for line in door.window.lines((CARD_ELSEWHERE,)))


def test_letters_that_begin_like_a_card_are_typed_all_the_same(
    door: Program, scanner: Scanner, qtbot: QtBot
) -> None:
    door.journey.begin(None)
    field = QLineEdit(door.window)
    field.show()
    field.setFocus()
    for text in ("E", "E", "T", "a", "E", "t", "1", "-", " "):
        scanner.key(text, ord(text.upper()))
    assert field.text() == "EETaEt1- "
    scanner.key("E", ord("E"))
    assert field.text() == "EETaEt1- "
    qtbot.waitUntil(lambda: field.text() == "EETaEt1- E")


def test_half_a_card_is_forgotten_without_a_word(door: Program, scanner: Scanner, qtbot: QtBot) -> None:
    before = told(door)
    for sign in "ET1-ABCDEF":
        scanner.key(sign)
    assert scanner.watch.reader.inside
    qtbot.waitUntil(lambda: not scanner.watch.reader.inside)
    assert told(door) == before


def test_a_slow_scanner_is_waited_for_as_long_as_is_promised(
    door: Program, scanner: Scanner, qtbot: QtBot
) -> None:
    for sign in "ET1-AB":
        scanner.key(sign)
    qtbot.wait((HELD_MS + GAP_MS) // 2)
    assert scanner.watch.reader.inside
    qtbot.waitUntil(lambda: not scanner.watch.reader.inside)


def test_nothing_of_a_card_remains_in_memory(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    scanner.scan(Keys(app.store).ticket(people[2]))
    part = Keys(app.store).ticket(people[2])[4:16]
    gc.collect()
    holding = []
    for each in gc.get_objects():  # a plain loop: what a comprehension closes over would hold the word too
        for inside in gc.get_referents(each):
            if type(inside) is str and part in inside and inside is not part:
                holding.append(type(each).__name__)
    assert holding == []


# --- in a kiosk -----------------------------------------------------------------------------


def test_in_a_kiosk_a_card_is_read_and_counts_as_somebody_being_there(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...], qtbot: QtBot
) -> None:
    guard = door.kiosk.guard
    guard.watch()
    with qtbot.waitSignal(guard.used):
        scanner.scan(Keys(app.store).ticket(people[4]))
    guard.rest()
    assert isinstance(door.window.current, HomePage)


def test_a_card_ends_the_demonstration_and_opens_the_page(
    door: Program, scanner: Scanner, app: App, people: tuple[str, ...]
) -> None:
    door.show_attract("book-appointment", 1)
    door.kiosk.guard.watch()
    assert door.window.veiled
    scanner.watch._handle = None  # the kiosk keeps its watch first, then comes what reads cards
    scanner.watch.watch()
    scanner.scan(Keys(app.store).ticket(people[4]))
    door.kiosk.guard.rest()
    assert isinstance(door.window.current, HomePage)


def test_a_reset_forgets_half_a_card(door: Program, scanner: Scanner) -> None:
    for sign in "ET1-ABCDEFGH":
        scanner.key(sign)
    clean(door.journey)
    assert not scanner.watch.reader.inside
