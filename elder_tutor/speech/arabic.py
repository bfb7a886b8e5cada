"""Respell vowelled Arabic so that the small free voice says it as a reader would.

espeak-ng knows no grammar: it speaks the silent alef of «اِضْغَطُوا», swallows the vowel
after a doubled consonant («ثُمَّ»), starts every joined word anew («فِي الْعِيَادَةِ»), sounds
the case endings before a pause and makes a vowel of the consonants و and ي («هُوَ» as hua).
Each rule below puts one of these right; the tests hold the phonemes before and after.
Other voices get the text untouched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from elder_tutor.text.marks import (
    DAMMA,
    DAMMATAN,
    FATHA,
    FATHATAN,
    KASRA,
    KASRATAN,
    MARKS,
    SHADDA,
    SMALL_ALEF,
    SUKUN,
    TATWEEL,
)

PAUSES = ".,،؛;:!?؟"
_TOKEN = re.compile(rf"^(.*?)([{PAUSES}]*)$", re.DOTALL)
_LETTER = re.compile(rf"([\u0621-\u063a\u0641-\u064a])([{MARKS}]*)")
_WORD = re.compile(rf"^[\u0621-\u063a\u0641-\u064a{MARKS}]+$")
_GOD = re.compile("^([وفبتل]?)(ا?لله)$")
_SHORT = FATHA + DAMMA + KASRA
_TANWIN = FATHATAN + DAMMATAN + KASRATAN
_CARRIER = {FATHA: "أ", DAMMA: "أ", KASRA: "إ"}
_TWO = "اثن"
_LOANS = frozenset({"واتساب", "فاكس", "كاش", "كالسيوم"})
"""Foreign words whose long vowel looks like a joined alef."""


@dataclass(slots=True)
class _Letter:
    char: str
    vowel: str = ""
    double: bool = False


def respell(tokens: Sequence[str]) -> list[str]:
    """Respell the words of one utterance, each with the punctuation that ends on it; one for one."""
    cores, tails = zip(*(_split(token) for token in tokens), strict=True) if tokens else ((), ())
    words = [_letters(core) for core in cores]
    result = []
    for place, word in enumerate(words):
        if not word:
            result.append(tokens[place])
            continue
        before = words[place - 1] if place and not tails[place - 1] else []
        joined = bool(before) and (_ends_in_vowel(before) or _takes_help(before))
        pause = bool(tails[place]) or place == len(words) - 1
        after = [] if pause else words[place + 1]
        result.append(_write(_rules(word, joined, pause, bool(after) and _is_joining(after))) + tails[place])
    return result


def _split(token: str) -> tuple[str, str]:
    match = _TOKEN.match(token.replace(TATWEEL, ""))
    return (match.group(1), match.group(2)) if match else (token, "")


def _letters(core: str) -> list[_Letter]:
    """Read a vowelled word; anything else (no marks, other letters, digits) is left alone."""
    if not _WORD.match(core) or not any(mark in core for mark in MARKS):
        return []
    letters = []
    for char, marks in _LETTER.findall(core):
        vowel = next((mark for mark in marks if mark != SHADDA), "")
        letters.append(_Letter(char, vowel, SHADDA in marks))
    return letters


def _rules(letters: list[_Letter], joined: bool, pause: bool, joins_next: bool) -> list[_Letter]:
    word = _name_of_god([_Letter(x.char, x.vowel, x.double) for x in letters])
    word = _without_silent_alef(word)
    word = _start(word, joined)
    word = _without_joined_alef(word)
    word = [x for place, x in enumerate(word) if not _is_assimilated(word, place)]
    if pause:
        return _pausal(word)
    return _shortened(_helped(word)) if joins_next else _nunated(word)


def _bare(letters: Sequence[_Letter]) -> str:
    return "".join(x.char for x in letters)


def _name_of_god(word: list[_Letter]) -> list[_Letter]:
    """Give «الله» its two sounded lams and long vowel; it is written without them."""
    if not _GOD.match(_bare(word)) or len(word) < 3:
        return word
    head = word[: len(word) - 3]
    return [*head, _Letter("ل", SUKUN), _Letter("ل", FATHA), _Letter("ا"), word[-1]]


def _without_silent_alef(word: list[_Letter]) -> list[_Letter]:
    """Drop the alef of the plural (اِضْغَطُوا) and every alef after i or u (الِاسْم)."""
    if _is_silent_end(word):
        word = word[:-1]
    kept = [word[0]]
    for before, letter in pairwise(word):
        if letter.char != "ا" or letter.vowel or before.vowel not in (KASRA, DAMMA):
            kept.append(letter)
    return kept


def _is_silent_end(word: Sequence[_Letter]) -> bool:
    """Tell whether the last letter is only written: the alef of «اِضْغَطُوا», the waw of «عَمْرٌو»."""
    if len(word) < 3 or word[-1].vowel:
        return False
    last, before = word[-1], word[-2]
    plural = before.char == "و" and before.vowel in ("", SUKUN) and not before.double
    return (last.char == "ا" and plural) or (last.char == "و" and before.vowel in (DAMMATAN, KASRATAN))


def _is_joining(word: Sequence[_Letter]) -> bool:
    """Tell whether a word starts with an alef that is silent in the flow of speech.

    A sign on the alef keeps it: so labels are written, which are said by themselves. A number
    carries the sign wherever it stands; only the digits of a code, which end in sukun, stand alone.
    """
    number = _bare(word).startswith(_TWO) and (word[-1].char, word[-1].vowel) != ("ن", SUKUN)
    return word[0].char == "ا" and len(word) > 1 and (not word[0].vowel or number)


def _start(word: list[_Letter], joined: bool) -> list[_Letter]:
    """Drop a joining alef after a vowel; sound it with its own vowel at a beginning."""
    first = word[0]
    if first.char != "ا" or len(word) < 2:
        return word
    if joined and _is_joining(word):
        return word[1:]
    vowel = first.vowel or _first_vowel(word)
    return [_Letter(_CARRIER.get(vowel, "أ"), vowel), *word[1:]]


def _first_vowel(word: Sequence[_Letter]) -> str:
    if word[1].char == "ل" and (word[1].vowel in ("", SUKUN, KASRA)):
        return FATHA
    return DAMMA if len(word) > 2 and word[2].vowel == DAMMA and not word[1].double else KASRA


def _without_joined_alef(word: list[_Letter]) -> list[_Letter]:
    """Drop the alef between a prefix and its word: «وَالْآنَ», «فَاضْغَطُوا»."""
    if len(word) < 4 or word[1].char != "ا" or word[1].vowel or _bare(word) in _LOANS:
        return word
    prefix, after = word[0].char, word[2]
    article = after.char == "ل" and (after.vowel == SUKUN or (not after.vowel and word[3].double))
    verb = prefix in "وف" and (after.vowel == SUKUN or after.double)
    joins = word[0].vowel == FATHA and ((prefix in "وفك" and article) or verb)
    return [word[0], *word[2:]] if joins else word


def _is_assimilated(word: Sequence[_Letter], place: int) -> bool:
    """Tell whether a lam is written but not said: before a doubled letter («الشَّاشَة»)."""
    letter = word[place]
    follows = place + 1 < len(word) and word[place + 1].double
    return letter.char == "ل" and not letter.vowel and not letter.double and follows


def _pausal(word: list[_Letter]) -> list[_Letter]:
    """Put a word into its form before a pause: no short ending, ة as h, tanwin fath as a long a."""
    last = word[-1]
    if last.char == "ة":
        return [*word[:-1], _Letter("ه", SUKUN)]
    if len(word) > 1 and last.char in "اى" and word[-2].vowel == FATHATAN:
        word[-2].vowel = FATHA
    elif last.vowel == FATHATAN:
        if last.char == "ا" and len(word) > 1:
            last.vowel = ""
            word[-2].vowel = FATHA
        else:
            last.vowel = FATHA
            word.append(_Letter("ا"))
    elif last.char in "يو" and last.double:
        word[-1] = _Letter(last.char)
    elif last.vowel in _SHORT + _TANWIN and last.vowel and len(word) > 1:
        last.vowel = SUKUN
    return word


def _shortened(word: list[_Letter]) -> list[_Letter]:
    """Shorten a long vowel before a word that joins on: «فِي الْعِيَادَةِ» is said fi-l-iyada."""
    last, before = word[-1], word[-2] if len(word) > 1 else None
    if before is None or last.vowel or last.double:
        return word
    long = {"ا": FATHA, "ى": FATHA, "ي": KASRA, "و": DAMMA}.get(last.char)
    if before.vowel == SMALL_ALEF and last.char == "ى":
        before.vowel = FATHA
    return word[:-1] if long and before.vowel == long else word


def _takes_help(word: Sequence[_Letter]) -> bool:
    """Tell whether a word ends in a consonant that needs a vowel before a word that joins on."""
    last, before = word[-1], word[-2] if len(word) > 1 else _Letter("")
    ends = bool(last.vowel) and last.vowel in SUKUN + _TANWIN
    return ends or (last.char in "اى" and not last.vowel and before.vowel == FATHATAN)


def _helped(word: list[_Letter]) -> list[_Letter]:
    """Give a final consonant its vowel before a word that joins on: «قَالَتِ الْبِنْتُ», «دَرْسُنِ سْمُهُ»."""
    if not _takes_help(word):
        return word
    if word[-1].vowel == SUKUN:
        plural = len(word) > 2 and word[-1].char == "م" and word[-2].char in "كهت"
        word[-1].vowel = DAMMA if plural else KASRA
        return word
    kept = word[:-1] if word[-1].char in "اى" and not word[-1].vowel else word
    if kept[-1].char == "ا" and len(kept) > 1:  # the sign written on the alef itself
        kept = kept[:-1]
        kept[-1].vowel = FATHATAN
    kept[-1].vowel = _SHORT[_TANWIN.index(kept[-1].vowel)]
    return [*kept, _Letter("ن", KASRA)]


def _nunated(word: list[_Letter]) -> list[_Letter]:
    """Write the n of a tanwin fath that stands on an alef: the voice says «سِرِّيًّا» as sirrijian."""
    last, before = word[-1], word[-2] if len(word) > 1 else _Letter("")
    if last.char in "اى" and FATHATAN in (last.vowel, before.vowel) and len(word) > 1:
        before.vowel = FATHA
        return [*word[:-1], _Letter("ن", SUKUN)]
    return word


def _ends_in_vowel(word: Sequence[_Letter]) -> bool:
    last = word[-1]
    return last.vowel in (FATHA, DAMMA, KASRA, SMALL_ALEF) or (not last.vowel and last.char in "اىوي")


def _write(word: Sequence[_Letter]) -> str:
    """Spell the word with every doubled consonant written twice and every long a with its alef."""
    text = ""
    for place, letter in enumerate(word):
        if _is_glide(word, place):
            text += SUKUN  # parts it from the vowel before, with which the voice would make a long one
        if letter.double:
            text += letter.char + SUKUN
        char, vowel = letter.char, letter.vowel
        if char == "ة" and vowel == SUKUN:
            char = "ه"
        elif char == "ى" and place and word[place - 1].vowel == FATHATAN:
            char = "ا"
        if vowel == SMALL_ALEF:
            followed = place + 1 < len(word) and word[place + 1].char in "اى" and not word[place + 1].vowel
            vowel = "" if char == "ى" else FATHA + ("" if followed else "ا")
        elif not vowel and letter.double:
            vowel = SUKUN
        elif char == "ي" and vowel and vowel in KASRA + KASRATAN + DAMMATAN:
            vowel = TATWEEL + vowel  # the voice makes every «يِ» long, and a vowel of the ي in «قَوِيٌّ»
        text += char + vowel
    return text


def _is_glide(word: Sequence[_Letter], place: int) -> bool:
    """Tell whether a و or ي is a consonant between two vowels: «هُوَ», «عِيَادَة», «قُوَّة»."""
    letter, before = word[place], word[place - 1] if place else _Letter("")
    sounded = letter.vowel not in ("", SUKUN)
    return letter.char in "وي" and sounded and before.vowel in (FATHA, DAMMA, KASRA)
