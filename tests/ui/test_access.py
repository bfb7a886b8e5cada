"""Every page to who hears it or goes by keys: names, roles, states, order, and a focus never lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from elder_tutor.app import build
from elder_tutor.text.bidi import plain
from elder_tutor.ui.access import tabbing
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.program import PAGES, Program
from elder_tutor.ui.things import lines_of
from elder_tutor.ui.widgets.tolerance import TolerantButton
from tests.ui.conftest import NAMES, PICTURES

Role = QAccessible.Role
ROLES = frozenset(
    {
        Role.Button, Role.RadioButton, Role.CheckBox, Role.Switch, Role.PageTab, Role.EditableText,
        Role.Slider, Role.Table, Role.List, Role.ListItem, Role.ComboBox, Role.SpinBox, Role.Link,
        Role.Grouping, Role.Dialog, Role.Tree,
    }
)  # fmt: skip
"""What a control may be to a screen reader; a bare area (filler) is none of them."""
OWN = (*NAMES, "English", "العربية", "Français", "Wi-Fi")
"""Names of people, languages under their own names, a brand: right in any language."""
FOREIGN = {"ar": re.compile(r"[A-Za-z]{2,}"), "en": re.compile("[\u0621-\u064a]{2,}")}
NO_NAME = re.compile(r"^[\w-]+(\.[\w-]+)+$|/|^[^\w]+$")
"""An object's own name, a file, or signs alone."""

pytestmark = pytest.mark.xdist_group("every page met")  # walking them all once a language takes its time


