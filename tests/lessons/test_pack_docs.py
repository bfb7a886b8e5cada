"""docs/packs.md: what it builds works, every example is right, and nothing is left out."""

from __future__ import annotations

import re
import textwrap
from io import BytesIO

import pytest

from elder_tutor.lessons.catalog import open_catalog
from elder_tutor.lessons.checks import check_pack
from elder_tutor.lessons.device.derive import WEEKDAYS
from elder_tutor.lessons.learners.play import run_play
from elder_tutor.lessons.loader import load_pack
from elder_tutor.lessons.model import KINDS, VarKind
from elder_tutor.lessons.reading import schema
from elder_tutor.lessons.reading.parse_effects import VERBS
from elder_tutor.lessons.reading.reading import TYPES
from elder_tutor.lessons.reading.scope import DERIVED, RESERVED
from elder_tutor.text.extract import extract_pack
from elder_tutor.text.marks import has_arabic
from tests.lessons.packs import DOC, blocks, library, told, write

TEXT = DOC.read_text(encoding="utf-8")
CODE = set(re.findall(r"[\w]+", " ".join(re.findall(r"`([^`\n]+)`", TEXT))))
MODELS = [
    each for each in vars(schema).values() if isinstance(each, type) and each.__module__ == schema.__name__
]
KEYS = sorted({info.alias or name for model in MODELS for name, info in model.model_fields.items()})
EXAMPLE = next(text for what, text in blocks() if what == "example app")
LESSON = """lesson: try
title: ت
apps: [example]
goal: ت
"""
ASK = next(text for what, text in blocks() if what == "ask")
CONTROLS = """
      - {kind: button, id: me, label: ل, do: [{go: back}]}
      - {kind: button, id: next, label: ل, do: [{go: back}]}
      - {kind: list, id: clinics, rows: clinics, label: ل, var: clinic}
      - {kind: button, id: link, label: ل, do: [{go: back}]}
      - {kind: card, id: address, text: ل}
      - {kind: field, id: reason, label: ل, var: reason}
"""


def examples(what):
    return [text for name, text in blocks() if name == what]


def single(what):
    """Each entry of a list example by itself, so that one wrong entry cannot hide another."""
    return [
        entry for text in examples(what) for entry in re.split(r"\n(?=- |# )", text) if entry.startswith("- ")
    ]


def pack_with(tmp_path, app=EXAMPLE, lesson=None, more=""):
    files = {"pack.yaml": "pack: p\nname: ت\n" + more, "apps/example.yaml": app}
    if lesson is not None:
        files |= {
            "courses/c/course.yaml": "course: c\nname: ت\nlessons: [try]\n",
            "courses/c/try.yaml": lesson,
        }
    return load_pack(write(tmp_path, files))


def screen_with(elements):
    """The example app with these elements on its second screen."""
    old = "    elements: [{kind: text, text: الثَّانِيَةُ}]\n"
    assert old in EXAMPLE
    return EXAMPLE.replace(old, "    elements:\n" + textwrap.indent(elements.strip("\n"), "      ") + "\n")


def added(under, text):
    """The example app with more lines under one of its keys."""
    return EXAMPLE.replace(f"\n{under}:\n", f"\n{under}:\n" + textwrap.indent(text, "  "), 1)


def test_the_first_pack_loads_without_a_word(tmp_path):
    loaded = load_pack(write(tmp_path, library()))
    assert loaded.pack is not None
    assert check_pack(loaded) == ()


def test_the_fault_the_page_shows_is_the_one_an_author_sees(tmp_path):
    files = library()
    files["apps/library.yaml"] = files["apps/library.yaml"].replace("var: book,", "var: boook,")
    shown = re.search(r"^apps/library\.yaml:\d+: error: .*boook.*$", TEXT, re.MULTILINE)
    assert shown
    assert shown.group() in told(load_pack(write(tmp_path, files)))


def test_the_example_app_loads(tmp_path):
    assert pack_with(tmp_path).pack is not None


@pytest.mark.parametrize("text", single("elements"))
def test_every_element_example_loads(tmp_path, text):
    assert told(pack_with(tmp_path, screen_with(text))) == []


@pytest.mark.parametrize("text", single("conditions"))
def test_every_condition_example_loads(tmp_path, text):
    element = f"- {{kind: text, text: ت, show_if: {text[2:].strip()}}}"
    assert told(pack_with(tmp_path, screen_with(element))) == []


