"""Playing: instant stops, true positions, and calm where there is no sound card."""

from __future__ import annotations

import threading
from array import array
from itertools import pairwise

import pytest

from elder_tutor.speech.chime import chime
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.device import SilentDevice, open_device
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

    def stop(self) -> None: ...

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("starts", [True, False])
def test_a_card_that_vanishes_or_refuses_is_replaced_by_silence(starts: bool) -> None:
    deaf = Deaf(starts)
    with Player(lambda _tape, _rate: deaf) as player:
        player.play(Clip(bytes(2 * 100), 1000))
        assert until(lambda: player.finished)
        assert deaf.closed
        assert player.device_name == "silent"


class Counted(Deaf):
    def __init__(self, tape: Tape) -> None:
        super().__init__(True)
        self.tape, self.running = tape, False

    def start(self) -> None:
        self.tape.pull(1000)
        self.running = True

    def stop(self) -> None:
        self.running = False


class Opened(list[Counted]):
    """Open devices and remember them."""

    def __call__(self, tape: Tape, _rate: int) -> Counted:
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
        clock.now += 10
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


def test_closing_leaves_no_thread_behind() -> None:
    player = Player(lambda tape, _rate: SilentDevice(tape))
    player.play(CLIP)
    assert until(lambda: player.playing)
    player.close()
    player.play(CLIP)
    assert not {"player", "silent-sound"} & {thread.name for thread in threading.enumerate()}


def test_the_chime_is_soft_short_and_between_500_and_1000_hertz() -> None:
    clip = chime()
    samples = loudness(clip.pcm)
    crossings = sum(a < 0 <= b for a, b in pairwise(samples[:6001]))
    assert 500 <= crossings * clip.rate / 6000 <= 1000
    assert 400 <= clip.duration_ms <= 800
    assert max(map(abs, samples)) < 12000
