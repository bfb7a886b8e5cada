"""No two learners have the same card, and old eyes can tell them apart."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from elder_tutor.progress.cards import (
    COLOUR_NAMES,
    COLOURS,
    HEX,
    MARK_NAMES,
    MARKS,
    PICTURE_NAMES,
    Colour,
    first_free,
    ink_on,
    order,
    parts,
    symbol_of,
    told,
)
from elder_tutor.progress.intake import Newcomer, take_in
from elder_tutor.progress.people import NameTrouble, People, PictureTrouble, pictures
from elder_tutor.progress.store import Store
from elder_tutor.resources import assets

LENS = (0.875, 0.63, 0.29)
"""What the lens of an 80-year-old lets through of red, green and blue light, beside that of a 20-year-old.

Pokorny, Smith and Lutze (1987), "Aging of the human lens", table 1 and equation 2, at 610, 550 and 465 nm.
"""
GREY_STEP = 8.0
"""CIE L* that lies at least between two colours in grey print."""
APART = 12.0
"""CIEDE2000 between any two through the yellowed lens; 2 to 3 is just seen beside one another."""


def linear(colour: Colour) -> list[float]:
    parts = (int(HEX[colour][at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(light: list[float]) -> tuple[float, float, float]:
    """Answer CIE L*a*b* (D65) of linear sRGB."""
    r, g, b = light
    whole = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in whole)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Answer the difference of two colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = math.hypot(a1 * g, b1), math.hypot(a2 * g, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * g)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lm, cm, hm = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    t = 1 - 0.17 * cos(hm - 30) + 0.24 * cos(2 * hm) + 0.32 * cos(3 * hm + 6) - 0.2 * cos(4 * hm - 63)
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = -2 * math.sqrt(cm**7 / (cm**7 + 25**7))
    rt *= math.sin(math.radians(60 * math.exp(-(((hm - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh)


def cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def yellowed(colour: Colour) -> tuple[float, float, float]:
    return lab([light * passed for light, passed in zip(linear(colour), LENS, strict=True)])


def test_the_measure_answers_the_published_difference() -> None:
    one, other = (50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)
    assert ciede2000(one, other) == pytest.approx(2.0425, abs=1e-4)


@pytest.mark.parametrize(("one", "other"), list(combinations(COLOURS, 2)))
def test_colours_are_told_apart_through_a_yellowed_lens(one: Colour, other: Colour) -> None:
    assert ciede2000(yellowed(one), yellowed(other)) >= APART


def test_colours_are_told_apart_in_grey_print() -> None:
    light = sorted(lab(linear(colour))[0] for colour in COLOURS)
    assert min(after - before for before, after in pairwise(light)) >= GREY_STEP


@pytest.mark.parametrize("colour", COLOURS)
def test_a_mark_stands_out_from_its_colour(colour: Colour) -> None:
    ink = [int(ink_on(colour)[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    two = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b) for r, g, b in (linear(colour), [c**2.2 for c in ink])
    )
    assert (two[1] + 0.05) / (two[0] + 0.05) >= 4.5


def test_there_are_a_thousand_cards_and_more() -> None:
    assert len(pictures()) * len(COLOURS) * len(MARKS) >= 1_000
    assert len(set(order("palm"))) == len(COLOURS) * len(MARKS)


@pytest.mark.parametrize("picture", pictures())
def test_two_that_follow_each_other_differ_in_colour_and_mark(picture: str) -> None:
    cards = [symbol.split("-") for symbol in order(picture)]
    assert all(set(one).isdisjoint(other) for one, other in pairwise(cards))


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_has_its_drawing_and_its_word(mark) -> None:
    assert (assets() / "icons" / "shapes" / f"{mark.value}.svg").is_file()
    assert MARK_NAMES[mark].key


def test_every_picture_has_its_word() -> None:
    assert set(PICTURE_NAMES) == set(pictures())


def test_a_card_is_said_with_its_colour_and_its_mark() -> None:
    words = told("blue-star")
    assert words is not None
    assert set(COLOUR_NAMES) == set(COLOURS)
    assert told("") is None


def test_what_is_kept_is_read_back() -> None:
    assert all(parts(symbol_of(colour, mark)) == (colour, mark) for colour in COLOURS for mark in MARKS)
    assert parts("") is parts("star") is None


def test_a_thousand_learners_all_differ_and_neighbours_not_only_in_colour(people: People) -> None:
    added = [people.add(f"م{n}", pictures()[n % len(pictures())]) for n in range(1_000)]
    cards = [(one.picture, *one.symbol.split("-")) for one in added]
    assert len(set(cards)) == 1_000
    for one, other in pairwise(cards):
        differ = [a != b for a, b in zip(one, other, strict=True)]
        assert differ[0] or differ[2]
    assert all(len(card) == 3 for card in cards)


def test_learners_with_one_picture_follow_each_other_far_apart(people: People) -> None:
    cards = [people.add(f"م{n}", "palm").symbol.split("-") for n in range(96)]
    assert all(set(one).isdisjoint(other) for one, other in pairwise(cards))


def test_where_all_cards_of_a_picture_are_given_a_learner_still_comes_in(people: People) -> None:
    for n in range(96):
        people.add(f"م{n}", "palm")
    assert people.add("نورة", "palm").symbol == ""
    assert first_free("palm", people.taken("palm")) == ""


def test_a_list_gives_everybody_a_card_of_their_own(store: Store, people: People) -> None:
    people.add("أمل", "palm")
    take_in(store, [Newcomer(f"م{n}", "palm") for n in range(40)], "trainer")
    assert len({one.symbol for one in people.learners()}) == 41


def test_a_card_somebody_has_is_refused(people: People) -> None:
    people.add("أمل", "palm", "blue-star")
    with pytest.raises(PictureTrouble, match="this card"):
        people.add("نورة", "palm", "blue-star")
    assert people.add("نورة", "rose", "blue-star")


def test_a_namesake_with_the_same_picture_needs_another_colour_and_mark(people: People) -> None:
    people.add("أمل", "palm", "blue-star")
    with pytest.raises(NameTrouble):
        people.add("أمل", "palm", "blue-key")
    assert people.add("أمل", "palm", "white-key")


def test_a_card_can_be_changed(people: People, learner) -> None:
    people.change_card(learner.id, "rose", "green-fish", "s1")
    changed = people.learner(learner.id)
    assert (changed.picture, changed.symbol) == ("rose", "green-fish")
    assert (people.audit()[-1].action, people.audit()[-1].who) == ("change_card", "s1")
    people.change_card(learner.id, "rose", "green-fish", "s1")
    assert len(people.audit()) == 2


def test_a_card_cannot_be_changed_to_somebody_elses(people: People, learner) -> None:
    people.add("نورة", "rose", "green-fish")
    with pytest.raises(PictureTrouble):
        people.change_card(learner.id, "rose", "green-fish")


def test_a_card_that_became_free_is_given_again(people: People) -> None:
    first = people.add("أمل", "palm")
    people.remove(first.id)
    assert people.add("نورة", "palm").symbol == first.symbol
