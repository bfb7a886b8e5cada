"""A lesson: the card that speaks beside the phone that works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, Guidance
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.pages.lesson_head import LessonHead, LessonSteps
from elder_tutor.ui.pages.lesson_places import Places, Wishes, panel_side, places
from elder_tutor.ui.pages.lesson_scene import Finder, resting_phone, scene_of
from elder_tutor.ui.pages.lesson_state import FREE, WITH_GOAL, LessonState
from elder_tutor.ui.pages.lesson_tiles import LessonTiles
from elder_tutor.ui.pages.page import Page, card_shadow
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.place import put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.action_row import Option
from elder_tutor.ui.widgets.card import PHONE_SHADOW, Shadow
from elder_tutor.ui.widgets.goal_card import GoalCard
from elder_tutor.ui.widgets.overlay import Overlay
from elder_tutor.ui.widgets.speech_panel import Face, SpeechPanel
from elder_tutor.ui.widgets.tolerance import KIND

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

GOAL: Final = phrase("The goal")
GOAL_AGAIN: Final = phrase("The goal once more")
RUNGS: Final = 4


class LessonPage(Page):
    """Show a turn; ``acted`` tells of every touch on the phone and of the panel's opinions.

    ``chosen`` carries the id of an action of the panel, ``realHelpRequested`` comes from the phone.
    """

    acted = Signal(object)
    chosen = Signal(str)
    realHelpRequested = Signal()
    missed = Signal()
    againRequested = Signal()
    slowerRequested = Signal()
    soundRequested = Signal()
    helpRequested = Signal()
    settingsRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lesson", parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.state: LessonState | None = None
        self.head = LessonHead("lesson", self, self.listen)
        self.steps = LessonSteps("lesson", self)
        self.goal = GoalCard("lesson.goal", self)
        self.panel = SpeechPanel("lesson.panel", self)
        self.tiles = LessonTiles(self)
        self.phone = PhoneWidget(self)
        self.tray = KeyboardTray(self)
        self.overlay = Overlay(self)
        self.phone_leads = False
        self.tolerance = KIND
        self._finder = Finder(self, self.phone, self.panel, self.tray)
        self._shown: tuple[Line, ...] | None = None
        self._guided: Guidance | None = None
        self._placing = False
        self._connect()

    def render_state(self, state: LessonState) -> None:
        """Show a turn; sentences begin anew when they changed."""
        self.state = state
        if self.metrics is not None:
            self.relayout()

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.panel.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.panel.show_rest()

    @property
    def writes_secret(self) -> bool:
        """Tell whether what is written now is heard by nobody: a secret number, a code."""
        view = self.state.view if self.state is not None else None
        if view is None or view.keyboard is None:
            return False
        kinds = {each.kind for each in view.elements if each.id == view.keyboard.field}
        return not kinds or bool(kinds & {"pin", "password", "code"})

    def named(self) -> Phrase:
        """Answer the lesson's title."""
        return self.state.title if self.state is not None else super().named()

    def caption(self) -> QRect:
        """Answer the place of the sentence in the card."""
        sentence = self.panel.sentence
        spot = QRect(sentence.mapTo(self, QPoint(0, 0)), sentence.size())
        return spot.intersected(self.panel.geometry())

    def relayout(self) -> None:
        """Write the words and place everything."""
        state = self.state
        if state is None:
            return
        m, wording = self.m, self._words
        self.band = m.portrait
        self._write(state, m, wording)
        self._render_tray(state, m, wording)
        spots = self._spots(state, m)
        self.head.place(spots.title, m)
        self.steps.place(spots.steps, m)
        self.goal.setVisible(spots.goal is not None)
        if spots.goal is not None:
            put(self.goal, spots.goal, m)
        put(self.panel, spots.panel, m)
        self.tiles.place(spots.tiles, spots.flat, m)
        self._placing = True
        self._place_phone(state, spots, m, wording)
        self._bring_into_view(state)
        self._placing = False
        self.overlay.apply(m)
        self.overlay.setGeometry(self.rect())
        self.point()
        self._order()
        self.update()

    def point(self) -> None:
        """Show ring, hand and dim where their target stands now."""
        if self.state is not None and self.metrics is not None and not self._placing:
            guidance, watching = self.state.guidance, self.state.stage == "watch"
            if self.state.danger:
                self.overlay.render_scene(resting_phone(self._finder))
                return
            scene = scene_of(guidance, self._finder, watching, self.state.hand)
            self._finder.light(scene)
            self.overlay.render_scene(scene)

    def showEvent(self, event: QShowEvent) -> None:
        """Point again: what lies in the phone takes its place when it is first shown."""
        self.point()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the card and the phone cast shadows."""
        phone = (QRectF(self.phone.body_rect()), self.m.px(54), PHONE_SHADOW)
        return [card_shadow(self.panel, self.m), phone]

    # --- words ---------------------------------------------------------------

    def _write(self, state: LessonState, m: Metrics, wording: Wording) -> None:
        guidance = state.guidance
        self.head.write(state.title, wording, m)
        self.steps.write(state.stage, guidance.step, guidance.steps, wording, m)
        self.tiles.write(state, wording, m)
        goal = " ".join(wording.shown(part) for part in guidance.goal)
        if state.stage in WITH_GOAL:
            stage = wording.shown(words.STAGES[state.stage])
            self.goal.render_words(stage, words.STAGE_ICONS[state.stage], wording.shown(GOAL), goal)
        self.goal.apply(m)
        hint = (
            phrase("Hint {rung} of {rungs}", rung=guidance.rung, rungs=RUNGS) if guidance.rung else GOAL_AGAIN
        )
        self.panel.render_hint(guidance.rung, wording.shown(hint))
        opinion = guidance.opinion
        options = (
            [Option(key, wording.shown(text), _drawing(glyph)) for key, text, glyph in opinion.options]
            if opinion
            else []
        )
        self.panel.render_options(options)
        actions = [
            Option(each.id, wording.shown(each.words), each.glyph, each.bright, each.dense)
            for each in state.actions
        ]
        self.panel.render_actions(actions)
        at_rest = tuple(part for each in state.rest for part in wording.line(each).sentences())
        said = at_rest if state.resting else state.sentences
        if said != self._shown:
            self._shown = said
            render = self.panel.render_rest if state.resting else self.panel.render_sentences
            render(said)
        self.panel.render_face(self._face(state))
        self.panel.apply(m)

    def _face(self, state: LessonState) -> Face:
        if state.danger:
            return Face.WORDS
        if state.view.keyboard is not None:
            return Face.COMPACT
        if state.guidance.opinion is not None:
            return Face.OPINION
        if state.resting:
            return Face.REST
        return Face.HINT if state.hint else Face.WORDS

    @property
    def _words(self) -> Wording:
        assert self.wording is not None
        return self.wording

    # --- places --------------------------------------------------------------

    def _spots(self, state: LessonState, m: Metrics) -> Places:
        """Answer the places; goal, then ladder, give way where what is said would not stand."""
        for tight, lines in ((0, 0), (1, 1), (2, 2), (2, 9)):
            self.goal.make_room(tight)
            if lines > 2 and self.panel.face is Face.HINT:
                self.panel.render_face(Face.WORDS)
            wishes = self._wishes(state, m)
            spots = places(m, wishes, self._keyboard(state, m), self.phone_leads)
            low = spots.panel.height < wishes.panel - lines * m.size("body")
            if spots.goal is None or not (low or self.tiles.cramped(spots.tiles)):
                break
        if m.folded and spots.panel.height < wishes.panel:
            # What is said comes first; the goal and where one is are said again by «أعيدوا القول».
            bare = replace(wishes, goal=0, steps=0)
            spots = places(m, bare, self._keyboard(state, m), self.phone_leads)
        return spots

    def _wishes(self, state: LessonState, m: Metrics) -> Wishes:
        width = panel_side(m)[0].width if not m.portrait else m.width - 2 * m.px(27)
        goal = self.goal.needed(width) if self._has_goal(state) else 0
        panel = self.panel.least(width)
        steps = 0 if state.stage == FREE else self.steps.needed(m)
        return Wishes(self.head.needed(width, m), steps, goal, self.tiles.wishes(m), panel)

    def _has_goal(self, state: LessonState) -> bool:
        return bool(state.guidance.goal) and state.stage in WITH_GOAL

    def _keyboard(self, state: LessonState, m: Metrics) -> int:
        return self.tray.sizeHint().height() if self._writes(state) else 0

    def _writes(self, state: LessonState) -> bool:
        return state.view.keyboard is not None and not state.danger

    def _render_tray(self, state: LessonState, m: Metrics, wording: Wording) -> None:
        keyboard = state.view.keyboard if self._writes(state) else None
        opens = keyboard is not None and self.tray.isHidden()
        self.tray.setVisible(keyboard is not None)
        if keyboard is None:
            return
        if opens:
            self.setFocus()  # so that space and Enter of a real keyboard write too
        target = state.guidance.target if state.guidance.ring else None
        self.tray.render_keyboard(
            keyboard, wording, m, dictation=state.dictation, target=target, tolerance=self.tolerance
        )

    def _place_phone(self, state: LessonState, spots: Places, m: Metrics, wording: Wording) -> None:
        put(self.phone, spots.phone, m)
        week_start = wording.region.week_start
        self.phone.render_phone(state.view, wording, m, week_start=week_start, tolerance=self.tolerance)
        covered = 0
        if spots.tray is not None:
            put(self.tray, spots.tray, m)
            self.tray.raise_()
            covered = max(0, self.phone.geometry().bottom() + 1 - round(spots.tray.top))
        self.phone.cover(covered)

    def _bring_into_view(self, state: LessonState) -> None:
        # Once for each guidance: afterwards the learner may scroll away.
        guidance = state.guidance
        if guidance is self._guided:
            return
        self._guided = guidance
        target = guidance.target
        if target is None or not (guidance.ring or guidance.hand or guidance.region_lit):
            return
        if guidance.region_lit:
            there = self._finder.elements_of(target.region)
            hidden = [each for each in there if self.phone.rect_of(each) is None]
            if not there or len(hidden) < len(there):
                return
            target = hidden[0]
        self.phone.ensure_visible(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a real keyboard write where the tray would."""
        action = None if self.tray.isHidden() else self.tray.handle_key(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            self.acted.emit(action)

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        for part in (self.phone, self.tray):
            part.acted.connect(self._touched)
            part.missed.connect(self._missed)
        self.phone.helpRequested.connect(self.realHelpRequested)
        self.panel.chosen.connect(self.chosen)
        self.phone.moved.connect(self.point)
        self.panel.decided.connect(self._decide)
        self.tiles.again.clicked.connect(self.againRequested)
        self.tiles.slower.clicked.connect(self.slowerRequested)
        self.tiles.sound.clicked.connect(self.soundRequested)
        self.tiles.help.clicked.connect(self.helpRequested)
        self.head.settings.clicked.connect(self.settingsRequested)
        self.head.leave.clicked.connect(self.leaveRequested)

    @property
    def _waits(self) -> bool:
        """Tell whether the phone waits until the words about real danger were heard."""
        return self.state is not None and self.state.danger

    def _touched(self, action: Action) -> None:
        if not self._waits:
            self.acted.emit(action)

    def _missed(self) -> None:
        if not self._waits:
            self.missed.emit()

    def _decide(self, option: str) -> None:
        opinion = self.state.guidance.opinion if self.state else None
        if opinion is not None:
            self.acted.emit(Action(Do.DECIDE, opinion.step, option))

    def _order(self) -> None:
        order: list[QWidget] = [
            *self.panel.options,
            *self.panel.acts,
            *self.tiles.all,
            self.phone,
            self.listen,
            self.head.settings,
            self.head.leave,
        ]
        self.order(order)


def _drawing(glyph: str) -> str:
    return glyph if "/" in glyph or not glyph else f"line/{glyph}"
