"""The step card of a lesson, made from its page: a button, words meanwhile, then the way to a printer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.staff import NOT_ALLOWED, Act, NotAllowed
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.paper.errands import Piece, handed_out, help_phone, write_cards
from elder_tutor.ui.paper.printing import Writing, print_paper
from elder_tutor.ui.paper.step_card import Wish
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.trainer.desk import EXPORTS, NO_FOLDER, Desk
from elder_tutor.ui.trainer.dialog import Dialog, path_words
from elder_tutor.ui.trainer.look import Press, told
from elder_tutor.ui.widgets.lip_button import Look

STEP_CARD: Final = phrase("Step card")
CARD_MADE: Final = phrase("The step card is ready")
BEGUN: Final = phrase("The card is being made")
MAKING: Final = phrase("Being made: picture {count}")
WHERE: Final = phrase("The file lies here:")
PRINT: Final = phrase("Print")
CLOSE: Final = phrase("Close")
NOT_DONE: Final = phrase("That did not work")
CARD: Final = "card"
"""What the audit log calls it."""


class StepCardMaker(QObject):
    """Own the button, which tells how far the card is, and the dialogue; ``going`` says that it goes on."""

    going = Signal()

    def __init__(self, name: str, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk, self.page = desk, page
        self.lesson, self.lang = "", "ar"
        self.button = Press(f"{name}.stepCard", Look.SECONDARY, "line/print", page)
        self.dialog = Dialog(page)
        self.metrics: Metrics | None = None
        self.wording: Wording | None = None
        self.piece: Piece | None = None
        self._writing: Writing | None = None
        self._who = ""
        self.button.clicked.connect(self.make)
        self.dialog.answered.connect(self._answered)

    @property
    def is_busy(self) -> bool:
        """Tell whether a card is being made."""
        return self._writing is not None

    @property
    def words(self) -> Phrase:
        """Answer what stands on the button."""
        if not self.is_busy:
            return STEP_CARD
        picture = self.piece.picture if self.piece is not None else 0
        return phrase(MAKING.key, count=picture) if picture else BEGUN

    def offer(self, lesson: str, lang: str) -> bool:
        """Take the lesson and language of the page; answer whether this visitor is offered its card."""
        self.lesson, self.lang = lesson, lang
        known = {head.id for head in self.desk.open_heads()}
        return self.desk.may.allows(Act.HAND_OUT) and lesson in known

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and words."""
        self.metrics, self.wording = metrics, wording
        self.dialog.dress(metrics, wording)
        self._write()

    def place(self, room: Box, widest: float) -> Box:
        """Place the button at the foot of a room; answer what is left."""
        assert self.metrics is not None
        room, foot = room.cut_bottom(self.button.tall(), self.metrics.px(18))
        put(self.button, foot.cut_lead(min(foot.width, widest))[0], self.metrics)
        return room

    def make(self) -> None:
        """Begin; one picture at a time, so that the page goes on answering."""
        if self.is_busy:
            return
        try:
            work = self._work()
        except KnownError as trouble:
            self._failed(trouble)
            return
        self._writing = Writing(work, self)
        self._writing.stepped.connect(self._stepped)
        self._writing.finished.connect(self._finished)
        self._writing.failed.connect(self._failed)
        self.piece, self._who = None, self.desk.who
        self.button.set_available(False)
        self._go_on()
        self._writing.start()

    def stop(self) -> None:
        """Leave off; nothing half done stays."""
        if self._writing is not None:
            self._writing.stop()
            self.piece = None
            self._over()

    def _work(self) -> Iterator[Piece]:
        """Answer the work for the lesson shown now. Raises KnownError."""
        self.desk.may.require(Act.HAND_OUT)
        app = self.desk.app
        if app.catalog.lesson(self.lesson).private:
            raise NotAllowed(NOT_ALLOWED)
        if app.data_dir is None:
            raise KnownError(NO_FOLDER)
        wish = Wish(self.lang, phone=help_phone(app), day=self.desk.today)
        return write_cards(app, (self.lesson,), app.data_dir / EXPORTS, wish)

    def _stepped(self, done: int, of: int) -> None:
        before = self.words
        self.piece = self._writing.piece if self._writing is not None else None
        if self.words != before:
            self._go_on()

    def _finished(self, count: int) -> None:
        self._over()
        piece = self.piece
        if piece is None or piece.path is None:
            return
        try:
            handed_out(self.desk.app, self._who, CARD)
        except KnownError as trouble:
            self._tell(trouble)
            return
        self.dialog.ask(CARD_MADE, WHERE, path_words(piece.path), PRINT, CLOSE, "line/print")

    def _failed(self, trouble: KnownError) -> None:
        self._over()
        self._tell(trouble)

    def _tell(self, trouble: KnownError) -> None:
        self.piece = None
        sentence: Phrase = told(trouble)
        self.dialog.ask(NOT_DONE, sentence)

    def _over(self) -> None:
        writing, self._writing = self._writing, None
        if writing is not None:
            writing.deleteLater()
        self.button.set_available(True)
        self._go_on()

    def _go_on(self) -> None:
        self._write()
        self.going.emit()

    def _write(self) -> None:
        """Say on the button what it makes, or how far it is."""
        if self.metrics is not None and self.wording is not None:
            self.button.render_words(self.wording.shown(self.words))
            self.button.apply(self.metrics)

    def _answered(self, yes: bool) -> None:
        piece, self.piece = self.piece, None
        if yes and piece is not None and piece.paper is not None and piece.path is not None:
            print_paper(piece.paper, self.page.window(), piece.path)
