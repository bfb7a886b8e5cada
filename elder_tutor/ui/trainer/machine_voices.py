"""The second part of the page of this machine: which voice speaks each language, and how it sounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from elder_tutor import i18n
from elder_tutor.doctor.voice import SAMPLE, language_name
from elder_tutor.errors import KnownError
from elder_tutor.settings import Settings
from elder_tutor.speech.voices.names import Kind, built_in, kind_of
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.base import away
from elder_tutor.ui.trainer.errand import Errand
from elder_tutor.ui.trainer.look import Press, Text, bare, told
from elder_tutor.ui.trainer.machine_section import PAD, Group, Leaves, Section
from elder_tutor.ui.trainer.machine_voice_line import CHOSEN_ONE, Entry, VoiceLine
from elder_tutor.ui.widgets.card import Card

if TYPE_CHECKING:
    from elder_tutor.speech.voices.names import VoiceInfo
    from elder_tutor.ui.trainer.machine import MachinePage

LANGUAGE: Final = phrase("Language")
PITCH: Final = phrase("Lower or higher")
LOWER: Final = phrase("A lower voice")
HIGHER: Final = phrase("A higher voice")
PITCHES: Final = {"male": LOWER, "female": HIGHER}
"""By the values of the setting."""
HEAD: Final = phrase("Voices for {language}")
NUMBERED: Final = phrase("Voice {number}")
OWN: Final = phrase("The program's own voice")
LOOKING: Final = phrase("We are looking for voices.")
EXACT: Final = phrase("Words light up exactly.")
ESTIMATE: Final = phrase("Words light up by estimate.")
NONE: Final = phrase("This machine has no voice for this language. The sentences stand on the page.")
FELL_BACK: Final = phrase("The chosen voice is missing. The program's own voice speaks now.")
OWN_ID: Final = ""
"""The id that stands for no choice of the centre's own."""


def is_variant(voice: VoiceInfo) -> bool:
    """Tell whether a voice is one of espeak-ng's own variants."""
    return kind_of(voice.id) is Kind.ESPEAK


