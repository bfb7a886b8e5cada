"""How the program is for one learner: size, touch, pace, volume, contrast, voice, language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor import i18n
from elder_tutor.progress.people import Learner
from elder_tutor.progress.preferences import Json
from elder_tutor.settings import Settings
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import theme
from elder_tutor.ui.fit import dials
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.textflow import flow
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer import look
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.learner_desk import LearnerDesk
from elder_tutor.ui.trainer.look import Press, Text
from elder_tutor.ui.widgets.card import Card, paint_card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("Fit for {learner}")
HOW: Final = phrase("Each choice holds at once, for this learner only.")
PREVIEW: Final = phrase("Tap the yellow button.")
DONE: Final = phrase("Done")
CHOSEN: Final = phrase("{group}: {choice}, chosen")
OFFERED: Final = phrase("{group}: {choice}")
NAME: Final = "trainer.learner.fitting"
LARGEST: Final = 62
"""Design pixels of a spoken sentence at step 4 (TOKENS 2)."""

Change = Mapping[str, Json]
CHOICES: Final[tuple[tuple[str, Phrase, tuple[tuple[Phrase, Change], ...]], ...]] = (
    ("size", phrase("Size of letters"), (
        (phrase("Normal"), {"size": 1}), (phrase("Large"), {"size": 2}),
        (phrase("Larger"), {"size": 3}), (phrase("Largest"), {"size": 4}),
    )),
    ("touch", phrase("A touch beside the button"), (
        (phrase("Little"), dials.TOUCH.choices[0].changes),
        (phrase("Normal"), dials.TOUCH.choices[1].changes),
        (phrase("Much"), dials.TOUCH.choices[2].changes),
    )),
    ("repeat", phrase("Wait after a touch"), (
        (phrase("Short"), dials.DELAY.choices[0].changes), (phrase("Normal"), dials.DELAY.choices[1].changes),
        (phrase("Long"), dials.DELAY.choices[2].changes),
    )),
    ("rate", phrase("Pace of speech"), (
        (phrase("Slower"), {"rate": 85}), (phrase("Normal"), {"rate": 105}),
        (phrase("Faster"), {"rate": 125}),
    )),
    ("volume", phrase("Volume"), (
        (phrase("Quieter"), {"volume": 60}), (phrase("Normal"), {"volume": 80}),
        (phrase("Louder"), {"volume": 100}),
    )),
    ("theme", phrase("Contrast"), (
        (phrase("Light"), {"theme": "light"}), (phrase("High contrast"), {"theme": "dark"}),
    )),
    ("voice", phrase("Voice"), (
        (phrase("Lower voice"), {"voice": "male"}), (phrase("Higher voice"), {"voice": "female"}),
    )),
)  # fmt: skip
"""Settings by group: their words, and what each choice changes (ranges: DESIGN 7)."""
DIALS: Final = {
    "size": dials.SIZE, "touch": dials.TOUCH, "repeat": dials.DELAY, "rate": dials.RATE,
    "volume": dials.VOLUME, "theme": dials.THEME, "voice": dials.VOICE,
}  # fmt: skip
"""How the learner's own pages call what holds; a value that is no choice here is told by these words."""
LANGUAGE: Final = phrase("Language")


