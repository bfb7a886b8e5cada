"""The commands. Each imports what it needs inside itself; known trouble ends with exit code 2."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from elder_tutor import __version__
from elder_tutor.cli import data, doctor, i18n, look, packs, people, play, speech, voices
from elder_tutor.cli.common import data_option, known


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


for _command in (
    look.demo,
    look.picture,
    play.play,
    packs.check,
    packs.new_lesson,
    packs.schema,
    i18n.i18n,
    speech.say,
    speech.speech_cache,
    voices.voices,
    people.reset_pin,
    doctor.doctor,
    data.backup,
    data.restore,
    data.rebuild,
    data.export,
):
    commands.add_command(_command)
