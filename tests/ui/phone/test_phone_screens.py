"""Every kind of element, at every size: named, whole, inside, large enough."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QSlider

from elder_tutor.lessons.model import KINDS
from elder_tutor.lessons.view import Action, Do, Target
from elder_tutor.ui import theme
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.widgets.tolerance import targets

WINDOWS = [(1366, 768), (1280, 800), (1920, 1080), (1080, 1920)]
SCREENS = [
    "day", "slot", "review", "done", "home", "message", "words", "field", "code", "notice", "inbox", "dialog",
    "consent", "start", "who", "doctors", "call", "settings",
]  # fmt: skip
EVERY = list(product(SCREENS, (1, 2, 3, 4), ("ar", "en")))


def places(phone):
    """Answer every target with what shows of it, and whether that is the whole."""
    for each in targets(phone):
        seen = each.visibleRegion().boundingRect()
        yield each, QRect(each.mapTo(phone, seen.topLeft()), seen.size()), seen == each.rect()


@pytest.mark.parametrize(("screen", "step", "lang"), EVERY)
def test_targets_are_large_named_and_apart(phone, samples, screen, step, lang):
    shown = phone(samples.SCREENS[screen](), lang=lang, step=step)
    metrics, found = shown.kit.metrics, list(places(shown))
    for button, place, whole in found:
        assert not whole or min(place.width(), place.height()) >= metrics.mm(13), button.objectName()
        assert button.accessibleName(), button.objectName()
    for (one, first, _), (other, second, _) in combinations(found, 2):
        apart = first.adjusted(-metrics.mm(3) + 1, -metrics.mm(3) + 1, metrics.mm(3) - 1, metrics.mm(3) - 1)
        assert not apart.intersects(second), (one.objectName(), other.objectName())


@pytest.mark.parametrize(("screen", "window"), list(product(SCREENS, WINDOWS)))
def test_nothing_is_clipped_or_outside(phone, samples, screen, window):
    for step, lang in product((1, 4), ("ar", "en")):
        shown = phone(samples.SCREENS[screen](), lang=lang, step=step, window=window)
        for pane in (shown.pane, shown.dialog.pane):
            for piece in pane.pieces.values():
                assert piece.height() >= piece.needed(piece.width()), piece.view.id
                assert pane.inner.rect().contains(piece.geometry()), piece.view.id
                for child in piece.findChildren(TouchButton):
                    assert piece.rect().contains(child.geometry()), child.objectName()


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_shows_and_is_known_to_screen_readers(phone, samples, kind):
    shown = phone(samples.of_kind(kind))
    piece = shown.pane.pieces[f"health.all.{kind}"]
    known = [*piece.findChildren(TouchButton), *piece.findChildren(QLabel), *piece.findChildren(QSlider)]
    assert [each for each in known if each.objectName().startswith("health.all.")]
    assert not shown.grab().isNull()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_practice_badge_is_lit_on_every_screen(phone, samples, screen):
    shown = phone(samples.SCREENS[screen]())
    badge = shown.status.badge
    middle = badge.mapTo(shown, QPoint(badge.width() // 2, badge.height() // 2 - shown.kit.px(19)))
    assert badge.text() == "تطبيق تدريبي"
    assert shown.grab().toImage().pixelColor(middle).name() == theme.LIGHT.saffron.lower()


def test_back_stands_at_the_leading_side(phone, rect, samples):
    arabic, english = phone(samples.day()), phone(samples.day(), lang="en")
    assert rect(arabic, "back").left() > rect(arabic, "home").left()
    assert rect(english, "back").left() < rect(english, "home").left()


def changed(before, after):
    box = QRect()
    for y in range(before.height()):
        for x in range(before.width()):
            if before.pixel(x, y) != after.pixel(x, y):
                box = box.united(QRect(x, y, 1, 1))
    return box


def test_a_code_is_written_from_left_to_right_in_arabic(phone, samples):
    from dataclasses import replace

    def boxes(letters):
        view = samples.code()
        field = replace(view.elements[1], letters=letters)
        shown = phone(replace(view, elements=(view.elements[0], field, *view.elements[2:])))
        return shown.pane.pieces["health.code.code"].grab().toImage()

    first, second = changed(boxes(""), boxes("4")), changed(boxes("4"), boxes("48"))
    assert first.right() < second.left()
    assert first.left() < boxes("").width() // 6


def test_a_notice_stands_above_the_screen_and_hides_none_of_it(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.notice()))
    notice = rect(shown, "notice.1")
    assert notice.bottom() < rect(shown, "health.code.code").top()
    finger.tap(notice.center())
    away = shown.notice.away
    finger.tap(away.mapTo(shown, away.rect().center()))
    assert finger.actions == [Action(Do.TAP, "notice.1"), Action(Do.DISMISS, "notice.1")]


def test_the_notice_goes_when_the_phone_has_none(phone, rect, samples):
    shown = phone(samples.notice())
    low = rect(shown, "health.code.code").top()
    shown.render_phone(samples.code(), shown.kit.wording, shown.kit.metrics)
    assert shown.rect_of(Target("notice.1")) is None
    assert rect(shown, "health.code.code").top() < low


def test_what_does_not_fit_is_reached_by_the_big_button(phone, hand, rect, samples):
    finger = hand(shown := phone(samples.inbox()))
    assert shown.rect_of(Target("messages.inbox.bin")) is None
    for _ in range(3):
        finger.tap(rect(shown, "scroll.down").center())
    assert shown.rect_of(Target("messages.inbox.bin")) is not None
    assert finger.actions == []


def test_a_target_out_of_view_is_scrolled_to(phone, samples):
    shown = phone(samples.inbox())
    shown.ensure_visible(Target("messages.inbox.bin"))
    spot = shown.rect_of(Target("messages.inbox.bin"))
    assert spot is not None
    assert spot.height() >= shown.kit.metrics.mm(13)


def test_a_screen_that_fits_has_no_scroll_buttons(phone, samples):
    assert phone(samples.review()).rect_of(Target("scroll.down")) is None


def test_the_open_field_stays_above_the_keyboard(phone, rect, samples):
    shown = phone(samples.field(), step=4)
    shown.cover(shown.kit.px(330))
    assert rect(shown, "health.reason.reason").bottom() < shown.height() - shown.kit.px(330)
    assert shown.rect_of(Target("back")) is None


def test_a_turn_that_changes_nothing_leaves_every_widget(phone, samples):
    shown = phone(samples.inbox())
    before = {button: id(button) for button in shown.findChildren(TouchButton)}
    shown.render_phone(samples.inbox(), shown.kit.wording, shown.kit.metrics)
    assert {button: id(button) for button in shown.findChildren(TouchButton)} == before


def test_the_home_screen_has_six_icons_a_page_in_large_type(phone, hand, rect, samples):
    assert phone(samples.home()).rect_of(Target("home.help")) is not None
    finger = hand(shown := phone(samples.home(), step=3))
    assert shown.rect_of(Target("home.help")) is None
    after = shown.home.after
    finger.tap(after.mapTo(shown, after.rect().center()))
    finger.tap(rect(shown, "home.help").center())
    assert finger.actions == [Action(Do.TAP, "home.help")]


def test_an_authors_bottom_is_at_the_bottom_and_middle_in_the_middle(phone, rect, samples):
    shown = phone(samples.code())
    third = shown.height() // 3
    assert third < rect(shown, "health.code.code").center().y() < 2 * third
    assert rect(shown, "health.code.verify").top() > 2 * third - shown.kit.px(20)


def test_the_group_to_search_in_is_the_half_of_the_day(phone, samples):
    shown = phone(samples.slot())
    morning = shown.group_rect(Target("health.slot.slots", "s1030"))
    assert morning.contains(shown.rect_of(Target("health.slot.slots", "s0900")))
    assert not morning.intersects(shown.rect_of(Target("health.slot.slots", "s1600")))


def test_a_dialog_hides_the_screen_below_from_screen_readers(phone, samples):
    shown = phone(samples.dialog())
    assert not shown.pane.pieces["health.review.confirm"].button.isEnabled()
    assert shown.dialog.pane.pieces["health.edit.day"].button.isEnabled()


def test_answer_leads_and_refuse_trails(phone, rect, samples):
    shown = phone(samples.call())
    assert rect(shown, "phone.incoming.answer").left() > rect(shown, "phone.incoming.refuse").left()


def test_both_themes_and_all_dresses_have_strong_contrast(phone, samples):
    from elder_tutor.ui.phone.paint import DRESSES, dress_of

    for colours in (theme.LIGHT, theme.DARK):
        kit = phone(samples.review(), colours=colours).kit
        for look in DRESSES:
            dress = dress_of(look, kit)
            assert ratio(kit.q(dress.text), kit.q(dress.fill)) >= 7, (look, colours.page)


def ratio(one, other):
    def light(colour):
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def names_by_tab(shown, count):
    order = shown.focus_order()
    found, widget = [order[0].objectName()], order[0]
    while len(found) < count:
        widget = widget.nextInFocusChain()
        if isinstance(widget, TouchButton) and widget.isVisible():
            found.append(widget.objectName())
    return found


def test_the_tab_key_goes_in_the_order_of_reading(phone, samples):
    shown = phone(samples.review())
    facts = "health.review.facts"
    assert names_by_tab(shown, 5) == [facts, "health.review.edit", "health.review.confirm", "back", "home"]
    shown.render_phone(samples.who(), shown.kit.wording, shown.kit.metrics)
    assert names_by_tab(shown, 4) == ["health.who.me", "health.who.family", "back", "home"]


def test_tab_goes_from_right_to_left_in_arabic(phone, samples):
    first, second = "health.slot.slots/s0900", "health.slot.slots/s0930"
    assert names_by_tab(phone(samples.slot()), 2) == [first, second]
    assert names_by_tab(phone(samples.slot(), lang="en"), 2) == [first, second]


def test_an_option_is_a_radio_button_that_can_be_taken_back(phone, samples):
    from dataclasses import replace

    shown = phone(samples.who())
    me = shown.pane.pieces["health.who.me"].button
    assert (me.isChecked(), me.autoExclusive()) == (True, True)
    view = samples.who()
    none = tuple(replace(each, checked=False) for each in view.elements)
    shown.render_phone(replace(view, elements=none), shown.kit.wording, shown.kit.metrics)
    assert not me.isChecked()


def test_a_full_screen_gives_up_air_before_it_scrolls(phone, samples):
    from dataclasses import replace

    view = samples.review()
    more = (samples.el("health.review.more", "button", "تَعْدِيلُ الْمَوْعِدِ الَّذِي اخْتَرْتُمُوهُ قَبْلَ قَلِيلٍ"),)
    shown = phone(replace(view, elements=(view.elements[0], *more, *view.elements[1:])))
    facts = shown.pane.pieces["health.review.facts"]
    assert shown.rect_of(Target("scroll.down")) is None
    assert facts.height() < phone(samples.review()).pane.pieces["health.review.facts"].height()


def test_a_list_without_rows_takes_no_room(phone, rect, samples):
    from dataclasses import replace

    view = samples.doctors()
    empty = samples.el("health.doctors.none", "list", rows=())
    shown = phone(replace(view, elements=(empty, *view.elements)))
    assert rect(shown, "health.doctors.list", "maryam") == rect(phone(view), "health.doctors.list", "maryam")


def test_the_code_in_a_notice_is_never_dimmed(phone, rect, samples):
    shown = phone(samples.notice())
    assert not shown.screen_path().contains(rect(shown, "notice.1").center().toPointF())
    assert shown.screen_path().contains(rect(shown, "back").center().toPointF())
    assert not shown.screen_path().contains(shown.status.geometry().center().toPointF())


def test_the_ring_of_a_field_stands_around_its_box(phone, rect, samples):
    shown = phone(samples.field())
    piece = shown.pane.pieces["health.reason.reason"]
    assert rect(shown, "health.reason.reason").height() < piece.height() - shown.kit.px(20)


def test_what_was_typed_is_marked_when_it_is_only_an_example(phone, samples):
    from dataclasses import replace

    def marked(sample):
        view = samples.field()
        shown = phone(replace(view, elements=(replace(view.elements[0], sample=sample), *view.elements[1:])))
        return shown.pane.pieces["health.reason.reason"].grab().toImage()

    assert changed(marked(False), marked(True)).right() < marked(True).width() // 2


def test_a_new_person_gets_their_own_tolerance(phone, samples):
    from elder_tutor.ui.widgets.tolerance import Tolerance

    shown = phone(samples.review())
    shown.render_phone(
        samples.review(), shown.kit.wording, shown.kit.metrics, tolerance=Tolerance(repeat_ms=1000)
    )
    assert shown.pane.pieces["health.review.edit"].button.repeat_ms == 1000