@pytest.mark.parametrize("text", single("effects"))
def test_every_effect_example_loads(tmp_path, text):
    element = f"- {{kind: button, id: b, label: ت, do: [{text[2:].strip()}]}}"
    assert told(pack_with(tmp_path, screen_with(element))) == []


@pytest.mark.parametrize(("what", "under"), [("vars", "vars"), ("screen", "screens"), ("events", "events")])
def test_every_larger_example_of_an_app_loads(tmp_path, what, under):
    (text,) = examples(what)
    assert told(pack_with(tmp_path, added(under, text))) == []


def test_every_key_of_an_app_and_a_pack_loads(tmp_path):
    (app,), (more,) = examples("app"), examples("pack")
    assert told(pack_with(tmp_path, EXAMPLE + app, more=more)) == []


@pytest.mark.parametrize("key", ["steps", "mistakes", "ask", "check"])
def test_every_example_of_a_lesson_loads(tmp_path, key):
    (text,) = examples(key)
    app = EXAMPLE.replace(
        '    elements: [{kind: text, text: "الرَّمْزُ {otp:code}"}]\n', f"    elements:{CONTROLS}"
    )
    last = "steps: [{id: z, touch: example.home.me, say: ت}]\n" if key != "steps" else ""
    last += "ask:\n" + textwrap.indent(ASK, "  ") if key != "ask" else ""
    assert told(pack_with(tmp_path, app, f"{LESSON}{last}{key}:\n" + textwrap.indent(text, "  "))) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key):
    assert key in CODE


@pytest.mark.parametrize(
    "word", sorted({*KINDS, *VarKind, *VERBS, *RESERVED, *TYPES, *DERIVED, WEEKDAYS[0]} - {"screen"})
)
def test_every_kind_effect_condition_type_and_derived_column_is_explained(word):
    assert word in CODE or re.search(rf"\b{word}:", " ".join(examples("conditions")))


def test_examples_are_found_in_the_page():
    assert len(single("elements")) > 15
    assert len(single("effects")) > 14
    assert len(single("conditions")) > 14


@pytest.mark.parametrize("learner", ["perfect", "errs"])
@pytest.mark.parametrize("stage", ["watch", "follow", "alone"])
def test_the_lesson_of_the_first_pack_is_played_to_its_end(tmp_path, stage, learner):
    catalog = open_catalog([write(tmp_path, library())])
    result = run_play(catalog, "borrow-book", stage=stage, learner=learner, seed=3)
    assert result.finished


def test_every_text_a_person_may_meet_is_collected_for_translators(tmp_path):
    lines = "".join(f"      {text.strip()}\n" for text in single("elements"))
    (app,) = examples("app")
    old = "    elements: [{kind: text, text: الثَّانِيَةُ}]\n"
    does = ", ".join(each[2:].strip() for each in single("effects"))
    effects = f"      - {{kind: button, id: b, label: ل, do: [{does}]}}\n"
    loaded = pack_with(tmp_path, EXAMPLE.replace(old, "    elements:\n" + lines + effects) + app)
    noted = {use.text for use in loaded.notes.texts if has_arabic(use.text)}
    streams = (BytesIO(file.read_bytes()) for file in tmp_path.rglob("*.yaml"))
    collected = {text for stream in streams for _, _, text, _ in extract_pack(stream, (), (), {})}
    assert len(noted) > 40
    assert noted <= collected


def test_the_example_of_a_drill_loads(tmp_path):
    app = screen_with("- {kind: button, id: full, label: ل, do: [{say: full, text: ل}]}")
    link = "{kind: link, id: link, label: ل, do: [{stop: link, text: ل}]}"
    app = app.replace("elements: [{kind: text, ", f"elements: [{link}, {{kind: text, ", 1)
    files = {
        "pack.yaml": "pack: p\nname: ت\n",
        "apps/example.yaml": app,
        "courses/c/course.yaml": "course: c\nname: ت\nlessons: [try]\ndrills: [fraud-drill]\n",
        "courses/c/try.yaml": LESSON,
        "courses/c/fraud-drill.yaml": examples("drill")[0],
    }
    loaded = load_pack(write(tmp_path, files))
    assert [str(fault) for fault in loaded.faults if "fraud-drill" in fault.file] == []
