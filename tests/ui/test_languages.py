"""Languages offered on this machine: one tap goes round them; what is not translated keeps its own voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from elder_tutor.text.phrase import phrase
from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.program import Program
from elder_tutor.ui.textflow import flow
from elder_tutor.ui.theme import metrics

NOT_TRANSLATED = phrase("جُمْلَةٌ لَمْ يُتَرْجِمْهَا أَحَدٌ.", "core")


@pytest.fixture
def welcome(program: Callable[..., Program]) -> Callable[..., Program]:
    """Open the welcome page with these languages on offer."""

    def make(*offered: str) -> Program:
        shown = program(lang=offered[0])
        shown.show_page("sign-in")
        shown.window.use(shown.window.settings.with_changes(languages=offered))
        return shown

    return make


def test_one_tap_goes_round_the_languages_on_offer(
    welcome: Callable[..., Program], tap: Callable[..., None]
) -> None:
    window = welcome("ar", "fr", "en").window
    button = window.page(SignInPage).language
    met = []
    for _ in range(3):
        name = button.text()
        tap(window, "signIn.language")
        met.append((name, window.settings.language))
    assert met == [("Français", "fr"), ("English", "en"), ("العربية", "ar")]


def test_where_one_language_is_on_offer_there_is_no_button(welcome: Callable[..., Program]) -> None:
    assert not welcome("fr").window.page(SignInPage).language.isVisible()


def test_what_is_not_translated_is_spoken_by_the_voice_of_its_own_language(
    welcome: Callable[..., Program],
) -> None:
    line = welcome("fr", "ar").window.wording.line(NOT_TRANSLATED)
    assert line.lang == "ar"
    assert line.spoken == NOT_TRANSLATED.key


def test_words_of_the_other_direction_begin_at_their_own_side() -> None:
    text = f"\u200f\u2067{'كلمة ' * 20}\u2069"
    font = metrics(1366, 768, 1, "fr").font("body")
    long, short = flow(text, font, 400, False), flow("\u200f\u2067كلمة\u2069", font, 400, False)
    assert long.layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    assert (long.rtl, short.rtl) == (True, False)
