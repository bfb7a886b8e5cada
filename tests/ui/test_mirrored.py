"""A drawing is mirrored where it points the way one reads, and nowhere else (TOKENS 6)."""

from __future__ import annotations

import pytest

from elder_tutor.resources import assets
from elder_tutor.ui import icons

POINTS_THE_WAY = {
    "back": (True, False),  # to where one came from: right in Arabic
    "play": (True, False),  # onward: left in Arabic
    "delete": (True, False),  # towards the letter that it takes away
    "leave": (False, True),  # drawn for Arabic: out of the door, onward
    "chevron": (False, True),  # drawn for Arabic: the next one
}
"""Of a drawing: whether it is mirrored in Arabic, and in a language that runs from left to right."""

NEVER = ("clock", "again", "refresh", "phone", "check", "search", "speak")
LINES = sorted(path.stem for path in (assets() / "icons" / "line").glob("*.svg"))


@pytest.mark.parametrize("name", LINES)
def test_a_drawing_is_mirrored_where_it_must_be_and_only_there(name: str) -> None:
    turned = (icons.turned(f"line/{name}", True), icons.turned(f"line/{name}", False))
    assert turned == POINTS_THE_WAY.get(name, (False, False))


@pytest.mark.parametrize("folder", ["apps", "avatars", "marks", "motifs", "pictures"])
def test_pictures_are_the_same_in_every_language(folder: str) -> None:
    names = [f"{folder}/{path.stem}" for path in (assets() / "icons" / folder).glob("*.svg")]
    assert names
    assert not [name for name in names if icons.turned(name, True) or icons.turned(name, False)]


def test_every_drawing_of_the_table_is_there() -> None:
    assert {*POINTS_THE_WAY, *NEVER} <= set(LINES)
    assert not set(NEVER) & set(POINTS_THE_WAY)
