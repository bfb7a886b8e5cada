"""The shape of the phone: frame, screen, wallpaper, and where its parts lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.theme import Metrics

WIDTH: Final = 513
"""The whole drawing with the keys that stand out at the right."""
BODY: Final = 474
HEIGHT: Final = 740
FRAME: Final = 11
CORNER: Final = 54
SCREEN_CORNER: Final = 43
STATUS: Final = 52
APP_BAR: Final = 66
NAV: Final = 70
TALL_NAV: Final = (84, 86, 92, 96)
"""With the open apps, by size step: a name of two words stands in two lines."""
KEY: Final = 40
"""Design pixels (TOKENS 5); a key of the frame is never narrower than this, nor than 13 mm."""
KEY_MM: Final = 13.0

BAND: Final = ((0.0, "#5B686E"), (0.5, "#2E393E"), (1.0, "#475359"))
DARK_BAND: Final = ((0.0, "#8D999E"), (0.5, "#6B787E"), (1.0, "#7E8B91"))
"""The metal around the glass, from the upper to the lower end."""
GLASS: Final = "#12191C"

WALLPAPER: Final = (("#D8E8EA", "#E6EADF", "#F5E6C9"), ("#16252B", "#1B2526", "#2A2418"))


@dataclass(frozen=True, slots=True)
class Shape:
    """Places of the phone's parts in window pixels of a phone of this size."""

    whole: QRect
    body: QRect
    """The phone without what stands out of it."""
    screen: QRect
    status: QRect
    app_bar: QRect
    nav: QRect
    rail: QRect
    """The keys of the frame: they stand out of its right edge; empty where there are none."""
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


def key_width(m: Metrics) -> int:
    """Answer how wide a key of the frame is, window pixels: 13 mm, and no sliver beside a large phone."""
    return max(m.mm(KEY_MM), m.px(KEY))


def width(m: Metrics) -> int:
    """Answer how wide the phone is with its keys, window pixels."""
    return m.px(BODY) + key_width(m) - m.px(FRAME)


def shape(width: int, height: int, kit: Kit) -> Shape:
    """Answer the places in a phone of this many window pixels."""
    frame = kit.px(FRAME)
    key = key_width(kit.metrics) if kit.rail else frame
    body = QRect(0, 0, width - key + frame, height)
    screen = QRect(frame, frame, body.width() - 2 * frame, height - 2 * frame)
    rail = QRect(screen.right() + 1, screen.top(), key, screen.height()) if kit.rail else QRect()
    status = QRect(screen.left(), screen.top(), screen.width(), kit.px(STATUS))
    bar = QRect(screen.left(), status.bottom() + 1, screen.width(), kit.px(APP_BAR))
    low = kit.px(nav_height(kit))
    nav = QRect(screen.left(), screen.bottom() + 1 - low, screen.width(), low)
    home = QRect(screen.left(), status.bottom() + 1, screen.width(), nav.top() - status.bottom() - 1)
    return Shape(QRect(0, 0, width, height), body, screen, status, bar, nav, rail, home)


def nav_height(kit: Kit) -> int:
    """Answer the height of the navigation in design pixels."""
    return TALL_NAV[kit.metrics.step - 1] if kit.three else NAV


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
    _paint_frame(painter, QRectF(places.body), kit)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _paint_frame(painter: QPainter, box: QRectF, kit: Kit) -> None:
    """Paint a band of metal, the black edge of the glass in it, and the slit one listens at."""
    unit, corner = kit.metrics.unit, float(kit.px(CORNER))
    metal = QLinearGradient(box.topLeft(), box.bottomLeft())
    for part, colour in DARK_BAND if night_page(kit) else BAND:
        metal.setColorAt(part, QColor(colour))
    painter.setPen(QPen(QColor("#0F1519"), unit * 1.5))
    painter.setBrush(QBrush(metal))
    half = unit * 0.75
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), corner, corner)
    inset = unit * 4
    painter.setPen(QPen(QColor("#0A0F11"), unit * 1.2))
    painter.setBrush(QColor(GLASS))
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, corner - inset, corner - inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#39464C"))
    wide, high = unit * 64, unit * 3.4
    middle = (inset + kit.px(FRAME)) / 2 + box.top()
    slit = QRectF(box.center().x() - wide / 2, middle - high / 2, wide, high)
    painter.drawRoundedRect(slit, high / 2, high / 2)


def night_page(kit: Kit) -> bool:
    """Tell whether the page around the phone is dark."""
    return kit.metrics.dark


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
