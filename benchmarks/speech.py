"""Sentence to WAV: our voice against ``espeak-ng -w`` of the same sentence, in one run.

Where the ``espeak-ng`` command is missing, the reference is the same library that
espeakng-loader brings, called through ctypes in a forked process that starts it, speaks,
writes the file and ends: what the command does, without the cost of starting a program.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import statistics
import subprocess
import tempfile
import wave
from collections.abc import Callable
from pathlib import Path

from measuring import judged, seconds

from elder_tutor.speech.clip import write_wav
from elder_tutor.speech.engine import Engine

SENTENCE = "هٰذَا هُوَ التَّقْوِيمُ. الْأَيَّامُ الْمُتَاحَةُ مُحَاطَةٌ بِإِطَارٍ. اِخْتَارُوا يَوْمًا يُنَاسِبُكُمْ."
RATE = 210
BUDGET = 1.5


def by_command(out: Path) -> None:
    """Speak with the espeak-ng command."""
    subprocess.run(["espeak-ng", "-v", "ar", "-s", str(RATE), "-w", str(out), SENTENCE], check=True)


def by_library(library: ctypes.CDLL, data: str, out: Path) -> None:
    """Speak with the bare library in a process of its own."""
    child = os.fork()
    if child == 0:
        _speak(library, data, out)
        os._exit(0)
    os.waitpid(child, 0)


def _speak(library: ctypes.CDLL, data: str, out: Path) -> None:
    sound = bytearray()

    def collect(samples: int | None, count: int, _events: int | None) -> int:
        if samples:
            sound.extend(ctypes.string_at(samples, count * 2))
        return 0

    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(collect)
    hz = library.espeak_Initialize(2, 0, data.encode(), 0)
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetVoiceByName(b"ar")
    library.espeak_SetParameter(1, RATE, 0)
    text = SENTENCE.encode()
    library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, 1, 0, 1, None, None)
    with wave.open(str(out), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(hz)
        file.writeframes(bytes(sound))


def median_ms(run: Callable[[], object], runs: int) -> float:
    """Time a call several times and answer the median in milliseconds."""
    return statistics.median(seconds(run) for _ in range(runs)) * 1000


def main() -> None:
    """Print both times, how long the first sentence of a cold voice takes, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, Engine() as engine:
        place = Path(folder)

        def ours() -> None:
            engine.forget_clips()
            write_wav(engine.synth(SENTENCE, "ar"), place / "ours.wav")

        cold = median_ms(ours, 1)
        if shutil.which("espeak-ng"):
            name, reference = "espeak-ng -w", median_ms(lambda: by_command(place / "ref.wav"), runs)
        else:
            import espeakng_loader

            library = ctypes.CDLL(espeakng_loader.get_library_path())
            data = espeakng_loader.get_data_path()
            name = "bare espeak-ng library, forked"
            reference = median_ms(lambda: by_library(library, data, place / "ref.wav"), runs)
        warm = median_ms(ours, runs)
        kept = median_ms(lambda: engine.synth(SENTENCE, "ar"), runs)
        with wave.open(str(place / "ref.wav")) as sound:
            assert sound.getnframes() > sound.getframerate(), "the reference made no sound"
    print(f"cold voice, first sentence  {cold:8.1f} ms")
    print(f"{name:27} {reference:8.1f} ms")
    print(f"ours, no cache              {warm:8.1f} ms")
    print(f"ours, from memory           {kept:8.3f} ms")
    print(f"ratio {judged(warm / reference, BUDGET)}")


if __name__ == "__main__":
    main()
