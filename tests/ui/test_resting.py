"""Alone, when there is nothing to say, the card is calm: a quiet sentence, no bars, no voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.pages.lesson_state import RESTING
from elder_tutor.ui.program import Program
from elder_tutor.ui.widgets.speech_panel import Face, SpeechPanel

LESSON = "book-appointment"


@pytest.fixture
def shown(program: Callable[..., Program]) -> Program:
    """Alone, after the first right touch of somebody who has watched."""
    made = program()
    made.show_praise(LESSON, "watch")
    made.show_lesson(LESSON, "alone")
    made.go_on()
    return made


def panel_of(program: Program) -> SpeechPanel:
    """Answer the card of the lesson's page."""
    return program.window.page(LessonPage).panel


def open_keyboard(program: Program) -> None:
    """Go on until a field is written in."""
    while program.go_on().view.keyboard is None:
        pass


def test_after_a_right_touch_the_card_rests(shown: Program) -> None:
    panel = panel_of(shown)
    assert panel.face is Face.REST
    assert panel.accessibleName() == shown.window.wording.line(RESTING).shown
    assert panel.sentence.isVisibleTo(panel)
    assert not panel.sound_line.isVisibleTo(panel)


def test_the_resting_sentence_is_not_spoken(shown: Program) -> None:
    said: list[object] = []
    shown.whole.voice.asked.connect(said.append)
    shown.go_on()
    assert panel_of(shown).face is Face.REST
    assert [lines for lines in said if lines] == []


def test_a_hint_ends_the_rest(shown: Program) -> None:
    shown.whole.bridge.hint()
    panel = panel_of(shown)
    assert panel.face is Face.HINT
    assert panel.accessibleName() != shown.window.wording.line(RESTING).shown


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_above_the_keyboard_the_whole_sentence_stands_or_the_pot_alone(
    shown: Program, lang: str, step: int
) -> None:
    open_keyboard(shown)
    shown.window.use(shown.window.settings.with_changes(language=lang, size=step))
    shown.journey.classroom.redraw()
    sentence = panel_of(shown).sentence
    assert panel_of(shown).face is Face.COMPACT
    assert sentence.isVisibleTo(panel_of(shown)) == sentence.whole()


def test_a_sentence_that_does_not_fit_leaves_the_pot_alone(shown: Program) -> None:
    panel = panel_of(shown)
    panel.resize(panel.width(), panel.metrics.px(60) if panel.metrics else 60)
    assert not panel.sentence.isVisibleTo(panel)


@pytest.mark.parametrize("stage", ["watch", "follow"])
def test_the_praise_at_rest_shows_its_last_sentences(program: Callable[..., Program], stage: str) -> None:
    made = program()
    made.show_praise("phishing-sms", stage)
    made.settle(at_rest=True)
    sentence = made.window.current.sentence  # type: ignore[union-attr]
    assert sentence._group == len(sentence._groups) - 1


def test_again_says_the_goal_where_nothing_else_was_said(shown: Program, tap: Callable[..., None]) -> None:
    said: list[str] = []
    shown.whole.voice.asked.connect(lambda lines: said.extend(line.shown for line in lines))
    tap(shown.window, "lesson.again")
    turn = shown.journey.classroom.turn
    assert turn is not None
    assert said == [shown.window.wording.shown(each) for each in turn.guidance.goal] != []
