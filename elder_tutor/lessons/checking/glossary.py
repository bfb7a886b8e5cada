"""The same word for the same thing (CURRICULUM D.7): labels against the glossary of the interface."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from elder_tutor import resources
from elder_tutor.lessons.checking.gestures import bare
from elder_tutor.lessons.reading.faults import Faults
from elder_tutor.lessons.reading.reading import Reading, Role


def check_glossary(notes: Reading, faults: Faults) -> None:
    """Note labels that are a near word of a term of the glossary."""
    if notes.language != "ar":
        return
    for use in notes.texts:
        label = use.role is Role.LABEL and str(use.place.steps[-1]).endswith("label")
        term = _near().get(bare(use.text)) if label else None
        if term is not None:
            faults.warn(use.place, f"the glossary says «{term}» for «{bare(use.text)}»")


@cache
def _near() -> Mapping[str, str]:
    text = (resources.assets() / "text" / "ar" / "glossary.json").read_text("utf-8")
    return {bare(near): entry["term"] for entry in json.loads(text)["terms"] for near in entry["not"]}
