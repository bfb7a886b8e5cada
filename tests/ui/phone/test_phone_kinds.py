"""Every screen of the gallery, at every size: named, whole, inside, large enough, acting."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion

from elder_tutor.lessons.model import KINDS
from elder_tutor.lessons.view import Action, Do, Target
from elder_tutor.ui.phone.kinds import PIECES
from elder_tutor.ui.phone.touch import TouchButton
from elder_tutor.ui.widgets.tolerance import targets

SCREENS = [
    "timeline", "thread", "shade", "recents", "camera", "record", "idle", "place", "pins", "incoming",
    "talking", "dial", "pages", "scroll", "text_size", "permission", "address", "store", "danger", "mail",
    "apps", "poor", "flight",
]  # fmt: skip
WINDOWS = [(1366, 768), (1280, 800), (1920, 1080), (1080, 1920)]
EVERY = list(product(SCREENS, (1, 4), ("ar", "en")))


def touched(phone):
    """Answer every target with the region that takes a touch, and whether all of it shows."""
    for each in targets(phone):
        seen = each.visibleRegion()
        whole = seen.boundingRect() == each.rect()
        seen = seen if each.mask().isEmpty() else seen.intersected(each.mask())
        yield each, QRegion(seen).translated(each.mapTo(phone, QPoint(0, 0))), whole


@pytest.mark.parametrize(("screen", "step", "lang"), EVERY)
def test_targets_are_large_named_and_apart(phone, gallery, screen, step, lang):
    shown = phone(gallery.GALLERY[screen](), lang=lang, step=step)
    metrics, found = shown.kit.metrics, list(touched(shown))
    for button, region, whole in found:
        box = region.boundingRect()
        assert not whole or min(box.width(), box.height()) >= least(button, metrics), button.objectName()
        assert button.accessibleName(), button.objectName()
    near = metrics.mm(3) - 1
    for (one, first, _), (other, second, _) in combinations(found, 2):
        around = [part.adjusted(-near, -near, near, near) for part in first]
        assert not any(second.intersects(part) for part in around), (one.objectName(), other.objectName())


def least(button, metrics):
    """Answer the least side of a target in the phone: 13 mm, the keys of the frame too."""
    return metrics.mm(13)


@pytest.mark.parametrize(("screen", "window"), list(product(SCREENS, WINDOWS)))
def test_nothing_is_clipped_or_outside(phone, gallery, screen, window):
    for step, lang in product((1, 4), ("ar", "en")):
        shown = phone(gallery.GALLERY[screen](), lang=lang, step=step, window=window)
        for pane in (shown.pane, shown.dialog.pane):
            for piece in pane.pieces.values():
                assert piece.height() >= piece.needed(piece.width()), piece.view.id
                assert pane.inner.rect().contains(piece.geometry()), piece.view.id
                for child in piece.findChildren(TouchButton):
                    inside = piece.rect().contains(child.geometry()) or not child.isVisibleTo(piece)
                    assert inside, child.objectName()
                    assert child.height() >= child.needed(child.width()) or not child.isVisibleTo(piece)


def test_every_kind_of_the_format_has_a_widget():
    assert set(PIECES) == set(KINDS)


def test_the_whole_gallery_is_looked_at(gallery):
    assert list(gallery.GALLERY) == SCREENS


def tap(phone, hand, rect, view, element, row=""):
    finger = hand(shown := phone(view))
    shown.ensure_visible(Target(element, row))
    finger.tap(rect(shown, element, row).center())
    return finger.actions


@pytest.mark.parametrize(
    ("screen", "element", "row", "action"),
    [
        ("thread", "chat.talk.thread", "a", Action(Do.PICK, "chat.talk.thread", "a")),
        ("shade", "system.shade.list", "n2", Action(Do.PICK, "system.shade.list", "n2")),
        ("recents", "system.recents.list", "camera", Action(Do.PICK, "system.recents.list", "camera")),
        ("recents", "system.recents.list", "health", Action(Do.PICK, "system.recents.list", "health")),
        ("pins", "maps.near.pins", "teeth", Action(Do.PICK, "maps.near.pins", "teeth")),
        ("pins", "maps.near.pins", "eye/pin", Action(Do.PICK, "maps.near.pins", "eye")),
        ("place", "maps.way.map", "", Action(Do.TAP, "maps.way.map")),
        ("place", "maps.way.share", "", Action(Do.TAP, "maps.way.share")),
        ("camera", "camera.take.shutter", "", Action(Do.TAP, "camera.take.shutter")),
        ("record", "chat.voice.record", "", Action(Do.TAP, "chat.voice.record")),
        ("incoming", "phone.in.answer", "", Action(Do.TAP, "phone.in.answer")),
        ("incoming", "phone.in.refuse", "", Action(Do.TAP, "phone.in.refuse")),
        ("dial", "phone.dial.call", "", Action(Do.TAP, "phone.dial.call")),
        ("dial", "phone.dial.number", "", Action(Do.TAP, "phone.dial.number")),
        ("pages", "health.tips.pages", "", Action(Do.SET, "health.tips.pages", level=2)),
        ("pages", "health.tips.pages", "back", Action(Do.SET, "health.tips.pages", level=0)),
        ("scroll", "health.terms.down", "", Action(Do.SET, "health.terms.down", level=1)),
        ("text_size", "settings.size.level", "more", Action(Do.SET, "settings.size.level", level=7)),
        ("text_size", "settings.size.level", "less", Action(Do.SET, "settings.size.level", level=5)),
        ("text_size", "settings.size.stars", "4", Action(Do.SET, "settings.size.stars", level=4)),
        ("permission", "camera.ask.outside", "", Action(Do.TAP, "camera.ask.outside")),
        ("permission", "camera.ask.yes", "", Action(Do.TAP, "camera.ask.yes")),
        ("store", "store.home.list", "weather", Action(Do.PICK, "store.home.list", "weather")),
    ],
)
def test_a_touch_acts(phone, hand, rect, gallery, screen, element, row, action):
    assert tap(phone, hand, rect, gallery.GALLERY[screen](), element, row) == [action]


@pytest.mark.parametrize(
    ("screen", "element", "row", "action"),
    [
        ("thread", "chat.talk.thread", "b/hold", Action(Do.HOLD, "chat.talk.thread", "b")),
        ("shade", "system.shade.list", "n1/swipe", Action(Do.SWIPE, "system.shade.list", "n1")),
        ("shade", "system.shade.list", "n1/hold", Action(Do.HOLD, "system.shade.list", "n1")),
        (
            "recents",
            "system.recents.list",
            "messages/swipe",
            Action(Do.SWIPE, "system.recents.list", "messages"),
        ),
        ("mail", "messages.inbox.list", "m2/swipe", Action(Do.SWIPE, "messages.inbox.list", "m2")),
        ("mail", "messages.inbox.card", "swipe", Action(Do.SWIPE, "messages.inbox.card")),
        ("apps", "home.chat", "hold", Action(Do.HOLD, "home.chat")),
        ("apps", "home.pages", "", Action(Do.SET, "home.pages", level=1)),
        ("poor", "notice.1", "", Action(Do.TAP, "notice.1")),
    ],
)
def test_a_gesture_has_a_visible_twin(phone, hand, rect, gallery, screen, element, row, action):
    assert tap(phone, hand, rect, gallery.GALLERY[screen](), element, row) == [action]


def test_a_place_beside_the_card_is_a_touch_only_where_the_screen_says_so(phone, hand, gallery):
    finger = hand(shown := phone(gallery.permission()))
    below = QPoint(shown.width() // 2, shown.nav.y() - shown.kit.px(30))
    finger.tap(below)
    assert finger.actions == [Action(Do.TAP, "camera.ask.outside")]
    finger = hand(shown := phone(gallery.address()))
    finger.tap(QPoint(shown.width() // 2, shown.nav.y() - shown.kit.px(20)))
    assert finger.actions == []


def test_unread_messages_are_counted_on_the_icon_and_in_its_name(phone, gallery):
    shown = phone(gallery.apps())
    messages = shown.home.icons["home.messages"]
    assert messages.unread == 12
    assert "12" in messages.accessibleDescription()


def test_a_day_of_rest_is_not_said_to_be_full(phone, samples):
    shown = phone(samples.day())
    said = {each.accessibleName(): each.accessibleDescription() for each in shown.findChildren(TouchButton)}
    gone = [about for name, about in said.items() if "الأحد 7 يونيو" in name]
    assert gone
    assert "مكتمل" not in gone[0]


def test_a_closed_day_says_why(phone, samples):
    from datetime import date

    from elder_tutor.lessons.view import RowView
    from elder_tutor.ui.phone.names import row_about

    kit = phone(samples.day()).kit
    days = ((12, "Closed on this day"), (7, "This day has passed"), (15, "مكتمل"))
    for number, why in days:
        day = date(2026, 6, number)
        assert row_about(RowView("d", samples.said("{day:date}", day=day), open=False, day=day), kit) == why


def test_the_name_of_an_address_stays_whole(phone, gallery):
    kit = phone(gallery.address()).kit
    laid = kit.flow("http://card-update.example", "body", 330)
    lines = [
        laid.layout.text()[laid.line(n).textStart() :][: laid.line(n).textLength()] for n in range(laid.lines)
    ]
    bare = [line.replace("\u2060", "").replace("\u200b", "") for line in lines]
    assert bare == ["http://", "card-update.example"]


def test_stages_say_what_is_done_now_and_later(phone, gallery):
    stages = phone(gallery.timeline()).pane.pieces["health.state.line"].stages
    states = [stage.accessibleName().split(": ")[1].split(" · ")[0] for stage in stages]
    assert states == ["Finished", "Now", "Later", "Later"]


def test_the_learners_own_bubble_stands_at_the_trailing_side(phone, rect, gallery):
    for lang in ("ar", "en"):
        shown = phone(gallery.thread(), lang=lang)
        theirs, own = (rect(shown, "chat.talk.thread", row) for row in ("a", "b"))
        assert (own.left() < theirs.left()) is (lang == "ar")


def test_a_call_is_dark_and_full_and_can_be_answered_without_scrolling(phone, gallery):
    for step in (1, 4):
        shown = phone(gallery.incoming(), step=step)
        assert shown.kit.night
        assert not shown.app_bar.isVisible()
        answer = shown.rect_of(Target("phone.in.answer"))
        assert answer is not None
        assert answer.height() >= shown.pane.pieces["phone.in.answer"].needed(answer.width())


def test_a_preview_keeps_its_place_while_its_text_grows(phone, gallery):
    from dataclasses import replace

    view = gallery.text_size()
    small = replace(view, elements=(replace(view.elements[0], level=0), *view.elements[1:]))
    one, other = phone(view).pane.pieces, phone(small).pane.pieces
    assert one["settings.size.level"].y() == other["settings.size.level"].y()
    assert one["settings.size.preview"].body.px > other["settings.size.preview"].body.px


def test_a_voice_note_is_told_to_be_listening(phone, gallery):
    on = phone(gallery.record()).pane.pieces["chat.voice.record"].button
    off = phone(gallery.idle()).pane.pieces["chat.voice.record"].button
    assert (on.isChecked(), off.isChecked()) == (True, False)
    assert on.accessibleDescription() != off.accessibleDescription()


def test_an_element_that_goes_takes_its_twins_along(phone, gallery):
    from dataclasses import replace

    shown = phone(view := gallery.shade())
    less = replace(view.elements[0], rows=view.elements[0].rows[:1], can_hold=False)
    shown.render_phone(replace(view, elements=(less,)), shown.kit.wording, shown.kit.metrics)
    names = {each.objectName() for each in targets(shown) if "/" in each.objectName()}
    assert names == {"system.shade.list/n1", "system.shade.list/n1/swipe"}
    assert QRect() not in [each.geometry() for each in targets(shown)]


def test_a_call_is_ended_without_searching_for_the_button(phone, hand, rect, gallery):
    from dataclasses import replace

    view = gallery.talking()
    more = tuple(gallery.el(f"phone.on.more{n}", "button", "مُكَبِّرُ الصَّوْتِ") for n in range(6))
    finger = hand(
        shown := phone(replace(view, elements=(*view.elements[:2], *more, view.elements[2])), step=4)
    )
    assert shown.rect_of(Target("scroll.down")) is not None
    finger.tap(rect(shown, "phone.on.end").center())
    finger.tap(rect(shown, "scroll.down").center())
    finger.tap(rect(shown, "phone.on.end").center())
    assert finger.actions == [Action(Do.TAP, "phone.on.end")] * 2
