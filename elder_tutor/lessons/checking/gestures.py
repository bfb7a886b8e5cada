"""The same verb for the same way to touch (CURRICULUM D.2): a step's words against its touch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from elder_tutor import resources
from elder_tutor.lessons.checking.walk import elements
from elder_tutor.lessons.model import KINDS, Behaviour, Element, Pack, Step
from elder_tutor.lessons.reading.faults import Faults, Place
from elder_tutor.lessons.reading.reading import Reading
from elder_tutor.text.marks import MARKS, TATWEEL

_BARE = dict.fromkeys(map(ord, MARKS + TATWEEL + "[]"))
_ALEFS = str.maketrans("أإآٱ", "اااا")
_WORD = re.compile(r"[\u0621-\u064a]+")
_LABEL = re.compile(r"«[^»]*»")
_HEAD = "(?:[وفل]|س)?(?:[انتي]|ال)?ا?"


def check_verbs(pack: Pack, notes: Reading, faults: Faults) -> None:
    """Note steps whose words name another way to touch than theirs, or none."""
    if pack.language != "ar":
        return
    known = {element.id: element for _, element in elements(pack)}
    for lesson in pack.lessons.values():
        place = notes.places[f"lesson:{lesson.id}"]
        for index, step in enumerate(lesson.steps):
            _step(step, known, pack, place.at("steps", index, "say"), faults)


def _step(step: Step, known: Mapping[str, Element], pack: Pack, place: Place, faults: Faults) -> None:
    ways = {way for touch in step.touch if (way := _way(step, touch, known, pack))}
    if not ways or not step.touch:
        return
    data = _data()
    fitting = {verb for way in ways for verb in data["fits"][way]}
    said = verbs_in(step.say)
    if said & fitting or _also(step.say, ways):
        return
    wanted = " / ".join(f"«{data['verbs'][verb]['say']}»" for verb in data["fits"][sorted(ways)[0]])
    wrong = [data["verbs"][verb]["say"] for verb in sorted(said)]
    if wrong:
        faults.warn(place, f"the words say «{wrong[0]}», but the touch is {_named(ways)}: say {wanted}")
    else:
        faults.warn(place, f"the words do not say what to do; the touch is {_named(ways)}: say {wanted}")


def _named(ways: Iterable[str]) -> str:
    return " or ".join(sorted(ways))


def _way(step: Step, touch: str, known: Mapping[str, Element], pack: Pack) -> str:
    """Answer the kind of touch a step asks for on one element; "" where any words will do."""
    if step.hold or step.swipe:
        return "hold" if step.hold else "swipe"
    if touch.startswith("key."):
        return "key"
    element = known.get(touch)
    if element is None:
        return "tap" if touch.partition(".")[0] in ("home", "side", "back") else ""
    kind = element.kind
    behaviour = KINDS[kind]
    if kind in ("shutter", "camera"):
        return "photo"
    if kind in ("scroll", "pages"):
        return "scroll" if kind == "scroll" else "pages"
    if behaviour is Behaviour.SET:
        return "set" if kind in ("slider", "toggle") else "check"
    simple = {Behaviour.TAP: "tap", Behaviour.CHOOSE: "choose", Behaviour.WRITE: "write"}
    if kind == "microphone":
        return "key"
    return simple.get(behaviour, "")


def verbs_in(sentences: Iterable[str]) -> set[str]:
    """Answer which verbs of the table stand in sentences, what is quoted left out."""
    return {verb for part in sentences_of(sentences) for verb in _verbs_of(part)}


def _verbs_of(sentence: str) -> set[str]:
    words = bare_words(sentence)
    found = {
        verb
        for verb, entry in _data()["verbs"].items()
        if any(re.match(_HEAD + stem, word) for stem in entry["stems"] for word in words)
    }
    return found - {"tap"} if "hold" in found else found


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Answer the single sentences of several texts."""
    return [part for text in texts for part in re.split(r"[.؟!؛]", text)]


def _also(sentences: Iterable[str], ways: Iterable[str]) -> bool:
    stems = [stem for way in ways for stem in _data()["also"].get(way, ())]
    words = [word for sentence in sentences for word in bare_words(sentence)]
    return any(re.match(_HEAD + stem, word) for stem in stems for word in words)


def bare_words(sentence: str) -> list[str]:
    """Answer the words of a sentence without vowels and hamzas on alefs, what stands in « » left out."""
    return _WORD.findall(bare(_LABEL.sub(" ", sentence)).translate(_ALEFS))


def bare(text: str) -> str:
    """Answer a text without marks, for comparing what authors wrote."""
    return text.translate(_BARE).strip()


@cache
def _data() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(
        (resources.assets() / "text" / "ar" / "verbs.json").read_text("utf-8")
    )
    return found
