"""The pages from which somebody chooses what to practise: their own, all courses, one course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from elder_tutor.errors import BugError
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import words
from elder_tutor.ui.main_window import MainWindow

if TYPE_CHECKING:
    from elder_tutor.app import App, Card
    from elder_tutor.lessons.model import Course, Pack
    from elder_tutor.session import Session
    from elder_tutor.ui.pages.home import HomePage, HomeState
    from elder_tutor.ui.pages.shelf import CoursePage, CoursesPage, ShelfState


class Library(QObject):
    """Show the pages of choosing; a choice is a signal. ``homeRequested`` leads to one's own page."""

    lessonRequested = Signal(str)
    drillRequested = Signal(str)
    freeRequested = Signal()
    homeRequested = Signal()
    languageRequested = Signal()
    settingsRequested = Signal()
    fitRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.app: App = window.app
        self.session: Session | None = None
        self._course = ""

    # --- showing -------------------------------------------------------------------

    def show_home(self, session: Session | None, name: str, picture: str, notice: Phrase | None) -> None:
        """Show the page of whoever is here; an empty ``name`` is a guest."""
        page = self._home_page()
        page.render_state(self.home_state(session, name, picture, notice))
        self.window.show_page(page)

    def home_state(
        self, session: Session | None, name: str, picture: str, notice: Phrase | None
    ) -> HomeState:
        """Answer everything a person's own page shows."""
        from elder_tutor.ui import cards
        from elder_tutor.ui.pages.home import HomeState

        self.session = session
        all_ = self._cards()
        today = next((card for card in all_ if card.today), None)
        fit = not self.window.settings.fitted
        beside = cards.coming(all_, lambda which: [each.id for each in self.app.catalog.needs(which)])
        return HomeState(
            name, picture, self.app.today or self.app.clock().date(),
            tuple(cards.lesson_card(card) for card in beside)[: cards.COMING - fit],
            cards.today_of(today) if today is not None else None,
            notice, fit,
        )  # fmt: skip

    def show_courses(self) -> None:
        """Show all courses."""
        page = self._courses_page()
        page.render_state(self._courses())
        self.window.show_page(page)

    def show_course(self, course_id: str) -> None:
        """Show the lessons of a course, and its drill."""
        self._course = course_id
        page = self._course_page()
        page.render_state(self._lessons(course_id))
        self.window.show_page(page)

    # --- states ----------------------------------------------------------------------

    def _cards(self) -> tuple[Card, ...]:
        return self.app.cards(self.session) if self.session is not None else ()

    def _courses(self) -> ShelfState:
        from elder_tutor.ui import cards
        from elder_tutor.ui.pages.shelf import ShelfState

        by_lesson = {card.lesson.id: card for card in self._cards()}
        shown = [
            cards.course_card(course, pack.id, [by_lesson[x] for x in course.lessons if x in by_lesson])
            for pack in self.app.catalog.packs
            for course in pack.courses
        ]
        return ShelfState(words.COURSES, tuple(shown))

    def _lessons(self, course_id: str) -> ShelfState:
        from elder_tutor.ui import cards
        from elder_tutor.ui.pages.shelf import ShelfState

        pack, course = self._found(course_id)
        here = [card for card in self._cards() if card.lesson.id in course.lessons]
        drills = [pack.drills[each] for each in course.drills if each in pack.drills]
        shown = [*map(cards.lesson_card, here), *(cards.drill_card(each, pack.id) for each in drills)]
        return ShelfState(phrase(course.name, pack.id), tuple(shown))

    def _found(self, course_id: str) -> tuple[Pack, Course]:
        for pack in self.app.catalog.packs:
            for course in pack.courses:
                if course.id == course_id:
                    return pack, course
        raise BugError("There is no course {course}.", {"course": course_id})

    # --- pages and their wires ---------------------------------------------------------

    def _choose(self, which: str) -> None:
        _, course = self._found(self._course)
        (self.drillRequested if which in course.drills else self.lessonRequested).emit(which)

    def _home_page(self) -> HomePage:
        from elder_tutor.ui.pages.home import HomePage

        made = self.window.has(HomePage)
        page = self.window.page(HomePage)
        if not made:
            page.lessonRequested.connect(self.lessonRequested)
            page.coursesRequested.connect(self.show_courses)
            page.freeRequested.connect(self.freeRequested)
            page.languageRequested.connect(self.languageRequested)
            page.settingsRequested.connect(self.settingsRequested)
            page.fitRequested.connect(self.fitRequested)
            page.leaveRequested.connect(self.leaveRequested)
        return page

    def _courses_page(self) -> CoursesPage:
        from elder_tutor.ui.pages.shelf import CoursesPage

        made = self.window.has(CoursesPage)
        page = self.window.page(CoursesPage)
        if not made:
            page.chosen.connect(self.show_course)
            page.beside.connect(self.freeRequested)
            page.homeRequested.connect(self.homeRequested)
        return page

    def _course_page(self) -> CoursePage:
        from elder_tutor.ui.pages.shelf import CoursePage

        made = self.window.has(CoursePage)
        page = self.window.page(CoursePage)
        if not made:
            page.chosen.connect(self._choose)
            page.beside.connect(self.show_courses)
            page.homeRequested.connect(self.homeRequested)
        return page
