"""The spoken words as they stand on the page, and the box on the word being said (TOKENS 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from elder_tutor.i18n import is_rtl
from elder_tutor.text.bidi import of_direction
from elder_tutor.ui.textflow import SPOKEN, Flow, flow
from elder_tutor.ui.theme import Metrics, in_language

if TYPE_CHECKING:
    from elder_tutor.text.line import Line

LINE_BREAK: Final = "\u2028"
TIGHT: Final = 1.35
"""Line pitch in em where even one line hardly fits."""
SIZES: Final = (
    (2, "spoken", 1.0, SPOKEN),
    (2, "spoken", 0.87, SPOKEN),
    (1, "spoken", 1.0, SPOKEN),
    (1, "spoken", 0.87, SPOKEN),
    (1, "body", 1.0, SPOKEN),
    (1, "body", 1.0, TIGHT),
)
"""Tried in order: sentences at a time, type role, factor, line pitch. The last is never shrunk further:
a sentence that is still too long turns its lines over in step with the voice."""

BOX_RADIUS, BOX_SIDE, BOX_LINE = 10.0, 7.0, 5.0


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that stand together: their number of the first, the layout, and where each word lies."""

    first: int
    flow: Flow
    words: tuple[tuple[tuple[int, int], ...], ...]
    """Of each sentence: (start, length) of each word in the layout's text."""

    def place(self, sentence: int, word: int) -> tuple[int, int] | None:
        """Answer start and length of a word, None when it does not stand here."""
        at = sentence - self.first
        if 0 <= at < len(self.words) and 0 <= word < len(self.words[at]):
            return self.words[at][word]
        return None


