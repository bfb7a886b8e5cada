"""What of a photograph a card shows: the part around the target, wide enough to know the screen again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QTransform

from elder_tutor.ui.paper.camera import SHARP, Photograph
from elder_tutor.ui.paper.marks import extent, hand_for, paint_arrow, paint_hand, paint_ring
from elder_tutor.ui.widgets.hand import Pose

TALLEST: Final = 345.0
"""No more of a screen than this many design pixels stands on a card: words would be too small."""
WIDEST: Final = 495.0
"""A keyboard is wider than a phone; as much of it is shown as of a phone with its keys."""
BESIDE: Final = 20.0
"""Room for a ring beside the screen."""
WASH: Final = 105
"""How much paper lies over what is not touched, 0 to 255: the target stands out, and ink is saved."""
BELOW: Final = 64.0
"""How far a hand may hang over the phone's lower edge."""
FADE: Final = 16.0
"""Design pixels in which the screen fades where it goes on."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of a photograph with its marks; ``crop`` and ``target`` are in its design pixels."""

    photograph: Photograph
    crop: QRectF
    target: QRectF | None
    pose: Pose | None

    def to_paper(self, place: QRectF) -> QTransform:
        """Answer what carries the photograph's design pixels to a place on the page."""
        scale = place.height() / self.crop.height()
        middle = place.left() + (place.width() - self.crop.width() * scale) / 2
        return QTransform(scale, 0, 0, scale, middle - self.crop.left() * scale,
                          place.top() - self.crop.top() * scale)  # fmt: skip

    def ring_on(self, place: QRectF) -> QRectF | None:
        """Answer where the target stands on the page."""
        return self.to_paper(place).mapRect(self.target) if self.target is not None else None


def scene_of(photograph: Photograph, shape: float) -> Scene:
    """Choose the part to show; ``shape`` is width by height of its place on the card."""
    ground = photograph.ground
    target, pose = photograph.target, None
    need = QRectF(ground.topLeft(), ground.topLeft())
    page = ground.adjusted(-BESIDE, -BESIDE, BESIDE, BELOW)
    if target is not None:
        target = target.intersected(ground)
        # of what is taller the upper part shows: its ring stays open below
        seen = QRectF(target.topLeft(), QSizeF(target.width(), min(target.height(), TALLEST * 0.7)))
        pose = hand_for(seen, photograph.beside, page)
        need = extent(seen, pose)
    high = min(TALLEST, max(min(page.width(), WIDEST) / shape, need.height() + 6))
    wide = min(page.width(), high * shape)
    top = _start(need.top(), need.bottom(), high, page.top(), page.bottom())
    left = _start(need.left(), need.right(), wide, page.left(), page.right())
    return Scene(photograph, QRectF(left, top, wide, high), target, pose)


def paint_scene(painter: QPainter, scene: Scene, place: QRectF) -> None:
    """Paint the part of the screen with ring, arrow and hand into a place on the page."""
    photograph = scene.photograph
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, photograph.paper)
    painter.setTransform(scene.to_paper(place), True)
    painter.drawImage(scene.crop, _part(scene))
    if scene.target is not None:
        paint_ring(painter, scene.target)
        if scene.pose is not None:
            if scene.photograph.gesture.moves:
                paint_arrow(painter, scene.target, photograph.gesture, scene.crop)
            paint_hand(painter, scene.pose, photograph.gesture)
    painter.restore()


def _part(scene: Scene) -> QImage:
    """Answer the part of the photograph, faded at edges behind which the screen goes on."""
    crop = scene.crop
    pixels = QRectF(crop.x() * SHARP, crop.y() * SHARP, crop.width() * SHARP, crop.height() * SHARP)
    part = QImage(pixels.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(part)
    part.fill(scene.photograph.paper)
    painter.scale(SHARP, SHARP)
    painter.translate(-crop.topLeft())
    ground = scene.photograph.ground
    whole = QRectF(ground.x() * SHARP, ground.y() * SHARP, ground.width() * SHARP, ground.height() * SHARP)
    painter.drawImage(ground, scene.photograph.image, whole)
    _wash(painter, scene)
    _fade(painter, scene)
    painter.end()
    return part


def _start(first: float, last: float, room: float, least: float, most: float) -> float:
    """Answer where a stretch of ``room`` begins that holds what is needed in its middle."""
    wished = (first + last - room) / 2
    return max(least, min(wished, most - room))


def _wash(painter: QPainter, scene: Scene) -> None:
    """Let what is not touched step back."""
    if scene.target is None:
        return
    rest, light = QPainterPath(), QColor(scene.photograph.paper)
    rest.addRect(scene.crop)
    hole = QPainterPath()
    hole.addRoundedRect(scene.target.adjusted(-4, -4, 4, 4), 16, 16)
    light.setAlpha(WASH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(rest.subtracted(hole), light)


def _fade(painter: QPainter, scene: Scene) -> None:
    """Let the screen fade at an edge behind which it goes on."""
    crop, ground = scene.crop, scene.photograph.ground
    full, none = QColor(scene.photograph.paper), QColor(scene.photograph.paper)
    none.setAlpha(0)
    edges = (
        (crop.top() > ground.top() + 1, crop.topLeft(), QPointF(0, FADE)),
        (crop.bottom() < ground.bottom() - 1, crop.bottomLeft(), QPointF(0, -FADE)),
        (crop.left() > ground.left() + 1, crop.topLeft(), QPointF(FADE, 0)),
        (crop.right() < ground.right() - 1, crop.topRight(), QPointF(-FADE, 0)),
    )
    for goes_on, corner, way in edges:
        if goes_on:
            shade = QLinearGradient(corner, corner + way)
            shade.setColorAt(0, full)
            shade.setColorAt(1, none)
            across = QPointF(crop.width(), 0) if way.x() == 0 else QPointF(0, crop.height())
            painter.fillRect(QRectF(corner, corner + way + across).normalized(), shade)
