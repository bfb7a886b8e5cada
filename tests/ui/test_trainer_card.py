"""A learner's card, three pictures and photo, changed by touches; and the sheets of cards to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.cards import MARKS, Colour, symbol_of
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.photos import Consent, Photos
from elder_tutor.progress.staff import Member, Role
from elder_tutor.ui.measures.measuring import faults
from elder_tutor.ui.paper.sign_in_cards import centre_name
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer.editor_card import SYMBOLS_SET
from elder_tutor.ui.trainer.editor_photo import PhotoPage
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.trainer.people_card_rooms import NAMES

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
VIEWER = Member("v", "هيا", Role.VIEWER.value, 0, 1)


@pytest.fixture(autouse=True)
def light_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least memory argon2 allows."""
    import argon2

    real = argon2.PasswordHasher
    monkeypatch.setattr(argon2, "PasswordHasher", lambda: real(time_cost=1, memory_cost=8, parallelism=1))


def jpeg(width: int = 300, height: int = 400, colour: str = "#A02638") -> bytes:
    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(colour))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")
    return bytes(buffer.data().data())


def pages_of(made: Program) -> TrainerPages:
    found = made.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    found.desk.settle()
    return found


@pytest.fixture
def card(program: Callable[..., Program], tap: Tap, people: tuple[str, ...]) -> Program:
    """The card of the first learner, reached from the list."""
    made = program()
    made.show_page("trainer-people")
    tap(made.window, f"trainer.people.change.{people[0]}")
    pages_of(made)
    return made


def opened(card: Program, tap: Tap, way: str) -> None:
    tap(card.window, f"trainer.card.{way}")
    pages_of(card)


# --- picture, colour, mark ----------------------------------------------------------------


def test_picture_colour_and_mark_are_changed_by_touch(card: Program, tap: Tap, app: App, people) -> None:
    for part in ("picture.tent", "colour.green", "mark.fish", "save"):
        tap(card.window, f"trainer.card.{part}")
    changed = app.people.learner(people[0])
    assert (changed.picture, changed.symbol) == ("tent", "green-fish")
    assert pages_of(card).present is pages_of(card).people


def test_nothing_is_changed_before_it_is_saved(card: Program, tap: Tap, app: App, people) -> None:
    before = app.people.learner(people[0])
    for part in ("picture.tent", "colour.green", "back"):
        tap(card.window, f"trainer.card.{part}")
    assert app.people.learner(people[0]) == before


def test_a_mark_somebody_has_with_this_picture_and_colour_cannot_be_chosen(
    card: Program, tap: Tap, app: App, people
) -> None:
    app.people.change_card(people[1], "tent", "green-fish")
    pages_of(card).rooms.sign_in.card.refresh()
    pages_of(card)
    for part in ("picture.tent", "colour.green", "mark.fish", "save"):
        tap(card.window, f"trainer.card.{part}")
    assert app.people.learner(people[0]).symbol != "green-fish"


def test_a_colour_whose_marks_are_all_given_is_left_out(card: Program, find: Find, app: App, people) -> None:
    for number, mark in enumerate(MARKS):
        app.people.add(f"م{number}", "tent", symbol_of(Colour.GREEN, mark))
    page = pages_of(card).rooms.sign_in.card
    page.refresh()
    pages_of(card)
    page.choose("picture", "tent")
    free = {part.value: part.available for part in page.parts["colour"]}
    assert not free.pop("green")
    assert all(free.values())


def test_every_part_of_a_card_has_its_word_in_the_pages_language(card: Program) -> None:
    page = pages_of(card).rooms.sign_in.card
    names = [part.accessibleName() for kind in page.parts.values() for part in kind]
    assert len(set(names)) == len(names) == 32
    assert page.face.accessibleName()


def test_the_list_shows_the_small_card(card: Program, find: Find, app: App, people) -> None:
    pages = pages_of(card)
    pages.show_page("trainer-people")
    pages.desk.settle()
    head = find(card.window, f"trainer.people.learner.{people[0]}")
    assert head.symbol == app.people.learner(people[0]).symbol != ""


def test_who_only_looks_changes_nothing(card: Program, find: Find) -> None:
    pages = pages_of(card)
    pages.desk.member = VIEWER
    pages.rooms.sign_in.open_card(pages.rooms.sign_in.card.learner_id)
    pages_of(card)
    shown = [name for name, button in pages.rooms.sign_in.card.ways.items() if button.isVisible()]
    assert shown == []
    assert not pages.rooms.sign_in.card.save.isVisible()


# --- three pictures ------------------------------------------------------------------------


def test_three_pictures_are_chosen_in_order(card: Program, tap: Tap, app: App, people) -> None:
    opened(card, tap, "symbols")
    for name in ("cat", "car", "cat"):
        tap(card.window, f"trainer.symbols.symbol.{name}")
    tap(card.window, "trainer.symbols.save")
    Keys(app.store).check(people[0], ("cat", "car", "cat"))
    assert Keys(app.store).has(people[0])


