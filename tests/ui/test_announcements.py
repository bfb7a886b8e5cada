"""What is announced arrives at a screen reader: a window under a real X server and accessibility bus."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
NEEDED = ("Xvfb", "xvfb-run", "dbus-run-session", "dbus-send")
BOTH = """
"$1" -c "$2" > "$4" 2>&1 &
"$1" -c "$3" "$4"
"""
LISTENER = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage
asked = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus",
    "/org/a11y/bus", "org.a11y.Bus.GetAddress"], capture_output=True, text=True, timeout=20, check=True)
app = QCoreApplication([])
bus = QDBusConnection.connectToBus(asked.stdout.strip(), "a11y")
class Ear(QObject):
    @Slot(QDBusMessage)
    def heard(self, message):
        told = message.arguments()
        print("heard", told[1], told[3].variant(), flush=True)
ear = Ear()
bus.connect("", "", "org.a11y.atspi.Event.Object", "Announcement", ear, "1heard(QDBusMessage)")
name = "org.a11y.atspi." + "Registry"
listeners = QDBusInterface(name, "/org/a11y/atspi/" + "registry", name, bus)
listeners.call("RegisterEvent", "object:announcement")
print("ready", flush=True)
QTimer.singleShot(20000, app.quit)
app.exec()
"""
SPEAKER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from elder_tutor.ui.access.announcer import Announcer
app = QApplication([])
window = QWidget()
window.show()
announcer = Announcer(window)
log = Path(sys.argv[1])
began = time.monotonic()
def look():
    told = log.read_text()
    if "heard 2" in told or time.monotonic() - began > 18:
        print(told)
        app.quit()
    elif "ready" in told:
        announcer.tell("اضغطوا على الزر.")
        announcer.tell("في أسفل الشاشة.", True)
timer = QTimer()
timer.timeout.connect(look)
timer.start(300)
app.exec()
"""


@pytest.mark.skipif(
    not LAUNCHER.exists() or not all(map(shutil.which, NEEDED)),
    reason="needs an X server and an accessibility bus: xvfb, dbus, at-spi2-core",
)
def test_a_screen_reader_receives_the_words_and_how_urgent_they_are(tmp_path: Path) -> None:
    log = tmp_path / "heard"
    log.touch()
    done = subprocess.run(
        ["dbus-run-session", "--", "xvfb-run", "-a", "sh", "-c", BOTH, "sh",
         sys.executable, LISTENER, SPEAKER, str(log)],
        capture_output=True, text=True, timeout=60, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8",
             "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert "heard 1 اضغطوا على الزر." in done.stdout, done.stdout + done.stderr
    assert "heard 2 في أسفل الشاشة." in done.stdout
