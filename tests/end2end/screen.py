"""A virtual screen with the real program on it, for tests that act as a person does."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage


@dataclass(frozen=True)
class Screen:
    """An X server of our own, its environment, and the folder of its picture and the program's log."""

    folder: Path
    environment: dict[str, str]

    def click(self, x: int, y: int) -> None:
        """Touch the screen at a pixel."""
        self.hand("mousemove", str(x), str(y), "click", "1")

    def type(self, text: str) -> None:
        """Type on a real keyboard, as slowly as a person."""
        self.hand("type", "--delay", "250", text)

    def press(self, key: str) -> None:
        """Press one key by its X name."""
        self.hand("key", key)

    def shows(self) -> bool:
        """Tell whether the screen shows more than a bare ground, looked at here and there."""
        image = self.picture()
        across, down = range(0, image.width(), 16), range(0, image.height(), 16)
        return len({image.pixel(x, y) for x in across for y in down}) > 12

    def hand(self, *words: str) -> None:
        """Do with xdotool what hands do with mouse and keyboard."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=60)

    def manage(self, *words: str) -> None:
        """Ask the window manager for something, as its own panel would."""
        subprocess.run(["wmctrl", *words], env=self.environment, check=True, timeout=60)

    def told(self, *words: str) -> str:
        """Answer what a program of the window system prints, "" when it finds nothing."""
        done = subprocess.run(
            words, env=self.environment, check=False, timeout=60, capture_output=True, text=True
        )
        return done.stdout.strip() if not done.returncode else ""

    def picture(self) -> QImage:
        """Answer what the screen shows now, read from the memory that the server shares (XWD)."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])
        start, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
        pixels = data[start + colours * 12 :]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    @contextmanager
    def program(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run the program as run.sh does; it is killed with all it started when the block ends.

        When the block fails, the error tells how the program stood, where a picture of the
        screen lies, and the end of its log.
        """
        log, shot = self.folder / "program.log", self.folder / "failed.png"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "elder_tutor", *words],
                env=self.environment,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        try:
            yield process
        except BaseException as error:
            self.picture().save(str(shot))
            error.add_note(f"exit code {process.poll()} (None: it ran); the screen is in {shot}; it said:")
            error.add_note(log.read_text("utf-8", "replace")[-3000:] or "nothing")
            raise
        finally:
            with suppress(ProcessLookupError):  # it has ended by itself
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


@contextmanager
def virtual_screen(folder: Path, size: str = "1366x768") -> Iterator[Screen]:
    """Run Xvfb with its own home and caches under ``folder``; the server is gone afterwards."""
    assert shutil.which("Xvfb"), "Xvfb is missing; test.sh installs it"
    assert shutil.which("xdotool"), "xdotool is missing; test.sh installs it"
    read, write = os.pipe()
    words = ["-screen", "0", f"{size}x24", "-dpi", "96", "-nolisten", "tcp", "-nocursor"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-fbdir", str(folder), *words],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        yield Screen(folder, _environment(folder, display))
    finally:
        server.terminate()
        server.wait(10)


def _environment(folder: Path, display: str) -> dict[str, str]:
    """Answer this environment with the display, and with homes under ``folder``."""
    left_out = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}
    kept = {key: value for key, value in os.environ.items() if key not in left_out}
    homes = {"HOME": folder, "XDG_RUNTIME_DIR": folder}
    homes |= {f"XDG_{name}_HOME": folder / name.lower() for name in ("DATA", "CACHE", "CONFIG")}
    return kept | {"DISPLAY": display} | {name: str(place) for name, place in homes.items()}
