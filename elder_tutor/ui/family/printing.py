"""Let the family choose a paper, make it while the window answers, and say where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from elder_tutor.text.phrase import phrase
from elder_tutor.ui.family import papers as family_papers
from elder_tutor.ui.family.first_words import BACK_ACT
from elder_tutor.ui.family.progress import progress_of
from elder_tutor.ui.pages.first_start_state import Act, Question, Tile

if TYPE_CHECKING:
    from elder_tutor.progress.people import Learner
    from elder_tutor.ui.family.family import Family
    from elder_tutor.ui.paper.errands import Piece
    from elder_tutor.ui.paper.printing import Writing as Errand

WHICH_PAPER: Final = phrase("{name}: what shall we print?")
REPORT: Final = phrase("Report of one page")
FOR_ALL: Final = phrase("For the whole family")
SIGN_IN_CARD: Final = phrase("Card to sign in")
WITH_CODE: Final = phrase("With picture and code")
STEP_CARD: Final = phrase("Step card for the fridge")
MAKING: Final = phrase("The paper is being made. One moment, please.")
READY: Final = phrase("The paper is ready. It lies in “Documents”, in the folder “{folder}”.")
PRINT_IT: Final = phrase("Print it")
NO_PRINTER: Final = phrase("There is no printer here. The paper stays in “Documents”.")


class Printing:
    """The papers of one person: chosen, made piece by piece, printed."""

    def __init__(self, family: Family) -> None:
        self.family, self.app = family, family.household.app
        self._errand: Errand | None = None

    def show(self, learner_id: str) -> None:
        """Offer the papers of a person: report, card, and the step card of each lesson in hand."""
        done = progress_of(self.app, learner_id)
        tiles = (
            Tile("report", REPORT, "line/chart", FOR_ALL),
            Tile("card", SIGN_IN_CARD, "line/card", WITH_CODE),
            *(Tile(f"lesson.{one}", title, "line/note", STEP_CARD) for one, title in done.begun),
        )
        asked = Question(
            (phrase(WHICH_PAPER.key, name=done.learner.name),), tiles, None, (BACK_ACT,), beside=True
        )
        self.family.ask(
            asked, partial(self._make, done.learner), back=partial(self.family.show_person, learner_id)
        )

    def _make(self, learner: Learner, which: str) -> None:
        from elder_tutor.ui.paper.printing import Writing as Errand

        settings = self.app.settings_of(learner.id).with_changes(
            language=self.family.window.settings.language
        )
        order = family_papers.Order(learner, settings, family_papers.documents())
        work: Iterator[Piece]
        if which == "report":
            work = family_papers.report(self.app, order)
        elif which == "card":
            work = family_papers.sign_in_card(self.app, order)
        else:
            work = family_papers.step_card(self.app, order, which.removeprefix("lesson."))
        back = partial(self.show, learner.id)
        self.family.ask(Question((MAKING,), (), None, (BACK_ACT,)), back=back)
        errand = self._errand = Errand(work, self.family)
        errand.failed.connect(lambda trouble: self.family.window.show_trouble(trouble, back))
        errand.finished.connect(lambda _: self._made(errand, back))
        errand.start()

    def leave(self) -> None:
        """Make no paper any more: whoever wanted it looks at something else."""
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.stop()
            errand.deleteLater()  # it holds whose paper it was

    def _made(self, errand: Errand, back: Callable[[], None]) -> None:
        from elder_tutor.ui.paper.printing import NOTHING, print_paper

        piece = errand.piece
        if piece is None or piece.path is None or piece.paper is None:
            back()
            return
        file, paper = piece.path, piece.paper
        tile = Tile("file", phrase("{name}", name=file.name), "line/note")
        main = Act("print", PRINT_IT, "line/print")
        asked = Question(
            (phrase(READY.key, folder=family_papers.FOLDER),), (tile,), main, (BACK_ACT,), beside=True
        )

        def print_it() -> None:
            if print_paper(paper, self.family.window, file) == NOTHING:
                self.family.window.say((NO_PRINTER,), urgent=True)

        self.family.ask(asked, lambda _: print_it(), print=print_it, back=back)
