"""One element of a screen as widgets: kept by id, told its view, asked for its height."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ElementView
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.touch import Drag, TouchButton, direction
from elder_tutor.ui.touching.ways import Sweep, Way


class Piece(QWidget):
    """The widgets of one element. ``acted`` carries what a person did to it.

    ``gathers`` names a run that the pane lays side by side (tiles, tabs); ``joins`` tells
    that the piece stands on the ground of the one above (a link in a bubble); ``centred``
    words follow a success; ``alone`` never stands beside another; ``tight`` gives up air
    (never type size or targets) so that a screen need not scroll; ``flat`` lies on one line;
    ``apart`` belongs to a run of which each stands on a line of its own.
    """

    acted = Signal(object)
    gathers = ""
    margin = 18.0
    first_above = 16.0
    last_below = 14.0
    """Design pixels at either side, above the first piece and below the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ElementView | None = None
        self.kit: Kit | None = None
        self.drag: Drag | None = None
        self.sweep: Sweep | None = None
        self.joins = False
        self.joined = False
        self.centred = False
        self.tight = False
        self.flat = False
        self.apart = False

    def render_element(self, view: ElementView, kit: Kit) -> None:
        """Show an element; nothing happens when nothing changed."""
        if view == self.view and kit is self.kit:
            return
        self.view, self.kit = view, kit
        self.refresh(view, kit)
        self.place()
        self.update()

    @property
    def alone(self) -> bool:
        """Tell whether the piece takes a whole line although its kind gathers."""
        return False

    def cramped(self, width: int) -> bool:
        """Tell whether beside others, at this width, a word of its twins would go to a second line."""
        return False

    def natural(self, kit: Kit) -> int:
        """Answer the width the piece would like beside a field, window pixels."""
        return kit.px(120)

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Bring the children up to date."""
        raise NotImplementedError

    def needed(self, width: int) -> int:
        """Answer the height at this width, window pixels."""
        raise NotImplementedError

    def place(self) -> None:
        """Give the children their places in the present size."""

    def spot(self, row: str = "") -> QRect | None:
        """Answer where the element, or a row of it, is touched, in own coordinates."""
        return self.rect() if not row else None

    def bring(self, row: str) -> None:
        """Make a row show that the piece keeps on another page of its own."""

    def sweep_page(self, way: Way, act: bool) -> bool:
        """Turn the piece's own page by a swipe anywhere; answer whether there is one to turn."""
        return False

    def group_of(self, row: str) -> QRect | None:
        """Answer the area to search in for a row: its group, or the whole piece."""
        return self.rect()

    def reading(self) -> list[QRect]:
        """Answer where words to read stand that are no target, in own coordinates."""
        if not any(each.isVisibleTo(self) for each in self.findChildren(TouchButton)):
            return [self.rect()]
        labels = self.findChildren(Label)
        return [each.geometry() for each in labels if each.isVisibleTo(self) and each.text()]

    def focus_order(self) -> list[QWidget]:
        """Answer what the Tab key goes through here, in the order of reading."""
        found = [each for each in self.findChildren(TouchButton) if each.isVisibleTo(self)]
        return sorted(found, key=self._reading)

    def _reading(self, button: QWidget) -> tuple[int, int]:
        rtl = self.kit is not None and self.kit.rtl
        return button.y(), -button.x() if rtl else button.x()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children again."""
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Prepare the painter and paint the ground."""
        if self.view is None or self.kit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(self.kit))
        self.paint(painter, QRectF(self.rect()), self.view, self.kit)
        painter.end()

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint what lies under the children."""

    # --- helpers for kinds -----------------------------------------------------

    def act(self, do: Do, row: str = "", level: int = 0) -> None:
        """Tell what a person did to this element."""
        if self.view is not None:
            self.acted.emit(Action(do, self.view.id, row, level))

    def adopt(self, button: TouchButton, name: str, kit: Kit) -> None:
        """Name a child, dress it, let it take part in drags."""
        button.setObjectName(name)
        button.drag, button.sweep = self._dragged, self._swept
        button.dress(kit)

    def _dragged(self, by: int) -> bool:
        return self.drag(by) if self.drag is not None else False

    def _swept(self, way: Way, act: bool) -> bool:
        return self.sweep(way, act) if self.sweep is not None else False
