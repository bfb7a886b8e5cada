"""The learner's page, the lesson's page, and what must hold on every page of the trainer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.counting import State
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.learner_parts import LessonLine
from elder_tutor.ui.trainer.lesson import LESSONS_SHOWN
from elder_tutor.ui.trainer.pages import TrainerPages

Data = Mapping[str, str | int | bool]
Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
LESSON = "book-appointment"
NAMES = ("trainer-pin", "trainer-group", "trainer-learner", "trainer-lesson", "trainer-people")
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
FULL_DAY = 4
"""The place of the step at which the learner of these tests is stuck."""


def stuck_at(app: App, learner: str, at: int) -> None:
    """Store that a learner went to a step in follow, and failed there; the other steps took ten seconds."""
    lesson = app.catalog.lesson(LESSON)
    ids = [step.id for step in lesson.steps if not step.optional]
    wrong: Data = {"do": "tap", "element": "x", "right": False}
    facts: list[tuple[str, EventKind, Data]] = [
        (ids[0], EventKind.OPENED, {"seed": 1, "today": "2026-06-08"}),
        *((step, EventKind.STEP_DONE, {}) for step in ids[:at]),
        *[(ids[at], EventKind.ACTED, wrong)] * 5,
        *[(ids[at], EventKind.MISTAKE, {"mistake": "full_day"})] * 3,
        (ids[at], EventKind.MISSED, {}),
    ]
    start = int(app.clock().timestamp() * 1000)
    app.store.append(
        [
            Event(
                f"{learner}-x",
                learner,
                LESSON,
                lesson.revision,
                "follow",
                step,
                kind,
                data,
                start + n * 10_000,
            )
            for n, (step, kind, data) in enumerate(facts)
        ]
    )


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...], app: App) -> Program:
    """A group of seven with one who is stuck at choosing the day."""
    stuck_at(app, people[1], FULL_DAY)
    made = program()
    made.show_page("trainer-group")
    return made


def pages_of(desk: Program) -> TrainerPages:
    found = desk.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    return found


def open_lesson(desk: Program, tap: Tap) -> None:
    """Open the lesson's page and touch its way to the lesson of these tests."""
    tap(desk.window, "trainer.bar.trainer-lesson")
    at = [head.id for head in pages_of(desk).desk.open_heads()].index(LESSON)
    for _ in range(at // LESSONS_SHOWN):
        tap(desk.window, "trainer.lesson.more")
    tap(desk.window, f"trainer.lesson.choose.{at % LESSONS_SHOWN}")


def text_of(desk: Program, find: Find, name: str) -> str:
    label = find(desk.window, name)
    assert isinstance(label, QLabel)
    return label.text()


# --- the learner ------------------------------------------------------------------------


def test_the_learner_page_names_the_step_that_stops(
    desk: Program, touch_cell: Tap, find: Find, people: tuple[str, ...]
) -> None:
    touch_cell(desk.window, people[1])
    assert "اليوم" in text_of(desk, find, "trainer.learner.stuck")
    assert "حجز موعد في العيادة" in text_of(desk, find, "trainer.learner.stuck")


def test_the_slowest_step_stands_first_with_the_longest_bar(desk: Program, people: tuple[str, ...]) -> None:
    pages_of(desk).show_learner(people[1])
    rows = pages_of(desk).learner.time.rows
    assert rows[0][0] == "اليوم"
    assert [row[2] for row in rows] == sorted((row[2] for row in rows), reverse=True)


def test_a_learner_who_is_not_stuck_is_told_of_calmly(desk: Program, people: tuple[str, ...]) -> None:
    pages_of(desk).show_learner(people[0])
    assert not pages_of(desk).learner.stuck.stuck


def test_stages_that_are_done_are_filled(
    desk: Program, find: Find, app: App, people: tuple[str, ...]
) -> None:
    lesson = app.catalog.lesson(LESSON)
    at = int(app.clock().timestamp() * 1000)
    facts: Sequence[tuple[EventKind, Data]] = (
        (EventKind.OPENED, {"seed": 1, "today": "2026-06-08"}),
        (EventKind.FINISHED, {}),
    )
    for kind, data in facts:
        app.store.append([Event("w", people[0], LESSON, lesson.revision, "watch", "x", kind, data, at)])
    pages_of(desk).show_learner(people[0])
    line = find(desk.window, f"trainer.learner.lesson.{LESSON}")
    assert isinstance(line, LessonLine)
    sight = line.sight
    assert sight is not None
    assert sight.done == ("watch",)
    assert sight.state is State.GOING


def test_next_learner_goes_through_everybody(
    desk: Program, tap: Tap, touch_cell: Tap, find: Find, people: tuple[str, ...]
) -> None:
    touch_cell(desk.window, people[5])
    tap(desk.window, "trainer.learner.next")
    assert text_of(desk, find, "trainer.learner.title") == "هند"
    tap(desk.window, "trainer.learner.next")
    assert text_of(desk, find, "trainer.learner.title") == "أم خالد"


def test_a_learner_removed_elsewhere_leads_back_to_the_group(
    desk: Program, find: Find, app: App, people: tuple[str, ...]
) -> None:
    pages_of(desk).show_learner(people[0])
    app.people.remove(people[0])
    pages_of(desk).learner.refresh()
    assert find(desk.window, "trainer.group").isVisible()


def test_the_learner_page_opens_at_the_course_practised_last(
    desk: Program, find: Find, people: tuple[str, ...]
) -> None:
    pages_of(desk).show_learner(people[1])
    assert find(desk.window, f"trainer.learner.lesson.{LESSON}").isVisible()
    assert text_of(desk, find, "trainer.learner.course").startswith("صحتكم: المواعيد والزيارات")


def test_every_lesson_of_a_learner_is_reached_and_none_of_the_hidden_courses_is_named(
    desk: Program, tap: Tap, find: Find, people: tuple[str, ...]
) -> None:
    pages_of(desk).show_learner(people[0])
    seen, named = [], ""
    for _ in pages_of(desk).learner.turn.leaves:
        seen += [one.objectName() for one in desk.window.findChildren(LessonLine)]
        named += text_of(desk, find, "trainer.learner.course")
        tap(desk.window, "trainer.learner.after")
    assert seen == [f"trainer.learner.lesson.{one.id}" for one in pages_of(desk).desk.heads]
    assert "أمانكم الرقمي" in named
    assert "الأسرة والحماية" not in named
    assert "راحة البال" not in named


# --- the lesson -------------------------------------------------------------------------


def test_the_lesson_page_names_the_hardest_step_and_its_mistakes(desk: Program, tap: Tap, find: Find) -> None:
    open_lesson(desk, tap)
    words = text_of(desk, find, "trainer.lesson.hard")
    assert "الخطوة 5: اليوم" in words
    assert "يوم مكتمل: 3" in words
    assert "لمسات خارج الزر: 1" in words


def test_the_bar_of_a_step_is_as_long_as_many_reached_it(desk: Program, tap: Tap) -> None:
    open_lesson(desk, tap)
    rows = pages_of(desk).lesson.card.rows
    assert [row.count.reached for row in rows[:6]] == [1, 1, 1, 1, 1, 0]
    assert [row.count.done for row in rows[:6]] == [1, 1, 1, 1, 0, 0]


def test_another_lesson_is_one_touch_away(desk: Program, tap: Tap, find: Find) -> None:
    open_lesson(desk, tap)
    tap(desk.window, "trainer.lesson.more")
    tap(desk.window, "trainer.lesson.choose.1")
    assert pages_of(desk).lesson.lesson != LESSON
    assert "5" not in text_of(desk, find, "trainer.lesson.hard")


# --- every page -------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    desk: Program, program: Callable[..., Program], faults: Callable[[Program], list[str]],
    size: tuple[int, int], lang: str, people: tuple[str, ...],
) -> None:  # fmt: skip
    made = program(size, lang)
    found: list[str] = []
    for name in NAMES:
        made.show_page(name)
        made.window.current.hide()  # type: ignore[union-attr]
        found += [f"{name}: {fault}" for fault in faults(made)]
    pages = pages_of(made)
    for name, page in (("trainer-group", pages.group), ("trainer-learner", pages.learner)):
        pages.show_page(name)
        for _ in page.turn.leaves:
            page.turn.after.click()
            found += [f"{name}, {page.turn.lesson}: {fault}" for fault in faults(made)]
    for learner in ("", people[1]):
        pages.edit(learner)
        found += [f"editor: {fault}" for fault in faults(made)]
    assert not found, "\n".join(found)


