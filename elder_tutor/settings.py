"""Settings of a learner or a centre: one frozen value, read from and written to JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any, Final

from elder_tutor import i18n
from elder_tutor.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks, sounds and forgives.

    Sizes are steps 1 to 4 (DESIGN 7), ``rate`` measured words a minute, ``volume``
    0 to 100, tolerances millimetres, delays milliseconds.
    """

    language: str = "ar"
    languages: tuple[str, ...] = ("ar", "en")
    """The languages offered on this machine, never none."""
    size: int = 1
    theme: str = "light"
    """light, or dark (high contrast)."""
    rate: int = 105
    volume: int = 80
    sound: bool = True
    speak_touched: bool = False
    speak_keys: bool = False
    """Say the letters of the on-screen keyboard."""
    voice: str = "male"
    """male (the lower) or female (the higher)."""
    voices: tuple[tuple[str, str], ...] = ()
    """The centre's own choice: language and voice id, each language at most once."""
    screen_reader: bool = False
    """A screen reader is in use: we announce instead of speaking."""
    reduced_motion: bool = True
    phone_side: str = "trailing"
    """leading or trailing."""
    digits: str = "latn"
    """latn (0-9) or arab (٠-٩)."""
    region: str = "qa"
    release_mm: float = 9.0
    """A release this far outside still counts."""
    snap_mm: float = 4.0
    """A miss snaps to the only target this near."""
    repeat_ms: int = 500
    """A second touch on one control within this time is ignored."""
    key_repeat_ms: int = 150
    """The same on keyboard, dial pad and delete."""
    board_sound: bool = False
    """Sound softly when somebody new needs a trainer."""
    place: str = ""
    """centre or home; "" until somebody answered the first start."""
    screens: tuple[tuple[str, float], ...] = ()
    """Window pixels per millimetre of each screen that was measured with a card, by the screen's name."""
    fitted: bool = False
    """Somebody went through the fitting of letters, touch and voice."""
    symbols: bool = False
    """Ask for three symbols after the picture was chosen."""
    photos: bool = False
    """Photos of learners may be shown, of each only with their consent."""
    family_phone: str = ""
    """Whom to call from home when help is needed for real, as it is read aloud."""
    backup_days: int = 90
    """How long copies of the progress are kept; an erased learner is in none that is older."""

    def wpm(self, lang: str) -> int:
        """Answer the pace in a language's own measured words a minute; ``rate`` is the Arabic figure."""
        known = lang if i18n.is_known(lang) else i18n.PROGRAM_SOURCE
        return round(self.rate * i18n.language(known).wpm / i18n.language(i18n.PACK_SOURCE).wpm)

    def to_json(self) -> str:
        """Write every setting, names in order."""
        return json.dumps(asdict(self), sort_keys=True)

    def with_changes(self, **changes: object) -> Settings:
        """Answer settings with these changed; a value out of range is brought to the nearest allowed."""
        return from_mapping(changes, self)


SCALES: Final = (2.0, 20.0)
"""Pixels per millimetre that a screen can have: a television at 50 dpi, a tablet at 500."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("light", "dark"),
    "voice": ("male", "female"),
    "phone_side": ("leading", "trailing"),
    "digits": ("latn", "arab"),
    "place": ("", "centre", "home"),
}
_MAY_BE_EMPTY: Final = ("place", "family_phone")
_RANGES: Mapping[str, tuple[float, float]] = {
    "size": (1, 4),
    "rate": (60, 200),
    "volume": (0, 100),
    "release_mm": (0, 20),
    "snap_mm": (0, 10),
    "repeat_ms": (0, 1000),
    "key_repeat_ms": (0, 500),
    "backup_days": (7, 3650),
}


def from_json(text: str, base: Settings | None = None) -> Settings:
    """Read settings; what is unknown, damaged or out of range gives way to ``base`` or its limits."""
    try:
        data = json.loads(text)
    except ValueError:
        data = None
    return from_mapping(data if isinstance(data, dict) else {}, base)


def from_mapping(data: Mapping[str, Any], base: Settings | None = None) -> Settings:
    """Answer ``base`` (or the defaults) with every usable value of ``data``."""
    start = base or Settings()
    changes: dict[str, Any] = {}
    for member in fields(Settings):
        if member.name in data:
            value = _READERS[str(member.type)](member.name, data[member.name])
            if value is not None:
                changes[member.name] = value
    return replace(start, **changes)


def _text(name: str, value: object) -> str | None:
    if not isinstance(value, str) or (not value and name not in _MAY_BE_EMPTY):
        return None
    choices = (*i18n.languages(), *i18n.PSEUDO) if name == "language" else _CHOICES.get(name, (value,))
    return value if value in choices else None


def _flag(_name: str, value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(name: str, value: object) -> int | None:
    number = _number(name, value)
    return None if number is None else round(number)


def _number(name: str, value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    least, most = _RANGES[name]
    return float(min(max(value, least), most))


def _offered(_name: str, value: object) -> tuple[str, ...] | None:
    """Read languages in the order given, each once; None when no known one is left."""
    if not isinstance(value, list | tuple):
        return None
    known = [lang for lang in value if isinstance(lang, str) and lang in i18n.languages()]
    return tuple(dict.fromkeys(known)) or None


def _voices(_name: str, value: object) -> tuple[tuple[str, str], ...] | None:
    """Read pairs of language and voice id, sorted; the last one of a language wins, others are dropped."""
    if not isinstance(value, list | tuple):
        return None
    pairs = [pair for pair in value if isinstance(pair, list | tuple) and len(pair) == 2]
    return tuple(sorted({lang: voice for lang, voice in pairs if _is_choice(lang, voice)}.items()))


def _screens(_name: str, value: object) -> tuple[tuple[str, float], ...] | None:
    """Read pairs of screen and scale, sorted; the last one of a screen wins, others are dropped."""
    if not isinstance(value, list | tuple):
        return None
    pairs = [pair for pair in value if isinstance(pair, list | tuple) and len(pair) == 2]
    return tuple(sorted({name: float(scale) for name, scale in pairs if _is_scale(name, scale)}.items()))


def _is_scale(name: object, scale: object) -> bool:
    number = isinstance(scale, int | float) and not isinstance(scale, bool)
    return isinstance(name, str) and bool(name) and number and SCALES[0] <= scale <= SCALES[1]  # type: ignore[operator]


def _is_choice(lang: object, voice: object) -> bool:
    return isinstance(lang, str) and isinstance(voice, str) and bool(lang) and ":" in voice


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "str": _text,
    "bool": _flag,
    "int": _whole,
    "float": _number,
    "tuple[str, ...]": _offered,
    "tuple[tuple[str, str], ...]": _voices,
    "tuple[tuple[str, float], ...]": _screens,
}
