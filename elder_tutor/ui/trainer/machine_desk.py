"""What the page of this machine asks: the doctor's findings, the voices there are, and a voice to try."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Final, Protocol

from elder_tutor import resources
from elder_tutor.doctor.checks import Machine, domain_checks
from elder_tutor.doctor.examine import Check, Told, examine
from elder_tutor.speech.errors import SpeechError

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.doctor.finding import Finding
    from elder_tutor.settings import Settings
    from elder_tutor.speech.engine import Engine
    from elder_tutor.speech.player import Player
    from elder_tutor.speech.voices.names import VoiceInfo
    from elder_tutor.text.line import Line
    from elder_tutor.ui.doctor.screen import ScreenSize

PACKS: Final = "packs"


class Speech(Protocol):
    """What the page needs to let voices be heard; the first two wait, so they belong into a thread."""

    def voices(self, lang: str) -> Sequence[VoiceInfo]:
        """Answer the voices of this machine for a language."""

    def say(self, line: Line, lang: str, settings: Settings) -> None:
        """Say a line as these settings have it for a language. Raises SpeechError."""

    def stop(self) -> None:
        """Fall silent at once."""

    def close(self) -> None:
        """Give voice and sound back; what is asked later starts them anew."""


class TrialSpeech:
    """A voice and a loudspeaker of the page's own, started when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._player: Player | None = None
        self._wanted = 0

    def voices(self, lang: str) -> Sequence[VoiceInfo]:
        """Answer the voices of this machine for a language."""
        from elder_tutor.speech.engine import Engine

        with closing(Engine()) as engine:
            return engine.voices(lang)

    def say(self, line: Line, lang: str, settings: Settings) -> None:
        """Say a line; of several that are asked for at once only the last is heard."""
        from elder_tutor.speech.player import Player

        self.stop()
        wanted = self._wanted
        with self._lock:
            if wanted != self._wanted:
                return
            clip = self._voice(settings).synth(line, lang, settings.wpm(lang), private=True)
            if wanted != self._wanted:
                return
            self._player = self._player or Player()
            self._player.volume = settings.volume
            self._player.play(clip)

    def stop(self) -> None:
        """Fall silent at once."""
        self._wanted += 1
        if self._player is not None:
            self._player.stop()

    def close(self) -> None:
        """Give voice and sound back."""
        self._wanted += 1
        engine, player = self._engine, self._player
        self._engine = self._player = None
        for part in (player, engine):
            if part is not None:
                part.close()

    def _voice(self, settings: Settings) -> Engine:
        from elder_tutor.speech.engine import Engine

        chosen = dict(settings.voices)
        kept = self._engine
        if kept is not None and (kept.voice, dict(kept.chosen)) == (settings.voice, chosen):
            return kept
        if kept is not None:
            kept.close()
        self._engine = Engine(voice=settings.voice, chosen=chosen)
        return self._engine


def examination(app: App, size: ScreenSize | None, told: Told) -> tuple[Finding, ...]:
    """Examine this machine; takes seconds, so it belongs into a thread. Never raises."""
    from elder_tutor.app import default_cache_dir
    from elder_tutor.doctor.characters import used
    from elder_tutor.speech.engine import Engine
    from elder_tutor.ui.doctor.checks import window_checks

    settings = app.settings
    folders = (resources.assets() / PACKS, *([app.data_dir / PACKS] if app.data_dir else []))
    with closing(Engine(voice=settings.voice, chosen=dict(settings.voices))) as engine:
        machine = Machine(
            settings, app.data_dir, folders, default_cache_dir(), resources.translations(),
            app.clock, app.wording, lambda: engine,
        )  # fmt: skip
        window = window_checks(lambda: used(machine.domains(), settings.languages), size)
        return examine((*domain_checks(machine), *window), told)


Examine = Callable[[Told], tuple["Finding", ...]]
__all__ = ["Check", "Examine", "Speech", "SpeechError", "TrialSpeech", "examination"]
