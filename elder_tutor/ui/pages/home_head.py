"""The head of a learner's own page: picture, greeting, the day, «اسمعوا» and the language."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from elder_tutor.text.wording import Wording
from elder_tutor.ui.pages.home_state import HomeState
from elder_tutor.ui.place import Box, area, put
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words
from elder_tutor.ui.widgets.language_button import LanguageButton
from elder_tutor.ui.widgets.lip_button import LipButton


class HomeHead:
    """Own the uppermost row, and the line below it that tells of something unusual."""

    def __init__(self, name: str, page: QWidget, listen: LipButton) -> None:
        self.listen = listen
        self.title = Words(f"{name}.title", "title", True, parent=page)
        self.day = Words(f"{name}.day", "label", False, "ink2", page)
        self.notice = Words(f"{name}.notice", "label", False, "ink", page)
        self.language = LanguageButton(f"{name}.language", page)
        self.title.spacing = self.day.spacing = self.notice.spacing = 1.25
        self.picture = QRectF()
        """Where the person's picture is painted, window pixels."""

    def write(self, state: HomeState, wording: Wording, m: Metrics) -> None:
        """Write the words and take the sizes."""
        self.title.render_words(wording.shown(state.welcome))
        self.day.render_words(wording.date(state.day))
        self.language.render_language(m)
        for label in (self.title, self.day, self.notice):
            label.apply(m)
        self.language.apply(m)

    def place(self, room: Box, m: Metrics) -> Box:
        """Place the row; answer the room below it."""
        pair = (self.listen, self.language)
        each = [button.natural_width() for button in pair]
        stacked = m.portrait
        wide = max(each) if stacked else sum(each) + m.px(14)
        tall = max(m.mm(16), *(button.needed(of) for button, of in zip(pair, each, strict=True)))
        picture = m.px(66)
        free = room.width - wide - picture - m.px(18 + 24)
        day = self.day.natural_width()
        beside = self.title.natural_width() + day + m.px(18) <= free
        title = self.title.needed(free)
        head, rest = room.cut_top(
            max(m.px(88), 2 * tall + m.px(12 + 10) if stacked else tall + m.px(22), title + m.px(14)),
            m.px(18 if m.step < 3 and not stacked else 12),
        )
        self.picture = area(Box(head.lead, head.middle(m.px(72)).top, picture, m.px(72)), m.width, m.rtl)
        put(self.title, Box(head.lead + picture + m.px(18), head.top, free, head.height), m)
        corner = Box(head.end - wide, head.top, wide, head.height)
        if stacked:
            cells = corner.middle(2 * tall + m.px(12)).rows(2, m.px(12))
        else:
            listen, language = corner.middle(tall).cut_lead(each[0], m.px(14))
            cells = [listen, language]
        for button, cell in zip(pair, cells, strict=True):
            put(button, cell, m)
        self.day.setVisible(beside)
        put(self.day, Box(head.end - wide - m.px(18) - day, head.top, day, head.height), m)
        return rest

    def place_notice(self, room: Box, state: HomeState, wording: Wording, m: Metrics) -> Box:
        """Place what is unusual below the row, where there is something; answer the room below it."""
        self.notice.setVisible(state.notice is not None)
        self.title.setVisible(state.notice is None or m.step < 4)
        if state.notice is None:
            return room
        self.notice.render_words(wording.shown(state.notice))
        if self.title.isHidden():  # the largest type leaves no line of its own: the greeting is heard anyway
            self.notice.setGeometry(self.title.geometry())
            return room
        line, rest = room.cut_top(self.notice.needed(room.width), m.px(12))
        put(self.notice, line, m)
        return rest
