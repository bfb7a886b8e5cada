"""The commands. Each imports what it needs inside itself; known trouble ends with exit code 2."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from elder_tutor import __version__
from elder_tutor.cli import (
    data,
    doctor,
    i18n,
    kiosk,
    look,
    packs,
    paper,
    people,
    play,
    speech,
    trainer,
    voices,
)
from elder_tutor.cli.common import data_option, known


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="elder-tutor")
@data_option
@click.option(
    "--kiosk",
    metavar="NAME",
    default="",
    help="What this place is called on the trainer's board, like kiosk-3; the default is the machine's name.",
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%dT%H:%M"]),
    help="Show the program as on this day, like 2026-06-08T10:15; the clock stands still.",
)
@click.pass_context
@known
def commands(context: click.Context, data: Path | None, kiosk: str, now: datetime | None) -> None:
    """Practise the phone without fear. Without a command the window opens."""
    context.obj = data
    if context.invoked_subcommand is None:
        from elder_tutor.app import place_here
        from elder_tutor.ui.application import open_program

        place_here(kiosk)  # a wrong name is told here, not in the window
        context.exit(open_program(data, now=now.astimezone() if now else None, place=kiosk))


for _command in (
    look.demo,
    look.picture,
    play.play,
    trainer.trainer,
    packs.check,
    packs.new_lesson,
    packs.schema,
    i18n.i18n,
    speech.say,
    speech.speech_cache,
    voices.voices,
    people.reset_pin,
    people.import_learners,
    doctor.doctor,
    kiosk.kiosk,
    data.backup,
    data.restore,
    data.rebuild,
    data.export,
    data.learner_data,
    data.erase,
    paper.cards,
    paper.report,
    paper.certificate,
    paper.sign_in_cards,
):
    commands.add_command(_command)
