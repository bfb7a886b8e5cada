"""The learner's page: what it tells, notes, chosen lessons, the learner's fit, files, private lessons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.remarks import Remarks
from elder_tutor.progress.staff import Member, NotAllowed, Role, Staff
from elder_tutor.text.bidi import plain
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer import learner_desk
from elder_tutor.ui.trainer.learner import LearnerPage
from elder_tutor.ui.trainer.learner_parts import LessonLine
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.trainer.pages import TrainerPages

LESSON = "book-appointment"
LONG = "عبد الرحمن بن عبد العزيز آل محمود الكعبي"
VIEWS = ("path", "practice", "follow")
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
NOTE = "تحب أن تبدأ ببطء، وتقرأ الأرقام جيدا. " * 4


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    made = program()
    made.show_page("trainer-group")
    return made


def page_of(made: Program, learner: str = "", view: str = "follow") -> LearnerPage:
    pages = made.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    if learner:
        pages.show_learner(learner)
        pages.learner.front.show_view(view)
    return pages.learner


def text_of(made: Program, name: str) -> list[str]:
    """Answer the texts of all visible labels whose names begin so."""
    labels = made.window.findChildren(QLabel)
    found = (one for one in labels if one.objectName().startswith(name) and one.isVisibleTo(made.window))
    return [one.text() for one in found]


def happened(
    app: App, learner: str, lesson: str, *facts: tuple[str, EventKind, dict[str, str | int | bool]]
) -> None:
    at = int(app.clock().timestamp() * 1000)
    app.store.append(
        [
            Event(f"{lesson}-{stage}", learner, lesson, 1, stage, "", kind, data, at + number)
            for number, (stage, kind, data) in enumerate(facts)
        ]
    )


def send_letter(field: QWidget, letter: str) -> None:
    """Press a key of a real keyboard that writes this letter."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(field, event)


def line_of(made: Program, lesson: str = LESSON) -> LessonLine:
    found = made.window.findChild(LessonLine, f"trainer.learner.lesson.{lesson}")
    assert isinstance(found, LessonLine)
    return found


# --- the path -------------------------------------------------------------------------------


def test_a_line_tells_mastered_and_due(desk, app, people) -> None:
    done = {"passed": True, "unaided": True, "criterion": "unaided-2-days:1"}
    happened(
        app, people[0], LESSON, ("check", EventKind.FINISHED, {**done, "day": "2026-05-01"}),
        ("refresh", EventKind.FINISHED, {**done, "day": "2026-05-09", "due": "2026-06-08"}),
    )  # fmt: skip
    page_of(desk, people[0], "path")
    sight = line_of(desk).sight
    assert sight is not None
    assert (sight.mastered, sight.due, sight.done) == (True, True, ("check", "refresh"))


def test_a_chosen_lesson_is_marked_and_so_is_each_of_a_chosen_course(desk, app, people) -> None:
    course = app.catalog.course(LESSON)
    Assignments(app.store).assign(people[0], course=course.id)
    page = page_of(desk, people[0], "path")
    page.turn.lesson = [head.id for head in page.desk.heads].index(LESSON)
    page.front.again()
    sight = line_of(desk).sight
    assert sight is not None
    assert sight.note
    page_of(desk, people[1], "path").turn.lesson = page.turn.lesson
    page.front.again()
    assert line_of(desk).sight.note == ""


def test_a_private_lesson_tells_done_and_nothing_else(desk, app, people) -> None:
    private = next(lesson for lesson in app.catalog.lessons if lesson.private)
    happened(app, people[0], private.id, ("alone", EventKind.FINISHED, {}))
    titles = [lesson.title for lesson in app.catalog.lessons if lesson.private]
    said = ""
    for view in VIEWS:
        page = page_of(desk, people[0], view)
        said += " ".join(text_of(desk, "trainer.learner"))
    page.front.show_view("path")
    page.turn.lesson = len(page.desk.heads) - 1
    page.front.again()
    said += " ".join(text_of(desk, "trainer.learner"))
    shown = [
        app.wording("ar").shown(learner_desk.phrase(title, app.catalog.domain(private.id)))
        for title in titles
    ]
    assert [title for title in shown if title in said] == []
    assert line_of(desk, "private").sight.day


# --- notes ----------------------------------------------------------------------------------


