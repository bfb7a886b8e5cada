"""Look for what is left of a person: on widgets, in memory, as pixels."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

LATER = QEvent.Type.DeferredDelete.value


def settle() -> None:
    """Let everything that is deleted later be deleted now."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, LATER)
        gc.collect()


def texts_with(canary: str, apart: QWidget | None = None) -> list[str]:
    """Widgets on which a word stands, or whose name holds it; ``apart`` and what is in it do not count."""
    found = []
    for each in QApplication.allWidgets():
        if apart is not None and (each is apart or apart.isAncestorOf(each)):
            continue
        told = [each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle()]
        if isinstance(each, QLabel | QLineEdit):
            told.append(each.text())
        if isinstance(each, QPlainTextEdit):
            told.append(each.toPlainText())
        found += [each.objectName() for words in told if canary in words]
    return found


def holding(canary: str, apart: object = None) -> list[str]:
    """Kinds of everything in the program that still holds a word (``apart``, which names it, left out)."""
    found = []
    for each, part in _parts(apart):  # plain loops: what a comprehension closes over would hold the word too
        if type(part) is str and canary in part:
            found.append(type(each).__name__)
    return found


def holding_bytes(digest: str) -> list[str]:
    """Kinds of everything that still holds bytes of this SHA-256."""
    found = []
    for each, part in _parts(None):
        if type(part) is bytes and 256 < len(part) < 300_000 and hashlib.sha256(part).hexdigest() == digest:
            found.append(type(each).__name__)
    return found


def pictures_of(colour: QColor) -> int:
    """How many pictures in memory have this colour in their middle, nearly."""
    seen = set()
    for each, part in _parts(None):
        for one in (each, part):
            if isinstance(one, QImage | QPixmap) and shiboken6.isValid(one) and not one.isNull():
                image = one if isinstance(one, QImage) else one.toImage()
                middle = image.pixelColor(image.width() // 2, image.height() // 2)
                if _away(middle, colour) < 24:
                    seen.add(id(one))
    return len(seen)


def _away(one: QColor, other: QColor) -> int:
    return (
        abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
        if one.alpha()
        else 999
    )


def _parts(apart: object) -> Iterator[tuple[object, object]]:
    gc.collect()
    for each in gc.get_objects():
        if each is not apart:
            for part in gc.get_referents(each):
                yield each, part
