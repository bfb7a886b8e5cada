"""The voice: a process of its own that turns text into sound with pyttsx3, one sentence at a time.

Started as ``python -m elder_tutor.speech.worker``; reads requests from its standard input
and answers on its standard output (see wire.py); ends when its input does. Of pyttsx3 only
``save_to_file`` is used: everything else it offers hangs, crashes or loses sentences.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, NoReturn

from elder_tutor.speech import wire
from elder_tutor.speech.utterance import Speaker, voice_of_this_system
from elder_tutor.speech.voices.marks import NothingSaid, Unspeakable
from elder_tutor.speech.voices.opening import VoiceBox

_PR_SET_PDEATHSIG = 1
_PREFIX = "elder-tutor-voice-"
_STALE_S = 3600


def serve(read: Callable[[], dict[str, Any]], write: BinaryIO, speaker: Speaker, box: VoiceBox) -> NoReturn:
    """Answer one request after the other; an OSError when nobody takes the answers."""
    while True:
        request = read()
        try:
            header, sound = _voices(box, request) if request.get("list") else speaker.answer(request)
        except Unspeakable:
            header, sound = {"error": "no voice"}, b""
        except NothingSaid:
            header, sound = {"error": "nothing"}, b""
        write.write(wire.packed(header, sound))
        write.flush()


def _requests(read: BinaryIO, at_end: Callable[[], None]) -> Callable[[], dict[str, Any]]:
    """Read requests in a thread of its own, so that the end is seen in the middle of a sentence too."""
    waiting: SimpleQueue[dict[str, Any]] = SimpleQueue()

    def watch() -> None:
        with suppress(wire.BrokenWire):
            while True:
                waiting.put(wire.received(read.read)[0])
        at_end()

    threading.Thread(target=watch, name="requests", daemon=True).start()
    return waiting.get


def _voices(box: VoiceBox, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Tell which voices there are; not needed to speak, so it is loaded when asked for."""
    from elder_tutor.speech.voices.listing import listed

    return {"voices": listed(box, request.get("lang", ""), request.get("every") is True)}, b""


def _die_with_the_program() -> None:
    """Ask Linux to kill us when the program dies, even while we are halted and cannot see it."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _sound_file() -> tuple[str, str]:
    """Name a file for pyttsx3 to write, and the folder to remove at the end.

    In memory where that exists, so that no sentence lands on disk and there is no folder.
    """
    if hasattr(os, "memfd_create"):
        return f"/proc/self/fd/{os.memfd_create('sentence')}", ""
    _sweep()
    folder = tempfile.mkdtemp(prefix=_PREFIX)
    return str(Path(folder) / "sentence.wav"), folder


def _sweep() -> None:
    """Remove the folders of workers that were killed together with their program."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _STALE_S:
                shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Serve on the standard streams; pyttsx3 prints, so its own output goes nowhere."""
    _die_with_the_program()
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        file, folder = _sound_file()

        def leave() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)  # espeak asserts when Python takes it down

        try:
            box = voice_of_this_system(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
        except (ImportError, OSError, RuntimeError):
            out.write(wire.packed({"error": "no voice", "folder": folder}))
            return
        out.write(wire.packed({"ready": True, "folder": folder}))
        out.flush()
        with suppress(OSError):
            serve(_requests(sys.stdin.buffer, leave), out, Speaker(box, file), box)
        leave()


if __name__ == "__main__":
    main()
