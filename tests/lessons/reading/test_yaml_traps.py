"""Reading YAML: our own types, a line for everything, and nothing that could hurt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.lessons.reading.faults import Faults
from elder_tutor.lessons.reading.yamlmarks import DEPTH_LIMIT, read_yaml


def read(text):
    faults = Faults()
    found = read_yaml(text if isinstance(text, bytes) else text.encode(), "f.yaml", faults)
    return (found[0] if found else None), [str(fault) for fault in faults.sorted()]


def lines(text):
    found = read_yaml(text.encode(), "f.yaml", Faults())
    assert found
    return lambda *steps: found[1].at(*steps).line


@pytest.mark.parametrize(
    "word",
    [
        "10:30",
        "no",
        "on",
        "off",
        "yes",
        "2026-06-14",
        "012345",
        "1_000",
        "0x1F",
        "1.5",
        "~",
        "NULL",
        "True",
        "+97455551234",
        "1e3",
        "00005555",
    ],
)
def test_only_true_false_null_and_whole_numbers_are_more_than_words(word):
    assert read(f"a: {word}") == ({"a": word}, [])


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("+6", 6),
        ("-30", -30),
        ('"5"', "5"),
        ("'true'", "true"),
    ],
)
def test_plain_values_have_their_type_and_quoted_ones_are_words(word, value):
    found, _ = read(f"a: {word}")
    assert found["a"] == value
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize("key", ["on", "no", "true", "12", "null"])
def test_a_key_is_always_a_word(key):
    assert read(f"{key}: x")[0] == {key: "x"}


def test_every_value_knows_its_line():
    line = lines("a: 1\nb:\n  - x\n  - c: y\n    d: z\n")
    assert [line("a"), line("b"), line("b", 0), line("b", 1, "c"), line("b", 1, "d")] == [1, 2, 3, 4, 5]


def test_a_missing_place_has_the_line_of_what_is_around_it():
    assert lines("a: 1\nb:\n  c: 2\n")("b", "nothing", 3) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: «ن»: م", 2, "second colon"),
        ("a: {b: x, y], c: d}", 1, "put this sentence in quotes"),
        ("a:\n  - {b: c d: e}", 2, "put this sentence in quotes"),
        ("a: 1\nb: *c", 2, "put this sentence in quotes"),
        ("a: 1\nb: &c x", 2, "“&”"),
        ("a: &x [1]\nb: *x", 1, "“&”"),
        ("a: !!python/object:os.system x", 1, "“!”"),
        ("a: !tag {b: 1}", 1, "“!”"),
        ("a: ! x", 1, "“!”"),
        ("a: 1\n\tb: 2", 2, "tabs"),
        ("a: @x", 1, "put this sentence in quotes"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: 1\n  b: 2", 2, "put this sentence in quotes"),
        ("a:\n  b: 1\n c: 2", 3, "spaces"),
        ('a: "x\nb: 1', 2, "never closed"),
        ("[a, b]: c", 1, "a key must be a plain word"),
        ("{a: b}: c", 1, "a key must be a plain word"),
        ("", 1, "empty"),
        ("# nothing\n", 1, "empty"),
        ("a: x\x07y", 0, "control character"),
    ],
)
def test_a_trap_is_named_with_its_line(text, line, words):
    found, told = read(text)
    assert found is None
    assert len(told) == 1
    assert words in told[0]
    assert told[0].startswith(f"f.yaml:{line}:" if line else "f.yaml: ")


def test_a_key_that_stands_twice_is_a_fault_and_the_rest_is_still_read():
    found, told = read("a: 1\nb: 2\na: 3\nc: 4")
    assert found["c"] == 4
    assert told == ["f.yaml:3: error: “a” stands twice here (first on line 1); keep one (a)"]


def test_a_comment_that_swallows_half_a_text_is_warned_of():
    _, told = read("a: خَمْسَةٌ # سِتَّةٌ\nb: word # سَبْعَةٌ\nc: ثَمَانِيَةٌ # eight\n")
    assert len(told) == 1
    assert told[0].startswith("f.yaml:1: warning: # begins a comment")


def test_nesting_stops_before_the_stack_does():
    assert read("a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1))[1] == []
    for deep in (DEPTH_LIMIT + 1, 100_000):
        assert "nested more than" in read("a: " + "[" * deep)[1][0]


def test_what_is_not_utf8_is_named_with_its_line():
    assert read(b"a: 1\nb: \xff\n")[1] == [
        "f.yaml:2: error: this line is not UTF-8 text; save the file as UTF-8"
    ]


def test_a_byte_order_mark_is_no_trouble():
    assert read(b"\xef\xbb\xbfa: 1") == ({"a": 1}, [])


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fall(text):
    found, told = read(text.encode("utf-8", "ignore"))
    assert told or found is not None or text.strip() in ("null", "~", "")


@given(st.text(alphabet="ab:{}[]\"'#&*!|>-\n ,%@`ء", max_size=120))
def test_no_heap_of_signs_makes_the_reader_fall(text):
    read(text)


@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x6FF, exclude_categories=["Cs", "Cc"]), max_size=60
    )
)
def test_a_quoted_text_is_read_as_it_stands(text):
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    assert read(f"a: {quoted}") == ({"a": text}, [])
