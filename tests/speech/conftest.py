"""One real voice for the tests that only listen to it; fresh ones where it is hurt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.speech.engine import Engine
from elder_tutor.text.wording import Wording


@pytest.fixture(scope="session")
def voice() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


@pytest.fixture(scope="session")
def arabic() -> Wording:
    return Wording("ar", Translator("ar", Path("/nowhere")), load_region())


@pytest.fixture(scope="session")
def english() -> Wording:
    return Wording("en", Translator("en", Path("/nowhere")), load_region())
