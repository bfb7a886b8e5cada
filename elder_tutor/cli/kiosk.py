"""The command that runs this machine as a kiosk."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor.cli.common import data_option, known


@click.command()
@click.option(
    "--name",
    metavar="NAME",
    default="",
    help="What this place is called on the trainer's board, like kiosk-3; the default is the machine's name.",
)
@data_option
@click.pass_context
@known
def kiosk(context: click.Context, name: str, data: Path | None) -> None:
    """Fill the screen for strangers; only the trainer's PIN leads out."""
    from elder_tutor.app import place_here
    from elder_tutor.ui.application import open_program

    place_here(name)  # a wrong name is told here, not in the window
    context.exit(open_program(data or context.obj, kiosk=True, place=name))
