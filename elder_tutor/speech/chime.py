"""A soft sound where no voice can speak: two falling tones between 500 and 1000 Hz (DESIGN 7)."""

from __future__ import annotations

import math
from array import array

from elder_tutor.speech.clip import Clip

_RATE = 22050
_TONES_HZ = (880.0, 659.3)
_TONE_S, _GAP_S, _LEVEL = 0.28, 0.04, 9000


def chime() -> Clip:
    """Answer the chime: each tone with a second partial, rising and dying away softly."""
    samples = array("h")
    for tone in _TONES_HZ:
        count = int(_RATE * _TONE_S)
        samples.extend(_sample(tone, place, count) for place in range(count))
        samples.frombytes(bytes(2 * int(_RATE * _GAP_S)))
    return Clip(samples.tobytes(), _RATE)


def _sample(tone: float, place: int, count: int) -> int:
    at = place / _RATE
    shape = min(place / (0.1 * count), 1.0) * math.exp(-3.0 * place / count) * (1 - place / count)
    wave = math.sin(2 * math.pi * tone * at) + 0.3 * math.sin(4 * math.pi * tone * at)
    return int(_LEVEL * shape * wave)
