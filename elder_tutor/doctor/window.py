"""Ask a process of its own about type and screen: a screen that cannot be opened ends Qt's whole process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, from_json
from elder_tutor.text.phrase import phrase

COMMAND: Final = (sys.executable, "-P", "-m", "elder_tutor.ui.doctor")
SECONDS: Final = 30.0
LONGEST: Final = 300
"""Characters of what Qt said."""
NO_WINDOW: Final = phrase("No window can be opened on this machine.")
INSTALL: Final = phrase("Start {command} once more; it names what must be installed.", command="./run.sh")
NAME: Final = "window"


def environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Answer the environment of that process: without a screen Qt draws into memory."""
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(part for part in (package, environ.get("PYTHONPATH", "")) if part)
    chosen = {**environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    if sys.platform.startswith("linux") and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        chosen.setdefault("QT_QPA_PLATFORM", "offscreen")
    return chosen


def look(
    characters: str, environ: Mapping[str, str] = os.environ, command: Sequence[str] = COMMAND,
    seconds: float = SECONDS, screens: Sequence[tuple[str, float]] = (),
) -> tuple[Finding, ...]:  # fmt: skip
    """Let that process look; whatever becomes of it is a finding.

    ``screens`` are the scales that were measured with a card, by the screens' names.
    """
    asked = {"characters": characters, "screens": [list(each) for each in screens]}
    try:
        done = subprocess.run(
            command, input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8",
            timeout=seconds, env=environment(environ), check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return (bad(NAME, NO_WINDOW, INSTALL, str(error)),)
    try:
        return tuple(from_json(data) for data in json.loads(done.stdout))
    except (ValueError, KeyError, TypeError):
        said = " ".join(done.stderr.split())[:LONGEST] or f"exit code {done.returncode}"
        return (bad(NAME, NO_WINDOW, INSTALL, said),)
