"""The working phone: what an action makes of a state. Pure and total.

Any action in any state is answered; what cannot be done leads to NOTHING and never
raises. Back follows the declared parent, home parks an app, an event is handled by
every app that knows it within the same step (FORMAT 3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from elder_tutor.lessons.device.acts import Acts, front_screen
from elder_tutor.lessons.device.assigning import sample, write
from elder_tutor.lessons.device.atlas import HOME, Atlas, Slot
from elder_tutor.lessons.device.captions import Captions
from elder_tutor.lessons.device.conditions import Test, compile_test
from elder_tutor.lessons.device.effects import Maker
from elder_tutor.lessons.device.letters import EMPTY
from elder_tutor.lessons.device.moving import bring
from elder_tutor.lessons.device.outward import LAPSE
from elder_tutor.lessons.device.parts import Parts
from elder_tutor.lessons.device.scene import Scene, emptied
from elder_tutor.lessons.device.screen import Viewer
from elder_tutor.lessons.device.shell import Shell
from elder_tutor.lessons.device.state import AppState, Held, Notice, PhoneState
from elder_tutor.lessons.device.touches import touches
from elder_tutor.lessons.model import NOTHING, App, Element, Lesson, Value, VarKind
from elder_tutor.lessons.rules import Condition, Effect
from elder_tutor.lessons.view import Action, Do, Outcome, OutcomeKind, ScreenView
from elder_tutor.lessons.wayfinding.moves import Moves

_NO_EFFECT = (Outcome(OutcomeKind.NOTHING),)
_DIFFERENT = Outcome(OutcomeKind.CHANGED)
_REMEMBERED = 2048
ICONS_A_PAGE = 12


class Phone:
    """Apps of one pack on one day; every state comes in and goes out by value.

    ``seed`` decides the codes that are drawn; ``week_start`` and ``weekend`` count
    Monday as 0; ``home`` orders the icons of the home screen, ``icons_a_page`` of them to a page.
    """

    def __init__(
        self, apps: Mapping[str, App], domain: str, today: date, seed: int, week_start: int,
        weekend: frozenset[int], home: Sequence[str], icons_a_page: int = ICONS_A_PAGE,
    ) -> None:  # fmt: skip
        self.apps = apps
        self.domain = domain
        self.seed = seed
        self.atlas = Atlas(apps, today, week_start, weekend, home)
        self.captions = Captions(self.atlas, domain)
        self.maker = Maker(self.atlas, self.captions.compile)
        self.parts = Parts(self.atlas, self.captions, self.maker)
        self.shell = Shell(self.atlas, self.maker, icons_a_page)
        self._viewer = Viewer(self.atlas, self.parts, self.shell, domain)
        self._tests: dict[int, tuple[Condition, Test]] = {}
        self._acts = Acts(self.atlas, self.parts, self.shell)

    @cached_property
    def moves(self) -> Moves:
        """Answer what every touch may do; read from the apps once, and only when a route is asked for."""
        return Moves(self.atlas)

    # --- states ------------------------------------------------------------------

    def start(self, lesson: Lesson | None = None, ask: Mapping[str, Value] = NOTHING) -> PhoneState:
        """Answer a fresh phone, prepared as a lesson wants it; without a lesson at the home screen."""
        scene = Scene(
            self.atlas, PhoneState("", tuple(self._fresh(app) for app in self.atlas.apps)), self.seed, ask
        )
        for slot in self.atlas.slots.values():
            if slot.var.kind is VarKind.RECORDS and slot.var.first:
                scene.empty(slot)
            elif slot.var.kind is VarKind.TEXT and isinstance(slot.var.start, str):
                write(scene, slot, slot.var.start)
        if lesson is not None:
            self.maker.run(lesson.prepare, "")(scene)
            bring(scene, lesson.start)
        scene.came = []  # how a lesson begins, nobody opened
        return self._settled(scene)

    def _fresh(self, app: App) -> AppState:
        slots = (self.atlas.slots[var.name] for var in app.vars.values())
        return (self.atlas.first(app.id), *(_first_value(slot) for slot in slots))

    def apply(self, state: PhoneState, action: Action) -> tuple[PhoneState, tuple[Outcome, ...]]:
        """Answer the state after an action and what it led to; an action that fits nothing is NOTHING."""
        if state.toast is not None:
            state = state._replace(toast=None)
        scene = Scene(self.atlas, state, self.seed)
        noticed = self._acts.act(scene, action)
        new = self._settled(scene)
        outcomes = tuple(scene.outcomes)
        if new != state:
            return new, (*outcomes, _DIFFERENT)
        if noticed and not outcomes:
            return state, (Outcome(OutcomeKind.CHANGED, action.element),)
        return state, outcomes if outcomes or action.do is Do.DECIDE else _NO_EFFECT

    def fire(self, state: PhoneState, timer: str) -> tuple[PhoneState, tuple[Outcome, ...]]:
        """Let a running timer lapse, from outside: the phone itself has no clock."""
        app = self.atlas.at.get(timer.partition(".")[0])
        effects = self.atlas.apps[app].timers.get(timer) if app is not None else None
        if effects is None or app is None or timer not in state.timers:
            return state, _NO_EFFECT
        scene = Scene(self.atlas, state, self.seed)
        scene.timers = tuple(name for name in state.timers if name != timer)
        self.maker.run(effects, self.atlas.apps[app].id)(scene)
        return self._settled(scene), (*scene.outcomes, _DIFFERENT)

    def carry_out(
        self, state: PhoneState, effects: tuple[Effect, ...], args: Mapping[str, Value] = NOTHING
    ) -> tuple[PhoneState, tuple[Outcome, ...]]:
        """Let something happen from outside, as an item of a drill arrives; ``args`` are ``$arg.name``."""
        scene = Scene(self.atlas, state, self.seed)
        scene.arg = args
        self.maker.run(effects, "")(scene)
        return self._settled(scene), (*scene.outcomes, _DIFFERENT)

    def due(self, state: PhoneState) -> tuple[str, float] | None:
        """Answer the timer that has run longest, and after how many seconds without a touch it is fired."""
        if not state.timers:
            return None
        timer = state.timers[0]
        return timer, self.maker.outward.seconds.get(timer, LAPSE)

    def _settled(self, scene: Scene) -> PhoneState:
        if scene.came:
            self.maker.outward.greet(scene)
        screen = front_screen(scene)
        if scene.notices:
            placed = (notice if notice.at else notice._replace(at=screen or HOME) for notice in scene.notices)
            kept = (self._kept(notice, screen) for notice in placed)
            scene.notices = tuple(notice for notice in kept if notice is not None)
        if scene.page:
            scene.page = min(scene.page, self.shell.pages(scene) - 1)
        if scene.tray is not None:
            part = self.parts.by_id.get(scene.tray.field)
            if part is None or part.screen != screen or not part.is_shown(scene):
                scene.tray = None
        return scene.state()

    def _kept(self, notice: Notice, screen: str) -> Notice | None:
        """Answer a notice as it is now; None when it is gone.

        Its banner shows where it came, on the home screen and on the way in its app; after that
        it waits in the shade, where there is one, until what it is about is in front.
        """
        if screen == notice.screen:
            return None
        app = self.atlas.app_of.get(screen)
        stands = screen == notice.at or app is None or app == self.atlas.app_of[notice.screen]
        if not self.atlas.shades:
            return notice if stands else None
        stands = stands and screen not in self.atlas.shades
        return notice._replace(banner=False) if notice.banner and not stands else notice

    # --- questions -----------------------------------------------------------------

    def view(self, state: PhoneState) -> ScreenView:
        """Answer what a person sees now."""
        return self._viewer.view(Scene(self.atlas, state, self.seed))

    def holds(self, state: PhoneState, condition: Condition, ask: Mapping[str, Value] = NOTHING) -> bool:
        """Answer whether a condition is true of a state."""
        entry = self._tests.get(id(condition))
        if entry is None:
            if len(self._tests) > _REMEMBERED:
                self._tests.clear()
            # Keeping the condition beside its test keeps its id from being given to another.
            entry = self._tests[id(condition)] = (condition, compile_test(self.atlas, condition))
        return entry[1](Scene(self.atlas, state, self.seed, ask))

    def actions(self, state: PhoneState) -> tuple[Action, ...]:
        """Answer everything that can be done now, one WRITE per class of a text with its sample."""
        return touches(self.atlas, self.parts, self.shell, Scene(self.atlas, state, self.seed))

    def page_of(self, state: PhoneState, app: str) -> int:
        """Answer the page of the home screen on which an app's icon stands; 0 for one without."""
        return self.shell.page_of(Scene(self.atlas, state, self.seed), app)

    def screen(self, state: PhoneState) -> str:
        """Answer the id of the screen in front; "" on the home screen."""
        return str(state.apps[self.atlas.at[state.front]][0]) if state.front else ""

    def element(self, element_id: str) -> Element | None:
        """Answer an element of the pack by its id; icons and notices of the shell are none."""
        part = self.parts.by_id.get(element_id)
        return part.element if part else None

    def screen_of(self, element_id: str) -> str:
        """Answer the screen an element stands on; "" for the shell's own."""
        part = self.parts.by_id.get(element_id)
        return part.screen if part else ""

    def var_of(self, element_id: str) -> str:
        """Answer the variable an element writes; "" when it writes none by itself."""
        part = self.parts.by_id.get(element_id)
        return part.element.var if part else ""

    def text_class(self, state: PhoneState, var: str) -> str:
        """Answer the class of what stands in a text variable (``empty`` when there is no such variable)."""
        slot = self.atlas.slots.get(var)
        held = state.apps[slot.app][slot.at] if slot else None
        return held if slot and slot.var.kind is VarKind.TEXT and isinstance(held, str) else EMPTY

    def letters(self, state: PhoneState, var: str) -> str:
        """Answer the letters of a text variable."""
        return next((entry.letters for entry in state.letters if entry.var == var), "")

    def sample(self, element_id: str, state: PhoneState | None = None, class_name: str = "") -> str:
        """Answer what the guide would write in a field; a code needs the state that drew it."""
        part = self.parts.by_id.get(element_id)
        if part is None or part.slot is None:
            return ""
        scene = Scene(self.atlas, state or self.start(), self.seed)
        return sample(scene, part.slot, class_name)[: part.most_letters]

    def restore_text(self, state: PhoneState, element_id: str, class_name: str) -> PhoneState:
        """Fill a field again after a resume: its class's sample, marked as an example.

        The class becomes exactly the stored one, so that the replay takes the same way.
        """
        part = self.parts.by_id.get(element_id)
        if part is None or part.slot is None or part.slot.var.kind is not VarKind.TEXT:
            return state
        scene = Scene(self.atlas, state, self.seed)
        letters = sample(scene, part.slot, class_name) if class_name in _classes(part.slot) else ""
        self._acts.writing.written(scene, part, letters, class_name, example=True)
        return self._settled(scene)


def _classes(slot: Slot) -> frozenset[str]:
    return frozenset(each.name for each in slot.var.classes)


def _first_value(slot: Slot) -> Held:
    kind, start = slot.var.kind, slot.var.start
    return start if kind in (VarKind.ONE_OF, VarKind.ROW) and start is not None else emptied(slot)
