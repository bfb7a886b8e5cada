"""Commands that show the program without a screen: a whole lesson, or one page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from elder_tutor import i18n
from elder_tutor.cli.common import LANGUAGES, STAGES, PageLanguage, data_option, known
from elder_tutor.errors import KnownError

if TYPE_CHECKING:
    from elder_tutor.ui.picture import Shot

T = TypeVar("T")


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
@click.argument("page", required=False)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The PNG file to write; with --all a folder.",
)
@click.option("--all", "every", is_flag=True, help="Every page, with an index of what was measured.")
@click.option("--lesson", default="book-appointment", show_default=True)
@click.option("--stage", type=STAGES, default="follow", show_default=True)
@click.option(
    "--step", type=click.IntRange(min=1), default=1, show_default=True, help="Step of the lesson, from 1."
)
@click.option(
    "--lang",
    "langs",
    multiple=True,
    type=PageLanguage(i18n.languages()),
    help="ar by default; with --all those that are offered, or as often as wanted.",
)
@click.option(
    "--size", "sizes", multiple=True, type=click.IntRange(1, 4), help="Size of type; with --all 1 and 4."
)
@click.option(
    "--window",
    "windows",
    multiple=True,
    metavar="WxH",
    help="Window in pixels, 1366x768; with --all also 1080x1920.",
)
@click.option("--theme", type=click.Choice(("light", "dark")), default="light", show_default=True)
@data_option
@click.pass_context
@known
def picture(
    context: click.Context,
    page: str | None,
    out: Path,
    every: bool,
    lesson: str,
    stage: str,
    step: int,
    langs: tuple[str, ...],
    sizes: tuple[int, ...],
    windows: tuple[str, ...],
    theme: str,
    data: Path | None,
) -> None:
    """Render a page, or every page, as a person would see it, without a screen."""
    from elder_tutor.ui.picture import Shot, take_picture

    where = data or context.obj
    shot = Shot(page or "", lesson, stage, step, theme=theme)
    if every:
        if page is not None:
            raise click.UsageError("With --all no page is named.")
        context.exit(_take_all(shot, out, where, langs, sizes, tuple(_window(each) for each in windows)))
    if page is None:
        raise click.UsageError("Name a page, or say --all.")
    if max(len(langs), len(sizes), len(windows)) > 1:
        raise click.UsageError("One picture has one language, size and window; more need --all.")
    lang, size = (*langs, shot.lang)[0], (*sizes, shot.size)[0]
    window = _window(windows[0]) if windows else shot.window
    take_picture(replace(shot, lang=lang, size=size, window=window), out, where)
    click.echo(str(out))


def _take_all(
    like: Shot,
    out: Path,
    data: Path | None,
    langs: tuple[str, ...],
    sizes: tuple[int, ...],
    windows: tuple[tuple[int, int], ...],
) -> int:
    """Write every page, tell what is wrong on the error output, and answer the exit code."""
    from elder_tutor.ui.measures.gallery import SIZES, WINDOWS, Wanted, extremes, faults, take_all

    wanted = Wanted(
        langs=_once(langs), sizes=_once(sizes) or SIZES, windows=_once(windows) or WINDOWS, like=like
    )
    taken = take_all(wanted, out, data)
    for line in (f"{len(taken)} pictures in {out}", *extremes(taken)):
        click.echo(line)
    found = faults(taken)
    for line in found:
        click.echo(line, err=True)
    return 1 if found else 0


def _once(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _window(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not cross or not (width.isdecimal() and height.isdecimal()):
        raise KnownError("“{text}” is no window size; write it like 1366x768.", {"text": text})
    size = int(width), int(height)
    if not (800 <= size[0] <= 7680 and 600 <= size[1] <= 7680):
        raise KnownError(
            "A window of {text} cannot be drawn; it is 800 to 7680 pixels wide and 600 to 7680 high.",
            {"text": text},
        )
    return size
