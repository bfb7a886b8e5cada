"""Play clips: stop at once, pause, go on, tell what is being heard. Never blocks, never raises."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from elder_tutor.speech.clip import Clip
from elder_tutor.speech.device import Opener, SilentDevice, open_device
from elder_tutor.speech.feed import Feed
from elder_tutor.speech.hand import Hand
from elder_tutor.speech.tape import Motion, Tape

_IDLE_S, _STALL_S, _LOOK_S, _RETRY_S = 20.0, 1.0, 0.25, 2.0
_HOLD_S = 0.6
"""So long may a device take to open before the sentence begins without it."""
_WAKE_S = 2.0
"""A loudspeaker without a wire needs a second or more after a rest; its first words shall be heard."""
_GIVE_UP_S, _MOST_HUNG = 3.0, 3
_log = logging.getLogger(__name__)


class Player:
    """One voice at a time. A thread of its own looks after the sound device and never waits for it.

    Without a sound card, or when it vanishes or hangs, the clip runs on silently at its own
    pace, so that words light up and lessons go on. With the next sentence, and now and then
    during a long one, the card is looked for again.
    """

    def __init__(self, opener: Opener = open_device, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tape = Tape(clock)
        self._opener = opener
        self._hand: Hand | None = None
        self._let_go: list[Hand] = []
        self._quiet: SilentDevice | None = None
        self._quiet_rate = 0
        self._heard = False
        self._asked_at = clock()
        self._wake = threading.Condition()
        self._news = self._stirred = False
        self._closed = False
        self._volume = 100
        self._thread: threading.Thread | None = None

    @property
    def audible(self) -> bool | None:
        """Tell whether there is a sound device; None before the first look."""
        if self._quiet is not None:
            return False
        hand = self._hand
        return None if hand is None or (hand.device is None and not hand.failed) else not hand.gone

    @property
    def device_name(self) -> str:
        """Answer how sound leaves the machine, for the trainer's page and the doctor."""
        audible, hand = self.audible, self._hand
        if audible is None:
            return ""
        return hand.device.name if audible and hand and hand.device else "silent"

    @property
    def playing(self) -> bool:
        """Tell whether a clip is being heard now."""
        return self._tape.motion is Motion.PLAYING

    @property
    def paused(self) -> bool:
        """Tell whether a clip is paused."""
        return self._tape.motion is Motion.PAUSED

    @property
    def finished(self) -> bool:
        """Tell whether the last clip was heard to its end; false again with the next one."""
        return self._tape.motion is Motion.ENDED

    @property
    def position_ms(self) -> int:
        """Answer what is being heard, in milliseconds from the start of the clip."""
        return self._tape.position_ms

    @property
    def volume(self) -> int:
        """Answer how loud, 0 to 100; a figure outside is taken as the nearest end."""
        return self._volume

    @volume.setter
    def volume(self, volume: int) -> None:
        self._volume = min(max(volume, 0), 100)
        self._tape.set_volume(self._volume)

    def warm(self) -> None:
        """Find the sound device now, so that the first sentence need not wait for it."""
        self._tell()

    def play(self, clip: Clip) -> None:
        """Play a clip from its start; what was playing is cut off."""
        self._tape.load(clip)
        self._tell()

    def pause(self) -> None:
        """Fall silent at once and keep the place."""
        self._tape.pause()

    def resume(self) -> None:
        """Go on from where it was paused."""
        self._tape.resume()
        self._tell()

    def stop(self) -> None:
        """Fall silent at once."""
        self._tape.stop()

    def close(self) -> None:
        """Give the device back; a sound server that hangs does not hold up the program."""
        self._tape.stop()
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(_HOLD_S)
        if self._hand is not None:
            self._hand.let_go()
            self._hand.join(_HOLD_S)

    def __enter__(self) -> Player:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tell(self) -> None:
        with self._wake:
            if self._closed:
                return
            self._news = self._stirred = True
            self._asked_at = self._clock()
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, name="player", daemon=True)
                self._thread.start()
            self._wake.notify()

    def _changed(self) -> None:
        with self._wake:
            self._stirred = True
            self._wake.notify()

    def _keep(self) -> None:
        """Look after the device until the player is closed."""
        while True:
            with self._wake:
                if not self._stirred and not self._closed:
                    self._wake.wait(_LOOK_S if self._busy() else None)
                if self._closed:
                    break
                news, self._news, self._stirred = self._news, False, False
            self._tend(news)
        self._end_quiet()

    def _busy(self) -> bool:
        hand = self._hand
        running = self._quiet is not None or (hand is not None and hand.wanted)
        return running or self._tape.motion is Motion.PLAYING

    def _tend(self, news: bool) -> None:
        """Find a device when one is needed, start it, rest it, and do without it while it is away."""
        now, playing = self._clock(), self._tape.motion is Motion.PLAYING
        hand = self._hand
        if (news or playing) and (hand is None or self._is_no_use(hand, now, news)):
            hand = self._fetch()
        assert hand is not None
        idle = not playing and now - max(self._tape.sounded_at, self._asked_at) > _IDLE_S
        if idle:
            self._end_quiet()
            hand.rest()
        elif hand.device is not None and not hand.failed:
            hand.begin()
        if playing:
            self._choose(hand, now)

    def _is_no_use(self, hand: Hand, now: float, news: bool) -> bool:
        """Tell whether to look for another device now."""
        if hand.feed.rate != self._tape.rate:
            return True
        if hand.gone or hand.feed.runs_away:
            return news or now - hand.since > _RETRY_S
        hung = sum(hand.busy for hand in self._let_go)
        patience = _STALL_S if news else _GIVE_UP_S
        due = hand.wanted or hand.device is None
        return due and hand.silent_for(now) > patience and hung < _MOST_HUNG

    def _fetch(self) -> Hand:
        """Open a device for the clip's rate, and let go of the one before."""
        if self._hand is not None:
            self._hand.let_go()
            self._let_go = [hand for hand in (*self._let_go, self._hand) if hand.busy]
        self._hand = Hand(self._opener, Feed(self._tape, self._clock), self._clock, self._changed)
        return self._hand

    def _choose(self, hand: Hand, now: float) -> None:
        """Let the device have the tape while it asks for it, otherwise the silent one."""
        if hand.device is None and not hand.failed and now - hand.since < _HOLD_S:
            return
        device, patience = hand.device, _WAKE_S if hand.feed.wakes else _STALL_S
        if device and not hand.gone and not hand.feed.runs_away and hand.silent_for(now) <= patience:
            self._end_quiet()
            self._tape.latency_ms = device.latency_ms
            hand.feed.live = self._heard = True
        elif self._quiet is None or self._quiet_rate != self._tape.rate:
            self._be_quiet(hand)

    def _be_quiet(self, hand: Hand) -> None:
        if self._heard:
            _log.warning("The sound device is gone; the sentences go on in silence.")
        self._end_quiet()
        hand.feed.live = False
        feed = Feed(self._tape, self._clock)
        feed.live = True
        self._tape.latency_ms = 0
        self._quiet, self._quiet_rate = SilentDevice(feed, self._clock), feed.rate
        self._quiet.start()
        self._heard = False

    def _end_quiet(self) -> None:
        if self._quiet is not None:
            self._quiet.close()
            self._quiet = None
