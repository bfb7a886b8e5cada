"""Put the window together: fonts, direction, voice, what happens on a bug, and the first page first."""

from __future__ import annotations

import contextlib
import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from elder_tutor import bare_imports, i18n, resources  # noqa: F401  (the first right after PySide6)
from elder_tutor.errors import KnownError
from elder_tutor.ui import fonts, icons, words
from elder_tutor.ui.bridge import Bridge
from elder_tutor.ui.family import front
from elder_tutor.ui.journey import Journey
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.theme import DESIGN_PX_PER_MM, REFERENCE_SCREENS_MM
from elder_tutor.ui.voice import Voice

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.speech.engine import Engine
    from elder_tutor.speech.player import Player
    from elder_tutor.ui.kiosk.kiosk import Kiosk

NAME: Final = "elder-tutor"
TOLD: Final = "told"
"""Property of the application that knows already what its widgets are to a screen reader."""
VOICE_AFTER_MS: Final = 150
"""The first page is painted and can be touched before the voice is loaded."""
ALIKE: Final = 0.04
"""A screen this near to a reference screen is drawn as that one."""

_log = logging.getLogger(__name__)


def qt_application() -> QApplication:
    """Answer the one Qt application, with our fonts. Raises FontMissing."""
    there = QCoreApplication.instance()
    qt = there if isinstance(there, QApplication) else QApplication([NAME])
    qt.setApplicationName(NAME)
    qt.setDesktopFileName(NAME)
    QTimer.singleShot(VOICE_AFTER_MS, qt, lambda: _give_icon(qt))
    fonts.load()
    icons.keep_pixmaps()
    if not qt.property(TOLD):
        qt.setProperty(TOLD, True)
        QAccessible.installFactory(_told)
    return qt


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Answer what a screen reader is told of a widget; loaded only while one asks."""
    from elder_tutor.ui.access.roles import told

    return told(kind, thing)


def _give_icon(qt: QApplication) -> None:
    from PySide6.QtGui import QIcon

    qt.setWindowIcon(QIcon(str(resources.assets() / "icons" / "motifs" / "dallah.svg")))


class Composition:
    """The window with everything behind it; the running program and its pictures share it.

    ``clock_ms`` is the clock of voice and captions, the machine's unless a test or a
    picture gives one.
    """

    def __init__(
        self, app: App, *, clock_ms: Callable[[], int] | None = None, px_per_mm: float | None = None,
        kiosk: bool = False,
    ) -> None:  # fmt: skip
        self.app = app
        QLocale.setDefault(QLocale(i18n.language(app.settings.language).locale))
        self.voice = Voice(clock_ms)
        self.window = MainWindow(app, self.voice, px_per_mm, kiosk)
        self.bridge = Bridge(self.window)
        self.journey = Journey(self.window, self.bridge)
        self.voice.setParent(self.window)
        self._engine: Engine | None = None
        self._player: Player | None = None

    def load_voice(self) -> None:
        """Load what speaks; without it captions go on alone."""
        from elder_tutor.app import default_cache_dir
        from elder_tutor.speech.cache import ClipCache
        from elder_tutor.speech.engine import Engine
        from elder_tutor.speech.player import Player

        self._engine = Engine(ClipCache(default_cache_dir() / "speech"))
        self._take_voice()
        self.window.dressed.connect(self._take_voice)
        self.window.trainerClosed.connect(self._take_voice)
        self._player = Player()
        self._player.warm()
        self._engine.warm()
        self.voice.connect_speech(self._engine, self._player)

    def look_for_reader(self) -> None:
        """Let a screen reader speak instead of the program, as soon as one says that it is there."""
        try:
            from elder_tutor.ui.access.reader import Reader
        except ImportError:  # Qt without a message bus: F9 and the settings remain
            return
        reader = Reader(self.window)
        reader.changed.connect(self.journey.changing.reader_found)
        reader.begin()

    def _take_voice(self) -> None:
        """Speak with the person's voice, or the centre's, from the next sentence on."""
        if self._engine is not None:
            self._engine.voice = self.window.settings.voice
            self._engine.chosen = MappingProxyType(dict(self.app.settings.voices))

    def close(self) -> None:
        """End the session and give voice and sound back."""
        self.voice.stop()
        self.bridge.use(None)
        self.voice.disconnect_speech()
        for part in (self._player, self._engine):
            if part is not None:
                part.close()


def run(
    app: App, *, clock_ms: Callable[[], int] | None = None, window: tuple[int, int] | None = None,
    kiosk: bool = False, start_page: str | None = None, trouble: KnownError | None = None,
) -> int:  # fmt: skip
    """Open the window and stay until it is closed; answer the exit code.

    ``window`` is a size in pixels (None: the whole screen). ``start_page`` ``home`` begins
    as a guest, anything else at the welcome page. ``trouble`` is told first, in one calm
    sentence, and makes the exit code 2. Raises FontMissing.
    """
    qt = qt_application()
    scale = scale_of(qt.primaryScreen(), window, app.settings.screens)
    whole = Composition(app, clock_ms=clock_ms, px_per_mm=scale, kiosk=kiosk)
    with contextlib.closing(whole), Excepthook(whole.journey.broken):
        whole.window.use(app.settings)
        guarded = _kiosk(whole) if kiosk else None
        if not kiosk:
            whole.journey.front_door = front.door_of(whole.journey)
        _show(whole.window, window, kiosk)
        if start_page == "home":
            whole.journey.begin(None)
        else:
            whole.journey.start()
        for met in (trouble, *app.store.notices):  # a damaged file was set aside: it is told, once
            if met is not None:
                whole.window.show_trouble(met, whole.journey.start, words.GO_ON)
                break
        if guarded is not None:
            guarded.begin()
        whole.window.firstPainted.connect(lambda: _afterwards(whole))
        code = qt.exec()
    return 2 if trouble is not None else code


def open_program(
    data: Path | None = None, kiosk: bool = False, now: datetime | None = None, place: str = ""
) -> int:
    """Build the domain and open the window; answer the exit code.

    ``place`` is what this place is called (see `app.place_here`). ``now`` holds the clock at a
    moment, for showing the program as on that day. A data folder that cannot be used is told in
    the window and on the command line; guests can practise.
    """
    from elder_tutor.app import build, build_without_data

    # Ctrl+C ends it at once, as kill does: Qt would not let Python answer, and nothing waits to be stored.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    clock, today = (None, None) if now is None else ((lambda: now), now.date())
    try:
        with contextlib.closing(build(data, clock=clock, today=today, kiosk=place)) as app:
            return run(app, kiosk=kiosk)
    except KnownError as trouble:
        sys.stderr.write(f"{trouble}\n")
        with contextlib.closing(build_without_data(clock, today)) as app:
            return run(app, kiosk=kiosk, trouble=trouble)


def _afterwards(whole: Composition) -> None:
    """Begin what the first page does without, once it stands whole; it is still being painted now."""
    window = whole.window
    QTimer.singleShot(VOICE_AFTER_MS, whole.load_voice)
    QTimer.singleShot(VOICE_AFTER_MS, whole.look_for_reader)
    QTimer.singleShot(2 * VOICE_AFTER_MS, window, lambda: _begin_daily_copy(whole))
    # The plain start holds the collector back until now; its first look at all that was made takes 3 ms.
    QTimer.singleShot(2 * VOICE_AFTER_MS, window, gc.enable)


def _begin_daily_copy(whole: Composition) -> None:
    from elder_tutor.ui.daily import DailyCopy  # 0.3 ms that the first page does without

    DailyCopy(whole.app, whole.window).begin()


class Excepthook:
    """Let a bug end in a calm page instead of the program: logged, then ``broken`` shows it."""

    def __init__(self, broken: Callable[[], None]) -> None:
        self._broken = broken
        self._before = sys.excepthook
        self._showing = False

    def __enter__(self) -> None:
        sys.excepthook = self._caught

    def __exit__(self, *_: object) -> None:
        sys.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("A bug", exc_info=(kind, error, trace))
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        elif not self._showing:
            self._showing = True
            try:
                self._broken()
            finally:
                self._showing = False


def _kiosk(whole: Composition) -> Kiosk:
    """Make a kiosk of the window, before it is shown."""
    from elder_tutor.ui.kiosk.kiosk import Kiosk

    made = Kiosk(whole)
    made.prepare()
    return made


def _show(window: MainWindow, size: tuple[int, int] | None, kiosk: bool) -> None:
    if size is not None:
        window.resize(*size)
        window.show()
    elif kiosk:
        window.showFullScreen()
    else:
        window.setGeometry(QGuiApplication.primaryScreen().availableGeometry())
        window.showMaximized()


def scale_of(
    screen: QScreen, window: tuple[int, int] | None, screens: Sequence[tuple[str, float]] = ()
) -> float | None:
    """Answer the real screen's pixels per mm; None for a reference screen or one that does not know.

    What somebody measured goes before what the screen tells: ``screens`` are the settings' own.
    """
    if screens:
        from elder_tutor.ui.measures.screens import facts_of, measured

        kept = measured(screens, facts_of(screen).name)
        if kept is not None:
            return kept
    size = screen.size()
    return told_scale(screen.physicalDotsPerInch() / 25.4, window or (size.width(), size.height()))


def told_scale(told: float, size: tuple[int, int]) -> float | None:
    """Answer what a screen tells as `scale_of` does; ``size`` is in window pixels."""
    if not 2.0 < told < 12.0:
        return None
    reference = REFERENCE_SCREENS_MM.get(size)
    usual = size[0] / reference[0] if reference else DESIGN_PX_PER_MM
    return None if abs(told / usual - 1) < ALIKE else told
