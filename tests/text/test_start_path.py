"""Words and voice may be needed before the first page: nothing heavy loads with them (DESIGN 9)."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "pydantic",
    "yaml",
    "babel",
    "click",
    "sqlite_utils",
    "argon2",
    "pyttsx3",
    "miniaudio",
    "fsrs",
    "platformdirs",
)


@pytest.mark.parametrize(
    "module",
    [
        "elder_tutor.text.wording",
        "elder_tutor.text.catalogues",
        "elder_tutor.settings",
        "elder_tutor.speech.engine",
        "elder_tutor.speech.player",
    ],
)
def test_a_module_of_the_start_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
