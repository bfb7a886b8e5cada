"""The four tiles that never move: again, slower, sound, help (DESIGN 6)."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui import words
from elder_tutor.ui.pages.lesson_places import TileWishes
from elder_tutor.ui.pages.lesson_state import LessonState
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.lip_button import LipButton, Look

SLOWER: Final = phrase("Slower")
FASTER: Final = phrase("Faster")
SOUND: Final = phrase("Sound")
SILENT: Final = phrase("No sound")
ANOTHER_HINT: Final = phrase("Another hint")
ANEW: Final = phrase("Start anew")
PAUSE: Final = phrase("Pause")


class LessonTiles:
    """Own the tiles; the fourth is help, another hint, pause (watch) or a fresh phone (free)."""

    def __init__(self, page: QWidget) -> None:
        self.folded = False
        """On a small screen two tiles stand: again and help; the others are in «ضبط»."""
        self.again = _tile("lesson.again", Look.AGAIN, "line/again", page)
        self.slower = _tile("lesson.slower", Look.SECONDARY, "line/slower", page)
        self.sound = _tile("lesson.sound", Look.SECONDARY, "line/speak", page)
        self.help = _tile("lesson.help", Look.SECONDARY, "line/help", page)

    @property
    def all(self) -> list[LipButton]:
        """Answer the tiles that stand, leading first."""
        if self.folded:
            return [self.again, self.help]
        return [self.again, self.slower, self.sound, self.help]

    def write(self, state: LessonState, wording: Wording, m: Metrics) -> None:
        """Write the words of the stage and take the sizes."""
        paused, silent = state.paused, state.silent
        self.folded = m.folded
        fourth: dict[str, tuple[Phrase, str, Look]] = {
            "watch": (
                words.GO_ON if paused else PAUSE,
                "line/play" if paused else "line/pause",
                Look.SECONDARY,
            ),
            "alone": (ANOTHER_HINT, "line/lamp", Look.LAMP),
            "check": (ANOTHER_HINT, "line/lamp", Look.LAMP),
            "refresh": (ANOTHER_HINT, "line/lamp", Look.LAMP),
            "free": (ANEW, "line/refresh", Look.SECONDARY),
        }
        text, glyph, look = fourth.get(state.stage, (words.HELP, "line/help", Look.SECONDARY))
        self.help.render_words(wording.shown(text))
        self.help.set_glyph(glyph)
        self.help.set_look(look)
        self.again.render_words(wording.shown(words.SAY_AGAIN))
        self.again.set_look(Look.SECONDARY if look is Look.LAMP else Look.AGAIN)
        self.slower.render_words(wording.shown(FASTER if state.slowest else SLOWER))
        self.sound.render_words(wording.shown(SILENT if silent else SOUND))
        self.sound.set_glyph("line/silent" if silent else "line/speak")
        for tile in (self.again, self.slower, self.sound, self.help):
            tile.apply(m)
            tile.setVisible(tile in self.all)

    def wishes(self, m: Metrics) -> TileWishes:
        """Answer the widths and heights the tiles need in window pixels."""
        self._above(False)
        flat = tuple(tile.natural_width() for tile in self.all)
        self._above(True)
        one_line = tuple(max(m.mm(16), tile.natural_width()) for tile in self.all)
        narrowest = tuple(max(m.mm(16), tile.narrowest()) for tile in self.all)
        return TileWishes(
            narrowest, one_line, flat, lambda widths, beside: self._tall(m, widths, beside), self._each
        )

    def _each(self, width: float) -> list[int]:
        self._above(True)
        return [tile.needed(int(width)) for tile in self.all]

    def _tall(self, m: Metrics, widths: list[float], flat: bool) -> int:
        self._above(not flat)
        needed = [tile.needed(int(width)) for tile, width in zip(self.all, widths, strict=True)]
        return max(m.px(76 if flat else 118), m.mm(16), *needed)

    def cramped(self, boxes: tuple[Box, ...]) -> bool:
        """Tell whether a tile would be lower than its words."""
        pairs = zip(self.all, boxes, strict=True)
        return any(tile.needed(int(box.width)) > box.height for tile, box in pairs)

    def place(self, boxes: tuple[Box, ...], flat: bool, m: Metrics) -> None:
        """Place the tiles."""
        self._above(not flat)
        for tile, box in zip(self.all, boxes, strict=True):
            put(tile, box, m)

    def _above(self, above: bool) -> None:
        for tile in self.all:
            tile.above = above
            tile.icon_size = 44.0 if above else 34.0
            tile.gap, tile.pad = (14.0, 20.0) if above else (10.0, 14.0)
            tile.update()


def _tile(name: str, look: Look, glyph: str, page: QWidget) -> LipButton:
    tile = LipButton(name, look, glyph, True, page)
    tile.icon_size = 44
    return tile
