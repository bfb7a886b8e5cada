"""Words, borders and what a lesson dims, measured from painted pixels on every page, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from elder_tutor.app import App
from elder_tutor.lessons.learners.learner import Perfect
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.view import Action, Target
from elder_tutor.ui.measures.contrast import dimmed, weak_words, word_contrasts
from elder_tutor.ui.measures.edges import EDGE_LEAST, edge_contrasts, weak_edges
from elder_tutor.ui.measures.measuring import name_of
from elder_tutor.ui.pages.lesson import LessonPage
from elder_tutor.ui.phone.pane import Pane
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.program import Program
from elder_tutor.ui.textflow import natural
from elder_tutor.ui.trainer.look import Drawn
from elder_tutor.ui.widgets.caption import Caption
from elder_tutor.ui.widgets.overlay import Scene
from tests.ui.measured import ALL_THEMES, TRAINER_STATES, Form, in_forms, take, third_of
from tests.ui.test_layout import STATES

DIM = ("book-appointment", "otp-enter")


def weak(shown: Program, form: Form) -> list[str]:
    """List what stands out too little, with the form it was found in."""
    image = shown.grab()
    return [
        f"{form.name}: {each}"
        for each in (*weak_words(shown.window, image), *weak_edges(shown.window, image))
    ]


def weak_in(program: Callable[..., Program], state: str, forms: tuple[Form, ...]) -> list[str]:
    shown = program()
    STATES[state](shown)
    return [fault for form in forms for fault in weak(take(shown, form), form)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_words_and_borders_stand_out(state: str, program: Callable[..., Program]) -> None:
    found = weak_in(program, state, third_of(state, STATES))
    assert found == [], "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_words_and_borders_stand_out_in_every_form(state: str, program: Callable[..., Program]) -> None:
    found = weak_in(program, state, ALL_THEMES)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("state", TRAINER_STATES)
def test_words_and_borders_of_the_trainer_stand_out(state: str, hall: App) -> None:
    found = [
        fault
        for form, shown in in_forms(hall, state, third_of(state, TRAINER_STATES))
        for fault in weak(shown, form)
    ]
    assert found == [], "\n".join(found)


# --- what a lesson dims ------------------------------------------------------------------


def wanted(shown: Program) -> Target | None:
    """Answer what somebody who does as the page says touches next: the route's own next action."""
    turn = shown.journey.classroom.turn
    assert turn is not None
    wish = Perfect().choose(seen(turn.view, turn.guidance, shown.app.wording("ar")))
    return Target(wish.element, wish.row) if isinstance(wish, Action) and wish.element else None


def dimmed_target(shown: Program) -> str:
    """Answer the id of what is to be touched now if it is dimmed, or ""."""
    target = wanted(shown)
    place = shown.window.page(LessonPage).handset.finder.rect_of(target) if target is not None else None
    if target is None or place is None:
        return ""
    inside = QRectF(place).adjusted(4, 4, -4, -4)
    return target.element if dimmed(shown.window).intersects(inside) else ""


@pytest.mark.parametrize("stage", ["follow", "find"])
@pytest.mark.parametrize("lesson", DIM)
def test_nothing_needed_for_the_step_is_dimmed(
    lesson: str, stage: str, program: Callable[..., Program]
) -> None:
    shown = program()
    turn = shown.show_lesson(lesson, stage)
    found = []
    while not turn.guidance.finished:
        found.append((turn.guidance.step, dimmed_target(shown)))
        turn = shown.go_on()
    assert len(found) >= 5
    assert [each for each in found if each[1]] == []


def test_a_dimmed_target_is_found(program: Callable[..., Program]) -> None:
    shown = program()
    shown.show_lesson("book-appointment", "follow", 5)
    assert dimmed_target(shown) == ""
    overlay = shown.window.page(LessonPage).overlay
    overlay.scene = Scene(dimmed=overlay.scene.dimmed)
    assert dimmed_target(shown) != ""


