"""The words of a clip as a JSON file: what stands on the page and when it is said, in seconds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from elder_tutor.speech.clip import Clip
from elder_tutor.speech.errors import SpeechError
from elder_tutor.text import bidi
from elder_tutor.text.line import Line


class CannotWriteWords(SpeechError):
    """Tell that the times of the words cannot be written where they should be."""

    def __init__(self, place: Path) -> None:
        super().__init__("The file of words “{place}” cannot be written.", {"place": str(place)})


def words_of(line: Line, clip: Clip) -> dict[str, Any]:
    """Answer ``{"exact": bool, "words": [{"shown", "start", "end"}]}``, one entry for each word of the line.

    Times are seconds from the start of the clip, to the millisecond; ``exact`` is False when
    the voice tells no times and they are an estimate. No direction control is in ``shown``.
    """
    words = [
        {"shown": bidi.plain(word.shown), "start": time.start_ms / 1000, "end": time.end_ms / 1000}
        for word, time in zip(line.words, clip.words, strict=True)
    ]
    return {"exact": clip.exact, "words": words}


def write_words(line: Line, clip: Clip, out: Path) -> None:
    """Write the words of a clip as JSON; raise CannotWriteWords when the place does not take it."""
    try:
        out.write_text(json.dumps(words_of(line, clip), ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise CannotWriteWords(out) from error
