"""Commands of the voice."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor.cli.common import LANGUAGES, known


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
@known
def say(text: str, out: Path, lang: str, wpm: int | None) -> None:
    """Speak a sentence into a WAV file; needs no screen and no sound card."""
    from elder_tutor.speech.engine import say_to_file

    say_to_file(text, lang, wpm or 0, out)
    click.echo(str(out))
