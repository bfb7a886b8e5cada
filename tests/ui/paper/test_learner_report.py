"""The report of one learner: one page, kind words, and of private lessons only done or not yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pypdf
import pytest

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.progress.assignments import Assignments
from elder_tutor.progress.groups import Groups
from elder_tutor.progress.remarks import LONGEST, Remarks
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.paper import account as accounts
from elder_tutor.ui.paper import learner_report
from elder_tutor.ui.paper.learner_report import report_paper, write_report
from elder_tutor.ui.paper.sheet import Paper
from tests.ui.conftest import TODAY
from tests.ui.paper.conftest import Practised, Written

OPEN = ("tap-and-press", "book-appointment", "send-message")
PRIVATE = "confidential-report"


@pytest.fixture
def learner(app: App, practised: Practised) -> str:
    """Um Khalid, who did three lessons alone, in a group."""
    who = app.people.add("أم خالد", "dallah").id
    practised(who, *OPEN)
    group = Groups(app.store).add("مجموعة الأحد", "palm")
    Groups(app.store).put(group.id, [who])
    return who


def titles(app: App, lang: str, *lessons: str) -> set[str]:
    return {app.wording(lang).shown(phrase(app.catalog.lesson(one).title, "core")) for one in lessons}


def test_it_says_who_when_and_which_lessons(app: App, learner: str, written: Written) -> None:
    written.look_at(report_paper(app, learner, "en"))
    assert "أم خالد" in written.texts
    assert any("مجموعة الأحد" in text and "May" in text for text in written.texts)
    assert titles(app, "en", *OPEN) <= set(written.texts)


def test_a_lesson_that_was_not_begun_is_only_counted(app: App, learner: str, written: Written) -> None:
    written.look_at(report_paper(app, learner, "en"))
    others = {each.id for each in app.catalog.lessons if not each.private} - set(OPEN)
    assert f"Lessons not begun yet: {len(others)}." in written.texts
    assert len(titles(app, "en", *others) & set(written.texts)) <= accounts.MOST_NEXT


def test_help_is_told_kindly(app: App, learner: str, practised: Practised) -> None:
    practised(learner, "find-clinic", stage="follow")
    words = {entry.title.key: entry.words for entry in accounts.account_of(app, learner).entries}
    assert words[app.catalog.lesson("find-clinic").title] == accounts.TRAINING
    assert words[app.catalog.lesson("send-message").title] == accounts.UNAIDED


@pytest.mark.parametrize(("done", "words"), [(True, "Finished"), (False, "Not yet")])
def test_of_private_lessons_it_says_done_or_not_yet_and_nothing_else(
    app: App, learner: str, practised: Practised, written: Written, done: bool, words: str
) -> None:
    if done:
        practised(learner, PRIVATE)
    written.look_at(report_paper(app, learner, "en"))
    assert written.texts.count("Private lesson") == 1
    assert words in written.texts
    assert not titles(app, "en", PRIVATE) & set(written.texts)
    assert accounts.account_of(app, learner).finished == len(OPEN)


def test_a_private_choice_of_the_trainer_is_not_told(app: App, learner: str) -> None:
    Assignments(app.store).assign(learner, lesson=PRIVATE)
    Assignments(app.store).assign(learner, lesson="video-call")
    told = [title.key for title, _ in accounts.account_of(app, learner).next]
    assert told[0] == app.catalog.lesson("video-call").title
    assert app.catalog.lesson(PRIVATE).title not in told


def test_what_the_trainer_chose_comes_first(app: App, learner: str) -> None:
    Assignments(app.store).assign(learner, course="digital-safety")
    (_, why), *_ = accounts.account_of(app, learner).next
    assert why == accounts.WHY["assigned"]


def test_notes_stand_only_on_a_report_that_asks_for_them(app: App, learner: str, written: Written) -> None:
    Remarks(app.store).add(learner, "Likes the slower voice.")
    written.look_at(report_paper(app, learner, "en"))
    assert "Likes the slower voice." not in written.texts
    written.look_at(report_paper(app, learner, "en", with_notes=True))
    assert {"Likes the slower voice.", "8 June"} <= set(written.texts)


def test_who_has_not_practised_yet_has_a_report_too(app: App, written: Written) -> None:
    who = app.people.add("سالم", "dhow").id
    written.look_at(report_paper(app, who, "en"))
    assert any("Practice has not begun yet." in text for text in written.texts)
    assert written.cut == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_thirty_lessons_and_long_notes_fit_on_one_page(
    app: App, learner: str, practised: Practised, written: Written, lang: str
) -> None:
    practised(learner, *(each.id for each in app.catalog.lessons if not each.private))
    found = accounts.account_of(app, learner)
    notes = tuple((TODAY, ("كلمة طويلة " * (LONGEST // 11)).strip()) for _ in range(accounts.MOST_NOTES))
    full = replace(found, entries=(found.entries * 3)[:30], notes=notes)
    leaf = partial(learner_report._leaf, full, app.wording(lang), TODAY)
    written.look_at(Paper("full", (leaf,)))
    assert written.cut == []
    assert notes[0][1] in written.texts
    assert max(place.bottom() for place in written.places) <= learner_report.INSIDE.bottom + 0.1
    assert min(place.left() for place in written.places) >= learner_report.INSIDE.lead - 0.1


def test_the_file_has_one_page_with_our_type(app: App, learner: str, tmp_path: Path) -> None:
    path = write_report(app, learner, tmp_path / "deep" / "report.pdf")
    (page,) = pypdf.PdfReader(path).pages
    fonts = [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("Vazirmatn" in font for font in fonts)


def test_an_unknown_learner_is_told(app: App, qapp: object) -> None:
    with pytest.raises(KnownError):
        report_paper(app, "nobody")


def test_days_are_those_of_the_centres_own_zone() -> None:
    late = int(datetime(2026, 6, 8, 23, 30, tzinfo=UTC).timestamp() * 1000)
    assert accounts._day(late, UTC) == TODAY
