"""Adding, renaming and removing learners, by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from elder_tutor.app import App
from elder_tutor.progress.summaries import matrix
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.pages import TrainerPages

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """The list of seven learners."""
    made = program()
    made.show_page("trainer-people")
    return made


def pages_of(desk: Program) -> TrainerPages:
    found = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    return found


def write(desk: Program, tap: Tap, letters: str) -> None:
    for letter in letters:
        tap(desk.window, "key.space" if letter == " " else f"key.{letter}")


def name_of(desk: Program) -> QLineEdit:
    found = desk.window.findChild(QLineEdit, "trainer.editor.name")
    assert isinstance(found, QLineEdit)
    return found


def test_a_learner_is_added_with_the_tray_and_a_picture(desk: Program, tap: Tap, app: App) -> None:
    tap(desk.window, "trainer.people.add")
    write(desk, tap, "بو حمد")
    tap(desk.window, "trainer.editor.picture.moon")
    tap(desk.window, "trainer.editor.save")
    added = app.people.learners()[-1]
    assert (added.name, added.picture) == ("بو حمد", "moon")


def test_a_new_learner_gets_a_picture_nobody_has(desk: Program, tap: Tap, app: App) -> None:
    taken = {one.picture for one in app.people.learners()}
    tap(desk.window, "trainer.people.add")
    write(desk, tap, "حمد")
    tap(desk.window, "key.done")
    assert app.people.learners()[-1].picture not in taken


def test_a_form_of_alef_takes_the_place_of_the_plain_one(desk: Program, tap: Tap) -> None:
    tap(desk.window, "trainer.people.add")
    write(desk, tap, "اأم")
    assert name_of(desk).text() == "أم"


def test_delete_on_the_tray_takes_a_letter_away(desk: Program, tap: Tap) -> None:
    tap(desk.window, "trainer.people.add")
    write(desk, tap, "حمدد")
    tap(desk.window, "key.delete")
    assert name_of(desk).text() == "حمد"


def test_a_real_keyboard_writes_a_name_too(desk: Program, tap: Tap, app: App) -> None:
    tap(desk.window, "trainer.people.add")
    QTest.keyClicks(name_of(desk), "Sara")
    QTest.keyClick(name_of(desk), Qt.Key.Key_Return)
    assert app.people.learners()[-1].name == "Sara"


def test_without_a_name_nobody_is_added(desk: Program, tap: Tap, find: Find, app: App) -> None:
    tap(desk.window, "trainer.people.add")
    tap(desk.window, "trainer.editor.save")
    words = find(desk.window, "trainer.editor.words")
    assert isinstance(words, QLabel)
    assert "اكتبوا الاسم" in words.text()
    assert len(app.people.learners()) == 7


def test_the_tray_has_no_key_that_does_nothing(desk: Program, tap: Tap) -> None:
    tap(desk.window, "trainer.people.add")
    tray = pages_of(desk).editor.tray
    mic, done, space = (tray.buttons[f"key.{name}"] for name in ("mic", "done", "space"))
    assert not mic.isVisible()
    assert 0 < done.x() - space.geometry().right() < 30


def test_no_key_of_the_english_tray_covers_another(desk: Program, tap: Tap) -> None:
    tap(desk.window, "trainer.people.add")
    tap(desk.window, "key.layer.en")
    keys = [key for key in pages_of(desk).editor.tray.buttons.values() if key.isVisible()]
    pairs = list(combinations(keys, 2))
    assert pairs
    assert [(a, b) for a, b in pairs if a.geometry().intersects(b.geometry())] == []


def test_a_learner_is_renamed(desk: Program, tap: Tap, app: App, people: tuple[str, ...]) -> None:
    tap(desk.window, f"trainer.people.change.{people[2]}")
    tap(desk.window, "trainer.card.rename")
    for _ in "نورة":
        tap(desk.window, "key.delete")
    write(desk, tap, "منى")
    tap(desk.window, "trainer.editor.save")
    assert app.people.learner(people[2]).name == "منى"


def test_removing_asks_first_and_no_keeps(desk: Program, tap: Tap, app: App, people: tuple[str, ...]) -> None:
    tap(desk.window, f"trainer.people.remove.{people[0]}")
    assert len(app.people.learners()) == 7
    tap(desk.window, "trainer.dialog.no")
    assert len(app.people.learners()) == 7


def test_yes_erases_the_learner_and_their_practice(
    desk: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    session = app.session(people[0])
    session.open("book-appointment", "follow")
    session.leave()
    assert matrix(app.store, people[0])
    tap(desk.window, f"trainer.people.remove.{people[0]}")
    tap(desk.window, "trainer.dialog.yes")
    assert people[0] not in {one.id for one in app.people.learners()}
    assert matrix(app.store, people[0]) == ()


def test_the_list_follows_a_removal(desk: Program, tap: Tap, people: tuple[str, ...]) -> None:
    tap(desk.window, f"trainer.people.remove.{people[0]}")
    tap(desk.window, "trainer.dialog.yes")
    assert desk.window.findChild(QWidget, f"trainer.people.learner.{people[0]}") is None
    assert desk.window.findChild(QWidget, f"trainer.people.learner.{people[1]}") is not None


def test_every_change_of_people_is_told(desk: Program, tap: Tap, people: tuple[str, ...]) -> None:
    told: list[bool] = []
    pages_of(desk).peopleChanged.connect(lambda: told.append(True))
    tap(desk.window, "trainer.people.add")
    write(desk, tap, "حمد")
    tap(desk.window, "trainer.editor.save")
    tap(desk.window, f"trainer.people.remove.{people[0]}")
    tap(desk.window, "trainer.dialog.yes")
    assert len(told) == 2


def test_after_locking_a_new_learner_stands_on_the_welcome_page(
    program: Callable[..., Program], tap: Tap, find: Find, app: App
) -> None:
    made = program()
    made.show_page("trainer-group")
    tap(made.window, "trainer.group.nobody.add")
    write(made, tap, "حمد")
    tap(made.window, "trainer.editor.save")
    tap(made.window, "trainer.bar.lock")
    assert find(made.window, f"signIn.person.{app.people.learners()[0].id}").isVisible()
