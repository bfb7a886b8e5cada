"""A window without a screen, with real packs, a fixed day, and no voice unless a test brings one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from elder_tutor.app import App, build
from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text.wording import Wording
from elder_tutor.ui.application import qt_application
from elder_tutor.ui.measures import measuring
from elder_tutor.ui.program import Program
from tests.waiting import PATIENCE

PATIENCE_MS = round(PATIENCE * 1000)
TODAY = date(2026, 6, 8)
NAMES = ("أم خالد", "أبو راشد", "نورة", "سالم", "موزة", "جاسم", "هند")
PICTURES = ("dallah", "palm", "lantern", "dhow", "pearl", "barjeel", "rose")

QUIET = ("This plugin does not support", "propagateSizeHints", "Detected locale")
"""Qt warnings of the offscreen platform itself, and of a machine that is set to LC_ALL=C; nothing of ours."""


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, with our fonts."""
    return qt_application()


class PatientBot(QtBot):
    """Waits as long as a busy machine takes; the five seconds of its base are too few for one."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Ask until it is so."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> SignalBlocker:
        """Wait for a signal that must come."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(
        self, signals: list[Any], *, timeout: int = PATIENCE_MS, **more: Any
    ) -> MultiSignalBlocker:
        """Wait for signals that must all come."""
        return super().waitSignals(signals, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hand of the tests, patient."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_qt_warning(qtlog: object) -> Iterator[None]:
    yield
    told = [r.message for r in qtlog.records if not any(quiet in r.message for quiet in QUIET)]  # type: ignore[attr-defined]
    assert told == []


@pytest.fixture(scope="session")
def pack_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of the compiled packs for the whole run."""
    return tmp_path_factory.mktemp("packs")


@pytest.fixture
def app(tmp_path: Path, pack_cache: Path) -> Iterator[App]:
    """The domain with an empty store."""
    made = build(
        tmp_path / "store",
        clock=lambda: datetime(2026, 6, 8, 10, 15, tzinfo=UTC),
        seed=lambda: 1,
        today=TODAY,
        cache_dir=pack_cache,
    )
    yield made
    made.close()


@pytest.fixture
def people(app: App) -> tuple[str, ...]:
    """Seven learners who have agreed; their ids."""
    added = [app.people.add(name, picture) for name, picture in zip(NAMES, PICTURES, strict=True)]
    for each in added:
        app.people.consent(each.id, True)
    return tuple(each.id for each in added)


@pytest.fixture(scope="session")
def practised(tmp_path_factory: pytest.TempPathFactory, pack_cache: Path) -> Path:
    """The data folder of an invented centre with eight months of practice; to be copied."""
    from elder_tutor.ui.sample import fill

    folder = tmp_path_factory.mktemp("practised")
    made = build(
        folder,
        clock=lambda: datetime(2026, 6, 8, 10, 15, tzinfo=UTC),
        seed=lambda: 1,
        today=TODAY,
        cache_dir=pack_cache,
    )
    fill(made, TODAY)
    made.close()
    return folder


@pytest.fixture
def hall(
    qapp: QApplication, practised: Path, tmp_path: Path, pack_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[App]:
    """An invented centre with eight months of practice, on a machine that the doctor finds well."""
    from elder_tutor.doctor.finding import ok
    from elder_tutor.text.phrase import phrase
    from elder_tutor.ui.trainer import machine_desk

    well = (ok("screen", phrase("The screen is large enough."), "1366 × 768 pixels"),)
    monkeypatch.setattr(machine_desk, "examination", lambda *_: well)
    monkeypatch.setattr(machine_desk.TrialSpeech, "voices", lambda *_: ())
    made = build(
        shutil.copytree(practised, tmp_path / "hall"),
        clock=lambda: datetime(2026, 6, 8, 10, 15, tzinfo=UTC),
        seed=lambda: 1,
        today=TODAY,
        cache_dir=pack_cache,
    )
    yield made
    made.close()


@pytest.fixture
def program(qapp: QApplication, app: App) -> Iterator[Callable[..., Program]]:
    """Make windows of any size, language and size of type; they are closed afterwards."""
    made: list[Program] = []

    def make(size: tuple[int, int] = (1366, 768), lang: str = "ar", step: int = 1) -> Program:
        made.append(Program(app, size, lang, step))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def words() -> Callable[[str], Wording]:
    """The wording of a language."""
    return lambda lang="ar": Wording(lang, Translator(lang), load_region())


# --- hands ----------------------------------------------------------------------------


@pytest.fixture
def tap() -> Callable[..., None]:
    """Touch the middle of a widget by its place in the window, as a person does."""

    def touch(window: QWidget, name: str, dx: int = 0, dy: int = 0) -> None:
        target = find(window, name)
        at = target.mapTo(window, target.rect().center())
        here = window.childAt(at)
        assert here is not None
        point = here.mapFrom(window, at + QPoint(dx, dy))
        QTest.mouseClick(here, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    return touch


@pytest.fixture
def touch_cell() -> Callable[..., None]:
    """Touch a learner's name in the matrix, or the cell of a lesson, by its place on the view."""

    def touch(window: QWidget, learner: str, lesson: str = "") -> None:
        view = find(window, "trainer.group.matrix")
        at = cell_of(view, learner, lesson)
        view.scrollTo(at)  # type: ignore[attr-defined]
        assert not view.isColumnHidden(at.column())  # type: ignore[attr-defined]
        place = view.visualRect(at).center()  # type: ignore[attr-defined]
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)  # type: ignore[attr-defined]

    return touch


def cell_of(view: QWidget, learner: str, lesson: str = "") -> QModelIndex:
    """Answer the place of a cell in the matrix; without a lesson that of the name."""
    model = view.matrix  # type: ignore[attr-defined]
    lessons = [head.id for head in model.table.lessons]
    return model.index(model.row_of(learner), lessons.index(lesson) + 1 if lesson else 0)


def find(window: QWidget, name: str) -> QWidget:
    """Answer the one visible widget of an object name."""
    found = [each for each in window.findChildren(QWidget, name) if each.isVisibleTo(window)]
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]


@pytest.fixture(name="find")
def find_fixture() -> Callable[[QWidget, str], QWidget]:
    """Answer the one visible widget of an object name."""
    return find


# --- what must hold on every page -------------------------------------------------------


@pytest.fixture
def faults() -> Callable[[Program], list[str]]:
    """List what is clipped, outside, too small or too near in a window."""
    return faults_of


def faults_of(program: Program) -> list[str]:
    """List clipped texts, widgets outside, targets too small, gaps too narrow, names missing."""
    return measuring.faults(program.window)
