"""Commands for the data of a place: copies, the way back, counting anew, handing out, one learner's own."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

import click

from elder_tutor.cli.common import data_option, known


@click.command()
@click.option("--list", "only_list", is_flag=True, help="Only tell which copies there are.")
@data_option
@click.pass_context
@known
def backup(context: click.Context, only_list: bool, data: Path | None) -> None:
    """Copy the progress into the folder «backups», try the copy, and drop what is too old.

    The program does this once a day by itself. Others may write meanwhile.
    """
    from elder_tutor.upkeep import backups_of, make_backup

    folder = data or context.obj
    if not only_list:
        click.echo(str(make_backup(folder).path))
        return
    for each in backups_of(folder):
        click.echo(f"{each.day}  {each.bytes / 1e6:8.1f} MB  {each.path}")


@click.command()
@click.argument("copy", required=False, type=click.Path(dir_okay=False, path_type=Path))
@data_option
@click.pass_context
@known
def restore(context: click.Context, copy: Path | None, data: Path | None) -> None:
    """Put a copy (the newest one, when none is named) in the place of the progress.

    What was there before is kept beside it. Close the program on every machine first.
    """
    from elder_tutor.upkeep import restore_backup

    restored, kept = restore_backup(data or context.obj, copy)
    click.echo(f"Restored from {restored}")
    if kept is not None:
        click.echo(f"What was there before: {kept}")


@click.command()
@data_option
@click.pass_context
@known
def rebuild(context: click.Context, data: Path | None) -> None:
    """Throw the summaries away and count every event again."""
    from elder_tutor.upkeep import rebuild_summaries

    click.echo(f"{rebuild_summaries(data or context.obj)} events counted.")


@click.command()
@click.option("--format", "kind", required=True, type=click.Choice(["csv", "xlsx", "xapi"]))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the files."
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="First day, like 2026-06-01.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day.")
@click.option("--names", is_flag=True, help="With the learners' names; without it they are pseudonyms.")
@data_option
@click.pass_context
@known
def export(
    context: click.Context,
    kind: str,
    out: Path,
    since: datetime | None,
    until: datetime | None,
    names: bool,
    data: Path | None,
) -> None:
    """Write every event as CSV, the group as a workbook, or xAPI statements for a record store."""
    from elder_tutor.app import build
    from elder_tutor.handing_out import Format, Span, hand_out

    span = Span(since.date() if since else None, until.date() if until else None)
    total = 0
    with contextlib.closing(build(data or context.obj)) as app:
        for handed in hand_out(app, Format(kind), out, span, names):
            total += handed.count
            click.echo(f"{handed.path}  {handed.count}")
    click.echo(f"{total} in all")


@click.command()
@click.argument("learner")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Folder, or a file like MINE.zip."
)
@data_option
@click.pass_context
@known
def learner_data(context: click.Context, learner: str, out: Path, data: Path | None) -> None:
    """Write everything that is kept of one learner, named by id or by a name only one has."""
    from elder_tutor import upkeep
    from elder_tutor.app import build

    with contextlib.closing(build(data or context.obj)) as app:
        for path in upkeep.learner_data(app, upkeep.find_learner(app, learner).id, out):
            click.echo(str(path))


@click.command()
@click.argument("learner")
@click.option("--yes", is_flag=True, help="Do not ask.")
@data_option
@click.pass_context
@known
def erase(context: click.Context, learner: str, yes: bool, data: Path | None) -> None:
    """Erase a learner from the progress and from every copy of it. Nothing brings them back."""
    from elder_tutor import upkeep
    from elder_tutor.app import build

    with contextlib.closing(build(data or context.obj)) as app:
        found = upkeep.find_learner(app, learner)
        if not yes and not click.confirm(f"Erase {found.name} ({found.id}) for ever?"):
            click.echo("Nothing was erased.")
            return
        upkeep.erase(app, found.id)
        click.echo("Erased, also from every copy.")
