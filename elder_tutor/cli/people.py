"""Commands for who looks after a machine: the trainers' PINs, and a list of learners."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor.cli.common import data_option, known


@click.command("reset-pin")
@click.option("--who", default="", help="Whose PIN, by name; the default is who chose the first one.")
@data_option
@click.pass_context
@known
def reset_pin(context: click.Context, who: str, data: Path | None) -> None:
    """Take away a trainer's PIN so that a new one is chosen; recorded in the audit log."""
    from elder_tutor.app import open_people
    from elder_tutor.progress.audit import FIRST

    with open_people(data or context.obj) as people:
        member = people.staff.member(who).id if who else FIRST
        had_one = people.reset_pin(member=member)
    click.echo(
        "The PIN is taken away. The next press on «المدرّب» chooses a new one."
        if had_one
        else "No PIN was set; nothing changed."
    )


@click.command("import-learners")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell who would be added and what is wrong.")
@click.option("--seed", type=int, default=None, help="Draws the pictures of who has none; by default chance.")
@data_option
@click.pass_context
@known
def import_learners(
    context: click.Context, file: Path, dry_run: bool, seed: int | None, data: Path | None
) -> None:
    """Add the learners of a CSV or XLSX file; rows with a fault are named and left out."""
    from random import Random

    from elder_tutor.app import open_people
    from elder_tutor.progress.audit import os_account
    from elder_tutor.reports.importing import preview_file

    with open_people(data or context.obj) as people:
        groups = [group.name for group in people.groups.all()]
        found = preview_file(file, people.learners(), groups, Random(seed))
        if found.newcomers and not dry_run:
            people.take_in(found.newcomers, os_account())
    for fault in found.faults:
        click.echo(f"Row {fault.row}: {fault.what.key.format_map(dict(fault.what.values))}")
    for one in found.newcomers if dry_run else ():
        click.echo(f"{one.name}  {one.picture}  {one.group}".rstrip())
    click.echo(
        f"{'Would be added' if dry_run else 'Added'}: {len(found.newcomers)}. "
        f"Left out: {found.left_out}. Empty rows: {found.empty}."
    )
    if found.left_out:
        context.exit(1)
