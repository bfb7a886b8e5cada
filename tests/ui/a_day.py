"""A day of a kiosk in a few minutes: people come, practise and walk away, and what piles up meanwhile."""

from __future__ import annotations

import gc
import itertools
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from elder_tutor.app import App
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.ui.kiosk.cleaning import clean
from elder_tutor.ui.kiosk.kiosk import Kiosk
from elder_tutor.ui.program import Program
from elder_tutor.ui.touching import rules
from elder_tutor.ui.trainer.pages import NAMES, TrainerPages
from tests.ui.touching.screen import Screen

OPENS = datetime(2026, 6, 8, 8, 0, tzinfo=UTC)
HOURS = 8
LESSONS = ("book-appointment", "phishing-sms", "home-visit-request", "health-code")
STAGES = ("watch", "follow", "find", "alone")
LANGUAGES = ("en", "ar")
SIZES = (2, 4, 1)
MOST_TURNS = 120
TRAINER_EVERY = 4
FEW = 2
PIN = "2589"


class Held(NamedTuple):
    """What a process holds: megabytes, objects of Qt that Python knows, those of the window, what runs."""

    mb: float
    wrapped: int
    objects: int
    timers: int
    threads: int
    files: int

    def too_much(self, since: Held, most: float) -> list[str]:
        """Answer what grew by more than a factor; of what are few, two more are no growth."""
        return [
            f"{name}: {then} -> {now}"
            for name, now, then in zip(self._fields, self, since, strict=True)
            if now > max(then * most, then + FEW)
        ]


class Day:
    """The program as a kiosk, with a clock that this day turns."""

    def __init__(
        self, app: App, people: tuple[str, ...], turns: int = MOST_TURNS, trainer_every: int = TRAINER_EVERY
    ) -> None:
        self.app, self.people = app, people
        self.turns, self.trainer_every = turns, trainer_every
        self.now = OPENS
        app.clock = lambda: self.now
        app.people.choose_pin(PIN)
        self.program = Program(app, (1366, 768))
        self.window, self.journey = self.program.window, self.program.journey
        self.kiosk = Kiosk(self.program.whole, now=self.ms, environment={})
        self.journey.start()
        self.kiosk.begin()
        self.kiosk.patience._timer.stop()
        self.window.watch_touches()
        self.screen = Screen(self.window)
        self._lessons = itertools.cycle(itertools.product(self.known(), STAGES))

    def known(self) -> list[str]:
        """Answer those of the lessons that there are."""
        there = {each.lesson.id for each in self.app.cards(self.app.session(None))}
        return [each for each in LESSONS if each in there] or sorted(there)[:3]

    def ms(self) -> int:
        """Answer the kiosk's clock."""
        return round((self.now - OPENS).total_seconds() * 1000)

    def rounds(self, count: int) -> Iterator[int]:
        """Let so many people come one after another, all through the day."""
        each = timedelta(hours=HOURS) / count
        for number in range(count):
            begun = self.now
            self.visit(number)
            if number % self.trainer_every == 0:
                self.trainer()
            self.walk_away()
            self.now = max(self.now, begun + each)
            yield number

    def visit(self, number: int) -> None:
        """Let one person sign in, look around, practise a lesson, and change what they like."""
        learner = self.app.people.learner(self.people[number % len(self.people)])
        self.journey.begin(learner)
        self.settle()
        self.journey.library.show_courses()
        self.settle()
        self.change("language", LANGUAGES[number % 2])
        self.change("size", SIZES[number % 3])
        lesson, stage = next(self._lessons)
        self.program.person = Perfect()
        self.program.person.begin()
        self.journey.classroom.open(lesson, stage)
        self.practise()
        self.journey.open_sheet()
        self.settle()
        self.window.close_sheet()
        self.journey.show_home()
        self.settle()

    def practise(self) -> None:
        """Go through a lesson as far as somebody comes who does what the page says."""
        for turn in range(self.turns):
            here = self.journey.classroom.turn
            if here is None or here.guidance.finished:
                return
            self.touch_something(turn)
            self.program.go_on()
            self.now += timedelta(seconds=4)
            self.settle()

    def touch_something(self, turn: int) -> None:
        """Put a finger on a button and slide it off, and touch beside everything."""
        buttons = list(rules.targets(self.window))
        at = rules.places_of(buttons[turn % len(buttons)], self.window)[0].center()
        self.screen.now = self.ms()
        self.screen.press(QPointF(at))
        self.screen.cancel()

    def change(self, name: str, value: object) -> None:
        """Change a setting as the sheet does."""
        self.journey.changing.change(name, value)
        self.settle()

    def trainer(self) -> None:
        """Let the trainer look at every page."""
        self.window.open_trainer()
        pages = self.window.findChild(TrainerPages)
        for page in NAMES[1:]:
            pages.show_page(page)
            self.settle()
        self.window.close_trainer()
        self.settle()

    def walk_away(self) -> None:
        """Leave in the middle: the count, the reset, a demonstration; and somebody touches the screen."""
        self.program.whole.voice.stop()
        self.wait(180 + 62)
        self.program.whole.voice.stop()
        self.wait(125)
        for _ in range(3):
            showing = self.kiosk._showing
            if showing is not None and showing.shows:
                showing.point()
                showing._go_on()
                self.settle()
        self.kiosk.used()
        self.settle()

    def wait(self, seconds: int) -> None:
        """Let time pass while nobody does anything."""
        for _ in range(seconds):
            self.now += timedelta(seconds=1)
            self.kiosk.patience.look()
        self.settle()

    def settle(self) -> None:
        """Let Qt do what it put off."""
        for _ in range(2):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[call-overload]

    def held(self) -> Held:
        """Answer what the process holds now, when the welcome page stands clean and nothing shows itself."""
        self.kiosk.uncover()
        clean(self.journey)
        self.settle()
        gc.collect()
        self.settle()
        tree = self.window.findChildren(QObject)
        running = [each for each in self.window.findChildren(QTimer) if each.isActive()]
        return Held(
            resident_mb(), len(Shiboken.getAllValidWrappers()), len(tree), len(running),
            threading.active_count(), len(list(Path("/proc/self/fd").iterdir())),
        )  # fmt: skip

    def close(self) -> None:
        """End the day."""
        self.kiosk.guard.rest()
        self.program.close()


def resident_mb() -> float:
    """Answer the memory this process holds, in MB."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
