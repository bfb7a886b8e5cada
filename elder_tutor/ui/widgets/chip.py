"""Small round-ended labels: the stage of a lesson, a badge, what is due today."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.textflow import BUTTON, natural
from elder_tutor.ui.widgets.label import Words


class Chip(Words):
    """Words on a full-round ground with an icon at the leading side; not to be pressed."""

    def __init__(
        self, name: str, fill: str = "lagoon_tint", colour: str = "lagoon", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, "label", True, colour, parent)
        self.fill, self.glyph = fill, ""

    def set_glyph(self, glyph: str) -> None:
        """Show a drawing beside the words."""
        self.glyph = glyph
        self.update()

    def chip_width(self) -> int:
        """Answer the width in window pixels that holds icon and words."""
        assert self.metrics is not None
        words = natural(self.text(), self.text_font(), self.metrics.rtl).widest
        return round(words) + self._icon_room() + 2 * self.metrics.px(18)

    def chip_height(self) -> int:
        """Answer the height in window pixels."""
        assert self.metrics is not None
        return round(self.text_font().pixelSize() * BUTTON) + self.metrics.px(12)

    def clipped(self) -> bool:
        """Tell whether the chip is too small for its words."""
        return self.metrics is not None and (
            self.width() < self.chip_width() - 1 or self.height() < self.chip_height() - 1
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and words."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self.fill == "lagoon_tint" and m.q("chip_edge").alpha() > 0
        half = m.px(1) if edged else 0
        painter.setPen(QPen(m.q("chip_edge"), 2 * half) if edged else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QBrush(m.q(self.fill)))
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = QRectF(self.rect()).adjusted(m.px(18), 0, -m.px(18), 0)
        if self.glyph:
            side = self._icon_size()
            colour, soft = m.q(self.colour).name(), m.q(self.fill).name()
            mirror = icons.turned(self.glyph, m.rtl)
            picture = icons.icon(self.glyph, side, colour, soft, mirror, self.devicePixelRatioF())
            left = inner.right() - side if m.rtl else inner.left()
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture)
            inner = inner.adjusted(
                0 if m.rtl else self._icon_room(), 0, -self._icon_room() if m.rtl else 0, 0
            )
        words = natural(self.text(), self.text_font(), m.rtl)
        words.paint(painter, inner, m.q(self.colour))
        painter.end()

    def _icon_size(self) -> int:
        return round(self.text_font().pixelSize() * 1.1)

    def _icon_room(self) -> int:
        assert self.metrics is not None
        return self._icon_size() + self.metrics.px(12) if self.glyph else 0
