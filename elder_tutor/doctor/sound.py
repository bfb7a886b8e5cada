"""Is there a way out for the sound, and is it turned up?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.settings import Settings
from elder_tutor.speech.device import Opener, open_device
from elder_tutor.text.phrase import phrase

RATE: Final = 22_050
OPENS: Final = phrase("The loudspeaker opens.")
NONE: Final = phrase("No loudspeaker was found; nothing can be heard. Captions stand on the page.")
CONNECT: Final = phrase("Connect a loudspeaker or headphones, and turn them on.")
REFUSES: Final = phrase("The loudspeaker is there but does not play.")
OTHERS: Final = phrase("Close the other program that uses the sound.")
TURNED_DOWN: Final = phrase("The volume of this program is turned down to nothing.")
TURN_UP: Final = phrase("Make it louder on the trainer's page “This machine”.")
SWITCHED_OFF: Final = phrase("The sound of this program is switched off.")
SWITCH_ON: Final = phrase("Switch the sound on on the trainer's page “This machine”.")
NAME: Final = "sound"


class Silence:
    """A source of nothing: the device is tried without a sound."""

    rate = RATE

    def pull(self, frames: int) -> bytes:
        """Answer silence."""
        return bytes(2 * frames)


def look(
    settings: Settings, opener: Opener = open_device, environ: Mapping[str, str] = os.environ
) -> tuple[Finding, ...]:
    """Open the sound device as the program does, start it, and give it back."""
    device = opener(Silence(), RATE)
    details = f"{device.name}; servers: {', '.join(servers(environ)) or 'none'}; volume {settings.volume}"
    try:
        if not device.audible:
            return (bad(NAME, NONE, CONNECT, details),)
        try:
            device.start()
        except OSError as error:
            return (bad(NAME, REFUSES, OTHERS, f"{details}; {error}"),)
        device.stop()
    finally:
        device.close()
    if not settings.sound:
        return (warn(NAME, SWITCHED_OFF, SWITCH_ON, details),)
    if settings.volume == 0:
        return (warn(NAME, TURNED_DOWN, TURN_UP, details),)
    return (ok(NAME, OPENS, details),)


def servers(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Answer which sound servers of this account run; PipeWire also answers as PulseAudio."""
    room = Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    places = {"PipeWire": room / "pipewire-0", "PulseAudio": room / "pulse" / "native"}
    found = [name for name, socket in places.items() if _is_there(socket)]
    return (*found, *(["ALSA card"] if _has_card() else []))


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:
        return False


def _has_card() -> bool:
    try:
        return any(Path("/dev/snd").glob("pcm*p"))
    except OSError:
        return False
