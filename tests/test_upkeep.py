"""Copies and the way back, as somebody who looks after a machine would do it on the command line."""

from __future__ import annotations

import contextlib
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import build
from elder_tutor.cli import commands
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.audit import Deed
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.photos import Consent, Photos
from elder_tutor.progress.remarks import Remarks
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


# --- one learner's own data --------------------------------------------------------


@pytest.fixture
def lived(data: Path) -> Path:
    """Salim practised a lesson and a private one, in a group, with a note, and a copy was made."""
    with contextlib.closing(build(data)) as app:
        [who] = app.people.learners()
        private = next(lesson.id for lesson in app.catalog.lessons if lesson.private)
        at = int(app.clock().timestamp() * 1000)
        for lesson, kind in (("book-appointment", EventKind.OPENED), (private, EventKind.FINISHED)):
            app.store.append([Event(lesson[:9], who.id, lesson, 1, "alone", "", kind, {}, at)])
        Remarks(app.store).add(who.id, "يَحْتَاجُ وَقْتًا")
        Assignments(app.store).assign(who.id, lesson="book-appointment")
        groups = Groups(app.store)
        groups.put(groups.add("الأحد", "dhow").id, [who.id])
        app.keep_settings({"size": 3}, who.id)
    run("backup", data=data)
    return data


def own(data: Path, tmp_path: Path) -> dict[str, Any]:
    assert run("learner-data", "سالم", "--out", str(tmp_path / "own"), data=data).exit_code == 0
    return json.loads((tmp_path / "own" / "learner.json").read_text("utf-8"))


def test_a_learner_sees_everything_that_is_kept_of_them(lived: Path, tmp_path: Path) -> None:
    told = own(lived, tmp_path)
    assert told["learner"]["name"] == "سالم"
    assert told["settings"] == [{"size": 3}]
    assert [group["name"] for group in told["groups"]] == ["الأحد"]
    assert [remark["text"] for remark in told["remark"]] == ["يَحْتَاجُ وَقْتًا"]
    assert [one["lesson"] for one in told["assignment"]] == ["book-appointment"]
    assert [one["action"] for one in told["audit"]][:1] == ["add_learner"]
    events = (tmp_path / "own" / "events.csv").read_text("utf-8-sig").splitlines()
    assert len(events) == 1 + 2


def test_of_a_private_lesson_there_is_only_that_it_is_done(lived: Path, tmp_path: Path) -> None:
    lessons = own(lived, tmp_path)["lesson_summary"]
    assert [lesson for lesson in lessons if "lesson" not in lesson] == [{"title": "درس خاص", "done": True}]
    with contextlib.closing(build(lived)) as app:
        private = [lesson for lesson in app.catalog.lessons if lesson.private]
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "own").iterdir())
    assert not [lesson.id for lesson in private if f'"{lesson.id}"' in written or f",{lesson.id}," in written]


def test_it_can_be_one_file_to_take_along(lived: Path, tmp_path: Path) -> None:
    told = run("learner-data", "سالم", "--out", str(tmp_path / "mine.zip"), data=lived)
    assert told.output.strip().endswith("mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as packed:
        assert packed.namelist() == ["events.csv", "learner.json"]


def test_a_photo_is_among_ones_own_data_and_the_keys_are_only_said(lived: Path, tmp_path: Path) -> None:
    image = b"\xff\xd8\xff photo"
    with contextlib.closing(build(lived)) as app:
        [who] = app.people.learners()
        Photos(app.store).give(who.id, image, Consent("family"))
        ticket = Keys(app.store).ticket(who.id)
    told = own(lived, tmp_path)
    assert (tmp_path / "own" / "photo.jpg").read_bytes() == image
    assert [(one["agreed"], one["file"]) for one in told["photo"]] == [("family", "photo.jpg")]
    assert (len(told["card_printed"]), told["three_pictures_chosen"]) == (1, False)
    assert ticket not in json.dumps(told)


def test_giving_a_learner_their_data_stands_in_the_audit_log(lived: Path, tmp_path: Path) -> None:
    own(lived, tmp_path)
    with contextlib.closing(build(lived)) as app:
        entry, who = app.people.audit()[-1], app.people.learners()[0]
    assert (entry.action, entry.subject) == (Deed.EXPORTED, who.id)


def test_an_erased_learner_is_in_no_file_of_the_folder(lived: Path) -> None:
    assert run("erase", "سالم", "--yes", data=lived).exit_code == 0
    assert names(lived) == []
    whole = b"".join(path.read_bytes() for path in lived.rglob("*") if path.is_file())
    assert "سالم".encode() not in whole
    assert "يَحْتَاجُ وَقْتًا".encode() not in whole
    with contextlib.closing(build(lived)) as app:
        assert app.people.audit()[-1].action == Deed.ERASE_LEARNER


def test_erasing_asks_first(lived: Path) -> None:
    told = CliRunner().invoke(commands, ["erase", "سالم", "--data", str(lived)], input="n\n")
    assert (told.exit_code, names(lived)) == (0, ["سالم"])


@pytest.mark.parametrize("command", ["erase", "learner-data"])
@pytest.mark.parametrize("called", ["نورة", "سالم"])
def test_nobody_or_several_of_a_name_is_one_sentence_and_exit_code_2(
    data: Path, tmp_path: Path, command: str, called: str
) -> None:
    with contextlib.closing(build(data)) as app:
        app.people.add("سالم", "palm")
    more = ("--yes",) if command == "erase" else ("--out", str(tmp_path / "own"))
    told = run(command, called, *more, data=data)
    assert (told.exit_code, len(told.output.strip().splitlines())) == (2, 1)
    assert names(data) == ["سالم", "سالم"]


def test_a_place_that_cannot_be_written_is_exit_code_2(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run("learner-data", "سالم", "--out", str(tmp_path / "file" / "own"), data=data).exit_code == 2


def test_a_copy_with_the_date_of_a_clock_that_ran_ahead_does_not_stop_the_others(data: Path) -> None:
    daily_backup(data, DAY + timedelta(days=3_000), 90)
    made = daily_backup(data, DAY, 90)
    assert made is not None
    assert made.day == DAY
