"""Copies and the way back, as somebody who looks after a machine would do it on the command line."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import build
from elder_tutor.cli import commands
from elder_tutor.progress.audit import Deed
from elder_tutor.upkeep import daily_backup

DAY = date(2026, 6, 8)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with contextlib.closing(build(tmp_path / "data")) as app:
        app.people.add("سالم", "dhow")
    return tmp_path / "data"


def run(*arguments: str, data: Path) -> Result:
    return CliRunner().invoke(commands, [*arguments, "--data", str(data)])


def names(data: Path) -> list[str]:
    with contextlib.closing(build(data)) as app:
        return [learner.name for learner in app.people.learners()]


def test_what_was_copied_comes_back_and_what_was_there_is_kept(data: Path) -> None:
    assert run("backup", data=data).exit_code == 0
    with contextlib.closing(build(data)) as app:
        app.people.add("نورة", "dallah")
    told = run("restore", data=data)
    assert told.exit_code == 0
    assert "What was there before" in told.output
    assert names(data) == ["سالم"]
    assert len(list(data.glob("progress.before-restore-*.db"))) == 1


def test_a_restored_file_says_so_in_its_audit_log(data: Path) -> None:
    run("backup", data=data)
    run("restore", data=data)
    with contextlib.closing(build(data)) as app:
        assert app.people.audit()[-1].action == Deed.RESTORED


def test_the_list_tells_day_size_and_file(data: Path) -> None:
    run("backup", data=data)
    [line] = run("backup", "--list", data=data).output.splitlines()
    assert "MB" in line
    assert line.endswith(".db")


def test_nothing_to_restore_from_is_one_sentence_and_exit_code_2(data: Path) -> None:
    told = run("restore", data=data)
    assert told.exit_code == 2
    assert told.output.strip().endswith("There is no copy of the progress yet.")


def test_a_file_that_is_no_copy_is_refused_with_exit_code_2(data: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    told = run("restore", str(tmp_path / "letter.txt"), data=data)
    assert (told.exit_code, names(data)) == (2, ["سالم"])


def test_counting_anew_tells_how_many_events_there_are(data: Path) -> None:
    assert run("rebuild", data=data).output == "0 events counted.\n"


def test_a_day_has_one_copy_and_the_next_day_another(data: Path) -> None:
    made = [daily_backup(data, day, 90) for day in (DAY, DAY, DAY + timedelta(days=1))]
    assert [backup.day if backup else None for backup in made] == [DAY, None, DAY + timedelta(days=1)]
