"""What can be measured on a page that shows: cut words, targets and gaps in millimetres (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import KeyboardTray
from elder_tutor.ui.phone.pane import Pane
from elder_tutor.ui.widgets.focus_ring import gap
from elder_tutor.ui.widgets.lip_button import LipButton, Look

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

COVERS: Final = ("trainer", "idle", "attract", "trainer.dialog", "trainer.chooser")
"""What lies above a page and lets no touch through, the highest last."""
MAIN: Final = (Look.PRIMARY, Look.SAFFRON)
MAIN_MM: Final = 20.0
OTHER_MM: Final = 16.0
"""The smallest side of a main button and of any other outside the phone (DESIGN 7)."""
ROUNDED_MM: Final = 0.15
"""A side is a whole number of pixels."""
APART_MM: Final = 2.9
"""The 3 mm between two targets (DESIGN 7), less what whole pixels take."""
PHONE_MM: Final = 13.0
"""The smallest side of what is touched inside the phone and on its keyboard (DESIGN 7)."""
SPOTS: Final = (0.15, 0.5, 0.85)
"""Where it is looked whether something else lies above a widget, from its top to its bottom."""
MOST: Final = 0.7
"""The share of a widget from which it is judged; of the others more comes by scrolling."""


class Measured(NamedTuple):
    """A number and the object name of the widget it was measured at."""

    value: float
    name: str


class ReferenceScreen(NamedTuple):
    """A screen of DESIGN 7: window pixels, and millimetres that no platform has a say in."""

    width: int
    height: int
    width_mm: float
    height_mm: float

    @property
    def px_per_mm(self) -> float:
        """Answer the window pixels of a millimetre."""
        return self.width / self.width_mm

    @property
    def name(self) -> str:
        """Answer pixels and millimetres as they are told of."""
        return f"{self.width}x{self.height} on {self.width_mm:.0f}x{self.height_mm:.0f} mm"


SCREENS: Final = (
    ReferenceScreen(1366, 768, 361, 203),
    ReferenceScreen(1280, 800, 338, 212),
    ReferenceScreen(1920, 1080, 508, 286),
    ReferenceScreen(1080, 1920, 398, 708),
    ReferenceScreen(1920, 1080, 345, 194),
)
"""The five reference screens; the last is small, and its millimetres hold all the same."""


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
    seen = seen_of(widget, window)
    return seen.height() * seen.width() >= widget.height() * widget.width() * MOST and not seen.isEmpty()


def seen_of(widget: QWidget, window: MainWindow) -> QRect:
    """Answer what shows of a widget in the window: less what is scrolled away or lies below the tray."""
    part = widget.visibleRegion().boundingRect()
    seen = QRect(widget.mapTo(window, part.topLeft()), part.size()).intersected(window.rect())
    for tray in window.findChildren(KeyboardTray):
        if tray.isVisibleTo(window) and not tray.isAncestorOf(widget) and tray is not widget:
            above = place(tray, window).top()
            seen.setBottom(min(seen.bottom(), above - 1))
    return seen if seen.isValid() else QRect()


def uncovered(widget: QWidget, window: MainWindow) -> bool:
    """Tell whether touches on what shows of a widget would meet it, at its top, middle and bottom."""
    seen = seen_of(widget, window)
    for share in SPOTS:
        at = QPoint(seen.center().x(), seen.top() + round(share * (seen.height() - 1)))
        found = window.childAt(at)
        met = found is widget or (found is not None and widget.isAncestorOf(found))
        if not met and (found is None or not found.isAncestorOf(widget)):
            return False
    return True


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
        *(f"scrolls sideways {name}" for name in _sideways(window)),
    ]


def phone_faults(window: MainWindow) -> list[str]:
    """List what is cut inside the phone or its keyboard, and targets there that are small or too near."""
    inside = [each for each in on_top(window) if isinstance(each, QAbstractButton) and _inside(each)]
    buttons = [each for each in inside if each.isEnabled() and shows(each, window)]
    sides = ((each, min(each.width(), each.height()) / window.metrics.px_per_mm) for each in buttons)
    buttons = [each for each in buttons if uncovered(each, window)]
    return [
        *(f"clipped {name}" for name in _cut_in_phone(window)),
        *(f"{mm:.1f} mm {name_of(each)}" for each, mm in sides if mm < PHONE_MM - ROUNDED_MM),
        *_near(buttons, window),
    ]


def name_of(widget: QWidget) -> str:
    """Answer the object name of a widget, or of the nearest above it that has one, with its kind."""
    above: QWidget | None = widget
    while above is not None and not above.objectName():
        above = above.parentWidget()
    kind = "" if above is widget else f"/{type(widget).__name__}"
    return f"{above.objectName() if above is not None else ''}{kind}"


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


def _sideways(window: MainWindow) -> Iterator[str]:
    """Yield what could be scrolled to the side: nobody looks for words there (DESIGN 7)."""
    for each in on_top(window):
        if isinstance(each, QAbstractScrollArea) and each.horizontalScrollBar().maximum() > 0:
            yield each.objectName()


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


def _taking(button: QAbstractButton, seen: QRect) -> list[QRect]:
    """Answer where a button takes touches: what another is cut out of it for is not its own."""
    mask = button.mask()
    if mask.isEmpty():
        return [seen]
    at = seen.topLeft() - button.visibleRegion().boundingRect().topLeft()
    return [part.translated(at).intersected(seen) for part in mask]  # type: ignore[attr-defined]


def _near(buttons: Sequence[QAbstractButton], window: MainWindow) -> list[str]:
    places = [(each, seen_of(each, window)) for each in buttons]
    places = [(each, there) for each, there in places if not there.isEmpty()]
    found = []
    for number, (one, here) in enumerate(places):
        for other, there in places[number + 1 :]:
            free = min(gap(a, b) for a in _taking(one, here) for b in _taking(other, there))
            free /= window.metrics.px_per_mm
            if free < APART_MM:
                found.append(f"{free:.1f} mm between {name_of(one)} and {name_of(other)}")
    return found
