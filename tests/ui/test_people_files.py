"""Files are found where people put them, newest first, and nothing else of the machine is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from elder_tutor.ui.trainer.people_files import files_in, listed, places


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with lists in folders, hidden and other files."""
    for name in ("b.csv", "old/a.XLSX", "old/deep/c.csv", "a/b/c/d/too-deep.csv", ".hidden.csv", "song.mp3"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    os.utime(tmp_path / "old" / "a.XLSX", (2_000_000_000, 2_000_000_000))
    return tmp_path


def test_files_are_found_in_folders_newest_first(stick: Path) -> None:
    names = [found.path.name for found in files_in((stick,), (".csv", ".xlsx"))]
    assert names[0] == "a.XLSX"
    assert sorted(names) == ["a.XLSX", "b.csv", "c.csv"]


def test_only_so_many_are_listed(stick: Path) -> None:
    for number in range(20):
        (stick / f"{number}.csv").write_text("x")
    assert len(files_in((stick,), (".csv",), most=5)) == 5


def test_a_folder_that_lies_in_another_is_listed_once(stick: Path) -> None:
    found = files_in((stick, stick / "old"), (".csv", ".xlsx"))
    assert len(found) == len({one.path for one in found}) == 3


def test_a_folder_that_is_gone_has_no_files(tmp_path: Path) -> None:
    assert files_in((tmp_path / "away",), (".csv",)) == ()


def test_a_link_out_of_the_stick_is_not_followed(
    stick: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "secret.csv").write_text("x")
    (stick / "way").symlink_to(away)
    (stick / "harmless.csv").symlink_to(away / "secret.csv")
    os.mkfifo(stick / "endless.csv")
    names = {found.path.name for found in files_in((stick,), (".csv",))}
    assert names == {"b.csv", "c.csv"}


def test_photos_are_listed_with_how_they_look(tmp_path: Path, qapp: QApplication) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#A02638"))
    image.save(str(tmp_path / "face.png"))
    (tmp_path / "broken.png").write_bytes(b"no photo")
    shown = {one.path.name: one.photo for one in listed((tmp_path,), (".png",), look=True)}
    assert shown["broken.png"] is None
    assert shown["face.png"] is not None
    assert shown["face.png"].width() == shown["face.png"].height()


def test_the_whole_home_is_no_place() -> None:
    assert Path.home() not in places()
    assert Path("/") not in places()
