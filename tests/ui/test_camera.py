"""Where there is a camera its pictures come to the page one by one; where there is none, none is offered."""

from __future__ import annotations

from collections.abc import Generator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from elder_tutor.ui import camera
from elder_tutor.ui.camera import CameraTrouble, Viewer, cameras, frames


class Device:
    """A camera as `linuxpy` shows it: used inside `with`."""

    def __init__(self, path: str) -> None:
        if path != "/dev/video0":
            raise OSError(19, "No such device")

    def __enter__(self) -> Device:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class Capture(Device):
    """Its pictures."""

    def __init__(self, device: Device) -> None:
        self.device = device

    def set_format(self, width: int, height: int, kind: str) -> None:
        self.asked = (width, height, kind)

    def __iter__(self) -> Generator[bytes]:
        yield from (b"\xff\xd8one", b"\xff\xd8two")


FAKE = SimpleNamespace(
    Device=Device, VideoCapture=Capture, V4L2Error=RuntimeError,
    iter_video_capture_files=lambda: iter(["/dev/video1", "/dev/video0"]),
)  # fmt: skip


def test_without_the_extra_there_is_no_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(camera, "import_module", missing)
    assert cameras() == ()
    with pytest.raises(CameraTrouble):
        next(frames("/dev/video0"))


def test_a_machine_without_a_camera_has_none() -> None:
    assert all(path.startswith("/dev/video") for path in cameras())


def test_cameras_are_found_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "import_module", lambda name: FAKE)
    assert cameras() == ("/dev/video0", "/dev/video1")


def test_a_cameras_pictures_are_given_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "import_module", lambda name: FAKE)
    assert [*frames("/dev/video0")] == [b"\xff\xd8one", b"\xff\xd8two"]


def test_a_camera_that_was_pulled_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "import_module", lambda name: FAKE)
    with pytest.raises(CameraTrouble):
        next(frames("/dev/video7"))


def endless() -> Generator[bytes]:
    while True:
        yield b"\xff\xd8frame"


def test_the_next_picture_waits_until_the_last_is_on_the_page(qtbot: QtBot) -> None:
    owner = QObject()
    viewer, seen = Viewer(owner), []
    viewer.seen.connect(seen.append)
    viewer.start(endless)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert len(seen) == 1
    viewer.taken()
    qtbot.waitUntil(lambda: len(seen) == 2)
    viewer.stop()


def test_a_closed_camera_is_left_at_once(qtbot: QtBot) -> None:
    closed = []

    def opened() -> Generator[bytes]:
        try:
            yield from endless()
        finally:
            closed.append(True)

    owner = QObject()
    viewer = Viewer(owner)
    viewer.start(opened)
    viewer.stop()
    qtbot.waitUntil(lambda: closed == [True])


def test_trouble_of_the_camera_comes_to_the_page(qtbot: QtBot) -> None:
    def broken() -> Generator[bytes]:
        raise CameraTrouble(camera.NO_CAMERA)
        yield b""

    owner, met = QObject(), []
    viewer = Viewer(owner)
    viewer.failed.connect(met.append)
    viewer.start(broken)
    qtbot.waitUntil(lambda: len(met) == 1)
    assert isinstance(met[0], CameraTrouble)
