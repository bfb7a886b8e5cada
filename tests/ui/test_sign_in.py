"""The welcome page of many: six at a time, today's group first, everybody found without reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.progress.cards import COLOURS, HEX, MARKS, symbol_of
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import pictures
from elder_tutor.progress.photos import Consent, Photos
from elder_tutor.ui.pages.consent import ConsentPage
from elder_tutor.ui.pages.home import HomePage
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.pages.sign_in_state import A_PAGE, WHICH_GROUP, WHICH_PICTURE
from elder_tutor.ui.pages.symbols import SymbolsPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.person_card import PersonCard
from tests.ui.measured import awake

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
RED = QColor("#C00020")


@pytest.fixture
def groups(app: App, people: tuple[str, ...]) -> tuple[str, ...]:
    """Seven people in three groups: all seven, the first two, the last two."""
    made: list[str] = []
    for name, members in (("الأحد", people), ("البحر", people[:2]), ("المساء", people[5:])):
        group = Groups(app.store).add(name, pictures()[len(made)])
        Groups(app.store).put(group.id, members)
        made.append(group.id)
    return tuple(made)


@pytest.fixture
def door(program: Callable[..., Program]) -> Callable[[], SignInPage]:
    """Open the welcome page."""

    def opened() -> SignInPage:
        made = program()
        made.journey.start()
        return made.window.page(SignInPage)

    return opened


def names(page: SignInPage) -> list[str]:
    """The names on the cards."""
    return [card.text() for card in page.cards]


def test_without_groups_everybody_stands_as_they_were_added(
    door: Callable[[], SignInPage], people: tuple[str, ...]
) -> None:
    page = door()
    assert [card.objectName().rpartition(".")[2] for card in page.cards] == list(people[:6])
    assert not page.groups.isVisible()


def test_the_first_page_is_that_of_one_group_and_says_which(
    door: Callable[[], SignInPage], groups: tuple[str, ...]
) -> None:
    page = door()
    assert "الأحد" in page.sub.text()
    assert page.state.pages == 2
    assert page.count.isVisible()


def test_where_one_is_stands_on_every_page_and_back_leads_back(
    door: Callable[[], SignInPage], groups: tuple[str, ...], tap: Tap
) -> None:
    page = door()
    before = names(page)
    tap(page.window(), "signIn.others")
    assert (page.state.page, len(page.cards)) == (1, 1)
    tap(page.window(), "signIn.before")
    assert names(page) == before
    assert not page.before.isVisible()


def test_groups_stand_as_pictures_with_everybody_last(
    door: Callable[[], SignInPage], groups: tuple[str, ...], tap: Tap
) -> None:
    page = door()
    tap(page.window(), "signIn.groups")
    assert page.state.title == WHICH_GROUP
    assert names(page) == ["الأحد", "البحر", "المساء", "الجميع"]


def test_the_names_of_the_groups_are_spoken(
    program: Callable[..., Program], groups: tuple[str, ...], tap: Tap
) -> None:
    made = program()
    made.journey.start()
    tap(made.window, "signIn.groups")
    said = [line.shown for line in made.whole.voice.lines]
    assert [f"{name}." for name in ("الأحد", "البحر", "المساء", "الجميع")] == said[-4:]


def test_a_group_leads_to_its_people_and_one_of_them_home(
    door: Callable[[], SignInPage], groups: tuple[str, ...], people: tuple[str, ...], tap: Tap
) -> None:
    page = door()
    tap(page.window(), "signIn.groups")
    tap(page.window(), f"signIn.crowd.{groups[1]}")
    assert len(page.cards) == 2
    tap(page.window(), f"signIn.person.{people[1]}")
    assert isinstance(page.window().current, HomePage)  # type: ignore[attr-defined]


def test_back_from_the_groups_finds_the_people_again(
    door: Callable[[], SignInPage], groups: tuple[str, ...], tap: Tap
) -> None:
    page = door()
    before = names(page)
    tap(page.window(), "signIn.groups")
    tap(page.window(), "signIn.before")
    assert names(page) == before


def test_who_does_not_know_the_group_finds_everybody(
    door: Callable[[], SignInPage], groups: tuple[str, ...], app: App, tap: Tap
) -> None:
    page = door()
    app.people.add("مريم", "moon")
    tap(page.window(), "signIn.groups")
    tap(page.window(), "signIn.crowd.everybody")
    assert page.state.pages == 2
    tap(page.window(), "signIn.others")
    assert "مريم" in names(page)


def test_of_very_many_the_picture_is_chosen_first(door: Callable[[], SignInPage], app: App, tap: Tap) -> None:
    for number in range(40):
        app.people.add(f"{number}", pictures()[number % 4])
    page = door()
    assert page.state.title == WHICH_PICTURE
    assert len(page.cards) == 4
    tap(page.window(), f"signIn.crowd.picture:{pictures()[2]}")
    assert {card.picture for card in page.cards} == {f"pictures/{pictures()[2]}"}
    tap(page.window(), "signIn.before")
    assert page.state.title == WHICH_PICTURE


def test_one_alone_has_one_large_card(door: Callable[[], SignInPage], app: App) -> None:
    app.people.add("أم خالد", "dallah")
    page = door()
    assert len(page.cards) == 1
    assert page.cards[0].width() > page.width() / A_PAGE


def test_at_home_the_family_stands_where_the_trainer_stood(
    program: Callable[..., Program], app: App, people: tuple[str, ...], qtbot: QtBot, tap: Tap
) -> None:
    app.keep_settings({"place": "home"})
    made = program()
    made.journey.start()
    doorway = made.journey.doorway
    doorway.familyRequested.disconnect()
    with (
        qtbot.waitSignal(doorway.familyRequested),
        qtbot.assertNotEmitted(doorway.trainerRequested),
    ):
        tap(made.window, "signIn.trainer")
    assert made.window.page(SignInPage).trainer.glyph != "line/lock"


def test_a_guest_starts_from_every_page_of_the_door(
    door: Callable[[], SignInPage], groups: tuple[str, ...], tap: Tap
) -> None:
    page = door()
    tap(page.window(), "signIn.groups")
    tap(page.window(), "signIn.guest")
    assert isinstance(page.window().current, HomePage)  # type: ignore[attr-defined]


def test_leaving_comes_back_to_the_first_page(
    program: Callable[..., Program], groups: tuple[str, ...], tap: Tap
) -> None:
    made = program()
    made.journey.start()
    tap(made.window, "signIn.groups")
    tap(made.window, "signIn.guest")
    made.journey.leave()
    page = made.window.page(SignInPage)
    assert (page.first, page.state.crowds) == (0, ())


def test_of_a_thousand_learners_in_forty_groups_only_a_page_is_read(
    program: Callable[..., Program], app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(app, 1000, 40)
    read: list[int] = []
    for name in ("rows", "read"):
        whole = getattr(app.store, name)

        def counted(*asked: object, whole: Callable[..., tuple[object, ...]] = whole) -> tuple[object, ...]:
            found = whole(*asked)
            read.append(len(found))
            return found

        monkeypatch.setattr(app.store, name, counted)
    program().journey.start()
    assert 0 < sum(read) < 100


def many(app: App, count: int, groups: int) -> None:
    """Write many people into the file at once."""
    faces, symbols = pictures(), [symbol_of(colour, mark) for colour in COLOURS for mark in MARKS]
    with app.store.writing() as db:
        for at in range(count):
            row = (f"{at:032x}", f"name {at}", faces[at % len(faces)], symbols[at % len(symbols)], at, 1)
            db.execute("INSERT INTO learner VALUES (?, ?, ?, ?, ?, ?)", row)
        for team in range(groups):
            db.execute(
                "INSERT INTO learner_group VALUES (?, ?, ?, ?)", (f"{team:032x}", f"g{team}", faces[0], team)
            )
        rows = [(f"{at % groups:032x}", f"{at:032x}", at) for at in range(count)]
        db.executemany("INSERT INTO membership VALUES (?, ?, ?)", rows)


def by_key(window: QWidget, name: str) -> str:
    """Press a control with the keyboard; answer where the keyboard is afterwards."""
    for _ in range(30):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        held = window.focusWidget()
        if held is not None and held.objectName() == name:
            break
    QTest.keyClick(held, Qt.Key.Key_Return)
    held = window.focusWidget()
    return held.objectName() if held is not None else ""


def test_the_keyboard_goes_to_the_first_of_the_cards_that_came(
    program: Callable[..., Program], groups: tuple[str, ...], people: tuple[str, ...]
) -> None:
    made = awake(program())
    made.journey.start()
    assert by_key(made.window, "signIn.groups") == f"signIn.crowd.{groups[0]}"
    assert by_key(made.window, f"signIn.crowd.{groups[0]}") == f"signIn.person.{people[0]}"
    assert by_key(made.window, "signIn.others") == "signIn.others"


# --- cards ----------------------------------------------------------------------------------


def painted(page: SignInPage, card: PersonCard) -> QImage:
    """The card as it is seen."""
    return page.grab(card.geometry()).toImage()


def test_a_very_long_name_leaves_everybody_their_picture_and_is_said_in_full(
    door: Callable[[], SignInPage], app: App
) -> None:
    long = "محمد بن عبد الله بن أحمد بن راشد"
    for name in (long, "نورة"):
        app.people.add(name, "palm", "blue-star" if name == long else "blue-heart")
    page = door()
    short = page.cards[1]
    assert short.words_height < short.height() * 0.5
    assert long in page.cards[0].accessibleName()


def test_colour_and_mark_tell_two_cards_with_one_picture_apart(
    door: Callable[[], SignInPage], app: App
) -> None:
    for name, symbol in (("نورة", "blue-star"), ("نورا", "blue-heart"), ("نور", "orange-star")):
        app.people.add(name, "palm", symbol)
    page = door()
    for card in page.cards:
        card.render_words("نورة")
    seen = [painted(page, card) for card in page.cards]
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])


def test_the_colour_stands_on_the_card(door: Callable[[], SignInPage], app: App) -> None:
    app.people.add("نورة", "palm", "orange-star")
    page = door()
    image, wanted = painted(page, page.cards[0]), QColor(HEX[COLOURS[1]]).rgb()
    across, down = range(0, image.width(), 2), range(0, image.height(), 2)
    hits = sum(image.pixel(x, y) == wanted for x in across for y in down)
    assert hits / (len(across) * len(down)) > 0.02


def test_a_card_is_put_in_words_for_those_who_hear_it(door: Callable[[], SignInPage], app: App) -> None:
    app.people.add("نورة", "palm", "orange-star")
    page = door()
    page.describe()
    assert page.cards[0].accessibleDescription()
    assert page.cards[0].accessibleName() == "نورة"


def test_a_long_name_stands_whole(door: Callable[[], SignInPage], app: App, people: tuple[str, ...]) -> None:
    app.people.rename(people[0], "عبدالمتعالي المستنصري")
    page = door()
    assert not page.cards[0].clipped()


def photo(colour: QColor) -> bytes:
    """A photo of one colour."""
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPG", 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.parametrize("allowed", [True, False])
def test_a_photo_stands_only_where_the_centre_allows_photos(
    door: Callable[[], SignInPage], app: App, people: tuple[str, ...], allowed: bool
) -> None:
    Photos(app.store).give(people[0], photo(RED), Consent("learner"))
    app.keep_settings({"photos": allowed})
    page = door()
    image = painted(page, page.cards[0])
    assert is_red(image.pixelColor(image.width() // 2, image.height() // 3)) is allowed


def is_red(seen: QColor) -> bool:
    """Tell whether a pixel is the photo's."""
    return (
        max(abs(seen.red() - RED.red()), abs(seen.green() - RED.green()), abs(seen.blue() - RED.blue())) < 8
    )


@pytest.mark.parametrize("symbols", [True, False])
def test_who_has_a_photo_sees_it_until_they_are_in(
    program: Callable[..., Program], app: App, symbols: bool
) -> None:
    new = app.people.add("مريم", "moon")
    Photos(app.store).give(new.id, photo(RED), Consent("learner"))
    app.keep_settings({"photos": True})
    made = program()
    (made.journey.doorway.ask_symbols if symbols else made.journey.ask_consent)(new)
    image, page = made.grab(), made.window.current
    face = page.face if isinstance(page, SymbolsPage) else page._picture  # type: ignore[union-attr]
    assert is_red(image.pixelColor(face.center().toPoint()))


def test_consent_leads_home_and_tells_that_somebody_is_new(
    program: Callable[..., Program], app: App, tap: Tap, qtbot: QtBot
) -> None:
    new = app.people.add("مريم", "moon")
    made = program()
    made.journey.sign_in(new.id)
    assert isinstance(made.window.current, ConsentPage)
    with qtbot.waitSignal(made.journey.doorway.welcomed) as told:
        tap(made.window, "consent.yes")
    assert told.args[0].id == new.id
