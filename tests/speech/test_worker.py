"""The voice's own process: whatever happens to it or to the program, nothing of it stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from elder_tutor.speech.engine import Engine
from elder_tutor.speech.errors import VoiceFailed
from elder_tutor.speech.voice_process import VoiceProcess
from tests.speech.sentences import ARABIC
from tests.speech.test_engine import gone, state
from tests.waiting import until

ROOT = Path(__file__).parents[2]
LONG = " ".join(ARABIC) * 200
PROGRAM = """
import time
from elder_tutor.speech.engine import Engine
from tests.speech.sentences import ARABIC
engine = Engine()
engine.synth("hello", "en")
print(engine._process.pid, flush=True)
engine.submit(" ".join(ARABIC) * 200, "ar")
time.sleep(60)
"""


@contextmanager
def program(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run a program that is in the middle of a long sentence; answer it and its worker's process id."""
    env = {**os.environ, "TMPDIR": str(folder), "HOME": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, cwd=ROOT, env=env
    ) as running:
        assert running.stdout
        yield running, int(running.stdout.readline())
        running.kill()


def children(pid: int) -> set[int]:
    """Answer the processes of a process's group."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == pid and state(int(entry.name)) not in ("", "Z"):
                    found.add(int(entry.name))
            except ProcessLookupError:
                continue
    return found


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_program_that_dies_in_mid_sentence_takes_its_worker_with_it(
    tmp_path: Path, end: signal.Signals
) -> None:
    with program(tmp_path) as (running, worker):
        time.sleep(0.02)
        running.send_signal(end)
        running.wait()
        assert until(lambda: gone(worker))
    assert children(worker) == set()
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux ends a halted process with its parent"
)
def test_a_worker_that_hangs_when_the_program_is_killed_goes_too(tmp_path: Path) -> None:
    with program(tmp_path) as (running, worker):
        os.kill(worker, signal.SIGSTOP)
        assert until(lambda: state(worker) == "T")
        running.kill()
        running.wait()
        assert until(lambda: gone(worker))


def test_a_worker_started_by_a_passing_thread_outlives_it() -> None:
    with Engine() as engine:
        thread = threading.Thread(target=engine.synth, args=("hello", "en"))
        thread.start()
        thread.join()
        pid = engine._process.pid
        assert pid
        time.sleep(0.1)
        engine.synth("and again", "en")
        assert engine._process.pid == pid


@pytest.mark.parametrize("hurt", [signal.SIGSEGV, signal.SIGKILL, signal.SIGSTOP])
def test_a_worker_hurt_in_mid_sentence_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hurt: signal.Signals
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with Engine(process=VoiceProcess(time_out_s=2.0)) as engine:
        engine.synth("hello", "en")
        first = engine._process.pid
        assert first
        engine.submit(LONG, "ar")
        time.sleep(0.02)
        os.kill(first, hurt)
        assert engine.synth(ARABIC[0], "ar").words
        second = engine._process.pid
    assert second
    assert all(until(lambda pid=pid: gone(pid) and not children(pid)) for pid in (first, second))  # type: ignore[misc]
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_worker_that_does_not_read_is_not_waited_for() -> None:
    process = VoiceProcess(0.5, (sys.executable, "-c", READY_AND_DEAF))
    began = time.monotonic()
    with Engine(process=process) as engine, pytest.raises(VoiceFailed):
        engine.synth("long " * 100_000, "en")
    assert time.monotonic() - began < 30


READY_AND_DEAF = (
    "import sys, time; from elder_tutor.speech.wire import packed\n"
    "sys.stdout.buffer.write(packed({'ready': True})); sys.stdout.flush(); time.sleep(60)"
)


def test_the_worker_looks_for_no_sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "own"))
    with Engine() as engine:
        engine.synth("hello", "en")
    assert list(tmp_path.rglob("*pulse*")) == []


def test_the_voices_of_this_machine_are_listed_by_language(voice: Engine) -> None:
    found = voice.voices("ar")
    assert found
    assert {about.lang for about in found} == {"ar"}
    assert {about.lang for about in voice.voices()} > {"ar"}
    assert voice.voices("xx") == ()


def test_no_voices_where_the_voice_does_not_start() -> None:
    with Engine(process=VoiceProcess(1, ("false",))) as mute:
        assert mute.voices() == ()


def test_a_chosen_voice_speaks_its_language_and_no_other(voice: Engine) -> None:
    with Engine(chosen={"ar": "espeak:ar+f2"}) as chosen:
        assert chosen.synth(ARABIC[0], "ar").pcm != voice.synth(ARABIC[0], "ar").pcm
        assert chosen.synth("Welcome.", "en").words == voice.synth("Welcome.", "en").words


def row(engine: Engine, count: int) -> tuple[list[int], list[int]]:
    """Speak sentences in a row; answer the worker's memory in kB and its open files now and then."""
    memory, files = [], []
    for number in range(count):
        engine.forget_clips()
        assert engine.synth(f"{ARABIC[number % len(ARABIC)]} {number}", "ar", private=True).words
        if number % (count // 10) == count // 10 - 1:
            status = Path(f"/proc/{engine._process.pid}/status").read_text("utf-8")
            memory.append(int(status.partition("VmRSS:")[2].split()[0]))
            files.append(len(list(Path(f"/proc/{engine._process.pid}/fd").iterdir())))
    return memory, files


def test_three_hundred_sentences_in_a_row_cost_no_memory_and_no_file() -> None:
    with Engine() as engine:
        engine.warm()
        engine.synth("نَعَمْ", "ar")
        pid = engine._process.pid
        memory, files = row(engine, 300)
        assert engine._process.pid == pid
    assert memory[-1] <= memory[1] * 1.05
    assert files[-1] == files[0]
    assert gone(pid or 0)
