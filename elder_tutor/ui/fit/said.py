"""How a setting stands, as it is said when somebody has changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor import i18n
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.fit import dials

if TYPE_CHECKING:
    from elder_tutor.settings import Settings
    from elder_tutor.text.line import Line
    from elder_tutor.text.wording import Wording

TRIAL: Final = phrase("This is how I speak now.")
SAMPLE: Final = phrase("Your appointment is on Sunday at ten in the morning.")
"""The sentence with which letters are tried."""
SILENT: Final = phrase("The voice is off. What I say stands on the page.")


def of(name: str, held: Settings, wording: Wording) -> tuple[Line, ...]:
    """Answer what is said after a change: how it stands now, and a trial of what can be tried."""
    if name == "language":
        return wording.text(i18n.language(held.language).name).sentences()
    return tuple(part for each in phrases(name, held) for part in wording.line(each).sentences())


def phrases(name: str, held: Settings) -> tuple[Phrase, ...]:
    """Answer the same as phrases; none for a setting that has no dial."""
    dial = dials.dial_of(name, held)
    if dial is None:
        return ()
    if not held.sound and dial.heard:
        return (SILENT,)
    now = dial.words(held)
    whole = dial in (dials.SIZE, dials.VOLUME)  # their words name them
    told = now if whole else phrase("{title}: {value}", title=dial.title, value=now)
    trial = (TRIAL,) if dial.heard else (SAMPLE,) if dial in (dials.SIZE, dials.THEME) else ()
    return (told, *trial)
