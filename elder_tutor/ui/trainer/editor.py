"""Write a name, with the tray or a real keyboard, and choose a picture: of a learner, a group, a trainer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from elder_tutor.errors import KnownError
from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.progress.audit import TRAINER
from elder_tutor.progress.people import LONGEST_NAME, Learner, People, pictures
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.editor_parts import NameTray, PictureButton
from elder_tutor.ui.widgets.card import paint_field
from elder_tutor.ui.widgets.lip_button import Look

ADD_TITLE: Final = phrase("A new learner")
RENAME_TITLE: Final = phrase("Another name for {learner}")
WRITE: Final = phrase("Write the name and choose a picture.")
WRITE_NAME: Final = phrase("Write the name.")
NAME: Final = phrase("Name")
SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
PICTURE: Final = phrase("Picture {number}: {picture}")
FIELD: Final = "name"


PAGE: Final = "trainer.editor"


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be written: ``picture`` is None where none is chosen; ``keep`` may raise KnownError."""

    title: Phrase
    sentence: Phrase
    name: str
    picture: str | None
    keep: Callable[[str, str], None]
    done: Callable[[], None]
    back: Callable[[], None]
    may_choose: bool = False
    """A picture can be chosen; otherwise it only stands there."""
    digits: bool = False
    """It is a number: digits first, and from left to right."""


