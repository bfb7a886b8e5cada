"""The doctor's findings as a calm list: a mark, plain words, and the one thing to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.doctor.finding import Finding, State, worst
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, area
from elder_tutor.ui.textflow import Flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.widgets.card import paint_card

LOOKING: Final = phrase("We are looking at this machine: {done} of {of}.")
ALL_WELL: Final = phrase("Everything works.")
BLEMISHES: Final = phrase("Everything works. Some things are worth a look.")
TO_MEND: Final = phrase("Something must be mended.")
NAMES: Final[dict[State, Phrase]] = {
    State.OK: phrase("In order"),
    State.WARN: phrase("Worth a look"),
    State.BAD: phrase("To be mended"),
}
TOLD: Final = phrase("{state}: {what}")
MARKS: Final = {State.OK: "marks/full", State.BAD: "marks/needs", State.WARN: "line/lamp"}
GROUNDS: Final = {State.WARN: ("saffron_tint", "goal_edge"), State.BAD: ("pomegranate_tint", "pomegranate")}
MARK, GAP, PAD = 34, 14, 11


def urgent_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Answer what must be mended, then what is worth a look, then what works."""
    order = {State.BAD: 0, State.WARN: 1, State.OK: 2}
    return tuple(sorted(found, key=lambda finding: order[finding.state]))


def summary(found: Sequence[Finding]) -> Phrase:
    """Answer how the machine stands in one sentence."""
    return {State.OK: ALL_WELL, State.WARN: BLEMISHES, State.BAD: TO_MEND}[worst(found)]


class FindingRow(look.Drawn):
    """One finding; what works stands on the card itself, what does not on a ground of its own."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(f"trainer.machine.finding.{finding.id}", parent=parent)
        self.finding = finding
        self._what = self._todo = ""

    def render_finding(self, wording: Wording, m: Metrics) -> None:
        """Take words and sizes."""
        self.apply(m)
        finding = self.finding
        self._what = wording.shown(finding.what)
        self._todo = wording.shown(finding.todo) if finding.todo else ""
        told = phrase(TOLD.key, state=NAMES[finding.state], what=finding.what)
        parts = [look.bare(wording, told), look.bare(wording, finding.todo) if finding.todo else ""]
        self.tell(" ".join(part for part in parts if part))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        m = self._m
        what, todo = self._flows(width)
        tall = what.height + (todo.height + m.px(4) if todo else 0)
        return round(max(tall, m.px(MARK))) + m.px(2 * PAD if self.stands_out else 8)

    @property
    def stands_out(self) -> bool:
        """Tell whether the row has a ground of its own."""
        return self.finding.state is not State.OK

    def clipped(self) -> bool:
        """Tell whether there is more ink than room."""
        if self.metrics is None:
            return False
        inner = self._inner(self.width())
        flows = [flow for flow in self._flows(self.width()) if flow is not None]
        return self.needed(self.width()) > self.height() + 2 or any(f.widest > inner + 0.5 for f in flows)

    def _inner(self, width: float) -> float:
        return width - self._m.px(MARK + GAP + 2 * PAD)

    def _flows(self, width: float) -> tuple[Flow, Flow | None]:
        m, inner = self._m, self._inner(width)
        what = look.laid(self._what, m, "body", inner, self.stands_out)
        todo = look.laid(self._todo, m, "body", inner) if self._todo else None
        return what, todo

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, mark and words."""
        if self.metrics is None:
            return
        m, state = self.metrics, self.finding.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.stands_out:
            fill, edge = GROUNDS[state]
            paint_card(painter, QRectF(self.rect()), m, fill, edge, 18, 2, None)
        room = Box(0, 0, self.width(), self.height()).inset(m.px(PAD), m.px(PAD if self.stands_out else 4))
        mark, words = room.cut_lead(m.px(MARK), m.px(GAP))
        what, todo = self._flows(self.width())
        tall = what.height + (todo.height + m.px(4) if todo else 0)
        words = words.middle(tall)
        # The mark stands beside the first line, however many there are.
        mark = Box(mark.lead, words.top + (what.pitch - m.px(MARK)) / 2, mark.width, m.px(MARK))
        self._paint_mark(painter, area(mark, self.width(), m.rtl))
        line, rest = words.cut_top(what.height, m.px(4))
        what.paint(painter, area(line, self.width(), m.rtl), m.q("ink"))
        if todo is not None:
            todo.paint(painter, area(rest, self.width(), m.rtl), m.q("ink"))
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        m = self._m
        name = MARKS[self.finding.state]
        if self.finding.state is State.WARN:
            look.paint_icon(painter, name, box, m, m.q("ink").name(), m.q("saffron").name())
        else:
            look.paint_mark(painter, name, box, m)


class Summary(look.Drawn):
    """One sentence on the whole; while the doctor looks, a bar tells how far it is."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.done = self.of = 0
        self._words = ""

    def render_state(self, found: Sequence[Finding], step: tuple[int, int] | None, wording: Wording) -> None:
        """Tell of what was found, or of how many checks of how many are done."""
        self.done, self.of = step or (0, 0)
        words = phrase(LOOKING.key, done=self.done, of=self.of) if step else summary(found)
        self._words = wording.shown(words)
        self.tell(look.bare(wording, words))

    def needed(self, width: float) -> int:
        """Answer the height in window pixels."""
        return round(self._flow(width).height) + self._m.px(18)

    def _flow(self, width: float) -> Flow:
        return look.laid(self._words, self._m, "card", width, True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sentence and bar."""
        if self.metrics is None:
            return
        m = self.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = Box(0, 0, self.width(), self.height())
        words, bar = room.cut_bottom(m.px(12), m.px(4)) if self.of else (room, room)
        self._flow(self.width()).paint(painter, area(words, self.width(), m.rtl), m.q("ink"))
        if self.of:
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            share = Box(bar.lead, bar.top, bar.width * self.done / self.of, bar.height)
            for part, colour in ((bar, "bar_rest"), (share, "lagoon")):
                painter.setBrush(QBrush(m.q(colour)))
                painter.drawRoundedRect(area(part, self.width(), m.rtl), m.px(6), m.px(6))
        painter.end()
