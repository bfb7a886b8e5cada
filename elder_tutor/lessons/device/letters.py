"""What was typed, as the only thing conditions may know of it: the class of a text."""

from __future__ import annotations

from collections.abc import Callable

from elder_tutor.lessons.device.keyboard import digits, plain
from elder_tutor.lessons.model import TextClass, Var

EMPTY = "empty"
OTHER = "other"

Known = Callable[[str], str]
"""Answers what a ``$name`` in a class stands for: the digits of a code, or "" before it is drawn."""


def text_class(var: Var, letters: str, known: Known) -> str:
    """Answer the first class that fits the letters; ``empty`` or ``other`` when none does."""
    text = plain(letters).strip()
    if not text:
        return EMPTY
    return next((each.name for each in var.classes if _fits(each, text, known)), OTHER)


def _fits(each: TextClass, text: str, known: Known) -> bool:
    if each.equals is not None:
        wanted = meant(each.equals, known)
        return bool(wanted) and text == wanted
    if each.digits is not None:
        return text.isdigit() and len(text) == each.digits
    if each.fewer_digits is not None:
        return len(digits(text)) < each.fewer_digits
    if each.words:
        return any(plain(word) in text for word in each.words)
    return len(text) >= (each.least or 1)


def meant(text: str, known: Known) -> str:
    """Answer a literal, or what ``$name`` stands for."""
    return known(text[1:]) if text.startswith("$") else plain(text).strip()


def sample_of(each: TextClass, known: Known) -> str:
    """Answer letters that belong to a class: the author's sample, or ones that follow from its test."""
    if each.sample:
        return meant(each.sample, known)
    if each.equals is not None:
        return meant(each.equals, known)
    if each.digits is not None:
        return ("5" * each.digits)[: each.digits]
    if each.fewer_digits is not None:
        return "5" * max(each.fewer_digits - 1, 1)
    return plain(each.words[0]) if each.words else "ا" * (each.least or 1)


def best_class(var: Var) -> TextClass | None:
    """Answer the class a guide leads to: ``ok``, else the first that carries a sample of its own."""
    named = {each.name: each for each in var.classes}
    return named.get("ok") or next((each for each in var.classes if each.sample), None)
