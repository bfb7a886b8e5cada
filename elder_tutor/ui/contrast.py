"""How strongly words stand out of their ground, measured from the pixels that were painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import floor, log
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainterPath
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from elder_tutor.ui.measuring import Measured, on_top, shows
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

FLARE: Final = 0.05
"""Light that falls on every screen (WCAG 2.2, contrast ratio)."""
ALIKE: Final = 1.1
"""Luminances this near in contrast are one tone: edges and soft grounds spread."""
OFTEN: Final = 0.05
"""The share of what is not ground from which a tone counts; the edges of letters stay below."""
CORNER: Final = 0.3
"""How far the square inside a round corner lies from the edge, in radii."""
GROWN: Final = 4.0
"""The lit target of a lesson is larger than its button, design pixels."""
LEAST: Final = 12
"""Nothing can be read in a rectangle with a side this short, window pixels."""


def lowest_contrast(window: MainWindow, image: QImage) -> Measured | None:
    """Answer the weakest contrast of visible words, 1 to 21; None where there are no words.

    ``image`` is the window as painted (RGB32, one pixel a window pixel). What a lesson dims is left out.
    """
    dark = _dimmed(window)
    found = []
    for each in on_top(window):
        area = _area(each, window) if _has_words(each) and shows(each, window) else QRect()
        if min(area.width(), area.height()) < LEAST or dark.intersects(QRectF(area)):
            continue
        ratio = contrast_in(image.copy(area))
        if ratio is not None:
            found.append(Measured(ratio, each.objectName()))
    return min(found, default=None)


def contrast_in(image: QImage) -> float | None:
    """Answer the contrast of the two tones of a painted text (WCAG 2.2); None where all is one tone.

    The ground is the commonest tone, the words the strongest of those that are common beside it.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    tones = _tones(Counter(memoryview(plain.constBits()).cast("I")))
    if not tones:
        return None
    ground = max(tones, key=lambda tone: tones[tone])
    rest = sum(tones.values()) - tones[ground]
    often = [tone for tone, count in tones.items() if tone != ground and count >= rest * OFTEN]
    return max((_ratio(tone, ground) for tone in often), default=None)


@cache
def luminance(colour: int) -> float:
    """Answer the relative luminance of a colour 0xAARRGGBB, 0 to 1 (WCAG 2.2)."""
    shares = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + FLARE) / (min(one, other) + FLARE)


def _tones(colours: Mapping[int, int]) -> dict[float, int]:
    """Answer how many pixels have which luminance; those that are alike count as their commonest one."""
    groups: dict[int, list[tuple[int, float]]] = {}
    for colour, count in colours.items():
        light = luminance(colour)
        groups.setdefault(floor(log((light + FLARE) / FLARE) / log(ALIKE)), []).append((count, light))
    return {max(group)[1]: sum(count for count, _ in group) for group in groups.values()}


def _has_words(widget: QWidget) -> bool:
    if isinstance(widget, TouchButton):  # in the phone the words stand in the view
        return bool(widget.text() or widget.accessibleName())
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())


def _area(widget: QWidget, window: MainWindow) -> QRect:
    """Answer what shows of a widget, without the border and the corners of a button."""
    seen = widget.visibleRegion().boundingRect()
    inset = 0
    if isinstance(widget, QAbstractButton):
        inset = window.metrics.px(getattr(widget, "radius", 0.0) * CORNER + 4)
    area = seen.adjusted(inset, inset, -inset, -inset)
    return QRect(widget.mapTo(window, area.topLeft()), area.size()).intersected(window.rect())


def _dimmed(window: MainWindow) -> QPainterPath:
    """Answer what a lesson makes darker now, in the window's coordinates."""
    dark = QPainterPath()
    for overlay in (each for each in on_top(window) if isinstance(each, Overlay)):
        lit = QPainterPath()
        grow = window.metrics.px(GROWN)
        if not overlay.scene.target.isEmpty():
            lit.addRect(QRectF(overlay.scene.target).adjusted(-grow, -grow, grow, grow))
        at = overlay.mapTo(window, QPoint(0, 0))
        dark.addPath(overlay.scene.dimmed.subtracted(lit).translated(at.x(), at.y()))
    return dark