def test_a_note_is_typed_with_the_keyboard_and_stands_first(desk, app, people, tap, find) -> None:
    Remarks(app.store).add(people[0], "قديم")
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.write")
    field = find(desk.window, "trainer.learner.noteEditor.field")
    assert isinstance(field, QPlainTextEdit)
    for letter in "نورة تقرأ":
        send_letter(field, letter)
    tap(desk.window, "trainer.learner.noteEditor.save")
    assert [note.text for note in Remarks(app.store).of(people[0])] == ["نورة تقرأ", "قديم"]
    assert text_of(desk, "trainer.learner.note.")[0] == "نورة تقرأ"


def test_the_tray_writes_the_same_note(desk, people, tap, find) -> None:
    page = page_of(desk, people[0])
    tap(desk.window, "trainer.learner.write")
    for key in ("ن", "و"):
        page.writing.tray.buttons[f"key.{key}"].click()
    assert page.writing.field.toPlainText() == "نو"


def test_an_empty_note_is_refused_in_words(desk, app, people, tap) -> None:
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.write")
    before = text_of(desk, "trainer.learner.noteEditor.words")
    tap(desk.window, "trainer.learner.noteEditor.save")
    assert text_of(desk, "trainer.learner.noteEditor.words") != before
    assert Remarks(app.store).of(people[0]) == ()


@pytest.mark.parametrize(("answer", "left"), [("yes", 0), ("no", 1)])
def test_a_note_is_removed_after_asking(desk, app, people, tap, answer: str, left: int) -> None:
    Remarks(app.store).add(people[0], "ملاحظة")
    (note,) = Remarks(app.store).of(people[0])
    page_of(desk, people[0])
    tap(desk.window, f"trainer.learner.tear.{note.id}")
    tap(desk.window, f"trainer.dialog.{answer}")
    assert len(Remarks(app.store).of(people[0])) == left


def test_every_note_is_reached_when_there_are_many(desk, app, people, tap) -> None:
    for number in range(12):
        Remarks(app.store).add(people[0], f"{number} {NOTE}")
    page_of(desk, people[0])
    seen: set[str] = set()
    for _ in range(12):
        seen |= {text.split()[0] for text in text_of(desk, "trainer.learner.note.")}
        tap(desk.window, "trainer.learner.older")
    assert len(seen) == 12


def test_notes_and_choices_go_with_the_learner(desk, app, people) -> None:
    Remarks(app.store).add(people[0], "ملاحظة")
    Assignments(app.store).assign(people[0], lesson=LESSON)
    app.people.remove(people[0])
    assert Remarks(app.store).of(people[0]) == ()
    assert Assignments(app.store).of(people[0]) == ()


# --- choosing lessons -----------------------------------------------------------------------


def test_a_lesson_is_chosen_until_a_day_and_proposed(desk, app, people, tap) -> None:
    page = page_of(desk, people[0])
    tap(desk.window, "trainer.learner.assign")
    page.assigning.turn.lesson = next(
        n
        for n, lesson in enumerate(one for c in page.own.courses() for one in c.lessons)
        if lesson.id == LESSON
    )
    page.assigning.again()
    tap(desk.window, f"trainer.learner.assigning.choice.{LESSON}")
    tap(desk.window, "trainer.learner.assigning.span.7")
    tap(desk.window, "trainer.learner.assigning.save")
    (chosen,) = Assignments(app.store).of(people[0])
    assert (chosen.lesson, chosen.until) == (LESSON, "2026-06-15")
    card = app.practice_today(app.session(people[0]))
    assert (card.lesson.id, card.why) == (LESSON, "assigned")


def test_without_a_choice_it_says_what_is_missing(desk, app, people, tap) -> None:
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.assign")
    before = text_of(desk, "trainer.learner.assigning.words")
    tap(desk.window, "trainer.learner.assigning.save")
    assert text_of(desk, "trainer.learner.assigning.words") != before
    assert Assignments(app.store).of(people[0]) == ()


def test_no_private_lesson_and_no_course_of_only_private_ones_is_offered(desk, app, people) -> None:
    courses = page_of(desk).own.courses()
    offered = {lesson.id for course in courses for lesson in course.lessons}
    assert offered == {lesson.id for lesson in app.catalog.lessons if not lesson.private}
    assert "wellbeing" not in {course.id for course in courses}


