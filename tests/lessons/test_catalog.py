"""Courses in order, prerequisites, lookup; a bad pack is left out whole."""

from __future__ import annotations

import pytest

from elder_tutor.errors import KnownError
from elder_tutor.lessons.catalog import UnknownApp, UnknownLesson, open_catalog
from tests.lessons.packs import APP, LESSON, library, write


def second(files):
    """The same pack under other names."""
    words = (("library", "archive"), ("borrow-book", "read-file"), ("reading", "files"))
    out = {}
    for name, text in files.items():
        for old, new in words:
            name, text = name.replace(old, new), text.replace(old, new)
        out[name] = text
    return out


def two_lessons():
    files = library()
    course = "courses/reading/course.yaml"
    files["courses/reading/a-first.yaml"] = files[LESSON].replace("borrow-book", "a-first")
    files[course] = files[course].replace("[borrow-book]", "[borrow-book, a-first]")
    return files


def test_lessons_come_in_the_order_of_their_course_not_of_their_files(tmp_path):
    catalog = open_catalog([write(tmp_path, two_lessons())])
    assert [lesson.id for lesson in catalog.lessons] == ["borrow-book", "a-first"]
    assert catalog.course("a-first").id == "reading"


def test_courses_come_in_the_order_of_the_pack_and_the_others_follow(tmp_path):
    files = library()
    for name in ("alpha", "beta"):
        files[f"courses/{name}/course.yaml"] = f"course: {name}\nname: آ\nlessons: [{name}-1]\n"
        files[f"courses/{name}/{name}-1.yaml"] = files[LESSON].replace("borrow-book", f"{name}-1")
    files["pack.yaml"] += "courses: [reading, beta]\n"
    catalog = open_catalog([write(tmp_path, files)])
    assert [course.id for course in catalog.courses] == ["reading", "beta", "alpha"]
    assert [lesson.id for lesson in catalog.lessons] == ["borrow-book", "beta-1", "alpha-1"]


def test_an_unknown_lesson_is_named_and_what_exists_is_listed(tmp_path):
    catalog = open_catalog([write(tmp_path, library())])
    with pytest.raises(UnknownLesson) as caught:
        catalog.lesson("borow-book")
    assert str(caught.value) == "There is no lesson “borow-book”. There is: borrow-book."
    assert isinstance(caught.value, KnownError)


def test_an_unknown_app_is_named_too(tmp_path):
    with pytest.raises(UnknownApp, match="no app “x”"):
        open_catalog([write(tmp_path, library())]).app("x")


def test_every_lesson_belongs_to_the_domain_of_its_pack(tmp_path):
    write(tmp_path / "b", library())
    write(tmp_path / "a", second(library()))
    catalog = open_catalog([tmp_path])
    assert [pack.id for pack in catalog.packs] == ["archive", "library"]
    assert catalog.domain("borrow-book") == "library"
    assert catalog.domain("read-file") == "archive"
    assert set(catalog.apps) == {"library", "archive"}
    assert catalog.app("archive").name == "الْمَكْتَبَةُ"


def test_a_bad_pack_is_left_out_whole_with_its_faults_and_the_others_stay(tmp_path):
    write(tmp_path / "good", library())
    bad = second(library())
    bad["apps/archive.yaml"] += "x: y\n"
    write(tmp_path / "bad", bad)
    catalog = open_catalog([tmp_path])
    assert catalog.left_out == ("bad",)
    assert set(catalog.apps) == {"library"}
    assert "“x” cannot stand here" in catalog.faults[0].message


def test_a_pack_with_a_lesson_or_app_that_is_there_already_is_left_out(tmp_path):
    write(tmp_path / "a", library())
    write(tmp_path / "b", library())
    catalog = open_catalog([tmp_path])
    assert catalog.left_out == ("b",)
    assert "the pack “library” has lesson “borrow-book” already" in [
        fault.message for fault in catalog.faults
    ]


def test_a_prerequisite_that_is_nowhere_counts_as_met(tmp_path):
    files = two_lessons()
    files[LESSON] = files[LESSON].replace("minutes: 8", "minutes: 8\nneeds: [a-first, fly-a-plane]")
    catalog = open_catalog([write(tmp_path, files)])
    assert [lesson.id for lesson in catalog.needs("borrow-book")] == ["a-first"]


def test_no_pack_at_all_is_an_empty_catalog(tmp_path):
    catalog = open_catalog([tmp_path, tmp_path / "missing"])
    assert (catalog.lessons, catalog.faults, catalog.left_out) == ((), (), ())
    with pytest.raises(UnknownLesson, match="There is: –"):
        catalog.lesson("x")


def test_a_broken_lesson_leaves_its_app_out_too(tmp_path):
    files = library()
    files[LESSON] = files[LESSON].replace("steps:", "stpes:")
    catalog = open_catalog([write(tmp_path, files)])
    assert catalog.packs == ()
    assert {fault.file for fault in catalog.faults} == {LESSON}
    assert APP not in {fault.file for fault in catalog.faults}
