"""The matrix and its export, by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.app import App
from elder_tutor.progress.counting import State
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.program import Program
from elder_tutor.ui.theme import LIGHT
from elder_tutor.ui.trainer.cells import MARKS, MatrixCell
from elder_tutor.ui.trainer.group import GroupPage
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.trainer.turning import leaves

Data = Mapping[str, str | int | bool]
Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"
Facts = Sequence[tuple[str, EventKind, Data]]


def tell(store: Store, app: App, learner: str, stage: str, facts: Facts) -> None:
    """Store facts of one attempt at the lesson, ten seconds apart."""
    revision, start = app.catalog.lesson(LESSON).revision, int(app.clock().timestamp() * 1000)
    opened: Facts = [(facts[0][0], EventKind.OPENED, {"seed": 1, "today": "2026-06-08"})]
    store.append(
        [
            Event(
                f"{learner}-{stage}", learner, LESSON, revision, stage, step, kind, data, start + n * 10_000
            )
            for n, (step, kind, data) in enumerate([*opened, *facts])
        ]
    )


def steps_of(app: App) -> list[str]:
    return [step.id for step in app.catalog.lesson(LESSON).steps if not step.optional]


def done_alone(app: App, learner: str, store: Store | None = None) -> None:
    ids = steps_of(app)
    facts: Facts = [*((step, EventKind.STEP_DONE, {}) for step in ids), (ids[-1], EventKind.FINISHED, {})]
    tell(store or app.store, app, learner, "alone", facts)


def in_trouble(app: App, learner: str, step: int) -> None:
    ids = steps_of(app)
    wrong: Data = {"do": "tap", "element": "x", "right": False}
    facts: Facts = [*((one, EventKind.STEP_DONE, {}) for one in ids[:step])]
    tell(app.store, app, learner, "follow", [*facts, *[(ids[step], EventKind.ACTED, wrong)] * 5])


def turn_to(desk: Program, tap: Tap, lesson: str) -> None:
    """Touch «Next» until the lesson's column is there."""
    for _ in desk.app.catalog.lessons:
        if desk.window.findChild(QWidget, f"trainer.group.head.{lesson}") is not None:
            return
        tap(desk.window, "trainer.group.after")
    raise AssertionError(f"no page has {lesson}")


def group_of(desk: Program) -> GroupPage:
    found = desk.window.findChild(GroupPage, "trainer.group")
    assert isinstance(found, GroupPage)
    return found


def columns_of(desk: Program) -> list[str]:
    """Answer the lessons whose columns are there, in order."""
    return [one.id for one in group_of(desk).desk.heads if shown(desk, f"trainer.group.head.{one.id}")]


def shown(desk: Program, name: str) -> bool:
    return desk.window.findChild(QWidget, name) is not None


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...], app: App, tap: Tap) -> Program:
    """The matrix of seven learners: one has done the lesson alone, one is stuck at its fifth step."""
    done_alone(app, people[0])
    in_trouble(app, people[1], 4)
    session = app.session(people[2])
    session.open(LESSON, "follow")
    session.leave()
    made = program()
    made.show_page("trainer-group")
    turn_to(made, tap, LESSON)
    return made


def hidden(desk: Program, name: str) -> bool:
    found = desk.window.findChild(QWidget, name)
    assert found is not None
    return not found.isVisible()


def cell(desk: Program, find: Find, learner: str, lesson: str = LESSON) -> MatrixCell:
    found = find(desk.window, f"trainer.group.cell.{learner}.{lesson}")
    assert isinstance(found, MatrixCell)
    return found


def test_every_state_has_its_own_mark(desk: Program, find: Find, people: tuple[str, ...]) -> None:
    states = [cell(desk, find, learner).state for learner in people[:4]]
    assert states == [State.DONE, State.NEEDS, State.GOING, State.NONE]
    assert len({MARKS[state] for state in states}) == 4
    assert len({bytes(cell(desk, find, one).grab().toImage().constBits()) for one in people[:4]}) == 4


def test_a_cell_in_trouble_is_tinted_and_names_the_step(
    desk: Program, find: Find, people: tuple[str, ...]
) -> None:
    stuck = cell(desk, find, people[1])
    image = desk.grab()
    corner = stuck.mapTo(desk.window, stuck.rect().topLeft())
    assert image.pixelColor(corner.x() + 30, corner.y() + 12) == QColor(LIGHT.pomegranate_tint)
    assert stuck.note == "اليوم"


def test_every_cell_says_who_what_and_how_far(desk: Program, find: Find, people: tuple[str, ...]) -> None:
    assert cell(desk, find, people[0]).accessibleName().startswith("أم خالد، حجز موعد في العيادة: ")
    assert cell(desk, find, people[1]).accessibleName().endswith("، اليوم")


def test_a_cell_opens_its_learner(desk: Program, tap: Tap, find: Find, people: tuple[str, ...]) -> None:
    tap(desk.window, f"trainer.group.cell.{people[1]}.{LESSON}")
    title = find(desk.window, "trainer.learner.title")
    assert isinstance(title, QLabel)
    assert title.text() == "أبو راشد"


