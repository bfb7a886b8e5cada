"""Printing, and writing many papers while the window goes on answering."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.audit import Deed, newest
from elder_tutor.ui.paper import printing
from elder_tutor.ui.paper.errands import write_cards, write_reports
from elder_tutor.ui.paper.printing import Writing, print_paper, print_pdf
from elder_tutor.ui.paper.sheet import Paper
from elder_tutor.ui.paper.step_card import Wish
from tests.ui.conftest import TODAY

LESSONS = ("send-message", "tap-and-press")
WISH = Wish(day=TODAY)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it opens folders only."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return Path(asked[-1]).is_dir()

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def test_many_cards_are_written_in_the_windows_own_loop(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    work = Writing(write_cards(app, LESSONS, tmp_path, WISH))
    steps: list[tuple[int, int]] = []
    work.stepped.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(work.finished, timeout=60_000) as finished:
        work.start()
        assert work.is_busy
    assert finished.args == [2]
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    assert steps[0] == (0, 2)
    assert steps[-1] == (2, 2)


def test_the_window_answers_between_two_pictures(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    work, beats = Writing(write_cards(app, LESSONS[:1], tmp_path, WISH)), []
    clock = QTimer()
    clock.timeout.connect(lambda: beats.append(work.is_busy))
    clock.start(1)
    with qtbot.waitSignal(work.finished, timeout=60_000):
        work.start()
    assert sum(beats) >= 8  # one for each picture


def test_writing_that_is_stopped_leaves_whole_files_only(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    work = Writing(write_cards(app, LESSONS, tmp_path / "out", WISH))
    with qtbot.waitSignal(work.written, timeout=60_000):
        work.start()
    work.stop()
    assert not work.is_busy
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["step-card-send-message-ar.pdf"]


def test_trouble_ends_the_writing_with_one_sentence(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    work = Writing(write_cards(app, ("no-such-lesson",), tmp_path, WISH))
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert isinstance(failed.args[0], KnownError)
    assert not work.is_busy


def test_a_report_that_is_handed_out_stands_in_the_audit_log(
    app: App, people: tuple[str, ...], qapp: object, tmp_path: Path
) -> None:
    pieces = list(write_reports(app, app.people.learners()[:2], tmp_path))
    assert [piece.done for piece in pieces] == [1, 2]
    assert [line.subject for line in newest(app.store, Deed.EXPORTED)] == ["report", "report"]


def test_without_a_printer_the_folder_is_opened(
    monkeypatch: pytest.MonkeyPatch, opened: list[str], qapp: object, tmp_path: Path
) -> None:
    monkeypatch.setattr(printing, "_print_support", lambda: None)
    path = tmp_path / "card.pdf"
    assert print_paper(Paper("a", ()), None, path) == printing.SHOWN
    assert opened == [str(path), str(tmp_path)]


def test_where_nothing_can_print_or_show_it_is_told(
    monkeypatch: pytest.MonkeyPatch, qapp: object, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    assert print_pdf(tmp_path / "card.pdf") == printing.NOTHING


def test_a_file_without_a_reader_shows_its_folder(opened: list[str], qapp: object, tmp_path: Path) -> None:
    assert print_pdf(tmp_path / "card.pdf") == printing.SHOWN
    assert opened[-1] == str(tmp_path)
