"""Where Tab goes: through what stands on top, in the order of reading, and round again.

Qt's own chain knows the order in which widgets were made. It leaves a dialog for the page
under it, and a button that was made later comes last wherever it stands. So the window asks
here at every Tab (WCAG 2.4.3): rows from top to bottom, in a row from the leading side; what
stands beside several rows is a column of its own and is read to its end (XY-cut). Pads of
digits are never mirrored (TOKENS 5): they are read 1, 2, 3 in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from elder_tutor.ui.pages.page import Ordered

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

PAINTED: Final = frozenset({"overlay", "focusRing", "listening", "caption"})
"""Sheets above the page that only paint."""
COVERS: Final = ("trainer.dialog", "trainer.chooser")
"""What lies above a page of the trainer and must be answered first, the highest last."""
Spot = tuple[QRect, QWidget]


def step(window: MainWindow, forward: bool) -> bool:
    """Move the keyboard on by one; False where nothing can be reached."""
    layer = top_layer(window)
    order = reading_order(layer) if layer is not None else []
    if not order:
        return False
    window.by_keys = True
    held = window.focusWidget()
    at = order.index(held) if held in order else (-1 if forward else len(order))
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    reached = order[(at + (1 if forward else -1)) % len(order)]
    reached.setFocus(reason)
    window.reached.emit(reached)
    return True


def top_layer(window: QWidget) -> QWidget | None:
    """Answer what must be answered first: what lies above all else and can be pressed."""
    there = [each for each in window.children() if isinstance(each, QWidget) and each.isVisibleTo(window)]
    lit = (each for each in reversed(there) if each.objectName() not in PAINTED and not each.isWindow())
    layer = next((each for each in lit if _answers(each)), None)
    if layer is not None:
        covers = (each for name in reversed(COVERS) for each in layer.findChildren(QWidget, name))
        layer = next((each for each in covers if each.isVisibleTo(window)), layer)
    return layer


def _answers(layer: QWidget) -> bool:
    """Tell whether something in a layer can be pressed."""
    return any(reachable(each, layer) for each in layer.findChildren(QWidget))


def buried(part: QWidget) -> bool:
    """Tell whether a part of a window lies below what must be answered first."""
    top = top_layer(part.window())
    if top is None or top is part:
        return False
    return not (part.isAncestorOf(top) or top.isAncestorOf(part))


def reading_order(layer: QWidget) -> list[QWidget]:
    """Answer the controls of a page or a sheet in the order of reading."""
    rtl = layer.layoutDirection() is Qt.LayoutDirection.RightToLeft
    order: list[QWidget] = []
    spots, pads = _pads_as_one(_spots(layer, layer))
    for widget in cut(spots, rtl):
        if widget in pads:
            order += cut(pads[widget], rtl=False)
        elif isinstance(widget, Ordered):
            order += [part for part in widget.focus_order() if reachable(part, layer)]
        elif isinstance(widget, QAbstractScrollArea) and not reachable(widget, layer):
            order += [part for part in cut(list(_spots(widget, layer)), rtl) if reachable(part, layer)]
        else:
            order.append(widget)
    return order


def _spots(parent: QWidget, layer: QWidget) -> Iterator[Spot]:
    """Walk what Tab may stop at, and the parts that order themselves, each as one."""
    for child in parent.children():
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        if isinstance(child, (Ordered, QAbstractScrollArea)) or _alone(child, layer):
            yield QRect(child.mapTo(layer, QPoint(0, 0)), child.size()), child
        else:
            yield from _spots(child, layer)


def _pads_as_one(spots: Iterable[Spot]) -> tuple[list[Spot], dict[QWidget, list[Spot]]]:
    """Take the keys of a pad as one place, told by its first key: they run from left to right everywhere."""
    single: list[Spot] = []
    pads: dict[QWidget | None, list[Spot]] = {}
    for spot in spots:
        keys = pads.setdefault(spot[1].parentWidget(), []) if getattr(spot[1], "of_a_pad", False) else single
        keys.append(spot)
    for keys in pads.values():
        whole = reduce(QRect.united, (box for box, _ in keys))
        single.append((whole, keys[0][1]))
    return single, {keys[0][1]: keys for keys in pads.values()}


def _alone(widget: QWidget, layer: QWidget) -> bool:
    """Tell whether Tab may stop at a widget and at nothing in it: a page takes letters, and has keys too."""
    return reachable(widget, layer) and not any(
        reachable(each, layer) for each in widget.findChildren(QWidget)
    )


def reachable(widget: QWidget, layer: QWidget) -> bool:
    """Tell whether Tab may stop at a widget now."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return (
        bool(policy)
        and widget.isVisibleTo(layer)
        and widget.isEnabledTo(layer)
        and not widget.size().isEmpty()
    )


def cut(spots: Sequence[Spot], rtl: bool) -> list[QWidget]:
    """Put places in the order of reading: cut into rows where a line crosses nothing, else into columns."""
    if len(spots) < 2:
        return [widget for _, widget in spots]
    rows = _parts(spots, lambda box: (box.top(), box.bottom()))
    if len(rows) > 1:
        return [widget for row in rows for widget in cut(row, rtl)]
    columns = _parts(spots, lambda box: (-box.right(), -box.left()) if rtl else (box.left(), box.right()))
    if len(columns) > 1:
        return [widget for column in columns for widget in cut(column, rtl)]

    def reading(spot: Spot) -> tuple[int, int]:
        return spot[0].top(), -spot[0].right() if rtl else spot[0].left()

    return [widget for _, widget in sorted(spots, key=reading)]


def _parts(spots: Sequence[Spot], span: Callable[[QRect], tuple[int, int]]) -> list[list[Spot]]:
    """Part places where a straight line goes between them."""
    parts: list[list[Spot]] = []
    reach = 0
    for spot in sorted(spots, key=lambda each: span(each[0])):
        begin, end = span(spot[0])
        if parts and begin <= reach:
            parts[-1].append(spot)
            reach = max(reach, end)
        else:
            parts.append([spot])
            reach = end
    return parts
