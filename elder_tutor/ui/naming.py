"""«Speak what I touch»: a touch does what it does, and the name of what was touched is said first.

With a keyboard, what Tab comes to is said when it is reached, and again when it is pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.widgets.tolerance import TolerantButton

if TYPE_CHECKING:
    from elder_tutor.settings import Settings

_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Naming(QObject):
    """Watch touches as long as somebody wants them named; letters only where they are no secret."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._watching = False
        self._from: QPoint | None = None
        window.used.connect(self._used)
        window.reached.connect(self._reached)

    def _used(self, settings: Settings) -> None:
        wanted = settings.speak_touched or settings.speak_keys
        application = QApplication.instance()
        if wanted is self._watching or application is None:
            return
        self._watching = wanted
        application.installEventFilter(self) if wanted else application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is touched before it is told of it; every event goes its way."""
        if isinstance(watched, QWidget):
            self._watch(watched, event)
        return False

    def _reached(self, widget: QWidget) -> None:
        """Say what Tab has come to, how it is set and what stands in it: by ear alone nothing else tells."""
        from elder_tutor.ui.things import lines_of

        held = self.window.settings
        if held.speak_touched and not held.screen_reader:
            self.window.say_lines(lines_of(widget, self.window.wording))

    def _watch(self, watched: QWidget, event: QEvent) -> None:
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._from = _place(event)
        elif kind == QEvent.Type.MouseButtonRelease and self._from is not None:
            start, self._from = self._from, None
            reach = self.window.settings.release_mm * self.window.metrics.px_per_mm
            if (_place(event) - start).manhattanLength() <= reach:
                self._note_at(start)
        elif kind == QEvent.Type.KeyPress and isinstance(watched, TolerantButton):
            assert isinstance(event, QKeyEvent)
            if event.key() in _PRESSES and not event.isAutoRepeat():
                self._note(watched)

    def _note_at(self, place: QPoint) -> None:
        from elder_tutor.ui.things import thing_at

        root = self._root()
        if root is not None:
            reach = self.window.settings.snap_mm * self.window.metrics.px_per_mm
            found = thing_at(root, root.mapFromGlobal(place), reach)
            if found is not None:
                self._note(found.widget)

    def _root(self) -> QWidget | None:
        """Answer where touches are named: on a page or the sheet, not where something else lies above."""
        return (
            None
            if self.window.covered
            else self.window.sheet
            if self.window.sheet_open
            else self.window.current
        )

    def _note(self, widget: QWidget) -> None:
        from elder_tutor.ui.things import name_of

        root, settings = self._root(), self.window.settings
        if root is None or not root.isAncestorOf(widget):
            return
        is_key = getattr(widget, "key", None) is not None
        secret = bool(getattr(self.window.current, "writes_secret", False))
        if settings.speak_keys and not secret if is_key else settings.speak_touched:
            self.window.named_first = name_of(widget, self.window.wording, private=is_key)
            QTimer.singleShot(0, self, self._alone)

    def _alone(self) -> None:
        """Say the name by itself where the touch led to no words."""
        if self.window.named_first:
            self.window.say_lines(())


def _place(event: QEvent) -> QPoint:
    assert isinstance(event, QMouseEvent)
    return event.globalPosition().toPoint()
