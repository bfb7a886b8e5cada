"""Only the trainer's PIN leads out; without one, one is chosen first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from elder_tutor.ui.kiosk.door import FIRST
from elder_tutor.ui.kiosk.kiosk import LEFT, Kiosk
from elder_tutor.ui.program import Program
from tests.ui.kiosk.conftest import Place


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With which exit codes the program was ended."""
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    return codes


def give(kiosk: Kiosk, pin: str) -> None:
    """Enter a PIN at the door."""
    assert kiosk.door is not None
    for digit in pin:
        kiosk.door.pin.type_digit(digit)
    kiosk.door.pin.done()


def test_the_pin_ends_the_kiosk(place: Place, ended: list[int]) -> None:
    place.kiosk.ask_pin()
    give(place.kiosk, "2589")
    assert ended == [LEFT]


def test_a_wrong_pin_leads_back_to_where_the_person_was(
    place: Place, ended: list[int], qtbot: object
) -> None:
    place.program.show_lesson("book-appointment", "follow")
    before = place.program.window.current
    place.kiosk.ask_pin()
    give(place.kiosk, "9174")
    qtbot.waitUntil(lambda: place.kiosk.door is None)  # type: ignore[attr-defined]
    assert place.program.window.current is before
    assert place.program.whole.voice.speaking
    assert ended == []


def test_back_and_escape_lead_back_too(place: Place) -> None:
    place.kiosk.ask_pin()
    place.kiosk.door.pin.back.click()  # type: ignore[union-attr]
    assert place.kiosk.door is None
    place.kiosk.ask_pin()
    place.kiosk.guard._awake()
    place.key(Qt.Key.Key_Escape)
    assert place.kiosk.door is None


def test_who_guesses_waits(place: Place, ended: list[int], qtbot: object) -> None:
    for _ in range(5):
        place.kiosk.ask_pin()
        give(place.kiosk, "9174")
        if place.kiosk.door is not None and not place.kiosk.door.pin.seconds:
            qtbot.waitUntil(lambda: place.kiosk.door is None)  # type: ignore[attr-defined]
    assert place.kiosk.door is not None
    give(place.kiosk, "2589")
    assert ended == []


def test_the_first_start_asks_for_a_pin_and_says_why(
    program: Callable[..., Program], ended: list[int]
) -> None:
    shown = program()
    shown.show_page("sign-in")
    kiosk = Kiosk(shown.whole, now=lambda: 0, environment={})
    kiosk.begin()
    assert kiosk.door is not None
    assert kiosk.door.pin.sentence == FIRST
    assert not kiosk.door.pin.back.isVisible()
    give(kiosk, "2589")
    give(kiosk, "2589")
    assert kiosk.door is None
    kiosk.guard.rest()
    assert shown.app.people.pin_is_set()
    assert ended == []


@pytest.mark.parametrize("above", ["idle", "door"])
def test_the_keyboard_goes_back_to_where_it_was(place: Place, above: str) -> None:
    page = place.program.window.current
    assert page is not None
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    if above == "idle":
        place.kiosk.ask()
        place.kiosk.stay()
    else:
        place.kiosk.ask_pin()
        place.kiosk.close_door()
    assert place.program.window.focusWidget() is field
