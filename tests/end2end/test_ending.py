"""However the program ends, nothing of it stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.end2end.screen import virtual_screen
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(120)]


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    told = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(each) for each in told.stdout.split()]


def running(pid: int) -> bool:
    """Tell whether a process is there (and no mere entry of one that ended)."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_nothing_stays_behind(tmp_path: Path, how: signal.Signals) -> None:
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as screen, screen.program("--data", str(tmp_path / "data")) as program:
        assert until(lambda: children(program.pid))
        voice = children(program.pid)
        os.kill(program.pid, how)
        assert until(lambda: program.poll() is not None)
        assert until(lambda: not any(running(each) for each in voice))
    assert [each.name for each in tmp_path.rglob("*") if each.suffix in (".tmp", ".part", ".wav")] == []
