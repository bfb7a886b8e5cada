"""A real learning record store takes a month of a centre, and takes it only once.

Ralph (ralph-malph, with its file back end) stands in an environment of its own, because it pins
older versions of what the program uses; the set-up for tests makes it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import random
import shlex
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from elder_tutor.app import build
from elder_tutor.handing_out import Format, hand_out
from elder_tutor.lessons.model import Lesson
from elder_tutor.progress.events import Event, EventKind
from tests.waiting import until

RALPH = Path(sys.prefix) / "record-store" / "bin" / "ralph"
START = int(datetime(2026, 6, 1, 6, tzinfo=UTC).timestamp() * 1000)
LOGIN = base64.b64encode(b"centre:practise").decode()
pytestmark = pytest.mark.skipif(not RALPH.exists(), reason="Ralph is not installed; ./test.sh installs it")


def month(folder: Path) -> Path:
    """Store what 20 learners did in a month, private lessons too; answer the exported statements."""
    chance = random.Random(6)
    with contextlib.closing(build(folder / "data")) as app:
        who = [app.people.add(f"متعلم {n}", "dhow").id for n in range(20)]
        lessons = list(app.catalog.lessons)
        for attempt in range(120):
            lesson, learner = chance.choice(lessons), chance.choice(who)
            at = START + attempt * 20_000_000
            kinds = [EventKind.OPENED, *[EventKind.STEP_DONE] * 4, EventKind.FINISHED, EventKind.FELT]
            app.store.append(list(facts(f"{attempt:032x}", learner, lesson, kinds, at)))
        for _ in hand_out(app, Format.XAPI, folder / "out"):
            pass
    return folder / "out"


def facts(attempt: str, learner: str, lesson: Lesson, kinds: list[EventKind], at: int) -> Iterator[Event]:
    for kind, step in zip(kinds, (lesson.steps * 7)[:7], strict=True):
        if not lesson.private or kind is EventKind.FINISHED:
            revision = lesson.revision
            yield Event(attempt, learner, lesson.id, revision, "check", step.id, kind, told(kind), at)


def told(kind: EventKind) -> dict[str, bool | int]:
    if kind is EventKind.FINISHED:
        return {"passed": True, "unaided": False}
    return {"face": 3} if kind is EventKind.FELT else {}


@pytest.fixture
def record_store(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = tmp_path / "store"
    place.mkdir()
    settings = {
        **os.environ,
        "RALPH_AUTH_FILE": str(place / "auth.json"),
        "RALPH_APP_DIR": str(place),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(place / "statements"),
        "HOME": str(place),
    }
    login = shlex.split("auth -u centre -p practise -s all -N centre -A centre http://centre.example -w")
    subprocess.run([str(RALPH), *login], env=settings, check=True, capture_output=True, timeout=60)
    server = subprocess.Popen(
        [str(RALPH), "runserver", "-b", "fs", "-h", "127.0.0.1", "-p", str(port)],
        env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}/xAPI/statements/"
        assert until(lambda: _answers(port), 60)
        yield address
    finally:
        os.killpg(server.pid, 9)
        server.wait(10)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(address: str, body: bytes | None = None) -> tuple[int, str]:
    headers = {
        "Authorization": f"Basic {LOGIN}",
        "X-Experience-API-Version": "1.0.3",
        "Content-Type": "application/json",
    }
    request = urllib.request.Request(address, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def count(address: str) -> int:
    total, more = 0, f"{address}?limit=500"
    while more:
        status, text = ask(more)
        assert status == 200, text
        answer = json.loads(text)
        total += len(answer["statements"])
        more = answer.get("more") or ""
        if more and not more.startswith("http"):
            more = address.split("/xAPI")[0] + more
    return total


def test_a_month_is_accepted_and_a_second_posting_adds_nothing(record_store: str, tmp_path: Path) -> None:
    # Ralph's file back end refuses to append to its file, so the month goes in one request.
    said = [
        one for file in sorted(month(tmp_path).glob("*.json")) for one in json.loads(file.read_text("utf-8"))
    ]
    body = json.dumps(said, ensure_ascii=False).encode()
    status, answer = ask(record_store, body)
    assert status == 200, answer
    assert json.loads(answer) == [one["id"] for one in said]
    assert count(record_store) == len(said) > 500
    assert ask(record_store, body)[0] in (200, 204)
    assert count(record_store) == len(said)


def test_the_store_refuses_what_is_no_statement(record_store: str) -> None:
    assert ask(record_store, b'[{"verb": "did"}]')[0] in (400, 422)
