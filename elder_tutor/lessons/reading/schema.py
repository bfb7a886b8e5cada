"""What may stand in a pack's files, key by key (docs/packs.md explains each for authors).

Only shapes are checked here; names, references and conditions are the business of
``parse.py`` and the two builders. Every model forbids keys it does not know.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from elder_tutor.lessons.reading.schema_types import (
    Colour,
    Condition,
    Id,
    Name,
    Names,
    OneOf,
    Scalar,
    Start,
    Text,
    Texts,
    Touch,
    Touches,
    Word,
    Words,
    effects_list,
    names_list,
    values_list,
)


class _File(BaseModel):
    """Forbid unknown keys; take no value for another's type (``"5"`` is a text, not 5)."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


class EffectFile(_File):
    """One effect: exactly one verb, and what belongs to it."""

    set: dict[str, Scalar] | None = None
    clear: Names | None = None
    go: Name | None = None
    open: Name | None = None
    add: Name | None = None
    change: Name | None = None
    remove: Name | None = None
    new_code: Name | None = None
    send: Name | None = None
    notify: Name | None = None
    start: Name | None = None
    cancel: Name | None = None
    step: dict[str, int] | None = None
    toast: Text | None = None
    after: int | None = Field(None, ge=1, le=120)
    say: Words | None = None
    stop: Words | None = None
    with_: dict[str, Scalar] = Field(default_factory=dict, alias="with")
    text: Text = ""
    if_: Condition | None = Field(None, alias="if")


Values = Annotated[
    list[Scalar],
    BeforeValidator(values_list, json_schema_input_type=str | int | bool | list[str | int | bool]),
]
Effects = Annotated[
    list[EffectFile],
    BeforeValidator(effects_list, json_schema_input_type=EffectFile | list[EffectFile]),
]


class ClassFile(_File):
    """One class of what can be written; exactly one test."""

    equals: Text | None = None
    digits: int | None = Field(None, ge=1, le=40)
    fewer_digits: int | None = Field(None, ge=1, le=40)
    words: list[Text] | None = Field(None, min_length=1)
    min: int | None = Field(None, ge=1, le=500)
    sample: Text = ""


class VarFile(_File):
    """A variable; exactly one of the kinds."""

    one_of: list[Id] | None = Field(None, min_length=1)
    row: Name | None = None
    yesno: bool | None = None
    level: int | None = Field(None, ge=1, le=1000)
    text: dict[Word, ClassFile] | None = None
    code: int | None = Field(None, ge=3, le=12)
    records: dict[Word, str | None] | None = None
    record: Name | None = None
    reset_by: Names = Field(default_factory=list)
    start: Start = None
    max: int | None = Field(None, ge=1, le=64)


class FactFile(_File):
    """One row of an element of kind ``facts``."""

    label: Text
    text: Text
    icon: Text = ""


class ElementFile(_File):
    """One thing on a screen."""

    kind: Text
    id: Word | None = None
    label: Text = ""
    text: Text = ""
    sub: Text = ""
    meaning: Text = ""
    icon: Text = ""
    look: Text = ""
    var: Name | None = None
    value: Scalar = None
    rows: Name | None = None
    where: Condition | None = None
    open_if: Condition | None = None
    show_if: Condition | None = None
    on_if: Condition | None = None
    do: Effects = Field(default_factory=list)
    else_: Effects = Field(default_factory=list, alias="else")
    hold: Effects = Field(default_factory=list)
    hold_label: Text = ""
    swipe: Effects = Field(default_factory=list)
    swipe_label: Text = ""
    swipe_to: Text = ""
    mine_if: Condition | None = None
    region: Text = ""
    facts: list[FactFile] = Field(default_factory=list)
    read: bool | None = None
    note: Text = ""


class ScreenFile(_File):
    """One screen of an app."""

    title: Text = ""
    back: Word | None = None
    dialog: bool = False
    danger: bool = False
    elements: list[ElementFile]
    note: Text = ""


