from __future__ import annotations

from datetime import UTC, datetime

import pytest

from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.people import pictures
from elder_tutor.reports.revisions import Share, change_of

AT = int(datetime(2026, 5, 1, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def tried(scene):
    """Answer `tried(place, revision, *facts)`: one attempt with facts (kind, rung) at the step «day»."""
    who = [scene.people.add(f"learner {n}", pictures()[n]).id for n in range(8)]
    number = 0

    def attempt(
        place: int, revision: int, *facts: tuple[str, int], stage: str = "alone", lesson: str = "book"
    ):
        nonlocal number
        number += 1
        for kind, rung in (("opened", 0), *facts):
            data = {"rung": rung, "by": "idle"} if kind == "hint" else {}
            step = "" if kind == "opened" else "day"
            scene.store.append(
                [
                    Event(
                        f"a{number}",
                        who[place],
                        lesson,
                        revision,
                        stage,
                        step,
                        EventKind(kind),
                        data,
                        AT + number,
                    )
                ]
            )

    return attempt


DONE, HINT, LEFT = ("step_done", 0), ("hint", 2), ("left", 0)


def day(scene):
    change = change_of(scene.store, scene.heads[0])
    return next(row for row in change.rows if row.step.id == "day") if change.rows else None


def test_the_share_without_a_hint_stands_for_both_revisions(scene, tried) -> None:
    for place in range(5):
        tried(place, 1, *([HINT] if place else []), DONE)
        tried(place, 2, *([HINT] if place == 0 else []), DONE)
    row = day(scene)
    assert (row.before, row.after) == (Share(1, 5), Share(4, 5))
    assert (row.before.percent, row.after.percent) == (20, 80)


def test_only_the_first_time_counts(scene, tried) -> None:
    tried(0, 1, DONE)
    tried(0, 2, HINT, DONE)
    tried(0, 2, DONE)
    assert day(scene).after == Share(0, 1)


def test_who_left_at_the_step_did_not_do_it(scene, tried) -> None:
    tried(0, 1, DONE)
    tried(0, 2, LEFT)
    assert day(scene).after == Share(0, 1)


def test_the_goal_said_again_is_no_hint(scene, tried) -> None:
    tried(0, 1, DONE)
    tried(0, 2, ("hint", 0), DONE)
    assert day(scene).after == Share(1, 1)


def test_stages_that_show_the_way_say_nothing(scene, tried) -> None:
    tried(0, 1, DONE)
    tried(0, 2, DONE, stage="follow")
    assert change_of(scene.store, scene.heads[0]).rows == ()


def test_below_five_people_there_is_no_share(scene, tried) -> None:
    tried(0, 1, DONE)
    tried(0, 2, DONE)
    assert day(scene).after.percent is None


def test_a_private_lesson_has_no_steps_to_compare(scene, tried) -> None:
    tried(0, 1, DONE, lesson="mood")
    tried(0, 2, DONE, lesson="mood")
    assert change_of(scene.store, scene.heads[1]).rows == ()
