"""What a widget tells a screen reader beside its name: its language, the level of a title, its letters.

WORKAROUND: PySide 6.11 gives ``interface_cast`` back to Qt as an address. None ends in a crash
there, and an object that is two things at once gives the address of the wrong one; so each
interface is an object of its own here, and «none» is the address 0.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLocale, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import Shiboken, VoidPtr

from elder_tutor import i18n

NOTHING: Final = VoidPtr(0)
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_LATIN: Final = re.compile("[A-Za-z]{2}")
_OTHER: Final = {"ar": "en", "en": "ar", "fr": "ar"}
_Kind = QAccessible.InterfaceType


class Told(QAccessibleWidget):
    """A widget of ours as it is told; ``level`` is that of a title, 0 for anything else."""

    level = 0

    def text(self, kind: QAccessible.Text) -> str:
        """Answer the name; without one what stands on it."""
        found = super().text(kind)
        if kind is QAccessible.Text.Name:
            widget = self.widget()
            own = widget.accessibleName() if widget is not None else ""
            return own or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else found)
        return found

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Answer the address of what else there is to tell of a kind, 0 where there is nothing."""
        if kind is _Kind.AttributesInterface:
            lang = language_of(self.widget(), self.text(QAccessible.Text.Name))
            return address(attributes(lang, self.level))
        found = super().interface_cast(kind)
        return NOTHING if found is None else found  # type: ignore[return-value]


class Attributes(QAccessibleAttributesInterface):
    """The language of what is told, and which title among titles it is."""

    def __init__(self, lang: str, level: int) -> None:
        super().__init__()
        self.locale, self.level = QLocale(i18n.language(lang).locale), level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """Answer what is known."""
        keys = QAccessible.Attribute
        return [keys.Locale, keys.Level] if self.level else [keys.Locale]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """Answer the language or the level."""
        return self.locale if key is QAccessible.Attribute.Locale else self.level


@lru_cache(maxsize=64)
def attributes(lang: str, level: int) -> Attributes:
    """Answer the one object for a language and a level: Qt keeps its address while it asks."""
    return Attributes(lang, level)


def address(told: Attributes | Letters) -> VoidPtr:
    """Answer where Qt finds an object of ours."""
    return VoidPtr(Shiboken.getCppPointer(told)[0])


def language_of(widget: QWidget | None, name: str) -> str:
    """Answer the language of a name: its window's, another where its letters are others (WCAG 3.1.2)."""
    window = widget.window() if widget is not None else None
    held = getattr(window, "settings", None)
    lang = str(getattr(held, "language", "") or getattr(window, "lang", "") or "en")
    own = getattr(widget, "told_in", "")
    if own:
        return str(own)
    arabic, latin = bool(_ARABIC.search(name)), bool(_LATIN.search(name))
    foreign = latin and not arabic if lang == "ar" else arabic and not latin
    return _OTHER.get(lang, lang) if foreign else lang


class Letters(QAccessibleTextInterface):
    """What stands in a field, with the caret behind its last letter; a secret is dots.

    Nothing can be chosen in it: letters come from the phone's keyboard alone.
    """

    def __init__(self, field: QAbstractButton, secret: bool) -> None:
        super().__init__()
        self._field, self._secret = field, secret

    @property
    def letters(self) -> str:
        """Answer what stands in the field now, as much as somebody may hear."""
        if not Shiboken.isValid(self._field):
            return ""
        written = self._field.text()
        return "•" * len(written) if self._secret else written

    def text(self, start: int, end: int) -> str:
        """Answer a part of the letters."""
        return self.letters[start : end if end >= 0 else None]

    def characterCount(self) -> int:
        """Answer how many letters there are."""
        return len(self.letters)

    def cursorPosition(self) -> int:
        """Answer where the caret stands."""
        return len(self.letters)

    def characterRect(self, offset: int) -> QRect:
        """Answer where the letters stand on the screen: the whole field."""
        if not Shiboken.isValid(self._field):
            return QRect()
        return QRect(self._field.mapToGlobal(QPoint(0, 0)), self._field.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Answer the letter at a place: always the caret, since nothing else is written at."""
        return len(self.letters)

    def selectionCount(self) -> int:
        """Answer how many parts are chosen: none."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Choose nothing."""

    def removeSelection(self, number: int) -> None:
        """Leave everything as it is."""

    def setSelection(self, number: int, start: int, end: int) -> None:
        """Choose nothing."""

    def setCursorPosition(self, position: int) -> None:
        """Leave the caret behind the last letter."""

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Scroll nothing: a field shows all it holds."""
