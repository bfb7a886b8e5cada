"""Pictures of a lesson's own phone at its steps, cropped around the marked target.

The lesson is played to each step in a thread; the window paints one picture at a time between two
touches, and keeps it: no page waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from elder_tutor.app import App
from elder_tutor.i18n import Translator
from elder_tutor.lessons.catalog import Catalog
from elder_tutor.lessons.learners.learner import Perfect, Wish
from elder_tutor.lessons.learners.seen import seen
from elder_tutor.lessons.teaching.practice import Practice, Setting
from elder_tutor.lessons.teaching.stages import Stage
from elder_tutor.lessons.view import ScreenView, Target
from elder_tutor.regions import Region
from elder_tutor.text.wording import Wording
from elder_tutor.ui import theme
from elder_tutor.ui.phone import shell
from elder_tutor.ui.phone.frame import PhoneWidget
from elder_tutor.ui.trainer.errand import Errand

SEED: Final = 1
TURN_MS: Final = 3_000
MOST_TURNS: Final = 1_500
KEPT: Final = 60
"""Pictures kept; the oldest go first."""
SCALE: Final = 1.25
"""Pixels of a picture per design pixel of the phone."""
RING: Final = ((15, "#14262E"), (8, "#FFC83D"))
"""Saffron between two lines of ink: the ring of TOKENS 4, in design pixels of the phone."""
OUTSIDE: Final = 7
TALL: Final = 1.22
"""Height of a picture to its width, where the screen has so much."""
Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class StepScene:
    """What stands on the phone when a step is due, and where it is done."""

    view: ScreenView
    target: Target | None


def scenes(
    catalog: Catalog, lesson_id: str, steps: Sequence[str], region: Region, day: date
) -> dict[str, StepScene]:
    """Do a lesson as the tutor asks and answer how it stands when each of these steps begins.

    A step that the taught way does not come to is not among them, and none of a private lesson is.
    No window is needed.
    """
    pack, lesson = catalog.pack_of(lesson_id), catalog.lesson(lesson_id)
    if lesson.private:
        return {}
    setting = Setting(day, SEED, region.week_start, region.weekend)
    practice = Practice(pack, lesson, Stage.FOLLOW, setting)
    person, wording = Perfect(), Wording("ar", Translator("ar"), region)
    found: dict[str, StepScene] = {}
    now, moment = 0, practice.start(0)
    for _ in range(MOST_TURNS):
        guidance = moment.guidance
        if guidance.step_id in steps and guidance.step_id not in found and guidance.target is not None:
            found[guidance.step_id] = StepScene(practice.view(moment), guidance.target)
        if len(found) == len(set(steps)) or guidance.finished:
            break
        now += TURN_MS
        wish = person.choose(seen(practice.view(moment), guidance, wording))
        if isinstance(wish, Wish):
            moment = practice.done(moment, now) if wish is Wish.DONE else practice.hint(moment, now)
        else:
            moment = practice.act(moment, wish, now)[0]
    return found


class Shots(QObject):
    """Keep pictures of steps; ``ready`` tells that one more is there."""

    ready = Signal()

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._kept: dict[Key, QPixmap] = {}
        self._waiting: list[tuple[Key, StepScene]] = []
        self._wanted: tuple[str, int, Wording] | None = None
        self._errand = Errand(self)
        self._errand.answered.connect(self._played)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.paint_next)

    def want(self, lesson_id: str, steps: Sequence[str], wording: Wording, day: date) -> None:
        """Ask for pictures of these steps; those that are there already are not made again."""
        revision = self._app.catalog.lesson(lesson_id).revision
        missing = [step for step in steps if (lesson_id, revision, step, wording.lang) not in self._kept]
        if not missing:
            return
        self._wanted = (lesson_id, revision, wording)
        catalog, region = self._app.catalog, self._app.region
        self._errand.run(lambda told: scenes(catalog, lesson_id, missing, region, day))

    def picture(self, lesson_id: str, step: str, lang: str) -> QPixmap | None:
        """Answer the picture of a step, in the language; None while it is not there."""
        return self._kept.get((lesson_id, self._app.catalog.lesson(lesson_id).revision, step, lang))

    def settle(self) -> None:
        """Wait until every picture is there, for pictures of pages."""
        self._errand.wait()
        while self._waiting:
            self.paint_next()

    def paint_next(self) -> None:
        """Paint one picture; the next one waits for the window."""
        if not self._waiting or self._wanted is None:
            return
        key, scene = self._waiting.pop(0)
        self._kept[key] = phone_picture(scene, self._wanted[2])
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        self.ready.emit()
        self._timer.start(0)

    def _played(self, found: Mapping[str, StepScene]) -> None:
        if self._wanted is None:
            return
        lesson_id, revision, wording = self._wanted
        self._waiting = [((lesson_id, revision, step, wording.lang), one) for step, one in found.items()]
        self._timer.start(0)


def phone_picture(scene: StepScene, wording: Wording) -> QPixmap:
    """Paint the lit screen of the phone around the target, with a ring; see `crop`."""
    m = theme.metrics(1366, 768, 1, wording.lang)
    phone = PhoneWidget()
    try:
        phone.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if wording.rtl else Qt.LayoutDirection.LeftToRight
        )
        phone.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        phone.resize(m.px(shell.WIDTH), m.px(shell.HEIGHT))
        phone.render_phone(scene.view, wording, m, week_start=wording.region.week_start)
        phone.show()
        target = _marked(scene, phone)
        return _cropped(phone, target)
    finally:
        phone.hide()
        phone.deleteLater()


def _marked(scene: StepScene, phone: PhoneWidget) -> QRect | None:
    """Answer where the target stands; of a key, the field it writes in."""
    target = scene.target
    if target is None or not target.element:
        return None
    if target.element.startswith("key.") and scene.view.keyboard is not None:
        target = Target(scene.view.keyboard.field)
    phone.ensure_visible(target)
    return phone.rect_of(target)


def _cropped(phone: PhoneWidget, target: QRect | None) -> QPixmap:
    screen = phone.screen_rect()
    around = crop(screen, target)
    picture = QPixmap(round(around.width() * SCALE), round(around.height() * SCALE))
    picture.fill(QColor("#FFFDF8"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    phone.render(painter, QPoint(0, 0), around)
    if target is not None:
        box = QRectF(target.translated(-around.topLeft())).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        box = box.intersected(QRectF(8, 8, around.width() - 16, around.height() - 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, colour in RING:
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(box, 14, 14)
    painter.end()
    return picture


def crop(screen: QRect, target: QRect | None) -> QRect:
    """Answer which part of the screen to show: its whole width, and what stands around the target."""
    high = min(screen.height(), round(screen.width() * TALL))
    if target is None:
        return QRect(screen.left(), screen.top(), screen.width(), high)
    high = min(screen.height(), max(high, target.height() + 4 * OUTSIDE))
    top = target.center().y() - high // 2
    top = min(max(top, screen.top()), screen.bottom() + 1 - high)
    return QRect(screen.left(), top, screen.width(), high)
