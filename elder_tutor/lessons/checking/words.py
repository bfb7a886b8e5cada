"""Check the words of a pack: vowels, length, translations, names of controls, words of refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from elder_tutor import i18n
from elder_tutor.lessons.checking.walk import elements
from elder_tutor.lessons.model import KINDS, Behaviour, Element, Pack
from elder_tutor.lessons.reading.faults import Faults, Place
from elder_tutor.lessons.reading.reading import Reading, Role, TextUse
from elder_tutor.text.marks import has_arabic, unvowelled_words

MOST_WORDS = 14
"""Words of one spoken sentence; what stands in « » is a label and not counted (DESIGN 5)."""
_LABEL = re.compile(r"«[^»]*»")
_END = re.compile(r"[.!?؟؛\n]+(?:\s+|$)")


def check_texts(notes: Reading, faults: Faults) -> None:
    """Note unvowelled texts and long sentences."""
    for use in notes.texts:
        if notes.language == "ar":
            _vowels(use, faults)
        if use.role is Role.NARRATION:
            _length(use, faults)


def check_controls(pack: Pack, notes: Reading, faults: Faults) -> None:
    """Note controls without a name and refusals without words."""
    for screen, element in elements(pack):
        _named(element, notes.places.get(element.id, notes.places[screen.id]), faults)
        _refusal(element, notes.places.get(element.id, notes.places[screen.id]), faults)
    _said(pack, notes, faults)


def _vowels(use: TextUse, faults: Faults) -> None:
    bare = list(dict.fromkeys(unvowelled_words(use.text)))
    if not bare:
        return
    sentence = f"not vowelled: {' '.join(bare[:6])}{' …' if len(bare) > 6 else ''}"
    (faults.warn if use.role is Role.ROW else faults.error)(use.place, sentence)


def _length(use: TextUse, faults: Faults) -> None:
    for sentence in sentences(use.text):
        count = words_in(sentence)
        if count > MOST_WORDS:
            faults.warn(
                use.place,
                f"this sentence has {count} words; divide it (at most {MOST_WORDS}): {sentence[:40]}…",
            )


def sentences(text: str) -> list[str]:
    """Answer the sentences of a text, without what stands in « »."""
    return [part for part in _END.split(_LABEL.sub("", text)) if part.strip()]


def words_in(sentence: str) -> int:
    """Count the words of a sentence; a field counts as one."""
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())


def _named(element: Element, place: Place, faults: Faults) -> None:
    """Every control needs words: a screen reader says them, a hint names them (DESIGN 7)."""
    if element.label:
        return
    behaviour = KINDS[element.kind]
    if behaviour in (Behaviour.TAP, Behaviour.CHOOSE, Behaviour.WRITE, Behaviour.SET, Behaviour.PAGES):
        faults.error(place, f"this {element.kind} has no “label”: nobody could be told to touch it")
    elif element.kind == "image":
        faults.error(place, "this image has no “label”: say what it shows")
    elif not (element.text or element.facts or element.kind in ("progress", "timer")):
        faults.error(place, f"this {element.kind} has no “text”: nothing would stand there")


def _refusal(element: Element, place: Place, faults: Faults) -> None:
    for key, guard in (("on_if", element.on_if), ("open_if", element.open_if)):
        if guard is not None and not element.otherwise:
            faults.warn(
                place.at(key),
                "a touch while this is not so says nothing; add “else” with a “say” and its “text”",
            )


def _said(pack: Pack, notes: Reading, faults: Faults) -> None:
    lessons = {
        "say": {each.said for lesson in pack.lessons.values() for each in lesson.mistakes},
        "stop": {each.stopped for lesson in pack.lessons.values() for each in lesson.mistakes},
    }
    for said in notes.says:
        if said.worded:
            continue
        if said.key in lessons[said.verb]:
            faults.warn(
                said.place,
                f"“{said.key}” has words in a lesson only; without one the phone would be silent: add “text”",
            )
        else:
            faults.error(
                said.place,
                f"“{said.key}” is said and has no words: add “text”, or a lesson's mistake for it",
            )


def check_translations(pack: Pack, notes: Reading, folder: Path, faults: Faults) -> None:
    """Note texts without an English translation, and translations into any language with faults."""
    for lang in i18n.languages():
        if lang == pack.language:
            continue
        messages = _messages(pack, folder, lang)
        whole = lang == i18n.PROGRAM_SOURCE
        if messages is not None:
            _translated(notes, messages, lang, whole, faults)
        elif whole:
            file = f"{lang}/LC_MESSAGES/{pack.id}.po"
            faults.warn(
                notes.places["pack"], f"there is no English translation ({file}); learners would see Arabic"
            )


def _translated(notes: Reading, messages: Mapping[str, str], lang: str, whole: bool, faults: Faults) -> None:
    """Note what is wrong with the translations into a language; gaps only where it must be ``whole``."""
    from elder_tutor.text.catalogue_checks import message_faults

    for use in _first_uses(notes):
        words = messages.get(use.text, "")
        for sentence in message_faults(use.text, words, lang) if words or whole else ():
            faults.warn(use.place, f"{i18n.language(lang).name}: {sentence.rstrip('.')}")


def _first_uses(notes: Reading) -> Iterator[TextUse]:
    seen: set[str] = set()
    for use in notes.texts:
        if has_arabic(use.text) and use.text not in seen:
            seen.add(use.text)
            yield use


def _messages(pack: Pack, folder: Path, lang: str) -> Mapping[str, str] | None:
    """Answer the translations that are finished, the program's or the pack's own; None without a file."""
    from elder_tutor.text.po_files import po_file, read_po

    for place in (folder, Path(pack.folder) / "translations"):
        file = po_file(place, lang, pack.id)
        if file.is_file():
            return {
                str(each.id): str(each.string or "") for each in read_po(file) if each.id and not each.fuzzy
            }
    return None
