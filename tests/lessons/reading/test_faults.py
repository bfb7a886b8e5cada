"""Faults of a pack: every one at once, each on its line, in a plain sentence."""

from __future__ import annotations

import pytest

from elder_tutor import resources
from elder_tutor.lessons.device.derive import references
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.reading.explain import validated
from elder_tutor.lessons.reading.faults import Faults
from elder_tutor.lessons.reading.files import pack_files
from elder_tutor.lessons.reading.index import index_app
from elder_tutor.lessons.reading.schema import AppFile
from elder_tutor.lessons.reading.scope import Names
from elder_tutor.lessons.reading.yamlmarks import read_yaml
from tests.lessons.packs import APP, LESSON, changed, library, line_of, told, write
from tests.lessons.slips import SLIPS


@pytest.mark.parametrize(("file", "old", "new", "sentence"), SLIPS, ids=[slip[2][:40] for slip in SLIPS])
def test_a_slip_leaves_the_pack_out_and_says_where_and_what(tmp_path, file, old, new, sentence):
    loaded = changed(tmp_path, file, old, new)
    assert loaded.pack is None
    assert sentence in " | ".join(fault.message for fault in loaded.faults if fault.file == file)


@pytest.mark.parametrize(
    ("old", "new"), [(slip[1], slip[2]) for slip in SLIPS if slip[0] == APP and "\n" not in slip[1] + slip[2]]
)
def test_a_fault_stands_on_the_line_of_the_slip(tmp_path, old, new):
    loaded = changed(tmp_path, APP, old, new)
    around = range(line_of(APP, old) - 3, line_of(APP, old) + 8)
    assert any(fault.line in around for fault in loaded.faults if fault.file == APP)


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    files = library()
    files[APP] = (
        files[APP]
        .replace("go: loans", "go: lons")
        .replace("rows: days", "rows: dais")
        .replace("var: day", "var: dey")
    )
    files[LESSON] = (
        files[LESSON]
        .replace("library.day.calendar", "library.day.x")
        .replace("said: day_full", "side: day_full")
    )
    files["pack.yaml"] = files["pack.yaml"].replace("name:", "nam:")
    found = load_pack(write(tmp_path, files)).faults
    assert {fault.file for fault in found} == {APP, LESSON, "pack.yaml"}
    assert len([fault for fault in found if fault.file == APP]) >= 3


def test_an_app_with_faults_does_not_blame_the_lessons_that_use_it(tmp_path):
    loaded = changed(tmp_path, APP, "first: home", "frist: home")
    assert {fault.file for fault in loaded.faults} == {APP}


def test_a_course_with_faults_blames_neither_the_pack_nor_its_lessons(tmp_path):
    files = library()
    files["pack.yaml"] += "courses: [reading]\n"
    files["courses/reading/course.yaml"] += "x: y\n"
    assert {fault.file for fault in load_pack(write(tmp_path, files)).faults} == {
        "courses/reading/course.yaml"
    }


def test_a_fault_reads_as_one_line(tmp_path):
    loaded = changed(tmp_path, APP, "go: loans", "go: lons")
    line = line_of(APP, "go: loans")
    said = "library has no screen “lons”. Did you mean “loans”? (screens.home.elements[2].do[0].go)"
    assert str(loaded.faults[0]) == f"{APP}:{line}: error: {said}"


def test_a_warning_does_not_leave_a_pack_out(tmp_path):
    loaded = changed(tmp_path, APP, "    title: كُتُبِي\n    back: home\n", "    title: كُتُبِي\n")
    assert loaded.pack is not None
    assert "leads back to the home screen of the phone" in str(loaded.faults[0])


def test_a_hidden_app_has_no_place_on_the_home_screen(tmp_path):
    loaded = changed(tmp_path, APP, "first: home", "first: home\nhidden: true")
    assert "the app “library” is hidden and has no icon" in str(loaded.faults[0])


def test_an_app_called_home_would_be_the_home_screen(tmp_path):
    files = library()
    files["apps/home.yaml"] = files[APP].replace("app: library", "app: home")
    assert "“home” has a meaning of its own" in " ".join(told(load_pack(write(tmp_path, files))))


def test_a_lesson_that_no_course_names_is_a_fault(tmp_path):
    files = library()
    files["courses/reading/other.yaml"] = files[LESSON].replace("lesson: borrow-book", "lesson: other")
    assert "the lesson “other” is missing in this list" in " ".join(told(load_pack(write(tmp_path, files))))


def test_a_lesson_in_a_folder_without_a_course_is_a_fault(tmp_path):
    files = library()
    files["courses/extra/other.yaml"] = files[LESSON].replace("lesson: borrow-book", "lesson: other")
    assert "there is no course.yaml" in " ".join(told(load_pack(write(tmp_path, files))))


def test_two_lessons_of_one_name_are_a_fault(tmp_path):
    files = library()
    files["courses/extra/borrow-book.yaml"] = files[LESSON]
    files["courses/extra/course.yaml"] = "course: extra\nname: آ\nlessons: [borrow-book]\n"
    assert "two lessons are called “borrow-book”" in " ".join(told(load_pack(write(tmp_path, files))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("do: [{go: loans}]", "do: [{set: {other.promise: true}}]"),
        ("do: [{go: loans}]", "do: [{clear: other.promise}]"),
        ("label: أُعِيدُ الْكِتَابَ فِي مَوْعِدِهِ, var: promise", "label: أُعِيدُ, var: other.promise"),
    ],
)
def test_an_app_does_not_change_another_apps_variables(tmp_path, old, new):
    files = library()
    files["apps/other.yaml"] = files[APP].replace("app: library", "app: other")
    assert old in files[APP]
    files[APP] = files[APP].replace(old, new)
    found = " ".join(told(load_pack(write(tmp_path, files))))
    assert "an app changes only its own variables" in found


def test_an_app_may_read_another_apps_variables(tmp_path):
    files = library()
    files["apps/other.yaml"] = files[APP].replace("app: library", "app: other")
    files[APP] = files[APP].replace("on_if: {promise: true", "on_if: {other.promise: true")
    assert load_pack(write(tmp_path, files)).pack is not None


def test_a_column_of_row_ids_leads_on_into_their_table(tmp_path):
    files = library()
    row = "{id: sea, name: حِكَايَاتُ الْبَحْرِ"
    files[APP] = (
        files[APP]
        .replace(row, row + ", next: d1")
        .replace('text: "{book.name}"', 'text: "{book.next.date:date}"')
    )
    assert load_pack(write(tmp_path, files)).pack is not None


def test_columns_lead_into_other_tables_exactly_as_the_phone_walks_them():
    names, tables = Names(), {}
    for name, data in pack_files(resources.assets() / "packs" / "core").files:
        if name.startswith("apps/"):
            value, place = read_yaml(data, name, Faults())
            app = validated(AppFile, value, place, Faults())
            index_app(app, place, names, Faults())
            for table, rows in app.tables.items():
                tables[f"{app.app}.{table}"] = {str(row["id"]): row for row in rows}
    found = {(shape.name, c): t for shape in names.shapes.values() for c, t in shape.columns.items() if t}
    assert {key: table for key, table in found.items() if key[0] in tables} == references(tables)
    assert found