def test_only_the_front_page_is_reached_by_the_keyboard(desk: Program) -> None:
    seen = set()
    desk.window.activateWindow()
    pages_of(desk).group.export.setFocus()
    for _ in range(60):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(desk.window.focusWidget().objectName())
    assert {"trainer.bar.trainer-people", "trainer.group.before", "trainer.group.after"} <= seen
    assert not {name for name in seen if name.startswith("trainer.people.")}


def test_an_unknown_page_is_told_of(desk: Program) -> None:
    with pytest.raises(KnownError, match="trainer-moon"):
        pages_of(desk).show_page("trainer-moon")


def test_the_window_may_change_its_size(desk: Program) -> None:
    desk.window.resize(1920, 1080)
    pages = pages_of(desk)
    assert pages.group.width() + pages.bar.width() == 1920
    assert pages.bar.width() == 236


def test_locking_by_keyboard_leaves_no_ring_behind(desk: Program, find: Find) -> None:
    window, lock = desk.window, pages_of(desk).bar.lock
    window.activateWindow()
    lock.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(lock, Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.ring.repaint()
    assert window.findChild(QWidget, "trainer") is None
    assert find(window, "signIn.trainer").isVisible()


def test_focus_stays_on_its_cell_when_the_matrix_changes(
    desk: Program, find: Find, app: App, people: tuple[str, ...]
) -> None:
    group = pages_of(desk).group
    group.turn.lesson = [head.id for head in group.desk.heads].index(LESSON)
    group.again()
    desk.window.activateWindow()
    at = group.desk.heads.index(next(head for head in group.desk.heads if head.id == LESSON)) + 1
    group.view.setFocus(Qt.FocusReason.TabFocusReason)
    group.view.setCurrentIndex(group.model.index(group.model.row_of(people[3]), at))
    stuck_at(app, people[4], FULL_DAY)
    group.refresh()
    group.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.window.ring.repaint()
    assert desk.window.focusWidget() is group.view
    assert group.model.learner(group.view.currentIndex().row()).id == people[3]
    assert group.view.currentIndex().column() == at


def test_a_mistake_is_told_by_its_name(desk: Program) -> None:
    named = pages_of(desk).desk.mistake("phishing-sms", "link_tapped")
    assert desk.app.wording("ar").shown(named) == "فتح الرابط"


def test_a_mistake_without_a_name_is_told_by_the_sentence_that_tells(
    desk: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = desk.app.catalog
    lesson = catalog.lesson("phishing-sms")
    nameless = replace(lesson, mistakes=tuple(replace(one, name="") for one in lesson.mistakes))
    monkeypatch.setattr(catalog, "lesson", lambda lesson_id: nameless)
    told = pages_of(desk).desk.mistake("phishing-sms", "link_tapped")
    assert desk.app.wording("ar").shown(told) == "هذا الرابط هو الفخ."
