"""A phone state as a person meets it: the screen in front, its elements, notices and keyboard."""

from __future__ import annotations

from dataclasses import replace

from elder_tutor.lessons.device.atlas import Atlas
from elder_tutor.lessons.device.conditions import Found
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.desk import Desk
from elder_tutor.lessons.device.keyboard import forms
from elder_tutor.lessons.device.parts import WORDS, Part, Parts, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.shell import Shell
from elder_tutor.lessons.device.state import Notice
from elder_tutor.lessons.model import App, Behaviour, VarKind
from elder_tutor.lessons.view import ElementView, KeyboardView, NoticeView, RowView, ScreenView
from elder_tutor.text.phrase import Phrase

REGIONS = ("top", "middle", "bottom")


class Viewer:
    """Make views of scenes."""

    def __init__(self, atlas: Atlas, parts: Parts, shell: Shell, domain: str) -> None:
        self.atlas = atlas
        self.parts = parts
        self.domain = domain
        self.desk = Desk(atlas, parts, shell, domain)

    def view(self, scene: Scene) -> ScreenView:
        """Answer the whole phone as it stands."""
        if scene.front:
            screen = str(scene.apps[self.atlas.at[scene.front]][0])
            shown = self._screen(scene, screen)
            behind = self._behind(scene, screen) if shown.dialog else None
        else:
            shown, behind = self.desk.home(scene), None
        return replace(
            shown,
            under=behind,
            notices=tuple(self._notice(notice) for notice in scene.notices if notice.banner),
            keyboard=self._keyboard(scene),
            status=self.desk.status(scene),
            toast=scene.toast,
            sides=self.atlas.sides,
        )

    def _behind(self, scene: Scene, screen: str) -> ScreenView | None:
        """Answer what shows behind a dialog: its parent, else what its app lies over."""
        up = self.atlas.parent(screen)
        if up:
            return self._screen(scene, up)
        if not scene.under:
            return None
        app = scene.under[-1]
        return self._screen(scene, str(scene.apps[self.atlas.at[app]][0])) if app else self.desk.home(scene)

    def _screen(self, scene: Scene, screen: str) -> ScreenView:
        found = self.atlas.screens[screen]
        app = self._app_of(screen)
        caption = self.parts.titles[screen]
        return ScreenView(
            app.id,
            screen,
            Phrase(app.name, self.domain),
            caption(scene),
            app.icon,
            app.colour,
            self._elements(scene, screen),
            dialog=found.dialog,
            today=self.atlas.today,
            danger=found.danger,
        )

    def _app_of(self, screen: str) -> App:
        return self.atlas.apps[self.atlas.at[self.atlas.app_of[screen]]]

    def _elements(self, scene: Scene, screen: str) -> tuple[ElementView, ...]:
        parts = [part for part in self.parts.by_screen[screen] if part.is_shown(scene)]
        return tuple(self._element(scene, part, region(part, n, len(parts))) for n, part in enumerate(parts))

    def _element(self, scene: Scene, part: Part, where: str) -> ElementView:
        element, captions = part.element, part.captions
        held: Found = scene.get(part.slot) if part.slot else None
        level, most, checked = _level(part, held)
        written = part.behaviour is Behaviour.WRITE and part.slot is not None
        entry = scene.written(part.slot.var.name) if written and part.slot else None
        rows = self._rows(scene, part, held) if part.rows else self._waiting(scene) if part.is_shade else ()
        plain_icon = (
            element.icon if part.row_icon is None else "" if part.rows else _word(part.row_icon(scene))
        )
        words = {
            name: captions[name](scene)
            if name in captions and not (part.rows and name in ("label", "sub"))
            else None
            for name in WORDS
        }
        return ElementView(
            element.id, element.kind, label=words["label"], text=words["text"], sub=words["sub"],
            meaning=words["meaning"], hold_label=words["hold_label"], swipe_label=words["swipe_label"],
            icon=plain_icon, look=element.look,
            enabled=part.is_enabled(scene), checked=checked, level=level, most=most,
            letters=entry.letters if entry else "", sample=entry.sample if entry else False,
            cells=part.cells, input=("digits" if part.digits_only else "text") if written else "",
            focused=scene.tray is not None and scene.tray.field == element.id,
            rows=rows,
            facts=tuple((_some(name(scene)), _some(text(scene)), icon) for name, text, icon in part.facts),
            can_hold=part.hold is not None, can_swipe=part.swipe is not None or part.is_shade,
            swipe_to=element.swipe_to or ("side" if part.swipe is not None or part.is_shade else ""),
            region=where,
        )  # fmt: skip

    def _rows(self, scene: Scene, part: Part, held: Found) -> tuple[RowView, ...]:
        label, sub, group = (part.captions.get(name) for name in ("label", "sub", "group"))
        made = []
        for name in offered(part, scene):
            day = scene.row.get("date") if isinstance(scene.row, dict) else None
            heading = group(scene) if group else None
            made.append(
                RowView(
                    name,
                    (label(scene) if label else None) or Phrase(name, self.domain),
                    sub(scene) if sub else None,
                    icon=_word(part.row_icon(scene)) if part.row_icon else part.element.icon,
                    open=part.is_open(scene),
                    chosen=held is not None and str(held) == name,
                    day=day if not isinstance(day, str | int) else None,
                    group=_inner(heading),
                    mine=part.mine is not None and part.mine(scene),
                )
            )
        return tuple(made)

    def _waiting(self, scene: Scene) -> tuple[RowView, ...]:
        """Answer the notices that were not opened, as the rows of the shade."""
        return tuple(
            RowView(
                str(notice.serial),
                Phrase(self._app_of(notice.screen).name, self.domain),
                notice.text,
                icon=self._app_of(notice.screen).icon,
            )
            for notice in scene.notices
        )

    def _notice(self, notice: Notice) -> NoticeView:
        app = self._app_of(notice.screen)
        return NoticeView(str(notice.serial), app.id, app.icon, Phrase(app.name, self.domain), notice.text)

    def _keyboard(self, scene: Scene) -> KeyboardView | None:
        tray = scene.tray
        part = self.parts.by_id.get(tray.field) if tray else None
        if tray is None or part is None or part.slot is None:
            return None
        letters = scene.written(part.slot.var.name).letters
        other = () if part.digits_only else forms(letters, tray.layer)
        return KeyboardView(tray.field, tray.layer, part.digits_only, other, tray.shift)


_BLANK = Phrase("")


def region(part: Part, n: int, count: int) -> str:
    """Answer where an element is: as the author says, else by its place among those shown."""
    if part.element.region:
        return part.element.region
    return "bottom" if part.element.kind == "tab" else REGIONS[min(n * 3 // max(count, 1), 2)]


def _level(part: Part, held: Found) -> tuple[int, int, bool]:
    if part.slot is None:
        return 0, 0, False
    if part.slot.var.kind is VarKind.LEVEL and isinstance(held, int):
        return held, part.slot.var.most, False
    if part.slot.var.kind is VarKind.YESNO and part.element.value is None:
        return int(bool(held)), 1, bool(held)
    chosen = part.element.value is not None and held == part.element.value
    return 0, 0, chosen


def _some(phrase: Phrase | None) -> Phrase:
    return phrase or _BLANK


def _word(value: Cell | Found) -> str:
    return value if isinstance(value, str) else ""


def _inner(phrase: Phrase | None) -> Phrase | None:
    """Answer the phrase that alone fills a template; None when nothing does."""
    value = phrase.values[0][1] if phrase and phrase.values else None
    return value if isinstance(value, Phrase) else None
