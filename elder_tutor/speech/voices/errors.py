"""Known trouble with a voice that somebody chose: one clear sentence, and the built-in voice goes on."""

from __future__ import annotations

from elder_tutor.speech.errors import SpeechError


class UnknownVoice(SpeechError):
    """Tell that this machine has no voice of this id."""

    def __init__(self, voice_id: str) -> None:
        super().__init__("There is no voice “{voice}” on this machine.", {"voice": voice_id})


class OtherLanguage(SpeechError):
    """Tell that a voice speaks another language than it was chosen for."""

    def __init__(self, voice_id: str, lang: str) -> None:
        super().__init__(
            "The voice “{voice}” does not speak this language ({lang}).", {"voice": voice_id, "lang": lang}
        )


class PiperMissing(SpeechError):
    """Tell that a Piper voice needs a package that is not installed."""

    def __init__(self) -> None:
        super().__init__("Piper is not installed; install it with: pip install 'elder-tutor[piper]'")


class BadModel(SpeechError):
    """Tell that a file is not a Piper voice, or half of one."""

    def __init__(self, file: str) -> None:
        super().__init__(
            "“{file}” cannot be read as a Piper voice; its .onnx and .onnx.json files must lie side by side.",
            {"file": file},
        )
