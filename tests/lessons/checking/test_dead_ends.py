"""The proof finds every planted dead end, tells the shortest way into it, and finds no other."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.checks import run_check
from elder_tutor.lessons.reading.faults import Severity
from tests.lessons.checking.office import APP, LESSON, PLANTS, office, planted, put


def report(tmp_path, files):
    return run_check(put(tmp_path, files), tmp_path, cores=1)


def errors(found):
    return [fault for fault in found.faults if fault.severity is Severity.ERROR]


def code_in(message):
    return message.partition("← “")[2][:4]


def test_a_sound_pack_is_proved_whole(tmp_path):
    found = report(tmp_path, office())
    assert errors(found) == []
    assert found.lines()[-1] == "1 lesson, 3 gates, 102 keys proved, 0 tested only"


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_dead_end_is_told_with_the_shortest_way_into_it(tmp_path, name):
    plant = PLANTS[name]
    found = report(tmp_path, planted(name))
    step = 0 if plant.step == "marked" else 1
    fault = next(each for each in errors(found) if each.path == f"steps[{step}].until")
    assert fault.message == plant.told.format(code=code_in(fault.message))
    assert fault.file == LESSON
    assert office()[LESSON].splitlines()[fault.line - 1].strip().startswith("until:")
    assert found.exit_code == 1


def test_the_check_task_is_proved_for_what_it_draws(tmp_path):
    files = office()
    files[APP] = files[APP].replace("{kind: option, id: evening, label: مَسَاءً, var: period, value: evening}",
                                    "{kind: text, id: evening, text: مَسَاءً}")  # fmt: skip
    found = errors(report(tmp_path, files))
    told = "this can never be reached: there is no way to it from the start (asked for period = evening)"
    assert ("check.goal", told) in {(fault.path, fault.message) for fault in found}


def test_a_touch_that_must_be_made_and_never_can_is_told(tmp_path):
    files = office()
    files[LESSON] = files[LESSON].replace(
        "  - id: send\n",
        "  - {id: ref, touch: office.done.ref, must: true, say: اِقْرَؤُوا الرَّقْمَ.}\n  - id: send\n",
    )
    files[APP] = files[APP].replace("          - {go: done}\n", "          - {go: home}\n")
    found = {(fault.path, fault.message) for fault in errors(report(tmp_path, files))}
    assert ("steps[1].touch", "this touch can never be made: no way leads to it") in found
    assert ("steps[1].touch[0]", "“office.done.ref” is never there, or never open, in this lesson") in found


def test_the_keys_of_each_gate_are_told_when_asked_for(tmp_path):
    lines = report(tmp_path, office()).lines(nodes=True)
    assert "visit/marked: 8 keys" in lines


def test_a_mistake_that_cannot_happen_is_told(tmp_path):
    files = office()
    files[LESSON] = files[LESSON].replace(
        "mistakes:\n", "mistakes:\n  - {id: never, when: {office.locked: true}, say: اِنْتَظِرُوا.}\n"
    )
    found = errors(report(tmp_path, files))
    assert [(fault.path, fault.message) for fault in found] == [
        ("mistakes[0].when", "this cannot happen in this lesson: no touch leads to it")
    ]


def test_a_refusal_behind_a_door_that_is_never_closed_cannot_happen(tmp_path):
    files = office()
    files[APP] = files[APP].replace("on_if: {typed: right, locked: false}", "on_if: {locked: false}")
    found = errors(report(tmp_path, files))
    assert [(fault.path, fault.message) for fault in found] == [
        ("mistakes[0].said", "this cannot happen in this lesson: no touch leads to it")
    ]


def test_a_step_whose_target_is_never_shown_is_told(tmp_path):
    files = office()
    files[APP] = files[APP].replace("label: إِرْسَالٌ\n", "label: إِرْسَالٌ\n        show_if: {locked: true}\n")
    found = {fault.message for fault in errors(report(tmp_path, files))}
    assert "“office.period.send” is never there, or never open, in this lesson" in found


def test_a_row_that_is_never_offered_is_told(tmp_path):
    files = office()
    files[LESSON] = files[LESSON].replace(
        "  - id: send\n",
        "  - {id: doctor, touch: office.doctor.list, rows: [noura], say: اِخْتَارُوا نُورَةَ.}\n  - id: send\n",
    )
    files[APP] = files[APP].replace(
        "clinic: skin}\n", "clinic: skin}\n    - {id: noura, name: نُورَةُ, clinic: none}\n", 1
    )
    found = {fault.message for fault in errors(report(tmp_path, files))}
    assert "“office.doctor.list” with noura is never there, or never open, in this lesson" in found


def test_words_that_no_way_passes_are_told(tmp_path):
    files = office()
    files[LESSON] = files[LESSON].replace(
        "  - id: send\n", "  - {id: no, touch: office.consent.no, say: اِخْتَارُوا «لَا».}\n  - id: send\n"
    )
    found = report(tmp_path, files)
    assert "no way of this lesson makes this touch: its words are never said" in {
        f.message for f in found.faults
    }
    assert found.exit_code == 0


def test_a_check_that_the_taught_answer_passes_is_told(tmp_path):
    files = office()
    goal = "goal: {has: office.visits, where: {clinic: eye, period: $ask.period}}"
    files[LESSON] = files[LESSON].replace(goal, "goal: {has: office.visits, where: {clinic: eye}}")
    found = {fault.message for fault in errors(report(tmp_path, files))}
    assert (
        "the answer that was taught passes every task that can be drawn: let the goal ask for what is drawn"
        in found
    )


def test_too_few_different_tasks_are_counted(tmp_path):
    found = report(tmp_path, office())
    assert "20 checks ask for only 1 thing; 4 are wanted" in {fault.message for fault in found.faults}
