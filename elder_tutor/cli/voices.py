"""The command that lists, tries and chooses voices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from elder_tutor.cli.common import LANGUAGES, data_option, known

if TYPE_CHECKING:
    from elder_tutor.settings import Settings
    from elder_tutor.speech.voices.names import VoiceInfo


@click.command()
@click.option("--lang", type=LANGUAGES, help="Only the voices of this language.")
@click.option("--all", "every", is_flag=True, help="Every voice of the machine, whatever it speaks.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--try", "tried", metavar="ID", help="Speak a test sentence with this voice; needs --out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The WAV file to write.")
@click.option(
    "--set", "wish", nargs=2, metavar="LANG ID", help="Let this voice speak a language from now on."
)
@click.option("--reset", type=LANGUAGES, help="Let the built-in voice speak this language again.")
@data_option
@click.pass_context
@known
def voices(
    context: click.Context, lang: str | None, every: bool, as_json: bool, tried: str | None,
    out: Path | None, wish: tuple[str, str] | None, reset: str | None, data: Path | None,
) -> None:  # fmt: skip
    """List the voices of this machine, try one, or choose one for a language."""
    folder = data or context.obj
    if wish is not None:
        lang = str(LANGUAGES.convert(wish[0], None, context))
        click.echo(f"{_kept(folder, lang, _known(wish[1], lang).id)} speaks “{lang}” from now on.")
    elif reset is not None:
        _kept(folder, reset, "")
        click.echo(f"The built-in voice speaks “{reset}” again.")
    elif tried is not None:
        if out is None:
            raise click.UsageError("--try needs --out, the WAV file to write.")
        _try(_known(tried, lang or ""), lang, out)
        click.echo(str(out))
    else:
        held = _settings(folder)
        found = _found(held, lang or "", every)
        click.echo(_as_json(found, held) if as_json else _as_text(found, held))


def _settings(folder: Path | None) -> Settings:
    """Answer what the centre has set, without making a data folder."""
    from elder_tutor.app import default_data_dir
    from elder_tutor.progress.inspection import inspect
    from elder_tutor.settings import Settings, from_mapping

    try:
        return from_mapping(inspect(folder or default_data_dir(), 0.0).settings)
    except OSError:
        return Settings()


def _kept(folder: Path | None, lang: str, voice_id: str) -> str:
    """Keep the centre's choice for a language; "" takes it away."""
    from contextlib import closing

    from elder_tutor.app import build

    with closing(build(folder)) as app:
        chosen = {**dict(app.settings.voices), lang: voice_id}
        app.keep_settings({"voices": [[code, voice] for code, voice in sorted(chosen.items()) if voice]})
    return voice_id


def _found(held: Settings, lang: str, every: bool) -> list[VoiceInfo]:
    """List the voices, and those that were chosen and are not among them."""
    from elder_tutor.speech.engine import Engine

    with Engine() as engine:
        found = list(engine.voices(lang, every))
    there = {voice.id for voice in found}
    missing = [(code, voice) for code, voice in held.voices if voice not in there and lang in ("", code)]
    return found + [_described(voice, code) for code, voice in missing]


def _described(voice_id: str, lang: str) -> VoiceInfo:
    """Answer what can be told of a chosen voice that the machine does not list."""
    from elder_tutor.speech.voices.names import Kind, VoiceInfo, kind_of, name_of
    from elder_tutor.speech.voices.piper import described

    if kind_of(voice_id) is Kind.PIPER:
        return described(name_of(voice_id))
    note = "It is not on this machine; the built-in voice speaks."
    return VoiceInfo(voice_id, name_of(voice_id), lang, voice_id.partition(":")[0], exact=False, note=note)


def _known(voice_id: str, lang: str) -> VoiceInfo:
    """Answer a voice that can be spoken with. Raises UnknownVoice, OtherLanguage, PiperMissing, BadModel."""
    from elder_tutor.speech.engine import Engine
    from elder_tutor.speech.voices.errors import OtherLanguage, UnknownVoice
    from elder_tutor.speech.voices.names import Kind, kind_of, name_of
    from elder_tutor.speech.voices.piper import Piper, described

    if kind_of(voice_id) is Kind.PIPER:
        Piper().model(name_of(voice_id))
        there: Sequence[VoiceInfo] = (described(name_of(voice_id)),)
    else:
        with Engine() as engine:
            there = engine.voices("", True)
    voice = next((one for one in there if one.id == voice_id), None)
    if voice is None:
        raise UnknownVoice(voice_id)
    if lang and voice.lang not in ("", lang):
        raise OtherLanguage(voice_id, lang)
    return voice


def _try(voice: VoiceInfo, lang: str | None, out: Path) -> None:
    from elder_tutor.speech.engine import Engine, say_to_file
    from elder_tutor.speech.voices.calibration import calibration_text

    code = lang or voice.lang or "ar"
    sentence = next(iter(calibration_text(code).splitlines()), "Elder Tutor")
    with Engine(chosen={code: voice.id}) as engine:
        say_to_file(sentence, code, 0, out, engine)


def _speaks(voice: VoiceInfo, held: Settings) -> bool:
    """Tell whether a voice is the one that speaks its language now."""
    from elder_tutor.speech.voices.names import built_in

    return voice.id == dict(held.voices).get(voice.lang, built_in(voice.lang, held.voice))


def _as_text(found: Sequence[VoiceInfo], held: Settings) -> str:
    wide = max((len(voice.id) for voice in found), default=0)
    lines = []
    for voice in found:
        mark = "*" if _speaks(voice, held) else " "
        times = "exact" if voice.exact else "estimate"
        about = f"{voice.lang or '?':<4}{voice.engine:<8}{times:<9}{voice.name}"
        lines.append(f"{mark} {voice.id:<{wide}}  {about}{'  ' + voice.note if voice.note else ''}")
    return "\n".join(lines) if lines else "There is no voice on this machine."


def _as_json(found: Sequence[VoiceInfo], held: Settings) -> str:
    rows = [{**voice.to_mapping(), "chosen": _speaks(voice, held)} for voice in found]
    return json.dumps({"voices": rows}, ensure_ascii=False, indent=2)
