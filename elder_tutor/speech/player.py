"""Play clips: stop at once, pause, go on, tell what is being heard. Never blocks, never raises."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from elder_tutor.speech.clip import Clip
from elder_tutor.speech.device import Device, SilentDevice, open_device
from elder_tutor.speech.tape import Motion, Tape

_IDLE_S, _STALL_S, _LOOK_S, _RETRY_S = 3.0, 1.0, 0.25, 10.0
_log = logging.getLogger(__name__)


class Player:
    """One voice at a time. A thread of its own opens, starts and rests the sound device.

    Without a sound card, or when it vanishes, the clip runs on silently at its own pace,
    so that words light up and lessons go on; the card is looked for again now and then.
    """

    def __init__(
        self,
        opener: Callable[[Tape, int], Device] = open_device,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._tape = Tape(clock)
        self._opener = opener
        self._device: Device | None = None
        self._device_rate = 0
        self._running = False
        self._opened_at = 0.0
        self._wake = threading.Condition()
        self._wanted = False
        self._closed = False
        self._volume = 100
        self._thread: threading.Thread | None = None

    @property
    def audible(self) -> bool | None:
        """Tell whether there is a sound device; None before the first look."""
        device = self._device
        return device.audible if device else None

    @property
    def device_name(self) -> str:
        """Answer how sound leaves the machine, for the trainer's page and the doctor."""
        device = self._device
        return device.name if device else ""

    @property
    def playing(self) -> bool:
        """Tell whether a clip is being heard now."""
        return self._tape.motion is Motion.PLAYING

    @property
    def paused(self) -> bool:
        """Tell whether a clip is paused."""
        return self._tape.motion is Motion.PAUSED

    @property
    def finished(self) -> bool:
        """Tell whether the last clip was heard to its end; false again with the next one."""
        return self._tape.motion is Motion.ENDED

    @property
    def position_ms(self) -> int:
        """Answer what is being heard, in milliseconds from the start of the clip."""
        return self._tape.position_ms

    @property
    def volume(self) -> int:
        """Answer how loud, 0 to 100; a figure outside is taken as the nearest end."""
        return self._volume

    @volume.setter
    def volume(self, volume: int) -> None:
        self._volume = min(max(volume, 0), 100)
        self._tape.set_volume(self._volume)

    def warm(self) -> None:
        """Find the sound device now, so that the first sentence need not wait for it."""
        self._tell(wanted=True)

    def play(self, clip: Clip) -> None:
        """Play a clip from its start; what was playing is cut off."""
        self._tape.load(clip)
        self._tell(wanted=True)

    def pause(self) -> None:
        """Fall silent at once and keep the place."""
        self._tape.pause()

    def resume(self) -> None:
        """Go on from where it was paused."""
        self._tape.resume()
        self._tell(wanted=True)

    def stop(self) -> None:
        """Fall silent at once."""
        self._tape.stop()

    def close(self) -> None:
        """Give the device back."""
        self._tape.stop()
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(2.0)  # a sound server that hangs must not hold up the program

    def __enter__(self) -> Player:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tell(self, wanted: bool) -> None:
        with self._wake:
            if self._closed:
                return
            self._wanted = wanted
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="player", daemon=True)
                self._thread.start()
            self._wake.notify()

    def _keep(self) -> None:
        """Look after the device until the player is closed."""
        while True:
            with self._wake:
                if not self._wanted and not self._closed:
                    self._wake.wait(_LOOK_S if self._running else None)
                if self._closed:
                    break
                wanted, self._wanted = self._wanted, False
            if wanted:
                self._ready()
            elif self._running:
                self._look()
        if self._device is not None:
            self._device.close()

    def _ready(self) -> None:
        """Open the device for this clip's rate and start it when something plays."""
        silent_long = not self.audible and self._clock() - self._opened_at > _RETRY_S
        if self._device is None or self._device_rate != self._tape.rate or silent_long:
            self._use(self._opener(self._tape, self._tape.rate))
        if self._tape.motion is Motion.PLAYING and not self._running:
            self._start()

    def _start(self) -> None:
        assert self._device is not None
        try:
            self._device.start()
        except OSError:
            _log.warning("The sound device %s does not start.", self._device.name)
            self._use(SilentDevice(self._tape, self._clock))
            self._device.start()
        self._running = True

    def _use(self, device: Device) -> None:
        if self._device is not None:
            self._device.close()
        self._device, self._device_rate = device, self._tape.rate
        self._tape.latency_ms = device.latency_ms
        self._opened_at = self._clock()
        self._running = False

    def _look(self) -> None:
        """Rest an idle device; replace one that no longer asks for sound."""
        assert self._device is not None
        now, motion = self._clock(), self._tape.motion
        if motion is Motion.PLAYING and now - self._tape.asked_at > _STALL_S:
            _log.warning("The sound device %s is gone.", self._device.name)
            self._use(SilentDevice(self._tape, self._clock))
            self._start()
        elif motion is not Motion.PLAYING and now - self._tape.sounded_at > _IDLE_S:
            self._device.stop()
            self._running = False
