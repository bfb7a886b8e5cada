"""Write a note about a learner, with a real keyboard or the tray."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.progress.people import Learner
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.editor_parts import NameTray
from elder_tutor.ui.widgets.card import paint_field
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("A note about {learner}")
HOW: Final = phrase("What should the next trainer know? Write no health matters here.")
FIELD: Final = phrase("Note")
SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
NAME: Final = "trainer.learner.noteEditor"


class NoteEditor(DeskPage):
    """Take a text; ``written`` carries it, ``backRequested`` ends without."""

    written = Signal(str)
    backRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.learner: Learner | None = None
        self.sentence: Phrase = HOW
        self.layer = "ar"
        self.words = look.Text(f"{NAME}.words", "body", False, "ink2", self)
        self.field = QPlainTextEdit(self)
        self.save = look.Press(f"{NAME}.save", Look.PRIMARY, "line/check", self)
        self.back = look.Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.tray = NameTray(self)
        self._box = Box(0, 0, 0, 0)
        self._connect()

    def begin(self, learner: Learner) -> None:
        """Start with an empty note."""
        self.learner, self.sentence = learner, HOW
        self.layer = self.m.lang if self.metrics is not None and self.m.lang in keyboard.LAYERS else "ar"
        self.field.setPlainText("")
        self.again()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: Phrase) -> None:
        """Say why it was not kept; what was written stays."""
        self.sentence = sentence
        self.again()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Keep what is being written."""

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.learner is None or self.wording is None:
            return
        m = self.m
        for button, words in ((self.save, SAVE), (self.back, BACK)):
            button.render_words(self.shown(words))
            button.apply(m)
        self.words.render_words(self.shown(self.sentence))
        self.words.apply(m)
        self.field.setAccessibleName(self.bare(FIELD))
        self._show_tray()
        tall = self.tray.sizeHint().height()
        self.tray.setGeometry(0, self.height() - tall, self.width(), tall)
        self.tray.place()
        room = self.room()
        room = Box(room.lead, room.top, room.width, self.height() - tall - room.top - m.px(16))
        title = self.shown(phrase(TITLE.key, learner=self.learner.name))
        room = self.place_head(room, title, [self.back, self.save])
        head, room = room.cut_top(self.words.needed(room.width), m.px(10))
        put(self.words, head, m)
        self._box = room
        put(self.field, room.inset(m.px(18), m.px(10)), m)
        self._dress_field()
        self.order([self.field, self.save, self.back])

    def _dress_field(self) -> None:
        m = self.m
        self.field.setFont(look.font(m, "card"))
        palette = self.field.palette()
        palette.setColor(QPalette.ColorRole.Base, m.q("card"))
        palette.setColor(QPalette.ColorRole.Text, m.q("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, m.q("word"))
        palette.setColor(QPalette.ColorRole.HighlightedText, m.q("on_saffron"))
        self.field.setPalette(palette)
        option = self.field.document().defaultTextOption()
        right = Qt.LayoutDirection.RightToLeft if m.rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(right)
        side = Qt.AlignmentFlag.AlignRight if m.rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute
        )  # leading is left here, whatever the direction
        self.field.document().setDefaultTextOption(option)

    def _show_tray(self) -> None:
        assert self.wording is not None
        view = KeyboardView("note", self.layer, False, keyboard.forms(self._before(), self.layer))
        self.tray.render_keyboard(view, self.wording, self.m)

    def _before(self) -> str:
        cursor = self.field.textCursor()
        return self.field.toPlainText()[: cursor.position()]

    # --- acting ------------------------------------------------------------------------

    def key(self, action: Action) -> None:
        """Do what a key of the tray says."""
        cursor = self.field.textCursor()
        if action.do is Do.DONE:
            self._keep()
            return
        if action.do is Do.LAYER:
            self.layer = action.text
        elif action.do is Do.DELETE:
            cursor.deletePreviousChar()
        elif action.do is Do.KEY:
            self._letter(cursor, action.text)
        self._show_tray()

    def _letter(self, cursor: QTextCursor, letter: str) -> None:
        if letter in keyboard.forms(self._before(), self.layer):
            cursor.deletePreviousChar()
        cursor.insertText(letter)

    def _keep(self) -> None:
        self.written.emit(self.field.toPlainText())

    def _connect(self) -> None:
        self.field.setObjectName(f"{NAME}.field")
        self.field.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setTabChangesFocus(True)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda: self._show_tray() if self.metrics else None)
        self.tray.acted.connect(self.key)
        self.save.clicked.connect(self._keep)
        self.back.clicked.connect(self.backRequested)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape leave the field and the page."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.backRequested.emit()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and field."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m = self.m
        painter = QPainter(self)
        paint_field(painter, area(self._box, self.width(), m.rtl), m)
        painter.end()
