"""What the program holds with a lesson open, against a bare painted window (DESIGN 9: at most 2.5 times).

    python benchmarks/memory.py [--runs 5] [--platform offscreen|xcb]

Both are whole processes in turn; told is their own memory after the paint (VmRSS), and the part that
they do not share with others (``Private`` of smaps). The voice's own process is not counted; sound
and engine are not loaded.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import judged
from startup import filled

TELL = """
def tell():
    from pathlib import Path
    status = Path("/proc/self/status").read_text()
    rollup = Path("/proc/self/smaps_rollup").read_text().splitlines()
    private = sum(int(line.split()[1]) for line in rollup if line.startswith("Private"))
    print(int(status.partition("VmRSS:")[2].split()[0]), private, flush=True)
"""

BARE = (
    TELL
    + """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(100, lambda: (tell(), QApplication.exit(0)))
application = QApplication(sys.argv)
window = Bare()
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
"""
)

PROGRAM = (
    TELL
    + """
import sys
from pathlib import Path
from elder_tutor.app import build
from elder_tutor.ui import application
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = build(Path(sys.argv[1]))
qt = application.qt_application()
whole = application.Composition(app)
whole.window.use(app.settings)
whole.window.resize(1366, 768)
whole.window.show()
whole.journey.begin(app.people.learners()[0])
def lesson():
    whole.journey.classroom.open("book-appointment", "follow")
    QTimer.singleShot(300, lambda: (tell(), qt.exit(0)))
whole.window.firstPainted.connect(lambda: QTimer.singleShot(300, lesson))
qt.exec()
whole.close()
app.close()
"""
)


def kilobytes(code: str, *words: str) -> tuple[int, int]:
    """Run a process; answer what it holds, and what of that it shares with nobody."""
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    resident, private = map(int, done.stdout.split()[:2])
    return resident, private


def main() -> None:
    """Measure and print."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--platform", default="offscreen")
    asked = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = asked.platform
    with tempfile.TemporaryDirectory() as folder:
        filled(Path(folder), 0)
        kilobytes(PROGRAM, folder)
        pairs = [(kilobytes(BARE), kilobytes(PROGRAM, folder)) for _ in range(asked.runs)]
    for place, what in enumerate(("held", "private")):
        bare, ours = (statistics.median(pair[side][place] for pair in pairs) / 1024 for side in (0, 1))
        print(f"{what:8} bare window {bare:6.1f} MB, lesson open {ours:6.1f} MB, ", end="")
        print(f"ratio {judged(ours / bare, 2.5)}" if what == "held" else f"ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
