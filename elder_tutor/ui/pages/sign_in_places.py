"""Where everything on the welcome page stands: head, cards, the row below them, the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from elder_tutor.ui.pages.bar import place_bar
from elder_tutor.ui.pages.page import BAND
from elder_tutor.ui.place import Box, area, fitted, put

if TYPE_CHECKING:
    from elder_tutor.ui.pages.sign_in import SignInPage
    from elder_tutor.ui.theme import Metrics
    from elder_tutor.ui.widgets.lip_button import LipButton

    Placed = list[tuple[LipButton, Box]]

ACROSS: Final = 6
"""Cards beside one another; upright three, in two rows."""
SHARES: Final = (1.23, 0.72, 1.0, 0.85)
CROWDED: Final = (0.75, 0.72, 1.1, 0.9)
"""How wide guest, back, others and groups stand beside one another: two of them, or more."""


def place(page: SignInPage) -> QRectF:
    """Place everything; answer where the picture of practice stands when there is no card."""
    m = page.m
    margin = m.px(40 if m.portrait else 32)
    room = Box(margin, m.px(BAND), m.width - 2 * margin, m.height - m.px(BAND) - m.px(24))
    room = _head(page, room)
    room = _one_row(page, room) or _row(page, _bar(page, room))
    room = _count(page, room)
    _cards(page, room)
    tall = min(room.height, m.px(420))
    return area(room.middle(tall).middle_across(min(room.width, tall * 1.7)), m.width, m.rtl)


def _head(page: SignInPage, room: Box) -> Box:
    m = page.m
    pair = (page.listen, page.language)
    each = [button.natural_width() for button in pair]
    wide = sum(each) + m.px(14)
    tall = max(m.mm(16), *(button.needed(of) for button, of in zip(pair, each, strict=True)))
    above = tall + m.px(14) if m.portrait else 0  # beside an upright page's title they would leave it no line
    words_room = room.width - (0 if m.portrait else wide + m.px(24))
    title, sub = page.title.needed(words_room), page.sub.needed(words_room)
    bare = m.folded and page.state.notice is None  # what to do is heard; the pictures need the line
    if bare:
        title, sub = max(title, tall + m.px(8)), 0
    head, rest = room.cut_top(above + title + sub + m.px(12), m.px(12))
    put(page.title, Box(head.lead, head.top + above + m.px(8), words_room, title), m)
    put(page.sub, Box(head.lead, head.top + above + m.px(8) + title, words_room, sub), m)
    # Placed by now: else Qt asks for its size first, in a font that nothing else needs (1.4 ms).
    page.sub.setVisible(not bare)
    top = head.top + m.px(14) if m.portrait else max(head.top + m.px(16), head.middle(tall).top)
    put(page.listen, Box(head.end - wide, top, each[0], tall), m)
    put(page.language, Box(head.end - each[1], top, each[1], tall), m)
    return rest


def _one_row(page: SignInPage, room: Box) -> Box | None:
    """Place every button below the cards in one row on a small screen, so that pictures have room.

    Help, which says the same as «again» there, gives way first. None where they do not fit;
    answers the room above.
    """
    m = page.m
    shown = [button for button in page.row() if not button.isHidden()]
    every = [*shown, page.again, page.help, page.settings, page.trainer]
    for button in every:
        button.above = m.folded
        if button.isHidden():  # Qt asks what is shown before it was placed for its size (0.4 ms)
            button.show()
    if not m.folded:
        return None
    gap = max(m.px(12), m.mm(3))
    for row in (every, [button for button in every if button is not page.help]):
        page.help.setVisible(page.help in row)
        least = [float(max(button.narrowest() + m.px(4), m.mm(16))) for button in row]
        wide = fitted(room.width - gap * (len(row) - 1), [1.0] * len(row), least)
        if wide is not None:
            tall = max(m.mm(20), *(b.needed(round(w)) for b, w in zip(row, wide, strict=True)))
            rest, line = room.cut_bottom(tall, m.px(16))
            for button, box in zip(row, line.shares(wide, gap), strict=True):
                put(button, box, m)
            return rest
    for button in every:
        button.above = False
        button.show()
    return None


def _bar(page: SignInPage, room: Box) -> Box:
    m = page.m
    bar = [page.again, page.help, page.settings]
    if m.portrait:
        return place_bar([*bar, page.trainer], room, m)
    small = max(m.px(64) if m.step < 3 else m.px(72), m.mm(16))
    trainer = max(m.px(150), page.trainer.natural_width())
    gap = m.px(18)
    widths = [button.natural_width() + m.px(28) for button in bar]
    spare = room.width - trainer - 4 * gap - sum(widths)
    if spare < 0:
        return _bar_narrow(page, room, bar, (trainer, small))
    tall = max(m.px(76), *(b.needed(w) for b, w in zip(bar, widths, strict=True)))
    rest, row = room.cut_bottom(tall, m.px(18))
    at = row
    for button, wide in zip(bar, widths, strict=True):
        part, at = at.cut_lead(min(wide + spare / 6, wide + m.px(60)), gap)
        put(button, part, m)
    put(page.trainer, Box(row.end - trainer, row.bottom - small - m.px(4), trainer, small), m)
    return rest


def _bar_narrow(page: SignInPage, room: Box, bar: list[LipButton], trainer: tuple[float, float]) -> Box:
    """Place the bar where its words need more than one line; ``trainer`` is the size of that button."""
    m = page.m
    gap = m.px(14)
    shares = [float(button.narrowest()) for button in bar]
    boxes = Box(0, 0, room.width - trainer[0] - gap, 1).shares(shares, gap)
    tall = max(m.px(76), *(b.needed(round(x.width)) for b, x in zip(bar, boxes, strict=True)))
    rest, row = room.cut_bottom(tall, m.px(16))
    for button, box in zip(bar, boxes, strict=True):
        put(button, Box(row.lead + box.lead, row.top, box.width, tall), m)
    put(page.trainer, Box(row.end - trainer[0], row.bottom - trainer[1], *trainer), m)
    return rest


def _row(page: SignInPage, room: Box) -> Box:
    """Place guest, back, others and groups: in the lines that leave most room to the cards."""
    m = page.m
    there = [not button.isHidden() for button in page.row()]
    shares = CROWDED if sum(there) > 2 else SHARES
    shown = [(b, share) for b, share, on in zip(page.row(), shares, there, strict=True) if on]
    splits = [[shown]]
    if len(shown) > 1:
        splits.append([shown[:1], shown[1:]])
    if len(shown) > 3:
        splits.append([shown[:2], shown[2:]])
    lines = min((_lines(split, room.width, m) for split in splits), key=_height)
    free = m.px(26) if not m.portrait and m.step < 3 else 0
    rest, row = room.cut_bottom(_height(lines) + free, m.px(20 if m.step > 2 else 26))
    for button, box in lines:
        put(button, Box(row.lead + box.lead, row.top + box.top, box.width, box.height), m)
    return rest


def _lines(split: list[list[tuple[LipButton, float]]], width: float, m: Metrics) -> Placed:
    """Answer where buttons stand in these lines; far too high where a word would be cut."""
    gap, top, placed = m.px(18), 0.0, []
    for line in split:
        least = [float(max(button.narrowest() + m.px(4), m.mm(16))) for button, _ in line]
        wide = fitted(width - gap * (len(line) - 1), [share for _, share in line], least)
        boxes = Box(0, top, width, 1).shares(wide or least, gap)
        tall = max(m.px(92), *(b.needed(round(x.width)) for (b, _), x in zip(line, boxes, strict=True)))
        tall += 0 if wide else m.height
        placed += [(b, Box(x.lead, top, x.width, tall)) for (b, _), x in zip(line, boxes, strict=True)]
        top += tall + gap
    return placed


def _height(lines: Placed) -> float:
    return max(box.bottom for _, box in lines)


def _count(page: SignInPage, room: Box) -> Box:
    m = page.m
    if m.folded:  # the pictures need the line more
        page.count.hide()
    if page.count.isHidden():
        return room
    if m.portrait:  # beside the buttons of the head there is room
        spot = Box(room.lead, page.listen.y(), _lead_of(page), page.listen.height())
        put(page.count, spot, m)
        page.count.across = Qt.AlignmentFlag.AlignLeading
        return room
    page.count.across = Qt.AlignmentFlag.AlignHCenter
    rest, line = room.cut_bottom(page.count.needed(room.width), m.px(6))
    put(page.count, line, m)
    return rest


def _lead_of(page: SignInPage) -> float:
    """Answer how wide the row of the head is free, from the leading edge, window pixels."""
    m = page.m
    first = min((page.listen, page.language), key=lambda each: each.x())
    taken = max(page.listen.geometry().right(), page.language.geometry().right()) - first.x()
    return m.width - 2 * m.px(40) - taken - m.px(14)


def _cards(page: SignInPage, room: Box) -> None:
    m = page.m
    cards = page.cards
    if len(cards) == 1 and page.state.pages == 1:  # one alone needs no search: their card is large
        wide = min(room.height / 1.25, m.px(460), room.width)
        put(cards[0], room.middle_across(wide).middle(min(room.height, wide * 1.4)), m)
        return
    columns, rows = (3, 2) if m.portrait else (ACROSS, 1)
    gap = m.px(18)
    cells = room.grid(columns, rows, gap)
    most = cells[0].width * 1.72
    used = min(max(1, -(-len(cards) // rows)), columns) if rows == 1 else columns
    shift = (room.width - used * cells[0].width - (used - 1) * gap) / 2 if rows == 1 else 0.0
    words = max((card.words_needed(round(cells[0].width)) for card in cards), default=0.0)
    for card, cell in zip(cards, cells, strict=False):
        card.words_height = words
        high = min(cell.height, most)
        put(card, Box(cell.lead + shift, cell.top + (cell.height - high) / 2, cell.width, high), m)
