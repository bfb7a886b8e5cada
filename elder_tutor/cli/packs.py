"""Commands for authors of packs: check, begin a lesson, and what an editor needs to know."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from elder_tutor.cli.common import known
from elder_tutor.errors import KnownError


@click.command()
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


@click.command("new-lesson")
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


@click.command()
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
