"""What speaks in a lesson: the card with the sentence, and the goal that stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Guidance
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.pages.lesson_state import WITH_GOAL, LessonState
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.action_row import Option
from elder_tutor.ui.widgets.goal_card import GoalCard
from elder_tutor.ui.widgets.speech_panel import Face, SpeechPanel

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

GOAL: Final = phrase("The goal")
GOAL_AGAIN: Final = phrase("The goal once more")
RUNGS: Final = 4


class LessonSpeech:
    """Own the card and the goal: write a turn's words, opinions and actions into them."""

    def __init__(self, name: str, page: QWidget) -> None:
        self.goal = GoalCard(f"{name}.goal", page)
        self.panel = SpeechPanel(f"{name}.panel", page)
        self._said: tuple[Line, ...] | None = None

    def write(self, state: LessonState, wording: Wording, m: Metrics) -> None:
        """Write the words and take the sizes; sentences begin anew only when they changed."""
        self._write_goal(state, wording, m)
        guidance = state.guidance
        rung = phrase("Hint {rung} of {rungs}", rung=guidance.rung, rungs=RUNGS)
        self.panel.render_hint(guidance.rung, wording.shown(rung if guidance.rung else GOAL_AGAIN))
        self.panel.render_options(_opinions(guidance, wording))
        self.panel.render_actions(
            [
                Option(each.id, wording.shown(each.words), each.glyph, each.bright, each.dense)
                for each in state.actions
            ]
        )
        self._write_said(state, wording)
        self.panel.render_face(face_of(state))
        self.panel.apply(m)

    def has_goal(self, state: LessonState) -> bool:
        """Tell whether a goal stands above what is said."""
        return bool(state.guidance.goal) and state.stage in WITH_GOAL

    def _write_goal(self, state: LessonState, wording: Wording, m: Metrics) -> None:
        if state.stage in WITH_GOAL:
            goal = " ".join(wording.shown(part) for part in state.guidance.goal)
            stage = wording.shown(words.STAGES[state.stage])
            self.goal.render_words(stage, words.STAGE_ICONS[state.stage], wording.shown(GOAL), goal)
        self.goal.apply(m)

    def _write_said(self, state: LessonState, wording: Wording) -> None:
        at_rest = tuple(part for each in state.rest for part in wording.line(each).sentences())
        said = at_rest if state.resting else state.sentences
        if said != self._said:
            self._said = said
            render = self.panel.render_rest if state.resting else self.panel.render_sentences
            render(said)


def face_of(state: LessonState) -> Face:
    """Answer how the card stands: what is said, asked for, or hinted."""
    if state.danger:
        return Face.WORDS
    if state.view.keyboard is not None:
        return Face.COMPACT
    if state.guidance.opinion is not None:
        return Face.OPINION
    if state.resting:
        return Face.REST
    return Face.HINT if state.hint else Face.WORDS


def _opinions(guidance: Guidance, wording: Wording) -> list[Option]:
    if guidance.opinion is None:
        return []
    return [
        Option(key, wording.shown(text), _drawing(glyph)) for key, text, glyph in guidance.opinion.options
    ]


def _drawing(glyph: str) -> str:
    return glyph if "/" in glyph or not glyph else f"line/{glyph}"
