"""What stands on a page: every text with its place, and whether it had room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.progress.events import Event, EventKind
from elder_tutor.text.bidi import plain
from elder_tutor.ui.paper.brush import Brush, Laid
from elder_tutor.ui.paper.sheet import Paper, picture_of
from elder_tutor.ui.place import Box

AT = 1_780_000_000_000
Practised = Callable[..., None]


@dataclass
class Written:
    """What was painted on pages."""

    texts: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    places: list[QRectF] = field(default_factory=list)

    def look_at(self, paper: Paper) -> Written:
        """Paint every page once, as the file and the printer get it."""
        for number in range(len(paper.leaves)):
            picture_of(paper, number, 24)
        return self


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Written:
    """Note every text as it is painted."""
    found = Written()
    paint = Brush.words

    def words(brush: Brush, laid: Laid, box: Box, *more: object, **named: object) -> None:
        text = plain(laid.flow.layout.text()).replace("\u00a0", " ").replace("\u2028", "\n")
        found.texts.append(text)
        found.places.append(brush.at(box))
        if not laid.whole or laid.height > box.height + 0.35 * laid.pixels:
            found.cut.append(text)
        paint(brush, laid, box, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Brush, "words", words)
    return found


@pytest.fixture
def practised(app: App) -> Practised:
    """Let a learner finish a stage of lessons."""

    def practise(learner: str, *lessons: str, stage: str = "alone") -> None:
        for number, lesson in enumerate(lessons):
            at = AT + number * 60_000
            of = (f"{stage}-{lesson}", learner, lesson, 1, stage, "")
            opened = {"seed": 1, "today": "2026-06-08"}
            app.store.append(
                [
                    Event(*of, EventKind.OPENED, opened, at),
                    Event(*of, EventKind.FINISHED, {"passed": True}, at + 50_000),
                ]
            )

    return practise
