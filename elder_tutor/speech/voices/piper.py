"""A Piper voice from a local model file: an optional extra, off until a centre chooses one.

``piper-tts`` (GPL-3.0-or-later) needs two files side by side, ``<voice>.onnx`` and
``<voice>.onnx.json``. It tells no word times. Nothing is ever downloaded.
"""

from __future__ import annotations

import importlib.util
import json
import wave
from pathlib import Path
from typing import Any, Final

from elder_tutor.speech.voices.errors import BadModel, PiperMissing
from elder_tutor.speech.voices.marks import Mark, Unspeakable
from elder_tutor.speech.voices.names import Kind, VoiceInfo
from elder_tutor.speech.voices.pace import NORMAL

_KEPT: Final = 1
"""A model takes 60 to 120 MB of memory: only the last one is held."""


class Piper:
    """Models opened when they are first spoken with; the last one is kept."""

    kind: Final = Kind.PIPER

    def __init__(self) -> None:
        self._models: dict[str, Any] = {}

    def speak(self, text: str, name: str, rate: int, file: str, gap: int = 0) -> list[Mark]:
        """Write the sound of a text to a file; ``name`` is the path of the model. Raises SpeechError."""
        model = self.model(name)
        from piper.config import SynthesisConfig

        how = SynthesisConfig(length_scale=model.config.length_scale * NORMAL / rate)
        try:
            parts = [chunk.audio_int16_bytes for chunk in model.synthesize(text, syn_config=how)]
        except Exception as error:  # onnxruntime has a class of its own for each kind of damage
            raise Unspeakable from error
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(model.config.sample_rate)
            sound.writeframes(b"".join(parts))
        return []

    def has(self, name: str) -> bool:
        """Tell whether the model can be opened; raise PiperMissing or BadModel, which say why not."""
        return self.model(name) is not None

    def voices(self) -> list[VoiceInfo]:
        """List nothing: a model can lie anywhere, and only a chosen one is opened."""
        return []

    def version(self, name: str) -> str:
        """Answer when the model was written and how long it is; another file is another voice."""
        about = Path(name).stat()
        return f"{about.st_mtime_ns}-{about.st_size}"

    def model(self, name: str) -> Any:
        """Open a model, once. Raises PiperMissing or BadModel."""
        if name not in self._models:
            trouble = trouble_of(name)
            if trouble is not None:
                raise trouble
            while len(self._models) >= _KEPT:
                self._models.popitem()
            self._models[name] = _loaded(name)
        return self._models[name]


def trouble_of(name: str) -> PiperMissing | BadModel | None:
    """Answer what can be told to be wrong with a model without opening it; None when it looks well."""
    if importlib.util.find_spec("piper") is None:
        return PiperMissing()
    return None if Path(name).is_file() and _about(name) is not None else BadModel(name)


def described(name: str) -> VoiceInfo:
    """Answer what a model's own file says of it, and what is wrong with it."""
    about = _about(name) or {}
    espeak = about.get("espeak")
    lang = str(espeak.get("voice", "")) if isinstance(espeak, dict) else ""
    trouble = trouble_of(name)
    return VoiceInfo(
        f"{Kind.PIPER}:{name}", Path(name).stem, lang.partition("-")[0], Kind.PIPER,
        exact=False, note="" if trouble is None else str(trouble),
    )  # fmt: skip


def _about(name: str) -> dict[str, Any] | None:
    try:
        about = json.loads(Path(f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return about if isinstance(about, dict) else None


def _loaded(name: str) -> Any:
    from piper import PiperVoice

    try:
        model = PiperVoice.load(name, f"{name}.json")
        model.phoneme_ids_to_audio([0, 1])  # any other .onnx can be loaded too, and says so only here
    except Exception as error:
        raise BadModel(name) from error
    model.use_tashkeel = False  # our text is vowelled by people; a second guess would only spoil it
    return model
