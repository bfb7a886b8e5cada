"""Pictures of every page at once: an index of what was measured, and what makes the command fail."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from elder_tutor.app import build
from elder_tutor.cli import commands
from elder_tutor.progress.files import FILE
from elder_tutor.ui.measures import gallery
from elder_tutor.ui.measures.contrast import WORDS_LEAST, contrast_in
from elder_tutor.ui.measures.gallery import Taken, Wanted, faults, shots
from elder_tutor.ui.measures.measuring import OTHER_MM, PHONE_MM, ROUNDED_MM
from elder_tutor.ui.picture import Shot, take_picture
from elder_tutor.ui.program import PAGES, TRAINER_PAGES
from elder_tutor.ui.theme import FAMILY

pytestmark = pytest.mark.xdist_group("gallery")  # the pictures are taken once
WINDOW = (1366, 768)
KEYS = ["page", "lang", "size", "window", "clipped", "contrast_min", "target_min_mm", "sha256"]
SHOT = Shot("home")


def run(*words: object) -> Result:
    """Type a command."""
    return CliRunner().invoke(commands, ["picture", *map(str, words)], catch_exceptions=False)


def written(text: str, ink: str, ground: str) -> QImage:
    """Paint words on a ground."""
    image = QImage(400, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(FAMILY)
    font.setPixelSize(30)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QRect(0, 0, 400, 90), 0x84, text)
    painter.end()
    return image


@pytest.fixture(scope="module")
def two_pages(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Taken]]:
    """The folder and what was taken of a learner's and a trainer's page in one window."""
    out = tmp_path_factory.mktemp("pictures")
    wanted = Wanted(("lesson", "trainer-staff"), ("ar",), (1,), (WINDOW,))
    return out, gallery.take_all(wanted, out)


def test_the_index_tells_the_same_of_every_picture(two_pages: tuple[Path, list[Taken]]) -> None:
    out, taken = two_pages
    index = json.loads((out / "index.json").read_text("utf-8"))
    assert [list(each) for each in index] == [KEYS, KEYS]
    for each, one in zip(index, taken, strict=True):
        assert each["sha256"] == hashlib.sha256((out / f"{one.name}.png").read_bytes()).hexdigest()


def test_words_are_strong_and_whole(two_pages: tuple[Path, list[Taken]]) -> None:
    for one in two_pages[1]:
        assert one.clipped == ()
        assert one.contrast is not None
        assert one.contrast.value >= 7, one


def test_a_drawing_is_not_the_weakest_word(qapp: QApplication, tmp_path: Path) -> None:
    (one,) = gallery.take_all(Wanted(("trainer-pin",), ("ar",), (1,), (WINDOW,)), tmp_path)
    assert one.contrast is not None
    assert one.contrast.value >= WORDS_LEAST


def test_the_smallest_target_is_measured_in_millimetres(two_pages: tuple[Path, list[Taken]]) -> None:
    lesson, staff = (one.target for one in two_pages[1])
    assert lesson is not None
    assert staff is not None
    assert PHONE_MM - ROUNDED_MM <= lesson.value < OTHER_MM  # inside the phone smaller ones are allowed
    assert staff.value >= OTHER_MM - ROUNDED_MM


def test_a_picture_is_the_same_alone_and_among_all(
    two_pages: tuple[Path, list[Taken]], tmp_path: Path
) -> None:
    take_picture(Shot("lesson", lang="ar", window=WINDOW), tmp_path / "one.png")
    assert (tmp_path / "one.png").read_bytes() == (two_pages[0] / "lesson-ar-1-1366x768.png").read_bytes()


def test_a_picture_changes_nothing_of_the_data_it_shows(qapp: QApplication, tmp_path: Path) -> None:
    with contextlib.closing(build(tmp_path / "data")) as app:
        app.people.add("نورة", "palm")
    before = (tmp_path / "data" / FILE).read_bytes()
    for page in ("home", "family", "trainer-board"):
        take_picture(Shot(page), tmp_path / f"{page}.png", tmp_path / "data")
    assert (tmp_path / "data" / FILE).read_bytes() == before


def test_the_contact_sheet_has_a_row_for_each_page(two_pages: tuple[Path, list[Taken]]) -> None:
    sheet = QImage(str(two_pages[0] / "contact.png"))
    assert sheet.height() == 2 * (gallery.THUMB + gallery.LEGEND)


def test_every_page_is_wanted_and_a_trainers_page_in_one_size() -> None:
    assert set(PAGES) == set(Wanted().pages)
    assert len(list(shots("home", Wanted(), ("ar", "en")))) == 8
    assert len(list(shots(TRAINER_PAGES[0], Wanted(), ("ar", "en")))) == 4


def test_what_is_cut_and_what_is_the_same_is_told() -> None:
    whole = Taken(SHOT, (), None, None, "a")
    cut = Taken(replace(SHOT, page="praise"), ("praise.again",), None, None, "a")
    assert faults([whole]) == []
    assert faults([whole, cut]) == [
        "praise-ar-1-1366x768: clipped praise.again",
        "praise-ar-1-1366x768: the same picture as home-ar-1-1366x768",
    ]


def test_a_dark_picture_has_a_name_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    wanted = Wanted(("calm",), ("ar",), (1,), (WINDOW,), Shot("", theme="dark"))
    (dark,) = gallery.take_all(wanted, tmp_path)
    assert dark.name == "calm-ar-1-1366x768-dark"
    assert QImage(str(tmp_path / f"{dark.name}.png")).pixelColor(5, 400).lightness() < 40


@pytest.mark.parametrize(("found", "code"), [((), 0), (("home.go",), 1)])
def test_the_exit_code_tells_whether_something_is_wrong(
    found: tuple[str, ...], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "take_all", lambda *_: [Taken(SHOT, found, None, None, "a")])
    result = run("--all", "--out", tmp_path)
    assert result.exit_code == code
    assert result.stderr.splitlines() == [f"home-ar-1-1366x768: clipped {each}" for each in found]


@pytest.mark.parametrize(
    "words",
    [
        ("--out", "x.png"),
        ("home", "--all", "--out", "x"),
        ("home", "--out", "x.png", "--lang", "ar", "--lang", "en"),
        ("--all", "--out", "x", "--window", "12"),
    ],
)
def test_bad_input_is_refused(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#14262E", "#FFFFFF", 15.5), ("#767676", "#FFFFFF", 4.54)],
)
def test_the_contrast_of_painted_words_is_that_of_their_colours(
    qapp: QApplication, ink: str, ground: str, ratio: float
) -> None:
    for one, other in ((ink, ground), (ground, ink)):
        assert contrast_in(written("احجز موعدًا", one, other)) == pytest.approx(ratio, rel=0.02)


def test_without_words_there_is_no_contrast(qapp: QApplication) -> None:
    assert contrast_in(written("", "#000000", "#FFFFFF")) is None


@pytest.mark.long
@pytest.mark.timeout(900)
def test_every_page_is_whole_and_like_no_other(qapp: QApplication, tmp_path: Path) -> None:
    assert faults(gallery.take_all(Wanted(), tmp_path)) == []


def test_a_window_that_is_too_narrow_is_told_the_width_that_would_do():
    told = run("home", "--out", "x.png", "--window", "700x700")
    assert (told.exit_code, "800 to 7680 pixels wide" in told.output) == (2, True)
