"""Is the clock right, and is this the Python and the window library the program was made for?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import metadata
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.text.phrase import phrase

FIRST_YEAR: Final = 2026
"""The program did not exist before."""
LATEST_YEAR: Final = 2100
QUARTER: Final = timedelta(minutes=15)
CLOCK: Final = phrase("The clock and the time zone are set.")
WRONG_YEAR: Final = phrase("The clock of this machine stands at the wrong year: {year}.")
SET_CLOCK: Final = phrase("Set date and time in the system's settings.")
ODD_ZONE: Final = phrase("The time zone of this machine is not set. Days may change at the wrong hour.")
SET_ZONE: Final = phrase("Set the time zone in the system's settings.")

VERSIONS: Final = phrase("Python and the window library fit.")
OLD_PYTHON: Final = phrase("This Python is too old for the program.")
NEW_PYTHON: Final = phrase("Install Python 3.11 or newer, and start {command} once more.", command="./run.sh")
NO_WINDOWS: Final = phrase("The window library is missing.")
OTHER_WINDOWS: Final = phrase("This window library was not tried with the program.")
RUN_AGAIN: Final = phrase(
    "Delete the folder {folder} and start {command} once more.", command="./run.sh", folder=".venv"
)
LEAST_PYTHON: Final = (3, 11)
QT_SERIES: Final = "6.11."
"""6.12.0 ends the program on Python 3.11 after some thousand calls (DESIGN 10)."""


def look_at_clock(clock: Callable[[], datetime]) -> tuple[Finding, ...]:
    """Compare the clock with what can be; it must answer an aware moment."""
    now = clock()
    details = now.isoformat(timespec="minutes")
    if not FIRST_YEAR <= now.year < LATEST_YEAR:
        # A year as words: it is no number that is counted.
        return (warn("clock", phrase(WRONG_YEAR.key, year=str(now.year)), SET_CLOCK, details),)
    offset = now.utcoffset()
    if not offset or offset % QUARTER:
        return (warn("clock", ODD_ZONE, SET_ZONE, f"{details} {now.tzname() or ''}".strip()),)
    return (ok("clock", CLOCK, f"{details} {now.tzname() or ''}".strip()),)


def look_at_versions(
    python: tuple[int, ...] = sys.version_info[:3], qt: Callable[[], str] = lambda: _qt_version()
) -> tuple[Finding, ...]:
    """Compare the versions of Python and PySide6 with those the program was tried with."""
    found = qt()
    details = f"Python {'.'.join(map(str, python))}, PySide6 {found or 'missing'}"
    if python[:2] < LEAST_PYTHON:
        return (bad("versions", OLD_PYTHON, NEW_PYTHON, details),)
    if not found:
        return (bad("versions", NO_WINDOWS, RUN_AGAIN, details),)
    if found.startswith("6.12.0") and python[:2] == LEAST_PYTHON:
        return (bad("versions", OTHER_WINDOWS, RUN_AGAIN, details),)
    if not found.startswith(QT_SERIES):
        return (warn("versions", OTHER_WINDOWS, RUN_AGAIN, details),)
    return (ok("versions", VERSIONS, details),)


def _qt_version() -> str:
    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return ""
