"""Turn pydantic's errors into sentences an author understands, with the line in the file."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from elder_tutor.lessons.reading.faults import Faults, Place, Step, Steps, did_you_mean

M = TypeVar("M", bound=BaseModel)

_CONDITIONS = frozenset(("if", "where", "open_if", "show_if", "on_if", "until", "when", "goal", "aim"))
_WANTED = {
    "bool_type": "write true or false here",
    "int_type": "a whole number is expected here",
    "dict_type": "a mapping is expected here (lines of the form “key: value”)",
    "model_type": "a mapping is expected here (lines of the form “key: value”)",
    "list_type": "a list is expected here (lines that begin with “- ”)",
    "text_wanted": "put this sentence in quotes",
    "text_empty": "a text is expected here; put the words in quotes",
    "string_type": "a text is expected here; put the words in quotes",
}


def validated(model: type[M], value: Any, place: Place, faults: Faults) -> M | None:
    """Answer a file's checked shape, or None after noting every fault in it."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        seen: set[tuple[Steps, str]] = set()
        for each in error.errors(include_url=False, include_context=True):
            spot = _place(place, value, each["loc"])
            message = _sentence(model, each, value, spot)
            if (spot.steps, message) not in seen:
                seen.add((spot.steps, message))
                faults.error(spot, message)
        return None


def _place(place: Place, value: Any, loc: tuple[Step, ...]) -> Place:
    """Follow a pydantic location as far as the file goes (it also names union members)."""
    steps: list[Step] = []
    for step in loc:
        inside = step in value if isinstance(value, dict) else _in_list(value, step)
        if inside:
            value = value[step]
            steps.append(step)
    return place.at(*steps)


def _in_list(value: Any, step: Step) -> bool:
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _sentence(model: type[BaseModel], error: Any, value: Any, spot: Place) -> str:
    kind, loc, context = error["type"], error["loc"], error.get("ctx", {})
    if kind == "missing":
        return f"“{loc[-1]}” is missing here"
    if kind == "told":
        return str(context["sentence"])
    if kind == "extra_forbidden":
        return f"“{loc[-1]}” cannot stand here." + did_you_mean(str(loc[-1]), _keys(model, loc[:-1]), 30)
    if kind == "string_pattern_mismatch":
        if "#" in context.get("pattern", ""):
            return 'a colour is written in quotes, as in "#8E1C2F"'
        also = "- and _" if "-" in context.get("pattern", "") else "_"
        return f"“{error['input']}” cannot be a name here: use Latin letters, digits and {also} only"
    if kind in ("dict_type", "model_type") and isinstance(error["input"], str) and "text" in loc[-1:]:
        return "a mapping of classes is expected here, as in {ok: {min: 1, sample: …}}"
    if kind == "dict_type" and loc[-1] in _CONDITIONS:
        return "a condition is a mapping, as in {who: me}"
    if kind in _WANTED:
        return _WANTED[kind]
    return (
        _limits(kind, context, error["input"])
        or f"this cannot stand here: {error['msg'][:1].lower()}{error['msg'][1:]}"
    )


def _limits(kind: str, context: dict[str, Any], value: Any) -> str:
    if kind == "greater_than_equal":
        return f"the number must be at least {context['ge']}"
    if kind == "less_than_equal":
        return f"the number must be at most {context['le']}"
    if kind == "too_short":
        return f"at least {context['min_length']} must stand here"
    if kind == "string_too_long" or (kind == "too_long" and isinstance(value, str)):
        return f"this is longer than {context['max_length']} letters"
    if kind == "too_long":
        return f"at most {context['max_length']} may stand here"
    return ""


def _keys(model: type[BaseModel], loc: tuple[Step, ...]) -> list[str]:
    """Answer the keys that can stand at a location, by walking the models' fields."""
    models: list[type[BaseModel]] = [model]
    for step in loc:
        inner = [found for each in models for found in _step_into(each, str(step))]
        models = inner or models
    return [key for each in models for key in _fields(each)]


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _step_into(model: type[BaseModel], step: str) -> list[type[BaseModel]]:
    info = _fields(model).get(step)
    return _models_in(info.annotation) if info else []


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for arg in getattr(annotation, "__args__", ()) for model in _models_in(arg)]
