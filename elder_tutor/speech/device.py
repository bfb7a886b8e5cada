"""Sound devices: the machine's own through miniaudio, or a silent one that keeps the time."""

from __future__ import annotations

import ctypes
import logging
import threading
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any, Protocol

from elder_tutor.speech.tape import Tape

PERIOD_MS = 30
_BUFFERED_PERIODS = 2
_log = logging.getLogger(__name__)


class Device(Protocol):
    """Something that asks the tape for frames at the speed of sound."""

    name: str
    audible: bool
    latency_ms: int

    def start(self) -> None:
        """Begin to ask; again after ``stop``."""

    def stop(self) -> None:
        """Ask for nothing more until the next ``start``; what was asked for is not heard."""

    def close(self) -> None:
        """Give the sound card back for good."""


class SilentDevice:
    """Ask for frames by the clock and let nobody hear them."""

    name = "silent"
    audible = False
    latency_ms = 0

    def __init__(self, tape: Tape, clock: Callable[[], float] = time.monotonic) -> None:
        self._tape = tape
        self._clock = clock
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to ask."""
        self.stop()
        self._stopped.clear()
        self._thread = threading.Thread(target=self._run, name="silent-sound", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self._thread = None

    def close(self) -> None:
        """Stop."""
        self.stop()

    def _run(self) -> None:
        begun = self._clock()
        asked = 0
        while not self._stopped.wait(PERIOD_MS / 1000):
            wanted = int((self._clock() - begun) * self._tape.rate) - asked
            self._tape.pull(wanted)
            asked += wanted


class SoundCard:
    """A device of the machine: ALSA, PulseAudio, PipeWire, JACK, WASAPI or CoreAudio, found at run time."""

    audible = True
    latency_ms = PERIOD_MS * _BUFFERED_PERIODS

    def __init__(self, tape: Tape, rate: int, backend: Any = None) -> None:
        import miniaudio

        self._tape = tape
        self._device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=rate,
            buffersize_msec=PERIOD_MS,
            backends=[backend] if backend else None,
            app_name="Elder Tutor",
        )
        self.name = str(self._device.backend)

    def start(self) -> None:
        """Begin to play; raises an OSError when the device refuses."""
        import miniaudio

        source = _frames(self._tape)
        next(source)
        try:
            self._device.start(source)
        except miniaudio.MiniaudioError as error:
            raise OSError from error

    def stop(self) -> None:
        """Play no more."""
        import miniaudio

        try:
            self._device.stop()
        except miniaudio.MiniaudioError:
            _log.warning("The sound device %s did not stop.", self.name)

    def close(self) -> None:
        """Give the device back."""
        self._device.close()


def open_device(tape: Tape, rate: int) -> Device:
    """Open the first sound device that takes our sound; the silent one when there is none."""
    try:
        import miniaudio
    except ImportError:
        return SilentDevice(tape)
    _silence_alsa()
    backends = miniaudio.Backend
    for backend in (None, backends.PULSEAUDIO, backends.ALSA, backends.JACK):
        try:
            card = SoundCard(tape, rate, backend)
        except miniaudio.MiniaudioError:
            continue
        if card.name.lower() != "null":
            return card
        card.close()
    return SilentDevice(tape)


_ALSA_SAYS = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)
_SAY_NOTHING = _ALSA_SAYS(lambda *_: None)


def _silence_alsa() -> None:
    """Keep ALSA from printing twenty lines on a machine without a sound card."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_SAY_NOTHING)


def _frames(tape: Tape) -> Generator[bytes, int, None]:
    count = yield b""
    while True:
        count = yield tape.pull(count)
