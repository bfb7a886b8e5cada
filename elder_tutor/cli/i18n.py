"""Commands for translators: collect, compile, count and check what is translated."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from elder_tutor.cli.common import known
from elder_tutor.errors import KnownError

_PACKAGE = Path(__file__).parents[1]


class NoDomain(KnownError):
    """Tell that there is nothing of this name to translate."""

    def __init__(self, domain: str, domains: tuple[str, ...]) -> None:
        facts = {"domain": domain, "domains": ", ".join(domains)}
        super().__init__("There is nothing called “{domain}” to translate. There is: {domains}.", facts)


@click.group()
def i18n() -> None:
    """Translate the program and its packs; translations/README.md says how."""


@i18n.command()
@known
def extract() -> None:
    """Collect the sentences of the program and of every pack into the templates (POT)."""
    from elder_tutor.text import catalogues

    _told("extracted", catalogues.extract_all(_translations(), _PACKAGE, _packs()))


@i18n.command()
@known
def update() -> None:
    """Collect the sentences and bring every language's PO files up to date; no translation is lost."""
    from elder_tutor.text import catalogues

    _told("updated", catalogues.update(_translations(), _PACKAGE, _packs()))


@i18n.command("compile")
@known
def compile_command() -> None:
    """Compile what has changed, for the program to read (MO)."""
    from elder_tutor.text import catalogues

    _told("compiled", catalogues.compile_all(_translations()))


@i18n.command()
@click.argument("lang")
@click.argument("domain")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@known
def merge(lang: str, domain: str, files: tuple[Path, ...]) -> None:
    """Take the translations of other PO files over into those of a language."""
    from elder_tutor import i18n as languages
    from elder_tutor.text import catalogues
    from elder_tutor.text.po_files import po_file

    languages.language(lang)
    if domain not in (there := catalogues.domains(_packs())):
        raise NoDomain(domain, there)
    target = po_file(_translations(), lang, domain)
    _told("merged into", [target] if catalogues.merge(target, lang, files) else [])


@i18n.command()
@known
def stats() -> None:
    """Count what is translated, by language and domain."""
    from elder_tutor.text import catalogues

    click.echo("lang  domain        translated  fuzzy  missing  percent")
    for row in catalogues.stands(_translations(), _packs()):
        click.echo(
            f"{row.lang:<4}  {row.domain:<12}  {row.translated:>10}  {row.fuzzy:>5}  {row.missing:>7}"
            f"  {row.percent:>6.1f}%"
        )


@i18n.command()
@known
def check() -> None:
    """Name everything that is wrong with the languages and their catalogues.

    The exit code is 1 when a fault was found.
    """
    from elder_tutor.text import catalogues
    from elder_tutor.text.catalogue_checks import faults
    from elder_tutor.text.language_checks import language_faults

    found = [
        *language_faults(),
        *catalogues.stale(_translations(), _PACKAGE, _packs()),
        *faults(_translations(), catalogues.sources(_packs())),
    ]
    for line in found:
        click.echo(line)
    sys.exit(1 if found else 0)


@i18n.command()
@click.argument("lang")
@known
def new(lang: str) -> None:
    """Begin a language: its own data to be filled in, and its PO files to be translated."""
    from elder_tutor.text import catalogues
    from elder_tutor.text.new_language import begin_language

    made = begin_language(lang, _assets() / "text")
    _told("made", [*made, *catalogues.begin(lang, _translations(), _PACKAGE, _packs())])
    click.echo("Next: translations/README.md")


@i18n.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write them into.",
)
@known
def pseudo(out: Path) -> None:
    """Write the made-up languages qps and qpr, which show what a longer text does to the pages."""
    from elder_tutor.text.pseudo import write_pseudo

    _told("made", write_pseudo(out, _translations()))


def _told(what: str, files: list[Path]) -> None:
    for file in files:
        click.echo(f"{what} {_near(file)}")
    if not files:
        click.echo("Nothing had changed.")


def _near(file: Path) -> str:
    return "/".join(file.parts[-3:]) if file.suffix in (".po", ".mo") else file.name


def _translations() -> Path:
    from elder_tutor.resources import translations

    return translations()


def _assets() -> Path:
    from elder_tutor.resources import assets

    return assets()


def _packs() -> Path:
    return _assets() / "packs"
