"""The pages of the fitting and of the real screen's size as they are pictured, gone through by a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from elder_tutor.ui.program import Program

STEPS: Final = ("fit-touch", "fit-size", "fit-contrast", "fit-volume", "fit-speed", "fit-done")
"""In the order of the fitting."""
TOUCHED: Final = "fit-touched"
"""The first page of the fitting after every circle was touched."""
CALIBRATION: Final = "calibration"
FIT_PAGES: Final = (*STEPS, TOUCHED, CALIBRATION)
"""The pages that `show` brings up."""


def show(program: Program, name: str) -> None:
    """Bring one of these pages to the front."""
    if name == CALIBRATION:
        _calibrate(program)
        return
    program.journey.begin(None)
    program.journey.tuning.fit()
    if name == TOUCHED:
        _touch_every_circle(program)
    else:
        program.journey.tuning.fitting.show(STEPS.index(name))


def _touch_every_circle(program: Program) -> None:
    from elder_tutor.ui.pages.fit_touch import FitTouchPage

    field = program.window.page(FitTouchPage).field
    while not field.over:
        field.keyed()


def _calibrate(program: Program) -> None:
    from elder_tutor.ui.measures.screens import ScreenFacts

    window, journey = program.window, program.journey
    journey.start()
    facts = ScreenFacts("picture", window.width(), window.height(), window.metrics.px_per_mm)
    journey.calibrating.begin(journey.start, facts)
