"""Print cards to sign in with: for everybody, a group or one learner; the sheet is seen before."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.groups import Group, Groups
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.paper.printing import print_paper
from elder_tutor.ui.paper.sheet import A4_MM, Paper, picture_of
from elder_tutor.ui.paper.sign_in_cards import (
    A_SHEET,
    NOBODY,
    TITLE,
    NoCards,
    centre_name,
    preview_paper,
    write_sign_in_cards,
)
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.desk import EXPORTS, NO_FOLDER, Desk
from elder_tutor.ui.trainer.dialog import path_words
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text, told
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

FOR_ALL: Final = phrase("For everybody")
FOR_GROUP: Final = phrase("For the group {group}")
FOR_ONE: Final = phrase("For {learner}")
COUNT: Final = phrase("Cards: {cards}. Sheets: {sheets}.")
HOW: Final = phrase("Print at full size, cut along the lines, and put each card into a pouch.")
SAFE: Final = phrase("Whoever has the card can open this learner's page. If it is lost, replace it.")
WHOM: Final = phrase("For whom?")
CENTRE: Final = phrase("The centre's name")
PRINT: Final = phrase("Print the cards")
BACK: Final = phrase("Back")
WRITTEN: Final = phrase("The cards are ready")
WHERE: Final = phrase("They lie here. Delete the file when the cards are printed.")
NOT_PRINTED: Final = phrase("The cards were not made")
SHEET_SAID: Final = phrase("The first sheet of cards")
NAME: Final = "trainer.signInCards"


class CardsSight(NamedTuple):
    """For whom cards are printed, and which groups there are."""

    learners: tuple[Learner, ...]
    groups: tuple[Group, ...]
    group: Group | None
    one: Learner | None


class SheetView(look.Drawn):
    """The first sheet, small."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.sheet: QPixmap | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet on a line of its own."""
        if self.sheet is None or self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawPixmap(box, self.sheet, QRectF(self.sheet.rect()))
        painter.setPen(self.metrics.q("line"))
        painter.drawRect(box)
        painter.end()


