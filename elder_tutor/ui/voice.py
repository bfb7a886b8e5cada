"""Say sentences one after another and tell which word is being said; never waits for anything.

With a voice the words follow the sound; in silence, or where there is no voice, the captions
go on by an estimate of the time a calm reader takes, so that every lesson works either way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from elder_tutor.frozen import dataclass
from elder_tutor.i18n import pace_in

if TYPE_CHECKING:
    from elder_tutor.speech.clip import Clip
    from elder_tutor.speech.engine import Spoken
    from elder_tutor.speech.errors import SpeechError
    from elder_tutor.text.line import Line

TICK_MS: Final = 33
PAUSE_MS: Final = 700
"""Of silence between two sentences; what a clip's own end gives is taken off."""
PATIENCE_MS: Final = 2500
"""After this long without sound a sentence goes on as captions alone."""
RETRY_AFTER: Final = 4
"""So many sentences stand as captions alone after the voice was lost, then it is asked once more."""


class Speaker(Protocol):
    """What the voice asks of ``speech.engine.Engine``."""

    voice: str

    def submit(
        self, text: Line, lang: str = "", wpm: int = 0, private: bool = False, ahead: bool = False
    ) -> int:
        """Ask for a line and answer a ticket."""

    def results(self) -> list[Spoken]:
        """Collect what became ready."""

    def forget_waiting(self) -> None:
        """Drop what was not begun."""

    def forget_clips(self) -> None:
        """Drop what was kept in memory."""

    def fileno(self) -> int:
        """Answer what becomes readable when results wait."""


class Sound(Protocol):
    """What the voice asks of ``speech.player.Player``."""

    volume: int

    def play(self, clip: Clip, /) -> None:
        """Begin a clip."""

    def pause(self) -> None:
        """Hold it."""

    def resume(self) -> None:
        """Go on."""

    def stop(self) -> None:
        """End it at once."""

    @property
    def position_ms(self) -> int:
        """Answer how much was heard."""

    @property
    def finished(self) -> bool:
        """Tell whether the clip was heard to its end."""


@dataclass(slots=True)
class _Caption:
    """Estimated word times of a sentence; ``begun`` is the clock's time of its first word."""

    ends: tuple[int, ...]
    begun: int