def test_the_card_tells_that_three_pictures_are_chosen(card: Program, tap: Tap, people) -> None:
    page = pages_of(card).rooms.sign_in.card
    before = page.ways["symbols"].text()
    opened(card, tap, "symbols")
    for name in ("symbol.cat", "symbol.car", "symbol.cat", "save"):
        tap(card.window, f"trainer.symbols.{name}")
    assert pages_of(card).present is page
    told = page.ways["symbols"]
    assert told.text() == told.accessibleName() == page.shown(SYMBOLS_SET) != before
    assert told.glyph == "line/check"


def test_two_pictures_are_not_enough(card: Program, tap: Tap, app: App, people) -> None:
    opened(card, tap, "symbols")
    for name in ("cat", "car"):
        tap(card.window, f"trainer.symbols.symbol.{name}")
    tap(card.window, "trainer.symbols.save")
    assert not Keys(app.store).has(people[0])


def test_the_three_can_be_chosen_anew_before_they_are_kept(card: Program, tap: Tap) -> None:
    opened(card, tap, "symbols")
    tap(card.window, "trainer.symbols.symbol.cat")
    tap(card.window, "trainer.symbols.again")
    assert [slot.symbol for slot in pages_of(card).rooms.sign_in.symbols.slots] == ["", "", ""]


def test_the_three_pictures_are_taken_away(card: Program, tap: Tap, app: App, people) -> None:
    Keys(app.store).set_symbols(people[0], ("cat", "car", "cat"))
    opened(card, tap, "symbols")
    tap(card.window, "trainer.symbols.clear")
    assert not Keys(app.store).has(people[0])


def test_nobody_sees_afterwards_what_was_chosen(card: Program, tap: Tap) -> None:
    opened(card, tap, "symbols")
    tap(card.window, "trainer.symbols.symbol.cat")
    tap(card.window, "trainer.symbols.back")
    pages_of(card)
    opened(card, tap, "symbols")
    assert pages_of(card).rooms.sign_in.symbols.chosen == []


# --- the photo -----------------------------------------------------------------------------


@pytest.fixture
def photo(card: Program, tap: Tap, app: App) -> Program:
    """The page of the first learner's photo, where the centre allows photos; there is no camera."""
    app.keep_settings({"photos": True})
    pages_of(card).rooms.sign_in.photo.cameras = lambda: ()
    opened(card, tap, "photo")
    return card


def photo_page(photo: Program) -> PhotoPage:
    return pages_of(photo).rooms.sign_in.photo


def offered(photo: Program) -> list[str]:
    return [name for name, button in photo_page(photo).buttons.items() if button.isVisible()]


def test_where_the_centre_shows_no_photos_none_can_be_given(card: Program, tap: Tap) -> None:
    opened(card, tap, "photo")
    assert offered(card) == []


def test_consent_is_asked_for_before_anything_else(photo: Program, tap: Tap) -> None:
    assert offered(photo) == ["learner", "family"]
    tap(photo.window, "trainer.photo.learner")
    assert offered(photo) == ["learner", "family", "file"]


def test_a_photo_from_a_file_is_kept_with_the_consent(
    photo: Program, tap: Tap, app: App, people, tmp_path: Path
) -> None:
    (tmp_path / "face.jpg").write_bytes(jpeg())
    files = pages_of(photo).rooms.sign_in.files
    files.places = lambda: (tmp_path,)
    tap(photo.window, "trainer.photo.family")
    tap(photo.window, "trainer.photo.file")
    files.settle()
    tap(photo.window, "trainer.chooser.option.0")
    assert Photos(app.store).about(people[0]) is None
    tap(photo.window, "trainer.photo.save")
    about = Photos(app.store).about(people[0])
    assert about is not None
    assert (about.consent, about.who) == ("family", "trainer")


def test_a_photo_that_was_not_saved_is_let_go_of(
    photo: Program, tap: Tap, app: App, people, tmp_path
) -> None:
    (tmp_path / "face.jpg").write_bytes(jpeg())
    tap(photo.window, "trainer.photo.learner")
    photo_page(photo).open_file(tmp_path / "face.jpg")
    tap(photo.window, "trainer.photo.back")
    assert photo_page(photo).fresh is None
    assert Photos(app.store).kept(people[0]) is None


def test_a_list_of_files_that_comes_late_covers_no_other_page(
    photo: Program, tap: Tap, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "face.jpg").write_bytes(jpeg())
    files, looked = pages_of(photo).rooms.sign_in.files, []
    files.places = lambda: (tmp_path,)
    tap(photo.window, "trainer.photo.learner")
    files._errand._back.connect(lambda number, answer: looked.append(answer))
    tap(photo.window, "trainer.photo.file")
    tap(photo.window, "trainer.photo.back")
    qtbot.waitUntil(lambda: bool(looked))
    assert not files.chooser.isVisible()


def test_a_file_that_is_no_photo_is_told(photo: Program, tap: Tap, tmp_path: Path) -> None:
    (tmp_path / "list.jpg").write_text("no photo")
    tap(photo.window, "trainer.photo.learner")
    photo_page(photo).open_file(tmp_path / "list.jpg")
    assert pages_of(photo).dialog.isVisible()
    assert "save" not in offered(photo)


