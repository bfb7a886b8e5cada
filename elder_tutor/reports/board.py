"""Who needs somebody now: every place with its person, lesson and step, the most urgent first.

Of a private lesson only «private lesson» is told: no title, step, stage or time (DESIGN 4).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from elder_tutor.progress.board import Need, Place, everybody, finished_attempts, real_calls, teams
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.groups import Group, Groups
from elder_tutor.progress.people import People
from elder_tutor.progress.store import Store
from elder_tutor.reports.heads import LessonHead, StepHead

ON_THE_WAY_MS: Final = 300_000
"""So long after «I am coming» a place is taken care of; then it stands with the others again."""
_NUMBERED: Final = re.compile(r"\D(\d{1,4})$|^(\d{1,4})$")


@dataclass(frozen=True, slots=True)
class Seat:
    """One place as the board shows it.

    ``need`` is why it stands among those who need somebody; ``since`` (UTC ms) since when.
    ``on_the_way``: a trainer has said that they come. ``number`` counts the step from 1, 0 where
    it is not known, of ``steps``; ``over`` says that the lesson was gone through.
    """

    place: Place
    name: str
    picture: str
    lesson: LessonHead | None
    step: StepHead | None
    need: Need
    since: int
    on_the_way: bool
    over: bool
    real: bool = False
    """Help was called for in real danger."""
    teams: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """Answer which card this is: a place and who is there."""
        return self.place.kiosk, self.place.learner

    @property
    def is_guest(self) -> bool:
        """Tell whether nobody is known here."""
        return self.place.learner == GUEST

    @property
    def is_private(self) -> bool:
        """Tell whether nothing of the lesson may be shown."""
        return self.lesson is not None and self.lesson.private

    @property
    def number(self) -> int:
        """Answer the number of the step, 0 where it is not known."""
        return self.step.number if self.step is not None else 0

    @property
    def steps(self) -> int:
        """Answer how many steps the lesson has."""
        return len(self.lesson.steps) if self.lesson is not None else 0


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody who is here: those who need somebody, then those who go on alone; the groups there are."""

    needy: tuple[Seat, ...] = ()
    alone: tuple[Seat, ...] = ()
    groups: tuple[Group, ...] = ()

    def of(self, team: str) -> Board:
        """Answer the board of one group; guests stand on each."""
        if not team:
            return self
        inside = [tuple(s for s in seats if team in s.teams or s.is_guest) for seats in self.halves]
        return Board(inside[0], inside[1], self.groups)

    @property
    def halves(self) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
        """Answer both parts."""
        return self.needy, self.alone

    @property
    def urgent(self) -> frozenset[tuple[str, str, Need]]:
        """Answer who needs somebody and why, without those to whom somebody is on the way."""
        return frozenset((*seat.key, seat.need) for seat in self.needy if not seat.on_the_way)


def board(store: Store, now: int, heads: Sequence[LessonHead]) -> Board:
    """Answer the board as the store has it at a moment (UTC ms). Raises the errors of the store."""
    found = _once(everybody(store, now))
    people = {each.id: each for each in People(store).learners()} if found else {}
    inside = teams(store) if found else {}
    over = finished_attempts(store, [place.attempt for place in found if not place.here])
    real = real_calls(store, [place for place in found if place.asked])
    lessons = {covered: head for head in heads for covered in head.covers}
    seats = [
        _seat(place, now, lessons, over, place.kiosk in real)
        for place in found
        if place.learner in people or place.learner == GUEST
    ]
    named = [
        _named(seat, people[seat.place.learner].name, people[seat.place.learner].picture, inside)
        if seat.place.learner in people
        else seat
        for seat in seats
    ]
    needy = sorted((seat for seat in named if seat.need is not Need.NONE), key=_urgency)
    alone = tuple(seat for seat in named if seat.need is Need.NONE)
    return Board(tuple(needy), alone, Groups(store).all())


def place_number(kiosk: str) -> int | None:
    """Answer the number at the end of a place's name; None where it has none."""
    found = _NUMBERED.search(kiosk)
    return int(found[1] or found[2]) if found else None


def _once(found: Sequence[Place]) -> list[Place]:
    """Let each person stand where they were last; the program of the other place ended without a word."""
    newest = {place.learner: place for place in sorted(found, key=lambda place: place.last_at)}
    return [place for place in found if place.learner == GUEST or newest[place.learner] is place]


def _seat(
    place: Place, now: int, lessons: Mapping[str, LessonHead], over: frozenset[str], real: bool
) -> Seat:
    lesson = lessons.get(place.lesson)
    ended = place.attempt in over
    if lesson is not None and not place.here and not ended and not lesson.private:
        lesson = None  # left: nobody knows what they do now
    step = lesson.step(place.step) if lesson is not None else None
    need, since, coming = _need(place, now)
    return Seat(place, "", GUEST, lesson, step, need, since, coming, ended, real and need is Need.ASKED)


def _urgency(seat: Seat) -> tuple[bool, bool, bool, int, tuple[str, str]]:
    """Real danger first, then whoever asked or is stuck, the longest waiting first, then who is quiet."""
    return seat.on_the_way, not seat.real, seat.need is Need.QUIET, seat.since, seat.key


def _named(seat: Seat, name: str, picture: str, inside: Mapping[str, frozenset[str]]) -> Seat:
    return replace(seat, name=name, picture=picture, teams=inside.get(seat.place.learner, frozenset()))


def _need(place: Place, now: int) -> tuple[Need, int, bool]:
    """Answer why a place needs somebody, since when, and whether somebody is on the way.

    Whoever said that they come is on the way for five minutes or until the next step is begun.
    """
    need, since = place.need(now), place.needs_since(now)
    coming = bool(place.coming) and now - place.coming < ON_THE_WAY_MS
    answered = coming and place.coming >= place.asked > 0 and place.since <= place.coming
    if need in (Need.NONE, Need.QUIET) and answered:
        return Need.ASKED, place.asked, True
    return need, since, coming and place.coming >= since and need is not Need.NONE