# --- the measure itself can fail ------------------------------------------------------------


@pytest.mark.parametrize(("ink", "found"), [("#595959", False), ("#5C5C5C", True), ("#14262E", False)])
def test_a_planted_label_is_found_when_it_is_weak(
    ink: str, found: bool, program: Callable[..., Program]
) -> None:
    shown = program()
    shown.show_page("home")
    label = QLabel("احجز موعدًا", shown.window)
    label.setObjectName("planted")
    label.setStyleSheet(f"background: #FFFFFF; color: {ink}; font-size: 40px")
    label.setGeometry(300, 300, 400, 90)
    label.show()
    assert any("planted" in each for each in weak_words(shown.window, shown.grab())) is found


class TwoLines(Drawn):
    """A drawing with a strong line of words and one that may be weak."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        painter, upper = QPainter(self), QRectF(0, 0, self.width(), self.height() / 2)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        for place, ink in ((upper, "#14262E"), (upper.translated(0, upper.height()), self.colour)):
            natural("احجز موعدًا", self._m.font("body"), True).paint(painter, place, QColor(ink))
        painter.end()


@pytest.mark.parametrize(("ink", "found"), [("#595959", False), ("#5C5C5C", True)])
def test_a_weak_line_beside_a_strong_one_in_a_drawing_is_found(
    ink: str, found: bool, program: Callable[..., Program]
) -> None:
    shown = program()
    shown.show_page("home")
    lines = TwoLines("planted", colour=ink, parent=shown.window)
    lines.metrics = shown.window.metrics
    lines.tell("احجز موعدًا")
    lines.setGeometry(300, 300, 400, 160)
    lines.show()
    assert any("planted" in each for each in weak_words(shown.window, shown.grab())) is found


@pytest.mark.parametrize(("scrolled", "judged"), [(0, True), (60, False)])
def test_of_a_button_half_scrolled_away_the_words_are_not_judged(
    scrolled: int, judged: bool, program: Callable[..., Program]
) -> None:
    shown = program()
    shown.show_lesson("book-appointment", "follow")
    pane = shown.window.page(LessonPage).findChild(Pane)
    assert pane is not None
    first = next(each for each in pane.findChildren(TouchButton) if each.isVisibleTo(shown.window))
    first.move(first.x(), first.y() - scrolled)
    found = [each.name for each in word_contrasts(shown.window, shown.grab())]
    assert (name_of(first) in found) is judged


def test_words_below_a_caption_are_not_judged_but_its_own_are(program: Callable[..., Program]) -> None:
    shown = program()
    shown.show_page("calm")
    found = [each.name for each in word_contrasts(shown.window, shown.grab())]
    assert "calm.title" not in found
    assert "caption.sentence" in found
    shown.window.findChild(Caption).hide()  # type: ignore[union-attr]
    assert "calm.title" in [each.name for each in word_contrasts(shown.window, shown.grab())]


@pytest.mark.parametrize(("ink", "enough"), [("#14262E", True), ("#8A8A8A", True), ("#C9C9C9", False)])
def test_the_border_of_a_painted_box_is_measured_on_four_sides(ink: str, enough: bool) -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setBrush(QColor(ink))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(20, 20, 160, 80)
    painter.fillRect(23, 23, 154, 74, QColor("#FFFFFF"))
    painter.end()
    sides = list(edge_contrasts(image, QRect(20, 20, 160, 80), 8))
    assert len(sides) == 4
    assert all((side >= EDGE_LEAST) is enough for side in sides)


def test_a_border_that_is_missing_on_one_side_is_found() -> None:
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.fillRect(20, 20, 160, 80, QColor("#14262E"))
    painter.fillRect(20, 23, 154, 74, QColor("#FFFFFF"))
    painter.end()
    assert min(edge_contrasts(image, QRect(20, 20, 160, 80), 8)) == pytest.approx(1.0)
