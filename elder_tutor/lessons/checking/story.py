"""A list of actions in words an author can follow: ``health.home.book «حجز موعد»``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.view import Action, Do
from elder_tutor.text.marks import shown
from elder_tutor.text.phrase import Phrase

_FIELD = re.compile(r"\{([^{}:]*)[^{}]*\}")
_MOST_LETTERS = 40


class Tried(NamedTuple):
    """One thing that happened: an action, or a timer that ran out."""

    action: Action | None
    timer: str = ""

    def made(self, phone: Phone, state: PhoneState) -> PhoneState:
        """Answer the state after it."""
        if self.action is None:
            return phone.fire(state, self.timer)[0]
        return phone.apply(state, self.action)[0]


def played(phone: Phone, state: PhoneState, tried: Iterable[Tried]) -> PhoneState:
    """Answer the state after all that was tried."""
    for each in tried:
        state = each.made(phone, state)
    return state


def told(phone: Phone, state: PhoneState, tried: Iterable[Tried]) -> str:
    """Answer what was tried, numbered, each with the label that stood there."""
    lines = []
    for number, each in enumerate(tried, 1):
        lines.append(f"{number}. {_words(phone, state, each)}")
        state = each.made(phone, state)
    return "; ".join(lines)


def _words(phone: Phone, state: PhoneState, tried: Tried) -> str:
    action = tried.action
    if action is None:
        return f"the timer {tried.timer} runs out"
    if action.do in (Do.BACK, Do.HOME, Do.DONE, Do.DELETE):
        return str(action.do.value)
    label = _label(phone, state, action)
    what = f"{action.element} «{label}»" if label else action.element or str(action.do.value)
    if action.do is Do.WRITE:
        return f"{what} ← “{action.text}”" if action.text else f"{what} emptied"
    if action.do is Do.SET:
        return f"{what} ← {action.level}"
    return what if action.do in (Do.TAP, Do.PICK) else f"{what} ({action.do.value})"


def _label(phone: Phone, state: PhoneState, action: Action) -> str:
    view = phone.view(state)
    for notice in view.notices:
        if action.element in (notice.id, f"notice.{notice.id}"):
            return plain(notice.text)
    for element in view.elements:
        if element.id == action.element:
            row = next((row for row in element.rows if row.id == action.row), None)
            return plain(row.label if row is not None else element.label or element.text)
    return ""


def plain(phrase: Phrase | None) -> str:
    """Answer the Arabic of a phrase with its fields filled, without vowels, cut when long."""
    if phrase is None:
        return ""
    values = dict(phrase.values)

    def fill(match: re.Match[str]) -> str:
        value = values.get(match[1], "")
        return plain(value) if isinstance(value, Phrase) else str(value)

    text = shown(_FIELD.sub(fill, phrase.key))
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
