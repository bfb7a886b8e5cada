"""A lesson: the card that speaks beside the phone that works."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.pages.lesson_head import LessonHead, LessonSteps
from elder_tutor.ui.pages.lesson_phone import LessonPhone
from elder_tutor.ui.pages.lesson_places import Places, Wishes, panel_side, places
from elder_tutor.ui.pages.lesson_scene import resting_phone, scene_of
from elder_tutor.ui.pages.lesson_speech import LessonSpeech
from elder_tutor.ui.pages.lesson_state import FREE, LessonState
from elder_tutor.ui.pages.lesson_tiles import LessonTiles
from elder_tutor.ui.pages.page import Page, card_shadow
from elder_tutor.ui.phone import shell
from elder_tutor.ui.place import put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.card import PHONE_SHADOW, Shadow
from elder_tutor.ui.widgets.overlay import Overlay
from elder_tutor.ui.widgets.speech_panel import Face
from elder_tutor.ui.widgets.tolerance import Tolerance


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
        self.speech = LessonSpeech("lesson", self)
        self.goal, self.panel = self.speech.goal, self.speech.panel
        self.tiles = LessonTiles(self)
        self.handset = LessonPhone(self, self.panel)
        self.phone, self.tray = self.handset.phone, self.handset.tray
        self.overlay = Overlay(self)
        self.phone_leads = False
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
    def tolerance(self) -> Tolerance:
        """Answer how touches on the phone and its keyboard are taken."""
        return self.handset.tolerance

    @tolerance.setter
    def tolerance(self, tolerance: Tolerance) -> None:
        self.handset.tolerance = tolerance

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
        self.head.write(state.title, wording, m)
        self.steps.write(state.stage, state.guidance.step, state.guidance.steps, wording, m)
        self.tiles.write(state, wording, m)
        self.speech.write(state, wording, m)
        self.handset.write(state, wording, m)
        spots = self._spots(state, m)
        self.head.place(spots.title, m)
        self.steps.place(spots.steps, m)
        self.goal.setVisible(spots.goal is not None)
        if spots.goal is not None:
            put(self.goal, spots.goal, m)
        put(self.panel, spots.panel, m)
        self.tiles.place(spots.tiles, spots.flat, m)
        self._placing = True
        self.handset.place(state, spots, wording, m)
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
            finder = self.handset.finder
            scene = (
                resting_phone(finder)
                if self.state.danger
                else scene_of(guidance, finder, watching, self.state.hand)
            )
            finder.light(scene)
            self.overlay.render_scene(scene)

    def showEvent(self, event: QShowEvent) -> None:
        """Point again: what lies in the phone takes its place when it is first shown."""
        self.point()

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the card and the phone cast shadows."""
        phone = (QRectF(self.phone.body_rect()), self.m.px(54), PHONE_SHADOW)
        return [card_shadow(self.panel, self.m), phone]

    @property
    def _words(self) -> Wording:
        assert self.wording is not None
        return self.wording

    # --- places --------------------------------------------------------------

    def _spots(self, state: LessonState, m: Metrics) -> Places:
        """Answer the places; goal, then ladder, give way where what is said would not stand."""
        keyboard = self.handset.keyboard(state)
        for tight, lines in ((0, 0), (1, 1), (2, 2), (2, 9)):
            self.goal.make_room(tight)
            if lines > 2 and self.panel.face is Face.HINT:
                self.panel.render_face(Face.WORDS)
            wishes = self._wishes(state, m)
            spots = places(m, wishes, keyboard, self.phone_leads)
            low = spots.panel.height < wishes.panel - lines * m.size("body")
            slim = m.portrait and spots.phone.width < shell.width(m) - 1
            if spots.goal is None or not (low or slim or self.tiles.cramped(spots.tiles)):
                break
        if m.folded and spots.panel.height < wishes.panel:
            # What is said comes first; the goal and where one is are said again by «أعيدوا القول».
            bare = replace(wishes, goal=0, steps=0, flat=True)
            spots = places(m, bare, keyboard, self.phone_leads)
        return spots

    def _wishes(self, state: LessonState, m: Metrics) -> Wishes:
        width = panel_side(m)[0].width if not m.portrait else m.width - 2 * m.px(27)
        goal = self.goal.needed(width) if self.speech.has_goal(state) else 0
        panel = self.panel.least(width)
        steps = 0 if state.stage == FREE else self.steps.needed(m)
        return Wishes(self.head.needed(width, m), steps, goal, self.tiles.wishes(m), panel)

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
