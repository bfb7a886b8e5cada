"""Is the screen large enough to be read and touched?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QGuiApplication

from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.measures.screens import BELIEVED_PX_PER_MM, facts_of, measured
from elder_tutor.ui.theme import REFERENCE_SCREENS_MM

NAME: Final = "screen"
CALIBRATED: Final = "calibration"
FULL_MM: Final = (361.0, 203.0)
LEAST_MM: Final = (250.0, 140.0)
"""Long and short side: below the first the layout folds, below the second nobody can use it (DESIGN 7)."""
ALIKE: Final = 0.04
NO_SCREENS: Final = ("offscreen", "minimal", "vnc")

LARGE: Final = phrase("The screen is large enough.")
FOLDS: Final = phrase("The screen is small; the pages fold, and the buttons keep their size.")
LARGER: Final = phrase("Connect a larger screen if you can.")
SMALL: Final = phrase("The screen is too small for trembling hands and tired eyes.")
MUST_BE_LARGER: Final = phrase("Connect a screen that is at least 37 centimetres wide.")
UNKNOWN: Final = phrase("This screen does not tell its size, so the size of the buttons is a guess.")
MEASURE: Final = phrase("Measure the screen with a bank card on the trainer's page “This machine”.")
MEASURED: Final = phrase("The screen was measured with a bank card.")
TOLD: Final = phrase("The screen was not measured; the size it tells is taken for true.")
NONE: Final = phrase("There is no screen here, so none was looked at.")


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """A screen in pixels and in millimetres (0: it does not tell); ``measured`` with a card, or told."""

    width: int
    height: int
    width_mm: float = 0.0
    height_mm: float = 0.0
    measured: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether the millimetres can be believed."""
        if self.measured:
            return True
        if self.width_mm <= 0 or self.height_mm <= 0:
            return False
        least, most = BELIEVED_PX_PER_MM
        return all(
            least < pixels / mm < most
            for pixels, mm in ((self.width, self.width_mm), (self.height, self.height_mm))
        )


def primary(screens: Sequence[tuple[str, float]] = ()) -> ScreenSize | None:
    """Answer the screen the program opens on; None when there is none. Needs the Qt application.

    ``screens`` are the scales that were measured, by the screens' names (`Settings.screens`).
    """
    screen = QGuiApplication.primaryScreen()
    if screen is None or QGuiApplication.platformName() in NO_SCREENS:
        return None
    size, real, ratio = screen.size(), screen.physicalSize(), screen.devicePixelRatio()
    facts = facts_of(screen)
    scale = measured(screens, facts.name)
    if scale is not None:
        sides = (facts.width / scale, facts.height / scale)
        return ScreenSize(round(size.width() * ratio), round(size.height() * ratio), *sides, True)
    return ScreenSize(round(size.width() * ratio), round(size.height() * ratio), real.width(), real.height())


def look(screen: ScreenSize | None) -> tuple[Finding, ...]:
    """Compare a screen with what the pages need."""
    if screen is None:
        return (ok(NAME, NONE),)
    details = f"{screen.width} × {screen.height} pixels, {screen.width_mm:.0f} × {screen.height_mm:.0f} mm"
    if not screen.is_known:
        return (warn(NAME, UNKNOWN, MEASURE, details),)
    return (_size(screen, details), ok(CALIBRATED, MEASURED if screen.measured else TOLD))


def _size(screen: ScreenSize, details: str) -> Finding:
    sides = max(screen.width_mm, screen.height_mm), min(screen.width_mm, screen.height_mm)
    if _under(sides, LEAST_MM):
        return bad(NAME, SMALL, MUST_BE_LARGER, details)
    if _under(sides, FULL_MM) and not _is_reference(screen):
        return warn(NAME, FOLDS, LARGER, details)
    return ok(NAME, LARGE, details)


def _under(sides: tuple[float, float], least: tuple[float, float]) -> bool:
    return sides[0] < least[0] or sides[1] < least[1]


def _is_reference(screen: ScreenSize) -> bool:
    """Tell whether the pages were drawn for this very screen (1280 × 800 is narrower than the limit)."""
    wanted = REFERENCE_SCREENS_MM.get((screen.width, screen.height))
    if wanted is None:
        return False
    return all(abs(there / mm - 1) < ALIKE for there, mm in zip(_mm(screen), wanted, strict=True))


def _mm(screen: ScreenSize) -> tuple[float, float]:
    return screen.width_mm, screen.height_mm
