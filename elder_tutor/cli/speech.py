"""Commands of the voice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from elder_tutor.cli.common import LANGUAGES, data_option, known

if TYPE_CHECKING:
    from elder_tutor.speech.cache import ClipCache


@click.command()
@click.argument("text")
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The WAV file to write."
)
@click.option("--lang", type=LANGUAGES, default="ar", show_default=True)
@click.option(
    "--wpm",
    type=click.IntRange(60, 220),
    default=None,
    help="Measured words per minute; a calm pace without it.",
)
@click.option(
    "--words",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A JSON file to write: when each word is said, in seconds, and whether that is exact.",
)
@click.option("--voice", default="male", show_default=True, help="male, female or the id of a voice.")
@known
def say(text: str, out: Path, lang: str, wpm: int | None, words: Path | None, voice: str) -> None:
    """Speak a sentence into a WAV file; needs no screen and no sound card."""
    from elder_tutor.speech.engine import Engine, say_to_file, written
    from elder_tutor.speech.words_file import write_words

    line = written(text, lang)
    chosen = {lang: voice} if ":" in voice else {}
    with Engine(voice="male" if chosen else voice, chosen=chosen) as engine:
        clip = say_to_file(line, lang, wpm or 0, out, engine)
    if words is not None:
        write_words(line, clip, words)
    click.echo(str(out))


@click.command("speech-cache")
@click.option("--warm", is_flag=True, help="Speak every fixed sentence of the packs now, for a kiosk.")
@click.option("--clear", is_flag=True, help="Forget every sentence that was spoken.")
@click.option(
    "--lang", "langs", type=LANGUAGES, multiple=True, help="Warm only this language; may be repeated."
)
@click.option("--lesson", default="", metavar="ID", help="Warm only what one lesson needs.")
@data_option
@click.pass_context
@known
def speech_cache(
    context: click.Context, warm: bool, clear: bool, langs: tuple[str, ...], lesson: str, data: Path | None
) -> None:
    """Show, fill or empty the store of spoken sentences."""
    from elder_tutor.app import default_cache_dir
    from elder_tutor.speech.cache import ClipCache

    if (langs or lesson) and not warm:
        raise click.UsageError("--lang and --lesson need --warm.")
    cache = ClipCache(default_cache_dir() / "speech")
    if clear:
        cache.clear()
    if warm:
        _warm(cache, data or context.obj, langs, lesson)
    kept = cache.kept()
    click.echo(
        f"{kept.clips} sentences are kept: {kept.size / 1e6:.1f} MB of at most {kept.most_size / 1e6:.0f} MB."
    )


def _warm(cache: ClipCache, data: Path | None, langs: tuple[str, ...], lesson: str) -> None:
    from contextlib import closing

    from elder_tutor.app import build
    from elder_tutor.cli import warming
    from elder_tutor.speech.engine import Engine

    with closing(build(data)) as app:
        held = app.settings
        wanted = warming.lines(app, langs or held.languages, lesson)
        with (
            Engine(cache, held.voice, dict(held.voices)) as engine,
            click.progressbar(length=len(wanted), label="Speaking", update_min_steps=10) as bar,
        ):
            result = warming.warm(engine, cache, wanted, held.wpm, lambda number: bar.update(1))
    click.echo(f"{result.sentences} sentences were spoken, {result.seconds / 60:.1f} minutes of sound.")
    if result.full:
        left = len(wanted) - result.sentences
        click.echo(f"The store is full; about {left} sentences were left out.", err=True)
