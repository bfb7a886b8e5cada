"""The program without a person: any page brought up as somebody would meet it, for pictures and demos."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.lessons.learners.learner import Perfect, Wish
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.teaching.stages import Stage, stage_named
from elder_tutor.lessons.view import Action, Do
from elder_tutor.ui.application import Composition, qt_application
from elder_tutor.ui.door.sample import DOOR_PAGES
from elder_tutor.ui.door.sample import show as show_door
from elder_tutor.ui.family.sample import HOME_PAGES
from elder_tutor.ui.family.sample import show as show_home
from elder_tutor.ui.fit.sample import FIT_PAGES
from elder_tutor.ui.fit.sample import show as show_fit

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.session import Turn
    from elder_tutor.ui.kiosk.kiosk import Kiosk

LESSON_PAGE: Final = "trainer-lesson"
PICTURE_DAY: Final = date(2026, 6, 8)
"""The day on the phone in pictures and tests (DESIGN 5)."""
TRAINER_PAGES: Final = (
    "trainer-pin", "trainer-board", "trainer-group", "trainer-learner", "trainer-lesson", "trainer-people",
    "trainer-machine", "trainer-machine-voices", "trainer-machine-choices", "trainer-needs",
    "trainer-quality", "trainer-groups", "trainer-import", "trainer-staff", "trainer-log",
    "trainer-card", "trainer-symbols", "trainer-photo", "trainer-sign-in-cards",
)  # fmt: skip
PAGES: Final = (
    *DOOR_PAGES, "home",
    "courses", "course", "lesson", "find", "hint", "check", "keyboard", "phone-home", "praise", "not-yet",
    "drill", "free", "danger", "calm", "settings", "settings-sheet", *FIT_PAGES,
    "idle", "attract", *TRAINER_PAGES, *HOME_PAGES,
)  # fmt: skip
FIRST_DRILL: Final = "fraud-drill"
MOST_TURNS: Final = 400
LEFT_IN_PICTURE: Final = 42
"""Seconds left of the count in a picture."""
BETWEEN_HINTS: Final = timedelta(seconds=3)
"""Longer than a rung must stand (DESIGN 5)."""
SPEAKING: Final = 0.45
"""A picture is taken while the last sentence is being said."""


class UnknownPage(KnownError):
    """Tell that there is no page of this name."""

    def __init__(self, page: str) -> None:
        facts = {"page": page, "pages": ", ".join(PAGES)}
        super().__init__("There is no page “{page}”. There is: {pages}.", facts)


class NoSuchStep(KnownError):
    """Tell that the lesson has no such step."""

    def __init__(self, step: int, steps: int) -> None:
        super().__init__("The lesson has no step {step}; it has {steps}.", {"step": step, "steps": steps})


class Program:
    """One window of a given size, driven from outside. Time stands still: nothing speaks.

    ``size`` is the window in pixels, ``step`` the size of type 1 to 4. ``clock`` is the
    domain's own; a picture's date is ``app.today``.
    """

    def __init__(
        self, app: App, size: tuple[int, int] = (1366, 768), lang: str = "ar", step: int = 1,
        clock: Callable[[], datetime] | None = None, theme: str = "light",
    ) -> None:  # fmt: skip
        qt_application()
        self.app = app
        self._passed = timedelta()
        told = clock or app.clock
        app.clock = lambda: told() + self._passed
        self.whole = Composition(app, clock_ms=lambda: 0)
        self.window = self.whole.window
        self.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.window.resize(QSize(*size))
        self.window.show()
        self.window.use(app.settings.with_changes(language=lang, size=step, theme=theme))
        self.journey = self.whole.journey
        self.journey.wearing.pin(self.window.settings)
        self.whole.voice.do_without()
        self.person = Perfect()
        self._lesson = ""
        self._kiosk: Kiosk | None = None

    # --- pages ---------------------------------------------------------------------

    def show_page(
        self, name: str, *, lesson: str = "book-appointment", stage: str = "follow", step: int = 1,
        learner: str | None = None,
    ) -> None:  # fmt: skip
        """Bring a page to the front. Raises UnknownPage, NoSuchStep, or KnownError for a lesson or stage.

        ``learner`` is an id; without one the first learner's page is shown, or a guest's.
        Lessons are practised by a guest, so that nothing is recorded.
        """
        shows: dict[str, Callable[[], object]] = {
            "home": lambda: self._show_home(learner),
            "courses": lambda: self._show_courses(learner),
            "course": lambda: self._show_course(learner, lesson),
            "lesson": lambda: self.show_lesson(lesson, stage, step),
            "find": lambda: self.show_lesson(lesson, Stage.FIND.value, step),
            "hint": lambda: self.show_hint(lesson, step),
            "check": lambda: self.show_lesson(lesson, Stage.CHECK.value, step),
            "keyboard": lambda: self.show_keyboard(lesson, stage),
            "phone-home": lambda: self._show_phone_home(lesson, stage, step),
            "praise": lambda: self.show_praise(lesson, stage),
            "not-yet": lambda: self.show_not_yet(lesson),
            "drill": self.show_drill,
            "free": self.show_free,
            "danger": self.show_danger,
            "calm": self.journey.broken,
            "settings": self._show_settings,
            "settings-sheet": lambda: self._show_sheet(lesson, stage, step),
            "idle": lambda: self.show_idle(lesson, stage, step),
            "attract": lambda: self.show_attract(lesson, step),
        }
        if self._kiosk is not None:
            self._kiosk.uncover()
        self.window.close_sheet()
        if name in HOME_PAGES:
            show_home(self, name)
        elif name in DOOR_PAGES:
            show_door(self, name, learner)
        elif name in FIT_PAGES:
            show_fit(self, name)
        elif name in TRAINER_PAGES:
            self._show_trainer(name, lesson)
        elif name in shows:
            shows[name]()
        else:
            raise UnknownPage(name)

    def first_learner(self, learner: str | None) -> str | None:
        """Answer the id that was given, or that of the first learner, if anybody was added."""
        people = self.app.people.learners()
        return learner or (people[0].id if people else None)

    def show_lesson(self, lesson: str, stage: str, step: int = 1) -> Turn:
        """Practise as a guest until a step is reached, and answer its turn."""
        self._come_to(lesson, stage)
        for _ in range(MOST_TURNS):
            turn = self._turn()
            if turn.guidance.step >= step or (step <= 1 and not turn.guidance.finished):
                return turn
            if turn.guidance.finished:
                break
            self.go_on()
        steps = len(self.app.catalog.lesson(lesson).steps)
        raise NoSuchStep(step, steps)

    def show_praise(self, lesson: str, stage: str) -> Turn:
        """Practise as a guest to the end of a stage."""
        self._come_to(lesson, stage)
        for _ in range(MOST_TURNS):
            if self._turn().guidance.finished:
                return self._turn()
            self.go_on()
        raise KnownError("The lesson was not finished.")

    def show_hint(self, lesson: str, step: int, rung: int = 2) -> Turn:
        """Do a lesson alone until a step is reached, then ask for help until a rung."""
        turn = self.show_lesson(lesson, Stage.ALONE.value, step)
        for _ in range(rung + 1):
            if turn.guidance.rung >= rung:
                break
            turn = self.help()
        return turn

    def help(self) -> Turn:
        """Ask for help, as long after the last hint as it takes to read one."""
        self._passed += BETWEEN_HINTS
        self.whole.bridge.hint()
        return self._turn()

    def show_keyboard(self, lesson: str, stage: str) -> Turn:
        """Practise as a guest until the keyboard is open and something is written."""
        self._come_to(lesson, stage)
        for _ in range(MOST_TURNS):
            turn = self._turn()
            field = turn.view.keyboard.field if turn.view.keyboard is not None else ""
            if any(each.id == field and each.letters for each in turn.view.elements):
                return turn
            if turn.guidance.finished:
                break
            self.go_on()
        raise KnownError("Nothing is written in this lesson.")

    def show_not_yet(self, lesson: str) -> Turn:
        """Say in a check that it is finished before anything was done."""
        self._open(lesson, Stage.CHECK.value)
        self.whole.bridge.done()
        return self._turn()

    def show_drill(self, drill: str = FIRST_DRILL) -> Turn:
        """Begin a drill as a guest."""
        self.journey.begin(None)
        self.journey.classroom.open_drill(drill)
        return self._turn()

    def show_free(self) -> Turn:
        """Try as one likes, as a guest."""
        self.journey.begin(None)
        self.journey.classroom.open_free()
        return self._turn()

    def show_danger(self) -> Turn:
        """Come upon a screen of real danger when trying as one likes."""
        turn = self.show_free()
        wanted = next((app.id for app in self.app.catalog.apps.values() if app.screens[app.first].danger), "")
        for _ in range(turn.view.pages):
            if any(each.id == f"home.{wanted}" for each in self._turn().view.elements):
                break
            self.journey.classroom.act(Action(Do.SWIPE, "home.pages"))
        self.journey.classroom.act(Action(Do.TAP, f"home.{wanted}"))
        return self._turn()

    def _show_phone_home(self, lesson: str, stage: str, step: int) -> None:
        self.show_lesson(lesson, stage, step)
        self.journey.classroom.act(Action(Do.HOME))

    def go_on(self) -> Turn:
        """Let the tutor (watch) or a learner who does what the page says do one thing more.

        What they watch of a lesson they remember in its other stages.
        """
        turn, bridge, session = self._turn(), self.whole.bridge, self.whole.bridge.session
        assert session is not None
        page = seen(turn.view, turn.guidance, self.app.wording("ar"))
        if turn.stage is Stage.WATCH:
            self.person.watch(page)
            bridge.watch_on()
            return self._turn()
        wish = self.person.choose(page)
        if turn.danger:
            bridge.acknowledge()
        elif wish is Wish.DONE:
            bridge.done()
        elif isinstance(wish, Wish):
            self.help()
        else:
            self.journey.classroom.act(wish)
        return self._turn()

    # --- pictures --------------------------------------------------------------------

    def settle(self, at_rest: bool = False) -> None:
        """Bring the page to the moment of a picture: the hand shows, a word is being said.

        ``at_rest`` leaves the page as it stands after the voice has ended.
        """
        turn = self.journey.classroom.turn
        if turn is not None and not turn.guidance.finished:
            self.journey.classroom.show_hand()
        self.window.voice.jump(SPEAKING)
        if self._kiosk is not None:
            self._kiosk.settle(SPEAKING)
        if at_rest:
            self.window.voice.finished.emit()

    def grab(self) -> QImage:
        """Answer the window as a person sees it."""
        image = QImage(self.window.size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.drawPixmap(QPoint(0, 0), self.window.grab())
        painter.end()
        return image

    def close(self) -> None:
        """Close the window and give everything back."""
        self.whole.close()
        self.window.close()
        self.window.deleteLater()

    # --- inside ------------------------------------------------------------------------

    def _turn(self) -> Turn:
        turn = self.journey.classroom.turn
        if turn is None:
            raise KnownError("The lesson could not be opened.")
        return turn

    def _come_to(self, lesson: str, stage: str) -> None:
        """Open a lesson; who does it by themselves has watched it first, as a person would have."""
        if stage not in (Stage.WATCH, Stage.FOLLOW) and lesson != self._lesson:
            self.show_praise(lesson, Stage.WATCH.value)
        self._open(lesson, stage)

    def _open(self, lesson: str, stage: str) -> None:
        stage_named(stage)
        self.app.catalog.lesson(lesson)
        self.person = self.person if lesson == self._lesson else Perfect()
        self.person.begin()
        self._lesson = lesson
        self.journey.begin(None)
        self.journey.classroom.open(lesson, stage)

    def _show_home(self, learner: str | None) -> None:
        who = self.first_learner(learner)
        self.journey.begin(self.app.people.learner(who) if who else None)

    def _show_courses(self, learner: str | None) -> None:
        self._show_home(learner)
        self.journey.library.show_courses()

    def _show_course(self, learner: str | None, lesson: str) -> None:
        self._show_home(learner)
        course = self.app.catalog.course(lesson)
        if course is not None:
            self.journey.library.show_course(course.id)

    @property
    def kiosk(self) -> Kiosk:
        """Answer what makes a kiosk of the window; made when it is first needed, and never standing guard."""
        from elder_tutor.ui.kiosk.kiosk import Kiosk

        if self._kiosk is None:
            self._kiosk = Kiosk(self.whole, now=lambda: 0, environment={})
        return self._kiosk

    def show_idle(self, lesson: str, stage: str, step: int) -> None:
        """Ask whether anybody is here, in the middle of a lesson."""
        self.show_lesson(lesson, stage, step)
        self.kiosk.ask()
        self.kiosk.count(LEFT_IN_PICTURE)

    def show_attract(self, lesson: str, step: int) -> None:
        """Show a lesson to nobody, in its frame."""
        self.journey.start()
        self.kiosk.show(lesson, step)

    def _show_settings(self) -> None:
        self.journey.start()
        self.journey.open_sheet()

    def _show_sheet(self, lesson: str, stage: str, step: int) -> None:
        self.show_lesson(lesson, stage, step)
        self.journey.open_sheet()

    def _show_trainer(self, name: str, lesson: str) -> None:
        self.journey.start()
        self.window.open_trainer()
        pages = self.window.findChild(QWidget, "trainer")
        show = getattr(pages, "show_page", None)
        if show is not None:
            show(name)
        show_lesson = getattr(pages, "show_lesson", None)
        if show_lesson is not None and name == LESSON_PAGE:
            show_lesson(lesson)
        settle = getattr(pages, "settle", None)
        if settle is not None:
            settle()
