"""The rooms of the cards: one learner's card, the three pictures, the photo, and the sheets to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from elder_tutor.progress.keys import Keys
from elder_tutor.progress.names import LONGEST_NAME, tidied
from elder_tutor.progress.people import Learner
from elder_tutor.progress.staff import Act
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.paper.sign_in_cards import CENTRE_NAME, centre_name
from elder_tutor.ui.trainer.editor import Task
from elder_tutor.ui.trainer.editor_card import CardPage
from elder_tutor.ui.trainer.editor_photo import ENDINGS, PhotoPage
from elder_tutor.ui.trainer.editor_symbols import SymbolsPage
from elder_tutor.ui.trainer.group_chooser import Option
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.people_cards import CENTRE, FOR_ALL, WHOM, SignInCardsPage
from elder_tutor.ui.trainer.people_files import FileChooser

if TYPE_CHECKING:
    from elder_tutor.ui.trainer.group_rooms import Rooms

LOST_ASK: Final = phrase("Replace the card of {learner}?")
LOST_WHAT: Final = phrase("The lost card opens nothing any more. A new one has to be printed.")
LOST_YES: Final = phrase("Yes, replace")
WRITE_CENTRE: Final = phrase("Write the name that stands on the cards. Without one there is none.")
NO_FILE: Final = phrase("No file was found")
CARD: Final = "trainer-card"
SYMBOLS: Final = "trainer-symbols"
PHOTO: Final = "trainer-photo"
SIGN_IN_CARDS: Final = "trainer-sign-in-cards"
NAMES: Final = (CARD, SYMBOLS, PHOTO, SIGN_IN_CARDS)


class CardRooms:
    """Wire the pages of the cards to the rooms they stand in."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms, self.pages, self.desk = rooms, rooms.pages, rooms.desk
        self.card = CardPage(self.desk, self.pages)
        self.symbols = SymbolsPage(self.desk, self.pages)
        self.photo = PhotoPage(self.desk, self.pages)
        self.sheets = SignInCardsPage(self.desk, self.pages)
        self.files = FileChooser(rooms.chooser, self._no_file, rooms)
        self._from_card = False
        self.named: dict[str, AskingPage] = dict(
            zip(NAMES, (self.card, self.symbols, self.photo, self.sheets), strict=True)
        )

    def connect_all(self) -> None:
        """Wire everything once the shell has its pages."""
        people, show = self.pages.people, self.rooms.show
        people.cardRequested.connect(self.open_card)
        people.printRequested.connect(lambda: self.open_sheets())
        self.card.backRequested.connect(lambda: show(people))
        self.card.kept.connect(self._card_kept)
        self.card.renameRequested.connect(self._rename)
        self.card.symbolsRequested.connect(lambda who: self._open(self.symbols, who))
        self.card.photoRequested.connect(lambda who: self._open(self.photo, who))
        self.card.printRequested.connect(self.open_sheets)
        self.card.renewRequested.connect(self._renew)
        for page in (self.symbols, self.photo):
            page.backRequested.connect(lambda who: show(self.card))
            page.kept.connect(lambda who: show(self.card))
        self.photo.kept.connect(lambda who: self.pages.peopleChanged.emit())
        self.photo.fileRequested.connect(self._choose_photo)
        self.photo.putAway.connect(self.files.forget)
        self.sheets.backRequested.connect(lambda: show(self.card if self._from_card else people))
        self.sheets.whomRequested.connect(self._choose_whom)
        self.sheets.centreRequested.connect(self._write_centre)

    def open_card(self, learner_id: str) -> None:
        """Show one learner's card."""
        self._open(self.card, learner_id)

    def open_sheets(self, learner_id: str = "") -> None:
        """Show the sheets for one learner, or for everybody."""
        self._from_card = bool(learner_id)
        self.sheets.begin(learner_id)
        self.rooms.show(self.sheets)

    def _open(self, page: CardPage | SymbolsPage | PhotoPage, learner_id: str) -> None:
        page.begin(learner_id)
        self.rooms.show(page)

    def _card_kept(self) -> None:
        self.pages.peopleChanged.emit()
        self.rooms.show(self.pages.people)

    def _rename(self, learner_id: str) -> None:
        """Write another name and come back to the card."""
        editor, back = self.pages.editor, self.rooms.back_to(self.card)
        self.pages.edit(learner_id)

        def done() -> None:
            self.pages.peopleChanged.emit()
            back()

        editor.task = editor.leading(done, back)

    def _renew(self, learner: Learner) -> None:
        def go() -> None:
            self.desk.may.require(Act.HAND_OUT)
            Keys(self.desk.app.store).renew(learner.id, self.desk.who)
            self.open_sheets(learner.id)

        self.rooms.sure(phrase(LOST_ASK.key, learner=learner.name), LOST_WHAT, LOST_YES, go, self.card)

    def _choose_photo(self, title: Phrase, then: Callable[..., None]) -> None:
        self.files.ask(title, ENDINGS, self.desk.app.clock().tzinfo, then, look=True)

    def _no_file(self, words: Phrase) -> None:
        self.pages.dialog.ask(NO_FILE, words)

    def _choose_whom(self) -> None:
        sight = self.sheets.sight
        if sight is None:
            return
        options = [
            Option("all", self.rooms.words(FOR_ALL), "line/people"),
            *(Option(f"group {one.id}", one.name, picture=one.picture) for one in sight.groups),
            *(Option(f"one {one.id}", one.name, picture=one.picture) for one in self.desk.learners()),
        ]

        def chosen(keys: tuple[str, ...]) -> None:
            kind, _, key = keys[0].partition(" ")
            self.sheets.begin(key if kind == "one" else "", key if kind == "group" else "")
            self.rooms.show(self.sheets)

        now = f"one {self.sheets.learner_id}" if self.sheets.learner_id else f"group {self.sheets.group_id}"
        self.rooms.chooser.ask(WHOM, options, (now if now != "group " else "all",), chosen)

    def _write_centre(self) -> None:
        back = self.rooms.back_to(self.sheets)

        def keep(name: str, picture: str) -> None:
            self.desk.may.require(Act.MACHINE)
            self.desk.app.keep_settings({CENTRE_NAME: tidied(name)[:LONGEST_NAME]})

        self.rooms.write(Task(CENTRE, WRITE_CENTRE, centre_name(self.desk.app), None, keep, back, back))
