"""Turn guidance into a scene: where the ring and the hand stand and what is dimmed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Guidance, Target
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.widgets.overlay import NOTHING, Scene
from elder_tutor.ui.widgets.speech_panel import SpeechPanel
from elder_tutor.ui.widgets.tolerance import targets


class Tray(Protocol):
    """What the scene asks of the keyboard tray."""

    def rect_of(self, target: Target, /) -> QRect | None:
        """Answer where a key is, in the tray's coordinates."""

    def isVisible(self) -> bool:
        """Tell whether the tray is open."""

    def mapTo(self, other: QWidget, at: QPoint, /) -> QPoint:
        """Answer a place in the coordinates of a widget above."""


class Finder:
    """Find targets on a lesson page, in the page's coordinates."""

    def __init__(self, page: QWidget, phone: PhoneWidget, panel: SpeechPanel, tray: Tray) -> None:
        self.page, self.phone, self.panel, self.tray = page, phone, panel, tray

    def rect_of(self, target: Target) -> QRect | None:
        """Answer where a target stands; None when it does not show."""
        kind, _, rest = target.element.partition(".")
        if kind == "key":
            return self._on(self.tray, self.tray.rect_of(target)) if self.tray.isVisible() else None
        if kind == "opinion":
            return self._option(rest)
        if not target.element:
            return self._on(self.phone, self.phone.region_rect(target.region)) if target.region else None
        return self._on(self.phone, self.phone.rect_of(target))

    def region_of(self, target: Target) -> QRect | None:
        """Answer the area to search in for a target."""
        area = self.phone.region_rect(target.region) if target.region else self.phone.group_rect(target)
        return self._on(self.phone, area)

    def dimmed(self) -> QPainterPath:
        """Answer what of the phone may be dimmed."""
        return self.phone.screen_path().translated(self.phone.x(), self.phone.y())

    def others(self, target: QRect) -> tuple[QRect, ...]:
        """Answer what a person may touch besides the target."""
        places = [QRect(each.mapTo(self.page, QPoint(0, 0)), each.size()) for each in targets(self.page)]
        # The badge that says that this is practice is never covered either (TOKENS 3).
        badge = self._on(self.phone, self.phone.status.geometry())
        free = tuple(place for place in places if not target.contains(place.center()))
        return (*free, badge) if badge is not None else free

    def words(self) -> tuple[QRect, ...]:
        """Answer where the words of the card stand, and those of the phone that are no target."""
        sentence = self.panel.sentence
        card = (self._on(sentence, rect.toAlignedRect()) for rect in sentence.word_rects())
        phone = (self._on(self.phone, spot) for spot in self.phone.reading())
        return tuple(spot for spot in (*card, *phone) if spot is not None)

    def _option(self, option: str) -> QRect | None:
        for button in self.panel.options:
            if button.objectName().rpartition(".")[2] == option and button.isVisible():
                return QRect(button.mapTo(self.page, QPoint(0, 0)), button.size())
        return None

    def _on(self, part: QWidget | Tray, spot: QRect | None) -> QRect | None:
        return QRect(part.mapTo(self.page, spot.topLeft()), spot.size()) if spot is not None else None


def scene_of(guidance: Guidance, finder: Finder, watching: bool, hand: bool) -> Scene:
    """Answer the scene of a guidance; ``hand`` is False while watch still speaks."""
    target = guidance.target
    if target is None or not (guidance.ring or guidance.hand or guidance.dim):
        return NOTHING
    region = not guidance.hand and (not target.element or guidance.rung == 1)
    rect = finder.region_of(target) if region else finder.rect_of(target)
    if rect is None:
        return NOTHING
    shows_hand = guidance.hand and hand
    # While a letter is looked for, the field it goes into is needed too.
    is_key = target.element.startswith("key.")
    return Scene(
        target=rect,
        ring=guidance.ring or guidance.hand,
        hand=shows_hand,
        dimmed=finder.dimmed() if guidance.dim and not is_key else QPainterPath(),
        region=region,
        others=finder.others(rect),
        beside=finder.words() if shows_hand else (),
        watching=watching,
    )
