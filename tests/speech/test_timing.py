"""Pauses are set to the millisecond and every word has its time."""

from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.speech.clip import Clip, WordTime
from elder_tutor.speech.timing import Phrase, spaced, word_times

HZ = 1000


def sound(*parts: tuple[int, int]) -> array[int]:
    return array("h", [level for level, length_ms in parts for _ in range(length_ms)])


def test_a_pause_gets_its_length_and_later_words_move() -> None:
    samples = sound((5000, 100), (0, 700), (5000, 100), (0, 50))
    result = spaced(samples, HZ, [Phrase(800, 350), Phrase(950, 120)], [0, 800])
    assert result.starts_ms == (0, 450)
    assert result.ends_ms == (115, 565)
    assert result.silent_ms == 565
    assert len(result.samples) == 670


def test_a_pause_that_was_too_short_is_lengthened() -> None:
    samples = sound((5000, 100), (5000, 100))
    result = spaced(samples, HZ, [Phrase(100, 300), Phrase(200, 400)], [0, 100])
    assert result.starts_ms == (0, 400)


def test_words_that_were_heard_keep_their_times() -> None:
    heard = [(0, 0, 300), (1, 300, 500), (1, 500, 900), (2, 1200, 1500)]
    assert word_times(["a", "b c", "d"], heard, 1500) == (
        WordTime(0, 300),
        WordTime(300, 900),
        WordTime(1200, 1500),
    )


def test_with_nothing_heard_time_is_shared_by_length() -> None:
    assert word_times(["aa", "aaaa", "", "aa"], [], 800) == (
        WordTime(0, 211),
        WordTime(211, 589),
        WordTime(589, 589),
        WordTime(589, 800),
    )


def test_what_sounds_counts_and_so_does_a_pause() -> None:
    plain, doubled, paused, _ = word_times(["قَلَم", "قَلَّم", "قَلْمَ،", "قَلَم"], [], 10_000)
    assert doubled.end_ms - doubled.start_ms > plain.end_ms - plain.start_ms
    assert paused.end_ms - paused.start_ms == plain.end_ms - plain.start_ms


def test_an_unheard_word_shares_the_time_of_the_one_before() -> None:
    heard = [(0, 0, 400), (2, 400, 600)]
    assert word_times(["aa", "bb", "cc"], heard, 600) == (
        WordTime(0, 200),
        WordTime(200, 400),
        WordTime(400, 600),
    )


def test_the_first_sound_comes_at_once() -> None:
    samples = sound((0, 200), (5000, 100), (0, 50))
    result = spaced(samples, HZ, [Phrase(350, 120)], [0])
    assert result.starts_ms == (0,)
    assert result.samples.index(5000) <= 20


def test_a_sound_cut_in_two_does_not_click() -> None:
    result = spaced(sound((5000, 200)), HZ, [Phrase(100, 350), Phrase(200, 120)], [0, 100]).samples
    assert result[0] == 0
    assert max(abs(after - before) for before, after in pairwise(result)) <= 5000 // 15 + 1


@given(st.lists(st.text(max_size=5), max_size=8), st.data())
def test_every_word_has_a_time_and_times_never_run_back(words: list[str], data: st.DataObject) -> None:
    indices = sorted(data.draw(st.lists(st.integers(0, max(len(words) - 1, 0)), max_size=6))) if words else []
    edges = sorted(
        data.draw(st.lists(st.integers(0, 5000), min_size=len(indices) + 1, max_size=len(indices) + 1))
    )
    times = word_times(words, [(w, edges[i], edges[i + 1]) for i, w in enumerate(indices)], 5000)
    assert len(times) == len(words)
    assert all(a.start_ms <= b.start_ms for a, b in pairwise(times))
    assert all(time.start_ms <= time.end_ms for time in times)


def test_the_lit_word_follows_the_position() -> None:
    clip = Clip(bytes(2 * 900), 1000, (WordTime(50, 300), WordTime(600, 800)))
    assert [clip.word_at(ms) for ms in (0, 50, 299, 450, 700, 850)] == [None, 0, 0, 0, 1, None]
