"""Statements are xAPI, name nobody, and say of private lessons only that they were done."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.history import facts
from elder_tutor.reports.titles import titles
from elder_tutor.reports.xapi import BASE, VERBS, Naming, Statements, write_statements

NAMING = Naming(b"secret of this place")


def shown(words) -> str:
    return words.key


@pytest.fixture
def make(catalog):
    def made(naming: Naming = NAMING) -> Statements:
        return Statements(titles(catalog, {"ar": shown, "en": shown}), naming, "1.0")

    return made


def stored(scene) -> list[Event]:
    return list(facts(scene.store))


def said(scene, make) -> list[dict]:
    statements = make()
    return [found for event in stored(scene) if (found := statements.of(event))]


def verbs(statements: list[dict]) -> list[str]:
    return [one["verb"]["id"].removeprefix(VERBS) for one in statements]


def test_an_attempt_is_begun_goes_on_and_is_completed(scene, make) -> None:
    for kind, step in (
        ("opened", ""),
        ("acted", "day"),
        ("step_done", "day"),
        ("left", "slot"),
        ("resumed", "slot"),
    ):
        scene.did(scene.noura.id, kind, step)
    scene.did(scene.noura.id, "finished")
    found = said(scene, make)
    assert verbs(found) == ["initialized", "progressed", "suspended", "resumed", "completed"]
    assert found[-1]["result"] == {"completion": True, "duration": "PT150.00S"}
    assert len({one["context"]["registration"] for one in found}) == 1


@pytest.mark.parametrize(("passed", "verb"), [(True, "passed"), (False, "failed")])
def test_a_check_is_passed_or_failed(scene, make, passed: bool, verb: str) -> None:
    scene.did(scene.noura.id, "finished", stage="check", passed=passed, unaided=True)
    [found] = said(scene, make)
    assert found["verb"]["id"] == VERBS + verb
    assert found["result"]["success"] is passed
    assert found["result"]["extensions"] == {f"{BASE}/unaided": True}


def test_a_hint_is_told_only_when_it_was_asked_for(scene, make) -> None:
    scene.did(scene.noura.id, "hint", "day", rung=2, by="request")
    scene.did(scene.noura.id, "hint", "day", rung=3, by="idle")
    [found] = said(scene, make)
    assert (found["verb"]["display"]["en"], found["result"]["extensions"]) == ("asked", {f"{BASE}/rung": 2})


def test_names_of_activities_stand_in_both_languages(scene, make) -> None:
    scene.did(scene.noura.id, "step_done", "day")
    [found] = said(scene, make)
    assert found["object"]["definition"]["name"] == {"ar": "اليَوْمُ", "en": "اليَوْمُ"}
    around = found["context"]["contextActivities"]
    assert around["parent"][0]["id"] == f"{BASE}/lessons/core/book"
    assert around["grouping"][0]["definition"]["name"]["ar"] == "دَوْرَةٌ"


def test_a_statements_id_is_the_events_own(scene, make) -> None:
    scene.did(scene.noura.id, "opened")
    [event] = stored(scene)
    assert said(scene, make)[0]["id"] == event.id == str(uuid.UUID(event.id))
    assert uuid.UUID(event.id).version == 7


def test_nobody_is_named_unless_names_are_asked_for(scene, make) -> None:
    scene.did(scene.noura.id, "opened")
    [event] = stored(scene)
    plain = json.dumps(make().of(event), ensure_ascii=False)
    assert scene.noura.id not in plain
    assert "نورة" not in plain
    named = make(Naming(b"secret of this place", {scene.noura.id: "نورة"})).of(event)
    assert named is not None
    assert named["actor"]["name"] == "نورة"


def test_another_place_calls_the_same_learner_something_else() -> None:
    marks = {Naming(secret).actor("a" * 32)["account"]["name"] for secret in (b"one", b"two", b"one")}
    assert len(marks) == 2


def test_of_a_private_lesson_only_its_end_leaves_without_title_or_time(scene, make) -> None:
    for kind in ("opened", "step_done", "finished"):
        scene.did(scene.noura.id, kind, lesson="hotline")
    [found] = said(scene, make)
    assert set(found) == {"id", "actor", "verb", "object", "result", "timestamp"}
    assert found["timestamp"].startswith("1970-01-01")
    assert found["object"]["id"] == f"{BASE}/lessons/private"
    assert uuid.UUID(found["id"]).version == 5  # a UUIDv7 would hold the time
    assert "hotline" not in json.dumps(found)
    assert "سَّاخِن" not in json.dumps(found, ensure_ascii=False)


def test_what_no_pack_knows_any_more_and_guests_stay_here(scene, make) -> None:
    scene.did(scene.noura.id, "opened", lesson="gone")
    statements = make()
    assert said(scene, make) == []
    call = Event(
        "c" * 32, GUEST, "book", 1, "alone", "day", EventKind.HELPED, {"by": "learner"}, 5, kiosk="k"
    )
    assert statements.of(call) is None


def test_files_hold_at_most_500_statements_and_no_more_are_in_memory(
    scene, make, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("elder_tutor.reports.xapi.PER_FILE", 2)
    for _ in range(5):
        scene.did(scene.noura.id, "step_done", "day")
    files = list(write_statements(facts(scene.store), make(), tmp_path / "new"))
    assert [count for _, count in files] == [2, 2, 1]
    assert sum(len(json.loads(path.read_text("utf-8"))) for path, _ in files) == 5
