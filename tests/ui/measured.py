"""What the measured tests share: five screens in millimetres, and which of their many forms are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.measures.measuring import SCREENS, ReferenceScreen
from elder_tutor.ui.program import TRAINER_PAGES, Program
from elder_tutor.ui.theme import largest_step
from elder_tutor.ui.trainer.group_chooser import Option
from elder_tutor.ui.trainer.pages import TrainerPages, desk_metrics

LANGS: Final = ("ar", "en")
SIZES: Final = (1, 2, 3, 4)


class Form(NamedTuple):
    """One form of a page: a screen with its millimetres, a language, a size of type, a theme."""

    screen: ReferenceScreen
    lang: str = "ar"
    size: int = 1
    theme: str = "light"

    @property
    def name(self) -> str:
        """Answer what a fault is told with."""
        return f"{self.screen.name}, {self.lang}, size {self.size}, {self.theme}"


EVERY: Final = tuple(Form(*one) for one in product(SCREENS, LANGS, SIZES))
"""All of DESIGN 7: five screens, two languages, four sizes."""
SMALL_SCREENS: Final = (
    ReferenceScreen(1920, 1080, 309, 174), ReferenceScreen(1920, 1080, 294, 165),
    ReferenceScreen(1366, 768, 276, 155),
)  # fmt: skip
"""14, 13.3 and 12.5 inches: everything keeps its millimetres there, and pages fold (DESIGN 7)."""
SMALL: Final = tuple(
    Form(screen, lang, size)
    for screen, lang, size in product(SMALL_SCREENS, LANGS, SIZES)
    if size <= largest_step(screen.width, screen.height, screen.px_per_mm)
)
"""Their forms; a smaller one has no fourth size, and one of 12.5 inches no third."""
COVER: Final = (
    Form(SCREENS[0], "ar", 1), Form(SCREENS[1], "en", 4), Form(SCREENS[4], "ar", 2, "dark"),
    Form(SCREENS[2], "ar", 3), Form(SCREENS[3], "en", 2), Form(SCREENS[0], "en", 3, "dark"),
    Form(SCREENS[4], "ar", 4), Form(SCREENS[1], "ar", 2), Form(SCREENS[3], "ar", 4, "dark"),
)  # fmt: skip
"""Each screen, size and language in light, and every third form in dark."""
FEW: Final = (Form(SCREENS[0], "ar", 1), Form(SCREENS[4], "en", 4, "dark"))
"""The two forms that are furthest apart, for what is measured control by control."""


def quarter_of(state: str, states: Iterable[str]) -> tuple[Form, ...]:
    """Answer ten of the forty forms: each screen in both languages, the sizes in turn.

    Four states that follow one another have all forty among them; ``--long`` takes every form of each.
    """
    at = list(states).index(state)
    return tuple(
        form for form in EVERY
        if (SCREENS.index(form.screen) + LANGS.index(form.lang) + form.size + at) % len(SIZES) == 0
    )  # fmt: skip


def two_small_of(state: str, states: Iterable[str]) -> tuple[Form, ...]:
    """Answer two forms of small screens for a state; those of nine neighbours are all there are."""
    at = 2 * list(states).index(state) % len(SMALL)
    return SMALL[at : at + 2]


def third_of(state: str, states: Iterable[str]) -> tuple[Form, ...]:
    """Answer three of the forms of COVER for a state, one of them dark; the next state has the next three."""
    at = 3 * (list(states).index(state) % 3)
    return COVER[at : at + 3]


def one_of(state: str, states: Iterable[str]) -> tuple[Form, ...]:
    """Answer one of the two for a state, so that both have half of the states; the rest by ``--long``."""
    return (FEW[list(states).index(state) % 2],)


ALL_THEMES: Final = (*EVERY, *(form._replace(theme="dark") for form in EVERY))


def take(program: Program, form: Form) -> Program:
    """Give a page another form; its millimetres are those of the screen, whatever the platform says."""
    window, screen = program.window, form.screen
    window.px_per_mm = screen.px_per_mm
    window.resize(screen.width, screen.height)
    window.use(window.settings.with_changes(language=form.lang, size=form.size, theme=form.theme))
    program.journey.classroom.redraw()
    program.settle()
    assert window.metrics.px_per_mm == screen.px_per_mm
    assert (window.width(), window.height()) == (screen.width, screen.height)
    return program


def awake(program: Program) -> Program:
    """Let the window be the active one: only then does Qt tell of the focus."""
    window = program.window
    window.hide()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.show()
    window.activateWindow()
    QCoreApplication.processEvents()
    assert QApplication.activeWindow() is window
    return program


# --- the trainer's pages ------------------------------------------------------------------

Show = Callable[[Program], object]
WORDS: Final = phrase("The clock of this machine stands at the wrong year: {year}.", year=1970)


def pages_of(program: Program) -> TrainerPages:
    """Answer the trainer's pages of a window."""
    found = program.window.findChild(TrainerPages, "trainer")
    assert isinstance(found, TrainerPages)
    return found


def _dialog(program: Program) -> None:
    program.show_page("trainer-group")
    pages_of(program).dialog.ask(phrase("This machine"), WORDS, "2026-06-08", no=phrase("Leave"))


def _chooser(program: Program) -> None:
    program.show_page("trainer-group")
    options = [Option(f"{at}", name) for at, name in enumerate(("نورة", "سالم", "موزة", "Machine 5"))]
    pages_of(program).rooms.chooser.ask(phrase("This machine"), options, ("1",), lambda keys: None)


def _editor(program: Program) -> None:
    program.show_page("trainer-people")
    pages_of(program).edit()


TRAINER_STATES: Final[dict[str, Show]] = {
    **{page: (lambda program, name=page: program.show_page(name)) for page in TRAINER_PAGES},
    "trainer dialog": _dialog,
    "trainer chooser": _chooser,
    "trainer editor": _editor,
}


def in_forms(
    app: App, state: str, forms: tuple[Form, ...], active: bool = False
) -> Iterator[tuple[Form, Program]]:
    """Yield a page of the trainer in its forms, which have one size of type: opened once a language."""
    once = dict.fromkeys(form._replace(size=1) for form in forms)
    for lang in LANGS:
        wanted = [form for form in once if form.lang == lang]
        if not wanted:
            continue
        shown = Program(app)
        if active:
            awake(shown)
        for form in wanted:
            take(shown, form)
            if form is wanted[0]:
                TRAINER_STATES[state](shown)
            redress(pages_of(shown), shown)
            yield form, shown
        shown.close()


def redress(pages: TrainerPages, program: Program) -> None:
    """Give the trainer's pages that are open the window's size, millimetres and theme."""
    pages.metrics = desk_metrics(program.window.metrics)
    pages.setGeometry(program.window.rect())
    pages._dress()
