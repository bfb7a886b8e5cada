"""The command that says whether this machine can do what the program needs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from elder_tutor.cli.common import LANGUAGES, data_option, known

if TYPE_CHECKING:
    from elder_tutor.doctor.finding import Finding
    from elder_tutor.settings import Settings
    from elder_tutor.text.phrase import Phrase
    from elder_tutor.text.wording import Wording


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--lang", type=LANGUAGES, default="en", show_default=True, help="Language of the findings.")
@data_option
@click.pass_context
@known
def doctor(context: click.Context, as_json: bool, lang: str, data: Path | None) -> None:
    """Check voice, sound, letters, screen, data, packs and words, and say the one thing to do.

    The exit code is 1 when something must be mended.
    """
    from elder_tutor.doctor.finding import State, worst

    found, wording = _examined(data or context.obj, lang)
    click.echo(_as_json(found, wording) if as_json else _as_text(found, wording))
    sys.exit(1 if worst(found) is State.BAD else 0)


def _examined(data: Path | None, lang: str) -> tuple[tuple[Finding, ...], Wording]:
    """Examine this machine with a voice of its own; nothing is written into the data folder."""
    from elder_tutor.app import default_cache_dir, default_data_dir
    from elder_tutor.doctor.characters import used
    from elder_tutor.doctor.checks import Machine, domain_checks
    from elder_tutor.doctor.examine import Check, examine
    from elder_tutor.doctor.window import SECONDS, look
    from elder_tutor.resources import assets, translations
    from elder_tutor.speech.engine import Engine

    folder = data or default_data_dir()
    settings = _settings(folder)

    def wording(lang: str) -> Wording:
        from elder_tutor.i18n import Translator
        from elder_tutor.regions import load_region
        from elder_tutor.text.wording import Wording

        return Wording(lang, Translator(lang), load_region(settings.region), settings.digits)

    with Engine(voice=settings.voice, chosen=dict(settings.voices)) as engine:
        machine = Machine(
            settings, folder, (assets() / "packs", folder / "packs"), default_cache_dir(), translations(),
            lambda: datetime.now().astimezone(), wording, lambda: engine,
        )  # fmt: skip
        screens = settings.screens
        window = Check(
            "window",
            lambda: look(used(machine.domains(), settings.languages), screens=screens),
            SECONDS + 5,
        )
        return examine((*domain_checks(machine), window)), wording(lang)


def _settings(folder: Path) -> Settings:
    """Answer what the centre has set, without opening the file for writing."""
    from elder_tutor.progress.inspection import inspect
    from elder_tutor.settings import Settings, from_mapping

    try:
        return from_mapping(inspect(folder, 0.0).settings)
    except OSError:
        return Settings()


def _as_text(found: Sequence[Finding], wording: Wording) -> str:
    lines = []
    for finding in found:
        lines.append(f"{finding.state.value:<5}{_said(finding.what, wording)}")
        if finding.todo is not None:
            lines.append(f"     -> {_said(finding.todo, wording)}")
        if finding.details:
            lines.append(f"     {finding.id}: {finding.details}")
    counts = {state: sum(one.state == state for one in found) for state in ("ok", "warn", "bad")}
    lines.append(", ".join(f"{count} {state}" for state, count in counts.items()))
    return "\n".join(lines)


def _as_json(found: Sequence[Finding], wording: Wording) -> str:
    findings: list[dict[str, Any]] = [
        {
            "id": finding.id,
            "state": finding.state.value,
            "what": _said(finding.what, wording),
            "todo": _said(finding.todo, wording) if finding.todo else None,
            "details": finding.details,
        }
        for finding in found
    ]
    return json.dumps({"findings": findings}, ensure_ascii=False, indent=2)


def _said(words: Phrase, wording: Wording) -> str:
    from elder_tutor.text.bidi import plain

    return plain(wording.shown(words))
