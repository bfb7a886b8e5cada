"""What every command shares: known trouble as one sentence, and the choices they offer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from elder_tutor import i18n
from elder_tutor.errors import KnownError

P = ParamSpec("P")
R = TypeVar("R")

LANGUAGES = click.Choice(i18n.languages())
STAGES = click.Choice(["watch", "follow", "find", "alone", "check", "refresh"])
LEARNERS = click.Choice(["perfect", "errs", "wanders", "random"])


class PageLanguage(click.Choice[str]):
    """The languages, and without a word about it those made up for tests of the layout."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Answer the language; anything else is a usage error."""
        return value if value in i18n.PSEUDO else super().convert(value, param, ctx)


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
