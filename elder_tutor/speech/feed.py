"""One device's way to the tape, which can be cut off while the device hangs."""

from __future__ import annotations

from collections.abc import Callable

from elder_tutor.speech.tape import Tape

_AHEAD_S = 1.0
"""No real device buffers more than this."""


class Feed:
    """Hand frames of the tape to one device while it is ``live``, silence otherwise.

    A device that hung may come back long after another one took its place: what it then
    asks for must not be taken from the tape.
    """

    def __init__(self, tape: Tape, clock: Callable[[], float]) -> None:
        self._tape = tape
        self._clock = clock
        self._rate = tape.rate
        self.live = False
        self.asked_at = clock()
        """When it was last asked, in the clock's seconds."""
        self._begun, self._frames = clock(), 0

    @property
    def rate(self) -> int:
        """Answer the samples a second it was made for."""
        return self._rate

    @property
    def runs_away(self) -> bool:
        """Tell whether it is asked faster than sound is heard: nobody hears it, like ALSA's null device."""
        return self._frames > (self._clock() - self._begun + _AHEAD_S) * self._rate

    @property
    def wakes(self) -> bool:
        """Tell whether only its first buffer was filled yet: a loudspeaker may sleep and needs its time."""
        return self._frames < self._rate // 5

    def begin(self) -> None:
        """Count anew: the device starts now."""
        self.asked_at = self._begun = self._clock()
        self._frames = 0

    def pull(self, frames: int) -> bytes:
        """Answer the next frames, or silence; never raises."""
        self.asked_at = self._clock()
        self._frames += frames
        ours = self.live and self._tape.rate == self._rate
        return self._tape.pull(frames) if ours else bytes(2 * frames)