class Editor(Page):
    """Add a learner or rename one; ``saved`` and ``backRequested`` end it."""

    saved = Signal()
    backRequested = Signal()

    def __init__(self, people: People, parent: QWidget) -> None:
        super().__init__(PAGE, parent)
        self.listen.hide()
        self.people = people
        self.band = False
        self.learner: Learner | None = None
        self.who = TRAINER
        """Who is written down as having done it."""
        self.task = self._for_learner(None)
        self.picture = ""
        self.layer = "ar"
        self.sentence: Phrase = WRITE
        self.title = look.Text("trainer.editor.title", "title", True, parent=self)
        self.words = look.Text("trainer.editor.words", "body", False, "ink2", self)
        self.name = QLineEdit(self)
        self.save = look.Press("trainer.editor.save", Look.PRIMARY, "line/check", self)
        self.back = look.Press("trainer.editor.back", Look.QUIET, "line/back", self)
        self.pictures = [PictureButton(f"trainer.editor.picture.{key}", key, self) for key in pictures()]
        self.tray = NameTray(self)
        self._field = Box(0, 0, 0, 0)
        self._face = Box(0, 0, 0, 0)
        self._connect()

    def begin(self, learner: Learner | None) -> None:
        """Start with an empty name, or with a learner's own."""
        self.learner = learner
        self.begin_task(self._for_learner(learner))

    def begin_task(self, task: Task) -> None:
        """Start with the name that is there, or with an empty one."""
        self.task, self.sentence = task, task.sentence
        self.picture = task.picture or self._free_picture()
        self.layer = self.m.lang if self.metrics is not None and self.m.lang in keyboard.LAYERS else "ar"
        if task.digits:
            self.layer = "123"
            self.name.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:
            self.name.unsetLayoutDirection()
        self.name.setText(task.name)
        if self.metrics is not None:
            self.relayout()
            self.update()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the page --------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.m, self.wording
        assert w is not None
        self.title.render_words(self.shown(self.task.title))
        self.words.render_words(self.shown(self.sentence))
        self.save.render_words(self.shown(SAVE))
        self.back.render_words(self.shown(BACK))
        self.name.setAccessibleName(look.bare(w, self.task.title if self.task.digits else NAME))
        labels: list[look.Text | look.Press] = [self.title, self.words, self.save, self.back, *self.pictures]
        for part in labels:
            part.apply(m)
        for number, button in enumerate(self.pictures, 1):
            name = look.bare(w, phrase(PICTURE.key, number=number, picture=button.picture))
            button.render_words("", name)
            button.set_chosen(button.picture == self.picture)
            button.setVisible(self.task.may_choose)
        self._show_tray()
        self._place()
        self.order([self.name, *self.pictures, self.save, self.back])

    def _show_tray(self) -> None:
        assert self.wording is not None
        before = self.name.text()[: self.name.cursorPosition()]
        view = KeyboardView(FIELD, self.layer, False, keyboard.forms(before, self.layer))
        self.tray.render_keyboard(view, self.wording, self.m)

    def _place(self) -> None:
        m = self.m
        tall = self.tray.sizeHint().height()
        self.tray.setGeometry(0, m.height - tall, m.width, tall)
        self.tray.place()
        room = Box(m.px(32), m.px(16), m.width - m.px(64), m.height - tall - m.px(30))
        high = self.save.tall()
        head, room = room.cut_top(max(self.title.needed(room.width * 0.6), high), m.px(2))
        for button in (self.back, self.save):
            wide = max(button.natural_width() + m.px(10), m.px(160))
            head, place = head.cut_end(wide, m.px(16))
            put(button, place.cut_top(high)[0].middle(max(button.tall(), m.px(66))), m)
        put(self.title, head, m)
        words, room = room.cut_top(self.words.needed(room.width), m.px(6))
        put(self.words, words, m)
        if not self.task.may_choose:
            self._place_field(room)
            return
        field, room = room.cut_top(m.px(74), m.px(18))
        self._place_field(field)
        self._place_pictures(room)

    def _place_field(self, line: Box) -> None:
        m = self.m
        if not self.task.may_choose:
            high = min(line.height - m.px(12), m.px(190))
            line = Box(line.lead, line.top, line.width, high)
            if self.task.picture:
                self._face, line = line.cut_lead(high / 1.1, m.px(28))
            line = line.middle(m.px(80))
        self._field = line
        put(self.name, line.inset(m.px(20), m.px(6)), m)
        self.name.setFont(look.font(m, "title", True))
        palette = self.name.palette()
        palette.setColor(QPalette.ColorRole.Base, m.q("card"))
        palette.setColor(QPalette.ColorRole.Text, m.q("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, m.q("word"))
        palette.setColor(QPalette.ColorRole.HighlightedText, m.q("on_saffron"))
        self.name.setPalette(palette)

    def _place_pictures(self, room: Box) -> None:
        m, count = self.m, len(self.pictures)
        gap = m.mm(3)
        room = Box(room.lead, room.top, room.width, min(room.height, room.width * 0.7))

        def side(rows: int) -> float:
            cell = room.grid(-(-count // rows), rows, gap)[0]
            return min(cell.width, cell.height * 0.95)

        rows = max((1, 2, 3), key=side)  # as large as they can be
        cells = room.grid(-(-count // rows), rows, gap)
        for button, cell in zip(self.pictures, cells, strict=False):
            wide = min(cell.width, cell.height * 0.95)
            high = min(cell.height, wide * 1.2)
            at = Box(cell.lead + (cell.width - wide) / 2, cell.top, wide, high)
            put(button, at, m)

    # --- acting ------------------------------------------------------------------------

    def key(self, action: Action) -> None:
        """Do what a key of the tray says."""
        if action.do is Do.DONE:
            self.keep()
            return
        if action.do is Do.LAYER:
            self.layer = action.text
        elif action.do is Do.DELETE:
            self.name.backspace()
        elif action.do is Do.KEY:
            self._letter(action.text)
        self._show_tray()

    def _letter(self, letter: str) -> None:
        before = self.name.text()[: self.name.cursorPosition()]
        if letter in keyboard.forms(before, self.layer):
            self.name.backspace()
        self.name.insert(letter)

    def keep(self) -> None:
        """Save; what is missing is said in one sentence."""
        try:
            self.task.keep(self.name.text(), self.picture)
        except KnownError as trouble:
            self.sentence = look.told(trouble)
            self.relayout()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.task.done()

    def leading(self, done: Callable[[], None], back: Callable[[], None]) -> Task:
        """Answer the present task with other ways on."""
        return replace(self.task, done=done, back=back)

    def _for_learner(self, learner: Learner | None) -> Task:
        """Answer how a learner is added or renamed."""

        def keep(name: str, picture: str) -> None:
            if learner is None:
                self.people.add(name, picture, who=self.who)
            else:
                self.people.rename(learner.id, name, self.who)

        title = phrase(RENAME_TITLE.key, learner=learner.name) if learner else ADD_TITLE
        return Task(
            title, WRITE_NAME if learner else WRITE, learner.name if learner else "",
            learner.picture if learner else "", keep, self.saved.emit, self.backRequested.emit,
            may_choose=learner is None,
        )  # fmt: skip

    def _choose(self, picture: str) -> None:
        self.picture = picture
        for button in self.pictures:
            button.set_chosen(button.picture == picture)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free_picture(self) -> str:
        taken = {one.picture for one in self.people.learners()}
        return next((key for key in pictures() if key not in taken), pictures()[0])

    def _connect(self) -> None:
        self.name.setObjectName("trainer.editor.name")
        self.name.setFrame(False)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.installEventFilter(self)
        self.name.returnPressed.connect(self.keep)
        self.name.textChanged.connect(lambda _: self._show_tray() if self.metrics else None)
        self.tray.acted.connect(self.key)
        self.save.clicked.connect(self.keep)
        self.back.clicked.connect(lambda: self.task.back())
        for button in self.pictures:
            button.clicked.connect(lambda checked=False, key=button.picture: self._choose(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape leave the field and the page."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.task.back()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, field and the face of who is renamed."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m = self.m
        painter = QPainter(self)
        paint_field(painter, area(self._field, m.width, m.rtl), m)
        if self.task.picture and not self.task.may_choose:
            face = area(self._face, m.width, m.rtl)
            look.paint_drawing(painter, f"pictures/{self.task.picture}", face)
        painter.end()
