"""Who is at the door, what each may do, groups, the list that is brought in, and the log; by touches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from elder_tutor.app import App
from elder_tutor.progress.audit import Deed
from elder_tutor.progress.intake import Newcomer
from elder_tutor.progress.people import People
from elder_tutor.progress.staff import Member, Role
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.group_rooms import NAMES
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.trainer.people_log import DEEDS

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))


@pytest.fixture(autouse=True)
def light_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least memory argon2 allows."""
    import argon2

    real = argon2.PasswordHasher
    monkeypatch.setattr(argon2, "PasswordHasher", lambda: real(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def staff(app: App, people: tuple[str, ...]) -> tuple[Member, ...]:
    """A manager, a trainer and one who only looks."""
    app.people.choose_pin("2580")
    made = app.people.staff
    made.rename("first", "منى", "trainer")
    made.add("خالد", Role.TRAINER, "4827", "trainer")
    made.add("هيا", Role.VIEWER, "7391", "trainer")
    return made.all()


@pytest.fixture
def door(program: Callable[..., Program], tap: Tap, staff: tuple[Member, ...]) -> Program:
    """The page behind «المدرّب» on the welcome page."""
    made = program()
    made.journey.start()
    tap(made.window, "signIn.trainer")
    return made


def pages_of(program: Program) -> TrainerPages:
    found = program.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    found.settle()
    return found


def enter(program: Program, tap: Tap, pin: str) -> None:
    for key in (*pin, "done"):
        tap(program.window, f"trainer.pin.{key}")


def come_in(program: Program, tap: Tap, who: Member, pin: str) -> TrainerPages:
    tap(program.window, f"trainer.pin.names.{who.id}")
    enter(program, tap, pin)
    return pages_of(program)


def words(program: Program, find: Find, name: str) -> str:
    label = find(program.window, name)
    assert isinstance(label, QLabel)
    return label.text()


def is_shown(program: Program, name: str) -> bool:
    return any(one.isVisible() for one in program.window.findChildren(QWidget, name))


# --- the door -----------------------------------------------------------------------------


def test_several_are_asked_who_they_are(
    door: Program, tap: Tap, find: Find, staff: tuple[Member, ...]
) -> None:
    assert "اسمكم" in words(door, find, "trainer.pin.words")
    assert not is_shown(door, "trainer.pin.5")
    pages = come_in(door, tap, staff[1], "4827")
    assert pages.desk.member.name == "خالد"


def test_another_s_pin_does_not_open(door: Program, tap: Tap, find: Find, staff: tuple[Member, ...]) -> None:
    tap(door.window, f"trainer.pin.names.{staff[1].id}")
    enter(door, tap, "2580")
    assert find(door.window, "trainer.pin").isVisible()
    assert "4" in words(door, find, "trainer.pin.words")


def test_back_from_a_name_leads_to_the_names(door: Program, tap: Tap, staff: tuple[Member, ...]) -> None:
    tap(door.window, f"trainer.pin.names.{staff[1].id}")
    tap(door.window, "trainer.pin.back")
    assert is_shown(door, f"trainer.pin.names.{staff[2].id}")
    tap(door.window, "trainer.pin.back")
    assert door.window.findChild(QWidget, "trainer") is None


def test_whose_pin_was_reset_chooses_a_new_one(
    door: Program, tap: Tap, app: App, staff: tuple[Member, ...]
) -> None:
    app.people.reset_pin("account", staff[1].id)
    pages_of(door).pin.begin()
    tap(door.window, f"trainer.pin.names.{staff[1].id}")
    enter(door, tap, "5093")
    enter(door, tap, "5093")
    app.people.check_pin("5093", staff[1].id)
    assert pages_of(door).desk.member.id == staff[1].id


def test_an_easy_pin_is_refused_before_it_is_entered_twice(
    program: Callable[..., Program], tap: Tap, find: Find
) -> None:
    made = program()
    made.journey.start()
    tap(made.window, "signIn.trainer")
    enter(made, tap, "1234")
    assert "التخمين" in words(made, find, "trainer.pin.words")
    assert pages_of(made).pin.ask == "new"


# --- roles ----------------------------------------------------------------------------------


OFFERED = {
    Role.VIEWER: (False, False, False, False),
    Role.TRAINER: (True, True, False, False),
    Role.MANAGER: (True, True, True, True),
}
"""Adding a learner, renaming one, erasing one, reading the log."""


@pytest.mark.parametrize("role", Role)
def test_pages_offer_what_the_role_includes(
    door: Program, tap: Tap, staff: tuple[Member, ...], people: tuple[str, ...], role: Role
) -> None:
    at = [Role.MANAGER, Role.TRAINER, Role.VIEWER].index(role)
    pages = come_in(door, tap, staff[at], ("2580", "4827", "7391")[at])
    pages.show_page("trainer-people")
    pages.settle()
    names = ("trainer.people.add", f"trainer.people.change.{people[0]}", f"trainer.people.remove.{people[0]}")
    shown = [is_shown(door, name) for name in names]
    tap(door.window, "trainer.people.staff")
    assert (*shown, is_shown(door, "trainer.staff.log")) == OFFERED[role]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_only_a_manager_sets_the_machine(door: Program, tap: Tap, staff: tuple[Member, ...], at: int) -> None:
    come_in(door, tap, staff[at], ("2580", "4827", "7391")[at])
    assert is_shown(door, "trainer.bar.trainer-machine") == (at == 0)


def test_who_may_not_erase_erases_nobody_even_when_asked_for(
    door: Program, tap: Tap, find: Find, app: App, staff: tuple[Member, ...], people: tuple[str, ...]
) -> None:
    pages = come_in(door, tap, staff[1], "4827")
    pages.people.remove(people[0])
    assert len(app.people.learners()) == 7
    assert "المدير" in words(door, find, "trainer.dialog.words")


def test_what_somebody_does_is_written_down_under_their_id(
    door: Program, tap: Tap, app: App, staff: tuple[Member, ...]
) -> None:
    pages = come_in(door, tap, staff[1], "4827")
    pages.edit()
    pages.editor.name.setText("حمد")
    tap(door.window, "trainer.editor.save")
    assert (app.people.audit()[-1].who, app.people.audit()[-1].action) == (staff[1].id, "add_learner")


def test_the_log_is_closed_to_who_is_no_manager(door: Program, tap: Tap, staff: tuple[Member, ...]) -> None:
    pages = come_in(door, tap, staff[1], "4827")
    pages.show_page("trainer-log")
    assert pages.rooms.log.rows == ()
    assert is_shown(door, "trainer.log.only")


# --- the staff --------------------------------------------------------------------------------


def write(program: Program, name: str) -> None:
    field = program.window.findChild(QLineEdit, "trainer.editor.name")
    assert isinstance(field, QLineEdit)
    field.setText(name)


def test_a_manager_adds_a_trainer_who_chooses_a_pin(
    door: Program, tap: Tap, app: App, staff: tuple[Member, ...]
) -> None:
    come_in(door, tap, staff[0], "2580").show_page("trainer-staff")
    tap(door.window, "trainer.staff.add")
    write(door, "سعود")
    tap(door.window, "trainer.editor.save")
    tap(door.window, "trainer.chooser.option.trainer")
    enter(door, tap, "5093")
    enter(door, tap, "5093")
    app.people.check_pin("5093", app.people.staff.member("سعود").id)
    assert pages_of(door).present is pages_of(door).rooms.staff


def test_the_role_of_the_last_manager_stays(
    door: Program, tap: Tap, find: Find, app: App, staff: tuple[Member, ...]
) -> None:
    come_in(door, tap, staff[0], "2580").show_page("trainer-staff")
    tap(door.window, "trainer.staff.role.first")
    tap(door.window, "trainer.chooser.option.viewer")
    assert "مدير" in words(door, find, "trainer.dialog.words")
    assert app.people.staff.member("first").role == "manager"


def test_removing_a_trainer_asks_first(door: Program, tap: Tap, app: App, staff: tuple[Member, ...]) -> None:
    come_in(door, tap, staff[0], "2580").show_page("trainer-staff")
    tap(door.window, f"trainer.staff.remove.{staff[2].id}")
    assert len(app.people.staff.all()) == 3
    tap(door.window, "trainer.dialog.yes")
    assert [one.name for one in app.people.staff.all()] == ["منى", "خالد"]


def test_everybody_changes_their_own_pin(
    door: Program, tap: Tap, app: App, staff: tuple[Member, ...]
) -> None:
    come_in(door, tap, staff[2], "7391").show_page("trainer-staff")
    tap(door.window, "trainer.staff.ownPin")
    for pin in ("7391", "5093", "5093"):
        enter(door, tap, pin)
    app.people.check_pin("5093", staff[2].id)


# --- groups -------------------------------------------------------------------------------------


@pytest.fixture
def desk(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    made = program()
    made.show_page("trainer-groups")
    return made


def test_a_group_is_made_and_filled(desk: Program, tap: Tap, app: App, people: tuple[str, ...]) -> None:
    tap(desk.window, "trainer.groups.add")
    write(desk, "الأحد")
    tap(desk.window, "trainer.editor.picture.moon")
    tap(desk.window, "trainer.editor.save")
    for who in people[1:3]:
        tap(desk.window, f"trainer.chooser.option.{who}")
    tap(desk.window, "trainer.chooser.keep")
    group = app.people.groups.all()[0]
    assert (group.name, group.picture) == ("الأحد", "moon")
    assert sorted(app.people.groups.members(group.id)) == sorted(people[1:3])


def test_a_group_is_dissolved_and_its_members_stay(desk: Program, tap: Tap, app: App) -> None:
    group = app.people.groups.add("الأحد", "palm")
    pages_of(desk).rooms.groups.refresh()
    pages_of(desk)
    tap(desk.window, f"trainer.groups.dissolve.{group.id}")
    tap(desk.window, "trainer.dialog.yes")
    assert app.people.groups.all() == ()
    assert len(app.people.learners()) == 7


def test_a_group_opens_in_the_matrix(desk: Program, tap: Tap, app: App) -> None:
    group = app.people.groups.add("الأحد", "palm")
    pages_of(desk).rooms.groups.refresh()
    pages_of(desk)
    tap(desk.window, f"trainer.groups.learner.{group.id}")
    assert pages_of(desk).present is pages_of(desk).group
    assert pages_of(desk).group.sift.group == group.id


# --- a list ------------------------------------------------------------------------------------


@pytest.fixture
def shown(program: Callable[..., Program], app: App, people: tuple[str, ...], tmp_path: Path) -> Program:
    """A list of two, and a row without a name, before it is added."""
    file = tmp_path / "list.csv"
    file.write_text("الاسم,المجموعة\nحمد,الأحد\n,الأحد\nعلي,\n", encoding="utf-8")
    made = program()
    made.show_page("trainer-import")
    pages_of(made).rooms.list.open_file(file)
    pages_of(made)
    return made


def test_a_list_is_looked_at_before_anything_is_written(shown: Program, find: Find, app: App) -> None:
    assert len(app.people.learners()) == 7
    assert "الصف 3" in words(shown, find, "trainer.import.title.fault.0")
    assert "2" in words(shown, find, "trainer.import.words")


def test_add_them_adds_them_all_at_once(shown: Program, tap: Tap, app: App) -> None:
    tap(shown.window, "trainer.import.add")
    assert [one.name for one in app.people.learners()][-2:] == ["حمد", "علي"]
    assert [one.size for one in app.people.groups.all()] == [1]


def test_a_list_that_became_a_twin_meanwhile_adds_nobody(
    shown: Program, tap: Tap, find: Find, app: App
) -> None:
    found = pages_of(shown).rooms.list.preview
    assert found is not None
    app.people.add(found.newcomers[1].name, found.newcomers[1].picture)
    tap(shown.window, "trainer.import.add")
    assert len(app.people.learners()) == 8
    assert find(shown.window, "trainer.dialog").isVisible()


def test_a_file_that_is_no_list_is_told_of(shown: Program, find: Find, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\x00\x01\x02")
    pages_of(shown).rooms.list.open_file(tmp_path / "x.csv")
    pages_of(shown)
    assert "x.csv" in words(shown, find, "trainer.dialog.words") or "الاسم" in words(
        shown, find, "trainer.dialog.words"
    )


# --- the log -----------------------------------------------------------------------------------


def test_the_log_stands_newest_first_and_can_be_narrowed(
    program: Callable[..., Program], tap: Tap, app: App, people: tuple[str, ...]
) -> None:
    app.people.rename(people[0], "منيرة")
    made = program()
    made.show_page("trainer-log")
    page = pages_of(made).rooms.log
    assert page.rows[0].title == "تغيير اسم متعلم"
    assert "منيرة" in page.rows[0].note
    tap(made.window, "trainer.log.deed")
    tap(made.window, "trainer.chooser.option.add_learner")
    pages_of(made)
    assert {row.title for row in page.rows} == {"إضافة متعلم"}


def test_an_erased_learner_stands_in_the_log_without_a_name(
    program: Callable[..., Program], app: App, people: tuple[str, ...]
) -> None:
    app.people.remove(people[0])
    made = program()
    made.show_page("trainer-log")
    assert "أم خالد" not in "".join(row.note for row in pages_of(made).rooms.log.rows)


def test_every_deed_has_words_of_its_own() -> None:
    assert set(DEEDS) == set(Deed)
    assert len({words.key for words in DEEDS.values()}) == len(Deed)


# --- every page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], app: App,
    staff: tuple[Member, ...], size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    group = app.people.groups.add("مجموعة الأحد", "palm")
    app.people.groups.put(group.id, [one.id for one in People(app.store).learners()])
    made = program(size, lang)
    found: list[str] = []
    for name in (*NAMES, "trainer-pin"):
        made.show_page(name)
        made.window.current.hide()  # type: ignore[union-attr]
        found += [f"{name}: {fault}" for fault in faults(made)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_with_many_learners_nothing_is_clipped_either(
    program: Callable[..., Program], faults: Callable[[Program], list[str]], app: App,
    size: tuple[int, int], lang: str,
) -> None:  # fmt: skip
    many = [Newcomer(f"عبد الله بن محمد {number}", "palm", "مجموعة الأحد") for number in range(60)]
    app.people.take_in(many)
    made = program(size, lang)
    found: list[str] = []
    for name in ("trainer-people", "trainer-group"):
        made.show_page(name)
        made.window.current.hide()  # type: ignore[union-attr]
        found += [f"{name}: {fault}" for fault in faults(made)]
    assert not found, "\n".join(found)


def test_choosers_and_questions_are_whole(
    program: Callable[..., Program], tap: Tap, staff: tuple[Member, ...]
) -> None:
    made = program()
    made.show_page("trainer-staff")
    tap(made.window, "trainer.staff.role.first")
    chooser = pages_of(made).rooms.chooser
    assert [one for one in chooser.buttons if one.clipped()] == []
    assert len(chooser.buttons) == len(Role)


def test_the_list_of_files_goes_away_with_its_page(desk: Program, tap: Tap, tmp_path: Path) -> None:
    pages = pages_of(desk)
    for name in ("list", "l" * 200, "قَائِمَةُ الْمُتَعَلِّمِينَ فِي مَرْكَزِ الْوَكْرَةِ"):
        (tmp_path / f"{name}.csv").write_text("name\nنورة", "utf-8")
    files = pages.rooms.sign_in.files
    files.places = lambda: (tmp_path,)
    pages.show_page("trainer-import")
    tap(desk.window, "trainer.import.nobody.add")
    files.settle()
    assert len(pages.rooms.chooser.buttons) == 3
    assert not [one for one in pages.rooms.chooser.buttons if one.clipped()]
    pages.show_page("trainer-people")
    assert not pages.rooms.chooser.isVisible()


def test_a_file_is_chosen_without_leaving_the_program(desk: Program, tap: Tap, tmp_path: Path) -> None:
    pages = pages_of(desk)
    (tmp_path / "list.csv").write_text("name\nمنيرة", "utf-8")
    files = pages.rooms.sign_in.files
    files.places = lambda: (tmp_path,)
    pages.show_page("trainer-import")
    tap(desk.window, "trainer.import.nobody.add")
    files.settle()
    tap(desk.window, "trainer.chooser.option.0")
    pages.desk.settle()
    assert pages.rooms.list.preview is not None
    assert [one.name for one in pages.rooms.list.preview.newcomers] == ["منيرة"]


# --- before anything is there --------------------------------------------------------------------


def test_before_anybody_has_a_pin_the_page_of_the_staff_says_what_to_do_first(
    desk: Program, tap: Tap, find: Find, app: App
) -> None:
    pages_of(desk).show_page("trainer-staff")
    pages_of(desk)
    assert words(desk, find, "trainer.staff.nobody.title")
    tap(desk.window, "trainer.staff.nobody.add")
    for _ in range(2):
        enter(desk, tap, "2580")
    pages_of(desk)
    assert [one.has_pin for one in app.people.staff.all()] == [1]
    assert not is_shown(desk, "trainer.staff.nobody")


def test_until_the_staff_is_known_nobody_is_told_that_there_is_none(desk: Program) -> None:
    pages = pages_of(desk)
    pages.rooms.staff.relayout()
    assert not pages.rooms.staff.nobody.isVisibleTo(pages.rooms.staff)


def test_a_list_begins_with_one_button_and_has_another_file_later(
    desk: Program, tap: Tap, tmp_path: Path
) -> None:
    pages = pages_of(desk)
    pages.show_page("trainer-import")
    assert is_shown(desk, "trainer.import.nobody.add")
    assert not is_shown(desk, "trainer.import.choose")
    (tmp_path / "list.csv").write_text("name\nمنيرة", "utf-8")
    pages.rooms.list.open_file(tmp_path / "list.csv")
    pages_of(desk)
    assert not is_shown(desk, "trainer.import.nobody.add")
    assert is_shown(desk, "trainer.import.choose")
