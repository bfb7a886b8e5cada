"""The keyboard is led to what is lit, for those who cannot see the light.

A finger is led by the ring or the hand. Who goes by keys, or by a screen reader, is led the
same way and no further: in follow, and where a hint points at a control, the focus waits
there; pressing is left to the person (WCAG 1.3.1: what is shown by light is told too).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.text.phrase import phrase
from elder_tutor.ui.access.tabbing import reachable
from elder_tutor.ui.main_window import MainWindow

if TYPE_CHECKING:
    from elder_tutor.lessons.view import Guidance, ScreenView, Target
    from elder_tutor.text.phrase import Phrase
    from elder_tutor.ui.classroom import Classroom


PLACES: Final = {
    "keyboard": phrase("Look at the keyboard at the bottom of the page."),
    "panel": phrase("Look at the answers beside the phone."),
    "side": phrase("Look at the keys at the side of the phone."),
    "top": phrase("Look at the top of the phone's screen."),
    "middle": phrase("Look at the middle of the phone's screen."),
    "bottom": phrase("Look at the bottom of the phone's screen."),
}
"""What is said where only light shows in which part to look."""
WRITE: Final = phrase("Write now. Enter ends it.")


def place_of(guidance: Guidance) -> tuple[Phrase, ...]:
    """Answer in words which part is lit, for who cannot see it; () where none is, or words tell already."""
    if not (guidance.region_lit and guidance.say and guidance.rung == 0 and guidance.target):
        return ()
    place = PLACES.get(guidance.target.region)
    return (place,) if place is not None else ()


def opened(before: ScreenView | None, now: ScreenView, guidance: Guidance) -> tuple[Phrase, ...]:
    """Answer what has just come and is not said: a screen by its title, a line on it, the keyboard.

    () where the tutor says something: then it is about what has come.
    """
    if guidance.say or guidance.finished:
        return ()
    writes, wrote = now.keyboard is not None, before is not None and before.keyboard is not None
    same = before is not None and (before.app, before.screen) == (now.app, now.screen)
    title = None if (same and not (wrote and not writes)) or writes else now.title or now.app_name
    line = None if before is not None and before.toast == now.toast else now.toast
    keys = WRITE if writes and not wrote else None
    return tuple(each for each in (line, title, keys) if each is not None)


class Leading(QObject):
    """Bring the focus to the target after each turn, for whoever goes by keys."""

    def __init__(self, window: MainWindow, classroom: Classroom) -> None:
        super().__init__(window)
        self.window, self.classroom = window, classroom
        self._led: object = None

    @property
    def wanted(self) -> bool:
        """Tell whether somebody goes by keys or has a screen reader."""
        return self.window.by_keys or self.window.settings.screen_reader

    def forget(self) -> None:
        """Keep nothing of where somebody was led."""
        self._led = None

    def turned(self) -> None:
        """Lead once this turn is drawn: what is lit may only then have its place."""
        QTimer.singleShot(0, self, self.lead)

    def lead(self) -> None:
        """Give the focus to what is lit; where it was lost, to the first thing on the phone's screen."""
        turn, page = self.classroom.turn, self.window.current
        phone = getattr(page, "phone", None)
        above = self.window.covered or self.window.sheet_open
        if turn is None or page is None or phone is None or above or not self.wanted:
            return
        guidance = turn.guidance
        target = guidance.target if guidance.ring or guidance.hand else None
        if guidance is self._led and not self._is_lost():
            return
        self._led = guidance
        if turn.view.keyboard is not None:
            # Who asked for help while writing writes on: Enter must end it, not press «help» again.
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        found = control_of(phone, target) if target is not None else None
        if found is None and self._is_lost():
            found = next(iter(phone.surface().focus_order()), None)
        if found is not None and found is not self.window.focusWidget():
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def _is_lost(self) -> bool:
        held = self.window.focusWidget()
        page = self.window.current
        return held is None or held is self.window or held is page or not held.isVisibleTo(self.window)


def control_of(phone: QWidget, target: Target) -> QWidget | None:
    """Answer what is pressed for a target, None where it does not show."""
    name = f"{target.element}/{target.row}" if target.row else target.element
    return next((each for each in phone.findChildren(QAbstractButton, name) if reachable(each, phone)), None)
