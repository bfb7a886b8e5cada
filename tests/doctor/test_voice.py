"""A language is heard only when a real sentence was spoken, by the voice that was wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elder_tutor.doctor import voice
from elder_tutor.doctor.finding import State
from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.speech.clip import Clip, WordTime
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.voice_process import VoiceProcess
from elder_tutor.text.line import Line
from elder_tutor.text.wording import Wording

WORDS = 13
"""Words of the English sample."""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """The real voice."""
    with Engine() as real:
        yield real


def sample(lang: str) -> Line:
    return Wording(lang, Translator(lang), load_region()).line(voice.SAMPLE)


class Says:
    """A voice that says whatever it is told to."""

    def __init__(self, clip: Clip, ids: tuple[str, ...] = ()) -> None:
        self.clip, self.ids = clip, ids

    def synth(self, text: Line, lang: str = "", wpm: int = 0, private: bool = False) -> Clip:
        return self.clip

    def voices(self, lang: str = "") -> list[voice.Named]:
        class One:
            def __init__(self, name: str) -> None:
                self.id = name

        return [One(name) for name in self.ids]


def clip(ms: int = 5000, words: int = WORDS, exact: bool = True, loud: bool = True) -> Clip:
    times = tuple(WordTime(10 * n, 10 * n + 10) for n in range(words))
    return Clip((b"\x10\x01" if loud else b"\0\0") * (ms * 8), 8000, times, exact)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_real_voice_speaks_each_language(engine: Engine, lang: str) -> None:
    (found,) = voice.look(engine, lang, sample(lang))
    assert (found.id, found.state) == (f"voice-{lang}", State.OK), found.details


def test_a_voice_that_cannot_start_is_told_with_what_to_do() -> None:
    with Engine(process=VoiceProcess(2, ("false",))) as engine:
        (found,) = voice.look(engine, "ar", sample("ar"))
    assert (found.state, found.todo) == (State.BAD, voice.INSTALL)


@pytest.mark.parametrize("wrong", [clip(ms=200), clip(words=2), clip(loud=False)])
def test_a_clip_that_is_no_sentence_is_silence(wrong: Clip) -> None:
    (found,) = voice.look(Says(wrong), "en", sample("en"))
    assert (found.state, found.what.key) == (State.BAD, voice.SILENT.key)


def test_words_by_estimate_are_said_to_be_so() -> None:
    (found,) = voice.look(Says(clip(exact=False)), "en", sample("en"))
    assert (found.state, found.what.key) == (State.OK, voice.ESTIMATES.key)


def test_a_chosen_voice_that_is_gone_is_told() -> None:
    (found,) = voice.look(Says(clip(), ("espeak:en-gb",)), "en", sample("en"), "system:gone")
    assert (found.state, found.todo) == (State.WARN, voice.CHOOSE)


def test_a_chosen_voice_that_is_there_is_fine() -> None:
    (found,) = voice.look(Says(clip(), ("system:here",)), "en", sample("en"), "system:here")
    assert found.state is State.OK
    assert "system:here" in found.details


def test_a_language_without_a_name_of_ours_is_called_by_its_own() -> None:
    assert voice.language_name("xx") == "xx"
