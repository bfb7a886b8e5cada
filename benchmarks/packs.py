"""What the core pack costs, each in its own process: from YAML, from the cache, and to check (DESIGN 9).

Run: ``python benchmarks/packs.py``. The bare interpreter is measured in the same run; the figures
are the best of several, since a busy machine only ever adds to them. The cache has no limit of its
own: reading it is a part of the first touch on a person's own page.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import judged, seconds

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
OPEN = (
    "import sys; from pathlib import Path; from elder_tutor.lessons.catalog import open_catalog;"
    "cache = Path(sys.argv[1]) if sys.argv[1] else None;"
    "assert open_catalog([Path('assets/packs')], cache).lessons"
)


def best(*words: str, rounds: int = ROUNDS) -> float:
    """Answer the shortest of several runs of the interpreter, in milliseconds."""
    command = [sys.executable, *words]

    def run() -> None:
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    return min(seconds(run) for _ in range(rounds)) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as cache:
        bare = best("-c", "pass")
        written = best("-c", OPEN, "")
        best("-c", OPEN, cache, rounds=1)
        kept = best("-c", OPEN, cache)
        checked = best("-m", "elder_tutor", "check", rounds=1)
    print(f"bare interpreter  {bare:6.1f} ms")
    print(f"from YAML         {written:6.1f} ms, {written - bare:6.1f} net")
    print(f"from the cache    {kept:6.1f} ms, {kept - bare:6.1f} net")
    print(f"ratio cache to YAML {(kept - bare) / (written - bare):.2f} (net)")
    print(f"the whole check {judged(checked / 1000, 20, ' s')}")


if __name__ == "__main__":
    main()