def test_a_private_choice_from_elsewhere_is_named_nowhere(desk, app, people) -> None:
    private = next(lesson for lesson in app.catalog.lessons if lesson.private)
    Assignments(app.store).assign(people[0], lesson=private.id)
    page_of(desk, people[0])
    assert text_of(desk, "trainer.learner.choice.") == []
    page_of(desk, people[0], "path")
    lines = desk.window.findChildren(LessonLine)
    assert not any(line.sight.note for line in lines if line.sight)


def test_a_choice_is_taken_back(desk, app, people, tap) -> None:
    Assignments(app.store).assign(people[0], lesson=LESSON)
    (chosen,) = Assignments(app.store).of(people[0])
    page_of(desk, people[0])
    tap(desk.window, f"trainer.learner.withdraw.{chosen.id}")
    assert Assignments(app.store).of(people[0]) == ()
    assert text_of(desk, "trainer.learner.choice.") == []


def test_the_home_page_says_who_chose(program, app, people) -> None:
    Assignments(app.store).assign(people[0], lesson=LESSON)
    made = program()
    made.show_page("home", learner=people[0])
    plain = made.journey.home_state().today
    assert (plain.id, plain.why) == (LESSON, "assigned")


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(("size", "step"), [(size, step) for size in WINDOWS for step in (1, 4)])
def test_who_chose_is_said_without_clipping_anything(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], app: App,
    people: tuple[str, ...], size: tuple[int, int], lang: str, step: int,
) -> None:  # fmt: skip
    Assignments(app.store).assign(people[0], lesson=LESSON)
    made = program(size, lang, step)
    made.show_page("home", learner=people[0])
    assert faults(made) == []


# --- fit and files --------------------------------------------------------------------------


def test_a_choice_of_fit_holds_at_once_for_this_learner_only(desk, app, people, tap) -> None:
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.fit")
    tap(desk.window, "trainer.learner.fitting.size.2")
    tap(desk.window, "trainer.learner.fitting.theme.1")
    assert (app.settings_of(people[0]).size, app.settings_of(people[0]).theme) == (3, "dark")
    assert (app.settings_of(people[1]).size, app.settings.size) == (1, 1)
    assert "changed_settings" in {entry.action for entry in app.people.audit()}


def test_the_fit_tells_what_the_learner_has_set_in_the_learners_words(desk, app, people, tap) -> None:
    app.keep_settings({"size": 4, "volume": 40, "rate": 85, "snap_mm": 7.0, "release_mm": 14.0}, people[0])
    fitting = page_of(desk, people[0]).fitting
    tap(desk.window, "trainer.learner.fit")
    told = {name: label.text() for name, label in fitting.labels.items()}
    assert told["volume"].endswith("الصوت 4 من 10")
    assert told["size"].endswith("الحروف 4 من 4")
    assert told["touch"].endswith("سهل")
    assert [button.chosen for button in fitting.buttons["rate"]] == [True, False, False]


def test_escape_leaves_what_was_opened_and_then_the_page(desk, people, tap, find) -> None:
    page = page_of(desk, people[0])
    desk.window.activateWindow()
    tap(desk.window, "trainer.learner.fit")
    QTest.keyClick(page.fitting.done, Qt.Key.Key_Escape)
    assert page.present is page.front
    QTest.keyClick(page.front.back, Qt.Key.Key_Escape)
    assert find(desk.window, "trainer.group").isVisible()


