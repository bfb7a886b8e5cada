"""The program in a process of its own, below a touch screen whose driver is one of Qt's own plugins.

The plugin takes fingers as TUIO messages from the network (tuio.org, profile 2Dcur), and hands them
to Qt as any driver does. Xvfb knows no touch, and a virtual device of the kernel is seldom to be had.
"""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton
from elder_tutor.app import build
from elder_tutor.ui import application
app = build(Path(sys.argv[1]))
qt = application.qt_application()
whole = application.Composition(app)
whole.window.use(app.settings)
whole.window.resize(1366, 768)
whole.window.show()
whole.window.activateWindow()
whole.journey.start()
whole.window.missed.connect(lambda: print("missed", flush=True))
def ready():
    window = whole.window
    window.watch_touches()
    for button in window.current.findChildren(QAbstractButton):
        if button.isVisibleTo(window):
            at = button.mapTo(window, button.rect().center())
            print("button", button.objectName(), at.x() / window.width(), at.y() / window.height())
            name = button.objectName()
            button.clicked.connect(lambda _=False, name=name: print("pressed", name, flush=True))
    print("ready", flush=True)
whole.window.firstPainted.connect(lambda: QTimer.singleShot(300, ready))
QTimer.singleShot(30000, qt.quit)
qt.exec()
"""
TELLS_MS = 40


class Driver:
    """Fingers on the screen of the process: numbers and places, 0 to 1 of the window."""

    def __init__(self, port: int) -> None:
        self._port, self._frame = port, 0
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def close(self) -> None:
        """Give the socket back."""
        self._socket.close()

    def tell(self, **fingers: tuple[float, float]) -> None:
        """Say which fingers lie where; one that is not named was lifted."""
        self._frame += 1
        lying = dict(enumerate(fingers.values(), 1))
        sets = [_message("set", number, *place, 0.0, 0.0, 0.0) for number, place in lying.items()]
        parts = [_message("source", "test"), _message("alive", *lying), *sets, _message("fseq", self._frame)]
        bundle = b"#bundle\0" + struct.pack(">Q", 1)
        bundle += b"".join(struct.pack(">i", len(each)) + each for each in parts)
        self._socket.sendto(bundle, ("127.0.0.1", self._port))
        pause(TELLS_MS)


def pause(ms: int) -> None:
    """Let the process take what was told: frames of a screen lie some 10 ms apart."""
    time.sleep(ms / 1000)


def _message(*words: str | int | float) -> bytes:
    tags, data = ",", b""
    for word in words:
        tags += "s" if isinstance(word, str) else "i" if isinstance(word, int) else "f"
        packed = (
            struct.pack(">i" if isinstance(word, int) else ">f", word) if not isinstance(word, str) else b""
        )
        data += packed or _padded(str(word))
    return _padded("/tuio/2Dcur") + _padded(tags) + data


def _padded(text: str) -> bytes:
    data = text.encode() + b"\0"
    return data + b"\0" * (-len(data) % 4)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Driver, dict[str, tuple[float, float]]]]:
    """The program with its first page, the driver of its screen, and where its buttons are."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    more = {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_GENERIC_PLUGINS": f"TuioTouch:udp={port}"}
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "data")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | more) as running:
        assert running.stdout is not None
        places: dict[str, tuple[float, float]] = {}
        for line in running.stdout:
            kind, *words = line.split()
            if kind == "ready":
                break
            if kind == "button":
                places[words[0]] = float(words[1]), float(words[2])
        driver = Driver(port)
        yield running, driver, places
        driver.close()
        running.terminate()


def heard(running: subprocess.Popen[str]) -> str:
    """Answer what the program says next."""
    assert running.stdout is not None
    return running.stdout.readline().strip()


def test_a_finger_presses_and_whatever_else_lies_there_does_not(process) -> None:
    running, driver, places = process
    one, other = "signIn.again", "signIn.help"
    at, there = places[one], places[other]
    driver.tell(first=at)
    driver.tell(first=at, second=there)
    driver.tell(first=at)
    driver.tell()
    assert heard(running) == f"pressed {one}"
    driver.tell(a=at, b=there, c=(0.5, 0.5), d=(0.6, 0.5))
    driver.tell()
    pause(700)
    driver.tell(first=there)
    driver.tell()
    assert heard(running) == f"pressed {other}"
