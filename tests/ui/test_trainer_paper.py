"""Paper from the trainer's pages: step cards, certificates, the number for help; who may make them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import entries
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.preferences import get
from elder_tutor.progress.staff import Member, NotAllowed, Role, Staff
from elder_tutor.text.bidi import plain
from elder_tutor.ui.paper.errands import HELP_PHONE
from elder_tutor.ui.paper.step_card import Wish, step_card
from elder_tutor.ui.program import Program
from elder_tutor.ui.sample import KEY, fill
from elder_tutor.ui.theme import metrics
from elder_tutor.ui.trainer import learner_desk, lesson_card, look
from elder_tutor.ui.trainer.dialog import path_words
from elder_tutor.ui.trainer.lesson import LessonPage
from elder_tutor.ui.trainer.machine_phone import NoNumber, number_of
from elder_tutor.ui.trainer.pages import TrainerPages
from tests.ui.conftest import TODAY

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
VIEWER = Member("x", "سارة", Role.VIEWER.value, 0, 1)
CARD_BUTTON = "trainer.lesson.stepCard"
AWARD_BUTTON = "trainer.learner.certificate"
COURSE = "health-visits"


def pages_of(made: Program) -> TrainerPages:
    found = made.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    return found


def shown(made: Program, name: str) -> bool:
    return any(each.isVisibleTo(made.window) for each in made.window.findChildren(QWidget, name))


def words(made: Program, find: Find, name: str) -> str:
    label = find(made.window, name)
    assert isinstance(label, QLabel)
    return plain(label.text())


def exported(app: App) -> list[tuple[str, str]]:
    """Answer who handed out what."""
    return [(entry.who, entry.subject) for entry in entries(app.store) if entry.action == "exported"]


def files(app: App) -> list[Path]:
    assert app.data_dir is not None
    return sorted((app.data_dir / "exports").glob("*"))


def at_lesson(made: Program, lesson: str = KEY, member: Member | None = None) -> LessonPage:
    made.show_page("trainer-lesson")
    pages = pages_of(made)
    if member is not None:
        pages.desk.member = member
    pages.lesson.show_lesson(lesson)
    pages.lesson.settle()
    return pages.lesson


def at_learner(made: Program, learner: str, member: Member | None = None) -> TrainerPages:
    made.show_page("trainer-group")
    pages = pages_of(made)
    if member is not None:
        pages.desk.member = member
    pages.show_learner(learner)
    pages.learner.front.show_view("follow")
    return pages


def finish(app: App, learner: str, *courses: str) -> None:
    """Let a learner do every lesson of courses alone."""
    lessons = [one for course in app.catalog.courses if course.id in courses for one in course.lessons]
    for number, lesson in enumerate(lessons):
        of, at = (f"alone-{lesson}", learner, lesson, 1, "alone", ""), 1_780_000_000_000 + number * 60_000
        opened = {"seed": 1, "today": "2026-06-08"}
        app.store.append(
            [
                Event(*of, EventKind.OPENED, opened, at),
                Event(*of, EventKind.FINISHED, {"passed": True}, at + 50_000),
            ]
        )


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """What was sent to the printer."""
    sent: list[tuple[str, Path]] = []
    for module in (lesson_card, learner_desk):
        monkeypatch.setattr(
            module, "print_paper", lambda paper, window, path: sent.append((paper.title, path))
        )
    return sent


# --- step cards ---------------------------------------------------------------------------


def test_the_card_of_the_lesson_shown_is_a_real_file(
    program: Callable[..., Program], app: App, tap: Tap, qtbot: QtBot, find: Find
) -> None:
    made = program()
    page = at_lesson(made)
    tap(made.window, CARD_BUTTON)
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=60_000)
    (file,) = files(app)
    assert words(made, find, "trainer.dialog.more") == str(file)
    assert file.name == f"step-card-{KEY}-ar.pdf"
    assert len(pypdf.PdfReader(file).pages) == len(step_card(app, KEY, Wish(day=TODAY)).leaves)
    assert exported(app) == [("trainer", "card")]


def test_words_tell_how_far_it_is_and_the_page_goes_on_answering(
    program: Callable[..., Program], tap: Tap, qtbot: QtBot
) -> None:
    made = program(lang="en")
    page, told = at_lesson(made), []
    page.maker.going.connect(lambda: told.append(page.maker.button.text()))
    tap(made.window, CARD_BUTTON)
    assert not page.maker.button.available
    qtbot.waitUntil(lambda: "Being made: picture 3" in told, timeout=60_000)
    tap(made.window, "trainer.lesson.tab.mistakes")
    assert page.part == "mistakes"
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=60_000)
    assert page.maker.button.available


def test_the_card_is_printed_without_being_made_again(
    program: Callable[..., Program], tap: Tap, qtbot: QtBot, app: App, printed: list[tuple[str, Path]]
) -> None:
    made = program()
    page = at_lesson(made)
    tap(made.window, CARD_BUTTON)
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=60_000)
    tap(made.window, "trainer.dialog.yes")
    assert [path for _, path in printed] == files(app)


def test_a_card_is_left_off_when_the_page_goes_away(
    program: Callable[..., Program], tap: Tap, app: App, qtbot: QtBot
) -> None:
    made = program()
    page = at_lesson(made)
    tap(made.window, CARD_BUTTON)
    pages_of(made).show_page("trainer-group")
    assert not page.maker.is_busy
    qtbot.wait(50)
    assert (files(app), exported(app)) == ([], [])


def test_a_viewer_is_offered_no_card_and_cannot_make_one(
    program: Callable[..., Program], app: App, find: Find
) -> None:
    made = program()
    page = at_lesson(made, member=VIEWER)
    assert not shown(made, CARD_BUTTON)
    page.maker.make()
    assert words(made, find, "trainer.dialog.title")
    assert (files(app), exported(app)) == ([], [])


def test_a_private_lesson_has_no_card(program: Callable[..., Program], app: App) -> None:
    page = at_lesson(program())
    hidden = next(lesson.id for lesson in app.catalog.lessons if lesson.private)
    assert not page.maker.offer(hidden, "ar")
    page.maker.make()
    assert not page.maker.is_busy
    assert files(app) == []


def test_trouble_with_the_disk_is_told(
    program: Callable[..., Program], app: App, tap: Tap, qtbot: QtBot, find: Find
) -> None:
    made = program(lang="en")
    page = at_lesson(made)
    assert app.data_dir is not None
    (app.data_dir / "exports").write_text("in the way")
    tap(made.window, CARD_BUTTON)
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=60_000)
    assert words(made, find, "trainer.dialog.title") == "That did not work"
    assert exported(app) == []


# --- certificates --------------------------------------------------------------------------


def test_the_only_finished_course_has_its_certificate_at_once(
    program: Callable[..., Program], app: App, people: tuple[str, ...], tap: Tap,
    printed: list[tuple[str, Path]],
) -> None:  # fmt: skip
    finish(app, people[0], COURSE)
    made = program()
    layla = Staff(app.store).add("ليلى", Role.TRAINER, "4711", "trainer")
    at_learner(made, people[0], layla)
    tap(made.window, AWARD_BUTTON)
    (file,) = files(app)
    (page,) = pypdf.PdfReader(file).pages
    assert round(page.mediabox.width) == 842
    assert exported(app) == [(layla.id, "certificate")]
    tap(made.window, "trainer.dialog.yes")
    assert [path for _, path in printed] == [file]


def test_of_several_courses_one_is_chosen(
    program: Callable[..., Program], app: App, people: tuple[str, ...], tap: Tap
) -> None:
    finish(app, people[0], COURSE, "health-record")
    made = program()
    at_learner(made, people[0])
    tap(made.window, AWARD_BUTTON)
    assert files(app) == []
    tap(made.window, "trainer.chooser.option.health-record")
    assert [file.name.startswith("certificate-health-record-") for file in files(app)] == [True]


def test_without_a_finished_course_there_is_no_certificate(
    program: Callable[..., Program], app: App, people: tuple[str, ...]
) -> None:
    finish(app, people[0], COURSE)
    made = program()
    pages = at_learner(made, people[1])
    assert not shown(made, AWARD_BUTTON)
    with pytest.raises(KnownError):
        pages.learner.own.certificate_file(people[1], COURSE, "ar")
    assert (files(app), exported(app)) == ([], [])


def test_private_lessons_bring_no_certificate(
    program: Callable[..., Program], app: App, people: tuple[str, ...]
) -> None:
    private = {lesson.id for lesson in app.catalog.lessons if lesson.private}
    finish(app, people[0], *(one.id for one in app.catalog.courses if private & set(one.lessons)))
    made = program()
    at_learner(made, people[0])
    assert not shown(made, AWARD_BUTTON)


def test_a_viewer_is_offered_no_certificate_and_cannot_make_one(
    program: Callable[..., Program], app: App, people: tuple[str, ...]
) -> None:
    finish(app, people[0], COURSE)
    made = program()
    pages = at_learner(made, people[0], VIEWER)
    assert not shown(made, AWARD_BUTTON)
    with pytest.raises(NotAllowed):
        pages.learner.own.certificate_file(people[0], COURSE, "ar")


def test_a_report_stands_in_the_audit_log_with_who_made_it(
    program: Callable[..., Program], app: App, people: tuple[str, ...], tap: Tap
) -> None:
    made = program()
    layla = Staff(app.store).add("ليلى", Role.TRAINER, "4711", "trainer")
    at_learner(made, people[0], layla)
    tap(made.window, "trainer.learner.report")
    assert exported(app) == [(layla.id, "report")]


# --- the number for help -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("٤٠٠٠ ١٢٣٤", "40001234"), ("+974 4000-1234", "+97440001234"), ("+٩٧٤٤٠٠٠١٢٣٤", "+97440001234"),
        ("999", "999"), ("", ""), ("  ", ""),
    ],
)  # fmt: skip
def test_a_number_is_kept_as_plain_digits(typed: str, kept: str) -> None:
    assert number_of(typed) == kept


@pytest.mark.parametrize("typed", ["نورة", "12", "4000 call", "1234567890123456", "++", "+"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NoNumber):
        number_of(typed)


def test_the_number_is_typed_with_the_tray_and_shown_in_groups(
    program: Callable[..., Program], app: App, tap: Tap
) -> None:
    made = program()
    made.show_page("trainer-machine-choices")
    pages = pages_of(made)
    tap(made.window, "trainer.machine.phone")
    for digit in "40001234":
        pages.editor.tray.buttons[f"key.{digit}"].click()
    tap(made.window, "trainer.editor.save")
    assert get(app.store)[HELP_PHONE] == "40001234"
    button = pages.machine.choices.phone.buttons[0]
    assert (plain(button.text()), pages.present) == ("4000 1234", pages.machine)
    assert button.text() != plain(button.text())  # held together from left to right


def test_a_wrong_number_is_told_and_changes_nothing(
    program: Callable[..., Program], app: App, tap: Tap
) -> None:
    made = program(lang="en")
    made.show_page("trainer-machine-choices")
    pages = pages_of(made)
    tap(made.window, "trainer.machine.phone")
    pages.editor.name.setText("نورة")
    tap(made.window, "trainer.editor.save")
    assert "digits" in pages.editor.words.text()
    assert pages.present is pages.editor
    assert HELP_PHONE not in get(app.store)


def test_a_name_is_written_from_the_right_after_a_number(program: Callable[..., Program], tap: Tap) -> None:
    made = program()
    made.show_page("trainer-machine-choices")
    pages = pages_of(made)
    tap(made.window, "trainer.machine.phone")
    assert pages.editor.layer == "123"
    pages.edit()
    assert pages.editor.layer == "ar"
    assert pages.editor.name.layoutDirection() == pages.editor.layoutDirection()


# --- every window --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], app: App, tap: Tap,
    people: tuple[str, ...], size: tuple[int, int], lang: str, qtbot: QtBot,
) -> None:  # fmt: skip
    fill(app, TODAY)
    finish(app, people[0], COURSE, "health-record")
    app.keep_settings({HELP_PHONE: "+97440001234", "languages": ["ar", "en", "fr"]})
    made, found = program(size, lang), []

    def check(where: str) -> None:
        made.window.current.hide()  # type: ignore[union-attr]
        found.extend(f"{where}: {fault}" for fault in faults(made))

    longest = max(app.catalog.lessons, key=lambda one: 0 if one.private else len(one.steps))
    at_lesson(made, longest.id)
    check("longest")
    page = at_lesson(made)
    check("lesson")
    page.maker.going.connect(lambda: check("making"))
    tap(made.window, CARD_BUTTON)
    qtbot.waitUntil(lambda: not page.maker.is_busy, timeout=60_000)
    check("made")
    at_learner(made, people[0]).learner._certificate()
    check("courses")
    at_learner(made, people[0])
    check("learner")
    made.show_page("trainer-machine-choices")
    check("machine")
    pages_of(made).machine.phoneRequested.emit()
    check("phone")
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_long_path_is_painted_to_its_last_letter(qapp: object, lang: str) -> None:
    m = metrics(1280, 800, 1, lang, 4.0)
    path = Path("/srv/centre/data/exports/certificate-health-visits-2026-06-08-7589f0a0.pdf")
    laid = look.laid(path_words(path), m, "body", 600, True)
    picture = QImage(700, 120, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    laid.paint(painter, QRectF(50, 10, 600, laid.height), QColor("black"))
    painter.end()
    beside = (*range(50), *range(652, 700))
    outside = [x for x in beside for y in range(120) if picture.pixelColor(x, y).value() < 128]
    assert laid.lines == 2
    assert outside == []