class SignInCardsPage(AskingPage):
    """Show what will be printed; the rooms ask for whom and for the centre's name."""

    backRequested = Signal()
    whomRequested = Signal()
    centreRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.group_id = self.learner_id = ""
        self.sight: CardsSight | None = None
        self.card = Card(f"{NAME}.card", self)
        self.cards = [self.card]
        self.sheet = SheetView(f"{NAME}.sheet", self)
        self.whom = Press(f"{NAME}.whom", Look.QUIET, "line/people", self)
        self.centre = Press(f"{NAME}.centre", Look.QUIET, "line/home", self)
        self.go = Press(f"{NAME}.go", Look.PRIMARY, "line/print", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.words = [
            Text(f"{NAME}.words.{at}", "body", not at, "ink2" if at else "ink", self) for at in range(3)
        ]
        self.go.clicked.connect(self.write)
        self.back.clicked.connect(self.backRequested)
        self.whom.clicked.connect(self.whomRequested)
        self.centre.clicked.connect(self.centreRequested)
        self._drawn: tuple[object, ...] = ()

    def begin(self, learner_id: str = "", group_id: str = "") -> None:
        """Take for whom: a learner, a group, or with neither everybody."""
        self.learner_id, self.group_id, self.sight = learner_id, group_id, None

    def refresh(self) -> None:
        """Read who they are."""
        learner, group = self.learner_id, self.group_id
        self.ask(lambda store: _sight(store, learner, group), self._take)

    def write(self) -> None:
        """Write the file and print it where there is a printer; trouble is told."""
        sight = self.sight
        try:
            self.desk.may.require(Act.HAND_OUT)
            if sight is None or not sight.learners:
                raise NoCards(NOBODY)
            path = self._path(sight)
            paper = write_sign_in_cards(self.desk.app, sight.learners, path, self.m.lang, self.desk.who)
            print_paper(paper, self)
        except KnownError as trouble:
            self.told.emit(NOT_PRINTED, told(trouble), "")
            return
        self.told.emit(WRITTEN, WHERE, path_words(path))

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        sight, m = self.sight, self.m
        if sight is None or self.wording is None:
            return
        sheets = -(-len(sight.learners) // A_SHEET)
        count = phrase(COUNT.key, cards=len(sight.learners), sheets=sheets)
        for text, words in zip(self.words, (count, HOW, SAFE), strict=True):
            text.render_words(self.shown(words))
        heads = ((self.back, BACK), (self.go, PRINT))
        for button, words in ((self.whom, self._whom(sight)), (self.centre, CENTRE), *heads):
            button.render_words(self.shown(words))
        self.sheet.tell(self.bare(SHEET_SAID))
        parts: list[Card | SheetView | Press | Text] = [
            self.card, self.sheet, self.whom, self.centre, self.go, self.back, *self.words
        ]  # fmt: skip
        for part in parts:
            part.apply(m)
        may = self.desk.may.allows(Act.HAND_OUT)
        self.go.setVisible(may and bool(sight.learners))
        self.centre.setVisible(self.desk.may.allows(Act.MACHINE))
        room = self.place_head(self.room(), self.shown(TITLE), [button for button, _ in heads])
        self._place(room)
        self._draw(sight)
        self.order([self.whom, self.centre, self.back, self.go])

    def _whom(self, sight: CardsSight) -> Phrase:
        if sight.one is not None:
            return phrase(FOR_ONE.key, learner=sight.one.name)
        return phrase(FOR_GROUP.key, group=sight.group.name) if sight.group is not None else FOR_ALL

    def _place(self, room: Box) -> None:
        m, shape = self.m, A4_MM[0] / A4_MM[1]
        put(self.card, room, m)
        inner = room.inset(m.px(26), m.px(22))
        if m.portrait:
            rest, sheet = inner.cut_bottom(min(inner.height * 0.62, inner.width / shape), m.px(24))
        else:
            rest, sheet = inner.cut_end(min(inner.height * shape, inner.width * 0.5), m.px(36))
        high = min(sheet.height, sheet.width / shape)
        put(self.sheet, sheet.middle(high).middle_across(high * shape), m)
        gap = max(m.px(14), m.mm(3))
        for button in (self.whom, self.centre):
            if button.isVisibleTo(self):
                tall = max(button.tall(), button.needed(int(min(rest.width, m.px(520)))))
                line, rest = rest.cut_top(tall, gap)
                put(button, line.cut_lead(min(rest.width, m.px(520)))[0], m)
        for text in self.words:
            line, rest = rest.cut_top(text.needed(rest.width), m.px(12))
            put(text, line, m)

    def _draw(self, sight: CardsSight) -> None:
        """Paint the sheet when it, its size or its words changed."""
        app, high = self.desk.app, self.sheet.height()
        drawn = (sight.learners[:A_SHEET], high, self.m.lang, centre_name(app))
        if not sight.learners or drawn == self._drawn:
            self.sheet.setVisible(bool(sight.learners))
            return
        paper: Paper = preview_paper(app, sight.learners[:A_SHEET], self.m.lang)
        ratio = self.devicePixelRatioF()
        dpi = 2 * high * ratio / (A4_MM[1] / 25.4)  # twice as fine, and smoothly made small
        self.sheet.sheet = QPixmap.fromImage(picture_of(paper, 0, dpi))
        self.sheet.show()
        self.sheet.update()
        self._drawn = drawn

    def _path(self, sight: CardsSight) -> Path:
        folder = self.desk.app.data_dir
        if folder is None:
            raise KnownError(NO_FOLDER)
        of = sight.one or sight.group
        whose = f"-{of.id[:8]}" if of is not None else ""
        return folder / EXPORTS / f"sign-in-cards-{self.desk.today.isoformat()}{whose}.pdf"

    def _take(self, found: CardsSight) -> None:
        self.sight = found
        self.again()


def _sight(store: Store, learner_id: str, group_id: str) -> CardsSight:
    """Answer for whom; a learner or a group that has gone means everybody."""
    people, groups = People(store).learners(), Groups(store)
    one = next((each for each in people if each.id == learner_id), None)
    every = groups.all()
    group = next((each for each in every if each.id == group_id), None)
    if one is not None:
        return CardsSight((one,), every, None, one)
    if group is not None:
        members = frozenset(groups.members(group.id))
        return CardsSight(tuple(each for each in people if each.id in members), every, group, None)
    return CardsSight(people, every, None, None)
