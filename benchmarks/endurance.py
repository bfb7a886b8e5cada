"""Ten thousand sentences in a row: the worker's memory, its open files, and what stays when it ends.

    python benchmarks/endurance.py [--sentences 10000]

Every sentence is another one and none is kept. Printed are the worker's and the program's memory at
the start and at the end, the slowest sentence, and what is left over. Memory after the first tenth
is the reference in the same run: the end may be at most 5 % above it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from array import array
from pathlib import Path

from measuring import judged, late

from elder_tutor.speech.engine import Engine

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.speech.sentences import ARABIC, ENGLISH

GROWTH = 1.05


def resident_mb(pid: int | str) -> float:
    """Answer the memory a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def open_files(pid: int | str) -> int:
    """Answer how many files a process holds open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def sentence(number: int) -> tuple[str, str]:
    """Answer a sentence that was not said before, and its language."""
    texts, lang = (ENGLISH, "en") if number % 5 == 4 else (ARABIC, "ar")
    return f"{texts[number % len(texts)]} {number}", lang


def main() -> None:
    """Speak them all and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sentences", type=int, default=10_000)
    count = parser.parse_args().sentences
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        times = array("d")  # no objects of its own: what grows must be the program
        memory: list[float] = []
        own: list[float] = []
        with Engine() as engine:
            engine.synth("نَعَمْ", "ar")
            pid = engine._process.pid
            assert pid
            first_mb, first_files = resident_mb(pid), open_files(pid)
            for number in range(count):
                text, lang = sentence(number)
                began = time.perf_counter()
                clip = engine.synth(text, lang, private=True)
                times.append(1000 * (time.perf_counter() - began))
                assert clip.words, text
                engine.forget_clips()
                if number % (count // 10) == count // 10 - 1:
                    memory.append(resident_mb(pid))
                    own.append(resident_mb("self"))
            assert engine._process.pid == pid, "the worker was started anew"
            files = open_files(pid)
        left = sum(1 for _ in Path(folder).rglob("*"))
        alive = Path(f"/proc/{pid}").exists()
    print(f"{count} sentences: median {statistics.median(times):.1f} ms, p99 {late(times):.1f} ms, "
          f"slowest {max(times):.0f} ms")  # fmt: skip
    print(f"worker's memory  at first {first_mb:.1f} MB, after a tenth {memory[0]:.1f} MB, "
          f"at the end {memory[-1]:.1f} MB")  # fmt: skip
    print("worker, MB  ", *(f"{each:.1f}" for each in memory))
    print("program, MB ", *(f"{each:.1f}" for each in own))
    print(f"growth of the worker   {judged(memory[-1] / memory[0], GROWTH)}")
    print(f"growth of the program  {judged(own[-1] / own[0], GROWTH)}")
    print(
        f"open files of the worker {first_files} -> {files}; left over: {left} files, {int(alive)} processes"
    )


if __name__ == "__main__":
    main()