class Voice(QObject):
    """Speak lines in order.

    ``wordSpoken`` carries the line's and the word's number; ``finished`` comes once after
    the last line, ``stopped`` when lines were cut short. ``troubled`` tells that the voice was
    lost: the captions go on alone, and after some sentences it is asked once more.
    """

    asked = Signal(object)
    """Which lines are to be said, before the first of them is."""
    lineStarted = Signal(int)
    wordSpoken = Signal(int, int)
    finished = Signal()
    stopped = Signal()
    troubled = Signal(object)

    def __init__(self, now: Callable[[], int] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now or (lambda: time.monotonic_ns() // 1_000_000)
        self._speaker: Speaker | None = None
        self._sound: Sound | None = None
        self._notifier: QSocketNotifier | None = None
        self._settled = False
        self._silent = False
        self._lost = 0
        """How many sentences are still captions alone before a lost voice is asked again."""
        self._told = False
        """The voice is lost, and it was told."""
        self._wpm = 0
        self._counted_in = ""
        self._voice = ""
        self._volume = 80
        self._lines: tuple[Line, ...] = ()
        self._line = -1
        self._ticket = 0
        self._asked_at = 0
        self._clip: Clip | None = None
        self._caption: _Caption | None = None
        self._gap_until = 0
        self._paused_at: int | None = None
        self._word = -1
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    # --- what there is ---------------------------------------------------------

    def connect_speech(self, speaker: Speaker, sound: Sound) -> None:
        """Take a voice; what waited for one is said now."""
        self._speaker, self._sound = speaker, sound
        sound.volume = self._volume
        speaker.voice = self._voice or speaker.voice
        self._notifier = QSocketNotifier(speaker.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._collect)
        self._settle()

    def disconnect_speech(self) -> None:
        """Give the voice back; captions go on alone."""
        self.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._speaker, self._sound, self._notifier = None, None, None

    def chime(self) -> None:
        """Sound softly where a voice should be."""
        from elder_tutor.speech.chime import chime

        if self._sound is not None and not self._silent:
            self._sound.play(chime())

    def forget(self) -> None:
        """Keep nothing in memory of what was said to the person before."""
        self.stop()
        if self._speaker is not None:
            self._speaker.forget_clips()

    def do_without(self) -> None:
        """There is no voice: captions alone."""
        self._settle()

    def set_silent(self, silent: bool) -> None:
        """Go on with captions alone, or with sound from the next sentence on."""
        self._silent = silent
        if silent and self._clip is not None and self._sound is not None:
            self._sound.stop()
            self._begin_caption(max(0, self._word))

    def set_volume(self, volume: int) -> None:
        """Be as loud as this from now on, 0 to 100."""
        self._volume = volume
        if self._sound is not None:
            self._sound.volume = volume

    def set_voice(self, voice: str) -> None:
        """Speak with the lower or the higher voice from the next sentence on."""
        self._voice = voice
        if self._speaker is not None:
            self._speaker.voice = voice

    def set_rate(self, wpm: int, lang: str = "") -> None:
        """Speak as many measured words a minute from the next sentence on.

        ``lang`` is the language they are counted in; a line of another one is as calm.
        """
        self._wpm, self._counted_in = wpm, lang

    def _pace(self, line: Line) -> int:
        return pace_in(line.lang, self._wpm, self._counted_in or line.lang)

    @property
    def rate(self) -> int:
        """Answer the pace in measured words a minute."""
        return self._wpm

    @property
    def lines(self) -> tuple[Line, ...]:
        """Answer what is being said."""
        return self._lines

    @property
    def speaking(self) -> bool:
        """Tell whether something is being said or shown as said."""
        return bool(self._lines)

    @property
    def paused(self) -> bool:
        """Tell whether it was held."""
        return self._paused_at is not None

    # --- what can be asked -------------------------------------------------------

    def prepare(self, lines: Sequence[Line]) -> None:
        """Have these lines ready: they may be said next. What is needed now goes first."""
        if self._speaker is not None and not self._silent and not self._lost:
            for line in lines:
                if line.words:
                    self._speaker.submit(line, wpm=self._pace(line), ahead=True)

    def say(self, lines: Sequence[Line]) -> None:
        """Say these lines instead of what is being said."""
        self.stop()
        self._lines = tuple(line for line in lines if line.words)
        self.asked.emit(self._lines)
        if not self._lines:
            QTimer.singleShot(0, self.finished.emit)
        elif self._settled:
            self._start(0)

    def stop(self) -> None:
        """Be silent at once."""
        cut = bool(self._lines)
        self._still()
        if cut:
            self.stopped.emit()

    def _still(self) -> None:
        if self._sound is not None and self._clip is not None:
            self._sound.stop()
        if self._speaker is not None:
            self._speaker.forget_waiting()
        self._timer.stop()
        self._lines, self._line, self._word = (), -1, -1
        self._ticket, self._clip, self._caption, self._paused_at, self._gap_until = 0, None, None, None, 0

    def pause(self) -> None:
        """Hold the sentence."""
        if self.speaking and self._paused_at is None:
            self._paused_at = self._now()
            if self._sound is not None and self._clip is not None:
                self._sound.pause()

    def resume(self) -> None:
        """Go on where it was held."""
        if self._paused_at is None:
            return
        away = self._now() - self._paused_at
        self._paused_at = None
        self._asked_at += away
        self._gap_until += away if self._gap_until else 0
        if self._caption is not None:
            self._caption.begun += away
        if self._sound is not None and self._clip is not None:
            self._sound.resume()

    def tick(self) -> None:
        """Follow the sound, or the clock; called by the timer."""
        if not self._lines or self._paused_at is not None:
            return
        if self._gap_until:
            if self._now() >= self._gap_until:
                self._gap_until = 0
                self._start(self._line + 1)
        elif self._caption is not None:
            self._follow_caption(self._caption)
        elif self._clip is not None and self._sound is not None:
            self._follow_sound(self._clip, self._sound)
        elif self._now() - self._asked_at > PATIENCE_MS:
            self._ticket = 0
            self._begin_caption()

    def jump(self, part: float) -> None:
        """Stand at a part (0.0 to 1.0) of the last sentence: for pictures, where no time passes."""
        if not self._lines:
            return
        self._line = len(self._lines) - 1
        self.lineStarted.emit(self._line)
        words = self._lines[self._line].words
        self.wordSpoken.emit(self._line, min(len(words) - 1, int(part * len(words))))

    # --- inside --------------------------------------------------------------------

    def _settle(self) -> None:
        self._settled = True
        if self._lines and self._line < 0:
            self._start(0)

    def _start(self, number: int) -> None:
        if number >= len(self._lines):
            self._still()
            self.finished.emit()
            return
        self._line, self._word = number, -1
        self._clip = self._caption = None
        self._timer.start()
        self.lineStarted.emit(number)
        if self._speaker is None or self._sound is None or self._silent or self._waits_for_voice():
            self._begin_caption()
            return
        self._asked_at = self._now()
        self._ticket = self._speaker.submit(self._lines[number], wpm=self._pace(self._lines[number]))
        for line in self._lines[number + 1 : number + 2]:
            self._speaker.submit(line, wpm=self._pace(line), ahead=True)
        self._collect()

    def _waits_for_voice(self) -> bool:
        """Tell whether a lost voice is not asked for this sentence."""
        self._lost = max(0, self._lost - 1)
        return self._lost > 0

    def _collect(self) -> None:
        if self._speaker is None:
            return
        for spoken in self._speaker.results():
            if spoken.ticket != self._ticket or not self._ticket:
                continue
            self._ticket = 0
            if spoken.clip is not None and self._sound is not None:
                self._clip, self._told = spoken.clip, False
                self._sound.play(spoken.clip)
                if self._paused_at is not None:
                    self._sound.pause()
                self.tick()
            else:
                self._give_up(spoken.error)
                self._begin_caption()

    def _give_up(self, error: SpeechError | None) -> None:
        from elder_tutor.speech.errors import NothingToSay

        if isinstance(error, NothingToSay):
            return
        self._lost = RETRY_AFTER + 1
        if not self._told:
            self._told = True
            self.troubled.emit(error)

    def _begin_caption(self, word: int = 0) -> None:
        self._clip = None
        ends = estimated(self._lines[self._line], self._pace(self._lines[self._line]))
        begun = self._now() - (ends[word - 1] if word else 0)
        self._caption = _Caption(ends, begun)
        self.tick()

    def _follow_caption(self, caption: _Caption) -> None:
        passed = self._now() - caption.begun
        self._tell(next((n for n, end in enumerate(caption.ends) if passed < end), len(caption.ends) - 1))
        if passed >= caption.ends[-1]:
            self._end_line()

    def _follow_sound(self, clip: Clip, sound: Sound) -> None:
        word = clip.word_at(sound.position_ms)
        if word is not None:
            self._tell(word)
        if sound.finished:
            self._end_line()

    def _tell(self, word: int) -> None:
        if word != self._word:
            self._word = word
            self.wordSpoken.emit(self._line, word)

    def _end_line(self) -> None:
        last = self._line + 1 >= len(self._lines)
        # A clip ends with some silence of its own.
        pause = 1 if last else max(1, PAUSE_MS - silence_after(self._clip))
        self._clip = self._caption = None
        self._gap_until = self._now() + pause


def silence_after(clip: Clip | None) -> int:
    """Answer the milliseconds of silence at the end of a clip, 0 for none."""
    if clip is None or not clip.words:
        return 0
    return max(0, clip.duration_ms - clip.words[-1].end_ms)


def estimated(line: Line, wpm: int) -> tuple[int, ...]:
    """Answer when each word of a line ends, in ms, as a calm reader would need."""
    word_ms = 60_000 / (wpm or 105)
    lengths = [max(2, len(word.spoken or word.shown)) for word in line.words]
    mean = sum(lengths) / len(lengths)
    ends, at = [], 0.0
    for length in lengths:
        at += word_ms * min(2.5, max(0.5, length / mean))
        ends.append(round(at))
    return tuple(ends)
