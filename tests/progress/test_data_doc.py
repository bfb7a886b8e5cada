"""docs/data.md tells the truth: every table and kind stands in it, and every query runs."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from elder_tutor.progress.events import FLAGS, IDS, NUMBERS, EventKind
from elder_tutor.progress.store import Store

PAGE = (Path(__file__).parents[2] / "docs" / "data.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
NEWEST = max((Path(__file__).parent / "versions").glob("*.sql"))


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_runs_and_answers_something(query: str) -> None:
    database = sqlite3.connect(":memory:")
    database.executescript(NEWEST.read_text("utf-8"))
    assert database.execute(query).fetchall()
    database.close()


def test_there_are_queries_to_try() -> None:
    assert len(QUERIES) >= 4


def test_every_table_is_explained(store: Store) -> None:
    tables = {row[0] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {table for table in tables if f"`{table}`" not in PAGE} == set()


@pytest.mark.parametrize("table", ["learner", "setting", "staff", "audit", "event"])
def test_every_column_that_is_no_count_is_explained(store: Store, table: str) -> None:
    columns = {row[0] for row in store.rows(f"SELECT name FROM pragma_table_info('{table}')")}
    assert {column for column in columns if f"`{column}`" not in PAGE} - {"id"} == set()


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_is_explained(kind: EventKind) -> None:
    assert f"| `{kind.value}` |" in PAGE


def test_keys_named_in_the_page_may_be_stored() -> None:
    rows = re.findall(
        r"^\| `(?:opened|acted|hint|mistake|refused|finished|helped)` \|.*\|(.*)\|$", PAGE, re.MULTILINE
    )
    named = {key for row in rows for key in re.findall(r"`([a-z_]+)`", row)}
    assert named - IDS - NUMBERS - FLAGS == set()
    assert len(named) > 10
