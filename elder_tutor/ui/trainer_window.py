"""The trainer's pages in a program of their own, beside the learners': same data, no learner's session."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor import i18n
from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase
from elder_tutor.ui import theme
from elder_tutor.ui.application import Excepthook, qt_application, scale_of
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.speech.player import Player

LEAST: Final = QSize(640, 480)
NAME: Final = phrase("The trainer's pages")


class TrainerWindow(QWidget):
    """Show the trainer's pages; locking them leads to the door, leaving the door closes the window."""

    def __init__(self, app: App, lang: str = "", px_per_mm: float | None = None) -> None:
        super().__init__()
        self.setObjectName("trainerWindow")
        self.app = app
        self.lang = lang or app.settings.language
        self.px_per_mm = px_per_mm
        self._player: Player | None = None
        self.setMinimumSize(LEAST)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            rtl = i18n.is_rtl(self.lang)
            application.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        wording = app.wording(self.lang)
        self.setWindowTitle(wording.shown(NAME))
        self.pages = TrainerPages(app, wording, self._metrics(), self)
        self.ring = FocusRing(self)
        self.ring.watch()
        self.pages.closed.connect(self._closed)
        self.pages.chimeRequested.connect(self.chime)

    def chime(self) -> None:
        """Sound softly; without a loudspeaker the board alone tells."""
        from elder_tutor.speech.chime import chime
        from elder_tutor.speech.player import Player

        with contextlib.suppress(KnownError):
            self._player = self._player or Player()
            self._player.volume = self.app.settings.volume
            self._player.play(chime())

    def put_away(self) -> None:
        """Give the loudspeaker back."""
        if self._player is not None:
            self._player.close()

    def _closed(self) -> None:
        if self.pages.present is self.pages.pin:
            self.close()
        else:
            self.pages.show_page("trainer")

    def _metrics(self) -> theme.Metrics:
        colours = theme.DARK if self.app.settings.theme == "dark" else theme.LIGHT
        return theme.metrics(self.width(), self.height(), 1, self.lang, self.px_per_mm, colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the whole window."""
        self.pages.setGeometry(self.rect())
        self.ring.setGeometry(self.rect())
        self.ring.apply(self._metrics())
        self.ring.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the pages."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the program with its window."""
        event.accept()
        QCoreApplication.quit()


def open_trainer(data: Path | None = None, lang: str = "", window: tuple[int, int] | None = None) -> int:
    """Open the trainer's pages on the second screen, where there is one; answer the exit code.

    Raises KnownError when the data folder cannot be used.
    """
    from elder_tutor.app import build

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with contextlib.closing(build(data)) as app:
        qt = qt_application()
        screen = second_screen()
        QLocale.setDefault(QLocale(i18n.language(lang or app.settings.language).locale))
        shown = TrainerWindow(app, lang, scale_of(screen, window, app.settings.screens))
        with Excepthook(lambda: shown.pages.show_page("trainer")):
            _show(shown, screen, window)
            code = qt.exec()
        shown.put_away()
        shown.pages.deleteLater()
    return code


def second_screen() -> QScreen:
    """Answer another screen than the learners', or the only one."""
    first = QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen is not first), first)


def _show(shown: TrainerWindow, screen: QScreen, size: tuple[int, int] | None) -> None:
    shown.setScreen(screen)
    if size is not None:
        shown.setGeometry(screen.geometry().left(), screen.geometry().top(), *size)
        shown.show()
    else:
        shown.setGeometry(screen.availableGeometry())
        shown.showMaximized()
