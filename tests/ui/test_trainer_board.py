"""The board as a trainer touches it: who stands first, what a touch does, and what it never shows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.app import App
from elder_tutor.progress.audit import milliseconds
from elder_tutor.progress.events import GUEST, Event, EventKind
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.store import Store
from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.program import Program
from elder_tutor.ui.sample_board import fill_board
from elder_tutor.ui.trainer.board import BoardPage
from elder_tutor.ui.trainer.pages import TrainerPages

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))


@pytest.fixture
def hall(app: App, tmp_path: Path) -> Iterator[Store]:
    """The same file, opened by the learners' programs."""
    with contextlib.closing(Store.open(tmp_path / "store", app.clock, "kiosk-9")) as store:
        yield store


@pytest.fixture
def desk(program: Callable[..., Program], app: App) -> Program:
    """The board of a morning: three need somebody, six go on alone."""
    fill_board(app)
    made = program()
    made.show_page("trainer-board")
    return made


def page_of(desk: Program) -> BoardPage:
    found = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    return found.board


def again(desk: Program) -> None:
    """Let the second pass after which the board looks again."""
    page_of(desk).refresh()
    page_of(desk).settle()


def happened(
    store: Store, kind: str, kiosk: str = "kiosk-9", learner: str = GUEST, lesson: str = "", **data: object
) -> None:
    at = milliseconds(store.clock())
    stage = "alone" if lesson else ""
    store.append([Event("x", learner, lesson, 1, stage, "", EventKind(kind), data, at, kiosk=kiosk)])


def order(desk: Program) -> list[str]:
    return [seat.place.kiosk for seat in page_of(desk).leaves[0].needy]


def kinds(app: App) -> list[tuple[str, str]]:
    return app.store.rows("SELECT kind, kiosk FROM event WHERE kind IN ('coming', 'advised') ORDER BY seq")


def test_the_visit_begins_at_the_board(
    program: Callable[..., Program], app: App, find: Find, people: tuple[str, ...]
) -> None:
    made = program()
    made.show_page("trainer-pin")
    pages = made.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    pages.pin.opened.emit()
    assert find(made.window, "trainer.board").isVisible()


def test_who_waits_longest_stands_first_and_why_is_said_in_words(desk: Program, find: Find) -> None:
    assert order(desk) == ["kiosk-3", "kiosk-6", "kiosk-1"]
    card = page_of(desk)._cards["kiosk-3"]
    assert card.head.dress.glyph == "line/stop"
    assert "4" in card.head.since
    assert plain(card.person.who) == "أبو راشد"
    assert "5" in card.where.step


def test_what_another_program_wrote_rises_without_a_touch(desk: Program, hall: Store, qtbot) -> None:
    happened(hall, "helped", by="learner", why="real")
    qtbot.waitUntil(lambda: order(desk)[0] == "kiosk-9")


def test_i_am_coming_goes_to_the_place_and_calms_the_card(desk: Program, tap: Tap, app: App) -> None:
    tap(desk.window, "trainer.board.come.kiosk-3")
    again(desk)
    assert kinds(app) == [("coming", "kiosk-3")]
    assert order(desk) == ["kiosk-6", "kiosk-1", "kiosk-3"]
    assert page_of(desk)._cards["kiosk-3"].head.dress.ground == "lagoon_tint"


def test_a_hint_goes_to_the_place_and_the_second_one_is_the_strongest(
    desk: Program, tap: Tap, app: App
) -> None:
    for _ in range(2):
        page_of(desk)._advise("kiosk-6")
        again(desk)
    sql = "SELECT json_extract(data, '$.rung') FROM event WHERE kind = 'advised' ORDER BY seq"
    rungs = app.store.rows(sql)
    assert rungs == [(2,), (4,)]
    assert kinds(app) == [("advised", "kiosk-6")] * 2


def test_one_touch_leads_to_the_step_and_one_to_the_learner(desk: Program, tap: Tap, find: Find) -> None:
    tap(desk.window, "trainer.board.step.kiosk-3")
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    assert pages.lesson.lesson == LESSON
    pages.show_page("trainer-board")
    tap(desk.window, "trainer.board.learner.kiosk-3")
    assert find(desk.window, "trainer.learner").isVisible()


def test_the_number_of_those_in_need_stands_on_every_page(desk: Program) -> None:
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    pages.show_page("trainer-people")
    assert pages.bar.entries["trainer-board"].badge == 3
    assert "3" in pages.bar.entries["trainer-board"].accessibleName()


