"""Playing: instant stops, true positions, and calm where there is no sound card."""

from __future__ import annotations

import statistics
import threading
import time
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from elder_tutor.speech.chime import chime
from elder_tutor.speech.clip import Clip, WordTime
from elder_tutor.speech.device import SilentDevice, Source, open_device
from elder_tutor.speech.feed import Feed
from elder_tutor.speech.player import Player
from elder_tutor.speech.tape import Motion, Tape
from tests.waiting import until

CLIP = Clip(array("h", [10000] * 1000).tobytes(), 1000)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tape(clock: Clock) -> Tape:
    tape = Tape(clock)
    tape.load(CLIP)
    return tape


def loudness(data: bytes) -> list[int]:
    return list(array("h", data))


def test_the_position_runs_with_the_clock_but_never_past_what_was_handed_out(
    tape: Tape, clock: Clock
) -> None:
    tape.pull(30)
    clock.now += 0.02
    assert tape.position_ms == 20
    clock.now += 5
    assert tape.position_ms == 30


def test_what_is_heard_lags_by_the_devices_latency(tape: Tape, clock: Clock) -> None:
    tape.latency_ms = 10
    tape.pull(30)
    clock.now += 0.02
    assert tape.position_ms == 10


def test_a_pause_is_silent_at_once_and_keeps_its_place(tape: Tape, clock: Clock) -> None:
    tape.pull(30)
    clock.now += 0.02
    tape.pause()
    silence = loudness(tape.pull(30))
    clock.now += 60
    assert silence[5:] == [0] * 25
    assert (tape.position_ms, tape.motion) == (20, Motion.PAUSED)


def test_going_on_starts_where_it_was_heard(tape: Tape, clock: Clock) -> None:
    tape.pull(30)
    clock.now += 0.02
    tape.pause()
    tape.resume()
    tape.pull(10)
    clock.now += 0.004
    assert tape.position_ms == 24


def test_a_stop_fades_within_five_milliseconds(tape: Tape) -> None:
    tape.pull(30)
    tape.stop()
    cut = loudness(tape.pull(30))
    assert cut[:5] == sorted(cut[:5], reverse=True)
    assert cut[5:] == [0] * 25
    assert tape.motion is Motion.EMPTY


def test_the_end_comes_when_the_last_frame_was_heard(tape: Tape, clock: Clock) -> None:
    assert len(tape.pull(1200)) == 2400
    clock.now += 0.9
    assert tape.motion is Motion.PLAYING
    clock.now += 0.2
    assert tape.motion is Motion.ENDED


def test_the_end_comes_although_a_real_device_goes_on_asking(tape: Tape, clock: Clock) -> None:
    tape.latency_ms = 60
    for _ in range(40):
        tape.pull(30)
        clock.now += 0.03
    assert tape.position_ms == 1000
    assert tape.motion is Motion.ENDED


def test_volume_is_squared_and_silent_at_zero(tape: Tape) -> None:
    tape.set_volume(50)
    assert loudness(tape.pull(1)) == [2500]
    tape.set_volume(0)
    assert loudness(tape.pull(1)) == [0]


