"""The bars of the phone: the app's name; back, home and the open apps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ScreenView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import FLOOR, Kit, drawing
from elder_tutor.ui.phone.label import Label
from elder_tutor.ui.phone.touch import TouchButton, direction
from elder_tutor.ui.textflow import BUTTON

RECENTS: Final = "side.recents"
AIR: Final = 18
"""Design pixels above and below the pills."""
TIGHT: Final = 1.06
"""Line pitch in em of two words in two lines of a pill."""


class AppBar(QWidget):
    """The app's icon and name, and the screen's title at the end when it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title = Label(self), Label(self)
        self.name.setObjectName("app.name")
        self.title.setObjectName("app.title")
        for label in (self.name, self.title):
            label.role, label.colour, label.down = "bar", "#FFFFFF", paint.MIDDLE
        self.name.bold = True
        self.title.across = paint.TRAILING
        self.kit: Kit | None = None
        self.icon = ""

    def render_bar(self, view: ScreenView, kit: Kit) -> None:
        """Show name and title."""
        self.kit, self.icon = kit, view.icon
        name, title = kit.shown(view.app_name), kit.shown(view.title)
        self.name.say(name, kit)
        self.title.say("" if title == name else title, kit)
        self.place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        self.place()

    def place(self) -> None:
        """Stand name and title side by side, or the title alone: it says what to do here."""
        if self.kit is None:
            return
        kit = self.kit
        inner = QRectF(self.rect()).adjusted(kit.px(18), 0, -kit.px(18), 0)
        if drawing(self.icon, "apps"):
            _, inner = paint.take(inner, kit.px(44), kit, kit.px(14))
        name = kit.width(self.name.text(), "bar", True) + 2
        title = kit.width(self.title.text(), "bar") + 2
        both = name + title + kit.px(24) <= inner.width()
        alone = bool(self.title.text()) and not both
        self.title.across = paint.LEADING if alone else paint.TRAILING
        self.title.bold = alone
        self.title.spacing = 1.1
        self.title.px = self._one_line(inner.width(), kit) if alone else 0
        self.name.setVisible(not alone)
        self.title.setVisible(bool(self.title.text()))
        part, rest = paint.take(inner, inner.width() if not self.title.text() else name, kit)
        self.name.setGeometry(part.toRect())
        self.title.setGeometry((inner if alone else rest).toRect())

    def _one_line(self, width: float, kit: Kit) -> int:
        """Answer the size at which a title alone stays on one line: the bar is too low for two."""
        size, floor = kit.size("bar"), kit.px(FLOOR)
        while size > floor and kit.width(self.title.text(), "bar", True, size) > width:
            size -= 1
        return size

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the app's colour and icon."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), kit.q(kit.accent))
        path = drawing(self.icon, "apps")
        if path:
            inner = QRectF(self.rect()).adjusted(kit.px(18), 0, -kit.px(18), 0)
            part, _ = paint.take(inner, kit.px(44), kit)
            paint.centred(painter, kit.icon(path, kit.px(44)), part, kit)
        painter.end()


