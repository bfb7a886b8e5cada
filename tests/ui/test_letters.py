"""What a trainer sends from another program is heard at its place, by whom it is for, and nowhere else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from elder_tutor.app import App
from elder_tutor.lessons.view import Action, Do
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.board import Place, advise, everybody, say_coming
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.store import Store
from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui import calling, states
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.program import Program

Tap = Callable[..., None]
LESSON = "book-appointment"


@pytest.fixture
def board(app: App, tmp_path: Path) -> Iterator[Store]:
    """The same file, opened by another program: the trainer's."""
    with contextlib.closing(Store.open(tmp_path / "store", app.clock, "desk")) as store:
        yield store


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...], app: App) -> Program:
    """The first learner at a lesson, followed step by step."""
    made = program()
    app.people.choose_pin("2468")
    made.journey.begin(app.people.learner(people[0]))
    made.journey.classroom.open(LESSON, "follow")
    return made


def place(board: Store, app: App) -> Place:
    [found] = everybody(board, milliseconds(app.clock()))
    return found


def said(shown: Program) -> str:
    return plain(" ".join(line.shown for line in shown.whole.voice.lines))


def look(shown: Program) -> None:
    """Let the second pass after which the window looks for letters."""
    shown.journey.letters.look()


def words(shown: Program, phrase: Phrase) -> str:
    return plain(" ".join(line.shown for line in shown.window.lines((phrase,))))


def test_i_am_coming_is_heard_and_shown(shown: Program, board: Store, app: App, qtbot) -> None:
    say_coming(board, place(board, app), "first")
    look(shown)
    qtbot.waitUntil(lambda: words(shown, calling.COMING) in said(shown))
    assert shown.window.said_before > 0


def test_after_it_the_sentence_that_was_cut_begins_anew(
    shown: Program, board: Store, app: App, qtbot
) -> None:
    before = said(shown)
    assert before
    say_coming(board, place(board, app), "first")
    look(shown)
    qtbot.waitUntil(lambda: said(shown).startswith(words(shown, calling.COMING)))
    assert said(shown).endswith(before)


def test_what_another_was_sent_is_not_heard(
    shown: Program, board: Store, app: App, people: tuple[str, ...], qtbot
) -> None:
    here = place(board, app)
    with qtbot.assertNotEmitted(shown.journey.letters.coming):
        say_coming(board, here._replace(kiosk="kiosk-9"), "first")
        say_coming(board, here._replace(learner=people[1]), "first")
        look(shown)


def test_nothing_is_heard_twice(shown: Program, board: Store, app: App, qtbot) -> None:
    say_coming(board, place(board, app), "first")
    look(shown)
    with qtbot.assertNotEmitted(shown.journey.letters.coming):
        say_coming(board, place(board, app)._replace(kiosk="kiosk-9"), "first")
        look(shown)


def test_without_a_write_of_others_nothing_is_read(shown: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    look(shown)
    asked: list[str] = []
    monkeypatch.setattr("elder_tutor.progress.board.letters", lambda *_: asked.append("read") or ())
    shown.journey.classroom.act(Action(Do.HOME))
    look(shown)
    assert asked == []


def test_a_guest_hears_the_answer_to_their_call(
    program: Callable[..., Program], board: Store, app: App, qtbot
) -> None:
    made = program()
    made.journey.begin(None)
    made.whole.bridge.call_trainer()
    assert place(board, app).learner == GUEST
    say_coming(board, place(board, app), "first")
    with qtbot.waitSignal(made.journey.letters.coming):
        look(made)


def test_after_leaving_nobody_listens(shown: Program, board: Store, app: App, qtbot) -> None:
    here = place(board, app)
    shown.journey.leave()
    say_coming(board, here, "first")
    with qtbot.assertNotEmitted(shown.journey.letters.coming):
        look(shown)


def test_a_hint_from_the_board_is_given_now_and_said_to_be_the_trainers(
    shown: Program, board: Store, app: App
) -> None:
    shown.journey.classroom.open(LESSON, "alone")
    advise(board, place(board, app), "first", 3)
    look(shown)
    turn = shown.journey.classroom.turn
    assert turn is not None
    assert turn.guidance.rung == 3
    assert said(shown).startswith(words(shown, calling.FROM_TRAINER))


def test_where_no_lesson_is_open_a_hint_is_a_kind_word(shown: Program, board: Store, app: App) -> None:
    shown.journey.show_home()
    advise(board, place(board, app), "first", 2)
    look(shown)
    assert said(shown) == words(shown, calling.WITH_YOU)


# --- calling the trainer ------------------------------------------------------------------------


def acts(shown: Program) -> list[str]:
    page = shown.window.page(LessonPage)
    return [each.objectName() for each in page.panel.acts]


def test_a_person_is_offered_once_help_was_asked_for_twice(shown: Program, tap: Tap) -> None:
    tap(shown.window, "lesson.help")
    assert acts(shown) == []
    shown.journey.classroom.help()
    assert acts(shown) == ["lesson.panel.call"]


def test_help_that_somebody_asked_for_offers_nobody_to_the_next(
    shown: Program, people: tuple[str, ...], app: App
) -> None:
    for _ in range(2):
        shown.journey.classroom.help()
    shown.journey.leave()
    shown.journey.begin(app.people.learner(people[1]))
    shown.journey.classroom.open(LESSON, "follow")
    assert acts(shown) == []


def test_the_strongest_hint_offers_a_person(shown: Program) -> None:
    shown.journey.classroom.open(LESSON, "alone")
    shown.journey.classroom.advised(4)
    assert "lesson.panel.call" in acts(shown)


def test_the_call_reaches_the_board_and_the_button_rests(
    shown: Program, tap: Tap, board: Store, app: App
) -> None:
    for _ in range(2):
        shown.journey.classroom.help()
    tap(shown.window, "lesson.panel.call")
    assert place(board, app).asked > 0
    assert acts(shown) == []
    assert said(shown) == words(shown, calling.CALLED)
    shown.journey.classroom.help()
    assert acts(shown) == []


def test_where_nobody_chose_a_pin_no_trainer_is_offered(
    program: Callable[..., Program], people: tuple[str, ...], app: App
) -> None:
    made = program()
    made.journey.begin(app.people.learner(people[0]))
    made.journey.classroom.open(LESSON, "follow")
    for _ in range(3):
        made.journey.classroom.help()
    assert acts(made) == []


def test_watching_offers_no_call(shown: Program) -> None:
    shown.journey.classroom.open(LESSON, "watch")
    turn = shown.journey.classroom.turn
    assert turn is not None
    asked = calling.Calling()
    for _ in range(3):
        asked.help_asked(turn)
    assert not asked.offered(turn)
    assert states.actions_of(turn, False, asked.offered(turn)) == ()
