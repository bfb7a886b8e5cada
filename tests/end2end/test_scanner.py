"""A printed card at the real window: keys as a scanner sends them, on US and on Arabic layouts."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from elder_tutor.app import build
from elder_tutor.progress.keys import Keys, new_ticket
from tests.end2end.screen import Screen, virtual_screen
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
LONG = 60.0
"""Seconds that a busy machine may take to start the program."""
TRY = 4.0
"""Seconds after which somebody holds the card to the scanner once more."""
DAY = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
SHIFT, ENTER, HYPHEN = 50, 36, 20
PLACES = {sign: 10 + at for at, sign in enumerate("1234567890")} | {"-": HYPHEN}
for start, row in ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM")):
    PLACES |= {sign: start + at for at, sign in enumerate(row)}


@pytest.fixture
def card(tmp_path: Path) -> tuple[Path, str]:
    """A data folder with one learner who has agreed, and the ticket of their card."""
    folder = tmp_path / "data"
    app = build(folder, clock=lambda: DAY, seed=lambda: 1, today=DAY.date())
    learner = app.people.add("أم خالد", "dallah")
    app.people.consent(learner.id, True)
    ticket = Keys(app.store).ticket(learner.id)
    app.close()
    return folder, ticket


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An X server of our own."""
    home = tmp_path / "screen"
    home.mkdir(mode=0o700)
    with virtual_screen(home) as made:
        yield made


def scan(screen: Screen, ticket: str) -> None:
    """Send the keys of a card by their places, as fast as a scanner: letters with shift, then Enter."""
    words = []
    for sign in ticket:
        place = str(PLACES[sign])
        words += ["key", "--delay", "2", f"shift+{place}" if sign.isalpha() else place]
    screen.hand(*words, "key", "--delay", "2", str(ENTER))


def changed(before: QImage, after: QImage) -> bool:
    """Tell whether much of the screen looks different."""
    across, down = range(0, before.width(), 8), range(0, before.height(), 8)
    apart = sum(before.pixel(x, y) != after.pixel(x, y) for x in across for y in down)
    return apart > len(across) * len(down) * 0.2


def opened(screen: Screen, ticket: str, welcome: QImage, tries: int = 5) -> bool:
    """Hold a card to the scanner until the page has changed."""
    for _ in range(tries):
        scan(screen, ticket)
        if until(lambda: changed(welcome, screen.picture()), TRY):
            return True
    return False


def standing(screen: Screen) -> QImage:
    """The welcome page, once nothing moves on it any more."""
    assert until(screen.shows, LONG)
    assert until(lambda: not changed(screen.picture(), screen.picture()), LONG)
    return screen.picture()


@pytest.mark.parametrize(
    "layout", ["us", "us with caps lock", "ara", "ara with caps lock", "ara(digits)", "fr"]
)
def test_a_card_opens_the_page_on_every_layout(card: tuple[Path, str], screen: Screen, layout: str) -> None:
    layout, _, caps = layout.partition(" ")
    name, _, variant = layout.removesuffix(")").partition("(")
    words = ["setxkbmap", "-layout", name, *(["-variant", variant] if variant else [])]
    subprocess.run(words, env=screen.environment, check=True, timeout=30)
    if caps:
        screen.press("Caps_Lock")
    with screen.program("--data", str(card[0]), "--now", "2026-06-08T10:15"):
        assert opened(screen, card[1], standing(screen))


def test_an_unknown_card_leaves_the_page_and_stands_nowhere_afterwards(
    card: tuple[Path, str], screen: Screen, tmp_path: Path
) -> None:
    strange = new_ticket()
    with screen.program("--data", str(card[0]), "--now", "2026-06-08T10:15") as process:
        welcome = standing(screen)
        assert not opened(screen, strange, welcome, tries=1)
        assert opened(screen, card[1], welcome)
        memory = (part for part in (strange[4:20],))
        assert process.poll() is None
        kept = [file for file in (*card[0].rglob("*"), *(tmp_path / "screen").rglob("*")) if file.is_file()]
        found = [file for part in memory for file in kept if part.encode() in file.read_bytes()]
    assert found == []
