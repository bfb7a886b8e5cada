"""Real sound servers: what is played arrives, a stop is heard at once, no dying server hurts."""

from __future__ import annotations

import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from elder_tutor.speech.clip import Clip
from elder_tutor.speech.device import Source, open_device
from elder_tutor.speech.player import Player
from tests.speech.sound_servers import RATE, Alsa, Heard, PipeWire, SoundServer, beeps, tone
from tests.waiting import until

ROOT = Path(__file__).parents[2]
SYSTEMS = {"pulseaudio": SoundServer, "pipewire": PipeWire, "alsa": Alsa}
LONG = pytest.mark.long
everywhere = pytest.mark.parametrize("server", SYSTEMS, indirect=True)
mostly = pytest.mark.parametrize(
    "server", ["pulseaudio", "pipewire", pytest.param("alsa", marks=LONG)], indirect=True
)
on_one = pytest.mark.parametrize(
    "server",
    ["pulseaudio", pytest.param("pipewire", marks=LONG), pytest.param("alsa", marks=LONG)],
    indirect=True,
)
"""The other systems in the long form, which takes a minute and a half."""


@pytest.fixture
def slack(request: pytest.FixtureRequest) -> float:
    """Answer by how many times a busy machine may be late; the long form and the benchmark allow nothing."""
    return 1 if request.config.getoption("--long") else 6


@pytest.fixture
def server(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SoundServer]:
    server = SYSTEMS[request.param](tmp_path)
    for name, value in server.for_the_program.items():
        monkeypatch.setenv(name, value)
    try:
        server.start()
        yield server
    finally:
        server.go_on()
        server.kill()
    assert until(lambda: not sound_threads())


def sound_threads() -> set[str]:
    return {"player", "silent-sound", "sound-hand"} & {thread.name for thread in threading.enumerate()}


def heard_now(player: Player, heard: Heard, seconds: float = 10.0) -> bool:
    """Play a sentence and tell whether it arrived."""
    began = time.monotonic()
    player.play(tone())
    return until(lambda: heard.anything(began), seconds)


@everywhere
def test_a_sentence_arrives_whole(server: SoundServer) -> None:
    with Player() as player, Heard(server) as heard:
        player.warm()
        assert heard_now(player, heard)
        began = time.monotonic()
        player.play(tone(1.0))
        assert until(lambda: player.finished)
        assert until(lambda: len(heard.loud_times(began)) > 0.9 * RATE)
        assert player.audible
        assert player.device_name == server.device


@mostly
def test_a_server_killed_in_mid_sentence_does_not_hold_up_the_captions(server: SoundServer) -> None:
    with Player() as player:
        with Heard(server) as heard:
            assert heard_now(player, heard)
            player.play(tone(3.0))
            assert until(lambda: player.position_ms > 300)
            server.kill()
        began = time.monotonic()
        assert until(lambda: player.finished, 20.0)
        assert time.monotonic() - began < 15.0
        assert player.audible is False
        server.start()
        with Heard(server) as heard:
            assert heard_now(player, heard)
        assert player.audible


@on_one
def test_a_server_that_hangs_in_mid_sentence_does_not_hold_up_the_captions(server: SoundServer) -> None:
    with Player() as player, Heard(server) as heard:
        assert heard_now(player, heard)
        player.play(tone(2.5))
        assert until(lambda: player.position_ms > 300)
        server.halt()
        assert until(lambda: player.finished, 20.0)
        assert player.audible is False
        server.go_on()
        assert heard_now(player, heard)
        assert until(lambda: player.audible is True)


@on_one
def test_a_program_ends_although_the_server_hangs(server: SoundServer) -> None:
    player = Player()
    with Heard(server) as heard:
        assert heard_now(player, heard)
        server.halt()
        began = time.monotonic()
        player.close()
        assert time.monotonic() - began < 10.0
        server.go_on()


PROGRAM = """
import sys, time
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.player import Player
player = Player()
player.play(Clip(bytes(2 * 22050 * 9), 22050))
while not player.audible or player.position_ms < 300: time.sleep(0.01)
print(player.audible, flush=True)
sys.stdin.readline()
player.close()
"""


