"""What can be measured on a page that shows: cut words, targets and gaps in millimetres (DESIGN 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.phone.pane import Pane
from elder_tutor.ui.widgets.focus_ring import gap
from elder_tutor.ui.widgets.lip_button import LipButton, Look

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

COVERS: Final = ("trainer", "idle", "attract")
"""What lies above a page and lets no touch through, the highest last."""
MAIN: Final = (Look.PRIMARY, Look.SAFFRON)
MAIN_MM: Final = 20.0
OTHER_MM: Final = 16.0
"""The smallest side of a main button and of any other outside the phone (DESIGN 7)."""
ROUNDED_MM: Final = 0.15
"""A side is a whole number of pixels."""
APART_MM: Final = 2.9
"""The 3 mm between two targets (DESIGN 7), less what whole pixels take."""


MOST: Final = 0.7
"""The share of a widget from which it is judged; of the others more comes by scrolling."""


class Measured(NamedTuple):
    """A number and the object name of the widget it was measured at."""

    value: float
    name: str


def on_top(window: MainWindow) -> list[QWidget]:
    """Answer every visible widget of what lies on top: the page, or the sheet or cover above it."""
    found = [each for each in window.findChildren(QWidget) if each.isVisibleTo(window)]
    above = [each for name in COVERS for each in found if each.objectName() == name]
    if above:
        return [each for each in found if above[-1].isAncestorOf(each)]
    if window.sheet_open:
        return [each for each in found if window.sheet.isAncestorOf(each)]
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    """Answer where a widget lies in the window, window pixels."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def shows(widget: QWidget, window: MainWindow) -> bool:
    """Tell whether most of a widget shows: it is not scrolled away, and not below the keyboard's tray."""
    seen = widget.visibleRegion().boundingRect()
    if seen.height() * seen.width() < widget.height() * widget.width() * MOST:
        return False
    middle = place(widget, window).center()
    trays = (each for each in window.findChildren(KeyboardTray) if each.isVisibleTo(window))
    return not any(place(each, window).contains(middle) and not each.isAncestorOf(widget) for each in trays)


def clipped(window: MainWindow) -> list[str]:
    """List the object names of what is cut: words that do not fit their place, widgets outside the window."""
    return [*_cut(window), *_cut_in_phone(window), *_outside(window)]


def smallest_target(window: MainWindow) -> Measured | None:
    """Answer the smallest side of the visible enabled buttons in millimetres; None where there is none."""
    sides = [
        Measured(min(each.width(), each.height()) / window.metrics.px_per_mm, each.objectName())
        for each in on_top(window)
        if isinstance(each, QAbstractButton) and each.isEnabled() and shows(each, window)
    ]
    return min(sides, default=None)


def faults(window: MainWindow) -> list[str]:
    """List clipped texts, widgets outside, targets too small, gaps too narrow, names missing.

    The insides of the phone are left out: they have their own sizes.
    """
    buttons = [each for each in _own(window) if isinstance(each, QAbstractButton)]
    return [
        *(f"clipped {name}" for name in _cut(window)),
        *(f"outside {name}" for name in _outside(window)),
        *(fault for each in buttons for fault in _small(each, window)),
        *_near(buttons, window),
        *(f"nameless {each}" for each in buttons if not each.accessibleName() or not each.objectName()),
    ]


def _cut(window: MainWindow) -> list[str]:
    tell = ((each.objectName(), getattr(each, "clipped", None)) for each in _own(window))
    return [name for name, cut in tell if callable(cut) and cut()]


def _cut_in_phone(window: MainWindow) -> list[str]:
    """Answer the ids of the phone's elements that stand there whole and are lower than their words need.

    What lies half below the tray, or is half scrolled away, is seen by scrolling.
    """
    panes = [each for each in on_top(window) if isinstance(each, Pane)]
    pieces = [
        piece for pane in panes for piece in pane.pieces.values() if _whole(piece) and shows(piece, window)
    ]
    return [
        piece.view.id
        for piece in pieces
        if piece.view is not None and piece.height() < piece.needed(piece.width())
    ]


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _outside(window: MainWindow) -> list[str]:
    whole = window.rect()
    return [each.objectName() for each in _own(window) if not whole.contains(place(each, window))]


def _own(window: MainWindow) -> list[QWidget]:
    """Answer what is on top but for the insides of the phone and its keyboard: they have their own sizes."""
    return [each for each in on_top(window) if not _inside(each)]


def _inside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, PhoneWidget | KeyboardTray):
            return True
        above = above.parentWidget()
    return False


def _small(button: QAbstractButton, window: MainWindow) -> list[str]:
    least = MAIN_MM if isinstance(button, LipButton) and button.look in MAIN else OTHER_MM
    millimetres = min(button.width(), button.height()) / window.metrics.px_per_mm
    return [f"{millimetres:.1f} mm {button.objectName()}"] if millimetres < least - ROUNDED_MM else []


def _near(buttons: list[QAbstractButton], window: MainWindow) -> list[str]:
    places = [(each, place(each, window)) for each in buttons]
    found = []
    for number, (one, here) in enumerate(places):
        for other, there in places[number + 1 :]:
            free = gap(here, there) / window.metrics.px_per_mm
            if free < APART_MM:
                found.append(f"{free:.1f} mm between {one.objectName()} and {other.objectName()}")
    return found
