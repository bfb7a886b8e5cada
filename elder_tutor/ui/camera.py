"""Look through the machine's camera: Linux's own video interface (V4L2), where `linuxpy` is installed.

Qt's multimedia part would bring 170 MB for this alone. Without the extra, or without a camera, there
is none, and nobody is offered one.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase

WIDTH, HEIGHT = 640, 480
"""Asked of the camera; it answers with the nearest it can (V4L2, VIDIOC_S_FMT)."""
JPEG: Final = b"\xff\xd8"
NO_CAMERA: Final = phrase("The camera does not answer.").key

Frames = Callable[[], Iterator[bytes]]
"""Open a camera and give its pictures as JPEG, one after the other; closing the iterator closes it."""


class CameraTrouble(KnownError):
    """Tell that there is no picture from the camera."""


def cameras() -> tuple[str, ...]:
    """Answer the cameras of this machine as paths; none where the extra is not installed."""
    video = _video()
    if video is None:
        return ()
    with contextlib.suppress(OSError):
        return tuple(sorted(str(path) for path in video.iter_video_capture_files()))
    return ()


def frames(path: str) -> Iterator[bytes]:
    """Give a camera's pictures as JPEG until closed. Raises CameraTrouble."""
    video = _video()
    if video is None:
        raise CameraTrouble(NO_CAMERA)
    try:
        with video.Device(path) as device:
            capture = video.VideoCapture(device)
            capture.set_format(WIDTH, HEIGHT, "MJPG")
            with capture:
                for frame in capture:
                    yield bytes(frame)
    except (OSError, video.V4L2Error) as error:
        raise CameraTrouble(NO_CAMERA) from error


class Viewer(QObject):
    """Bring a camera's pictures to the window; ``seen`` carries each as bytes, ``failed`` trouble.

    While the window has not taken a picture yet, newer ones are left out.
    """

    seen = Signal(bytes)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._taken = threading.Event()

    def start(self, opened: Frames) -> None:
        """Begin to look; a camera that was open before is closed."""
        self.stop()
        self._stop, self._taken = threading.Event(), threading.Event()
        self._taken.set()
        stop, taken = self._stop, self._taken

        def look() -> None:
            try:
                with contextlib.closing(opened()) as pictures:  # type: ignore[type-var]
                    for picture in pictures:
                        if stop.is_set():
                            return
                        if taken.is_set() and picture.startswith(JPEG):
                            taken.clear()
                            self._bring(picture, stop)
            except KnownError as trouble:
                if not stop.is_set():
                    with contextlib.suppress(RuntimeError):
                        self.failed.emit(trouble)

        threading.Thread(target=look, name="camera", daemon=True).start()

    def taken(self) -> None:
        """Say that the last picture is on the page."""
        self._taken.set()

    def stop(self) -> None:
        """Close the camera; what is still on its way is let go of."""
        self._stop.set()

    def _bring(self, picture: bytes, stop: threading.Event) -> None:
        if stop.is_set():
            return
        with contextlib.suppress(RuntimeError):  # the window has gone
            self.seen.emit(picture)


def _video() -> Any:
    try:
        return import_module("linuxpy.video.device")
    except (ImportError, OSError):
        return None