@on_one
def test_a_whole_program_ends_although_the_server_hangs(server: SoundServer) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stdout.readline() == b"True\n"
        server.halt()
        program.stdin.close()
        try:
            assert program.wait(20) == 0
        finally:
            program.kill()


@everywhere
def test_a_device_opened_again_and_again_keeps_no_file_open(server: SoundServer) -> None:
    with Player() as player:
        assert player.audible is None
        counts = []
        for rate in (16000, 22050) * 6:
            player.play(Clip(bytes(2 * (rate // 20)), rate))
            assert until(lambda: player.finished)
            counts.append(len(list(Path("/proc/self/fd").iterdir())))
    assert counts[-1] <= counts[3] + 1, counts


def highlight_errors(player: Player, heard: Heard, clip: Clip) -> list[float]:
    """Play words parted by silence; answer by how many ms each is lit after it is heard."""
    began = time.monotonic()
    player.play(clip)
    lit: dict[int, float] = {}
    while not player.finished:
        word = clip.word_at(player.position_ms)
        if word is not None:
            lit.setdefault(word, time.monotonic())
        time.sleep(0.002)
    assert until(lambda: len(onsets(heard, began)) == len(clip.words))
    return [1000 * (lit[word] - at) for word, at in enumerate(onsets(heard, began))]


def onsets(heard: Heard, since: float) -> list[float]:
    times = heard.loud_times(since)
    return times[:1] + [after for before, after in pairwise(times) if after - before > 0.1]


@on_one
def test_a_word_is_lit_when_it_is_heard(server: SoundServer, slack: float) -> None:
    with Player() as player, Heard(server) as heard:
        assert heard_now(player, heard)
        player.stop()
        time.sleep(0.3)
        errors = highlight_errors(player, heard, beeps(8))
    assert max(map(abs, errors)) <= 80 * slack, errors


def stop_delays(player: Player, heard: Heard, count: int) -> list[float]:
    """Stop a sentence again and again; answer for how many ms it was heard after each stop."""
    delays, clip = [], tone()
    for _ in range(count):
        began = time.monotonic()
        player.play(clip)
        assert until(lambda began=began: len(heard.loud_times(began)) > RATE // 5)  # type: ignore[misc]
        stopped = time.monotonic()
        player.stop()
        time.sleep(0.25)
        delays.append(1000 * (max(heard.loud_times(began)) - stopped))
    return delays


@on_one
def test_a_stop_is_heard_within_fifty_milliseconds(server: SoundServer, slack: float) -> None:
    if isinstance(server, Alsa):
        pytest.skip("behind this ALSA stands a second server with a buffer of its own")
    with Player() as player, Heard(server) as heard:
        assert heard_now(player, heard)
        delays = stop_delays(player, heard, 5)
    assert statistics.median(delays) <= 50 * slack, delays


def start_delays(player: Player, asked: list[float], count: int, rests: bool) -> list[float]:
    """Play again and again; answer after how many ms the device was handed the first sound."""
    delays, clip = [], tone()
    for _ in range(count):
        player.stop()
        if rests and player._hand is not None:
            player._hand.rest()
        time.sleep(0.1)
        asked.clear()
        began = time.monotonic()
        player.play(clip)
        assert until(lambda: bool(asked), every=0.001)
        delays.append(1000 * (asked[0] - began))
    return delays


@on_one
@pytest.mark.parametrize("rests", [False, True])
def test_a_sentence_starts_at_once_also_after_a_rest(server: SoundServer, rests: bool, slack: float) -> None:
    asked: list[float] = []
    player = Player(lambda source, rate: open_device(Listened(source, asked), rate))
    with player, Heard(server) as heard:
        assert heard_now(player, heard)
        delays = start_delays(player, asked, 5, rests)
    assert statistics.median(delays) <= 30 * slack, delays


class Listened:
    """A source that writes down when it gave a sound that is not silence."""

    def __init__(self, source: Source, times: list[float]) -> None:
        self._source = source
        self._times = times

    @property
    def rate(self) -> int:
        return self._source.rate

    def pull(self, frames: int) -> bytes:
        given = self._source.pull(frames)
        if any(given):
            self._times.append(time.monotonic())
        return given
