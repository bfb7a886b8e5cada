"""Type and small parts of the trainer's pages: calmer and smaller than the learner's (TOKENS 2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import ElderTutorError
from elder_tutor.text.bidi import plain
from elder_tutor.text.phrase import Fill, Phrase, phrase, with_values
from elder_tutor.text.wording import Wording
from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

SIZES: Final = {
    "title": (34.0, 46.0),
    "card": (27.0, 34.0),
    "body": (24.0, 28.0),
    "head": (22.0, 27.0),
    "nav": (19.0, 26.0),
    "digit": (40.0, 54.0),
}
"""Pixels at 1366 × 768 and at 1920 × 1080, where the window's unit is 1 and 1.406."""
WIDE_UNIT: Final = 1080 / 768
LATIN: Final = 0.94
"""Latin letters are larger in the same size; their nouns are longer."""
DROP: Final = 0.07
"""Words beside an icon sit a little high: move them down by this many em."""
FLOOR: Final = 0.8
"""No name is set smaller than this share of its size."""
INKS: Final = {"marks/needs": "pomegranate", "marks/none": "line"}
"""Marks whose ink is not lagoon, by colour name."""


def pixels(m: Metrics, kind: str) -> int:
    """Answer the size of a kind of text in window pixels."""
    small, large = SIZES[kind]
    growth = (large - small) * (m.unit - 1) / (WIDE_UNIT - 1)
    size = small * m.unit if m.unit <= 1 else small + growth
    return round(size * (1 if m.rtl else LATIN))


def font(m: Metrics, kind: str, bold: bool = False) -> QFont:
    """Answer the font of a kind of text."""
    return m.font_px(pixels(m, kind), bold)


def laid(text: str, m: Metrics, kind: str, width: float, bold: bool = False, spacing: float = BUTTON) -> Flow:
    """Lay a text out in a kind of text at a width of window pixels."""
    return flow(text, font(m, kind, bold), width, m.rtl, spacing)


def fitting(text: str, m: Metrics, kind: str, width: float, height: float, bold: bool = False) -> Flow:
    """Lay a text out as large as it fits a box, never under four fifths of its size."""
    size = pixels(m, kind)
    for now in range(size, round(size * FLOOR) - 1, -1):
        words = flow(text, m.font_px(now, bold), width, m.rtl, BUTTON)
        if words.height <= height + 1 and words.widest <= width + 0.5:
            break
    return words


def fits(words: Flow, width: float, height: float) -> bool:
    """Tell whether a laid text stays inside a box."""
    return words.widest <= width + 0.5 and words.height <= height + 1


def paint_icon(painter: QPainter, name: str, box: QRectF, m: Metrics, main: str, soft: str) -> None:
    """Paint a line icon in the middle of a box; ``main`` and ``soft`` are colour values."""
    glyph = icons.icon(name, round(box.height()), main, soft, icons.turned(name, m.rtl), ratio(painter))
    _middle(painter, glyph, box)


def paint_drawing(painter: QPainter, name: str, box: QRectF) -> None:
    """Paint a drawing in its own colours in the middle of a box."""
    _middle(painter, icons.icon(name, round(box.height()), dpr=ratio(painter)), box)


def paint_mark(painter: QPainter, name: str, box: QRectF, m: Metrics) -> None:
    """Paint a mark of tables, ``marks/…``, in the colours of the theme in the middle of a box."""
    ink = m.q(INKS.get(name, "lagoon")).name()
    _middle(painter, icons.icon(name, round(box.height()), ink, m.q("card").name(), dpr=ratio(painter)), box)


def _middle(painter: QPainter, drawing: QPixmap, box: QRectF) -> None:
    size = drawing.deviceIndependentSize()
    left = box.left() + (box.width() - size.width()) / 2
    painter.drawPixmap(QPointF(left, box.top() + (box.height() - size.height()) / 2), drawing)


def ratio(painter: QPainter) -> float:
    """Answer the device's pixels per window pixel."""
    return float(painter.device().devicePixelRatio())


def bare(wording: Wording, words: Phrase) -> str:
    """Answer words without direction marks, as a screen reader takes them."""
    return plain(wording.shown(words))


def told(error: ElderTutorError) -> Phrase:
    """Answer known trouble as a sentence of its own."""
    facts: dict[str, Fill] = {
        name: value if isinstance(value, int) else str(value) for name, value in error.facts.items()
    }
    return with_values(phrase(error.message), facts)


class Text(Words):
    """Words of the trainer's pages; ``kind`` names the size."""

    def __init__(
        self, name: str, kind: str = "body", bold: bool = False, colour: str = "ink",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, "body", bold, colour, parent)
        self.kind = kind
        self.spacing = 1.4

    def text_font(self) -> QFont:
        """Answer the font of the trainer's pages."""
        return font(self._m, self.kind, self.bold)


class Press(LipButton):
    """A button of the trainer's pages: at least 16 mm high, with smaller words."""

    def __init__(
        self, name: str, look: Look = Look.QUIET, glyph: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, look, glyph, parent=parent)
        self.kind = "body"
        self.icon_size, self.gap, self.pad, self.lip = 30.0, 12.0, 22.0, 6.0

    def label_font(self) -> QFont:
        """Answer the font of the trainer's pages."""
        return font(self._m, self.kind, self.weight_bold)

    def _flow(self, width: int) -> Flow:
        words = super()._flow(width)
        return replace(words, lift=words.lift + self.label_font().pixelSize() * DROP)

    def tall(self) -> int:
        """Answer the height of one line, at least 16 mm, or 20 mm of what leads on."""
        if self.look is Look.PRIMARY:
            return max(self._m.px(76), self._m.mm(20))
        return max(self._m.px(64), self._m.mm(16))


class Drawn(Words):
    """A part that paints itself; to a screen reader it is a label with one sentence."""

    def tell(self, sentence: str) -> None:
        """Say in words what is painted."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.update()

    def clipped(self) -> bool:
        """Paint only what fits."""
        return False

    def needed(self, width: float) -> int:
        """Leave the height to the page."""
        return 0


LEADING: Final = Qt.AlignmentFlag.AlignLeading
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
TRAILING: Final = Qt.AlignmentFlag.AlignTrailing
