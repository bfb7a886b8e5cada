"""What things are to a screen reader: role, state, and what a press does.

Qt knows its own widgets. Ours are painted, so that a field is a button to it, a page a bare
area, and a chosen button one like any other; and «toggle», which Qt does for a screen reader
to whatever can be checked, never reaches the phone (EVIDENCE 5). What is told here is asked
for only while a screen reader listens.
"""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from shiboken6 import VoidPtr

from elder_tutor.ui.access.tabbing import buried
from elder_tutor.ui.access.telling import Letters, Told, address
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.things import SECRET
from elder_tutor.ui.widgets.tolerance import TolerantButton

PRESS: Final = "Press"
DIALOGS: Final = frozenset({"sheet", "idle", "trainer.dialog", "kiosk.door"})
"""What stands above a page and must be answered first."""
TITLE: Final = ".title"
"""How the name of a title ends."""
Role = QAccessible.Role


def told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Answer what is told of a widget of ours; None leaves it to Qt."""
    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, TolerantButton):
        return ToldField(thing) if getattr(thing, "writes", False) else ToldButton(thing)
    if isinstance(thing, QLabel):
        return ToldWords(thing) if _ours(thing) else None
    if isinstance(thing, Page) or kind in ("PhoneWidget", "KeyboardTray", "TrainerPages"):
        return ToldPart(thing, Role.Grouping)
    if thing.objectName() in DIALOGS:
        return ToldPart(thing, Role.Dialog)
    if _ours(thing) and thing.isWindow():
        return Told(thing, Role.Window)
    return None


def _ours(widget: QWidget) -> bool:
    return type(widget).__module__.startswith("elder_tutor.")


class ToldPart(Told):
    """A page, or a card above it. What lies below another is not there for a reader, nor what is in it."""

    def state(self) -> QAccessible.State:
        """Answer the state."""
        state = super().state()
        if self._buried():
            state.invisible = state.offscreen = True
        return state

    def childCount(self) -> int:
        """Answer how many parts there are to go into."""
        return 0 if self._buried() else super().childCount()

    def _buried(self) -> bool:
        part = self.widget()
        return part is not None and buried(part)


class ToldWords(Told):
    """Words to read; titles are headings, so that a reader can go from one to the next (WCAG 2.4.10)."""

    def __init__(self, words: QLabel) -> None:
        super().__init__(words, Role.StaticText)

    def role(self) -> QAccessible.Role:
        """Answer heading or words."""
        return Role.Heading if self.level else Role.StaticText

    @property
    def level(self) -> int:  # type: ignore[override]
        """Answer 1 for the title of a page or a card above it, 2 for one of its parts, 0 for other words."""
        words = self.widget()
        if words is None:
            return 0
        own = int(getattr(words, "heading", 0))
        if own or not words.objectName().endswith(TITLE):
            return own
        above = words.parentWidget()
        whole = isinstance(above, Page) or (above is not None and above.objectName() in DIALOGS)
        return 1 if whole else 2


class ToldButton(Told):
    """A button of ours: what it is called, whether it is chosen or not possible yet, and its press."""

    def __init__(self, button: TolerantButton) -> None:
        super().__init__(button, Role.Button)

    @property
    def button(self) -> TolerantButton:
        """Answer the button; not kept here, so that what is told keeps no widget alive."""
        return cast("TolerantButton", self.widget())

    def role(self) -> QAccessible.Role:
        """Answer tab, switch, radio button, check box or button."""
        button = self.button
        if getattr(button, "told_as", "") == "tab":
            return Role.PageTab
        if getattr(button, "switch", False):
            return Role.Switch
        if not button.isCheckable():
            return Role.Button
        return Role.RadioButton if one_of_many(button) else Role.CheckBox

    def state(self) -> QAccessible.State:
        """Answer the state; what is not possible yet keeps the focus, so that it can say why."""
        state = super().state()
        button = self.button
        chosen = bool(getattr(button, "chosen", False))
        state.checkable = button.isCheckable() or chosen
        state.checked = button.isChecked() or chosen
        state.disabled = not (button.available and button.isEnabled())
        state.pressed = button.isDown()
        return state

    def actionNames(self) -> list[str]:
        """Answer what can be done: a press, whatever the button is."""
        return [PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press as a finger does; later, because what is pressed may go away with its page."""
        if name != PRESS:
            super().doAction(name)
            return
        button = self.button
        QTimer.singleShot(
            0, button, lambda: button.click() if button.available else button.whyRequested.emit()
        )


class ToldField(ToldButton):
    """A field to write in: an entry, and its letters with the caret behind them."""

    def __init__(self, field: TolerantButton) -> None:
        super().__init__(field)
        self._letters = Letters(field, is_secret(field))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Answer the address of the letters, or of what every widget tells."""
        if kind is QAccessible.InterfaceType.TextInterface:
            return address(self._letters)
        return super().interface_cast(kind)

    def role(self) -> QAccessible.Role:
        """Answer that one can write here."""
        return Role.EditableText

    def state(self) -> QAccessible.State:
        """Answer the state; the letters come from the phone, so that nobody else changes them."""
        state = super().state()
        state.editable = True
        state.passwordEdit = is_secret(self.button)
        return state


def one_of_many(button: QAbstractButton) -> bool:
    """Tell whether choosing this one lets go of another: an answer, a day, an hour."""
    return button.autoExclusive() or bool(getattr(button, "one_of_many", False))


def is_secret(field: QAbstractButton) -> bool:
    """Tell whether nobody is to hear what stands in a field."""
    return str(getattr(getattr(field, "view", None), "kind", "")) in SECRET
