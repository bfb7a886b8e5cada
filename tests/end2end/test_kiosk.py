"""A kiosk under a real window manager, tried with real hands: it stays, in front, and still answers."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from elder_tutor.app import build
from tests.end2end.escapes import ESCAPES, LEAVES_A_FIELD, TICKET
from tests.end2end.mirror import Mirror, mirror
from tests.end2end.screen import Screen, virtual_screen
from tests.waiting import until

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
PIN, WRONG = "2589", "9999"
LONG = 60.0
PATIENCE = 30.0
"""Seconds in which the kiosk is back in front, on a busy machine."""
SIZE = (1366, 768)
CORNERS = ((3, 3), (1362, 3), (1362, 764), (3, 764))
"""In the order of the pattern."""
FED_MS = 300
HEAD = 160
"""Pixels of the upper part of the page, where titles and captions stand."""
AT_REST, ALIKE = 1.0, 5
"""Seconds between two pictures, and how many in a row are the same when nothing moves: between two
sentences there is a pause, and on a busy machine the voice thinks before it goes on."""


@dataclass(frozen=True)
class Place:
    """A kiosk on a screen of its own, with the socket it feeds."""

    screen: Screen
    program: subprocess.Popen[bytes]
    socket: socket.socket

    @property
    def window(self) -> str:
        """The number of the window that has the keyboard and is active."""
        return self.screen.told("xdotool", "getactivewindow")

    def give(self, pin: str) -> None:
        """Type a PIN on a real keyboard."""
        self.screen.hand("type", "--delay", "60", pin)
        self.screen.hand("key", "Return")

    def answers(self) -> bool:
        """Tell whether the thread of the window has worked since this was asked."""
        self.socket.setblocking(False)
        try:
            while self.socket.recv(64):
                pass
        except BlockingIOError:
            pass
        self.socket.settimeout(10)
        return b"WATCHDOG=1" in self.socket.recv(64)

    def fills(self) -> bool:
        """Tell whether the active window is the kiosk's and covers the screen."""
        shape = self.screen.told("xdotool", "getactivewindow", "getwindowgeometry", "getwindowpid")
        wanted = f"Position: 0,0 (screen: 0)\n  Geometry: {SIZE[0]}x{SIZE[1]}\n{self.program.pid}"
        return shape.endswith(wanted)

    def alone(self) -> bool:
        """Tell whether nothing but the kiosk can be seen."""
        told = self.screen.told("xwininfo", "-root", "-children")
        boxes = re.findall(r"^ +(0x\w+) .* (\d+)x(\d+)\+(-?\d+)\+(-?\d+) ", told, re.M)
        large = [number for number, wide, high, *_ in boxes if int(wide) > 3 and int(high) > 3]
        return sum("IsViewable" in self.screen.told("xwininfo", "-id", each) for each in large) == 1


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The real program as a kiosk, with a PIN, under a window manager."""
    for each in ("openbox", "wmctrl", "xwininfo"):
        assert shutil.which(each), f"{each} is missing; test.sh installs it"
    folder = tmp_path_factory.mktemp("kiosk")
    home, data = folder / "screen", folder / "data"
    home.mkdir(mode=0o700)
    with_pin(data)
    with virtual_screen(home) as screen, closing(listening(home / "notify")) as fed:
        screen.environment.update(NOTIFY_SOCKET=str(home / "notify"), WATCHDOG_USEC=str(FED_MS * 1000))
        manager = subprocess.Popen(["openbox"], env=screen.environment, stderr=subprocess.DEVNULL)
        try:
            # A manager that comes after the window makes no window the active one.
            assert until(lambda: screen.told("wmctrl", "-m") != "", LONG, 0.1)
            with screen.program("kiosk", "--data", str(data)) as program:
                made = Place(screen, program, fed)
                assert until(made.fills, LONG, 0.1)
                yield made
        finally:
            manager.terminate()
            manager.wait(10)


@pytest.fixture(scope="module")
def twin(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mirror]:
    """Where everything is on the screen."""
    with mirror(tmp_path_factory.mktemp("twin"), SIZE) as made:
        yield made


def goes(place: Place, twin: Mirror, way: tuple[str, str], to: str) -> None:
    """Touch a button of a page, and wait until another page stands."""
    page, button = way
    touches(place, twin.place(page, button))
    assert until(lambda: twin.shows(to, place.screen.picture()), LONG, 0.2)


def touches(place: Place, at: tuple[int, int]) -> None:
    """Touch a place, as slowly as a person: the page has stood for a moment."""
    place.screen.hand("sleep", "1", "mousemove", str(at[0]), str(at[1]), "click", "1")


def with_pin(data: Path) -> None:
    """Let a trainer choose a PIN."""
    with closing(build(data)) as app:
        app.people.choose_pin(PIN)


def listening(path: Path) -> socket.socket:
    """A socket such as systemd gives."""
    made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    made.bind(str(path))
    made.settimeout(LONG)
    return made


def stays(place: Place) -> bool:
    """Tell whether the kiosk runs, is in front of everything, and answers."""
    settled = until(lambda: place.fills() and place.alone(), PATIENCE, 0.1)
    return place.program.poll() is None and settled and place.answers()


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_escape_leads_out(place: Place, escape: str) -> None:
    ESCAPES[escape](place.screen, place.window)
    assert stays(place)


def test_another_window_does_not_come_in_front(place: Place) -> None:
    other = subprocess.Popen(["xev"], env=place.screen.environment, stdout=subprocess.DEVNULL)
    try:
        assert until(lambda: place.screen.told("xdotool", "search", "--name", "Event Tester") != "")
        assert until(place.fills, PATIENCE, 0.1)
        assert place.answers()
    finally:
        other.kill()
        other.wait(10)


def at_rest(place: Place) -> QImage:
    """Answer the picture of the screen once nothing has moved on it for a while: no caption comes or goes."""
    seen = [place.screen.picture()]

    def stands() -> bool:
        time.sleep(AT_REST)
        seen.append(place.screen.picture())
        return len(seen) >= ALIKE and all(each == seen[-1] for each in seen[-ALIKE:])

    assert until(stands, LONG)
    return seen[-1]


def test_no_key_leads_out_of_the_settings(place: Place, twin: Mirror) -> None:
    goes(place, twin, ("sign-in", "signIn.settings"), "settings")
    place.screen.hand("key", "--delay", "60", *LEAVES_A_FIELD, "F8", "F8")
    assert stays(place)
    goes(place, twin, ("settings", "settings.done"), "sign-in")


def test_a_card_at_the_scanner_is_no_pin(place: Place, twin: Mirror) -> None:
    goes(place, twin, ("sign-in", "signIn.trainer"), "trainer-pin")
    for _ in range(6):
        place.screen.hand("type", "--delay", "12", TICKET)
        place.screen.hand("key", "Return")
    assert stays(place)
    place.give(PIN)  # nobody is locked out by cards
    assert until(lambda: twin.shows("trainer-board", place.screen.picture()), LONG, 0.2)
    goes(place, twin, ("trainer-board", "trainer.bar.lock"), "sign-in")


def test_nothing_leads_out_of_the_trainers_own_files(place: Place, twin: Mirror) -> None:
    papers = Path(place.screen.environment["HOME"]) / "Documents"
    papers.mkdir()
    (papers / "people.csv").write_text("name\nHuda\n", encoding="utf-8")
    goes(place, twin, ("sign-in", "signIn.trainer"), "trainer-pin")
    place.give(PIN)
    assert until(lambda: twin.shows("trainer-board", place.screen.picture()), LONG, 0.2)
    touches(place, twin.place("trainer-board", "trainer.bar.trainer-people"))
    goes(place, twin, ("trainer-people", "trainer.people.list"), "trainer-import")
    touches(place, twin.place("trainer-import", "trainer.import.nobody.add"))
    assert until(lambda: not twin.shows("trainer-import", place.screen.picture()), LONG, 0.2)
    place.screen.hand("key", "--delay", "60", *LEAVES_A_FIELD[1:], "Escape")
    assert stays(place)
    assert until(lambda: twin.shows("trainer-import", place.screen.picture()), LONG, 0.2)
    goes(place, twin, ("trainer-import", "trainer.bar.lock"), "sign-in")


def below_the_head(place: Place) -> QImage:
    """Answer what stands below the strip where captions come and go."""
    return place.screen.picture().copy(0, HEAD, SIZE[0], SIZE[1] - HEAD)


def test_a_wrong_pin_leads_back_to_where_one_was(place: Place) -> None:
    at_rest(place)
    before = below_the_head(place)
    place.screen.hand("key", "ctrl+shift+q")
    assert until(lambda: below_the_head(place) != before)
    place.give(WRONG)
    assert until(lambda: below_the_head(place) == before)
    assert stays(place)


def test_the_pattern_of_corners_and_the_pin_lead_out(place: Place) -> None:
    at_rest(place)  # a touch right after the door went presses nothing
    before = below_the_head(place)
    for x, y in CORNERS:
        place.screen.hand("mousemove", str(x), str(y), "click", "1")
    assert until(lambda: below_the_head(place) != before)
    place.give(PIN)
    assert until(lambda: place.program.poll() is not None)
    assert place.program.returncode == 0


def test_the_page_for_technicians_names_every_escape_that_is_tried() -> None:
    page = (Path(__file__).parents[2] / "docs/kiosk.md").read_text(encoding="utf-8")
    table = page.partition("| what hands find |")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| ([^|]+?) \|", table, re.M)
    assert set(ESCAPES) <= set(listed)
    assert len(listed) >= 25
