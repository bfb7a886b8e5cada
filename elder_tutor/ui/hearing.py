"""How a page is heard: captions for what stands nowhere, «Listen», and a screen reader instead of us."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from elder_tutor.text.phrase import phrase
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.widgets.tolerance import TolerantButton

if TYPE_CHECKING:
    from elder_tutor.text.line import Line
    from elder_tutor.ui.access.announcer import Announcer
    from elder_tutor.ui.listening import Listening
    from elder_tutor.ui.pages.page import Page
    from elder_tutor.ui.widgets.caption import Caption
    from elder_tutor.ui.widgets.lip_button import LipButton

TOUCH: Final = phrase("Touch what you want to hear.")
KEYS: Final = phrase("Tab reads on. Enter ends it.")
NOTHING: Final = phrase("There is nothing here.")


class Hearing(QObject):
    """Stand between voice and window.

    ``begun`` tells that a touch is waited for that is heard and not done, ``over`` that what
    was asked for is said, or that nobody wants it any more.
    """

    begun = Signal()
    over = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.voice = window, window.voice
        self._caption: Caption | None = None
        self._glass: Listening | None = None
        self._announcer: Announcer | None = None
        self._button: LipButton | None = None
        self._answering = False
        self._lines: tuple[Line, ...] = ()
        voice = self.voice
        voice.asked.connect(self._asked)
        voice.wordSpoken.connect(self._word_spoken)
        voice.finished.connect(self._silent)
        voice.stopped.connect(self._silent)
        window.pageShown.connect(self._page_shown)
        window.dressed.connect(self._dressed)
        window.listenRequested.connect(self._listen_on_page)
        window.sheetMade.connect(lambda sheet: sheet.listenRequested.connect(self._listen_on_sheet))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    # --- captions ------------------------------------------------------------------

    @property
    def caption(self) -> Caption:
        """Answer the card for what is said and stands nowhere; made when it is first needed."""
        from elder_tutor.ui.widgets.caption import Caption

        if self._caption is None:
            self._caption = Caption(self.window)
        return self._caption

    def _asked(self, lines: Sequence[Line]) -> None:
        self._lines = tuple(lines)
        if self.window.settings.screen_reader and lines:
            self.announcer.tell(" ".join(line.shown for line in lines), self.window.urgent)

    def _word_spoken(self, line: int, word: int) -> None:
        away = self._away
        if line >= len(away):
            self._hide_caption()
            return
        if self.caption.lines != away:
            self.caption.show_lines(away, self._place(), self.window.metrics)
            if self._glass is not None:
                self._glass.raise_()  # the ring lies above the words
        self.caption.show_word(line, word)

    def forget(self) -> None:
        """Wait for no touch any more, and keep nothing of what was said."""
        if self._glass is not None:
            self._glass.cancel()
        self._lines, self._answering, self._button = (), False, None
        if self._caption is not None:
            self._caption.hide()
            self._caption.setParent(None)
            self._caption.deleteLater()
            self._caption = None

    @property
    def _away(self) -> tuple[Line, ...]:
        """Answer what is said and does not stand on the page."""
        if self.window.veiled:
            return ()
        stands = self.window.sheet_open or hasattr(self.window.current, "show_word")
        return self._lines[: self.window.said_before] if stands else self._lines

    def _place(self) -> QRect:
        if self.window.sheet_open:
            return self.window.sheet.caption()
        page = self.window.current
        return page.caption() if page is not None else self.window.rect()

    def _dressed(self) -> None:
        caption = self._caption
        if caption is not None and caption.lines:
            caption.show_lines(caption.lines, self._place(), self.window.metrics)

    def _hide_caption(self) -> None:
        if self._caption is not None:
            self._caption.hide()

    def _silent(self) -> None:
        self._hide_caption()
        if self._glass is not None and not self._glass.waiting:
            self._glass.unring()
        if self._answering:
            self._answering = False
            # After everybody else has heard that the voice has ended.
            QTimer.singleShot(0, self, self.over.emit)

    # --- a touch that is heard -------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Tell whether the next touch is heard instead of done."""
        return self._glass is not None and self._glass.waiting

    def _listen_on_page(self) -> None:
        if self.window.current is not None:
            self._listen(self.window.current, self.window.current.listen)

    def _listen_on_sheet(self) -> None:
        self._listen(self.window.sheet, self.window.sheet.listen)

    def _listen(self, root: QWidget, button: LipButton) -> None:
        from elder_tutor.ui.listening import Listening

        if self._glass is None:
            self._glass = Listening(self.window)
            self._glass.touched.connect(self._touched)
            self._glass.ended.connect(self._ended)
        window = self.window
        window.voice.stop()
        rest = getattr(window.current, "show_rest", None)
        if rest is not None:
            rest()
        self.begun.emit()
        button.set_chosen(True)
        window.listening = True
        self._button = button
        reach = window.settings.snap_mm * window.metrics.px_per_mm
        self._glass.begin(root, button, window.metrics, reach, button.by_keys)
        window.say((KEYS if button.by_keys else TOUCH,))

    def _touched(self, widget: QWidget | None) -> None:
        from elder_tutor.ui.things import lines_of

        echo = self.window.wording
        lines = lines_of(widget, echo) if widget is not None else ()
        assert self._glass is not None
        ring = self._glass.ring
        self.window.say_lines(lines or self.window.lines((NOTHING,)))
        # What was asked to be silent before has taken its ring along.
        self._glass.ring = ring
        self._glass.show()
        self._answering = not self._glass.waiting

    def _ended(self) -> None:
        self.window.listening = False
        if self._button is not None:
            self._button.set_chosen(False)
            self._button = None
        self.voice.stop()
        QTimer.singleShot(0, self, self._perhaps_over)

    def _perhaps_over(self) -> None:
        if not self._answering and not self.waiting:
            self.over.emit()

    # --- a screen reader -------------------------------------------------------------

    @property
    def announcer(self) -> Announcer:
        """Answer what speaks to the screen reader; made when it is first needed."""
        from elder_tutor.ui.access.announcer import Announcer

        if self._announcer is None:
            self._announcer = Announcer(self.window)
        return self._announcer

    def _page_shown(self, page: Page) -> None:
        if self._glass is not None:
            self._glass.cancel()
        page.setAccessibleName(self.window.wording.shown(page.named()))
        self.announce_page(page)

    def announce_page(self, page: Page) -> None:
        """Tell a screen reader what page stands in front now."""
        if self.window.settings.screen_reader:
            self.announcer.tell(self.window.wording.shown(page.named()))

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, TolerantButton) and not now.by_keys and now.underMouse():
            self.window.by_keys = False
        if now is None and self.window.settings.screen_reader and self.window.isActiveWindow():
            QTimer.singleShot(0, self, self.window.refocus)
