"""Read the card that a scanner types: a keyboard of its own, fast, in whatever layout the machine has.

Scanners are keyboards (USB HID usage page 7): they send keys, and the layout of the machine makes
letters of them. With an Arabic layout «ET1-» arrives as «ُلإ1-»; with caps lock as «et1-». So every
key is read three ways at once, as the letter it gave, as the place it has on the keyboard and as
the Arabic letter on that place; whichever says a whole ticket counts. Nothing that was read is
kept, written to a log or left in a field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from elder_tutor.progress.keys import PREFIX
from elder_tutor.text.digits import normalise

if TYPE_CHECKING:
    from elder_tutor.ui.main_window import MainWindow

GAP_MS: Final = 200
"""The longest time between two keys of a scanner, slow and wireless ones included."""
HELD_MS: Final = 150
"""So long a letter that may begin a card is held back from a field; it is typed when none follows."""
LEAST: Final = 16
MOST: Final = 80
"""Signs of a ticket after its beginning: fewer are no ticket, more are no card of ours."""
_TICKET: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
_END: Final = "\n"
_ENDS: Final = ("\r", "\n", "\t")

_ROWS: Final = ((2, "1234567890-"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
"""The first place of each row of a keyboard and what a US layout has there: places as Linux counts
them (input-event-codes.h), which for these rows are those of the PC's scan code set 1."""
_PLACES: Final = {start + at: sign for start, row in _ROWS for at, sign in enumerate(row)}
_X_OFFSET: Final = 8
"""X11 and Wayland's keyboard maps count the same places from 8 on (xkeyboard-config, keycodes/evdev)."""

_NO_SCANNER: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PLAIN: Final = "QWERTYUIOPASDFGHJKLZXCVBNM"
_ARABIC: Final = (
    ("ض", "\u064e"), ("ص", "\u064b"), ("ث", "\u064f"), ("ق", "\u064c"), ("ف", "لإ"), ("غ", "إ"),
    ("ع", "‘"), ("ه", "÷"), ("خ", "×"), ("ح", "؛"), ("ش", "\u0650"), ("س", "\u064d"), ("ي", "]"),
    ("ب", "["), ("ل", "لأ"), ("ا", "أ"), ("ت", "ـ"), ("ن", "،"), ("م", "/"), ("ئ", "~"), ("ء", "\u0652"),
    ("ؤ", "}"), ("ر", "{"), ("لا", "لآ"), ("ى", "آ"), ("ة", "’"),
)  # fmt: skip
"""What the Arabic (101) layout has on the places of the letters, plain and with shift."""
_FROM_ARABIC: Final = {
    sign: letter for letter, signs in zip(_PLAIN, _ARABIC, strict=True) for sign in signs
} | {"\ufefb": "B", "\ufef9": "T", "\ufef7": "G", "\ufef5": "B"}


class Take(Enum):
    """What becomes of a key."""

    PASS = 0
    HOLD = 1  # it may begin a card
    SWALLOW = 2  # it is part of one
    HALF = 3  # it ended less than one
    WHOLE = 4  # it ended one


@dataclass(slots=True)
class Reading:
    """One way to read the keys: what has been read so far, and when the last key came (ms)."""

    text: str = ""
    at: int = 0

    def take(self, sign: str, at: int) -> Take:
        """Take a sign ("" is none that a ticket has) and answer what it is."""
        if self.text and not 0 <= at - self.at <= GAP_MS:
            self.text = ""
        self.at = at
        if sign == _END:
            return self._end()
        grown = self.text + sign
        if sign and PREFIX.startswith(grown):
            self.text = grown
            return Take.HOLD
        if sign in _TICKET and self.text.startswith(PREFIX) and len(grown) <= len(PREFIX) + MOST:
            self.text = grown
            return Take.SWALLOW
        self.text = sign if sign and PREFIX.startswith(sign) else ""
        return Take.HOLD if self.text else Take.PASS

    def _end(self) -> Take:
        if len(self.text) >= len(PREFIX) + LEAST:
            return Take.WHOLE
        half, self.text = self.text.startswith(PREFIX), ""
        return Take.HALF if half else Take.PASS


