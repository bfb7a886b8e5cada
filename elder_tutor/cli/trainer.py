"""The command that opens the trainer's pages in a window of their own."""

from __future__ import annotations

from pathlib import Path

import click

from elder_tutor.cli.common import LANGUAGES, data_option, known


@click.command()
@click.option("--lang", type=LANGUAGES, help="Language of the pages; the default is the one that is set.")
@data_option
@click.pass_context
@known
def trainer(context: click.Context, lang: str | None, data: Path | None) -> None:
    """Open the trainer's pages beside the learners' program, on a second screen where there is one.

    It asks for the PIN and reads the same data; no learner's session is begun in it.
    """
    from elder_tutor.ui.trainer_window import open_trainer

    context.exit(open_trainer(data or context.obj, lang or ""))
