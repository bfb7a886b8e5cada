"""The elements of a phone, compiled: what shows them, what they offer, what they do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from elder_tutor.lessons.device.atlas import Atlas, Rows, Slot, Spot
from elder_tutor.lessons.device.captions import Caption, Captions
from elder_tutor.lessons.device.conditions import Frame, Reader, Test, compile_test, path_reader
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.effects import Maker, Run
from elder_tutor.lessons.device.keyboard import LONGEST_TEXT
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Record
from elder_tutor.lessons.model import KINDS, Behaviour, Element, VarKind
from elder_tutor.lessons.rules import Path

V = TypeVar("V")
Payload = Mapping[str, Cell] | Record
DIGIT_KINDS = frozenset({"digits", "amount", "code", "pin"})
WORDS = ("label", "text", "sub", "meaning", "hold_label", "swipe_label")
"""The members of an element that are texts."""
_LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One element, ready to be asked and touched."""

    element: Element
    screen: str
    app: str
    behaviour: Behaviour
    shown: Test | None
    enabled: Test | None
    rows: Rows | None
    rows_slot: Slot | None
    where: Test | None
    open: Test | None
    do: Run
    otherwise: Run
    hold: Run | None
    swipe: Run | None
    slot: Slot | None
    digits_only: bool = False
    cells: int = 0
    most_letters: int = LONGEST_TEXT
    captions: dict[str, Caption] = field(default_factory=dict)
    facts: tuple[tuple[Caption, Caption, str], ...] = ()
    row_icon: Reader | None = None
    mine: Test | None = None
    is_shade: bool = False
    """Its rows are the notices that were not opened."""
    turns: bool = False
    """It goes on and back by a swipe."""

    def is_shown(self, scene: Scene) -> bool:
        """Answer whether the element stands on its screen now."""
        return self.shown is None or self.shown(scene)

    def is_enabled(self, scene: Scene) -> bool:
        """Answer whether the element does what it is for."""
        return self.enabled is None or self.enabled(scene)

    def is_open(self, scene: Scene) -> bool:
        """Answer whether the row laid in the scene can be chosen."""
        return self.open is None or self.open(scene)


def row_id(payload: Payload) -> str:
    """Answer the id a row is picked by: a table's row id, or a record's serial number."""
    return str(payload[0] if isinstance(payload, tuple) else payload["id"])


