"""The matrix and its export, by touches in Arabic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from elder_tutor.app import App
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.staff import Member
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead
from elder_tutor.reports.tables import GroupTable
from elder_tutor.reports.words import PRIVATE_LESSON
from elder_tutor.text.phrase import phrase
from elder_tutor.ui import icons
from elder_tutor.ui.measures.contrast import luminance, ratio
from elder_tutor.ui.program import Program
from elder_tutor.ui.theme import DARK, LIGHT, Colours, metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.group import GroupPage
from elder_tutor.ui.trainer.group_model import MARKS
from elder_tutor.ui.trainer.group_paint import DRAWINGS, GROUNDS
from elder_tutor.ui.trainer.group_rows import Mark
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.trainer.turning import leaves
from tests.ui.measured import pages_of, redress

Data = Mapping[str, str | int | bool]
Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"
Facts = Sequence[tuple[str, EventKind, Data]]
SIDE = 40
"""Of a mark that is looked at, window pixels."""


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
        if lesson in columns_of(desk):
            return
        tap(desk.window, "trainer.group.after")
    raise AssertionError(f"no page has {lesson}")


def group_of(desk: Program) -> GroupPage:
    found = desk.window.findChild(GroupPage, "trainer.group")
    assert isinstance(found, GroupPage)
    found.settle()
    return found


def columns_of(desk: Program) -> list[str]:
    """Answer the lessons whose columns are there, in order."""
    page = group_of(desk)
    return [
        head.id
        for column, head in enumerate(page.model.table.lessons, 1)
        if not page.view.isColumnHidden(column)
    ]


def names_of(desk: Program) -> list[str]:
    model = group_of(desk).model
    return [model.learner(row).name for row in range(model.rowCount())]


def place(desk: Program, learner: str, lesson: str = LESSON) -> tuple[int, int]:
    """Answer row and column of a cell."""
    model = group_of(desk).model
    return model.row_of(learner), [head.id for head in model.table.lessons].index(lesson) + 1


def said(desk: Program, learner: str, lesson: str = LESSON) -> str:
    """Answer what a reader of the screen says of a cell."""
    index = group_of(desk).model.index(*place(desk, learner, lesson))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def picture(desk: Program, learner: str) -> QImage:
    view = group_of(desk).view
    index = group_of(desk).model.index(*place(desk, learner))
    view.scrollTo(index)
    return view.viewport().grab(view.visualRect(index)).toImage()


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


def contrasts_of(mark: Mark, colours: Colours) -> list[float]:
    """Paint a mark on the ground of its cell; answer how strongly every pixel stands out, 1 to 21."""
    m = metrics(1366, 768, 1, "ar", colours=colours)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(m.q(GROUNDS[mark][0]))
    painter = QPainter(image)
    look.paint_mark(painter, DRAWINGS[mark], QRectF(image.rect()), m)
    painter.end()
    ground = luminance(m.q(GROUNDS[mark][0]).rgb())
    return [ratio(ground, luminance(image.pixel(x, y))) for y in range(SIDE) for x in range(SIDE)]


def hidden(desk: Program, name: str) -> bool:
    found = desk.window.findChild(QWidget, name)
    assert found is not None
    return not found.isVisible()


def test_every_state_has_its_own_mark(desk: Program, people: tuple[str, ...]) -> None:
    marks = [group_of(desk).model.mark(*place(desk, learner)) for learner in people[:4]]
    assert marks == [Mark.DONE, Mark.NEEDS, Mark.GOING, Mark.NONE]
    assert len({bytes(picture(desk, learner).constBits()) for learner in people[:4]}) == 4


def test_every_mark_but_mastery_has_a_drawing_of_its_own() -> None:
    assert len({DRAWINGS[mark] for mark in Mark}) == len(Mark) - 1
    assert DRAWINGS[Mark.MASTERED] == DRAWINGS[Mark.DONE]
    assert MARKS[Mark.MASTERED] != MARKS[Mark.DONE]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_mark_stands_out_of_its_cell_and_is_told_by_its_shape(colours: Colours) -> None:
    shapes = {}
    for mark in Mark:
        contrasts = contrasts_of(mark, colours)
        shapes[DRAWINGS[mark]] = [contrast >= 3 for contrast in contrasts]
        assert shapes[DRAWINGS[mark]].count(True) > sum(contrast > 1.05 for contrast in contrasts) / 3
    for one, other in combinations(shapes.values(), 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) > SIDE * SIDE / 20


def test_in_the_dark_no_mark_of_the_matrix_keeps_the_ink_of_the_light(
    desk: Program, people: tuple[str, ...]
) -> None:
    desk.window.use(desk.window.settings.with_changes(theme="dark"))
    redress(pages_of(desk), desk)
    for learner in people[:4]:
        cell = picture(desk, learner)
        painted = {cell.pixel(x, y) for x in range(cell.width()) for y in range(cell.height())}
        assert not painted & {QColor(ink).rgb() for ink in icons.MARK_INKS}


def test_a_cell_in_trouble_is_tinted_and_names_the_step(desk: Program, people: tuple[str, ...]) -> None:
    assert picture(desk, people[1]).pixelColor(30, 12) == QColor(LIGHT.pomegranate_tint)
    note = group_of(desk).model.note(*place(desk, people[1]))
    assert note is not None
    assert desk.app.wording("ar").shown(note) == "اليوم"


def test_every_cell_says_who_what_and_how_far(desk: Program, people: tuple[str, ...]) -> None:
    assert said(desk, people[0]).startswith("أم خالد، حجز موعد في العيادة: ")
    assert said(desk, people[1]).endswith("، اليوم")


def test_a_cell_opens_its_learner(
    desk: Program, touch_cell: Tap, find: Find, people: tuple[str, ...]
) -> None:
    touch_cell(desk.window, people[1], LESSON)
    title = find(desk.window, "trainer.learner.title")
    assert isinstance(title, QLabel)
    assert title.text() == "أبو راشد"


def test_a_head_opens_its_lesson(desk: Program, find: Find, people: tuple[str, ...]) -> None:
    view = group_of(desk).view
    column = place(desk, people[0])[1]
    at = QPoint(view.heads.sectionViewportPosition(column) + 20, 20)
    QTest.mouseClick(view.heads.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert find(desk.window, "trainer.lesson").isVisible()


def test_back_returns_to_the_matrix(
    desk: Program, tap: Tap, touch_cell: Tap, find: Find, people: tuple[str, ...]
) -> None:
    touch_cell(desk.window, people[3])
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


def test_what_another_window_writes_shows_by_itself(desk: Program, app: App, people: tuple[str, ...]) -> None:
    assert app.data_dir is not None
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    other = Store.open(app.data_dir, app.clock)
    done_alone(app, people[3], other)
    other.close()
    pages.look_again()
    assert group_of(desk).model.mark(*place(desk, people[3])) is Mark.DONE


def test_a_private_lesson_has_no_title_and_no_steps(desk: Program) -> None:
    pages = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    secret = replace(pages.desk.heads[0], id="private", title=PRIVATE_LESSON, private=True, steps=())
    pages.desk.heads = (secret, *pages.desk.heads[1:])
    pages.group.turn.lesson = 0
    pages.group.refresh()
    page = group_of(desk)
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == page.sub.text().split("،")[0] == "درس خاص"
    assert isinstance(secret, LessonHead)
    assert all(not one.private for one in pages.desk.open_heads())


def test_every_course_has_its_page_and_its_name_above(desk: Program, tap: Tap, app: App) -> None:
    seen: dict[str, list[str]] = {}
    for _ in group_of(desk).turn.leaves:
        tap(desk.window, "trainer.group.after")
        seen[group_of(desk).sub.text().rsplit("،", 1)[0]] = columns_of(desk)
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


# --- groups, order, narrowing -----------------------------------------------------------


def choose(desk: Program, tap: Tap, button: str, key: str) -> None:
    tap(desk.window, f"trainer.group.strip.{button}")
    tap(desk.window, f"trainer.chooser.option.{key}")


def test_a_group_shows_its_members_only_and_names_the_page(
    desk: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    group = app.people.groups.add("الأحد", "palm")
    app.people.groups.put(group.id, people[2:4])
    group_of(desk).refresh()
    group_of(desk)
    choose(desk, tap, "group", group.id)
    assert sorted(names_of(desk)) == ["سالم", "نورة"]
    assert group_of(desk).title.text() == "الأحد"


def test_who_needs_help_can_stand_first(desk: Program, tap: Tap) -> None:
    assert names_of(desk)[0] == "أبو راشد"
    choose(desk, tap, "order", "done")
    assert names_of(desk)[0] == "أم خالد"
    choose(desk, tap, "order", "needs")
    assert names_of(desk)[0] == "أبو راشد"


def test_those_who_need_help_can_stand_alone(desk: Program, tap: Tap) -> None:
    choose(desk, tap, "show", "needs")
    assert names_of(desk) == ["أبو راشد"]


def test_nobody_left_is_told_calmly(desk: Program, tap: Tap, find: Find) -> None:
    choose(desk, tap, "show", "due")
    assert names_of(desk) == []
    assert find(desk.window, "trainer.group.noneFound").isVisible()


def test_a_name_is_found_as_it_is_written(desk: Program, find: Find) -> None:
    field = find(desk.window, "trainer.group.strip.find.field")
    assert isinstance(field, QLineEdit)
    field.insert("خالِد")
    assert names_of(desk) == ["أم خالد"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(names_of(desk)) == 7


def test_a_lesson_is_chosen_for_everybody_in_the_group(
    desk: Program, tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    group = app.people.groups.add("الأحد", "palm")
    app.people.groups.put(group.id, people[:2])
    group_of(desk).choose(group=group.id)
    group_of(desk)
    tap(desk.window, "trainer.group.assign")
    course = app.catalog.course(LESSON)
    assert course is not None
    tap(desk.window, f"trainer.chooser.option.{course.id}")
    tap(desk.window, f"trainer.chooser.option.{LESSON}")
    chosen = [[one.lesson for one in Assignments(app.store).of(who)] for who in people[:3]]
    assert chosen == [[LESSON], [LESSON], []]


# --- the keyboard -------------------------------------------------------------------------


def press(desk: Program, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(group_of(desk).view, key, how)


def stand(desk: Program) -> None:
    """Let the keyboard stand in the matrix."""
    group_of(desk).view.begin()


def at(desk: Program) -> tuple[int, int]:
    index = group_of(desk).view.currentIndex()
    return index.row(), index.column()


def test_arrows_move_as_the_page_reads(desk: Program) -> None:
    stand(desk)
    assert at(desk) == (0, 0)
    press(desk, Qt.Key.Key_Left)
    press(desk, Qt.Key.Key_Down)
    first = [head.id for head in group_of(desk).model.table.lessons].index(columns_of(desk)[0]) + 1
    assert at(desk) == (1, first)


def test_home_and_end_go_through_the_columns_that_are_there(desk: Program) -> None:
    stand(desk)
    press(desk, Qt.Key.Key_End)
    assert group_of(desk).model.head(at(desk)[1]).id == columns_of(desk)[-1]
    press(desk, Qt.Key.Key_Home)
    assert at(desk) == (0, 0)


def test_page_down_goes_on_by_what_is_seen(desk: Program) -> None:
    stand(desk)
    press(desk, Qt.Key.Key_PageDown)
    assert at(desk)[0] >= 4


def test_enter_opens_the_learner_and_shift_enter_the_lesson(
    desk: Program, find: Find, people: tuple[str, ...]
) -> None:
    page = group_of(desk)
    page.view.setCurrentIndex(page.model.index(*place(desk, people[2])))
    press(desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert find(desk.window, "trainer.lesson").isVisible()
    desk.window.findChild(TrainerPages, "trainer").show_page("trainer-group")
    press(desk, Qt.Key.Key_Return)
    assert find(desk.window, "trainer.learner").isVisible()


# --- many -----------------------------------------------------------------------------------


def test_only_what_is_seen_is_painted_of_a_thousand_learners_and_sixty_lessons(
    desk: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = group_of(desk)
    table = page.model.table
    lessons = tuple(replace(table.lessons[0], id=f"l{n}") for n in range(60))
    rows = [replace(table.rows[n % 7], cells=(table.rows[0].cells[0],) * 60) for n in range(1000)]
    page.model.show_table(GroupTable(lessons, tuple(rows)), tuple(range(1000)), "2026-06-08")
    page.view.lay_out(range(1, 9), 200, 100, 66, 60)
    painted: list[tuple[int, int]] = []
    real = page.view.painter.paint
    monkeypatch.setattr(
        page.view.painter, "paint", lambda p, o, i: (painted.append((i.row(), i.column())), real(p, o, i))
    )
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    page.view.viewport().repaint()
    assert max(row for row, _ in painted) == 999
    assert len(painted) < 9 * (page.view.viewport().height() // 66 + 3)


def test_a_finger_s_cell_is_at_least_sixteen_millimetres(desk: Program, people: tuple[str, ...]) -> None:
    page = group_of(desk)
    box = page.view.visualRect(page.model.index(*place(desk, people[0])))
    assert min(box.width(), box.height()) >= 16 * desk.window.metrics.px_per_mm


# --- roles ----------------------------------------------------------------------------------


def test_who_only_looks_is_offered_nothing_to_change(desk: Program) -> None:
    page = group_of(desk)
    page.desk.member = Member("v", "هيا", "viewer", 0, 1)
    page.again()
    assert not page.export.isVisible()
    assert not page.assign.isVisible()


def test_without_learners_one_button_adds_the_first(
    program: Callable[..., Program], tap: Tap, find: Find
) -> None:
    made = program()
    made.show_page("trainer-group")
    assert hidden(made, "trainer.group.export")
    tap(made.window, "trainer.group.nobody.add")
    assert find(made.window, "trainer.editor").isVisible()


def test_the_keyboard_s_cell_has_a_ring_and_a_finger_s_has_none(
    desk: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = group_of(desk).view
    monkeypatch.setattr(view, "hasFocus", lambda: True)
    view.begin()
    ring = QColor(LIGHT.ink)
    corner = view.visualRect(view.currentIndex()).center()
    corner.setY(view.visualRect(view.currentIndex()).top() + 1)
    assert view.viewport().grab().toImage().pixelColor(corner) != ring
    press(desk, Qt.Key.Key_Up)
    assert view.viewport().grab().toImage().pixelColor(corner) == ring
