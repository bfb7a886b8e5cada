"""Every page, in four sizes of type, two languages and four windows: nothing clipped, outside or small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from elder_tutor.lessons.view import Action, Do
from elder_tutor.ui.journey import PACK_LEFT_OUT
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.program import Program

STRICT = ((1366, 768), (1920, 1080), (1280, 800), (1080, 1920))
STATES = {
    "sign-in": lambda p: p.show_page("sign-in"),
    "consent": lambda p: p.show_page("consent"),
    "home": lambda p: p.show_page("home"),
    "home with a notice": lambda p: show_notice(p),
    "watch": lambda p: p.show_lesson("home-visit-request", "watch", 2),
    "follow": lambda p: p.show_lesson("book-appointment", "follow", 5),
    "opinion": lambda p: show_opinion(p),
    "keyboard": lambda p: show_keyboard(p),
    "goal": lambda p: p.show_lesson("book-appointment", "alone"),
    "hint": lambda p: show_hint(p),
    "second hint": lambda p: p.show_hint("book-appointment", 9),
    "resting": lambda p: show_rest(p),
    "resting keyboard": lambda p: show_rest(p, keyboard=True),
    "praise": lambda p: p.show_praise("book-appointment", "watch"),
    "calm": lambda p: p.show_page("calm"),
    "settings": lambda p: p.show_page("settings"),
}


def show_notice(program: Program) -> None:
    """Show the home page of somebody with a pack that was left out."""
    program.show_page("home")
    page = program.window.page(HomePage)
    page.render_state(replace(program.journey.home_state(), notice=PACK_LEFT_OUT))
    assert page.notice.isVisibleTo(page)


def show_opinion(program: Program) -> None:
    """Practise until the panel asks for an opinion."""
    turn = program.show_lesson("phishing-sms", "follow")
    while turn.guidance.opinion is None:
        turn = program.go_on()


def show_keyboard(program: Program) -> None:
    """Open a field."""
    turn = program.show_lesson("book-appointment", "follow", 7)
    assert turn.guidance.target is not None
    program.journey.classroom.act(Action(Do.TAP, turn.guidance.target.element))
    assert program.journey.classroom.turn is not None
    assert program.journey.classroom.turn.view.keyboard is not None


def show_hint(program: Program) -> None:
    """Ask for two hints."""
    program.show_lesson("book-appointment", "alone")
    program.whole.bridge.hint()


def show_rest(program: Program, keyboard: bool = False) -> None:
    """Go on alone from what was watched until nothing is said, with a keyboard or without."""
    program.show_praise("book-appointment", "watch")
    turn = program.show_lesson("book-appointment", "alone")
    while turn.guidance.say or (turn.view.keyboard is not None) != keyboard:
        turn = program.go_on()


@pytest.mark.parametrize("window", STRICT, ids=lambda w: f"{w[0]}x{w[1]}")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_nothing_is_clipped_outside_or_too_small(
    state: str,
    window: tuple[int, int],
    program: Callable[..., Program],
    faults: Callable[[Program], list[str]],
) -> None:
    shown = program(window)
    STATES[state](shown)
    found = []
    for lang in ("ar", "en"):
        for step in (1, 2, 3, 4):
            shown.window.use(shown.window.settings.with_changes(language=lang, size=step))
            shown.journey.classroom.redraw()
            shown.settle()
            found += [f"{lang} {step}: {fault}" for fault in faults(shown)]
    assert found == [], "\n".join(found)
