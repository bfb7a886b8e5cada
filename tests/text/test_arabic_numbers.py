"""Arabic numbers agree with their noun in gender, number and case, and are fully vowelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.text import nouns
from elder_tutor.text.arabic_numbers import Case, cardinal, counted
from elder_tutor.text.marks import unvowelled_words

DAY, MINUTE = nouns.arabic("day"), nouns.arabic("minute")


@pytest.mark.parametrize(
    ("number", "days", "minutes"),
    [
        (0, "صِفْرُ يَوْمٍ", "صِفْرُ دَقِيقَةٍ"),
        (1, "يَوْمٌ وَاحِدٌ", "دَقِيقَةٌ وَاحِدَةٌ"),
        (2, "يَوْمَانِ", "دَقِيقَتَانِ"),
        (3, "ثَلَاثَةُ أَيَّامٍ", "ثَلَاثُ دَقَائِقَ"),
        (8, "ثَمَانِيَةُ أَيَّامٍ", "ثَمَانِي دَقَائِقَ"),
        (10, "عَشَرَةُ أَيَّامٍ", "عَشْرُ دَقَائِقَ"),
        (11, "أَحَدَ عَشَرَ يَوْمًا", "إِحْدَى عَشْرَةَ دَقِيقَةً"),
        (12, "اِثْنَا عَشَرَ يَوْمًا", "اِثْنَتَا عَشْرَةَ دَقِيقَةً"),
        (99, "تِسْعَةٌ وَتِسْعُونَ يَوْمًا", "تِسْعٌ وَتِسْعُونَ دَقِيقَةً"),
        (100, "مِئَةُ يَوْمٍ", "مِئَةُ دَقِيقَةٍ"),
        (102, "مِئَةُ يَوْمٍ وَيَوْمَانِ", "مِئَةُ دَقِيقَةٍ وَدَقِيقَتَانِ"),
        (103, "مِئَةٌ وَثَلَاثَةُ أَيَّامٍ", "مِئَةٌ وَثَلَاثُ دَقَائِقَ"),
        (2000, "أَلْفَا يَوْمٍ", "أَلْفَا دَقِيقَةٍ"),
        (11_003, "أَحَدَ عَشَرَ أَلْفًا وَثَلَاثَةُ أَيَّامٍ", "أَحَدَ عَشَرَ أَلْفًا وَثَلَاثُ دَقَائِقَ"),
    ],
)
def test_the_six_plural_forms_in_both_genders(number: int, days: str, minutes: str) -> None:
    assert counted(number, DAY, Case.NOM) == days
    assert counted(number, MINUTE, Case.NOM) == minutes


@pytest.mark.parametrize(
    ("number", "acc", "gen"),
    [
        (1, "يَوْمًا وَاحِدًا", "يَوْمٍ وَاحِدٍ"),
        (2, "يَوْمَيْنِ", "يَوْمَيْنِ"),
        (3, "ثَلَاثَةَ أَيَّامٍ", "ثَلَاثَةِ أَيَّامٍ"),
        (12, "اِثْنَيْ عَشَرَ يَوْمًا", "اِثْنَيْ عَشَرَ يَوْمًا"),
        (21, "وَاحِدًا وَعِشْرِينَ يَوْمًا", "وَاحِدٍ وَعِشْرِينَ يَوْمًا"),
        (200, "مِئَتَيْ يَوْمٍ", "مِئَتَيْ يَوْمٍ"),
    ],
)
def test_cases(number: int, acc: str, gen: str) -> None:
    assert counted(number, DAY, Case.ACC) == acc
    assert counted(number, DAY) == gen


def test_a_number_alone_counts_what_is_masculine() -> None:
    assert [cardinal(n) for n in (0, 5, 12, 102)] == ["صِفْرٌ", "خَمْسَةٌ", "اِثْنَا عَشَرَ", "مِئَةٌ وَاثْنَانِ"]


@given(st.integers(0, 999_999_999), st.sampled_from(sorted(nouns.names())), st.sampled_from(Case))
def test_every_counted_noun_is_fully_vowelled(number: int, noun: str, case: Case) -> None:
    said = counted(number, nouns.arabic(noun), case)
    assert unvowelled_words(said) == []
    assert "  " not in said


def test_both_languages_know_the_same_nouns() -> None:
    assert all(nouns.english(name) != (name, name) or name == "fils" for name in nouns.names())
