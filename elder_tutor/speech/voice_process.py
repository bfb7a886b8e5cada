"""The worker as the program holds it: started when needed, asked with a time-out, ended without a trace."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from elder_tutor.speech import wire

COMMAND = (sys.executable, "-P", "-m", "elder_tutor.speech.worker")
_GRACE_S = 0.5


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

    @property
    def pid(self) -> int | None:
        """Answer the worker's process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self) -> None:
        """Start the worker now, so that the first sentence need not wait for it; trouble shows when asked."""
        with suppress(OSError, wire.BrokenWire):
            self._running(time.monotonic() + self._time_out_s)

    def ask(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Send a request and answer the reply; raise VoiceLost when none comes in time."""
        deadline = time.monotonic() + self._time_out_s
        try:
            process = self._running(deadline)
            if process is None:
                return {"error": "no voice"}, b""
            assert process.stdin is not None
            process.stdin.write(wire.packed(request))
            process.stdin.flush()
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

    def _running(self, deadline: float) -> subprocess.Popen[bytes] | None:
        """Answer a worker that said it is ready; None when it has no voice at all."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.end()
        package = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(part for part in (package, os.environ.get("PYTHONPATH", "")) if part)
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": path},
        )
        hello, _ = self._reply(self._process, deadline)
        if "error" in hello:
            self.end()
            return None
        return self._process

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


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
