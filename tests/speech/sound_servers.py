"""Private sound servers with a sink that nobody hears, and what really arrives at it."""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import threading
import time
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from elder_tutor.speech.clip import Clip, WordTime
from tests.waiting import until

RATE = 22050
_LOUD = 400
_SINK = ("sink_name=ci", f"rate={RATE}", "channels=1")


def tone(seconds: float = 3.0) -> Clip:
    """Answer a sound that never is silent for long."""
    samples = (int(12000 * math.sin(2 * math.pi * 441 * n / RATE)) for n in range(int(RATE * seconds)))
    return Clip(array("h", samples).tobytes(), RATE)


def beeps(count: int) -> Clip:
    """Answer short sounds parted by silence, each a word."""
    each = tone(0.15).pcm + bytes(2 * int(RATE * 0.25))
    silence = bytes(2 * int(RATE * 0.1))
    return Clip(
        silence + each * count, RATE, tuple(WordTime(100 + 400 * n, 500 + 400 * n) for n in range(count))
    )


class SoundServer:
    """PulseAudio in a folder of its own; it can be halted, killed and started again."""

    needs: Sequence[str] = ("pulseaudio", "parec", "pactl")
    device = "PulseAudio"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "pulse.sock"
        self.env: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{self.socket}",
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def for_the_program(self) -> Mapping[str, str]:
        """Answer what the program is told of its sound."""
        return {name: self.env[name] for name in ("HOME", "XDG_RUNTIME_DIR", "PULSE_SERVER")}

    def command(self) -> Sequence[str]:
        """Answer what starts it, in the foreground."""
        native = f"module-native-protocol-unix socket={self.socket} auth-anonymous=1"
        plain = ("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1")
        return (*plain, "-L", native, "-L", f"module-null-sink {' '.join(_SINK)}")

    def start(self) -> None:
        """Start it and wait for its sink."""
        missing = [name for name in self.needs if not shutil.which(name)]
        if missing:
            pytest.skip(f"this machine has no {', '.join(missing)}")
        self._process = subprocess.Popen(
            self.command(),
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert until(self._ready, every=0.05), "the sound server does not start"

    def halt(self) -> None:
        """Let it hang."""
        self._send(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again."""
        self._send(signal.SIGCONT)

    def kill(self) -> None:
        """End it without a word."""
        self._send(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()
        self._process = None
        for left in (self.socket, self.folder / "pulse", self.folder / "pipewire-0"):
            shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)

    def _ready(self) -> bool:
        return self.socket.exists() and b"ci" in self.control("list", "short", "sinks")

    def control(self, *words: str) -> bytes:
        """Ask the server with pactl; nothing when it does not answer."""
        with suppress(subprocess.TimeoutExpired):
            asked = subprocess.run(("pactl", *words), env=self.env, capture_output=True, timeout=5)
            return asked.stdout
        return b""

    def _send(self, number: signal.Signals) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)


class PipeWire(SoundServer):
    """PipeWire with its own PulseAudio door, as desktops have it, and a session manager."""

    needs = ("pipewire", "pipewire-pulse", "wireplumber", "dbus-run-session", "parec", "pactl")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.socket = folder / "pulse" / "native"
        self.env = {**self.env, "PULSE_SERVER": f"unix:{self.socket}", "PIPEWIRE_RUNTIME_DIR": str(folder)}
        self._sink = False

    def command(self) -> Sequence[str]:
        """Answer what starts all three on a message bus of their own."""
        door = "until [ -S $XDG_RUNTIME_DIR/pipewire-0 ]; do sleep 0.02; done"
        script = f"pipewire & {door}; wireplumber & exec pipewire-pulse"
        return ("dbus-run-session", "--", "sh", "-c", script)

    def kill(self) -> None:
        """End it without a word, the sink with it."""
        super().kill()
        self._sink = False

    def _ready(self) -> bool:
        if not self.socket.exists():
            return False
        if not self._sink:
            self._sink = bool(self.control("load-module", "module-null-sink", *_SINK).strip())
        return b"Default Sink: ci" in self.control("info")


class Alsa(SoundServer):
    """A machine where only ALSA is known: its default device keeps what it gets and hands it on.

    ALSA's own null device takes all at once and holds no time, so that another server, which
    the program cannot see, keeps the time behind it.
    """

    device = "ALSA"

    @property
    def for_the_program(self) -> Mapping[str, str]:
        """Answer what the program is told of its sound: no server, one ALSA device."""
        config = self.folder / "alsa.conf"
        config.write_text(
            f"""</usr/share/alsa/alsa.conf>
            pcm.behind {{ type pulse server "unix:{self.socket}" }}
            pcm.!default {{ type file slave.pcm behind file "{self.folder}/heard.raw" format raw }}
            ctl.!default {{ type pulse server "unix:{self.socket}" }}
            """
        )
        nowhere = {"PULSE_SERVER": "unix:/dev/null", "XDG_RUNTIME_DIR": str(self.folder / "nowhere")}
        return {"HOME": str(self.folder), "ALSA_CONFIG_PATH": str(config), **nowhere}

    def start(self) -> None:
        """Start it, where ALSA can speak to it."""
        if not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
            pytest.skip("this machine has no libasound2-plugins")
        super().start()


class Heard:
    """What arrives at the sink, piece by piece with the time it came."""

    def __init__(self, server: SoundServer) -> None:
        self._pieces: list[tuple[float, bytes]] = []
        self._process = subprocess.Popen(
            (
                *("parec", "-d", "ci.monitor", "--raw", "--latency-msec=4"),
                *("--channels=1", "--format=s16le", f"--rate={RATE}"),
            ),
            env=server.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def loud_times(self, since: float = 0.0) -> list[float]:
        """Answer when each loud sample was heard, in the monotonic clock's seconds.

        A piece stands for the time from its coming on: a server renders it before it is heard.
        """
        return [
            came + place / RATE
            for came, piece in list(self._pieces)
            if came >= since
            for place, value in enumerate(array("h", piece[: len(piece) // 2 * 2]))
            if abs(value) > _LOUD
        ]

    def anything(self, since: float = 0.0) -> bool:
        """Tell whether a sound was heard since a time."""
        return bool(self.loud_times(since))

    @property
    def running(self) -> bool:
        """Tell whether something arrives at all."""
        return bool(self._pieces)

    def close(self) -> None:
        """Listen no more."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()

    def __enter__(self) -> Heard:
        assert until(lambda: self.running), "nothing arrives from the sound server"
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while piece := os.read(self._process.stdout.fileno(), 65536):
            self._pieces.append((time.monotonic(), piece))
