"""Where the system has no espeak-ng, the one that espeakng-loader brings speaks in its place."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

CODE = """
import ctypes, os, sys
real = ctypes.CDLL
def without_the_systems(name, *args, **more):
    if name == "libespeak-ng.so.1":
        raise OSError(name)
    return real(name, *args, **more)
ctypes.CDLL = without_the_systems
from elder_tutor.speech.voices.espeak import Espeak
voice = Espeak()
marks = voice.speak("مَرْحَبًا بِكُمْ", "ar+f1", 175, sys.argv[1])
loaded = [line.split()[-1] for line in open("/proc/self/maps") if "espeak-ng.so" in line]
os.write(2, f"{len(marks)} {all('espeakng_loader' in name for name in loaded)} {voice.version('')}".encode())
os._exit(0)
"""


def test_the_brought_library_speaks_with_word_times(tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(file)], check=True, capture_output=True, timeout=60, text=True
    )
    marks, ours, version = done.stderr.split()
    assert (int(marks), ours) == (3, "True")
    assert version[0].isdigit()
    with wave.open(str(file)) as sound:
        assert sound.getnframes() > sound.getframerate() // 2
