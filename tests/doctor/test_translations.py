"""Words are fine when every sentence has them and the compiled ones are the ones last written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from elder_tutor.doctor import translations
from elder_tutor.doctor.characters import used
from elder_tutor.doctor.finding import Finding, State
from elder_tutor.doctor.translations import Domain, look
from elder_tutor.text.po_files import po_file

POT = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Good"\nmsgstr ""\n'
PO = POT.replace('msgstr ""\n', 'msgstr "حَسَنًا"\n')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One sentence with its Arabic words, compiled."""
    po = po_file(tmp_path, "ar", "elder_tutor")
    po.parent.mkdir(parents=True)
    (tmp_path / "elder_tutor.pot").write_text(POT, "utf-8")
    po.write_text(PO, "utf-8")
    compile_po(po)
    return tmp_path


def compile_po(po: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
        write_mo(target, read_po(source))


def found_in(folder: Path, lang: str = "ar") -> Finding:
    (found,) = look(lang, [Domain("elder_tutor", "en", folder)])
    return found


def test_words_that_are_all_there_are_fine(folder: Path) -> None:
    assert found_in(folder).state is State.OK


def test_the_language_of_the_sentences_needs_no_words(tmp_path: Path) -> None:
    assert found_in(tmp_path, "en").state is State.OK


def test_a_missing_compiled_file_must_be_mended(folder: Path) -> None:
    po_file(folder, "ar", "elder_tutor").with_suffix(".mo").unlink()
    assert found_in(folder).what.key == translations.MISSING.key


def test_a_damaged_compiled_file_must_be_mended(folder: Path) -> None:
    po_file(folder, "ar", "elder_tutor").with_suffix(".mo").write_bytes(b"no catalogue")
    assert found_in(folder).what.key == translations.DAMAGED.key


def test_words_written_after_compiling_must_be_compiled(folder: Path) -> None:
    po_file(folder, "ar", "elder_tutor").write_text(PO.replace("حَسَنًا", "جَيِّدٌ"), "utf-8")
    found = found_in(folder)
    assert (found.state, found.what.key, found.todo) == (
        State.BAD, translations.OLD.key, translations.COMPILE,
    )  # fmt: skip


def test_a_sentence_without_words_is_worth_a_look_and_named(folder: Path) -> None:
    (folder / "elder_tutor.pot").write_text(POT + '\nmsgid "New"\nmsgstr ""\n', "utf-8")
    found = found_in(folder)
    assert (found.state, dict(found.what.values)["count"]) == (State.WARN, 1)
    assert found.details == "first: New"


def test_every_character_of_every_catalogue_is_gathered_but_none_without_ink(folder: Path) -> None:
    shutil.copy(folder / "elder_tutor.pot", folder / "core.pot")
    letters = used([Domain("elder_tutor", "en", folder)], ["ar", "en"])
    assert {"G", "ح", "\N{ARABIC FATHA}"} <= set(letters)
    assert not set(letters) & {" ", "\n", "\u2066"}
