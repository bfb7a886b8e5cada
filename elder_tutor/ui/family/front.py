"""Which of the first questions is to be asked, if any: looked at before the first page, so kept small."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.ui.journey import Journey

NEXT: Final = "first_start"
"""The centre's setting that names the question that comes next; "" when all were answered."""


class Ask(StrEnum):
    """The first questions in their order; the names are kept in the file."""

    NONE = ""
    PLACE = "place"
    WHO = "who"
    REGION = "region"
    TRAINER = "trainer"  # the region is asked, then the trainer's PIN is chosen


def next_question(app: App) -> Ask:
    """Answer what is asked when the program starts; nothing where anybody was added before.

    Without a data folder nothing could be kept, so nothing is asked either. Raises KnownError.
    """
    if app.data_dir is None:
        return Ask.NONE
    kept = preferences.get(app.store).get(NEXT)
    if isinstance(kept, str) and kept in tuple(Ask):
        return Ask(kept)
    fresh = not app.settings.place and not app.people.learners()
    return Ask.PLACE if fresh else Ask.NONE


def door_of(journey: Journey) -> Callable[[], bool]:
    """Answer what a journey does before its welcome page: it asks what is still to be asked."""

    def ask() -> bool:
        try:
            following = next_question(journey.app)
        except KnownError:  # trouble with the file is told by whoever reads it next
            return False
        if following is Ask.NONE:
            journey.front_door = None
            return False
        journey.household.ask(following)
        return True

    return ask
