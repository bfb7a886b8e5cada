"""The JSON Schema of a pack's files, so that an editor completes keys and marks slips while one writes.

It is made from the models that the loader itself checks with, so the two cannot differ in keys.
What a schema cannot say (names, references, conditions that can never be true) is the business of
``elder-tutor check``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from elder_tutor.errors import KnownError
from elder_tutor.lessons.model import KINDS
from elder_tutor.lessons.reading.schema import AppFile, CourseFile, LessonFile, PackFile
from elder_tutor.lessons.reading.schema_drill import DrillFile

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
FILES: Final[dict[str, type[BaseModel]]] = {
    "app": AppFile,
    "course": CourseFile,
    "drill": DrillFile,
    "lesson": LessonFile,
    "pack": PackFile,
}
"""The kinds of file, by the name of their schema."""


def schema_of(kind: str) -> dict[str, Any]:
    """Answer the schema of a kind of file: ``app``, ``course``, ``drill``, ``lesson`` or ``pack``.

    Raises KnownError for another kind.
    """
    model = FILES.get(kind)
    if model is None:
        raise KnownError(
            "There is no schema “{kind}”; there is: {kinds}.", {"kind": kind, "kinds": ", ".join(FILES)}
        )
    made = model.model_json_schema(by_alias=True)
    for definition in made.get("$defs", {}).values():
        if definition.get("title") == "ElementFile":
            definition["properties"]["kind"] = {"enum": sorted(KINDS)}
    return {"$schema": DRAFT, "title": f"Elder Tutor: {kind}", **_without_titles(made)}


def write_schemas(folder: Path, kind: str | None = None) -> tuple[Path, ...]:
    """Write ``<kind>.schema.json`` of one kind or of all into a folder; answer the files.

    Raises KnownError for another kind and for a folder that cannot be written.
    """
    made = {name: schema_of(name) for name in ((kind,) if kind else FILES)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in made.items():
            text = json.dumps(value, ensure_ascii=False, indent=2)
            (folder / f"{name}.schema.json").write_text(text + "\n", "utf-8")
    except OSError as error:
        raise KnownError("{file} cannot be written: {why}.", {"file": str(folder), "why": error}) from error
    return tuple(folder / f"{name}.schema.json" for name in made)


def _without_titles(value: Any) -> Any:
    """Leave out the names that pydantic gives to every key: an editor would show them beside the key."""
    if isinstance(value, list):
        return [_without_titles(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {name: _without_titles(each) for name, each in held.items()}
        if key == "properties"
        else _without_titles(held)
        for key, held in value.items()
        if not (key == "title" and isinstance(held, str))
    }
