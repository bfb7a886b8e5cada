"""Turn guidance into a scene: where the ring and the hand stand and what is dimmed."""

from __future__ import annotations

from functools import reduce
from typing import Final, Protocol

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Guidance, Target
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.switches import SwitchButton
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.widgets.hand import Gesture
from elder_tutor.ui.widgets.overlay import NOTHING, Scene
from elder_tutor.ui.widgets.speech_panel import SpeechPanel
from elder_tutor.ui.widgets.tolerance import targets

RING_ROOM: Final = 10
"""Window pixels a ring needs inside what reaches the page's edge."""
INSIDE: Final = 6
"""Design pixels that the ring of a whole screen's width is drawn in: it lies on the frame, not beyond."""
BESIDE_THE_PHONE: Final = frozenset({"keyboard", "panel"})


class Tray(Protocol):
    """What the scene asks of the keyboard tray."""

    def rect_of(self, target: Target, /) -> QRect | None:
        """Answer where a key is, in the tray's coordinates."""

    def isVisible(self) -> bool:
        """Tell whether the tray is open."""

    def size(self) -> QSize:
        """Answer how large it is."""

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

    def part_of(self, region: str) -> QRect | None:
        """Answer a part of the page to look in: of the phone, the tray, or the panel's question."""
        if region == "keyboard":
            tray = QRect(QPoint(0, 0), self.tray.size()) if self.tray.isVisible() else None
            place = self._on(self.tray, tray)
            # The tray goes from edge to edge: its ring must lie on it.
            return place.adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM) if place else None
        if region == "panel":
            places = [self._option(each.objectName().rpartition(".")[2]) for each in self.panel.options]
            there = [place for place in places if place is not None]
            return reduce(QRect.united, there) if there else None
        return self._of_phone("sides" if region == "side" else region)

    def within(self, spot: QRect) -> QRect:
        """Answer a part of the phone less what keeps its ring on the phone: a part as wide as the screen."""
        screen, kit = self._on(self.phone, self.phone.screen_rect()), self.phone.kit
        if screen is None or kit is None or spot.width() < screen.width():
            return spot
        across = spot.intersected(screen).width() >= screen.width() and screen.contains(spot.center())
        return spot.adjusted(kit.px(INSIDE), 0, -kit.px(INSIDE), 0) if across else spot

    def elements_of(self, region: str) -> list[Target]:
        """Answer what stands in a part of the phone's screen, in the order of reading."""
        view = self.phone.view
        return [Target(each.id) for each in view.elements if each.region == region] if view else []

    def _of_phone(self, region: str) -> QRect | None:
        """Answer a part of the phone: where what belongs to it stands, over the whole width.

        The bars count too, so that whatever is to be found is never dimmed (DESIGN 7).
        """
        phone, screen = self.phone, self.phone.screen_rect()
        if region not in ("top", "middle", "bottom"):
            return self._on(phone, phone.rect_of_region(region) or screen)
        above: tuple[QWidget, ...] = (phone.notice, phone.status.handle)
        bars = above if region == "top" else (phone.nav,) if region == "bottom" else ()
        found = [phone.rect_of(each) for each in self.elements_of(region)]
        found += [QRect(bar.mapTo(phone, QPoint(0, 0)), bar.size()) for bar in bars if bar.isVisibleTo(phone)]
        there = [spot for spot in found if spot is not None]
        if not there:
            return self._on(phone, phone.rect_of_region(region) or screen)
        further = phone.rect_of(Target("scroll.down"))
        if further is not None and (
            None in found or any(each.bottom() > further.top() - 4 for each in there)
        ):
            there.append(further)  # some of it stands further down
        spot = reduce(QRect.united, there).adjusted(0, -RING_ROOM, 0, RING_ROOM)
        whole = QRect(screen.left(), spot.top(), screen.width(), spot.height()).intersected(screen)
        return self._on(phone, whole)

    def dimmed(self) -> QPainterPath:
        """Answer what of the phone may be dimmed."""
        return self.phone.screen_path().translated(self.phone.x(), self.phone.y())

    def others(self, target: QRect) -> tuple[QRect, ...]:
        """Answer what a person may touch besides the target; what cannot be used now may be covered."""
        enabled = [each for each in targets(self.page) if getattr(each, "available", True)]
        places = [QRect(each.mapTo(self.page, QPoint(0, 0)), each.size()) for each in enabled]
        # The badge that says that this is practice is never covered either (TOKENS 3).
        badge = self._on(self.phone, self.phone.status.geometry())
        free = tuple(place for place in places if not target.contains(place.center()))
        return (*free, badge) if badge is not None else free

    def face(self, target: QRect) -> tuple[QRect, ...]:
        """Answer the switch of a target and its words: a hand on them would hide how it stands."""
        for button in self.phone.findChildren(SwitchButton):
            if QRect(button.mapTo(self.page, QPoint(0, 0)), button.size()) == target:
                parts = (self._on(button, part) for part in button.parts())
                return tuple(part for part in parts if part is not None)
        return ()

    def light(self, scene: Scene) -> None:
        """Let the one target on the phone be the light thing in the dark; nothing else is."""
        if self.phone.kit is None or not self.phone.kit.metrics.dark:
            return
        spot = scene.target if scene.ring and not scene.region else QRect()
        for button in self.phone.findChildren(TouchButton):
            place = QRect(button.mapTo(self.page, QPoint(0, 0)), button.size())
            button.light(not spot.isEmpty() and place == spot and getattr(button, "look", "") != "primary")

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
    if target is not None and guidance.region_lit:
        return _part(target, finder)
    if target is None or not (guidance.ring or guidance.hand or guidance.dim):
        return NOTHING
    region = not guidance.hand and (not target.element or guidance.rung == 1)
    rect = finder.region_of(target) if region else finder.rect_of(target)
    if rect is None:
        return NOTHING
    shows_hand = guidance.hand and hand
    # While a letter is looked for, the field it goes into is needed too.
    is_key = target.element.startswith("key.")
    action = guidance.next_action
    gesture = finder.phone.gesture_of(target, action.do) if action is not None else ""
    return Scene(
        target=rect,
        ring=guidance.ring or guidance.hand,
        hand=shows_hand,
        dimmed=finder.dimmed() if guidance.dim and not is_key else QPainterPath(),
        region=region,
        others=finder.others(rect),
        beside=finder.words() if shows_hand else (),
        face=finder.face(rect) if shows_hand else (),
        watching=watching,
        gesture=Gesture(gesture or Gesture.TAP),
    )


def _part(target: Target, finder: Finder) -> Scene:
    """Answer the scene of a part to look in: a dashed ring, the rest of the phone darker."""
    rect = finder.part_of(target.region)
    if rect is None:
        return NOTHING
    rect = finder.within(rect)
    # What is asked beside the phone is about what stands on the phone.
    dimmed = QPainterPath() if target.region in BESIDE_THE_PHONE else finder.dimmed()
    return Scene(target=rect, ring=True, dimmed=dimmed, region=True)


def resting_phone(finder: Finder) -> Scene:
    """Answer the scene of a phone that waits: all of it is darker."""
    return Scene(dimmed=finder.dimmed())
