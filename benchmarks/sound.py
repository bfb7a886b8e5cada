"""What really arrives at a sound server: start, stop and highlight, from captured PCM.

    python benchmarks/sound.py [--runs 15]

Starts a private PulseAudio, PipeWire and ALSA one after another (those that are installed), each
with a sink nobody hears, and listens to it. Printed are medians and worst cases: from the asking
for a cached sentence until the device is handed its first sound (DESIGN 9: at most 30 ms), from a
stop until the last loud sample is heard (at most 50 ms), and how far the lit word is from the
heard one (at most 80 ms). Behind the ALSA device stands a second server, whose buffer is in its figures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from measuring import judged

from elder_tutor.speech.cache import ClipCache
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.device import open_device
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.player import Player

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.speech.sentences import ARABIC
from tests.speech.sound_servers import Alsa, Heard, PipeWire, SoundServer, beeps
from tests.speech.test_sound_systems import (
    Listened,
    heard_now,
    highlight_errors,
    start_delays,
    stop_delays,
)
from tests.waiting import until

START_MS, STOP_MS, LIT_MS = 30, 50, 80
SECOND_SERVER_MS = 30
"""As long a buffer as the program's own."""


def submitted(engine: Engine, player: Player, asked: list[float], runs: int) -> list[float]:
    """Ask an engine for a cached sentence and play it; answer the ms until its first sound is handed out."""
    delays = []
    for number in range(runs):
        player.stop()
        time.sleep(0.1)
        engine.forget_clips()
        asked.clear()
        began = time.monotonic()
        engine.submit(ARABIC[number % len(ARABIC)], "ar")
        player.play(_collected(engine))
        until(lambda: bool(asked), every=0.001)
        delays.append(1000 * (asked[0] - began))
    return delays


def _collected(engine: Engine) -> Clip:
    while True:
        for spoken in engine.results():
            assert spoken.clip is not None
            return spoken.clip
        time.sleep(0.0005)


def _said(name: str, delays: Sequence[float], most: float) -> str:
    worst = max(map(abs, delays))
    return f"  {name:38} {judged(statistics.median(map(abs, delays)), most, ' ms')}  worst {worst:.0f} ms"


def _measured(server: SoundServer, runs: int) -> None:
    asked: list[float] = []
    player = Player(lambda source, rate: open_device(Listened(source, asked), rate))
    with player, Heard(server) as heard, Engine(ClipCache(server.folder / "clips")) as engine:
        for sentence in ARABIC:
            engine.synth(sentence, "ar")
        assert heard_now(player, heard), "nothing was heard"
        print(f"{type(server).__name__} through {player.device_name}")
        print(_said("play -> first sound handed out", start_delays(player, asked, runs, False), START_MS))
        print(_said("the same after a rest of the device", start_delays(player, asked, runs, True), START_MS))
        print(_said("sentence on disk -> first sound", submitted(engine, player, asked, runs), START_MS))
        most = STOP_MS if type(server) is not Alsa else STOP_MS + SECOND_SERVER_MS
        print(_said("stop -> silence", stop_delays(player, heard, runs), most))
        player.stop()
        time.sleep(0.3)
        print(_said("lit word against the heard one", highlight_errors(player, heard, beeps(runs)), LIT_MS))


def main() -> None:
    """Measure on every sound system this machine has."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    for kind in (SoundServer, PipeWire, Alsa):
        if any(not shutil.which(name) for name in kind.needs):
            print(f"{kind.__name__}: not installed")
            continue
        before = dict(os.environ)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            server = kind(Path(folder))
            os.environ.update(server.for_the_program)
            try:
                server.start()
                _measured(server, runs)
            finally:
                server.kill()
                os.environ.clear()
                os.environ.update(before)


if __name__ == "__main__":
    main()
