"""A phone state as a person meets it: the screen in front, its elements, notices and keyboard."""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import HOME, Atlas
from elder_tutor.lessons.device.conditions import Found
from elder_tutor.lessons.device.derive import Cell
from elder_tutor.lessons.device.keyboard import forms
from elder_tutor.lessons.device.parts import Part, Parts, offered
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.model import Behaviour, VarKind
from elder_tutor.lessons.view import ElementView, KeyboardView, NoticeView, RowView, ScreenView
from elder_tutor.text.phrase import Phrase

REGIONS = ("top", "middle", "bottom")
ICONS_A_PAGE = 12


class Viewer:
    """Make views of scenes."""

    def __init__(self, atlas: Atlas, parts: Parts, domain: str) -> None:
        self.atlas = atlas
        self.parts = parts
        self.domain = domain
        self._home = self._icons()

    def view(self, scene: Scene) -> ScreenView:
        """Answer the whole phone as it stands."""
        if not scene.front:
            return ScreenView(
                "", HOME, None, None, "", "", self._home, notices=self._notices(scene), today=self.atlas.today
            )
        place = self.atlas.at[scene.front]
        return self._screen(scene, str(scene.apps[place][0]), whole=True)

    def _screen(self, scene: Scene, screen: str, whole: bool) -> ScreenView:
        found = self.atlas.screens[screen]
        app = self.atlas.apps[self.atlas.at[self.atlas.app_of[screen]]]
        under = self.atlas.parent(screen)
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
            under=self._screen(scene, under, whole=False) if found.dialog and under and whole else None,
            notices=self._notices(scene) if whole else (),
            keyboard=self._keyboard(scene) if whole else None,
            today=self.atlas.today,
        )

    def _elements(self, scene: Scene, screen: str) -> tuple[ElementView, ...]:
        parts = [part for part in self.parts.by_screen[screen] if part.is_shown(scene)]
        return tuple(self._element(scene, part, region(part, n, len(parts))) for n, part in enumerate(parts))

    def _element(self, scene: Scene, part: Part, where: str) -> ElementView:
        element, captions = part.element, part.captions
        held: Found = scene.get(part.slot) if part.slot else None
        level, most, checked = _level(part, held)
        written = part.behaviour is Behaviour.WRITE and part.slot is not None
        entry = scene.written(part.slot.var.name) if written and part.slot else None
        rows = self._rows(scene, part, held) if part.rows else ()
        plain_icon = (
            element.icon if part.row_icon is None else "" if part.rows else _word(part.row_icon(scene))
        )
        phrases = {
            name: captions[name](scene)
            if name in captions and not (part.rows and name in ("label", "sub"))
            else None
            for name in ("label", "text", "sub", "meaning", "hold_label")
        }
        return ElementView(
            element.id, element.kind, **phrases,
            icon=plain_icon, look=element.look,
            enabled=part.is_enabled(scene), checked=checked, level=level, most=most,
            letters=entry.letters if entry else "", sample=entry.sample if entry else False,
            cells=part.cells, input=("digits" if part.digits_only else "text") if written else "",
            focused=scene.tray is not None and scene.tray.field == element.id,
            rows=rows,
            facts=tuple((_some(name(scene)), _some(text(scene)), icon) for name, text, icon in part.facts),
            can_hold=part.hold is not None, region=where,
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
                )
            )
        return tuple(made)

    def _icons(self) -> tuple[ElementView, ...]:
        apps = [self.atlas.apps[self.atlas.at[name]] for name in self.atlas.icons]
        return tuple(
            ElementView(
                f"{HOME}.{app.id}", "app", label=Phrase(app.name, self.domain), icon=app.icon,
                region=REGIONS[min(n % ICONS_A_PAGE // 4, 2)],
            )
            for n, app in enumerate(apps)
        )  # fmt: skip

    def _notices(self, scene: Scene) -> tuple[NoticeView, ...]:
        made = []
        for notice in scene.notices:
            app = self.atlas.apps[self.atlas.at[self.atlas.app_of[notice.screen]]]
            made.append(
                NoticeView(str(notice.serial), app.id, app.icon, Phrase(app.name, self.domain), notice.text)
            )
        return tuple(made)

    def _keyboard(self, scene: Scene) -> KeyboardView | None:
        tray = scene.tray
        part = self.parts.by_id.get(tray.field) if tray else None
        if tray is None or part is None or part.slot is None:
            return None
        letters = scene.written(part.slot.var.name).letters
        return KeyboardView(
            tray.field, tray.layer, part.digits_only, () if part.digits_only else forms(letters, tray.layer)
        )


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
