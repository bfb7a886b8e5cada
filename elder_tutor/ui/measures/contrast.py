"""How strongly words stand out of their ground, measured from the pixels that were painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import floor, log
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainterPath
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from elder_tutor.ui.measures.measuring import Measured, name_of, on_top, place, seen_of, shows, uncovered
from elder_tutor.ui.measures.painted import painted_lines
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.trainer.look import Drawn
from elder_tutor.ui.widgets.caption import Caption
from elder_tutor.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

WORDS_LEAST: Final = 7.0
DIMMED_LEAST: Final = 3.0
"""What words must stand out at least, and those that a lesson dims (DESIGN 7)."""
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


class Stood(NamedTuple):
    """How strongly the words of a widget stand out, 1 to 21, and whether a lesson dims them now.

    ``drawn`` is a picture or a sign that stands for its words, by itself: those have the limit of controls.
    """

    ratio: float
    name: str
    dimmed: bool
    drawn: bool = False


def lowest_contrast(window: MainWindow, image: QImage) -> Measured | None:
    """Answer the weakest contrast of visible words, 1 to 21; None where there are no words.

    ``image`` is the window as painted (RGB32, one pixel a window pixel). What a lesson dims is left out,
    and so are drawings, which have limits of their own.
    """
    stood = word_contrasts(window, image)
    found = (Measured(each.ratio, each.name) for each in stood if not (each.dimmed or each.drawn))
    return min(found, default=None)


def word_contrasts(window: MainWindow, image: QImage) -> Iterator[Stood]:
    """Yield the contrast of all words that show; ``image`` as for `lowest_contrast`."""
    yield from _of_widgets(window, image)
    yield from _of_lines(window, image)


def _of_widgets(window: MainWindow, image: QImage) -> Iterator[Stood]:
    dark = dimmed(window)
    captions = [each for each in on_top(window) if isinstance(each, Caption)]
    for each in on_top(window):
        # Touches go through a caption: it is met nowhere, and covers words all the same.
        said = any(_within(each, over) for over in captions)
        seen = _has_words(each) and _stands(each, window) and (said or uncovered(each, window))
        area = _area(each, window) if seen else QRect()
        if min(area.width(), area.height()) < LEAST:
            continue
        if not said and any(place(over, window).intersects(area) for over in captions):
            continue
        ratio = contrast_in(image.copy(area))
        if ratio is not None:
            yield Stood(ratio, name_of(each), dark.intersects(QRectF(area)), _is_drawn(each))


def _of_lines(window: MainWindow, image: QImage) -> Iterator[Stood]:
    """Yield it line by line: of several words in one widget, and of those in a drawing, each by itself."""
    dark, top = dimmed(window), set(on_top(window))
    captions = [each for each in top if isinstance(each, Caption)]
    for widget, core in painted_lines(window):
        said = any(_within(widget, over) for over in captions)
        hidden = not said and any(place(over, window).intersects(core) for over in captions)
        if widget not in top or hidden or not seen_of(widget, window).contains(core):
            continue
        ratio = contrast_in(image.copy(core)) if said or _meets(widget, core, window) else None
        if ratio is not None:
            yield Stood(ratio, f"{name_of(widget)} line", dark.intersects(QRectF(core)))


def weak_words(window: MainWindow, image: QImage) -> list[str]:
    """List the words that stand out less than DESIGN 7 asks, dimmed ones by their own limit."""
    return [
        f"{each.ratio:.1f}:1 words{' (dimmed)' if each.dimmed else ''} {each.name}"
        for each in word_contrasts(window, image)
        if each.ratio < (DIMMED_LEAST if each.dimmed or each.drawn else WORDS_LEAST)
    ]


def contrast_in(image: QImage) -> float | None:
    """Answer the contrast of the two tones of a painted text (WCAG 2.2); None where all is one tone.

    The ground is the commonest tone, the words the strongest of those that are common beside it.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    found = tones(Counter(memoryview(plain.constBits()).cast("I")))
    if not found:
        return None
    ground = max(found, key=lambda tone: found[tone])
    rest = sum(found.values()) - found[ground]
    often = [tone for tone, count in found.items() if tone != ground and count >= rest * OFTEN]
    return max((ratio(tone, ground) for tone in often), default=None)


@cache
def luminance(colour: int) -> float:
    """Answer the relative luminance of a colour 0xAARRGGBB, 0 to 1 (WCAG 2.2)."""
    shares = ((colour >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: float, other: float) -> float:
    """Answer the contrast of two luminances, 1 to 21 (WCAG 2.2)."""
    return (max(one, other) + FLARE) / (min(one, other) + FLARE)


def tones(colours: Mapping[int, int]) -> dict[float, int]:
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


def _stands(widget: QWidget, window: MainWindow) -> bool:
    """Tell whether words stand there: of a button in the phone that is half scrolled away only tips do."""
    if isinstance(widget, TouchButton):
        return not widget.size().isEmpty() and seen_of(widget, window).size() == widget.size()
    return shows(widget, window)


def _meets(widget: QWidget, core: QRect, window: MainWindow) -> bool:
    """Tell whether a touch on a line would meet the widget that painted it, or what it stands in."""
    met = window.childAt(core.center())
    return met is None or met is widget or widget.isAncestorOf(met) or met.isAncestorOf(widget)


def _within(widget: QWidget, above: QWidget) -> bool:
    return widget is above or above.isAncestorOf(widget)


def _is_drawn(widget: QWidget) -> bool:
    if isinstance(widget, Drawn):
        return True
    return isinstance(widget, TouchButton) and not widget.text()


def _area(widget: QWidget, window: MainWindow) -> QRect:
    """Answer what shows of a widget, without the border and the corners of a button.

    A card with a large drawing tells by ``words_area()`` where its words stand.
    """
    seen = widget.visibleRegion().boundingRect()
    words = getattr(widget, "words_area", None)
    if callable(words):
        return QRect(widget.mapTo(window, words().topLeft()), words().size()).intersected(window.rect())
    inset = 0
    if isinstance(widget, QAbstractButton):
        inset = window.metrics.px(getattr(widget, "radius", 0.0) * CORNER + 4)
    area = seen.adjusted(inset, inset, -inset, -inset)
    return QRect(widget.mapTo(window, area.topLeft()), area.size()).intersected(window.rect())


def dimmed(window: MainWindow) -> QPainterPath:
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
