from __future__ import annotations

from elder_tutor.progress.counting import State
from elder_tutor.reports.heads import PRIVATE
from elder_tutor.reports.tables import Cell, funnel_table, group_table, learner_table
from elder_tutor.reports.words import PRIVATE_LESSON


def group(scene):
    return group_table(scene.store, scene.people.learners(), scene.heads)


def test_all_private_lessons_are_one_column_at_the_end(scene) -> None:
    assert [(head.id, head.private) for head in scene.heads] == [("book", False), (PRIVATE, True)]
    assert scene.heads[1].title == PRIVATE_LESSON


def test_titles_and_steps_are_phrases_of_the_pack(scene) -> None:
    head = scene.heads[0]
    assert (head.title.key, head.title.domain) == ("حَجْزُ مَوْعِدٍ", "core")
    assert [(step.number, step.id, step.name.key) for step in head.steps] == [
        (1, "day", "اليَوْمُ"),
        (2, "slot", "السَّاعَةُ"),
    ]


def test_everybody_has_a_cell_for_every_lesson(scene) -> None:
    scene.people.add("سالم", "palm")
    assert [[cell.state for cell in row.cells] for row in group(scene).rows] == [[State.NONE] * 2] * 2


def test_a_cell_tells_state_and_where_it_is_stuck(scene) -> None:
    scene.did(scene.noura.id, "opened")
    scene.did(scene.noura.id, "hint", "slot", rung=4)
    row = group(scene).rows[0]
    assert (row.cells[0].state, row.needs) == (State.NEEDS, 1)
    assert row.cells[0].stuck is not None
    assert row.cells[0].stuck.name.key == "السَّاعَةُ"


def test_of_a_private_lesson_only_done_is_seen(scene) -> None:
    scene.did(scene.noura.id, "finished", lesson="mood")
    assert group(scene).rows[0].cells[1] == Cell(State.DONE)
    assert group(scene).rows[0].last_at is None


def test_an_unfinished_private_lesson_is_not_seen(scene) -> None:
    scene.did(scene.noura.id, "hint", "day", lesson="hotline", rung=4)
    assert group(scene).rows[0].cells[1] == Cell(State.NONE)


def test_a_lesson_that_no_pack_has_any_more_is_not_seen(scene) -> None:
    scene.did(scene.noura.id, "opened", lesson="gone")
    assert [cell.state for cell in group(scene).rows[0].cells] == [State.NONE] * 2


def test_a_learner_page_shows_steps_in_lesson_order_and_where_time_goes(scene) -> None:
    for kind, step in (("opened", ""), ("step_done", "slot"), ("acted", "day"), ("step_done", "day")):
        scene.did(scene.noura.id, kind, step)
    table = learner_table(scene.store, scene.noura, scene.heads)
    assert [one.step.id for one in table.steps] == ["day", "slot"]
    assert [(one.step.id, one.standing.ms) for one in table.slowest] == [("day", 60_000), ("slot", 30_000)]


def test_private_steps_are_on_no_learner_page(scene) -> None:
    scene.did(scene.noura.id, "step_done", "day", lesson="hotline")
    assert learner_table(scene.store, scene.noura, scene.heads).steps == ()


def test_the_funnel_keeps_the_order_of_the_lesson_and_names_the_hardest_step(scene) -> None:
    salem = scene.people.add("سالم", "palm").id
    for who in (scene.noura.id, salem):
        scene.did(who, "step_done", "day")
    scene.did(salem, "mistake", "slot", mistake="full_day")
    funnel = funnel_table(scene.store, scene.heads[0])
    assert [(row.step.id, row.count.reached, row.count.done) for row in funnel.rows] == [
        ("day", 2, 2),
        ("slot", 1, 0),
    ]
    assert funnel.hardest is funnel.rows[1]
    assert funnel.rows[1].mistakes[0].mistake == "full_day"


def test_a_step_nobody_reached_has_a_row(scene) -> None:
    assert [row.count.reached for row in funnel_table(scene.store, scene.heads[0]).rows] == [0, 0]
    assert funnel_table(scene.store, scene.heads[0]).hardest is None


def test_a_private_lesson_has_no_funnel(scene) -> None:
    scene.did(scene.noura.id, "step_done", "day", lesson="hotline")
    assert funnel_table(scene.store, scene.heads[1]).rows == ()
