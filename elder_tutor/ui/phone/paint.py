"""Strokes the phone's widgets share: faces, words, icons, ticks, leading and trailing places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from elder_tutor.ui.phone.kit import Kit, digit_width, drawing, font_of
from elder_tutor.ui.textflow import BUTTON, DIGITS_DROP, digits_only

LEADING: Final = Qt.AlignmentFlag.AlignLeading
TRAILING: Final = Qt.AlignmentFlag.AlignTrailing
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
TOP: Final = Qt.AlignmentFlag.AlignTop
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter

RADIUS: Final = 18.0
LATIN_DROP: Final = 0.06


@dataclass(frozen=True, slots=True)
class Dress:
    """Colour names of one look of a button in the phone (no lip: the frame is small)."""

    fill: str
    edge: str
    text: str
    pressed: str
    soft: str = "lagoon_tint"


DRESSES: Final = {
    "primary": Dress("lagoon", "lagoon", "on_lagoon", "lagoon_deep", "lagoon"),
    "secondary": Dress("card", "lagoon", "lagoon", "lagoon_tint"),
    "quiet": Dress("card", "line", "ink", "sand", "card"),
    "danger": Dress("card", "pomegranate", "pomegranate", "pomegranate_tint", "pomegranate_tint"),
    "tint": Dress("lagoon_tint", "lagoon_tint", "lagoon", "card"),
}
_DARK_DANGER: Final = Dress("refuse", "refuse", "#FFFFFF", "#8E1C2F", "refuse")


def dress_of(look: str, kit: Kit, usual: str = "secondary") -> Dress:
    """Answer the dress of a look; an unknown one wears the usual."""
    if look == "danger" and kit.dark:
        return _DARK_DANGER
    return DRESSES.get(look, DRESSES[usual])


def face(
    painter: QPainter,
    box: QRectF,
    fill: QColor,
    edge: QColor | None = None,
    width: float = 3,
    radius: float = RADIUS,
) -> None:
    """Paint a rounded face whose border lies inside the box; lengths are window pixels."""
    painter.setBrush(QBrush(fill))
    if edge is None or width <= 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    half = width / 2
    painter.setPen(QPen(edge, width))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)


def chosen_face(painter: QPainter, box: QRectF, kit: Kit, radius: float) -> None:
    """Paint the face of what is chosen: saffron tint in a wide ink border."""
    face(painter, box, kit.q("saffron_tint"), kit.q("ink"), kit.px(5), radius)


def closed_face(painter: QPainter, box: QRectF, kit: Kit, radius: float) -> None:
    """Paint the face of what cannot be used now: pale, dashed border."""
    pen = QPen(kit.q("line"), kit.px(3), Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.6, 2.2])
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(QBrush(kit.q("disabled")))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)


def words(
    painter: QPainter,
    text: str,
    box: QRectF,
    kit: Kit,
    role: str = "body",
    colour: str = "ink",
    bold: bool = False,
    across: Qt.AlignmentFlag = LEADING,
    down: Qt.AlignmentFlag = MIDDLE,
    spacing: float = BUTTON,
    px: int = 0,
) -> float:
    """Paint a text in lines inside a box of window pixels; answer the height it took."""
    if not text:
        return 0.0
    laid = kit.flow(text, role, box.width() + 0.5, bold, spacing, px)
    box = box.translated(0, drop(text) * (px or kit.size(role)))
    laid.paint(painter, box, kit.q(colour), across, down)
    return laid.height


@lru_cache(maxsize=1024)
def drop(text: str) -> float:
    """Answer how many em a text moves down: digits and Latin letters sit high in this font's line box."""
    if digits_only(text):
        return DIGITS_DROP
    return 0.0 if any("\u0600" <= letter <= "\u06ff" for letter in text) else LATIN_DROP


def tall(
    text: str, width: float, kit: Kit, role: str = "body", bold: bool = False, spacing: float = BUTTON
) -> float:
    """Answer the height of a text in lines, 0.0 for none."""
    return kit.flow(text, role, width + 0.5, bold, spacing).height if text else 0.0


def take(box: QRectF, width: float, kit: Kit, gap: float = 0) -> tuple[QRectF, QRectF]:
    """Cut a part off the leading side; answer (part, rest)."""
    if kit.rtl:
        return (
            QRectF(box.right() - width, box.top(), width, box.height()),
            box.adjusted(0, 0, -width - gap, 0),
        )
    return QRectF(box.left(), box.top(), width, box.height()), box.adjusted(width + gap, 0, 0, 0)


def take_end(box: QRectF, width: float, kit: Kit, gap: float = 0) -> tuple[QRectF, QRectF]:
    """Cut a part off the trailing side; answer (part, rest)."""
    if kit.rtl:
        return QRectF(box.left(), box.top(), width, box.height()), box.adjusted(width + gap, 0, 0, 0)
    return (
        QRectF(box.right() - width, box.top(), width, box.height()),
        box.adjusted(0, 0, -width - gap, 0),
    )


def centred(painter: QPainter, pixmap: QPixmap, box: QRectF, kit: Kit) -> None:
    """Paint a drawing in the middle of a box."""
    size = pixmap.deviceIndependentSize()
    at = QPointF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2)
    painter.drawPixmap(at, pixmap)


def picture(
    painter: QPainter, name: str, box: QRectF, kit: Kit, main: str = "lagoon", soft: str = "lagoon_tint"
) -> None:
    """Paint the drawing a pack named, as tall as the box, in its middle; nothing when there is none."""
    path = drawing(name)
    if path:
        centred(painter, kit.icon(path, round(box.height()), main, soft), box, kit)


def tick(painter: QPainter, box: QRectF, kit: Kit, disc: str = "lagoon", mark: str = "on_lagoon") -> None:
    """Paint the mark of done: a disc with a tick."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(kit.q(disc)))
    painter.drawEllipse(box)
    stroke(painter, box, ((0.27, 0.53), (0.44, 0.69), (0.74, 0.36)), kit.q(mark), box.height() * 0.085)


def stroke(
    painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...], colour: QColor, width: float
) -> None:
    """Paint a line through points given as parts of the box."""
    path = QPainterPath()
    for number, (across, down) in enumerate(points):
        at = QPointF(box.left() + across * box.width(), box.top() + down * box.height())
        path.moveTo(at) if number == 0 else path.lineTo(at)
    painter.setPen(
        QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def spaced_digits(painter: QPainter, text: str, box: QRectF, kit: Kit, colour: str, px: int) -> None:
    """Paint digits each in a box of one width: those of the other set differ in width (TOKENS 2)."""
    one = digit_width(px, True)
    widths = [one if mark.isdigit() else one * 0.5 for mark in text]
    left = box.center().x() - sum(widths) / 2
    painter.save()
    painter.setPen(kit.q(colour))
    painter.setFont(font_of(px, True))
    for mark, width in zip(text, widths, strict=True):
        spot = QRectF(left, box.top() + DIGITS_DROP * px, width, box.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, mark)
        left += width
    painter.restore()
