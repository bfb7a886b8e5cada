"""The trainer's door: say who you are, choose a PIN at the first visit, give it at every later one."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.people import People
from elder_tutor.progress.pins import LOCKED, LONGEST, SHORTEST, LockedOut, acceptable
from elder_tutor.progress.staff import MANAGER_ALONE, Member
from elder_tutor.text.digits import normalise
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.trainer.look import Press, Text, bare, told
from elder_tutor.ui.trainer.people_staff import name_of
from elder_tutor.ui.trainer.pin_look import PinLook
from elder_tutor.ui.trainer.pin_parts import Dots

if TYPE_CHECKING:
    from elder_tutor.text.wording import Wording
    from elder_tutor.ui.theme import Metrics

TITLE: Final = phrase("The trainer's PIN")
GIVE: Final = phrase("Please enter your PIN, then tap “Done”.")
CHOOSE: Final = phrase("Welcome. Choose a PIN of 4 to 8 digits. It keeps the learners' progress private.")
WHO_ARE_YOU: Final = phrase("Please touch your name.")
OWN: Final = phrase("The PIN of {name}")
OLD: Final = phrase("First enter the PIN you have now.")
NEW: Final = phrase("Now choose a new PIN of 4 to 8 digits.")
REPEAT: Final = phrase("Once more, please: enter the same PIN.")
DIFFERENT: Final = phrase("The two were not the same. Please choose a PIN again.")
TOO_SHORT: Final = phrase("A PIN has 4 to 8 digits.")
FORGOTTEN: Final = phrase("Forgotten? Whoever looks after this computer can reset it.")
BACK: Final = phrase("Back")
DELETE: Final = phrase("Delete")
DONE: Final = phrase("Done")
TYPED: Final = phrase("Digits entered: {count}")
SECOND_MS: Final = 1000


class Ask(StrEnum):
    """What the door wants to know."""

    WHO = "who"
    NEW = "new"
    AGAIN = "again"
    KNOWN = "known"


class PinPage(PinLook):
    """Ask who it is and for the PIN. ``opened`` tells that it was right: ``member`` is here now.

    ``kept`` tells that a PIN was chosen for somebody inside, ``backRequested`` that nobody wants in.
    """

    opened = Signal()
    kept = Signal()
    backRequested = Signal()

    def __init__(self, people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.people = people
        self.ask = Ask.NEW
        self.member: Member = MANAGER_ALONE
        self.staff: tuple[Member, ...] = ()
        self.sentence: Phrase = CHOOSE
        self._keep: Callable[[str], None] | None = None
        self._wanted: Callable[[str], None] | None = None
        self.seconds = 0
        self._typed = self._first = ""
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND_MS)
        self._tick.timeout.connect(self.second_passed)
        self._connect()

    def begin(self) -> None:
        """Ask anew: who it is where there are several, then for the PIN, or for a new one."""
        self._keep = self._wanted = None
        self.staff = self.people.staff.all()
        if len(self.staff) > 1 and any(one.has_pin for one in self.staff):
            self.member = MANAGER_ALONE
            self.seconds = 0
            self._want(Ask.WHO, WHO_ARE_YOU)
            self.names.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.let(self.staff[0] if self.staff else MANAGER_ALONE)

    def let(self, member: Member) -> None:
        """Ask for the PIN of this one, or for a new one where it was reset."""
        self.member = member
        self._ask_known(CHOOSE, GIVE)

    def begin_choice(self, member: Member, keep: Callable[[str], None]) -> None:
        """Let somebody choose a PIN; ``keep`` takes it and may raise KnownError."""
        self.member, self._keep, self._wanted, self.seconds = member, keep, None, 0
        self._want(Ask.NEW, NEW)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_own(self, member: Member) -> None:
        """Let a visitor choose another PIN after giving the present one."""
        self.member, self._keep = member, None
        self._wanted = lambda pin: self.people.choose_pin(pin, member.id)
        self._ask_known(NEW, OLD)

    def leave(self) -> None:
        """Go back: to the names when one was touched, otherwise away."""
        if self.ask is not Ask.WHO and len(self.staff) > 1 and not self.inside:
            self._tick.stop()
            self.begin()
        else:
            self.backRequested.emit()

    def _ask_known(self, new: Phrase, known: Phrase) -> None:
        """Ask for the member's PIN, or for a new one when there is none."""
        has = self.member.has_pin
        self.seconds = self.people.pin_wait(self.member.id) if has else 0
        if not has and self._wanted is not None:
            self._keep, self._wanted = self._wanted, None
        self._want(Ask.KNOWN if has else Ask.NEW, known if has else new)
        if self.seconds:
            self._tick.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_digit(self, digit: str) -> None:
        """Take one digit of either set; it is shown as a dot."""
        if not self.seconds and len(self._typed) < LONGEST:
            self._typed += digit
            self._show_typed()

    def delete(self) -> None:
        """Take the last digit away."""
        self._typed = self._typed[:-1]
        self._show_typed()

    def done(self) -> None:
        """Judge what was entered."""
        if self.seconds or self.ask is Ask.WHO:
            return
        if len(self._typed) < SHORTEST:
            self._say(TOO_SHORT)
            return
        typed, self._typed = self._typed, ""
        try:
            self._judge(typed)
        except LockedOut as locked:
            self._lock(locked.seconds)
        except KnownError as trouble:
            self._first = ""
            self._want(Ask.KNOWN if self.ask is Ask.KNOWN else Ask.NEW, told(trouble))

    @property
    def inside(self) -> bool:
        """Tell whether a PIN is being chosen by somebody who is in already."""
        return self._keep is not None or self._wanted is not None

    @property
    def counting(self) -> bool:
        """Tell whether the wait is being counted down."""
        return self._tick.isActive()

    def second_passed(self) -> None:
        """Count the wait down; at its end ask again."""
        self.seconds = max(0, self.seconds - 1) or self.people.pin_wait(self.member.id)
        if self.seconds:
            self._say(phrase(LOCKED, seconds=self.seconds))
            return
        self._tick.stop()
        self._want(self.ask, GIVE)

    def _judge(self, typed: str) -> None:
        if self.ask is Ask.KNOWN:
            self.people.check_pin(typed, self.member.id)
            if self._wanted is None:
                self._enter()
            else:
                self._keep, self._wanted = self._wanted, None
                self._want(Ask.NEW, NEW)
        elif self.ask is Ask.NEW:
            # what is easy to guess is said before it is entered a second time
            self._first = acceptable(typed)
            self._want(Ask.AGAIN, REPEAT)
        elif acceptable(typed) != self._first:
            self._first = ""
            self._want(Ask.NEW, DIFFERENT)
        elif self._keep is not None:
            self._keep(typed)
            self._typed = self._first = ""
            self.kept.emit()
        else:
            self.people.choose_pin(typed, self.member.id)
            self._enter()

    def _enter(self) -> None:
        self._typed = self._first = ""
        self._tick.stop()
        if not self.member.has_pin:
            self.member = self.people.staff.member(self.member.id)
        self.opened.emit()

    def _lock(self, seconds: int) -> None:
        self.seconds = seconds
        self._tick.start()
        self._want(self.ask, phrase(LOCKED, seconds=seconds))

    def _want(self, ask: Ask, sentence: Phrase) -> None:
        self.ask, self._typed = ask, ""
        self._say(phrase(LOCKED, seconds=self.seconds) if self.seconds else sentence)

    def _say(self, sentence: Phrase) -> None:
        self.sentence = sentence
        if self.metrics is not None:
            self.relayout()

    # --- the page --------------------------------------------------------------------

    def dress(self, metrics: Metrics, wording: Wording) -> None:
        """Take sizes and language."""
        super().dress(metrics, wording)
        self.order([self.names, *self.keys.values(), self.back])

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: what is typed must not reach the page below."""
        super().showEvent(event)
        (self.names if self.ask is Ask.WHO else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting: at the end of the count the file is asked, and it may be closed by then."""
        if not event.spontaneous():
            self._tick.stop()

    def relayout(self) -> None:
        """Write the words and place everything."""
        m, w = self.m, self.wording
        assert w is not None
        asks_who = self.ask is Ask.WHO
        several = len(self.staff) > 1 or self._keep is not None
        title = phrase(OWN.key, name=name_of(self.member)) if several and not asks_who else TITLE
        self.title.render_words(self.shown(title))
        self.words.render_words(self.shown(self.sentence))
        self.note.render_words(self.shown(FORGOTTEN) if self.ask is Ask.KNOWN else "")
        self.back.render_words(self.shown(BACK))
        named = {"delete": DELETE, "done": DONE}
        for name, key in self.keys.items():
            key.render_words(self.shown(named[name]) if name in named else w.number(int(name)))
            key.set_available(not self.seconds)
            key.setVisible(not asks_who)
        self.dots.setVisible(not asks_who)
        self.names.setVisible(asks_who)
        labels: list[Text | Dots | Press] = [self.title, self.words, self.note, self.dots, self.back]
        for part in (*labels, *self.keys.values()):
            part.apply(m)
        self._show_typed()
        self.place()
        if asks_who:
            self.names.render_names(m, w, self.staff)
        self.update()

    def _show_typed(self) -> None:
        if self.wording is not None:
            count = len(self._typed)
            self.dots.show_count(count, bare(self.wording, phrase(TYPED.key, count=count)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits of a real keyboard, of either set."""
        text = normalise(event.text())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.delete()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif len(text) == 1 and text in "0123456789":
            self.type_digit(text)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for name, key in self.keys.items():
            if name == "done":
                key.clicked.connect(self.done)
            elif name == "delete":
                key.clicked.connect(self.delete)
            else:
                key.clicked.connect(lambda checked=False, digit=name: self.type_digit(digit))
        self.back.clicked.connect(self.leave)
        self.names.chosen.connect(lambda who: self.let(next(one for one in self.staff if one.id == who)))
