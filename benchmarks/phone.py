"""Measure the phone against a bare push button in a window of the same size (DESIGN 9).

``touch`` is press to painted feedback, ``turn`` a whole new screen rendered and painted,
``same`` a turn that changes nothing. The reference is press to paint of a QPushButton in
the same window. Run with ``python benchmarks/phone.py [rounds]``; nothing here is a test.
Times are the thread's own, so that a busy machine does not count. ``touch`` must be at most 16 ms.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from statistics import median

from measuring import judged, late, own_seconds
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from elder_tutor import regions, resources
from elder_tutor.i18n import Translator
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do, ScreenView
from elder_tutor.text.wording import Wording
from elder_tutor.ui import fonts, icons, theme
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.touch import TouchButton

WINDOW = (1920, 1080)
ROUNDS = 40

BOOKING = (
    Action(Do.TAP, "home.health"),
    Action(Do.TAP, "health.home.book"),
    Action(Do.TAP, "health.who.me"),
    Action(Do.PICK, "health.clinics.list", "eye"),
    Action(Do.PICK, "health.doctors.list", "maryam"),
    Action(Do.PICK, "health.day.calendar", "d06"),
    Action(Do.PICK, "health.slot.slots", "s1030"),
    Action(Do.TAP, "health.reason.next"),
    Action(Do.TAP, "health.review.confirm"),
)
"""A way through the core pack that shows a home screen, tiles, lists, a month, times, a review, a code."""


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    application = QApplication(sys.argv)
    fonts.load()
    icons.keep_pixmaps()
    window = QWidget()
    window.resize(*WINDOW)
    bare = QPushButton("حجز موعد", window)
    bare.setGeometry(100, 100, 400, 90)
    phone = PhoneWidget(window)
    metrics = theme.metrics(*WINDOW, 1, "ar")
    phone.setGeometry(600, 10, metrics.px(486), metrics.px(740))
    wording = Wording("ar", Translator("ar"), regions.load_region("qa"))
    views = _views()
    render(phone, views[0], wording, metrics)
    window.show()
    application.processEvents()
    reference = [pressed(bare) for _ in range(rounds * 5)]
    touches, turns, same = [], [], []
    for _ in range(rounds):
        for view in views:
            turns.append(own_seconds(render, phone, view, wording, metrics, True))
            same.append(own_seconds(render, phone, view, wording, metrics))
            touches += [pressed(button) for button in _some(phone)]
    for name, values in (("QPushButton", reference), ("touch", touches), ("turn", turns), ("same", same)):
        usual, worst = median(values) * 1e3, late(values) * 1e3
        print(f"{name:12} p50 {usual:6.2f} ms   p99 {worst:6.2f} ms   n {len(values)}")
    print(f"touch to QPushButton: ratio of medians {median(touches) / median(reference):.0f}")
    print(f"touch p99 {judged(late(touches) * 1e3, 16, ' ms')}")


def render(
    phone: PhoneWidget, view: ScreenView, wording: Wording, metrics: theme.Metrics, paint: bool = False
) -> None:
    """Show a view and, if asked, wait until it is painted."""
    phone.render_phone(view, wording, metrics)
    if paint:
        phone.repaint()


def pressed(button: QAbstractButton) -> float:
    """Answer the seconds from press to painted feedback, and let go again."""
    spent = own_seconds(lambda: (button.setDown(True), button.repaint()))
    button.setDown(False)
    return spent


def _some(phone: PhoneWidget) -> list[TouchButton]:
    shown = [each for each in phone.findChildren(TouchButton) if each.isVisible()]
    return shown[:: max(1, len(shown) // 4)]


def _views() -> list[ScreenView]:
    pack = open_catalog([resources.assets() / "packs"]).packs[0]
    model = Phone(pack.apps, pack.id, date(2026, 6, 8), 1, 6, frozenset({4, 5}), pack.home)
    state: PhoneState = model.start()
    views = [model.view(state)]
    for action in BOOKING:
        state, _ = model.apply(state, action)
        views.append(model.view(state))
    return views


if __name__ == "__main__":
    main()
