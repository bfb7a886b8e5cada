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
from elder_tutor.ui.program import Program
from elder_tutor.ui.theme import LIGHT
from elder_tutor.ui.trainer.cells import MARKS, MatrixCell
from elder_tutor.ui.trainer.pages import TrainerPages

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


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...], app: App) -> Program:
    """The matrix of seven learners: one has done the lesson alone, one is stuck at its fifth step."""
    done_alone(app, people[0])
    in_trouble(app, people[1], 4)
    session = app.session(people[2])
    session.open(LESSON, "follow")
    session.leave()
    made = program()
    made.show_page("trainer-group")
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
    pages.group.refresh()
    head = find(desk.window, "trainer.group.head.private")
    assert isinstance(head, QLabel)
    assert head.text() == "درس خاص"
    assert isinstance(secret, LessonHead)
    assert all(not one.private for one in pages.desk.open_heads())


def test_more_learners_than_fit_are_a_touch_away(
    program: Callable[..., Program], tap: Tap, find: Find, app: App, people: tuple[str, ...]
) -> None:
    last = [app.people.add(f"متعلم {number}", "moon") for number in range(6)][-1]
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
