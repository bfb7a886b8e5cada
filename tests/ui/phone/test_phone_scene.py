"""What the overlay shows: a moving hand has an arrow, a held one a clock, a region is lit softly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import theme
from elder_tutor.ui.widgets.hand import Gesture, arrow_of, pose_for
from elder_tutor.ui.widgets.overlay import Overlay, Scene

PAGE = QRect(0, 0, 600, 800)
ROW, BAR = QRect(60, 300, 400, 90), QRect(20, 10, 450, 52)


@pytest.fixture
def overlay(kept, qapp):
    page = QWidget()
    kept.append(page)
    page.setStyleSheet("background: #FFFDF8")
    page.setGeometry(PAGE)
    made = Overlay(page)
    made.setGeometry(PAGE)
    made.apply(theme.metrics(1366, 768, 1, "ar"))
    page.show()
    return made


def picture(overlay, **scene):
    overlay.render_scene(Scene(**scene))
    return overlay.parentWidget().grab().toImage()


@pytest.mark.parametrize(
    ("gesture", "across", "down"), [("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1)]
)
def test_the_arrow_goes_the_way_of_the_push_and_stays_on_the_page(gesture, across, down):
    for target in (ROW, BAR, QRect(560, 10, 30, 100)):
        begin, end = arrow_of(target, Gesture(gesture), PAGE, 1.0)
        way = end - begin
        assert way.x() * across + way.y() * down > 0
        assert PAGE.contains(end.toPoint())


@pytest.mark.parametrize("gesture", [Gesture.TAP, Gesture.HOLD])
def test_a_hand_that_stays_has_no_arrow(gesture):
    assert arrow_of(ROW, gesture, PAGE, 1.0) is None


def test_a_held_and_a_moving_hand_look_different_from_a_tap(overlay):
    looks = [
        picture(overlay, target=ROW, ring=True, hand=True, gesture=gesture)
        for gesture in (Gesture.TAP, Gesture.HOLD, Gesture.RIGHT)
    ]
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_a_softly_lit_part_has_neither_hand_nor_full_dim(overlay):
    rest = QPainterPath()
    rest.addRect(PAGE)
    image = picture(overlay, target=ROW, soft=True, hand=False, dimmed=rest)
    inside, outside = image.pixelColor(ROW.center()), image.pixelColor(40, 700)
    assert overlay.pose is None
    assert inside.name() == "#fffdf8"
    assert 150 < outside.lightness() < 220


def test_the_whole_hand_stays_on_an_upright_page():
    page = QRect(0, 0, 1080, 1920)
    for target in (QRect(30, 1500, 60, 200), QRect(900, 1780, 150, 110), QRect(540, 1860, 200, 50)):
        pose = pose_for(target, (), page, 1.5)
        assert pose is not None
        assert all(page.contains(area.boundingRect().toAlignedRect()) for area in pose.outline())
