"""What the learner's page says, from known events."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from elder_tutor.progress.learning import Check, LearnerDay
from elder_tutor.reports.faces import face_days
from elder_tutor.reports.learner import Touches, learner_report
from elder_tutor.reports.retention import Retention, retention

CLEAN, HELPED = 1, 0


def checks(lesson: str, *days: tuple[str, int]) -> list[Check]:
    return [Check(lesson, f"2026-{day}", clean) for day, clean in days]


def kept(*found: Check, lessons: tuple[str, ...] = ("a", "b", "c")) -> tuple[Retention, Retention]:
    return retention(found, lessons)


@pytest.mark.parametrize(("day", "counts"), [("06-05", 0), ("06-06", 1), ("06-11", 1), ("06-12", 0)])
def test_five_to_ten_days_after_the_last_success_is_after_seven_days(day: str, counts: int) -> None:
    assert kept(*checks("a", ("06-01", CLEAN), (day, CLEAN)))[0] == Retention(7, counts, counts)


@pytest.mark.parametrize(("day", "counts"), [("06-18", 0), ("06-19", 1), ("06-29", 1), ("06-30", 0)])
def test_eighteen_to_twenty_eight_days_is_after_twenty_one(day: str, counts: int) -> None:
    assert kept(*checks("a", ("06-01", CLEAN), (day, CLEAN)))[1] == Retention(21, counts, counts)


def test_a_hint_in_the_check_means_that_it_was_not_kept() -> None:
    assert kept(*checks("a", ("06-01", CLEAN), ("06-08", HELPED)))[0] == Retention(7, 0, 1)


def test_without_a_success_before_nothing_could_be_forgotten() -> None:
    assert kept(*checks("a", ("06-01", HELPED), ("06-08", CLEAN)))[0].checked == 0


def test_days_count_from_the_last_success_not_from_a_failed_check() -> None:
    found = checks("a", ("06-01", CLEAN), ("06-07", HELPED), ("06-13", CLEAN))
    assert kept(*found)[0] == Retention(7, 0, 1)


def test_of_one_skill_the_newest_such_check_counts_once() -> None:
    found = checks("a", ("06-01", CLEAN), ("06-08", HELPED), ("06-09", CLEAN), ("06-16", CLEAN))
    assert kept(*found)[0] == Retention(7, 1, 1)


def test_skills_are_told_apart() -> None:
    found = [*checks("a", ("06-01", CLEAN)), *checks("b", ("06-08", CLEAN))]
    assert kept(*found)[0].checked == 0


def test_two_checks_give_no_percentage_and_three_do() -> None:
    skills = [checks(name, ("06-01", CLEAN), ("06-08", name != "b")) for name in "abc"]
    assert kept(*skills[0], *skills[1])[0].percent is None
    assert kept(*skills[0], *skills[1], *skills[2])[0].percent == 67


def test_a_lesson_that_is_not_shown_is_in_no_share() -> None:
    found = checks("hotline", ("06-01", CLEAN), ("06-08", CLEAN))
    assert kept(*found)[0].checked == 0


def test_missed_touches_are_told_only_of_enough_touches() -> None:
    assert Touches(45, 4).per_hundred is None
    assert Touches(45, 5).per_hundred == 10


def face(day: str, *faces: int, lesson: str = "book") -> LearnerDay:
    return LearnerDay(day, lesson, 0, len(faces), sum(faces))


@pytest.mark.parametrize(
    ("faces", "shown"), [((1,), 1), ((1, 2), 1), ((2, 3), 2), ((3, 3, 2), 3), ((1, 3), 2), ((1, 1, 2), 1)]
)
def test_a_day_shows_the_nearest_face_half_way_the_less_sure(faces: tuple[int, ...], shown: int) -> None:
    assert [one.face for one in face_days([face("2026-06-01", *faces)], ["book"])] == [shown]


def test_faces_of_two_lessons_on_one_day_are_one_face_and_days_stand_in_order() -> None:
    rows = [face("2026-06-02", 3), face("2026-06-01", 1), face("2026-06-01", 3, lesson="other")]
    found = face_days(rows, ["book", "other"])
    assert [(one.day.day, one.face, one.times) for one in found] == [(1, 2, 2), (2, 3, 1)]


def report(scene: SimpleNamespace):
    return learner_report(scene.store, scene.noura, scene.heads)


def test_a_report_counts_touches_drills_and_faces(scene: SimpleNamespace) -> None:
    did = scene.did
    did(scene.noura.id, "acted", "day", do="tap", element="x", right=True)
    did(scene.noura.id, "missed", "day")
    did(scene.noura.id, "felt", face=3)
    for answer in ("hit", "hit", "miss", "false_alarm", "right"):
        did(scene.noura.id, "judged", lesson="drill", stage="drill", item="b.1", answer=answer)
    found = report(scene)
    assert found.touches == Touches(1, 1)
    assert tuple(found.answers) == (2, 1, 1)
    assert [one.face for one in found.faces] == [3]


def test_private_lessons_are_in_no_figure(scene: SimpleNamespace) -> None:
    day = {"day": "2026-06-01", "passed": True, "unaided": True}
    scene.did(scene.noura.id, "finished", lesson="mood", stage="check", **day)
    scene.did(scene.noura.id, "finished", lesson="hotline", stage="check", **day)
    scene.did(scene.noura.id, "felt", lesson="mood", face=1)
    found = report(scene)
    assert found.days == 0
    assert [one.checked for one in found.retention] == [0, 0]
    assert found.faces == ()
    assert found.longest == ()


def test_a_finished_check_is_read_from_its_event(scene: SimpleNamespace) -> None:
    for stage, day in (("check", "2026-06-01"), ("refresh", "2026-06-08")):
        scene.did(scene.noura.id, "opened", stage=stage, seed=1, today=day)
        scene.did(scene.noura.id, "finished", stage=stage, day=day, passed=True, unaided=True)
    assert report(scene).retention[0] == Retention(7, 1, 1)
