"""The command prints what was found and ends as the machine stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from elder_tutor.cli import commands
from elder_tutor.doctor import machine, sound
from elder_tutor.doctor.examine import Check, Told
from elder_tutor.doctor.finding import Finding, bad, ok, warn

FINE = ok("versions", machine.VERSIONS, "Python 3.11.7")
ODD = warn("clock", machine.ODD_ZONE, machine.SET_ZONE)
SILENT = bad("sound", sound.NONE, sound.CONNECT, "silent")


def run(monkeypatch: pytest.MonkeyPatch, found: tuple[Finding, ...], *words: str) -> tuple[int, str]:
    """Run the command on a machine where this is found."""

    def examine(checks: tuple[Check, ...], told: Told = lambda done, of: None) -> tuple[Finding, ...]:
        return found

    monkeypatch.setattr("elder_tutor.doctor.examine.examine", examine)
    result = CliRunner().invoke(commands, ["doctor", *words])
    return result.exit_code, result.output


def test_a_machine_where_nothing_must_be_mended_ends_with_0(monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = run(monkeypatch, (FINE, ODD))
    assert code == 0
    assert told.splitlines()[-1] == "1 ok, 1 warn, 0 bad"


def test_what_must_be_mended_ends_with_1_and_says_the_one_thing_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, told = run(monkeypatch, (SILENT,))
    assert code == 1
    assert told.startswith(f"bad  {sound.NONE.key}\n     -> {sound.CONNECT.key}\n     sound: silent\n")


def test_json_has_the_same_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    code, told = run(monkeypatch, (FINE, SILENT), "--json")
    fine, silent = json.loads(told)["findings"]
    assert code == 1
    assert (fine["id"], fine["state"], fine["todo"]) == ("versions", "ok", None)
    assert silent == {
        "id": "sound", "state": "bad", "what": sound.NONE.key, "todo": sound.CONNECT.key, "details": "silent",
    }  # fmt: skip


def test_arabic_is_printed_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _, told = run(monkeypatch, (SILENT,), "--lang", "ar")
    assert "سماعة" in told or sound.NONE.key in told


def test_an_unknown_language_ends_with_2() -> None:
    assert CliRunner().invoke(commands, ["doctor", "--lang", "moon"]).exit_code == 2


def test_the_whole_examination_of_this_machine_has_every_finding(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["doctor", "--json", "--data", str(tmp_path / "data")])
    found = {one["id"]: one["state"] for one in json.loads(result.output)["findings"]}
    assert {
        "voice-ar", "voice-en", "sound", "data-folder", "disk-room", "database", "packs", "words-ar",
        "words-en", "clock", "versions", "font", "joining", "order", "glyphs", "screen",
    } == set(found)  # fmt: skip
    assert result.exit_code == (1 if "bad" in found.values() else 0)
    assert not (tmp_path / "data").exists()
