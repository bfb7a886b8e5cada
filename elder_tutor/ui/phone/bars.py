"""The bars of the phone: status with the badge that never goes out, the app's name, back and home."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.lessons.view import Action, Do, ScreenView
from elder_tutor.ui.phone import paint, sayings
from elder_tutor.ui.phone.kit import FLOOR, Kit, drawing
from elder_tutor.ui.phone.piece import Label
from elder_tutor.ui.phone.touch import TouchButton, direction


class Badge(Label):
    """«تطبيق تدريبي» on saffron: this is practice, whatever the screen shows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and its words."""
        if self.kit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, half = QRectF(self.rect()), self.kit.px(21)
        pill = QRectF(box.left(), box.center().y() - half, box.width(), 2 * half)
        paint.face(painter, pill, self.kit.q("saffron"), None, 0, half)
        paint.words(
            painter,
            self.text(),
            box,
            self.kit,
            "status",
            "on_saffron",
            True,
            paint.CENTRE,
            px=self.kit.size("status"),
        )
        painter.end()


class StatusBar(QWidget):
    """Clock at the leading side, the badge in the middle, battery and network at the trailing end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock, self.badge = Label(self), Badge(self)
        self.clock.bold, self.clock.role = True, "status"
        self.clock.down, self.clock.across = paint.MIDDLE, paint.CENTRE
        self.clock.setObjectName("status.clock")
        self.badge.setObjectName("status.badge")
        self.kit: Kit | None = None

    def render_bar(self, clock: str, kit: Kit) -> None:
        """Show the time."""
        self.kit = kit
        self.clock.say(clock, kit)
        self.badge.say(kit.shown(sayings.PRACTICE), kit)
        self.place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        self.place()

    def place(self) -> None:
        """Stand clock and badge."""
        if self.kit is None:
            return
        kit, box = self.kit, QRectF(self.rect())
        inner = box.adjusted(kit.px(22), 0, -kit.px(22), 0)
        wide = kit.width(self.clock.text(), "status", True) + 4
        part, _ = paint.take(inner, wide, kit)
        self.clock.setGeometry(part.toRect())
        words = kit.width(self.badge.text(), "status", True) + kit.px(36)
        spot = QRectF(box.center().x() - words / 2, box.top(), words, box.height())
        self.badge.setGeometry(spot.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint battery and network."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(kit.px(24), 0, -kit.px(24), 0)
        side = kit.px(32)
        for name in ("line/battery", "line/wifi"):
            part, inner = paint.take_end(inner, side, kit, kit.px(6))
            paint.centred(painter, kit.icon(name, side, "ink", "screen"), part, kit)
        painter.end()


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
    """Back or home: a pill with an icon and a word."""

    def __init__(self, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = glyph

    def paint(self, painter: QPainter, box: QRectF, kit: Kit) -> None:
        """Paint pill, icon, word."""
        fill = kit.q("lagoon_tint" if self.isDown() and not kit.night else "nav_pill")
        paint.face(painter, box, fill, None, 0, kit.px(22))
        side, px = kit.px(30), self._size(box.width(), kit)
        wide = kit.width(self.text(), "bar", True, px)
        gap = kit.px(14)
        run = QRectF(box.center().x() - (side + gap + wide) / 2, box.top(), side + gap + wide, box.height())
        part, rest = paint.take(run, side, kit, gap)
        soft = "nav_pill"
        paint.centred(painter, kit.icon(self.glyph, side, "ink", soft), part, kit)
        rest = rest.adjusted(-2, -kit.px(2), 2, -kit.px(2))
        paint.words(painter, self.text(), rest, kit, "bar", "ink", True, paint.CENTRE, px=px)

    def _size(self, width: float, kit: Kit) -> int:
        size, floor = kit.size("bar"), kit.px(28)
        while size > floor and kit.width(self.text(), "bar", True, size) > width - kit.px(60):
            size -= 1
        return size


class NavBar(QWidget):
    """«رجوع» leading, «الرئيسية» trailing, on every screen."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back, self.home = NavButton("line/back", self), NavButton("line/home", self)
        self.back.setObjectName("back")
        self.home.setObjectName("home")
        self.back.tapped.connect(lambda: self.acted.emit(Action(Do.BACK)))
        self.home.tapped.connect(lambda: self.acted.emit(Action(Do.HOME)))
        self.kit: Kit | None = None

    def render_bar(self, kit: Kit) -> None:
        """Show both words."""
        self.kit = kit
        for button, name in ((self.back, sayings.BACK), (self.home, sayings.HOME)):
            button.dress(kit)
            button.setText(kit.shown(name))
            button.call(kit.plain(name))
            button.update()
        self.place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pills again."""
        self.place()

    def place(self) -> None:
        """Stand the pills, back at the leading side."""
        if self.kit is None:
            return
        kit = self.kit
        inner = QRectF(kit.px(14), kit.px(8), self.width() - 2 * kit.px(14), kit.px(52))
        first, last = paint.take(inner, (inner.width() - kit.px(12)) / 2, kit, kit.px(12))
        self.back.setGeometry(first.toRect())
        self.home.setGeometry(last.toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        if self.kit is None:
            return
        painter, kit = QPainter(self), self.kit
        painter.setLayoutDirection(direction(kit))
        painter.setPen(QPen(kit.q("hair"), kit.px(2)))
        painter.drawLine(QPointF(0, kit.px(1)), QPointF(self.width(), kit.px(1)))
        painter.end()
