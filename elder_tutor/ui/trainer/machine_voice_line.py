"""One voice in the list: choose it, what is known of it, and hear it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elder_tutor.text.phrase import phrase
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.trainer.look import Press, Text, bare
from elder_tutor.ui.widgets.lip_button import Look

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.machine import MachinePage

TRY: Final = phrase("Try")
TRY_WHICH: Final = phrase("Try {voice}")
CHOOSE_WHICH: Final = phrase("Choose {voice}")
CHOSEN_ONE: Final = phrase("{voice}, chosen")
NAME_SHARE: Final = 0.56
"""How much of a line, less the button to hear it, the name takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A voice as the list shows it; an empty ``id`` is the program's own."""

    id: str
    name: str
    about: str
    chosen: bool = False


class VoiceLine:
    """Three widgets on the page; they are made anew whenever the list is drawn."""

    def __init__(self, number: int, entry: Entry, page: MachinePage) -> None:
        self.entry, self.page = entry, page
        self.choose = Press(f"trainer.machine.voice.{number}", parent=page)
        self.about = Text(f"trainer.machine.voice.{number}.about", "head", colour="ink2", parent=page)
        self.hear = Press(f"trainer.machine.try.{number}", Look.SECONDARY, "line/speak", page)
        self._write()

    def parts(self) -> list[Press | Text]:
        """Answer the widgets in the order of reading."""
        return [self.choose, self.about, self.hear]

    def needed(self, width: float) -> int:
        """Answer the height in window pixels at which a long name is not cut."""
        m = self.page.m
        least = max(m.px(64), m.mm(16))
        return max(least, self.choose.needed(round(self._boxes(Box(0, 0, width, least))[0].width)))

    def place(self, box: Box) -> None:
        """Place the three."""
        name, about, hear = self._boxes(box)
        self.about.setVisible(self.about.needed(about.width) <= box.height)
        for part, where in ((self.choose, name), (self.about, about), (self.hear, hear)):
            put(part, where, self.page.m)

    def _boxes(self, box: Box) -> tuple[Box, Box, Box]:
        m = self.page.m
        rest, hear = box.cut_end(self.hear.natural_width() + m.px(4), max(m.px(14), m.mm(3)))
        name, about = rest.cut_lead(rest.width * NAME_SHARE, m.px(16))
        return name, about, hear

    def _write(self) -> None:
        page, entry, w = self.page, self.entry, self.page.wording
        assert w is not None
        told = phrase((CHOSEN_ONE if entry.chosen else CHOOSE_WHICH).key, voice=entry.name)
        self.choose.render_words(entry.name, bare(w, told))
        self.choose.set_glyph("line/check" if entry.chosen else "")
        self.choose.set_chosen(entry.chosen)
        self.hear.render_words(page.shown(TRY), bare(w, phrase(TRY_WHICH.key, voice=entry.name)))
        self.about.render_words(entry.about)
        for part in self.parts():
            part.apply(page.m)
            part.show()
