"""A new lesson from the command works at once, and nothing an author has is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from elder_tutor import resources
from elder_tutor.errors import KnownError
from elder_tutor.lessons.authoring.skeleton import new_lesson
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.lessons.checks import run_check
from elder_tutor.lessons.learners.play import run_play
from elder_tutor.lessons.reading.faults import Severity

APP = """\
app: {app}
name: الشَّايُ
icon: notes
first: home
screens:
  home:
    title: الشَّايُ
    elements:
      - {{kind: button, id: order, label: طَلَبُ شَايٍ, do: [{{go: done}}]}}
  done:
    title: تَمَّ
    back: home
    elements: [{{kind: text, text: وَصَلَ الشَّايُ.}}]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    (folder / "apps").mkdir(parents=True)
    (folder / "pack.yaml").write_text("pack: tea\nname: الشَّايُ\nlanguage: ar\nhome: [tea]\n", "utf-8")
    (folder / "apps/tea.yaml").write_text(APP.format(app="tea"), "utf-8")
    return folder


def course(pack: Path, lessons: str) -> Path:
    file = pack / "courses/drinks/course.yaml"
    new_lesson(pack, "drinks", "one")
    file.write_text(f"course: drinks # mine\nname: الْمَشْرُوبَاتُ\n{lessons}", "utf-8")
    return file


def test_the_new_lesson_has_no_fault(pack: Path) -> None:
    new_lesson(pack, "drinks", "order-tea")
    report = run_check(pack)
    assert [str(fault) for fault in report.faults if fault.severity is Severity.ERROR] == []


@pytest.mark.parametrize("stage", ["watch", "follow", "alone"])
def test_the_new_lesson_can_be_played(pack: Path, stage: str) -> None:
    new_lesson(pack, "drinks", "order-tea")
    assert run_play(open_catalog([pack]), "order-tea", stage=stage).finished


def test_it_is_entered_in_a_list_on_one_line(pack: Path) -> None:
    file = course(pack, "lessons: [one] # in order\n")
    new_lesson(pack, "drinks", "two")
    assert "lessons: [one, two] # in order" in file.read_text("utf-8")


def test_it_is_entered_in_a_list_on_many_lines(pack: Path) -> None:
    file = course(pack, "lessons:\n  - one\nnote: x\n")
    new_lesson(pack, "drinks", "two")
    assert file.read_text("utf-8").endswith("lessons:\n  - one\n  - two\nnote: x\n")


def test_a_comment_in_the_course_stays(pack: Path) -> None:
    file = course(pack, "lessons: [one]\n")
    new_lesson(pack, "drinks", "two")
    assert "course: drinks # mine" in file.read_text("utf-8")


def test_a_lesson_that_is_there_is_not_written_over(pack: Path) -> None:
    file = new_lesson(pack, "drinks", "one").lesson
    before = file.read_bytes()
    with pytest.raises(KnownError, match="one"):
        new_lesson(pack, "other", "one")
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["course", "../x", "", "a b", "درس"])
def test_a_name_that_is_no_file_name_is_refused(pack: Path, name: str) -> None:
    with pytest.raises(KnownError, match="no name"):
        new_lesson(pack, "drinks", name)


def test_an_app_that_is_not_there_is_refused_with_the_list(pack: Path) -> None:
    with pytest.raises(KnownError, match="tea"):
        new_lesson(pack, "drinks", "two", app="coffee")


def test_a_pack_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        new_lesson(tmp_path / "nowhere", "drinks", "two")


def test_it_works_in_our_own_pack_too(tmp_path: Path) -> None:
    folder = tmp_path / "core"
    shutil.copytree(resources.assets() / "packs" / "core", folder)
    written = new_lesson(folder, "care-and-community", "brand-new", app="waqar")
    assert "brand-new" in open_catalog([folder]).pack_of("brand-new").lessons
    assert written.lesson.name == "brand-new.yaml"
