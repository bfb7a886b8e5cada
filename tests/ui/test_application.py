"""What the program tells when it opens."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import build
from elder_tutor.ui import application
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.pages.calm import CalmPage


def test_a_damaged_file_that_was_set_aside_is_told_in_the_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "progress.db").write_bytes(b"no database at all" * 99)
    told: list[str] = []

    def opened() -> int:
        window = next(
            each for each in qapp.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()
        )
        assert isinstance(window.current, CalmPage)
        told.append(window.current.sentence.key)
        window.close()
        return 0

    monkeypatch.setattr(qapp, "exec", opened)
    with closing(build(tmp_path, packs=(), cache_dir=tmp_path / "cache")) as app:
        assert application.run(app, window=(1366, 768)) == 0
    assert "set aside" in told[0]
