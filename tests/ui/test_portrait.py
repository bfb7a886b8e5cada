"""A photo becomes a small square without the camera's notes, whatever was given."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, qRgb

from elder_tutor.progress.photos import MOST_BYTES, PhotoTrouble
from elder_tutor.ui.portrait import SIDE, portrait_from, portrait_of

EXIF = b"\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"
TURNED = b"\x00\x06\x00\x00\x00\x00\x00\x00"
"""Orientation 6: the camera was held upright (CIPA DC-008, 4.6.4)."""


def picture(width: int, height: int, kind: str = "JPG", noise: bool = False) -> bytes:
    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#A02638"))
    if noise:
        chance = random.Random(1)
        for y in range(height):
            for x in range(width):
                image.setPixel(x, y, qRgb(*(chance.randrange(256) for _ in range(3))))
    image.setText("Comment", "GPS 25.28 51.53")
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def with_notes(data: bytes) -> bytes:
    return data[:2] + EXIF + TURNED + data[2:]


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (800, 1200), (401, 400), (90, 64)])
def test_a_photo_becomes_a_square_of_at_most_400(width: int, height: int) -> None:
    made = QImage.fromData(portrait_from(picture(width, height)))
    assert (made.width(), made.height()) == (min(SIDE, width, height),) * 2


@pytest.mark.parametrize("kind", ["JPG", "PNG", "BMP"])
def test_nothing_of_the_files_own_notes_is_left(kind: str) -> None:
    given = picture(600, 600, kind)
    given = with_notes(given) if kind == "JPG" else given
    made = portrait_from(given)
    assert made.startswith(b"\xff\xd8\xff")
    assert not [sign for sign in (b"Exif", b"GPS", b"Comment") if sign in made]


def test_a_camera_held_upright_gives_an_upright_photo() -> None:
    image, buffer = QImage(600, 300, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("white"))
    for x in range(300):  # the left half, which stands above once the picture is turned
        for y in range(300):
            image.setPixel(x, y, qRgb(0, 0, 0))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")
    made = QImage.fromData(portrait_from(with_notes(bytes(buffer.data().data()))))
    assert made.pixelColor(150, 20).lightness() < 60
    assert made.pixelColor(150, 280).lightness() > 200


def test_even_a_noisy_photo_stays_small_enough() -> None:
    assert len(portrait_from(picture(420, 420, "PNG", noise=True))) <= MOST_BYTES


@pytest.mark.parametrize("data", [b"", b"no photo", picture(40, 900)])
def test_what_shows_nobody_is_told(data: bytes) -> None:
    with pytest.raises(PhotoTrouble):
        portrait_from(data)


def test_a_file_is_read_like_bytes(tmp_path: Path) -> None:
    path = tmp_path / "face.png"
    path.write_bytes(picture(500, 700, "PNG"))
    assert QImage.fromData(portrait_of(path)).width() == SIDE


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PhotoTrouble):
        portrait_of(tmp_path / "none.jpg")
