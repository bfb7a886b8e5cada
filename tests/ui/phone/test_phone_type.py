"""Text inside the phone follows the learner's step, Arabic a fifth larger than Latin (DESIGN 7)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from elder_tutor.lessons.view import KeyboardView
from elder_tutor.ui import theme
from elder_tutor.ui.measures.measuring import SCREENS
from elder_tutor.ui.phone.keycap import LETTER
from elder_tutor.ui.phone.kit import FLOOR, Kit, flow_of

BODY = {"ar": (34, 38, 43, 48), "en": (28, 32, 36, 40)}
"""Pixels at 96 dpi by size step (DESIGN 7)."""
CAPITAL = 0.711
"""The height of Vazirmatn's real H in em (DESIGN 7)."""


def sizes(samples, lang, role):
    """Answer a role's pixels at the four steps, at 96 dpi."""
    each = (theme.metrics(1280, 768, step, lang, theme.DESIGN_PX_PER_MM) for step in (1, 2, 3, 4))
    return tuple(Kit(metrics, samples.wording(lang)).size(role) for metrics in each)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_words_in_the_phone_have_the_sizes_of_the_design(lang, samples):
    assert sizes(samples, lang, "body") == BODY[lang]


@pytest.mark.parametrize("role", ["label", "bar"])
def test_arabic_is_larger_than_latin_at_every_step(role, samples):
    pairs = zip(sizes(samples, "ar", role), sizes(samples, "en", role), strict=True)
    assert all(arabic >= 1.1 * latin for arabic, latin in pairs)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("role", ["body", "label", "bar"])
def test_every_step_is_larger_and_none_is_below_the_floor(lang, role, samples):
    found = sizes(samples, lang, role)
    assert min(found) >= FLOOR
    assert all(small <= large for small, large in pairwise(found))
    assert found[0] < found[3]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.name)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_capitals_are_as_high_as_the_standard_asks(lang, screen):
    for step, millimetres in ((1, 5.2), (4, 7.3)):
        metrics = theme.metrics(screen.width, screen.height, step, lang, screen.px_per_mm)
        assert metrics.size("body") * CAPITAL / screen.px_per_mm >= millimetres


def test_the_letters_of_the_keyboard_grow_with_the_step(tray):
    drawn = []
    for step in (1, 4):
        shown = tray(KeyboardView("health.reason.reason", "ar"), step=step)
        key = shown.buttons["key.ب"]
        drawn.append(key._letter(key.rect(), shown.kit))
    assert drawn == [round(LETTER[0] * shown.kit.metrics.unit), round(LETTER[3] * shown.kit.metrics.unit)]


def test_words_of_the_navigation_grow_as_far_as_they_fit(phone, gallery):
    small, large = (phone(gallery.camera(), step=step).nav for step in (1, 4))
    assert small.back.px >= small.kit.px(FLOOR)
    assert large.back.px > small.back.px
    assert large.back.px == large.home.px == large.recents.px


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("number", ["0000 0000", "+00 000 0000", "\u20660000 0050\u2069"])
def test_a_number_within_words_stays_on_one_line(number, rtl):
    whole = flow_of(number, 34, False, 900, rtl, 1.5).widest
    for width in range(round(whole) + 6, 500, 9):
        laid = flow_of(f"قال: رقمكم {number} معكم", 34, False, width, rtl, 1.5)
        text = laid.layout.text()
        starts = [laid.line(line).textStart() for line in range(1, laid.lines)]
        assert not any(text[at].isdigit() and text[:at].rstrip()[-1].isdigit() for at in starts)
