"""What a screen reader is told beside names: titles, languages, letters, and nothing of what lies below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.access import telling
from elder_tutor.ui.program import TRAINER_PAGES, Program

Role, Name = QAccessible.Role, QAccessible.Text.Name
KEYS = QAccessible.Attribute


def offered(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Walk what a reader can come to below a widget, as the bus does."""
    waits = [QAccessible.queryAccessibleInterface(widget)]
    while waits:
        here = waits.pop()
        if here is None or here.state().invisible:
            continue
        yield here
        waits += [here.child(at) for at in reversed(range(here.childCount()))]


def names(made: Program, role: QAccessible.Role) -> list[str]:
    """The names of what is offered in a role."""
    return [each.text(Name) for each in offered(made.window) if each.role() is role]


def test_titles_of_a_page_and_of_its_parts_are_told_apart_by_level(program: Callable[..., Program]) -> None:
    made = program()
    made.show_page("settings")
    levels = [each.level for each in offered(made.window) if each.role() is Role.Heading]  # type: ignore[attr-defined]
    assert levels[0] == 1
    assert len(levels) > 2
    assert set(levels[1:]) == {2}
    assert telling.attributes("ar", 2).attributeValue(KEYS.Level) == 2


@pytest.mark.parametrize("page", ["settings-sheet", "idle"])
def test_what_lies_below_a_card_is_not_offered(
    program: Callable[..., Program], people: tuple[str, ...], page: str
) -> None:
    made = program()
    made.show_page(page)
    below = {each.objectName() for each in made.window.current.findChildren(QWidget)}  # type: ignore[union-attr]
    seen = {each.object().objectName() for each in offered(made.window) if each.object() is not None}
    assert not below - {""} & seen
    assert names(made, Role.Dialog)


@pytest.mark.parametrize("page", TRAINER_PAGES[:3])
def test_below_the_trainers_pages_nothing_of_a_learner_is_offered(
    program: Callable[..., Program], people: tuple[str, ...], page: str
) -> None:
    made = program()
    made.show_page(page)
    told = [each.object() for each in offered(made.window)]
    assert "signIn.title" not in {each.objectName() for each in told if each is not None}


@pytest.mark.parametrize(
    ("lang", "name", "locale"), [("ar", "ضبط", "ar"), ("ar", "English", "en"), ("en", "العربية", "ar")]
)
def test_a_name_is_told_in_its_own_language(
    program: Callable[..., Program], lang: str, name: str, locale: str
) -> None:
    made = program(lang=lang)
    told = telling.language_of(made.window, name)
    assert telling.attributes(told, 0).attributeValue(KEYS.Locale).name().startswith(locale)
    assert isinstance(telling.attributes(told, 0).attributeValue(KEYS.Locale), QLocale)


def test_a_field_tells_its_letters_and_a_secret_only_their_number(
    program: Callable[..., Program], people: tuple[str, ...]
) -> None:
    made = program()
    made.show_page("keyboard")
    buttons = made.window.findChildren(QAbstractButton)
    field = next(each for each in buttons if getattr(each, "writes", False) and each.text())
    plain, secret = telling.Letters(field, False), telling.Letters(field, True)
    assert plain.text(0, -1) == field.text()
    assert set(secret.text(0, -1)) == {"•"}
    assert plain.cursorPosition() == secret.characterCount() == len(field.text())