def test_the_sound_comes_only_when_wished_and_only_for_somebody_new(
    desk: Program, tap: Tap, hall: Store, qtbot
) -> None:
    page = page_of(desk)
    with qtbot.assertNotEmitted(page.chimeRequested):
        happened(hall, "helped", by="learner", why="asked")
        again(desk)
    tap(desk.window, "trainer.board.sound")
    with qtbot.waitSignal(page.chimeRequested):
        happened(hall, "helped", "kiosk-10", by="learner", why="asked")
        again(desk)
    with qtbot.assertNotEmitted(page.chimeRequested):
        again(desk)


def test_behind_the_door_the_board_looks_at_nothing(desk: Program) -> None:
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    pages.show_page("trainer-pin")
    assert not pages.board._timer.isActive()
    assert pages.board.board is None


def test_a_guest_stands_as_a_guest_and_opens_no_page(desk: Program, hall: Store, find: Find) -> None:
    happened(hall, "helped", by="learner", why="asked")
    again(desk)
    card = page_of(desk)._cards["kiosk-9"]
    assert card.person.who == desk.app.wording("ar").shown(phrase("Guest"))
    assert not card.person.isEnabled()
    assert card.where.isHidden()
    assert card.hint.isHidden()


def test_a_private_lesson_has_no_title_step_stage_or_time(desk: Program, app: App, hall: Store) -> None:
    private = next(lesson for lesson in app.catalog.lessons if lesson.private)
    learner = app.people.add("هند", "finjan")
    happened(hall, "finished", learner=learner.id, lesson=private.id)
    again(desk)
    card = page_of(desk)._seats["kiosk-9"]
    wording = app.wording("ar")
    texts = f"{card.line} {card.chip} {card.accessibleName()}"
    title = wording.shown(_private_title(app, private.id))
    assert card.line == wording.shown(phrase("Private lesson"))
    assert card.chip == ""
    assert title not in texts


def _private_title(app: App, lesson_id: str) -> Phrase:
    return phrase(app.catalog.lesson(lesson_id).title, app.catalog.domain(lesson_id))


def test_a_group_can_be_shown_alone(desk: Program, tap: Tap, app: App) -> None:
    groups = Groups(app.store)
    only = groups.add("مجموعة المساء", "palm")
    groups.put(only.id, [seat.place.learner for seat in page_of(desk).board.alone][:1])
    again(desk)
    for _ in range(2):
        tap(desk.window, "trainer.board.group")
    assert len(page_of(desk)._shown_board.alone) == 1
    assert page_of(desk)._shown_board.needy == ()


def test_who_only_reads_answers_nobody(desk: Program, app: App) -> None:
    page = page_of(desk)
    page.desk.member = page.desk.member._replace(role="viewer")
    page.again()
    assert page._cards["kiosk-3"].come.isHidden()
    assert page._cards["kiosk-3"].hint.isHidden()
    page._come("kiosk-3")
    assert kinds(app) == []


def test_nobody_here_is_said_calmly(program: Callable[..., Program], find: Find) -> None:
    made = program()
    made.show_page("trainer-board")
    assert find(made.window, "trainer.board.empty").isVisible()


def test_focus_stays_on_its_button_when_the_board_changes(desk: Program, find: Find, hall: Store) -> None:
    desk.window.activateWindow()
    find(desk.window, "trainer.board.come.kiosk-1").setFocus()
    happened(hall, "helped", by="learner", why="real")
    again(desk)
    assert desk.window.focusWidget().objectName() == "trainer.board.come.kiosk-1"


def test_everything_that_can_be_pressed_has_a_name_that_tells_whose_it_is(desk: Program) -> None:
    page = page_of(desk)
    names = [
        one.accessibleName() for one in page.findChildren(QAbstractButton) if one.isVisibleTo(desk.window)
    ]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    program: Callable[..., Program], app: App, faults: Callable[[Program], list[str]], hall: Store,
    size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    fill_board(app)
    for number in range(10, 14):
        happened(hall, "helped", f"kiosk-{number}", by="learner", why="real" if number == 10 else "asked")
    made = program(size, lang)
    made.show_page("trainer-board")
    made.window.current.hide()  # type: ignore[union-attr]
    page = page_of(made)
    page._come("kiosk-6")
    page.settle()
    found = faults(made)
    for _ in page.leaves[1:]:
        page.after.click()
        found += faults(made)
    assert found == [], "\n".join(found)
