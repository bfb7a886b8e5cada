"""The button of every page: a fill, a border and a lip that shows it can be pressed (TOKENS 4)."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.frozen import dataclass
from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, Flow, flow, widest_word
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.tolerance import TolerantButton


class Look(StrEnum):
    """How a button is dressed; the look never gives an answer away."""

    PRIMARY = "primary"
    SAFFRON = "saffron"  # primary on lagoon ground
    SECONDARY = "secondary"
    QUIET = "quiet"  # leave, print, trainer
    AGAIN = "again"  # the one to find without reading
    CHOICE = "choice"  # equal choices: white, ink border
    LAMP = "lamp"  # another hint
    PLAIN = "plain"  # a card that can be pressed


@dataclass(frozen=True, slots=True)
class Dress:
    """Colour names of one look; ``border`` is in design pixels."""

    fill: str
    edge: str
    lip: str
    text: str
    pressed: str
    soft: str = "lagoon_tint"
    border: float = 3


DRESSES = {
    Look.PRIMARY: Dress("lagoon", "lagoon", "lagoon_deep", "on_lagoon", "lagoon_deep", "lagoon"),
    Look.SAFFRON: Dress("saffron", "saffron", "saffron_lip", "on_saffron", "saffron_lip", "saffron"),
    Look.SECONDARY: Dress("card", "lagoon", "lagoon", "lagoon", "lagoon_tint"),
    Look.QUIET: Dress("card", "line", "line", "ink", "sand", "card"),
    Look.AGAIN: Dress("lagoon_tint", "lagoon", "lagoon", "lagoon", "card"),
    Look.CHOICE: Dress("card", "ink", "ink", "ink", "sand", "sand", 4),
    Look.LAMP: Dress("saffron_tint", "ink", "ink", "ink", "word", "saffron"),
    Look.PLAIN: Dress("card", "line", "line", "ink", "sand"),
}


class LipButton(TolerantButton):
    """A button with an icon at the leading side (or above) and a label that wraps, never clips."""

    def __init__(
        self, name: str, look: Look, glyph: str = "", above: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.look, self.glyph, self.above = look, glyph, above
        self.role, self.factor, self.radius = "label", 1.0, 20.0
        self.icon_size, self.pad, self.gap, self.lip = 40.0, 20.0, 14.0, 7.0
        self.weight_bold = True
        self.flipped = False
        """The drawing points the other way: one arrow serves both ways."""
        self.chosen = False
        self.metrics: Metrics | None = None

    def render_words(self, words: str, spoken_name: str = "") -> None:
        """Show a label; ``spoken_name`` is what a screen reader says when it differs."""
        if words != self.text():
            self.setText(words)
        self.setAccessibleName(spoken_name or words)

    def set_look(self, look: Look) -> None:
        """Dress the button differently in the same place."""
        if look != self.look:
            self.look = look
            self.update()

    def set_glyph(self, glyph: str) -> None:
        """Show another drawing."""
        if glyph != self.glyph:
            self.glyph = glyph
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark as the chosen one: saffron tint, ink border, tick."""
        self.chosen = chosen
        self.update()

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.touch(self.tolerance, metrics.px_per_mm, self.repeat_ms == self.tolerance.typing_ms)
        self.updateGeometry()
        self.update()

    # --- sizes ---------------------------------------------------------------

    def label_font(self) -> QFont:
        """Answer the font of the label at the page's size."""
        return self._m.font(self.role, self.weight_bold, self.factor)

    def needed(self, width: int) -> int:
        """Answer the height in window pixels at which nothing is clipped at this width."""
        inner = self._flow(width).height if self.text() else 0.0
        glyph = self._m.px(self.icon_size) if self.glyph else 0
        tall = glyph + self._m.px(4) + inner if self.above else max(glyph, inner)
        return ceil(tall) + self._m.px(self.lip + 3 + (12 if self.above else 16))

    def natural_width(self) -> int:
        """Answer the width in window pixels that keeps the label on one line."""
        words = flow(self.text(), self.label_font(), 1e6, self._m.rtl, BUTTON).widest
        return ceil(words + self._beside()) + 2 * self._m.px(self.pad)

    def narrowest(self) -> int:
        """Answer the width in window pixels below which a word would be cut."""
        return ceil(widest_word(self.text(), self.label_font()) + self._beside()) + 2 * self._m.px(
            self.pad * 0.6
        )

    def clipped(self) -> bool:
        """Tell whether the label has more ink than the button shows."""
        if not self.text() or self.metrics is None:
            return False
        words = self._flow(self.width())
        return (
            words.widest > self._room(self.width()) + 0.5
            or self.needed(self.width()) - self._m.px(12) > self.height()
        )

    def sizeHint(self) -> QSize:
        """Answer one line at the label's natural width."""
        width = self.natural_width() if self.metrics else 100
        return QSize(width, self.needed(width) if self.metrics else 40)

    # --- painting ------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lip, face, icon and label for the present state."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress = DRESSES[self.look]
        face = self.paint_ground(painter, dress)
        self.paint_content(painter, face, self._text_colour(dress), dress)
        painter.end()

    def paint_ground(self, painter: QPainter, dress: Dress) -> QRectF:
        """Paint lip, border and fill; answer the face that is left for the content."""
        whole = QRectF(self.rect())
        if not self.available:
            return self._paint_unavailable(painter, whole)
        if self.chosen:
            self._round(painter, whole, self._m.q("ink"))
            return self._face(painter, whole, 5, 5, self._m.q("saffron_tint"))
        sunk = self._m.px(4) if self.isDown() else 0
        whole = whole.adjusted(0, sunk, 0, 0)
        same = dress.fill == dress.edge
        if self.isDown() and same:
            self._round(painter, whole, self._m.q(dress.pressed))
            return whole.adjusted(0, 0, 0, -self._m.px(3))
        self._round(painter, whole, self._m.q(dress.lip))
        lip = 3 if self.isDown() else self.lip
        border = 0 if same else dress.border
        fill = dress.pressed if self.isDown() else dress.fill
        return self._face(painter, whole, border, max(lip, border), self._m.q(fill))

    def paint_content(self, painter: QPainter, face: QRectF, colour: QColor, dress: Dress) -> None:
        """Paint icon and label in the middle of the face."""
        words = self._flow(self.width()) if self.text() else None
        glyph = self._pixmap(colour, dress)
        if self.above:
            self._paint_above(painter, face, colour, words)
            return
        gap = self._m.px(self.gap) if words and self.glyph else 0
        icon_width = glyph.width() / glyph.devicePixelRatio() if glyph else 0.0
        total = icon_width + gap + (words.widest if words else 0.0)
        left = face.left() + (face.width() - total) / 2
        if glyph:
            at = left + total - icon_width if self._m.rtl else left
            high = glyph.height() / glyph.devicePixelRatio()
            painter.drawPixmap(QPointF(at, face.top() + (face.height() - high) / 2), glyph)
        if words:
            begin = left if self._m.rtl else left + icon_width + gap
            across = Qt.AlignmentFlag.AlignLeading if self.glyph else Qt.AlignmentFlag.AlignHCenter
            area = QRectF(begin, face.top(), words.widest, face.height() - self._m.px(2))
            words.paint(painter, area, colour, across)

    # --- parts ---------------------------------------------------------------

    @property
    def _m(self) -> Metrics:
        assert self.metrics is not None, f"{self.objectName()} has no sizes yet"
        return self.metrics

    def _flow(self, width: int) -> Flow:
        return flow(self.text(), self.label_font(), self._room(width), self._m.rtl, BUTTON)

    def _room(self, width: int) -> float:
        return width - self._beside() - 2 * self._m.px(self.pad * 0.6)

    def _beside(self) -> float:
        if self.above or not self.glyph:
            return 0.0
        return self._m.px(self.icon_size) * icons.aspect(self.glyph) + self._m.px(self.gap)

    def _text_colour(self, dress: Dress) -> QColor:
        if not self.available:
            return self._m.q("disabled_text")
        return self._m.q("ink") if self.chosen else self._m.q(dress.text)

    def _pixmap(self, colour: QColor, dress: Dress) -> QPixmap | None:
        if not self.glyph:
            return None
        soft = (
            self._m.q(dress.soft).name()
            if self.available and not self.chosen
            else self._m.q("disabled").name()
        )
        if self.glyph == "line/play":
            soft = colour.name()
        return icons.icon(
            self.glyph,
            self._m.px(self.icon_size),
            colour.name(),
            soft,
            icons.turned(self.glyph, self._m.rtl) is not self.flipped,
            self.devicePixelRatioF(),
        )

    def _paint_above(self, painter: QPainter, face: QRectF, colour: QColor, words: Flow | None) -> None:
        glyph = self._pixmap(colour, DRESSES[self.look])
        high = glyph.height() / glyph.devicePixelRatio() if glyph else 0.0
        wide = glyph.width() / glyph.devicePixelRatio() if glyph else 0.0
        gap = self._m.px(4) if words else 0
        top = face.top() + (face.height() - high - gap - (words.height if words else 0)) / 2
        if glyph:
            painter.drawPixmap(QPointF(face.left() + (face.width() - wide) / 2, top), glyph)
        if words:
            area = QRectF(face.left(), top + high + gap, face.width(), words.height)
            words.paint(painter, area, colour, Qt.AlignmentFlag.AlignHCenter)

    def _round(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = self._m.px(self.radius)
        painter.drawRoundedRect(area, radius, radius)

    def _face(self, painter: QPainter, whole: QRectF, border: float, lower: float, colour: QColor) -> QRectF:
        edge = self._m.px(border) if border else 0
        face = whole.adjusted(edge, edge, -edge, -self._m.px(lower))
        inner = self._m.px(self.radius) - edge
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(face, inner, inner)
        return face

    def _paint_unavailable(self, painter: QPainter, whole: QRectF) -> QRectF:
        pen = QPen(self._m.q("line"), self._m.px(3), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._m.q("disabled"))
        half = self._m.px(3) / 2
        path = QPainterPath()
        path.addRoundedRect(
            whole.adjusted(half, half, -half, -half), self._m.px(self.radius), self._m.px(self.radius)
        )
        painter.drawPath(path)
        return whole
