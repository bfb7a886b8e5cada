"""One page about a learner, for the learner and the family: plain sentences, signs beside the words."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPainter

from elder_tutor.app import App
from elder_tutor.reports.words import PRIVATE_LESSON, STAGES
from elder_tutor.text.bidi import by_first_strong, needs_isolation, of_direction
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.paper.account import Account, Entry, account_of
from elder_tutor.ui.paper.brush import TOP, TRAILING, Brush, Laid, lay
from elder_tutor.ui.paper.sheet import Paper, need_type, write_pdf
from elder_tutor.ui.place import Box
from elder_tutor.ui.words import STAGE_ICONS

HEAD: Final = phrase("Practice report")
PERIOD: Final = phrase("From {first:date:day_month} to {last:date:day_month}")
DAYS: Final = phrase("{days:count:day:nom} of practice")
NOT_BEGUN: Final = phrase("Practice has not begun yet.")
FINISHED: Final = phrase("Lessons done alone")
UNAIDED: Final = phrase("{count} of them without any hint.")
KEPT: Final = phrase("Lessons still remembered after days")
LATER: Final = phrase("We ask again after some days what is remembered.")
TIME: Final = phrase("Time of practice")
HOURS: Final = phrase("{hours:count:hour:nom} and {minutes:count:minute:nom}")
MINUTES: Final = phrase("{minutes:count:minute:nom}")
OF_TEN: Final = phrase("Of every 10 steps, {count} went without a hint.")
LESSONS: Final = phrase("What we practised")
WAITING: Final = phrase("Lessons not begun yet: {count}.")
DONE: Final = phrase("Finished")
NOT_YET: Final = phrase("Not yet")
NEXT: Final = phrase("What comes next")
NOTES: Final = phrase("The trainer's notes")
THANKS: Final = phrase("Every practice is a step forward. Thank you for learning with us.")
WRITTEN_ON: Final = phrase("Written on {day:date}")

WIDTH, HEIGHT = 793.7, 1122.5
EDGE: Final = Box(30, 27, WIDTH - 60, HEIGHT - 54)
INSIDE: Final = Box(54, 46, WIDTH - 108, HEIGHT - 92)
ONE_COLUMN: Final = 12
"""Up to so many lessons stand under one another with room for large words; more go in two columns."""
SIGNS: Final = 6
"""Stages of a lesson with its refresh."""
NOTE_DAY: Final = 92.0
NOTES_ROOM: Final = (200.0, 100.0)
"""Design pixels for notes, with few lessons and with many: the newest that fit stand there."""
ROW: Final = 44.0
"""Tallest row of a lesson."""


def report_paper(app: App, learner_id: str, lang: str = "ar", with_notes: bool = False) -> Paper:
    """Make the report of a learner: always one page. Raises UnknownLearner."""
    need_type()
    account, wording = account_of(app, learner_id, with_notes), app.wording(lang)
    day = app.today or app.clock().date()
    return Paper(account.learner.name, (partial(_leaf, account, wording, day),))


def write_report(app: App, learner_id: str, path: Path, lang: str = "ar", with_notes: bool = False) -> Path:
    """Write the report of a learner as a PDF file and answer where. Raises UnknownLearner or CannotPrint."""
    write_pdf(report_paper(app, learner_id, lang, with_notes), path)
    return path


def _leaf(account: Account, wording: Wording, day: date, painter: QPainter) -> None:
    brush = Brush(painter, WIDTH, wording.lang)
    brush.frame(EDGE, 30, "card", "ink", 3)
    head, rest = INSIDE.cut_top(126, 16)
    _paint_head(brush, account, wording, head)
    rest, foot = rest.cut_bottom(40, 8)
    notes = _notes_laid(account, wording)
    if notes:
        rest, below = rest.cut_bottom(36 + sum(laid.height + 6 for _, laid in notes), 12)
        _paint_notes(brush, notes, wording, below)
    each = 36 if len(account.entries) < ONE_COLUMN else 28
    rest, following = rest.cut_bottom(44 + each * max(1, len(account.next)), 12)
    _paint_next(brush, account, wording, following)
    tiles, lessons = rest.cut_top(102, 12)
    _paint_tiles(brush, account, wording, tiles)
    _paint_lessons(brush, account, wording, lessons)
    brush.write(wording.shown(THANKS), foot.cut_end(190, 12)[0], (17, 15, 13), "lagoon", bold=True)
    said = wording.shown(phrase(WRITTEN_ON.key, day=day))
    brush.write(said, foot.cut_end(190)[1], (14, 13, 12), "ink2", across=TRAILING)


def _paint_head(brush: Brush, account: Account, wording: Wording, box: Box) -> None:
    upper, band = box.cut_bottom(12, 12)
    picture, text = upper.cut_lead(94, 20)
    brush.drawing(f"pictures/{account.learner.picture}", picture)
    brush.drawing("motifs/dallah", text.cut_end(74)[1].inset(0, 8))
    text = text.cut_end(74, 14)[0]
    small, large, below = text.rows(3, 0)
    brush.write(wording.shown(HEAD), small, (20, 18), "lagoon", bold=True)
    name = Box(large.lead, large.top - 6, large.width, large.height + 12)
    brush.write(account.learner.name, name, (36, 32, 28, 24, 20, 17), bold=True)
    period = NOT_BEGUN
    if account.period:
        period = phrase(PERIOD.key, first=account.period[0], last=account.period[1])
    days = [wording.shown(phrase(DAYS.key, days=account.days))] if account.days else []
    told = " · ".join((*map(by_first_strong, account.groups[:3]), wording.shown(period), *days))
    brush.write(told, below, (18, 16, 14, 12), "ink2", lines=1)
    brush.band(band)


def _paint_tiles(brush: Brush, account: Account, wording: Wording, box: Box) -> None:
    first, second, third = box.shares([1.0, 1.0, 1.25], 14)
    words = _paint_figure(brush, first, "line/person", wording.number(account.finished), (38, 34))
    said = [wording.shown(FINISHED)]
    if account.unaided:
        said.append(wording.shown(phrase(UNAIDED.key, count=account.unaided)))
    brush.write("\n".join(said), words, (16, 15, 14, 13, 12), lines=2, spacing=1.25, down=TOP)
    figure = wording.number(account.remembered) if account.remembered else ""
    words = _paint_figure(brush, second, "line/refresh", figure, (38, 34))
    said = [wording.shown(KEPT if account.remembered else LATER)]
    brush.write(said[0], words, (16, 15, 14, 13, 12), lines=2, spacing=1.25, down=TOP)
    words = _paint_figure(brush, third, "line/clock", _time(account, wording), (24, 21, 19, 17, 15))
    label, dots = words.cut_top(20, 2)
    if account.steps:
        tenth = round(10 * account.free / account.steps)
        said = [wording.shown(phrase(OF_TEN.key, count=tenth))]
        brush.write(said[0], label, (14, 13, 12), spacing=1.25)
        _paint_dots(brush, dots, tenth)
    else:
        brush.write(wording.shown(TIME), words, (16, 15), down=TOP)


def _paint_figure(brush: Brush, box: Box, icon: str, figure: str, sizes: tuple[int, ...]) -> Box:
    """Draw the ground of a figure with its sign, and answer the place of the words below it."""
    brush.frame(box, 18, "", "ink", 2)
    top, words = box.inset(14, 7).cut_top(42, 2)
    sign, place = top.cut_lead(36, 10)
    brush.drawing(icon, sign.middle(32), "lagoon", "lagoon_tint")
    if figure:
        brush.write(figure, place, sizes, "lagoon", bold=True)
    return words


def _paint_dots(brush: Brush, box: Box, full: int) -> None:
    """Draw ten steps, those without a hint full: a picture of the sentence above."""
    side = min(18.0, box.height, box.width / 10 - 4)
    for number in range(10):
        spot = Box(box.lead + number * (side + 5), box.top, side, side)
        brush.frame(spot, side / 2, "lagoon" if number < full else "card", "ink", 1.6)


def _time(account: Account, wording: Wording) -> str:
    hours, minutes = divmod(account.minutes, 60)
    if hours and minutes:
        return wording.shown(phrase(HOURS.key, hours=hours, minutes=minutes))
    if hours:
        return wording.shown(phrase("{hours:count:hour:nom}", hours=hours))
    return wording.shown(phrase(MINUTES.key, minutes=minutes))


def _paint_lessons(brush: Brush, account: Account, wording: Wording, box: Box) -> None:
    head, rest = box.cut_top(32, 4)
    brush.write(wording.shown(LESSONS), head, (21, 19), bold=True)
    if account.waiting:
        said = wording.shown(phrase(WAITING.key, count=account.waiting))
        brush.write(said, head, (15, 14), "ink2", across=TRAILING)
    rest, legend = rest.cut_bottom(26, 6)
    _paint_legend(brush, wording, legend)
    lines = [_line(entry) for entry in account.entries]
    if account.private is not None:
        lines.append((PRIVATE_LESSON, None, DONE if account.private else NOT_YET))
    columns = 1 if len(lines) <= ONE_COLUMN else 2
    rows = max(1, -(-len(lines) // columns))
    high = min(ROW, rest.height / rows)
    for number, line in enumerate(lines):
        column = rest.columns(columns, 22)[number // rows]
        place = Box(column.lead, column.top + number % rows * high, column.width, high)
        _paint_lesson(brush, wording, line, place, columns == 1)


_Line = tuple[Phrase, Entry | None, Phrase]
"""A lesson's name, what was done in it (None: not told), and where it stands in words."""


