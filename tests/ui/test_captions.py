"""Whatever is spoken stands on the page; and what stands on the page can be said with its vowels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.speech.lexicon import Lexicon
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.echo import Echo
from elder_tutor.ui.family.first_words import PEOPLE
from elder_tutor.ui.journey import REPORTED
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.caption import Caption

Tap = Callable[..., None]


@pytest.fixture
def echo() -> Echo:
    """The Arabic words that remember what they showed."""
    return Echo(Wording("ar", Translator("ar"), load_region()))


@pytest.fixture
def shown(program: Callable[..., Program], people: tuple[str, ...]) -> Program:
    """A window with seven people."""
    return program()


def captioned(program: Program) -> str:
    """Answer what the caption shows at the word that is being said."""
    program.window.voice.jump(0.5)
    caption = program.window.findChild(QWidget, "caption")
    assert isinstance(caption, Caption)
    return " ".join(line.shown for line in caption.lines)


@pytest.mark.parametrize("page", ["sign-in", "home", "courses", "calm"])
def test_a_greeting_that_stands_nowhere_stands_in_the_caption(page: str, shown: Program) -> None:
    shown.show_page(page)
    current = shown.window.current
    assert current is not None
    said = shown.window.lines(current.greeting())
    assert captioned(shown) == " ".join(line.shown for line in said)


def test_what_the_card_says_needs_no_caption(shown: Program) -> None:
    shown.show_lesson("book-appointment", "follow")
    assert captioned(shown) == ""


def test_the_caption_goes_with_the_voice(shown: Program) -> None:
    shown.show_page("home")
    captioned(shown)
    shown.window.voice.stop()
    caption = shown.window.findChild(Caption)
    assert caption is not None
    assert caption.lines == ()


def test_an_answer_above_the_settings_is_seen(shown: Program, tap: Tap) -> None:
    shown.show_page("settings-sheet")
    tap(shown.window, "sheet.wrong")
    assert captioned(shown) == " ".join(line.shown for line in shown.window.lines((REPORTED,)))


def test_the_caption_covers_neither_listen_nor_the_language(shown: Program) -> None:
    for size in ((1366, 768), (1280, 800), (1080, 1920)):
        shown.window.resize(*size)
        shown.window.use(shown.window.settings.with_changes(size=4))
        for name in ("sign-in", "home", "courses"):
            shown.show_page(name)
            captioned(shown)
            caption, page = shown.window.findChild(Caption), shown.window.current
            assert caption is not None
            assert page is not None
            assert not caption.geometry().intersects(page.listen.geometry()), (size, name)


def test_what_was_shown_is_heard_as_it_was_written(echo: Echo) -> None:
    shown = echo.shown(words.SAY_AGAIN)
    assert [line.spoken for line in echo.heard(shown)] == [echo.spoken(words.SAY_AGAIN)]


def test_a_name_put_together_from_parts_is_heard_part_by_part(echo: Echo) -> None:
    parts = [echo.shown(words.SAY_AGAIN), echo.shown(words.LEAVE)]
    heard = echo.heard(f"{parts[0]}: {parts[1]}")
    assert [line.shown for line in heard] == parts
    assert unvowelled_words(" ".join(line.spoken for line in heard)) == []


def test_a_day_is_heard_with_its_vowels(echo: Echo) -> None:
    heard = echo.heard(echo.date(date(2026, 6, 9)))
    assert unvowelled_words(heard[0].spoken) == []


def test_a_name_nobody_wrote_down_is_said_as_it_stands(echo: Echo) -> None:
    assert [line.shown for line in echo.heard("أم خالد")] == ["أم خالد"]


def test_what_stood_for_somebody_before_is_forgotten(echo: Echo) -> None:
    shown = echo.shown(phrase("Welcome, {name}", name="أم خالد"))
    echo.forget_shown()
    assert unvowelled_words(" ".join(line.spoken for line in echo.heard(shown))) != []


@pytest.mark.parametrize("who", PEOPLE)
def test_a_name_of_the_first_start_is_said_with_its_vowels(who: str, echo: Echo) -> None:
    kept = echo.shown(PEOPLE[who][1])
    assert unvowelled_words(kept)
    assert unvowelled_words(Lexicon.load("ar").said(kept)) == []
