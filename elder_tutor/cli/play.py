"""The command that lets a simulated learner play lessons."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from elder_tutor.cli.common import LEARNERS, STAGES, data_option, known

if TYPE_CHECKING:
    from elder_tutor.lessons.catalog import Catalog


@click.command()
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
