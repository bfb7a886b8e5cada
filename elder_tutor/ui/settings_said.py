"""How a setting stands, as it is said when somebody has changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elder_tutor import i18n
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.things import OFF, ON
from elder_tutor.ui.widgets.sheet import SPEAK_KEYS, SPEAK_TOUCHED

if TYPE_CHECKING:
    from elder_tutor.settings import Settings
    from elder_tutor.text.line import Line
    from elder_tutor.text.wording import Wording

TRIAL: Final = phrase("This is how I speak now.")


def of(name: str, held: Settings, wording: Wording) -> tuple[tuple[Line, ...], bool]:
    """Answer what is said after a setting of the sheet was changed, and whether it stands on the sheet."""
    if name == "language":
        return wording.text(i18n.language(held.language).name).sentences(), True
    said = {
        "volume": (phrase("Sound {volume} of 10", volume=round(held.volume / 10)),),
        "size": (phrase("Letters {size} of 4", size=held.size),),
        "speak_touched": (SPEAK_TOUCHED, ON if held.speak_touched else OFF),
        "speak_keys": (SPEAK_KEYS, ON if held.speak_keys else OFF),
        "voice": (TRIAL,),
    }.get(name, ())
    return tuple(part for each in said for part in wording.line(each).sentences()), name != "voice"
