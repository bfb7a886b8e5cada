"""What may be loaded before the first page stands (DESIGN 9), asked of a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from elder_tutor.app import build
from elder_tutor.ui import application
app = build(Path(sys.argv[1]))
qt = application.qt_application()
whole = application.Composition(app)
whole.window.use(app.settings)
whole.window.resize(1366, 768)
whole.window.show()
whole.journey.start()
loaded = []
def note():
    loaded.extend(sys.modules.items())
    qt.exit(0)
whole.window.firstPainted.connect(note)
QTimer.singleShot(20000, lambda: qt.exit(1))
code = qt.exec()
foreign = {name.partition(".")[0] for name, module in loaded
           if "site-packages" in (getattr(module, "__file__", None) or "")}
print(*sorted(foreign))
print(*sorted(name for name, _ in loaded if name.startswith("elder_tutor.")))
whole.close()
app.close()
sys.exit(code)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """The packages of others, and our own modules, at the first paint on a data folder that exists."""
    folder = tmp_path_factory.mktemp("data")
    for _ in range(2):  # the first start makes the database
        done = subprocess.run(
            [sys.executable, "-c", FIRST_PAGE, str(folder)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return [set(line.split()) for line in done.stdout.splitlines()]


def test_only_qt_is_loaded_of_all_that_is_not_ours(loaded: list[set[str]]) -> None:
    assert loaded[0] - {"PySide6", "shiboken6", "_distutils_hack", "sitecustomize"} == set()


def test_speech_lessons_and_reports_wait_until_after_the_first_page(loaded: list[set[str]]) -> None:
    late = {name for name in loaded[1] if name.split(".")[1] in {"speech", "reports", "session", "cli"}}
    assert late | {name for name in loaded[1] if name.startswith("elder_tutor.lessons.phone")} == set()
    assert "elder_tutor.ui.pages.sign_in" in loaded[1]
