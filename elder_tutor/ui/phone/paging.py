"""Elements with pages: a long page, a strip, the shade, open apps. Big arrows do what a swipe does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Do, ElementView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.buttons import WordButton
from elder_tutor.ui.phone.choices import ListPiece
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.piece import Label, Piece, name_of

WORDS = {
    "scroll": (sayings.UP, sayings.DOWN),
    "shade": (sayings.UP, sayings.DOWN),
    "pages": (sayings.PREVIOUS, sayings.NEXT),
    "recents": (sayings.PREVIOUS, sayings.NEXT),
}


class PagesPiece(Piece):
    """How far one has come, and a big button either way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(self)
        self.back, self.on = WordButton(self), WordButton(self)
        self.back.tapped.connect(lambda: self._go(-1))
        self.on.tapped.connect(lambda: self._go(1))

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show words, dots and the two buttons."""
        self.words.say(kit.shown(view.text or view.label), kit)
        back, on = WORDS.get(view.kind, WORDS["pages"])
        for button, name, end in ((self.back, back, "back"), (self.on, on, "on")):
            self.adopt(button, f"{view.id}/{end}", kit)
            button.role = "label"
            button.render_words(kit.shown(name), "", "secondary")
            button.call(f"{name_of(view, kit)} {kit.plain(name)}".strip())
        self.back.set_available(view.level > 0)
        self.on.set_available(view.level < (view.most or 1))

    def needed(self, width: int) -> int:
        """Answer the height of words, dots and buttons."""
        return self.words.tall(width) + (self.kit.px(30 + 62) if self.kit else 92)

    def place(self) -> None:
        """Stand the buttons side by side under the words."""
        if self.kit is None:
            return
        self.words.setGeometry(0, 0, self.width(), self.words.tall(self.width()))
        row = QRectF(0, self.height() - self.kit.px(62), self.width(), self.kit.px(62))
        gap = self.kit.px(12)
        first, rest = paint.take(row, (row.width() - gap) / 2, self.kit, gap)
        self.back.setGeometry(first.toRect())
        self.on.setGeometry(rest.toRect())

    def paint(self, painter: QPainter, box: QRectF, view: ElementView, kit: Kit) -> None:
        """Paint a dot for each page, the present one long."""
        row = QRectF(box.left(), box.bottom() - kit.px(62 + 26), box.width(), kit.px(20))
        paint_dots(painter, row, kit, (view.most or 1) + 1, view.level)

    def spot(self, row: str = "") -> QRect | None:
        """Answer the button that goes on, or the one back."""
        return (self.back if row == "back" else self.on).geometry()

    def _go(self, by: int) -> None:
        if self.view is not None:
            level = min(self.view.most or 1, max(0, self.view.level + by))
            if level != self.view.level:
                self.act(Do.SET, level=level)


class ShadePiece(ListPiece):
    """Notices or open apps as rows."""

    mark = "go"


def paint_dots(painter: QPainter, row: QRectF, kit: Kit, count: int, at: int) -> None:
    """Paint page dots in the middle of a row, in reading order."""
    if count > 12:
        return
    side, long, gap = kit.px(14), kit.px(34), kit.px(12)
    total = side * (count - 1) + long + gap * (count - 1)
    run = QRectF(row.center().x() - total / 2, row.center().y() - side / 2, total, side)
    for number in range(count):
        part, run = paint.take(run, long if number == at else side, kit, gap)
        if number == at:
            paint.face(painter, part, kit.q("ink"), None, 0, side / 2)
        else:
            paint.face(painter, part, kit.q("card"), kit.q("ink"), kit.px(3), side / 2)
