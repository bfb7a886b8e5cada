"""A pack's texts, compiled into functions that fill their fields from a scene.

A field is ``{var}``, ``{row.column}``, ``{picked.msg.text}`` or ``{slot.start:time}``; its
value stands in the phrase under the same name. What is Arabic in a table is itself a
sentence of the pack, so it fills as a phrase and is translated like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import NOWHERE, Found, Frame, find, path_reader
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Record
from elder_tutor.lessons.model import VarKind
from elder_tutor.lessons.rules import Path, Text
from elder_tutor.text.phrase import Fill, Phrase

FIELD = re.compile(r"\{([A-Za-z_][\w-]*(?:\.[\w-]+)*)(?::[^{}]*)?\}")
_ARABIC = re.compile(r"[\u0621-\u064A]")

Caption = Callable[[Scene], "Phrase | None"]


class Captions:
    """Compile texts of one pack."""

    def __init__(self, atlas: Atlas, domain: str) -> None:
        self.atlas = atlas
        self.domain = domain
        self._nested: dict[tuple[str, str, str], Caption] = {}

    def compile(self, text: Text, app: str, frame: Frame = NOWHERE) -> Caption:
        """Compile a text that stands in an app; an empty text is no phrase."""
        if not text:
            return lambda _: None
        names = tuple(dict.fromkeys(FIELD.findall(text)))
        if not names:
            fixed = Phrase(text, self.domain)
            return lambda _: fixed
        fills = tuple((name, *self._fill(name, app, frame)) for name in names)
        domain = self.domain
        private = any(secret for _, _, secret in fills)

        def filled(scene: Scene) -> Phrase:
            values = tuple((name, fill(scene)) for name, fill, _ in fills)
            return Phrase(text, domain, values, private)

        return filled

    def path(self, name: str, app: str, frame: Frame) -> Path | None:
        """Answer what a field's name points at where it stands; None when it points nowhere."""
        head, *rest = name.split(".")
        if head in ("row", "record"):
            return Path(head, tuple(rest))
        if head in ("ask", "arg") and rest:
            return Path(f"{head}.{rest[0]}", tuple(rest[1:]))
        if frame.record and self.atlas.field(frame.record, head) is not None:
            return Path("record", (head, *rest))
        if f"{app}.{head}" in self.atlas.slots:
            return Path(f"{app}.{head}", tuple(rest))
        if rest and f"{head}.{rest[0]}" in self.atlas.slots:
            return Path(f"{head}.{rest[0]}", tuple(rest[1:]))
        return None

    def _fill(self, name: str, app: str, frame: Frame) -> tuple[Callable[[Scene], Fill], bool]:
        path = self.path(name, app, frame)
        if path is None:
            return (lambda _: ""), False
        slot = self.atlas.slots.get(path.root)
        if slot is not None and slot.var.kind is VarKind.TEXT:
            return (lambda scene: scene.written(path.root).letters), True
        records, table, words = self._target(path, frame)
        if table:
            path = Path(path.root, (*path.columns, "name"))
        read = path_reader(self.atlas, path, frame)
        about = self._record_behind(path, frame)

        def fill(scene: Scene) -> Fill:
            value = read(scene)
            label = self.atlas.words.get((words, value)) if words and isinstance(value, str | int) else None
            return self._shown(label or value, scene, app, records, about)

        return fill, False

    def _shown(
        self, value: Found, scene: Scene, app: str, records: str, about: Callable[[Scene], Record | None]
    ) -> Fill:
        if value is None:
            return ""
        if not isinstance(value, str):
            return value
        if "{" not in value:
            return Phrase(value, self.domain) if _ARABIC.search(value) else value
        nested = self._nested.get((value, app, records))
        if nested is None:
            nested = self._nested[value, app, records] = self.compile(value, app, Frame(record=records))
        outer, scene.record = scene.record, about(scene)
        phrase = nested(scene)
        scene.record = outer
        return phrase or ""

    def _target(self, path: Path, frame: Frame) -> tuple[str, str, str]:
        """Answer (the list walked through, the table of the value, the variable whose options name it)."""
        slot = self.atlas.slots.get(path.root)
        if path.root in ("row", "record"):
            records = (
                frame.record
                if path.root == "record" and frame.record
                else frame.row.records
                if frame.row
                else ""
            )
            table = frame.row.table if frame.row and not records else ""
            if table and not path.columns:
                return "", table, ""
        elif slot is None:
            return "", "", ""
        elif slot.var.kind is VarKind.RECORD:
            records, table = slot.var.records, ""
        elif not path.columns:
            return "", slot.var.table if slot.var.kind is VarKind.ROW else "", slot.var.name
        else:
            records, table = "", slot.var.table
        return self._walk(records, table, path.columns)

    def _walk(self, records: str, table: str, columns: tuple[str, ...]) -> tuple[str, str, str]:
        words = ""
        for column in columns:
            if records and not table:
                table = self.atlas.field_table(records, column)
                words = f"{records.partition('.')[0]}.{column}"
            else:
                table, words = self.atlas.refs.get((table, column), ""), ""
            if not table:
                break
        return records, table, words if not table else ""

    def _record_behind(self, path: Path, frame: Frame) -> Callable[[Scene], Record | None]:
        slot = self.atlas.slots.get(path.root)
        if slot is not None and slot.var.kind is VarKind.RECORD and slot.var.records in self.atlas.slots:
            listed = self.atlas.slots[slot.var.records]
            return lambda scene: find(scene.records(listed), scene.get(slot))
        if path.root == "row" and frame.row and frame.row.records:
            return lambda scene: scene.row if isinstance(scene.row, tuple) else None
        return lambda scene: scene.record