class Voices(Section):
    """Choose the voice of each offered language; what is chosen is said at once."""

    def __init__(self, page: MachinePage) -> None:
        super().__init__(page)
        self.lang = ""
        self.known: dict[str, tuple[VoiceInfo, ...]] = {}
        self.trouble: Phrase | None = None
        self.languages = Group("trainer.machine.language", LANGUAGE, page)
        self.pitch = Group("trainer.machine.pitch", PITCH, page)
        self.card = Card("trainer.machine.voices", page)
        self.title = Text("trainer.machine.voices.title", "card", True, parent=page)
        self.note = Text("trainer.machine.voices.note", "body", True, parent=page)
        self.leaves = Leaves("trainer.machine.voices", page)
        self.lines: list[VoiceLine] = []
        self.cards = [self.languages.card, self.pitch.card, self.card]
        self.listing, self.saying = Errand(page), Errand(page)
        self.listing.answered.connect(page.voices_listed)
        self.saying.failed.connect(page.voice_failed)
        for name in PITCHES:
            button = Press(f"trainer.machine.pitch.{name}", parent=page)
            button.clicked.connect(lambda checked=False, kind=name: self._pitch(kind))
            self.pitch.buttons.append(button)

    # --- what there is -----------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """Answer what the centre has chosen."""
        return self.page.desk.app.settings

    def begin(self) -> None:
        """Ask for the voices of the open language, once."""
        if self.lang not in self.settings.languages:
            self.lang = self.settings.languages[0]
        if self.lang not in self.known and not self.listing.busy:
            lang = self.lang
            self.listing.run(lambda told: (lang, tuple(self.page.speech.voices(lang))))

    def leave(self) -> None:
        """Fall silent."""
        self.saying.forget()
        self.page.speech.stop()

    def take(self, answer: tuple[str, tuple[VoiceInfo, ...]]) -> None:
        """Take the voices of a language."""
        lang, voices = answer
        self.known[lang] = voices
        self.begin()

    def failed(self, trouble: KnownError) -> None:
        """Tell why nothing was said."""
        self.trouble = told(trouble)

    def chosen(self) -> str:
        """Answer the id the centre chose for the open language, empty for the program's own."""
        return dict(self.settings.voices).get(self.lang, OWN_ID)

    def entries(self) -> list[Entry]:
        """Answer the voices of the open language; the program's own first."""
        if self.state() is NONE:
            return []
        shown, chosen = self.page.shown, self.chosen()
        found = [Entry(OWN_ID, shown(OWN), shown(EXACT), not chosen)]
        for voice in self.known.get(self.lang, ()):
            if voice.id in self._built_in():
                continue
            # A variant of espeak-ng has no name that says anything; it is numbered.
            name = shown(phrase(NUMBERED.key, number=len(found))) if is_variant(voice) else voice.name
            about = phrase(voice.note) if voice.note else EXACT if voice.exact else ESTIMATE
            found.append(Entry(voice.id, name, shown(about), voice.id == chosen))
        return found

    def _built_in(self) -> set[str]:
        """Answer the two voices that stand together as the program's own."""
        return {built_in(self.lang, pitch) for pitch in PITCHES}

    def state(self) -> Phrase | None:
        """Answer what must be told of the open language; None when all is well."""
        if self.trouble is not None:
            return self.trouble
        if self.lang not in self.known:
            return LOOKING
        ids = {voice.id for voice in self.known[self.lang]}
        if not ids:
            return NONE
        return FELL_BACK if self.chosen() and self.chosen() not in ids else None

    # --- drawing -----------------------------------------------------------------------

    def parts(self) -> Sequence[QWidget]:
        """Answer every widget."""
        lines = [part for line in self.lines for part in line.parts()]
        return [
            *self.languages.parts(), *self.pitch.parts(), self.card, self.title, self.note, *lines,
            self.leaves.before, self.leaves.after,
        ]  # fmt: skip

    def place(self, room: Box) -> None:
        """Place languages and pitch beside the list, or above it."""
        m = self.page.m
        self._write_choices()
        wide = room.width >= m.px(1000)
        gap = m.px(18)
        if wide:
            aside, main = room.cut_lead(m.px(330), gap)
            high = self.languages.place(aside, 1)
            self.pitch.place(Box(aside.lead, aside.top + high + gap, aside.width, aside.height), 1)
        else:
            first, second = Box(room.lead, room.top, room.width, room.height).columns(2, gap)
            high = max(self.languages.place(first, 1), self.pitch.place(second, 1))
            _, main = room.cut_top(high, gap)
        self._place_list(main)

    def _write_choices(self) -> None:
        page, w = self.page, self.page.wording
        assert w is not None
        away(self.languages.buttons)
        self.languages.buttons = []
        for lang in self.settings.languages:
            button = Press(f"trainer.machine.language.{lang}", parent=page)
            own = i18n.language(lang).name
            button.render_words(own, bare(w, phrase(CHOSEN_ONE.key, voice=own)) if lang == self.lang else own)
            button.set_chosen(lang == self.lang)
            button.set_glyph("line/check" if lang == self.lang else "")
            button.clicked.connect(lambda checked=False, code=lang: self._open(code))
            button.show()
            self.languages.buttons.append(button)
        for button, (kind, words) in zip(self.pitch.buttons, PITCHES.items(), strict=True):
            chosen = self.settings.voice == kind
            name = phrase(CHOSEN_ONE.key, voice=words) if chosen else words
            button.render_words(page.shown(words), bare(w, name))
            button.set_glyph("line/check" if chosen else "line/speak")
            button.set_chosen(chosen)
        self.languages.write("")
        self.pitch.write("")

    def _place_list(self, room: Box) -> None:
        m, page = self.page.m, self.page
        self.card.apply(m)
        inner = room.inset(m.px(PAD), m.px(PAD - 4))
        self.title.render_words(page.shown(phrase(HEAD.key, language=language_name(self.lang))))
        note = self.state()
        self.note.render_words(page.shown(note) if note else "")
        for text in (self.title, self.note):
            text.apply(m)
        title, rest = inner.cut_top(self.title.needed(inner.width), m.px(6))
        put(self.title, title, m)
        self.note.setVisible(note is not None)
        if note is not None:
            line, rest = rest.cut_top(self.note.needed(inner.width), m.px(8))
            put(self.note, line, m)
        bottom = self._place_lines(rest) + m.px(PAD - 2)
        put(self.card, Box(room.lead, room.top, room.width, bottom - room.top), m)

    def _place_lines(self, room: Box) -> float:
        """Place one leaf of the list; answer where it ends."""
        m, gap = self.page.m, self.gap()
        away([part for line in self.lines for part in line.parts()])
        self.lines = [VoiceLine(number, entry, self.page) for number, entry in enumerate(self.entries())]
        self.leaves.write()
        tall = max((line.needed(room.width) for line in self.lines), default=0)
        most = int((room.height + gap) // (tall + gap))
        bottom = room.top
        if len(self.lines) > most:
            room, foot = room.cut_bottom(self.leaves.after.tall(), m.px(12))
            most = max(1, int((room.height + gap) // (tall + gap)))
            self.leaves.place(foot)
            bottom = foot.bottom
        at = self.leaves.open(-(-len(self.lines) // max(1, most)))
        shown = self.lines[at * most : (at + 1) * most]
        away([part for line in self.lines if line not in shown for part in line.parts()])
        self.lines = shown
        for line in shown:
            box, room = room.cut_top(tall, gap)
            line.place(box)
            self._connect(line)
            bottom = max(bottom, box.bottom)
        return bottom

    def _connect(self, line: VoiceLine) -> None:
        wanted = line.entry.id
        line.choose.clicked.connect(lambda checked=False: self._choose(wanted))
        line.hear.clicked.connect(lambda checked=False: self.say(wanted))

    # --- acting ------------------------------------------------------------------------

    def say(self, voice: str) -> None:
        """Say a sentence of the open language with a voice, at the pace and volume that are set."""
        settings = self.settings.with_changes(voices=self._with(voice))
        lang = self.lang
        line = self.page.desk.app.wording(lang).line(SAMPLE)
        self.trouble = None
        self.saying.run(lambda told: self.page.speech.say(line, lang, settings))

    def _with(self, voice: str) -> tuple[tuple[str, str], ...]:
        others = {lang: one for lang, one in self.settings.voices if lang != self.lang}
        return tuple(sorted({**others, self.lang: voice}.items())) if voice else tuple(sorted(others.items()))

    def _choose(self, voice: str) -> None:
        if self.page.keep(voices=[list(pair) for pair in self._with(voice)]):
            self.say(voice)
        self.page.again()

    def _pitch(self, kind: str) -> None:
        if self.page.keep(voice=kind):
            self.say(OWN_ID)
        self.page.again()

    def _open(self, lang: str) -> None:
        self.lang, self.leaves.at, self.trouble = lang, 0, None
        self.leave()
        self.begin()
        self.page.again()
