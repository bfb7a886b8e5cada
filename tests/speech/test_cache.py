"""Spoken sentences are kept by hash, bounded in size, and damage is forgotten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from elder_tutor.speech.cache import ClipCache, key_of
from elder_tutor.speech.clip import Clip, WordTime

CLIP = Clip(bytes(range(200)) * 10, 22050, (WordTime(0, 20), WordTime(20, 45)))


def test_a_clip_comes_back_whole(tmp_path: Path) -> None:
    ClipCache(tmp_path / "new").put("a", CLIP)
    assert ClipCache(tmp_path / "new").get("a") == CLIP
    assert ClipCache(tmp_path / "new").get("b") is None


@pytest.mark.parametrize(
    "other",
    [
        (("a", "b"), "ar", "male", 105),
        (("a b",), "en", "male", 105),
        (("a b",), "ar", "female", 105),
        (("a b",), "ar", "male", 90),
    ],
)
def test_text_words_language_voice_and_pace_are_told_apart(
    other: tuple[tuple[str, ...], str, str, int],
) -> None:
    assert key_of(*other) != key_of(("a b",), "ar", "male", 105)


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 9, b"ETclip01" + b"\xff" * 40])
def test_a_damaged_clip_is_put_away(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.clip").write_bytes(damage)
    assert ClipCache(tmp_path).get("a") is None
    assert not (tmp_path / "a.clip").exists()


def test_the_least_used_clips_go_first(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, most_bytes=9000)
    for name in "abc":
        cache.put(name, CLIP)
        os.utime(tmp_path / f"{name}.clip", (ord(name), ord(name)))
    cache.get("a")
    for name in "de":
        cache.put(name, CLIP)
    left = {file.stem for file in tmp_path.iterdir()}
    assert {"a", "e"} <= left
    assert "b" not in left
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 9000


def test_a_folder_that_cannot_be_written_only_forgets(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ClipCache(tmp_path / "file" / "below")
    cache.put("a", CLIP)
    assert cache.get("a") is None