def test_a_photo_is_taken_back(card: Program, tap: Tap, app: App, people) -> None:
    Photos(app.store).give(people[0], jpeg(), Consent("learner"))
    opened(card, tap, "photo")
    assert offered(card) == ["withdraw"]  # also where the centre shows none any more
    tap(card.window, "trainer.photo.withdraw")
    assert Photos(app.store).kept(people[0]) is None


def test_a_photo_is_taken_with_the_camera(photo: Program, tap: Tap, app: App, people, qtbot: QtBot) -> None:
    page, shots = photo_page(photo), (jpeg(640, 480), jpeg(640, 480, "#0A4F5C"))

    def frames() -> Iterator[bytes]:
        while True:
            yield from shots

    page.cameras, page.frames = (lambda: ("/dev/video0",)), (lambda path: frames)
    page.begin(people[0])
    page.refresh()
    pages_of(photo)
    for name in ("learner", "camera"):
        tap(photo.window, f"trainer.photo.{name}")
    qtbot.waitUntil(lambda: bool(page._last))
    tap(photo.window, "trainer.photo.shoot")
    tap(photo.window, "trainer.photo.save")
    kept = Photos(app.store).kept(people[0])
    assert kept is not None
    assert QImage.fromData(kept).width() == 400


# --- sheets --------------------------------------------------------------------------------


def test_the_sheets_of_everybody_are_written_and_noted(card: Program, tap: Tap, app: App, people) -> None:
    pages = pages_of(card)
    pages.rooms.sign_in.open_sheets()
    pages_of(card)
    tap(card.window, "trainer.signInCards.go")
    assert app.data_dir is not None
    assert (app.data_dir / "exports" / "sign-in-cards-2026-06-08.pdf").is_file()
    assert all(Keys(app.store).has_ticket(each) for each in people)
    assert app.people.audit()[-1].subject == "sign-in-cards"


def test_looking_at_the_sheet_gives_nobody_a_ticket(card: Program, app: App, people) -> None:
    pages_of(card).rooms.sign_in.open_sheets(people[0])
    pages_of(card)
    assert pages_of(card).rooms.sign_in.sheets.sheet.sheet is not None
    assert not Keys(app.store).has_ticket(people[0])


def test_a_lost_card_is_replaced_after_a_question(card: Program, tap: Tap, app: App, people) -> None:
    lost = Keys(app.store).ticket(people[0])
    pages_of(card).rooms.sign_in.card.refresh()
    pages_of(card)
    tap(card.window, "trainer.card.lost")
    assert Keys(app.store).whose(lost) == people[0]
    tap(card.window, "trainer.dialog.yes")
    assert Keys(app.store).whose(lost) is None
    assert pages_of(card).present is pages_of(card).rooms.sign_in.sheets


def test_the_cards_of_a_group_are_printed_into_a_file_of_its_own(
    card: Program, tap: Tap, app: App, people
) -> None:
    group = app.people.groups.add("الأحد", "moon")
    app.people.groups.put(group.id, people[:2])
    pages_of(card).rooms.sign_in.open_sheets()
    pages_of(card)
    tap(card.window, "trainer.signInCards.whom")
    tap(card.window, f"trainer.chooser.option.group {group.id}")
    sight = pages_of(card).rooms.sign_in.sheets.sight
    assert sight is not None
    assert [one.id for one in sight.learners] == [*people[:2]]
    tap(card.window, "trainer.signInCards.go")
    assert app.data_dir is not None
    written = [each.name for each in (app.data_dir / "exports").iterdir()]
    assert written == [f"sign-in-cards-2026-06-08-{group.id[:8]}.pdf"]


def test_the_centres_name_is_written_once_for_all_cards(card: Program, tap: Tap, app: App) -> None:
    pages = pages_of(card)
    pages.rooms.sign_in.open_sheets()
    pages_of(card)
    tap(card.window, "trainer.signInCards.centre")
    pages.editor.name.setText("  مركز الوكرة ")
    tap(card.window, "trainer.editor.save")
    assert centre_name(app) == "مركز الوكرة"


@pytest.mark.parametrize("page", NAMES)
def test_without_learners_nothing_breaks(page: str, program: Callable[..., Program]) -> None:
    made = program()
    made.show_page(page)
    assert pages_of(made).present is pages_of(made).rooms.sign_in.named[page]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1080, 1920)])
@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_every_state_of_the_photo_page_is_whole(
    photo: Program, size: tuple[int, int], lang: str, program: Callable[..., Program], people
) -> None:
    made = program(size, lang)
    made.show_page("trainer-photo")
    page = photo_page(made)
    page._cameras = ("/dev/video0",)
    found = []
    for step in (lambda: page.agree("learner"), lambda: setattr(page, "fresh", jpeg()), page.viewer.stop):
        step()
        page.again()
        found += faults(made.window)
    assert found == []
