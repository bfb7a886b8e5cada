"""Phrases become lines: values typed, isolated, said in words, one word on both sides."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.i18n import Translator
from elder_tutor.regions import load_region
from elder_tutor.text import bidi
from elder_tutor.text.line import Line
from elder_tutor.text.marks import unvowelled_words
from elder_tutor.text.phrase import Fill, Phrase, phrase, with_values
from elder_tutor.text.wording import Wording

NOWHERE = Path("/nowhere")
AR = Wording("ar", Translator("ar", NOWHERE), load_region())
EN = Wording("en", Translator("en", NOWHERE), load_region())


def arabic(key: str, **values: Fill) -> Line:
    return AR.line(phrase(key, "core", **values))


def english(key: str, **values: Fill) -> Line:
    return EN.line(phrase(key, **values))


@pytest.mark.parametrize(
    ("clock", "shown", "spoken"),
    [
        ("10:30", "10:30 صباحًا", "الْعَاشِرَةَ وَالنِّصْفَ صَبَاحًا"),
        ("09:15", "9:15 صباحًا", "التَّاسِعَةَ وَالرُّبْعَ صَبَاحًا"),
        ("11:45", "11:45 صباحًا", "الثَّانِيَةَ عَشْرَةَ إِلَّا رُبْعًا صَبَاحًا"),
        ("12:00", "12:00 ظهرًا", "الثَّانِيَةَ عَشْرَةَ ظُهْرًا"),
        ("17:00", "5:00 مساءً", "الْخَامِسَةَ مَسَاءً"),
        ("23:07", "11:07 مساءً", "الْحَادِيَةَ عَشْرَةَ وَسَبْعَ دَقَائِقَ مَسَاءً"),
    ],
)
def test_a_clock_time_is_said_in_words_and_agrees_with_its_hour(clock: str, shown: str, spoken: str) -> None:
    word = arabic("السَّاعَةَ {t:time}", t=clock).words[1]
    assert (bidi.plain(word.shown), word.spoken) == (shown, spoken)


def test_a_clock_time_alone_stands_in_the_nominative() -> None:
    assert arabic("{t:time}", t=time(10, 30)).spoken == "الْعَاشِرَةُ وَالنِّصْفُ صَبَاحًا"


@given(st.times(), st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_time_and_date_is_one_vowelled_word(clock: time, day: date) -> None:
    line = arabic("{t:time} {d:date} {d:date:day_month:acc} {d:date:month_year}", t=clock, d=day)
    assert len(line.words) == 4
    assert unvowelled_words(line.spoken) == []


@pytest.mark.parametrize(
    ("form", "shown", "spoken"),
    [
        ("", "الأحد 14 يونيو", "الْأَحَدِ، الرَّابِعَ عَشَرَ مِنْ يُونْيُو"),
        (":day_month", "14 يونيو", "الرَّابِعَ عَشَرَ مِنْ يُونْيُو"),
        (":month_year", "يونيو 2026", "يُونْيُو أَلْفَيْنِ وَسِتَّةٍ وَعِشْرِينَ"),
    ],
)
def test_a_date_has_its_weekday_and_gulf_month(form: str, shown: str, spoken: str) -> None:
    word = arabic(f"يَوْمَ {{d:date{form}}}", d="2026-06-14").words[1]
    assert (bidi.plain(word.shown), word.spoken) == (shown, spoken)


def test_a_code_is_isolated_and_said_digit_by_digit() -> None:
    word = arabic("رَمْزُكُمْ {otp:code}.", otp="482913").words[1]
    assert word.shown == "\u2066482913\u2069."
    assert word.spoken == "أَرْبَعَةْ ثَمَانِيَةْ اِثْنَانْ، تِسْعَةْ وَاحِدْ ثَلَاثَةْ."


def test_a_telephone_number_stands_in_groups_left_to_right() -> None:
    assert arabic("{p:phone}", p="+97455551234").shown == "\u2066+974 5555 1234\u2069"
    assert arabic("{p:phone}", p="00005555").spoken.count("صِفْرْ") == 4


def test_money_follows_the_region() -> None:
    kuwait = Wording("ar", Translator("ar", NOWHERE), load_region("kw"))
    assert arabic("{m:money:acc}", m=5).spoken == "خَمْسَةَ رِيَالَاتٍ"
    assert arabic("{m:money}", m=Decimal("5.50")).shown == "\u20685.50 ريال\u2069"
    assert kuwait.spoken(phrase("{m:money:nom}", "core", m="1.250")) == "دِينَارٌ وَاحِدٌ وَمِئَتَانِ وَخَمْسُونَ فِلْسًا"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0 دقيقة"),
        (1, "دقيقة واحدة"),
        (2, "دقيقتين"),
        (3, "3 دقائق"),
        (10, "10 دقائق"),
        (11, "11 دقيقةً"),
        (99, "99 دقيقةً"),
        (100, "100 دقيقة"),
        (102, "102 دقيقة"),
        (103, "103 دقائق"),
    ],
)
def test_a_counted_noun_has_its_form_on_the_page(number: int, shown: str) -> None:
    line = arabic("{n:count:minute}", n=number)
    assert bidi.plain(line.shown) == shown
    assert len(line.words) == 1


def test_a_number_written_in_the_text_can_be_counted_too() -> None:
    assert arabic("خِلَالَ {24:count:hour}").shown == "خلال \u206824 ساعةً\u2069"


@pytest.mark.parametrize(
    ("number", "shown", "spoken"), [(1, "1 day", "one day"), (102, "102 days", "one hundred and two days")]
)
def test_english_counts(number: int, shown: str, spoken: str) -> None:
    line = english("{n:count:day}", n=number)
    assert (bidi.plain(line.shown), line.spoken) == (shown, spoken)


def test_english_values() -> None:
    line = english("{t:time}, {d:date}, {c:code}, {m:money}", t="17:05", d="2026-06-14", c="4821", m=5)
    assert [word.shown for word in line.words] == [
        "\u20685:05 pm\u2069,",
        "\u2068Sunday 14 June\u2069,",
        "\u20664821\u2069,",
        "\u20685 riyals\u2069",
    ]
    assert (
        line.spoken
        == "five oh five in the afternoon, Sunday, the fourteenth of June, four eight two one, five riyals"
    )


def test_digits_are_latin_by_default_and_arabic_by_choice() -> None:
    chosen = Wording("ar", Translator("ar", NOWHERE), load_region(), "arab")
    wanted = phrase("{n} {t:time} {c:code} 24", "core", n=12, t="10:30", c="4821")
    assert AR.number(2026) == "2026"
    assert not any(letter in "٠١٢٣٤٥٦٧٨٩" for letter in AR.shown(wanted))
    assert chosen.shown(wanted) == "١٢ \u2068١٠:٣٠ صباحًا\u2069 \u2066٤٨٢١\u2069 ٢٤"
    assert chosen.spoken(wanted) == AR.spoken(wanted)


def test_a_phrase_inside_a_phrase_stays_glued_to_its_quotes() -> None:
    line = arabic("اِضْغَطُوا «{label}» هُنَا", label=phrase("حَجْزُ مَوْعِدٍ", "core"))
    assert [word.shown for word in line.words] == ["اضغطوا", "«حجز", "موعد»", "هنا"]
    assert [word.spoken for word in line.words] == ["اِضْغَطُوا", "حَجْزُ", "مَوْعِدٍ", "هُنَا"]


def test_a_typed_text_stands_as_it_is_and_is_private() -> None:
    line = arabic("كَتَبْتُمْ: {x}", x="[صُداع] 3{y}")
    assert line.shown.endswith("[صُداع] 3{y}")
    assert line.private


def test_what_a_person_may_have_typed_is_private_and_dates_are_not() -> None:
    assert arabic("{c:code}", c="1").private
    assert with_values(phrase("x"), {}, private=True).private
    assert AR.line(phrase("{p}", p=Phrase("نَعَمْ", private=True))).private
    assert not arabic("{d:date} {n:count:day}", d="2026-06-14", n=3).private


def test_written_numbers_links_and_times_are_said_as_a_person_would() -> None:
    line = arabic("السَّاعَةَ 10:30 صَبَاحًا، خِلَالَ 24 سَاعَةً: http://card-update.example 50% +00 000 0000")
    said = [word.spoken for word in line.words]
    assert said[1] == "الْعَاشِرَةَ وَالنِّصْفَ"
    assert "رَابِطٌ" in said
    assert "خَمْسُونَ بِالْمِئَةِ" in said
    assert line.words[-1].shown == "\u2066+00 000 0000\u2069"
    assert unvowelled_words(line.spoken) == []


def test_a_missing_value_leaves_its_place_empty(caplog: pytest.LogCaptureFixture) -> None:
    assert arabic("نَعَمْ {nobody} لَا").shown == "نعم لا"
    assert "nobody" in caplog.text


@given(
    st.text(max_size=40),
    st.dictionaries(
        st.sampled_from("abc"), st.one_of(st.text(max_size=9), st.integers(), st.none(), st.booleans())
    ),
)
def test_no_phrase_ever_raises(key: str, values: dict[str, Fill]) -> None:
    template = (
        f"{key} {{a}} {{b:time}} {{c:count:minute:acc}} {{a:date}} {{b:money}} {{c:phone}} {{a:nonsense:x}}"
    )
    for wording in (AR, EN):
        line = wording.line(Phrase(template, "core", tuple((name, values.get(name, "")) for name in "abc")))
        assert all(word.shown or word.spoken for word in line.words)


def test_a_phrase_that_holds_itself_too_deep_ends() -> None:
    nested = phrase("نَعَمْ", "core")
    for _ in range(50):
        nested = phrase("{x}", "core", x=nested)
    assert AR.line(nested).words == ()


def test_the_week_starts_on_sunday_in_qatar_and_monday_in_the_uae() -> None:
    emirates = Wording("en", Translator("en", NOWHERE), load_region("ae"))
    assert AR.weekday_letters() == ("ح", "ن", "ث", "ر", "خ", "ج", "س")
    assert emirates.weekday_letters()[0] == "Mo"


def test_direction_follows_the_language() -> None:
    assert AR.rtl
    assert not EN.rtl
    assert AR.date(date(2026, 6, 14), "day_month") == "14 يونيو"


def test_a_time_in_a_phrase_inside_agrees_with_the_hour_before_it() -> None:
    assert arabic("السَّاعَةَ {t}.", t=phrase("10:30", "core")).words[1].spoken == "الْعَاشِرَةَ وَالنِّصْفَ."
    assert arabic("10:30").spoken == "الْعَاشِرَةُ وَالنِّصْفُ"


@pytest.mark.parametrize(
    ("template", "spoken"),
    [
        ("الْخُطْوَةُ {n} مِنْ {m}", "الْخُطْوَةُ الثَّالِثَةُ مِنْ اِثْنَتَيْ عَشْرَةَ"),
        ("وَصَلْتُمْ إِلَى الْخُطْوَةِ {n} مِنْ {m}", "وَصَلْتُمْ إِلَى الْخُطْوَةِ الثَّالِثَةِ مِنْ اِثْنَتَيْ عَشْرَةَ"),
        ("«الدَّرْسُ {n} مِنْ {m}»", "الدَّرْسُ الثَّالِثُ مِنْ اِثْنَيْ عَشَرَ"),
        ("فِي الطَّابَقِ 2.", "فِي الطَّابَقِ الثَّانِي."),
        ("الصُّورَةُ {n}: بَيْتٌ", "الصُّورَةُ الثَّالِثَةُ: بَيْتٌ"),
        ("اِضْغَطُوا عَلَى الرَّقْمِ {n}.", "اِضْغَطُوا عَلَى الرَّقْمِ ثَلَاثَةٌ."),
        ("الصَّوْتُ {n} مِنْ 10", "الصَّوْتُ ثَلَاثَةٌ مِنْ عَشَرَةٍ"),
        ("{n:ordinal:f} {n:ordinal:gen}", "الثَّالِثَةُ الثَّالِثِ"),
    ],
)
def test_a_number_after_a_noun_that_stands_in_a_row_is_an_ordinal(template: str, spoken: str) -> None:
    assert arabic(template, n=3, m=12).spoken == spoken


@pytest.mark.parametrize(
    ("template", "spoken"),
    [
        ("بَعْدَ {n}", "بَعْدَ ثَلَاثَةٍ"),
        ("حَتَّى {n}", "حَتَّى ثَلَاثَةٍ"),
        ("رَقْمُ {n} مِنْ 12", "رَقْمُ ثَلَاثَةٍ مِنْ اِثْنَيْ عَشَرَ"),
        ("مَبْنَى {n}", "مَبْنَى ثَلَاثَةٍ"),
        ("خُطْوَةٌ رَقْمُهَا {n}", "خُطْوَةٌ رَقْمُهَا ثَلَاثَةٌ"),
        ("الْمُحَاوَلَاتُ الْبَاقِيَةُ: {n}", "الْمُحَاوَلَاتُ الْبَاقِيَةُ: ثَلَاثَةٌ"),
    ],
)
def test_a_number_after_a_preposition_or_a_bound_noun_is_genitive(template: str, spoken: str) -> None:
    assert arabic(template, n=3).spoken == spoken


def test_a_letter_by_itself_is_called_by_its_name_and_shown_as_it_is() -> None:
    line = arabic("اِضْغَطُوا عَلَى حَرْفِ «{letter}».", letter="م")
    assert "«م»" in bidi.plain(line.shown)
    assert "مِيمْ" in line.spoken
    assert line.private
