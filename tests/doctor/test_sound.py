"""Sound is fine only when a real device opens, plays, and is turned up."""

from __future__ import annotations

from pathlib import Path

import pytest

from elder_tutor.doctor import sound
from elder_tutor.doctor.finding import State
from elder_tutor.settings import Settings
from elder_tutor.speech.device import SilentDevice, Source


class Card:
    """A loudspeaker."""

    name, audible, latency_ms, alive = "PulseAudio", True, 60, True

    def __init__(self, refuses: bool = False) -> None:
        self.refuses = refuses
        self.did: list[str] = []

    def start(self) -> None:
        self.did.append("start")
        if self.refuses:
            raise OSError("busy")

    def stop(self) -> None:
        self.did.append("stop")

    def close(self) -> None:
        self.did.append("close")


def test_a_loudspeaker_that_plays_is_fine_and_is_given_back() -> None:
    card = Card()
    (found,) = sound.look(Settings(), lambda source, rate: card, {})
    assert found.state is State.OK
    assert card.did == ["start", "stop", "close"]


def test_no_loudspeaker_must_be_mended() -> None:
    (found,) = sound.look(Settings(), lambda source, rate: SilentDevice(source), {})
    assert (found.state, found.todo) == (State.BAD, sound.CONNECT)


def test_a_loudspeaker_that_refuses_is_told_and_given_back() -> None:
    card = Card(refuses=True)
    (found,) = sound.look(Settings(), lambda source, rate: card, {})
    assert (found.state, found.todo) == (State.BAD, sound.OTHERS)
    assert card.did[-1] == "close"


@pytest.mark.parametrize(
    ("settings", "todo"), [(Settings(volume=0), sound.TURN_UP), (Settings(sound=False), sound.SWITCH_ON)]
)
def test_sound_that_is_turned_down_is_worth_a_look(settings: Settings, todo: object) -> None:
    (found,) = sound.look(settings, lambda source, rate: Card(), {})
    assert (found.state, found.todo) == (State.WARN, todo)


def test_the_device_is_tried_with_silence() -> None:
    heard: list[bytes] = []

    def opener(source: Source, rate: int) -> Card:
        heard.append(source.pull(3))
        return Card()

    list(sound.look(Settings(), opener, {}))
    assert heard == [bytes(6)]


def test_sound_servers_are_known_by_their_sockets(tmp_path: Path) -> None:
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    (tmp_path / "pipewire-0").touch()
    assert {"PipeWire", "PulseAudio"} <= set(sound.servers({"XDG_RUNTIME_DIR": str(tmp_path)}))
    assert "PipeWire" not in sound.servers({})
