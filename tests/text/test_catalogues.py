"""Catalogues: extraction from code and packs, merging without guesses, compiling, checking."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from elder_tutor.i18n import Translator
from elder_tutor.text import catalogues
from elder_tutor.text.catalogue_checks import catalogue_faults, message_faults
from elder_tutor.text.extract import extract_pack
from elder_tutor.text.language_checks import language_faults
from elder_tutor.text.po_files import NoCatalogue

PACK = """
app: health
name: صِحَّتُكُمْ
vars: {need: {text: {urgent: {words: [سقطت], sample: سَقَطْتُ}}}}
screens:
  home:
    title: الرَّئِيسِيَّةُ
    elements:
      - {kind: button, id: go, label: "{row.name} هُنَا", note: الزر الكبير, do: [{say: k, text: لَا}]}
      - {kind: text, text: No Arabic}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "packs" / "mine").mkdir(parents=True)
    (tmp_path / "packs" / "mine" / "pack.yaml").write_text("pack: mine\nname: حِزْمَةٌ\n", "utf-8")
    (tmp_path / "elder").mkdir()
    (tmp_path / "elder" / "a.py").write_text(
        'phrase("Tap {n}.", n=1)\nclass Full(KnownError):\n'
        '    def __init__(self):\n        super().__init__("Full.")\n'
    )
    return tmp_path


def update(house: Path) -> list[Path]:
    return catalogues.update(house / "tr", house / "elder", house / "packs")


def test_every_arabic_sentence_of_a_pack_is_found_with_its_line_and_note() -> None:
    found = [
        (line, text, notes) for line, _, text, notes in extract_pack(io.BytesIO(PACK.encode()), (), (), {})
    ]
    assert found == [
        (3, "صِحَّتُكُمْ", []),
        (4, "سَقَطْتُ", []),
        (7, "الرَّئِيسِيَّةُ", []),
        (9, "{row.name} هُنَا", ["الزر الكبير"]),
        (9, "لَا", ["الزر الكبير"]),
    ]


def test_babel_finds_the_extractor_by_its_name() -> None:
    from importlib.metadata import EntryPoint

    named = EntryPoint("elder_tutor_pack", "elder_tutor.text.extract:extract_pack", "babel.extractors")
    assert named.load() is extract_pack


def test_the_programs_phrases_and_errors_are_extracted(house: Path) -> None:
    template = catalogues.program_template(house / "elder")
    assert {message.id for message in template if message.id} == {"Tap {n}.", "Full."}


def test_a_second_update_changes_nothing(house: Path) -> None:
    assert len(update(house)) == 5
    assert update(house) == []


def test_catalogues_name_no_date_no_line_and_no_folder_of_the_machine(house: Path) -> None:
    for file in update(house):
        text = file.read_text("utf-8")
        assert "Date" not in text
        assert str(house) not in text
        assert ".py:" not in text


def test_an_update_keeps_translations_and_guesses_none(house: Path) -> None:
    update(house)
    po = catalogues.po_file(house / "tr", "ar", "elder_tutor")
    po.write_text(
        po.read_text("utf-8").replace('"Tap {n}."\nmsgstr ""', '"Tap {n}."\nmsgstr "اِلْمِسُوا {n}."'), "utf-8"
    )
    source = house / "elder" / "a.py"
    source.write_text(source.read_text() + 'phrase("Tap {n}!")\n')
    update(house)
    catalogue = catalogues.read_po(po)
    assert catalogue["Tap {n}."].string == "اِلْمِسُوا {n}."
    assert catalogue["Tap {n}!"].string == ""


def test_a_translation_comes_back_with_its_sentence(house: Path) -> None:
    update(house)
    po = catalogues.po_file(house / "tr", "ar", "elder_tutor")
    po.write_text(po.read_text("utf-8").replace('"Full."\nmsgstr ""', '"Full."\nmsgstr "اِمْتَلَأَ."'), "utf-8")
    source = house / "elder" / "a.py"
    whole = source.read_text()
    source.write_text("")
    update(house)
    assert "Full." not in catalogues.read_po(po)
    source.write_text(whole)
    update(house)
    assert catalogues.read_po(po)["Full."].string == "اِمْتَلَأَ."


def test_translations_of_others_are_merged(house: Path) -> None:
    update(house)
    po = catalogues.po_file(house / "tr", "ar", "elder_tutor")
    extra = house / "extra.po"
    extra.write_text('msgid "Full."\nmsgstr "مُمْتَلِئٌ."\n\nmsgid "New"\nmsgstr "جَدِيدٌ"\n', "utf-8")
    assert catalogues.merge(po, "ar", [extra])
    assert [catalogues.read_po(po)[key].string for key in ("Full.", "New")] == ["مُمْتَلِئٌ.", "جَدِيدٌ"]


def test_compiling_is_done_once_and_again_after_a_change(house: Path) -> None:
    update(house)
    po = catalogues.po_file(house / "tr", "en", "mine")
    po.write_text(
        po.read_text("utf-8").replace('msgstr ""\n', 'msgstr "A pack"\n').replace('"A pack"', '""', 1),
        "utf-8",
    )
    assert len(catalogues.compile_all(house / "tr")) == 3
    assert catalogues.compile_all(house / "tr") == []
    assert Translator("en", house / "tr").text("حِزْمَةٌ", "mine") == "A pack"
    os.utime(po, ns=(2**62, 2**62))
    assert [file.name for file in catalogues.compile_all(house / "tr")] == ["mine.mo"]


