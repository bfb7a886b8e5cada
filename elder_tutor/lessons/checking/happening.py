"""Steps whose target is never there, and mistakes that cannot happen: each is asked of the route.

A condition that the route does not find a way to from the start of a lesson can never
become true: whatever could make it true is in its cone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elder_tutor.lessons.checking.claims import before_touch
from elder_tutor.lessons.checking.fields import paths_of
from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.keyboard import LAYERS
from elder_tutor.lessons.device.state import PhoneState
from elder_tutor.lessons.model import Lesson, Mistake, Step
from elder_tutor.lessons.phone import Phone
from elder_tutor.lessons.route import NoWay, Router
from elder_tutor.lessons.rules import AllOf, AnyOf, Condition, Has, Not, OnScreen, Operand, Path, Say, Stop
from elder_tutor.lessons.teaching.drawing import Asked, draws_of, otherwise, started, taught
from elder_tutor.lessons.wayfinding.moves import Flat, Move, written
from elder_tutor.lessons.wayfinding.rewrite import asked, rewritten

MOST_STARTS = 8


class Happening:
    """Answer what can come up in a lesson, by any of its starts and ways of asking."""

    def __init__(self, phone: Phone, lesson: Lesson) -> None:
        self.phone = phone
        self.lesson = lesson
        self._router = Router(phone, lesson)
        self._known: dict[tuple[Condition, PhoneState], bool] = {}
        self._begun = tuple(self._starts())

    def _starts(self) -> Iterator[tuple[PhoneState, Asked]]:
        usual = taught(self.lesson)
        seen: set[PhoneState] = set()
        for way in (usual, *otherwise(self.lesson, usual)):
            yield started(self.phone, self.lesson, usual, judged=False), way
        if self.lesson.check is not None:
            for way in (usual, *draws_of(self.lesson, self.lesson.check)):
                start = started(self.phone, self.lesson, way, judged=True)
                if start not in seen and len(seen) < MOST_STARTS:
                    seen.add(start)
                    yield start, way

    def comes(self, condition: Condition) -> bool:
        """Tell whether a condition can become true."""
        return any(self._from(asked(condition, dict(way)), start) for start, way in self._begun)

    def _from(self, condition: Condition, start: PhoneState) -> bool:
        known = (condition, start)
        if known not in self._known:
            try:
                self._router.route(start, condition)
            except NoWay:
                self._known[known] = False
            else:
                self._known[known] = True
        return self._known[known]

    # --- steps -----------------------------------------------------------------------

    def step_touch(self, step: Step, touch: str) -> bool:
        """Tell whether what a step asks to touch is there and open somewhere on the way."""
        head, _, name = touch.partition(".")
        if head == "key":
            return name in ("delete", "done", "shift") or name.startswith("layer.") or _is_key(name)
        if head == "side":
            return any(name in app.keys for app in self.phone.atlas.apps)
        if head == HOME and name in self.phone.atlas.at:
            return self._icon(name)
        condition = before_touch(self.phone, touch)
        if condition is None:
            return True
        rows = self._rows(touch, step.rows)
        return self.comes(AllOf((condition, rows)) if rows is not None else condition)

    def _icon(self, app: str) -> bool:
        found = self.phone.atlas.apps[self.phone.atlas.at[app]]
        return app in self.phone.atlas.icons and (found.icon_if is None or self.comes(found.icon_if))

    def _rows(self, touch: str, wanted: tuple[str, ...], closed: bool = False) -> Condition | None:
        """Answer when a choice has a row to offer (a closed one if asked); None when it always has."""
        part = self.phone.parts.by_id.get(touch)
        rows = part.rows if part is not None else None
        if part is None or rows is None:
            return None
        open_if = part.element.open_if
        opened = Not(open_if) if closed and open_if is not None else open_if
        tests = tuple(each for each in (part.element.where, opened) if each is not None)
        if rows.records:
            return Has(rows.records, AllOf(tests))
        table = self.phone.atlas.rows[rows.table]
        ways = [_of_row(self.phone.atlas, AllOf(tests), rows.table, row, cells)
                for row, cells in table.items() if not wanted or row in wanted]  # fmt: skip
        return AnyOf(tuple(ways))

    # --- mistakes --------------------------------------------------------------------

    def mistake(self, mistake: Mistake) -> str:
        """Answer the trigger of a mistake that cannot happen: said, stopped, did or when; "" when it can."""
        if mistake.when is not None:
            return "" if self.comes(mistake.when) else "when"
        if mistake.did:
            return "" if self.step_touch(Step("", ()), mistake.did) else "did"
        for member, key in (("said", mistake.said), ("stopped", mistake.stopped)):
            if key and not self._spoken(key):
                return member
        return ""

    def _spoken(self, key: str) -> bool:
        found = False
        for move in (move for on in self.phone.moves.by_screen.values() for move in on):
            for flats, refused in ((move.effects, False), (move.refused, True)):
                for place, flat in enumerate(flats):
                    if isinstance(flat.effect, Say | Stop) and flat.effect.key == key:
                        found = True
                        if self.comes(self._when(move, flats[:place], flat, refused)):
                            return True
        return not found and self._told_elsewhere(key)

    def _told_elsewhere(self, key: str) -> bool:
        for app in self.phone.atlas.apps:
            for effects in (*app.timers.values(), *app.events.values()):
                if any(isinstance(f.effect, Say | Stop) and f.effect.key == key
                       for f in self.phone.moves.flat(effects, app.id)):  # fmt: skip
                    return True
        return False

    def _when(self, move: Move, before: tuple[Flat, ...], flat: Flat, refused: bool) -> Condition:
        """Answer when a touch says something, as far as this can be told before it is made."""
        element = move.element
        parts: list[Condition] = [OnScreen(move.screen)] if move.screen in self.phone.atlas.screens else []
        if element.show_if is not None:
            parts.append(element.show_if)
        changed = {name for each in before for name in written(each.effect)}
        guards = tuple(g for g in flat.guards if not changed and not _of_row_only(g))
        off = Not(element.on_if) if element.on_if is not None else None
        closed = self._rows(element.id, (), closed=True) if element.open_if is not None else None
        if refused:
            ways = tuple(each for each in (off, closed) if each is not None)
            parts += [AnyOf(ways)] if ways else []
        elif element.on_if is not None:
            parts.append(element.on_if)
        return AllOf((*parts, *guards))


def _is_key(letter: str) -> bool:
    return any(letter in row for layer in LAYERS.values() for row in layer) or len(letter) == 1


def _of_row(atlas: Atlas, condition: Condition, table: str, row: str, cells: Mapping[str, Cell]) -> Condition:
    """Answer a condition on a table's row with that row put in."""

    def swap(operand: Operand) -> Operand:
        if not isinstance(operand, Path) or operand.root not in ("row", "record"):
            return operand
        value: object = row if not operand.columns else cells.get(operand.columns[0])
        inner = atlas.refs.get((table, operand.columns[0]), "") if operand.columns else ""
        for column in operand.columns[1:]:
            value = atlas.rows.get(inner, {}).get(str(value), {}).get(column)
            inner = atlas.refs.get((inner, column), "")
        return value if isinstance(value, str | int | bool) or value is None else str(value)

    return rewritten(condition, swap)


def _of_row_only(condition: Condition) -> bool:
    """Tell whether a guard speaks of the row under the finger: it is taken for true."""
    return any(path.root in ("row", "record", "arg") for path in paths_of(condition))
