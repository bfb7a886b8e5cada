"""What every test has: no screen, no network of our own, fresh folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine fails no test. The short form draws the same examples every time; --long draws new ones.
settings.register_profile("calm", deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None)
settings.load_profile("calm")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "1")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep data, caches and settings of this user away from every test."""
    for variable, name in (("DATA", "data"), ("CACHE", "cache"), ("CONFIG", "config")):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / "home" / name))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long forms of the harnesses be asked for."""
    parser.addoption("--long", action="store_true", help="run the long forms of the harnesses too")


def pytest_configure(config: pytest.Config) -> None:
    """Draw new examples in the long form."""
    if config.getoption("--long"):
        settings.load_profile("long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the long forms unless they were asked for."""
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("long") is not None:
                item.add_marker(pytest.mark.skip(reason="a long harness; run it with --long"))