def test_back_returns_to_the_matrix(desk: Program, tap: Tap, find: Find, people: tuple[str, ...]) -> None:
    tap(desk.window, f"trainer.group.learner.{people[3]}")
    tap(desk.window, "trainer.learner.back")
    assert find(desk.window, "trainer.group").isVisible()


def test_export_writes_both_tables_and_says_where(desk: Program, tap: Tap, find: Find, app: App) -> None:
    tap(desk.window, "trainer.group.export")
    assert isinstance(app.data_dir, Path)
    files = sorted((app.data_dir / "exports").iterdir())
    assert [file.name.split("-")[0] for file in files] == ["group", "steps"]
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    assert "أبو راشد" in files[0].read_text("utf-8-sig")
    where = find(desk.window, "trainer.dialog.more")
    assert isinstance(where, QLabel)
    assert str(app.data_dir / "exports") in where.text()


def test_an_export_that_fails_says_so(desk: Program, tap: Tap, find: Find, app: App) -> None:
    assert app.data_dir is not None
    (app.data_dir / "exports").write_text("in the way")
    tap(desk.window, "trainer.group.export")
    words = find(desk.window, "trainer.dialog.words")
    assert isinstance(words, QLabel)
    assert "exports" in words.text()
    tap(desk.window, "trainer.dialog.yes")
    assert hidden(desk, "trainer.dialog")


def test_what_another_window_writes_shows_by_itself(
    desk: Program, find: Find, app: App, people: tuple[str, ...]
) -> None:
    assert app.data_dir is not None
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    other = Store.open(app.data_dir, app.clock)
    done_alone(app, people[3], other)
    other.close()
    pages.look_again()
    assert cell(desk, find, people[3]).state is State.DONE


def test_a_private_lesson_has_no_title_and_no_steps(desk: Program, find: Find) -> None:
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    secret = replace(pages.desk.heads[0], id="private", title=PRIVATE_LESSON, private=True, steps=())
    pages.desk.heads = (secret, *pages.desk.heads[1:])
    pages.group.turn.lesson = 0
    pages.group.refresh()
    head = find(desk.window, "trainer.group.head.private")
    assert isinstance(head, QLabel)
    assert head.text() == group_of(desk).title.text() == "درس خاص"
    assert isinstance(secret, LessonHead)
    assert all(not one.private for one in pages.desk.open_heads())


def test_every_course_has_its_page_and_its_name_above(desk: Program, tap: Tap, app: App) -> None:
    seen: dict[str, list[str]] = {}
    for _ in group_of(desk).turn.leaves:
        tap(desk.window, "trainer.group.after")
        seen[group_of(desk).title.text()] = columns_of(desk)
    words = app.wording("ar")
    courses = {
        words.shown(phrase(one.name, "core")): [
            name for name in one.lessons if not app.catalog.lesson(name).private
        ]
        for one in app.catalog.courses
    }
    assert len(seen) > 1
    assert seen == {name: ids for name, ids in courses.items() if ids} | {"درس خاص": ["private"]}


def test_previous_turns_back_to_where_next_came_from(desk: Program, tap: Tap) -> None:
    before = columns_of(desk)
    tap(desk.window, "trainer.group.after")
    assert columns_of(desk) != before
    tap(desk.window, "trainer.group.before")
    assert columns_of(desk) == before


def test_the_arrows_stay_in_place_on_every_page(desk: Program, tap: Tap) -> None:
    turn, places = group_of(desk).turn, set()
    for _ in turn.leaves:
        tap(desk.window, "trainer.group.after")
        places.add((turn.before.geometry().getRect(), turn.after.geometry().getRect()))
    assert len(places) == 1


def test_an_open_course_stays_open_in_another_size(desk: Program) -> None:
    desk.window.resize(1920, 1080)
    assert LESSON in columns_of(desk)


def test_a_course_too_wide_for_a_page_is_shared_out_evenly() -> None:
    one, two = phrase("One"), phrase("Two")
    assert [leaf.places for leaf in leaves([one] * 5 + [two], 4)] == [(0, 1, 2), (3, 4), (5,)]


def test_more_learners_than_fit_are_a_touch_away(
    program: Callable[..., Program], tap: Tap, find: Find, app: App, people: tuple[str, ...]
) -> None:
    last = [app.people.add(f"متعلم {number}", "moon") for number in range(5)][-1]
    made = program()
    made.show_page("trainer-group")
    assert made.window.findChild(QWidget, f"trainer.group.learner.{last.id}") is None
    tap(made.window, "trainer.group.moreLearners")
    assert find(made.window, f"trainer.group.learner.{last.id}").isVisible()


def test_without_learners_one_button_adds_the_first(
    program: Callable[..., Program], tap: Tap, find: Find
) -> None:
    made = program()
    made.show_page("trainer-group")
    assert hidden(made, "trainer.group.export")
    tap(made.window, "trainer.group.nobody.add")
    assert find(made.window, "trainer.editor").isVisible()
