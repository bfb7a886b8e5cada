"""The welcome: everybody finds their own picture; a guest starts at once.

Six cards stand at a time: people of one group, or the groups themselves. Which ones, the doorway
says; the page turns nothing by itself.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.pages import sign_in_places
from elder_tutor.ui.pages.page import Page, card_shadow
from elder_tutor.ui.pages.sign_in_state import A_PAGE, WHICH_GROUP, Crowd, Person, Welcome
from elder_tutor.ui.widgets.card import Shadow
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton, Look
from elder_tutor.ui.widgets.person_card import PersonCard
from elder_tutor.ui.widgets.practice_picture import paint_practice
from elder_tutor.ui.widgets.tolerance import KIND

DESCRIBED_MS: Final = 250
"""The page stands and can be touched before its cards are put in words."""

GREETING: Final = phrase("Welcome! Tap your picture, or tap “Guest”.")
NOBODY: Final = phrase("Tap “Guest” to begin.")
FIRST_GREETING: Final = phrase("Welcome! Tap “Guest” to begin.")
GUEST_LINE: Final = phrase("Guest: try without a name")
OTHERS: Final = phrase("Other people")
TRAINER: Final = phrase("Trainer")
FAMILY: Final = phrase("Family")
HELP: Final = phrase("Tap the picture that is yours. If yours is not here, tap “Guest”.")
HELP_GROUP: Final = phrase("Tap the picture of your group. If you do not know it, tap “Everybody”.")


class SignInPage(Page):
    """Show six cards at a time.

    ``personChosen`` tells who, ``guestChosen`` that nobody in particular; ``crowdChosen`` whose
    people to show, ``turned`` the next (1) or the last (-1) page, ``groupsRequested`` all groups.
    """

    personChosen = Signal(str)
    crowdChosen = Signal(str)
    guestChosen = Signal()
    turned = Signal(int)
    groupsRequested = Signal()
    languageRequested = Signal()
    settingsRequested = Signal()
    trainerRequested = Signal()
    familyRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("signIn", parent)
        self.state = Welcome()
        self.at_home = False
        """In a home the family stands where the trainer stands in a centre."""
        self.tolerance = KIND
        self.title = Words("signIn.title", "title", True, parent=self)
        self.sub = Words("signIn.sub", "body", False, "ink2", self)
        self.count = Words("signIn.count", "label", True, "ink2", self)
        self.language = LanguageButton("signIn.language", self)
        self.cards: list[PersonCard] = []
        self.guest = LipButton("signIn.guest", Look.SECONDARY, "pictures/guest", parent=self)
        self.before = LipButton("signIn.before", Look.SECONDARY, "line/chevron", parent=self)
        self.others = LipButton("signIn.others", Look.SECONDARY, "line/people", parent=self)
        self.groups = LipButton("signIn.groups", Look.SECONDARY, "line/grid", parent=self)
        self.again = LipButton("signIn.again", Look.SECONDARY, "line/again", parent=self)
        self.help = LipButton("signIn.help", Look.SECONDARY, "line/help", parent=self)
        self.settings = LipButton("signIn.settings", Look.SECONDARY, "line/settings", parent=self)
        self.trainer = LipButton("signIn.trainer", Look.QUIET, "line/lock", parent=self)
        self.title.spacing = self.sub.spacing = self.count.spacing = 1.35
        self.guest.icon_size = 60
        for button in (self.guest, self.before, self.others, self.groups):
            button.role = "body"
        self.trainer.icon_size, self.trainer.lip, self.trainer.gap, self.trainer.pad = 30, 3, 10, 16
        self.trainer.weight_bold = False
        self._picture = QRectF()
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.setInterval(DESCRIBED_MS)
        self._describing.timeout.connect(self.describe)
        self._connect()

    def render_state(self, state: Welcome) -> None:
        """Show these cards."""
        self.state = state
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = [self._person(each) for each in state.people]
        self.cards += [self._crowd(each) for each in state.crowds]
        if self.metrics is not None:
            self.relayout()
            self.update()

    @property
    def first(self) -> int:
        """Answer the place of the first card among all that could stand here."""
        return self.state.page * A_PAGE

    def greeting(self) -> tuple[Phrase, ...]:
        """Greet by voice; where groups stand, ask for one's own."""
        state = self.state
        if state.crowds:
            return (state.title, state.line)
        welcome = GREETING if state.people else FIRST_GREETING
        return (welcome, state.notice) if state.notice else (welcome,)

    def standing(self) -> tuple[Phrase, ...]:
        """Answer the names on the cards, to be said."""
        people = tuple(phrase("{name}.", name=each.name) for each in self.state.people)
        return people or tuple(phrase("{name}.", name=each.name) for each in self.state.crowds)

    def named(self) -> Phrase:
        """Answer the title: on later pages whose people stand there, which is shorter than a greeting."""
        state = self.state
        if state.crowds or not state.page:
            return state.title
        return state.of.name if state.of is not None else OTHERS

    def caption(self) -> QRect:
        """Answer the place of title and second line."""
        return self.strip(self.title, self.sub)

    def relayout(self) -> None:
        """Write the words and place everything."""
        self._write()
        for label in (self.title, self.sub, self.count):
            label.apply(self.m)
        for button in (self.language, *self.cards, *self._lower()):
            button.apply(self.m)
        empty = not self.cards
        self.before.setVisible(self._leads_back)
        self.others.setVisible(self.state.pages > 1)
        self.groups.setVisible(self.state.grouped and not self.state.crowds)
        self.count.setVisible(self.state.pages > 1)
        self.guest.set_look(Look.PRIMARY if empty else Look.SECONDARY)
        self._picture = sign_in_places.place(self)
        order: list[QWidget] = [*self.cards, self.guest, self.before, self.others, self.groups, self.again]
        self.order([*order, self.help, self.settings, self.trainer, self.listen, self.language])

    def shadows(self) -> list[tuple[QRectF, float, Shadow]]:
        """Let the cards cast shadows."""
        shown = (card for card in self.cards if card.isVisibleTo(self))
        return [card_shadow(card, self.m, min(card.width() * 0.45 / self.m.unit, 130)) for card in shown]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; where nobody was added yet, the picture of practice."""
        super().paintEvent(event)
        if self.metrics is not None and not self.cards:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_practice(painter, self._picture, self.m, self.devicePixelRatioF())
            painter.end()

    # --- parts ---------------------------------------------------------------

    def _connect(self) -> None:
        self.language.clicked.connect(self.languageRequested)
        self.guest.clicked.connect(self.guestChosen)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.others.clicked.connect(lambda: self.turned.emit(1))
        self.groups.clicked.connect(self.groupsRequested)
        self.again.clicked.connect(lambda: self.sayRequested.emit(self.greeting()))
        self.help.clicked.connect(lambda: self.sayRequested.emit((self._help(),)))
        self.settings.clicked.connect(self.settingsRequested)
        self.trainer.clicked.connect(self._ask_for_more)

    def _ask_for_more(self) -> None:
        (self.familyRequested if self.at_home else self.trainerRequested).emit()

    def _help(self) -> Phrase:
        if not self.state.crowds:
            return HELP
        return HELP_GROUP if self.state.title == WHICH_GROUP else self.state.line

    def _person(self, person: Person) -> PersonCard:
        card = PersonCard(f"signIn.person.{person.id}", person.picture, self)
        card.render_words(person.name)
        card.render_card(person.symbol, person.photo)
        card.clicked.connect(lambda checked=False, who=person.id: self.personChosen.emit(who))
        return self._stand(card)

    def _crowd(self, crowd: Crowd) -> PersonCard:
        card = PersonCard(f"signIn.crowd.{crowd.id or 'everybody'}", crowd.picture, self)
        card.crowd = True
        card.clicked.connect(lambda checked=False, which=crowd.id: self.crowdChosen.emit(which))
        return self._stand(card)

    def _stand(self, card: PersonCard) -> PersonCard:
        card.tolerance = self.tolerance
        card.show()
        return card

    def _write(self) -> None:
        state = self.state
        self.title.render_words(self.shown(self.named()))
        self.sub.render_words(self.shown(state.notice or self._line()))
        self.count.render_words(self.shown(self._count()) if state.pages > 1 else "")
        self.language.render_language(self.m)
        pairs = (
            (self.guest, words.GUEST if self._crowded or self.m.folded else GUEST_LINE),
            (self.before, _before(state)),
            (self.others, phrase("Next") if state.crowds else OTHERS),
            (self.groups, phrase("Groups")),
            (self.again, words.SAY_AGAIN),
            (self.help, words.HELP),
            (self.settings, words.SETTINGS),
            (self.trainer, FAMILY if self.at_home else TRAINER),
        )
        for button, text in pairs:
            button.render_words(self.shown(text))
        self.before.set_glyph("line/chevron" if state.page else "line/back")
        self.before.flipped = bool(state.page)
        self.trainer.set_glyph("line/home" if self.at_home else "line/lock")
        self.others.set_glyph("line/chevron" if state.crowds else "line/people")
        for card, crowd in zip(self.cards, state.crowds, strict=False):
            card.render_words(self.shown(crowd.name))
        self._describing.start()

    def _line(self) -> Phrase:
        state = self.state
        if not self.cards:
            return NOBODY
        if state.of is not None and not state.crowds and not state.page:
            return phrase("{group}: tap your picture.", group=state.of.name)
        return state.line

    def _count(self) -> Phrase:
        at, pages = self.state.page + 1, self.state.pages
        if self.m.portrait:  # it stands in the row of the buttons
            return phrase("{step} of {steps}", step=at, steps=pages)
        return phrase("Page {step} of {steps}", step=at, steps=pages)

    @property
    def _leads_back(self) -> bool:
        return self.state.page > 0 or self.state.back

    @property
    def _crowded(self) -> bool:
        """Tell whether so many buttons stand beside the guest's that a short word leaves the cards room."""
        state = self.state
        return self._leads_back + (state.pages > 1) + (state.grouped and not state.crowds) > 1

    def describe(self) -> None:
        """Put colour and mark of each card in words, for those who hear the page; it stands by then."""
        from elder_tutor.progress.cards import told

        for card, person in zip(self.cards, self.state.people, strict=False):
            found = told(person.symbol)
            card.setAccessibleDescription(self.shown(found) if found is not None else "")

    def _lower(self) -> list[LipButton]:
        return [*self.row(), self.again, self.help, self.settings, self.trainer]

    def row(self) -> list[LipButton]:
        """Answer the buttons right below the cards."""
        return [self.guest, self.before, self.others, self.groups]


def _before(state: Welcome) -> Phrase:
    """Answer what the way back is called: to the page before, or to what was chosen from."""
    return phrase("Previous") if state.page else phrase("Back")
