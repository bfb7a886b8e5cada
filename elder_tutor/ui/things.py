"""What on a page can be heard: what lies under a finger, and everything in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from elder_tutor.text import letters
from elder_tutor.text.line import Line, Word
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.widgets.tolerance import TolerantButton, distance

if TYPE_CHECKING:
    from elder_tutor.text.phrase import Phrase
    from elder_tutor.ui.echo import Echo

CHOSEN: Final = phrase("Chosen")
NOT_YET: Final = phrase("Not possible yet")
ON: Final = phrase("On")
OFF: Final = phrase("Off")
SIGNS: Final = {
    ".": phrase("Full stop"),
    "،": phrase("Comma"),
    "؟": phrase("Question mark"),
    "!": phrase("Exclamation mark"),
    "-": phrase("Hyphen"),
    "/": phrase("Slash"),
    ":": phrase("Colon"),
    "@": phrase("At sign"),
    "+": phrase("Plus sign"),
}
"""How the signs of the keyboard are called."""
SECRET: Final = frozenset({"pin", "password"})
"""Kinds of fields of which nobody hears what was written."""
DIGITS: Final = frozenset({"code", "digits"})
"""Kinds of fields whose digits are said one by one."""
UNHEARD: Final = frozenset({"overlay", "focusRing", "listening", "caption"})
"""Sheets above the page that only paint."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be heard and where it stands, in the coordinates of the root."""

    widget: QWidget
    place: QRect


def thing_at(root: QWidget, at: QPoint, reach: float) -> Thing | None:
    """Answer what lies under a place, else the nearest within reach (window pixels), else what is around."""
    around = _under(root, root, at)
    if around is not None and not around.findChild(QWidget):
        return _thing(root, around)
    near = [each for each in things(root) if distance(each.place, at) <= reach]
    if near:
        return min(near, key=lambda each: distance(each.place, at))
    return _thing(root, around) if around is not None else None


def things(root: QWidget) -> list[Thing]:
    """Answer everything that can be heard, in the order of reading."""
    shown = (each for each in root.findChildren(QWidget) if each.isVisibleTo(root) and _single(each))
    # What lies under a dialog is not enabled, what is scrolled away shows nothing.
    lit = (each for each in shown if each.isEnabledTo(root) and not each.visibleRegion().isEmpty())
    rtl = root.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def reading(each: Thing) -> tuple[int, int]:
        return each.place.top(), -each.place.right() if rtl else each.place.left()

    return sorted((_thing(root, each) for each in lit), key=reading)


def lines_of(widget: QWidget, echo: Echo) -> tuple[Line, ...]:
    """Answer how something is said: its name, what stands in it, and how it is set."""
    spoken = getattr(widget, "spoken_lines", None)
    if spoken:
        return tuple(spoken)
    view = getattr(widget, "view", None)
    written = str(getattr(view, "letters", "") or "")
    lines = list(name_of(widget, echo))
    about = widget.accessibleDescription()
    if written:
        about = about.replace(written, "").strip(" ·")
        lines += _written(written, str(getattr(view, "kind", "")), echo)
    lines += echo.heard(about)
    return (*lines, *(part for said in _state(widget) for part in echo.line(said).sentences()))


def name_of(widget: QWidget, echo: Echo, private: bool = False) -> tuple[Line, ...]:
    """Answer how the name of something is said; a key of the keyboard by the name of its letter."""
    key = getattr(widget, "key", None)
    letter = str(getattr(key, "letter", "")).strip()
    if letter:
        sign = SIGNS.get(letter)
        line = echo.line(sign) if sign is not None else _letter(letter, echo)
        return (replace(line, private=private or line.private),)
    return echo.heard(_name(widget), private)


def _letter(letter: str, echo: Echo) -> Line:
    if not letter.isalpha():
        return echo.text(letter)
    if echo.rtl or not letter.isascii():
        return Line((Word(letter, letters.name(letter)),), "ar")
    return echo.text(letter)


def _written(written: str, kind: str, echo: Echo) -> tuple[Line, ...]:
    """Answer what a person wrote: kept nowhere, a code digit by digit, a secret not at all."""
    if kind in SECRET:
        return ()
    if kind in DIGITS and written.isdigit():
        piece = echo.values.code(written)
        return (Line((Word(piece.shown, piece.spoken, True),), echo.lang, True),)
    return echo.heard(written, private=True)


def _name(widget: QWidget) -> str:
    name = widget.accessibleName()
    return name or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")


def _state(widget: QWidget) -> Iterator[Phrase]:
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        switch = getattr(widget, "switch", False)
        if switch or widget.isChecked():
            yield (ON if widget.isChecked() else OFF) if switch else CHOSEN
    elif getattr(widget, "look", None) is not None and getattr(widget, "chosen", False):
        yield CHOSEN
    if isinstance(widget, TolerantButton) and not widget.available and not widget.accessibleDescription():
        yield NOT_YET


def _single(widget: QWidget) -> bool:
    """Tell whether a widget is one thing: it has a name and nothing with a name in it."""
    if not _name(widget) or widget.objectName() in UNHEARD:
        return False
    return not any(_name(each) for each in widget.findChildren(QWidget))


def _under(root: QWidget, parent: QWidget, at: QPoint) -> QWidget | None:
    for child in reversed(parent.children()):
        if not isinstance(child, QWidget) or child.isHidden() or child.objectName() in UNHEARD:
            continue
        if child.geometry().contains(at) and child.isEnabled():
            found = _under(root, child, at - child.pos())
            if found is not None:
                return found
    return parent if parent is not root and _name(parent) else None


def _thing(root: QWidget, widget: QWidget) -> Thing:
    return Thing(widget, QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()))