@dataclass(slots=True)
class Reader:
    """Read the same keys in every way; pure, no Qt."""

    ways: tuple[Reading, ...] = field(default_factory=lambda: (Reading(), Reading(), Reading()))

    def take(self, signs: Sequence[str], at: int) -> Take:
        """Take one key as each way reads it; the way that is nearest to a card decides."""
        takes = [way.take(sign, at) for way, sign in zip(self.ways, signs, strict=True)]
        return max(takes, key=lambda take: take.value)

    def tickets(self) -> tuple[str, ...]:
        """Answer what was read, as each way that read a whole card has it, and forget it."""
        found = tuple(way.text for way in self.ways if len(way.text) >= len(PREFIX) + LEAST)
        self.forget()
        return tuple(dict.fromkeys(found))

    @property
    def inside(self) -> bool:
        """Tell whether a card is being read."""
        return any(way.text for way in self.ways)

    def forget(self) -> None:
        """Forget what was read."""
        for way in self.ways:
            way.text = ""


def signs_of(text: str, place: int) -> tuple[str, str, str]:
    """Answer how a key reads as its letter, as its place on the keyboard, as the Arabic letter there."""
    if text in _ENDS:
        return (_END, _END, _END)
    letter = normalise(text).upper()
    arabic = letter if letter.isdigit() or letter == "-" else _FROM_ARABIC.get(text, "")
    return (letter if letter in _TICKET else "", _PLACES.get(place, ""), arabic)


class Scanning(QObject):
    """Stand before the window and take out what a scanner types.

    ``open_now`` tells whether a card opens something here; ``found`` takes the readings of a
    whole card, ``refused`` is told of one that opens nothing here.
    """

    def __init__(
        self, window: MainWindow, open_now: Callable[[], bool], found: Callable[[Sequence[str]], None],
        refused: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.window = window
        self.reader = Reader()
        self._open_now, self._found, self._refused = open_now, found, refused
        self._held: list[QKeyEvent] = []
        self._handle: QWindow | None = None
        self._replaying = False
        native = QGuiApplication.platformName()
        self._offset = _X_OFFSET if native in ("xcb", "wayland") else 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Keys that have come meanwhile are looked at first: a busy program must not tear a card apart.
        self._timer.timeout.connect(lambda: QTimer.singleShot(0, self, self._late))

    def watch(self) -> None:
        """Begin, once the window has a handle of the window system."""
        handle = self.window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def forget(self) -> None:
        """Forget half a card, and what was held back."""
        self._timer.stop()
        self.reader.forget()
        self._held.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer whether a key belongs to a card and ends here."""
        if event.type() != QEvent.Type.KeyPress or self._replaying or not isinstance(event, QKeyEvent):
            return False
        if not event.text() or event.isAutoRepeat() or event.modifiers() & _NO_SCANNER:
            return False  # shift and its like come between the letters
        signs = signs_of(event.text(), event.nativeScanCode() - self._offset)
        return self._taken(self.reader.take(signs, event.timestamp()), event)

    # --- inside --------------------------------------------------------------------------

    def _taken(self, take: Take, event: QKeyEvent) -> bool:
        if take is Take.PASS:
            self._let_go()
            return False
        if take is Take.HALF:
            self.forget()
            return True
        if take is Take.WHOLE:
            self._whole()
            return True
        self._timer.start(GAP_MS)
        if self._open_now() or (self.window.veiled and not self.window.asks_pin):
            return False  # letters do nothing here, and whoever keeps a watch sees that somebody is here
        if take is Take.HOLD:
            self._let_go_of_other_beginnings()
            self._held.append(_again(event))
            self._timer.start(HELD_MS)
        else:
            self._held.clear()
        return True

    def _whole(self) -> None:
        self._timer.stop()
        self._held.clear()
        if self._open_now():
            self._found(self.reader.tickets())
        else:
            self.reader.forget()
            if not self.window.veiled:
                self._refused()

    def _let_go_of_other_beginnings(self) -> None:
        """Type what was held when another beginning has begun in its place."""
        longest = max(len(way.text) for way in self.reader.ways)
        while len(self._held) >= longest:
            self._type(self._held.pop(0))

    def _late(self) -> None:
        """Nothing followed: half a card is dropped without a word, a letter is typed after all."""
        if not self._timer.isActive():
            self.reader.forget()
            self._let_go()

    def _let_go(self) -> None:
        while self._held:
            self._type(self._held.pop(0))

    def _type(self, event: QKeyEvent) -> None:
        if self._handle is None:
            return
        self._replaying = True
        try:
            QCoreApplication.sendEvent(self._handle, event)
        finally:
            self._replaying = False


def _again(event: QKeyEvent) -> QKeyEvent:
    """Answer the same key once more, to be sent later."""
    return QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(), event.isAutoRepeat(), event.count(),
    )  # fmt: skip
