"""The kinds of value that a pack's files are made of; what is wrong with one is said in words for authors."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError


def _text(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        raise PydanticCustomError("text_wanted", "put this sentence in quotes")
    if isinstance(value, bool) or value is None:
        raise PydanticCustomError("text_empty", "a text is expected here")
    return str(value) if isinstance(value, int) else value


def _told(sentence: str) -> PydanticCustomError:
    return PydanticCustomError("told", "{sentence}", {"sentence": sentence})


def _scalar(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        raise PydanticCustomError("text_wanted", "put this sentence in quotes")
    return value


def _words(value: Any) -> Any:
    if isinstance(value, str) or (isinstance(value, dict) and isinstance(value.get("key"), str)):
        return value
    raise _told("a key is expected here, and “text” beside it")


def _start(value: Any) -> Any:
    if isinstance(value, list):
        if all(isinstance(row, dict) for row in value):
            return [{str(key): _scalar(cell) for key, cell in row.items()} for row in value]
        raise _told("each record at the start is a mapping, as in {clinic: eye}")
    return _scalar(value)


def _one_of(value: Any) -> Any:
    if isinstance(value, list):
        return [_text(each) for each in value]
    if isinstance(value, dict) and value:
        return {key: _text(words) for key, words in value.items()}
    raise _told("write the values with their words, as in {me: لِي أَنَا}, or a list of values")


def _texts(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def effects_list(value: Any) -> Any:
    """Let one effect stand where a list of them is expected."""
    return [value] if isinstance(value, dict) else value


def values_list(value: Any) -> Any:
    """Let one value stand where a list of them is expected."""
    return value if isinstance(value, list) else [value]


def names_list(value: Any) -> Any:
    """Let one name stand where a list of them is expected."""
    return [value] if isinstance(value, (str, int)) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(_text, json_schema_input_type=str | int)]
Texts = Annotated[list[Text], BeforeValidator(_texts, json_schema_input_type=str | int | list[str | int])]
Id = Annotated[
    str, BeforeValidator(_text), StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=64)
]
Word = Annotated[
    str, BeforeValidator(_text), StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=64)
]
"""What can stand in a field of a text (``{slot.start:time}``) and in a dotted name: no hyphens."""
Name = Annotated[
    str, BeforeValidator(_text), StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=200)
]
Touch = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(pattern=r"^([A-Za-z0-9][A-Za-z0-9_.-]*|key\..{1,2})$", max_length=200),
]
"""An element, or a key of the keyboard by its letter."""
Touches = Annotated[list[Touch], BeforeValidator(names_list, json_schema_input_type=str | list[str])]
Names = Annotated[list[Name], BeforeValidator(names_list, json_schema_input_type=str | list[str])]
_Plain = str | int | bool | None
Scalar = Annotated[_Plain, PlainValidator(_scalar, json_schema_input_type=_Plain)]
Words = Annotated[
    str | dict[str, Any], PlainValidator(_words, json_schema_input_type=str | dict[str, str | int])
]
_Records = list[dict[str, _Plain]]
Start = Annotated[
    str | int | bool | list[dict[str, Any]] | None,
    PlainValidator(_start, json_schema_input_type=_Plain | _Records),
]
OneOf = Annotated[
    dict[str, str] | list[str],
    PlainValidator(_one_of, json_schema_input_type=dict[str, str | int] | list[str | int]),
]
Condition = dict[str, Any]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
