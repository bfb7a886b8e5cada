"""The lesson's page: funnel, the commonest mistakes with their screens, and what a revision changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect

from elder_tutor.app import App
from elder_tutor.lessons.view import Target
from elder_tutor.text.bidi import plain
from elder_tutor.ui.program import Program
from elder_tutor.ui.sample import KEY, fill
from elder_tutor.ui.trainer.lesson import LessonPage
from elder_tutor.ui.trainer.lesson_parts import stopped
from elder_tutor.ui.trainer.lesson_shots import crop, phone_picture, scenes
from tests.ui.conftest import TODAY

Tap = Callable[..., None]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
PARTS = ("numbers", "tab.mistakes", "numbers", "tab.change", "numbers")


@pytest.fixture
def desk(program: Callable[..., Program], app: App) -> Program:
    """The page of an invented centre, at the lesson that most practised."""
    fill(app, TODAY)
    made = program()
    come(made)
    return made


def come(made: Program) -> None:
    made.show_page("trainer-lesson")
    page_of(made).show_lesson(KEY)
    page_of(made).settle()


def page_of(desk: Program) -> LessonPage:
    found = desk.window.findChild(LessonPage, "trainer.lesson")
    assert isinstance(found, LessonPage)
    return found


def press(desk: Program, tap: Tap, name: str) -> None:
    tap(desk.window, f"trainer.lesson.{name}")
    page_of(desk).settle()


def test_the_step_that_stops_most_stands_out(desk: Program) -> None:
    page = page_of(desk)
    assert page.funnel is not None
    assert page.card.hard == "day"
    assert page.funnel.hardest is not None
    assert stopped(page.funnel.hardest) == max(stopped(row) for row in page.funnel.rows)


def test_the_table_of_the_funnel_holds_the_painted_counts(desk: Program, tap: Tap) -> None:
    press(desk, tap, "numbers")
    page = page_of(desk)
    rows = page.table.cells.numbers.rows
    painted = [(row.count.reached, row.count.done, stopped(row)) for row in page.card.rows]
    assert [tuple(int(cell) for cell in row[1:4]) for row in rows] == painted


def test_the_three_commonest_mistakes_have_the_picture_of_their_screen(desk: Program, tap: Tap) -> None:
    press(desk, tap, "tab.mistakes")
    cards = page_of(desk).mistakes
    assert all(card.shot is not None and not card.shot.isNull() for card in cards)
    times = [int(row[2]) for row in page_numbers(desk, tap)]
    assert times == sorted(times, reverse=True)


def page_numbers(desk: Program, tap: Tap) -> tuple[tuple[str, ...], ...]:
    press(desk, tap, "numbers")
    return page_of(desk).table.cells.numbers.rows


def test_pictures_are_made_once(desk: Program, tap: Tap, monkeypatch: pytest.MonkeyPatch) -> None:
    press(desk, tap, "tab.mistakes")
    monkeypatch.setattr("elder_tutor.ui.trainer.lesson_shots.scenes", lambda *_: pytest.fail("made again"))
    press(desk, tap, "tab.steps")
    press(desk, tap, "tab.mistakes")
    assert all(card.shot is not None for card in page_of(desk).mistakes)


def test_while_a_picture_is_made_words_stand_in_its_place(desk: Program, tap: Tap) -> None:
    tap(desk.window, "trainer.lesson.tab.mistakes")
    card = page_of(desk).mistakes[0]
    assert card.shot is None
    assert card.accessibleName()


def test_the_scene_of_a_step_is_the_lessons_own_phone_with_the_right_place(app: App) -> None:
    found = scenes(app.catalog, KEY, ["day", "code"], app.region, TODAY)
    assert found["day"].target is not None
    assert found["day"].target.element.startswith("health.")
    assert found["day"].view.app == "health"


def test_of_a_private_lesson_no_picture_is_made(app: App) -> None:
    hidden = next(one for one in app.catalog.lessons if one.private)
    assert scenes(app.catalog, hidden.id, [step.id for step in hidden.steps], app.region, TODAY) == {}


def test_the_target_is_ringed(qapp: object, app: App) -> None:
    scene = scenes(app.catalog, KEY, ["day"], app.region, TODAY)["day"]
    image = phone_picture(scene, app.wording("ar")).toImage()
    ringed = sum(
        image.pixelColor(x, y).name() == "#ffc83d"
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert ringed > 40


def test_a_crop_holds_the_target_and_stays_on_the_screen() -> None:
    screen = QRect(17, 17, 452, 706)
    for top in (20, 300, 690):
        target = QRect(40, top, 100, 30)
        part = crop(screen, target)
        assert screen.contains(part)
        assert part.contains(target)
    assert crop(screen, None).width() == screen.width()


def test_before_and_after_stand_beside_each_other_at_each_step(desk: Program, tap: Tap) -> None:
    press(desk, tap, "tab.change")
    page = page_of(desk)
    assert page.change is not None
    assert page.bars.plot is not None
    day = next(row for row in page.change.rows if row.step.id == "day")
    assert (day.after.percent or 0) > (day.before.percent or 0)
    painted = [tuple(part.words for part in row.parts) for row in page.bars.plot.rows]
    press(desk, tap, "numbers")
    rows = page.table.cells.numbers.rows
    told = [tuple(plain(cell).split(" (")[0] for cell in row[1:]) for row in rows]
    assert told == [tuple(map(plain, words)) for words in painted]


def test_a_step_that_was_asked_for_stands_beside_the_funnel(desk: Program) -> None:
    page = page_of(desk)
    page.show_lesson(KEY, "code")
    page.settle()
    assert page.card.chosen == "code"
    assert "رمز التحقق" in page.hard.text()


def test_a_long_lesson_is_turned_instead_of_set_smaller(desk: Program, tap: Tap) -> None:
    page = page_of(desk)
    longest = max(page.desk.open_heads(), key=lambda head: len(head.steps))
    page.show_lesson(longest.id)
    page.settle()
    press(desk, tap, "numbers")
    seen = [row[0] for row in page.table.cells.numbers.rows]
    press(desk, tap, "after")
    seen += [row[0] for row in page.table.cells.numbers.rows]
    assert len(set(seen)) == len(longest.steps)


def test_with_one_revision_there_is_nothing_to_compare(program: Callable[..., Program], tap: Tap) -> None:
    made = program()
    made.show_page("trainer-lesson")
    press(made, tap, "tab.change")
    page = page_of(made)
    assert page.words.isVisibleTo(made.window)
    assert not page.bars.isVisibleTo(made.window)


def test_a_key_is_shown_as_the_field_it_writes_in(app: App, qapp: object) -> None:
    found = scenes(app.catalog, KEY, ["code"], app.region, TODAY)
    assert isinstance(found["code"].target, Target)
    assert not phone_picture(found["code"], app.wording("ar")).isNull()


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    app: App, program: Callable[..., Program], faults: Callable[[Program], list[str]], tap: Tap,
    size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    fill(app, TODAY)
    made = program(size, lang)
    come(made)
    made.window.current.hide()  # type: ignore[union-attr]
    found = [f"first: {fault}" for fault in faults(made)]
    for part in PARTS:
        press(made, tap, part)
        found += [f"{part}: {fault}" for fault in faults(made)]
    ours = [fault for fault in found if "trainer.lesson" in fault]
    assert not ours, "\n".join(ours)
