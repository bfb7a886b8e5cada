"""A certificate for a course whose every lesson was done alone: A4 across, woven bands, a code to verify it.

The code says which course, on which day, and a mark that only this centre can make; it bears no name.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPainter

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.handing_out import secret_of
from elder_tutor.lessons.model import Course
from elder_tutor.progress.people import Learner
from elder_tutor.progress.summaries import matrix
from elder_tutor.text.bidi import left_to_right
from elder_tutor.text.phrase import phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.paper.brush import CENTRE, Brush
from elder_tutor.ui.paper.sheet import Paper, need_type, write_pdf
from elder_tutor.ui.paper.squares import paint_code
from elder_tutor.ui.place import Box

HEAD: Final = phrase("Certificate")
WE_CERTIFY: Final = phrase("With joy we give this certificate to")
COMPLETED: Final = phrase("who completed every lesson of the course")
COUNT: Final = phrase("Lessons done alone: {count}.")
SIGNATURE: Final = phrase("The trainer's signature")
OURS: Final = phrase("The mark shows that this certificate is ours")
NO_COURSE: Final = phrase("There is no course called {course}.").key
PRIVATE: Final = phrase("For private lessons there is no certificate.").key
NOT_YET: Final = phrase(
    "In this course {count} of {all} lessons are done alone. The certificate comes with the last one."
).key
NOT_OURS: Final = phrase("This is no certificate of this centre: {code}").key

WIDTH, HEIGHT = 1122.5, 793.7
EDGE: Final = Box(30, 27, WIDTH - 60, HEIGHT - 54)
INNER: Final = Box(44, 41, WIDTH - 88, HEIGHT - 82)
MARK_LETTERS: Final = 16
"""80 bits of the keyed mark (RFC 2104 with SHA-256, RFC 4648 base 32): enough that nobody guesses one."""


class NoCertificate(KnownError):
    """Tell why there is no certificate (yet), or that one is not ours."""


@dataclass(frozen=True, slots=True)
class Award:
    """What a certificate says."""

    learner: Learner
    course: Course
    domain: str
    lessons: int
    day: date
    code: str


def award_of(app: App, learner_id: str, course_id: str) -> Award:
    """Answer the certificate of a learner for a course. Raises NoCertificate or UnknownLearner."""
    learner, course = app.people.learner(learner_id), _course(app, course_id)
    open_ones = [each for each in course.lessons if not app.catalog.lesson(each).private]
    if len(open_ones) < len(course.lessons) or not open_ones:
        raise NoCertificate(PRIVATE)
    done = {row.lesson for row in matrix(app.store, learner_id) if row.done_alone or row.done_check}
    count = sum(lesson in done for lesson in open_ones)
    if count < len(open_ones):
        raise NoCertificate(NOT_YET, {"count": count, "all": len(open_ones)})
    day = app.today or app.clock().date()
    mark = _mark(app, learner_id, course.id, day)
    return Award(
        learner, course, app.catalog.domain(open_ones[0]), count, day, f"{course.id}|{day.isoformat()}|{mark}"
    )


def verified(app: App, code: str) -> tuple[Learner, Course, date]:
    """Answer whose certificate bears this code, for which course and from which day.

    Raises NoCertificate for a code this centre did not make, or whose learner was erased.
    """
    course_id, _, rest = code.strip().partition("|")
    day_text, _, mark = rest.partition("|")
    try:
        course, day = _course(app, course_id), date.fromisoformat(day_text)
    except (NoCertificate, ValueError):
        raise NoCertificate(NOT_OURS, {"code": code}) from None
    for learner in app.people.learners():
        if hmac.compare_digest(_mark(app, learner.id, course.id, day), mark.strip().upper()):
            return learner, course, day
    raise NoCertificate(NOT_OURS, {"code": code})


def certificate_paper(app: App, learner_id: str, course_id: str, lang: str = "ar") -> Paper:
    """Make a certificate. Raises NoCertificate or UnknownLearner."""
    need_type()
    award, wording = award_of(app, learner_id, course_id), app.wording(lang)
    title = wording.shown(phrase(award.course.name, award.domain))
    return Paper(title, (partial(_leaf, award, wording),), landscape=True)


def write_certificate(app: App, learner_id: str, course_id: str, path: Path, lang: str = "ar") -> Path:
    """Write a certificate as a PDF file. Raises NoCertificate, UnknownLearner or CannotPrint."""
    write_pdf(certificate_paper(app, learner_id, course_id, lang), path)
    return path


def courses_done(app: App, learner_id: str) -> tuple[str, ...]:
    """Answer the courses a learner may have a certificate for, in their order."""
    done = {row.lesson for row in matrix(app.store, learner_id) if row.done_alone or row.done_check}
    private = {each.id for each in app.catalog.lessons if each.private}
    return tuple(
        course.id
        for pack in app.catalog.packs
        for course in pack.courses
        if course.lessons and set(course.lessons) <= done - private
    )


def _course(app: App, course_id: str) -> Course:
    for pack in app.catalog.packs:
        for course in pack.courses:
            if course.id == course_id:
                return course
    raise NoCertificate(NO_COURSE, {"course": course_id})


def _mark(app: App, learner: str, course: str, day: date) -> str:
    told = f"certificate|{learner}|{course}|{day.isoformat()}".encode()
    letters = b32encode(hmac.new(secret_of(app), told, hashlib.sha256).digest()).decode()[:MARK_LETTERS]
    return "-".join(letters[at : at + 4] for at in range(0, MARK_LETTERS, 4))


# --- drawing -----------------------------------------------------------------------


def _leaf(award: Award, wording: Wording, painter: QPainter) -> None:
    brush = Brush(painter, WIDTH, wording.lang)
    brush.frame(EDGE, 34, "page", "ink", 3.5)
    brush.frame(INNER, 24, "card", "lagoon", 2)
    upper, rest = INNER.inset(40, 26).cut_top(14, 12)
    brush.band(upper)
    rest, lower = rest.cut_bottom(14, 16)
    brush.band(lower)
    _paint_pictures(brush, award, rest)
    top, rest = rest.cut_top(104, 4)
    brush.drawing("motifs/dallah", top.middle_across(110))
    rest, foot = rest.cut_bottom(132, 6)
    _paint_words(brush, award, wording, rest)
    _paint_foot(brush, award, wording, foot)


def _paint_pictures(brush: Brush, award: Award, box: Box) -> None:
    """Draw the learner's own picture at the leading side and the medal at the other."""
    brush.drawing(f"pictures/{award.learner.picture}", box.cut_lead(116)[0].cut_top(128)[0])
    brush.drawing("motifs/rosette", box.cut_end(126)[1].cut_top(126)[0])