@dataclass(slots=True)
class Met:
    """What was found wrong on the pages of a language, by the rule that is broken."""

    unnamed: list[tuple[object, ...]] = field(default_factory=list)
    astray: list[tuple[object, ...]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    silent: list[tuple[str, str]] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    called: list[tuple[str, str, str]] = field(default_factory=list)
    controls: int = 0


@pytest.fixture(scope="module", params=["ar", "en"])
def met(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    pack_cache: Path,
) -> Iterator[Met]:
    """Every page of the program in a language, walked once as somebody with a keyboard meets it."""
    clock = datetime(2026, 6, 8, 10, 15, tzinfo=UTC)
    app = build(
        tmp_path_factory.mktemp("store"),
        clock=lambda: clock,
        seed=lambda: 1,
        today=clock.date(),
        cache_dir=pack_cache,
    )
    for name, picture in zip(NAMES, PICTURES, strict=True):
        app.people.consent(app.people.add(name, picture).id, True)
    made, found = Program(app, lang=request.param), Met()
    for page in PAGES:
        made.window.close_sheet()
        made.window.close_trainer()
        made.window.by_keys = True
        made.show_page(page)
        look(page, made, request.param, found)
    yield found
    made.close()
    app.close()


def look(page: str, made: Program, lang: str, met: Met) -> None:
    """Note what is wrong on a page."""
    made.window.refocus()
    held = made.window.focusWidget()
    if held is None or held is made.window or not held.isVisibleTo(made.window):
        met.lost.append(page)
    if not any(
        role_of(each) is Role.Heading and each.isVisible() for each in made.window.findChildren(QLabel)
    ):
        met.untitled.append(page)
    order = controls(made)
    met.controls += len(order)
    for each in order:
        if not is_named(each, lang) or role_of(each) not in ROLES:
            met.unnamed.append((page, each.objectName(), name_of(each), role_of(each).name))
        if not is_called_as_it_is_labelled(each):
            met.called.append((page, each.objectName(), name_of(each)))
        if isinstance(each, TolerantButton) and not each.available and not says_why(each, made):
            met.silent.append((page, each.objectName()))
    met.astray += [(page, *pair) for pair in against_reading(order, made)]
    if order:
        order[-1].setFocus(Qt.FocusReason.TabFocusReason)
    if [went(made, True) for _ in order] != order:
        met.astray.append((page, "forward"))
    if [went(made, False) for _ in order] != [*reversed(order[:-1]), *order[-1:]]:
        met.astray.append((page, "back"))


def is_named(widget: QWidget, lang: str) -> bool:
    """Tell whether a control has a name in the language of the page that is no object's or file's."""
    name = bare = name_of(widget)
    for own in OWN:
        bare = bare.replace(own, "")
    return bool(name.strip()) and not NO_NAME.search(name) and not FOREIGN[lang].search(bare)


def is_called_as_it_is_labelled(widget: QWidget) -> bool:
    """Tell whether the words that stand on a button are in its name; what was written in a field is none."""
    if not isinstance(widget, QAbstractButton) or getattr(widget, "writes", False):
        return True
    label, name = (" ".join(plain(words).casefold().split()) for words in (widget.text(), name_of(widget)))
    return label in name


def says_why(button: TolerantButton, made: Program) -> bool:
    """Tell whether what is not possible yet says so, to the reader as a state and to the ear in words."""
    told = QAccessible.queryAccessibleInterface(button).state().disabled
    return bool(told) and len(lines_of(button, made.window.wording)) > 1


def controls(made: Program) -> list[QWidget]:
    """What Tab goes through, in its order."""
    layer = tabbing.top_layer(made.window)
    return tabbing.reading_order(layer) if layer is not None else []


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_control_has_a_name_in_the_language_of_the_page_and_a_role(met: Met) -> None:
    assert met.controls > 10 * len(PAGES)
    assert met.unnamed == []


def test_the_words_on_a_control_are_in_its_name(met: Met) -> None:
    assert met.called == []


def test_tab_goes_round_in_the_order_of_reading_and_never_below_what_stands_on_top(met: Met) -> None:
    assert met.astray == []


def test_the_focus_shows_on_every_page_that_a_key_leads_to(met: Met) -> None:
    assert met.lost == []


def test_every_page_has_a_heading(met: Met) -> None:
    assert met.untitled == []


def test_what_is_not_possible_yet_says_so_and_why(met: Met) -> None:
    assert met.silent == []


def went(made: Program, forward: bool) -> QWidget | None:
    """Press Tab where the focus is, and answer where it is then."""
    (made.window.focusWidget() or made.window).focusNextPrevChild(forward)
    return made.window.focusWidget()


def against_reading(order: list[QWidget], made: Program) -> Iterator[tuple[str, str]]:
    """Tell pairs in which the later stands above the earlier, or before it in the same line."""
    rtl = made.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for early, late in combinations(order, 2):
        a, b = (place(each, made) for each in (early, late))
        pad = getattr(early, "of_a_pad", False) and getattr(late, "of_a_pad", False)
        if block(early) is not block(late) or a.isEmpty() or b.isEmpty():
            continue
        above = b.bottom() <= a.top() and b.left() < a.right() and a.left() < b.right()
        beside = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
        before = b.left() >= a.right() if rtl and not pad else b.right() <= a.left()
        if above or (beside and before):
            yield early.objectName(), late.objectName()


def place(widget: QWidget, made: Program) -> QRect:
    """Answer where a control shows: what is scrolled away, or cut at the edge of a list, does not count."""
    shown = widget.visibleRegion().boundingRect()
    return shown.translated(widget.mapTo(made.window, QPoint(0, 0)))


def block(widget: QWidget) -> QWidget:
    """Answer the part that is read as one: within the phone its bar, its screen, its keys; else the page."""
    above, below = widget.parentWidget(), widget
    while above is not None and not isinstance(above, PhoneWidget):
        above, below = above.parentWidget(), above
    return below


def test_a_press_from_a_screen_reader_does_what_a_finger_does(
    program: Callable[..., Program], people: tuple[str, ...], qtbot: object
) -> None:
    made = program()
    made.show_lesson("book-appointment", "follow", 2)
    step = made.journey.classroom.turn.guidance.step  # type: ignore[union-attr]
    answer = made.window.findChild(QWidget, "health.who.me")
    told = QAccessible.queryAccessibleInterface(answer)
    assert (told.role(), told.state().checked) == (Role.RadioButton, False)
    told.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: made.journey.classroom.turn.guidance.step > step)  # type: ignore[attr-defined]


def test_a_field_is_an_entry_whose_letters_are_told(
    program: Callable[..., Program], people: tuple[str, ...]
) -> None:
    made = program()
    made.show_page("keyboard")
    fields = [each for each in controls(made) if getattr(each, "writes", False)]
    told = [QAccessible.queryAccessibleInterface(each) for each in fields]
    assert [each.role() for each in told] == [Role.EditableText]
    assert told[0].state().editable
    assert fields[0].text() in told[0].text(QAccessible.Text.Description)
