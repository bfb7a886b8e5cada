"""What holds for every typed value, whatever fills it: digits of both sets, no direction signs in speech."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elder_tutor.i18n import Translator, languages
from elder_tutor.regions import available, load_region
from elder_tutor.text import bidi, nouns
from elder_tutor.text.digits import in_digits
from elder_tutor.text.line import Word
from elder_tutor.text.phrase import Phrase
from elder_tutor.text.wording import Wording

KINDS = ("code", "time", "date", "phone", "money", "count:day", "number", "ordinal", "percent", "url", "")
CONTROLS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)))
SAMPLES = {
    **{"code": "048-21", "time": "10:35", "date": "2028-02-29", "phone": "+97455551234"},
    **{"money": "1250.75", "count:day": "103", "number": "42", "ordinal": "11", "percent": "50"},
}
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def word(kind: str, value: object, lang: str = "ar", region: str = "qa", digits: str = "latn") -> Word:
    wording = Wording(lang, Translator(lang, Path("/nowhere")), load_region(region), digits)
    domain = "core" if lang == "ar" else "elder_tutor"
    template = f"{{v:{kind}}}" if kind else "{v}"
    words = wording.line(Phrase(template, domain, (("v", value),))).words
    return words[0] if words else Word("", "")


@given(
    st.sampled_from(KINDS),
    st.text(
        alphabet=st.one_of(
            st.characters(), st.sampled_from(sorted(CONTROLS)), st.sampled_from("0123456789:.-+٣")
        )
    ),
    st.sampled_from(languages()),
)
def test_no_direction_sign_reaches_the_voice(kind: str, text: str, lang: str) -> None:
    assert not CONTROLS & set(word(kind, text, lang).spoken)


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("lang", languages())
def test_a_value_in_any_digits_and_in_isolates_means_the_same(kind: str, lang: str) -> None:
    sample = SAMPLES[kind]
    plain = word(kind, sample, lang)
    assert word(kind, in_digits(sample, "arab"), lang) == plain
    assert word(kind, sample.translate(PERSIAN), lang) == plain
    assert word(kind, f"\u2066{sample}\u2069\u200f", lang) == plain


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("region", available())
def test_every_region_shows_latin_digits_and_the_setting_the_others(kind: str, region: str) -> None:
    latin = bidi.plain(word(kind, SAMPLES[kind], region=region).shown)
    arabic = bidi.plain(word(kind, SAMPLES[kind], region=region, digits="arab").shown)
    assert not set(latin) & set("٠١٢٣٤٥٦٧٨٩")
    assert not set(arabic) & set("0123456789.,%")
    assert len(latin) == len(arabic)


@pytest.mark.parametrize("kind", sorted(SAMPLES.keys() - {"number", "ordinal"}))
def test_a_value_is_shown_inside_an_isolate(kind: str) -> None:
    shown = word(kind, SAMPLES[kind]).shown
    assert shown[0] in "\u2066\u2067\u2068"
    assert shown[-1] == "\u2069"
    assert shown.count("\u2069") == 1


def test_a_counted_noun_without_digits_needs_no_isolate() -> None:
    assert word("count:day", 1).shown == "يوم واحد"


def test_every_noun_in_rows_has_a_place_in_a_row() -> None:
    feminine = {name: nouns.arabic(name).feminine for name in nouns.in_rows()}
    assert feminine["step"]
    assert not feminine["floor"]
    assert all(
        word(f"ordinal:{name}:nom", 3).spoken.endswith("ةُ" if f else "ثُ") for name, f in feminine.items()
    )
