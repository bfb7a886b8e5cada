"""What a place is called: as told, as the environment has it, or as the machine."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from elder_tutor import app as domain
from elder_tutor.app import PLACE_VARIABLE, build, place_here
from elder_tutor.cli import commands
from elder_tutor.progress.identity import PlaceTrouble


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(domain, "_host", lambda: "hall pc.lan")
    monkeypatch.delenv(PLACE_VARIABLE, raising=False)


def test_without_a_word_it_is_the_machines_name() -> None:
    assert place_here() == "hall-pc"


def test_the_environment_comes_before_the_machine_and_the_option_before_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(PLACE_VARIABLE, " kiosk-4 ")
    assert place_here() == "kiosk-4"
    assert place_here("kiosk-3") == "kiosk-3"


def test_a_wrong_name_in_the_environment_stops_no_kiosk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE_VARIABLE, "الجهاز 3")
    assert place_here().endswith("-3")


def test_a_wrong_option_is_told_of() -> None:
    with pytest.raises(PlaceTrouble):
        place_here("two words")
    result = CliRunner().invoke(commands, ["--kiosk", "two words"])
    assert result.exit_code == 2
    assert "two words" in result.output


def test_the_domain_writes_from_this_place(tmp_path: Path) -> None:
    with contextlib.closing(build(tmp_path, kiosk="kiosk-3")) as made:
        assert made.store.kiosk == "kiosk-3"
