"""What comes to a kiosk from outside, and what of it reaches a page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from elder_tutor.ui.pages.sign_in import SignInPage
from elder_tutor.ui.paper import printing
from elder_tutor.ui.paper.sheet import Paper
from tests.ui.kiosk.conftest import Place

NONE = Qt.KeyboardModifier.NoModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def guest(place: Place) -> QPoint:
    """Where «Guest» stands in the window."""
    page = place.program.window.page(SignInPage)
    return page.guest.mapTo(place.program.window, page.guest.rect().center())


@pytest.fixture
def chosen(place: Place) -> list[str]:
    """What was pressed on the welcome page; nobody follows it."""
    page = place.program.window.page(SignInPage)
    page.guestChosen.disconnect()
    found: list[str] = []
    page.guestChosen.connect(lambda: found.append("guest"))
    return found


@pytest.mark.parametrize("button", ["LeftButton", "RightButton", "MiddleButton"])
def test_every_button_of_the_mouse_is_the_left_one(place: Place, chosen: list[str], button: str) -> None:
    place.touch(guest(place), Qt.MouseButton[button])
    assert chosen == ["guest"]


def test_no_menu_no_drop_no_close_reaches_the_window(place: Place) -> None:
    links = QMimeData()
    links.setUrls([QUrl("file:///etc/passwd")])
    nothing = (Qt.MouseButton.NoButton, NONE)
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9)),
        QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, links, *nothing),
        QCloseEvent(),
    ):
        assert place.kiosk.guard.eventFilter(place.handle, event)
        assert not event.isAccepted()


def test_the_wheel_turns_but_not_with_ctrl(place: Place) -> None:
    def wheel(held: Qt.KeyboardModifier) -> QWheelEvent:
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        return QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), buttons, held, phase, False
        )

    guard = place.kiosk.guard
    assert guard.eventFilter(place.handle, wheel(Qt.KeyboardModifier.ControlModifier))
    assert not guard.eventFilter(place.handle, wheel(NONE))


def test_a_second_finger_presses_nothing(place: Place, chosen: list[str]) -> None:
    device = QTest.createTouchDevice()
    away = QPoint(683, 150)
    QTest.touchEvent(place.handle, device).press(0, away).commit()
    QTest.touchEvent(place.handle, device).stationary(0).press(1, guest(place)).commit()
    QTest.touchEvent(place.handle, device).stationary(0).release(1, guest(place)).commit()
    QTest.touchEvent(place.handle, device).release(0, away).commit()
    assert chosen == []
    QTest.touchEvent(place.handle, device).press(2, guest(place)).commit()
    QTest.touchEvent(place.handle, device).release(2, guest(place)).commit()
    assert chosen == ["guest"]


@pytest.mark.parametrize("address", ["https://example.org", "file:///", "mailto:a@b.c", "tel:999"])
def test_an_address_opens_nothing(place: Place, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[str] = []
    monkeypatch.setattr(type(place.kiosk.guard), "refuse", lambda _, url: refused.append(url.toString()))
    assert QDesktopServices.openUrl(QUrl(address))


def test_a_dialog_for_files_is_closed_as_soon_as_the_keeper_looks(place: Place) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    place.kiosk.keeper.look()
    assert not dialog.isVisible()
    assert place.program.window.isVisible()
    dialog.deleteLater()


def test_no_page_uses_what_opens_a_window_of_its_own(place: Place) -> None:
    place.program.show_page("home")
    place.program.window.open_sheet()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [place.program.window]
    kinds = {each.metaObject().className() for each in place.program.window.findChildren(QWidget)}
    assert not kinds & {"QComboBox", "QMenu", "QDialog", "QFileDialog"}


def test_a_touch_in_a_corner_presses_nothing_and_is_no_miss(place: Place, qtbot: object) -> None:
    with qtbot.assertNotEmitted(place.program.window.missed):  # type: ignore[attr-defined]
        place.touch(QPoint(3, 3))


def test_the_pattern_of_corners_asks_for_the_pin(place: Place) -> None:
    wide, high = place.program.window.width() - 4, place.program.window.height() - 4
    for at in (QPoint(3, 3), QPoint(wide, 3), QPoint(wide, high), QPoint(3, high)):
        assert place.kiosk.door is None
        place.touch(at)
    assert place.kiosk.door is not None


def test_the_key_asks_for_the_pin(place: Place) -> None:
    place.key(Qt.Key.Key_Q, CTRL_SHIFT)
    assert place.kiosk.door is not None


def test_every_touch_and_key_is_a_sign_of_somebody(place: Place, qtbot: object) -> None:
    used = place.kiosk.guard.used
    with qtbot.waitSignal(used):  # type: ignore[attr-defined]
        place.touch(QPoint(683, 150))
    with qtbot.waitSignal(used):  # type: ignore[attr-defined]
        place.key(Qt.Key.Key_F11)


def test_nothing_is_asked_or_opened_where_a_paper_is_printed(
    place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = place.program.window
    monkeypatch.setattr(window, "kiosk", True)
    no_printer = SimpleNamespace(
        QPrinterInfo=SimpleNamespace(defaultPrinter=lambda: SimpleNamespace(isNull=lambda: True))
    )
    for parts in (None, no_printer):  # asking for its dialogue would raise
        monkeypatch.setattr(printing, "_print_support", lambda parts=parts: parts)
        assert printing.print_paper(Paper("a", ()), window, tmp_path / "a.pdf") == printing.PUT_OFF
    assert opened == []
