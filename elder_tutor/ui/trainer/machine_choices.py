"""The third part of the page of this machine: languages, loudness, pace, digits and country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from elder_tutor import i18n
from elder_tutor.doctor.voice import SAMPLE
from elder_tutor.regions import available, load_region
from elder_tutor.settings import Settings
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.measures.screens import facts_of, measured
from elder_tutor.ui.pages.card import NAME as MEASURE
from elder_tutor.ui.place import Box
from elder_tutor.ui.trainer.look import Press, bare
from elder_tutor.ui.trainer.machine_phone import TITLE as PHONE
from elder_tutor.ui.trainer.machine_phone import words_of
from elder_tutor.ui.trainer.machine_section import Group, Section
from elder_tutor.ui.trainer.machine_voice_line import CHOSEN_ONE, TRY
from elder_tutor.ui.widgets.lip_button import Look
from elder_tutor.ui.widgets.sheet import LOUDER, QUIETER

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.machine import MachinePage

LANGUAGES: Final = phrase("Languages offered")
ONE_STAYS: Final = phrase("One language must stay.")
VOLUME: Final = phrase("Loudness")
VOLUME_NOW: Final = phrase("Sound {volume} of 10")
SOUND_ON: Final = phrase("The sound is on")
SOUND_OFF: Final = phrase("The sound is off")
PACE: Final = phrase("Pace of speech")
PACE_NOW: Final = phrase("{words:count:word} a minute")
SLOWER: Final = phrase("Slower")
FASTER: Final = phrase("Faster")
DIGITS: Final = phrase("Digits")
REGION: Final = phrase("Country")
SCREEN: Final = phrase("Screen")
SIGNING_IN: Final = phrase("Signing in")
PHOTOS: Final = phrase("Photos")
SYMBOLS: Final = phrase("Three pictures")
IS_MEASURED: Final = phrase("Measured with a bank card.")
NOT_MEASURED: Final = phrase("Not measured yet.")
DIGIT_SETS: Final = (("latn", "0123"), ("arab", "٠١٢٣"))
VOLUME_STEP, RATE_STEP = 10, 10
SLOWEST, FASTEST = 65, 165
"""Measured Arabic words a minute that can still be followed; a calm pace is 105 (DESIGN 7)."""


class Choices(Section):
    """What holds for everybody on this machine; a learner's own settings go before it."""

    def __init__(self, page: MachinePage) -> None:
        super().__init__(page)
        self.languages = Group("trainer.machine.languages", LANGUAGES, page)
        self.volume = Group("trainer.machine.volume", VOLUME, page)
        self.pace = Group("trainer.machine.pace", PACE, page)
        self.digits = Group("trainer.machine.digits", DIGITS, page)
        self.region = Group("trainer.machine.region", REGION, page)
        self.phone = Group("trainer.machine.phone", PHONE, page)
        self.screen = Group("trainer.machine.screen", SCREEN, page)
        self.sign_in = Group("trainer.machine.signIn", SIGNING_IN, page)
        self.groups = (
            self.languages, self.volume, self.pace, self.digits, self.region, self.phone, self.screen,
            self.sign_in,
        )  # fmt: skip
        self.cards = [group.card for group in self.groups]
        self.one_stays = False
        self._make()

    @property
    def settings(self) -> Settings:
        """Answer what the centre has chosen."""
        return self.page.desk.app.settings

    def _make(self) -> None:
        for lang in i18n.languages():
            self._button(self.languages, f"offer.{lang}", "", partial(self._offer, lang))
        steps: tuple[tuple[Group, str, str, Callable[[], object]], ...] = (
            (self.volume, "quieter", "line/quiet", partial(self._volume, -VOLUME_STEP)),
            (self.volume, "louder", "line/louder", partial(self._volume, VOLUME_STEP)),
            (self.volume, "sound", "line/speak", self._sound),
            (self.pace, "slower", "line/slower", partial(self._pace, -RATE_STEP)),
            (self.pace, "faster", "line/play", partial(self._pace, RATE_STEP)),
            (self.pace, "hear", "line/speak", self.say),
        )
        for group, name, glyph, act in steps:
            self._button(group, name, glyph, act)
        for button in (*self.volume.buttons[:2], *self.pace.buttons[:2]):
            button.kind = "head"  # two beside one another
        self.pace.buttons[-1].look = Look.SECONDARY
        for kind, _ in DIGIT_SETS:
            self._button(self.digits, f"digits.{kind}", "", partial(self._set, "digits", kind))
        for region in available():
            self._button(self.region, f"region.{region}", "", partial(self._set, "region", region))

        self._button(self.phone, "phone", "line/phone", self.page.phoneRequested.emit)
        for name in ("photos", "symbols"):
            self._button(self.sign_in, name, "", partial(self._turn, name))
        self._button(self.screen, "measure", "line/card", self.page.measureRequested.emit)

    def _button(self, group: Group, name: str, glyph: str, act: Callable[[], object]) -> None:
        button = Press(f"trainer.machine.{name}", glyph=glyph, parent=self.page)
        button.pad, button.gap, button.icon_size = 8, 6, 26
        button.clicked.connect(lambda checked=False: act())
        group.buttons.append(button)

    def leave(self) -> None:
        """Fall silent."""
        self.page.voices.leave()
        self.one_stays = False

    # --- drawing -----------------------------------------------------------------------

    def parts(self) -> Sequence[QWidget]:
        """Answer every widget."""
        return [part for group in self.groups for part in group.parts()]

    def place(self, room: Box) -> None:
        """Place the cards in three columns, or in two where the window is narrow."""
        m = self.page.m
        self._write()
        gap = m.px(18)
        three = room.width >= m.px(1000)
        columns: tuple[tuple[Group, ...], ...] = (
            ((self.languages, self.digits), (self.volume, self.pace), (self.region,))
            if three
            else ((self.languages, self.digits, self.volume), (self.pace, self.region))
        )
        pairs = (self.volume, self.digits, self.pace, self.languages, self.region)
        wide = {id(group): 2 for group in pairs}
        free = []
        for groups, lane in zip(columns, room.columns(len(columns), gap), strict=True):
            left = lane
            for group in groups:
                high = group.place(left, wide.get(id(group), 1))
                left = left.cut_top(high, gap)[1]
            free.append(left)
        for group, across in ((self.sign_in, 2), (self.screen, 1), (self.phone, 1)):
            at = max(range(len(free)), key=lambda lane: free[lane].height)
            high = group.place(free[at], across)
            free[at] = free[at].cut_top(high, gap)[1]
        for part in self.screen.parts():
            part.setVisible(part.isVisibleTo(self.page) and self.page.can_measure)

    def _write(self) -> None:
        held, shown = self.settings, self.page.shown
        for button, lang in zip(self.languages.buttons, i18n.languages(), strict=True):
            self._mark(button, i18n.language(lang).name, lang in held.languages)
        for button, (kind, digits) in zip(self.digits.buttons, DIGIT_SETS, strict=True):
            self._mark(button, digits, held.digits == kind)
        for button, region in zip(self.region.buttons, available(), strict=True):
            self._mark(button, self._country(region), held.region == region)
        quieter, louder, sound = self.volume.buttons
        slower, faster, hear = self.pace.buttons
        for button, words in (
            (quieter, QUIETER), (louder, LOUDER), (slower, SLOWER), (faster, FASTER), (hear, TRY),
        ):  # fmt: skip
            button.render_words(shown(words), self.page.bare(words))
        self._mark(sound, shown(SOUND_ON if held.sound else SOUND_OFF), held.sound)
        louder.set_available(held.volume < 100)
        quieter.set_available(held.volume > 0)
        slower.set_available(held.rate > SLOWEST)
        faster.set_available(held.rate < FASTEST)
        number = words_of(self.page.desk)
        spoken = f"{self.page.bare(PHONE)}: {self.page.bare(number)}"
        self.phone.buttons[0].render_words(shown(number), spoken)
        self.phone.write("")
        photos, symbols = self.sign_in.buttons
        self._mark(photos, shown(PHOTOS), held.photos)
        self._mark(symbols, shown(SYMBOLS), held.symbols)
        self.sign_in.write("")
        self.screen.buttons[0].render_words(shown(MEASURE), self.page.bare(MEASURE))
        self.screen.write(shown(IS_MEASURED if self._is_measured() else NOT_MEASURED))
        self.languages.write(shown(ONE_STAYS) if self.one_stays else "")
        self.volume.write(shown(phrase(VOLUME_NOW.key, volume=round(held.volume / 10))))
        self.pace.write(shown(phrase(PACE_NOW.key, words=held.wpm(self._tongue()))))
        self.digits.write("")
        self.region.write("")

    def _mark(self, button: Press, words: str, chosen: bool) -> None:
        w = self.page.wording
        assert w is not None
        button.render_words(words, bare(w, phrase(CHOSEN_ONE.key, voice=words)) if chosen else words)
        button.set_glyph("line/check" if chosen else "")
        button.set_chosen(chosen)

    def _country(self, region: str) -> str:
        lang = self.page.m.lang
        return self.page.desk.app.wording(lang).text(load_region(region).name_in(lang)).shown

    def _is_measured(self) -> bool:
        """Tell whether somebody measured the screen that this page stands on."""
        screen = self.page.window().screen()
        return measured(self.settings.screens, facts_of(screen).name) is not None

    def _tongue(self) -> str:
        """Answer the language whose pace is shown: the page's, if it is one that speaks."""
        return self.page.m.lang

    # --- acting ------------------------------------------------------------------------

    def say(self) -> None:
        """Say a sentence of the page's language as it is set now."""
        voices = self.page.voices
        lang, settings = self._tongue(), self.settings
        line = self.page.desk.app.wording(lang).line(SAMPLE)
        voices.saying.run(lambda told: self.page.speech.say(line, lang, settings))

    def _offer(self, lang: str) -> None:
        now = self.settings.languages
        wanted = [one for one in i18n.languages() if (one in now) != (one == lang)]
        self.one_stays = not wanted
        # The language of the lessons leads; one that is no longer offered cannot be the first to be met.
        wanted.sort(key=lambda one: (one != i18n.PACK_SOURCE, one))
        if wanted:
            front = self.settings.language if self.settings.language in wanted else wanted[0]
            self.page.keep(languages=[*wanted], language=front)
        self.page.again()

    def _volume(self, by: int) -> None:
        self._set("volume", min(100, max(0, self.settings.volume + by)))
        self.say()

    def _turn(self, name: str) -> None:
        self._set(name, not getattr(self.settings, name))

    def _sound(self) -> None:
        self._set("sound", not self.settings.sound)

    def _pace(self, by: int) -> None:
        self._set("rate", min(FASTEST, max(SLOWEST, self.settings.rate + by)))
        self.say()

    def _set(self, name: str, value: str | int | bool) -> None:
        self.one_stays = False
        self.page.keep(**{name: value})
        self.page.again()
