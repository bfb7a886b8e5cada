"""How sure a person feels: asked after a stage, answered by one touch, kept as a face, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from elder_tutor.app import App
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.history import facts
from elder_tutor.text.bidi import plain
from elder_tutor.ui.pages.praise import PraisePage
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.medal import Band

LESSON = "book-appointment"
SIZES = ((1366, 768), (1920, 1080), (1280, 800), (1080, 1920))


def felt(app: App) -> list[Event]:
    return [event for event in facts(app.store) if event.kind is EventKind.FELT]


def finish(program: Program, stage: str = "follow", learner: str = "", lesson: str = LESSON) -> PraisePage:
    """Let a learner go through a stage to its praise."""
    program.person.begin()
    program.journey.begin(program.app.people.learner(learner) if learner else None)
    program.journey.classroom.open(lesson, stage)
    for _ in range(400):
        turn = program.journey.classroom.turn
        assert turn is not None
        if turn.guidance.finished:
            break
        program.go_on()
    return program.window.page(PraisePage)


def test_one_touch_keeps_the_face_with_the_attempt(program, app, people, tap) -> None:
    made = program()
    finish(made, learner=people[0])
    tap(made.window, "praise.faces.3")
    (event,) = felt(app)
    assert (event.learner, event.lesson, event.stage, event.data) == (
        people[0],
        LESSON,
        "follow",
        {"face": 3},
    )


def test_the_answer_stays_and_is_not_asked_again(program, app, people, tap) -> None:
    made = program()
    page = finish(made, learner=people[0])
    tap(made.window, "praise.faces.1")
    assert [face for face, button in page.faces.buttons.items() if button.isVisible()] == [1]
    tap(made.window, "praise.faces.1")
    assert len(felt(app)) == 1


def test_nobody_has_to_answer(program, app, people, tap) -> None:
    made = program()
    finish(made, learner=people[0])
    tap(made.window, "praise.next")
    assert made.journey.classroom.turn.stage.value == "find"
    assert felt(app) == []


def test_watching_asks_nothing(program, people) -> None:
    made = program()
    assert finish(made, "watch", people[0]).faces.isHidden()


def test_a_check_that_was_not_passed_asks_nothing(program) -> None:
    made = program()
    made.show_not_yet(LESSON)
    assert made.window.page(PraisePage).faces.isHidden()


def test_a_private_lesson_asks_nothing_and_keeps_no_face(program, app, people) -> None:
    made = program()
    private = next(lesson.id for lesson in app.catalog.lessons if lesson.private)
    assert finish(made, learner=people[0], lesson=private).faces.isHidden()
    made.journey.classroom.felt(2)
    assert felt(app) == []


def test_a_guest_s_face_is_not_kept(program, app, tap) -> None:
    made = program()
    finish(made)
    tap(made.window, "praise.faces.2")
    assert felt(app) == []


def test_the_question_is_said_after_the_praise(program, people, monkeypatch) -> None:
    made, said = program(), []
    monkeypatch.setattr(made.window, "say_lines", lambda lines, *rest: said.append([x.shown for x in lines]))
    page = finish(made, learner=people[0])
    assert plain(said[-1][-1]) == plain(page.faces.words.text())
    assert page.state is not None
    assert len(said[-1]) == len(page.state.sentences) + 1


@pytest.mark.parametrize(("size", "lang", "step"), list(product(SIZES, ("ar", "en"), (1, 4))))
def test_question_and_answer_leave_every_button_its_place(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], size: tuple[int, int], lang: str,
    step: int,
) -> None:  # fmt: skip
    made = program(size, lang, step)
    page = finish(made)
    asked = faults(made)
    go = page.go.geometry()
    if page.faces.asking:
        made.journey.classroom.felt(2)
    assert (asked, faults(made), page.go.geometry()) == ([], [], go)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_with_the_question_there_is_still_a_medal(program: Callable[..., Program], step: int) -> None:
    made = program((1366, 768), "ar", step)
    page = finish(made, "alone")
    assert page.faces.asking
    assert page.sentence.whole()
    assert page._band is not Band.SIDES
