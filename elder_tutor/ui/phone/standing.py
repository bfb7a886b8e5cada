"""Where the parts of the phone stand: bars, bands, the screen between them, a dialog over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.kit import Kit

if TYPE_CHECKING:
    from elder_tutor.ui.phone.frame import PhoneWidget


def stand(phone: PhoneWidget, kit: Kit, full: bool) -> None:
    """Give every part its place; a ``full`` screen has no app bar."""
    places = phone.shape()
    covered = max(0, phone.covered - (phone.height() - places.home.bottom() - 1))
    phone.status.setGeometry(places.status)
    phone.app_bar.setGeometry(places.app_bar)
    phone.nav.setGeometry(places.nav)
    phone.sides.setGeometry(places.rail)
    below = phone.height() - places.rail.bottom() - 1
    phone.sides.cover(max(0, phone.covered - below + kit.metrics.mm(3)) if phone.covered else 0)
    over = phone.view is not None and phone.view.dialog
    area = _below_bands(phone, QRect(places.home if full else places.content), places, kit, over)
    phone.pane.cover(covered)
    phone.pane.setGeometry(area)
    phone.home.setGeometry(area)
    above = phone.danger.height() if over and phone.danger.isVisibleTo(phone) else 0
    phone.dialog.setGeometry(places.home.adjusted(0, above, 0, -covered))


def _below_bands(phone: PhoneWidget, area: QRect, places: shell.Shape, kit: Kit, over: bool) -> QRect:
    """Stand short line, notice and warning at the top of an area; answer what is left below them.

    The short line takes the app bar's place: nothing moves for it unless it is long. The
    warning of a dialog stands above the dialog.
    """
    wide = area.width()
    if phone.toast.isVisibleTo(phone):
        tall = phone.toast.needed(wide, kit)
        phone.toast.setGeometry(area.left(), places.app_bar.top(), wide, tall)
        area.setTop(max(area.top(), places.app_bar.top() + tall))
        phone.toast.raise_()
    if phone.notice.isVisibleTo(phone):
        tall = phone.notice.needed(wide, kit)
        phone.notice.setGeometry(area.left(), area.top(), wide, tall)
        area.setTop(area.top() + tall)
    if phone.danger.isVisibleTo(phone):
        tall = phone.danger.needed(wide, kit)
        top = places.home.top() if over else area.top()
        phone.danger.setGeometry(area.left(), top, wide, tall)
        area.setTop(area.top() + (0 if over else tall))
        phone.danger.raise_()
    return area
