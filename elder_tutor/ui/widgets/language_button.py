"""The one tap that changes the language, named in the language it leads to."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from elder_tutor import i18n
from elder_tutor.ui.theme import Metrics, in_language
from elder_tutor.ui.widgets.lip_button import LipButton, Look


class LanguageButton(LipButton):
    """A globe and the next language's own name; where only one language is offered there is no button."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.SECONDARY, "line/globe", parent=parent)
        self.icon_size = 36

    def render_language(self, metrics: Metrics) -> None:
        """Offer the language that one tap leads to."""
        offered = metrics.following not in ("", metrics.lang)
        self.setVisible(offered)
        self.render_words(i18n.language(metrics.following).name if offered else "")

    def label_font(self) -> QFont:
        """Answer the font at the size of the language it names."""
        return in_language(self._m, self._m.following or self._m.lang).font(self.role, True)
