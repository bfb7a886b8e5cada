"""No check can hang the doctor or break it."""

from __future__ import annotations

import json
import threading
import time

from elder_tutor.doctor.examine import Check, examine, made
from elder_tutor.doctor.finding import Finding, State, bad, from_json, ok, to_json, warn, worst
from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase

FINE = ok("fine", phrase("Everything works."))


def broken() -> tuple[Finding, ...]:
    raise ZeroDivisionError("by zero")


def troubled() -> tuple[Finding, ...]:
    raise KnownError("{file} is gone.", {"file": "x.db"})


def test_a_check_that_hangs_is_a_finding_and_the_next_is_made() -> None:
    gate = threading.Event()
    began = time.monotonic()
    hang = Check("sound", lambda: (gate.wait(), (FINE,))[1], 0.05)
    found = examine([hang, Check("fine", lambda: (FINE,))])
    gate.set()
    assert [one.state for one in found] == [State.BAD, State.OK]
    assert dict(found[0].what.values) == {"check": "sound", "seconds": 0}
    assert time.monotonic() - began < 30


def test_a_check_that_breaks_is_a_finding_with_the_error() -> None:
    (found,) = made(Check("packs", broken))
    assert found.state is State.WARN
    assert found.details == "ZeroDivisionError: by zero"


def test_known_trouble_of_a_check_keeps_its_sentence_and_its_facts() -> None:
    (found,) = made(Check("data-folder", troubled))
    assert (found.state, found.what.key, dict(found.what.values)) == (
        State.BAD, "{file} is gone.", {"file": "x.db"},
    )  # fmt: skip


def test_findings_stand_in_the_order_of_the_checks_and_every_step_is_told() -> None:
    told: list[tuple[int, int]] = []
    checks = [Check(name, lambda name=name: (ok(name, FINE.what),)) for name in ("a", "b", "c")]  # type: ignore[misc]
    assert [one.id for one in examine(checks, lambda *step: told.append(step))] == ["a", "b", "c"]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_worst_finding_tells_how_the_machine_stands() -> None:
    assert worst([]) is State.OK
    assert worst([FINE, warn("a", FINE.what, None)]) is State.WARN
    assert worst([bad("b", FINE.what, None), warn("a", FINE.what, None), FINE]) is State.BAD


def test_a_finding_comes_back_whole_from_another_process() -> None:
    inner = phrase("Arabic")
    finding = bad("voice", phrase("{language} says {n}", language=inner, n=3), phrase("Try"), "why")
    assert from_json(json.loads(json.dumps(to_json(finding)))) == finding
    assert from_json(json.loads(json.dumps(to_json(FINE)))) == FINE