def test_a_report_is_written_beside_the_exports_and_its_folder_offered(
    desk, app, people, tap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(app: App, learner: str, path: Path, lang: str) -> None:
        path.write_text(f"{learner} {lang}")

    monkeypatch.setattr(learner_desk, "_part", lambda module, name: written)
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.report")
    (file,) = (app.data_dir / "exports").iterdir()
    assert file.read_text() == f"{people[0]} ar"
    assert [plain(text) for text in text_of(desk, "trainer.dialog.more")] == [str(file)]


def test_the_real_report_and_the_data_are_written(desk, app, people, tap) -> None:
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.report")
    tap(desk.window, "trainer.dialog.no")
    tap(desk.window, "trainer.learner.data")
    files = sorted((app.data_dir / "exports").iterdir())
    assert [file.suffix for file in files] == [".zip", ".pdf"]
    assert files[1].read_bytes().startswith(b"%PDF")


def test_after_the_report_printing_is_one_touch_away(
    desk, app, people, tap, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(learner_desk.LearnerDesk, "report_file", lambda *_: Path("/tmp/report.pdf"))
    monkeypatch.setattr(learner_desk.LearnerDesk, "print", lambda desk, who, *_: printed.append(who))
    page_of(desk, people[0])
    tap(desk.window, "trainer.learner.report")
    assert printed == []
    tap(desk.window, "trainer.dialog.yes")
    assert printed == [people[0]]


# --- who may do what -------------------------------------------------------------------------


def visit(made: Program, member: Member) -> None:
    """Let somebody of the staff be here."""
    page_of(made).desk.member = member


def test_a_note_is_signed_with_the_name_of_who_wrote_it(desk, app, people) -> None:
    layla = Staff(app.store).add("ليلى", Role.TRAINER, "4711", "trainer")
    visit(desk, layla)
    page_of(desk, people[0])._written("تحب القهوة")
    (note,) = Remarks(app.store).of(people[0])
    assert note.who == layla.id
    assert "ليلى" in text_of(desk, f"trainer.learner.when.{note.id}")[0]


def test_who_only_looks_is_offered_nothing_that_changes_and_cannot_do_it(desk, app, people) -> None:
    Remarks(app.store).add(people[0], "ملاحظة")
    Assignments(app.store).assign(people[0], lesson=LESSON)
    visit(desk, Member("x", "سارة", Role.VIEWER.value, 0, 1))
    page = page_of(desk, people[0])
    offered = [each.objectName() for each in page.findChildren(Press) if each.isVisibleTo(page)]
    assert {name.split(".")[2] for name in offered} == {"view", "next", "back"}
    for deed in (
        lambda: page.own.write(people[0], "x"), lambda: page.own.assign(people[0], LESSON, "", 0),
        lambda: page.own.keep(people[0], {"size": 4}), lambda: page.own.data_file(people[0]),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            deed()


def test_what_another_window_writes_comes_to_the_page(desk, app, people) -> None:
    page = page_of(desk, people[0])
    Remarks(app.store).add(people[0], "من نافذة أخرى")
    page.refresh()
    page.desk.settle()
    assert text_of(desk, "trainer.learner.note.")[0] == "من نافذة أخرى"


def test_a_part_that_is_not_there_is_told_of(desk) -> None:
    with pytest.raises(KnownError):
        learner_desk._part("elder_tutor.no_such_part", "anything")


# --- every view in every window -------------------------------------------------------------


def fill(app: App, learner: str) -> None:
    """Give a learner notes, choices and drills, each more than there is room for."""
    for number in range(8):
        Remarks(app.store).add(learner, f"{number} {NOTE}")
    for lesson in [one for one in app.catalog.lessons if not one.private][:7]:
        Assignments(app.store).assign(learner, lesson=lesson.id, until="2026-07-08")
    happened(
        app, learner, LESSON, ("follow", EventKind.OPENED, {"seed": 1, "today": "2026-06-08"}),
        *[("follow", EventKind.FELT, {"face": 2})] * 3, ("follow", EventKind.FINISHED, {}),
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], app: App,
    people: tuple[str, ...], size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    full = app.people.add(LONG, "palm").id
    fill(app, full)
    made = program(size, lang)
    made.show_page("trainer-group")
    made.window.current.hide()  # type: ignore[union-attr]
    found = []
    for learner in (full, people[0]):
        for view in VIEWS:
            page = page_of(made, learner, view)
            found += [f"{view}: {fault}" for fault in faults(made)]
    for name, opened in (("assign", page._assign), ("note", page._write), ("fit", page._fit)):
        opened()
        found += [f"{name}: {fault}" for fault in faults(made)]
    assert not found, "\n".join(found)


def test_the_keyboard_reaches_notes_choices_and_the_ways_on(desk, app, people) -> None:
    fill(app, people[0])
    page = page_of(desk, people[0])
    desk.window.activateWindow()
    page.front.assign.setFocus()
    seen = set()
    for _ in range(40):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        widget: QWidget = desk.window.focusWidget()
        seen.add(
            widget.objectName().rsplit(".", 1)[0] if len(widget.objectName()) > 40 else widget.objectName()
        )
    assert {"trainer.learner.tear", "trainer.learner.withdraw", "trainer.learner.fit"} <= seen
    assert {"trainer.learner.view.path", "trainer.learner.back"} <= seen
