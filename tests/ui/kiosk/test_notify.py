"""systemd is told that the window answers, by the thread of the window itself."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from elder_tutor.ui.kiosk.notify import Notifier, Watchdog

EVERY_MS = 60


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[socket.socket]:
    """A socket such as systemd gives."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as made:
        made.bind(str(tmp_path / "notify"))
        made.setblocking(False)
        yield made


@pytest.fixture
def watchdog(qapp: object, tmp_path: Path) -> Watchdog:
    """A watchdog that is fed every 20 ms."""
    environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": str(EVERY_MS * 1000)}
    return Watchdog(Notifier(environment))


def waiting(heard: socket.socket) -> list[str]:
    """What came in, oldest first."""
    found = []
    while True:
        try:
            found.append(heard.recv(64).decode())
        except BlockingIOError:
            return found


def test_it_tells_ready_then_feeds_again_and_again(
    heard: socket.socket, watchdog: Watchdog, qtbot: object
) -> None:
    watchdog.begin()
    assert waiting(heard) == ["READY=1", "WATCHDOG=1"]
    for _ in range(3):
        qtbot.waitUntil(lambda: "WATCHDOG=1" in waiting(heard))  # type: ignore[attr-defined]
    watchdog.end()
    assert waiting(heard)[-1] == "STOPPING=1"


def test_a_thread_of_the_window_that_hangs_stops_feeding(
    heard: socket.socket, watchdog: Watchdog, qtbot: object
) -> None:
    watchdog.begin()
    qtbot.waitUntil(lambda: len(waiting(heard)) > 0)  # type: ignore[attr-defined]
    waiting(heard)
    end = threading.Event()
    threading.Timer(EVERY_MS * 5 / 1000, end.set).start()
    end.wait()  # the thread of the window does nothing else meanwhile
    assert waiting(heard) == []
    qtbot.waitUntil(lambda: "WATCHDOG=1" in waiting(heard))  # type: ignore[attr-defined]


def test_without_systemd_nothing_is_told() -> None:
    assert not Notifier({}).tell("READY=1")
    assert Notifier({"WATCHDOG_USEC": "soon"}).wait_ms == 0


def test_an_abstract_socket_is_reached_too(tmp_path: Path) -> None:
    name = f"elder-tutor-{tmp_path.name}-{time.monotonic_ns()}"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as abstract:
        abstract.bind(f"\0{name}")
        abstract.setblocking(False)
        assert Notifier({"NOTIFY_SOCKET": f"@{name}"}).tell("READY=1")
        assert waiting(abstract) == ["READY=1"]


def test_the_window_never_waits_for_a_socket_that_is_full(heard: socket.socket, tmp_path: Path) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": str(tmp_path / "notify")})
    assert not all(notifier.tell("WATCHDOG=1") for _ in range(10_000))


def test_the_wait_is_read_in_microseconds() -> None:
    assert Notifier({"WATCHDOG_USEC": "20000000"}).wait_ms == 20_000
