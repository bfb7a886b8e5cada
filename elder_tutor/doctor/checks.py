"""The examination of one machine: every check that needs no window, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elder_tutor.doctor import data_folder, machine, packs, sound, translations, voice
from elder_tutor.doctor.examine import Check
from elder_tutor.doctor.finding import Finding
from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.settings import Settings
from elder_tutor.speech.device import Opener, open_device

if TYPE_CHECKING:
    from elder_tutor.doctor.translations import Domain
    from elder_tutor.doctor.voice import Voices
    from elder_tutor.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Machine:
    """What is examined.

    ``data_dir`` is None where nothing is kept; ``pack_folders`` are packs, or folders of packs.
    """

    settings: Settings
    data_dir: Path | None
    pack_folders: tuple[Path, ...]
    cache_dir: Path | None
    translations: Path
    clock: Callable[[], datetime]
    wording: Callable[[str], Wording]
    engine: Callable[[], Voices]
    opener: Opener = open_device

    def domains(self) -> tuple[Domain, ...]:
        """Answer the families of sentences there are."""
        catalog = open_catalog(self.pack_folders, self.cache_dir)
        return translations.domains_of(self.translations, catalog.packs)


def domain_checks(it: Machine) -> tuple[Check, ...]:
    """Answer the checks of voice, sound, data, packs, words, clock and versions, each bounded in time."""
    chosen = dict(it.settings.voices)

    def speak(lang: str) -> Check:
        def look() -> tuple[Finding, ...]:
            line = it.wording(lang).line(voice.SAMPLE)
            return voice.look(it.engine(), lang, line, chosen.get(lang, ""))

        return Check(f"voice-{lang}", look, 15.0)  # a lost worker is asked twice, six seconds each

    def words(lang: str) -> Check:
        return Check(f"words-{lang}", lambda: translations.look(lang, it.domains()), 20.0)

    return (
        *map(speak, it.settings.languages),
        Check("sound", lambda: sound.look(it.settings, it.opener)),
        Check("data-folder", lambda: data_folder.look(it.data_dir), 20.0),
        Check("packs", lambda: packs.look(it.pack_folders, it.cache_dir), 30.0),
        *map(words, it.settings.languages),
        Check("clock", lambda: machine.look_at_clock(it.clock)),
        Check("versions", machine.look_at_versions),
    )
