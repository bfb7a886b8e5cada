"""The commands. Each imports what it needs inside itself; known trouble ends with exit code 2."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from elder_tutor import __version__
from elder_tutor.errors import KnownError

if TYPE_CHECKING:
    from elder_tutor.lessons.catalog import Catalog

P = ParamSpec("P")
R = TypeVar("R")

LANGUAGES = click.Choice(["ar", "en"])
STAGES = click.Choice(["watch", "follow", "find", "alone", "check", "refresh"])
LEARNERS = click.Choice(["perfect", "errs", "wanders", "random"])


class Trouble(click.ClickException):
    """Tell one clear sentence and end with exit code 2."""

    exit_code = 2


def known(command: Callable[P, R]) -> Callable[P, R]:
    """Turn known trouble of a command into one sentence and exit code 2."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except KnownError as error:
            raise Trouble(str(error)) from error

    return guarded


def data_option(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the choice of another data folder."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the progress data; the default is this user's own.",
    )(command)


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="elder-tutor")
@data_option
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%dT%H:%M"]),
    help="Show the program as on this day, like 2026-06-08T10:15; the clock stands still.",
)
@click.pass_context
@known
def commands(context: click.Context, data: Path | None, now: datetime | None) -> None:
    """Practise the phone without fear. Without a command the window opens."""
    context.obj = data
    if context.invoked_subcommand is None:
        from elder_tutor.ui.application import open_program

        context.exit(open_program(data, now=now.astimezone() if now else None))


@commands.command()
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


@commands.command()
@click.argument("page")
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PNG file to write."
)
@click.option("--lesson", default="book-appointment", show_default=True)
@click.option("--stage", type=STAGES, default="follow", show_default=True)
@click.option(
    "--step", type=click.IntRange(min=1), default=1, show_default=True, help="Step of the lesson, from 1."
)
@click.option("--lang", type=LANGUAGES, default="ar", show_default=True)
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


@commands.command()
@click.argument("lesson", required=False)
@click.option("--stage", type=STAGES, default="follow", show_default=True)
@click.option("--learner", type=LEARNERS, default="perfect", show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--all", "every", is_flag=True, help="Play every lesson (or this one) in every stage, by all.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with --all one a line.")
@data_option
@click.pass_context
@known
def play(
    context: click.Context,
    lesson: str | None,
    stage: str,
    learner: str,
    seed: int,
    every: bool,
    as_json: bool,
    data: Path | None,
) -> None:
    """Let a simulated learner play a lesson; exit code 1 when it is not finished."""
    from elder_tutor.app import open_every_catalog
    from elder_tutor.lessons.learners.play import run_play

    if lesson is None and not every:
        raise click.UsageError("Name a lesson, or say --all.")
    catalog = open_every_catalog(data or context.obj)
    if every:
        sys.exit(0 if _play_all(catalog, lesson, seed, as_json) else 1)
    result = run_play(catalog, lesson or "", stage=stage, learner=learner, seed=seed).as_dict()
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
    else:
        for key, value in result.items():
            click.echo(f"{key}: {value}")
    sys.exit(0 if result["finished"] else 1)


def _play_all(catalog: Catalog, lesson: str | None, seed: int, as_json: bool) -> bool:
    """Print a line for each play; answer whether all were finished."""
    from elder_tutor.lessons.learners.table import HEAD, line, plays

    if not as_json:
        click.echo(HEAD)
    finished, count = 0, 0
    for result in plays(catalog, lesson, seed):
        count += 1
        finished += result.finished
        told = {key: value for key, value in result.as_dict().items() if key != "events"}
        click.echo(json.dumps(told, ensure_ascii=False) if as_json else line(result))
    if not as_json:
        click.echo(f"{finished} of {count} finished")
    return finished == count


@commands.command()
@click.argument("pack", required=False, type=click.Path(path_type=Path))
@click.option("--nodes", is_flag=True, help="Also say how many keys the proof of each gate looked at.")
@known
def check(pack: Path | None, nodes: bool) -> None:
    """Check a pack (our own by default): what its files say, and that no learner can get stuck.

    The exit code is 1 when a fault was found and 2 when there is no pack to read.
    """
    from elder_tutor.lessons.checks import run_check
    from elder_tutor.resources import assets, translations

    report = run_check(pack or assets() / "packs" / "core", translations())
    for line in report.lines(nodes):
        click.echo(line)
    sys.exit(report.exit_code)


@commands.command("new-lesson")
@click.argument("lesson")
@click.option("--course", required=True, help="The course it belongs to; one that is not there is begun.")
@click.option("--app", default="", help="The app it uses; by default the first one that can be touched.")
@click.option(
    "--pack",
    type=click.Path(file_okay=False, path_type=Path),
    help="The pack's folder; our own by default.",
)
@known
def new_lesson(lesson: str, course: str, app: str, pack: Path | None) -> None:
    """Write a commented skeleton of a lesson, which works from the first moment."""
    from elder_tutor.lessons.authoring import skeleton
    from elder_tutor.resources import assets

    folder = pack or assets() / "packs" / "core"
    written = skeleton.new_lesson(folder, course, lesson, app)
    click.echo(str(written.lesson))
    click.echo(f"It stands in {written.course}. Look at it: elder-tutor check {folder}")


@commands.command()
@click.argument("kind", required=False)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the schemas of all kinds into this folder instead.",
)
@known
def schema(kind: str | None, out: Path | None) -> None:
    """Print the JSON Schema of a kind of pack file (app, course, drill, lesson, pack) for an editor."""
    from elder_tutor.lessons.authoring.editor_schema import schema_of, write_schemas

    if out is not None:
        for file in write_schemas(out, kind):
            click.echo(str(file))
    elif kind is None:
        raise KnownError("Name a kind (app, course, drill, lesson, pack), or a folder with --out.")
    else:
        click.echo(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))


@commands.command()
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


@commands.command("reset-pin")
@data_option
@click.pass_context
@known
def reset_pin(context: click.Context, data: Path | None) -> None:
    """Take away the trainer's PIN so that a new one is chosen; recorded in the audit log."""
    from elder_tutor.app import open_people

    with open_people(data or context.obj) as people:
        had_one = people.reset_pin()
    click.echo(
        "The PIN is taken away. The next press on «المدرّب» chooses a new one."
        if had_one
        else "No PIN was set; nothing changed."
    )


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
