"""A learner's photo: first the consent, then the picture from a file or the camera; and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from elder_tutor.errors import KnownError
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.photos import BY_FAMILY, BY_LEARNER, Consent, PhotoNote, Photos
from elder_tutor.progress.staff import Act
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import Phrase, phrase
from elder_tutor.ui import camera
from elder_tutor.ui.place import Box, put
from elder_tutor.ui.portrait import portrait_from, portrait_of
from elder_tutor.ui.trainer.desk import Desk
from elder_tutor.ui.trainer.editor_face import Face
from elder_tutor.ui.trainer.inquiry import AskingPage
from elder_tutor.ui.trainer.look import Press, Text, bare, told
from elder_tutor.ui.widgets.card import Card
from elder_tutor.ui.widgets.lip_button import Look

TITLE: Final = phrase("A photo of {learner}")
OFF: Final = phrase("This centre shows no photos. A manager can change that under “This machine”.")
ASK: Final = phrase("Ask first: may your photo stand on the welcome page? Others see it there.")
NOW: Final = phrase("Now choose the photo, or take one.")
LOOKING: Final = phrase("Look into the camera, then touch “Take the photo”.")
GOOD: Final = phrase("Is the photo good? Then save it.")
GIVEN_LEARNER: Final = phrase("There is a photo. The learner agreed on {day:date}.")
GIVEN_FAMILY: Final = phrase("There is a photo. The family agreed on {day:date}.")
LEARNER_AGREES: Final = phrase("The learner agrees")
FAMILY_AGREES: Final = phrase("The family agrees")
FROM_FILE: Final = phrase("From a file")
FROM_CAMERA: Final = phrase("With the camera")
SHOOT: Final = phrase("Take the photo")
SAVE: Final = phrase("Save the photo")
WITHDRAW: Final = phrase("Erase the photo")
BACK: Final = phrase("Back")
FACE_SAID: Final = phrase("The photo of {learner}")
NO_FACE_SAID: Final = phrase("The picture of {learner}")
WHICH: Final = phrase("Which file?")
NOT_KEPT: Final = phrase("The photo was not kept")
ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp", ".bmp")
NAME: Final = "trainer.photo"


class PhotoSight(NamedTuple):
    """Whose photo it is, what is known of it, and whether the centre allows any."""

    learner: Learner
    about: PhotoNote | None
    kept: bytes | None
    allowed: bool


class PhotoPage(AskingPage):
    """One step after the other; ``fileRequested`` carries the title and what gets the file."""

    kept = Signal(str)
    backRequested = Signal(str)
    fileRequested = Signal(object, object)
    putAway = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(NAME, desk, parent)
        self.learner_id = ""
        self.sight: PhotoSight | None = None
        self.consent = ""
        self.fresh: bytes | None = None
        """The photo that was chosen and is not kept yet."""
        self.looking = False
        self.cameras: Callable[[], tuple[str, ...]] = camera.cameras
        self.frames: Callable[[str], camera.Frames] = lambda path: partial(camera.frames, path)
        self.viewer = camera.Viewer(self)
        self.card = Card(f"{NAME}.card", self)
        self.cards = [self.card]
        self.face = Face(f"{NAME}.face", self)
        self.words = Text(f"{NAME}.words", "card", False, "ink", self)
        self.buttons: dict[str, Press] = {
            name: Press(f"{NAME}.{name}", dress, glyph, self)
            for name, dress, glyph in (
                ("learner", Look.QUIET, "line/person"), ("family", Look.QUIET, "line/people"),
                ("file", Look.SECONDARY, "line/folder"), ("camera", Look.SECONDARY, "line/camera"),
                ("shoot", Look.PRIMARY, "line/camera"), ("save", Look.PRIMARY, "line/check"),
                ("withdraw", Look.QUIET, "line/trash"),
            )
        }  # fmt: skip
        self.back = Press(f"{NAME}.back", Look.QUIET, "line/back", self)
        self._last = b""
        self._cameras: tuple[str, ...] = ()
        self._connect()

    def begin(self, learner_id: str) -> None:
        """Start with no consent and nothing chosen."""
        self._close_camera()
        self.learner_id, self.sight, self.consent, self.fresh = learner_id, None, "", None
        self._cameras = self.cameras()

    def refresh(self) -> None:
        """Read what is kept."""
        who = self.learner_id
        self.ask(lambda store: _sight(store, who), self._take)

    # --- drawing -----------------------------------------------------------------------

    def relayout(self) -> None:
        """Write the words and place everything."""
        sight, w, m = self.sight, self.wording, self.m
        if sight is None or w is None:
            return
        name = sight.learner.name
        photo = self.fresh or (self._last if self.looking else sight.kept)
        self.face.show_card(sight.learner.picture, sight.learner.symbol, photo)
        said = FACE_SAID if photo else NO_FACE_SAID
        self.face.tell(bare(w, phrase(said.key, learner=name)))
        self.words.render_words(self.shown(self._said(sight)))
        self.back.render_words(self.shown(BACK))
        shown = self._offered(sight)
        for key, (words, button) in zip(self.buttons, self._named(), strict=True):
            button.render_words(self.shown(words))
            button.setVisible(key in shown)
            button.set_chosen(key == self.consent)
        parts: list[Card | Face | Text | Press] = [self.card, self.face, self.words, self.back]
        for part in (*parts, *self.buttons.values()):
            part.apply(m)
        room = self.place_head(self.room(), self.shown(phrase(TITLE.key, learner=name)), [self.back])
        self._place(room, [self.buttons[key] for key in shown])
        self.order([*(self.buttons[key] for key in shown), self.back])

    def _named(self) -> tuple[tuple[Phrase, Press], ...]:
        words = (LEARNER_AGREES, FAMILY_AGREES, FROM_FILE, FROM_CAMERA, SHOOT, SAVE, WITHDRAW)
        return tuple(zip(words, self.buttons.values(), strict=True))

    def _said(self, sight: PhotoSight) -> Phrase:
        if self.looking:
            return LOOKING
        if self.fresh is not None:
            return GOOD
        if self.consent:
            return NOW
        if sight.about is not None:
            given = GIVEN_FAMILY if sight.about.consent == BY_FAMILY else GIVEN_LEARNER
            return phrase(given.key, day=self.desk.day_of(sight.about.given))
        return ASK if sight.allowed else OFF

    def _offered(self, sight: PhotoSight) -> list[str]:
        """Answer which buttons there are now: one question after the other."""
        if not self.desk.may.allows(Act.PEOPLE):
            return []
        taking_back = ["withdraw"] if sight.about is not None else []
        if not sight.allowed:
            return taking_back
        if self.looking:
            return ["shoot"]
        if not self.consent:
            return ["learner", "family", *taking_back]
        ways = ["file", "camera"] if self._cameras else ["file"]
        return ["learner", "family", *ways, *(["save"] if self.fresh else [])]

    def _place(self, room: Box, shown: list[Press]) -> None:
        m = self.m
        put(self.card, room, m)
        inner = room.inset(m.px(30), m.px(26))
        if m.portrait:
            side = min(inner.width, inner.height * 0.42)
            face, rest = inner.cut_top(side, m.px(26))
        else:
            side = min(inner.width * 0.36, inner.height, m.px(430))
            face, rest = inner.cut_lead(side, m.px(40))
        put(self.face, face.middle(side).middle_across(side), m)
        gap, words = max(m.px(14), m.mm(3)), self.words.needed(rest.width)
        wide = int((rest.width - gap) / 2)
        rows = [shown[at : at + 2] for at in range(0, len(shown), 2)]
        highs = [max(max(one.tall(), one.needed(wide)) for one in row) for row in rows]
        if not m.portrait:
            whole = words + m.px(24) + sum(highs) + gap * len(rows)
            rest = rest.middle(min(whole, rest.height))
        line, rest = rest.cut_top(words, m.px(24))
        put(self.words, line, m)
        for row, tall in zip(rows, highs, strict=True):
            cells, rest = rest.cut_top(tall, gap)
            for button, cell in zip(row, cells.columns(2, gap), strict=False):
                put(button, cell, m)

    # --- acting ------------------------------------------------------------------------

    def agree(self, by: str) -> None:
        """Write down for this visit who agreed; nothing is kept yet."""
        self.consent = by
        self.again()

    def open_file(self, path: Path) -> None:
        """Take the photo of a file; trouble is told."""
        self._make(lambda: portrait_of(path))

    def keep(self) -> None:
        """Keep the photo with its consent."""
        fresh, consent = self.fresh, Consent(self.consent, self.desk.who)
        if fresh is not None:
            self._do(lambda photos: photos.give(self.learner_id, fresh, consent))

    def withdraw(self) -> None:
        """Erase the photo here and in every copy."""
        self._do(lambda photos: photos.withdraw(self.learner_id, self.desk.who))

    def look(self) -> None:
        """Look through the camera."""
        self.looking, self._last = True, b""
        self.viewer.start(self.frames(self._cameras[0]))
        self.again()

    def shoot(self) -> None:
        """Take what the camera sees."""
        last = self._last
        self._close_camera()
        self._make(lambda: portrait_from(last))

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the camera with the page, and let go of what was not kept and of the list of files."""
        self._close_camera()
        self.fresh = None
        if not event.spontaneous():
            self.putAway.emit()

    def _make(self, make: Callable[[], bytes]) -> None:
        try:
            self.fresh = make()
        except KnownError as trouble:
            self.told.emit(NOT_KEPT, told(trouble), "")
        self.again()

    def _do(self, act: Callable[[Photos], None]) -> None:
        try:
            self.desk.may.require(Act.PEOPLE)
            act(Photos(self.desk.app.store))
        except KnownError as trouble:
            self.told.emit(NOT_KEPT, told(trouble), "")
            self.refresh()
            return
        self.fresh, self.consent = None, ""
        self.kept.emit(self.learner_id)

    def _seen(self, picture: bytes) -> None:
        if self.looking and self.sight is not None:
            self._last = picture
            self.face.show_card(self.sight.learner.picture, self.sight.learner.symbol, picture)
        self.viewer.taken()

    def _blind(self, trouble: KnownError) -> None:
        self._close_camera()
        self.told.emit(NOT_KEPT, told(trouble), "")
        self.again()

    def _close_camera(self) -> None:
        self.viewer.stop()
        self.looking, self._last = False, b""

    def _take(self, found: PhotoSight) -> None:
        self.learner_id, self.sight = found.learner.id, found
        self.again()

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "learner": partial(self.agree, BY_LEARNER), "family": partial(self.agree, BY_FAMILY),
            "file": lambda: self.fileRequested.emit(WHICH, self.open_file), "camera": self.look,
            "shoot": self.shoot, "save": self.keep, "withdraw": self.withdraw,
        }  # fmt: skip
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda checked=False, do=act: do())
        self.back.clicked.connect(lambda: self.backRequested.emit(self.learner_id))
        self.viewer.seen.connect(self._seen)
        self.viewer.failed.connect(self._blind)


def _sight(store: Store, learner_id: str) -> PhotoSight:
    learner = next((one for one in People(store).learners() if one.id == learner_id or not learner_id), None)
    if learner is None:
        raise UnknownLearner(GONE)
    photos = Photos(store)
    return PhotoSight(learner, photos.about(learner.id), photos.kept(learner.id), photos.allowed())
