"""French has the longest words of the three languages: they stand whole on an upright screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elder_tutor.ui.measures.measuring import SCREENS
from elder_tutor.ui.program import Program
from tests.ui.measured import Form
from tests.ui.test_layout import STATES, faults_in

UPRIGHT = next(screen for screen in SCREENS if screen.height > screen.width)
LARGEST = Form(UPRIGHT, "fr", 4)
WEIGHTY = (
    "opinion", "keyboard", "find a key", "resting keyboard", "keyboard and a call", "attract", "home",
    "settings", "praise", "family-person",
)  # fmt: skip
"""Where the most words stand on an upright page."""


@pytest.mark.parametrize("state", WEIGHTY)
@pytest.mark.usefixtures("people")
def test_french_stands_whole_on_an_upright_page(state: str, program: Callable[..., Program]) -> None:
    found = faults_in(program, state, (LARGEST,))
    assert found == [], "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
@pytest.mark.usefixtures("people")
def test_french_stands_whole_on_every_upright_page(state: str, program: Callable[..., Program]) -> None:
    found = faults_in(program, state, tuple(Form(UPRIGHT, "fr", size) for size in (1, 4)))
    assert found == [], "\n".join(found)
