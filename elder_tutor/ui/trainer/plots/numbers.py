"""The numbers of a plot as a table that keyboard and screen reader go through cell by cell."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from elder_tutor.text.bidi import plain
from elder_tutor.ui.textflow import widest_word
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.plots.values import Numbers

PAD: Final = 12
HEAD: Final = 56
ROW: Final = 60
FIRST_SHARES: Final = ((2, 0.6), (5, 0.36), (99, 0.27))
"""Design pixels; with so many columns at most the names take this share, the numbers the rest."""
Index = QModelIndex | QPersistentModelIndex
EMPTY: Final = QModelIndex()


class NumbersModel(QAbstractTableModel):
    """The cells of a table; the first column names the rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.numbers = Numbers((), ())

    def take(self, numbers: Numbers) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self.numbers = numbers
        self.endResetModel()

    def rowCount(self, parent: Index = EMPTY) -> int:
        """Answer how many rows there are."""
        return 0 if parent.isValid() else len(self.numbers.rows)

    def columnCount(self, parent: Index = EMPTY) -> int:
        """Answer how many columns there are."""
        return 0 if parent.isValid() else len(self.numbers.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer a cell; a screen reader hears its column with it."""
        words = self.numbers.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, head = self.numbers.rows[index.row()][0], self.numbers.heads[index.column()]
            return plain(words if index.column() == 0 else f"{name}, {head}: {words}")
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Answer the head of a column."""
        if role != Qt.ItemDataRole.DisplayRole or across != Qt.Orientation.Horizontal:
            return None
        return self.numbers.heads[section] if section < len(self.numbers.heads) else None


class Heads(QHeaderView):
    """The heads in the type of the trainer's pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.metrics: Metrics | None = None
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Answer the height of the line."""
        return QSize(super().sizeHint().width(), self.metrics.px(HEAD) if self.metrics else 30)

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        """Paint one head."""
        if self.metrics is None:
            return
        m, box = self.metrics, QRectF(rect)
        painter.fillRect(box, m.q("card"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        inside = box.adjusted(m.px(PAD / 2), 0, -m.px(PAD / 2), 0)
        across = look.LEADING if section == 0 else look.CENTRE
        flow = look.fitting(words, m, "head", inside.width(), inside.height(), True)
        flow.paint(painter, inside, m.q("ink2"), across)
        painter.setPen(QPen(m.q("line"), m.px(2)))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class CellPainter(QStyledItemDelegate):
    """Paint a cell: names at the leading edge, numbers in the middle, a ring around the present one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        table = self.parent()
        if not isinstance(table, NumbersTable) or table.metrics is None:
            return
        m, box = table.metrics, QRectF(option.rect)
        inside = box.adjusted(m.px(PAD / 2), 0, -m.px(PAD / 2), 0)
        words = str(index.data() or "")
        first = index.column() == 0
        flow = look.fitting(words, m, "body", inside.width(), inside.height(), not first)
        flow.paint(painter, inside, m.q("ink"), look.LEADING if first else look.CENTRE)
        painter.setPen(QPen(m.q("hair"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if table.hasFocus() and index == table.currentIndex():
            painter.setPen(QPen(m.q("ink"), m.px(4)))
            painter.drawRect(box.adjusted(m.px(2), m.px(2), -m.px(2), -m.px(2)))


class NumbersTable(QTableView):
    """A table that shows every row it is given: pages are turned outside, nothing is scrolled."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.cells = NumbersModel(self)
        self.setModel(self.cells)
        self.heads = Heads(self)
        self.setHorizontalHeader(self.heads)
        self.verticalHeader().hide()
        self.setItemDelegate(CellPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def render_numbers(self, numbers: Numbers, said: str, m: Metrics) -> None:
        """Show a table; ``said`` is its name for a screen reader."""
        self.metrics = self.heads.metrics = m
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if m.rtl else Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(plain(said))
        self.setAccessibleDescription(plain(spoken(numbers)))
        for part in (self, self.heads, self.heads.viewport()):
            palette = part.palette()
            for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Button):
                palette.setColor(role, m.q("card"))
            part.setPalette(palette)
        if numbers != self.cells.numbers:
            self.cells.take(numbers)
        self.arrange()

    def arrange(self) -> None:
        """Share the room among rows and columns."""
        m, numbers = self.metrics, self.cells.numbers
        if m is None or not numbers.heads:
            return
        wide, columns = self.width(), len(numbers.heads)
        needed = [self._widest(column) for column in range(1, columns)]
        share = next(part for most, part in FIRST_SHARES if columns <= most)
        # The names take what the numbers leave, as far as they want it.
        first = max(round(wide * share), min(self._widest(0), wide - sum(needed))) if needed else wide
        self.setColumnWidth(0, first)
        left, rest = wide - first, sum(needed)
        for column, need in enumerate(needed, 1):
            given = round(left * need / rest)
            self.setColumnWidth(column, given)
            left, rest = left - given, rest - need
        high = min(m.px(ROW), (self.height() - m.px(HEAD)) // max(1, len(numbers.rows)))
        self.verticalHeader().setMinimumSectionSize(1)
        for row in range(len(numbers.rows)):
            self.setRowHeight(row, high)

    def _widest(self, column: int) -> int:
        """Answer the width that a column wants in window pixels: its cells, and the words of its head."""
        assert self.metrics is not None
        m, numbers = self.metrics, self.cells.numbers
        cells = (look.laid(row[column], m, "body", 1e5, column > 0).widest for row in numbers.rows)
        head = widest_word(numbers.heads[column], look.font(m, "head", True))
        return round(max([m.px(60), head, *cells])) + m.px(PAD)

    def clipped(self) -> bool:
        """Tell whether a cell has too little room for its words."""
        m, numbers = self.metrics, self.cells.numbers
        if m is None:
            return False
        lines = [(numbers.heads, "head", m.px(HEAD))]
        lines += [(row, "body", self.rowHeight(at)) for at, row in enumerate(numbers.rows)]
        for cells, kind, high in lines:
            for column, words in enumerate(cells):
                wide = self.columnWidth(column) - 2 * m.px(PAD / 2)
                flow = look.fitting(words, m, kind, wide, high, column > 0 or kind == "head")
                if not look.fits(flow, wide + 1, high):
                    return True
        return False


def spoken(numbers: Numbers) -> str:
    """Answer a table as words: each row with its numbers."""
    rows = (
        f"{row[0]}: "
        + ", ".join(f"{head} {cell}" for head, cell in zip(numbers.heads[1:], row[1:], strict=True))
        for row in numbers.rows
    )
    return ". ".join(rows)
