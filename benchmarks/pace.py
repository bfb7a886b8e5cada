"""How fast each built-in voice really speaks: its fit, and the measured pace of every step.

Run: ``python -m benchmarks.pace [SENTENCES]`` from the checkout. The sentences are drawn from the
packs; a pace is their spoken words divided by the length of their clips, pauses included. The
fits it prints are those of ``elder_tutor/speech/voices/pace.py``.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence

from elder_tutor import i18n, resources
from elder_tutor.settings import Settings
from elder_tutor.speech.utterance import Speaker, voice_of_this_system
from elder_tutor.speech.voices import opening
from elder_tutor.speech.voices.names import Pitch
from elder_tutor.speech.voices.pace import NORMAL, STEPS, Pace
from elder_tutor.text.catalogues import domains
from elder_tutor.text.phrase import PROGRAM
from tests.speech import all_lines

SEED = 5
LEAST_WORDS = 4
QUICK = 240


def main() -> None:
    """Print a line for each voice and one for each of its steps; espeak's own prints go nowhere."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    file = f"/proc/self/fd/{os.memfd_create('sentence')}"
    speaker = Speaker(voice_of_this_system(), file)
    for lang in i18n.languages():
        clips = sentences(lang, count)
        for pitch in Pitch:
            out.write(f"{lang} {pitch.name.lower()}: {fit(speaker, clips, lang, pitch)}\n")
            for step in STEPS:
                wanted = round(Settings().wpm(lang) * step)
                got = 60 / seconds_a_word(speaker, clips, lang, pitch, wanted)
                out.write(f"   step {step}: wanted {wanted}, measured {got:.1f} ({got / wanted - 1:+.1%})\n")
            out.flush()
    os._exit(0)  # espeak asserts when Python takes it down


def sentences(lang: str, count: int) -> list[list[str]]:
    """Draw sentences of the packs, as the words that are said; labels of a word or two are none."""
    words = all_lines.wording(lang)
    packs = (domain for domain in domains(resources.assets() / "packs") if domain != PROGRAM)
    lines = [all_lines.filled(key, domain, words) for domain in packs for key in all_lines.keys(domain)]
    able = [line for line in lines if len(line.words) >= LEAST_WORDS and line.lang == lang]
    return [[word.spoken for word in line.words] for line in random.Random(SEED).sample(able, count)]


def fit(speaker: Speaker, clips: Sequence[Sequence[str]], lang: str, pitch: Pitch) -> str:
    """Measure speech that shrinks and speech that does not, and the silence inside and after clips."""
    words = sum(len(token.split()) for clip in clips for token in clip)
    normal = fixed_pace(speaker, clips, lang, pitch, Pace(NORMAL))
    quick = fixed_pace(speaker, clips, lang, pitch, Pace(QUICK))
    stretched = fixed_pace(speaker, clips, lang, pitch, Pace(NORMAL, 2.0))
    tail = opening.TAIL_MS / 1000 * len(clips) / words
    speech = (normal - quick) / (1 - NORMAL / QUICK)
    pause = stretched - normal
    return f"Fit({speech:.4f}, {normal - speech - pause - tail:.4f}, {pause:.4f}, {tail:.4f})"


def fixed_pace(
    speaker: Speaker, clips: Sequence[Sequence[str]], lang: str, pitch: Pitch, pace: Pace
) -> float:
    """Answer the seconds a word takes when the engine is told exactly this."""
    own = opening.pace_for
    opening.pace_for = lambda *_: pace
    try:
        return seconds_a_word(speaker, clips, lang, pitch, 1)
    finally:
        opening.pace_for = own


def seconds_a_word(
    speaker: Speaker, clips: Sequence[Sequence[str]], lang: str, pitch: Pitch, wpm: int
) -> float:
    """Speak every clip and answer the seconds a spoken word takes, pauses included."""
    seconds, words = 0.0, 0
    for clip in clips:
        header, pcm = speaker.answer({"words": clip, "lang": lang, "voice": pitch.value, "wpm": wpm})
        seconds += len(pcm) / 2 / header["hz"]
        words += sum(len(token.split()) for token in clip)
    return seconds / words


if __name__ == "__main__":
    main()