class Asked(Tape):
    """A tape that keeps how many frames were asked for each time."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.frames: list[int] = []

    def pull(self, frames: int) -> bytes:
        self.frames.append(frames)
        return super().pull(frames)


def test_without_a_sound_card_a_clip_runs_at_the_pace_of_the_clock(clock: Clock) -> None:
    tape = Asked(clock)
    tape.load(CLIP)
    device = SilentDevice(tape, clock)
    device.start()
    assert until(lambda: bool(tape.frames))
    clock.now += 0.75
    assert until(lambda: sum(tape.frames) == 750)
    assert tape.motion is Motion.PLAYING
    clock.now += 0.25
    assert until(lambda: sum(tape.frames) == 1000)
    device.close()
    assert not device.audible


def test_without_a_sound_card_a_clip_comes_to_its_end() -> None:
    with Player(lambda tape, _rate: SilentDevice(tape)) as player:
        player.play(Clip(bytes(2 * 300), 1000))
        assert until(lambda: player.finished)
        assert player.audible is False


def test_this_machines_device_plays_to_the_end(capfd: pytest.CaptureFixture[str]) -> None:
    with Player(open_device) as player:
        player.volume = 0
        player.play(Clip(bytes(2 * 2205), 22050))
        assert until(lambda: player.finished)
        assert player.device_name
    assert capfd.readouterr() == ("", "")


class Deaf:
    name, audible, latency_ms = "deaf", True, 0

    def __init__(self, starts: bool) -> None:
        self.starts = starts
        self.closed = False

    def start(self) -> None:
        if not self.starts:
            raise OSError

    @property
    def alive(self) -> bool:
        return True

    def stop(self) -> None: ...

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("starts", [True, False])
def test_a_card_that_vanishes_or_refuses_is_replaced_by_silence(starts: bool) -> None:
    deaf = Deaf(starts)
    with Player(lambda _tape, _rate: deaf) as player:
        player.play(Clip(bytes(2 * 100), 1000))
        assert until(lambda: player.finished)
        assert player.device_name == "silent"
    assert until(lambda: deaf.closed)


class Counted(Deaf):
    def __init__(self, tape: Source) -> None:
        super().__init__(True)
        self.tape, self.running = tape, False

    def start(self) -> None:
        self.tape.pull(1000)
        self.running = True

    def stop(self) -> None:
        self.running = False


class Opened(list[Counted]):
    """Open devices and remember them."""

    def __call__(self, tape: Source, _rate: int) -> Counted:
        self.append(Counted(tape))
        return self[-1]

    @property
    def running(self) -> bool:
        return bool(self) and self[0].running


def test_a_device_rests_when_nothing_was_played_for_a_while_and_starts_again(clock: Clock) -> None:
    devices = Opened()
    with Player(devices, clock) as player:
        player.play(CLIP)
        assert until(lambda: devices.running)
        clock.now += 130
        assert until(lambda: player.finished and not devices[0].running)
        player.play(CLIP)
        assert until(lambda: devices[0].running)
        assert len(devices) == 1


def test_stopping_is_instant_and_pausing_holds(clock: Clock) -> None:
    devices = Opened()
    with Player(devices, clock) as player:
        player.play(CLIP)
        assert until(lambda: devices.running)
        clock.now += 0.1
        assert player.position_ms == 100
        player.pause()
        clock.now += 0.1
        assert player.paused
        assert player.position_ms == 100
        player.resume()
        devices[0].tape.pull(900)
        clock.now += 0.1
        assert player.position_ms == 200
        player.stop()
        assert not player.playing
        assert not player.finished


class Stuck(Deaf):
    """A device that hangs where it is told to until it is let free."""

    def __init__(self, where: str) -> None:
        super().__init__(True)
        self.where, self.free = where, threading.Event()

    def hang(self, here: str) -> None:
        if here == self.where:
            self.free.wait(60)

    def start(self) -> None:
        self.hang("start")

    def stop(self) -> None:
        self.hang("stop")

    def close(self) -> None:
        self.hang("close")
        super().close()


@pytest.mark.parametrize("where", ["open", "start", "stop", "close"])
def test_a_device_that_hangs_holds_up_neither_the_captions_nor_the_end(where: str) -> None:
    stuck = Stuck(where)

    def opener(_source: Source, _rate: int) -> Stuck:
        stuck.hang("open")
        return stuck

    player = Player(opener)
    player.play(Clip(bytes(2 * 100), 1000))
    assert until(lambda: player.finished)
    assert player.audible is False
    began = time.monotonic()
    player.close()
    assert time.monotonic() - began < 10
    stuck.free.set()
    assert until(lambda: "sound-hand" not in {thread.name for thread in threading.enumerate()})


class Paced(SilentDevice):
    """A device that can be heard, by nobody; it may be gone, and come late."""

    name, audible, latency_ms = "paced", True, 20
    gone = False

    @property
    def alive(self) -> bool:  # type: ignore[override]
        return not self.gone


def test_a_device_that_is_gone_is_looked_for_again_with_the_next_sentence() -> None:
    devices: list[Paced] = []

    def opener(source: Source, _rate: int) -> Paced:
        devices.append(Paced(source))
        return devices[-1]

    with Player(opener) as player:
        player.play(Clip(bytes(2 * 4000), 1000))
        assert until(lambda: player.audible is True and player.position_ms > 0)
        devices[0].gone = True
        player.play(CLIP)
        assert until(lambda: len(devices) == 2 and player.position_ms > 100)
        assert player.audible is True


def test_a_clip_of_another_rate_gets_a_device_of_its_rate() -> None:
    rates: list[int] = []

    def opener(source: Source, rate: int) -> Paced:
        rates.append(rate)
        return Paced(source)

    with Player(opener) as player:
        for rate in (1000, 2000):
            player.play(Clip(bytes(2 * 100), rate))
            assert until(lambda: player.finished)
    assert rates == [1000, 2000]


def test_a_device_that_takes_all_at_once_is_no_device(clock: Clock) -> None:
    tape = Tape(clock)
    tape.load(Clip(bytes(2 * 9000), 1000))
    feed = Feed(tape, clock)
    feed.pull(1000)
    assert not feed.runs_away
    feed.pull(1000)
    assert feed.runs_away


def test_a_device_that_was_given_up_takes_nothing_of_the_tape(tape: Tape, clock: Clock) -> None:
    feed = Feed(tape, clock)
    assert loudness(feed.pull(5)) == [0] * 5
    feed.live = True
    assert loudness(feed.pull(5)) == [10000] * 5
    tape.load(Clip(CLIP.pcm, 2000))
    assert loudness(feed.pull(5)) == [0] * 5


class HandedOut(Paced):
    """Write down when each frame was handed out."""

    def __init__(self, source: Source, times: list[float]) -> None:
        class Written:
            rate = source.rate

            def pull(self, frames: int) -> bytes:
                given = source.pull(frames)
                loud = sum(map(bool, array("h", given)))
                times.extend([time.monotonic()] * loud)
                return given

        super().__init__(Written())


def test_the_lit_word_is_the_one_whose_frames_were_handed_out() -> None:
    times: list[float] = []
    words = tuple(WordTime(100 * n, 100 * n + 100) for n in range(10))
    clip = Clip(CLIP.pcm, CLIP.rate, words)
    lit: dict[int, float] = {}
    with Player(lambda source, _rate: HandedOut(source, times)) as player:
        player.play(clip)
        while not player.finished:
            word = clip.word_at(player.position_ms)
            if word is not None and player.position_ms > 0:
                lit.setdefault(word, time.monotonic())
            time.sleep(0.002)
    errors = [1000 * (lit[n] - times[100 * n]) - Paced.latency_ms for n in range(1, 10) if n in lit]
    assert len(errors) >= 8
    assert statistics.median(map(abs, errors)) <= 80, errors


def test_a_machine_without_any_sound_is_silent_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "alsa.conf").touch()
    for name, value in NO_SOUND.items():
        monkeypatch.setenv(name, value.format(tmp_path))
    with Player() as player:
        player.play(Clip(bytes(2 * 2205), 22050))
        assert until(lambda: player.finished)
        assert (player.audible, player.device_name) == (False, "silent")
    assert capfd.readouterr() == ("", "")


NO_SOUND = {
    "ALSA_CONFIG_PATH": "{}/alsa.conf",
    "PULSE_SERVER": "unix:/dev/null",
    "XDG_RUNTIME_DIR": "{}",
    "JACK_NO_START_SERVER": "1",
}


def test_closing_leaves_no_thread_behind() -> None:
    player = Player(lambda tape, _rate: SilentDevice(tape))
    player.play(CLIP)
    assert until(lambda: player.playing)
    player.close()
    player.play(CLIP)
    assert not {"player", "silent-sound", "sound-hand"} & {thread.name for thread in threading.enumerate()}


def test_the_chime_is_soft_short_and_between_500_and_1000_hertz() -> None:
    clip = chime()
    samples = loudness(clip.pcm)
    crossings = sum(a < 0 <= b for a, b in pairwise(samples[:6001]))
    assert 500 <= crossings * clip.rate / 6000 <= 1000
    assert 400 <= clip.duration_ms <= 800
    assert max(map(abs, samples)) < 12000
