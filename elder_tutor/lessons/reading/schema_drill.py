"""What may stand in the file of a drill, key by key (docs/packs.md explains each for authors)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from elder_tutor.lessons.reading.schema import Effects, HappeningFile, StartFile
from elder_tutor.lessons.reading.schema_types import Condition, Id, Name, Scalar, Text, Texts, Word


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _marks(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Marks = Annotated[
    list[HappeningFile], BeforeValidator(_marks, json_schema_input_type=HappeningFile | list[HappeningFile])
]


class BankFile(_File):
    """Items of one channel."""

    id: Id
    rows: Name
    where: Condition | None = None
    verdict: Word = "verdict"
    fraud: Scalar = "fraud"
    signs: Word = "signs"
    deliver: Effects = Field(min_length=1)
    fell: Marks = Field(min_length=1)
    guarded: Marks = Field(min_length=1)
    asked: Marks = Field(default_factory=list)


class DrillFile(_File):
    """A drill's file in ``courses/<course>/``."""

    drill: Id
    revision: int = Field(1, ge=1)
    title: Text
    icon: Text = ""
    minutes: int = Field(10, ge=1, le=120)
    needs: list[Id] = Field(default_factory=list)
    items: int = Field(8, ge=2, le=40, multiple_of=2)
    start: StartFile = Field(default_factory=StartFile)
    opening: Texts = Field(default_factory=list)
    banks: list[BankFile] = Field(min_length=1)
    praise: Texts = Field(default_factory=list)
    remember: Texts = Field(default_factory=list)
    note: Text = ""
