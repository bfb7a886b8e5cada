"""Elements to choose from: options, lists, menus, inbox, chips of words, photos."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.text.phrase import Phrase
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.buttons import RowButton, WordButton
from elder_tutor.ui.phone.ground import ground
from elder_tutor.ui.phone.kit import Kit, drawing
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.rows import Rows
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.tiles import paint_emblem
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON


class OptionPiece(Single):
    """One answer of several: a radio mark, label, second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.row = RowButton()
        self.row.setCheckable(True)
        super().__init__(self.row, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand both lines and the mark over."""
        # Qt lets nobody uncheck an exclusive button, and only an exclusive one is a radio button
        # to a screen reader.
        self.row.setAutoExclusive(False)
        self.row.setChecked(view.checked)
        self.row.setAutoExclusive(True)
        self.row.render_row(
            kit.shown(view.label), kit.shown(view.sub or view.text), view.icon, view.checked, "radio"
        )


class ListPiece(Rows):
    """Rows one below the other, each a card; a heading when the element has a label."""

    mark, look_of_icon = "go", ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(self)
        self.head.bold, self.head.spacing = True, BUTTON

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Keep one button a row."""
        self.head.say(kit.shown(self.heading(view)), kit)
        self.head.setVisible(bool(self.head.text()))
        self.head.setObjectName(f"{view.id}/label")
        self.sync(view.rows, self.make, view, kit)
        for row in view.rows:
            self.show_row(self.buttons[row.id], row, kit)

    def heading(self, view: ElementView) -> Phrase | None:
        """Answer what stands above the rows."""
        return view.label

    def make(self) -> TouchButton:
        """Answer a new button for a row."""
        return RowButton(self)

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand a row's members over."""
        if isinstance(button, RowButton):
            mark = "" if row.chosen else self.mark
            button.render_row(kit.shown(row.label), kit.shown(row.sub), row.icon, row.chosen, mark)

    def needed(self, width: int) -> int:
        """Answer the height of all rows."""
        return self._lay(width)[1]

    def place(self) -> None:
        """Stand the rows one below the other."""
        if self.view is None or self.kit is None:
            return
        self.head.setGeometry(0, 0, self.width(), self.head.tall(self.width()))
        for row, spot in self._lay(self.width())[0].items():
            self.place_row(row, spot, self.kit)

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        if self.view is None or self.kit is None:
            return {}, 0
        gap, spots = self.kit.px(12), {}
        top = self.head.tall(width) + (self.kit.px(8) if self.head.text() else 0)
        for row in self.view.rows:
            tall = self.row_height(row.id, width, self.kit)
            spots[row.id] = QRect(0, top, width, tall)
            top += tall + gap
        return spots, max(0, top - gap) if self.view.rows else top


class MenuPiece(ListPiece):
    """A menu: rows without chevrons."""

    mark = ""


class PeoplePiece(ListPiece):
    """Contacts and chats: a person's disc at the leading side."""

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand a row's members over; someone without a picture gets the plain disc."""
        if isinstance(button, RowButton):
            button.side = 60.0
            icon = drawing(row.icon, "avatars") or "avatars/unknown-caller"
            button.render_row(kit.shown(row.label), kit.shown(row.sub), icon, row.chosen, "")


class ChipPiece(ListPiece):
    """Words that flow in lines, each a chip of its own."""

    def make(self) -> TouchButton:
        """Answer a chip."""
        chip = ChipButton(self)
        chip.setCheckable(True)
        return chip

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand word and mark over."""
        button.setChecked(row.chosen)
        if isinstance(button, WordButton):
            button.render_words(kit.shown(row.label), "check" if row.chosen else "", "quiet")

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        if self.view is None or self.kit is None:
            return {}, 0
        kit, gap = self.kit, self.kit.px(12)
        spots: dict[str, QRect] = {}
        top = self.head.tall(width) + (kit.px(8) if self.head.text() else 0)
        line: list[tuple[str, int]] = []
        for row in self.view.rows:
            chip = self.buttons[row.id]
            wide = min(width, chip.natural(kit)) if isinstance(chip, WordButton) else width
            if line and sum(used for _, used in line) + gap * len(line) + wide > width:
                top += self._line(line, top, width, kit, spots) + gap
                line = []
            line.append((row.id, wide))
        if line:
            top += self._line(line, top, width, kit, spots)
        return spots, top

    def _line(
        self, line: list[tuple[str, int]], top: int, width: int, kit: Kit, spots: dict[str, QRect]
    ) -> int:
        tall = max(self.buttons[row].needed(wide) for row, wide in line)
        at = width if kit.rtl else 0
        for row, wide in line:
            left = at - wide if kit.rtl else at
            spots[row] = QRect(left, top, wide, tall)
            at = left - kit.px(12) if kit.rtl else left + wide + kit.px(12)
        return tall


class WordsPiece(ChipPiece):
    """A message shown word by word, on the ground of its bubble."""

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint the bubble's ground."""
        painter.fillPath(ground(box, kit, kit.rtl, self.joined), kit.q("sand"))

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        pad = self.kit.px(14) if self.kit else 14
        spots, tall = super()._lay(width - 2 * pad)
        foot = pad if not self.joined or self.kit is None else self.kit.px(12)
        return {row: spot.translated(pad, pad) for row, spot in spots.items()}, tall + pad + foot


class ChipButton(WordButton):
    """A chip: chosen wears the saffron tint in an ink border and a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least, self.drawn, self.radius, self.pad = 54.0, 28.0, 27.0, 20.0

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the chip; chosen over the plain face."""
        super().paint(painter, box, kit)
        if self.isChecked():
            paint.chosen_face(painter, box, kit, kit.px(self.radius))
            inner = box.adjusted(kit.px(self.pad), 0, -kit.px(self.pad), 0)
            part, rest = paint.take(inner, kit.px(self.drawn), kit, kit.px(8))
            paint.centred(
                painter, kit.icon("line/check", kit.px(self.drawn), "ink", "saffron_tint"), part, kit
            )
            paint.words(
                painter, self.text(), rest.adjusted(-8, 0, 8, 0), kit, "body", "ink", True, paint.CENTRE
            )


class PhotoButton(TouchButton):
    """A picture to choose, its name below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = ""

    def needed(self, width: int) -> int:
        """Answer the height of picture and name."""
        if self.kit is None:
            return 140
        return self.kit.px(120) + ceil(paint.tall(self.text(), width, self.kit, "label"))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the picture on a card."""
        if self.isChecked():
            paint.chosen_face(painter, box, kit, kit.px(20))
        else:
            fill = kit.q("lagoon_tint" if self.isDown() else "card")
            paint.face(painter, box, fill, kit.q("line"), kit.px(3), kit.px(20))
        area = QRectF(box.left(), box.top() + kit.px(12), box.width(), kit.px(92))
        paint_emblem(painter, drawing(self.glyph, "pictures"), area, kit, "ink")
        low = QRectF(
            box.left(), area.bottom() + kit.px(4), box.width(), box.bottom() - area.bottom() - kit.px(8)
        )
        paint.words(painter, self.text(), low, kit, "label", "ink", True, paint.CENTRE)


class PhotosPiece(ListPiece):
    """Pictures side by side, two a line."""

    def make(self) -> TouchButton:
        """Answer a picture."""
        photo = PhotoButton(self)
        photo.setCheckable(True)
        return photo

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand picture, name and mark over."""
        button.setChecked(row.chosen)
        if isinstance(button, PhotoButton):
            button.glyph = row.icon
            button.setText(kit.shown(row.label))

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        if self.view is None or self.kit is None:
            return {}, 0
        kit, gap, spots = self.kit, self.kit.px(14), {}
        wide = (width - gap) // 2
        top = self.head.tall(width) + (kit.px(8) if self.head.text() else 0)
        rows = self.view.rows
        for first in range(0, len(rows), 2):
            pair = rows[first : first + 2]
            tall = max(self.row_height(row.id, wide, kit) for row in pair)
            for number, row in enumerate(pair):
                left = (width - wide) * (1 - number if kit.rtl else number)
                spots[row.id] = QRect(left, top, wide, tall)
            top += tall + gap
        return spots, max(0, top - gap) if rows else top
