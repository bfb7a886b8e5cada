"""How strongly a control stands out of its ground: its border, measured from the pixels that were painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from elder_tutor.ui.measures.contrast import ratio, tones
from elder_tutor.ui.measures.measuring import on_top, place, shows, uncovered
from elder_tutor.ui.widgets.lip_button import LipButton

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

EDGE_LEAST: Final = 3.0
"""The contrast of a control's border, and of the ring around it, with what lies beside it (DESIGN 7)."""
WITHOUT: Final = "trainer.bar.trainer-"
"""The trainer's places, as drawn in the mock-ups: a column of icons with words, no boxes."""
MIDDLE: Final = 0.2
"""The share of a side that is left out at either end: corners are round."""
OUT: Final = (2, 3)
"""Window pixels outside of a side: how far away the ground begins, and how much of it is looked at."""
DEEP: Final = 8.0
"""Design pixels inside of a side in which its border lies."""
OFTEN: Final = 0.08
"""The share of them from which a tone is the border; dashes count, the tip of a letter does not."""
SIDES: Final = (Qt.Edge.TopEdge, Qt.Edge.BottomEdge, Qt.Edge.LeftEdge, Qt.Edge.RightEdge)


def weak_edges(window: MainWindow, image: QImage) -> list[str]:
    """List the buttons whose border stands out too little at one of their sides; ``image`` is the window.

    Inside the phone words and pictures show what can be touched, and in the trainer's bar icon and
    word do; buttons there are asked for their words only.
    """
    found = []
    for button in on_top(window):
        bordered = isinstance(button, LipButton) and button.available
        bordered = bordered and not button.objectName().startswith(WITHOUT)
        if bordered and shows(button, window) and uncovered(button, window):
            weakest = min(edge_contrasts(image, place(button, window), window.metrics.px(DEEP)), default=None)
            if weakest is not None and weakest < EDGE_LEAST:
                found.append(f"{weakest:.1f}:1 border {button.objectName()}")
    return found


def edge_contrasts(image: QImage, box: QRect, deep: int) -> Iterator[float]:
    """Yield the contrast of each side of a box with what lies outside, but for sides at the picture's edge.

    ``deep`` is how far inside the border may lie, in pixels.
    """
    for side in SIDES:
        ground = beside(box, side, -OUT[0] - OUT[1], OUT[1])
        if not image.rect().contains(ground):
            continue
        outside = _commonest(image.copy(ground))
        inside = tones(_colours(image.copy(beside(box, side, 0, deep))))
        whole = sum(inside.values())
        yield max(ratio(tone, outside) for tone, count in inside.items() if count >= whole * OFTEN)


def beside(box: QRect, side: Qt.Edge, begin: int, deep: int) -> QRect:
    """Answer a strip along the middle of a side, from ``begin`` (below zero: outside) inwards."""
    across, down = round(box.width() * MIDDLE), round(box.height() * MIDDLE)
    if side in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
        top = box.top() + begin if side == Qt.Edge.TopEdge else box.bottom() + 1 - begin - deep
        return QRect(box.left() + across, top, max(1, box.width() - 2 * across), deep)
    left = box.left() + begin if side == Qt.Edge.LeftEdge else box.right() + 1 - begin - deep
    return QRect(left, box.top() + down, deep, max(1, box.height() - 2 * down))


def _commonest(image: QImage) -> float:
    found = tones(_colours(image))
    return max(found, key=lambda tone: found[tone])


def _colours(image: QImage) -> Counter[int]:
    return Counter(pixels(image))


def pixels(image: QImage) -> tuple[int, ...]:
    """Answer the colours of an image row by row, 0xAARRGGBB."""
    # The view holds no reference to the picture: it must be read while the picture still has a name.
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return tuple(memoryview(plain.constBits()).cast("I"))
