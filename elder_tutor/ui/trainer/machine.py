"""This machine: what the doctor found, which voices speak, and what the centre has chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.doctor.screen import primary
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer import machine_desk
from elder_tutor.ui.trainer.base import DeskPage
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.errand import Errand
from elder_tutor.ui.trainer.look import Press, told
from elder_tutor.ui.trainer.machine_choices import Choices
from elder_tutor.ui.trainer.machine_health import Health
from elder_tutor.ui.trainer.machine_section import Section
from elder_tutor.ui.trainer.machine_voices import Voices

if TYPE_CHECKING:
    from elder_tutor.doctor.finding import Finding
    from elder_tutor.progress.preferences import Json
    from elder_tutor.speech.voices.names import VoiceInfo
    from elder_tutor.ui.trainer.machine_desk import Speech

NAME: Final = "trainer.machine"
TITLE: Final = phrase("This machine")
FINDINGS, VOICES, CHOICES = "findings", "voices", "choices"
SECTIONS: Final[tuple[tuple[str, str, Phrase], ...]] = (
    (FINDINGS, "line/heart", phrase("Health")),
    (VOICES, "line/speak", phrase("Voices")),
    (CHOICES, "line/settings", phrase("Choices")),
)
NOT_KEPT: Final = phrase("Nothing was changed")


class MachinePage(DeskPage):
    """Three parts in one place; ``settingsKept`` tells that the centre's settings changed."""

    settingsKept = Signal()
    told = Signal(object, object, str)
    phoneRequested = Signal()
    measureRequested = Signal()

    def __init__(
        self, desk: Desk, parent: QWidget, speech: Callable[[], Speech] = machine_desk.TrialSpeech
    ) -> None:
        super().__init__(NAME, desk, parent)
        self.speech = speech()
        self.section = FINDINGS
        self.can_measure = False
        """Whether the window these pages lie in can measure its screen with a card."""
        self.tabs = [
            Press(f"trainer.machine.tab.{name}", glyph=glyph, parent=self) for name, glyph, _ in SECTIONS
        ]
        self.errand = Errand(self)
        self.errand.answered.connect(self._examined)
        self.errand.stepped.connect(self._stepped)
        self.health = Health(self)
        self.voices = Voices(self)
        self.choices = Choices(self)
        self.sections: dict[str, Section] = {
            FINDINGS: self.health, VOICES: self.voices, CHOICES: self.choices,
        }  # fmt: skip
        for tab, (name, _, _) in zip(self.tabs, SECTIONS, strict=True):
            tab.clicked.connect(lambda checked=False, place=name: self.open(place))
        self.health.again.clicked.connect(self.look_again)

    # --- what shows --------------------------------------------------------------------

    def open(self, section: str) -> None:
        """Bring one part to the front."""
        self.sections[self.section].leave()
        self.section = section
        self.sections[section].begin()
        self.again()

    def refresh(self) -> None:
        """Read what the open part shows."""
        self.sections[self.section].begin()
        self.again()

    def relayout(self) -> None:
        """Write the words and place everything."""
        for tab, (name, _, words) in zip(self.tabs, SECTIONS, strict=True):
            tab.render_words(self.shown(words))
            tab.set_chosen(name == self.section)
            tab.apply(self.m)
        room = self._place_top(self.room())
        for name, section in self.sections.items():
            for part in section.parts():
                part.setVisible(name == self.section)
        here = self.sections[self.section]
        here.place(room)
        self.cards = list(here.cards)
        self.order([*self.tabs, *here.parts()])

    def _place_top(self, room: Box) -> Box:
        """Place title and tabs: on one line where there is room, otherwise on two."""
        m = self.m
        gap = max(m.px(14), m.mm(3))
        self.title.render_words(self.shown(TITLE))
        self.title.apply(m)
        tall = max(max(tab.tall() for tab in self.tabs), m.px(66))
        wide = [max(tab.natural_width() + m.px(16), m.px(170)) for tab in self.tabs]
        title = self.title.natural_width()
        line, rest = room.cut_top(tall, m.px(16))
        if title + sum(wide) + gap * len(wide) > room.width:
            head, room = room.cut_top(self.title.needed(room.width), m.px(6))
            put(self.title, head, m)
            line, rest = room.cut_top(tall, m.px(16))
            wide = [int((line.width - gap * (len(wide) - 1)) / len(wide))] * len(wide)
        else:
            put(self.title, line, m)
        for tab, width in reversed(list(zip(self.tabs, wide, strict=True))):
            line, place = line.cut_end(width, gap)
            put(tab, place, m)
        return rest

    # --- the doctor ----------------------------------------------------------------------

    def look_again(self) -> None:
        """Let the doctor look at everything anew, without holding the page up."""
        app, size = self.desk.app, primary(self.desk.app.settings.screens)
        self.health.step = (0, 1)
        self.errand.run(lambda told: machine_desk.examination(app, size, told))
        self.again()

    def _stepped(self, done: int, of: int) -> None:
        self.health.step = (done, of)
        if self.section == FINDINGS:
            self.again()

    def _examined(self, found: Sequence[Finding]) -> None:
        self.health.take(found)
        self.again()

    def settle(self) -> None:
        """Wait for what was asked for, for pictures."""
        for errand in self.findChildren(Errand):
            errand.wait()

    def voices_listed(self, answer: tuple[str, tuple[VoiceInfo, ...]]) -> None:
        """Show the voices of a language."""
        self.voices.take(answer)
        self.again()

    def voice_failed(self, trouble: KnownError) -> None:
        """Tell why no voice was heard."""
        self.voices.failed(trouble)
        self.again()

    # --- settings ------------------------------------------------------------------------

    def keep(self, **changes: Json) -> bool:
        """Keep changed settings of the centre; trouble is told, and nothing is changed then."""
        try:
            self.desk.app.keep_settings(changes)
        except KnownError as trouble:
            self.told.emit(NOT_KEPT, told(trouble), "")
            return False
        self.settingsKept.emit()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the voice back when the page goes away."""
        self.sections[self.section].leave()
        self.speech.close()
        super().hideEvent(event)
