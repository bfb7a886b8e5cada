"""The way in without reading: group, picture, three symbols, what may be kept; or a printed card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton

from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.door.visitors import Visitors
from elder_tutor.ui.main_window import MainWindow
from elder_tutor.ui.pages.sign_in import SignInPage

if TYPE_CHECKING:
    from datetime import date

    from elder_tutor.progress.people import Learner
    from elder_tutor.ui.door.guesses import Guesses
    from elder_tutor.ui.door.keyhole import Keyhole
    from elder_tutor.ui.door.scanning import Scanning
    from elder_tutor.ui.pages.consent import ConsentPage
    from elder_tutor.ui.pages.sign_in_state import Welcome
    from elder_tutor.ui.pages.symbols import SymbolsPage

HOME: Final = "home"
CARDS_AFTER_MS: Final = 300
"""The first page stands and can be touched before what reads printed cards is loaded."""
UNKNOWN_CARD: Final = phrase("This card opens nothing here. Tap your picture, please.")
CARD_LATER: Final = phrase("A card is read on the first page. Tap “Leave” first.")
CARD_ELSEWHERE: Final = phrase("A card is read later, on the first page.")

T = TypeVar("T")


class Doorway(QObject):
    """Let people in.

    ``begin`` is called with the learner who is in, or None for a guest; ``dress_for`` gives the
    window the settings of a learner, ``troubled`` shows known trouble. ``welcomed`` tells of a
    learner who has just agreed to what is kept, after they are in.
    """

    welcomed = Signal(object)
    leaveRequested = Signal()
    languageRequested = Signal()
    settingsRequested = Signal()
    trainerRequested = Signal()
    familyRequested = Signal()

    def __init__(
        self, window: MainWindow, begin: Callable[[Learner | None], None],
        dress_for: Callable[[Learner], None], troubled: Callable[[KnownError], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.window, self.app = window, window.app
        self.asked: Learner | None = None
        """Who is at the door and not yet in."""
        self._let_in, self._dress_for, self._troubled = begin, dress_for, troubled
        self._visitors = Visitors(window.app)
        self._keyhole: Keyhole | None = None
        self._guesses: Guesses | None = None
        self._scanning: Scanning | None = None
        window.firstPainted.connect(lambda: QTimer.singleShot(CARDS_AFTER_MS, self, self.watch_for_cards))

    # --- the welcome page ----------------------------------------------------------------

    def open(self) -> None:
        """Show the welcome page: today's group where there are groups."""
        self.forget()
        page = self._sign_in_page()
        page.at_home = self.app.settings.place == HOME
        page.render_state(self._visitors.begin(self._today))
        self.window.show_page(page)

    def forget(self) -> None:
        """Keep nothing of who stood at the door: not what was chosen, not what is being judged or read."""
        self.asked = None
        if self._keyhole is not None:
            self._keyhole.forget()
        if self._scanning is not None:
            self._scanning.forget()

    def turn(self, by: int) -> None:
        """Turn to the next page of cards, after the last to the first; or go back."""
        self._stand(self._visitors.turned(self._sign_in_page().state, by, self._today))

    def choose_groups(self) -> None:
        """Let somebody find their group."""
        self._stand(self._visitors.groups(self._today))

    def choose_crowd(self, which: str) -> None:
        """Show the people of a group."""
        self._stand(self._visitors.choose(which))

    def _stand(self, state: Welcome) -> None:
        """Let other cards stand, and say whose they are."""
        page, held, reasons = self._sign_in_page(), self.window.focusWidget(), Qt.FocusReason
        turning = held in page.row()
        if turning or held in page.cards:  # a button that goes away would hand the keyboard to any other
            page.setFocus(reasons.OtherFocusReason)
        page.render_state(state)
        if turning and held is not None and held.isVisibleTo(page):
            held.setFocus(reasons.TabFocusReason if self.window.by_keys else reasons.OtherFocusReason)
        self.window.refocus()
        self.window.say((*(page.greeting() if state.crowds and not state.page else ()), *page.standing()))

    @property
    def _today(self) -> date:
        return self.app.today or self.app.clock().date()

    # --- who it is -------------------------------------------------------------------------

    def sign_in(self, learner_id: str) -> None:
        """Let a person in who touched their picture; where the centre wants it, after three symbols.

        Raises KnownError.
        """
        from elder_tutor.progress.keys import Keys

        learner = self.app.people.learner(learner_id)
        if self.app.settings.symbols and Keys(self.app.store).has(learner.id):
            self.ask_symbols(learner)
        else:
            self._admit(learner)

    def ask_symbols(self, learner: Learner) -> None:
        """Ask a person for their three symbols."""
        from elder_tutor.progress.keys import Keys

        self.asked = learner
        self._dress_for(learner)
        page = self._symbols_page()
        page.at_home = self.app.settings.place == HOME
        page.render_person(learner.name, picture_of(learner), learner.symbol, self._photo(learner))
        self.window.show_page(page)
        self._wait(max(self.guesses.wait(), Keys(self.app.store).wait(learner.id)))

    def _photo(self, learner: Learner) -> bytes | None:
        if not self.app.settings.photos:
            return None
        from elder_tutor.progress.photos import Photos

        return Photos(self.app.store).get(learner.id)

    def ask_consent(self, learner: Learner) -> None:
        """Ask a person what may be kept."""
        self.asked = learner
        self._dress_for(learner)
        page = self._consent_page()
        page.at_home = self.app.settings.place == HOME
        page.render_person(learner.name, picture_of(learner), learner.symbol, self._photo(learner))
        self.window.show_page(page)

    def consented(self, yes: bool) -> None:
        """Take the answer of the person who was asked; no leads to guest mode. Raises KnownError."""
        learner = self.asked
        if learner is not None and yes:
            self.app.people.consent(learner.id, True)
            learner = self.app.people.learner(learner.id)
            self._begin(learner)
            self.welcomed.emit(learner)
        elif learner is not None:
            self._begin(None)

    def _admit(self, learner: Learner) -> None:
        """Let somebody in who is who they say; the first time they are asked what may be kept."""
        if learner.consent is not None:
            self._begin(learner)
        else:
            self.ask_consent(learner)

    def _begin(self, learner: Learner | None) -> None:
        self.forget()
        self._let_in(learner)

    # --- three symbols ---------------------------------------------------------------------

    @property
    def guesses(self) -> Guesses:
        """Answer who counts the wrong tries of this place; it lives as long as the window."""
        from elder_tutor.ui.door.guesses import Guesses

        if self._guesses is None:
            self._guesses = Guesses()
        return self._guesses

    @property
    def keyhole(self) -> Keyhole:
        """Answer who judges three symbols; made when it is first needed."""
        from elder_tutor.ui.door.keyhole import Keyhole

        if self._keyhole is None:
            self._keyhole = Keyhole(self.app.store, self)
            self._keyhole.judged.connect(self._judged)
        return self._keyhole

    def _try(self, symbols: Sequence[str]) -> None:
        if self.asked is not None:
            self.keyhole.try_(self.asked.id, symbols)

    def _judged(self, trouble: KnownError | None) -> None:
        from elder_tutor.progress.keys import WrongSymbols

        learner, page = self.asked, self._symbols_page()
        if learner is None or self.window.current is not page:
            return
        if self.window.trainer_open or self.window.veiled:
            page.clear()  # nobody waits for it below what has been opened meanwhile
        elif trouble is None:
            self._guarded(self._admit, learner)
        elif isinstance(trouble, WrongSymbols):
            self.guesses.wrong()
            page.clear()
            if not self._wait(max(self.guesses.wait(), trouble.wait)):
                self.window.say((phrase(trouble.message),), urgent=True)
        else:
            page.clear()
            self._troubled(trouble)

    def _wait(self, seconds: int) -> bool:
        """Let the page wait; answer whether it does."""
        if seconds:
            page = self._symbols_page()
            if self.window.focusWidget() in page.tiles.values():
                page.setFocus(Qt.FocusReason.OtherFocusReason)  # the tiles go away
            page.wait(seconds)
            self.window.refocus()
            self.window.say(page.greeting(), urgent=True)
        return bool(seconds)

    # --- a printed card ----------------------------------------------------------------------

    def watch_for_cards(self) -> None:
        """Begin to read what a scanner types; the first page stands by now."""
        from elder_tutor.ui.door.scanning import Scanning

        if self._scanning is None:
            self._scanning = Scanning(self.window, self.at_the_door, self.read_card, self.refuse_card)
            self._scanning.watch()

    def at_the_door(self) -> bool:
        """Tell whether a card opens something now: nobody is in, and nothing lies above the door."""
        from elder_tutor.ui.pages.symbols import SymbolsPage

        window = self.window
        free = not (window.covered or window.sheet_open)
        return free and isinstance(window.current, SignInPage | SymbolsPage)

    def read_card(self, tickets: Sequence[str]) -> None:
        """Let in whose card was read, without symbols: the card is the key."""
        self._guarded(self._open_with, tickets)

    def _open_with(self, tickets: Sequence[str]) -> None:
        from elder_tutor.progress.keys import Keys

        keys = Keys(self.app.store)
        found = next((who for who in map(keys.whose, tickets) if who is not None), None)
        if found is None:
            self.window.say((UNKNOWN_CARD,), urgent=True)
        else:
            self._admit(self.app.people.learner(found))

    def refuse_card(self) -> None:
        """Say kindly that a card is not for here; a trainer at the desk needs no such advice."""
        if not self.window.trainer_open:
            self.window.say((CARD_LATER if self._can_leave() else CARD_ELSEWHERE,))

    def _can_leave(self) -> bool:
        """Tell whether «Leave» can be touched now."""
        page = self.window.current
        if page is None or self.window.sheet_open:
            return False
        buttons = page.findChildren(QAbstractButton)
        return any(one.objectName().endswith(".leave") and one.isVisible() for one in buttons)

    # --- pages and their wires -----------------------------------------------------------------

    def _guarded(self, do: Callable[[T], None], value: T) -> None:
        try:
            do(value)
        except KnownError as trouble:
            self._troubled(trouble)

    def _sign_in_page(self) -> SignInPage:
        made = self.window.has(SignInPage)
        page = self.window.page(SignInPage)
        if not made:
            page.personChosen.connect(lambda who: self._guarded(self.sign_in, who))
            page.crowdChosen.connect(lambda which: self._guarded(self.choose_crowd, which))
            page.turned.connect(lambda by: self._guarded(self.turn, by))
            page.groupsRequested.connect(lambda: self._guarded(lambda _: self.choose_groups(), None))
            page.guestChosen.connect(lambda: self._guarded(self._begin, None))
            page.languageRequested.connect(self.languageRequested)
            page.settingsRequested.connect(self.settingsRequested)
            page.trainerRequested.connect(self.trainerRequested)
            page.familyRequested.connect(self.familyRequested)
        return page

    def _symbols_page(self) -> SymbolsPage:
        from elder_tutor.ui.pages.symbols import SymbolsPage

        made = self.window.has(SymbolsPage)
        page = self.window.page(SymbolsPage)
        if not made:
            page.entered.connect(self._try)
            page.guestChosen.connect(lambda: self._guarded(self._begin, None))
            page.leaveRequested.connect(self.leaveRequested)
            page.trainerRequested.connect(self.trainerRequested)
            page.familyRequested.connect(self.familyRequested)
        return page

    def _consent_page(self) -> ConsentPage:
        from elder_tutor.ui.pages.consent import ConsentPage

        made = self.window.has(ConsentPage)
        page = self.window.page(ConsentPage)
        if not made:
            page.answered.connect(lambda yes: self._guarded(self.consented, yes))
            page.leaveRequested.connect(self.leaveRequested)
        return page


def picture_of(learner: Learner) -> str:
    """Answer the drawing that stands for a learner."""
    return f"pictures/{learner.picture}"
