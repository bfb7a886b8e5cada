"""What a voice tells of a sentence while it speaks it, and the trouble it may have."""

from __future__ import annotations

Mark = tuple[int, int, int]
"""Kind of event, place in the text (from 0), milliseconds from the start of the sound."""
WORD, END, FINISHED = 1, 5, 6


class Unspeakable(Exception):
    """There is no voice for the language."""


class NothingSaid(Exception):
    """The text holds no letter and no digit."""
