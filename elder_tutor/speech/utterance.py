"""One sentence spoken: the voice's raw sound becomes a clip with its pauses set and every word timed."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from elder_tutor import i18n
from elder_tutor.speech.arabic import respell
from elder_tutor.speech.lexicon import Lexicon
from elder_tutor.speech.timing import PAUSE_MS, TAIL_MS, Phrase, spaced, word_times
from elder_tutor.speech.voices.marks import END, WORD, Mark, NothingSaid, Unspeakable
from elder_tutor.speech.voices.names import Kind
from elder_tutor.speech.voices.opening import Opened, VoiceBox
from elder_tutor.speech.voices.pace import Pace

_APART = "\u2060"
"""A word joiner before a word: espeak-ng says «of the» as one word and tells no time for the second;
with this sign it knows both for what they are."""


def voice_of_this_system(keep: Path | None = None) -> VoiceBox:
    """Answer the voices of this machine; raise OSError when none can be opened at all.

    ``keep`` is the folder in which the measured pace of unknown voices is kept, None: nowhere.
    """
    box = VoiceBox(keep)
    if not any(box.source(kind) for kind in Kind):
        raise OSError
    return box


class Speaker:
    """Answer requests: words in, sound and word times out."""

    def __init__(self, voices: VoiceBox, file: str) -> None:
        self._voices = voices
        self._file = file
        self._lexicons: dict[str, Lexicon] = {}

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Speak one request: ``words``, ``lang``, ``voice`` (a pitch or a voice id), ``wpm``.

        Answer the header (``hz``; ``words``, start and end in ms; ``exact``) and 16-bit mono sound.
        Raise NothingSaid or Unspeakable.
        """
        words, lang = request["words"], request["lang"]
        tokens = [(index, token) for index, word in enumerate(words) for token in self._tokens(word, lang)]
        texts = [token for _, token in tokens]
        if not any(letter.isalnum() for text in texts for letter in text):
            raise NothingSaid
        voice = self._voices.opened(lang, request["voice"], request.get("chosen", ""))
        pace = voice.pace(request["wpm"], texts)
        said = respell(texts) if voice.kind is Kind.ESPEAK and lang == "ar" else _plain(texts, lang)
        hz, samples, starts, phrases = self._spoken(voice, said, pace)
        result = spaced(samples, hz, phrases, [start for _, start in starts])
        heard = [
            (tokens[token][0], start, end)
            for (token, _), start, end in zip(starts, result.starts_ms, result.ends_ms, strict=True)
        ]
        times = word_times(words, heard, result.silent_ms)
        known = {index for index, _, _ in heard}
        header = {
            "hz": hz,
            "words": [[time.start_ms, time.end_ms] for time in times],
            "exact": voice.exact and all(index in known for index, word in enumerate(words) if word),
            "fallback": voice.fallback,
        }
        return header, result.samples.tobytes()

    def _tokens(self, word: str, lang: str) -> list[str]:
        """Cut what is said of one word at its spaces, foreign tokens as the lexicon says them."""
        if lang not in self._lexicons:
            self._lexicons[lang] = Lexicon.load(lang)
        said = self._lexicons[lang].said(word).split()
        return [token for token in said if any(letter.isalnum() for letter in token)]

    def _spoken(
        self, voice: Opened, said: list[str], pace: Pace
    ) -> tuple[int, array[int], list[tuple[int, int]], list[Phrase]]:
        """Answer the raw sound, the start of each token that was heard, and the phrases.

        Tokens that the voice ran together are set apart and the whole is spoken once more.
        """
        for attempt in range(2):
            marks = voice.speak(" ".join(said), pace, self._file)
            with wave.open(self._file, "rb") as sound:
                hz, samples = sound.getframerate(), array("h", sound.readframes(sound.getnframes()))
            starts, phrases = _placed(marks, said, pace.pause)
            silent = set(range(len(said))) - {token for token, _ in starts} if starts else set()
            if attempt or (samples and not silent):
                break
            said = [_APART + token if place in silent else token for place, token in enumerate(said)]
        if not samples:
            raise Unspeakable
        return hz, samples, starts, phrases or [Phrase(len(samples) * 1000 // hz, TAIL_MS)]


def _placed(
    marks: Sequence[Mark], tokens: Sequence[str], stretch: float
) -> tuple[list[tuple[int, int]], list[Phrase]]:
    """Find which token each word event belongs to, and the pause each phrase shall get."""
    owner = [place for place, token in enumerate(tokens) for _ in range(len(token) + 1)]
    starts: list[tuple[int, int]] = []
    phrases: list[Phrase] = []
    fresh = 0
    for kind, position, at in marks:
        if kind == WORD and 0 <= position < len(owner):
            if not starts or owner[position] >= starts[-1][0]:
                starts.append((owner[position], at))
        elif kind == END:
            while len(starts) > fresh and starts[-1][1] >= at:  # some versions repeat a word at the end
                starts.pop()
            if len(starts) > fresh:
                phrases.append(Phrase(at, _pause(tokens[starts[-1][0]], stretch)))
                fresh = len(starts)
    del starts[fresh:]
    if phrases:
        phrases[-1] = Phrase(phrases[-1].end_ms, TAIL_MS)
    return starts, phrases


def _pause(token: str, stretch: float) -> int:
    """Answer the silence after a token, longer for the slow steps."""
    return round(PAUSE_MS.get(token[-1:], PAUSE_MS[","]) * stretch)


def _plain(tokens: Sequence[str], lang: str) -> list[str]:
    """Take the full stop from titles («Dr.»), where the voice would fall silent."""
    titles = i18n.language(lang).titles if i18n.is_known(lang) else ()
    return [token[:-1] if token in titles else token for token in tokens]
