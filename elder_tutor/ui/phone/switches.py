"""Elements to set: switches, check boxes, sliders with plus and minus, ratings."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

from elder_tutor.lessons.view import Do, ElementView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.buttons import RowButton
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.names import name_of
from elder_tutor.ui.phone.piece import Piece
from elder_tutor.ui.phone.single import Single
from elder_tutor.ui.phone.touch import TouchButton, direction
from elder_tutor.ui.textflow import BUTTON


class SwitchButton(RowButton):
    """A row with a switch at its trailing end: the knob's place and a tick tell on from off."""

    switch = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.bold = False
        self.least = 78.0

    def room(self, width: float, kit: Kit) -> float:
        """Answer the width left for words beside the switch."""
        return super().room(width, kit) - kit.px(88 + 14)

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the row and the switch."""
        colour = self._face(painter, box, kit)
        track, inner = self._cut(box, kit)
        self._texts(painter, inner, kit, colour)
        on = self.isChecked()
        fill = kit.q("lagoon" if on else "card")
        paint.face(painter, track, fill, kit.q("lagoon" if on else "line"), kit.px(3), track.height() / 2)
        side = track.height() - kit.px(12)
        inner = track.adjusted(kit.px(6), kit.px(6), -kit.px(6), -kit.px(6))
        knob, _ = paint.take_end(inner, side, kit) if on else paint.take(inner, side, kit)
        paint.face(painter, knob, kit.q("on_lagoon" if on else "line"), None, 0, side / 2)
        if on:
            paint.stroke(painter, knob, ((0.25, 0.53), (0.43, 0.7), (0.76, 0.34)), kit.q("lagoon"), kit.px(4))

    def parts(self) -> list[QRect]:
        """Answer where the switch stands and where its words do, in own coordinates."""
        if self.kit is None:
            return []
        kit = self.kit
        track, inner = self._cut(QRectF(self.rect()), kit)
        lines = ((self.text(), self.role, self.bold), (self.sub, "label", False))
        laid = [kit.flow(text, role, inner.width() + 0.5, bold, BUTTON) for text, role, bold in lines if text]
        words, _ = paint.take(inner, min(inner.width(), max((each.widest for each in laid), default=0)), kit)
        return [track.toRect(), words.toRect()]

    def _cut(self, box: QRectF, kit: Kit) -> tuple[QRectF, QRectF]:
        """Answer the switch's place, and the room of its words."""
        inner = box.adjusted(self._pad(kit), 0, -self._pad(kit), 0)
        part, inner = paint.take_end(inner, kit.px(88), kit, kit.px(14))
        return QRectF(part.left(), part.center().y() - kit.px(24), part.width(), kit.px(48)), inner


class TogglePiece(Single):
    """A switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.switch = SwitchButton()
        super().__init__(self.switch, parent)
        self.switch.tapped.disconnect()
        self.switch.tapped.connect(
            lambda: self.act(Do.SET, level=0 if self.view and self.view.checked else 1)
        )

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand words and state over."""
        self.switch.setChecked(view.checked)
        self.switch.render_row(kit.shown(view.label), kit.shown(view.sub or view.text), "", False, "")


class CheckPiece(Single):
    """A check box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.row = RowButton()
        self.row.setCheckable(True)
        self.row.bold = False
        super().__init__(self.row, parent)
        self.row.tapped.disconnect()
        self.row.tapped.connect(lambda: self.act(Do.SET, level=0 if self.view and self.view.checked else 1))

    def show_state(self, view: ElementView, kit: Kit) -> None:
        """Hand words and state over."""
        self.row.setChecked(view.checked)
        self.row.render_row(
            kit.shown(view.label), kit.shown(view.sub or view.text), view.icon, view.checked, "check"
        )


class StepButton(TouchButton):
    """Plus or minus beside a slider."""

    def __init__(self, more: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = more

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint face and sign."""
        colour = "lagoon" if self.available else "disabled_text"
        if self.available:
            fill = kit.q("lagoon_tint" if self.isDown() else "card")
            paint.face(painter, box, fill, kit.q("lagoon"), kit.px(3), kit.px(18))
        else:
            paint.closed_face(painter, box, kit, kit.px(18))
        paint.stroke(painter, box, ((0.28, 0.5), (0.72, 0.5)), kit.q(colour), kit.px(6))
        if self.more:
            paint.stroke(painter, box, ((0.5, 0.28), (0.5, 0.72)), kit.q(colour), kit.px(6))


