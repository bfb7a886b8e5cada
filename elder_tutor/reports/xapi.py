"""Progress as xAPI 1.0.3 statements that a learning record store accepts.

Verbs and activity types are ADL's (https://registry.tincanapi.com, adlnet.gov/expapi). Learners
are pseudonyms unless names are asked for. A statement's id is its event's, so that posting a
month twice adds nothing. Of a private lesson only "completed" leaves, without title, time or
anything its id could tell.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.reports.titles import PRIVATE_ID, LessonTitle, Named
from elder_tutor.reports.whole import write_whole

BASE: Final = "https://elder-tutor.example"
"""Where activities are said to live: an IRI that names them, not a page to be opened."""
VERBS: Final = "http://adlnet.gov/expapi/verbs/"
TYPES: Final = "http://adlnet.gov/expapi/activities/"
VERB_WORDS: Final[Mapping[str, Named]] = {
    "initialized": {"en": "initialized", "ar": "بدأ"},
    "resumed": {"en": "resumed", "ar": "استأنف"},
    "suspended": {"en": "suspended", "ar": "توقف مؤقتًا"},
    "progressed": {"en": "progressed", "ar": "تقدّم"},
    "asked": {"en": "asked", "ar": "سأل"},
    "completed": {"en": "completed", "ar": "أكمل"},
    "passed": {"en": "passed", "ar": "اجتاز"},
    "failed": {"en": "failed", "ar": "لم يجتز"},
    "answered": {"en": "answered", "ar": "أجاب"},
    "responded": {"en": "responded", "ar": "قيّم"},
}
ANSWERS: Final = {"hit": True, "right": True, "miss": False, "false_alarm": False}
"""An answer in a safety drill → whether it was the careful one."""
PLATFORM: Final = "Elder Tutor"
NO_TIME: Final = "1970-01-01T00:00:00.000Z"
"""Stands where the time is nobody's business; without one a store would take each posting for another."""
PER_FILE: Final = 500
"""Statements in one file; a store takes a file in one request."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How learners are called: a mark made with the centre's ``secret``, with ``names`` their name too."""

    secret: bytes
    names: Mapping[str, str] | None = None

    def actor(self, learner: str) -> dict[str, Any]:
        """Answer the xAPI agent of a learner."""
        mark = hmac.new(self.secret, learner.encode(), hashlib.sha256).hexdigest()[:32]
        agent: dict[str, Any] = {
            "objectType": "Agent",
            "account": {"homePage": f"{BASE}/learners", "name": mark},
        }
        if self.names and learner in self.names:
            agent["name"] = self.names[learner]
        return agent


@dataclass(slots=True)
class Statements:
    """Turn events, in the order they were stored, into statements; remembers when attempts began."""

    titles: Mapping[str, LessonTitle]
    naming: Naming
    version: str
    _began: dict[str, int] = field(default_factory=dict)

    def of(self, event: Event) -> dict[str, Any] | None:
        """Answer the statement of an event; None for one that no record needs.

        Touches and letters stay here: they are how a step went, and the step says how it went.
        """
        title = self.titles.get(event.lesson)
        if title is None or event.learner == GUEST:
            return None
        if title.private:
            return self._private(event) if event.kind is EventKind.FINISHED else None
        make = _MAKERS.get(event.kind)
        if make is None:
            return None
        if event.kind is EventKind.OPENED:
            self._began[event.attempt] = event.at
        statement = make(self, event, title)
        if event.kind is EventKind.FINISHED:
            self._began.pop(event.attempt, None)
        return statement

    def _private(self, event: Event) -> dict[str, Any]:
        lesson = self.titles[event.lesson]
        return {
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{BASE}/private/{event.id}")),
            "actor": self.naming.actor(event.learner),
            "verb": _verb("completed"),
            "object": _activity(f"lessons/{PRIVATE_ID}", "lesson", lesson.title),
            "result": {"completion": True},
            "timestamp": NO_TIME,
        }

    def base(self, event: Event, title: LessonTitle, verb: str, thing: dict[str, Any]) -> dict[str, Any]:
        """Answer what every statement says."""
        context: dict[str, Any] = {
            "registration": str(uuid.UUID(hex=_hex(event.attempt))),
            "platform": f"{PLATFORM} {self.version}",
            "extensions": {
                f"{BASE}/stage": event.stage,
                f"{BASE}/revision": event.revision,
                f"{BASE}/place": event.kiosk or "unknown",
            },
        }
        around = _around(title, thing)
        if around:
            context["contextActivities"] = around
        return {
            "id": event.id,
            "actor": self.naming.actor(event.learner),
            "verb": _verb(verb),
            "object": thing,
            "context": context,
            "timestamp": _moment(event.at),
        }

    def began(self, attempt: str) -> int | None:
        """Answer when an attempt began (UTC ms); None when that was before what was read."""
        return self._began.get(attempt)


