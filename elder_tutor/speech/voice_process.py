"""The worker as the program holds it: started when needed, asked with a time-out, ended without a trace."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from elder_tutor.speech import wire

COMMAND = (sys.executable, "-P", "-m", "elder_tutor.speech.worker")
_GRACE_S = 0.5
_QUICK, _SLOW_TIMES = "espeak:", 4
_NO_SOUND_SERVER = {"PULSE_SERVER": "unix:/dev/null"}
"""The worker plays nothing; espeak-ng would look for a sound server when it starts, and hang with it."""

_ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
"""glibc: espeak-ng begins a thread a sentence; a heap for each would only ever grow."""


class VoiceLost(Exception):
    """The worker died or did not answer in time; it has been ended."""


class VoiceProcess:
    """One worker in a process group of its own; used by one thread at a time.

    ``ask`` starts it when it is not there. A worker that is late is killed with its
    whole group, because a hanging voice cannot be interrupted in any other way.
    """

    def __init__(self, time_out_s: float = 6.0, command: Sequence[str] = COMMAND) -> None:
        self._time_out_s = time_out_s
        self._command = tuple(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._let_go = threading.Event()
        self._folder = ""

    @property
    def pid(self) -> int | None:
        """Answer the worker's process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self) -> None:
        """Start the worker now, so that the first sentence need not wait for it; trouble shows when asked."""
        with suppress(OSError, wire.BrokenWire):
            self._running(time.monotonic() + self._time_out_s)

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Send a request and answer the reply; raise VoiceLost when none comes in time.

        A voice that is no espeak-ng has more time: a model is read from disk, and measured once.
        """
        patience = 1 if str(request.get("chosen") or _QUICK).startswith(_QUICK) else _SLOW_TIMES
        deadline = time.monotonic() + self._time_out_s * patience
        try:
            process = self._running(deadline)
            if process is None:
                return {"error": "no voice"}, b""
            assert process.stdin is not None
            _send(process.stdin.fileno(), wire.packed(request), deadline)
            return self._reply(process, deadline)
        except (OSError, wire.BrokenWire) as error:
            self.end()
            raise VoiceLost from error

    def kill(self) -> None:
        """Kill the worker from any thread; whoever waits for it gets VoiceLost."""
        process = self._process
        if process is not None and process.poll() is None:
            with suppress(OSError):
                _kill_group(process)

    def end(self) -> None:
        """End the worker and everything it started; do nothing when there is none."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_S if process.poll() is None else 0)
        with suppress(OSError):
            _kill_group(process)
        process.wait()
        self._let_go.set()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _running(self, deadline: float) -> subprocess.Popen[bytes] | None:
        """Answer a worker that said it is ready; None when it has no voice at all."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        self._folder = ""
        self._process = self._spawned()
        hello, _ = self._reply(self._process, deadline)
        self._folder = str(hello.get("folder", ""))
        if "error" in hello:
            self.end()
            return None
        return self._process

    def _spawned(self) -> subprocess.Popen[bytes]:
        """Start the worker from a thread that lives as long as it does.

        On Linux the worker asks to be killed with the thread that started it (see worker.py);
        whoever speaks first may be a thread of a moment.
        """
        born: list[subprocess.Popen[bytes] | OSError] = []
        known, self._let_go = threading.Event(), threading.Event()

        def keep(let_go: threading.Event) -> None:
            try:
                born.append(_popen(self._command))
            except OSError as error:
                born.append(error)
                let_go.set()
            known.set()
            let_go.wait()

        threading.Thread(target=keep, args=(self._let_go,), name="voice-keeper", daemon=True).start()
        known.wait()
        if isinstance(born[0], OSError):
            raise born[0]
        return born[0]

    def _reply(self, process: subprocess.Popen[bytes], deadline: float) -> tuple[dict[str, Any], bytes]:
        assert process.stdout is not None
        pipe = process.stdout.fileno()

        def read(size: int) -> bytes:
            left = deadline - time.monotonic()
            ready = select.select([pipe], [], [], max(left, 0))[0]
            if not ready:
                raise wire.BrokenWire
            return os.read(pipe, size)

        return wire.received(read)


def _send(pipe: int, data: bytes, deadline: float) -> None:
    """Write a whole message; a worker that does not read it in time is broken."""
    os.set_blocking(pipe, False)
    left = memoryview(data)
    while left:
        if not select.select([], [pipe], [], max(deadline - time.monotonic(), 0))[1]:
            raise wire.BrokenWire
        left = left[os.write(pipe, left) :]


def _popen(command: Sequence[str]) -> subprocess.Popen[bytes]:
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH", "")) if part)
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        bufsize=0,
        env={**os.environ, **_NO_SOUND_SERVER, **_ONE_HEAP, "PYTHONPATH": path},
    )


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
