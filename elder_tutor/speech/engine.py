"""Speak lines without making anyone wait: ask now, collect the clip when it is there."""

from __future__ import annotations

import heapq
import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.speech.cache import ClipCache, key_of
from elder_tutor.speech.clip import Clip, WordTime, write_wav
from elder_tutor.speech.errors import NothingToSay, NoVoice, SpeechError, VoiceFailed
from elder_tutor.speech.voice_process import COMMAND, VoiceLost, VoiceProcess
from elder_tutor.speech.voices.names import WPM, VoiceInfo
from elder_tutor.text.line import Line
from elder_tutor.text.wording import Wording

_KEPT_BYTES = 32 * 1024 * 1024
Text = Line | str | Sequence[str]
"""A line, a written text, or the spoken words of a line."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What became of a request: a clip, or the trouble that prevented it."""

    ticket: int
    clip: Clip | None
    error: SpeechError | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    words: tuple[str, ...]
    lang: str
    wpm: int
    private: bool

    def __post_init__(self) -> None:
        if not any(letter.isalnum() for word in self.words for letter in word):
            raise NothingToSay


@dataclass(order=True, slots=True)
class _Waiting:
    urgency: int
    ticket: int
    job: _Job | None = field(compare=False)
    """None only wakes the worker."""


class Engine:
    """A voice that can be asked from any thread; one worker speaks one sentence at a time.

    ``submit`` never blocks. When something is ready, ``fileno()`` becomes readable (for a
    QSocketNotifier or select) and ``results()`` hands it over. ``synth`` is the same for a
    caller that can wait. Clips are kept in memory, and on disk in ``cache`` unless private.
    ``voice`` is male or female; ``chosen`` names by language a voice that is wanted instead.
    """

    def __init__(
        self,
        cache: ClipCache | None = None,
        voice: str = "male",
        chosen: Mapping[str, str] = MappingProxyType({}),
        process: VoiceProcess | None = None,
    ) -> None:
        self.voice = voice
        self.chosen = MappingProxyType(dict(chosen))
        self.stand_ins: set[str] = set()
        """Languages whose chosen voice could not be opened; the built-in one speaks, and is not cached."""
        self._cache = cache
        self._process = process or VoiceProcess(command=(*COMMAND, *([str(cache.folder)] if cache else [])))
        self._speaking = threading.Lock()
        self._changed = threading.Condition()
        self._waiting: list[_Waiting] = []
        self._done: list[Spoken] = []
        self._kept: OrderedDict[str, Clip] = OrderedDict()
        self._person = 0
        """Counts who sits here: what was begun for the one before is not kept for the next."""
        self._last_ticket = 0
        self._closed = False
        self._thread: threading.Thread | None = None
        self._readable, self._bell = os.pipe()
        os.set_blocking(self._readable, False)
        os.set_blocking(self._bell, False)

    def fileno(self) -> int:
        """Answer a file descriptor that is readable while results wait to be collected."""
        return self._readable

    def warm(self) -> None:
        """Start the worker in the background, before anything is asked."""
        with self._changed:
            heapq.heappush(self._waiting, _Waiting(0, 0, None))
            self._start()
            self._changed.notify()

    def submit(
        self,
        text: Text,
        lang: str = "",
        wpm: int = 0,
        private: bool = False,
        ahead: bool = False,
    ) -> int:
        """Ask for a text to be spoken and answer its ticket.

        ``text`` is a line, or written text, or the spoken words of a line. ``lang`` is
        the line's own unless given, ``wpm`` measured words a minute (0: a calm pace).
        ``ahead`` gives way to what is needed now.
        """
        with self._changed:
            self._last_ticket += 1
            ticket = self._last_ticket
        try:
            job = _job(text, lang, wpm, private)
        except NothingToSay as error:
            self._deliver(Spoken(ticket, None, error))
            return ticket
        with self._changed:
            clip = self._kept.get(self._key(job))
            if clip is None:
                heapq.heappush(self._waiting, _Waiting(int(ahead), ticket, job))
                self._start()
                self._changed.notify()
        if clip is not None:
            self._deliver(Spoken(ticket, clip))
        return ticket

    def results(self) -> list[Spoken]:
        """Collect what became ready since the last time, in order; never blocks."""
        with self._changed:
            if self._closed:
                return []
            with suppress(BlockingIOError):
                while os.read(self._readable, 512):
                    pass
            done, self._done = self._done, []
        return done

    def synth(self, text: Text, lang: str = "", wpm: int = 0, private: bool = False) -> Clip:
        """Speak a text and wait for it; raise NothingToSay, NoVoice or VoiceFailed."""
        return self._clip(_job(text, lang, wpm, private), self._person)

    def voices(self, lang: str = "", every: bool = False) -> tuple[VoiceInfo, ...]:
        """Answer the voices of this machine, of one language or all; blocks, and none when it cannot tell.

        ``every`` adds those that are not worth offering.
        """
        try:
            header, _ = self._answer({"list": True, "lang": lang, "every": every})
        except VoiceFailed:
            return ()
        found = header.get("voices")
        return tuple(VoiceInfo(**about) for about in found) if isinstance(found, list) else ()

    def forget_waiting(self) -> None:
        """Drop what was asked for and not yet begun (the page has changed)."""
        with self._changed:
            self._waiting.clear()

    def forget_clips(self) -> None:
        """Drop every clip kept in memory or on its way (another person sits down)."""
        with self._changed:
            self._person += 1
            self._kept.clear()
            self._done.clear()

    def close(self) -> None:
        """End the worker and the thread; results still waiting are lost."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            self._waiting.clear()
            self._changed.notify()
        self._process.kill()
        if self._thread is not None:
            self._thread.join()
        with self._speaking:
            self._process.end()
        os.close(self._readable)
        os.close(self._bell)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="speech", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._closed:
                    self._changed.wait()
                if self._closed:
                    return
                waiting, person = heapq.heappop(self._waiting), self._person
            if waiting.job is None:
                with self._speaking:
                    self._process.start()
                continue
            try:
                spoken = Spoken(waiting.ticket, self._clip(waiting.job, person))
            except SpeechError as error:
                spoken = Spoken(waiting.ticket, None, error)
            self._deliver(spoken)

    def _deliver(self, spoken: Spoken) -> None:
        with self._changed:
            if self._closed:
                return
            self._done.append(spoken)
            with suppress(BlockingIOError):
                os.write(self._bell, b".")

    def _clip(self, job: _Job, person: int) -> Clip:
        """Answer a clip; it is kept for the person for whom it was begun only."""
        key = self._key(job)
        with self._changed:
            known = self._kept.get(key)
        if known is not None:
            return known
        disk = None if job.private else self._cache
        clip = disk.get(key) if disk else None
        if clip is None:
            clip = self._ask(job)
            if job.lang in self.stand_ins:
                return clip
            if disk:
                disk.put(key, clip)
        self._keep(key, clip, person)
        return clip

    def _key(self, job: _Job) -> str:
        voice = f"{self.voice} {self.chosen.get(job.lang, '')}"
        return key_of(job.words, job.lang, voice.strip(), job.wpm)

    def _keep(self, key: str, clip: Clip, person: int) -> None:
        with self._changed:
            if person != self._person:
                return
            self._kept[key] = clip
            self._kept.move_to_end(key)
            size = sum(len(kept.pcm) for kept in self._kept.values())
            while size > _KEPT_BYTES:
                size -= len(self._kept.popitem(last=False)[1].pcm)

    def _ask(self, job: _Job) -> Clip:
        request = {
            "words": job.words,
            "lang": job.lang,
            "wpm": job.wpm,
            "voice": self.voice,
            "chosen": self.chosen.get(job.lang, ""),
        }
        header, pcm = self._answer(request)
        (self.stand_ins.add if header.get("fallback") is True else self.stand_ins.discard)(job.lang)
        return _read(header, pcm, job.lang)

    def _answer(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Ask the worker; a worker that was lost is asked once more, started anew."""
        with self._speaking:
            for _ in range(2):
                if self._closed:
                    break
                try:
                    return self._process.ask(request)
                except VoiceLost:
                    _log.warning("The voice was lost and is started again.")
        raise VoiceFailed


