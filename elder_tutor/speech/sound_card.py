"""The machine's own sound through miniaudio; loaded when it is first needed."""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Generator
from contextlib import suppress
from typing import Any

import miniaudio

from elder_tutor.speech.device import Source

PERIOD_MS, PERIODS = 10, 3
"""Short, because what was handed out is still heard after a stop; three, for a busy moment of the program."""
_log = logging.getLogger(__name__)


class SoundCard:
    """A device of the machine: ALSA, PulseAudio, PipeWire, JACK, WASAPI or CoreAudio, found at run time."""

    audible = True
    latency_ms = PERIOD_MS * (PERIODS - 1)

    def __init__(self, source: Source, rate: int, backend: miniaudio.Backend | None = None) -> None:
        self._source = source
        self._running = False
        self._contexts: list[Any] = []
        try:
            self._device = _playback(self._contexts, rate, backend)
        except miniaudio.MiniaudioError as error:
            self._forget_contexts()
            raise OSError(str(error)) from error
        self.name = str(self._device.backend)

    @property
    def alive(self) -> bool:
        """Tell whether the device runs when it should."""
        return not self._running or bool(miniaudio.lib.ma_device_is_started(self._device._device))

    def start(self) -> None:
        """Begin to play; raise an OSError when the device refuses."""
        frames = _frames(self._source)
        next(frames)
        try:
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            raise OSError(str(error)) from error
        self._running = True

    def stop(self) -> None:
        """Play no more."""
        self._running = False
        try:
            self._device.stop()
        except miniaudio.MiniaudioError:
            _log.warning("The sound device %s did not stop.", self.name)

    def close(self) -> None:
        """Give the device back, and the connection to its server."""
        self._running = False
        self._device.close()
        self._forget_contexts()

    def _forget_contexts(self) -> None:
        # WORKAROUND miniaudio 1.71: it never gives a context back; each holds a connection and a file open.
        while self._contexts:
            miniaudio.lib.ma_context_uninit(self._contexts.pop())


def open_card(source: Source, rate: int) -> SoundCard | None:
    """Open the first sound device that takes our sound; None when there is none."""
    _silence_libraries()
    backends = miniaudio.Backend
    for backend in (None, backends.PULSEAUDIO, backends.ALSA, backends.JACK):
        try:
            card = SoundCard(source, rate, backend)
        except OSError:
            continue
        if card.name.lower() != "null":
            return card
        card.close()
    return None


def _playback(contexts: list[Any], rate: int, backend: miniaudio.Backend | None) -> miniaudio.PlaybackDevice:
    class Playback(miniaudio.PlaybackDevice):  # type: ignore[misc]  # it carries no types
        """A device that tells which context it made, also when it then fails."""

        def _make_context(self, *about: Any) -> Any:
            context = super()._make_context(*about)
            contexts.append(context)
            return context

    return Playback(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=rate,
        buffersize_msec=PERIOD_MS,
        callback_periods=PERIODS,
        backends=[backend] if backend else None,
        app_name="Elder Tutor",
    )


_ALSA_SAYS = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)
_JACK_SAYS = ctypes.CFUNCTYPE(None, ctypes.c_char_p)
_SAY_NOTHING = (_ALSA_SAYS(lambda *_: None), _JACK_SAYS(lambda _: None))


def _silence_libraries() -> None:
    """Keep ALSA and JACK from printing twenty lines on a machine without a sound card."""
    alsa, jack = _SAY_NOTHING
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(alsa)
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL("libjack.so.0")
        library.jack_set_error_function(jack)
        library.jack_set_info_function(jack)


def _frames(source: Source) -> Generator[bytes, int, None]:
    count = yield b""
    while True:
        count = yield source.pull(count)
