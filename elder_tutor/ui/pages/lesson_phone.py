"""What is touched in a lesson: the phone and, while a field is open, the keyboard below it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Guidance
from elder_tutor.text.wording import Wording
from elder_tutor.ui.pages.lesson_places import Places
from elder_tutor.ui.pages.lesson_scene import Finder
from elder_tutor.ui.pages.lesson_state import LessonState
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.place import put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.speech_panel import SpeechPanel
from elder_tutor.ui.widgets.tolerance import KIND


class LessonPhone:
    """Own the phone and the keyboard's tray, and find what lies in them."""

    def __init__(self, page: QWidget, panel: SpeechPanel) -> None:
        self.page = page
        self.phone = PhoneWidget(page)
        self.tray = KeyboardTray(page)
        self.finder = Finder(page, self.phone, panel, self.tray)
        self.tolerance = KIND
        self._guided: Guidance | None = None

    def write(self, state: LessonState, wording: Wording, m: Metrics) -> None:
        """Write the keyboard, where one stands."""
        keyboard = state.view.keyboard if state.writes else None
        opens = keyboard is not None and self.tray.isHidden()
        self.tray.setVisible(keyboard is not None)
        if keyboard is None:
            return
        if opens:
            self.page.setFocus()  # so that space and Enter of a real keyboard write too
        target = state.guidance.target if state.guidance.ring else None
        self.tray.render_keyboard(
            keyboard, wording, m, dictation=state.dictation, target=target, tolerance=self.tolerance
        )

    def keyboard(self, state: LessonState) -> int:
        """Answer the height of the keyboard in window pixels, 0 where none stands."""
        return self.tray.sizeHint().height() if state.writes else 0

    def place(self, state: LessonState, spots: Places, wording: Wording, m: Metrics) -> None:
        """Place the phone and its keyboard, and bring into view what is spoken of."""
        put(self.phone, spots.phone, m)
        week_start = wording.region.week_start
        self.phone.render_phone(state.view, wording, m, week_start=week_start, tolerance=self.tolerance)
        covered = 0
        if spots.tray is not None:
            put(self.tray, spots.tray, m)
            self.tray.raise_()
            covered = max(0, self.phone.geometry().bottom() + 1 - round(spots.tray.top))
        self.phone.cover(covered)
        self._bring_into_view(state.guidance)

    def _bring_into_view(self, guidance: Guidance) -> None:
        # Once for each guidance: afterwards the learner may scroll away.
        if guidance is self._guided:
            return
        self._guided = guidance
        target = guidance.target
        if target is None or not (guidance.ring or guidance.hand or guidance.region_lit):
            return
        if guidance.region_lit:
            there = self.finder.elements_of(target.region)
            hidden = [each for each in there if self.phone.rect_of(each) is None]
            if not there or len(hidden) < len(there):
                return
            target = hidden[0]
        self.phone.ensure_visible(target)
