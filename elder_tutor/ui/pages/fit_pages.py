"""Four of the five questions of fitting: letters, colours, loudness, pace; and what was chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.fit import dials
from elder_tutor.ui.fit.dials import Dial
from elder_tutor.ui.fit.said import SAMPLE, TRIAL
from elder_tutor.ui.pages.fit import FitPage
from elder_tutor.ui.pages.fit_choice import LevelBars, LineChoice, PaceChoice, PageChoice
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.widgets.dial_card import NAMED, DialCard, place_alike
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look

WHICH_LINE: Final = phrase("Which line do you read easily?")
TAP_LINE: Final = phrase("Tap the line that is easy for your eyes.")
WHICH_PAGE: Final = phrase("Which page is clearer?")
TAP_PAGE: Final = phrase("Tap the page that you see better, the light one or the dark one.")
CAN_HEAR: Final = phrase("Do you hear me well?")
TAP_SOUND: Final = phrase(
    "Tap “{louder}” or “{quieter}” until it is good.", louder=dials.LOUDER, quieter=dials.QUIETER
)
WHICH_PACE: Final = phrase("Which pace is good for you?")
TAP_PACE: Final = phrase("Tap a picture, and hear how I speak then.")
READY: Final = phrase("Now it fits you")
LATER: Final = phrase("Everything can be changed later in “{settings}”.", settings=words.SETTINGS)
PACES: Final = (("line/pace-slow", 1), ("line/pace-calm", 2), ("line/pace-quick", 3))
"""The drawing of a pace and its number among the dial's choices."""
SHOWN: Final[tuple[Dial, ...]] = (
    dials.SIZE, dials.THEME, dials.VOLUME, dials.RATE, dials.TOUCH, dials.DELAY,
)  # fmt: skip
"""What was fitted, as it is told at the end."""


class FitSizePage(FitPage):
    """Which of four lines reads easily: the size of letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-size", 2, WHICH_LINE, TAP_LINE, parent)
        self.lines = [LineChoice(f"fit-size.line.{step}", step, self) for step in (1, 2, 3, 4)]
        for line in self.lines:
            line.clicked.connect(lambda checked=False, step=line.step: self.chosen.emit({"size": step}))

    def controls(self) -> list[QWidget]:
        """Answer the lines."""
        return [*self._held]

    def write_body(self) -> None:
        """Write the same sentence on every line."""
        assert self.wording is not None
        for line in self.lines:
            step = dials.SIZE.choices[line.step - 1].words
            both = phrase(NAMED.key, title=step, value=SAMPLE)
            line.render_words(self.shown(SAMPLE), self.shown(both))
            line.set_chosen(line.step == min(self.settings.size, self.m.largest))
            line.apply(self.m)
            line.setVisible(line in self._held)

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of all lines."""
        return sum(line.needed(round(width)) + self._gap for line in self._held) - self._gap

    def place_body(self, room: Box) -> None:
        """Place the lines below one another; what is left is shared among them."""
        m = self.m
        each = [line.needed(round(room.width)) for line in self._held]
        free = room.height - sum(each) - (len(each) - 1) * self._gap
        spare = min(max(0.0, free) / len(each), m.px(30))
        at = room.top
        for line, tall in zip(self._held, each, strict=True):
            put(line, Box(room.lead, at, room.width, tall + spare), m)
            at += tall + spare + self._gap

    @property
    def _held(self) -> list[LineChoice]:
        """Answer the lines of the sizes that this screen holds."""
        return self.lines[: self.m.largest]

    @property
    def _gap(self) -> int:
        return max(self.m.px(13), self.m.mm(3))


