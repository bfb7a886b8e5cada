"""Place widgets by leading and trailing in design pixels; the window's direction decides the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from elder_tutor.frozen import dataclass
from elder_tutor.ui.theme import Metrics


@dataclass(frozen=True, slots=True)
class Box:
    """An area in window pixels counted from the leading edge, so that both languages share one drawing."""

    lead: float
    top: float
    width: float
    height: float

    @property
    def end(self) -> float:
        """Answer where the box ends, from the leading edge."""
        return self.lead + self.width

    @property
    def bottom(self) -> float:
        """Answer where the box ends, from the top."""
        return self.top + self.height

    def inset(self, across: float, down: float | None = None) -> Box:
        """Answer the box less a margin on all sides."""
        by = across if down is None else down
        return Box(self.lead + across, self.top + by, self.width - 2 * across, self.height - 2 * by)

    def cut_top(self, height: float, gap: float = 0) -> tuple[Box, Box]:
        """Split off the upper part; ``gap`` lies between the two."""
        upper = Box(self.lead, self.top, self.width, height)
        return upper, Box(self.lead, self.top + height + gap, self.width, self.height - height - gap)

    def cut_bottom(self, height: float, gap: float = 0) -> tuple[Box, Box]:
        """Split off the lower part; answer what is above it, then the part."""
        lower = Box(self.lead, self.bottom - height, self.width, height)
        return Box(self.lead, self.top, self.width, self.height - height - gap), lower

    def cut_lead(self, width: float, gap: float = 0) -> tuple[Box, Box]:
        """Split off the leading part."""
        first = Box(self.lead, self.top, width, self.height)
        return first, Box(self.lead + width + gap, self.top, self.width - width - gap, self.height)

    def cut_end(self, width: float, gap: float = 0) -> tuple[Box, Box]:
        """Split off the trailing part; answer what leads, then the part."""
        last = Box(self.end - width, self.top, width, self.height)
        return Box(self.lead, self.top, self.width - width - gap, self.height), last

    def columns(self, count: int, gap: float) -> list[Box]:
        """Split into equal columns, leading first."""
        return self.shares([1.0] * count, gap)

    def rows(self, count: int, gap: float) -> list[Box]:
        """Split into equal rows, top first."""
        high = (self.height - gap * (count - 1)) / count
        return [Box(self.lead, self.top + row * (high + gap), self.width, high) for row in range(count)]

    def shares(self, parts: list[float], gap: float) -> list[Box]:
        """Split into columns of relative widths, leading first."""
        room = self.width - gap * (len(parts) - 1)
        boxes: list[Box] = []
        at = self.lead
        for part in parts:
            wide = room * part / sum(parts)
            boxes.append(Box(at, self.top, wide, self.height))
            at += wide + gap
        return boxes

    def grid(self, columns: int, rows: int, gap: float) -> list[Box]:
        """Split into cells in reading order."""
        return [cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap)]

    def middle(self, height: float) -> Box:
        """Answer the box of a height in the middle."""
        return Box(self.lead, self.top + (self.height - height) / 2, self.width, height)

    def middle_across(self, width: float) -> Box:
        """Answer the box of a width in the middle."""
        return Box(self.lead + (self.width - width) / 2, self.top, width, self.height)


def fitted(room: float, parts: Sequence[float], least: Sequence[float]) -> list[float] | None:
    """Answer widths related as ``parts`` that fill ``room``, none under its least; None when they cannot."""
    if sum(least) > room:
        return None
    low, high = 0.0, room / min(parts)
    for _ in range(40):
        middle = (low + high) / 2
        used = sum(max(part * middle, smallest) for part, smallest in zip(parts, least, strict=True))
        low, high = (middle, high) if used <= room else (low, middle)
    return [max(part * low, smallest) for part, smallest in zip(parts, least, strict=True)]


def area(box: Box, width: float, rtl: bool) -> QRectF:
    """Answer where a box lies on a surface of this width."""
    left = width - box.end if rtl else box.lead
    return QRectF(left, box.top, box.width, box.height)


def pixels(box: Box, width: float, rtl: bool) -> QRect:
    """Answer the whole pixels of a box: edges are rounded, so neighbours never overlap."""
    where = area(box, width, rtl)
    left, top = round(where.left()), round(where.top())
    return QRect(left, top, round(where.right()) - left, round(where.bottom()) - top)


def put(widget: QWidget, box: Box, m: Metrics, width: float | None = None) -> None:
    """Give a widget the place of a box on its parent; ``width`` is the parent's unless told."""
    parent = widget.parentWidget()
    across = width if width is not None else (parent.width() if parent else m.width)
    widget.setGeometry(pixels(box, across, m.rtl))
