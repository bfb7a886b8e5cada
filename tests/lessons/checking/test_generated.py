"""The proof's verdict on drawn small packs is that of a search over the whole phone, unprojected."""

from __future__ import annotations

import pytest

from elder_tutor.lessons.checking.claims import Claim
from elder_tutor.lessons.checking.proof import Prover
from tests.lessons.checking.exhaustive import TooLargeError, explored, named
from tests.lessons.checking.generated import small

FEW, MANY = range(100, 106), range(100, 170)
MOST_STATES = 6_000


def compared(seed):
    """Answer whether a pack has dead ends and what the proof says; None for one that is too large."""
    pack = small(seed)
    start = pack.phone.start()
    try:
        dead = explored(pack.phone, start, pack.gate, pack.beyond, MOST_STATES)
    except TooLargeError:
        return None
    verdict = Prover().prove(pack.phone, Claim("small", (), pack.gate, start, (), pack.beyond, let_go=False))
    if verdict.story:
        assert end(pack.phone, start, verdict.story) in {named(pack.phone, state) for state in dead}
    # what was tested only is no verdict: the walks found no dead end
    return bool(dead), verdict.story is not None, verdict.tested


def end(phone, state, story):
    for tried in story:
        state = tried.made(phone, state)
    return named(phone, state)


def agree(seeds):
    found = [each for seed in seeds if (each := compared(seed)) is not None]
    assert [each for each in found if each[0] != each[1]] == []
    return found


def test_the_proof_agrees_with_a_search_without_projection():
    assert len(agree(FEW)) >= 2


@pytest.mark.long
def test_the_proof_agrees_with_a_search_without_projection_on_fifty_packs():
    found = agree(MANY)
    assert len(found) >= 50
    assert sum(1 for _, _, tested in found if tested) <= 2
