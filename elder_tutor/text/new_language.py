"""Begin a language: data that says English where a translator has to fill in the language's own words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from elder_tutor.errors import KnownError

_CODE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that run from right to left (CLDR, characterOrder)."""
_HOURS: Final = (
    *("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
)


class NoLanguageCode(KnownError):
    """Tell that a word is no code of a language."""

    def __init__(self, code: str) -> None:
        super().__init__("“{code}” is no language code; write it like fr, ur or pt_BR.", {"code": code})


def begin_language(code: str, folder: Path) -> list[Path]:
    """Write ``language.json`` and ``nouns.json`` where they are not there yet; answer what was made."""
    if not _CODE.fullmatch(code):
        raise NoLanguageCode(code)
    made = []
    for file, content in (("language.json", _data(code)), ("nouns.json", _nouns(folder))):
        target = folder / code / file
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
            made.append(target)
    return made


def _nouns(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "en" / "nouns.json").read_text("utf-8"))
    return found


def _data(code: str) -> dict[str, Any]:
    bare = code.partition("_")[0]
    rtl = bare in RIGHT_TO_LEFT
    return {
        "code": code,
        "name": code,
        "locale": code,
        "rtl": rtl,
        "script": "arabic" if rtl and bare not in ("he", "yi", "dv") else "latin",
        "voice": {"lower": bare, "higher": f"{bare}+f2"},
        "wpm": 140,
        "complete": [],
        "titles": [],
        "plurals": {"one": "n = 1"},
        "values": _values(),
    }


def _values() -> dict[str, Any]:
    return {
        "digits": ["zero", *_HOURS[1:10]],
        "signs": {"+": "plus"},
        "pause": ", ",
        "link": "link",
        "decimal": ".",
        "numbers": {},
        "agreement": [],
        "count": {"shown": "{number} {noun}", "spoken": "{number} {noun}"},
        "percent": {"shown": "{number}%", "spoken": "{number} percent"},
        "money": {"shown": "{number} {unit}", "and": " and "},
        "time": {
            "shown": "{hour12}:{minute2} {part}",
            "shown_whole": "{hour12}:{minute2} {part}",
            "spoken": "{hour_name} {minute_name} {part}",
            "spoken_whole": "{hour_name} o’clock {part}",
            "hours": list(_HOURS),
            "parts": [
                {"from": 0, "shown": "am", "spoken": "in the morning"},
                {"from": 12, "shown": "pm", "spoken": "in the afternoon"},
                {"from": 18, "shown": "pm", "spoken": "in the evening"},
            ],
        },
        "date": {
            "weekday_day_month": {
                "shown": "{weekday} {day} {month}",
                "spoken": "{weekday}, {day_name} {month}",
            },
            "day_month": {"shown": "{day} {month}", "spoken": "{day_name} {month}"},
            "month_year": {"shown": "{month} {year}", "spoken": "{month} {year}"},
            "days": {},
        },
    }