class _OnDemand(Mapping[str, V]):
    """A mapping of known names whose values are made when they are first asked for, and kept."""

    def __init__(self, names: Collection[str], make: Callable[[str], V]) -> None:
        self._names = names
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        made = self._made.get(name)
        if made is None:
            if name not in self._names:
                raise KeyError(name)
            made = self._made[name] = self._make(name)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Parts:
    """Compile the elements of an atlas, and find them by id or screen.

    A screen is compiled when it is first asked for: a lesson meets a few of the phone's screens,
    and compiling all of them would hold it up when it opens.
    """

    def __init__(self, atlas: Atlas, captions: Captions, maker: Maker) -> None:
        self.atlas = atlas
        self._captions = captions
        self._maker = maker
        self.by_id: Mapping[str, Part] = _OnDemand(atlas.spots, self._of_id)
        self.by_screen: Mapping[str, tuple[Part, ...]] = _OnDemand(atlas.screens, self._of_screen)
        self.titles: Mapping[str, Caption] = _OnDemand(atlas.screens, self._title)

    def _of_screen(self, screen: str) -> tuple[Part, ...]:
        elements = self.atlas.screens[screen].elements
        return tuple(self._part(self.atlas.spots[element.id], element) for element in elements)

    def _of_id(self, element: str) -> Part:
        spot = self.atlas.spots[element]
        return next(part for part in self.by_screen[spot.screen] if part.element.id == element)

    def _title(self, screen: str) -> Caption:
        return self._captions.compile(self.atlas.screens[screen].title, self.atlas.app_of[screen])

    def _part(self, spot: Spot, element: Element) -> Part:
        rows = self.atlas.rows_of(element)
        frame = Frame(rows, rows.records if rows else "")
        behaviour = KINDS.get(element.kind, Behaviour.SHOW)
        slot = self.atlas.slots.get(element.var)
        digits_only = element.kind in DIGIT_KINDS
        cells = self._cells(element, slot)
        return Part(
            element, spot.screen, spot.app, behaviour,
            shown=compile_test(self.atlas, element.show_if) if element.show_if else None,
            enabled=compile_test(self.atlas, element.on_if) if element.on_if else None,
            rows=rows,
            rows_slot=self.atlas.slots.get(rows.records) if rows else None,
            where=compile_test(self.atlas, element.where, frame) if element.where else None,
            open=compile_test(self.atlas, element.open_if, frame) if element.open_if else None,
            do=self._maker.run(element.do, spot.app, frame),
            otherwise=self._maker.run(element.otherwise, spot.app, frame),
            hold=self._maker.run(element.hold, spot.app, frame) if element.hold else None,
            swipe=self._maker.run(element.swipe, spot.app, frame) if element.swipe else None,
            slot=slot,
            digits_only=digits_only,
            cells=cells,
            most_letters=cells or (_LONGEST_NUMBER if digits_only else LONGEST_TEXT),
            captions=self._texts(element, spot.app, frame),
            facts=tuple(
                (self._captions.compile(label, spot.app), self._captions.compile(text, spot.app), icon)
                for label, text, icon in element.facts
            ),
            row_icon=self._icon(element, spot.app, frame),
            mine=compile_test(self.atlas, element.mine_if, frame) if element.mine_if else None,
            is_shade=element.kind == "shade",
            turns=behaviour is Behaviour.PAGES and slot is not None,
        )  # fmt: skip

    def _texts(self, element: Element, app: str, frame: Frame) -> dict[str, Caption]:
        texts = {name: getattr(element, name) for name in WORDS}
        made = {name: self._captions.compile(text, app, frame) for name, text in texts.items() if text}
        if frame.row is not None and any(
            "group" in row for row in self.atlas.rows.get(frame.row.table, {}).values()
        ):
            made["group"] = self._captions.compile("{row.group}", app, frame)
        return made

    def _icon(self, element: Element, app: str, frame: Frame) -> Reader | None:
        name = element.icon[1:-1] if element.icon.startswith("{") and element.icon.endswith("}") else ""
        if not name and frame.row is not None and not element.icon:
            name = "row.icon"
        path: Path | None = self._captions.path(name, app, frame) if name else None
        return path_reader(self.atlas, path, frame) if path else None

    def _cells(self, element: Element, slot: Slot | None) -> int:
        if element.kind not in ("code", "pin"):
            return 0
        for each in slot.var.classes if slot else ():
            name = (each.equals or "").removeprefix("$")
            code = self.atlas.slots.get(name) or self.atlas.slots.get(
                f"{element.id.partition('.')[0]}.{name}"
            )
            if name and code and code.var.kind is VarKind.CODE:
                return code.var.digits or 6
            if each.digits:
                return each.digits
        return 6 if element.kind == "code" else 4


def offered(part: Part, scene: Scene) -> Iterator[str]:
    """Lay each row an element offers in the scene, one after the other, and answer its id."""
    outer_row, outer_record = scene.row, scene.record
    for payload in _payloads(part, scene):
        _lay(payload, scene)
        if part.where is None or part.where(scene):
            yield row_id(payload)
    scene.row, scene.record = outer_row, outer_record


def lay_row(part: Part, scene: Scene, wanted: str) -> bool:
    """Lay the row with an id in the scene; answer False when the element does not offer it."""
    for payload in _payloads(part, scene):
        if row_id(payload) == wanted:
            _lay(payload, scene)
            return part.where is None or part.where(scene)
    return False


def _lay(payload: Payload, scene: Scene) -> None:
    scene.row = payload
    scene.record = payload if isinstance(payload, tuple) else None


def _payloads(part: Part, scene: Scene) -> Iterable[Payload]:
    if part.rows_slot is not None:
        records = scene.records(part.rows_slot)
        return records[::-1] if part.element.kind == "chats" else records
    if part.rows is None:
        return ()
    return scene.atlas.rows[part.rows.table].values()
