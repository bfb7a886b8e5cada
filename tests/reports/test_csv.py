from __future__ import annotations

import csv
import io
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.reports.csv import GROUP_COLUMNS, STEP_COLUMNS, group_csv, safe, steps_csv
from elder_tutor.reports.tables import group_table, learner_table
from elder_tutor.reports.words import COLUMNS, STAGES, STATES
from elder_tutor.text.phrase import Phrase


def words(wanted: Phrase) -> str:
    return f"\u2067{wanted.key}\u2069"


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def group(scene, **options) -> list[list[str]]:
    return read(group_csv(group_table(scene.store, scene.people.learners(), scene.heads), words, **options))


def test_a_spreadsheet_sees_that_it_is_utf_8(scene) -> None:
    data = group_csv(group_table(scene.store, (), scene.heads), words)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")


def test_the_header_is_in_the_chosen_language(scene) -> None:
    assert group(scene) == [[COLUMNS[key].key for key in GROUP_COLUMNS]]


def test_the_header_can_hold_the_machine_keys(scene) -> None:
    assert group(scene, keys=True) == [list(GROUP_COLUMNS)]


def test_a_begun_lesson_has_one_row(scene) -> None:
    scene.did(scene.noura.id, "opened")
    scene.did(scene.noura.id, "hint", "day", rung=2)
    scene.did(scene.noura.id, "hint", "slot", rung=4)
    scene.did(scene.noura.id, "mistake", "slot", mistake="full_day")
    scene.did(scene.noura.id, "missed", "slot")
    scene.did(scene.noura.id, "acted", "slot")
    assert group(scene)[1:] == [
        ["نورة", "حَجْزُ مَوْعِدٍ", "", "Needs help", "1", "2", "1", "1", "2.5", "السَّاعَةُ", "2026-06-08"]
    ]


def test_the_last_finished_stage_is_named(scene) -> None:
    for stage in ("watch", "follow"):
        scene.did(scene.noura.id, "finished", stage=stage)
    assert group(scene)[1][2] == STAGES["follow"].key


def test_the_date_is_that_of_the_place(scene) -> None:
    scene.did(scene.noura.id, "opened")
    assert group(scene, zone=timezone(timedelta(hours=-10)))[1][-1] == "2026-06-07"


def test_a_private_lesson_tells_nothing_but_done(scene) -> None:
    for kind, step in (("opened", ""), ("mistake", "day"), ("finished", "")):
        scene.did(scene.noura.id, kind, step, lesson="hotline")
    assert group(scene)[1:] == [["نورة", "Private lesson", "", "Done alone", *[""] * 7]]


def test_steps_have_a_row_each_and_private_ones_none(scene) -> None:
    scene.did(scene.noura.id, "hint", "day", rung=4)
    scene.did(scene.noura.id, "step_done", "day", lesson="hotline")
    rows = read(steps_csv([learner_table(scene.store, scene.noura, scene.heads)], words))
    assert rows[0] == [COLUMNS[key].key for key in STEP_COLUMNS]
    assert rows[1:] == [["نورة", "حَجْزُ مَوْعِدٍ", "اليَوْمُ", "0", "0", "0", "1", "4", "0", "0", "0.0", "0", "Yes"]]


@pytest.mark.parametrize(
    "name", ["=1+1", "+974", "-2", "@SUM(A1)", "|calc", "%x", "＝1", "  =1", "\u200f=1", "\u2067=1\u2069"]
)
def test_a_text_that_looks_like_a_formula_is_made_harmless(name: str) -> None:
    assert safe(name).startswith("'")


def test_a_learner_cannot_smuggle_a_formula_into_the_file(scene) -> None:
    scene.did(scene.people.add('=HYPERLINK("x")', "palm").id, "opened")
    assert group(scene)[1][0] == '\'=HYPERLINK("x")'


@given(st.text())
def test_no_text_begins_as_a_formula(text: str) -> None:
    first = safe(text).lstrip(" \u00a0")[:1]
    assert first not in tuple("=+-@|%\t\r\n")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C",)), max_size=30))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert safe(text).removeprefix("'") in (text, text.removeprefix("'"))


@pytest.mark.parametrize("table", [STATES, STAGES, COLUMNS])
def test_no_two_words_of_a_table_are_the_same(table) -> None:
    assert len({one.key for one in table.values()}) == len(table)
