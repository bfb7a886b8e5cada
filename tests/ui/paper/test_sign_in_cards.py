"""Cards to sign in with: true to size, good in grey, their codes read back by a reader that is not ours."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pypdf
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.progress.keys import Keys
from elder_tutor.progress.people import Learner, pictures
from elder_tutor.text.bidi import plain
from elder_tutor.ui.paper.sheet import A4_MM, Paper, picture_of
from elder_tutor.ui.paper.sign_in_cards import (
    CARD_MM,
    CENTRE_NAME,
    NoCards,
    card_places,
    first_name,
    preview_paper,
    sign_in_paper,
    write_sign_in_cards,
)
from elder_tutor.ui.theme import DESIGN_PX_PER_MM
from tests.ui.paper.conftest import Written

DPI = 200


@pytest.fixture
def twelve(app: App) -> tuple[Learner, ...]:
    """Twelve learners: a sheet and two cards."""
    return tuple(app.people.add(f"م{n}", pictures()[n]) for n in range(12))


def seen_on(paper: Paper, number: int = 0) -> list[zxingcpp.Barcode]:
    """Find every code on a page, printed in grey, as a scanner does."""
    image = picture_of(paper, number, DPI).convertToFormat(QImage.Format.Format_Grayscale8)
    seen = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return list(zxingcpp.read_barcodes(seen[:, : image.width()]))


def read(paper: Paper, number: int = 0) -> list[str]:
    return [found.text for found in seen_on(paper, number)]


def test_every_code_is_read_back_as_its_learners_ticket(app: App, twelve, qapp: QApplication) -> None:
    paper = sign_in_paper(app, twelve)
    codes = [*read(paper, 0), *read(paper, 1)]
    assert [Keys(app.store).whose(code) for code in sorted(codes)].count(None) == 0
    assert {Keys(app.store).whose(code) for code in codes} == {one.id for one in twelve}


def test_a_code_tells_nothing_of_the_person(app: App, twelve, qapp: QApplication) -> None:
    codes = read(sign_in_paper(app, twelve))
    assert not [code for code in codes if any(one.id in code or one.name in code for one in twelve)]


def test_a_preview_opens_nothing(app: App, twelve, qapp: QApplication) -> None:
    codes = set(read(preview_paper(app, twelve)))
    assert len(codes) == 1
    assert Keys(app.store).whose(codes.pop()) is None
    assert not any(Keys(app.store).has_ticket(one.id) for one in twelve)


def test_a_renewed_card_has_another_code(app: App, twelve, qapp: QApplication) -> None:
    (old,) = read(sign_in_paper(app, twelve[:1]))
    Keys(app.store).renew(twelve[0].id)
    (new,) = read(sign_in_paper(app, twelve[:1]))
    assert (Keys(app.store).whose(old), Keys(app.store).whose(new)) == (None, twelve[0].id)


def test_a_card_is_as_large_as_a_bank_card_and_ten_lie_on_a_sheet() -> None:
    places = card_places()
    assert len(places) == 10
    sizes = {(round(each.width(), 3), round(each.height(), 3)) for each in places}
    assert sizes == {tuple(round(side * DESIGN_PX_PER_MM, 3) for side in CARD_MM)}
    assert not [1 for one, other in combinations(places, 2) if one.intersects(other)]
    assert min(each.left() for each in places) >= 10 * DESIGN_PX_PER_MM


@pytest.mark.parametrize("lang", ["ar", "en", "fr"])
def test_no_word_is_cut_even_with_the_longest_names(app: App, written: Written, lang: str) -> None:
    app.keep_settings({CENTRE_NAME: "مركز الوكرة للتأهيل والتنمية الاجتماعية"})
    for number, name in enumerate(("عبدالرحمن بن عبدالعزيز", "أم عبدالرحمن", "Abdulrahman", "نورة")):
        app.people.add(name, pictures()[number])
    written.look_at(sign_in_paper(app, app.people.learners(), lang))
    assert written.cut == []


def test_colour_and_mark_stand_on_the_card_in_words(app: App, written: Written) -> None:
    app.people.add("سالم", "dhow", "blue-star")
    written.look_at(sign_in_paper(app, app.people.learners(), "en"))
    assert {"blue", "a star", "سالم"} <= set(written.texts)


def test_the_first_card_lies_at_the_leading_side(app: App, twelve, qapp: QApplication) -> None:
    leads = {}
    for lang in ("ar", "en"):
        (code,) = seen_on(sign_in_paper(app, twelve[:1], lang))
        leads[lang] = code.position.top_left.x > A4_MM[0] / 25.4 * DPI / 2
    assert leads == {"ar": True, "en": False}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("أم خالد السالم", "أم خالد"), ("أُمُّ خَالِدٍ", "أُمُّ خَالِدٍ"), ("أبو راشد", "أبو راشد"), ("نورة", "نورة"),
        ("عبد الله العلي", "عبد الله"), ("سالم بن علي", "سالم"), ("Um Khalid Al Salem", "Um Khalid"),
        ("Mohammed Al Kuwari", "Mohammed"), ("أم", "أم"),
    ],
)  # fmt: skip
def test_only_the_first_part_of_a_name_that_stands_alone_is_printed(name: str, first: str) -> None:
    assert first_name(name) == first


def test_the_file_is_a4_and_bears_no_full_name(app: App, tmp_path: Path, qapp: QApplication) -> None:
    app.people.add("Salem Hamad Alkuwari", "dhow")
    path = tmp_path / "cards.pdf"
    write_sign_in_cards(app, app.people.learners(), path, "en", "s1")
    (page,) = pypdf.PdfReader(path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    words = plain(page.extract_text())
    assert "Alkuwari" not in words
    assert app.people.audit()[-1].who == "s1"


def test_for_nobody_there_are_no_cards(app: App, qapp: QApplication) -> None:
    with pytest.raises(NoCards):
        sign_in_paper(app, ())
