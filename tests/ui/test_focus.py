"""Wherever the keyboard goes on a page, it is seen: a ring of 3 px and 3:1, measured from painted pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from elder_tutor.app import App
from elder_tutor.ui.measures.ringing import expected, unseen, walk
from elder_tutor.ui.program import Program
from tests.ui.measured import (
    FEW,
    TRAINER_STATES,
    Form,
    awake,
    in_forms,
    one_of,
    take,
)
from tests.ui.test_layout import STATES


def unseen_in(program: Callable[..., Program], state: str, forms: tuple[Form, ...]) -> list[str]:
    """Go through a page with Tab in some forms; list the controls whose ring is not seen."""
    shown = awake(program())
    STATES[state](shown)
    return [f"{form.name}: {each}" for form in forms for each in unseen(take(shown, form).window)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_the_keyboard_is_seen_wherever_it_goes(state: str, program: Callable[..., Program]) -> None:
    found = unseen_in(program, state, one_of(state, STATES))
    assert found == [], "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_the_keyboard_is_seen_in_more_forms(state: str, program: Callable[..., Program]) -> None:
    found = unseen_in(program, state, FEW)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("state", TRAINER_STATES)
def test_the_keyboard_is_seen_on_the_pages_of_the_trainer(state: str, hall: App) -> None:
    found = []
    for form, shown in in_forms(hall, state, one_of(state, TRAINER_STATES), active=True):
        found += [f"{form.name}: {each}" for each in unseen(shown.window)]
    assert found == [], "\n".join(found)


# --- the measure itself can fail ------------------------------------------------------------


@pytest.fixture
def shelf(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """A page on which the keyboard is seen."""
    shown = awake(program())
    shown.show_page("courses")
    return shown


def test_every_control_of_a_page_is_reached(shelf: Program) -> None:
    assert set(walk(shelf.window)) == set(expected(shelf.window))


def test_a_ring_that_is_missing_is_found(shelf: Program) -> None:
    shelf.window.ring.hide()
    assert len(unseen(shelf.window)) == len(expected(shelf.window))


@pytest.mark.parametrize("ring", [(2.0, "ink"), (8.0, "card_border")])
def test_a_ring_that_is_too_thin_or_too_weak_is_found(
    ring: tuple[float, str], shelf: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("WIDE", "NARROW"):
        monkeypatch.setattr(f"elder_tutor.ui.widgets.focus_ring.{kind}", (ring,))
    assert len(unseen(shelf.window)) == len(expected(shelf.window))


class Trap(QObject):
    """Let no Tab out of a control."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent)


def test_a_control_that_keeps_the_keyboard_is_found(shelf: Program) -> None:
    trap = Trap(shelf.window)
    third = list(walk(shelf.window))[2]
    third.installEventFilter(trap)
    shelf.window.current.setFocus()  # type: ignore[union-attr]
    missed = [each for each in unseen(shelf.window) if each.startswith("never reached")]
    assert len(missed) == len(expected(shelf.window)) - 3
