"""Elements to write in: boxes with a label above, and a code with a box for each digit."""

from __future__ import annotations

import unicodedata
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ElementView
from elder_tutor.text.digits import in_digits
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import Kit, drawing, flow_of
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.textflow import BUTTON, Flow

NUMERIC = ("digits", "amount", "code", "pin")
DIAL = "dial"
"""Look of a number that is dialled: large, in the middle."""

ICONS = {"search": "search", "microphone": "mic"}


class FieldButton(TouchButton):
    """A box to write in: lagoon border and caret while written in."""

    lines = 1
    writes = True
    """What a screen reader takes for an entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ElementView | None = None

    def show_view(self, view: ElementView) -> None:
        """Take the label and the letters."""
        self.view = view
        self.setText(view.letters)
        self.update()

    def needed(self, width: int) -> int:
        """Answer the height of label and box; the box grows with what is written."""
        if self.kit is None or self.view is None:
            return 110
        return ceil(self._label(width, self.kit)) + self._box_height(width, self.kit)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint label, box, letters, caret."""
        if self.view is None:
            return
        high = self._label(box.width(), kit)
        label = QRectF(
            box.left() + kit.px(4), box.top(), box.width() - kit.px(8), high - kit.px(8 if high else 0)
        )
        paint.words(painter, kit.shown(self.view.label), label, kit, "label", "ink", False, down=paint.TOP)
        self.paint_box(painter, box.adjusted(0, high, 0, 0), kit, self.view)

    def frame(self) -> QRect:
        """Answer the box below the label, in own coordinates."""
        high = ceil(self._label(self.width(), self.kit)) if self.kit else 0
        return self.rect().adjusted(0, high, 0, 0)

    def paint_box(self, painter: QPainter, frame: QRectF, kit: Kit, view: ElementView) -> None:
        """Paint the box and what stands in it."""
        self._frame(painter, frame, kit, view.focused)
        inner = frame.adjusted(kit.px(20), kit.px(8), -kit.px(20), -kit.px(8))
        icon = drawing(view.icon or ICONS.get(view.kind, ""))
        if icon:
            part, inner = paint.take(inner, kit.px(36), kit, kit.px(12))
            paint.centred(painter, kit.icon(icon, kit.px(36), "ink2", "nav_pill"), part, kit)
        if view.sample and view.letters:
            inner = self._mark_sample(painter, inner, kit)
        if view.letters or view.focused:
            self._letters(painter, inner, kit, view)
        else:
            paint.words(painter, self._hint(kit), inner, kit, "label", "ink2")

    def _letters(self, painter: QPainter, inner: QRectF, kit: Kit, view: ElementView) -> None:
        if view.look == DIAL and view.letters:
            paint.words(
                painter, self._digits(kit), inner, kit, "body", "ink", True, paint.CENTRE, px=self._big(kit)
            )
            return
        laid, leftwards = self._laid(inner.width(), kit), self._leftwards(kit)
        # A flow aligns by its own direction: words stand at the page's leading side, numbers at the left.
        numeric = self._numeric()
        across = paint.LEADING if numeric or leftwards == kit.rtl else paint.TRAILING
        laid.paint(painter, inner, kit.q("ink"), across)
        if not view.focused:
            return
        last = laid.lines - 1
        at = inner.right() if kit.rtl and not numeric else inner.left()
        middle = inner.center().y()
        if view.letters and laid.lines:
            begin, end = laid.spans[last]
            at = laid.left(inner, last, across) + (begin if leftwards else end)
            at += (-1 if leftwards else 1) * kit.px(14 if view.letters.endswith(" ") else 4)
            middle = laid.top(inner, paint.MIDDLE) + (last + 0.5) * laid.pitch
        tall = kit.size("body") * 0.68
        painter.setPen(QPen(kit.q("ink"), kit.px(4)))
        painter.drawLine(QPointF(at, middle - tall), QPointF(at, middle + tall))

    def _digits(self, kit: Kit) -> str:
        return f"\u2066{in_digits(self.text(), digits_of(kit))}\u2069"

    def _big(self, kit: Kit) -> int:
        """Answer the size of a number that is dialled: as large as it fits."""
        size, room = round(kit.size("body") * 1.35), self.width() - 2 * kit.px(20)
        while size > kit.size("label") and kit.width(self._digits(kit), "body", True, size) > room:
            size -= 1
        return size

    def _laid(self, width: float, kit: Kit) -> Flow:
        letters = in_digits(self.text(), digits_of(kit)) if self.text() else ""
        return flow_of(letters, kit.size("body"), False, int(width + 0.5), self._leftwards(kit), BUTTON)

    def _leftwards(self, kit: Kit) -> bool:
        """Tell whether the letters run from right to left: by the first that has a direction."""
        if self._numeric():
            return False
        ways = (unicodedata.bidirectional(letter) for letter in self.text())
        return next((way != "L" for way in ways if way in ("L", "R", "AL")), kit.rtl)

    def _numeric(self) -> bool:
        return self.view is not None and (self.view.kind in NUMERIC or self.view.input == "digits")

    def _mark_sample(self, painter: QPainter, inner: QRectF, kit: Kit) -> QRectF:
        said = kit.shown(sayings.EXAMPLE)
        wide = kit.width(said, "label", True) + kit.px(28)
        part, rest = paint.take_end(inner, wide, kit, kit.px(10))
        chip = QRectF(part.left(), part.center().y() - kit.px(22), part.width(), kit.px(44))
        paint.face(painter, chip, kit.q("saffron_tint"), None, 0, kit.px(22))
        paint.words(painter, said, chip, kit, "label", "ink", True, paint.CENTRE)
        return rest

    def _frame(self, painter: QPainter, frame: QRectF, kit: Kit, focused: bool) -> None:
        radius = kit.px(20)
        if not self.available:
            paint.closed_face(painter, frame, kit, radius)
            return
        fill = kit.q("lagoon_tint" if self.isDown() else "card")
        paint.face(
            painter, frame, fill, kit.q("lagoon" if focused else "line"), kit.px(4 if focused else 3), radius
        )

    @property
    def lean(self) -> bool:
        """Tell whether the label stands inside the box: a field at the foot of a screen."""
        return self.view is not None and self.view.region == "bottom" and self.lines == 1

    def _label(self, width: float, kit: Kit) -> float:
        if self.view is None or self.view.label is None or self.lean:
            return 0.0
        return paint.tall(kit.shown(self.view.label), width - kit.px(8), kit, "label") + kit.px(10)

    def _hint(self, kit: Kit) -> str:
        """Answer what stands in the empty box."""
        if self.view is None:
            return ""
        return kit.shown(self.view.text or self.view.sub or (self.view.label if self.lean else None))

    def _box_height(self, width: int, kit: Kit) -> int:
        view = self.view
        icon = kit.px(48) if view and drawing(view.icon or ICONS.get(view.kind, "")) else 0
        inner = width - 2 * kit.px(20) - icon
        tall = self._laid(inner, kit).height if self.text() else 0
        hint = 0.0 if self.text() else paint.tall(self._hint(kit), inner, kit, "label")
        return max(
            kit.px(150 if self.lines > 1 else 66 if self.lean else 78), ceil(max(tall, hint)) + 2 * kit.px(12)
        )


