"""Spoken sentences are kept by hash, bounded in size, and damage is forgotten."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from elder_tutor.speech.cache import ClipCache, Kept, key_of
from elder_tutor.speech.clip import Clip, WordTime

CLIP = Clip(random.Random(4).randbytes(2000), 22050, (WordTime(0, 20), WordTime(20, 45)), exact=True)
ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 9, b"ETclip02" + b"\xff" * 40, b"ETclip02" + bytes(8)])
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


def test_one_changed_byte_of_sound_is_damage(tmp_path: Path) -> None:
    ClipCache(tmp_path).put("a", CLIP)
    file = tmp_path / "a.clip"
    data = bytearray(file.read_bytes())
    data[-900] ^= 1
    file.write_bytes(data)
    assert ClipCache(tmp_path).get("a") is None


def test_the_number_of_files_is_bounded_too(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, most_files=8)
    for name in "abcdefghijkl":
        cache.put(name, CLIP)
    assert len(list(tmp_path.iterdir())) <= 8
    assert cache.get("l")


def test_what_another_program_wrote_counts(tmp_path: Path) -> None:
    mine, other = ClipCache(tmp_path, most_files=40), ClipCache(tmp_path, most_files=40)
    for number in range(100):
        mine.put(f"a{number}", CLIP)
        other.put(f"b{number}", CLIP)
    assert len(list(tmp_path.iterdir())) <= 40 + 32


def test_it_tells_how_much_it_holds_and_forgets_all_when_asked(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path, most_bytes=10**6)
    for name in "abc":
        cache.put(name, CLIP)
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    assert cache.kept() == Kept(3, size, 10**6)
    assert cache.has("a")
    cache.clear()
    assert cache.kept() == Kept(0, 0, 10**6)
    assert not cache.has("a")


def test_halves_of_programs_that_are_gone_are_swept_and_those_at_work_are_left(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f"x.{gone.pid}-1.part", f"y.{os.getpid()}-1.part", f"z.{os.getpid()}-2.part"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / f"z.{os.getpid()}-2.part", (1, 1))
    ClipCache(tmp_path).put("a", CLIP)
    assert {file.name for file in tmp_path.iterdir()} == {"a.clip", f"y.{os.getpid()}-1.part"}


WRITER = """
import functools, random, sys
from pathlib import Path
from elder_tutor.speech import cache as room
from elder_tutor.speech.clip import Clip
room._packed = functools.cache(room._packed)  # so that nearly all of the time is spent in writing
cache = room.ClipCache(Path(sys.argv[1]), most_bytes=30_000_000)
draw = random.Random(int(sys.argv[2]))
clips = [Clip(draw.randbytes(1_000_000), 22050) for _ in range(4)]
[room._packed(clip) for clip in clips]
print(flush=True)
while True:
    cache.put(f"{sys.argv[2]}-{draw.randrange(12)}", draw.choice(clips))
"""


def writer(folder: Path, seed: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(seed)], stdout=subprocess.PIPE, cwd=ROOT
    )


def killed_while_writing(folder: Path, kills: int) -> None:
    """Kill one of two writers again and again at a random moment; what stands there must be whole."""
    draw = random.Random(kills)
    with writer(folder, 0) as steady:
        assert steady.stdout
        steady.stdout.readline()
        for seed in range(1, kills + 1):
            with writer(folder, seed) as victim:
                assert victim.stdout
                victim.stdout.readline()
                with pytest.raises(subprocess.TimeoutExpired):
                    victim.wait(draw.uniform(0, 0.03))
                victim.kill()
            assert steady.poll() is None
        steady.kill()
    cache = ClipCache(folder)
    names = [file.stem for file in folder.glob("*.clip")]
    assert names
    assert all(cache.get(name) for name in names)
    assert len(list(folder.glob("*.part"))) < 36
    cache.put("last", CLIP)
    assert list(folder.glob("*.part")) == []


def test_every_clip_is_whole_though_writers_are_killed(tmp_path: Path) -> None:
    killed_while_writing(tmp_path, 30)


@pytest.mark.long
def test_every_clip_is_whole_though_writers_are_killed_five_hundred_times(tmp_path: Path) -> None:
    killed_while_writing(tmp_path, 500)
