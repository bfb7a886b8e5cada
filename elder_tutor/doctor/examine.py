"""Look at everything, one check after another; none can hang or break the examination."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, sentence, warn
from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase

LATE: Final = phrase("The check “{check}” got no answer within {seconds:count:second}.")
RESTART: Final = phrase("Start the machine again. If it stays so, write down this line.")
BROKEN: Final = phrase("The check “{check}” could not be made.")
REPORT: Final = phrase("Write down this line and ask for help.")
_log = logging.getLogger(__name__)

Look = Callable[[], Iterable[Finding]]
Told = Callable[[int, int], None]
"""Told after each check: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Check:
    """One look at one thing; after ``seconds`` nobody waits for it any longer."""

    id: str
    look: Look
    seconds: float = 10.0


def examine(checks: Sequence[Check], told: Told = lambda done, of: None) -> tuple[Finding, ...]:
    """Make every check and answer what was found, in order. Never raises, never hangs.

    A check that fails, or does not come back in time, is itself a finding.
    """
    found: list[Finding] = []
    for number, check in enumerate(checks, 1):
        found += made(check)
        told(number, len(checks))
    return tuple(found)


def made(check: Check) -> tuple[Finding, ...]:
    """Make one check in a thread of its own, which is left behind when it hangs."""
    answers: list[tuple[Finding, ...]] = []
    thread = threading.Thread(
        target=lambda: answers.append(_safely(check)), name=f"doctor-{check.id}", daemon=True
    )
    thread.start()
    thread.join(check.seconds)
    if not answers:
        late = phrase(LATE.key, check=check.id, seconds=round(check.seconds))
        return (bad(check.id, late, RESTART),)
    return answers[0]


def _safely(check: Check) -> tuple[Finding, ...]:
    try:
        return tuple(check.look())
    except KnownError as trouble:
        return (bad(check.id, sentence(trouble), REPORT, type(trouble).__name__),)
    except Exception as fault:  # noqa: BLE001 - the doctor looks at broken machines: anything may be raised
        _log.info("The check %s failed.", check.id, exc_info=True)
        broken = phrase(BROKEN.key, check=check.id)
        return (warn(check.id, broken, REPORT, f"{type(fault).__name__}: {fault}"),)
