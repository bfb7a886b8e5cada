"""Buttons show that they can be pressed, and their labels wrap instead of being clipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from elder_tutor.ui import theme
from elder_tutor.ui.widgets.lip_button import LipButton, Look

M = theme.metrics(1366, 768, 1, "ar")


@pytest.fixture
def button(qapp: QApplication) -> Iterator[Callable[..., LipButton]]:
    """Make buttons of 240 by 92 px."""
    made: list[LipButton] = []

    def make(look: Look, words: str = "لنتابع", glyph: str = "") -> LipButton:
        one = LipButton("one", look, glyph)
        one.render_words(words)
        one.apply(M)
        one.resize(240, 92)
        made.append(one)
        return one

    yield make
    for each in made:
        each.deleteLater()


def at(one: LipButton, x: int, y: int) -> str:
    image = QImage(one.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    one.render(image, QPoint(0, 0))
    return image.pixelColor(x, y).name()


@pytest.mark.parametrize(
    ("look", "lip"),
    [
        (Look.PRIMARY, "lagoon_deep"),
        (Look.SAFFRON, "saffron_lip"),
        (Look.SECONDARY, "lagoon"),
        (Look.QUIET, "line"),
    ],
)
def test_the_lip_stands_along_the_lower_edge(button: Callable[..., LipButton], look: Look, lip: str) -> None:
    assert at(button(look), 120, 88) == M.q(lip).name()


def test_a_pressed_button_sinks_and_darkens(button: Callable[..., LipButton]) -> None:
    one = button(Look.PRIMARY)
    face = at(one, 30, 60)
    one.setDown(True)
    assert face == M.q("lagoon").name()
    assert at(one, 30, 60) == M.q("lagoon_deep").name()
    assert at(one, 120, 1) not in (M.q("lagoon").name(), M.q("lagoon_deep").name())


def test_an_unavailable_button_has_no_lip(button: Callable[..., LipButton]) -> None:
    one = button(Look.PRIMARY)
    one.set_available(False)
    assert at(one, 30, 60) == M.q("disabled").name()


def test_a_long_label_asks_for_more_height_instead_of_being_clipped(button: Callable[..., LipButton]) -> None:
    one = button(Look.SECONDARY, "جربوا الدرس مرة أخرى من أوله دون اسم", "line/again")
    assert one.clipped()
    one.resize(240, one.needed(240))
    assert not one.clipped()


def test_a_word_wider_than_the_button_is_noticed(button: Callable[..., LipButton]) -> None:
    one = button(Look.SECONDARY, "واستعلاماتهم", "line/again")
    one.resize(one.narrowest() - 20, 200)
    assert one.clipped()
