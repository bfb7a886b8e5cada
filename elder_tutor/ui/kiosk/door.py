"""The one way out of a kiosk: the trainer's PIN; whoever came here by chance is back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.progress.pins import WrongPin
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.trainer.pages import desk_metrics
from elder_tutor.ui.trainer.pin import PinPage

if TYPE_CHECKING:
    from elder_tutor.progress.people import People
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.theme import Metrics

FIRST: Final = phrase("Choose a PIN of 4 to 8 digits. Without it nobody can leave the kiosk.")


class _AskedOnce(PinPage):
    """Ask once: ``refused`` tells that the PIN was not right."""

    refused = Signal()

    def _judge(self, typed: str) -> None:
        try:
            super()._judge(typed)
        except WrongPin:
            QTimer.singleShot(0, self, self.refused.emit)
            raise


class Door(QWidget):
    """Cover the window and ask.

    ``opened`` tells that the PIN was right, ``chosen`` that the first one was chosen just now: that
    opens nothing. ``closed`` leads back to the page below.
    """

    opened = Signal()
    chosen = Signal()
    closed = Signal()

    def __init__(self, people: People, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.door")
        self.pin = _AskedOnce(people, self)
        self.pin.opened.connect(self._answered)
        self.pin.backRequested.connect(self._back)
        self.pin.refused.connect(self.closed)
        self._first = False
        self._metrics: Metrics | None = None

    def open(self, metrics: Metrics, wording: Wording) -> None:
        """Ask for the PIN, or for a new one when there is none. Raises the store's errors."""
        self._first = not self.pin.people.pin_is_set()
        self.dress(metrics, wording)
        self.show()
        self.raise_()
        self.pin.show()
        self.pin.begin()
        if self._first:
            self.pin.sentence = FIRST
            self.pin.relayout()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language."""
        self._metrics = desk_metrics(metrics)
        self.setGeometry(0, 0, metrics.width, metrics.height)
        self.pin.dress(self._metrics, wording)
        self.pin.move(0, 0)
        self.pin.back.setVisible(not self._first)

    def _answered(self) -> None:
        self.chosen.emit() if self._first else self.opened.emit()

    def _back(self) -> None:
        if not self._first:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover what is below."""
        if self._metrics is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._metrics.q("page"))
            painter.end()
