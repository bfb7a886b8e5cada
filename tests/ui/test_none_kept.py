"""PySide6 6.12.0 loses a reference to None in most calls on Python 3.11 and then aborts; ours must not."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 3000


def test_many_calls_lose_no_reference_to_none(qapp: QApplication) -> None:
    label, image = QLabel(), QImage(4, 4, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.update()
        image.setPixelColor(1, 1, QColor(number % 255, 0, 0))
    assert before - sys.getrefcount(None) < CALLS / 10
