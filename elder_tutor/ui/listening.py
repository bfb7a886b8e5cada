"""«Listen»: after the button was pressed the next touch is heard and does nothing else.

A sheet of glass lies above the page as long as it is waited for. The keyboard goes through
the same things with Tab and the arrows; Enter, Space or Escape ends it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.things import Thing, thing_at, things

RINGS: Final = ((5.0, "ink"), (6.0, "ring"), (5.0, "ink"))
"""Design pixels and colours of the ring, from the thing outwards: as the ring of a lesson's target."""
_ON: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Down)
_BACK: Final = (Qt.Key.Key_Backtab, Qt.Key.Key_Up)
_ENDS: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Listening(QWidget):
    """Wait for one touch and tell what lies there.

    ``touched`` carries the widget that is to be heard, or None for an empty place; ``ended``
    tells that no touch is waited for any more.
    """

    touched = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("listening")
        self.hide()
        self.metrics: Metrics | None = None
        self.waiting = False
        self.ring = QRect()
        self._root: QWidget = parent
        self._button: QWidget | None = None
        self._keys = False
        self._at = -1
        self._reach = 0.0
        self._pressed: QPoint | None = None
        self._before: QWidget | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._let_through)

    def begin(self, root: QWidget, button: QWidget, metrics: Metrics, reach: float, keys: bool) -> None:
        """Wait for a touch on what lies in ``root``; ``reach`` is how near a miss may be, window pixels.

        ``keys`` says that a keyboard pressed the button: then Tab goes from thing to thing.
        """
        self.metrics, self._root, self._button = metrics, root, button
        self._keys, self._reach, self._at = keys, reach, -1
        self.waiting, self.ring, self._pressed = True, QRect(), None
        self._before = QApplication.focusWidget()
        self._settle.stop()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Wait no longer."""
        if self.waiting:
            self._end()
            self._let_through()

    def unring(self) -> None:
        """Take the ring away: something else is said, or nothing."""
        if not self.waiting and not self._settle.isActive():
            self.hide()
        self.ring = QRect()
        self.update()

    # --- touch -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a touch: where the finger came down is what is meant."""
        self._pressed = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep a trembling finger from the page."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was touched; the button itself takes it back."""
        at, self._pressed = self._pressed, None
        event.accept()
        if at is None or not self.waiting:
            return
        if self._button is not None and _place(self._button, self._window).contains(at):
            self.cancel()
            return
        origin = self._root.mapTo(self._window, QPoint(0, 0))
        found = thing_at(self._root, at - origin, self._reach)
        self._end()
        self._settle.start(self._patience)
        self._tell(found)

    @property
    def _patience(self) -> int:
        """Answer how long a second, trembling touch is still kept from the page, in milliseconds."""
        return int(getattr(self._button, "repeat_ms", 500))

    # --- keys --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next thing, or end."""
        event.accept()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        on, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if rtl else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if event.key() in _ENDS:
            self.cancel()
        elif event.key() in (*_ON, on):
            self._step(1)
        elif event.key() in (*_BACK, back):
            self._step(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab here while something is waited for."""
        if self.waiting:
            self._step(1 if forward else -1)
        return self.waiting

    def _step(self, by: int) -> None:
        there = things(self._root)
        if there:
            self._at = (self._at + by) % len(there) if self._at >= 0 or by > 0 else len(there) - 1
            self._tell(there[self._at])

    # --- inside ------------------------------------------------------------------

    def _tell(self, found: Thing | None) -> None:
        if found is None:
            self.ring = QRect()
        else:
            self.ring = _place(found.widget, self._window)
        self.touched.emit(found.widget if found is not None else None)
        self.update()

    def _end(self) -> None:
        self.waiting = False
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._root.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.ended.emit()

    def _let_through(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
        if self.ring.isEmpty():
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring around what is heard."""
        if self.metrics is None or self.ring.isEmpty():
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = float(m.px(sum(width for width, _ in RINGS) / 2))
        box, out = QRectF(self.ring), 0.0
        # A thing that goes from edge to edge has its ring inside.
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        box = box.intersected(room.adjusted(inset, inset, -inset, -inset))
        for width, colour in RINGS:
            wide = m.px(width)
            grown = box.adjusted(-out - wide / 2, -out - wide / 2, out + wide / 2, out + wide / 2)
            painter.setPen(QPen(m.q(colour), wide))
            painter.drawRoundedRect(grown, m.px(14) + out, m.px(14) + out)
            out += wide
        painter.end()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