def _line(entry: Entry) -> _Line:
    return entry.title, entry, entry.words


def _paint_lesson(brush: Brush, wording: Wording, line: _Line, box: Box, wide: bool) -> None:
    """Paint a lesson: name, signs and words in one row, or the name above the other two."""
    title, entry, words = line
    brush.line(box.lead, box.end, box.bottom, "hair", 1.2)
    if wide:
        side = min(26.0, box.height - 6)
        name, told = box.cut_end(SIGNS * (side + 4) + 210, 12)
        marks, said = told.cut_lead(SIGNS * (side + 4), 14)
        brush.write(wording.shown(title), name, (19, 17, 15, 13), bold=True)
        brush.write(wording.shown(words), said, (16, 15, 14, 13, 12))
    else:
        upper, lower = box.inset(0, 1.5).cut_top((box.height - 3) * 0.55)
        side = min(15.0, lower.height)
        marks, said = lower.cut_lead(SIGNS * (side + 3), 10)
        brush.write(wording.shown(title), upper, _sizes(upper.height, 16), bold=True, spacing=1.15)
        if entry is None:
            said = lower
        brush.write(wording.shown(words), said, _sizes(lower.height, 13), "ink2", spacing=1.1)
    if entry is not None:
        _paint_stages(brush, entry, marks, side, 4 if wide else 3)


