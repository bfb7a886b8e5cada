"""Start the program; with words on the command line, hand over to the commands.

Opening the window must not wait for the command-line library (DESIGN 9), so the plain
start, with or without ``--data DIR``, is told apart here by hand.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> None:
    """Open the window, or run the command that was asked for."""
    plain, data = _plain_start(sys.argv[1:])
    if plain:
        raise SystemExit(_open(data))
    from elder_tutor.cli import commands

    commands(prog_name="elder-tutor")


def _open(data: Path | None) -> int:
    # Nothing made on the way to the first page is rubbish;
    # the window lets the collector go on once it stands.
    gc.disable()
    from elder_tutor.errors import KnownError
    from elder_tutor.ui.application import open_program

    try:
        return open_program(data)
    except KnownError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2


def _plain_start(words: list[str]) -> tuple[bool, Path | None]:
    match words:
        case []:
            return True, None
        case ["--data", folder] if folder and not folder.startswith("-"):
            return True, Path(folder)
        case [word] if word.startswith("--data=") and len(word) > len("--data="):
            return True, Path(word.removeprefix("--data="))
    return False, None


if __name__ == "__main__":
    main()
