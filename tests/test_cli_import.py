"""`elder-tutor import-learners` and `reset-pin --who`, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import open_people
from elder_tutor.cli import commands
from elder_tutor.progress.staff import Role


def run(*words: object) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_text("الاسم;الصورة;المجموعة\nمنى;نخلة;الأحد\nهيا;;\n", encoding="utf-8-sig")
    return file


def names(folder: Path) -> list[str]:
    with open_people(folder) as people:
        return [one.name for one in people.learners()]


def test_a_list_is_added(tmp_path: Path, list_file: Path) -> None:
    result = run("import-learners", list_file, "--data", tmp_path / "d", "--seed", 1)
    assert (result.exit_code, names(tmp_path / "d")) == (0, ["منى", "هيا"])
    assert "Added: 2. Left out: 0." in result.stdout


def test_a_dry_run_writes_nothing(tmp_path: Path, list_file: Path) -> None:
    result = run("import-learners", list_file, "--data", tmp_path / "d", "--dry-run")
    assert (result.exit_code, names(tmp_path / "d")) == (0, [])
    assert "منى  palm  الأحد" in result.stdout


def test_rows_that_are_left_out_are_named_and_end_with_1(tmp_path: Path, list_file: Path) -> None:
    list_file.write_text(list_file.read_text("utf-8-sig") + "سعود;apple;\n", encoding="utf-8")
    result = run("import-learners", list_file, "--data", tmp_path / "d")
    assert (result.exit_code, names(tmp_path / "d")) == (1, ["منى", "هيا"])
    assert "Row 4: There is no picture called “apple”." in result.stdout


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"group\nA\n", b""])
def test_a_file_without_names_ends_with_2(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "bad.csv").write_bytes(raw)
    result = run("import-learners", tmp_path / "bad.csv", "--data", tmp_path / "d")
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")


def test_the_second_time_the_same_list_adds_nobody(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("name,picture\nMona,palm\n")
    assert run("import-learners", file, "--data", tmp_path / "d").exit_code == 0
    assert run("import-learners", file, "--data", tmp_path / "d").exit_code == 1
    assert names(tmp_path / "d") == ["Mona"]


def test_the_pin_of_somebody_named_is_taken_away(tmp_path: Path) -> None:
    with open_people(tmp_path / "d") as people:
        people.choose_pin("4827")
        added = people.staff.add("Khalid", Role.TRAINER, "7391", "trainer")
    assert run("reset-pin", "--who", "Khalid", "--data", tmp_path / "d").exit_code == 0
    assert run("reset-pin", "--who", "Nobody", "--data", tmp_path / "d").exit_code == 2
    with open_people(tmp_path / "d") as people:
        assert people.staff.member(added.id).has_pin == 0
        people.check_pin("4827")
