"""docs/cli.md and the commands tell the same story."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from elder_tutor.cli import commands

DOC = (Path(__file__).parents[1] / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `elder-tutor ?([\w-]*)[^`]*`\n(.*?)(?=^## |\Z)", DOC, re.M | re.S))
NAMES = ["", *commands.commands]


def test_doc_lists_exactly_the_commands_there_are() -> None:
    assert sorted(SECTIONS) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_doc_lists_exactly_the_flags_of_each_command(name: str) -> None:
    command = commands.commands[name] if name else commands
    real = {flag for p in command.params if isinstance(p, click.Option) for flag in p.opts}
    told = set(re.findall(r"^\| `(--[\w-]+)", SECTIONS[name], re.M))
    assert told - {"--help"} == real - {"--help"}


@pytest.mark.parametrize("name", NAMES)
def test_doc_tells_exit_codes_of_each_command(name: str) -> None:
    assert re.search(r"Exit codes: 0 .*2 ", SECTIONS[name], re.S)


def test_doc_lists_exactly_the_pages_a_picture_can_show() -> None:
    from elder_tutor.ui.program import PAGES

    told = re.search(r"^.*Pages: (.*)$", SECTIONS["picture"], re.M)
    assert told
    assert tuple(re.findall(r"`([\w-]+)`", told[1])) == PAGES
