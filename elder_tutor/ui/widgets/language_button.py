"""The one tap that changes the language, named in the language it leads to."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from elder_tutor.ui.theme import in_language
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.words import LANGUAGE_NAMES


class LanguageButton(LipButton):
    """A globe and the other language's own name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.SECONDARY, "line/globe", parent=parent)
        self.icon_size = 36

    def render_language(self, present: str) -> None:
        """Offer the language that is not present."""
        self.render_words(LANGUAGE_NAMES["en" if present == "ar" else "ar"])

    def label_font(self) -> QFont:
        """Answer the font at the size of the language it names."""
        other = "en" if self._m.rtl else "ar"
        return in_language(self._m, other).font(self.role, True)
