"""The domain put together: cards, settings, folders, and what is loaded to get there."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from elder_tutor import app as composition
from elder_tutor import resources
from elder_tutor.app import build, default_cache_dir, default_data_dir, open_core_catalog, open_people
from elder_tutor.errors import KnownError
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.progress.events import Event, EventKind
from tests.lessons.tea_pack import CHECKED, LESSON, ORDER, PACK

NOON = datetime(2026, 6, 8, 12, 0, tzinfo=UTC)
SECOND = replace(LESSON, id="more-tea", steps=LESSON.steps[:3])


def shelve(app, *lessons):
    app._catalog = Catalog([replace(PACK, lessons={lesson.id: lesson for lesson in lessons})])


@pytest.fixture
def app(tmp_path):
    app = build(tmp_path / "data", clock=lambda: NOON, seed=lambda: 7, packs=(), cache_dir=tmp_path / "cache")
    shelve(app, LESSON, SECOND)
    yield app
    app.close()


@pytest.fixture
def session(app):
    return app.session(app.people.add("نورة", "dallah").id)


def card(app, session, lesson="order-tea"):
    return next(card for card in app.cards(session) if card.lesson.id == lesson)


def watch(session, lesson):
    turn = session.open(lesson, "watch")
    while not turn.guidance.finished:
        turn = session.watch_step()


# --- cards --------------------------------------------------------------------------------


def test_a_new_learner_is_offered_the_first_lesson_in_watch(app, session):
    cards = app.cards(session)
    assert [card.lesson.id for card in cards] == ["order-tea", "more-tea"]
    assert [card.today for card in cards] == [True, False]
    assert cards[0].next is Stage.WATCH
    assert (cards[0].is_open, cards[0].done) == (False, ())


def test_after_watch_comes_follow(app, session):
    watch(session, "order-tea")
    assert card(app, session).next is Stage.FOLLOW
    assert card(app, session).done == (Stage.WATCH,)
    assert app.next_stage(session, "order-tea") is Stage.FOLLOW


def test_an_open_attempt_tells_its_step_of_how_many(app, session):
    session.open("order-tea", "follow")
    session.act(ORDER)
    session.leave()
    left = card(app, session)
    assert (left.is_open, left.next, left.step, left.steps) == (True, Stage.FOLLOW, 2, 10)


def test_what_was_left_open_is_proposed_before_what_is_new(app, session):
    session.open("more-tea", "watch")
    session.leave()
    assert [card.today for card in app.cards(session)] == [False, True]


def test_an_attempt_of_an_older_revision_is_no_longer_open(app, session):
    session.open("order-tea", "follow")
    session.leave()
    shelve(app, replace(LESSON, revision=2))
    assert not card(app, session).is_open


def test_a_private_lesson_shows_no_step(app, session):
    shelve(app, replace(LESSON, private=True))
    session = app.session(session.learner)
    session.open("order-tea", "follow")
    session.act(ORDER)
    assert (card(app, session).step, card(app, session).is_open) == (0, False)


def test_a_guest_has_cards_of_their_own(app):
    with contextlib.closing(app.session(None)) as guest, contextlib.closing(app.session(None)) as other:
        watch(guest, "order-tea")
        assert card(app, guest).done == (Stage.WATCH,)
        assert card(app, other).done == ()


# --- what to practise today ------------------------------------------------------------------

FIRST = replace(CHECKED, id="first-tea", needs=())
NEEDY = replace(CHECKED, id="needy-tea", needs=("order-tea", "not-in-any-pack"))
HIDDEN = replace(CHECKED, id="hidden-tea", private=True)


def finish(app, session, lesson, stage="check", due=""):
    """Store that a stage was finished, with the day of the next refresh."""
    data = {"passed": True, "due": due} if due else {"passed": True}
    at = int(NOON.timestamp() * 1000)
    name = f"{lesson}-{stage}-{due}"
    session.store.append([Event(name, session.learner, lesson, 1, stage, "", EventKind.FINISHED, data, at)])


def proposed(app, session):
    found = app.practice_today(session)
    return found.lesson.id, found.why, found.next.value


def test_a_due_refresh_comes_before_the_lesson_in_hand(app, session):
    shelve(app, FIRST, CHECKED)
    session = app.session(session.learner)
    watch(session, "first-tea")
    finish(app, session, "order-tea", due="2026-06-08")
    assert proposed(app, session) == ("order-tea", "due", "refresh")


def test_of_two_that_are_due_the_earlier_day_comes_first(app, session):
    shelve(app, FIRST, CHECKED)
    finish(app, session, "first-tea", due="2026-06-08")
    finish(app, session, "order-tea", due="2026-06-01")
    assert proposed(app, session)[0] == "order-tea"


def test_what_is_due_tomorrow_is_not_proposed_today(app, session):
    shelve(app, FIRST, CHECKED)
    finish(app, session, "order-tea", due="2026-06-09")
    assert proposed(app, session) == ("first-tea", "next", "watch")
    assert card(app, session).due == "2026-06-09"


def test_a_lesson_begun_and_left_between_stages_is_in_hand(app, session):
    shelve(app, FIRST, CHECKED)
    session = app.session(session.learner)
    watch(session, "order-tea")
    assert proposed(app, session) == ("order-tea", "open", "follow")


def test_the_next_lesson_is_one_whose_needs_are_met(app, session):
    shelve(app, NEEDY, CHECKED)
    assert proposed(app, session) == ("order-tea", "next", "watch")
    finish(app, session, "order-tea")
    assert proposed(app, session) == ("needy-tea", "next", "watch")


def test_a_private_lesson_is_never_proposed(app, session):
    shelve(app, HIDDEN, CHECKED)
    finish(app, session, "hidden-tea", due="2026-06-01")
    assert proposed(app, session)[0] == "order-tea"


def test_a_lesson_without_a_check_is_done_after_alone(app, session):
    finish(app, session, "order-tea", "alone")
    assert card(app, session).is_done
    assert card(app, session).next is Stage.ALONE


def test_where_everything_is_done_something_is_still_proposed(app, session):
    shelve(app, CHECKED)
    finish(app, session, "order-tea")
    assert proposed(app, session) == ("order-tea", "next", "check")


# --- settings ------------------------------------------------------------------------------


def test_a_learner_s_settings_lie_on_top_of_the_centre_s(app, session):
    app.keep_settings({"size": 2})
    app.keep_settings({"language": "en"}, session.learner)
    assert app.settings_of(session.learner).size == 2
    assert app.settings_of(session.learner).language == "en"
    assert app.settings_of(None).language == "ar"


def test_settings_are_found_again(app, tmp_path):
    app.keep_settings({"digits": "arab"})
    app.close()
    with contextlib.closing(build(tmp_path / "data", packs=(), cache_dir=tmp_path / "cache")) as again:
        assert again.settings.digits == "arab"


# --- folders ----------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_written_is_known_trouble(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError):
        build(tmp_path / "file" / "data", packs=())


def test_a_bad_pack_is_left_out_and_told(tmp_path):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "pack.yaml").write_text("pack: [", encoding="utf-8")
    made = build(tmp_path / "data", packs=(tmp_path / "bad",), cache_dir=tmp_path / "cache")
    with contextlib.closing(made) as app:
        assert app.faults
        assert app.catalog.lessons == ()


def test_the_folders_follow_the_desktop_s_rule(monkeypatch, tmp_path):
    monkeypatch.setattr(composition.sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "not-absolute")
    assert default_data_dir() == tmp_path / "elder-tutor"
    assert default_cache_dir() == composition.Path.home() / ".cache" / "elder-tutor"


def test_elsewhere_the_folders_are_those_of_the_system(monkeypatch):
    monkeypatch.setattr(composition.sys, "platform", "darwin")
    assert "elder-tutor" in str(default_data_dir())


def test_people_can_be_opened_alone(tmp_path):
    with open_people(tmp_path) as people:
        assert people.learners() == ()


def test_the_core_pack_has_the_three_lessons(tmp_path):
    lessons = {lesson.id for lesson in open_core_catalog(tmp_path).lessons}
    assert lessons >= {"book-appointment", "phishing-sms", "home-visit-request"}


def test_today_is_the_clock_s_unless_it_is_given(tmp_path, app, session):
    session.open("order-tea", "follow")
    assert session.again().view.today == NOON.date()
    made = build(tmp_path / "other", today=date(2026, 1, 2), packs=(), cache_dir=tmp_path / "cache")
    with contextlib.closing(made) as given, contextlib.closing(given.session(None)) as guest:
        assert guest._day() == date(2026, 1, 2)


def test_words_of_a_pack_are_looked_up_in_its_own_folder_too(app):
    assert app.wording("en").lang == "en"
    assert app.wording().rtl


# --- what is loaded ------------------------------------------------------------------------------

LOADED = """
import sys
from pathlib import Path
from elder_tutor.app import build
data, packs, cache = map(Path, sys.argv[1:4])
app = build(data, packs=(packs,), cache_dir=cache)
session = app.session(None)
app.cards(session)
turn = session.open("book-appointment", "watch")
app.wording("ar").line(turn.guidance.say[0])
late = "PySide6 pydantic yaml babel click sqlite_utils argon2 pyttsx3 miniaudio fsrs platformdirs".split()
print([name for name in late if name in sys.modules])
session.close()
app.close()
"""


def test_nothing_that_the_first_page_does_not_need_is_loaded(tmp_path):
    folders = (tmp_path / "data", resources.assets() / "packs" / "core", tmp_path / "cache")
    words = [sys.executable, "-c", LOADED, *map(str, folders)]
    for _ in range(2):  # the first start reads the pack, fills the cache and makes the database
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
