"""How soon a touch is seen, and a page, at 1920×1080 with software rendering (DESIGN 9).

    python benchmarks/touch.py [--rounds 40]

``touch`` is a real touch event into the window until its feedback is painted, on the real pages;
the reference is a press of the mouse on a bare ``QPushButton`` in a window of the same size. ``page`` is
bringing a page to the front until it stands painted, from every page to every other one. Times are
the thread's own, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from measuring import judged, late, own_seconds
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from elder_tutor.app import build
from elder_tutor.progress.people import pictures
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.program import Program
from elder_tutor.ui.touching import rules
from tests.ui.touching.screen import Screen

SIZE = (1920, 1080)
PAGES = (
    "sign-in",
    "home",
    "courses",
    "course",
    "lesson",
    "check",
    "keyboard",
    "phone-home",
    "settings",
    "praise",
)
TOUCH_MS, PAGE_MS = 16, 100


class Seen(QObject):
    """Watch whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the widget is being painted."""
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False

    def wait(self) -> None:
        """Let the window be painted, the widget with it."""
        for _ in range(100):
            QApplication.processEvents()
            if self.painted:
                return
        raise AssertionError("nothing was painted")


def pressed(screen: Screen, button: QAbstractButton) -> float:
    """Answer the seconds from a touch on a button until it is painted pressed; then take it back."""
    window = screen.window
    at = QPointF(button.mapTo(window, button.visibleRegion().boundingRect().center()))

    seen = Seen(button)

    def touch() -> None:
        screen.press(at, after=2000)
        seen.wait()

    taken = own_seconds(touch)
    button.removeEventFilter(seen)
    down = button.isDown()
    screen.cancel()
    QApplication.processEvents()
    return taken if down else float("nan")


def bare(rounds: int) -> list[float]:
    """Answer the same for the mouse on a push button in a window of the same size, Qt's own way."""
    window = QWidget()
    window.resize(*SIZE)
    button = QPushButton("حجز موعد", window)
    button.setGeometry(100, 100, 400, 90)
    window.show()
    QApplication.processEvents()

    seen, screen, at = Seen(button), Screen(window), QPointF(button.geometry().center())

    def press() -> None:
        seen.painted = False
        screen.mouse(QEvent.Type.MouseButtonPress, at, 2000)
        seen.wait()

    taken = []
    for _ in range(rounds):
        taken.append(own_seconds(press))
        screen.mouse(QEvent.Type.MouseButtonRelease, at)
        QApplication.processEvents()
    window.close()
    return taken


def shown(program: Program) -> None:
    """Let the window be painted as on a screen."""
    window = program.window
    window.hide()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.show()
    window.watch_touches()
    QApplication.processEvents()


def touches(program: Program, rounds: int) -> dict[str, list[float]]:
    """Answer the seconds from touch to feedback, by page."""
    found: dict[str, list[float]] = defaultdict(list)
    for page in PAGES:
        program.show_page(page)
        QApplication.processEvents()
        screen = Screen(program.window)
        buttons = [each for each in rules.targets(program.window) if _open(program.window, each)]
        for number in range(rounds):
            taken = pressed(screen, buttons[number % len(buttons)])
            if taken == taken:
                found[page].append(taken)
    return found


def changes(program: Program, rounds: int) -> dict[tuple[str, str], list[float]]:
    """Answer the seconds a page takes to stand painted after another one, for every two of them."""
    window = program.window
    made = [each for each in window.findChildren(Page) if each.metrics is not None]

    seen = {each: Seen(each) for each in made}

    def change(page: Page) -> None:
        seen[page].painted = False
        window.show_page(page, greet=False)
        seen[page].wait()

    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(max(1, rounds // 10)):
        for one, next_ in permutations(made, 2):
            change(one)
            found[one.objectName(), next_.objectName()].append(own_seconds(change, next_))
    return found


def journeys(program: Program, people: list[str]) -> dict[str, list[float]]:
    """Answer the seconds of what a person does to get from page to page, with all that it asks for."""
    journey, app = program.journey, program.app
    learner = app.people.learner(people[0])
    lesson = "book-appointment"
    ways = {
        "sign-in -> home": lambda: journey.begin(learner),
        "home -> courses": lambda: journey.library.show_courses(),
        "courses -> course": lambda: journey.library.show_course(app.catalog.course(lesson).id),
        "course -> lesson": lambda: journey.classroom.open(lesson, "follow"),
        "lesson -> home": lambda: journey.show_home(),
        "home -> settings": lambda: journey.open_sheet(),
        "settings -> sign-in": lambda: (program.window.close_sheet(), journey.leave()),
    }
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(12):
        for name, way in ways.items():
            found[name].append(own_seconds(lambda way=way: (way(), QApplication.processEvents())))
    return found


def _open(window: QWidget, button: QAbstractButton) -> bool:
    place = button.visibleRegion().boundingRect().center()
    return rules.target_at(window, button.mapTo(window, place)) is button


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        clock = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
        app = build(Path(folder), clock=lambda: clock, seed=lambda: 1, today=date(2026, 6, 8))
        people = [app.people.add(f"learner {n}", each).id for n, each in enumerate(pictures()[:6])]
        for each in people:
            app.people.consent(each, True)
        program = Program(app, SIZE)
        shown(program)
        reference = bare(rounds * 5)
        by_page = touches(program, rounds)
        pairs = changes(program, rounds)
        ways = journeys(program, people)
        program.close()
        app.close()
    tell("QPushButton", reference)
    for page, taken in by_page.items():
        tell(page, taken)
    every = [each for taken in by_page.values() for each in taken]
    print(f"touch -> feedback painted: p99 {judged(late(every) * 1e3, TOUCH_MS, ' ms')}, median "
          f"{statistics.median(every) / statistics.median(reference):.1f} times a push button's")  # fmt: skip
    print()
    slowest = max(pairs, key=lambda pair: statistics.median(pairs[pair]))
    worst = statistics.median(pairs[slowest]) * 1e3
    pair = " -> ".join(slowest)
    print(f"{len(pairs)} page changes: median of the slowest {judged(worst, PAGE_MS, ' ms')}: {pair}")
    for name, taken in ways.items():
        first, usual = taken[0] * 1e3, statistics.median(taken[1:]) * 1e3
        print(f"{name:22} first {first:6.1f} ms, then {judged(usual, PAGE_MS, ' ms')}")


def tell(name: str, taken: list[float]) -> None:
    """Print one line."""
    usual, worst = statistics.median(taken) * 1e3, late(taken) * 1e3
    print(f"{name:14} p50 {usual:6.2f} ms   p99 {worst:6.2f} ms   n {len(taken)}")


if __name__ == "__main__":
    main()
