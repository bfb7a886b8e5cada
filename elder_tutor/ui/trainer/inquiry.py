"""Pages that ask the store without holding the window up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.pages.calm import ONE_MOMENT
from elder_tutor.ui.paper.printing import print_paper
from elder_tutor.ui.paper.sheet import write_pdf
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.desk import EXPORTS, Desk
from elder_tutor.ui.trainer.look import Press
from elder_tutor.ui.trainer.plots.paper import Sheet, plots_paper
from elder_tutor.ui.widgets.lip_button import Look

PRINT: Final = phrase("Print")
T = TypeVar("T")


class Moment(look.Drawn):
    """«One moment, please» on a quiet ground, while an answer takes long."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        if self.metrics is None:
            return
        m, box = self.metrics, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(m.q("line"), m.px(2)))
        painter.setBrush(QBrush(m.q("saffron_tint")))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        look.laid(self.text(), m, "body", box.width()).paint(painter, box, m.q("ink"), look.CENTRE)
        painter.end()


class AskingPage(DeskPage):
    """A page whose value is asked for. ``told`` carries trouble to the dialog."""

    told = Signal(object, object, str)

    def __init__(self, name: str, desk: Desk, parent: QWidget) -> None:
        super().__init__(name, desk, parent)
        self.moment = Moment(f"{name}.moment", parent=self)
        self.moment.hide()
        self.print = Press(f"{name}.print", Look.QUIET, "line/print", self)
        self.print.hide()
        self.print.clicked.connect(self._print)
        desk.asking.working.connect(self._slow)

    def ask(self, question: Callable[[Store], T], then: Callable[[T], None]) -> None:
        """Ask the store in its own thread; ``then`` gets the answer, unless something newer was asked."""
        self.desk.ask(self.objectName(), question, then, self._failed)

    def settle(self) -> None:
        """Wait for what was asked for, for pictures."""
        self.desk.settle()

    def _failed(self, trouble: KnownError) -> None:
        self.told.emit(ONE_MOMENT, look.told(trouble), "")

    def _slow(self, slow: bool) -> None:
        self.moment.setVisible(slow and self.metrics is not None and self.isVisible())
        if not slow or self.metrics is None:
            return
        m = self.m
        self.moment.tell(self.shown(ONE_MOMENT))
        self.moment.apply(m)
        wide = self.moment.natural_width() + m.px(60)
        room = self.room()
        put(self.moment, Box(room.lead, room.bottom - m.px(70), room.width, m.px(60)).middle_across(wide), m)
        self.moment.raise_()

    # --- paper -----------------------------------------------------------------------------

    def sheets(self) -> tuple[Sheet, ...]:
        """Answer what goes on paper: plots with their numbers."""
        return ()

    def place_print(self, room: Box) -> Box:
        """Place the button that prints at the trailing end of a room's first line; answer what leads."""
        m = self.m
        self.print.show()
        self.print.render_words(self.shown(PRINT))
        self.print.apply(m)
        line, _ = room.cut_top(self.print.tall())
        line, place = line.cut_end(max(self.print.natural_width() + m.px(8), m.px(140)), m.px(14))
        put(self.print, place, m)
        return line

    def _print(self) -> None:
        """Write the file, and print it where there is a printer."""
        sheets, folder = self.sheets(), self.desk.app.data_dir
        if not sheets or folder is None:
            return
        title = self.title.text()
        path = folder / EXPORTS / f"{self.objectName().rpartition('.')[2]}-{self.desk.today.isoformat()}.pdf"
        try:
            paper = plots_paper(title, sheets, self.m)
            write_pdf(paper, path)
            print_paper(paper, self, path)
        except KnownError as trouble:
            self._failed(trouble)

    # --- the head ------------------------------------------------------------------------

    def place_tabs(self, room: Box, title: str, tabs: Sequence[look.Press]) -> Box:
        """Place title and buttons on one line where there is room, otherwise on two; answer what is left."""
        m = self.m
        gap = max(m.px(14), m.mm(3))
        self.title.render_words(title)
        self.title.apply(m)
        for tab in tabs:
            tab.apply(m)
        wide = [max(tab.natural_width() + m.px(12), m.px(120)) for tab in tabs]
        tall = max([m.px(66), *(tab.tall() for tab in tabs)])
        if self.title.natural_width() + sum(wide) + gap * len(tabs) <= room.width:
            line, rest = room.cut_top(tall, m.px(16))
            put(self.title, line.cut_lead(self.title.natural_width() + 4)[0], m)
            for tab, width in reversed(list(zip(tabs, wide, strict=True))):
                line, place = line.cut_end(width, gap)
                put(tab, place, m)
            return rest
        head, room = room.cut_top(self.title.needed(room.width), m.px(6))
        put(self.title, head, m)
        return self._place_rows(room, tabs, wide, tall, gap)

    def _place_rows(
        self, room: Box, tabs: Sequence[look.Press], wide: Sequence[int], tall: int, gap: float
    ) -> Box:
        m = self.m
        fit = sum(wide) + gap * (len(tabs) - 1) <= room.width
        each = len(tabs) if fit else -(-len(tabs) // 2)
        for at in range(0, len(tabs), each):
            line, room = room.cut_top(tall, gap)
            widths = [float(one) for one in wide[at : at + each]]
            for tab, place in zip(tabs[at : at + each], line.shares(widths, gap), strict=True):
                put(tab, place, m)
        return Box(room.lead, room.top - gap + m.px(16), room.width, room.height + gap - m.px(16))


def months_short(name: str, metrics: Metrics) -> str:
    """Answer a month's name as it stands below a dot: Latin names as three letters."""
    return name if metrics.rtl else name[:3]
