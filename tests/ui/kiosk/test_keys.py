"""What a kiosk lets through of a keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from elder_tutor.ui.kiosk.keys import asks_to_leave, passes

KEY, MOD = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT, META = MOD.ControlModifier, MOD.AltModifier, MOD.ShiftModifier, MOD.MetaModifier


def pressed(key: Qt.Key, held: Qt.KeyboardModifier = MOD.NoModifier, text: str = "") -> QKeyEvent:
    """A key as it comes from the window system."""
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (KEY.Key_A, MOD.NoModifier, "a"), (KEY.Key_A, SHIFT, "A"), (KEY.Key_unknown, MOD.NoModifier, "ض"),
        (KEY.Key_5, MOD.KeypadModifier, "5"), (KEY.Key_At, CTRL | ALT, "@"),
        (KEY.Key_Tab, MOD.NoModifier, "\t"), (KEY.Key_Backtab, SHIFT, ""),
        (KEY.Key_Return, MOD.NoModifier, "\r"),
        (KEY.Key_Escape, MOD.NoModifier, "\x1b"), (KEY.Key_F9, MOD.NoModifier, ""),
    ],
)  # fmt: skip
def test_what_writes_and_moves_passes(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    assert passes(pressed(key, held, text))


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (KEY.Key_Q, CTRL, "\x11"), (KEY.Key_W, CTRL, "\x17"), (KEY.Key_V, CTRL, "\x16"),
        (KEY.Key_F4, ALT, ""), (KEY.Key_Tab, ALT, "\t"), (KEY.Key_Space, ALT, " "), (KEY.Key_A, ALT, "a"),
        (KEY.Key_D, META, "d"), (KEY.Key_F11, MOD.NoModifier, ""), (KEY.Key_Print, MOD.NoModifier, ""),
        (KEY.Key_Menu, MOD.NoModifier, ""), (KEY.Key_HomePage, MOD.NoModifier, ""),
        (KEY.Key_Super_L, MOD.NoModifier, ""), (KEY.Key_Escape, CTRL, "\x1b"),
    ],
)  # fmt: skip
def test_every_other_key_ends_here(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    assert not passes(pressed(key, held, text))


def test_ctrl_shift_q_alone_asks_for_the_pin() -> None:
    assert asks_to_leave(pressed(KEY.Key_Q, CTRL | SHIFT))
    assert not asks_to_leave(pressed(KEY.Key_Q, CTRL))
    assert not asks_to_leave(pressed(KEY.Key_Q, CTRL | SHIFT | ALT))
    assert not asks_to_leave(pressed(KEY.Key_W, CTRL | SHIFT))