class LongFieldButton(FieldButton):
    """A box for a sentence or two."""

    lines = 3


class CodeButton(FieldButton):
    """A code: one box a digit, from left to right in every language."""

    def _box_height(self, width: int, kit: Kit) -> int:
        return max(kit.px(66 if self.tight else 76), ceil(kit.size("body") * 1.5) + kit.px(14))

    def paint_box(self, painter: QPainter, frame: QRectF, kit: Kit, view: ElementView) -> None:
        """Paint the boxes; the next to be filled has the lagoon border."""
        for number, spot in enumerate(self.cells(frame, kit)):
            filled = number < len(view.letters)
            here = view.focused and number == min(len(view.letters), self.count() - 1)
            if not self.available:
                paint.closed_face(painter, spot, kit, kit.px(14))
            else:
                fill = "lagoon_tint" if self.isDown() or (filled and not here) else "card"
                paint.face(
                    painter,
                    spot,
                    kit.q(fill),
                    kit.q("lagoon" if here or filled else "line"),
                    kit.px(4 if here else 3),
                    kit.px(14),
                )
            if filled:
                shown = "●" if view.kind == "pin" else in_digits(view.letters[number], digits_of(kit))
                size = round(kit.size("body") * (0.7 if view.kind == "pin" else 1.1))
                paint.spaced_digits(painter, shown, spot, kit, "ink", size)
            elif here:
                painter.setPen(QPen(kit.q("ink"), kit.px(4)))
                tall = spot.height() * 0.26
                painter.drawLine(spot.center() - QPointF(0, tall), spot.center() + QPointF(0, tall))

    def cells(self, frame: QRectF, kit: Kit) -> list[QRectF]:
        """Answer the boxes from left to right, a wider gap in the middle of an even code."""
        count = self.count()
        gap, middle = kit.px(8), kit.px(14) if count % 2 == 0 and count >= 6 else 0
        wide = min(float(kit.px(72)), (frame.width() - gap * (count - 1) - middle) / count)
        total = wide * count + gap * (count - 1) + middle
        left, spots = frame.center().x() - total / 2, []
        for number in range(count):
            if middle and number == count // 2:
                left += middle
            spots.append(QRectF(left, frame.top(), wide, frame.height()))
            left += wide + gap
        return spots

    def count(self) -> int:
        """Answer how many boxes there are."""
        return max(1, self.view.cells or len(self.view.letters) or 6) if self.view else 6


class FieldPiece(Single):
    """A field of one line."""

    def __init__(self, parent: QWidget | None = None, field: FieldButton | None = None) -> None:
        self.field = field or FieldButton()
        super().__init__(self.field, parent)

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand label and letters over; what was written is told apart from the name."""
        self.field.show_view(view)

    def spot(self, row: str = "") -> QRect | None:
        """Answer the box: the label above it takes a touch too, but the ring stands around the box."""
        return self.field.frame().translated(self.field.pos())

    def reading(self) -> list[QRect]:
        """Answer the label above the box."""
        return [QRect(0, 0, self.width(), self.field.frame().top())]


class LongFieldPiece(FieldPiece):
    """A field of several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, LongFieldButton())


class CodePiece(FieldPiece):
    """A code or a lock number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, CodeButton())


def digits_of(kit: Kit) -> str:
    """Answer the set of digits the person chose, ``latn`` or ``arab``."""
    return kit.wording.digits
