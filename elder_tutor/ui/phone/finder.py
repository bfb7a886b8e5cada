"""Where things of the phone stand: targets, groups, regions, words. In the phone's own coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Do, Target
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.bars import RECENTS
from elder_tutor.ui.phone.status import SHADE
from elder_tutor.ui.phone.touch import TouchButton

if TYPE_CHECKING:
    from elder_tutor.ui.phone.frame import PhoneWidget


class PhoneFinder:
    """Answers for one phone."""

    def __init__(self, phone: PhoneWidget) -> None:
        self.phone = phone

    def rect_of(self, target: Target) -> QRect | None:
        """Answer where a target is; None when it does not show.

        A row that is not there stands for its element. Keys of the tray are the tray's.
        """
        phone, name = self.phone, target.element
        if phone.kit is None or phone.view is None or not name:
            return None
        shell_part = self._of_shell(name)
        if shell_part is not None:
            part, button = shell_part
            return self._seen(part, button.geometry()) if button.isVisibleTo(phone) else None
        if phone.view.dialog:
            beside = phone.dialog.spot(name)
            if beside is not None:
                return self._seen(phone.dialog, beside)
        surface = phone.surface()
        spot = surface.spot(name, target.row)
        return self._seen(surface, spot) if spot is not None else None

    def words_of(self, target: Target) -> str:
        """Answer the name a screen reader has for a target, "" when it is not there."""
        row = f"{target.element}/{target.row}" if target.row else target.element
        found = self.phone.findChild(TouchButton, row) or self.phone.findChild(TouchButton, target.element)
        return found.accessibleName() if isinstance(found, TouchButton) else ""

    def gesture_of(self, target: Target, do: Do) -> str:
        """Answer how a hand shows an action: ``tap``, ``hold``, or ``left``, ``right``, ``up``, ``down``.

        A swipe to a side is shown towards the side the page is pushed to when one reads on.
        """
        phone = self.phone
        if do is Do.HOLD or phone.kit is None or phone.view is None:
            return "hold" if do is Do.HOLD else "tap"
        side = "right" if phone.kit.rtl else "left"
        view = next((each for each in phone.view.elements if each.id == target.element), None)
        if do is Do.SET and view is not None and view.kind == "slider":
            return "left" if phone.kit.rtl else "right"
        if do is not Do.SWIPE:
            return "tap"
        if target.element == SHADE:
            return "down"
        if view is not None and view.kind == "scroll":
            return "up"
        return view.swipe_to if view is not None and view.swipe_to in ("up", "down") else side

    def reading(self) -> list[QRect]:
        """Answer where words to read stand that are no target."""
        phone = self.phone
        surface = phone.surface()
        seen = [self._seen(surface, spot) for spot in surface.reading()]
        if phone.app_bar.isVisibleTo(phone) and not phone.dialog.isVisibleTo(phone):
            seen.append(phone.app_bar.geometry())
        for band in (phone.toast, phone.danger):
            if band.isVisibleTo(phone):
                seen.append(band.geometry())
        return [spot for spot in seen if spot is not None]

    def group_rect(self, target: Target) -> QRect | None:
        """Answer the area to search in for a target: its group of rows, or its own place."""
        surface = self.phone.surface()
        spot = surface.group_of(target.element, target.row)
        return self._seen(surface, spot) if spot is not None else self.rect_of(target)

    def rect_of_region(self, region: str) -> QRect | None:
        """Answer a part of the phone: top, middle, bottom, status, navigation, sides; None for any other."""
        phone, places = self.phone, self.phone.shape()
        if region in ("navigation", "nav"):
            return QRect(phone.nav.geometry())
        if region in ("status", "notice"):
            return QRect(phone.status.geometry())
        if region == "sides":
            return QRect(places.rail) if not places.rail.isEmpty() else None
        if region not in ("top", "middle", "bottom"):
            return None
        surface = phone.surface()
        spot = surface.region(region)
        return self._seen(surface, spot) or places.screen

    def screen_path(self) -> QPainterPath:
        """Answer the outline of the screen below the status bar: what may be dimmed (TOKENS 3).

        A notice stays bright while a code is asked for: it may be what the code is read from.
        """
        phone = self.phone
        if phone.kit is None or phone.view is None:
            return QPainterPath()
        path = shell.screen_path(phone.shape(), phone.kit)
        if phone.notice.isVisibleTo(phone) and any(
            each.kind in ("code", "pin") for each in phone.view.elements
        ):
            news = QPainterPath()
            news.addRect(QRectF(phone.notice.geometry()))
            path = path.subtracted(news)
        return path

    def _of_shell(self, name: str) -> tuple[QWidget, QWidget] | None:
        """Answer a touch of the phone itself and the part it lies in."""
        phone = self.phone
        own = {"back": phone.nav.back, "home": phone.nav.home, RECENTS: phone.nav.recents}
        if name in own:
            return phone.nav, own[name]
        if name == SHADE:
            return phone.status, phone.status.handle
        if name in phone.sides.keys:
            return phone.sides, phone.sides.keys[name]
        if name.startswith("notice.") and name == phone.notice.name:
            return phone.notice, phone.notice.body
        return None

    def _seen(self, part: QWidget, spot: QRect) -> QRect | None:
        here = QRect(part.mapTo(self.phone, spot.topLeft()), spot.size())
        seen = here.intersected(self.phone.rect().adjusted(0, 0, 0, -self.phone.covered))
        return seen if seen.height() > 4 and seen.width() > 4 else None
