"""Hands that touch anywhere: nothing breaks, nobody is stuck, and every lesson is still finished."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.app import App
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.teaching.stages import OFFERED
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.pages.calm import CalmPage
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.widgets.tolerance import targets

LESSONS = ("book-appointment", "phishing-sms", "home-visit-request")
STAGES = tuple(stage.value for stage in OFFERED)
WAYS_HOME = 12
SHAPES = (((1366, 768), "ar", 1), ((1080, 1920), "ar", 4), ((1920, 1080), "en", 2), ((1280, 800), "ar", 3))


class Monkey:
    """Touch, drag, scroll and type anywhere in the window, and let time pass now and then."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program, self.window = program, program.window
        self.chance = random.Random(seed)
        self.program.window.use(program.window.settings.with_changes(repeat_ms=0, key_repeat_ms=0))
        program.journey.wearing.pin(program.window.settings)
        self.seen: set[str] = set()

    def play(self, touches: int, until: float) -> int:
        """Do so many things, or stop when time is up; answer how many were done."""
        for done in range(touches):
            if time.monotonic() > until:
                return done
            self.once()
            self.note()
        return touches

    def once(self) -> None:
        """Do one thing: most often a touch, where buttons are or anywhere."""
        kind = self.chance.random()
        if kind < 0.45:
            self._touch(self._anywhere())
        elif kind < 0.8:
            self._touch(self._on_a_button())
        elif kind < 0.86:
            self._drag(self._anywhere(), self._anywhere())
        elif kind < 0.89:
            self._wheel(self._anywhere())
        elif kind < 0.93:
            self._key()
        else:
            self._time()
        if self.chance.random() < 0.2:
            QApplication.processEvents()

    def note(self) -> None:
        """Keep the kind of page, and see that it is no sign of a fault of ours."""
        page = self.window.current
        assert page is not None
        self.seen.add(type(page).__name__)
        if isinstance(page, CalmPage) and page.isVisible():
            assert page.sentence is not None, "a fault of ours was shown"

    def _anywhere(self) -> QPoint:
        return QPoint(self.chance.randrange(self.window.width()), self.chance.randrange(self.window.height()))

    def _on_a_button(self) -> QPoint:
        all_ = [each for each in targets(self.window) if each.objectName() != "home.leave"]
        if not all_:
            return self._anywhere()
        one = self.chance.choice(all_)
        return one.mapTo(self.window, one.visibleRegion().boundingRect().center())

    def _widget(self, at: QPoint) -> tuple[QWidget, QPoint]:
        here = self.window.childAt(at) or self.window
        return here, here.mapFrom(self.window, at)

    def _touch(self, at: QPoint) -> None:
        here, point = self._widget(at)
        QTest.mouseClick(here, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def _drag(self, start: QPoint, end: QPoint) -> None:
        here, point = self._widget(start)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(here, button, none, point)
        for part in (1, 2, 3):
            QTest.mouseMove(here, here.mapFrom(self.window, start + (end - start) * part / 3))
        QTest.mouseRelease(here, button, none, here.mapFrom(self.window, end))

    def _wheel(self, at: QPoint) -> None:
        here, point = self._widget(at)
        turn = QPoint(0, self.chance.choice((-240, 240)))
        where, everywhere = QPointF(point), QPointF(here.mapToGlobal(point))
        none = Qt.KeyboardModifier.NoModifier
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(where, everywhere, turn, turn, buttons, none, phase, False)
        QApplication.sendEvent(here, event)

    def _key(self) -> None:
        keys = (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace,
                Qt.Key.Key_5, Qt.Key.Key_A, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_F4)  # fmt: skip
        QTest.keyClick(QApplication.focusWidget() or self.window, self.chance.choice(keys))

    def _time(self) -> None:
        bridge: Bridge = self.program.whole.bridge
        happens = (self.window.voice.finished.emit, bridge.watch_on, bridge.tick, QApplication.processEvents)
        self.chance.choice(happens)()


def finish(program: Program) -> None:
    """Let somebody who does what the page says bring the open lesson to its end."""
    program.person = Perfect()
    for _ in range(400):
        turn = program.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            return
        program.go_on()
    pytest.fail(f"{turn.lesson.id} {turn.stage} is not finished")  # type: ignore[union-attr]


def way_home(program: Program) -> None:
    """Leave whatever stands there, as a person would, until one is at the welcome page or at home."""
    window = program.window
    names = (
        *(
            "sheet.close",
            "settings.done",
            *(f"fit-{each}.leave" for each in ("touch", "size", "contrast", "volume", "speed", "done")),
            "calm.button",
            "lesson.leave",
            "praise.home",
            "praise.next",
            "course.home",
            "courses.home",
            "trainer.pin.back",
            "consent.no",
        ),
        *("trainer.dialog.no", "trainer.dialog.yes", "trainer.editor.back", "trainer.bar.lock", "home.leave"),
    )
    for _ in range(WAYS_HOME):
        if any(each.objectName() == "signIn.guest" for each in targets(window)) and not window.sheet_open:
            return
        there = {each.objectName(): each for each in targets(window)}
        name = next((each for each in names if each in there), None)
        assert name is not None, f"no way out of {sorted(there)}"
        there[name].click()
        QApplication.processEvents()
    pytest.fail("no way to the welcome page")


def at_large(
    program: Program, app: App, people: tuple[str, ...], seed: int, touches: int, until: float
) -> int:
    """Touch anywhere from the welcome page on; afterwards there is a way back to it."""
    program.journey.start()
    monkey = Monkey(program, seed)
    done = monkey.play(touches, until)
    way_home(program)
    return done


def in_a_lesson(program: Program, who: str | None, lesson: str, stage: str, seed: int, touches: int) -> None:
    """Touch anywhere in a lesson; wherever that led, it is finished by doing what the page says."""
    program.journey.begin(program.app.people.learner(who) if who else None)
    program.journey.classroom.open(lesson, stage)
    monkey, page = Monkey(program, seed), program.window.page(LessonPage)
    for _ in range(touches):
        if program.window.current is not page or program.window.sheet_open:
            way_home(program)
            program.journey.begin(program.app.people.learner(who) if who else None)
            program.journey.classroom.open(lesson, stage)
        monkey.once()
        monkey.note()
    way_home(program)
    program.journey.begin(program.app.people.learner(who) if who else None)
    program.journey.classroom.open(lesson, stage)
    finish(program)


@pytest.fixture(autouse=True)
def _time_passes(app: App) -> None:
    """Let three seconds pass whenever the clock is looked at: hints keep their distance."""
    start, looks = app.clock(), itertools.count()
    app.clock = lambda: start + timedelta(seconds=3 * next(looks))


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """A window with people."""
    return program()


@pytest.mark.parametrize("seed", [1, 2])
def test_any_touches_from_the_welcome_page_lead_back_to_it(
    shown: Program, app: App, people: tuple[str, ...], seed: int
) -> None:
    assert at_large(shown, app, people, seed, 80, time.monotonic() + 20)


@pytest.mark.parametrize(
    ("lesson", "stage"), [(LESSONS[0], "follow"), (LESSONS[1], "alone"), (LESSONS[2], "watch")]
)
def test_after_any_touches_the_lesson_is_finished(
    shown: Program, people: tuple[str, ...], lesson: str, stage: str
) -> None:
    in_a_lesson(shown, people[0], lesson, stage, 3, 40)


def with_the_trainer(program: Program, page: str, seed: int, touches: int, until: float) -> None:
    """Touch anywhere on the trainer's pages, whoever is added or removed; afterwards there is a way out."""
    monkey = Monkey(program, seed)
    program.journey.start()
    for _ in range(touches):
        pages = program.window.findChild(QWidget, "trainer")
        if not isinstance(pages, TrainerPages):
            program.journey.start()
            program.window.open_trainer()
            pages = program.window.findChild(QWidget, "trainer")
            assert isinstance(pages, TrainerPages)
            pages.show_page(page)
        if monkey.play(1, until) < 1:
            break
    way_home(program)


@pytest.mark.parametrize("page", ["trainer-pin", "trainer-people"])
def test_any_touches_on_the_trainer_s_pages_lead_back(shown: Program, page: str) -> None:
    with_the_trainer(shown, page, 4, 60, time.monotonic() + 20)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "page", ["trainer-pin", "trainer-group", "trainer-learner", "trainer-lesson", "trainer-people"]
)
@pytest.mark.parametrize(("size", "lang", "step"), SHAPES)
def test_long_any_touches_on_the_trainer_s_pages(
    program: Callable[..., Program], people: tuple[str, ...], page: str, size: tuple[int, int], lang: str,
    step: int,
) -> None:  # fmt: skip
    with_the_trainer(program(size, lang, step), page, 5, 600, time.monotonic() + 60)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(10, 16))
@pytest.mark.parametrize(("size", "lang", "step"), SHAPES)
def test_long_any_touches_from_the_welcome_page(
    program: Callable[..., Program], app: App, people: tuple[str, ...], seed: int, size: tuple[int, int],
    lang: str, step: int,
) -> None:  # fmt: skip
    assert at_large(program(size, lang, step), app, people, seed, 1500, time.monotonic() + 60) > 300


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(("size", "lang", "step"), SHAPES)
def test_long_after_any_touches_each_lesson_is_finished(
    program: Callable[..., Program], people: tuple[str, ...], lesson: str, stage: str, size: tuple[int, int],
    lang: str, step: int,
) -> None:  # fmt: skip
    made = program(size, lang, step)
    for seed, who in enumerate((people[0], None)):
        in_a_lesson(made, who, lesson, stage, seed, 250)
