"""The person's voice and the centre's choice hold from the next sentence on."""

from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.ui.application import Composition


@pytest.fixture
def whole(qapp: QApplication, app: App) -> Composition:
    return Composition(app)


def test_a_persons_voice_speaks_as_soon_as_their_settings_hold(whole: Composition) -> None:
    with closing(whole):
        whole.load_voice()
        assert whole._engine is not None
        assert whole._engine.voice == "male"
        whole.window.use(whole.app.settings.with_changes(voice="female"))
        assert whole._engine.voice == "female"


def test_the_centres_choice_speaks_when_the_trainers_page_is_left(whole: Composition) -> None:
    with closing(whole):
        whole.load_voice()
        assert whole._engine is not None
        whole.app.keep_settings({"voices": [["ar", "espeak:ar+m4"]]})
        whole.window.trainerClosed.emit()
        assert dict(whole._engine.chosen) == {"ar": "espeak:ar+m4"}