class AppFile(_File):
    """A file of ``apps/``."""

    app: Word
    name: Text
    icon: Text = ""
    colour: Colour = "#8E1C2F"
    first: Word
    hidden: bool = False
    over: bool = False
    lock: bool = False
    icon_if: Condition | None = None
    hold: Effects = Field(default_factory=list)
    hold_label: Text = ""
    keys: dict[Word, Effects] = Field(default_factory=dict)
    badge: Word | None = None
    badge_if: Condition | None = None
    tables: dict[Word, list[dict[Word, Scalar]]] = Field(default_factory=dict)
    vars: dict[Word, VarFile] = Field(default_factory=dict)
    screens: dict[Word, ScreenFile] = Field(min_length=1)
    events: dict[Word, Effects] = Field(default_factory=dict)
    timers: dict[Word, Effects] = Field(default_factory=dict)
    note: Text = ""


class AskFile(_File):
    """Something that varies from attempt to attempt."""

    one_of: OneOf | None = None
    row: Name | None = None
    words: Word | None = None
    only: list[Id] | None = Field(None, min_length=1)
    follow: Scalar


class OptionFile(_File):
    """One answer of an opinion."""

    id: Id
    text: Text
    icon: Text = ""


class OpinionFile(_File):
    """A question the panel asks."""

    options: list[OptionFile] = Field(min_length=2, max_length=4)
    answer: Id
    also_right: list[Id] = Field(default_factory=list)
    wrong: Text = ""


class StepFile(_File):
    """One line of a lesson."""

    id: Id
    say: Texts
    name: Text = ""
    touch: Touches = Field(default_factory=list)
    rows: Annotated[list[Id], BeforeValidator(names_list, json_schema_input_type=Id | list[Id])] = Field(
        default_factory=list
    )
    hold: bool = False
    swipe: bool = False
    for_: dict[Word, Values] = Field(default_factory=dict, alias="for")
    region: Text = ""
    until: Condition | None = None
    must: bool = False
    optional: bool = False
    opinion: OpinionFile | None = None
    note: Text = ""


class MistakeFile(_File):
    """A likely mistake and its repair; exactly one trigger, or ``tip: true``."""

    id: Id
    say: Texts
    name: Text = ""
    said: Name | None = None
    stopped: Name | None = None
    did: Touch | None = None
    when: Condition | None = None
    tip: bool = False
    watch: bool = False
    note: Text = ""


class HappeningFile(_File):
    """Something that may not happen in a check; exactly one of these."""

    did: Touch | None = None
    said: Name | None = None
    stopped: Name | None = None


class MostFile(_File):
    """How often something may happen in a check."""

    wrong: int = Field(ge=0, le=100)


class StartFile(_File):
    """How the phone stands when the lesson begins."""

    open: Name = "home"
    set: dict[str, Scalar] = Field(default_factory=dict)
    do: Effects = Field(default_factory=list)


class CheckFile(_File):
    """The varied task at the end."""

    ask: dict[Word, Text] = Field(default_factory=dict)
    say: Texts
    goal: Condition
    passed: Texts = Field(default_factory=list)
    not_yet: Texts = Field(default_factory=list)
    start: StartFile | None = None
    never: list[HappeningFile] = Field(default_factory=list)
    at_most: MostFile | None = None


class LessonFile(_File):
    """A lesson file of ``courses/<course>/``."""

    lesson: Id
    revision: int = Field(1, ge=1)
    title: Text
    icon: Text = ""
    minutes: int = Field(10, ge=1, le=120)
    needs: list[Id] = Field(default_factory=list)
    apps: list[Word] = Field(min_length=1)
    start: StartFile = Field(default_factory=StartFile)
    ask: dict[Word, AskFile] = Field(default_factory=dict)
    opening: Texts = Field(default_factory=list)
    goal: Texts
    steps: list[StepFile] = Field(min_length=1)
    mistakes: list[MistakeFile] = Field(default_factory=list)
    check: CheckFile | None = None
    praise: Texts = Field(default_factory=list)
    remember: Texts = Field(default_factory=list)
    aim: Condition | None = None
    private: bool = False
    note: Text = ""


class CourseFile(_File):
    """A file ``course.yaml``."""

    course: Id
    name: Text
    icon: Text = ""
    lessons: list[Id] = Field(min_length=1)
    drills: list[Id] = Field(default_factory=list)
    note: Text = ""


class PackFile(_File):
    """The file ``pack.yaml``."""

    pack: Id
    name: Text
    language: Text = "ar"
    home: list[Word] = Field(default_factory=list)
    courses: list[Id] = Field(default_factory=list)
    shell: Word | None = None
    status: dict[Word, Name] = Field(default_factory=dict)
    note: Text = ""
