"""Drawings are found, recoloured, mirrored and kept; the font must be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from elder_tutor.errors import BugError
from elder_tutor.resources import assets
from elder_tutor.ui import fonts, icons
from elder_tutor.ui.words import STAGE_ICONS

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "name",
    sorted(
        p.relative_to(assets() / "icons").with_suffix("").as_posix()
        for p in (assets() / "icons").rglob("*.svg")
    ),
)
def test_every_drawing_has_ink_at_its_size(name: str) -> None:
    image = icons.icon(name, 64).toImage()
    assert image.height() == 64
    assert any(image.pixelColor(x, y).alpha() for x in range(0, image.width(), 3) for y in range(0, 64, 3))


def test_a_line_drawing_takes_two_colours() -> None:
    image = icons.icon("line/shield", 96, "#FF0000", "#00FF00").toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(96)
        for y in range(96)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert {"#ff0000", "#00ff00"} <= colours
    assert not colours & {icons.MAIN.lower(), icons.SOFT.lower()}


def test_a_mirrored_drawing_is_the_other_way_round() -> None:
    plain, turned = (
        icons.icon("line/play", 48).toImage(),
        icons.icon("line/play", 48, mirrored=True).toImage(),
    )
    assert plain != turned
    assert turned.flipped(Qt.Orientation.Horizontal).convertToFormat(plain.format()) == plain


def test_a_drawing_is_sharp_on_a_fine_screen() -> None:
    fine = icons.icon("line/again", 40, dpr=2.0)
    assert (fine.height(), fine.devicePixelRatio()) == (80, 2.0)


@pytest.mark.parametrize(
    ("name", "arabic", "latin"),
    [("line/back", True, False), ("line/leave", False, True), ("line/clock", False, False)],
)
def test_only_what_points_somewhere_is_mirrored(name: str, arabic: bool, latin: bool) -> None:
    assert (icons.turned(name, True), icons.turned(name, False)) == (arabic, latin)


def test_a_missing_drawing_is_a_bug() -> None:
    with pytest.raises(BugError, match="no drawing"):
        icons.icon("line/none-of-this-name", 20)


def test_a_missing_font_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontMissing):
        fonts.load(tmp_path)


def test_every_stage_has_a_drawing() -> None:
    assert all(icons.exists(name) for name in STAGE_ICONS.values())
