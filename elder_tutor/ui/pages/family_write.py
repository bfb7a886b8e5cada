"""Write a name, a telephone number or a PIN, with the tray or a real keyboard, in large type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.progress.names import LONGEST_NAME
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import icons
from elder_tutor.ui.pages.page import BAND, Page
from elder_tutor.ui.phone.keys import DONE
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.trainer.editor_parts import NameTray
from elder_tutor.ui.widgets.card import paint_field
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.theme import Metrics

SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
LINES, POT = 190.0, 200.0
"""Design pixels on an upright page: the room of what is asked, and the pot that speaks."""
FIELD: Final = "text"
LONGEST_NUMBER: Final = 20
"""ITU-T E.164 allows 15 digits; signs and gaps between them are kept."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to be written: ``keep`` takes the text and goes on, ``back`` goes back without it.

    ``digits`` is a number, written from left to right; ``secret`` shows dots instead of it.
    """

    ask: Phrase
    name: Phrase
    keep: Callable[[str], None]
    back: Callable[[], None]
    text: str = ""
    digits: bool = False
    secret: bool = False
    pin: bool = False
    """Nothing but the ten digits is offered."""
    main: Phrase = SAVE
    """What the main button does with it."""


class WritePage(Page):
    """One question, one field, the keyboard below. ``kept`` and ``backRequested`` end it."""

    kept = Signal(str)
    backRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("familyWrite", parent)
        self.task: Writing | None = None
        self.layer, self._begins = "ar", False
        self.told: Phrase | None = None
        """What stood in the way of keeping it, in one sentence."""
        self.sentence = Sentence("familyWrite.sentence", self)
        self.sentence.heading = 1
        self.sentence.spoken_factor = 0.8
        self.field = QLineEdit(self)
        self.save = LipButton("familyWrite.save", Look.PRIMARY, "line/check", parent=self)
        self.back = LipButton("familyWrite.back", Look.SECONDARY, "line/back", parent=self)
        self.tray = NameTray(self)
        self._box = Box(0, 0, 0, 0)
        self._pot = QRectF()
        self._connect()

    def begin(self, task: Writing) -> None:
        """Ask for a text; the field has the keyboard at once."""
        self.task, self.told, self._begins = task, None, True
        self.field.setEchoMode(QLineEdit.EchoMode.Password if task.secret else QLineEdit.EchoMode.Normal)
        self.field.setMaxLength(LONGEST_NUMBER if task.digits else LONGEST_NAME)
        if task.digits:
            self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:
            self.field.unsetLayoutDirection()
        self.field.setText(task.text)
        if self.metrics is not None:
            self.relayout()

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language; a text is begun with the letters of the language that holds then."""
        if self._begins and self.task is not None:
            own = wording.lang if wording.lang in keyboard.LAYERS else "en"
            self.layer, self._begins = "123" if self.task.digits else own, False
        super().dress(metrics, wording)

    def tell(self, trouble: Phrase) -> None:
        """Say what stood in the way."""
        self.told = trouble
        if self.task is not None and self.task.secret:
            self.field.clear()  # nobody sees what stands there: the next try would be added to it
        self.relayout()
        self.sayRequested.emit((trouble,))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def greeting(self) -> tuple[Phrase, ...]:
        """Say what is to be written."""
        if self.told is not None:
            return (self.told,)
        return (self.task.ask,) if self.task is not None else ()

    def named(self) -> Phrase:
        """Answer what is to be written."""
        return self.task.ask if self.task is not None else super().named()

    def caption(self) -> QRect:
        """Answer the place of the sentence."""
        return self.sentence.geometry()

    def show_word(self, sentence: int, word: int) -> None:
        """Put the box on the word being said."""
        self.sentence.show_word(sentence, word)

    def show_rest(self) -> None:
        """The voice has ended."""
        self.sentence.show_rest()

    @property
    def writes_secret(self) -> bool:
        """Tell whether what is written is nobody's to hear: then no key is said aloud."""
        return self.task is not None and self.task.pin

    def first_control(self) -> QWidget:
        """Answer the field."""
        return self.field

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.task is None:
            return
        m, w = self.m, self.wording
        assert w is not None
        self.sentence.render_sentences(
            [part for each in self.greeting() for part in w.line(each).sentences()]
        )
        self.save.render_words(self.shown(self.task.main))
        self.back.render_words(self.shown(BACK))
        self.field.setAccessibleName(self.shown(self.task.name))
        for part in (self.save, self.back):
            part.apply(m)
        self._show_tray()
        self._place()
        self.order([self.field, self.save, self.back, self.listen])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the frame of the field."""
        super().paintEvent(event)
        if self.metrics is None:
            return
        m = self.m
        painter = QPainter(self)
        paint_field(painter, area(self._box, m.width, m.rtl), m)
        if not self._pot.isEmpty():
            pot = icons.icon("motifs/dallah", round(self._pot.height()), dpr=self.devicePixelRatioF())
            left = self._pot.center().x() - pot.width() / pot.devicePixelRatio() / 2
            painter.drawPixmap(QPointF(left, self._pot.top()), pot)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no PIN."""
        if self.writes_secret and not event.spontaneous():
            self.field.setText("")

    # --- acting ----------------------------------------------------------------------

    def key(self, action: Action) -> None:
        """Do what a key of the tray says."""
        if action.do is Do.DONE:
            self.kept.emit(self.field.text())
            return
        if action.do is Do.LAYER:
            self.layer = action.text
        elif action.do is Do.DELETE:
            self.field.backspace()
        elif action.do is Do.KEY:
            before = self.field.text()[: self.field.cursorPosition()]
            if action.text in keyboard.forms(before, self.layer):
                self.field.backspace()
            self.field.insert(action.text)
        self._show_tray()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape leave the field and the page."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.backRequested.emit()
            return True
        return super().eventFilter(watched, event)

    # --- parts -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.field.setObjectName("familyWrite.field")
        self.field.setFrame(False)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(lambda: self.kept.emit(self.field.text()))
        self.field.textChanged.connect(lambda _: self._show_tray() if self.metrics and self.task else None)
        self.tray.acted.connect(self.key)
        self.save.clicked.connect(lambda: self.kept.emit(self.field.text()))
        self.back.clicked.connect(self.backRequested)

    def _show_tray(self) -> None:
        assert self.wording is not None
        assert self.task is not None
        before = self.field.text()[: self.field.cursorPosition()]
        view = KeyboardView(FIELD, self.layer, self.task.pin, keyboard.forms(before, self.layer))
        self.tray.render_keyboard(view, self.wording, self.m)
        done = self.tray.buttons.get(DONE)
        if done is not None:
            done.quiet = True

    def _place(self) -> None:
        m = self.m
        tall = self.tray.sizeHint().height()
        self.tray.setGeometry(0, m.height - tall, m.width, tall)
        self.tray.place()
        margin, gap = m.px(32), max(m.px(16), m.mm(3.1))
        room = Box(margin, m.px(BAND + 10), m.width - 2 * margin, m.height - tall - m.px(BAND + 22))
        listen = self.listen.natural_width()
        high = max(m.mm(16), m.px(64), self.listen.needed(listen))
        lower = max(m.mm(20), m.px(80), self.save.needed(m.px(300)), self.back.needed(m.px(220)))
        room, row = room.cut_bottom(lower, gap)
        head, rest = room.cut_top(max(high, min(m.px(150), room.height - high - gap)), gap)
        words_box, side = head.cut_end(listen, m.px(20))
        self._pot = QRectF()
        put(self.listen, Box(side.lead, side.top, listen, high), m)
        if m.portrait:  # what is asked and the field stand near the hands, not far above them
            lower = m.px(110) + gap + m.px(LINES)
            above, lower_room = rest.cut_bottom(min(lower, rest.height))
            words_box, rest = lower_room.cut_top(m.px(LINES), gap)
            pot = min(m.px(POT), above.height * 0.5)
            self._pot = area(above.middle(pot).middle_across(pot), m.width, m.rtl)
        put(self.sentence, words_box, m)
        self.sentence.apply(m)
        self._box = rest.cut_top(min(rest.height, m.px(110)))[0]
        put(self.field, self._box.inset(m.px(20), m.px(6)), m)
        save = max(m.px(320), self.save.natural_width())
        back = max(m.px(220), self.back.natural_width())
        put(self.save, row.cut_lead(min(save, (row.width - gap) / 2))[0], m)
        put(self.back, row.cut_end(min(back, (row.width - gap) / 2))[1], m)
        self._dress_field()

    def _dress_field(self) -> None:
        m = self.m
        self.field.setFont(m.font("title", True))
        palette = self.field.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, "card"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.Highlight, "word"),
            (QPalette.ColorRole.HighlightedText, "on_saffron"),
        ):
            palette.setColor(role, m.q(colour))
        self.field.setPalette(palette)
