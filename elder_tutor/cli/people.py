"""Commands for who looks after a machine."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor.cli.common import data_option, known


@click.command("reset-pin")
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
