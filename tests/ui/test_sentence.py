"""What is said stands on the page two sentences at a time, and the box is on the word being said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.text.wording import Wording
from elder_tutor.ui import theme
from elder_tutor.ui.widgets.sentence import Sentence

Words = Callable[[str], Wording]
SHORT = "اِضْغَطُوا هُنَا."
LONG = "اِخْتَارُوا مِنَ الْأَيَّامِ الْمُتَاحَةِ الْمُحَاطَةِ بِإِطَارٍ يَوْمًا يُنَاسِبُكُمْ وَيُنَاسِبُ أَهْلَكُمْ جَمِيعًا."


@pytest.fixture
def card(qapp: QApplication) -> Iterator[Sentence]:
    """A place of 700 by 300 px."""
    made = Sentence("card")
    made.resize(700, 300)
    made.apply(theme.metrics(1366, 768, 1, "ar"))
    yield made
    made.deleteLater()


def shown(card: Sentence) -> tuple[int, int]:
    """Answer first and number of the sentences that stand now."""
    group = card._groups[card._group]
    return group.first, len(group.words)


def test_two_sentences_stand_at_a_time_in_step_with_the_voice(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(SHORT)] * 4)
    assert shown(card) == (0, 2)
    card.show_word(2, 0)
    assert shown(card) == (2, 2)


def test_of_three_sentences_the_last_two_stay_together(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(SHORT)] * 3)
    card.show_word(2, 1)
    card.show_rest()
    assert shown(card) == (1, 2)


def test_a_long_text_stands_sentence_by_sentence(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(LONG)] * 2)
    assert shown(card) == (0, 1)


def test_the_accessible_name_is_all_that_is_said(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(SHORT), words("ar").text(LONG)])
    assert card.accessibleName() == f"{words('ar').text(SHORT).shown} {words('ar').text(LONG).shown}"


def test_text_never_gets_smaller_than_body(card: Sentence, words: Words) -> None:
    card.resize(420, 60)
    card.render_sentences([words("ar").text(LONG)])
    assert card._groups[0].flow.layout.font().pixelSize() == card.metrics.size("body")  # type: ignore[union-attr]


def test_lines_that_do_not_fit_turn_over_with_the_voice(card: Sentence, words: Words) -> None:
    card.resize(420, 60)
    card.render_sentences([words("ar").text(LONG)])
    group = card._groups[0]
    assert card._lines_in_view(group)[0] == 0
    card.show_word(0, len(group.words[0]) - 1)
    assert card._lines_in_view(group)[0] == group.flow.lines - 1


def test_every_word_has_its_own_box_and_boxes_do_not_overlap(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(SHORT)])
    first, second = card.word_rects()
    assert first.left() > second.left()
    assert second.right() < first.center().x()


def test_bars_fill_with_the_words(card: Sentence, words: Words) -> None:
    card.render_sentences([words("ar").text(SHORT)] * 2)
    parts = []
    for sentence in (0, 1):
        for word in (0, 1):
            card.show_word(sentence, word)
            parts.append(card.advance())
    assert parts == [0.25, 0.5, 0.75, 1.0]
