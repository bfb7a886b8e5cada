"""The schema for editors: it takes what the loader takes, and marks what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from elder_tutor import resources
from elder_tutor.errors import KnownError
from elder_tutor.lessons.authoring.editor_schema import FILES, schema_of, write_schemas
from elder_tutor.lessons.reading.faults import Faults
from elder_tutor.lessons.reading.yamlmarks import read_yaml


def kind_of(file: Path) -> str:
    return file.read_text("utf-8").partition(":")[0]


CORE = resources.assets() / "packs" / "core"
OF_CORE = [
    *(("app", file) for file in sorted(CORE.glob("apps/*.yaml"))),
    *(("course", file) for file in sorted(CORE.glob("courses/*/course.yaml"))),
    *((kind_of(file), file) for file in sorted(CORE.glob("courses/*/*.yaml")) if file.stem != "course"),
    ("pack", CORE / "pack.yaml"),
]


def faults_of(kind: str, value: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema_of(kind))
    return [error.json_path for error in checker.iter_errors(value)]


def values(file: Path) -> Any:
    found = read_yaml(file.read_bytes(), file.name, Faults())
    assert found is not None
    return found[0]


@pytest.mark.parametrize(("kind", "file"), OF_CORE, ids=[file.stem for _, file in OF_CORE])
def test_every_file_of_our_pack_fits_its_schema(kind: str, file: Path) -> None:
    assert faults_of(kind, values(file)) == []


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_is_itself_in_order(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


def test_an_unknown_key_is_marked_where_it_stands() -> None:
    app = {"app": "a", "name": "x", "first": "home", "screens": {"home": {"elements": [], "colour": "red"}}}
    assert faults_of("app", app) == ["$.screens.home"]


def test_an_unknown_kind_of_element_is_marked() -> None:
    elements = [{"kind": "buton", "id": "a", "label": "x"}]
    app = {"app": "a", "name": "x", "first": "home", "screens": {"home": {"elements": elements}}}
    assert faults_of("app", app) == ["$.screens.home.elements[0].kind"]


def test_one_effect_may_stand_without_a_list() -> None:
    element = {"kind": "button", "id": "a", "label": "x", "do": {"go": "home"}}
    app = {"app": "a", "name": "x", "first": "home", "screens": {"home": {"elements": [element]}}}
    assert faults_of("app", app) == []


def test_a_lesson_without_steps_is_marked() -> None:
    assert "$.steps" in faults_of(
        "lesson", {"lesson": "l", "title": "x", "apps": ["a"], "goal": "g", "steps": []}
    )


def test_another_kind_of_file_is_refused_with_the_list() -> None:
    with pytest.raises(KnownError, match="app, course, drill, lesson, pack"):
        schema_of("screen")


def test_the_schemas_are_written_one_file_for_each_kind(tmp_path: Path) -> None:
    files = write_schemas(tmp_path / "schemas")
    assert [file.name for file in files] == [f"{kind}.schema.json" for kind in FILES]
    assert all(file.read_text("utf-8").endswith("}\n") for file in files)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(KnownError, match="cannot be written"):
        write_schemas(tmp_path / "file")