class FitContrastPage(FitPage):
    """Which of two pages is clearer: light, or dark with high contrast."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-contrast", 3, WHICH_PAGE, TAP_PAGE, parent)
        self.samples = [PageChoice(f"fit-contrast.{kind}", kind, self) for kind in ("light", "dark")]
        for each in self.samples:
            each.clicked.connect(lambda checked=False, kind=each.kind: self.chosen.emit({"theme": kind}))

    def controls(self) -> list[QWidget]:
        """Answer both pages."""
        return [*self.samples]

    def write_body(self) -> None:
        """Write the same on both pages."""
        for each, choice in zip(self.samples, dials.THEME.choices, strict=True):
            spoken = phrase(NAMED.key, title=dials.THEME.title, value=choice.words)
            each.render_sample(
                self.shown(choice.words), self.shown(SAMPLE), self.shown(words.GO_ON), self.shown(spoken)
            )
            each.set_chosen(each.kind == self.settings.theme)
            each.apply(self.m)

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of the pages, beside one another or not."""
        count = 2 if self.m.portrait else 1
        wide = width if self.m.portrait else (width - self.m.px(20)) / 2
        return max(each.needed(round(wide)) for each in self.samples) * count + self.m.px(20) * (count - 1)

    def place_body(self, room: Box) -> None:
        """Place the pages."""
        cells = room.rows(2, self.m.px(20)) if self.m.portrait else room.columns(2, self.m.px(20))
        for each, cell in zip(self.samples, cells, strict=True):
            most = self.m.px(420)
            put(each, Box(cell.lead, cell.top, cell.width, min(cell.height, most)), self.m)


class FitVolumePage(FitPage):
    """Can you hear this: the loudness, with a sentence that is really spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-volume", 4, CAN_HEAR, TAP_SOUND, parent)
        self.bars = LevelBars("fit-volume.bars", self)
        self.value = Words("fit-volume.value", "body", True, parent=self)
        self.quieter = LipButton("fit-volume.quieter", Look.CHOICE, "line/quiet", parent=self)
        self.louder = LipButton("fit-volume.louder", Look.CHOICE, "line/louder", parent=self)
        for button, by in ((self.quieter, -1), (self.louder, 1)):
            button.role, button.icon_size, button.radius = "body", 64, 28
            button.clicked.connect(lambda checked=False, step=by: self._step(step))
            button.whyRequested.connect(lambda step=by: self._step(step))

    def controls(self) -> list[QWidget]:
        """Answer both buttons."""
        return [self.quieter, self.louder]

    def write_body(self) -> None:
        """Write how loud it is."""
        at = dials.VOLUME.at(self.settings)
        now = self.shown(dials.VOLUME.words(self.settings))
        self.bars.render_level(at)
        self.value.render_words(now)
        self.quieter.render_words(self.shown(dials.QUIETER))
        self.louder.render_words(self.shown(dials.LOUDER))
        self.quieter.set_available(at > 1)
        self.louder.set_available(at < len(dials.VOLUME.choices) - 1)
        for part in (self.bars, self.value, self.quieter, self.louder):
            part.apply(self.m)

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of bars, words and buttons."""
        return self.m.px(80) + self.value.needed(width) + self._tall(width) + self.m.px(24)

    def place_body(self, room: Box) -> None:
        """Place the bars above the two buttons."""
        m = self.m
        tall = max(self._tall(room.width), min(m.px(190), room.height * 0.42))
        upper, lower = room.cut_bottom(tall, m.px(16))
        value = self.value.needed(upper.width)
        shown = min(m.px(170), upper.height - value - m.px(8))
        middle = upper.middle(shown + value + m.px(8)).middle_across(min(upper.width, m.px(620)))
        bars, under = middle.cut_top(shown, m.px(8))
        put(self.bars, bars, m)
        wide = min(middle.width, float(self.value.natural_width() + m.px(8)))
        put(self.value, under.middle_across(wide), m)
        for button, cell in zip((self.quieter, self.louder), lower.columns(2, m.px(20)), strict=True):
            put(button, cell, m)

    def _tall(self, width: float) -> int:
        half = round((width - self.m.px(20)) / 2)
        return max(self.m.px(110), self.m.mm(20), *(b.needed(half) for b in (self.quieter, self.louder)))

    def _step(self, by: int) -> None:
        # Who asks for a louder voice wants to hear one; silence is chosen on the page of settings.
        free = (self.louder if by > 0 else self.quieter).available
        change = dials.VOLUME.towards(self.settings, by if free else 0)
        self.chosen.emit({**change, "sound": True} if not self.settings.sound else dict(change))


