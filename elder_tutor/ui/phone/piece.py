"""One element of a screen as widgets: kept by id, told its view, asked for its height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.lessons.view import Action, Do, ElementView, RowView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.buttons import WordButton
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.touch import Drag, Latch, TouchButton, direction
from elder_tutor.ui.textflow import TEXT


class Piece(QWidget):
    """The widgets of one element. ``acted`` carries what a person did to it.

    ``gathers`` names a run that the pane lays side by side (tiles, tabs); ``joins`` tells
    that the piece stands on the ground of the one above (a link in a bubble); ``centred``
    words follow a success; ``alone`` never stands beside another; ``tight`` gives up air
    (never type size or targets) so that a screen need not scroll.
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
        self.latch: Latch | None = None
        self.joins = False
        self.joined = False
        self.centred = False
        self.tight = False

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
        button.drag = self._dragged
        button.latch = self.latch
        button.dress(kit)

    def _dragged(self, by: int) -> bool:
        return self.drag(by) if self.drag is not None else False


class Single(Piece):
    """An element that is one button, with the tap alternative of its hold below it."""

    def __init__(self, button: TouchButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = button
        button.setParent(self)
        button.tapped.connect(lambda: self.act(Do.TAP))
        button.held.connect(lambda: self.act(Do.HOLD))
        self.menu: WordButton | None = None

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Name the button and show its state."""
        self.adopt(self.button, view.id, kit)
        self.button.set_available(view.enabled)
        self.button.can_hold(view.can_hold)
        self.button.call(name_of(view, kit), about_of(view, kit))
        self._refresh_menu(view, kit)
        self.show_state(view, kit)
        self.button.update()

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand the view's members to the button; a kind does it here."""

    def needed(self, width: int) -> int:
        """Answer the button's height and that of the menu entry."""
        self.button.tight = self.tight
        tall = self.button.needed(width)
        return tall + self._gap() + self.menu.needed(width) if self.menu else tall

    def place(self) -> None:
        """Put the button above its menu entry."""
        low = self.menu.needed(self.width()) + self._gap() if self.menu else 0
        self.button.setGeometry(0, 0, self.width(), max(0, self.height() - low))
        if self.menu:
            self.menu.setGeometry(0, self.height() - low + self._gap(), self.width(), low - self._gap())

    def spot(self, row: str = "") -> QRect | None:
        """Answer the button's place, or the menu entry's for the row ``hold``."""
        if row == "hold" and self.menu is not None:
            return self.menu.geometry()
        return self.button.geometry()

    def _gap(self) -> int:
        return self.kit.px(12) if self.kit else 12

    def _refresh_menu(self, view: ElementView, kit: Kit) -> None:
        if not view.can_hold:
            if self.menu is not None:
                self.menu.deleteLater()
                self.menu = None
            return
        if self.menu is None:
            self.menu = WordButton(self)
            self.menu.tapped.connect(lambda: self.act(Do.HOLD))
            self.menu.show()
        self.adopt(self.menu, f"{view.id}/hold", kit)
        said = kit.shown(view.hold_label or sayings.MORE)
        self.menu.render_words(said, "eye" if view.kind == "link" else "more", "quiet")
        self.menu.call(kit.plain(view.hold_label or sayings.MORE))


class Rows(Piece):
    """An element with rows: one button each, kept by row id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, TouchButton] = {}

    def sync(
        self, rows: Sequence[RowView], make: Callable[[], TouchButton], view: ElementView, kit: Kit
    ) -> None:
        """Keep exactly one button for each row."""
        wanted = {row.id for row in rows}
        for gone in [row for row in self.buttons if row not in wanted]:
            self.buttons.pop(gone).deleteLater()
        for row in rows:
            if row.id not in self.buttons:
                button = make()
                button.setParent(self)
                button.tapped.connect(lambda row=row.id: self.act(Do.PICK, row))
                button.show()
                self.buttons[row.id] = button
            button = self.buttons[row.id]
            self.adopt(button, f"{view.id}/{row.id}", kit)
            button.set_available(row.open and view.enabled)
            button.call(row_name(row, kit), row_about(row, kit))
            button.update()

    def spot(self, row: str = "") -> QRect | None:
        """Answer the row's place when it shows, or the whole."""
        if not row:
            return self.rect()
        button = self.buttons.get(row)
        return button.geometry() if button is not None and button.isVisibleTo(self) else None


class Label(QLabel):
    """Words to read: painted by our own lines, known to screen readers as a label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit: Kit | None = None
        self.role, self.bold, self.colour, self.spacing = "body", False, "ink", TEXT
        self.across, self.down = paint.LEADING, paint.TOP
        self.px = 0

    def say(self, text: str, kit: Kit) -> None:
        """Show a text."""
        self.kit = kit
        if text != self.text():
            self.setText(text)
        self.update()

    def tall(self, width: int) -> int:
        """Answer the height at a width, window pixels."""
        if self.kit is None or not self.text():
            return 0
        return ceil(paint.tall(self.text(), width, self.kit, self.role, self.bold, self.spacing))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        if self.kit is None:
            return
        painter = QPainter(self)
        paint.words(
            painter, self.text(), QRectF(self.rect()), self.kit, self.role, self.colour, self.bold,
            self.across, self.down, self.spacing, self.px,
        )  # fmt: skip
        painter.end()


def name_of(view: ElementView, kit: Kit) -> str:
    """Answer what a screen reader calls an element."""
    return kit.plain(view.label or view.text or view.meaning)


def about_of(view: ElementView, kit: Kit) -> str:
    """Answer what stands in an element beside its name."""
    parts = [kit.plain(view.text) if view.label else "", kit.plain(view.sub), view.letters]
    parts += [f"{kit.plain(label)}: {kit.plain(text)}" for label, text, _ in view.facts]
    if not view.enabled:
        parts.append(kit.plain(sayings.NOT_YET))
    return " · ".join(part for part in parts if part)


def row_name(row: RowView, kit: Kit) -> str:
    """Answer what a screen reader calls a row."""
    return kit.plain(row.label)


def row_about(row: RowView, kit: Kit) -> str:
    """Answer what else a screen reader says of a row."""
    parts = [kit.plain(row.sub), kit.plain(sayings.CHOSEN) if row.chosen else ""]
    if not row.open:
        parts.append(kit.plain(sayings.FULL) if row.day or row.group else kit.plain(sayings.NOT_YET))
    return " · ".join(part for part in parts if part)
