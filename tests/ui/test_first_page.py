"""What may be loaded before the first page stands (DESIGN 9), asked of a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from elder_tutor.app import build
from elder_tutor.progress.people import pictures

FIRST_PAGE = """
import gc, linecache, sys
gc.disable()  # as the plain start does
from pathlib import Path
from elder_tutor.app import build
from elder_tutor.ui import application
from PySide6 import QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
loaded, brushes = [], []
class Watched(application.Composition):
    def __init__(self, *words, **more):
        super().__init__(*words, **more)
        self.load_voice = self.look_for_reader = lambda: None
        self.window.firstPainted.connect(lambda: QTimer.singleShot(0, self.note))
    def note(self):
        loaded.extend(sys.modules.items())
        loaded.append(("held back", gc.isenabled()))
        brushes.extend({"QGradient", "QImage"} & vars(QtGui).keys())
        QTimer.singleShot(3 * application.VOICE_AFTER_MS, lambda: QApplication.exit(0))
application.Composition = Watched
app = build(Path(sys.argv[1]))
code = application.run(app, window=(1366, 768))
_, collecting = loaded.pop()
foreign = {name.partition(".")[0] for name, module in loaded
           if "site-packages" in (getattr(module, "__file__", None) or "")}
print(*sorted(foreign))
print(*sorted(name for name, _ in loaded if name.startswith("elder_tutor.")))
print(collecting, gc.isenabled())
print(*(name for name in linecache.cache if "elder_tutor" in name))
print(*brushes)
app.close()
sys.exit(code)
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What stands when a data folder with a learner was opened: others' packages, ours, the collector."""
    folder = tmp_path_factory.mktemp("data")
    app = build(folder)
    app.people.add("نورة", pictures()[0])
    app.close()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


@pytest.fixture
def loaded(lines: list[list[str]]) -> list[set[str]]:
    """The packages of others, and our own modules, when the first page stands."""
    return [set(line) for line in lines[:2]]


def test_only_qt_is_loaded_of_all_that_is_not_ours(loaded: list[set[str]]) -> None:
    assert loaded[0] - {"PySide6", "shiboken6", "_distutils_hack", "sitecustomize"} == set()


def test_speech_lessons_and_reports_wait_until_after_the_first_page(loaded: list[set[str]]) -> None:
    late = {name for name in loaded[1] if name.split(".")[1] in {"speech", "reports", "session", "cli"}}
    assert late | {name for name in loaded[1] if name.startswith("elder_tutor.lessons.phone")} == set()
    assert "elder_tutor.ui.pages.sign_in" in loaded[1]


def test_values_marks_of_practice_and_copies_wait_too(loaded: list[set[str]]) -> None:
    late = {"text.arabic_context", "text.arabic_values", "progress.counting", "ui.daily"}
    assert {f"elder_tutor.{name}" for name in late} & loaded[1] == set()


def test_no_source_is_read_after_the_first_of_ours(lines: list[list[str]]) -> None:
    assert [name for name in lines[3] if not name.endswith("elder_tutor/__init__.py")] == []


def test_no_kind_of_brush_is_loaded_that_nothing_paints_with(lines: list[list[str]]) -> None:
    assert lines[4] == []


def test_the_collector_rests_until_a_first_touch_was_answered(lines: list[list[str]]) -> None:
    assert lines[2] == ["False", "True"]
