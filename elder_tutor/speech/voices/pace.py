"""How fast a voice must be told to run, and how long its pauses are, for wanted measured words a minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType
from typing import Final

NORMAL: Final = 175
"""The engine's number at which a voice speaks as it was made to: espeak-ng's own default."""
SLOWEST: Final = 0.85
"""Speech without its pauses is never slower than this part of normal: stretched words are understood
worse, at every age (Sutton 1995). Slower steps stretch the pauses instead."""
FASTEST: Final = 450
MOST_PAUSE: Final = 2.0
SHORT_GAP_S, LONG_GAP_S = 0.05, 0.15
"""Silence between words, used where a text has no pauses to stretch: a little before its pauses are
stretched, more after."""
LEAST_PART, MOST_PART = 0.85, 1.25
"""How far the speech of one clip may leave the usual speed of its pace to make up for its pauses."""
STEPS: Final = (0.8, 0.91, 1.0, 1.1, 1.22, 1.35)
"""Slower and faster paces as parts of the calm one; neighbours are about 10 % apart, and heard apart."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What was measured of a voice in a language: seconds a word at NORMAL.

    ``speech_s`` is the part of the speech that shrinks as the number grows, ``fixed_s`` the part
    that does not; ``pause_s`` the usual silence inside a clip, ``tail_s`` after its end. A word gap
    of ``n`` of the engine's steps at the slowest rate lasts ``gap0_s + n * gap_s``; 0 without gaps.
    """

    speech_s: float
    fixed_s: float
    pause_s: float
    tail_s: float = 0.02
    gap_s: float = 0.0
    gap0_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Pace:
    """The engine's number, what every pause is multiplied with (1.0 to 2.0), and steps between words."""

    rate: int
    pause: float = 1.0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """What a clip will hold: spoken words, seconds of pauses inside it, seconds of silence at its end."""

    words: int
    pauses_s: float
    tail_s: float


FITS: Mapping[tuple[str, str], Fit] = MappingProxyType(
    {
        ("espeak:ar", "ar"): Fit(0.5279, 0.0, 0.0432, 0.0201, 0.016, -0.016),
        ("espeak:ar+f1", "ar"): Fit(0.5279, 0.0, 0.0432, 0.0201, 0.016, -0.016),
        ("espeak:en-gb", "en"): Fit(0.2526, 0.0150, 0.0241, 0.0156, 0.0122, 0.017),
        ("espeak:en-gb+f1", "en"): Fit(0.2683, 0.0063, 0.0240, 0.0156, 0.0122, 0.017),
        ("espeak:fr-fr", "fr"): Fit(0.2463, 0.0146, 0.0271, 0.0171, 0.0122, 0.017),
        ("espeak:fr-fr+f1", "fr"): Fit(0.2624, 0.0068, 0.0272, 0.0171, 0.0122, 0.017),
    }
)
"""The built-in voices, measured on 400 sentences of the packs (benchmarks/pace.py measures them anew)."""
USUAL: Final = FITS["espeak:en-gb", "en"]


def pace_for(fit: Fit, wpm: int, clip: Shape | None = None) -> Pace:
    """Answer how a voice says wanted measured words a minute, pauses included.

    A clip with many pauses is spoken a little faster between them than one without, so that
    both take the time their words should. Without a clip the usual one is meant.
    """
    wanted = 60 / max(wpm, 1)
    slowest = ceil(_slowest(fit))
    usual = _rate(fit, wanted - fit.pause_s - fit.tail_s)
    shape = clip if clip is not None and clip.words else Shape(10, 10 * fit.pause_s, 10 * fit.tail_s)
    pause, tail = shape.pauses_s / shape.words, shape.tail_s / shape.words
    own = min(max(_rate(fit, wanted - pause - tail), usual * LEAST_PART), usual * MOST_PART)
    rate = min(max(own, float(slowest)), FASTEST)
    if rate > slowest:
        return Pace(round(rate))
    return _stretched(fit, round(rate), wanted - _speech(fit, rate) - pause - tail, pause, shape.words)


def _stretched(fit: Fit, rate: int, left: float, pause: float, words: int) -> Pace:
    """Fill what is left of a word's time with silence: a short gap, longer pauses, a longer gap."""
    between = max(words - 1, 0) / words if fit.gap_s else 0.0
    gap = min(max(left, 0.0), SHORT_GAP_S * between)
    longer = min(max(left - gap, 0.0), pause * (MOST_PAUSE - 1))
    gap += min(max(left - gap - longer, 0.0), (LONG_GAP_S - SHORT_GAP_S) * between)
    steps = max(round((gap / between - fit.gap0_s) / fit.gap_s), 0) if between and gap else 0
    return Pace(rate, 1 + longer / pause if pause else 1.0, steps)


def _speech(fit: Fit, rate: float) -> float:
    return fit.speech_s * NORMAL / rate + fit.fixed_s


def _rate(fit: Fit, speech: float) -> float:
    """Answer the number at which a word's speech takes so many seconds."""
    return fit.speech_s * NORMAL / max(speech - fit.fixed_s, 0.02)


def _slowest(fit: Fit) -> float:
    return _rate(fit, (fit.speech_s + fit.fixed_s) / SLOWEST)
