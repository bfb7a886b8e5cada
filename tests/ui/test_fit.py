"""Fit to me: five questions, each answer holds at once, nobody has to answer, leaving keeps what was set."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.text.line import Line
from elder_tutor.ui.fit.fitting import PAGES
from elder_tutor.ui.pages.fit_field import PLACES, TouchField
from elder_tutor.ui.pages.fit_pages import FitDonePage, FitSizePage, FitSpeedPage, FitVolumePage
from elder_tutor.ui.pages.fit_touch import FitTouchPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.settings_page import SettingsPage
from elder_tutor.ui.program import Program

Tap = Callable[..., None]


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The window of somebody who has just come in; their own settings hold."""
    made = program()
    made.journey.wearing._pinned = None
    made.journey.sign_in(people[0])
    return made


@pytest.fixture
def heard(shown: Program) -> list[tuple[Line, ...]]:
    """Everything that was asked to be said."""
    said: list[tuple[Line, ...]] = []
    shown.window.voice.asked.connect(said.append)
    return said


class Finger:
    """Touch the field at millimetres beside the circle's centre; time passes between the touches."""

    def __init__(self, program: Program) -> None:
        self.field: TouchField = program.window.page(FitTouchPage).field
        self.scale = program.window.metrics.px_per_mm
        self.at = 10_000

    def touch(
        self, mm: float = 0.0, slide: float = 0.0, held: int = 150, after: int = 1500, back: bool = False
    ) -> None:  # fmt: skip
        """Touch; ``back`` means the place of the touch before."""
        if not back:
            self.place = QPointF(self.field.circle.geometry().center()) + QPointF(mm * self.scale, 0)
        self.at += after
        self._send(QEvent.Type.MouseButtonPress, self.place)
        self.at += held
        self._send(QEvent.Type.MouseButtonRelease, self.place + QPointF(0, slide * self.scale))

    def _send(self, kind: QEvent.Type, place: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, place, self.field.mapToGlobal(place), left, left, none)
        event.setTimestamp(self.at)
        QApplication.sendEvent(self.field, event)


@pytest.fixture
def finger(shown: Program) -> Finger:
    """A finger above the first question."""
    shown.journey.tuning.fit()
    return Finger(shown)


def through(shown: Program, tap: Tap) -> None:
    """Go through all questions without an answer."""
    for page in PAGES:
        current = shown.window.current
        assert isinstance(current, page)
        tap(shown.window, f"{current.objectName()}.go")


# --- the way ----------------------------------------------------------------------------


def test_it_is_offered_at_home_until_somebody_went_through(shown: Program, tap: Tap) -> None:
    tap(shown.window, "home.fit")
    through(shown, tap)
    page = shown.window.current
    assert isinstance(page, HomePage)
    assert not page.fit.isVisibleTo(page)


def test_the_offer_takes_the_place_of_one_lesson(shown: Program) -> None:
    page = shown.window.page(HomePage)
    before = len(page.cards)
    shown.journey.changing.change("fitted", True)
    shown.journey.show_home()
    assert len(page.cards) == before + 1


