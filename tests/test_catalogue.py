"""A catalogue answers as the standard library does, and is not unpacked for it."""

from __future__ import annotations

import gettext
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from elder_tutor.catalogue import Catalogue

WORDS = {
    "Next": "التَّالِي",
    "Never mind": "لَا بَأْسَ",
    "مرحبًا": "Hello",
    "a": "b",
    "Z": "ي",
    "{n} of {m}": "{n} مِنْ {m}",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A compiled catalogue with a plural."""
    made = Catalog(locale="ar")
    for key, words in WORDS.items():
        made.add(key, words)
    made.add(("a day", "days"), ("٠", "١", "٢", "٣", "٤", "٥"))
    stream = BytesIO()
    write_mo(stream, made)
    path = tmp_path / "core.mo"
    path.write_bytes(stream.getvalue())
    return path


def test_every_key_is_answered_as_the_standard_library_does(file: Path) -> None:
    known = gettext.GNUTranslations(BytesIO(file.read_bytes()))
    read = Catalogue(file)
    assert {key: read.gettext(key) for key in WORDS} == WORDS
    assert read.gettext("a day") == known.gettext("a day")


@pytest.mark.parametrize("key", ["", "Nex", "Next ", "zzz", "\0", "ي", "a\0"])
def test_what_is_not_in_it_has_no_words(file: Path, key: str) -> None:
    read = Catalogue(file)
    assert key == "" or read.gettext(key) == ""


def test_no_file_has_no_words() -> None:
    assert Catalogue().gettext("Next") == ""


@pytest.mark.parametrize("kept", [0, 10, 40, 200])
def test_a_file_cut_short_is_refused(file: Path, kept: int) -> None:
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(ValueError, match="core"):
        Catalogue(file)


def test_a_file_of_another_machine_is_read_too(file: Path) -> None:
    little = file.read_bytes()
    import struct

    numbers = struct.unpack_from("<7I", little)
    table = b"".join(
        struct.pack(">2I", *struct.unpack_from("<2I", little, numbers[3] + 8 * n)) for n in range(numbers[2])
    )
    words = b"".join(
        struct.pack(">2I", *struct.unpack_from("<2I", little, numbers[4] + 8 * n)) for n in range(numbers[2])
    )
    turned = bytearray(little)
    turned[:28] = struct.pack(">7I", *numbers)
    turned[numbers[3] : numbers[3] + len(table)] = table
    turned[numbers[4] : numbers[4] + len(words)] = words
    file.write_bytes(bytes(turned))
    assert Catalogue(file).gettext("Next") == WORDS["Next"]
