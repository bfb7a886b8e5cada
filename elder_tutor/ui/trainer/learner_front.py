"""A learner at a glance: name and groups, three views behind three buttons, and the ways on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import Learner
from elder_tutor.reports.learner import LearnerReport
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.learner_desk import LearnerDesk
from elder_tutor.ui.trainer.learner_follow import FollowView
from elder_tutor.ui.trainer.learner_path import PathView
from elder_tutor.ui.trainer.learner_practice import PracticeView
from elder_tutor.ui.trainer.learner_view import View
from elder_tutor.ui.trainer.learner_words import day_of, joined
from elder_tutor.ui.trainer.look import Press, Text, paint_drawing
from elder_tutor.ui.widgets.lip_button import Look

BACK: Final = phrase("Back")
NEXT: Final = phrase("Next learner")
ASSIGN: Final = phrase("Choose a lesson")
REPORT: Final = phrase("One-page report")
PATH, PRACTICE, FOLLOW = "path", "practice", "follow"
TABS: Final[dict[str, tuple[str, Phrase]]] = {
    PATH: ("line/ticks", phrase("Path")),
    PRACTICE: ("line/hand", phrase("Practice")),
    FOLLOW: ("line/note", phrase("Follow-up")),
}
LAST: Final = phrase("Last practice: {day}")
NEVER: Final = phrase("Has not practised yet")
DAYS: Final = phrase("{days:count:day} of practice")
GROUP: Final = phrase("{group}")
ASIDE: Final = 350
GROUPS_NAMED: Final = 2
NAME: Final = "trainer.learner"


class Front(DeskPage):
    """Show one learner; what is pressed is told by signals."""

    backRequested = Signal()
    assignRequested = Signal()
    reportRequested = Signal()
    gone = Signal()

    def __init__(self, desk: LearnerDesk, parent: QWidget) -> None:
        super().__init__(NAME, desk.desk, parent)
        self.own = desk
        self.report: LearnerReport | None = None
        self.view = PATH
        self.sub = Text(f"{NAME}.sub", "body", False, "ink2", self)
        self.path, self.practice = PathView(desk, self), PracticeView(self)
        self.follow = FollowView(desk, self)
        self.views: dict[str, View] = {PATH: self.path, PRACTICE: self.practice, FOLLOW: self.follow}
        self.assign = Press(f"{NAME}.assign", Look.QUIET, "line/plus", self)
        self.make = Press(f"{NAME}.report", Look.PRIMARY, "line/print", self)
        self.tabs = {
            name: Press(f"{NAME}.view.{name}", Look.QUIET, glyph, self) for name, (glyph, _) in TABS.items()
        }
        self.next = Press(f"{NAME}.next", Look.QUIET, "line/person", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self._picture: Box | None = None
        self._connect()

    def show_learner(self, learner_id: str) -> None:
        """Show this learner's path, or what was looked at of the one before. Raises UnknownLearner."""
        self.report = self.own.report(learner_id)
        self.path.open_latest(self.report.table)
        self.follow.begin()
        self.again()

    def refresh(self) -> None:
        """Read the learner anew; ``gone`` tells that they are no longer there."""
        if self.report is None:
            return
        try:
            self.own.ask(self.report.learner.id, self._came)
        except KnownError:
            self.report = None
            self.gone.emit()

    def reread(self) -> None:
        """Read the learner anew at once, after something was done here."""
        if self.report is not None:
            self.report = self.own.report(self.report.learner.id)
            self.again()

    def _came(self, report: LearnerReport) -> None:
        if self.report is not None and self.report.learner.id == report.learner.id and report != self.report:
            self.report = report
            self.again()

    def show_view(self, name: str) -> None:
        """Bring one of the views to the front."""
        self.view = name
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        report, m = self.report, self.m
        if report is None or self.wording is None:
            return
        self._write()
        room = self._place_learner(self.room(), report)
        if m.portrait:
            body, bar = room.cut_bottom(self._bar_height(), m.px(16))
            main, aside = body.cut_bottom(m.px(600 if self.view == PATH else 640), m.px(18))
        else:
            body, aside = room.cut_end(m.px(ASIDE), m.px(20))
            main, bar = body.cut_bottom(self._bar_height(), m.px(14))
        self._place_bar(bar)
        self._place_view(report, main, aside)
        self.order(
            [self.assign, self.make, *self.views[self.view].controls(), *self.tabs.values(), self.next,
             self.back]
        )  # fmt: skip

    def _write(self) -> None:
        self.next.setVisible(len(self.desk.learners()) > 1)
        for button, words in (
            (self.next, NEXT),
            (self.back, BACK),
            (self.assign, ASSIGN),
            (self.make, REPORT),
        ):
            button.render_words(self.shown(words))
            button.apply(self.m)
        self.assign.setVisible(self.own.teaches)
        self.make.setVisible(self.own.hands_out)
        for name, button in self.tabs.items():
            button.render_words(self.shown(TABS[name][1]))
            button.set_chosen(name == self.view)
        for button in (*self.tabs.values(), self.next, self.back):
            button.kind, button.pad, button.icon_size, button.gap = "head", 13, 26, 9
            button.weight_bold = False
            button.apply(self.m)

    def _place_learner(self, room: Box, report: LearnerReport) -> Box:
        m = self.m
        tall = m.px(76)
        picture = Box(room.lead, room.top, round(tall / 1.1), tall)
        self._picture = picture
        inner = Box(picture.end + m.px(16), room.top, room.width - picture.width - m.px(16), room.height)
        rest = self.place_head(inner, report.learner.name, [self.assign, self.make])
        self.sub.apply(m)
        title = self.title.geometry()
        for words in self._subs(report):
            self.sub.render_words(words)
            if self.sub.natural_width() <= title.width():
                break
        high = self.title.needed(title.width()) - m.px(4)
        self.title.setGeometry(title.left(), round(room.top) - m.px(6), title.width(), high)
        below = round(room.top) - m.px(6) + high
        tall_sub = self.sub.needed(title.width())
        self.sub.setGeometry(title.left(), below - m.px(2), title.width(), tall_sub)
        top = max(rest.top, picture.bottom + m.px(14), below + tall_sub + m.px(8))
        return Box(room.lead, top, room.width, room.bottom - top)

    def _subs(self, report: LearnerReport) -> list[str]:
        """Answer what stands below the name, the longest first: the last day may be left out."""
        last = max((cell.standing.last_at for cell in report.table.cells if cell.standing), default=None)
        parts = [phrase(GROUP.key, group=one.name) for one in report.groups[:GROUPS_NAMED]]
        if last is None:
            parts.append(NEVER)
        else:
            parts.append(phrase(DAYS.key, days=report.days))
        whole = [*parts, phrase(LAST.key, day=day_of(self.desk, last))] if last is not None else parts
        return [self.shown(joined(tuple(each))) for each in (whole, parts)]

    def _bar_height(self) -> float:
        return max(self.back.tall(), self.m.px(64))

    def _place_bar(self, bar: Box) -> None:
        """Place the views at the leading side, next and back at the trailing side."""
        m = self.m
        gap = max(m.px(12), m.mm(3))
        for button in self.tabs.values():
            place, bar = bar.cut_lead(button.natural_width(), gap)
            put(button, place, m)
        for button in (self.back, self.next):
            if button.isVisibleTo(self):
                bar, place = bar.cut_end(button.natural_width(), gap)
                put(button, place, m)

    def _place_view(self, report: LearnerReport, main: Box, aside: Box) -> None:
        assert self.wording is not None
        top = main.top - self.m.px(10)
        for name, view in self.views.items():
            view.setVisible(name == self.view)
        view = self.views[self.view]
        view.dress(self.m, self.wording)
        view.setGeometry(0, round(top), self.width(), self.height() - round(top))
        inside = [Box(box.lead, box.top - round(top), box.width, box.height) for box in (main, aside)]
        view.show_report(report, inside[0], inside[1])
        view.update()
        for button in (*self.tabs.values(), self.next, self.back):
            button.raise_()

    # --- acting ------------------------------------------------------------------------

    def _next(self) -> None:
        people: tuple[Learner, ...] = self.desk.learners()
        ids = [one.id for one in people]
        if self.report is not None and self.report.learner.id in ids:
            self.show_learner(ids[(ids.index(self.report.learner.id) + 1) % len(ids)])

    def _connect(self) -> None:
        self.back.clicked.connect(self.backRequested)
        self.next.clicked.connect(self._next)
        self.assign.clicked.connect(self.assignRequested)
        self.make.clicked.connect(self.reportRequested)
        self.path.turn.turned.connect(self.again)
        for name, button in self.tabs.items():
            button.clicked.connect(lambda checked=False, view=name: self.show_view(view))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the learner's picture."""
        super().paintEvent(event)
        if self.metrics is None or self.report is None or self._picture is None:
            return
        painter = QPainter(self)
        box: QRectF = area(self._picture, self.width(), self.m.rtl)
        paint_drawing(painter, f"pictures/{self.report.learner.picture}", box)
        painter.end()
