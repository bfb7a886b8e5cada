"""Everything a person may set, in steps that have words: one list for fitting, settings and the trainer.

A dial never stands between two steps when it is shown: a value that lies between them (an older
one, or a centre's own) is called by the nearest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from elder_tutor import i18n
from elder_tutor.text.phrase import Phrase, phrase

if TYPE_CHECKING:
    from elder_tutor.settings import Settings

Change = Mapping[str, str | int | float | bool]
"""Settings by name, as ``Settings.with_changes`` takes them."""

SMALLER: Final = phrase("Smaller")
LARGER: Final = phrase("Larger")
QUIETER: Final = phrase("Quieter")
LOUDER: Final = phrase("Louder")
SLOWER: Final = phrase("Slower")
FASTER: Final = phrase("Faster")
SOFTER: Final = phrase("Softer")
STRONGER: Final = phrase("Stronger")
EXACT: Final = phrase("More exact")
EASIER: Final = phrase("Easier")
SHORTER: Final = phrase("Shorter")
LONGER: Final = phrase("Longer")
BEFORE: Final = phrase("Previous")
AFTER: Final = phrase("Next")
ON: Final = phrase("On")
OFF: Final = phrase("Off")
THREE_KEYS_MS: Final = 300
"""The longest wait between two keys: at three keys a second none is lost (DESIGN 7)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One step of a dial: how it is called, and what it sets."""

    words: Phrase
    changes: Change
    sign: str = ""
    """What stands on its button in place of the words: digits, which would follow what is set."""
    glyph: str = ""
    """The picture of the dial while this holds; its own where there is none."""


@dataclass(frozen=True, slots=True)
class Dial:
    """One thing that can be set: its choices from the least to the most.

    ``less`` and ``more`` are the words of the two buttons where there are more than two choices or where
    they have words of their own; else each of two choices has a button. ``heard`` tells that it
    changes the voice.
    """

    id: str
    title: Phrase
    glyph: str
    choices: tuple[Choice, ...]
    less: Phrase = BEFORE
    more: Phrase = AFTER
    heard: bool = False

    @property
    def is_pair(self) -> bool:
        """Tell whether there are two choices, each with a button of its own."""
        return len(self.choices) == 2 and self.less is BEFORE

    def at(self, held: Settings) -> int:
        """Answer the number of the choice that holds, or that is nearest to what holds."""
        return min(range(len(self.choices)), key=lambda n: _away(self.choices[n].changes, held))

    def words(self, held: Settings) -> Phrase:
        """Answer how the choice that holds is called."""
        return self.choices[self.at(held)].words

    def picture(self, held: Settings) -> str:
        """Answer the drawing that shows how it stands."""
        return self.choices[self.at(held)].glyph or self.glyph

    def towards(self, held: Settings, by: int) -> Change:
        """Answer what the choice ``by`` steps further sets; at the end it stays."""
        return self.choices[min(len(self.choices) - 1, max(0, self.at(held) + by))].changes


def _away(changes: Change, held: Settings) -> float:
    away = 0.0
    for name, value in changes.items():
        now = getattr(held, name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            away += abs(value - now)
        else:
            away += value != now
    return away


def _switch(name: str, off: str = "") -> tuple[Choice, Choice]:
    return (Choice(OFF, {name: False}, glyph=off), Choice(ON, {name: True}))


SIZE: Final = Dial(
    "size", phrase("Letters"), "line/letters",
    tuple(Choice(phrase("Letters {size} of 4", size=step), {"size": step}) for step in (1, 2, 3, 4)),
    SMALLER, LARGER,
)  # fmt: skip
THEME: Final = Dial(
    "theme", phrase("Colours"), "line/contrast",
    (
        Choice(phrase("Light"), {"theme": "light"}, glyph="line/sun"),
        Choice(phrase("Dark"), {"theme": "dark"}, glyph="line/crescent"),
    ),
)  # fmt: skip
VOLUME: Final = Dial(
    "volume", phrase("Loudness"), "line/volume",
    tuple(
        Choice(phrase("Sound {volume} of 10", volume=tenth), {"volume": tenth * 10}) for tenth in range(11)
    ),
    SOFTER, STRONGER, True,
)  # fmt: skip
RATE: Final = Dial(
    "rate", phrase("Pace of speech"), "line/pace-calm",
    (
        Choice(phrase("Very slow"), {"rate": 70}, glyph="line/pace-slow"),
        Choice(phrase("Slow"), {"rate": 85}, glyph="line/pace-slow"),
        Choice(phrase("Calm"), {"rate": 105}, glyph="line/pace-calm"),
        Choice(phrase("Quick"), {"rate": 125}, glyph="line/pace-quick"),
        Choice(phrase("Very quick"), {"rate": 145}, glyph="line/pace-quick"),
    ),
    SLOWER, FASTER, True,
)  # fmt: skip
"""Measured Arabic words a minute; calm is the default of DESIGN 7."""
VOICE: Final = Dial(
    "voice", phrase("Kind of voice"), "line/person",
    (
        Choice(phrase("Deep"), {"voice": "male"}),
        Choice(phrase("High"), {"voice": "female"}),
    ),
    heard=True,
)  # fmt: skip
SOUND: Final = Dial("sound", phrase("Sound"), "line/speak", _switch("sound", "line/silent"), heard=True)
TOUCH: Final = Dial(
    "touch", phrase("Touch"), "line/touch",
    (
        Choice(phrase("Exact"), {"release_mm": 5.0, "snap_mm": 2.0}),
        Choice(phrase("Normal"), {"release_mm": 9.0, "snap_mm": 4.0}),
        Choice(phrase("Easy"), {"release_mm": 14.0, "snap_mm": 7.0}),
    ),
    EXACT, EASIER,
)  # fmt: skip
"""Firm, as the design has it (DESIGN 7), and forgiving."""
DELAY: Final = Dial(
    "delay", phrase("Wait after a touch"), "line/clock",
    (
        Choice(phrase("Short wait"), {"repeat_ms": 250, "key_repeat_ms": 100}),
        Choice(phrase("Medium wait"), {"repeat_ms": 500, "key_repeat_ms": 150}),
        Choice(phrase("Long wait"), {"repeat_ms": 900, "key_repeat_ms": THREE_KEYS_MS}),
    ),
    SHORTER, LONGER,
)  # fmt: skip
DIGITS: Final = Dial(
    "digits", phrase("Digits"), "line/digits",
    (
        Choice(phrase("Western digits"), {"digits": "latn"}, "123"),
        Choice(phrase("Eastern digits"), {"digits": "arab"}, "١٢٣"),
    ),
)  # fmt: skip
TOUCHED: Final = Dial("speak_touched", phrase("Speak what I touch"), "line/hand", _switch("speak_touched"))
KEYS: Final = Dial("speak_keys", phrase("Say the letters"), "line/keys", _switch("speak_keys"))
READER: Final = Dial("screen_reader", phrase("Screen reader"), "line/reader", _switch("screen_reader"))
MOTION: Final = Dial(
    "motion", phrase("Things that move"), "line/motion",
    (Choice(phrase("Calm"), {"reduced_motion": True}), Choice(phrase("Moving"), {"reduced_motion": False})),
)  # fmt: skip
FIXED: Final = (
    SIZE, THEME, VOLUME, RATE, VOICE, SOUND, TOUCH, DELAY, DIGITS, TOUCHED, KEYS, READER, MOTION,
)  # fmt: skip
"""All that are the same in every language and centre."""


def letters(largest: int) -> Dial:
    """Answer the dial of the sizes of letters that a screen holds, the ``largest`` as its last."""
    return replace(SIZE, choices=SIZE.choices[:largest])


def language(held: Settings) -> Dial:
    """Answer the dial of the languages offered here, each in its own name."""
    offered = tuple(dict.fromkeys((*held.languages, held.language)))
    choices = [
        Choice(phrase("{name}", name=i18n.language(each).name), {"language": each}) for each in offered
    ]
    return Dial("language", phrase("Language"), "line/globe", tuple(choices), BEFORE, AFTER)


def side(held: Settings) -> Dial:
    """Answer the dial of the phone's place: it leads or follows, which is right or left by the language."""
    right, left = phrase("On the right"), phrase("On the left")
    leading, trailing = (right, left) if i18n.is_rtl(held.language) else (left, right)
    choices = (
        Choice(leading, {"phone_side": "leading"}), Choice(trailing, {"phone_side": "trailing"}),
    )  # fmt: skip
    return Dial("phone_side", phrase("Place of the phone"), "line/side", choices)


def dial_of(setting: str, held: Settings) -> Dial | None:
    """Answer the dial that changes a setting; None for one that has no dial."""
    made = {"language": language, "phone_side": side}.get(setting)
    if made is not None:
        return made(held)
    return next((each for each in FIXED if setting in each.choices[0].changes), None)
