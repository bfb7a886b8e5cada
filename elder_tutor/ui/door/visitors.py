"""What the welcome page shows: the people of one group, or the groups themselves, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from elder_tutor.progress.arrivals import EVERYBODY, Arrivals, Face, Team
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui.pages.sign_in_state import (
    A_PAGE,
    TAP_GROUP,
    TAP_SAME,
    WHICH_GROUP,
    WHICH_PICTURE,
    Crowd,
    Person,
    Welcome,
)

if TYPE_CHECKING:
    from elder_tutor.app import App

ALL: Final = phrase("Everybody")
MANY: Final = 24
"""Of more people than four pages hold the picture is chosen first."""


class Shelf(StrEnum):
    """What is chosen from before the people stand."""

    GROUPS = "groups"
    PICTURES = "pictures"


class Visitors:
    """Answer the pages of the door; each asks the file for its six cards only."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._arrivals = Arrivals(app.store)
        self._teams: tuple[Team, ...] = ()
        self._groups = 0
        self._team: Team | None = None
        self._shelf = Shelf.GROUPS

    def begin(self, today: date) -> Welcome:
        """Answer the first page: today's group, else everybody; of very many the pictures they have."""
        groups = self._arrivals.groups(today)
        self._groups, self._teams, self._shelf = len(groups), groups, Shelf.GROUPS
        if groups:
            return self.people_of(groups[0])
        everybody = self._everybody()
        return self._pictures() if everybody.size > MANY else self.people_of(everybody)

    def groups(self, today: date) -> Welcome:
        """Answer the groups to choose from, today's first and everybody last."""
        self._teams = (*self._arrivals.groups(today), self._everybody())
        self._shelf = Shelf.GROUPS
        return self._choice(0)

    def choose(self, which: str) -> Welcome:
        """Answer what stands behind a card: people, or the pictures of very many."""
        team = next((each for each in self._teams if each.id == which), None) or self._everybody()
        if team.id == EVERYBODY and team.size > MANY:
            return self._pictures()
        return self.people_of(team)

    def people_of(self, team: Team) -> Welcome:
        """Answer the first page of a team."""
        self._team = team
        return self._people(0)

    def turned(self, state: Welcome, by: int, today: date) -> Welcome:
        """Answer the page after one that stands, after the last the first; or the way back from it."""
        at = (state.page + by) % state.pages
        if state.page or by > 0:
            return self._choice(at) if state.crowds else self._people(at)
        if state.crowds and self._shelf is Shelf.PICTURES:
            return self.groups(today)
        return self._people(0) if state.crowds else self._pictures()

    # --- inside --------------------------------------------------------------------------

    def _people(self, page: int) -> Welcome:
        team = self._team or self._everybody()
        faces = self._arrivals.faces(team.id, page * A_PAGE, A_PAGE)
        photo = self._photos()
        people = tuple(_person(face, photo(face.id)) for face in faces)
        by_picture = self._shelf is Shelf.PICTURES
        of = self._crowd(team) if self._groups or by_picture else None
        return Welcome(
            people, of=of, page=page, pages=_pages(team.size), grouped=self._groups > 0, back=by_picture
        )

    def _everybody(self) -> Team:
        return Team(EVERYBODY, "", "", self._arrivals.size())

    def _pictures(self) -> Welcome:
        self._teams, self._shelf = self._arrivals.by_picture(), Shelf.PICTURES
        return self._choice(0)

    def _choice(self, page: int) -> Welcome:
        crowds = tuple(map(self._crowd, self._teams[page * A_PAGE : (page + 1) * A_PAGE]))
        named = (WHICH_GROUP, TAP_GROUP) if self._shelf is Shelf.GROUPS else (WHICH_PICTURE, TAP_SAME)
        pages = _pages(len(self._teams))
        back = self._groups > 0
        return Welcome((), crowds, None, page, pages, self._groups > 0, back, *named)

    def _crowd(self, team: Team) -> Crowd:
        if team.id == EVERYBODY:
            return Crowd(team.id, ALL, "line/people")
        drawing = f"pictures/{team.picture}"
        if team.id.endswith(f":{team.picture}"):
            return Crowd(team.id, _called(team.picture), drawing)
        return Crowd(team.id, phrase("{group}", group=team.name), drawing)

    def _photos(self) -> Callable[[str], bytes | None]:
        if not self._app.settings.photos:
            return lambda _: None
        from elder_tutor.progress.photos import Photos

        return Photos(self._app.store).get


def _person(face: Face, photo: bytes | None) -> Person:
    return Person(face.id, face.name, f"pictures/{face.picture}", face.symbol, photo)


def _pages(count: int) -> int:
    return max(1, -(-count // A_PAGE))


def _called(picture: str) -> Phrase:
    """Answer what a picture is called."""
    from elder_tutor.ui.family.household import PICTURE_NAMES

    return PICTURE_NAMES.get(picture) or phrase("Picture")
