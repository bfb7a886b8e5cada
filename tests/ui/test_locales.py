"""Every page in every language there is, and in two made up to be long: open, whole, translated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor import i18n
from elder_tutor.app import App
from elder_tutor.text.bidi import plain
from elder_tutor.ui.picture import pseudo_catalogues
from elder_tutor.ui.program import PAGES, TRAINER_PAGES, Program
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton, Look

WINDOW = (1366, 768)
SHIPPED = i18n.languages()
NOT_TRANSLATED = (
    *("day", "when", "name", "field", "person"),
    *("learner", "keyboard", "offer", "language", "region"),
)
"""Parts of object names whose words are a date, a name (also a country's), or what somebody types."""


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues of the made-up languages, for the whole run."""
    return pseudo_catalogues(str(tmp_path_factory.mktemp("pseudo")))


@pytest.fixture
def opened(
    app: App, made_up: Path, people: tuple[str, ...], program: Callable[..., Program]
) -> Callable[[str, tuple[str, ...]], Iterator[tuple[str, Program]]]:
    """Open a page in languages, at the smallest and the largest size of type."""
    app.translations = (made_up,)

    def each(page: str, languages: tuple[str, ...]) -> Iterator[tuple[str, Program]]:
        shown = program(WINDOW)
        shown.show_page(page)
        # The trainer's pages have one size of type, and are made anew in each language.
        for lang, step in product(languages, (1,) if page in TRAINER_PAGES else (1, 4)):
            shown.window.use(shown.window.settings.with_changes(language=lang, size=step))
            assert shown.window.wording.lang == lang
            if page in TRAINER_PAGES:
                shown.show_page(page)
            shown.journey.classroom.redraw()
            shown.settle()
            yield f"{lang} {step}", shown

    return each


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_clipped_in_a_language_that_is_offered(
    page: str, opened: Callable[..., Iterator[tuple[str, Program]]], faults: Callable[[Program], list[str]]
) -> None:
    found = [f"{place}: {fault}" for place, shown in opened(page, SHIPPED) for fault in faults(shown)]
    if page in TRAINER_PAGES:  # they lie above the page one came from; their targets have their own tests
        found = [fault for fault in found if "clipped trainer." in fault]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("page", PAGES)
def test_a_longer_language_opens_every_page_wholly_translated_and_cuts_no_main_button(
    page: str, opened: Callable[..., Iterator[tuple[str, Program]]]
) -> None:
    for place, shown in opened(page, tuple(i18n.PSEUDO)):
        assert not shown.grab().isNull()
        cut = [button.objectName() for button in main_buttons(shown.window) if button.clipped()]
        assert cut == [], place
        bare = [f"{name}: {text}" for name, text in texts(shown.window) if "[" not in text]
        assert bare == [], "these are in no catalogue; run elder-tutor i18n update"


def main_buttons(window: QWidget) -> list[LipButton]:
    """Answer the buttons of a page that lead on."""
    found = [each for each in window.findChildren(LipButton) if each.isVisibleTo(window)]
    return [each for each in found if each.look in (Look.PRIMARY, Look.SAFFRON)]


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield object names and words of what can be seen and is written in Latin letters."""
    for each in (*window.findChildren(LipButton), *window.findChildren(QLabel)):
        name, text = each.objectName(), plain(each.text())
        written = any(letter.isascii() and letter.isalpha() for letter in text)
        if not written or text[:1].isdigit() or isinstance(each, LanguageButton):
            continue
        if each.isVisibleTo(window) and not any(part in name for part in NOT_TRANSLATED):
            yield name, text
