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
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.things import SECRET
from elder_tutor.ui.widgets.tolerance import TolerantButton

PRESS: Final = "Press"
DIALOGS: Final = frozenset({"sheet", "idle", "trainer.dialog", "kiosk.door"})
"""What stands above a page and must be answered first."""
Role = QAccessible.Role


def told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Answer what is told of a widget of ours; None leaves it to Qt."""
    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, TolerantButton):
        return ToldField(thing) if getattr(thing, "writes", False) else ToldButton(thing)
    if isinstance(thing, Page) or kind in ("PhoneWidget", "KeyboardTray", "TrainerPages"):
        return QAccessibleWidget(thing, Role.Grouping)
    if thing.objectName() in DIALOGS:
        return QAccessibleWidget(thing, Role.Dialog)
    if type(thing).__module__.startswith("elder_tutor.") and thing.isWindow():
        return QAccessibleWidget(thing, Role.Window)
    return None


class ToldButton(QAccessibleWidget):
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

    def text(self, kind: QAccessible.Text) -> str:
        """Answer the name; without one what stands on the button."""
        found = super().text(kind)
        return found or (self.button.text() if kind is QAccessible.Text.Name else "")

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
    """A field to write in: an entry. What stands in it is told as its description, a secret not at all.

    WORKAROUND: a text interface of ours ends in a crash when the bus asks for it, since PySide
    6.11 cannot hand one out (``interface_cast``).
    """

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
