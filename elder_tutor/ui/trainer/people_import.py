"""Bring a list of learners in: choose a file, look at what would be added and what is wrong, then add."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.people import People
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.reports.importing import Preview, preview_file
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.look import Press, Text, told
from elder_tutor.ui.trainer.nobody import Beginning, Nobody
from elder_tutor.ui.trainer.people_list import ListPage, Row
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Learners from a list")
HOW: Final = phrase("Choose a CSV or XLSX file. Its first row needs a column called “name”.")
COLUMNS: Final = phrase("Picture and group may stand beside it. Nothing is added before you have seen it.")
CHOOSE: Final = phrase("Choose a file")
OTHER: Final = phrase("Another file")
ADD: Final = phrase("Add them")
BACK: Final = phrase("Back")
BEGINNING: Final = Beginning(
    "motifs/list",
    phrase("A whole list of learners is added here at once."),
    (HOW, COLUMNS),
    CHOOSE,
    "line/folder",
)
FOUND: Final = phrase("To be added: {count}. Left out: {left}. Empty rows: {empty}.")
NEW_GROUPS: Final = phrase("New groups: {groups}.")
ROW: Final = phrase("Row {row}")
MORE: Final = phrase("Show more")
NOT_ADDED: Final = phrase("Nobody was added")
ADDED: Final = phrase("They are added")
ADDED_COUNT: Final = phrase("New learners: {count}.")
ENDINGS: Final = (".csv", ".txt", ".tsv", ".xlsx")
NAME: Final = "trainer.import"


class ImportPage(ListPage):
    """Show the faults first, then who would be added; nothing is written before «Add them»."""

    peopleChanged = Signal()
    backRequested = Signal()
    fileRequested = Signal(object, object)
    """Carries the title of the list, and what gets the file."""
    putAway = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.preview: Preview | None = None
        self.add = Press(f"{NAME}.add", Look.PRIMARY, "line/plus", self)
        self.choose = Press(f"{NAME}.choose", Look.QUIET, "line/folder", self)
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.words = Text(f"{NAME}.words", "body", False, "ink2", self)
        self.nobody = Nobody(f"{NAME}.nobody", self, BEGINNING)
        self.cards.append(self.nobody)
        self.add.clicked.connect(self.take_in)
        self.choose.clicked.connect(self._choose)
        self.nobody.addRequested.connect(self._choose)
        self.back.clicked.connect(self.backRequested)

    def begin(self) -> None:
        """Start without a file."""
        self.preview, self.first = None, 0
        self.again()

    def open_file(self, path: Path) -> None:
        """Judge a file; trouble is told, and what was seen before stays."""
        draw = Random(self.desk.app.seed())

        def judge(store: Store) -> Preview:
            groups = [group.name for group in Groups(store).all()]
            return preview_file(path, People(store).learners(), groups, draw)

        self.ask(judge, self._take)

    def take_in(self) -> None:
        """Add everybody of the list at once; trouble is told, and then nobody was added."""
        if self.preview is None:
            return
        count = len(self.preview.newcomers)
        try:
            self.desk.may.require(Act.PEOPLE)
            self.desk.app.people.take_in(self.preview.newcomers, self.desk.who)
        except KnownError as trouble:
            self.told.emit(NOT_ADDED, told(trouble), "")
            return
        self.begin()
        self.peopleChanged.emit()
        self.backRequested.emit()
        self.told.emit(ADDED, phrase(ADDED_COUNT.key, count=count), "")

    def refresh(self) -> None:
        """Keep what is being looked at."""
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, found = self.m, self.preview
        self.rows = self._rows(found) if found is not None else ()
        heads = ((self.back, BACK), (self.choose, OTHER), (self.add, ADD))
        for button, words in heads:
            button.render_words(self.shown(words))
            button.apply(m)
        self.add.setVisible(found is not None and bool(found.newcomers))
        for part in (self.choose, self.words):
            part.setVisible(found is not None)
        if found is not None:
            self.words.render_words(" ".join(self.shown(words) for words in self._said(found)))
            self.words.apply(m)
        room = self.lay(TITLE, MORE, [button for button, _ in heads], self._place_words)
        self._place_beginning(room)
        self.order([self.add, self.nobody.add, self.choose, self.more, self.back])

    def _place_words(self, room: Box) -> Box:
        if self.preview is None:
            return room
        line, room = room.cut_top(self.words.needed(room.width), self.m.px(12))
        put(self.words, line, self.m)
        return room

    def _place_beginning(self, room: Box) -> None:
        """Place what stands there before a file was chosen."""
        assert self.wording is not None
        self.nobody.setVisible(self.preview is None)
        self.nobody.dress(self.m, self.wording)
        put(self.nobody, room, self.m)
        self.nobody.relayout()

    def _said(self, found: Preview) -> tuple[Phrase, ...]:
        count = phrase(FOUND.key, count=len(found.newcomers), left=found.left_out, empty=found.empty)
        if not found.new_groups:
            return (count,)
        return count, phrase(NEW_GROUPS.key, groups="، ".join(found.new_groups))

    def _rows(self, found: Preview) -> tuple[Row, ...]:
        faults = tuple(
            Row(f"fault.{number}", self.shown(phrase(ROW.key, row=one.row)), self.shown(one.what))
            for number, one in enumerate(found.faults)
        )
        new = tuple(
            Row(f"new.{number}", one.name, one.group or " ", f"pictures/{one.picture}")
            for number, one in enumerate(found.newcomers)
        )
        return faults + new

    # --- acting ------------------------------------------------------------------------

    def _choose(self) -> None:
        """Let a file be chosen, inside the program: see people_files.py."""
        self.fileRequested.emit(CHOOSE, self.open_file)

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the list of files away with the page."""
        if not event.spontaneous():
            self.putAway.emit()

    def _take(self, found: Preview) -> None:
        self.preview, self.first = found, 0
        self.again()
