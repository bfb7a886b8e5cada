"""Is it seen where the keyboard is? The ring of the focus, measured from what it changes on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from elder_tutor.ui.measures.contrast import luminance, ratio
from elder_tutor.ui.measures.edges import EDGE_LEAST, SIDES, beside, pixels
from elder_tutor.ui.measures.measuring import name_of, on_top, place, uncovered

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

RING_PX: Final = 3.0
SMOOTHED: Final = 0.1
"""How thick the ring is at least, window pixels (DESIGN 7), and what smooth edges may take of it."""
AROUND: Final = 20.0
"""Design pixels outside and inside of a control in which its ring lies."""
SEEN_SIDES: Final = 3
"""A ring may end at an edge of the window or of what scrolls; the other sides still show it."""
MOST_STEPS: Final = 200


class Ring(NamedTuple):
    """How thick the ring is at each of four sides: window pixels that change by at least 3:1."""

    name: str
    sides: tuple[float, ...]

    @property
    def seen(self) -> bool:
        """Tell whether it is thick enough at three sides or more."""
        return sum(side >= RING_PX - SMOOTHED for side in self.sides) >= SEEN_SIDES


def unseen(window: MainWindow) -> list[str]:
    """Go through the page with Tab; list the controls without a ring, and those that are never reached.

    What lies behind a card that waits for an answer must not be reached either.
    """
    found, reached, top = [], set(), set(on_top(window))
    for control in walk(window):
        reached.add(control)
        if control not in top:
            found.append(f"behind what lies on top {name_of(control)}")
            continue
        ring = ring_of(window, control)
        if not ring.seen:
            told = " ".join(f"{side:.1f}" for side in ring.sides)
            found.append(f"ring {told} px {ring.name}")
    return [*found, *(f"never reached {name_of(each)}" for each in expected(window) if each not in reached)]


def expected(window: MainWindow) -> list[QWidget]:
    """Answer the controls of what lies on top that the keyboard must reach."""
    return [
        each
        for each in on_top(window)
        if isinstance(each, QAbstractButton)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.visibleRegion().isEmpty()
        and uncovered(each, window)
    ]


def walk(window: MainWindow) -> Iterator[QWidget]:
    """Press Tab again and again, and yield what has the focus until it comes back to one that had it."""
    seen: set[QWidget] = set()
    for _ in range(MOST_STEPS):
        _press_tab(window.focusWidget() or window)
        held = window.focusWidget()
        if held is None or held in seen:
            return
        seen.add(held)
        if isinstance(held, QAbstractButton):
            yield held


def ring_of(window: MainWindow, control: QWidget) -> Ring:
    """Measure the ring of the control that has the focus: with it, and with the focus on nothing."""
    around = window.metrics.px(AROUND)
    area = place(control, window).adjusted(-around, -around, around, around)
    with_ring = _grab(window, area)
    held = window.focusWidget()
    control.clearFocus()
    without = _grab(window, area)
    if held is not None:
        held.setFocus(Qt.FocusReason.TabFocusReason)
    box = QRect(around, around, control.width(), control.height())
    return Ring(name_of(control), tuple(_thick(with_ring, without, box, side, around) for side in SIDES))


def _thick(one: QImage, other: QImage, box: QRect, side: Qt.Edge, around: int) -> float:
    """Answer how many pixels across a side change by at least 3:1, on average along its middle."""
    strip = beside(box, side, -around, 2 * around)
    pairs = Counter(zip(pixels(one.copy(strip)), pixels(other.copy(strip)), strict=True))
    changed = sum(
        count for (now, then), count in pairs.items()
        if now != then and ratio(luminance(now), luminance(then)) >= EDGE_LEAST
    )  # fmt: skip
    along = strip.width() if side in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge) else strip.height()
    return changed / along


def _grab(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage()


def _press_tab(widget: QWidget) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