@pytest.mark.parametrize(
    ("key", "words", "lang", "fault"),
    [
        ("Tap.", "", "ar", "not translated."),
        ("Tap.", "المس", "ar", "not vowelled: المس."),
        (
            "{a:time} {b}",
            "{b} {c:time}",
            "en",
            "the values differ: [('a', 'time'), ('b', '')] and [('b', ''), ('c', 'time')].",
        ),
        ("لَا تَضْغَطُوا.", "لا تضغطوا.", "en", "holds Arabic letters."),
        ("لَا", "لا now", "en", "holds Arabic letters."),
        ("لَا تَضْغَطُوا.", "لا", "fr", "holds Arabic letters."),
        ("Tap.", "[اِلْمِسُوا.", "ar", "“[” and “]” do not match."),
        ("Tap.", "Touchez ».", "fr", "“«” and “»” do not match."),
        ("Tap.", "“Tap", "en", "““” and “”” do not match."),
        ("Tap.", ") touchez (", "fr", "“(” and “)” do not match."),
        ("Tap.", 'Tap "here".', "en", "holds straight quotes; use the language's own."),
        ("Tap.", "Touchez l'écran.", "fr", "holds straight quotes; use the language's own."),
        (
            "Tap.",
            "\u2066Tap\u2069.",
            "en",
            "holds an invisible direction mark; the program sets them itself.",
        ),
        ("{a:time}", "{a:date}", "fr", "the values differ: [('a', 'time')] and [('a', 'date')]."),
    ],
)
def test_faults_of_a_translation_are_named(key: str, words: str, lang: str, fault: str) -> None:
    assert message_faults(key, words, lang) == [fault]


@pytest.mark.parametrize("words", ["سلام 12", "the word “سلام”"])
def test_letters_to_be_typed_stay_as_they_are(words: str) -> None:
    assert message_faults("سَلَامٌ 12", words, "en") == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{n:count:dragon}", "there is no noun “dragon” to count."),
        ("{n:count}", "there is no noun “” to count."),
        ("{n:clock}", "there is no type of value “clock”."),
    ],
)
def test_unknown_types_and_nouns_are_named(text: str, fault: str) -> None:
    assert message_faults(text, text, "en") == [fault]


def test_noun_and_case_may_differ_between_languages() -> None:
    assert message_faults("{n:count:day}", "{n:count:day:acc}", "ar") == []


def test_a_catalogue_that_is_not_there_is_a_fault_where_everything_was_promised(tmp_path: Path) -> None:
    assert catalogue_faults(tmp_path, "en", "core") == ["en/core.po: the file is missing."]
    assert catalogue_faults(tmp_path, "fr", "core") == []


def po(folder: Path, lang: str, domain: str, text: str) -> Path:
    file = catalogues.po_file(folder, lang, domain)
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return folder


def test_a_gap_is_a_fault_only_where_everything_was_promised(tmp_path: Path) -> None:
    gap = 'msgid "سَلَامٌ"\nmsgstr ""\n'
    assert catalogue_faults(po(tmp_path / "a", "en", "core", gap), "en", "core") == [
        "en/core.po: “سَلَامٌ”: not translated."
    ]
    assert catalogue_faults(po(tmp_path / "b", "fr", "core", gap), "fr", "core") == []


def test_a_doubtful_translation_counts_as_none(tmp_path: Path) -> None:
    doubtful = '#, fuzzy\nmsgid "Back"\nmsgstr "رُجُوعٌ"\n'
    faults = catalogue_faults(po(tmp_path, "ar", "elder_tutor", doubtful), "ar", "elder_tutor")
    assert faults == ["ar/elder_tutor.po: “Back”: not translated."]


def test_a_language_that_was_begun_is_brought_up_to_date(house: Path) -> None:
    made = catalogues.begin("fr", house / "tr", house / "elder", house / "packs")
    assert [file.name for file in made] == ["elder_tutor.po", "mine.po"]
    assert catalogues.begin("fr", house / "tr", house / "elder", house / "packs") == []
    (house / "elder" / "a.py").write_text('phrase("Other.")\n')
    assert made[0] in update(house)
    assert [message.id for message in catalogues.read_po(made[0]) if message.id] == ["Other."]


def test_it_is_counted_what_is_translated_doubtful_and_missing(house: Path) -> None:
    text = 'msgid "a"\nmsgstr "A"\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\nmsgstr ""\n'
    stand = next(catalogues.stands(po(house / "tr", "fr", "mine", text), house / "packs"))
    assert (stand.lang, stand.domain, stand.translated, stand.fuzzy, stand.missing) == ("fr", "mine", 1, 1, 1)
    assert round(stand.percent) == 33


def test_sentences_that_were_not_collected_are_named(house: Path) -> None:
    update(house)
    (house / "elder" / "a.py").write_text('phrase("Fresh.")\n')
    found = catalogues.stale(house / "tr", house / "elder", house / "packs")
    assert found == ["elder_tutor.pot: “Fresh.”: not collected; run elder-tutor i18n update."]


def test_a_pack_says_its_source_language(house: Path) -> None:
    (house / "packs" / "club").mkdir()
    (house / "packs" / "club" / "pack.yaml").write_text("pack: club\nlanguage: en\n", "utf-8")
    assert catalogues.sources(house / "packs") == {"elder_tutor": "en", "club": "en", "mine": "ar"}


@pytest.mark.parametrize("damage", ["kept", 'msgid "a\n', "\x00"])
def test_a_file_that_is_no_catalogue_is_told(tmp_path: Path, damage: str) -> None:
    (tmp_path / "x.po").write_text(damage, "utf-8")
    with pytest.raises(NoCatalogue):
        catalogues.read_po(tmp_path / "x.po")


def test_the_languages_that_are_shipped_are_whole() -> None:
    assert language_faults() == []
