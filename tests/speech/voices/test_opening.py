"""One place opens voices: the chosen one, or the built-in one that says it stands in."""

from __future__ import annotations

import wave
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from elder_tutor import i18n
from elder_tutor.speech.voice_process import VoiceProcess
from elder_tutor.speech.voices.listing import listed
from elder_tutor.speech.voices.marks import Mark, Unspeakable
from elder_tutor.speech.voices.names import Kind, Pitch, VoiceInfo
from elder_tutor.speech.voices.opening import VoiceBox, sources_of


class Shelf:
    """Voices that are only names."""

    def __init__(self, kind: Kind, names: Mapping[str, str], best: str = "") -> None:
        self.kind, self._names, self._best = kind, names, best
        self.asked = 0

    def has(self, name: str) -> bool:
        self.asked += 1
        return name in self._names

    def best(self, lang: str, higher: bool) -> str | None:
        return self._best or None

    def voices(self) -> list[VoiceInfo]:
        return [
            VoiceInfo(f"{self.kind}:{name}", name, lang, self.kind, False)
            for name, lang in self._names.items()
        ]

    def version(self, name: str) -> str:
        return "1"

    def speak(self, text: str, name: str, rate: int, file: str, gap: int = 0) -> list[Mark]:
        if name == "MUTE":
            raise Unspeakable
        with wave.open(file, "wb") as sound:
            sound.setparams((1, 2, 1000, 0, "NONE", ""))
            sound.writeframes(b"\x00\x20" * (len(text) * 5000 // rate))
        return []


ESPEAK = {"ar": "ar", "ar+f1": "ar", "en-gb": "en", "en-gb+f1": "en", "en-gb+m3": "en", "eo": "eo"}


def box(espeak: Mapping[str, str] | None = None, system: Shelf | None = None) -> VoiceBox:
    makers: dict[Kind, Any] = {Kind.ESPEAK: lambda: Shelf(Kind.ESPEAK, ESPEAK if espeak is None else espeak)}
    if system is not None:
        makers[Kind.SYSTEM] = lambda: system
    return VoiceBox(sources=makers)


@pytest.mark.parametrize(("pitch", "voice_id"), [(Pitch.LOWER, "espeak:ar"), (Pitch.HIGHER, "espeak:ar+f1")])
def test_the_built_in_voice_speaks_when_none_is_chosen(pitch: Pitch, voice_id: str) -> None:
    opened = box().opened("ar", pitch)
    assert (opened.id, opened.fallback) == (voice_id, False)


def test_the_chosen_voice_speaks_when_it_is_there() -> None:
    opened = box().opened("en", Pitch.HIGHER, "espeak:en-gb+m3")
    assert (opened.id, opened.fallback) == ("espeak:en-gb+m3", False)
    assert box().opened("en", "espeak:en-gb+m3").id == "espeak:en-gb+m3"


@pytest.mark.parametrize("chosen", ["espeak:nope", "piper:/nowhere.onnx", "system:HODA", "nonsense"])
def test_what_cannot_be_opened_gives_way_to_the_built_in_voice_and_says_so(chosen: str) -> None:
    opened = box().opened("ar", Pitch.HIGHER, chosen)
    assert (opened.id, opened.fallback) == ("espeak:ar+f1", True)


def test_a_system_with_an_arabic_voice_speaks_with_it() -> None:
    system = Shelf(Kind.SYSTEM, {"HODA": "ar"}, best="HODA")
    opened = box(system=system).opened("ar", Pitch.LOWER)
    assert (opened.id, opened.fallback) == ("system:HODA", False)


def test_a_voice_that_is_there_and_does_not_speak_gives_way() -> None:
    system = Shelf(Kind.SYSTEM, {"MUTE": "ar"}, best="MUTE")
    assert box(system=system).opened("ar").id == "espeak:ar"
    assert box(system=system).opened("ar", Pitch.LOWER, "system:MUTE").fallback


def test_mbrola_speaks_the_lower_arabic_voice_where_it_works() -> None:
    found = box({**ESPEAK, "mb-ar1": "ar"})
    assert found.opened("ar", Pitch.LOWER).id == "espeak:mb-ar1"
    assert found.opened("ar", Pitch.HIGHER).id == "espeak:ar+f1"


def test_a_machine_without_variants_speaks_higher_with_the_plain_voice() -> None:
    assert box({"ar": "ar"}).opened("ar", Pitch.HIGHER).id == "espeak:ar"


def test_no_voice_at_all_is_known_trouble() -> None:
    with pytest.raises(Unspeakable):
        box({}).opened("ar")
    with pytest.raises(Unspeakable):
        box().opened("xx")


def test_an_engine_that_cannot_start_is_tried_once() -> None:
    tries: list[int] = []

    def broken() -> Shelf:
        tries.append(1)
        raise OSError

    found = VoiceBox(sources={Kind.ESPEAK: broken})
    assert found.source(Kind.ESPEAK) is found.source(Kind.ESPEAK) is None
    assert len(tries) == 1


def test_on_linux_espeak_is_opened_by_one_way_only() -> None:
    assert Kind.SYSTEM not in sources_of("linux")
    assert set(sources_of("win32")) == set(sources_of("darwin")) == set(Kind)


def test_the_list_begins_with_the_built_in_voices_and_leaves_out_other_languages() -> None:
    system = Shelf(Kind.SYSTEM, {"HODA": "ar", "ZIRA": "en", "ODD": ""})
    found = [voice["id"] for voice in listed(box(system=system), "ar")]
    assert found == ["espeak:ar", "espeak:ar+f1", "system:HODA"]
    every = [voice["id"] for voice in listed(box(system=system), "", every=True)]
    assert {"system:ODD", "espeak:eo"} <= set(every)
    assert len(every) == len(set(every))


# --- the real voice, in a process of its own -------------------------------------------


@pytest.fixture(scope="module")
def process() -> Iterator[VoiceProcess]:
    made = VoiceProcess()
    yield made
    made.end()


def asked(process: VoiceProcess, **request: object) -> tuple[dict[str, Any], bytes]:
    usual: dict[str, object] = {"words": ["Welcome", "to", "you."], "lang": "en", "voice": "male", "wpm": 150}
    return process.ask({**usual, **request})


def test_the_reply_says_when_another_voice_stands_in(process: VoiceProcess) -> None:
    assert asked(process)[0]["fallback"] is False
    assert asked(process, chosen="espeak:en-gb+m3")[0]["fallback"] is False
    assert asked(process, chosen="espeak:nope")[0]["fallback"] is True
    assert asked(process, chosen="espeak:mb-nope1")[0]["fallback"] is True


def periods(pcm: bytes, low: int = 60, high: int = 260) -> float:
    """Answer the pitch in hertz by autocorrelation over the loudest 50 ms."""
    from array import array

    samples = array("h", pcm)
    width = 22050 // 20
    loudest = max(
        range(0, len(samples) - 2 * width, width), key=lambda at: sum(map(abs, samples[at : at + width]))
    )
    part = samples[loudest : loudest + 2 * width]
    lags = range(22050 // high, 22050 // low)
    alike = {lag: sum(part[at] * part[at + lag] for at in range(0, width, 2)) for lag in lags}
    return 22050 / max(alike, key=lambda lag: alike[lag])


@pytest.mark.parametrize("lang", i18n.languages())
def test_the_higher_voice_really_is_higher(process: VoiceProcess, lang: str) -> None:
    words = {"ar": ["مَرْحَبًا", "بِكُمْ"]}.get(lang, ["salut", "madame"])
    lower, higher = (periods(asked(process, words=words, lang=lang, voice=pitch)[1]) for pitch in Pitch)
    assert 60 < lower < 130
    assert 140 < higher < 240


def test_mbrola_voices_are_offered_only_where_they_speak(process: VoiceProcess) -> None:
    header, _ = process.ask({"list": True, "lang": "", "every": True})
    mbrola = [voice["id"] for voice in header["voices"] if "mb-" in voice["id"]]
    assert bool(mbrola) == any(Path("/usr/share/mbrola").glob("*"))


def test_what_a_stand_in_says_is_told_and_not_kept(tmp_path: Path) -> None:
    from elder_tutor.speech.cache import ClipCache
    from elder_tutor.speech.engine import Engine

    with Engine(ClipCache(tmp_path), chosen={"en": "espeak:nope"}) as engine:
        engine.synth("Welcome.", "en")
        assert engine.stand_ins == {"en"}
        assert not list(tmp_path.glob("*.clip"))
        engine.synth("نَعَمْ", "ar")
        assert engine.stand_ins == {"en"}
        engine.chosen = MappingProxyType({})
        engine.synth("Welcome.", "en")
    assert engine.stand_ins == set()
    assert len(list(tmp_path.glob("*.clip"))) == 2
