"""A phone on a window, touched by coordinates as a finger would."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.lessons.view import Action, KeyboardView, ScreenView, Target
from elder_tutor.ui import fonts, theme
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.phone.keyboard import KeyboardTray


def _beside(name: str) -> ModuleType:
    """Load a module of this folder, which is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture
def samples() -> ModuleType:
    """Answer the sample views."""
    return _beside("phone_samples")


@pytest.fixture
def gallery(samples: ModuleType) -> ModuleType:
    """Answer the views that show every kind once."""
    return _beside("phone_gallery")


@pytest.fixture(autouse=True)
def _type(qapp: QApplication) -> Iterator[None]:
    if theme.FAMILY not in _families():
        fonts.load()
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _families() -> list[str]:
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase.families()


@dataclass
class Hand:
    """A finger over a widget. Places are the widget's coordinates; ``now`` is its clock in ms."""

    widget: QWidget
    actions: list[Action] = field(default_factory=list)
    missed: int = 0
    now: int = 10_000

    def miss(self) -> None:
        """Count a touch that reached nothing."""
        self.missed += 1

    def tap(self, at: QPoint, after: int = 1000) -> None:
        """Press and release at one place, so many ms after the last touch."""
        self.press(at, after)
        self.release(at)

    def press(self, at: QPoint, after: int = 1000) -> None:
        """Put the finger down."""
        self.now += after
        self._target = self._under(at)
        self._send(QEvent.Type.MouseButtonPress, at)

    def move(self, at: QPoint) -> None:
        """Move the finger."""
        self._send(QEvent.Type.MouseMove, at)

    def release(self, at: QPoint, after: int = 80) -> None:
        """Lift the finger."""
        self.now += after
        self._send(QEvent.Type.MouseButtonRelease, at)

    def swipe(self, at: QPoint, across: int = 0, down: int = 0, after: int = 1000) -> None:
        """Put the finger down, move it in small steps, lift it."""
        self.press(at, after)
        for step in range(1, 9):
            self.move(at + QPoint(across * step // 8, down * step // 8))
        self.release(at + QPoint(across, down))

    def _under(self, at: QPoint) -> QWidget:
        return self.widget.childAt(at) or self.widget

    def _send(self, kind: QEvent.Type, at: QPoint) -> None:
        place = QPointF(self._target.mapFrom(self.widget, at))
        held = (
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        )
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, place, QPointF(self.widget.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(self.now)
        QApplication.sendEvent(self._target, event)


@pytest.fixture
def kept(qapp: QApplication) -> Iterator[list[QWidget]]:
    """Hold windows until the test is over: the collector must not take one while it is painted."""
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # type: ignore[call-overload]


@pytest.fixture
def phone(kept: list[QWidget], qapp: QApplication, samples: ModuleType) -> Callable[..., PhoneWidget]:
    """Answer a maker of shown phones; Arabic at size 1 on 1366 × 768 unless told otherwise."""

    def make(
        view: ScreenView,
        lang: str = "ar",
        step: int = 1,
        window: tuple[int, int] = (1366, 768),
        **more: object,
    ) -> PhoneWidget:
        metrics = theme.metrics(*window, step, lang, **more)  # type: ignore[arg-type]
        qapp.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if metrics.rtl else Qt.LayoutDirection.LeftToRight
        )
        made = PhoneWidget()
        kept.append(made)
        made.resize(shell.width(metrics), min(metrics.px(shell.HEIGHT), window[1] - 8))
        made.render_phone(view, samples.wording(lang), metrics)
        made.show()
        return made

    return make


@pytest.fixture
def hand() -> Callable[[QWidget], Hand]:
    """Answer a maker of hands that note what a widget tells of."""

    def make(widget: QWidget) -> Hand:
        made = Hand(widget)
        widget.acted.connect(made.actions.append)  # type: ignore[attr-defined]
        widget.missed.connect(made.miss)  # type: ignore[attr-defined]
        return made

    return make


@pytest.fixture
def tray(kept: list[QWidget], samples: ModuleType) -> Callable[..., KeyboardTray]:
    """Answer a maker of shown keyboard trays."""

    def make(
        view: KeyboardView,
        lang: str = "ar",
        window: tuple[int, int] = (1366, 768),
        step: int = 1,
        **more: object,
    ) -> KeyboardTray:
        made = KeyboardTray()
        kept.append(made)
        made.render_keyboard(view, samples.wording(lang), theme.metrics(*window, step, lang), **more)  # type: ignore[arg-type]
        made.resize(made.sizeHint())
        made.show()
        return made

    return make


@pytest.fixture
def rect() -> Callable[..., QRect]:
    """Answer where something shows; the test fails when it does not."""

    def find(widget: PhoneWidget | KeyboardTray, element: str, row: str = "") -> QRect:
        spot = widget.rect_of(Target(element, row))
        assert spot is not None, f"{element} {row} does not show"
        return spot

    return find
