"""The store of spoken sentences from the command line: what it holds, filled for a kiosk, emptied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import App, build, default_cache_dir
from elder_tutor.cli import commands, warming
from elder_tutor.speech.cache import ClipCache
from elder_tutor.speech.clip import Clip
from elder_tutor.speech.engine import Engine
from elder_tutor.speech.voice_process import VoiceProcess

LESSON = "otp-enter"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    app = build(tmp_path / "data")
    yield app
    app.close()


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, ["speech-cache", *words])


def test_every_fixed_sentence_of_a_lesson_is_collected_once(app: App) -> None:
    lines = warming.lines(app, ("ar", "en"), LESSON)
    said = [(line.lang, line.spoken) for line in lines]
    opening = app.catalog.lesson(LESSON).opening
    assert len(said) == len(set(said))
    assert {"ar", "en"} == {lang for lang, _ in said}
    assert all(line.words and not line.private and "{" not in line.shown for line in lines)
    assert any(line.spoken in app.wording("ar").text(opening[0]).spoken for line in lines)


def test_one_language_and_one_lesson_are_less_than_all(app: App) -> None:
    all_of_one = warming.lines(app, ("ar",))
    assert sum(line.lang == "ar" for line in all_of_one) > 2000
    assert len(warming.lines(app, ("ar",), LESSON)) < len(all_of_one)


def test_what_was_warmed_is_spoken_without_a_voice(app: App, tmp_path: Path) -> None:
    wanted = warming.lines(app, ("ar",), LESSON)[:5]
    with Engine(ClipCache(tmp_path / "kept")) as engine:
        result = warming.warm(engine, ClipCache(tmp_path / "kept"), wanted, app.settings.wpm)
    assert (result.sentences, result.full) == (5, False)
    with Engine(ClipCache(tmp_path / "kept"), process=VoiceProcess(1, ("false",))) as mute:
        length = sum(mute.synth(line, wpm=app.settings.wpm("ar")).duration_ms for line in wanted)
    assert length / 1000 == result.seconds


def test_warming_ends_when_the_store_is_full(app: App, tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "kept", most_bytes=10**6)
    wanted = warming.lines(app, ("ar",), LESSON)[:200]
    with Engine(cache) as engine:
        result = warming.warm(engine, cache, wanted, app.settings.wpm)
    assert result.full
    assert result.sentences < 200


def test_it_tells_what_is_kept_and_forgets_it_when_asked() -> None:
    ClipCache(default_cache_dir() / "speech").put("a", Clip(bytes(2000), 22050))
    assert run().output.startswith("1 sentences are kept")
    assert run("--clear").output.startswith("0 sentences are kept")


def test_warming_ends_with_its_figures(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    few = warming.lines(app, ("en",), LESSON)[:3]
    monkeypatch.setattr(warming, "lines", lambda *_: few)
    result = run("--warm")
    assert result.exit_code == 0
    assert "3 sentences were spoken" in result.output
    assert "3 sentences are kept" in result.output


@pytest.mark.parametrize(
    "words", [("--lang", "ar"), ("--warm", "--lesson", "nope"), ("--warm", "--lang", "xx")]
)
def test_bad_input_ends_with_two(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
