"""Words stand in even lines at the leading edge, in both directions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from elder_tutor.ui.textflow import Flow, digits_only, flow, natural, widest_word
from elder_tutor.ui.theme import Metrics
from elder_tutor.ui.widgets.label import Words

LONG = "الأيام المتاحة محاطة بإطار واختاروا يوما يناسبكم من هذه الأيام"
FONT = Metrics(1366, 768, 1.0, 1, "ar").font("body")
LEADING, TRAILING = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing


@pytest.mark.usefixtures("qapp")
def test_every_right_to_left_line_ends_exactly_at_the_right_margin() -> None:
    laid = flow(LONG, FONT, 300, True)
    area = QRectF(50, 0, 300, 400)
    ends = [laid.left(area, n, LEADING) + laid.spans[n][1] for n in range(laid.lines)]
    assert laid.lines > 2
    assert ends == [area.right()] * laid.lines


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["\u206615\u2069 دقيقة", "أقل من 5", "أقل من 123"])
def test_a_line_with_a_number_at_an_end_keeps_all_its_ink(text: str) -> None:
    laid = natural(text, FONT, True)
    begin, end = laid.spans[0]
    assert end - begin == pytest.approx(laid.layout.lineAt(0).naturalTextWidth(), abs=1)


@pytest.mark.usefixtures("qapp")
def test_a_text_given_its_own_width_stays_on_one_line() -> None:
    text = "الخطوة \u20665\u2069 من \u206612\u2069"
    assert flow(text, FONT, natural(text, FONT, True).widest + 1, True).lines == 1


@pytest.mark.usefixtures("qapp")
def test_a_word_is_never_broken() -> None:
    laid = flow("واستعلاماتهم", FONT, 40, True)
    assert laid.lines == 1
    assert laid.widest == pytest.approx(widest_word("واستعلاماتهم", FONT), abs=1)


@pytest.mark.parametrize(
    ("text", "expected"), [("14", True), ("\u206614\u2069", True), ("٣", True), ("14 ب", False), ("", False)]
)
def test_digits_alone_are_known(text: str, expected: bool) -> None:
    assert digits_only(text) is expected


def ink(laid: Flow, number: int, width: int) -> tuple[int, int]:
    """Paint one centred line and answer its first and last dark column."""
    image = QImage(width, 80, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    left = laid.left(QRectF(image.rect()), number, Qt.AlignmentFlag.AlignHCenter)
    laid.draw_line(painter, number, left, -number * laid.pitch)
    painter.end()
    dark = [x for x in range(width) if any(image.pixelColor(x, y).lightness() < 128 for y in range(80))]
    return dark[0], dark[-1]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [150, 500])
@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("name", ["Fatma المنصوري", "Salim 😀 سالم", "فاطمة Mansouri", "أم Khalid"])
def test_a_name_of_two_scripts_stands_in_the_middle(name: str, rtl: bool, width: int) -> None:
    laid = flow(name, FONT, width, rtl)
    for number in range(laid.lines):
        first, last = ink(laid, number, width)
        assert (first + last) / 2 == pytest.approx(width / 2, abs=4)


def test_the_application_has_its_font(qapp: QApplication) -> None:
    assert FONT.family() == "Vazirmatn"
    assert natural("ابج", FONT, True).layout.font().exactMatch()


def dark_rows(label: Words, height: int) -> int:
    """Answer how many rows of pixels have ink in a label of this height."""
    label.resize(label.natural_width(), height)
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0)
    return sum(
        any(image.pixelColor(x, y) != ground for x in range(image.width())) for y in range(image.height())
    )


@pytest.mark.parametrize("words", ["عادي", "الألوان", "لأي", "إلى", "مرةً", "يُقَالُ", "15"])
@pytest.mark.parametrize("spacing", [1.1, 1.25, 1.5])
def test_a_label_of_the_height_it_asks_for_cuts_no_mark(
    qapp: QApplication, words: str, spacing: float
) -> None:
    label = Words("words", bold=True)
    label.spacing = spacing
    label.render_words(words)
    label.apply(Metrics(1366, 768, 1.0, 1, "ar"))
    assert dark_rows(label, label.needed(400)) >= dark_rows(label, 200)
    assert not label.clipped()


def test_a_label_that_cuts_a_mark_says_so(qapp: QApplication) -> None:
    label = Words("words")
    label.render_words("لأي")
    label.apply(Metrics(1366, 768, 1.0, 1, "ar"))
    label.resize(label.natural_width(), label.text_font().pixelSize())
    assert label.clipped()
