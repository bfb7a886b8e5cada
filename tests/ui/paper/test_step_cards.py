"""Step cards: every touch of a lesson, its picture from the lesson itself, the target circled."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from elder_tutor.app import App
from elder_tutor.errors import KnownError
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.paper import scene as scenes
from elder_tutor.ui.paper.camera import SHARP, Camera
from elder_tutor.ui.paper.marks import OUT
from elder_tutor.ui.paper.moments import Moment, moments
from elder_tutor.ui.paper.sheet import write_pdf
from elder_tutor.ui.paper.step_card import Wish, shares, step_card
from elder_tutor.ui.theme import LIGHT
from tests.ui.conftest import TODAY
from tests.ui.paper.conftest import Written

LESSONS = ("book-appointment", "send-message", "sound-and-text-size")
PRIVATE = "confidential-report"
PLACE = QRectF(0, 0, 682, 230)


def of(app: App, lesson: str, number: int) -> Moment:
    return moments(app, lesson, TODAY)[number - 1]


def painted(app: App, moment: Moment, lang: str = "ar") -> tuple[scenes.Scene, QImage]:
    camera = Camera(app.wording(lang))
    scene = scenes.scene_of(camera.take(moment), PLACE.width() / PLACE.height())
    camera.close()
    image = QImage(PLACE.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scenes.paint_scene(painter, scene, PLACE)
    painter.end()
    return scene, image


def alike(image: QImage, x: float, y: float, colour: str) -> bool:
    there, wanted = image.pixelColor(round(x), round(y)), QColor(colour)
    apart = (there.red() - wanted.red(), there.green() - wanted.green(), there.blue() - wanted.blue())
    return max(map(abs, apart)) < 24


# --- what is on a card ------------------------------------------------------------------


def test_every_touch_that_the_lesson_asks_for_is_a_moment(app: App) -> None:
    steps = [moment.step for moment in moments(app, "book-appointment", TODAY)]
    assert list(dict.fromkeys(steps)) == [step.id for step in app.catalog.lesson("book-appointment").steps]


def test_a_run_of_letters_is_one_picture_with_everything_written(app: App) -> None:
    moment = next(each for each in moments(app, "arabic-keyboard", TODAY) if each.step == "field")
    field = next(each for each in moment.view.elements if each.id == "notes.note.body")
    assert moment.written
    assert field.letters == "سلام"


def test_a_key_that_is_taught_has_its_own_picture(app: App) -> None:
    keys = [each.target.element for each in moments(app, "arabic-keyboard", TODAY)]
    assert {"key.delete", "key.layer.123", "key.layer.ar"} <= set(keys)


def test_a_question_of_the_panel_is_no_touch_of_the_phone(app: App) -> None:
    targets = [each.target.element for each in moments(app, "phishing-sms", TODAY)]
    assert targets
    assert not [target for target in targets if target.startswith("opinion.")]


@pytest.mark.parametrize(
    ("count", "pages"), [(1, [1]), (6, [6]), (7, [4, 3]), (9, [4, 5]), (11, [6, 5]), (13, [4, 4, 5])]
)
def test_cards_are_shared_evenly_among_the_pages(count: int, pages: list[int]) -> None:
    assert shares(count, 6) == pages


@pytest.mark.parametrize("most", [4, 6])
def test_no_page_gets_more_cards_than_it_has_room_for(most: int) -> None:
    shared = [shares(count, most) for count in range(1, 40)]
    assert [sum(parts) for parts in shared] == list(range(1, 40))
    assert max(map(max, shared)) == most


# --- the picture --------------------------------------------------------------------------


def test_the_ring_lies_around_the_button_that_is_touched(app: App, qapp: object) -> None:
    scene, image = painted(app, of(app, "book-appointment", 1))
    ring, scale = scene.ring_on(PLACE), PLACE.height() / scene.crop.height()
    assert ring is not None
    middle, out = ring.center(), OUT * scale
    assert alike(image, ring.left() + 12, middle.y(), LIGHT.lagoon)  # the button's own colour
    for x in (ring.left() - out, ring.right() + out):
        assert alike(image, x, middle.y(), LIGHT.saffron)
    assert alike(image, middle.x() - 60, ring.top() - out, LIGHT.saffron)
    assert not alike(image, ring.left() - 3 * out, middle.y(), LIGHT.lagoon)


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_target_shows_whole_with_its_ring_and_hand(
    app: App, qapp: object, lesson: str, lang: str
) -> None:
    for moment in moments(app, lesson, TODAY):
        scene, _ = painted(app, moment, lang)
        assert scene.target is not None, moment.target
        assert scene.crop.contains(scene.target.adjusted(-10, -10, 10, 10)), moment.target
        assert scene.pose is not None
        assert scene.crop.contains(scene.pose.tip)


def test_the_picture_is_of_the_screen_itself(app: App, qapp: object) -> None:
    camera = Camera(app.wording("ar"))
    photograph = camera.take(of(app, "book-appointment", 1))
    target = photograph.target
    assert target is not None
    x, y = (target.left() + 12) * SHARP, target.center().y() * SHARP
    assert alike(photograph.image, x, y, LIGHT.lagoon)
    camera.close()


def test_an_icon_on_another_page_of_the_home_screen_is_turned_to(app: App, qapp: object) -> None:
    scene, _ = painted(app, of(app, "install-app", 1))
    assert scene.target is not None


def test_a_screen_has_at_least_200_dots_an_inch(app: App, qapp: object) -> None:
    for lesson in LESSONS:
        for cell in (cell for page in step_pages(app, lesson) for cell in page):
            dots = cell.scene.crop.width() * SHARP / (341 / 96)
            assert dots >= 200


def step_pages(app: App, lesson: str) -> tuple[tuple[object, ...], ...]:
    paper = step_card(app, lesson, Wish(day=TODAY))
    return paper.leaves[0].args[0].pages  # type: ignore[attr-defined, no-any-return]


# --- the words ------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(("lang", "size"), [("ar", 1), ("en", 1), ("ar", 4), ("en", 3)])
def test_nothing_is_cut(app: App, written: Written, lesson: str, lang: str, size: int) -> None:
    written.look_at(step_card(app, lesson, Wish(lang, size, day=TODAY)))
    assert written.texts
    assert written.cut == []


def test_a_card_says_number_sentence_and_line_to_remember(app: App, written: Written) -> None:
    written.look_at(step_card(app, "send-message", Wish("en", day=TODAY)))
    assert {str(number) for number in range(1, 9)} <= set(written.texts)
    assert any(text.startswith("Remember:") for text in written.texts)
    assert "Tap “Wisal” to open the chats." in written.texts


def test_advice_without_a_trigger_stands_on_the_card(app: App, written: Written) -> None:
    written.look_at(step_card(app, "arabic-keyboard", Wish("en", day=TODAY)))
    assert any("hamza" in text for text in written.texts)


def test_name_day_and_number_stand_on_the_card_they_are_given_for(app: App, written: Written) -> None:
    written.look_at(step_card(app, "send-message", Wish("en", 1, "0000 0000", "Um Khalid", TODAY)))
    assert "0000 0000" in written.texts
    assert "Um Khalid, 8 June" in written.texts


def test_without_a_learner_there_are_lines_to_write_on(app: App, written: Written) -> None:
    written.look_at(step_card(app, "send-message", Wish("en", day=TODAY)))
    assert {"For help:", "Name:", "Date:"} <= set(written.texts)


def test_a_private_lessons_card_names_neither_lesson_nor_learner(app: App, written: Written) -> None:
    paper = step_card(app, PRIVATE, Wish("en", 1, "", "Um Khalid", TODAY))
    written.look_at(paper)
    title = app.wording("en").shown(phrase(app.catalog.lesson(PRIVATE).title, "core"))
    assert paper.title == "Private lesson"
    assert "Private lesson" in written.texts
    assert not [text for text in written.texts if "Um Khalid" in text or "Name:" in text or title == text]


def test_arabic_digits_are_the_chosen_ones(app: App, written: Written) -> None:
    app.settings = app.settings.with_changes(digits="arab")
    written.look_at(step_card(app, "send-message", Wish(day=TODAY)))
    assert "٨" in written.texts


# --- the file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_file_has_every_page_with_our_type_in_it(app: App, tmp_path: Path, lesson: str) -> None:
    paper = step_card(app, lesson, Wish(day=TODAY))
    write_pdf(paper, tmp_path / "card.pdf")
    pages = pypdf.PdfReader(tmp_path / "card.pdf").pages
    assert len(pages) == len(paper.leaves) == len(shares(len(moments(app, lesson, TODAY)), 6))
    for page in pages:
        box = page.mediabox
        assert (round(box.width), round(box.height)) == (595, 842)  # A4 in points
        fonts = [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
        assert fonts
        assert all("Vazirmatn" in font for font in fonts)


def test_words_of_the_file_are_text(app: App, tmp_path: Path) -> None:
    write_pdf(step_card(app, "send-message", Wish("en", day=TODAY)), tmp_path / "card.pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "card.pdf").pages)
    assert "Wisal" in text
    assert "Remember" in text


def test_an_unknown_lesson_is_told(app: App, qapp: object) -> None:
    with pytest.raises(KnownError):
        step_card(app, "no-such-lesson")


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(app: App, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError):
        write_pdf(step_card(app, "send-message", Wish(day=TODAY)), tmp_path / "file" / "card.pdf")
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", [1, 4])
def test_every_lesson_has_its_card_and_nothing_is_cut(
    app: App, written: Written, tmp_path: Path, lang: str, size: int
) -> None:
    cut: dict[str, list[str]] = {}
    for lesson in app.catalog.lessons:
        paper = step_card(app, lesson.id, Wish(lang, size, day=TODAY))
        written.look_at(paper)
        if written.cut:
            cut[lesson.id] = written.cut[:]
            written.cut.clear()
        write_pdf(paper, tmp_path / "card.pdf")
        assert len(pypdf.PdfReader(tmp_path / "card.pdf").pages) == len(paper.leaves)
    assert cut == {}
