"""Somebody goes away: a minute is counted, then the welcome page stands; who comes back goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from elder_tutor.progress.events import EventKind
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.sign_in import SignInPage
from tests.ui.conftest import find
from tests.ui.kiosk.conftest import Place

LESSON = "book-appointment"


def practise(place: Place, who: str | None = None, stage: str = "follow") -> None:
    """Open a lesson as a learner, or as a guest."""
    journey = place.program.journey
    journey.begin(place.program.app.people.learner(who) if who else None)
    journey.classroom.open(LESSON, stage)
    place.silence()


def middle(place: Place, name: str) -> QPoint:
    """The middle of a widget in the window."""
    widget = find(place.program.window, name)
    return widget.mapTo(place.program.window, widget.rect().center())


def test_after_three_minutes_it_asks_above_the_lesson(place: Place) -> None:
    practise(place)
    place.wait(180)
    assert place.kiosk.idle is not None
    assert place.kiosk.idle.isVisible()
    assert place.kiosk.idle.ring.text() == "60"
    said = " ".join(line.shown for line in place.program.whole.voice.lines)
    assert place.kiosk.idle.title.text() in said


def test_what_is_left_is_shown_every_second_and_said_at_sixty_thirty_and_ten(place: Place) -> None:
    said: list[str] = []
    practise(place)
    place.program.whole.voice.asked.connect(lambda lines: said.append(lines[-1].shown))
    place.wait(180 + 59)
    assert place.kiosk.idle is not None
    assert place.kiosk.idle.ring.text() == "1"
    assert [next(n for n in ("60", "30", "10") if n in words) for words in said] == ["60", "30", "10"]


def test_i_am_here_goes_on_with_the_lesson_where_it_was(place: Place) -> None:
    practise(place)
    before = place.program.journey.classroom.turn
    place.wait(200)
    place.touch(middle(place, "idle.here"))
    assert not place.kiosk.idle.isVisible()  # type: ignore[union-attr]
    assert place.program.journey.classroom.turn is before
    assert place.program.whole.voice.speaking


def test_the_wake_up_touch_presses_nothing_beneath_it(place: Place) -> None:
    practise(place)
    target = middle(place, "lesson.leave")
    place.wait(200)
    place.touch(target)  # beside the card: who touches is here
    place.touch(target)  # a tremor
    assert not place.kiosk.idle.isVisible()  # type: ignore[union-attr]
    assert isinstance(place.program.window.current, LessonPage)


def test_any_key_says_that_somebody_is_here(place: Place) -> None:
    practise(place)
    place.wait(200)
    place.key(Qt.Key.Key_A)
    assert not place.kiosk.idle.isVisible()  # type: ignore[union-attr]
    assert isinstance(place.program.window.current, LessonPage)


@pytest.mark.parametrize("leaves", [False, True], ids=["a minute later", "by leave"])
def test_then_the_welcome_page_stands_and_the_work_is_kept(
    place: Place, people: tuple[str, ...], leaves: bool
) -> None:
    practise(place, people[0])
    store = place.program.app.store
    attempt = store.open_attempt(people[0], LESSON)
    assert attempt is not None
    place.wait(180)
    place.touch(middle(place, "idle.leave")) if leaves else place.wait(60)
    assert isinstance(place.program.window.current, SignInPage)
    assert place.program.journey.learner is None
    place.program.journey.begin(place.program.app.people.learner(people[0]))
    place.program.journey.classroom.open(LESSON, "follow")
    turn = place.program.journey.classroom.turn
    assert turn is not None
    assert turn.resumed
    assert store.open_attempt(people[0], LESSON) == attempt


def test_who_was_reset_has_departed(place: Place, people: tuple[str, ...]) -> None:
    practise(place, people[0])
    place.wait(240)
    assert place.rows(EventKind.ARRIVED) == place.rows(EventKind.DEPARTED) == 1


def test_a_demonstration_that_plays_is_no_idleness(place: Place) -> None:
    practise(place, stage="watch")
    place.wait(400)
    assert place.kiosk.idle is None
    place.program.journey.classroom.pause(True)
    place.wait(180)
    assert place.kiosk.idle is not None


def test_no_time_passes_for_the_lesson_meanwhile(place: Place) -> None:
    practise(place)
    bridge = place.program.journey.bridge
    place.wait(180)
    assert not bridge._ticks.isActive()
    place.kiosk.stay()
    assert bridge._ticks.isActive()


@pytest.mark.parametrize("cover", ["sheet", "trainer", "door"])
def test_whatever_was_left_open_is_closed(place: Place, cover: str) -> None:
    window = place.program.window
    opened: dict[str, Callable[[], None]] = {
        "sheet": window.open_sheet, "trainer": window.open_trainer, "door": place.kiosk.ask_pin,
    }  # fmt: skip
    opened[cover]()
    place.silence()
    place.wait(240)
    assert not window.sheet_open
    assert not window.trainer_open
    assert place.kiosk.door is None
    assert isinstance(window.current, SignInPage)