class Preview(look.Drawn):
    """One sentence as this learner sees it: size, contrast, language."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self._own: Metrics | None = None
        self._words = ""

    def render_fit(self, settings: Settings, wording: Wording, m: Metrics) -> None:
        """Show the sentence in these settings on the same window."""
        self.apply(m)
        colours = theme.DARK if settings.theme == "dark" else theme.LIGHT
        whole = theme.metrics(m.width, m.height, settings.size, settings.language, m.px_per_mm, colours)
        self._own, self._words = whole, wording.shown(PREVIEW)
        self.tell(self._words)

    def needed(self, width: float) -> int:
        """Answer the height in window pixels: a line and a half of the largest type fits every choice."""
        assert self._own is not None
        return round(self._own.px(LARGEST) * 1.85)

    def paintEvent(self, event: object) -> None:
        """Paint the sentence on its own ground."""
        if self._own is None:
            return
        own = self._own
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_card(painter, box, own, "card", "card_border", 24, 3, None)
        words = flow(self._words, own.font("spoken", True), box.width() - 40, own.rtl)
        words.paint(painter, box.adjusted(20, 0, -20, 0), own.q("ink"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class FitPage(DeskPage):
    """Offer big choices; ``changed`` carries settings to keep, ``doneRequested`` ends."""

    changed = Signal(object)
    doneRequested = Signal()

    def __init__(self, desk: LearnerDesk, parent: QWidget) -> None:
        super().__init__(NAME, desk.desk, parent)
        self.own = desk
        self.learner: Learner | None = None
        self.settings = Settings()
        self.sentence: Phrase = HOW
        self.words = Text(f"{NAME}.words", "body", False, "ink2", self)
        self.preview = Preview(f"{NAME}.preview", self)
        self.done = Press(f"{NAME}.done", Look.PRIMARY, "line/check", self)
        self.card = Card(f"{NAME}.card", self)
        self.cards = [self.card, self.preview]
        self.labels = {
            name: Text(f"{NAME}.label.{name}", "head", True, parent=self) for name, _, _ in CHOICES
        }
        self.labels["language"] = Text(f"{NAME}.label.language", "head", True, parent=self)
        self.buttons: dict[str, list[Press]] = {}
        self.done.clicked.connect(self.doneRequested)
        for name, _, choices in CHOICES:
            self.buttons[name] = [self._button(name, n, change) for n, (_, change) in enumerate(choices)]
        self.buttons["language"] = [
            self._button("language", lang, {"language": lang}) for lang in self._languages()
        ]

    def begin(self, learner: Learner) -> None:
        """Show how the program is for this learner."""
        self.learner, self.settings, self.sentence = learner, self.own.settings(learner.id), HOW
        self.again()
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: Phrase) -> None:
        """Say why nothing was kept."""
        self.sentence = sentence
        self.again()

    def refresh(self) -> None:
        """Read the settings anew."""
        if self.learner is not None:
            self.settings = self.own.settings(self.learner.id)
            self.again()

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        if self.learner is None or self.wording is None:
            return
        m = self.m
        self.done.render_words(self.shown(DONE))
        self.done.apply(m)
        self._write()
        title = self.shown(phrase(TITLE.key, learner=self.learner.name))
        room = self.place_head(self.room(), title, [self.done])
        self.words.render_words(self.shown(self.sentence))
        self.words.apply(m)
        words, room = room.cut_top(self.words.needed(room.width), m.px(8))
        put(self.words, words, m)
        self.preview.render_fit(self.settings, self.own.app.wording(self.settings.language), m)
        room, below = room.cut_bottom(self.preview.needed(room.width), m.px(16))
        put(self.preview, below, m)
        put(self.card, room, m)
        self.card.apply(m)
        self._place_groups(room.inset(m.px(22), m.px(12)))
        self.order([button for group in self.buttons.values() for button in group] + [self.done])

    def _write(self) -> None:
        groups = [(name, group, [words for words, _ in choices]) for name, group, choices in CHOICES]
        named = [phrase("{name}", name=i18n.language(lang).name) for lang in self._languages()]
        for name, group, words in (*groups, ("language", LANGUAGE, named)):
            dial = DIALS.get(name)
            held = phrase(OFFERED.key, group=group, choice=dial.words(self.settings)) if dial else group
            self.labels[name].render_words(self.shown(held))
            self.labels[name].apply(self.m)
            for button, said in zip(self.buttons[name], words, strict=True):
                chosen = self._holds(button)
                spoken = phrase((CHOSEN if chosen else OFFERED).key, group=group, choice=said)
                button.render_words(self.shown(said), self.bare(spoken))
                button.set_chosen(chosen)
                button.apply(self.m)

    def _place_groups(self, room: Box) -> None:
        m = self.m
        names = list(self.buttons)
        count = 1 if m.portrait else 2
        each = -(-len(names) // count)
        for column, lane in enumerate(room.columns(count, m.px(36))):
            for name, cell in zip(
                names[column * each : (column + 1) * each], self._rows(lane, each), strict=False
            ):
                self._place_group(name, cell)

    def _rows(self, lane: Box, count: int) -> list[Box]:
        """Answer the rows of a column; on an upright page they stand together at the top."""
        m = self.m
        high = min(lane.height, count * m.px(136)) if m.portrait else lane.height
        return lane.cut_top(high)[0].rows(count, m.px(6))

    def _place_group(self, name: str, cell: Box) -> None:
        m = self.m
        buttons, gap = self.buttons[name], max(m.px(12), m.mm(3))
        label, line = cell.cut_top(self.labels[name].needed(cell.width), m.px(2))
        put(self.labels[name], label, m)
        tall = min(max(buttons[0].tall(), m.px(62)), line.height)
        for button, place in zip(buttons, line.cut_top(tall)[0].columns(len(buttons), gap), strict=True):
            put(button, place, m)
            button.raise_()

    # --- parts ---------------------------------------------------------------------------

    def _languages(self) -> tuple[str, ...]:
        return self.own.app.settings.languages

    def _button(self, group: str, number: int | str, change: Change) -> Press:
        button = Press(f"{NAME}.{group}.{number}", Look.QUIET, "", self)
        button.kind, button.weight_bold, button.lip, button.pad = "head", False, 5, 8
        button.setProperty("change", dict(change))
        button.clicked.connect(lambda checked=False: self.changed.emit(dict(change)))
        return button

    def _holds(self, button: Press) -> bool:
        change: dict[str, Json] = button.property("change")
        return all(getattr(self.settings, name) == value for name, value in change.items())
