"""The accessibility checklist as a page: rows from ``checklist.yaml``, evidence from the tests that exist.

``python -m tests.access.checklist`` writes ``docs/accessibility.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

TESTS: Final = Path(__file__).parents[1]
SOURCE: Final = Path(__file__).with_name("checklist.yaml")
PAGE: Final = TESTS.parent / "docs" / "accessibility.md"
SCORES: Final = ("met", "partly", "not", "n/a")
_TEST: Final = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
PARTS: Final = {
    "wcag": "Web Content Accessibility Guidelines 2.2, levels A, AA and AAA",
    "en5": "EN 301 549 V3.2.1, clause 5: generic requirements (as for a kiosk that is closed)",
    "en11": "EN 301 549 V3.2.1, clause 11: software",
}
HEAD: Final = (Path(__file__).with_name("checklist.md")).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement, its score, the tests that show it, and what is left to say."""

    number: str
    title: str
    level: str
    score: str
    tests: tuple[str, ...]
    note: str


def rows() -> dict[str, tuple[Row, ...]]:
    """Read all rows, by the part they belong to."""
    told = yaml.safe_load(SOURCE.read_text("utf-8"))
    return {
        part: tuple(Row(number, title, level, score, tuple(tests), note)
                    for number, title, level, score, tests, note in told[part])
        for part in PARTS
    }  # fmt: skip


def known() -> dict[str, list[str]]:
    """Answer the files in which each test of the project is, by its name."""
    where: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for name in _TEST.findall(path.read_text("utf-8")):
            where.setdefault(name, []).append(path.relative_to(TESTS.parent).as_posix())
    return where


def render() -> str:
    """Make the page."""
    where, parts = known(), rows()
    lines = [HEAD, "## Scores", "", "| | met | partly | not | n/a | rows |", "|---|---|---|---|---|---|"]
    for part, title in PARTS.items():
        lines.append(_total(title, parts[part]))
        if part == "wcag":
            for level in ("A", "AA", "AAA"):
                lines.append(
                    _total(f"… level {level}", tuple(row for row in parts[part] if row.level == level))
                )
    for part, title in PARTS.items():
        lines += ["", f"## {title}", "", "| no. | requirement | score | shown by |", "|---|---|---|---|"]
        lines += [_line(row, where) for row in parts[part]]
    return "\n".join(lines) + "\n"


def _total(title: str, of: tuple[Row, ...]) -> str:
    found = Counter(row.score for row in of)
    return f"| {title} | {' | '.join(str(found[score]) for score in SCORES)} | {len(of)} |"


def _line(row: Row, where: dict[str, list[str]]) -> str:
    shown = [f"`{' '.join(where.get(name, '?'))}::{name}`" for name in row.tests]
    told = "<br>".join([*shown, *([row.note] if row.note else [])])
    level = f" ({row.level})" if row.level else ""
    return f"| {row.number} | {row.title}{level} | {row.score} | {told} |"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
