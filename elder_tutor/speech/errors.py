"""Known trouble with speech: shown in one calm sentence, never the end of a lesson."""

from __future__ import annotations

from pathlib import Path

from elder_tutor.errors import KnownError


class SpeechError(KnownError):
    """Tell that a sentence could not be spoken; it still stands on the page."""


class NoVoice(SpeechError):
    """Tell that this machine has no voice for a language."""

    def __init__(self, lang: str) -> None:
        super().__init__("There is no voice for this language ({lang}) on this machine.", {"lang": lang})


class NothingToSay(SpeechError):
    """Tell that a text holds nothing that can be spoken."""

    def __init__(self) -> None:
        super().__init__("There is nothing to say: the text is empty.")


class VoiceFailed(SpeechError):
    """Tell that the voice did not answer, also after it was started anew."""

    def __init__(self) -> None:
        super().__init__("The voice does not answer. The sentence stands on the page.")


class CannotWriteSound(SpeechError):
    """Tell that a sound file cannot be written where it should be."""

    def __init__(self, place: Path) -> None:
        super().__init__("The sound file “{place}” cannot be written.", {"place": str(place)})
