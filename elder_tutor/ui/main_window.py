"""The one window: pages on a stack, the settings sheet and the focus ring above them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor import i18n
from elder_tutor.errors import ElderTutorError
from elder_tutor.settings import Settings
from elder_tutor.text.phrase import Fill, Phrase, phrase, with_values
from elder_tutor.ui import theme
from elder_tutor.ui.echo import Echo
from elder_tutor.ui.pages.page import Page
from elder_tutor.ui.touching.ground import Feel, Ground
from elder_tutor.ui.voice import Voice
from elder_tutor.ui.widgets.focus_ring import FocusRing
from elder_tutor.ui.widgets.tolerance import Tolerance, TolerantButton

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.text.line import Line
    from elder_tutor.ui.pages.calm import CalmPage
    from elder_tutor.ui.touching.fingers import Fingers
    from elder_tutor.ui.widgets.sheet import Sheet

LEAST: Final = QSize(640, 480)
NOT_ON_THE_PAGE: Final = 1_000_000
TOUCHES_AFTER_MS: Final = 150
"""The first page stands before what tells fingers from palms is loaded; until then Qt takes touches."""
P = TypeVar("P", bound=Page)
_log = logging.getLogger(__name__)


class MainWindow(Ground):
    """Show one page at a time in the person's language and size; nothing here knows lessons.

    ``px_per_mm`` is that of the real screen (None: the reference screens of DESIGN 7).
    ``firstPainted`` comes once; ``missed`` tells of a touch without a target near it.
    """

    firstPainted = Signal()
    dressed = Signal()
    used = Signal(object)
    trainerClosed = Signal()
    settingsKept = Signal()
    sheetMade = Signal(object)
    pageShown = Signal(object)
    listenRequested = Signal()
    readerToggled = Signal()
    namingToggled = Signal()
    reached = Signal(object)
    measureRequested = Signal()

    def __init__(self, app: App, voice: Voice, px_per_mm: float | None = None, kiosk: bool = False) -> None:
        super().__init__()
        self.setObjectName("window")
        self.app, self.voice = app, voice
        self.px_per_mm, self.kiosk = px_per_mm, kiosk
        self.settings: Settings = app.settings
        self.current: Page | None = None
        self.said_before = 0
        """How many sentences are said before those that stand on the page."""
        self.named_first: tuple[Line, ...] = ()
        """The name of what was touched: it is said before anything else."""
        self.listening = False
        """Whether the next touch is heard instead of done."""
        self.veiled = False
        """Whether something of the kiosk lies above the page and shows itself what is said."""
        self.urgent = False
        """Whether what is said now may interrupt a screen reader."""
        self.by_keys = False
        """Whether a keyboard, and not a finger, brought the focus where it is: then it must always show."""
        self.reader_there = False
        """Whether a screen reader runs on this machine: it speaks, whoever is here."""
        self.reader_found = False
        """Whether one has told that it runs; ``reader_there`` follows until somebody says otherwise."""
        self.asks_pin = False
        """Whether the kiosk's own door lies above the page: what a scanner types is no PIN."""
        self._pages: dict[type[Page], Page] = {}
        self._wordings: dict[tuple[str, str, str], Echo] = {}
        self._painted = False
        self._trainer: Any = None
        self._after_calm: Callable[[], None] = lambda: None
        self.setMinimumSize(LEAST)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # a page always covers it
        self._sheet: Sheet | None = None
        self.ring = FocusRing(self)
        self._fingers: Fingers | None = None
        self._connect()

    # --- what holds now ------------------------------------------------------------

    @property
    def metrics(self) -> theme.Metrics:
        """Answer the sizes of the window for the person's size and language."""
        colours = theme.DARK if self.settings.theme == "dark" else theme.LIGHT
        held = self.settings
        following = i18n.next_language(held.language, held.languages)
        return theme.metrics(
            self.width(), self.height(), held.size, held.language, self.px_per_mm, colours, following
        )

    @property
    def wording(self) -> Echo:
        """Answer the words of the person's language."""
        key = (self.settings.language, self.settings.digits, self.app.settings.region)
        if key not in self._wordings:
            self._wordings[key] = Echo(self.app.wording(key[0], key[1]))
        return self._wordings[key]

    @property
    def tolerance(self) -> Tolerance:
        """Answer how forgiving touches are for this person."""
        held = self.settings
        return Tolerance(held.release_mm, held.snap_mm, held.repeat_ms, held.key_repeat_ms)

    def use(self, settings: Settings) -> None:
        """Take another person's settings, or changed ones; everything follows at once."""
        if self.reader_there:
            settings = settings.with_changes(screen_reader=True)
        self.settings = settings
        self.voice.set_silent(not settings.sound or settings.screen_reader)
        self.voice.set_voice(settings.voice)
        self.used.emit(settings)
        self.voice.set_rate(settings.wpm(settings.language), settings.language)
        self.voice.set_volume(settings.volume)
        self.dress()

    def dress(self) -> None:
        """Give the page that shows its sizes and words again."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            rtl = i18n.is_rtl(self.settings.language)
            application.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
            )
        self.setWindowTitle(self.wording.shown(phrase("Elder Tutor")))
        metrics = self.metrics
        if self.current is not None:
            self._dress_page(self.current, metrics)
        if self.sheet_open:
            self.sheet.render_settings(self.settings, self.wording, metrics)
            self._forgive(self.sheet)
        self.ring.setGeometry(self.rect())
        self.ring.apply(metrics)
        if self._trainer is not None:
            self._trainer.setGeometry(self.rect())
        self.dressed.emit()

    # --- pages -----------------------------------------------------------------------

    def page(self, kind: type[P]) -> P:
        """Answer the page of a kind; it is made when it is first needed."""
        if kind not in self._pages:
            made = cast("Callable[[QWidget], P]", kind)(self)
            made.hide()
            made.sayRequested.connect(self.say)
            made.listenRequested.connect(self.listenRequested)
            self._pages[kind] = made
        found = self._pages[kind]
        assert isinstance(found, kind)
        return found

    def has(self, kind: type[Page]) -> bool:
        """Tell whether the page of a kind was made."""
        return kind in self._pages

    def drop_pages(self, keep: Sequence[type[Page]]) -> None:
        """Put pages away for good, with all that was written on them; the next one makes its own."""
        self._after_calm = lambda: None
        for kind in [each for each in self._pages if each not in keep]:
            page = self._pages.pop(kind)
            if page is self.current:
                self.current = None
            page.hide()
            page.setParent(None)
            page.deleteLater()
        if self._sheet is not None:
            self._sheet.setParent(None)
            self._sheet.deleteLater()
            self._sheet = None

    def show_page(self, page: Page, greet: bool = True) -> None:
        """Bring a page to the front and let it greet."""
        self.voice.stop()
        before, self.current = self.current, page
        self._dress_page(page, self.metrics)
        page.show()
        page.raise_()
        self.ring.raise_()
        self._focus(page)
        if before is not None and before is not page:
            before.hide()
        if self.sheet_open:
            self.sheet.raise_()
        self.pageShown.emit(page)
        if greet:
            self.say(page.greeting())

    def _focus(self, page: Page) -> None:
        first = page.first_control() if self.settings.screen_reader or self.by_keys else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            # Not a Tab press: the focus of a page that goes away must not wander to a button by itself.
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def refocus(self) -> None:
        """Give the keyboard a place again where what it was on is gone."""
        held = self.focusWidget()
        lost = held is None or held in (self, self.current) or not held.isVisibleTo(self)
        if lost and self.current is not None and not self.sheet_open and self._trainer is None:
            self._focus(self.current)

    def _dress_page(self, page: Page, metrics: theme.Metrics) -> None:
        page.setGeometry(self.rect())
        if hasattr(page, "tolerance"):
            page.tolerance = self.tolerance
        page.dress(metrics, self.wording)
        self._forgive(page)

    def _forgive(self, root: QWidget) -> None:
        for button in root.findChildren(TolerantButton):
            typing = button.repeat_ms == button.tolerance.typing_ms
            button.touch(self.tolerance, self.metrics.px_per_mm, typing)

    # --- speaking --------------------------------------------------------------------

    def lines(self, phrases: Sequence[Phrase]) -> tuple[Line, ...]:
        """Answer the sentences of phrases in the person's language."""
        return tuple(part for each in phrases for part in self.wording.line(each).sentences())

    def say(self, phrases: Sequence[Phrase], urgent: bool = False) -> None:
        """Speak phrases instead of what is being said; trouble and hints are urgent."""
        stands = self.current is not None and tuple(phrases) == self.current.greeting()
        self.say_lines(self.lines(phrases), 0 if stands else NOT_ON_THE_PAGE, urgent)

    def say_lines(self, lines: Sequence[Line], before: int = NOT_ON_THE_PAGE, urgent: bool = False) -> None:
        """Speak lines, the first ``before`` of which do not stand on the page: a caption shows them."""
        named, self.named_first = self.named_first, ()
        self.said_before, self.urgent = before + len(named), urgent
        self.voice.say((*named, *lines))

    def forget(self) -> None:
        """Keep nothing in memory of what was said or shown to the person before."""
        self.voice.forget()
        for wording in self._wordings.values():
            wording.forget_shown()

    # --- trouble ---------------------------------------------------------------------

    def show_trouble(
        self, error: ElderTutorError, after: Callable[[], None], button: Phrase | None = None
    ) -> None:
        """Show known trouble as one calm sentence; its button goes on with ``after``."""
        _log.warning("Known trouble: %s", error)
        facts: dict[str, Fill] = {
            name: value if isinstance(value, int) else str(value) for name, value in error.facts.items()
        }
        self.show_calm(with_values(phrase(error.message), facts), after, button)

    def show_calm(
        self, sentence: Phrase | None, after: Callable[[], None], button: Phrase | None = None
    ) -> None:
        """Show one calm sentence with one button; without a sentence it tells of a fault of ours."""
        page = self._calm()
        self._after_calm = after
        page.render_trouble(sentence, button)
        self.show_page(page, greet=False)
        self.say(page.greeting(), urgent=True)

    def show_bug(self, after: Callable[[], None]) -> None:
        """Show that something of ours did not work."""
        self.show_calm(None, after)

    def _calm(self) -> CalmPage:
        from elder_tutor.ui.pages.calm import CalmPage

        made = self.has(CalmPage)
        page = self.page(CalmPage)
        if not made:
            page.answered.connect(self._calm_answered)
        return page

    def _calm_answered(self) -> None:
        after, self._after_calm = self._after_calm, lambda: None
        after()

    # --- the sheet and the trainer ----------------------------------------------------

    def open_sheet(self) -> None:
        """Open «ضبط»."""
        self.voice.stop()
        self.sheet.open(self.settings, self.wording, self.metrics)
        self._forgive(self.sheet)
        self.ring.raise_()

    @property
    def sheet(self) -> Sheet:
        """Answer «ضبط»; it is made when it is first needed."""
        from elder_tutor.ui.widgets.sheet import Sheet

        if self._sheet is None:
            self._sheet = Sheet(self)
            self.sheetMade.emit(self._sheet)
        return self._sheet

    @property
    def sheet_open(self) -> bool:
        """Tell whether «ضبط» stands above the page."""
        return self._sheet is not None and self._sheet.isVisible()

    @property
    def aside(self) -> bool:
        """Tell whether a page of settings or fitting stands in front of what is gone back to."""
        return bool(getattr(self.current, "aside", False))

    @property
    def covered(self) -> bool:
        """Tell whether the trainer's pages lie above everything else, or a touch is waited for."""
        return self._trainer is not None or self.listening or self.veiled

    def open_trainer(self) -> None:
        """Open the trainer's pages; they come from their own room, loaded when first needed."""
        from elder_tutor.ui.trainer.pages import TrainerPages

        self.voice.stop()
        self.close_trainer()
        self._trainer = TrainerPages(self.app, self.wording, self.metrics)
        self._trainer.setParent(self)
        self._trainer.setGeometry(self.rect())
        self._trainer.closed.connect(self.close_trainer)
        self._trainer.settingsKept.connect(self.settingsKept)
        self._trainer.chimeRequested.connect(self.voice.chime)
        self._trainer.machine.can_measure = True
        self._trainer.machine.measureRequested.connect(self.measureRequested)
        self._trainer.show()
        self._trainer.raise_()
        self.ring.raise_()

    def close_sheet(self) -> None:
        """Put «ضبط» away without going on with what waits below."""
        if self._sheet is not None:
            self._sheet.hide()

    @property
    def trainer_open(self) -> bool:
        """Tell whether the trainer's pages lie above the page."""
        return self._trainer is not None

    def close_trainer(self) -> None:
        """Put the trainer's pages away and show the page below again."""
        if self._trainer is not None:
            self._trainer.hide()
            self._trainer.setParent(None)
            self._trainer.deleteLater()
            self._trainer = None
            self.trainerClosed.emit()

    # --- Qt ---------------------------------------------------------------------------

    def _connect(self) -> None:
        # A key that every page lets through, for somebody who cannot see the settings.
        QShortcut(QKeySequence(Qt.Key.Key_F9), self).activated.connect(self.readerToggled)
        QShortcut(QKeySequence(Qt.Key.Key_F8), self).activated.connect(self.namingToggled)
        self.voice.wordSpoken.connect(self._word_spoken)
        self.voice.finished.connect(self._voice_finished)
        self.ring.watch()

    def _word_spoken(self, line: int, word: int) -> None:
        show = getattr(self.current, "show_word", None)
        if show is not None and line >= self.said_before:
            show(line - self.said_before, word)

    def _voice_finished(self) -> None:
        rest = getattr(self.current, "show_rest", None)
        if rest is not None:
            rest()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through what stands on top in the order of reading, and never below it."""
        held = self.focusWidget()
        if held is not None and not self.by_keys and not (held.isVisibleTo(self) and held.isEnabledTo(self)):
            # Nobody pressed Tab: Qt asks since what a finger touched went away. No button gets a ring.
            front = self._trainer or (self._sheet if self.sheet_open else None) or self.current or self
            front.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        from elder_tutor.ui.access import tabbing

        return tabbing.step(self, forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for the new size."""
        self.dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first page stands."""
        if not self._painted:
            self._painted = True
            self.firstPainted.emit()
            QTimer.singleShot(TOUCHES_AFTER_MS, self, self.watch_touches)

    def feel(self) -> Feel:
        """Answer how touches are taken that no page took."""
        return Feel(self.tolerance, self.metrics.px_per_mm)

    def watch_touches(self) -> None:
        """Make one finger of all that touch screen and mice tell, from now on."""
        from elder_tutor.ui.touching.fingers import Fingers

        if self._fingers is None:
            self._fingers = Fingers(self)
        self._fingers.watch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that would leave the kiosk without effect."""
        event.accept() if self.kiosk else super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open in a kiosk; the trainer leaves through the trainer's page."""
        if self.kiosk:
            event.ignore()
        else:
            self.voice.stop()
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Fall silent when the window is put away."""
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.voice.stop()
        super().changeEvent(event)
