"""Leave nothing of a person behind for the next one (DESIGN 11)."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache

from elder_tutor.ui.pages.sign_in import SignInPage

if TYPE_CHECKING:
    from elder_tutor.ui.journey import Journey

KEEPS: Final = ("elder_tutor.ui.", "elder_tutor.text.")


def clean(journey: Journey) -> None:
    """Sign out whoever is here, put the centre's own settings back, and forget all that was shown or said.

    What was learned is kept: the lesson is found at the same step. Afterwards the welcome page stands.
    """
    window = journey.window
    journey.hearing.forget()
    window.close_trainer()
    window.close_sheet()
    journey.classroom.close()
    journey.leave()
    wipe(journey)


def wipe(journey: Journey) -> None:
    """Put away for good what lies behind the welcome page, which stands: pages, clipboard, caches."""
    window = journey.window
    journey.classroom.forget()
    window.drop_pages(keep=(SignInPage,))
    journey.forget()
    window.by_keys, window.named_first = False, ()
    empty_clipboard(QGuiApplication.clipboard())
    _empty_caches()
    gc.collect()


def empty_clipboard(clipboard: QClipboard) -> None:
    """Take away what was copied, and where the system has it what was marked, with half-written letters."""
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.reset()


def _empty_caches() -> None:
    """Forget texts that were laid out, and pictures of people.

    Whatever the rooms of window and text keep from call to call goes, so that a new cache is never missed.
    """
    QPixmapCache.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith(KEEPS):
            for each in vars(module).values():
                forget = getattr(each, "cache_clear", None)
                if callable(forget):
                    forget()