def _paint_words(brush: Brush, award: Award, wording: Wording, box: Box) -> None:
    places: list[Box] = []
    for part in (0.24, 0.13, 0.25, 0.13, 0.25):
        top = places[-1].bottom if places else box.top
        places.append(Box(box.lead, top, box.width, box.height * part))
    brush.write(wording.shown(HEAD), places[0], (56, 50, 44), "lagoon", bold=True, across=CENTRE)
    brush.write(wording.shown(WE_CERTIFY), places[1], (25, 22, 20), "ink2", across=CENTRE)
    brush.write(award.learner.name, places[2], (54, 46, 40, 34, 28, 24), bold=True, across=CENTRE)
    brush.write(wording.shown(COMPLETED), places[3], (25, 22, 20), "ink2", across=CENTRE)
    course = wording.shown(phrase(award.course.name, award.domain))
    brush.write(course, places[4], (44, 38, 33, 29, 25), "pomegranate", bold=True, across=CENTRE)


def _paint_foot(brush: Brush, award: Award, wording: Wording, box: Box) -> None:
    told, signed, code = box.shares([1.15, 1.2, 1.15], 26)
    first, second = told.middle(76).rows(2, 0)
    day = f"{wording.date(award.day)} {wording.number(award.day.year)}"
    brush.write(day, first, (22, 20, 18, 16), bold=True)
    brush.write(wording.shown(phrase(COUNT.key, count=award.lessons)), second, (18, 16, 14), "ink2")
    line = signed.top + signed.height * 0.62
    brush.line(signed.lead + 10, signed.end - 10, line, "ink", 1.8)
    below = Box(signed.lead, line + 4, signed.width, 30)
    brush.write(wording.shown(SIGNATURE), below, (17, 15), "ink2", across=CENTRE)
    words, picture = code.cut_end(box.height - 16, 12)
    paint_code(brush, award.code, picture)
    upper, lower = words.middle(96).cut_top(40, 4)
    brush.write(wording.shown(OURS), upper, (14, 13, 12), "ink2", lines=2, spacing=1.3)
    course, day, mark = award.code.split("|")
    for part, row in zip((f"{course}|", f"{day}|", mark), lower.rows(3, 0), strict=True):
        brush.write(left_to_right(part), row, (12, 11, 10, 9), bold=True)
