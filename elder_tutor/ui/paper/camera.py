"""Photograph the practice phone: a screen of a lesson, sharp enough for paper, with the places on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import ScreenView, Target
from elder_tutor.text.wording import Wording
from elder_tutor.ui.paper.moments import Moment
from elder_tutor.ui.paper.sheet import need_type
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import HEIGHT as TRAY_HEIGHT
from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.theme import DESIGN_PX_PER_MM, Metrics
from elder_tutor.ui.widgets.hand import Gesture

SHARP: Final = 2.5
"""Pixels of a photograph per design pixel: about 300 dots an inch as the cards show it."""
TRAY_WIDTH: Final = 1366
"""The keyboard lies over the whole page, whose first drawing is this wide (TOKENS 8)."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A screen as it stands; every place is in design pixels of the picture.

    ``target`` is what is touched (None where it does not show), ``ground`` what may be shown of the
    picture, ``beside`` words to read, ``paper`` the colour beyond it.
    """

    image: QImage
    target: QRectF | None
    ground: QRectF
    gesture: Gesture
    beside: tuple[QRectF, ...]
    paper: QColor


class Camera:
    """One phone and one keyboard that are never shown, drawn for a language and a size of type 1..4."""

    def __init__(self, wording: Wording, step: int = 1) -> None:
        need_type()
        self.wording = wording
        size = (round(shell.WIDTH * SHARP), round(shell.HEIGHT * SHARP))
        per_mm = DESIGN_PX_PER_MM * SHARP
        self.metrics = Metrics(*size, SHARP, step, wording.lang, per_mm)
        way = Qt.LayoutDirection.RightToLeft if wording.rtl else Qt.LayoutDirection.LeftToRight
        self.phone, self.tray = PhoneWidget(), KeyboardTray()
        self.phone.resize(QSize(*size))
        self._tray_metrics = Metrics(
            round(TRAY_WIDTH * SHARP), round(768 * SHARP), SHARP, step, wording.lang, per_mm
        )
        for part in (self.phone, self.tray):
            part.setLayoutDirection(way)
            # shown nowhere, but shown: hidden parts are laid out late
            part.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            part.show()

    def close(self) -> None:
        """Give phone and keyboard back."""
        for part in (self.phone, self.tray):
            part.close()
            part.deleteLater()

    def take(self, moment: Moment) -> Photograph:
        """Photograph a moment of a lesson: the phone, or the keyboard where a key is to be pressed."""
        if moment.target.element.startswith("key.") and moment.view.keyboard is not None:
            return self._of_tray(moment)
        self._show(_turned(moment.view, moment.target))
        self.phone.ensure_visible(moment.target)
        where = self._where(moment)
        screen = self.phone.screen_rect()
        ground = QRect(screen)
        bar = self.phone.app_bar
        if bar.isVisibleTo(self.phone) and (where is None or where.top() > bar.geometry().bottom()):
            ground.setTop(bar.geometry().bottom() + 1)
        if where is not None and where.left() > screen.right():
            ground.setRight(self.phone.width())
        gesture = Gesture(self.phone.gesture_of(moment.target, moment.do))
        reading = tuple(_design(each) for each in self.phone.reading())
        kit = self.phone.kit
        paper = kit.q("screen") if kit is not None else QColor("white")
        image = _grab(self.phone)
        if ground.right() <= screen.right():
            self._cut_corners(image, paper)
        return Photograph(
            image, _design(where) if where is not None else None, _design(ground), gesture,
            reading, paper,
        )  # fmt: skip

    def _show(self, view: ScreenView) -> None:
        self.phone.render_phone(view, self.wording, self.metrics, week_start=self.wording.region.week_start)
        _grab(self.phone)  # what is drawn first is laid out then

    def _cut_corners(self, image: QImage, paper: QColor) -> None:
        """Take the frame away: its round corners would stand in the picture's."""
        kit = self.phone.kit
        assert kit is not None
        outside = QPainterPath()
        outside.addRect(QRectF(image.rect()))
        painter = QPainter(image)
        inside = shell.screen_path(self.phone.shape(), kit, from_status=True)
        painter.fillPath(outside.subtracted(inside), paper)
        painter.end()

    def _where(self, moment: Moment) -> QRect | None:
        found = self.phone.rect_of(moment.target)
        return found or (self.phone.rect_of(Target(moment.target.element)) if moment.target.row else None)

    def _of_tray(self, moment: Moment) -> Photograph:
        assert moment.view.keyboard is not None
        self.tray.resize(round(TRAY_WIDTH * SHARP), round(TRAY_HEIGHT * SHARP))
        self.tray.render_keyboard(
            moment.view.keyboard, self.wording, self._tray_metrics, target=moment.target
        )
        where = self.tray.rect_of(moment.target)
        ground = _design(QRect(QPoint(0, 0), self.tray.size()))
        paper = self.tray.kit.q("tray") if self.tray.kit is not None else QColor("white")
        return Photograph(
            _grab(self.tray), _design(where) if where is not None else None, ground, Gesture.TAP,
            (), paper,
        )  # fmt: skip


def _turned(view: ScreenView, target: Target) -> ScreenView:
    """Turn the home screen to the page of the icon that is touched."""
    icon = next((each for each in view.elements if each.id == target.element), None)
    if view.app or icon is None or icon.page == view.page:
        return view
    return replace(view, page=icon.page)


def _design(place: QRect) -> QRectF:
    return QRectF(place.x() / SHARP, place.y() / SHARP, place.width() / SHARP, place.height() / SHARP)


def _grab(part: QWidget) -> QImage:
    image = QImage(part.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawPixmap(QPoint(0, 0), part.grab())
    painter.end()
    return image
