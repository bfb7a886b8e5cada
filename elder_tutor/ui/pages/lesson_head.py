"""The upper rows of a lesson: title, «اسمعوا», «ضبط», «خروج», and where we are."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.chip import Chip
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.steps import StepDots

BELOW: Final = 8.0
"""Design pixels that letters reach below their line."""
GAP: Final = 10.0
"""Between the buttons and a title below them."""


class LessonHead:
    """Own the title row: title at the leading side; listen, settings and leave at the trailing.

    Where the title would break into more lines than the buttons are high, their drawings stand
    above their words. Where a word of it is too long even then, on an upright page, it stands below them.
    """

    def __init__(self, name: str, page: QWidget, listen: LipButton) -> None:
        self.listen = listen
        self.title = Words(f"{name}.title", "body", True, parent=page)
        self.settings = LipButton(f"{name}.settings", Look.QUIET, "line/settings", parent=page)
        self.leave = LipButton(f"{name}.leave", Look.QUIET, "line/leave", parent=page)
        self.title.spacing = 1.2
        self._above(False)

    def write(self, title: Phrase, wording: Wording, m: Metrics) -> None:
        """Write the words and take the sizes."""
        self.title.render_words(wording.shown(title))
        self.settings.render_words(wording.shown(words.SETTINGS))
        self.leave.render_words(wording.shown(words.LEAVE))
        for part in (self.title, self.settings, self.leave):
            part.apply(m)
        self._choose(m)

    def needed(self, width: float, m: Metrics) -> int:
        """Answer the height of the row in window pixels."""
        self._known = width
        self._choose(m)
        tall = self._button_height(m)
        if self._below:
            return tall + m.px(GAP) + self.title.needed(width)
        return tall if self._bare(m) else max(tall, self.title.needed(self._room(width, m)))

    def _bare(self, m: Metrics) -> bool:
        """Tell whether a small screen has no room for the title: it is said, and names the page."""
        room = self._room(self._width(m), m)
        return m.folded and (self._cut(room) or self.title.needed(room) > self._button_height(m))

    def place(self, box: Box, m: Metrics) -> None:
        """Place the row."""
        self._known = box.width
        self._choose(m)
        tall = self._button_height(m)
        at = box
        for button in reversed(self.buttons):
            at, part = at.cut_end(button.natural_width(), m.px(14))
            put(button, Box(part.lead, part.top, part.width, tall), m)
        bare = self._bare(m)
        self.title.setVisible(not bare)
        if bare:
            return
        # The dots below the last line («احتيالي») reach out of a label that is only as high as its lines.
        dots = m.px(BELOW)
        under = tall + m.px(GAP) if self._below else 0
        wide = box.width if self._below else at.width
        put(self.title, Box(box.lead, box.top + under - dots, wide, box.height - under + 2 * dots), m)

    _known = 0.0
    _below = False

    @property
    def buttons(self) -> list[LipButton]:
        """Answer the buttons, leading first."""
        return [self.listen, self.settings, self.leave]

    def _choose(self, m: Metrics) -> None:
        """Choose where the drawings stand, and how large the title is."""
        for above, role in ((False, "body"), (False, "label"), (True, "label")):
            self._above(above)
            self.title.role = role
            room = self._room(self._width(m), m)
            self._below = m.portrait and self._cut(room)
            if self.title.needed(room) <= self._button_height(m) and not self._cut(room):
                break
        if self._below:
            self.title.role = "body"
            self._above(False)
            self._above(self._room(self._width(m), m) < 0)

    def _cut(self, room: float) -> bool:
        return self.title.laid(room).widest > room

    def _above(self, above: bool) -> None:
        for button in self.buttons:
            button.above = above
            button.icon_size, button.pad, button.gap = (26, 12, 12) if above else (34, 16, 12)

    def _width(self, m: Metrics) -> float:
        return self._known or m.px(700)

    def _button_height(self, m: Metrics) -> int:
        return max(m.px(64), m.mm(16), *(b.needed(b.natural_width()) for b in self.buttons))

    def _room(self, width: float, m: Metrics) -> float:
        return width - sum(button.natural_width() + m.px(14) for button in self.buttons) - m.px(10)


class LessonSteps:
    """Own the second row: the stage's chip, the words of the step, and the dots."""

    def __init__(self, name: str, page: QWidget) -> None:
        self.chip = Chip(f"{name}.stage", parent=page)
        self.words = Words(f"{name}.step", "label", True, parent=page)
        self.dots = StepDots(f"{name}.dots", page)
        self._step, self._steps = 0, 0

    def write(self, stage: str, step: int, steps: int, wording: Wording, m: Metrics) -> None:
        """Write the words and take the sizes."""
        self._step, self._steps = step, steps
        self._short = wording.shown(phrase("{step} of {steps}", step=step, steps=steps)) if steps else ""
        named = phrase("Step {step} of {steps}", step=step, steps=steps)
        # What comes in a drill is no step of anything.
        self._long = wording.shown(named) if steps and stage != "drill" else self._short
        if stage in words.STAGES:
            self.chip.render_words(wording.shown(words.STAGES[stage]))
            self.chip.set_glyph(words.STAGE_ICONS[stage])
        self.dots.render_steps(step, steps, wording.number(step), self._long)
        for part in (self.chip, self.words, self.dots):
            part.apply(m)
        self.words.render_words(self._long)

    def needed(self, m: Metrics) -> int:
        """Answer the height of the row in window pixels."""
        return max(m.px(50), self.chip.chip_height())

    def place(self, box: Box | None, m: Metrics) -> None:
        """Place the row; the step's words grow shorter before the dots give way to the pill."""
        shown = box is not None
        self.chip.setVisible(shown)
        self.words.setVisible(shown and bool(self._steps))
        self.dots.setVisible(shown and bool(self._steps))
        if box is None:
            return
        chip = self.chip.chip_width()
        put(self.chip, box.cut_lead(chip)[0].middle(self.chip.chip_height()), m)
        if not self._steps:
            return
        room = box.width - chip - m.px(18 + 24)
        dots = self.dots.needed_width()
        self.words.render_words(self._long)
        if self.words.natural_width() + dots > room:
            self.words.render_words(self._short)
            self.words.setAccessibleName(self._long)
        wide = self.words.natural_width()
        self.dots.setVisible(wide + dots <= room)
        put(self.words, Box(box.lead + chip + m.px(18), box.top, wide, box.height), m)
        put(self.dots, Box(box.end - dots, box.top, dots, box.height), m)
