"""Hand what would be said to a screen reader, one announcement for each utterance (DESIGN 6).

The text is the one that stands on the page, without vowels and direction marks: a reader has
rules of its own for Arabic, braille has no room for vowels, and what is announced is then the
same word that is found in the page.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.bidi import plain


class Announcer(QObject):
    """Announce for one window. ``announced`` tells the text and whether it was urgent."""

    announced = Signal(str, bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def tell(self, text: str, urgent: bool = False) -> None:
        """Announce a text; an urgent one (trouble, a hint) may interrupt, any other waits its turn."""
        said = plain(text).strip()
        if not said:
            return
        kinds = QAccessible.AnnouncementPoliteness
        event = QAccessibleAnnouncementEvent(self._window, said)
        event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(said, urgent)
