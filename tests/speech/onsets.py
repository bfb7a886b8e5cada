"""When words truly begin: measured in the sound itself, never taken from the voice's own events.

``python -m tests.speech.onsets`` reads ``[[lang, [word, …]], …]`` from its standard input and
answers for every word the time the program lights it and the time it is heard, in milliseconds.

Method. The sentence is spoken as the program does it; then once more for every word that
stands inside a phrase, with a silence of 400 ms put before it into the text that is sent to
the voice. Where that silence begins, the word begins. A word after a pause begins where
the silence of the program's own clip ends, the first one where sound begins.

The silence is written as pause sounds inside the phrase (``[[_:_:…]]``). An SSML break
(``Way.BREAK``) ends the phrase: the voice then lengthens the last syllable before it and
gives the small words (a, in, we, ما) their full vowel, so that the silence begins up to
100 ms later than the word does when nothing breaks the sentence.

Its own uncertainty: blocks of 2 ms, and a sound dies away for some 15 ms into the silence.
Even a pause sound makes what stands before it longer («ring | is» by 100 ms, «بِمَا | تَقُولُونَ» by
90 at a slow pace). That is measured without any event, as the time during which something is
heard, with the silence and without it: ``onset`` is where the silence begins, ``begin`` is
earlier by that growth. Where the clip itself is silent at that place (a gap between words, the
closure of ب, ت, ق), nobody can hear to which word the silence belongs: the word begins between
``begin`` and ``until``, the end of that silence.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from array import array
from enum import StrEnum
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape


class Way(StrEnum):
    """How a silence gets into the sentence."""

    PAUSE = "pause"
    BREAK = "break"


_SILENCE = {Way.PAUSE: " [[_:_:_:_:_:_:]] ", Way.BREAK: ' <break time="400ms"/> '}
_AROUND = {Way.PAUSE: ("", ""), Way.BREAK: ("<speak>", "</speak>")}
_FLAG = {Way.PAUSE: 0x100, Way.BREAK: 0x10}
_ENDS = tuple(".,،؛;:!?؟")
_QUIET, _BLOCK_MS = 90, 2
_LONG_MS, _PAUSE_MS = 100, 250
_SHORT_MS, _EDGE_MS, _NEAR_MS = 10, 20, 60


def silences(pcm: array[int], hz: int, least_ms: int = _LONG_MS) -> list[tuple[float, float]]:
    """List where nothing is heard for ``least_ms`` or more: begin and end in milliseconds.

    With 0 the first of them is the silence at the very beginning, which may have no length.
    """
    block = hz * _BLOCK_MS // 1000
    found: list[tuple[float, float]] = []
    begin: int | None = 0
    for at in range(0, len(pcm) + block, block):
        part = pcm[at : at + block]
        quiet = bool(part) and max(part) < _QUIET and min(part) > -_QUIET
        if quiet and begin is None:
            begin = at
        elif not quiet and begin is not None:
            if (at - begin) * 1000 >= least_ms * hz:
                found.append((begin * 1000 / hz, min(at, len(pcm)) * 1000 / hz))
            begin = None
    return found


class Listener:
    """The program's own speaker, and the same sentence with a break put into it."""

    def __init__(self, way: Way = Way.PAUSE) -> None:
        from pyttsx3.drivers import _espeak

        from elder_tutor.speech.utterance import Speaker
        from elder_tutor.speech.voices.names import Kind
        from elder_tutor.speech.voices.opening import VoiceBox

        box = VoiceBox()
        self._voice: Any = box.source(Kind.ESPEAK)
        self._speak = self._voice.speak
        self._voice.speak = self._with_break
        self._synth = _espeak.Synth
        _espeak.Synth = lambda text, flags: self._synth(
            text, flags=flags | (_FLAG[self._way] if self._place else 0)
        )
        self._place = 0
        self._way = way
        self.sent: list[str] = []
        self.counts: list[int] = []
        file = f"/proc/self/fd/{os.memfd_create('sentence')}"
        self._speaker = Speaker(box, file)

    def say(self, words: list[str], lang: str, wpm: int, place: int = 0) -> tuple[dict[str, Any], array[int]]:
        """Speak words as the worker does; with ``place``, a break stands before that token of the text."""
        self._place = place
        self.counts = [len(self._speaker._tokens(word, lang)) for word in words]
        request = {"words": words, "lang": lang, "voice": "male", "wpm": wpm}
        header, body = self._speaker.answer(request)
        return header, array("h", body)

    def _with_break(self, text: str, *how: Any) -> list[tuple[int, int, int]]:
        if not self._place:
            self.sent = text.split(" ")
            return self._speak(text, *how)
        tokens = [escape(token) for token in self.sent]  # what was really sent, words set apart included
        assert tokens == self.sent, "a text that must be escaped would move the voice's places"
        before, silence = " ".join(tokens[: self._place]), _SILENCE[self._way]
        first, last = _AROUND[self._way]
        marked = f"{first}{before}{silence}{' '.join(tokens[self._place :])}{last}"
        marks = self._speak(marked, *how)
        edge = len(first) + len(before)
        moved = edge + len(silence) - 1 - len(before)
        return [
            (kind, at - len(first) if at < edge else max(at - moved, len(before)), when)
            for kind, at, when in marks
        ]


