"""The commands of translators: what they leave, and how they end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor import resources
from elder_tutor.cli import commands, i18n


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one sentence with its own folders."""
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "a.py").write_text('phrase("Tap {n}.", n=1)\n')
    (tmp_path / "assets" / "packs").mkdir(parents=True)
    shutil.copytree(resources.assets() / "text" / "en", tmp_path / "assets" / "text" / "en")
    monkeypatch.setattr(i18n, "_translations", lambda: tmp_path / "translations")
    monkeypatch.setattr(i18n, "_assets", lambda: tmp_path / "assets")
    monkeypatch.setattr(i18n, "_PACKAGE", tmp_path / "program")
    return tmp_path


def run(*words: object) -> Result:
    """Type a command of translators."""
    return CliRunner().invoke(commands, ["i18n", *map(str, words)], catch_exceptions=False)


def test_the_way_of_a_translation(house: Path) -> None:
    assert run("extract").output == "extracted elder_tutor.pot\n"
    assert run("extract").output == "Nothing had changed.\n"
    assert "updated ar/LC_MESSAGES/elder_tutor.po" in run("update").output
    assert run("check").exit_code == 1
    assert "“Tap {n}.”: not translated." in run("check").output
    (house / "mine.po").write_text('msgid "Tap {n}."\nmsgstr "اِلْمِسُوا {n}."\n', "utf-8")
    for lang in ("ar", "fr"):
        assert run("merge", lang, "elder_tutor", house / "mine.po").exit_code == 0
    assert "compiled ar/LC_MESSAGES/elder_tutor.mo" in run("compile").output
    assert "ar    elder_tutor            1      0        0   100.0%" in run("stats").output


def test_a_language_is_begun_with_one_command(house: Path) -> None:
    result = run("new", "ur")
    assert result.output.splitlines() == [
        "made language.json",
        "made nouns.json",
        "made ur/LC_MESSAGES/elder_tutor.po",
        "Next: translations/README.md",
    ]
    assert "made" not in run("new", "ur").output


def test_made_up_languages_are_written_where_one_says(tmp_path: Path) -> None:
    assert run("pseudo", "--out", tmp_path).exit_code == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["qpr", "qps"]


@pytest.mark.parametrize(
    "words", [("new", "French"), ("merge", "xx", "core", __file__), ("pseudo",), ("burn",)]
)
def test_bad_input_ends_with_2(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
