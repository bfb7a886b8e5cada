"""Times to choose from, under headings such as morning and evening."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView, RowView
from elder_tutor.ui.phone import paint
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.rows import Rows
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON


class SlotButton(TouchButton):
    """One time; taken ones are pale with a line through."""

    one_of_many = True

    role = "body"

    def needed(self, width: int) -> int:
        """Answer the height of the time in lines."""
        if self.kit is None:
            return 62
        tall = paint.tall(self.text(), width - 2 * self.kit.px(8), self.kit, self.role, True)
        return max(self.kit.px(62), ceil(tall) + 2 * self.kit.px(8))

    def natural(self, kit: Kit, role: str) -> int:
        """Answer the width that keeps the time on one line at the size of a role."""
        return ceil(kit.width(self.text(), role, True)) + 2 * kit.px(11)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face and time."""
        radius = kit.px(18)
        if not self.available:
            paint.closed_face(painter, box, kit, radius)
        elif self.isChecked():
            paint.chosen_face(painter, box, kit, radius)
        else:
            fill = kit.q("lagoon_tint" if self.isDown() else "card")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), radius)
        colour = "ink" if self.available else "disabled_text"
        inner = box.adjusted(kit.px(8), 0, -kit.px(8), 0)
        paint.words(painter, self.text(), inner, kit, self.role, colour, True, paint.CENTRE)
        if not self.available:
            half = kit.width(self.text(), self.role, True) / 2 + kit.px(6)
            middle = box.center()
            line = QRectF(middle.x() - half, middle.y() - kit.px(1.5), 2 * half, kit.px(3))
            painter.fillRect(line, kit.q("disabled_text"))


class SlotsPiece(Rows):
    """Times in two columns under their headings; one column where a time would not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads: dict[str, Label] = {}

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Keep a button for each time and a heading for each group."""
        self.sync(view.rows, self._make, view, kit)
        for row in view.rows:
            button = self.buttons[row.id]
            button.setText(_without(kit.shown(row.label), kit.shown(row.group)))
            button.setChecked(row.chosen)
        titles = [title for title, _ in self._groups(view, kit) if title]
        for gone in [title for title in self.heads if title not in titles]:
            self.heads.pop(gone).deleteLater()
        for title in titles:
            if title not in self.heads:
                self.heads[title] = Label(self)
                self.heads[title].spacing = BUTTON
                self.heads[title].show()
            self.heads[title].say(title, kit)

    def needed(self, width: int) -> int:
        """Answer the height of all groups."""
        return self._lay(width)[1]

    def place(self) -> None:
        """Stand headings and times."""
        if self.view is None or self.kit is None:
            return
        for name, spot in self._lay(self.width())[0].items():
            kind, _, what = name.partition("|")
            (self.heads[what] if kind == "head" else self.buttons[what]).setGeometry(spot)

    def group_of(self, row: str) -> QRect | None:
        """Answer the area of the heading and times a row belongs to."""
        if self.view is None or self.kit is None:
            return None
        for title, rows in self._groups(self.view, self.kit):
            if any(each.id == row for each in rows):
                area = QRect(self.heads[title].geometry()) if title else QRect()
                for each in rows:
                    area = area.united(self.buttons[each.id].geometry())
                return area
        return self.rect()

    def _make(self) -> TouchButton:
        slot = SlotButton(self)
        slot.setCheckable(True)
        return slot

    def _columns(self, two: int, kit: Kit) -> int:
        """Answer 2 where all times fit side by side, if need be at the size of labels."""
        slots = [button for button in self.buttons.values() if isinstance(button, SlotButton)]
        for role in ("body", "label"):
            if all(slot.natural(kit, role) <= two for slot in slots):
                for slot in slots:
                    slot.role = role
                return 2
        for slot in slots:
            slot.role = "body"
        return 1

    def _groups(self, view: ElementView, kit: Kit) -> list[tuple[str, list[RowView]]]:
        groups: list[tuple[str, list[RowView]]] = []
        for row in view.rows:
            title = kit.shown(row.group)
            if not groups or groups[-1][0] != title:
                groups.append((title, []))
            groups[-1][1].append(row)
        return groups

    def _lay(self, width: int) -> tuple[dict[str, QRect], int]:
        if self.view is None or self.kit is None:
            return {}, 0
        kit, gap, spots, top = self.kit, self.kit.px(14), {}, 0
        two = (width - gap) // 2
        columns = self._columns(two, kit)
        wide = two if columns == 2 else width
        for title, rows in self._groups(self.view, kit):
            if title:
                tall = self.heads[title].tall(width)
                spots[f"head|{title}"] = QRect(0, top, width, tall)
                top += tall + kit.px(4)
            for first in range(0, len(rows), columns):
                line = rows[first : first + columns]
                tall = max(self.buttons[row.id].needed(wide) for row in line)
                for number, row in enumerate(line):
                    left = (width - wide) * (1 - number if kit.rtl else number) if columns == 2 else 0
                    spots[f"row|{row.id}"] = QRect(left, top, wide, tall)
                top += tall + gap
            top += kit.px(2)
        return spots, max(0, top - gap - kit.px(2))


def _without(time: str, heading: str) -> str:
    """Answer a time without the half of the day that its heading already tells."""
    return time.replace(heading, "", 1).replace("\u00a0", " ").strip() if heading else time
