"""The matrix on the page: only what is seen is painted; heads and names stay where they are."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollBar,
    QScroller,
    QTableView,
    QWidget,
)

from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.group_model import NAMES, GroupModel
from elder_tutor.ui.trainer.group_paint import GAP, CellPainter
from elder_tutor.ui.widgets.tolerance import BY_KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD_SPACING: Final = 1.25
HEAD_AIR: Final = 10
SCROLL_WIDE: Final = 26
"""Design pixels."""
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select, Qt.Key.Key_Space)


class Heads(QHeaderView):
    """The lessons' titles, broken where they have to be; a touch tells which."""

    def __init__(self, model: GroupModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("trainer.group.heads")
        self.matrix = model
        self.metrics: Metrics | None = None
        self.tall = 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Answer the height the page gave."""
        return QSize(super().sizeHint().width(), self.tall)

    def words(self, section: int, width: float) -> Flow:
        """Lay a title out at a width of window pixels."""
        assert self.metrics is not None
        text = str(self.matrix.headerData(section, Qt.Orientation.Horizontal))
        bold = section != NAMES
        return look.laid(text, self.metrics, "head", width - self.metrics.px(GAP), bold, HEAD_SPACING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title at the foot of its place."""
        m = self.metrics
        if m is None or not rect.isValid():
            return
        words = self.words(section, rect.width())
        air = m.px(HEAD_AIR) / 2
        box = QRectF(rect).adjusted(m.px(GAP) / 2, 0, -m.px(GAP) / 2, -air)
        box.setTop(max(box.top(), box.bottom() - words.height))
        across = look.LEADING if section == NAMES else look.CENTRE
        words.paint(painter, box, m.q("ink2" if section == NAMES else "ink"), across)


class Rail(QScrollBar):
    """A scroll bar as broad as a finger sees it: a groove and a rounded thumb."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName(name)
        self.metrics: Metrics | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Answer the page's width."""
        wide = self.metrics.px(SCROLL_WIDE) if self.metrics is not None else SCROLL_WIDE
        return QSize(wide, 4 * wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint groove and thumb."""
        m = self.metrics
        if m is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), m.q("card"))
        box = QRectF(self.rect()).adjusted(m.px(6), 0, -m.px(2), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = box.width() / 2
        painter.setBrush(m.q("sand"))
        painter.drawRoundedRect(box, radius, radius)
        whole = self.maximum() - self.minimum() + self.pageStep()
        tall = max(box.width() * 2, box.height() * self.pageStep() / max(1, whole))
        share = self.value() / max(1, self.maximum())
        painter.setBrush(m.q("lagoon" if self.isSliderDown() else "line"))
        thumb = QRectF(box.left(), box.top() + (box.height() - tall) * share, box.width(), tall)
        painter.drawRoundedRect(thumb, radius, radius)
        painter.end()


class GroupView(QTableView):
    """Show the model. ``learnerChosen`` and ``lessonChosen`` carry ids."""

    learnerChosen = Signal(str)
    lessonChosen = Signal(str)

    def __init__(self, model: GroupModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainer.group.matrix")
        self.matrix, self.painter = model, CellPainter(model, self)
        self.heads, self.rail = Heads(model, self), Rail("trainer.group.rail", self)
        self._by_keys = False
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setHorizontalHeader(self.heads)
        self.setVerticalScrollBar(self.rail)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.heads.sectionClicked.connect(self._head_chosen)
        self.clicked.connect(self._open)

    # --- sizes -------------------------------------------------------------------------

    def dress(self, m: Metrics, name: str) -> None:
        """Take sizes, colours and what a reader of the screen calls it."""
        for part in (self.painter, self.heads, self.rail):
            part.metrics = m
        self.painter.apply(m)
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if m.rtl else Qt.LayoutDirection.LeftToRight)
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Button):
            palette.setColor(role, m.q("card"))
        self.setPalette(palette)
        self.heads.setPalette(palette)
        self.verticalScrollBar().setSingleStep(m.px(30))

    def lay_out(self, shown: Sequence[int], names: int, wide: int, tall: int, head: int) -> None:
        """Show these columns beside the names; sizes in window pixels."""
        self.heads.tall = head
        self.heads.setFixedHeight(head)
        wanted = set(shown)
        for column in range(1, self.matrix.columnCount()):
            self.setColumnHidden(column, column not in wanted)
            if column in wanted:
                self.setColumnWidth(column, wide)
        self.setColumnWidth(NAMES, names)
        self.verticalHeader().setDefaultSectionSize(tall)
        self.updateGeometries()

    def heads_needed(self, columns: Sequence[int], width: int) -> int:
        """Answer the height of the tallest of these titles, with air below."""
        m = self.heads.metrics
        assert m is not None
        return ceil(max((self.heads.words(one, width).height for one in columns), default=0)) + m.px(HEAD_AIR)

    # --- acting ------------------------------------------------------------------------

    def bring(self, learner: str, column: int) -> None:
        """Let the keyboard stand at a learner again."""
        row = self.matrix.row_of(learner)
        if row >= 0:
            at = self.matrix.index(row, column)
            self.setCurrentIndex(at)
            self.scrollTo(at)

    def page_down(self) -> None:
        """Show the next learners; after the last come the first."""
        bar = self.verticalScrollBar()
        rows = max(1, self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()))
        step = rows * self.verticalHeader().defaultSectionSize()
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the learner, with Shift the lesson; the rest moves."""
        self._by_keys = True
        self.begin()
        at = self.currentIndex()
        if event.key() in ENTER and at.isValid():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._head_chosen(at.column())
            else:
                self._open(at)
        elif event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell; show where the keyboard is."""
        super().focusInEvent(event)
        self._by_keys = event.reason() in BY_KEYS
        self.begin()
        self.viewport().update()

    def begin(self) -> None:
        """Let the keyboard stand at the first name, unless it stands somewhere."""
        if not self.currentIndex().isValid() and self.matrix.rowCount():
            self.setCurrentIndex(self.matrix.index(0, NAMES))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show which cell is under the finger."""
        self._by_keys = False
        self._hold(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; the view itself tells which cell was touched."""
        self._hold(QModelIndex())
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that are seen, and the ring of the keyboard over them."""
        super().paintEvent(event)
        at = self.currentIndex()
        if self._by_keys and self.hasFocus() and at.isValid():
            painter = QPainter(self.viewport())
            self.painter.paint_ring(painter, QRectF(self.visualRect(at)))
            painter.end()

    def _hold(self, index: QModelIndex) -> None:
        self.painter.held = QPersistentModelIndex(index)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.learnerChosen.emit(self.matrix.learner(index.row()).id)

    def _head_chosen(self, section: int) -> None:
        if section != NAMES and not self.matrix.head(section).private:
            self.lessonChosen.emit(self.matrix.head(section).id)
