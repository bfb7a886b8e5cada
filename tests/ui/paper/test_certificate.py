"""A certificate: only for a course that is done, and only this centre can make one."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from elder_tutor.app import App
from elder_tutor.lessons.model import Course
from elder_tutor.ui.paper.certificate import (
    NoCertificate,
    award_of,
    certificate_paper,
    courses_done,
    verified,
    write_certificate,
)
from tests.ui.conftest import TODAY
from tests.ui.paper.conftest import Practised, Written

COURSE = "health-visits"


def course_of(app: App, name: str) -> Course:
    return next(course for pack in app.catalog.packs for course in pack.courses if course.id == name)


@pytest.fixture
def learner(app: App, practised: Practised) -> str:
    """Somebody who did every lesson of a course alone."""
    who = app.people.add("أم خالد", "dallah").id
    practised(who, *course_of(app, COURSE).lessons)
    return who


def test_a_done_course_has_a_certificate(app: App, learner: str, written: Written) -> None:
    written.look_at(certificate_paper(app, learner, COURSE, "en"))
    assert {"أم خالد", "Certificate", "Monday 8 June 2026"} <= set(written.texts)
    assert written.cut == []
    assert courses_done(app, learner) == (COURSE,)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_longest_name_is_not_cut(app: App, learner: str, written: Written, lang: str) -> None:
    app.people.rename(learner, "عبدالرحمن بن عبدالعزيز آل عبدالمحسن ولد")
    written.look_at(certificate_paper(app, learner, COURSE, lang))
    assert written.cut == []


def test_a_course_with_a_lesson_left_has_none_yet(app: App, practised: Practised) -> None:
    who = app.people.add("سالم", "dhow").id
    practised(who, *course_of(app, COURSE).lessons[1:])
    with pytest.raises(NoCertificate, match="3 of 4"):
        award_of(app, who, COURSE)


def test_a_lesson_done_together_only_does_not_count(app: App, practised: Practised) -> None:
    who = app.people.add("سالم", "dhow").id
    practised(who, *course_of(app, COURSE).lessons, stage="follow")
    with pytest.raises(NoCertificate, match="0 of 4"):
        award_of(app, who, COURSE)


def test_a_course_of_private_lessons_has_none_even_when_done(app: App, practised: Practised) -> None:
    who = app.people.add("سالم", "dhow").id
    course = next(
        course
        for pack in app.catalog.packs
        for course in pack.courses
        if course.lessons and all(app.catalog.lesson(each).private for each in course.lessons)
    )
    practised(who, *course.lessons)
    with pytest.raises(NoCertificate, match="private"):
        award_of(app, who, course.id)
    assert courses_done(app, who) == ()


def test_an_unknown_course_is_told(app: App, learner: str) -> None:
    with pytest.raises(NoCertificate, match="no-such"):
        award_of(app, learner, "no-such")


def test_the_code_tells_course_and_day_and_no_name(app: App, learner: str) -> None:
    code = award_of(app, learner, COURSE).code
    assert code.startswith(f"{COURSE}|{TODAY.isoformat()}|")
    assert learner not in code


def test_the_centre_knows_its_own_code(app: App, learner: str) -> None:
    whose, course, day = verified(app, award_of(app, learner, COURSE).code)
    assert (whose.id, course.id, day) == (learner, COURSE, TODAY)


def test_a_code_stays_good_when_the_name_changes(app: App, learner: str) -> None:
    code = award_of(app, learner, COURSE).code
    app.people.rename(learner, "نورة")
    assert verified(app, code)[0].name == "نورة"


@pytest.mark.parametrize(
    "forged",
    ["nonsense", "health-visits|2026-06-08|AAAA-AAAA-AAAA-AAAA", "health-visits|08.06.2026|A", "||", ""],
)
def test_a_code_that_is_not_ours_is_told(app: App, learner: str, forged: str) -> None:
    with pytest.raises(NoCertificate):
        verified(app, forged)


def test_another_day_or_course_makes_another_code(app: App, learner: str) -> None:
    course, day, mark = award_of(app, learner, COURSE).code.split("|")
    for code in (f"{course}|2026-06-09|{mark}", f"find-clinic|{day}|{mark}"):
        with pytest.raises(NoCertificate):
            verified(app, code)


def test_an_erased_learners_code_names_nobody(app: App, learner: str) -> None:
    code = award_of(app, learner, COURSE).code
    app.people.remove(learner)
    with pytest.raises(NoCertificate):
        verified(app, code)


def test_the_file_is_one_page_across(app: App, learner: str, tmp_path: Path) -> None:
    (page,) = pypdf.PdfReader(write_certificate(app, learner, COURSE, tmp_path / "c.pdf")).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