class FitSpeedPage(FitPage):
    """How fast is good: the same sentence at three paces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-speed", 5, WHICH_PACE, TAP_PACE, parent)
        self.paces = [PaceChoice(f"fit-speed.{at}", Look.PLAIN, glyph, True, self) for glyph, at in PACES]
        for button, (_, at) in zip(self.paces, PACES, strict=True):
            button.role, button.icon_size, button.radius = "body", 120, 28
            change = dict(dials.RATE.choices[at].changes)
            button.clicked.connect(lambda checked=False, to=change: self.chosen.emit(to))

    def controls(self) -> list[QWidget]:
        """Answer the three paces."""
        return [*self.paces]

    def write_body(self) -> None:
        """Write how the paces are called."""
        now = dials.RATE.at(self.settings)
        for button, (_, at) in zip(self.paces, PACES, strict=True):
            name = dials.RATE.choices[at].words
            spoken = phrase(NAMED.key, title=dials.RATE.title, value=name)
            button.render_words(self.shown(name), self.shown(spoken))
            button.set_chosen(at == now)
            button.apply(self.m)

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of the pictures."""
        wide = round((width - 2 * self.m.px(20)) / 3)
        return max(self.m.px(150), *(button.needed(wide) for button in self.paces))

    def place_body(self, room: Box) -> None:
        """Place the pictures beside one another, upright below one another."""
        m = self.m
        cells = room.rows(3, m.px(20)) if m.portrait else room.columns(3, m.px(20))
        for button, cell in zip(self.paces, cells, strict=True):
            put(button, Box(cell.lead, cell.top, cell.width, min(cell.height, m.px(340))).middle(
                min(cell.height, m.px(340))), m)  # fmt: skip

    def helping(self) -> tuple[Phrase, ...]:
        """Speak at the present pace, and say how one goes on."""
        return (TRIAL, *super().helping())


class FitDonePage(FitPage):
    """Tell in words and pictures what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fit-done", 6, READY, LATER, parent)
        self.cards = [DialCard(f"fit-done.{dial.id}", dial.glyph, self, presses=0) for dial in SHOWN]

    def greeting(self) -> tuple[Phrase, ...]:
        """Say what was chosen, and that it can be changed."""
        size, *others = self._dials
        told = (phrase(NAMED.key, title=dial.title, value=dial.words(self.settings)) for dial in others)
        # The letters tell their own name with their number.
        return (READY, size.words(self.settings), *told, LATER)

    def onward(self) -> Phrase:
        """Answer that one goes on from here."""
        return words.GO_ON

    def helping(self) -> tuple[Phrase, ...]:
        """Say that everything can be changed."""
        return (LATER,)

    @property
    def _dials(self) -> tuple[Dial, ...]:
        """Answer what is told, of the sizes those that this screen holds."""
        return (dials.letters(self.m.largest), *SHOWN[1:])

    def write_body(self) -> None:
        """Write how everything stands."""
        assert self.wording is not None
        for card, dial in zip(self.cards, self._dials, strict=True):
            card.render_dial(dial, self.settings, self.wording)
            card.apply(self.m)

    def body_fits(self, room: Box) -> bool:
        """Tell whether the cards stand whole; without the marks of their steps where need be."""
        for slim in (False, True):
            for card in self.cards:
                card.make_room(slim)
            if super().body_fits(room):
                return True
        return False

    def body_needed(self, width: float) -> float:
        """Answer the height in window pixels of all cards."""
        columns, rows = (2, 3) if self.m.portrait else (3, 2)
        wide = (width - self.m.px(16) * (columns - 1)) / columns
        return max(card.needed(wide) for card in self.cards) * rows + self.m.px(16) * (rows - 1)

    def place_body(self, room: Box) -> None:
        """Place the cards in two or three columns."""
        columns, rows = (2, 3) if self.m.portrait else (3, 2)
        for card, cell in zip(self.cards, room.grid(columns, rows, self.m.px(16)), strict=True):
            put(card, Box(cell.lead, cell.top, cell.width, min(cell.height, self.m.px(290))), self.m)
        place_alike(self.cards)
