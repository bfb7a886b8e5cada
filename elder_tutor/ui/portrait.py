"""Make a small square photo of whatever a file or a camera gives: cut, scaled, written anew.

The picture is painted into a fresh one, so that nothing of the file's own notes (EXIF: place, time,
owner) is left; the way the camera was held is taken into account first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from elder_tutor.progress.photos import MOST_BYTES, NO_PHOTO, PhotoTrouble

SIDE: Final = 400
"""Pixels of a photo's side, at most."""
THUMB: Final = 120
"""Pixels of a photo's shorter side in a list."""
LEAST: Final = 64
"""A picture with a shorter side shows nobody."""
MOST_MB: Final = 256
"""Memory a picture may take while it is read: 64 million pixels (a telephone's largest)."""
QUALITIES: Final = (88, 80, 70, 60, 45, 30)
FOREHEAD: Final = 0.4
"""Of an upright picture a little more is cut below than above: heads are above."""


def portrait_of(path: Path) -> bytes:
    """Answer the photo in a file as a small square JPEG. Raises PhotoTrouble."""
    reader = QImageReader(str(path))
    return _read(reader)


def portrait_from(data: bytes) -> bytes:
    """Answer the photo in these bytes (JPEG, PNG, …) as a small square JPEG. Raises PhotoTrouble."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer))


def thumb(path: Path) -> QImage | None:
    """Answer a photo very small, quickly; None where it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setAllocationLimit(MOST_MB)
    size = reader.size()
    if not size.isValid() or min(size.width(), size.height()) < LEAST:
        return None
    reader.setScaledSize(size.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else square(image)


def image_of(photo: bytes) -> QImage:
    """Answer a kept photo as a picture; a null one where it is damaged."""
    return QImage.fromData(QByteArray(photo))


def square(image: QImage) -> QImage:
    """Answer the middle of a picture as a square of at most SIDE pixels, with nothing else of it."""
    side = min(image.width(), image.height())
    left = (image.width() - side) // 2
    top = round((image.height() - side) * FOREHEAD)
    small = min(side, SIDE)
    made = QImage(QSize(small, small), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    cut = image.copy(QRect(left, top, side, side))
    smooth = cut.scaled(
        small, small, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(QRectF(0, 0, small, small), smooth)
    painter.end()
    return made


def _read(reader: QImageReader) -> bytes:
    reader.setAutoTransform(True)
    reader.setAllocationLimit(MOST_MB)
    image = reader.read()
    if image.isNull() or min(image.width(), image.height()) < LEAST:
        raise PhotoTrouble(NO_PHOTO)
    return _written(square(image))


def _written(image: QImage) -> bytes:
    """Answer a picture as JPEG, as good as its size may be."""
    for quality in QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpg"))
        writer.setQuality(quality)
        writer.write(image)
        data = bytes(buffer.data().data())
        if data and len(data) <= MOST_BYTES:
            return data
    raise PhotoTrouble(NO_PHOTO)
