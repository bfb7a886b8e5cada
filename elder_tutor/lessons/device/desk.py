"""What the phone shows of itself: the icons of the home screen, their badges, the status bar."""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import HOME, Atlas, Slot
from elder_tutor.lessons.device.conditions import Frame, Test, compile_test
from elder_tutor.lessons.device.parts import Parts
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.shell import Shell
from elder_tutor.lessons.model import App, VarKind
from elder_tutor.lessons.view import ElementView, ScreenView, StatusView
from elder_tutor.text.phrase import Phrase

_REGIONS = ("top", "middle", "bottom")


class Desk:
    """Make the view of the home screen and of the status bar."""

    def __init__(self, atlas: Atlas, parts: Parts, shell: Shell, domain: str) -> None:
        self.atlas = atlas
        self.parts = parts
        self.shell = shell
        self.domain = domain
        self._badges: dict[str, tuple[Slot, Test | None]] = {
            app.id: (atlas.slots[app.badge], self._unread(app))
            for app in atlas.apps
            if app.badge in atlas.slots
        }
        self._still: dict[tuple[str, ...], tuple[ElementView, ...]] = {}

    def _unread(self, app: App) -> Test | None:
        return (
            None if app.badge_if is None else compile_test(self.atlas, app.badge_if, Frame(record=app.badge))
        )

    def home(self, scene: Scene) -> ScreenView:
        """Answer the home screen with all its icons in order, ``icons_a_page`` of them to a page."""
        pages, icons = self.shell.pages(scene), self._icons(scene)
        return ScreenView(
            "", HOME, None, None, "", "", icons,
            today=self.atlas.today, page=min(scene.page, pages - 1), pages=pages,
        )  # fmt: skip

    def _icons(self, scene: Scene) -> tuple[ElementView, ...]:
        names = self.shell.icons(scene)
        counts = tuple(self._count(scene, name) for name in names)
        key = (*names, *map(str, counts))
        if key not in self._still:
            self._still = {key: tuple(map(self._icon, names, range(len(names)), counts))}
        return self._still[key]

    def _icon(self, name: str, n: int, count: int) -> ElementView:
        app = self.atlas.apps[self.atlas.at[name]]
        page, place = divmod(n, self.shell.icons_a_page)
        return ElementView(
            f"{HOME}.{name}", "app", label=Phrase(app.name, self.domain), icon=app.icon,
            can_hold=bool(app.hold),
            hold_label=Phrase(app.hold_label, self.domain) if app.hold_label else None,
            badge=count, page=page, region=_REGIONS[min(place * 3 // self.shell.icons_a_page, 2)],
        )  # fmt: skip

    def _count(self, scene: Scene, app: str) -> int:
        """Count the unread records behind an icon."""
        slot, unread = self._badges.get(app, (None, None))
        if slot is None:
            return 0
        if unread is None:
            return len(scene.records(slot))
        outer, count = scene.record, 0
        for record in scene.records(slot):
            scene.record = record
            count += unread(scene)
        scene.record = outer
        return count

    def status(self, scene: Scene) -> StatusView | None:
        """Answer what the status bar shows; None when the pack does not say what it reads."""
        if not self.atlas.status:
            return None
        read = {
            name: self._share(scene, self.atlas.slots[var])
            for name, var in self.atlas.status.items()
            if var in self.atlas.slots
        }
        return StatusView(
            wifi=bool(read.get("wifi", True)),
            network=bool(read.get("network", True)),
            silent=bool(read.get("silent")),
            airplane=bool(read.get("airplane")),
            battery=read.get("battery"),
            volume=read.get("volume"),
            brightness=read.get("brightness"),
        )

    def _share(self, scene: Scene, slot: Slot) -> int:
        """Answer a level as 0 to 100, a yes or no as 100 or 0."""
        held = scene.get(slot)
        if slot.var.kind is VarKind.LEVEL and isinstance(held, int):
            return round(100 * held / max(slot.var.most, 1))
        return 100 if held else 0
