"""One transparent sheet above the page: the dim, the ring around the target, the hand (DESIGN 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.hand import HAND, Pose, plain_pose, pose_for

RING: Final = (13.0, 8.0)
"""Ink under, saffron over: 13 and 8 px in the phone (TOKENS 4)."""
NEAR: Final = 15.0
"""A neighbour within the reach of a ring that stands outside, design pixels."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What to show, in the page's coordinates.

    ``dimmed`` is darkened but for the target (empty: nothing is); ``others`` are the areas
    a person may touch, which the hand must leave free; ``radius`` is the target's own.
    """

    target: QRect = field(default_factory=QRect)
    ring: bool = False
    hand: bool = False
    dimmed: QPainterPath = field(default_factory=QPainterPath)
    radius: float = 14.0
    region: bool = False
    """The target is a whole region: ringed, without a hand."""
    others: tuple[QRect, ...] = ()
    beside: tuple[QRect, ...] = ()
    """Words the hand leaves free where it can."""
    watching: bool = False


NOTHING: Final = Scene()


class Overlay(QWidget):
    """Paint a scene above everything of the page; touches fall through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.metrics: Metrics | None = None
        self.scene = NOTHING
        self.pose: Pose | None = None

    def apply(self, metrics: Metrics) -> None:
        """Take the sizes of the page."""
        self.metrics = metrics
        self.update()

    def render_scene(self, scene: Scene) -> None:
        """Show a scene."""
        self.scene = scene
        self.pose = self._pose(scene)
        self.update()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dim, ring and hand in this order."""
        if self.metrics is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self.scene
        if not scene.dimmed.isEmpty():
            self._paint_dim(painter)
        if scene.ring and not scene.target.isEmpty():
            self._paint_ring(painter)
        if self.pose is not None:
            self._paint_hand(painter, self.pose)
        painter.end()

    def _pose(self, scene: Scene) -> Pose | None:
        if self.metrics is None or not scene.hand or scene.target.isEmpty() or scene.region:
            return None
        unit = self.metrics.unit
        aside = pose_for(scene.target, scene.others, self.rect(), unit, scene.beside)
        # In watch nobody touches anything: a hand among crowded neighbours is better than none.
        return aside or (plain_pose(scene.target, self.rect(), unit) if scene.watching else None)

    def _hole(self) -> QRectF:
        assert self.metrics is not None
        grow = self.metrics.px(4)
        return QRectF(self.scene.target).adjusted(-grow, -grow, grow, grow)

    def _paint_dim(self, painter: QPainter) -> None:
        m, scene = self.metrics, self.scene
        assert m is not None
        hole = QPainterPath()
        radius = m.px(scene.radius + 4)
        hole.addRoundedRect(self._hole(), radius, radius)
        painter.fillPath(scene.dimmed.subtracted(hole), m.q("dim"))

    def _paint_ring(self, painter: QPainter) -> None:
        m, scene = self.metrics, self.scene
        assert m is not None
        under, over = RING
        # The ring lies half inside where a neighbour is near (DESIGN 7).
        out = m.px(4) if self._crowded(m) else m.px(8)
        box = QRectF(scene.target).adjusted(-out, -out, out, out)
        radius = m.px(scene.radius + 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(m.q("ring_ink"), m.px(under)))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QPen(m.q("ring"), m.px(over)))
        painter.drawRoundedRect(box, radius, radius)

    def _crowded(self, m: Metrics) -> bool:
        near = m.px(NEAR)
        around = self.scene.target.adjusted(-near, -near, near, near)
        return any(around.intersects(other) for other in self.scene.others)

    def _paint_hand(self, painter: QPainter, pose: Pose) -> None:
        picture = icons.icon("motifs/hand", round(HAND[1] * pose.scale), dpr=self.devicePixelRatioF() * 2)
        painter.save()
        painter.setTransform(pose.transform(), True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(1 / pose.scale, 1 / pose.scale)
        painter.drawPixmap(QPointF(0, 0), picture)
        painter.restore()
