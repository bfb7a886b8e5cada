"""Packs are untrusted data: links, sizes, bombs, pipes (DESIGN 11)."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elder_tutor import resources
from elder_tutor.lessons.checks import check_pack
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.reading import files
from elder_tutor.lessons.reading.faults import Severity
from tests.lessons.packs import APP, library, write

BOMB = (
    "a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\n"
)


def refused(folder, words):
    loaded = load_pack(folder)
    assert loaded.pack is None
    assert words in " | ".join(map(str, loaded.faults))


def test_a_billion_laughs_are_refused(tmp_path):
    refused(write(tmp_path, library() | {APP: BOMB}), "“&” names a part of the file")


def test_a_file_above_the_limit_is_refused(tmp_path):
    refused(write(tmp_path, library() | {APP: "#" * (files.FILE_LIMIT + 1)}), "larger than 1 MiB")


def test_a_file_at_the_limit_is_read(tmp_path):
    text = library()[APP]
    size = len(text.encode())
    assert (
        load_pack(write(tmp_path, library() | {APP: text + "#" * (files.FILE_LIMIT - size)})).pack is not None
    )


def test_a_pack_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "COUNT_LIMIT", 3)
    refused(write(tmp_path, library()), "the pack is too large")


def test_a_pack_of_too_many_bytes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "PACK_LIMIT", 2000)
    refused(write(tmp_path, library()), "the pack is too large")


@pytest.mark.parametrize("name", [APP, "pack.yaml", "courses/reading/borrow-book.yaml"])
def test_a_file_that_is_a_link_is_refused(tmp_path, name):
    folder = write(tmp_path / "pack", library())
    (tmp_path / "secret.yaml").write_text((folder / name).read_text())
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "secret.yaml")
    refused(folder, f"{name}: error: this is a link")


@pytest.mark.parametrize("name", ["apps", "courses/reading"])
def test_a_folder_that_is_a_link_is_refused(tmp_path, name):
    folder = write(tmp_path / "pack", library())
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    refused(folder, f"{name}: error: this is a link")


def test_the_folder_of_the_courses_may_be_no_link_either(tmp_path):
    folder = write(tmp_path / "pack", library())
    (folder / "courses").rename(tmp_path / "elsewhere")
    (folder / "courses").symlink_to(tmp_path / "elsewhere")
    refused(folder, "courses: error: this is a link")


def test_a_pipe_does_not_hold_the_program(tmp_path):
    folder = write(tmp_path, library())
    (folder / APP).unlink()
    os.mkfifo(folder / APP)
    refused(folder, f"{APP}:1: error: the file is empty")


def test_a_folder_called_like_a_file_is_a_fault(tmp_path):
    folder = write(tmp_path, library())
    (folder / "apps" / "more.yaml").mkdir()
    refused(folder, "apps/more.yaml: error: cannot be read")


def test_a_file_with_another_ending_is_a_fault_not_a_riddle(tmp_path):
    refused(write(tmp_path, library() | {"apps/more.yml": "x"}), "end the file's name in .yaml")


def test_a_folder_without_a_pack_says_so(tmp_path):
    refused(tmp_path, "there is no pack.yaml")


def test_digits_without_end_stay_words(tmp_path):
    refused(
        write(tmp_path, library() | {"pack.yaml": "pack: " + "9" * 100_000}), "this is longer than 64 letters"
    )


def test_an_id_cannot_lead_out_of_the_pack(tmp_path):
    refused(write(tmp_path, library() | {"pack.yaml": "pack: ../../etc\nname: x"}), "cannot be a name here")


PIECES = (
    "",
    "x",
    "5",
    "-1",
    "true",
    "null",
    "[]",
    "{}",
    "[x]",
    "{a: b}",
    "$book",
    "=book",
    "$ask.book",
    "$row",
    "a.b.c.d",
    "home",
)
NAMES = sorted(library())
WORD = re.compile(r"[A-Za-z_.$][\w.$]*|\{[^{}\n]*\}|\[[^\[\]\n]*\]|\"[^\"\n]*\"")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_slip_of_an_author_makes_the_loader_or_the_checks_fall(tmp_path, data):
    files = library()
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(NAMES))
        spots = list(WORD.finditer(files[name]))
        spot = data.draw(st.sampled_from(spots))
        piece = data.draw(st.sampled_from([*PIECES, *(other.group() for other in spots)]))
        files[name] = files[name][: spot.start()] + piece + files[name][spot.end() :]
    loaded = load_pack(write(tmp_path, files))
    found = check_pack(loaded, tmp_path, resources.assets() / "icons")
    assert loaded.pack is not None or any(fault.severity is Severity.ERROR for fault in found)
    assert all(str(fault) for fault in found)
