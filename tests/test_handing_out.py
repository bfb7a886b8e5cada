"""Files for others, as somebody at the centre makes them on the command line."""

from __future__ import annotations

import contextlib
import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import build
from elder_tutor.cli import commands
from elder_tutor.progress.events import Event, EventKind

AT = int(datetime(2026, 6, 8, 9, tzinfo=UTC).timestamp() * 1000)
DAY_MS = 86_400_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A learner who practised on two days, and did a private lesson."""
    kinds = enumerate((EventKind.OPENED, EventKind.STEP_DONE, EventKind.FINISHED))
    facts = [(day, kind, AT + day * DAY_MS + n) for n, kind in kinds for day in range(2)]
    with contextlib.closing(build(tmp_path / "data")) as app:
        who = app.people.add("=سالم", "dhow").id
        app.store.append(
            [
                Event(f"{day:032x}", who, "book-appointment", 1, "alone", "start", kind, {}, at)
                for day, kind, at in facts
            ]
        )
        private = next(lesson.id for lesson in app.catalog.lessons if lesson.private)
        app.store.append([Event("f" * 32, who, private, 1, "alone", "", EventKind.FINISHED, {}, AT)])
    return tmp_path / "data"


def run(data: Path, out: Path, kind: str, *more: str) -> Result:
    return CliRunner().invoke(
        commands, ["export", "--data", str(data), "--format", kind, "--out", str(out), *more]
    )


def rows(out: Path) -> list[list[str]]:
    data = (out / "events.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(data.decode("utf-8-sig").splitlines()))


def test_every_event_is_a_row_and_nobody_is_named(data: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path, "csv").exit_code == 0
    head, *facts = rows(tmp_path)
    assert head[:4] == ["id", "time", "place", "learner"]
    assert len(facts) == 7
    assert "سالم" not in (tmp_path / "events.csv").read_text("utf-8")
    assert len({row[3] for row in facts}) == 1


def test_a_private_lesson_has_neither_title_nor_time(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path, "csv")
    [row] = [row for row in rows(tmp_path) if row[4] == "private"]
    assert (row[0], row[1], row[2], row[5:8], row[8]) == ("", "", "", ["", "", ""], "finished")


def test_a_name_that_looks_like_a_formula_is_harmless(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path, "csv", "--names")
    assert {row[3] for row in rows(tmp_path)[1:]} == {"'=سالم"}


def test_only_the_days_that_are_asked_for(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path, "csv", "--since", "2026-06-09", "--until", "2026-06-09")
    assert len(rows(tmp_path)) == 1 + 3


def test_two_exports_call_a_learner_the_same(data: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run(data, tmp_path / folder, "csv")
    assert rows(tmp_path / "one") == rows(tmp_path / "two")


def test_the_workbook_has_real_dates_numbers_and_right_to_left_sheets(data: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path, "xlsx").exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "group.xlsx")
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    begun = book.worksheets[1]
    assert begun["K2"].value == datetime(2026, 6, 9)
    assert begun["E2"].value == 2
    assert begun["A2"].value == "'=سالم"


def test_statements_are_json_with_a_verb_of_adl(data: Path, tmp_path: Path) -> None:
    assert run(data, tmp_path, "xapi").output.endswith("7 in all\n")
    [file] = tmp_path.glob("statements-*.json")
    said = json.loads(file.read_text("utf-8"))
    assert {one["verb"]["id"].rpartition("/")[0] for one in said} == {"http://adlnet.gov/expapi/verbs"}
    assert {"ar", "en"} <= set(said[0]["object"]["definition"]["name"])


def test_handing_out_stands_in_the_audit_log(data: Path, tmp_path: Path) -> None:
    run(data, tmp_path, "xapi")
    with contextlib.closing(build(data)) as app:
        assert (app.people.audit()[-1].action, app.people.audit()[-1].subject) == ("exported", "xapi")


def test_days_the_wrong_way_round_are_one_sentence_and_exit_code_2(data: Path, tmp_path: Path) -> None:
    told = run(data, tmp_path / "new", "csv", "--since", "2026-06-09", "--until", "2026-06-08")
    assert (told.exit_code, (tmp_path / "new").exists()) == (2, False)


def test_a_place_that_cannot_be_written_is_exit_code_2(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = run(data, tmp_path / "file" / "below", "csv")
    assert told.exit_code == 2
    assert "cannot be written" in told.output
