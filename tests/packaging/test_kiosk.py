"""What makes a kiosk of a machine: right files, and a unit that sees how the program itself ended."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from elder_tutor.ui.kiosk.kiosk import LEFT

ROOT = Path(__file__).parents[2]
KINDS = ("cage", "x11")
WITHIN_S = 10
"""A crash or a thread that hangs is over in this time (DESIGN 11)."""


def installed(kind: str, below: Path) -> Path:
    """The unit of a kind, as the installer writes it."""
    words = [str(ROOT / "packaging/kiosk/install.sh"), kind, "--name", "kiosk-3", "--dry-run", str(below)]
    subprocess.run(words, check=True, capture_output=True, timeout=60)
    return below / f"etc/systemd/system/elder-tutor-kiosk-{kind}.service"


def settings(unit: Path) -> dict[str, str]:
    """The settings of a unit."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_unit_is_right_in_the_eyes_of_systemd(kind: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("this machine has no systemd")
    unit = installed(kind, tmp_path)
    told = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=60, check=False
    )
    assert told.returncode == 0, told.stderr
    assert unit.name not in told.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_crash_or_a_hang_is_over_within_ten_seconds_and_only_the_pin_ends_it(
    kind: str, tmp_path: Path
) -> None:
    unit = settings(installed(kind, tmp_path))
    assert unit["Restart"] == "always"
    assert unit["StartLimitIntervalSec"] == "0"
    assert int(unit["WatchdogSec"]) + int(unit["RestartSec"]) < WITHIN_S
    assert unit["RestartPreventExitStatus"] == str(LEFT)
    assert (unit["Type"], unit["NotifyAccess"]) == ("notify", "all")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_to_be_filled_in(kind: str, tmp_path: Path) -> None:
    installed(kind, tmp_path)
    for file in (each for each in tmp_path.rglob("*") if each.is_file()):
        assert "@ROOT@" not in file.read_text(encoding="utf-8")
        assert "@USER@" not in file.read_text(encoding="utf-8")
    kept = tmp_path / "etc/elder-tutor/kiosk.conf"
    assert "ELDER_TUTOR_KIOSK=kiosk-3" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", [0, 2, 134])
def test_the_unit_sees_how_the_program_itself_ended(kind: str, code: int, tmp_path: Path) -> None:
    start = tmp_path / "packaging/kiosk/start.sh"
    start.parent.mkdir(parents=True)
    shutil.copy(ROOT / "packaging/kiosk/start.sh", start)
    script(tmp_path / "run.sh", f"exit {code}")
    # Neither tells how what it started has ended.
    script(tmp_path / "bin/dbus-run-session", 'shift; "$@"; exit 0')
    script(tmp_path / "bin/cage", 'while [ "$1" != -- ]; do shift; done; shift; "$@"; exit 0')
    script(tmp_path / "bin/xinit", '"$1" "$2"; exit 0')
    environment = {"PATH": f"{tmp_path}/bin:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(tmp_path)}
    ended = subprocess.run([str(start), kind], env=environment, capture_output=True, timeout=60, check=False)
    assert ended.returncode == code


def script(path: Path, words: str) -> None:
    """Write a small program."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o755)


def test_who_misspells_is_told_and_nothing_happens(tmp_path: Path) -> None:
    words = [str(ROOT / "packaging/kiosk/install.sh"), "wayland", "--dry-run", str(tmp_path)]
    told = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 2
    assert "cage" in told.stderr
    assert list(tmp_path.iterdir()) == []
