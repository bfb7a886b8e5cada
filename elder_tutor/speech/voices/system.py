"""The voice of another system through pyttsx3; it tells no word times."""

from __future__ import annotations

from typing import Any

from elder_tutor.speech.voices.marks import Mark, Unspeakable


class SystemVoice:
    """pyttsx3 over the voice of another system; it tells no word times."""

    def __init__(self) -> None:
        import pyttsx3

        self._engine = pyttsx3.init()

    def speak(self, text: str, voice: str, rate: int, file: str) -> list[Mark]:
        """Write the sound of a text to a file; ``voice`` is a language or a voice's own id."""
        found = next((v for v in self._engine.getProperty("voices") if _fits(v, voice)), None)
        if found is None:
            raise Unspeakable
        self._engine.setProperty("voice", found.id)
        self._engine.setProperty("rate", rate)
        self._engine.save_to_file(text, file)
        self._engine.runAndWait()
        return []


def _fits(voice: Any, wanted: str) -> bool:
    lang = wanted.split("-")[0].split("+")[0]
    tags = [str(tag).lower() for tag in voice.languages or []]
    return voice.id == wanted or any(tag.startswith(lang) for tag in tags)
