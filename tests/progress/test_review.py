"""When a lesson is practised again, and when it is mastered."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elder_tutor.progress import review, summaries
from elder_tutor.progress.review import AGAIN, GOOD, HARD, LONGEST_DAYS, Review, due_day, rating_of
from elder_tutor.progress.store import Store

DAY = date(2026, 6, 8)
LESSON = "book-appointment"
RATINGS = (AGAIN, HARD, GOOD)


def after(*days: int, rating: int = GOOD) -> int:
    """Answer how many days after the last of these checks the next one is due."""
    due = due_day([Review(DAY + timedelta(days=day), rating) for day in days])
    assert due is not None
    return (due - DAY).days - days[-1]


# --- the schedule ---------------------------------------------------------------------------


def test_before_the_first_check_nothing_is_due() -> None:
    assert due_day([]) is None


def test_each_check_passed_without_a_hint_makes_the_pause_longer() -> None:
    assert after(0) < after(0, 2) < after(0, 2, 8)


def test_a_check_with_help_comes_again_sooner() -> None:
    good = [Review(DAY, GOOD), Review(DAY + timedelta(3), GOOD)]
    again = due_day([*good[:1], Review(DAY + timedelta(3), AGAIN)])
    hard = due_day([*good[:1], Review(DAY + timedelta(3), HARD)])
    assert again is not None
    assert hard is not None
    assert again <= hard < due_day(good)  # type: ignore[operator]


def test_the_same_checks_always_give_the_same_day() -> None:
    checks = [Review(DAY + timedelta(day), GOOD) for day in (0, 2, 9, 30)]
    assert len({due_day(checks) for _ in range(5)}) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(RATINGS)), min_size=1, max_size=12))
def test_the_next_refresh_is_one_to_ninety_days_away(steps: list[tuple[int, int]]) -> None:
    day, checks = DAY, []
    for pause, rating in steps:
        day += timedelta(days=pause)
        checks.append(Review(day, rating))
    due = due_day(checks)
    assert due is not None
    assert 1 <= (due - day).days <= LONGEST_DAYS


@pytest.mark.parametrize(
    ("passed", "reached", "rung", "rating"),
    [
        (True, True, 0, GOOD),
        (False, True, 1, HARD),
        (False, True, 3, HARD),
        (False, True, 4, AGAIN),
        (False, False, 2, AGAIN),
        (False, False, 0, AGAIN),
    ],
)
def test_the_rating_comes_from_the_hints_and_is_never_easy(
    passed: bool, reached: bool, rung: int, rating: int
) -> None:
    assert rating_of(passed, reached, rung) == rating


def test_reading_what_is_due_needs_no_fsrs(store: Store, folder: Path) -> None:
    store.close()
    script = (
        "import sys; from datetime import datetime, UTC; from pathlib import Path\n"
        "from elder_tutor.progress import review, summaries\n"
        "from elder_tutor.progress.store import Store\n"
        "store = Store.open(Path(sys.argv[1]), lambda: datetime.now(UTC))\n"
        "summaries.matrix(store); store.rebuild(); store.close()\n"
        "print('fsrs' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    words = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout == "False\n"


# --- mastery ---------------------------------------------------------------------------------


@pytest.fixture
def checked(store: Store, learner, fact):
    """Finish checks, given as (day, what is different), and answer the cell."""

    def checked(*checks: tuple[str, dict]) -> summaries.Standing:
        for n, (day, changes) in enumerate(checks):
            data = {"passed": True, "unaided": True, "criterion": review.CRITERION, "day": day, **changes}
            stage = data.pop("stage", "check")
            store.append([fact("finished", attempt=f"c{n}", stage=stage, **data)])
        found = summaries.standing(store, learner.id, LESSON)
        assert found is not None
        return found

    return checked


def test_two_unaided_checks_on_two_days_are_mastery(checked) -> None:
    assert checked(("2026-06-08", {}), ("2026-06-10", {})).is_mastered


def test_two_checks_on_one_day_are_not(checked) -> None:
    found = checked(("2026-06-08", {}), ("2026-06-08", {}))
    assert not found.is_mastered
    assert found.unaided_day == "2026-06-08"


@pytest.mark.parametrize("changes", [{"passed": False}, {"unaided": False}, {"criterion": "another:1"}])
def test_a_check_that_does_not_count_is_no_half_of_mastery(checked, changes) -> None:
    assert not checked(("2026-06-08", {}), ("2026-06-10", changes)).is_mastered


def test_a_refresh_counts_as_a_check(checked) -> None:
    assert checked(("2026-06-08", {}), ("2026-06-10", {"stage": "refresh"})).is_mastered


def test_mastered_stays_and_keeps_its_first_moment(checked) -> None:
    first = checked(("2026-06-08", {}), ("2026-06-10", {})).mastered
    assert checked(("2026-06-20", {"passed": False})).mastered == first


def test_the_day_that_is_due_is_that_of_the_last_check(checked) -> None:
    found = checked(("2026-06-08", {"due": "2026-06-09"}), ("2026-06-10", {"due": "2026-06-13"}))
    assert found.due == "2026-06-13"
    assert not found.is_due("2026-06-12")
    assert found.is_due("2026-06-13")


# --- calls for help ----------------------------------------------------------------------------


def test_calls_for_help_are_answered_in_order_and_only_once(store: Store, fact) -> None:
    store.append([fact("opened"), fact("helped", "day", by="learner", why="real")])
    first = store.calls_for_help()
    store.append([fact("acted", "day"), fact("helped", attempt="x", lesson="", stage="", by="learner")])
    later = store.calls_for_help(first[-1].seq)
    assert [(call.lesson, call.step) for call in (*first, *later)] == [(LESSON, "day"), ("", "")]


def test_a_call_without_a_lesson_is_counted_nowhere(store: Store, fact) -> None:
    store.append([fact("helped", attempt="x", lesson="", stage="", by="learner")])
    assert summaries.matrix(store) == ()
    assert store.last_attempt(fact("opened").learner, "") is None


def test_a_timer_that_ran_out_is_no_try(store: Store, learner, fact) -> None:
    store.append([fact("opened"), fact("acted", "day", do="tick", element="a.t", right=True)])
    assert [step.tries for step in summaries.steps(store, learner.id)] == [0]
