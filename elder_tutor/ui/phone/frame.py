"""The simulated phone as one widget: what it shows is a function of the view alone."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.lessons.view import Do, ScreenView, Target
from elder_tutor.text.wording import Wording
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.bands import DangerBand, Toast
from elder_tutor.ui.phone.bars import RECENTS, AppBar, NavBar
from elder_tutor.ui.phone.dialog import DialogLayer
from elder_tutor.ui.phone.finder import PhoneFinder
from elder_tutor.ui.phone.home import HomePane
from elder_tutor.ui.phone.keys import action_of
from elder_tutor.ui.phone.kit import Kit
from elder_tutor.ui.phone.layers import NoticeBar, notice_name
from elder_tutor.ui.phone.pane import Pane
from elder_tutor.ui.phone.sides import SideKeys, any_key
from elder_tutor.ui.phone.standing import stand
from elder_tutor.ui.phone.status import SHADE, StatusBar
from elder_tutor.ui.phone.surface import Surface
from elder_tutor.ui.phone.taps import CALL_LOOKS
from elder_tutor.ui.phone.touch import TYPING, TouchButton
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.widgets.tolerance import KIND, Tolerance


class PhoneWidget(Ground):
    """The phone. ``acted`` carries an Action; ``missed`` tells of a touch without a target near it.

    ``moved`` tells that something stands elsewhere now (scrolled, turned a page), so that an
    overlay asks ``rect_of`` again.
    """

    acted = Signal(object)
    moved = Signal()
    helpRequested = Signal()  # somebody says that they need real help

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phone")
        self.view: ScreenView | None = None
        self.kit: Kit | None = None
        self.covered = 0
        self._chosen_notice = ""
        self._order: list[QWidget] = []
        self.status, self.app_bar = StatusBar(self), AppBar(self)
        self.notice, self.pane, self.home = NoticeBar(self), Pane(self), HomePane(self)
        self.toast, self.danger = Toast(self), DangerBand(self)
        self.dialog, self.nav, self.sides = DialogLayer(self), NavBar(self), SideKeys(self)
        self.finder = PhoneFinder(self)
        for part in (self.status, self.nav, self.sides, self.pane, self.home, self.notice, self.dialog):
            part.acted.connect(self.acted)
        self.danger.helpRequested.connect(self.helpRequested)
        for surface in (self.pane, self.home, self.dialog.pane):
            surface.moved.connect(self.moved)
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
        self.status.render_bar(clock_text, kit, view.status, SHADE in view.sides)
        self.toast.render_toast(view.toast, kit)
        self.danger.render_band(view.danger, kit)
        if fresh:
            self.nav.render_bar(kit)
        self._place()
        self.sides.render_keys(view.sides, kit)
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
        self.covered = height
        self._place()
        self.show_field()

    def show_field(self) -> None:
        """Scroll so that the field that is written in shows."""
        if self.view is not None and self.view.keyboard is not None:
            self.ensure_visible(Target(self.view.keyboard.field))

    def words_of(self, target: Target) -> str:
        """Answer the name a screen reader has for a target, "" when it is not there."""
        return self.finder.words_of(target)

    def focus_order(self) -> list[QWidget]:
        """Answer what the Tab key goes through, in the order of reading."""
        notice = [self.notice.body, self.notice.away] if self.notice.isVisibleTo(self) else []
        above = [self.status.handle] if self.status.handle.isVisibleTo(self) else []
        danger = [self.danger.help] if self.danger.isVisibleTo(self) else []
        inside = self.dialog.focus_order() if self.view and self.view.dialog else self.surface().focus_order()
        sides = [self.sides.keys[name] for name in self.sides.shown]
        return [*above, *notice, *danger, *inside, *self.nav.buttons, *sides]

    # --- places ----------------------------------------------------------------

    def rect_of(self, target: Target) -> QRect | None:
        """Answer where a target is, in own coordinates; None when it does not show."""
        return self.finder.rect_of(target)

    def rect_of_region(self, region: str) -> QRect | None:
        """Answer a part of the phone by its name; None for one that is not the phone's."""
        return self.finder.rect_of_region(region)

    def gesture_of(self, target: Target, do: Do) -> str:
        """Answer how a hand shows an action: ``tap``, ``hold``, or the way of a swipe."""
        return self.finder.gesture_of(target, do)

    def reading(self) -> list[QRect]:
        """Answer where words to read stand that are no target, in own coordinates."""
        return self.finder.reading()

    def group_rect(self, target: Target) -> QRect | None:
        """Answer the area to search in for a target: its group of rows, or its own place."""
        return self.finder.group_rect(target)

    def region_rect(self, region: str) -> QRect:
        """Answer the part of the phone with this name, the whole screen for any other."""
        return self.finder.rect_of_region(region) or self.screen_rect()

    def screen_rect(self) -> QRect:
        """Answer the lit screen."""
        return self.shape().screen

    def screen_path(self) -> QPainterPath:
        """Answer the outline of what may be dimmed, in own coordinates."""
        return self.finder.screen_path()

    def ensure_visible(self, target: Target) -> None:
        """Scroll or page until a target shows."""
        if self.view is not None and target.element.startswith("notice."):
            self._chosen_notice = target.element
            if self.kit is not None:
                self._render_notice(self.view, self.kit)
            return
        self.surface().bring(target.element, target.row)
        self.moved.emit()

    def sizeHint(self) -> QSize:
        """Answer the size of the drawing at the page's scale."""
        if self.kit is None:
            return QSize(shell.WIDTH, shell.HEIGHT)
        return QSize(shell.width(self.kit.metrics), self.kit.px(shell.HEIGHT))

    def body_rect(self) -> QRect:
        """Answer the phone without the keys that stand out of it, in the parent's coordinates."""
        return self.shape().body.translated(self.pos())

    # --- touch and keys ----------------------------------------------------------

    def feel(self) -> Feel | None:
        """Answer how touches are taken: one beside every target may take the page along."""
        if self.kit is None:
            return None
        return Feel(self.kit.tolerance, self.kit.metrics.px_per_mm, self.surface())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a real keyboard write in the open field."""
        action = action_of(event, self.view.keyboard) if self.view and self.view.keyboard else None
        if action is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            self.acted.emit(action)

    # --- painting ----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the ground of the screen."""
        if self.kit is None or self.view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shell.paint_ground(painter, self.shape(), self.kit, self._under(self.view).app == "")
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        self._place()

    # --- inside ------------------------------------------------------------------

    def _kit(
        self, view: ScreenView, wording: Wording, metrics: Metrics, week_start: int, tolerance: Tolerance
    ) -> Kit:
        under = self._under(view)
        night = any(each.kind in ("button", "call") and each.look in CALL_LOOKS for each in under.elements)
        rail, three = any_key(view.sides), RECENTS in view.sides
        accent = under.colour or metrics.colours.lagoon
        low = shell.TALL_NAV[metrics.step - 1] if three else shell.NAV
        bars = shell.STATUS + low + 2 * shell.FRAME + (0 if night or not under.app else shell.APP_BAR)
        room = self.height() - metrics.px(bars)
        dpr = self.devicePixelRatioF()
        kit = Kit(metrics, wording, accent, week_start, view.today, room, night, dpr, tolerance, rail, three)
        return self.kit if kit == self.kit and self.kit is not None else kit

    def _under(self, view: ScreenView) -> ScreenView:
        return view.under if view.dialog and view.under is not None else view

    def surface(self) -> Surface:
        """Answer what can be touched now: the home screen, a screen, a dialog's card."""
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

    def shape(self) -> shell.Shape:
        """Answer where the phone's parts lie."""
        if self.kit is None:
            return shell.Shape(*(QRect() for _ in range(8)))
        return shell.shape(self.width(), self.height(), self.kit)

    def _place(self) -> None:
        if self.kit is not None and self.view is not None:
            stand(self, self.kit, self._under(self.view).app == "" or self.kit.night)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, TouchButton) and self.isAncestorOf(now) and now.by_keys:
            surface = self.surface()
            name, _, row = now.objectName().partition("/")
            surface.bring(name, row)
            self.moved.emit()
