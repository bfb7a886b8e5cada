"""The sound being played: where it is, how loud, and what the device gets next. Thread-safe."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from enum import StrEnum

from elder_tutor.speech.clip import Clip

_RAMP_MS = 5


class Motion(StrEnum):
    """What the tape does."""

    EMPTY = "empty"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"


class Tape:
    """Hand out a clip frame by frame; ``clock`` answers seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._samples = array("h")
        self._rate = 22050
        self._motion = Motion.EMPTY
        self._next = 0
        self._chunk = (0, 0, clock())
        self._asked_at = clock()
        self._ramp = False
        self._gain = 1.0
        self.latency_ms = 0
        """How long after it was handed out a frame is heard; set by the device."""

    @property
    def rate(self) -> int:
        """Answer the samples a second of the clip that is loaded."""
        return self._rate

    @property
    def motion(self) -> Motion:
        """Answer what the tape does now."""
        with self._lock:
            self._see_the_end()
            return self._motion

    @property
    def position_ms(self) -> int:
        """Answer what is being heard now, in milliseconds from the start of the clip."""
        with self._lock:
            return max(self._heard(), 0) * 1000 // self._rate

    @property
    def asked_at(self) -> float:
        """Answer when the device last asked for frames, or it was first due to, in the clock's seconds."""
        return self._asked_at

    @property
    def sounded_at(self) -> float:
        """Answer when sound was last handed out or begun, in the clock's seconds."""
        return self._chunk[2]

    def load(self, clip: Clip) -> None:
        """Play a clip from its start."""
        with self._lock:
            self._samples = array("h", clip.pcm[: len(clip.pcm) // 2 * 2])
            self._rate = clip.rate
            self._motion = Motion.PLAYING
            self._next = 0
            self._chunk = (0, 0, self._clock())
            self._asked_at = self._clock()
            self._ramp = False

    def pause(self) -> None:
        """Fall silent and stay where it was heard."""
        with self._lock:
            self._see_the_end()
            if self._motion is Motion.PLAYING:
                self._next = max(self._heard(), 0)
                self._chunk = (self._next, 0, self._clock())
                self._motion, self._ramp = Motion.PAUSED, True

    def resume(self) -> None:
        """Go on where it was paused."""
        with self._lock:
            if self._motion is Motion.PAUSED:
                self._chunk = (self._next, 0, self._clock())
                self._asked_at = self._clock()
                self._motion, self._ramp = Motion.PLAYING, False

    def stop(self) -> None:
        """Fall silent and forget the clip."""
        with self._lock:
            self._ramp = self._motion is Motion.PLAYING
            self._motion = Motion.EMPTY

    def set_volume(self, volume: int) -> None:
        """Set how loud it is, 0 to 100; squared, because ears hear ratios."""
        self._gain = (min(max(volume, 0), 100) / 100) ** 2

    def pull(self, frames: int) -> bytes:
        """Answer the next frames as 16-bit mono, silence where there is nothing; never raises."""
        with self._lock:
            self._asked_at = self._clock()
            if self._motion is not Motion.PLAYING:
                return self._fading(frames)
            part = self._samples[self._next : self._next + frames]
            if part:
                self._chunk = (self._next, len(part), self._asked_at)
                self._next += len(part)
            return self._loud(part).tobytes() + bytes(2 * (frames - len(part)))

    def _fading(self, frames: int) -> bytes:
        """Bring a sound that was cut off to zero within five milliseconds, against the click."""
        if not self._ramp:
            return bytes(2 * frames)
        self._ramp = False
        count = min(self._rate * _RAMP_MS // 1000, frames)
        part = self._samples[self._next : self._next + count]
        faded = array("h", (value * (count - place) // count for place, value in enumerate(part)))
        return self._loud(faded).tobytes() + bytes(2 * (frames - len(part)))

    def _loud(self, part: array[int]) -> array[int]:
        gain = self._gain
        return part if gain == 1.0 else array("h", (int(value * gain) for value in part))

    def _heard(self) -> int:
        """Answer the frame being heard; before the first one it is negative."""
        start, length, at = self._chunk
        if self._motion is not Motion.PLAYING:
            return self._next
        late = self.latency_ms * self._rate // 1000 if length or start else 0
        passed = round((self._clock() - at) * self._rate)
        if start + length >= len(self._samples):
            return start + min(passed, length + late) - late
        return start + min(passed, length) - late

    def _see_the_end(self) -> None:
        handed_out = self._next >= len(self._samples)
        if self._motion is Motion.PLAYING and handed_out and self._heard() >= len(self._samples):
            self._motion = Motion.ENDED
