"""A Piper voice from a file: a real model of a few nodes through the real package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from elder_tutor.speech.engine import Engine
from elder_tutor.speech.voice_process import VoiceProcess
from elder_tutor.speech.voices import piper
from elder_tutor.speech.voices.errors import BadModel, PiperMissing

pytest.importorskip("piper", reason="the optional extra piper is not installed")
pytest.importorskip("onnx", reason="onnx, which builds the model of this test, is not installed")
from tests.speech.voices.tiny_piper import HZ, SAMPLES_A_PHONEME, write_voice

TEXT = "مَرْحَبًا بِكُمْ، اِضْغَطُوا هُنَا."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_voice(tmp_path_factory.mktemp("voice") / "tiny.onnx")


@pytest.fixture(scope="module")
def engine(model: Path) -> Iterator[Engine]:
    with Engine(chosen={"ar": f"piper:{model}"}) as made:
        yield made


def test_it_speaks_at_its_own_sample_rate_and_tells_no_exact_times(engine: Engine) -> None:
    clip = engine.synth(TEXT, "ar")
    assert clip.rate == HZ
    assert not clip.exact
    assert len(clip.words) == 4
    assert clip.words[0].start_ms < clip.words[-1].start_ms < clip.words[-1].end_ms <= clip.duration_ms


def test_its_pauses_are_ours(engine: Engine) -> None:
    _, second, third, _ = engine.synth(TEXT, "ar", 190).words
    assert 300 <= third.start_ms - second.end_ms <= 500


def test_slower_is_longer(engine: Engine) -> None:
    slow, quick = (engine.synth(TEXT, "ar", wpm).duration_ms for wpm in (150, 260))
    assert slow > 1.2 * quick


def test_vowelled_arabic_reaches_it_as_it_is_written(model: Path) -> None:
    voice = piper.Piper().model(str(model))
    assert voice.use_tashkeel is False
    assert voice.phonemize("بِكُمْ") == piper.Piper().model(str(model)).phonemize("بِكُمْ")
    assert voice.phonemize("كَتَبَ") != voice.phonemize("كُتُبٌ")


def test_the_length_scale_is_one_at_normal(model: Path, tmp_path: Path) -> None:
    import wave

    lengths = []
    for rate in (175, 350):
        piper.Piper().speak("hello", str(model), rate, str(tmp_path / "a.wav"))
        with wave.open(str(tmp_path / "a.wav")) as sound:
            lengths.append(sound.getnframes())
    assert lengths[0] % SAMPLES_A_PHONEME == 0
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=2)


def damaged(model: Path, folder: Path, kind: str) -> Path:
    """Write a model that cannot be used."""
    file = folder / f"{kind}.onnx"
    file.write_bytes(model.read_bytes() if kind != "garbage" else b"not a model")
    about = json.loads(Path(f"{model}.json").read_text("utf-8"))
    if kind == "no-rate":
        del about["audio"]
    if kind != "alone":
        Path(f"{file}.json").write_text("{" if kind == "half" else json.dumps(about), "utf-8")
    return file


@pytest.mark.parametrize("kind", ["garbage", "no-rate", "alone", "half"])
def test_a_file_that_is_no_voice_is_told_in_one_sentence(model: Path, tmp_path: Path, kind: str) -> None:
    file = damaged(model, tmp_path, kind)
    with pytest.raises(BadModel, match="cannot be read as a Piper voice"):
        piper.Piper().has(str(file))


@pytest.mark.parametrize("kind", ["garbage", "alone"])
def test_a_bad_model_lets_the_built_in_voice_speak(model: Path, tmp_path: Path, kind: str) -> None:
    process = VoiceProcess()
    request = {"words": ["مَرْحَبًا"], "lang": "ar", "voice": "male", "wpm": 105}
    header, _ = process.ask({**request, "chosen": f"piper:{damaged(model, tmp_path, kind)}"})
    process.end()
    assert (header["hz"], header["fallback"]) == (22050, True)


def test_any_other_model_is_no_voice(model: Path, tmp_path: Path) -> None:
    import onnx
    from onnx import TensorProto, helper

    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ("x", "y")]
    graph = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "other", ends[:1], ends[1:])
    file = tmp_path / "other.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), str(file))
    Path(f"{file}.json").write_text(Path(f"{model}.json").read_text("utf-8"), "utf-8")
    with pytest.raises(BadModel):
        piper.Piper().has(str(file))


def test_its_own_file_tells_its_language(model: Path) -> None:
    found = piper.described(str(model))
    assert (found.lang, found.name, found.exact, found.note) == ("ar", "tiny", False, "")


def test_without_the_package_it_says_what_to_install(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(PiperMissing, match="pip install"):
        piper.Piper().model(str(model))
    assert "pip install" in piper.described(str(model)).note
