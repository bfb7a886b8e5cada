"""The picture of practice: a phone and a hand under an arch of stars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from elder_tutor.ui import icons
from elder_tutor.ui.theme import Metrics


def paint_practice(painter: QPainter, box: QRectF, m: Metrics, dpr: float) -> None:
    """Paint the picture inside a box of window pixels; the phone stands on its lower edge."""
    arch = _arch(box, m)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(m.q("banner_arch"))
    painter.drawPath(arch)
    painter.setClipPath(arch)
    lattice = icons.icon("motifs/star-lattice", m.px(120), m.q("banner_lattice").name(), dpr=dpr)
    painter.drawTiledPixmap(box, lattice)
    painter.restore()
    tall = round(min(box.height() * 0.94, box.width() * 0.66))
    phone = icons.icon("motifs/phone-practice", tall, dpr=dpr)
    wide = phone.width() / phone.devicePixelRatio()
    painter.drawPixmap(QPointF(box.center().x() - wide / 2, box.bottom() - tall - m.px(10)), phone)


def _arch(box: QRectF, m: Metrics) -> QPainterPath:
    arch = QPainterPath(QPointF(box.left(), box.bottom()))
    shoulder, middle, wide = box.top() + box.height() * 0.46, box.center().x(), box.width()
    bend, tip = shoulder - box.height() * 0.28, box.top() + m.px(18)
    arch.lineTo(box.left(), shoulder)
    arch.cubicTo(box.left(), bend, middle - wide * 0.2, tip, middle, box.top())
    arch.cubicTo(middle + wide * 0.2, tip, box.right(), bend, box.right(), shoulder)
    arch.lineTo(box.right(), box.bottom())
    arch.closeSubpath()
    return arch
