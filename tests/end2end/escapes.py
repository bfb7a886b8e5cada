"""Ways out of a full-screen program that hands find by chance or on purpose; docs/kiosk.md lists the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.end2end.screen import Screen

MIDDLE: Final = (683, 384)
TICKET: Final = "ET1-ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
"""A card that opens nothing here."""
EDGES: Final = tuple((x, y) for x in (1, 683, 1364) for y in (1, 384, 766) if (x, y) != MIDDLE)
Try = Callable[[Screen, str], None]


def keys(*chords: str) -> Try:
    """Press keys one after another."""
    return lambda screen, window: screen.hand("key", "--delay", "60", *chords)


def clicks(button: int, *places: tuple[int, int], held: str = "", times: int = 1) -> Try:
    """Press a button of the mouse at places, perhaps with a key held down."""

    def do(screen: Screen, window: str) -> None:
        if held:
            screen.hand("keydown", held)
        for x, y in places:
            screen.hand(
                "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "80", str(button)
            )
        if held:
            screen.hand("keyup", held)

    return do


def drags(*ways: tuple[int, int, int, int], held: str = "", button: int = 1) -> Try:
    """Drag from place to place, perhaps with a key held down."""

    def do(screen: Screen, window: str) -> None:
        for x, y, to_x, to_y in ways:
            start = ("keydown", held) if held else ()
            end = ("keyup", held) if held else ()
            half = (str((x + to_x) // 2), str((y + to_y) // 2))
            screen.hand(
                "mousemove", str(x), str(y), *start, "mousedown", str(button), "mousemove", *half,
                "mousemove", str(to_x), str(to_y), "mouseup", str(button), *end,
            )  # fmt: skip

    return do


def asks(*words: str) -> Try:
    """Let another program ask the window system for something about the window."""
    return lambda screen, window: screen.hand(*(window if word == "WINDOW" else word for word in words))


def manages(*words: str) -> Try:
    """Let the window manager be asked for something about the window, as by its panel."""
    return lambda screen, window: screen.manage(*(hex(int(window)) if w == "WINDOW" else w for w in words))


def types(text: str, *after: str) -> Try:
    """Type a text as fast as a scanner, then press keys."""

    def do(screen: Screen, window: str) -> None:
        screen.hand("type", "--delay", "12", text)
        screen.hand("key", *(after or ("Return",)))

    return do


def wheel_with_ctrl(screen: Screen, window: str) -> None:
    """Turn the wheel with Ctrl held down."""
    screen.hand(
        "mousemove", *map(str, MIDDLE), "keydown", "ctrl", "click", "4", "click", "5", "keyup", "ctrl"
    )


ESCAPES: Final[dict[str, Try]] = {
    "Alt+F4": keys("alt+F4"),
    "Alt+Tab": keys("alt+Tab", "alt+shift+Tab"),
    "Alt+Esc": keys("alt+Escape"),
    "Alt+Space": keys("alt+space"),
    "Alt+Enter": keys("alt+Return"),
    "Alt+Left, Alt+Home": keys("alt+Left", "alt+Right", "alt+Home"),
    "Ctrl+Alt+arrows": keys("ctrl+alt+Left", "ctrl+alt+Right", "ctrl+alt+Up", "ctrl+alt+Down"),
    "Super": keys("super"),
    "Super+D, Super+E, Super+L, Super+R": keys("super+d", "super+e", "super+l", "super+r", "super+Tab"),
    "Esc": keys("Escape"),
    "Ctrl+Esc, Ctrl+Shift+Esc": keys("ctrl+Escape", "ctrl+shift+Escape"),
    "Ctrl+Tab": keys("ctrl+Tab", "ctrl+shift+Tab"),
    "Ctrl+W, Ctrl+Q": keys("ctrl+w", "ctrl+q", "ctrl+F4"),
    "Ctrl+N, Ctrl+O, Ctrl+P, Ctrl+S": keys("ctrl+n", "ctrl+t", "ctrl+o", "ctrl+p", "ctrl+s"),
    "Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+A": keys("ctrl+a", "ctrl+c", "ctrl+x", "ctrl+v", "shift+Insert"),
    "Ctrl+plus, Ctrl+minus, Ctrl+0": keys("ctrl+plus", "ctrl+minus", "ctrl+0"),
    "Ctrl+wheel": wheel_with_ctrl,
    "F1": keys("F1"),
    "F5": keys("F5", "ctrl+r"),
    "F8, F9": keys("F8", "F8", "F9", "F9", "ctrl+F8", "alt+F9"),
    "F2, F3, F4, F6, F7": keys("F2", "F3", "F4", "F6", "F7"),
    "F10, F12": keys("F10", "F12", "ctrl+shift+i"),
    "F11": keys("F11"),
    "Print": keys("Print", "alt+Print", "shift+Print"),
    "Menu": keys("Menu", "shift+F10"),
    "Media keys": keys("XF86HomePage", "XF86Mail", "XF86Calculator", "XF86Search", "XF86Explorer"),
    "Ctrl+Alt+Del": keys("ctrl+alt+Delete"),
    "Ctrl+Alt+Backspace": keys("ctrl+alt+BackSpace"),
    "Ctrl+Alt+F1": keys("ctrl+alt+F1", "ctrl+alt+F2"),
    "A card at the scanner": types(TICKET),
    "A text at the scanner": types("/etc/passwd file:///etc https://example.org"),
    "Right click": clicks(3, MIDDLE, (1000, 40), (4, 400)),
    "Alt+right click": clicks(3, MIDDLE, held="alt"),
    "Middle click": clicks(2, (900, 380)),
    "Double click at the top": clicks(1, (420, 4), times=2),
    "Drag with Alt": drags((683, 300, 200, 600), held="alt"),
    "Drag with Super": drags((683, 300, 200, 600), held="super", button=3),
    "Drag from the edges": drags(
        (683, 0, 683, 400), (1365, 384, 900, 384), (683, 767, 683, 300), (0, 384, 400, 384)
    ),
    "Drag across the page": drags((420, 300, 1364, 766), (300, 20, 0, 0)),
    "Closed by the window manager": manages("-i", "-c", "WINDOW"),
    "Minimised by the window manager": asks("windowminimize", "WINDOW"),
    "Hidden by another program": asks("windowunmap", "WINDOW"),
    "Moved or made smaller": asks("windowsize", "WINDOW", "640", "480", "windowmove", "WINDOW", "50", "50"),
    "No longer full, no longer on top": manages("-i", "-r", "WINDOW", "-b", "remove,fullscreen,above"),
    "Rolled up": manages("-i", "-r", "WINDOW", "-b", "add,shaded,below"),
    "Touches all over the edges": clicks(1, *EDGES),
    "Show the desktop": manages("-k", "on"),
    "Another desktop": manages("-s", "1"),
}  # fmt: skip

LEAVES_A_FIELD: Final = (
    "Escape", "ctrl+o", "ctrl+l", "alt+Up", "alt+Down", "BackSpace", "slash", "F4", "Menu",
    "shift+F10", "ctrl+p",
)  # fmt: skip
"""What leads out of a dialog for files, or out of a field, elsewhere."""
