"""The voice: a process of its own that turns text into sound with pyttsx3, one sentence at a time.

Started as ``python -m elder_tutor.speech.worker``; reads requests from its standard input
and answers on its standard output (see wire.py); ends when its input does. Of pyttsx3 only
``save_to_file`` is used: everything else it offers hangs, crashes or loses sentences.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from elder_tutor.speech import wire
from elder_tutor.speech.utterance import Speaker, voice_of_this_system
from elder_tutor.speech.voices.marks import NothingSaid, Unspeakable


def serve(read: BinaryIO, write: BinaryIO, speaker: Speaker) -> None:
    """Answer requests until the input ends."""
    while True:
        try:
            request, _ = wire.received(read.read)
        except wire.BrokenWire:
            return
        try:
            header, sound = speaker.answer(request)
        except Unspeakable:
            header, sound = {"error": "no voice"}, b""
        except NothingSaid:
            header, sound = {"error": "nothing"}, b""
        write.write(wire.packed(header, sound))
        write.flush()


def _sound_file() -> str:
    """Name a file for pyttsx3 to write: in memory where that exists, so that no sentence lands on disk."""
    if hasattr(os, "memfd_create"):
        return f"/proc/self/fd/{os.memfd_create('sentence')}"
    return str(Path(tempfile.mkdtemp(prefix="elder-tutor-")) / "sentence.wav")


def main() -> None:
    """Serve on the standard streams; pyttsx3 prints, so its own output goes nowhere."""
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        try:
            speaker = Speaker(voice_of_this_system(), _sound_file())
        except (ImportError, OSError, RuntimeError):
            out.write(wire.packed({"error": "no voice"}))
            return
        out.write(wire.packed({"ready": True}))
        out.flush()
        serve(sys.stdin.buffer, out, speaker)


if __name__ == "__main__":
    main()
    os._exit(0)  # espeak asserts when Python takes it down