class NavButton(TouchButton):
    """A pill with an icon and its words: beside them, or above where the pill is narrow."""

    def __init__(self, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = glyph
        self.px = FLOOR

    def natural(self, kit: Kit, px: int, one_line: bool = False) -> float:
        """Answer the width that keeps icon and words side by side, two words in two lines."""
        if one_line:
            return kit.width(self.text(), "bar", True, px) + kit.px(28 + 12 + 18)
        words = self.text().split()
        widest = max((kit.width(word, "bar", True, px) for word in words), default=0.0)
        return widest + (kit.px(26 + 8 + 2 * 8) if len(words) > 1 else kit.px(2 * 12))

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint pill, icon, words."""
        fill = kit.q("lagoon_tint" if self.isDown() and not kit.night else "nav_pill")
        paint.face(painter, box, fill, None, 0, kit.px(22))
        if kit.three:
            self._paint_narrow(painter, box, kit)
            return
        side, px = kit.px(30), self._size(box.width(), kit)
        wide = kit.width(self.text(), "bar", True, px)
        gap = kit.px(14)
        run = QRectF(box.center().x() - (side + gap + wide) / 2, box.top(), side + gap + wide, box.height())
        part, rest = paint.take(run, side, kit, gap)
        paint.centred(painter, kit.icon(self.glyph, side, "ink", "nav_pill"), part, kit)
        rest = rest.adjusted(-2, -kit.px(2), 2, -kit.px(2))
        paint.words(painter, self.text(), rest, kit, "bar", "ink", True, paint.CENTRE, px=px)

    def _paint_narrow(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        side, px = kit.px(28), self.px
        wide = kit.width(self.text(), "bar", True, px)
        if len(self.text().split()) > 1 and side + kit.px(12 + 16) + wide > box.width():
            part, rest = paint.take(box.adjusted(kit.px(9), 0, -kit.px(7), 0), side, kit, kit.px(6))
            paint.centred(painter, kit.icon(self.glyph, side, "ink", "nav_pill"), part, kit)
            paint.words(
                painter, self.text(), rest, kit, "bar", "ink", True, paint.CENTRE, spacing=TIGHT, px=px
            )
            return
        if side + kit.px(12 + 16) + wide <= box.width():
            run = side + kit.px(10) + wide
            line = QRectF(box.center().x() - run / 2, box.top(), run, box.height())
            part, rest = paint.take(line, side, kit, kit.px(10))
            paint.centred(painter, kit.icon(self.glyph, side, "ink", "nav_pill"), part, kit)
            paint.words(
                painter, self.text(), rest.adjusted(-2, 0, 2, 0), kit, "bar", "ink", True, paint.CENTRE, px=px
            )
            return
        side = min(side, int(box.height() - px * BUTTON))
        upper = QRectF(box.left(), box.top() + kit.px(3), box.width(), side)
        paint.centred(painter, kit.icon(self.glyph, side, "ink", "nav_pill"), upper, kit)
        low = box.adjusted(0, side, 0, 0)
        paint.words(painter, self.text(), low, kit, "bar", "ink", True, paint.CENTRE, px=px)

    def _size(self, width: float, kit: Kit) -> int:
        size, floor = kit.size("bar"), kit.px(FLOOR)
        while size > floor and kit.width(self.text(), "bar", True, size) > width - kit.px(60):
            size -= 1
        return size


class NavBar(QWidget):
    """«رجوع» leading, «الرئيسية», and «التطبيقات المفتوحة» trailing where the phone has it."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back, self.home = NavButton("line/back", self), NavButton("line/home", self)
        self.recents = NavButton("line/windows", self)
        self.back.setObjectName("back")
        self.home.setObjectName("home")
        self.recents.setObjectName(RECENTS)
        self.back.tapped.connect(lambda: self.acted.emit(Action(Do.BACK)))
        self.home.tapped.connect(lambda: self.acted.emit(Action(Do.HOME)))
        self.recents.tapped.connect(lambda: self.acted.emit(Action(Do.TAP, RECENTS)))
        self.kit: Kit | None = None

    @property
    def buttons(self) -> list[NavButton]:
        """Answer the pills that are there, the leading first."""
        three = self.kit is not None and self.kit.three
        return [self.back, self.home, self.recents] if three else [self.back, self.home]

    def render_bar(self, kit: Kit) -> None:
        """Show the words."""
        self.kit = kit
        names = ((self.back, sayings.BACK), (self.home, sayings.HOME), (self.recents, sayings.OPEN_APPS))
        for button, name in names:
            button.dress(kit)
            button.setText(kit.shown(name))
            button.call(kit.plain(name))
            button.update()
        self.recents.setVisible(kit.three)
        self.place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pills again."""
        self.place()

    def place(self) -> None:
        """Stand the pills, back at the leading side; what is left over is shared."""
        if self.kit is None:
            return
        kit, buttons = self.kit, self.buttons
        pad = kit.px(14 if not kit.three else 12)
        rest = QRectF(pad, kit.px(8), self.width() - 2 * pad, self.height() - kit.px(AIR))
        free = rest.width() - kit.px(12) * (len(buttons) - 1)
        wishes = self._wishes(free, kit) if kit.three else [0.0 for _ in buttons]
        spare = (free - sum(wishes)) / len(buttons)
        for button, wish in zip(buttons, wishes, strict=True):
            part, rest = paint.take(rest, wish + spare, kit, kit.px(12))
            button.setGeometry(part.toRect())

    def _wishes(self, free: float, kit: Kit) -> list[float]:
        """Answer the widths of three pills at the largest words that fit, one size for all."""
        floor = kit.px(FLOOR)
        size = max(floor, min(kit.size("bar"), int((self.height() - kit.px(AIR + 2)) / (2 * TIGHT))))
        while True:
            for one_line in (True, False):
                wishes = [button.natural(kit, size, one_line) for button in self.buttons]
                if sum(wishes) <= free or (size <= floor and not one_line):
                    for button in self.buttons:
                        button.px = size
                    return wishes
            size -= 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setLayoutDirection(direction(kit))
        painter.setPen(QPen(kit.q("hair"), kit.px(2)))
        painter.drawLine(QPointF(0, kit.px(1)), QPointF(self.width(), kit.px(1)))
        painter.end()
