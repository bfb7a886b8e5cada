"""The phases of the roll-out: their list, and writing one with a name and its first day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from elder_tutor.lessons.device import keyboard
from elder_tutor.lessons.view import Action, Do, KeyboardView
from elder_tutor.reports.phases import LONGEST_NAME, MOST, Phase
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.editor_parts import NameTray
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

NAME: Final = "trainer.quality.phases"
WHAT: Final = phrase("A phase lasts from its first day until the next one begins.")
LINE: Final = phrase("{name}: from {day:date:day_month} {year}")
ADD: Final = phrase("Add a phase")
CHANGE: Final = phrase("Change")
REMOVE: Final = phrase("Remove")
CHANGE_ONE: Final = phrase("Change {name}")
REMOVE_ONE: Final = phrase("Remove {name}")
NAME_IT: Final = phrase("Name of the phase")
FIRST_DAY: Final = phrase("First day: {day:date} {year}")
SAVE: Final = phrase("Save")
BACK: Final = phrase("Back")
STEPS: Final = (
    ("month_less", phrase("A month earlier"), -1, 0),
    ("day_less", phrase("A day earlier"), 0, -1),
    ("day_more", phrase("A day later"), 0, 1),
    ("month_more", phrase("A month later"), 1, 0),
)
FIELD: Final = "name"
MARGIN: Final = 26
PAD: Final = 22
"""Design pixels."""


class Frame(QWidget):
    """The edge of the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.metrics: Metrics | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        if self.metrics is None:
            return
        m, painter = self.metrics, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(m.q("lagoon"), m.px(4)))
        painter.setBrush(m.q("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), m.px(18), m.px(18))
        painter.end()


class PhaseWriter(QWidget):
    """A name, a day, and the tray; ``saved`` carries the phase, ``backRequested`` leaves."""

    saved = Signal(object)
    backRequested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{NAME}.writer")
        self.day, self.layer = date.min, "ar"
        self.trouble: Phrase | None = None
        self.card = Card(f"{NAME}.writer.card", self)
        self.frame = Frame(self)
        self.name = QLineEdit(self)
        self.name.setFrame(False)
        self._field = Box(0, 0, 0, 0)
        self.first = look.Text(f"{NAME}.first", "card", True, parent=self)
        self.steps = [look.Press(f"{NAME}.{name}", parent=self) for name, _, _, _ in STEPS]
        self.save = look.Press(f"{NAME}.save", Look.PRIMARY, "line/check", self)
        self.back = look.Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self.tray = NameTray(self)
        self._words: tuple[Wording, Metrics] | None = None
        self.name.setObjectName(f"{NAME}.name")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(lambda _: self._show_tray())
        self.tray.acted.connect(self._key)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.backRequested)
        for button, (_, _, months, days) in zip(self.steps, STEPS, strict=True):
            button.clicked.connect(partial(self._move, months, days))

    def begin(self, phase: Phase | None, today: date, lang: str) -> None:
        """Start with a phase, or with a new one that begins today."""
        self.day, self.trouble = date.fromisoformat(phase.first) if phase else today, None
        self.layer = lang if lang in keyboard.LAYERS else "ar"
        self.name.setText(phase.name if phase else "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, wording: Wording, m: Metrics) -> None:
        """Write the words and place everything."""
        self._words = (wording, m)
        self._write(wording, m)
        self._show_tray()
        tall = self.tray.sizeHint().height()
        self.tray.setGeometry(0, self.height() - tall, self.width(), tall)
        self.tray.place()
        room, _ = Box(0, 0, self.width(), self.height()).cut_bottom(tall, m.px(14))
        room, gap = room.inset(m.px(MARGIN), 0), max(m.px(12), m.mm(3))
        inner = room.inset(m.px(PAD), m.px(PAD))
        line, inner = inner.cut_top(self.save.tall(), gap)
        for button in (self.save, self.back):
            line, where = line.cut_end(max(button.natural_width() + m.px(10), m.px(150)), gap)
            put(button, where.middle(button.tall()), m)
        self._field = line.middle(m.px(66))
        put(self.name, self._field.inset(m.px(16), m.px(6)), m)
        line, inner = inner.cut_top(self.first.needed(inner.width), m.px(8))
        put(self.first, line, m)
        rows = 2 if m.portrait else 1
        cells = Box(inner.lead, inner.top, inner.width, self.steps[0].tall() * rows + gap * (rows - 1))
        for button, cell in zip(self.steps, cells.grid(4 // rows, rows, gap), strict=True):
            put(button, cell, m)
        self.card.apply(m)
        put(self.card, Box(room.lead, room.top, room.width, cells.bottom + m.px(PAD) - room.top), m)
        self.card.lower()
        self.frame.metrics = m
        put(self.frame, self._field, m)
        self.frame.stackUnder(self.name)

    def focus_order(self) -> list[QWidget]:
        """Answer what the keyboard goes through, in the order of reading."""
        return [self.name, self.save, self.back, *self.steps]

    def _write(self, wording: Wording, m: Metrics) -> None:
        self.save.render_words(wording.shown(SAVE))
        self.back.render_words(wording.shown(BACK))
        told = phrase(FIRST_DAY.key, day=self.day, year=wording.number(self.day.year))
        self.first.render_words(wording.shown(self.trouble or told))
        for button, (_, words, _, _) in zip(self.steps, STEPS, strict=True):
            button.render_words(wording.shown(words))
        for button in (*self.steps, self.save, self.back):
            button.apply(m)
        self.first.apply(m)
        self.name.setAccessibleName(look.bare(wording, NAME_IT))
        self.name.setPlaceholderText(wording.shown(NAME_IT))
        self.name.setFont(look.font(m, "card", True))
        palette = self.name.palette()
        palette.setColor(QPalette.ColorRole.Base, m.q("card"))
        palette.setColor(QPalette.ColorRole.Text, m.q("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, m.q("ink2"))
        self.name.setPalette(palette)

    def _show_tray(self) -> None:
        if self._words is not None:
            before = self.name.text()[: self.name.cursorPosition()]
            view = KeyboardView(FIELD, self.layer, False, keyboard.forms(before, self.layer))
            self.tray.render_keyboard(view, *self._words)

    def _key(self, action: Action) -> None:
        if action.do is Do.DONE:
            self._save()
        elif action.do is Do.LAYER:
            self.layer = action.text
        elif action.do is Do.DELETE:
            self.name.backspace()
        elif action.do is Do.KEY:
            if action.text in keyboard.forms(self.name.text()[: self.name.cursorPosition()], self.layer):
                self.name.backspace()
            self.name.insert(action.text)
        self._show_tray()

    def _move(self, months: int, days: int) -> None:
        self.trouble = None
        number = self.day.year * 12 + self.day.month - 1 + months
        year, month = number // 12, number % 12 + 1
        self.day = date(year, month, min(self.day.day, monthrange(year, month)[1])) + timedelta(days=days)
        self.changed.emit()

    def _save(self) -> None:
        self.saved.emit(Phase(self.name.text(), self.day.isoformat()))


class PhaseList(QWidget):
    """Every phase with its first day; ``changeRequested`` and ``removeRequested`` carry its place."""

    addRequested = Signal()
    changeRequested = Signal(int)
    removeRequested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{NAME}.list")
        self.card = Card(f"{NAME}.card", self)
        self.what = look.Text(f"{NAME}.what", "body", False, "ink2", self)
        self.add = look.Press(f"{NAME}.add", Look.PRIMARY, "line/plus", self)
        self.add.clicked.connect(self.addRequested)
        self.buttons: list[look.Press] = []
        self.names: list[look.Text] = []

    def show_phases(
        self, found: Sequence[Phase], trouble: Phrase | None, wording: Wording, m: Metrics, may: bool = True
    ) -> None:
        """Show the phases, and what could not be kept; without ``may`` they are only shown."""
        away([*self.buttons, *self.names])
        self.buttons, self.names = [], []
        self.card.apply(m)
        room = Box(0, 0, self.width(), self.height())
        put(self.card, room, m)
        room, gap = room.inset(m.px(PAD)), max(m.px(12), m.mm(3))
        self.what.render_words(wording.shown(trouble or WHAT))
        self.add.render_words(wording.shown(ADD))
        self.add.setVisible(may and len(found) < MOST)
        self.what.apply(m)
        self.add.apply(m)
        line, room = room.cut_top(max(self.add.tall(), self.what.needed(room.width * 0.6)), gap)
        wide = self.add.natural_width() + m.px(10)
        words, place = line.cut_end(wide, m.px(20))
        put(self.add, place.middle(self.add.tall()), m)
        put(self.what, words, m)
        for at, phase in enumerate(found):
            line, room = room.cut_top(max(m.px(64), m.mm(16)), gap)
            self._place_line(at, phase, line, gap if may else 0, wording, m)

    def focus_order(self) -> list[QWidget]:
        """Answer what the keyboard goes through, in the order of reading."""
        return [self.add, *self.buttons]

    def shadowed(self) -> list[QRectF]:
        """Answer the cards that cast a shadow, on the page."""
        return [QRectF(self.card.geometry()).translated(self.pos())]

    def _place_line(self, at: int, phase: Phase, line: Box, gap: float, wording: Wording, m: Metrics) -> None:
        """Place a phase; without a gap there are no buttons."""
        day = date.fromisoformat(phase.first)
        made: list[look.Press] = []
        for kind, words, said, wanted in (
            ("remove", REMOVE, REMOVE_ONE, self.removeRequested),
            ("change", CHANGE, CHANGE_ONE, self.changeRequested),
        ):
            if not gap:
                continue
            button = look.Press(f"{NAME}.{kind}.{at}", parent=self)
            button.render_words(wording.shown(words), look.bare(wording, phrase(said.key, name=phase.name)))
            button.clicked.connect(partial(wanted.emit, at))
            button.apply(m)
            button.show()
            line, place = line.cut_end(max(button.natural_width() + m.px(8), m.px(130)), gap)
            put(button, place, m)
            made.insert(0, button)
        self.buttons += made
        name = look.Text(f"{NAME}.line.{at}", "body", True, parent=self)
        told = phrase(LINE.key, name=phase.name, day=day, year=wording.number(day.year))
        name.render_words(wording.shown(told))
        name.apply(m)
        name.show()
        put(name, line, m)
        self.names.append(name)
