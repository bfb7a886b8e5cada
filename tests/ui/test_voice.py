"""Sentences are said in order; the words light up with the sound, or by themselves in silence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from elder_tutor.speech.clip import Clip, WordTime
from elder_tutor.speech.engine import Spoken
from elder_tutor.speech.errors import NothingToSay, VoiceFailed
from elder_tutor.text.line import Line, Word
from elder_tutor.ui.voice import PATIENCE_MS, PAUSE_MS, RETRY_AFTER, Voice, estimated


def line(*words: str) -> Line:
    return Line(tuple(Word(word, word) for word in words), "ar")


TWO = (line("اضغطوا", "هنا."), line("شكرا", "لكم."))


@dataclass
class Clock:
    now: int = 1000

    def __call__(self) -> int:
        return self.now


@dataclass
class Loudspeaker:
    """A player whose position the test moves."""

    position_ms: int = 0
    finished: bool = False
    volume: int = 0
    heard: list[str] = field(default_factory=list)

    def play(self, clip: Clip) -> None:
        self.position_ms, self.finished = 0, False
        self.heard.append("play")

    def pause(self) -> None:
        self.heard.append("pause")

    def resume(self) -> None:
        self.heard.append("resume")

    def stop(self) -> None:
        self.heard.append("stop")


class Reader:
    """An engine that answers at once, never, or with trouble."""

    voice = "male"

    def __init__(self, mood: str = "ready") -> None:
        self.mood = mood
        self.asked: list[Line] = []
        self.ready: list[Spoken] = []
        self.read_end, self.write_end = os.pipe()

    def submit(
        self, text: Line, lang: str = "", wpm: int = 0, private: bool = False, ahead: bool = False
    ) -> int:
        self.asked.append(text)
        ticket = len(self.asked)
        times = tuple(WordTime(500 * n, 500 * n + 400) for n in range(len(text.words)))
        if self.mood == "ready":
            self.ready.append(Spoken(ticket, Clip(b"\0\0" * 16000, 16000, times)))
        elif self.mood == "failed":
            self.ready.append(Spoken(ticket, None, VoiceFailed()))
        elif self.mood == "nothing":
            self.ready.append(Spoken(ticket, None, NothingToSay()))
        return ticket

    def results(self) -> list[Spoken]:
        ready, self.ready = self.ready, []
        return ready

    def forget_waiting(self) -> None:
        pass

    def fileno(self) -> int:
        return self.read_end


@dataclass
class Booth:
    clock: Clock
    voice: Voice
    told: list[object]


@pytest.fixture
def booth(qtbot: QtBot) -> Iterator[Booth]:
    """A voice with a clock that stands still, and a list of what it tells."""
    clock = Clock()
    voice = Voice(clock)
    told: list[object] = []
    voice.lineStarted.connect(lambda n: told.append(("line", n)))
    voice.wordSpoken.connect(lambda n, w: told.append((n, w)))
    voice.finished.connect(lambda: told.append("end"))
    yield Booth(clock, voice, told)
    voice.disconnect_speech()


def test_without_a_voice_the_captions_go_through_every_word(booth: Booth) -> None:
    booth.voice.do_without()
    booth.voice.say(TWO)
    for _ in range(200):
        booth.clock.now += 50
        booth.voice.tick()
    assert booth.told == [("line", 0), (0, 0), (0, 1), ("line", 1), (1, 0), (1, 1), "end"]


def test_the_words_follow_the_sound(booth: Booth) -> None:
    sound = Loudspeaker()
    booth.voice.connect_speech(Reader(), sound)
    booth.voice.say(TWO[:1])
    sound.position_ms = 600
    booth.voice.tick()
    sound.finished = True
    for _ in range(3):
        booth.clock.now += 50
        booth.voice.tick()
    assert booth.told == [("line", 0), (0, 0), (0, 1), "end"]


def test_stopping_is_instant_and_ends_nothing(booth: Booth) -> None:
    sound = Loudspeaker()
    booth.voice.connect_speech(Reader(), sound)
    booth.voice.say(TWO)
    booth.voice.stop()
    booth.clock.now += 10_000
    booth.voice.tick()
    assert sound.heard[-1] == "stop"
    assert not booth.voice.speaking
    assert "end" not in booth.told


def test_a_failing_voice_leaves_the_captions(booth: Booth) -> None:
    booth.voice.connect_speech(Reader("failed"), Loudspeaker())
    booth.voice.say(TWO[:1])
    booth.clock.now += 20_000
    booth.voice.tick()
    booth.clock.now += 10
    booth.voice.tick()
    assert booth.told[-1] == "end"


def test_a_voice_that_does_not_answer_is_not_waited_for(booth: Booth) -> None:
    booth.voice.connect_speech(Reader("asleep"), Loudspeaker())
    booth.voice.say(TWO[:1])
    booth.clock.now += PATIENCE_MS + 1
    booth.voice.tick()
    assert booth.told == [("line", 0), (0, 0)]


def test_what_was_asked_before_the_voice_was_loaded_is_said_then(booth: Booth) -> None:
    booth.voice.say(TWO)
    assert booth.told == []
    booth.voice.connect_speech(Reader(), Loudspeaker())
    assert booth.told[0] == ("line", 0)


def test_the_next_sentence_is_asked_for_while_this_one_is_said(booth: Booth) -> None:
    reader = Reader()
    booth.voice.connect_speech(reader, Loudspeaker())
    booth.voice.say(TWO)
    assert reader.asked == list(TWO)


def test_silence_goes_on_with_captions_from_the_same_word(booth: Booth) -> None:
    sound = Loudspeaker()
    booth.voice.connect_speech(Reader(), sound)
    booth.voice.say(TWO[:1])
    sound.position_ms = 600
    booth.voice.tick()
    booth.voice.set_silent(True)
    assert sound.heard == ["play", "stop"]
    assert booth.told[-1] == (0, 1)


def test_a_pause_holds_the_captions(booth: Booth) -> None:
    booth.voice.do_without()
    booth.voice.say(TWO[:1])
    booth.voice.pause()
    booth.clock.now += 60_000
    booth.voice.tick()
    booth.voice.resume()
    booth.voice.tick()
    assert booth.told == [("line", 0), (0, 0)]


def test_nothing_to_say_ends_at_once(booth: Booth, qtbot: QtBot) -> None:
    with qtbot.waitSignal(booth.voice.finished):
        booth.voice.say(())


def test_a_calm_reader_needs_time_in_proportion_to_the_words() -> None:
    ends = estimated(line("في", "المستشفيات"), 105)
    assert ends[0] * 2 < ends[1] - ends[0]
    assert ends[-1] == pytest.approx(2 * 60_000 / 105, rel=0.35)


def test_between_two_sentences_lie_700_ms_with_the_silence_of_the_clip(booth: Booth) -> None:
    reader, sound = Reader(), Loudspeaker()
    booth.voice.connect_speech(reader, sound)
    booth.voice.say(TWO)
    sound.finished = True  # 100 ms of silence at its end were heard already
    booth.voice.tick()
    booth.clock.now += PAUSE_MS - 100 - 1
    booth.voice.tick()
    assert sound.heard == ["play"]
    booth.clock.now += 1
    booth.voice.tick()
    assert sound.heard == ["play", "play"]


def test_a_lost_voice_is_asked_again_after_some_sentences_and_comes_back(booth: Booth) -> None:
    reader, sound, troubles = Reader("failed"), Loudspeaker(), []
    booth.voice.connect_speech(reader, sound)
    booth.voice.troubled.connect(troubles.append)
    booth.voice.say(TWO[:1])
    reader.mood = "ready"
    for _ in range(RETRY_AFTER):
        booth.voice.say(TWO[:1])
    assert len(reader.asked) == 1
    booth.voice.say(TWO[:1])
    assert len(reader.asked) == 2
    assert sound.heard[-1] == "play"
    assert len(troubles) == 1


def test_a_voice_that_stays_away_is_told_once(booth: Booth) -> None:
    reader, troubles = Reader("failed"), []
    booth.voice.connect_speech(reader, Loudspeaker())
    booth.voice.troubled.connect(troubles.append)
    for _ in range(4 * RETRY_AFTER):
        booth.voice.say(TWO[:1])
    assert len(reader.asked) > 2
    assert len(troubles) == 1


def test_a_sentence_with_nothing_to_say_is_no_trouble(booth: Booth) -> None:
    troubles: list[object] = []
    booth.voice.connect_speech(Reader("nothing"), Loudspeaker())
    booth.voice.troubled.connect(troubles.append)
    booth.voice.say(TWO[:1])
    assert troubles == []


def test_stopping_tells_once_that_something_was_cut_short(booth: Booth) -> None:
    stops: list[int] = []
    booth.voice.do_without()
    booth.voice.stopped.connect(lambda: stops.append(1))
    booth.voice.say(TWO)
    booth.voice.stop()
    booth.voice.stop()
    assert stops == [1]


def test_the_voice_of_the_person_is_there_when_the_engine_comes_later(booth: Booth) -> None:
    reader = Reader()
    booth.voice.set_voice("female")
    booth.voice.connect_speech(reader, Loudspeaker())
    assert reader.voice == "female"
