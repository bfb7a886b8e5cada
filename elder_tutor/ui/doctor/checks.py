"""The checks that need Qt; they may run in any thread once the application and its type are there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont

from elder_tutor.doctor.examine import Check
from elder_tutor.ui.doctor import screen, shaping
from elder_tutor.ui.theme import FAMILY


def window_checks(characters: Callable[[], str], size: screen.ScreenSize | None) -> tuple[Check, ...]:
    """Answer the checks of type and screen; ``size`` was asked for in the window's own thread."""
    return (
        Check("font", lambda: tuple(shaping.look(page_font(), characters())), 20.0),
        Check("screen", lambda: screen.look(size)),
    )


def page_font() -> QFont:
    """Answer the type of the pages."""
    font = QFont(FAMILY)
    font.setPixelSize(shaping.SIZE_PX)
    return font
