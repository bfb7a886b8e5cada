"""Commands that write paper: step cards, reports for families, certificates."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from elder_tutor.cli.common import LANGUAGES, data_option, known

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.ui.paper.errands import Piece

_OUT = click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder for the PDF files."
)
_LANG = click.option("--lang", type=LANGUAGES, default="ar", show_default=True)


@click.command()
@click.argument("lesson", required=False)
@click.option("--all", "every", is_flag=True, help="Every lesson there is.")
@_OUT
@_LANG
@click.option("--size", type=click.IntRange(1, 4), default=1, show_default=True, help="Size of type.")
@click.option("--learner", help="Id or name of whom it is for; never on a private lesson's card.")
@click.option("--phone", help="The number for help on the card; the default is the centre's, else a line.")
@data_option
@click.pass_context
@known
def cards(
    context: click.Context,
    lesson: str | None,
    every: bool,
    out: Path,
    lang: str,
    size: int,
    learner: str | None,
    phone: str | None,
    data: Path | None,
) -> None:
    """Write the step card of a lesson as a PDF file to print: each touch with its picture and its words."""
    if (lesson is None) is not every:
        raise click.UsageError("Name a lesson, or say --all.")
    with _without_window(data or context.obj) as app:
        from elder_tutor.ui.paper.errands import help_phone, learner_called, write_cards
        from elder_tutor.ui.paper.step_card import Wish

        name = learner_called(app, learner).name if learner else ""
        wish = Wish(lang, size, help_phone(app) if phone is None else phone, name, app.clock().date())
        lessons = [each.id for each in app.catalog.lessons] if every else [str(lesson)]
        _tell(write_cards(app, lessons, out, wish))


@click.command()
@click.argument("learner", required=False)
@click.option("--all", "every", is_flag=True, help="Every learner there is.")
@_OUT
@_LANG
@click.option("--notes", is_flag=True, help="With the trainers' last three notes.")
@data_option
@click.pass_context
@known
def report(
    context: click.Context,
    learner: str | None,
    every: bool,
    out: Path,
    lang: str,
    notes: bool,
    data: Path | None,
) -> None:
    """Write one page about a learner (id or name) as a PDF file, for the learner and the family."""
    if (learner is None) is not every:
        raise click.UsageError("Name a learner, or say --all.")
    with _without_window(data or context.obj) as app:
        from elder_tutor.progress.audit import os_account
        from elder_tutor.ui.paper.errands import learner_called, write_reports

        people = app.people.learners() if every else (learner_called(app, str(learner)),)
        _tell(write_reports(app, people, out, lang, notes, os_account()))


@click.command()
@click.argument("learner", required=False)
@click.argument("course", required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the PDF file.")
@_LANG
@click.option("--verify", metavar="CODE", help="Tell whose certificate bears this code.")
@data_option
@click.pass_context
@known
def certificate(
    context: click.Context,
    learner: str | None,
    course: str | None,
    out: Path | None,
    lang: str,
    verify: str | None,
    data: Path | None,
) -> None:
    """Write the certificate of a learner for a course whose lessons are all done alone, or verify one."""
    if verify is None and None in (learner, course, out):
        raise click.UsageError("Name a learner, a course and --out, or give --verify.")
    with _without_window(data or context.obj) as app:
        from elder_tutor.ui.paper.certificate import verified, write_certificate
        from elder_tutor.ui.paper.errands import learner_called

        if verify is not None:
            whose, which, day = verified(app, verify)
            click.echo(f"{whose.name}  {which.id}  {day}")
            return
        assert out is not None
        who = learner_called(app, str(learner))
        path = out / f"certificate-{course}-{who.id[:8]}.pdf"
        click.echo(str(write_certificate(app, who.id, str(course), path, lang)))


@click.command("sign-in-cards")
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF file to write."
)
@click.option("--learner", help="Id or name of the one whose card it is.")
@click.option("--group", help="Id or name of a group, for everybody in it. The default is everybody.")
@click.option(
    "--renew", is_flag=True, help="The card was lost: with --learner, the one before opens nothing."
)
@_LANG
@data_option
@click.pass_context
@known
def sign_in_cards(
    context: click.Context,
    out: Path,
    learner: str | None,
    group: str | None,
    renew: bool,
    lang: str,
    data: Path | None,
) -> None:
    """Write cards to sign in with as a PDF file to print, ten on a sheet of A4 with cut marks."""
    if (learner is not None and group is not None) or (renew and learner is None):
        raise click.UsageError("Name a learner or a group; --renew goes with --learner.")
    with _without_window(data or context.obj) as app:
        from elder_tutor.progress.audit import os_account
        from elder_tutor.progress.keys import Keys
        from elder_tutor.ui.paper.errands import learner_called, members_of
        from elder_tutor.ui.paper.sign_in_cards import write_sign_in_cards

        whom = (learner_called(app, learner),) if learner is not None else members_of(app, group)
        if renew:
            Keys(app.store).renew(whom[0].id, os_account())
        paper = write_sign_in_cards(app, whom, out, lang, os_account())
        click.echo(f"{out}  {len(paper.leaves)}")


@contextlib.contextmanager
def _without_window(data: Path | None) -> Iterator[App]:
    """Give the whole domain, with Qt drawing into memory."""
    from elder_tutor.app import build
    from elder_tutor.ui.picture import without_screen

    without_screen()
    with contextlib.closing(build(data)) as app:
        yield app


def _tell(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if piece.path is not None:
            click.echo(f"{piece.path}  {piece.pages}")
