"""Arabic is respelled so that the voice says it as a reader would, and stays one for one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elder_tutor.speech.arabic import respell
from elder_tutor.text.marks import MARKS

PHONEMES = """
import ctypes, json, sys, espeakng_loader
lib = ctypes.CDLL(espeakng_loader.get_library_path())
lib.espeak_Initialize(1, 0, espeakng_loader.get_data_path().encode(), 0)
lib.espeak_SetVoiceByName(b"ar")
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
def ipa(text):
    rest, out = ctypes.c_char_p(text.encode()), []
    while rest.value is not None:
        out.append(lib.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
    return " ".join(out)
print(json.dumps([ipa(text) for text in json.load(sys.stdin)]))
"""


def say(text: str) -> str:
    return " ".join(respell(text.split()))


def ipa(*texts: str) -> list[str]:
    asked = json.dumps(texts)
    heard = subprocess.run(
        [sys.executable, "-c", PHONEMES], input=asked, capture_output=True, text=True, check=True
    )
    plain = heard.stdout.encode().decode("unicode_escape")
    return [
        sound.translate(dict.fromkeys(map(ord, "ˈˌ.ː")))
        for sound in json.loads(json.dumps(json.loads(plain)))
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("اِضْغَطُوا هُنَا", "إِضْغَطُو هُنَا"),
        ("فِي وَسَطِ الشَّاشَةِ.", "فِي وَسَطِ شْشَاشَهْ."),
        ("فِي الْعِيَادَةِ الْآنَ", "فِ لْعِْيَادَةِ لْآنْ"),
        ("الْمَوْعِدُ قَرِيبٌ", "أَلْمَوْعِدُ قَرِيبْ"),
        ("فَهُوَ وَهِيَ", "فَهُْوَ وَهِيْ"),
        ("غَيِّرُوا أَيَّامَكُمْ", "غَْيْيـِرُو أَْيْيَامَكُمْ"),
        ("دَرْسٌ اسْمُهُ", "دَرْسُنِ سْمُهْ"),
        ("خِلَالَ اِثْنَتَيْ عَشْرَةَ", "خِلَالَ ثْنَتَيْ عَشْرَهْ"),
        ("وَاحِدْ اِثْنَانْ ثَلَاثَةْ", "وَاحِدْ إِثْنَانْ ثَلَاثَهْ"),
        ("إِلَى اِتِّصَالٍ", "إِلَى إِتْتِصَالْ"),
        ("سِرِّيًّا مِنْ هُنَا", "سِرْرِْيْيَنْ مِنْ هُنَا"),
        ("أَحَدًا الْآنَ", "أَحَدَنِ لْآنْ"),
        ("مُسْتَوًى الْيَوْمَ", "مُسْتَْوَنِ لْيَوْمْ"),
        ("أَوْ اسْتِشَارَةٌ", "أَْوِ سْتِشَارَهْ"),
        ("صِحَّتُكُمْ الَّتِي", "صِحْحَتُكُمُ لْلَتِي"),
        ("عَمْرٌو وَمِائَةٌ هُنَا", "عَمْرٌ وَمِئَةٌ هُنَا"),
        ("ثُمَّ اخْتَارُوا يَوْمًا.", "ثُمْمَ خْتَارُو يَوْمَا."),
        ("قِفُوا، الْيَوْمَ هُنَا", "قِفُو، أَلْيَوْمَ هُنَا"),
        ("وَالنِّصْفِ صَبَاحًا", "وَنْنِصْفِ صَبَاحَا"),
        ("فَاضْغَطُوا بِالْإِصْبَعِ", "فَضْغَطُو بِلْإِصْبَعْ"),
        ("الِاسْمُ هُنَا", "أَلِسْمُ هُنَا"),
        ("حَيَّاكُمُ اللهُ", "حَْيْيَاكُمُ لْلَاهْ"),
        ("بِاللهِ وَحْدَهُ", "بِلْلَاهِ وَحْدَهْ"),
        ("هٰذَا لٰكِنْ إِلٰى", "هَاذَا لَاكِنْ إِلَى"),
        ("اُكْتُبُوا اسْمَكُمْ", "أُكْتُبُ سْمَكُمْ"),
        ("أَرْبَعَةْ وَاحِدْ", "أَرْبَعَهْ وَاحِدْ"),
        ("حَقِيقِيٌّ", "حَقِيقِي"),
        ("وَاحِدَةٌ وَاضِحَةٌ", "وَاحِدَةٌ وَاضِحَهْ"),
        ("Qatar 24 سلام", "Qatar 24 سلام"),
    ],
)
def test_spelling_follows_the_ear(written: str, said: str) -> None:
    import unicodedata

    assert say(unicodedata.normalize("NFC", written)) == said


def test_the_voice_swallows_vowels_before_and_not_after() -> None:
    before, after = ipa("ثُمَّ اخْتَارُوا الْعِيَادَةَ", say("ثُمَّ اخْتَارُوا الْعِيَادَةَ"))
    assert "aχtaruaa"[:6] in before
    assert after == "θumma χtaru lʕijadah"


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("بَارَكَ اللهُ فِيكُمْ", "baraka llahu fikum"),
        ("فِي وَسَطِ الشَّاشَةِ", "fi wasat̪i ʃʃaʃah"),
        ("عَلِّمُوا هٰذِهِ الْقَاعِدَةَ", "ʕallimu haðihi lqaʕidah"),
        ("الْعَوْدَةُ إِلَى الرَّئِيسِيَّةِ", "ʔalʕaudatu ʔila rraʔisijjah"),
        ("فَهُوَ فِي عِيَادَتِكُمُ الثَّانِيَةِ", "fahuwa fi ʕijadatikumu θθanijah"),
        ("حَقِيقِيٌّ اطْلُبُوا", "ħaqiqijjuni t̪lubu"),
    ],
)
def test_what_the_voice_says(written: str, sound: str) -> None:
    assert ipa(say(written)) == [sound]


READINGS = Path(__file__).with_name("readings.tsv")
"""Sentences of every course, and what a reader says of them: checked by ear of reason, word by word.

Known limits of the voice: the diphthongs of «يَوْم» and «بَيْت» are vowels (au, ai) to it, and a final
ـة before a pause is always an h.
"""


def test_more_than_a_hundred_sentences_are_read_as_a_reader_reads_them() -> None:
    rows = [row.split("\t") for row in READINGS.read_text("utf-8").splitlines()]
    heard = ipa(*(say(written) for written, _ in rows))
    wrong = [
        (written, said, sound)
        for (written, said), sound in zip(rows, heard, strict=True)
        if said.replace("ː", "") != sound
    ]
    assert len(rows) >= 100
    assert wrong == []


WORDS = st.lists(st.text(alphabet="ابتلوويهةىءأ.،؟aZ1" + MARKS, min_size=1, max_size=8), max_size=6)


@given(WORDS)
def test_every_word_stays_one_word(words: list[str]) -> None:
    said = respell(words)
    assert len(said) == len(words)
    assert not any(" " in word for word in said)


@given(WORDS)
@example(["اً"])
def test_punctuation_is_never_lost(words: list[str]) -> None:
    ends = [word[-1] for word in words if word[-1] in ".،؟"]
    assert [word[-1] for word in respell(words) if word[-1:] in (".", "،", "؟")] == ends
