"""Look at type and screen in a process of its own: JSON comes in, findings as JSON go out.

What comes in are the characters there must be, and the screens that were measured with a card.

Qt ends the whole process when a screen is named that cannot be opened; the doctor must live on.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QGuiApplication

from elder_tutor.doctor.examine import examine
from elder_tutor.doctor.finding import Finding, bad, sentence, to_json
from elder_tutor.ui import fonts
from elder_tutor.ui.doctor.checks import window_checks
from elder_tutor.ui.doctor.screen import primary


def main() -> None:
    """Print a list of findings."""
    asked = json.load(sys.stdin)
    screens = [(name, scale) for name, scale in asked["screens"]]
    qt = QGuiApplication(["elder-tutor"])
    try:
        fonts.load()
    except fonts.FontMissing as trouble:
        found: tuple[Finding, ...] = (bad("font", sentence(trouble), None),)
    else:
        found = examine(window_checks(lambda: asked["characters"], primary(screens)))
    json.dump([to_json(finding) for finding in found], sys.stdout)
    sys.stdout.flush()
    qt.quit()


if __name__ == "__main__":
    main()
