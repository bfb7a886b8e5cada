"""`elder-tutor voices`: what there is, how it sounds, and which one speaks."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.cli import commands


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["voices", *words])


def chosen(lang: str, folder: Path) -> list[str]:
    told = json.loads(run("--json", "--lang", lang, "--data", str(folder)).output)
    return [voice["id"] for voice in told["voices"] if voice["chosen"]]


def test_it_lists_the_built_in_voices_of_every_language() -> None:
    told = run()
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[0].split()[:5] == ["*", "espeak:ar", "ar", "espeak", "exact"]
    assert any(line.startswith("* espeak:en-gb ") for line in lines)


def test_it_lists_only_what_is_worth_choosing_unless_all_is_asked() -> None:
    few, every = (json.loads(run("--json", *more).output)["voices"] for more in ((), ("--all",)))
    assert 6 <= len(few) < 40 < len(every)
    assert set(few[0]) == {"id", "name", "lang", "engine", "exact", "note", "chosen"}


def test_a_voice_is_tried_into_a_file(tmp_path: Path) -> None:
    assert run("--try", "espeak:ar+f1", "--out", str(tmp_path / "a.wav")).exit_code == 0
    with wave.open(str(tmp_path / "a.wav")) as sound:
        assert sound.getnframes() > 2 * sound.getframerate()


def test_a_choice_is_kept_and_taken_back(tmp_path: Path) -> None:
    assert run("--set", "ar", "espeak:ar+m4", "--data", str(tmp_path)).exit_code == 0
    assert chosen("ar", tmp_path) == ["espeak:ar+m4"]
    assert chosen("en", tmp_path) == ["espeak:en-gb"]
    assert run("--reset", "ar", "--data", str(tmp_path)).exit_code == 0
    assert chosen("ar", tmp_path) == ["espeak:ar"]


def test_a_chosen_voice_that_went_away_stays_in_the_list_with_a_word_about_it(tmp_path: Path) -> None:
    from elder_tutor.cli.voices import _kept

    _kept(tmp_path, "ar", "piper:/gone.onnx")
    told = json.loads(run("--json", "--lang", "ar", "--data", str(tmp_path)).output)["voices"]
    assert told[-1]["id"] == "piper:/gone.onnx"
    assert told[-1]["note"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--try", "espeak:nope", "--out", "x.wav"), "no voice “espeak:nope”"),
        (("--try", "nonsense", "--out", "x.wav"), "no voice “nonsense”"),
        (("--set", "ar", "espeak:en-gb"), "does not speak this language"),
        (("--set", "ar", "piper:/gone.onnx"), "iper"),
        (("--set", "xx", "espeak:ar"), "'xx'"),
        (("--try", "espeak:ar"), "--out"),
        (("--try", "espeak:ar", "--out", "/nowhere/x.wav"), "cannot be written"),
    ],
)
def test_trouble_is_one_clear_sentence_and_code_two(
    words: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.output
    assert not list(tmp_path.glob("*.wav"))