def _sizes(height: float, largest: int) -> tuple[int, ...]:
    """Answer the sizes of type that stand in a line of this height."""
    most = max(11, min(largest, int(height / 1.12)))
    return tuple(range(most, 9, -1))


def _paint_stages(brush: Brush, entry: Entry, box: Box, side: float, gap: float) -> None:
    """Draw a sign for each stage: white on dark when it was gone through, grey in a dashed frame if not."""
    for number, stage in enumerate(entry.stages):
        spot = Box(box.lead + number * (side + gap), box.top + (box.height - side) / 2, side, side)
        done = stage in entry.done
        brush.frame(spot, side * 0.26, "lagoon" if done else "", "lagoon" if done else "line", 1.2, not done)
        inner = spot.inset(side * 0.17)
        main, soft = ("card", "lagoon") if done else ("line", "card")
        brush.drawing(STAGE_ICONS[stage], inner, main, soft)


def _paint_legend(brush: Brush, wording: Wording, box: Box) -> None:
    shown = ("watch", "follow", "find", "alone", "check", "refresh")
    for stage, place in zip(shown, box.columns(len(shown), 6), strict=True):
        sign, words = place.cut_lead(20, 6)
        brush.drawing(STAGE_ICONS[stage], sign.middle(20), "ink", "card")
        brush.write(wording.shown(STAGES[stage]), words, (14, 13, 12, 11), "ink2")


def _paint_next(brush: Brush, account: Account, wording: Wording, box: Box) -> None:
    brush.frame(box, 18, "sand", "ink", 2)
    head, rest = box.inset(18, 6).cut_top(32)
    brush.write(wording.shown(NEXT), head, (20, 18), bold=True)
    for (title, why), row in zip(account.next, rest.rows(max(1, len(account.next)), 0), strict=False):
        sign, words = row.cut_lead(24, 10)
        brush.drawing("line/star", sign.middle(22), "ink", "saffron")
        name, reason = words.shares([1.35, 1.0], 10)
        brush.write(wording.shown(title), name, (18, 16, 14, 13), bold=True)
        brush.write(wording.shown(why), reason, (15, 14, 13, 12), "ink2", across=TRAILING)


_Note = tuple[date, Laid]


def _notes_laid(account: Account, wording: Wording) -> list[_Note]:
    """Answer the newest notes that have room."""
    room = NOTES_ROOM[len(account.entries) >= ONE_COLUMN]
    found: list[_Note] = []
    for day, text in account.notes:
        said = of_direction(text, not wording.rtl) if needs_isolation(text, wording.rtl) else text
        laid = lay(
            said, range(15, 10, -1), INSIDE.width - NOTE_DAY - 10, wording.lang, height=room, spacing=1.3
        )
        if not laid.whole:
            break
        room -= laid.height + 6
        found.append((day, laid))
    return found


def _paint_notes(brush: Brush, notes: list[_Note], wording: Wording, box: Box) -> None:
    head, rest = box.cut_top(32, 4)
    brush.write(wording.shown(NOTES), head, (20, 18), bold=True)
    for day, laid in notes:
        row, rest = rest.cut_top(laid.height, 6)
        when, words = row.cut_lead(NOTE_DAY, 10)
        brush.write(wording.date(day, "day_month"), when, (14, 13, 12), "ink2", down=TOP)
        brush.words(laid, words, down=TOP)
