"""Turn a lesson's funnel and its revisions into plots and tables."""

from __future__ import annotations

from typing import Final

from elder_tutor.reports.least import LEAST
from elder_tutor.reports.revisions import Change, Share
from elder_tutor.reports.tables import Funnel
from elder_tutor.reports.words import COLUMNS
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.text.wording import Wording
from elder_tutor.ui.trainer.lesson_parts import stopped
from elder_tutor.ui.trainer.plots.values import Bars, Numbers, Part, Row

STEP: Final = phrase("Step")
REACHED: Final = phrase("Came here")
WENT_ON: Final = phrase("Went on")
STOPPED: Final = phrase("Stopped")
REVISION: Final = phrase("Revision {number}")
ALONE: Final = phrase("Did the step without a hint, the first time")
NUMBERED: Final = phrase("{number}. {step}")
PERCENT: Final = phrase("{share:percent}")
OF: Final = phrase("{share:percent} ({part} of {whole})")
FEW: Final = phrase("Under {few}", few=LEAST)


def funnel_numbers(funnel: Funnel, wording: Wording) -> Numbers:
    """Answer the funnel as a table: the values that its bars show, and what stood in the way."""
    shown, number = wording.shown, wording.number
    heads = (STEP, REACHED, WENT_ON, STOPPED, COLUMNS["hints"], COLUMNS["mistakes"], COLUMNS["missed"])
    rows = []
    for row in funnel.rows:
        count = row.count
        cells = (count.reached, count.done, stopped(row), count.hints, count.mistakes, count.missed)
        name = phrase(NUMBERED.key, number=row.step.number, step=row.step.name)
        rows.append((shown(name), *(number(cell) for cell in cells)))
    return Numbers(tuple(shown(head) for head in heads), tuple(rows))


def funnel_bars(funnel: Funnel, wording: Wording) -> Bars:
    """Answer how many went on at each step, as the funnel shows it."""
    shown = wording.shown
    rows = tuple(
        Row(
            shown(phrase(NUMBERED.key, number=row.step.number, step=row.step.name)),
            (Part(row.count.done, wording.number(row.count.done)),),
            funnel.hardest is not None and row.step.id == funnel.hardest.step.id,
        )
        for row in funnel.rows
    )
    most = max((row.count.reached for row in funnel.rows), default=0) or 1
    return Bars(shown(funnel.lesson.title), shown(STEP), (shown(WENT_ON),), rows, most, whole=True)


def change_bars(change: Change, wording: Wording) -> Bars:
    """Answer the share without a hint at each step, before and after."""
    rows = tuple(
        Row(
            wording.shown(phrase(NUMBERED.key, number=row.step.number, step=row.step.name)),
            (_part(row.before, wording), _part(row.after, wording)),
        )
        for row in change.rows
    )
    shown = wording.shown
    return Bars(shown(ALONE), shown(STEP), _revisions(change, wording), rows, 100)


def change_numbers(change: Change, wording: Wording) -> Numbers:
    """Answer the same as a table, with how many stand behind each share."""
    rows = tuple(
        (
            wording.shown(phrase(NUMBERED.key, number=row.step.number, step=row.step.name)),
            _of(row.before, wording),
            _of(row.after, wording),
        )
        for row in change.rows
    )
    return Numbers((wording.shown(STEP), *_revisions(change, wording)), rows)


def _revisions(change: Change, wording: Wording) -> tuple[str, str]:
    before, after = (phrase(REVISION.key, number=one) for one in (change.before, change.after))
    return wording.shown(before), wording.shown(after)


def _part(share: Share, wording: Wording) -> Part:
    return Part(share.percent, wording.shown(_share(share)))


def _share(share: Share) -> Phrase:
    return FEW if share.percent is None else phrase(PERCENT.key, share=share.percent)


def _of(share: Share, wording: Wording) -> str:
    if share.percent is None:
        return wording.shown(FEW)
    told = phrase(OF.key, share=share.percent, part=share.free, whole=share.reached)
    return wording.shown(told)