def test_going_through_without_an_answer_changes_nothing_but_the_offer(
    shown: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    before = shown.window.settings
    tap(shown.window, "home.fit")
    through(shown, tap)
    assert shown.window.settings == before.with_changes(fitted=True)
    assert app.settings_of(people[0]).fitted


def test_leaving_keeps_what_was_set_and_offers_it_again(
    shown: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    tap(shown.window, "home.fit")
    tap(shown.window, "fit-touch.go")
    tap(shown.window, "fit-size.line.3")
    tap(shown.window, "fit-size.leave")
    page = shown.window.current
    assert isinstance(page, HomePage)
    assert app.settings_of(people[0]).size == 3
    assert page.fit.isVisibleTo(page)


def test_one_may_go_back(shown: Program, tap: Tap) -> None:
    tap(shown.window, "home.fit")
    tap(shown.window, "fit-touch.go")
    tap(shown.window, "fit-size.go")
    tap(shown.window, "fit-contrast.back")
    assert isinstance(shown.window.current, FitSizePage)


def test_from_the_settings_it_ends_at_the_settings(shown: Program, tap: Tap) -> None:
    tap(shown.window, "home.settings")
    tap(shown.window, "settings.fit.less")
    through(shown, tap)
    assert isinstance(shown.window.current, SettingsPage)


def test_the_first_time_it_follows_the_consent(shown: Program, tap: Tap, app: App) -> None:
    new = app.people.add("مريم", "moon")
    shown.journey.leave()
    shown.journey.sign_in(new.id)
    tap(shown.window, "consent.yes")
    assert isinstance(shown.window.current, FitTouchPage)
    through(shown, tap)
    assert isinstance(shown.window.current, HomePage)
    assert app.settings_of(new.id).fitted


def test_a_guest_is_fitted_for_this_visit_only(shown: Program, tap: Tap, app: App) -> None:
    shown.journey.leave()
    tap(shown.window, "signIn.guest")
    tap(shown.window, "home.fit")
    tap(shown.window, "fit-touch.go")
    tap(shown.window, "fit-size.line.4")
    shown.journey.leave()
    assert shown.window.settings == app.settings
    assert app.settings.size == 1


# --- answers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "button", "changed"),
    [
        (1, "fit-size.line.2", {"size": 2}),
        (2, "fit-contrast.dark", {"theme": "dark"}),
        (3, "fit-volume.louder", {"volume": 90}),
        (3, "fit-volume.quieter", {"volume": 70}),
        (4, "fit-speed.1", {"rate": 85}),
        (4, "fit-speed.3", {"rate": 125}),
    ],
)
def test_an_answer_holds_at_once_is_kept_and_is_heard(
    shown: Program, tap: Tap, app: App, people: tuple[str, ...], heard: list[tuple[Line, ...]],
    number: int, button: str, changed: dict[str, object],
) -> None:  # fmt: skip
    shown.journey.tuning.fitting.show(number)
    del heard[:]
    tap(shown.window, button)
    for settings in (shown.window.settings, app.settings_of(people[0])):
        assert {name: getattr(settings, name) for name in changed} == changed
    assert len(heard[-1]) == 2  # how it stands, and a sentence to try


def test_a_volume_that_was_chosen_is_the_volume_of_the_sentence(shown: Program, tap: Tap) -> None:
    shown.journey.tuning.fitting.show(3)
    tap(shown.window, "fit-volume.louder")
    assert shown.window.voice._volume == 90
    assert shown.window.voice.speaking


def test_who_wants_it_louder_gets_the_voice_back(shown: Program, tap: Tap) -> None:
    shown.journey.changing.change("sound", False)
    shown.journey.tuning.fitting.show(3)
    tap(shown.window, "fit-volume.louder")
    assert shown.window.settings.sound


def test_who_wants_it_quieter_is_not_left_without_a_voice(
    shown: Program, tap: Tap, heard: list[tuple[Line, ...]]
) -> None:
    shown.journey.changing.change("volume", 10)
    shown.journey.tuning.fitting.show(3)
    tap(shown.window, "fit-volume.quieter")
    assert shown.window.settings.volume == 10
    assert heard[-1][0].shown == shown.window.page(FitVolumePage).value.text()


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_every_question_is_asked_aloud(shown: Program, heard: list[tuple[Line, ...]], number: int) -> None:
    shown.journey.tuning.fitting.show(number)
    page = shown.window.current
    assert page is not None
    assert heard[-1] == shown.window.lines(page.greeting())
    assert heard[-1][0].shown.rstrip(".؟") in page.title.text()  # type: ignore[attr-defined]


def test_the_pace_that_holds_is_ticked_and_not_told_by_colour_alone(shown: Program) -> None:
    shown.journey.tuning.fit()
    shown.journey.tuning.fitting.show(4)
    paces = shown.window.page(FitSpeedPage).paces
    saffron = shown.window.metrics.q("saffron").rgb()
    ticked = []
    for pace in paces:
        image, corner = pace.grab().toImage(), pace.ring(QRectF(pace.rect())).toRect()
        spots = (
            (x, y)
            for x in range(corner.left(), corner.right(), 2)
            for y in range(corner.top(), corner.bottom(), 2)
        )
        ticked.append(sum(image.pixel(*spot) == saffron for spot in spots) > 20)
    assert ticked == [pace.chosen for pace in paces]
    assert sum(ticked) == 1


def test_at_the_end_it_is_told_what_was_chosen(shown: Program, heard: list[tuple[Line, ...]]) -> None:
    shown.journey.changing.change_all({"size": 3, "theme": "dark", "rate": 85})
    shown.journey.tuning.fitting.show(len(PAGES) - 1)
    said = " ".join(line.shown for line in heard[-1])
    assert isinstance(shown.window.current, FitDonePage)
    assert all(words in said for words in ("الحروف 3 من 4", "داكن", "بطيء"))


def test_no_page_of_it_speaks_of_missing_or_wrong(shown: Program, heard: list[tuple[Line, ...]]) -> None:
    for number in range(len(PAGES)):
        shown.journey.tuning.fitting.show(number)
        shown.window.say(shown.window.current.helping())  # type: ignore[union-attr]
    said = {word.shown.strip(".،") for lines in heard for line in lines for word in line.words}
    assert said & {"خطأ", "أخطأتم", "فاتتكم", "لم"} == set()


# --- the circle -------------------------------------------------------------------------


def test_the_circle_moves_far_with_every_touch(finger: Finger) -> None:
    places = []
    for _ in PLACES:
        places.append(finger.field.circle.geometry().center())
        finger.touch()
    apart = [(one - other).manhattanLength() for one, other in pairwise(places)]
    assert min(apart) > 45 * finger.scale


def test_a_firm_hand_keeps_the_middle_choices(finger: Finger, shown: Program) -> None:
    for _ in PLACES:
        finger.touch(2.0)
    held = shown.window.settings
    assert (held.release_mm, held.snap_mm, held.repeat_ms) == (9.0, 4.0, 500)


def test_a_trembling_hand_is_forgiven_more_from_now_on(finger: Finger, shown: Program) -> None:
    for number in range(len(PLACES)):
        finger.touch(14.0 if number % 2 else -9.0, slide=7.0)
    held = shown.window.settings
    assert (held.release_mm, held.snap_mm) == (14.0, 7.0)
    assert shown.window.tolerance.miss_mm == 7.0


def test_a_touch_that_comes_twice_counts_once_and_asks_for_a_longer_wait(
    finger: Finger, shown: Program
) -> None:
    for _ in PLACES:
        finger.touch()
        finger.touch(after=450, back=True)
    assert len(finger.field.touches) == len(PLACES)
    assert (shown.window.settings.repeat_ms, shown.window.settings.key_repeat_ms) == (900, 300)


def test_a_touch_far_away_is_answered_with_where_the_circle_is(
    finger: Finger, heard: list[tuple[Line, ...]]
) -> None:
    finger.touch(-60.0)
    assert finger.field.touches == []
    assert [line.shown for line in heard[-1]] == ["الدائرة في الوسط."]


def test_a_touch_that_was_taken_back_is_no_touch(finger: Finger) -> None:
    finger.touch(slide=100.0)
    assert finger.field.touches == []


def test_the_circle_is_touched_by_keys_as_well(finger: Finger, shown: Program) -> None:
    circle = finger.field.circle
    circle.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in PLACES:
        circle._key_at = None  # a second passes
        QTest.keyClick(circle, Qt.Key.Key_Space)
    assert finger.field.over
    assert shown.window.focusWidget() is shown.window.page(FitTouchPage).go


def test_the_keyboard_has_left_the_circle_before_new_settings_hold(finger: Finger, shown: Program) -> None:
    page, held = shown.window.page(FitTouchPage), list[object]()
    page.chosen.connect(lambda _: held.append(shown.window.focusWidget()))
    finger.field.circle.setFocus(Qt.FocusReason.MouseFocusReason)
    for _ in PLACES:
        finger.touch()
    assert held == [page.go]


def test_after_the_circle_it_can_be_done_once_more(finger: Finger, shown: Program, tap: Tap) -> None:
    for _ in PLACES:
        finger.touch()
    tap(shown.window, "fit-touch.more")
    assert finger.field.touches == []
    assert finger.field.isVisibleTo(shown.window)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1080, 1920)])
@pytest.mark.parametrize("number", range(len(PLACES)))
def test_the_circle_is_whole_and_touches_no_button(
    finger: Finger, shown: Program, size: tuple[int, int], number: int
) -> None:
    shown.window.resize(*size)
    shown.window.use(shown.window.settings.with_changes(size=4))
    for _ in range(number):
        finger.field.keyed()
    circle = finger.field.circle
    assert finger.field.rect().contains(circle.geometry())
    below = shown.window.page(FitTouchPage).go.mapTo(shown.window, QPoint(0, 0)).y()
    gap = below - circle.mapTo(shown.window, QPoint(0, circle.height())).y()
    assert gap >= 3 * shown.window.metrics.px_per_mm


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1080, 1920)])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_at_the_end_what_is_said_touches_neither_buttons_nor_cards(
    program: Callable[..., Program], size: tuple[int, int], lang: str
) -> None:
    made = program(size, lang, 4)
    made.show_page("fit-done")
    page = made.window.page(FitDonePage)
    said, air = page.caption(), page.m.px(4)
    assert said.top() - page.leave.geometry().bottom() >= air
    assert min(card.y() for card in page.cards) - said.bottom() >= air