class Sentence(QLabel):
    """Up to two sentences in step with the voice; the accessible name is all that is said."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.across = Qt.AlignmentFlag.AlignLeading
        self.spoken_factor = 1.0
        """Below 1.0 where the page gives the words a smaller card (hint, keyboard)."""
        self.heading = 0
        """Its level, where a page has no other title for a screen reader."""
        self._sentences: tuple[Line, ...] = ()
        self._groups: list[Group] = []
        self._now: tuple[int, int] | None = None
        self._group = 0

    def render_sentences(self, sentences: Sequence[Line]) -> None:
        """Show sentences from the first on."""
        self._sentences = tuple(sentences)
        self._now = None
        self._group = 0
        said = " ".join(sentence.shown for sentence in self._sentences)
        self.setText(said)
        self.setAccessibleName(said)
        self.rebreak()

    @property
    def spoken_lines(self) -> tuple[Line, ...]:
        """Answer what is said here."""
        return self._sentences

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.rebreak()

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on a word; the sentences it belongs to come to the page."""
        self._now = (sentence, word)
        self._group = self._group_of(sentence)
        self.update()

    def show_rest(self) -> None:
        """Take the box away; the last sentences stay."""
        self._now = None
        self.update()

    def advance(self) -> float:
        """Answer how far the voice is in what stands here, 0.0 to 1.0."""
        if self._now is None or not self._groups:
            return 0.0 if self._group == 0 else 1.0
        group = self._groups[self._group]
        place = group.place(*self._now)
        total = sum(len(words) for words in group.words)
        if place is None or not total:
            return 0.0
        before = sum(len(words) for words in group.words[: self._now[0] - group.first])
        return (before + self._now[1] + 1) / total

    def rebreak(self) -> None:
        """Lay the sentences out for the present size: two at a time, else one, else smaller down to body."""
        if self.metrics is None or not self._sentences or self.width() < 2:
            self._groups = []
            return
        for together, role, factor, pitch in SIZES:
            self._groups = self._laid(together, role, factor, pitch)
            if all(
                group.flow.height <= self.height() and group.flow.widest <= self._area.width()
                for group in self._groups
            ):
                break
        self._group = self._group_of(self._now[0]) if self._now else min(self._group, len(self._groups) - 1)
        self.update()

    def resizeEvent(self, event: object) -> None:
        """Lay out again for the new place."""
        self.rebreak()

    def clipped(self) -> bool:
        """Tell whether a word is wider than the place, or not even one line fits."""
        return any(
            g.flow.widest > self._area.width() + 1 or g.flow.pitch > self.height() for g in self._groups
        )

    def turns(self) -> bool:
        """Tell whether even one sentence does not stand whole: its lines turn over with the voice."""
        return any(group.flow.height > self.height() for group in self._groups)

    def whole(self) -> bool:
        """Tell whether everything stands at once, with nothing to turn over."""
        return len(self._groups) == 1 and self._groups[0].flow.height <= self.height() and not self.clipped()

    def word_rects(self) -> list[QRectF]:
        """Answer where the words that stand now are, in own coordinates."""
        if not self._groups:
            return []
        group = self._groups[self._group]
        return [rect for words in group.words for place in words for rect in self._boxes(group, *place)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the words over it: weight and place never change."""
        if not self._groups or self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = self._groups[self._group]
        place = group.place(*self._now) if self._now else None
        boxes = self._boxes(group, *place) if place else []
        for box in boxes:
            self._paint_box(painter, box)
        first, count = self._lines_in_view(group)
        self._paint_lines(painter, group, first, count, self.metrics.q("ink"))
        if boxes and self.metrics.colours.ink != self.metrics.colours.on_saffron:
            for box in boxes:
                painter.setClipRect(box)
                self._paint_lines(painter, group, first, count, self.metrics.q("on_saffron"))
        painter.end()

    # --- parts ---------------------------------------------------------------

    def _group_of(self, sentence: int) -> int:
        for number, group in enumerate(self._groups):
            if group.first <= sentence < group.first + len(group.words):
                return number
        return max(0, len(self._groups) - 1)

    def _laid(self, together: int, role: str, factor: float, pitch: float) -> list[Group]:
        assert self.metrics is not None
        base = self.spoken_factor if role == "spoken" else 1.0
        # Words of another language than the page's stand at their own size.
        m = in_language(self.metrics, self._sentences[0].lang) if self._sentences else self.metrics
        font = m.font(role, True, max(factor * base, m.size("body") / m.size(role)))
        # An odd first sentence stands alone: the last two, which stay, belong together.
        first = len(self._sentences) % together or together
        starts = [0, *range(first, len(self._sentences), together)]
        groups = []
        for start, end in zip(starts, [*starts[1:], len(self._sentences)], strict=True):
            part = self._sentences[start:end]
            text, words = _joined(part)
            laid = flow(text, font, self._area.width(), is_rtl(part[0].lang), pitch)
            groups.append(Group(start, laid, words))
        return groups

    @property
    def _area(self) -> QRectF:
        # The box of a word at the margin needs room beside it.
        side = self.metrics.px(BOX_SIDE) if self.metrics else 0
        return QRectF(self.rect()).adjusted(side, 0, -side, 0)

    def _lines_in_view(self, group: Group) -> tuple[int, int]:
        room = max(1, int(self.height() // group.flow.pitch))
        if group.flow.lines <= room:
            return 0, group.flow.lines
        place = group.place(*self._now) if self._now else None
        line = group.flow.layout.lineForTextPosition(place[0]).lineNumber() if place else 0
        first = line - line % room
        return first, min(room, group.flow.lines - first)

    def _top(self, group: Group) -> float:
        first, count = self._lines_in_view(group)
        return (self.height() - count * group.flow.pitch) / 2 - first * group.flow.pitch

    def _paint_lines(self, painter: QPainter, group: Group, first: int, count: int, colour: QColor) -> None:
        painter.setPen(colour)
        top = self._top(group)
        area = self._area
        for number in range(first, first + count):
            group.flow.draw_line(painter, number, group.flow.left(area, number, self.across), top)

    def _boxes(self, group: Group, start: int, length: int) -> list[QRectF]:
        assert self.metrics is not None
        boxes = []
        first, count = self._lines_in_view(group)
        area = self._area
        em = group.flow.layout.font().pixelSize()
        for number in range(first, first + count):
            span = group.flow.extent(number, start, start + length)
            if span is None:
                continue
            left = group.flow.left(area, number, self.across)
            middle = self._top(group) + (number + 0.5) * group.flow.pitch
            tall = 1.56 * em
            side = self.metrics.px(BOX_SIDE)
            boxes.append(QRectF(left + span[0] - side, middle - tall / 2, span[1] - span[0] + 2 * side, tall))
        return boxes

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        assert self.metrics is not None
        radius = self.metrics.px(BOX_RADIUS)
        whole, face = QPainterPath(), QPainterPath()
        whole.addRoundedRect(box, radius, radius)
        face.addRoundedRect(box.adjusted(0, 0, 0, -self.metrics.px(BOX_LINE)), radius, radius)
        painter.fillPath(whole.subtracted(face), self.metrics.q("ink"))
        painter.fillPath(face, self.metrics.q("word"))


def _joined(sentences: Sequence[Line]) -> tuple[str, tuple[tuple[tuple[int, int], ...], ...]]:
    text = ""
    places = []
    for sentence in sentences:
        if text:
            text += LINE_BREAK
        # One of the other direction, among sentences that run like the first, is kept whole.
        other = is_rtl(sentence.lang) is not is_rtl(sentences[0].lang)
        before, after = of_direction(" ", is_rtl(sentence.lang)).split(" ") if other else ("", "")
        text += before
        words = []
        for number, word in enumerate(sentence.words):
            if number:
                text += " "
            words.append((_units(text), _units(word.shown)))
            text += word.shown
        text += after
        places.append(tuple(words))
    return text, tuple(places)


def _units(text: str) -> int:
    # Qt counts UTF-16 units.
    return len(text.encode("utf-16-le")) // 2
