"""What a learner's own page is told, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from elder_tutor.text.phrase import Phrase, phrase, with_values
from elder_tutor.ui import words
from elder_tutor.ui.cards import CardState, TodayState

WELCOME_GUEST: Final = phrase("Welcome, dear guest")
TODAY: Final = phrase("Today's practice")
ASSIGNED: Final = phrase("Your trainer chose it for you")
BEGIN: Final = phrase("Let us begin")
OFFER: Final = phrase("To go on with today's practice, tap the yellow button “{button}”.")
HELP_LESSONS: Final = phrase("Tap a lesson to open it.")
FIT: Final = phrase("Fit it to me")
OFFER_FIT: Final = phrase("So that all is easy to see and hear, tap “{button}”.", button=FIT)
HELP: Final = phrase("The yellow button “{button}” goes on with today's practice. Or tap a lesson below.")


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything on the page; an empty ``name`` is a guest. ``lessons`` stand under today's practice."""

    name: str
    picture: str
    day: date
    lessons: tuple[CardState, ...]
    today: TodayState | None = None
    notice: Phrase | None = None
    fit: bool = False
    """The fitting of letters, touch and voice is offered, in place of one lesson."""

    @property
    def welcome(self) -> Phrase:
        """Answer the greeting by name."""
        return phrase("Welcome, {name}", name=self.name) if self.name else WELCOME_GUEST

    @property
    def said(self) -> tuple[Phrase, ...]:
        """Answer what the voice says when the page opens."""
        said = [self.welcome]
        if self.notice:
            said.append(self.notice)
        if self.today:
            said += [phrase("{badge}: {title}.", badge=badge(self.today), title=self.today.title)]
            said.append(with_values(OFFER, {"button": go(self.today)}))
        if self.fit:
            said.append(OFFER_FIT)
        return tuple(said)

    @property
    def helped(self) -> Phrase:
        """Answer what help says on this page."""
        return with_values(HELP, {"button": go(self.today)}) if self.today is not None else HELP_LESSONS


def badge(today: TodayState) -> Phrase:
    """Answer why the practice stands on the page."""
    return {"due": words.STAGES["refresh"], "assigned": ASSIGNED}.get(today.why, TODAY)


def go(today: TodayState) -> Phrase:
    """Answer what the bright button is called: its colour alone tells nothing to who cannot see it."""
    return words.GO_ON if today.begun else BEGIN


def reached(today: TodayState) -> Phrase | None:
    """Answer how far the practice was done; None before its first step."""
    if not today.step:
        return None
    return phrase("You reached step {step} of {steps}", step=today.step, steps=today.steps)
