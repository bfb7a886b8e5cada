"""Which voice speaks a language, and how fast it must be told to run."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ESPEAK: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("ar", "male"): "ar",
        ("ar", "female"): "ar+f2",
        ("en", "male"): "en-gb",
        ("en", "female"): "en-gb+f2",
    }
)
"""espeak-ng's own names by language and kind."""

WPM: Mapping[str, int] = MappingProxyType({"ar": 105, "en": 147})
"""A calm pace in measured words a minute (DESIGN 7); Arabic words are longer than English ones."""

_SLOWEST, _FASTEST = 80, 450
_PACE: Mapping[str, tuple[float, float]] = MappingProxyType({"ar": (1.592, 0.115), "en": (0.815, 0.084)})


def engine_rate(lang: str, wpm: int) -> int:
    """Answer the engine's rate for wanted *measured* words a minute, pauses included.

    espeak's own number counts short English words; Arabic ones are long. Fitted on the
    narration of the worked lessons (626 Arabic, 853 English words): seconds a word =
    60 * pace / rate + pause.
    """
    pace, pause_s = _PACE.get(lang, _PACE["en"])
    seconds = max(60 / max(wpm, 1) - pause_s, 0.05)
    return round(min(max(60 * pace / seconds, _SLOWEST), _FASTEST))
