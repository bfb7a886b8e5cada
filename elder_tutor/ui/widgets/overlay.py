"""One transparent sheet above the page: the dim, the ring around the target, the hand (DESIGN 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.hand import (
    HAND,
    HOLD_RING,
    Gesture,
    Pose,
    arrow_of,
    plain_pose,
    pose_for,
)

RING: Final = (13.0, 8.0)
"""Ink under, saffron over: 13 and 8 px in the phone (TOKENS 4)."""
DASHES: Final = (3.4, 1.3)
"""Of the ring around a part to look in, in widths of the line."""
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
    """The target is a part of the page to look in: its ring is dashed, and there is no hand."""
    others: tuple[QRect, ...] = ()
    beside: tuple[QRect, ...] = ()
    """Words the hand leaves free where it can."""
    face: tuple[QRect, ...] = ()
    """Parts of the target that the hand leaves free where it can, and points at from within."""
    watching: bool = False
    soft: bool = False
    """The target is a part of the page that is lit softly: no ring, no hand, the rest a little darker."""
    gesture: Gesture = Gesture.TAP
    """What the hand shows: a held hand has a clock around its fingertip, a moving one an arrow."""


SOFT: Final = 70
"""How dark the rest is beside a softly lit part, 0 to 255."""
GLOW: Final = ((26.0, 40), (14.0, 90), (5.0, 255))
"""The soft edge of a lit part: design pixels and how much of it shows, 0 to 255."""

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
        if scene.soft and not scene.target.isEmpty():
            self._paint_light(painter)
            painter.end()
            return
        if not scene.dimmed.isEmpty():
            self._paint_dim(painter)
        if scene.ring and not scene.target.isEmpty():
            self._paint_ring(painter)
        if self.shows_gesture:
            self._paint_arrow(painter)
        if self.pose is not None:
            self._paint_hand(painter, self.pose)
            if scene.gesture is Gesture.HOLD:
                self._paint_hold(painter, self.pose)
        painter.end()

    @property
    def shows_gesture(self) -> bool:
        """Tell whether an arrow is shown: where a hand is asked for, even when it finds no place."""
        return self.scene.hand and self.scene.gesture.moves and not self.scene.target.isEmpty()

    def _pose(self, scene: Scene) -> Pose | None:
        if self.metrics is None or not scene.hand or scene.target.isEmpty() or scene.region:
            return None
        unit = self.metrics.unit
        aside = pose_for(scene.target, scene.others, self.rect(), unit, scene.beside, scene.face)
        # In watch nobody touches anything: a hand among crowded neighbours is better than none.
        return aside or (plain_pose(scene.target, self.rect(), unit) if scene.watching else None)

    def _paint_light(self, painter: QPainter) -> None:
        """Darken the rest a little and light the edge of the part to look at."""
        m, scene = self.metrics, self.scene
        assert m is not None
        part = QPainterPath()
        radius = m.px(scene.radius + 8)
        part.addRoundedRect(QRectF(scene.target), radius, radius)
        dark = m.q("dim")
        dark.setAlpha(min(dark.alpha(), SOFT))
        painter.fillPath(scene.dimmed.subtracted(part), dark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wide, alpha in GLOW:
            colour = m.q("ring")
            colour.setAlpha(alpha)
            painter.setPen(QPen(colour, m.px(wide)))
            painter.drawRoundedRect(QRectF(scene.target), radius, radius)
        painter.setPen(QPen(m.q("ring_ink"), m.px(2)))
        painter.drawRoundedRect(QRectF(scene.target), radius, radius)

    def _paint_arrow(self, painter: QPainter) -> None:
        """Paint where the hand goes: a wide arrow between ink lines."""
        m = self.metrics
        assert m is not None
        ends = arrow_of(self.scene.target, self.scene.gesture, self.rect(), m.unit)
        if ends is None:
            return
        begin, end = ends
        way = end - begin
        length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
        way /= length
        side, head = QPointF(-way.y(), way.x()), m.px(30)
        neck = end - way * head
        path = QPainterPath(begin + side * m.px(8))
        for at in (
            neck + side * m.px(8), neck + side * m.px(24), end, neck - side * m.px(24), neck - side * m.px(8),
            begin - side * m.px(8),
        ):  # fmt: skip
            path.lineTo(at)
        path.closeSubpath()
        pen = QPen(m.q("ring_ink"), m.px(4))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(m.q("ring"))
        painter.drawPath(path)

    def _paint_hold(self, painter: QPainter, pose: Pose) -> None:
        """Paint a clock around the fingertip: three quarters of a ring, as of a time that passes."""
        m = self.metrics
        assert m is not None
        half = m.px(HOLD_RING)
        box = QRectF(pose.tip.x() - half, pose.tip.y() - half, 2 * half, 2 * half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in (("ring_ink", 13), ("ring", 7)):
            painter.setPen(QPen(m.q(colour), m.px(wide), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(box, 90 * 16, -270 * 16)

    def _hole(self) -> QRectF:
        assert self.metrics is not None
        grow = self.metrics.px(4)
        return QRectF(self.scene.target).adjusted(-grow, -grow, grow, grow)

    def _paint_dim(self, painter: QPainter) -> None:
        m, scene = self.metrics, self.scene
        assert m is not None
        hole = QPainterPath()
        radius = m.px(scene.radius + 4)
        if not scene.target.isEmpty():
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
        pen = QPen(m.q("ring"), m.px(over))
        if scene.region:
            pen.setDashPattern(DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
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
