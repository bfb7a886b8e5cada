"""The simulated phone as one widget: what it shows is a function of the view alone."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.lessons.view import ScreenView, Target
from elder_tutor.text.wording import Wording
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.bars import AppBar, NavBar, StatusBar
from elder_tutor.ui.phone.home import HomePane
from elder_tutor.ui.phone.keys import action_of
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.layers import DialogLayer, NoticeBar, notice_name
from elder_tutor.ui.phone.misses import Misses
from elder_tutor.ui.phone.pane import Pane, Surface
from elder_tutor.ui.phone.taps import CALL_LOOKS
from elder_tutor.ui.phone.touch import TYPING, Latch, TouchButton
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.tolerance import KIND, Tolerance


class PhoneWidget(QWidget):
    """The phone. ``acted`` carries an Action; ``missed`` tells of a touch without a target near it.

    ``moved`` tells that something stands elsewhere now (scrolled, turned a page), so that an
    overlay asks ``rect_of`` again.
    """

    acted = Signal(object)
    missed = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phone")
        self.view: ScreenView | None = None
        self.kit: Kit | None = None
        self._covered = 0
        self._chosen_notice = ""
        self._order: list[QWidget] = []
        self.status, self.app_bar = StatusBar(self), AppBar(self)
        self.notice, self.pane, self.home = NoticeBar(self), Pane(self), HomePane(self)
        self.dialog, self.nav = DialogLayer(self), NavBar(self)
        self.misses = Misses(self)
        latch = Latch()
        self.pane.latch = self.home.latch = self.dialog.pane.latch = latch
        for part in (self.nav, self.pane, self.home, self.notice, self.dialog):
            part.acted.connect(self.acted)
        for surface in (self.pane, self.home, self.dialog.pane):
            surface.moved.connect(self.moved)
        self.misses.missed.connect(self.missed)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    # --- showing ---------------------------------------------------------------

    def render_phone(
        self,
        view: ScreenView,
        wording: Wording,
        metrics: Metrics,
        *,
        clock_text: str = "10:15",
        week_start: int = 6,
        tolerance: Tolerance = KIND,
    ) -> None:
        """Show the phone as it stands; what did not change is left alone.

        ``week_start`` is 0 for Monday to 6 for Sunday, from the region.
        """
        kit = self._kit(view, wording, metrics, week_start, tolerance)
        if view == self.view and kit is self.kit and clock_text == self.status.clock.text():
            return
        fresh = kit is not self.kit
        self.view, self.kit = view, kit
        self.setProperty(TYPING, view.keyboard is not None)
        self.setAccessibleName(kit.plain(view.title or view.app_name))
        self.status.render_bar(clock_text, kit)
        if fresh:
            self.nav.render_bar(kit)
            self._place()
        self._render_screens(view, kit)
        self._render_notice(view, kit)
        order = self.focus_order()
        if order != self._order:
            self._order = order
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
        self.update()

    def cover(self, height: int) -> None:
        """Keep the field in view above the lowest window pixels, which the keyboard tray covers."""
        self._covered = height
        self._place()
        self.show_field()

    def show_field(self) -> None:
        """Scroll so that the field that is written in shows."""
        if self.view is not None and self.view.keyboard is not None:
            self.ensure_visible(Target(self.view.keyboard.field))

    def words_of(self, target: Target) -> str:
        """Answer the name a screen reader has for a target, "" when it is not there."""
        row = f"{target.element}/{target.row}" if target.row else target.element
        found = self.findChild(TouchButton, row) or self.findChild(TouchButton, target.element)
        return found.accessibleName() if isinstance(found, TouchButton) else ""

    def focus_order(self) -> list[QWidget]:
        """Answer what the Tab key goes through, in the order of reading."""
        notice = [self.notice.body, self.notice.away] if self.notice.isVisibleTo(self) else []
        return [*notice, *self._surface().focus_order(), self.nav.back, self.nav.home]

    # --- places ----------------------------------------------------------------

    def rect_of(self, target: Target) -> QRect | None:
        """Answer where a target is, in own coordinates; None when it does not show.

        A row that is not there stands for its element. Keys of the tray are the tray's.
        """
        if self.kit is None or self.view is None or not target.element:
            return None
        if target.element in ("back", "home"):
            button = self.nav.back if target.element == "back" else self.nav.home
            return self._seen(self.nav, button.geometry())
        if target.element.startswith("notice."):
            shows = self.notice.isVisibleTo(self) and target.element == self.notice.name
            return self._seen(self.notice, self.notice.body.geometry()) if shows else None
        surface = self._surface()
        spot = surface.spot(target.element, target.row)
        return self._seen(surface, spot) if spot is not None else None

    def reading(self) -> list[QRect]:
        """Answer where words to read stand that are no target, in own coordinates."""
        surface = self._surface()
        seen = [self._seen(surface, spot) for spot in surface.reading()]
        if self.app_bar.isVisibleTo(self) and not self.dialog.isVisibleTo(self):
            seen.append(self.app_bar.geometry())
        return [spot for spot in seen if spot is not None]

    def group_rect(self, target: Target) -> QRect | None:
        """Answer the area to search in for a target: its group of rows, or its own place."""
        surface = self._surface()
        spot = surface.group_of(target.element, target.row)
        return self._seen(surface, spot) if spot is not None else self.rect_of(target)

    def region_rect(self, region: str) -> QRect:
        """Answer the top, middle or bottom of the screen; the navigation for ``navigation``."""
        if region == "navigation":
            return self.nav.geometry()
        surface = self._surface()
        spot = surface.region(region)
        return self._seen(surface, spot) or self.screen_rect()

    def screen_rect(self) -> QRect:
        """Answer the lit screen."""
        return self._shape().screen

    def screen_path(self) -> QPainterPath:
        """Answer the outline of the screen below the status bar: what may be dimmed (TOKENS 3).

        A notice stays bright while a code is asked for: it may be what the code is read from.
        """
        if self.kit is None or self.view is None:
            return QPainterPath()
        path = shell.screen_path(self._shape(), self.kit)
        if self.notice.isVisibleTo(self) and any(each.kind in ("code", "pin") for each in self.view.elements):
            news = QPainterPath()
            news.addRect(QRectF(self.notice.geometry()))
            path = path.subtracted(news)
        return path

    def ensure_visible(self, target: Target) -> None:
        """Scroll or page until a target shows."""
        if self.view is not None and target.element.startswith("notice."):
            self._chosen_notice = target.element
            if self.kit is not None:
                self._render_notice(self.view, self.kit)
            return
        self._surface().bring(target.element, target.row)
        self.moved.emit()

    def sizeHint(self) -> QSize:
        """Answer the size of the drawing at the page's scale."""
        unit = self.kit.metrics.unit if self.kit else 1.0
        return QSize(round(shell.WIDTH * unit), round(shell.HEIGHT * unit))

    # --- touch and keys ----------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a touch that hit no target: it may be a near miss or a drag."""
        if self.kit is not None:
            self.misses.press(event, self.kit.tolerance, self.kit.metrics.px_per_mm, self._surface())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow it."""
        self.misses.move(event, self._reach())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self.misses.release(event, self._reach())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a real keyboard write in the open field."""
        action = action_of(event, self.view.keyboard) if self.view and self.view.keyboard else None
        if action is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            self.acted.emit(action)

    def event(self, event: QEvent) -> bool:
        """Treat a fast second press as a press."""
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.mousePressEvent(event)
            return True
        return super().event(event)

    # --- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the ground of the screen."""
        if self.kit is None or self.view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shell.paint_ground(painter, self._shape(), self.kit, self._under(self.view).app == "")
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        self._place()

    # --- inside ------------------------------------------------------------------

    def _kit(
        self, view: ScreenView, wording: Wording, metrics: Metrics, week_start: int, tolerance: Tolerance
    ) -> Kit:
        under = self._under(view)
        night = any(element.look in CALL_LOOKS for element in under.elements)
        accent = under.colour or metrics.colours.lagoon
        bars = shell.STATUS + shell.NAV + 2 * shell.FRAME + (0 if night or not under.app else shell.APP_BAR)
        room = self.height() - metrics.px(bars)
        dpr = self.devicePixelRatioF()
        kit = Kit(metrics, wording, accent, week_start, view.today, room, night, dpr, tolerance)
        return self.kit if kit == self.kit and self.kit is not None else kit

    def _under(self, view: ScreenView) -> ScreenView:
        return view.under if view.dialog and view.under is not None else view

    def _surface(self) -> Surface:
        if self.view is None:
            return self.pane
        if self.view.dialog:
            return self.dialog.pane
        return self.home if self.view.app == "" else self.pane

    def _render_screens(self, view: ScreenView, kit: Kit) -> None:
        under = self._under(view)
        at_home = under.app == ""
        if not (view.dialog and view.under is None):
            (self.home if at_home else self.pane).render_screen(under, kit)
        self.app_bar.render_bar(under, kit)
        self.app_bar.setVisible(not at_home and not kit.night)
        self.home.setVisible(at_home)
        self.pane.setVisible(not at_home)
        self.dialog.setVisible(view.dialog)
        for covered in (self.pane, self.home):
            covered.setEnabled(not view.dialog)
        if view.dialog:
            self.dialog.render_screen(view, kit)
            self.dialog.raise_()
        self.show_field()

    def _render_notice(self, view: ScreenView, kit: Kit) -> None:
        shown = next((each for each in view.notices if notice_name(each.id) == self._chosen_notice), None)
        shown = shown or (view.notices[-1] if view.notices else None)
        if shown is not None:
            self.notice.render_notice(shown, kit)
            self.notice.raise_()
        if self.notice.isVisibleTo(self) is not (shown is not None) or shown is not None:
            self.notice.setVisible(shown is not None)
            self._place()

    def _shape(self) -> shell.Shape:
        if self.kit is None:
            return shell.Shape(*(QRect() for _ in range(6)))
        return shell.shape(self.width(), self.height(), self.kit)

    def _place(self) -> None:
        if self.kit is None or self.view is None:
            return
        places, kit = self._shape(), self.kit
        covered = max(0, self._covered - (self.height() - places.home.bottom() - 1))
        self.status.setGeometry(places.status)
        self.app_bar.setGeometry(places.app_bar)
        self.nav.setGeometry(places.nav)
        full = self._under(self.view).app == "" or kit.night
        area = QRect(places.home if full else places.content)
        if self.notice.isVisibleTo(self):
            tall = self.notice.needed(area.width(), kit)
            self.notice.setGeometry(area.left(), area.top(), area.width(), tall)
            area.setTop(area.top() + tall)
        self.pane.cover(covered)
        self.pane.setGeometry(area)
        self.home.setGeometry(area)
        self.dialog.setGeometry(places.home.adjusted(0, 0, 0, -covered))

    def _seen(self, part: QWidget, spot: QRect) -> QRect | None:
        here = QRect(part.mapTo(self, spot.topLeft()), spot.size())
        seen = here.intersected(self.rect().adjusted(0, 0, 0, -self._covered))
        return seen if seen.height() > 4 and seen.width() > 4 else None

    def _reach(self) -> float:
        return self.kit.tolerance.release_mm * self.kit.metrics.px_per_mm if self.kit else 0.0

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, TouchButton) and self.isAncestorOf(now) and now.by_keys:
            surface = self._surface()
            name, _, row = now.objectName().partition("/")
            surface.bring(name, row)
            self.moved.emit()
