"""A conversation: bubbles of both sides, each with its time, its ticks and «⋯»."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import RowView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.choices import ListPiece
from elder_tutor.ui.phone.ground import ground
from elder_tutor.ui.phone.kit import GAP, Kit, drawing
from elder_tutor.ui.phone.names import row_about, row_name
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.phone.twins import MoreButton
from elder_tutor.ui.textflow import BUTTON

TICKS: Final = "✓✔"
PAD, PHOTO = 18, 110
"""Design pixels: air inside a bubble, a picture sent."""

PART: Final = 0.8
"""No bubble is wider than this part of the line: its side tells who wrote."""


class BubbleRow(TouchButton):
    """One message of a conversation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sub = self.glyph = ""
        self.ticks = 0
        self.mine = False

    def render_bubble(self, words: str, sub: str, glyph: str, mine: bool) -> None:
        """Take the words, the line below them (its ticks are drawn), the drawing and the side."""
        self.ticks = min(2, sum(sub.count(tick) for tick in TICKS))
        bare = "".join(letter for letter in sub if letter not in TICKS).strip()
        self.sub, self.glyph, self.mine = bare, drawing(glyph, "pictures"), mine
        self.setText(words)
        self.update()

    def natural(self, kit: Kit, most: int) -> int:
        """Answer the width the bubble takes when it may take ``most``."""
        inner = most - 2 * kit.px(PAD)
        texts = (("body", self.text(), self._aside(kit)), ("label", self.sub, self._ticks(kit)))
        widths = [
            kit.flow(text, role, inner - more + 0.5, False, BUTTON).widest + more
            for role, text, more in texts
            if text
        ]
        if self._photo():
            widths.append(kit.px(PHOTO))
        return min(most, ceil(max(widths, default=0.0)) + 2 * kit.px(PAD) + 2)

    def needed(self, width: int) -> int:
        """Answer the height of drawing, words and the line below."""
        if self.kit is None:
            return 70
        kit, inner = self.kit, width - 2 * self.kit.px(PAD)
        tall = paint.tall(self.text(), inner - self._aside(kit), kit, "body", False, BUTTON + 0.1)
        tall += paint.tall(self.sub or ("0" if self.ticks else ""), inner, kit, "label")
        tall += kit.px(PHOTO + 8) if self._photo() else 0
        return max(kit.px(58), ceil(tall) + 2 * kit.px(10))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint bubble, drawing, words, time and ticks."""
        outline = ground(box, kit, kit.rtl is not self.mine, False)
        rest = "lagoon_tint" if self.mine else "sand"
        painter.fillPath(outline, kit.q("nav_pill" if self.isDown() else rest))
        if self.isChecked():
            paint.face(painter, box, kit.q("saffron_tint"), kit.q("ink"), kit.px(4), kit.px(20))
        inner = box.adjusted(kit.px(PAD), kit.px(10), -kit.px(PAD), -kit.px(8))
        if self._photo():
            side = kit.px(PHOTO)
            area = QRectF(inner.left(), inner.top(), inner.width(), side)
            paint.centred(painter, kit.icon(self.glyph, side), area, kit)
            inner.setTop(inner.top() + side + kit.px(8))
        low = paint.tall(self.sub or ("0" if self.ticks else ""), inner.width(), kit, "label")
        foot = QRectF(inner.left(), inner.bottom() - low, inner.width(), low)
        words = inner.adjusted(0, 0, 0, -low)
        if self._aside(kit):
            part, words = paint.take(words, kit.px(36), kit, self._aside(kit) - kit.px(36))
            paint.centred(painter, kit.icon(self.glyph, kit.px(36)), part, kit)
        paint.words(painter, self.text(), words, kit, "body", "ink", spacing=BUTTON + 0.1)
        self._foot(painter, foot, kit)

    def _foot(self, painter: QPainter, foot: QRectF, kit: Kit) -> None:
        if self.ticks:
            part, foot = paint.take_end(foot, self._ticks(kit) - kit.px(8), kit, kit.px(8))
            side = kit.px(24)
            for number in range(self.ticks):
                spot = QRectF(part.left() + number * kit.px(12), part.center().y() - side / 2, side, side)
                paint.stroke(
                    painter, spot, ((0.1, 0.55), (0.38, 0.8), (0.9, 0.22)), kit.q("lagoon"), kit.px(3.5)
                )
        across = paint.TRAILING if self.ticks else paint.LEADING
        paint.words(painter, self.sub, foot, kit, "label", "ink2", False, across)

    def _photo(self) -> bool:
        return bool(self.glyph) and not self.glyph.startswith("line/")

    def _aside(self, kit: Kit) -> int:
        return kit.px(48) if self.glyph.startswith("line/") else 0

    def _ticks(self, kit: Kit) -> int:
        return kit.px(24 + 12 * (self.ticks - 1) + 8) if self.ticks else 0


class ThreadPiece(ListPiece):
    """Bubbles in the order they came: the learner's own at the trailing side."""

    mark = ""

    def make(self) -> TouchButton:
        """Answer a bubble."""
        bubble = BubbleRow(self)
        bubble.setCheckable(True)
        return bubble

    def show_row(self, button: TouchButton, row: RowView, kit: Kit) -> None:
        """Hand a message over; a screen reader hears whose it is."""
        if isinstance(button, BubbleRow):
            button.setChecked(row.chosen)
            button.render_bubble(kit.shown(row.label), kit.shown(row.sub), row.icon, row.mine)
            mine = kit.plain(sayings.MINE) if row.mine else ""
            about = " · ".join(part for part in (mine, row_about(row, kit)) if part)
            button.call(row_name(row, kit), about)

    def row_height(self, row: str, width: int, kit: Kit) -> int:
        """Answer the height of a bubble, or of its taller twin."""
        twin = self._more(row)
        tall = self.buttons[row].needed(self._wide(row, width, kit))
        tall = max(tall, twin.natural(kit)) if twin is not None else tall
        words = [each for each in self.twins.get(row, []) if each is not twin]
        return tall + sum(each.needed(each.natural(kit)) + kit.px(GAP) for each in words)

    def place_row(self, row: str, box: QRect, kit: Kit) -> None:
        """Stand a bubble at its side, «⋯» beside it, words of a swipe below it."""
        button, twin = self.buttons[row], self._more(row)
        wide = self._wide(row, box.width(), kit)
        words = [each for each in self.twins.get(row, []) if each is not twin]
        low = sum(each.needed(each.natural(kit)) + kit.px(GAP) for each in words)
        mine = isinstance(button, BubbleRow) and button.mine
        cut = paint.take_end if mine else paint.take
        part, rest = cut(QRectF(box.adjusted(0, 0, 0, -low)), wide, kit, kit.px(GAP))
        button.setGeometry(part.toRect())
        top = part.toRect().bottom() + 1
        if twin is not None:
            side = twin.natural(kit)
            spot, _ = cut(rest, side, kit)
            twin.setGeometry(round(spot.left()), round(spot.center().y() - side / 2), side, side)
        for each in words:
            tall = each.needed(each.natural(kit))
            line = QRectF(box.left(), top + kit.px(GAP), box.width(), tall)
            each.setGeometry(cut(line, each.natural(kit), kit)[0].toRect())
            top += tall + kit.px(GAP)

    def _more(self, row: str) -> MoreButton | None:
        return next((twin for twin in self.twins.get(row, []) if isinstance(twin, MoreButton)), None)

    def _wide(self, row: str, width: int, kit: Kit) -> int:
        button, twin = self.buttons[row], self._more(row)
        most = round(width * PART)
        if twin is not None:
            most = min(most, width - twin.natural(kit) - kit.px(GAP))
        return button.natural(kit, most) if isinstance(button, BubbleRow) else most
