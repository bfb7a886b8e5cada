"""A big picture with its word: how the first questions and the family's pages offer a choice."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow, widest_word
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import Dress, LipButton, Look

EDGE, BETWEEN, BESIDE = 16.0, 10.0, 20.0
"""Design pixels: around the content, between picture and word, and between them side by side."""
MOST_PICTURE: Final = 230.0
MOST_SIGN: Final = 120.0
"""Design pixels: the tallest drawing, and the tallest line icon."""
ON_DISC: Final = 0.56
"""How high a line icon is on its disc."""
MOST_BESIDE: Final = 0.26
"""Beside its word a picture takes at most this share of the width."""
TICK: Final = 44.0


class ChoiceTile(LipButton):
    """A card that can be pressed: a drawing, a word in large type, and perhaps a quieter line.

    ``picture`` is a drawing such as ``pictures/palm``, "" for words alone; with ``beside`` it stands at the
    leading side of the words, otherwise above them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Look.PLAIN, parent=parent)
        self.role, self.factor, self.radius = "title", 0.86, 28.0
        self.picture, self.note = "", ""
        self.beside = False
        self.bare = False
        """The word stands without its note."""
        self.level: tuple[float, float] | None = None
        """How high all pictures are, and the least height of the words: beside one another on one line."""
        self._kept: dict[float, tuple[Flow, float]] = {}
        self._widest = 0.0

    def render_tile(self, words: str, note: str, picture: str, beside: bool) -> None:
        """Show a choice; its name is word and note."""
        self.picture, self.note, self.beside = picture, note, beside
        self.role, self.factor = ("body", 1.0) if beside else ("title", 0.86)
        self.render_words(words, f"{words}. {note}" if note and words else words or note)
        self.update()

    def spare(self, width: float, height: float) -> float:
        """Answer how high the picture is in a tile of this size, window pixels; below 0 words are cut."""
        m = self._m
        inner = height - m.px(7) - m.px(3) - 2 * m.px(EDGE)
        if self.beside:
            room = self._words_room(width, self._picture_width(inner, width))
            title, note = self._laid(room)
            cut = self._widest > room or title.height + note > inner
            return -1.0 if cut else min(inner, self._picture_width(inner, width))
        room = self._room_below(width)
        title, note = self._laid(room)
        if self._widest > room:
            return -1.0
        left = inner - title.height - note - (m.px(BETWEEN) if self.picture else 0)
        across = room / icons.aspect(self.picture) if self.picture else left
        return min(left, across, m.px(self._most))

    def needed(self, width: int) -> int:
        """Answer the height in window pixels of the words at this width."""
        room = self._words_room(width, self._m.px(MOST_PICTURE) if self.beside and self.picture else 0)
        title, note = self._laid(room)
        return ceil(title.height + note) + self._m.px(10) + 2 * self._m.px(EDGE)

    def clipped(self) -> bool:
        """Tell whether words are cut."""
        return self.metrics is not None and self.spare(self.width(), self.height()) < 0

    def words_area(self) -> QRect:
        """Answer where the words stand, in own coordinates."""
        m = self._m
        inner = self.rect().adjusted(m.px(EDGE + 3), m.px(EDGE + 3), -m.px(EDGE + 3), -m.px(EDGE + 7))
        if self.beside:
            wide = self._picture_width(inner.height(), self.width()) + m.px(BESIDE)
            return inner.adjusted(0, 0, -round(wide), 0) if m.rtl else inner.adjusted(round(wide), 0, 0, 0)
        high, tall = (round(each) for each in self._heights(self.width() - 2 * m.px(EDGE + 3)))
        gap = m.px(BETWEEN) if self.picture else 0
        top = inner.top() + (inner.height() - high - gap - tall) // 2 + high + gap
        return QRect(inner.left(), top, inner.width(), tall)

    def words_needed(self, width: float) -> float:
        """Answer the height of word and note above one another in a tile of this width, window pixels."""
        title, note = self._laid(self._room_below(width))
        return title.height + note

    def picture_room(self, words: float) -> float:
        """Answer how high a picture may be above words of this height, window pixels."""
        m = self._m
        left = self.height() - m.px(7) - m.px(3) - 2 * m.px(EDGE) - words - m.px(BETWEEN)
        return min(left, self._room_below(self.width()) / icons.aspect(self.picture), m.px(MOST_PICTURE))

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint picture, word and note, and a tick on the one that is chosen."""
        m = self._m
        inner = face.adjusted(m.px(EDGE), m.px(EDGE), -m.px(EDGE), -m.px(EDGE))
        if self.beside:
            self._paint_beside(painter, inner, colour)
        else:
            self._paint_above(painter, inner, colour, None)
        if self.chosen:
            side = m.px(TICK)
            tick = icons.icon(
                "marks/full", side, m.q("lagoon").name(), m.q("card").name(), dpr=self.devicePixelRatioF()
            )
            left = face.left() + m.px(8) if m.rtl else face.right() - side - m.px(8)
            painter.drawPixmap(QPointF(left, face.top() + m.px(8)), tick)

    # --- parts ---------------------------------------------------------------

    def _paint_beside(self, painter: QPainter, inner: QRectF, colour: QColor) -> None:
        m = self._m
        wide = self._picture_width(inner.height(), self.width())
        if self.picture:
            left = inner.right() - wide if m.rtl else inner.left()
            self._draw(painter, QRectF(left, inner.top(), wide, inner.height()))
        room = self._words_room(self.width(), wide)
        title, note = self._laid(room)
        left = inner.left() if m.rtl else inner.right() - room
        top = inner.top() + (inner.height() - title.height - note) / 2
        at = QRectF(left, top, room, title.height)
        title.paint(painter, at, colour, Qt.AlignmentFlag.AlignLeading)
        self._write_note(painter, QRectF(left, at.bottom(), room, note), Qt.AlignmentFlag.AlignLeading)

    def _paint_above(self, painter: QPainter, face: QRectF, colour: QColor, words: Flow | None) -> None:
        m = self._m
        title, note = self._laid(face.width())
        high, tall = self._heights(face.width())
        gap = m.px(BETWEEN) if self.picture else 0
        top = face.top() + (face.height() - high - gap - tall) / 2
        if self.picture:
            self._draw(painter, QRectF(face.left(), top, face.width(), high))
        at = QRectF(face.left(), top + high + gap, face.width(), title.height)
        title.paint(painter, at, colour, Qt.AlignmentFlag.AlignHCenter)
        self._write_note(
            painter, QRectF(at.left(), at.bottom(), at.width(), note), Qt.AlignmentFlag.AlignHCenter
        )

    def _heights(self, room: float) -> tuple[float, float]:
        """Answer how high picture and words are: as in the whole row, or as the tile's own are."""
        title, note = self._laid(room)
        if self.level is not None:
            return self.level[0], max(self.level[1], title.height + note)
        return max(0.0, self.spare(self.width(), self.height())) if self.picture else 0.0, title.height + note

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        if area.height() < 2:
            return
        main = self._m.q("lagoon").name()
        soft = self._m.q("lagoon_tint").name()
        high = min(area.height(), area.width() / icons.aspect(self.picture))
        if self.level is not None and self.picture.startswith("line/"):
            # Beside pictures a sign stands on a disc as large as they are.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._m.q("lagoon_tint"))
            painter.drawEllipse(area.center(), high / 2, high / 2)
            soft, high = self._m.q("card").name(), high * ON_DISC
        turned = icons.turned(self.picture, self._m.rtl)
        drawn = icons.icon(self.picture, round(high), main, soft, turned, self.devicePixelRatioF())
        wide = drawn.width() / drawn.devicePixelRatio()
        left = area.left() + (area.width() - wide) / 2
        painter.drawPixmap(QPointF(left, area.top() + (area.height() - high) / 2), drawn)

    def _write_note(self, painter: QPainter, area: QRectF, across: Qt.AlignmentFlag) -> None:
        if area.isEmpty():
            return
        if self.note:
            self._note_flow(area.width()).paint(painter, area, self._m.q("ink2"), across)

    def _laid(self, room: float) -> tuple[Flow, float]:
        """Lay out the words; kept, since the page tries several sizes of tile."""
        if room not in self._kept:
            title = flow(self.text(), self.label_font(), room, self._m.rtl, BUTTON)
            # Where a small screen has no room for both, the note is heard with the word.
            noted = bool(self.note) and not self.bare
            self._kept[room] = title, self._note_flow(room).height if noted else 0.0
        return self._kept[room]

    def leave_out(self, note: bool) -> None:
        """Leave the note out, or let it stand again."""
        self.bare = note
        self._kept.clear()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self._kept.clear()
        super().apply(metrics)
        self._widest = widest_word(self.text(), self.label_font()) if self.text() else 0.0

    def _note_flow(self, room: float) -> Flow:
        return flow(self.note, self._m.font("label"), room, self._m.rtl, BUTTON)

    def _picture_width(self, inner: float, width: float) -> float:
        if not self.picture:
            return 0.0
        high = min(inner, self._m.px(self._most))
        return min(high * icons.aspect(self.picture), width * MOST_BESIDE)

    @property
    def _most(self) -> float:
        return MOST_SIGN if self.picture.startswith("line/") else MOST_PICTURE

    def _room_below(self, width: float) -> float:
        """Answer the width of the words below a picture: the edge of the card takes its part."""
        return width - 2 * self._m.px(EDGE) - 2 * self._m.px(3)

    def _words_room(self, width: float, picture: float) -> float:
        m = self._m
        return width - 2 * m.px(EDGE) - 2 * m.px(3) - (picture + m.px(BESIDE) if picture else 0.0)
