"""Commands that show the program without a screen: a whole lesson, or one page."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor import i18n
from elder_tutor.cli.common import LANGUAGES, STAGES, PageLanguage, data_option, known
from elder_tutor.errors import KnownError


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for what it leaves.",
)
@click.option("--lesson", default="book-appointment", show_default=True, help="Which lesson to go through.")
@click.option("--lang", type=LANGUAGES, default="ar", show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@known
def demo(out: Path, lesson: str, lang: str, seed: int) -> None:
    """Show one whole lesson without a screen: pictures, sound, progress data, the trainer's page."""
    from elder_tutor.ui.demo import run_demo

    for line in run_demo(out, lesson, lang, seed):
        click.echo(line)


@click.command()
@click.argument("page")
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PNG file to write."
)
@click.option("--lesson", default="book-appointment", show_default=True)
@click.option("--stage", type=STAGES, default="follow", show_default=True)
@click.option(
    "--step", type=click.IntRange(min=1), default=1, show_default=True, help="Step of the lesson, from 1."
)
@click.option("--lang", type=PageLanguage(i18n.languages()), default="ar", show_default=True)
@click.option("--size", type=click.IntRange(1, 4), default=1, show_default=True, help="Size of type.")
@click.option("--window", default="1366x768", show_default=True, metavar="WxH", help="Window in pixels.")
@data_option
@click.pass_context
@known
def picture(
    context: click.Context,
    page: str,
    out: Path,
    lesson: str,
    stage: str,
    step: int,
    lang: str,
    size: int,
    window: str,
    data: Path | None,
) -> None:
    """Render a page as a person would see it, without a screen."""
    from elder_tutor.ui.picture import Shot, take_picture

    take_picture(Shot(page, lesson, stage, step, lang, size, _window(window)), out, data or context.obj)
    click.echo(str(out))


def _window(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not cross or not (width.isdecimal() and height.isdecimal()):
        raise KnownError("“{text}” is no window size; write it like 1366x768.", {"text": text})
    size = int(width), int(height)
    if not (800 <= size[0] <= 7680 and 600 <= size[1] <= 7680):
        raise KnownError(
            "A window of {text} cannot be drawn; both sides lie between 600 and 7680 pixels.", {"text": text}
        )
    return size
