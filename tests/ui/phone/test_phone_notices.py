"""A notice over a screen, and a target brought into view before the phone shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF

from elder_tutor.lessons.view import NoticeView, StatusView, Target
from elder_tutor.ui import theme
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.frame import PhoneWidget


@pytest.fixture
def unseen(kept, samples):
    """Answer a maker of phones that have not been shown yet, in the largest type."""

    def make(view):
        made = PhoneWidget()
        kept.append(made)
        metrics = theme.metrics(1366, 768, 4, "ar")
        made.resize(shell.width(metrics), metrics.px(shell.HEIGHT))
        made.render_phone(view, samples.wording("ar"), metrics)
        return made

    return make


@pytest.fixture
def long_notice(samples):
    """Answer a screen with a notice of many words."""
    text = samples.said("مُعَرِّفِي: رَمْزُ التَّحَقُّقِ لِلدُّخُولِ إِلَى خِدْمَاتِكُمْ.")
    note = NoticeView("1", "messages", "messages", samples.said("الرَّسَائِلُ"), text)
    return replace(samples.code(), notices=(note,))


def test_the_first_row_of_a_long_list_stays_whole_when_it_is_brought_before_the_phone_shows(unseen, samples):
    shown = unseen(samples.inbox())
    shown.ensure_visible(Target("messages.inbox.list", "m0"))
    assert shown.pane.offset == 0


def test_a_target_below_a_notice_is_brought_whole_before_the_phone_shows(unseen, long_notice):
    shown = unseen(long_notice)
    shown.ensure_visible(Target("health.code.code"))
    pane = shown.pane
    full = pane.pieces["health.code.code"].geometry().translated(0, -pane.offset)
    assert QRect(0, 0, pane.width(), pane.height()).contains(full)


def test_of_a_target_taller_than_the_room_the_beginning_shows(phone, samples):
    shown = phone(samples.inbox(), step=4)
    shown.resize(shown.width(), shown.height() * 2 // 3)
    shown.pane.offset = 0
    shown.ensure_visible(Target("messages.inbox.list"))
    assert shown.pane.pieces["messages.inbox.list"].height() > shown.pane.port.height()
    assert shown.pane.offset <= shown.pane.pieces["messages.inbox.list"].y()


def test_what_a_notice_says_runs_below_its_drawing_where_that_makes_it_lower(phone, long_notice):
    body = phone(long_notice, step=4).notice.body
    head, said = body._lines(QRectF(body.rect()), body.kit)
    assert said.width() > head.width()
    assert QRectF(body.rect()).contains(said)


def test_a_short_notice_stands_beside_its_drawing(phone, samples):
    note = NoticeView("1", "messages", "messages", samples.said("الرَّسَائِلُ"), samples.said("نَعَمْ."))
    body = phone(replace(samples.code(), notices=(note,))).notice.body
    head, said = body._lines(QRectF(body.rect()), body.kit)
    assert said.width() == head.width()


@pytest.mark.parametrize(("network", "drawn"), [(True, False), (False, True)])
def test_in_a_narrow_phone_the_badge_covers_no_sign_of_the_network(phone, samples, network, drawn):
    shown = phone(replace(samples.review(), status=StatusView(network=network)), step=4)
    shown.resize(shown.width() * 4 // 5, shown.height())
    names = [name for name, _ in shown.status.drawn()]
    assert ("line/signal" in names) is drawn
