"""What the pages of lessons show of a learner: today's practice, lessons, courses and drills as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elder_tutor.lessons.teaching.stages import JUDGED, OFFERED, Stage
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words

if TYPE_CHECKING:
    from elder_tutor.app import Card
    from elder_tutor.lessons.drills.model import Drill
    from elder_tutor.lessons.model import Course
    from elder_tutor.ui.widgets.lesson_card import LessonCard

COMING: Final = 3
"""So many cards stand under today's practice."""
ALL_DONE: Final = phrase("All stages are done")
PRIVATE: Final = phrase("Private lesson")
NO_DRAWING: Final = "line/heart"


@dataclass(frozen=True, slots=True)
class Mark:
    """One part of the way: what it is called (None: it has no name), whether it is done or comes next."""

    words: Phrase | None
    done: bool
    now: bool = False


@dataclass(frozen=True, slots=True)
class CardState:
    """A card to press; ``seal`` marks what is mastered."""

    id: str
    title: Phrase
    glyph: str
    marks: tuple[Mark, ...]
    summary: Phrase
    seal: bool = False


@dataclass(frozen=True, slots=True)
class TodayState:
    """The one practice of today; ``step`` of ``steps`` is where it was left, 0 when it was not.

    ``why`` is ``due``, ``assigned``, ``open`` or ``next``.
    """

    id: str
    title: Phrase
    minutes: int
    why: str
    begun: bool = False
    step: int = 0
    steps: int = 0


def today_of(card: Card) -> TodayState:
    """Answer today's practice of the card that is proposed."""
    lesson, begun = card.lesson, bool(card.done) or card.is_open
    title = phrase(lesson.title, card.domain)
    return TodayState(lesson.id, title, lesson.minutes, card.why, begun, card.step, card.steps)


def coming(cards: Sequence[Card], needs: Callable[[str], Iterable[str]]) -> tuple[Card, ...]:
    """Answer the cards beside today's practice: chosen by a trainer, in hand, then whose needs are met.

    ``needs`` answers the ids of the lessons that come before one. No private lesson is among
    them: others may look at this page.
    """
    met = {card.lesson.id for card in cards if card.is_done}
    shown = [card for card in cards if not card.lesson.private and not card.today]
    chosen = [each for each in shown if each.assigned]
    shown = [each for each in shown if not each.assigned]
    in_hand = sorted((each for each in shown if _in_hand(each)), key=_latest)
    fresh = [each for each in shown if not each.is_done and not _in_hand(each)]
    ready = [each for each in fresh if set(needs(each.lesson.id)) <= met]
    later = [each for each in fresh if each not in ready]
    done = [each for each in shown if each.is_done and not _in_hand(each)]
    return tuple((*chosen, *in_hand, *ready, *later, *done)[:COMING])


def lesson_card(card: Card) -> CardState:
    """Answer a lesson's card; of a private one no stage is shown."""
    lesson, title = card.lesson, phrase(card.lesson.title, card.domain)
    glyph = _drawing(lesson.icon)
    if lesson.private:
        return CardState(lesson.id, title, glyph, (), PRIVATE)
    stages = OFFERED if lesson.check else tuple(each for each in OFFERED if each not in JUDGED)
    now = card.next if not card.is_done or card.is_open or card.next is Stage.REFRESH else None
    marks = tuple(Mark(words.STAGES[each.value], each in card.done, each is now) for each in stages)
    summary = phrase("Next: {stage}", stage=words.STAGES[now.value]) if now else ALL_DONE
    return CardState(lesson.id, title, glyph, marks, summary, card.mastered)


def course_card(course: Course, domain: str, cards: Sequence[Card]) -> CardState:
    """Answer a course's card; ``cards`` are those of its lessons."""
    done = sum(card.is_done for card in cards)
    marks = tuple(Mark(None, card.is_done) for card in sorted(cards, key=_done_first))
    summary = phrase("{step} of {steps}", step=done, steps=len(cards))
    return CardState(course.id, phrase(course.name, domain), _drawing(course.icon), marks, summary)


def drill_card(drill: Drill, domain: str) -> CardState:
    """Answer a drill's card."""
    minutes = phrase("{minutes:count:minute}", minutes=drill.minutes)
    return CardState(drill.id, phrase(drill.title, domain), "line/shield", (), minutes)


def write_card(card: LessonCard, state: CardState, shown: Callable[[Phrase], str]) -> None:
    """Write a card in the page's language."""
    from elder_tutor.ui.widgets.lesson_card import StageMark

    marks = [StageMark(shown(x.words) if x.words else "", x.done, x.now) for x in state.marks]
    card.render_lesson(shown(state.title), state.glyph, marks, shown(state.summary), state.seal)


def _drawing(name: str) -> str:
    from elder_tutor.ui.phone.kit import drawing

    return drawing(name, "apps") or NO_DRAWING


def _in_hand(card: Card) -> bool:
    return card.is_open or bool(card.done and not card.is_done)


def _latest(card: Card) -> int:
    return -card.last_at


def _done_first(card: Card) -> bool:
    return not card.is_done