class Track(QSlider):
    """The track of a slider: a standard slider for hands, keys and screen readers, painted large."""

    kit: Kit | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, filled part and knob."""
        if self.kit is None:
            return
        kit, box = self.kit, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction(kit))
        knob = kit.px(46)
        line = QRectF(box.left() + knob / 2, box.center().y() - kit.px(7), box.width() - knob, kit.px(14))
        paint.face(painter, line, kit.q("nav_pill"), kit.q("line"), kit.px(2), line.height() / 2)
        part = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        done, _ = paint.take(line, max(line.height(), line.width() * part), kit)
        paint.face(painter, done, kit.q("lagoon"), None, 0, line.height() / 2)
        at = line.right() - line.width() * part if kit.rtl else line.left() + line.width() * part
        disc = QRectF(at - knob / 2, box.center().y() - knob / 2, knob, knob)
        paint.face(painter, disc, kit.q("card"), kit.q("lagoon"), kit.px(5), knob / 2)
        painter.end()


class SliderPiece(Piece):
    """A level: a track between minus and plus; the two buttons do all that dragging does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(self)
        self.head.role, self.head.spacing = "body", BUTTON
        self.less, self.more = StepButton(False, self), StepButton(True, self)
        self.track = Track(Qt.Orientation.Horizontal, self)
        self.less.tapped.connect(lambda: self._step(-1))
        self.more.tapped.connect(lambda: self._step(1))
        self.track.valueChanged.connect(lambda value: self.act(Do.SET, level=value))

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show label and level."""
        self.head.say(kit.shown(view.label or view.text), kit)
        self.adopt(self.less, f"{view.id}/less", kit)
        self.adopt(self.more, f"{view.id}/more", kit)
        self.less.call(f"{name_of(view, kit)}: {kit.plain(sayings.LESS)}")
        self.more.call(f"{name_of(view, kit)}: {kit.plain(sayings.HIGHER)}")
        self.less.set_available(view.level > 0)
        self.more.set_available(view.level < (view.most or 10))
        self.track.kit = kit
        self.track.setObjectName(view.id)
        self.track.setAccessibleName(name_of(view, kit))
        self.track.setLayoutDirection(direction(kit))
        blocked = self.track.blockSignals(True)
        self.track.setRange(0, view.most or 10)
        self.track.setPageStep(1)
        self.track.setValue(view.level)
        self.track.blockSignals(blocked)
        self.track.update()

    def needed(self, width: int) -> int:
        """Answer the height of label and track."""
        return self.head.tall(width) + (self.kit.px(8 + 62) if self.kit else 70)

    def place(self) -> None:
        """Stand minus, track and plus in reading order."""
        if self.kit is None:
            return
        high, side = self.head.tall(self.width()), self.kit.px(62)
        self.head.setGeometry(0, 0, self.width(), high)
        row = QRectF(0, self.height() - side, self.width(), side)
        first, rest = paint.take(row, side, self.kit, self.kit.px(12))
        last, middle = paint.take_end(rest, side, self.kit, self.kit.px(12))
        self.less.setGeometry(first.toRect())
        self.more.setGeometry(last.toRect())
        self.track.setGeometry(middle.toRect())

    def spot(self, row: str = "") -> QRect | None:
        """Answer the track with its buttons, or one of them for ``less`` and ``more``."""
        if row in ("less", "more"):
            return (self.less if row == "less" else self.more).geometry()
        return self.less.geometry().united(self.more.geometry())

    def _step(self, by: int) -> None:
        if self.view is not None:
            level = min(self.view.most or 10, max(0, self.view.level + by))
            if level != self.view.level:
                self.act(Do.SET, level=level)


class StarButton(TouchButton):
    """One star of a rating."""

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint the star; a given one is filled and has an ink edge."""
        on = self.isChecked()
        fill = kit.q("saffron_tint" if on else "card")
        paint.face(painter, box, fill, kit.q("ink" if on else "line"), kit.px(4 if on else 3), kit.px(16))
        star = kit.icon("line/star", round(box.height() * 0.62), "ink", "saffron" if on else "card")
        paint.centred(painter, star, box, kit)


class RatingPiece(Piece):
    """One to five stars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(self)
        self.head.spacing = BUTTON
        self.stars: list[StarButton] = []

    def refresh(self, view: ElementView, kit: Kit) -> None:
        """Show label and stars."""
        self.head.say(kit.shown(view.label or view.text), kit)
        while len(self.stars) < (view.most or 5):
            star, level = StarButton(self), len(self.stars) + 1
            star.setCheckable(True)
            star.tapped.connect(lambda level=level: self.act(Do.SET, level=level))
            star.show()
            self.stars.append(star)
        for number, star in enumerate(self.stars, 1):
            self.adopt(star, f"{view.id}/{number}", kit)
            star.setChecked(number <= view.level)
            star.call(f"{name_of(view, kit)}: {kit.wording.number(number)}")
            star.update()

    def needed(self, width: int) -> int:
        """Answer the height of label and stars."""
        return self.head.tall(width) + (self.kit.px(8 + 68) if self.kit else 76)

    def place(self) -> None:
        """Stand the stars from the leading side."""
        if self.kit is None or not self.stars:
            return
        high, count = self.head.tall(self.width()), len(self.stars)
        self.head.setGeometry(0, 0, self.width(), high)
        side = min(self.kit.px(68), (self.width() - self.kit.px(12) * (count - 1)) // count)
        row = QRectF(0, self.height() - side, self.width(), side)
        for star in self.stars:
            part, row = paint.take(row, side, self.kit, self.kit.px(12))
            star.setGeometry(QRect(ceil(part.left()), ceil(part.top()), side, side))

    def spot(self, row: str = "") -> QRect | None:
        """Answer all stars, or one."""
        if row.isdigit() and 0 < int(row) <= len(self.stars):
            return self.stars[int(row) - 1].geometry()
        area = QRect()
        for star in self.stars:
            area = area.united(star.geometry())
        return area
