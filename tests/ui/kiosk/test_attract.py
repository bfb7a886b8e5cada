"""Where nobody is, a lesson shows itself in silence; any touch ends it and presses nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from elder_tutor.ui.pages.attract import AttractPage
from elder_tutor.ui.pages.sign_in import SignInPage
from tests.ui.kiosk.conftest import Place


def shown(place: Place) -> AttractPage | None:
    """The demonstration that lies above the page, if there is one."""
    found = place.program.window.findChildren(AttractPage)
    return found[0] if found else None


def test_two_minutes_on_the_welcome_page_and_a_lesson_is_watched(place: Place) -> None:
    place.wait(119)
    assert shown(place) is None
    place.wait(1)
    page = shown(place)
    assert page is not None
    assert page.isVisible()
    assert page.lesson.state is not None
    assert page.lesson.state.stage == "watch"
    assert page.frame.words.text() != ""


def test_it_makes_no_sound_and_writes_nothing_down(place: Place) -> None:
    before = place.rows()
    place.wait(120)
    showing = place.kiosk._showing
    assert showing is not None
    assert not place.program.whole.voice.speaking
    assert showing._captions._sound is None
    for _ in range(20):
        showing._go_on()
    assert place.rows() == before


def test_it_goes_through_the_lesson_and_on_to_the_next(place: Place) -> None:
    place.wait(120)
    showing = place.kiosk._showing
    assert showing is not None
    seen = {showing.turn.lesson.id}  # type: ignore[union-attr]
    for _ in range(60):
        showing._go_on()
        seen.add(showing.turn.lesson.id)  # type: ignore[union-attr]
    assert len(seen) > 1


def test_any_touch_ends_it_and_presses_nothing(place: Place) -> None:
    page = place.program.window.page(SignInPage)
    chosen: list[object] = []
    page.guestChosen.connect(lambda: chosen.append("guest"))
    at = page.guest.mapTo(place.program.window, page.guest.rect().center())
    place.wait(120)
    place.touch(at)
    place.touch(at)  # a tremor
    assert shown(place) is None
    assert chosen == []
    assert place.program.window.current is page


def test_half_a_second_later_the_page_is_touched_as_always(place: Place, qtbot: object) -> None:
    page = place.program.window.page(SignInPage)
    place.wait(120)
    place.touch(QPoint(600, 600))
    qtbot.waitUntil(lambda: not place.kiosk.guard._waking)  # type: ignore[attr-defined]
    with qtbot.waitSignal(page.guestChosen):  # type: ignore[attr-defined]
        place.touch(page.guest.mapTo(place.program.window, page.guest.rect().center()))


def test_a_key_ends_it_too(place: Place) -> None:
    place.wait(120)
    place.key(Qt.Key.Key_Return)
    assert shown(place) is None
    assert isinstance(place.program.window.current, SignInPage)


def test_what_was_chosen_on_the_welcome_page_is_given_back_first(place: Place) -> None:
    place.program.journey.wearing._pinned = None
    place.program.journey.changing.change("language", "en")
    place.program.journey.changing.change("size", 4)
    place.silence()
    place.wait(120)
    assert place.program.window.settings == place.program.app.settings
