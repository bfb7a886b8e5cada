"""The phone's own touches: icons and pages of the home screen, notices, the keys at its side."""

from __future__ import annotations

from collections.abc import Mapping

from elder_tutor.lessons.device.assigning import assign
from elder_tutor.lessons.device.atlas import HOME, SIDE, Atlas
from elder_tutor.lessons.device.conditions import Test, compile_test
from elder_tutor.lessons.device.effects import Maker, Run
from elder_tutor.lessons.device.moving import bring, come, go_back, go_home, locking
from elder_tutor.lessons.device.scene import Scene
from elder_tutor.lessons.device.state import Notice
from elder_tutor.lessons.view import Action, Do

PAGES = f"{HOME}.pages"
"""What turns the pages of the home screen; there only when it has more than one."""


class Shell:
    """Make the actions that belong to no app; what cannot be done changes nothing."""

    def __init__(self, atlas: Atlas, maker: Maker, icons_a_page: int) -> None:
        self.atlas = atlas
        self.icons_a_page = max(1, icons_a_page)
        self._shown: Mapping[str, Test] = {
            app.id: compile_test(atlas, app.icon_if) for app in atlas.apps if app.icon_if is not None
        }
        self._held: Mapping[str, Run] = {
            app.id: maker.run(app.hold, app.id) for app in atlas.apps if app.hold
        }
        keys = atlas.shell.keys if atlas.shell is not None else {}
        owner = atlas.shell.id if atlas.shell is not None else ""
        self._keys: Mapping[str, Run] = {
            f"{SIDE}.{key}": maker.run(effects, owner) for key, effects in keys.items()
        }

    def icons(self, scene: Scene) -> tuple[str, ...]:
        """Answer the apps whose icons stand on the home screen now, in order."""
        if not self._shown:
            return self.atlas.icons
        return tuple(name for name in self.atlas.icons if name not in self._shown or self._shown[name](scene))

    def pages(self, scene: Scene) -> int:
        """Answer how many pages the home screen has."""
        return max(1, -(-len(self.icons(scene)) // self.icons_a_page))

    def page_of(self, scene: Scene, app: str) -> int:
        """Answer the page of the home screen on which an icon stands; 0 for an app without one."""
        icons = self.icons(scene)
        return icons.index(app) // self.icons_a_page if app in icons else 0

    def touch(self, scene: Scene, action: Action) -> bool:
        """Make a tap, hold, swipe or setting of something that belongs to no app."""
        element = action.element
        head, _, name = element.partition(".")
        if head == SIDE:
            self._side(scene, action)
        elif element == PAGES:
            self._turn(scene, action)
        elif head == HOME:
            self._icon(scene, action, name)
        elif action.do is Do.SWIPE:
            self.dismiss(scene, action)
        elif action.do is not Do.SET:
            self.open_notice(scene, self.noticed(scene, name) or self.noticed(scene, element))
        return False

    def _side(self, scene: Scene, action: Action) -> None:
        run = self._keys.get(action.element)
        # a finger that slips over a key has not pressed it; the bar at the top is made for it
        if run is not None and (action.do is not Do.SWIPE or action.element == f"{SIDE}.shade"):
            run(scene)

    def _turn(self, scene: Scene, action: Action) -> None:
        if not scene.front:
            to = action.level if action.do is Do.SET else scene.page + (-1 if action.level < 0 else 1)
            scene.page = max(0, min(to, self.pages(scene) - 1))

    def _icon(self, scene: Scene, action: Action, app: str) -> None:
        if scene.front or app not in self.icons(scene) or action.do in (Do.SWIPE, Do.SET):
            return
        held = self._held.get(app) if action.do is Do.HOLD else None
        if held is not None:
            held(scene)
        else:
            come(scene, app)

    # --- notices -------------------------------------------------------------------

    def open_notice(self, scene: Scene, notice: Notice | None) -> None:
        """Open what a notice is about; a locked phone opens nothing."""
        if notice is None or locking(scene):
            return
        self._put_away(scene, notice)
        scene.tray = None
        bring(scene, notice.screen)
        for var, value in notice.values:
            if var in self.atlas.slots:
                assign(scene, self.atlas.slots[var], value)

    def noticed(self, scene: Scene, row: str) -> Notice | None:
        """Answer the notice that a row of the shade stands for."""
        return next((each for each in scene.notices if str(each.serial) == row), None)

    def swipe_notice(self, scene: Scene, row: str) -> None:
        """Put a notice of the shade away."""
        notice = self.noticed(scene, row)
        if notice is not None:
            self._put_away(scene, notice)

    def _put_away(self, scene: Scene, notice: Notice) -> None:
        scene.notices = tuple(each for each in scene.notices if each is not notice)

    def dismiss(self, scene: Scene, action: Action) -> bool:
        """Put the banner of a notice away; with a shade it waits there."""
        notice = self.noticed(scene, action.element.removeprefix("notice."))
        if notice is None:
            return False
        if self.atlas.shades and notice.banner:
            quiet = notice._replace(banner=False)
            scene.notices = tuple(quiet if each is notice else each for each in scene.notices)
        else:
            self._put_away(scene, notice)
        return False

    # --- keys of the phone -----------------------------------------------------------

    def back(self, scene: Scene, _: Action) -> bool:
        """Close the keyboard, else show the screen above; on the home screen the first page."""
        if scene.tray is not None:
            scene.tray = None
        elif scene.front:
            go_back(scene, scene.front)
        else:
            scene.page = 0
        return False

    def home(self, scene: Scene, _: Action) -> bool:
        """Show the home screen."""
        scene.tray = None
        go_home(scene)
        return False