def _opened(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    return all_.base(event, title, "initialized", _lesson(title))


def _resumed(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    return all_.base(event, title, "resumed", _lesson(title))


def _left(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    return all_.base(event, title, "suspended", _lesson(title))


def _step_done(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    said = all_.base(event, title, "progressed", _step(event, title))
    said["result"] = {"completion": True}
    return said


def _hint(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any] | None:
    if event.data.get("by") != "request":
        return None
    said = all_.base(event, title, "asked", _step(event, title))
    said["result"] = {"extensions": {f"{BASE}/rung": int(event.data.get("rung", 0))}}
    return said


def _helped(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    return all_.base(event, title, "asked", _step(event, title) if event.step else _lesson(title))


def _judged(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    item, answer = str(event.data.get("item", "")), str(event.data.get("answer", ""))
    thing = _activity(f"lessons/{title.pack}/{title.id}/items/{item}", "question", title.title)
    said = all_.base(event, title, "answered", thing)
    said["result"] = {"success": ANSWERS.get(answer, False), "response": answer}
    return said


def _felt(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    said = all_.base(event, title, "responded", _lesson(title))
    face = min(max(int(event.data.get("face", 1)), 1), 3)
    said["result"] = {"score": {"raw": face, "min": 1, "max": 3}}
    return said


def _finished(all_: Statements, event: Event, title: LessonTitle) -> dict[str, Any]:
    passed = event.data.get("passed")
    judged = isinstance(passed, bool)
    verb = ("passed" if passed else "failed") if judged else "completed"
    said = all_.base(event, title, verb, _lesson(title))
    result: dict[str, Any] = {"completion": True}
    if judged:
        result["success"] = bool(passed)
    if isinstance(event.data.get("unaided"), bool):
        result["extensions"] = {f"{BASE}/unaided": event.data["unaided"]}
    began = all_.began(event.attempt)
    if began is not None and event.at >= began:
        result["duration"] = f"PT{(event.at - began) / 1000:.2f}S"
    said["result"] = result
    return said


_MAKERS: Final[Mapping[EventKind, Callable[[Statements, Event, LessonTitle], dict[str, Any] | None]]] = {
    EventKind.OPENED: _opened,
    EventKind.RESUMED: _resumed,
    EventKind.LEFT: _left,
    EventKind.STEP_DONE: _step_done,
    EventKind.HINT: _hint,
    EventKind.HELPED: _helped,
    EventKind.JUDGED: _judged,
    EventKind.FELT: _felt,
    EventKind.FINISHED: _finished,
}


def write_statements(events: Iterable[Event], make: Statements, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write JSON files of at most `PER_FILE` statements; yield each file and how many it holds.

    Raises OSError. Memory holds one file's statements at a time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    held: list[dict[str, Any]] = []
    number = 0
    for event in events:
        statement = make.of(event)
        if statement is not None:
            held.append(statement)
        if len(held) == PER_FILE:
            number += 1
            yield _written(folder, number, held), len(held)
            held = []
    if held:
        yield _written(folder, number + 1, held), len(held)


def _written(folder: Path, number: int, held: list[dict[str, Any]]) -> Path:
    path = folder / f"statements-{number:05}.json"
    return write_whole(path, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())


def _verb(name: str) -> dict[str, Any]:
    return {"id": f"{VERBS}{name}", "display": dict(VERB_WORDS[name])}


def _activity(path: str, kind: str, name: Named) -> dict[str, Any]:
    definition: dict[str, Any] = {"type": f"{TYPES}{kind}"}
    if name:
        definition["name"] = dict(name)
    return {"objectType": "Activity", "id": f"{BASE}/{path}", "definition": definition}


def _lesson(title: LessonTitle) -> dict[str, Any]:
    return _activity(f"lessons/{title.pack}/{title.id}", "lesson", title.title)


def _step(event: Event, title: LessonTitle) -> dict[str, Any]:
    step = event.step or "start"
    return _activity(f"lessons/{title.pack}/{title.id}/steps/{step}", "objective", title.steps.get(step, {}))


def _around(title: LessonTitle, thing: dict[str, Any]) -> dict[str, Any]:
    around: dict[str, Any] = {}
    lesson = _lesson(title)
    if thing["id"] != lesson["id"]:
        around["parent"] = [lesson]
    if title.course_id:
        around["grouping"] = [_activity(f"courses/{title.pack}/{title.course_id}", "course", title.course)]
    return around


def _hex(attempt: str) -> str:
    """Attempts are 32 hexadecimal digits; one of another form gets them from its hash."""
    try:
        return uuid.UUID(hex=attempt).hex
    except ValueError:
        return hashlib.sha256(attempt.encode()).hexdigest()[:32]


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
