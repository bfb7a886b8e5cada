"""The group at a glance: learners × lessons, a mark in every cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.groups import Group
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.reports.tables import GroupTable
from elder_tutor.text.bidi import left_to_right
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.group_foot import Foot
from elder_tutor.ui.trainer.group_model import GroupModel
from elder_tutor.ui.trainer.group_paint import GAP
from elder_tutor.ui.trainer.group_rows import Order, Show, Sift, arranged
from elder_tutor.ui.trainer.group_sight import GroupSight, sight_of
from elder_tutor.ui.trainer.group_strip import Strip
from elder_tutor.ui.trainer.group_view import SCROLL_WIDE, GroupView
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import CENTRE, Press, Text, told
from elder_tutor.ui.trainer.nobody import Nobody
from elder_tutor.ui.trainer.turning import NAMED, Leaf, Turning, leaves
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("The group's progress")
EXPORT: Final = phrase("Export")
ASSIGN: Final = phrase("Choose a lesson for them")
EXPORTED: Final = phrase("The tables are saved")
EXPORTED_IN: Final = phrase("Two files for a spreadsheet are in this folder:")
NOT_EXPORTED: Final = phrase("Nothing was saved")
NOBODY_FOUND: Final = phrase("Nobody here fits what you look for.")
MORE_LEARNERS: Final = phrase("More learners")
NAMES_WIDE: Final = 230
COLUMN_LEAST: Final = 104
COLUMNS_LEAST: Final = 3
"""So many columns share the width even where a course has fewer lessons."""
ROW: Final = 66
"""Design pixels; a row is never under 16 mm."""
NAME: Final = "trainer.group"


class GroupPage(AskingPage):
    """Show the matrix.

    ``learnerChosen`` and ``lessonChosen`` open pages, ``addRequested`` adds the first learner,
    ``choiceRequested`` names what is to be chosen: ``group``, ``show``, ``order`` or ``lesson``.
    """

    learnerChosen = Signal(str)
    lessonChosen = Signal(str)
    addRequested = Signal()
    choiceRequested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.sight: GroupSight | None = None
        self.sift = Sift()
        self._more = False
        """There are more learners than are seen at once."""
        self.export = Press("trainer.group.export", Look.QUIET, "line/grid", self)
        self.assign = Press("trainer.group.assign", Look.PRIMARY, "line/plus", self)
        self.choices = Strip("trainer.group.strip", self)
        self.more_learners = Press("trainer.group.moreLearners", Look.QUIET, "line/people", self)
        self.turn = Turning(NAME, self)
        self.sub = Text("trainer.group.sub", "body", False, "ink2", self)
        self.card = Card("trainer.group.card", self)
        self.model = GroupModel(self)
        self.view = GroupView(self.model, self)
        self.nobody = Nobody("trainer.group.nobody", self)
        self.none_found = Text("trainer.group.noneFound", "card", False, "ink2", self)
        self.none_found.across = CENTRE
        self.foot = Foot(NAME, self.turn, self)
        self.cards = [self.card, self.nobody]
        self._connect()

    @property
    def table(self) -> GroupTable | None:
        """Answer what was read last."""
        return self.sight.table if self.sight is not None else None

    @property
    def group(self) -> Group | None:
        """Answer the group that is shown; None for everybody."""
        groups = self.sight.groups if self.sight is not None else ()
        return next((one for one in groups if one.id == self.sift.group), None)

    def refresh(self) -> None:
        """Read the matrix anew; nothing is drawn when nothing changed."""
        before, group, desk = self.sight, self.sift.group, self.desk

        def read(store: Store) -> GroupSight | None:
            # a thousand learners are compared in the other thread too
            found = sight_of(desk, store, group)
            return None if found == before else found

        self.ask(read, self._take)

    def choose(
        self, group: str | None = None, show: Show | None = None, order: Order | None = None,
        search: str | None = None,
    ) -> None:  # fmt: skip
        """Show another group ("" for everybody), other learners of it, or another order."""
        before = self.sift
        self.sift = Sift(
            before.order if order is None else order,
            before.show if show is None else show,
            before.group if group is None else group,
            before.search if search is None else search,
        )
        if self.sift.group != before.group:
            self.refresh()
        elif self.sift != before:
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.sight is None or self.wording is None:
            return
        table, m = self.sight.table, self.m
        empty = not table.rows
        self._write(empty)
        if empty:
            self.turn.open(())
            self.turn.write(self.shown, m)
            self._place_nobody(self.place_head(self.room(), self.shown(TITLE), []))
            return
        self._fill()
        leaf = self.turn.open(leaves([self.desk.course(one) for one in table.lessons], self._lessons_fit()))
        self.turn.write(self.shown, m)
        self._place_matrix(self._place_strip(self._place_title(leaf)), leaf)
        if self._more:
            # the button takes room from the title, which may then stand in two lines
            self.more_learners.show()
            self._place_matrix(self._place_strip(self._place_title(leaf)), leaf)
        self.order(
            [
                *self.choices.controls(),
                self.view,
                *self.turn.buttons,
                self.more_learners,
                self.assign,
                self.export,
            ]
        )

    def _write(self, empty: bool) -> None:
        m, may = self.m, self.desk.may
        for button, words, allowed in (
            (self.more_learners, MORE_LEARNERS, False),
            (self.export, EXPORT, may.allows(Act.HAND_OUT)),
            (self.assign, ASSIGN, may.allows(Act.TEACH)),
        ):
            button.setVisible(not empty and allowed)
            button.render_words(self.shown(words))
            button.apply(m)
        self.none_found.hide()
        self.nobody.setVisible(empty)
        for part in (self.card, self.view, self.choices, self.sub, *self.foot.legend):
            part.setVisible(not empty)

    def _fill(self) -> None:
        """Give the model its rows; the keyboard stays where it was."""
        assert self.sight is not None
        at = self.view.currentIndex()
        who = self.model.learner(at.row()).id if at.isValid() else ""
        column, where = at.column(), self.view.verticalScrollBar().value()
        today = self.desk.today.isoformat()
        order = arranged(self.sight.table, self.sift, self.sight.members, today)
        self.model.use_words(self.bare)
        if order != self.model.order or self.model.table is not self.sight.table or self.model.today != today:
            self.model.show_table(self.sight.table, order, today)
            self.view.verticalScrollBar().setValue(where)
            if who:
                self.view.bring(who, column)

    def _place_nobody(self, room: Box) -> None:
        assert self.wording is not None
        self.nobody.dress(self.m, self.wording)
        self.nobody.add.setVisible(self.desk.may.allows(Act.PEOPLE))
        put(self.nobody, room, self.m)
        self.nobody.relayout()

    def _place_title(self, leaf: Leaf) -> Box:
        """Name the group, and below it the course and its page; answer the room below."""
        m = self.m
        group = self.group
        title = group.name if group is not None else self.shown(TITLE)
        rest = self.place_head(self.room(), title, [self.more_learners, self.export, self.assign])
        words = (
            phrase(NAMED.key, first=leaf.title, rest=self.turn.count()) if self.turn.needed else leaf.title
        )
        self.sub.render_words(self.shown(words))
        self.sub.apply(m)
        place, top = self.title.geometry(), self.room().top - m.px(8)
        high = self.title.needed(place.width()) - m.px(4)
        self.title.setGeometry(place.left(), round(top), place.width(), high)
        needed = self.sub.needed(place.width())
        self.sub.setGeometry(place.left(), round(top) + high - m.px(4), place.width(), needed)
        return rest.cut_top(max(0.0, top + high + needed + m.px(2) - rest.top))[1]

    def _place_strip(self, room: Box) -> Box:
        assert self.wording is not None
        group = self.group
        name = group.name if group is not None else ""
        self.choices.dress(self.m, self.wording, name, self.sift.show, self.sift.order)
        line, room = room.cut_top(self.choices.needed(room.width), self.m.px(12))
        put(self.choices, line, self.m)
        self.choices.place(line.width)
        return room

    def _place_matrix(self, room: Box, leaf: Leaf) -> None:
        m = self.m
        room, foot = room.cut_bottom(self.foot.write(m, self.shown, room.width), m.px(12))
        self.view.dress(m, self.shown(TITLE))
        inner = room.inset(m.px(14), m.px(10))
        columns = [at + 1 for at in leaf.places]
        wide = self._column_wide(inner.width, len(columns))
        head = max(self._heads_high(one, inner.width) for one in self.turn.leaves)
        tall = max(m.px(ROW), m.mm(16) + m.px(GAP))
        rows = self.model.rowCount()
        used = min(inner.height, head + rows * tall + m.px(2)) if rows else inner.height
        self._more = head + rows * tall > inner.height + 1
        if not self._more:
            tall = min(round((inner.height - head) / max(1, rows)), round(tall * 1.2))
            used = min(inner.height, head + rows * tall + m.px(2)) if rows else used
        put(self.card, Box(room.lead, room.top, room.width, used + m.px(20)), m)
        self.card.apply(m)
        put(self.view, Box(inner.lead, inner.top, inner.width, used), m)
        self.view.lay_out(columns, m.px(NAMES_WIDE), wide, tall, head)
        self.view.raise_()
        self._show_none(inner)
        self.foot.place(m, Box(foot.lead, room.top + used + m.px(32), foot.width, foot.height))

    def _heads_high(self, leaf: Leaf, width: float) -> int:
        """Answer the height of a page's titles; the tallest serves all, so that arrows stay in place."""
        columns = [at + 1 for at in leaf.places]
        return self.view.heads_needed(columns, self._column_wide(width, len(columns)))

    def _show_none(self, room: Box) -> None:
        """Say calmly that nobody is left after narrowing."""
        m = self.m
        self.none_found.setVisible(not self.model.rowCount())
        self.none_found.render_words(self.shown(NOBODY_FOUND))
        self.none_found.apply(m)
        put(self.none_found, Box(room.lead, room.top + room.height * 0.25, room.width, m.px(60)), m)
        self.none_found.raise_()

    def _column_wide(self, width: float, lessons: int) -> int:
        m = self.m
        free = width - m.px(NAMES_WIDE) - m.px(SCROLL_WIDE) - 1
        return int(free // max(COLUMNS_LEAST, lessons))

    def _lessons_fit(self) -> int:
        """Answer how many columns stand beside the names."""
        m = self.m
        width = self.room().inset(m.px(14), 0).width - m.px(NAMES_WIDE) - m.px(SCROLL_WIDE)
        return max(COLUMNS_LEAST, int(width // m.px(COLUMN_LEAST)))

    # --- acting ------------------------------------------------------------------------

    def _take(self, sight: GroupSight | None) -> None:
        if sight is not None:
            self.sight = sight
            if self.group is None and self.sift.group:
                self.sift = replace(self.sift, group="")
            self.again()

    def _export(self) -> None:
        assert self.wording is not None
        try:
            self.desk.may.require(Act.HAND_OUT)
            folder = self.desk.export(self.wording.shown)
        except KnownError as trouble:
            self.told.emit(NOT_EXPORTED, told(trouble), "")
        else:
            self.told.emit(EXPORTED, EXPORTED_IN, left_to_right(str(folder)))

    def _connect(self) -> None:
        self.export.clicked.connect(self._export)
        self.assign.clicked.connect(lambda: self.choiceRequested.emit("lesson"))
        self.choices.group.clicked.connect(lambda: self.choiceRequested.emit("group"))
        self.choices.show_whom.clicked.connect(lambda: self.choiceRequested.emit("show"))
        self.choices.order_by.clicked.connect(lambda: self.choiceRequested.emit("order"))
        self.choices.search.changed.connect(lambda words: self.choose(search=words))
        self.more_learners.clicked.connect(self.view.page_down)
        self.turn.turned.connect(self.again)
        self.view.learnerChosen.connect(self.learnerChosen)
        self.view.lessonChosen.connect(self.lessonChosen)
        self.nobody.addRequested.connect(self.addRequested)