def compare(listener: Listener, lang: str, words: list[str], wpm: int) -> list[dict[str, Any]]:
    """Answer for every word when it is lit and between which times it begins to be heard."""
    header, pcm = listener.say(words, lang, wpm)
    hz, sent, counts = header["hz"], listener.sent, listener.counts
    result = []
    token = 0
    for place, word in enumerate(words):
        onset = None
        if token == 0:
            begin, until = 0.0, silences(pcm, hz, 0)[0][1]
        elif sent[token - 1][-1:] in _ENDS:
            phrase = sum(earlier[-1:] in _ENDS for earlier in sent[:token])
            pauses = [gap for gap in silences(pcm, hz) if gap[1] - gap[0] >= _PAUSE_MS]
            begin = until = pauses[phrase - 1][1] if phrase <= len(pauses) else math.nan
        else:
            _, broken = listener.say(words, lang, wpm, token)
            onset, begin, until = _broken_at(pcm, broken, hz)
        if word:
            about = {"word": word, "lit": header["words"][place][0], "exact": header["exact"]}
            result.append({**about, "begin": begin, "until": until, "onset": onset})
        token += counts[place]
    return result


def _broken_at(pcm: array[int], broken: array[int], hz: int) -> tuple[float | None, float, float]:
    """Answer where the silence begins, and between which times the word does in the clip itself."""
    own, gaps = silences(pcm, hz), silences(broken, hz)
    place = next((i for i, gap in enumerate(gaps) if i >= len(own) or not _same(gap, own[i])), None)
    if place is None:
        return None, math.nan, math.nan
    onset = gaps[place][0]
    begin = onset - max(_loud_ms(broken, hz) - _loud_ms(pcm, hz), 0)
    quiet = (gap for gap in silences(pcm, hz, _SHORT_MS) if gap[0] <= onset + _EDGE_MS and begin <= gap[1])
    return onset, begin, max((gap[1] for gap in quiet), default=begin)


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _NEAR_MS and abs(one[1] - one[0] - other[1] + other[0]) < _NEAR_MS


def _loud_ms(pcm: array[int], hz: int) -> float:
    """Answer how long something is heard at all, silences and closures left out."""
    block = hz * _BLOCK_MS // 1000
    parts = (pcm[at : at + block] for at in range(0, len(pcm), block))
    return sum(_BLOCK_MS for part in parts if max(part) >= _QUIET or min(part) <= -_QUIET)


def errors(words: list[dict[str, Any]], plain: bool = False) -> list[float]:
    """Answer how far from its true begin each word is lit, in ms; ``plain``: from the onset as it stands."""
    return [_error(word, plain) for word in words]


def _error(word: dict[str, Any], plain: bool) -> float:
    lit, begin, until, onset = (word[key] for key in ("lit", "begin", "until", "onset"))
    if plain and onset is not None:
        return abs(lit - onset)
    return max(begin - lit, lit - until, 0.0) if begin == begin else math.inf


def measured(asked: list[tuple[str, list[str]]], way: Way = Way.PAUSE) -> list[list[dict[str, Any]]]:
    """Measure sentences, each a language and its spoken words, in a process of its own."""
    program = [sys.executable, "-m", "tests.speech.onsets", way.value]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        program, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=root
    )
    found: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure what stands on the standard input."""
    out = os.dup(1)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # pyttsx3 prints
    listener = Listener(Way(sys.argv[1]) if len(sys.argv) > 1 else Way.PAUSE)
    asked = json.load(sys.stdin)
    wpm = {"ar": 105, "en": 150}
    found = [compare(listener, lang, words, wpm.get(lang, 150)) for lang, words in asked]
    with os.fdopen(out, "w", encoding="utf-8") as stream:
        json.dump(found, stream, ensure_ascii=False)  # with NaN for a silence that was not found


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
    os._exit(0)  # espeak asserts when Python takes it down