def say_to_file(text: str | Line, lang: str, wpm: int, out: Path, engine: Engine | None = None) -> Clip:
    """Speak a text into a WAV file, with no screen and no sound card.

    Raise NothingToSay, NoVoice, VoiceFailed or CannotWriteSound. ``wpm`` 0 is a calm pace.
    """
    if engine is None:
        with Engine() as own:
            return say_to_file(text, lang, wpm, out, own)
    line = text if isinstance(text, Line) else written(text, lang)
    clip = engine.synth(line, lang, wpm, private=True)
    write_wav(clip, out)
    return clip


def written(text: str, lang: str) -> Line:
    """Read a text as lessons are written: numbers in words, marks and brackets as usual."""
    return Wording(lang, Translator(lang), load_region()).text(text, private=True)


def _job(text: Text, lang: str, wpm: int, private: bool) -> _Job:
    if isinstance(text, Line):
        words = tuple(word.spoken for word in text.words)
        lang, private = lang or text.lang, private or text.private
    else:
        words = tuple(text.split()) if isinstance(text, str) else tuple(text)
    lang = lang or "ar"
    return _Job(words, lang, wpm or WPM.get(lang, WPM["en"]), private)


def _read(header: dict[str, object], pcm: bytes, lang: str) -> Clip:
    error = header.get("error")
    if error == "nothing":
        raise NothingToSay
    if error is not None:
        raise NoVoice(lang)
    hz, words = header["hz"], header["words"]
    assert isinstance(hz, int)
    assert isinstance(words, list)
    times = tuple(WordTime(start, end) for start, end in words)
    return Clip(pcm, hz, times, header.get("exact") is True)
