"""The shape of the phone: frame, screen, wallpaper, and where its parts lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from elder_tutor.ui.phone.kit import Kit

WIDTH: Final = 486
HEIGHT: Final = 740
FRAME: Final = 17
CORNER: Final = 54
SCREEN_CORNER: Final = 40
STATUS: Final = 52
APP_BAR: Final = 66
NAV: Final = 70
TALL_NAV: Final = 80
"""With the open apps: a name of two words stands in two lines."""
SIDE: Final = 24
RAILED: Final = (7, 8)
"""The side of the frame, and the frame at the left and right of the screen where that side shows."""
"""Design pixels (TOKENS 5)."""

WALLPAPER: Final = (("#D8E8EA", "#E6EADF", "#F5E6C9"), ("#16252B", "#1B2526", "#2A2418"))


@dataclass(frozen=True, slots=True)
class Shape:
    """Places of the phone's parts in window pixels of a phone of this size."""

    whole: QRect
    screen: QRect
    status: QRect
    app_bar: QRect
    nav: QRect
    rail: QRect
    """The keys of the frame: its right edge and side; empty where there are none."""
    home: QRect
    """Between status bar and navigation: what the home screen and a dialog's scrim fill."""

    @property
    def content(self) -> QRect:
        """Answer the place between the app bar and the navigation."""
        return QRect(
            self.home.left(),
            self.app_bar.bottom() + 1,
            self.home.width(),
            self.nav.top() - self.app_bar.bottom() - 1,
        )


def shape(width: int, height: int, kit: Kit) -> Shape:
    """Answer the places in a phone of this many window pixels."""
    frame = kit.px(FRAME)
    left, right = (kit.px(RAILED[0]), kit.px(RAILED[1] + SIDE)) if kit.rail else (frame, frame)
    screen = QRect(left, frame, width - left - right, height - 2 * frame)
    rail = QRect(screen.right() + 1, screen.top(), right, screen.height()) if kit.rail else QRect()
    status = QRect(screen.left(), screen.top(), screen.width(), kit.px(STATUS))
    bar = QRect(screen.left(), status.bottom() + 1, screen.width(), kit.px(APP_BAR))
    low = kit.px(nav_height(kit))
    nav = QRect(screen.left(), screen.bottom() + 1 - low, screen.width(), low)
    home = QRect(screen.left(), status.bottom() + 1, screen.width(), nav.top() - status.bottom() - 1)
    return Shape(QRect(0, 0, width, height), screen, status, bar, nav, rail, home)


def nav_height(kit: Kit) -> int:
    """Answer the height of the navigation in design pixels."""
    return TALL_NAV if kit.three else NAV


def screen_path(places: Shape, kit: Kit, from_status: bool = False) -> QPainterPath:
    """Answer the outline of the screen; without the status bar unless ``from_status``."""
    whole = QPainterPath()
    corner = kit.px(SCREEN_CORNER)
    whole.addRoundedRect(QRectF(places.screen), corner, corner)
    if from_status:
        return whole
    below = QPainterPath()
    below.addRect(QRectF(places.screen).adjusted(0, places.status.height(), 0, 0))
    return whole.intersected(below)


def frame_pixmap(places: Shape, kit: Kit) -> QPixmap:
    """Answer the frame as one drawing, kept for its size."""
    width, height = places.whole.width(), places.whole.height()
    key = f"phone-frame|{width}|{height}|{kit.metrics.unit:.4f}|{kit.dark}|{kit.dpr}|{kit.rail}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = QPixmap(round(width * kit.dpr), round(height * kit.dpr))
    pixmap.setDevicePixelRatio(kit.dpr)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box, corner = QRectF(places.whole), float(kit.px(CORNER))
    if kit.rail:
        _paint_side(painter, box, corner, kit)
        box.setRight(box.right() - kit.px(SIDE))
    edge = QColor("#7E8B91") if kit.dark and not kit.night else QColor("#0F1519")
    line = kit.metrics.unit * 2.4
    painter.setPen(QPen(edge, line))
    painter.setBrush(QBrush(kit.q("bezel")))
    painter.drawRoundedRect(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), corner, corner)
    inset = kit.metrics.unit * (3 if kit.rail else 6)
    painter.setPen(QPen(kit.q("bezel_line"), kit.metrics.unit * 2))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _paint_side(painter: QPainter, box: QRectF, corner: float, kit: Kit) -> None:
    """Paint the side of the phone behind its front: lighter metal, where the keys are."""
    metal = QLinearGradient(box.topRight() - QPointF(2 * kit.px(SIDE), 0), box.topRight())
    for part, colour in ((0.0, "#2B363B"), (0.45, "#7E8B91"), (0.75, "#56636A"), (1.0, "#333F45")):
        metal.setColorAt(part, QColor(colour))
    painter.setPen(QPen(QColor("#0F1519"), kit.metrics.unit * 2))
    painter.setBrush(QBrush(metal))
    half = kit.metrics.unit
    painter.drawRoundedRect(box.adjusted(kit.px(CORNER), half, -half, -half), corner, corner)


def paint_ground(painter: QPainter, places: Shape, kit: Kit, wallpaper: bool) -> None:
    """Paint frame and screen; the home screen stands on the wallpaper."""
    painter.drawPixmap(QPointF(0, 0), frame_pixmap(places, kit))
    path = screen_path(places, kit, from_status=True)
    painter.fillPath(path, kit.q("screen"))
    if wallpaper:
        upper = QRectF(places.screen).adjusted(0, 0, 0, -places.nav.height())
        painter.save()
        painter.setClipRect(upper)
        painter.fillPath(path, QBrush(_wallpaper(upper, kit)))
        painter.restore()


def _wallpaper(area: QRectF, kit: Kit) -> QLinearGradient:
    gradient = QLinearGradient(area.topLeft(), area.bottomLeft())
    for part, colour in zip((0.0, 0.5, 1.0), WALLPAPER[1 if kit.dark else 0], strict=True):
        gradient.setColorAt(part, QColor(colour))
    return gradient
