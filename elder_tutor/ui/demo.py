"""A lesson without a screen: a simulated senior goes through it and leaves pictures, sound, data and tables.

The senior sees and hears what a person would: the page's words and what is lit on it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from elder_tutor.app import build, open_core_catalog
from elder_tutor.errors import KnownError
from elder_tutor.lessons.learners.learner import Choice, Errs, Perfect, Wish
from elder_tutor.lessons.teaching.stages import OFFERED, Stage
from elder_tutor.speech.errors import SpeechError
from elder_tutor.ui.picture import MORNING, CannotWrite, save, without_screen

if TYPE_CHECKING:
    from elder_tutor.app import App
    from elder_tutor.lessons.learners.seen import Seen
    from elder_tutor.progress.people import Learner
    from elder_tutor.session import Turn
    from elder_tutor.text.line import Line
    from elder_tutor.ui.program import Program

SECONDS_A_TOUCH: Final = 7
"""How long the simulated senior looks and listens before a touch."""
MOST_TOUCHES: Final = 300
SLIPS: Final = (3, 6)
"""At which turns of follow the senior goes wrong, and is led back."""
ASKS: Final = 3
"""At which turn of alone they ask for a hint: they hear the goal once more, and remember."""
NAMES: Final = {"ar": "أم خالد", "en": "Um Khalid"}


class _Senior(Errs):
    """Watch, go wrong a few times when it is done together, then do it from memory."""

    def __init__(self, seed: int) -> None:
        super().__init__(random.Random(seed))
        self._stage, self._turns = Stage.WATCH, 0

    def come_to(self, stage: Stage) -> None:
        """Begin another stage of the same lesson."""
        self._stage, self._turns = stage, 0
        self.begin()

    def choose(self, page: Seen) -> Choice:
        """Answer what to do now."""
        self._turns += 1
        if self._stage is Stage.ALONE and self._turns == ASKS:
            return Wish.HELP
        slips = self._stage is Stage.FOLLOW and self._turns in SLIPS
        return super().choose(page) if slips else Perfect.choose(self, page)


@dataclass
class _Clock:
    """The demo's own time: it moves when the senior does."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: int) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass
class _Album:
    """What the demo leaves: numbered pictures, and the sentences in the order they are said."""

    folder: Path
    count: int = 0
    said: dict[str, Line] = field(default_factory=dict)

    def add(self, program: Program, name: str, at_rest: bool = False) -> None:
        """Take a picture of the window as it stands."""
        self.count += 1
        program.settle(at_rest)
        save(program.grab(), self.folder / "pictures" / f"{self.count:03d}-{name}.png")

    def hear(self, lines: tuple[Line, ...]) -> None:
        """Keep the sentences that are said, each once."""
        for line in lines:
            self.said.setdefault(line.spoken, line)


def run_demo(out: Path, lesson: str, lang: str, seed: int) -> Iterator[str]:
    """Go through one lesson in every stage and answer lines that say where everything is.

    Raises KnownError for an unknown lesson and CannotWrite for the folder.
    """
    without_screen()
    from elder_tutor.ui.program import PICTURE_DAY, Program

    open_core_catalog().lesson(lesson)  # an unknown one is told before anything is made
    data = _fresh(out)
    clock = _Clock(datetime.combine(PICTURE_DAY, MORNING).astimezone())
    app = build(data, clock=clock, seed=lambda: seed, today=PICTURE_DAY)
    try:
        learner = app.people.add(NAMES.get(lang, NAMES["en"]), "dallah")
        program = Program(app, lang=lang, clock=clock)
        try:
            album = _Album(out)
            program.whole.voice.asked.connect(album.hear)
            _sign_in(program, album, learner)
            program.person = senior = _Senior(seed)
            touches = 0
            for stage in OFFERED:
                senior.come_to(stage)
                touches += _stage(program, album, clock, lesson, stage.value)
            yield f"{touches} touches, {album.count} pictures: {out / 'pictures'}"
            try:
                yield f"{_sounds(album, app)} spoken sentences: {out / 'sounds'}"
            except SpeechError as silence:
                yield f"no spoken sentences: {silence}"
            program.show_page("trainer-group")
            save(program.grab(), out / "trainer.png")
            yield f"the trainer's page: {out / 'trainer.png'}"
        finally:
            program.close()
        _tables(app, lang, out)
        yield f"the trainer's tables: {out / 'group.csv'}, {out / 'steps.csv'}"
        yield f"the progress data: {data}   (open it with: ./run.sh --data {data})"
    finally:
        app.close()


def _fresh(out: Path) -> Path:
    """Make room; what an earlier demo left is put away, anything else is left alone."""
    import shutil

    try:
        out.mkdir(parents=True, exist_ok=True)
        for part in ("pictures", "sounds", "data"):
            if (out / part).is_dir():
                shutil.rmtree(out / part)
            (out / part).mkdir()
    except OSError as error:
        raise CannotWrite("“{file}” cannot be written.", {"file": out}) from error
    return out / "data"


def _sign_in(program: Program, album: _Album, learner: Learner) -> None:
    program.show_page("sign-in")
    album.add(program, "sign-in")
    program.journey.sign_in(learner.id)
    album.add(program, "consent")
    program.journey.consented(True)
    album.add(program, "home")


def _stage(program: Program, album: _Album, clock: _Clock, lesson: str, stage: str) -> int:
    """Go through a stage; answer how many touches it took."""
    program.journey.classroom.open(lesson, stage)
    shown = -1
    for touches in range(MOST_TOUCHES):
        turn = _turn(program)
        if turn.guidance.finished:
            album.add(program, f"{stage}-praise", at_rest=True)
            program.journey.show_home()
            return touches
        tray = turn.view.keyboard is not None
        mark = hash((turn.guidance.step_id, turn.guidance.tone, turn.view.screen, tray))
        if mark != shown:
            album.add(program, f"{stage}-{turn.guidance.step:02d}-{turn.guidance.step_id or 'opening'}")
        shown = mark
        clock.pass_seconds(SECONDS_A_TOUCH)
        program.go_on()
    raise KnownError("The simulated senior did not finish {stage}.", {"stage": stage})


def _turn(program: Program) -> Turn:
    turn = program.journey.classroom.turn
    if turn is None:
        raise KnownError("The lesson could not be opened.")
    return turn


def _sounds(album: _Album, app: App) -> int:
    from elder_tutor.speech.clip import write_wav
    from elder_tutor.speech.engine import Engine

    folder = album.folder / "sounds"
    with Engine(voice=app.settings.voice, chosen=dict(app.settings.voices)) as engine:
        for number, line in enumerate(album.said.values(), 1):
            write_wav(engine.synth(line, wpm=app.settings.wpm(line.lang)), folder / f"{number:03d}.wav")
    shown = [f"{number:03d}.wav  {line.shown}" for number, line in enumerate(album.said.values(), 1)]
    (folder / "sentences.txt").write_text("\n".join(shown) + "\n", encoding="utf-8")
    return len(shown)


def _tables(app: App, lang: str, out: Path) -> None:
    from elder_tutor.reports.csv import group_csv, steps_csv
    from elder_tutor.reports.heads import heads
    from elder_tutor.reports.tables import group_table, learner_table

    words = app.wording(lang).shown
    lessons = heads(app.catalog, tuple(stage.value for stage in OFFERED))
    learners = app.people.learners()
    (out / "group.csv").write_bytes(group_csv(group_table(app.store, learners, lessons), words))
    tables = [learner_table(app.store, learner, lessons) for learner in learners]
    (out / "steps.csv").write_bytes(steps_csv(tables, words))
