"""Which app is in front, and what lies under it: opening, going back, going home.

An app that is ``over`` (an incoming call, the shade) lies on what was in front and gives
way to it again; one that is a ``lock`` lets only effects lead out of it.
"""

from __future__ import annotations

from elder_tutor.lessons.device.atlas import HOME
from elder_tutor.lessons.device.scene import Scene


def bring(scene: Scene, screen: str) -> None:
    """Bring a screen and its app to the front; an app's id resumes it; "home" is the home screen."""
    if screen in scene.atlas.screens:
        scene.show(screen)
        come(scene, scene.atlas.app_of[screen])
    elif screen in scene.atlas.at:
        come(scene, screen)
    elif screen in ("", HOME):
        leave(scene)


def come(scene: Scene, app: str) -> None:
    """Bring an app to the front, over what is there or in its place."""
    if app == scene.front:
        return
    if app not in scene.atlas.over:
        scene.under = ()
    elif app in scene.under:  # it comes up again from below: what lay over it is gone
        scene.under = scene.under[: scene.under.index(app)]
    else:
        scene.under = (*scene.under, scene.front)
    scene.front, scene.page = app, 0
    scene.came.append(app)


def leave(scene: Scene) -> None:
    """Show the first page of the home screen."""
    scene.front, scene.under, scene.page = "", (), 0


def go_home(scene: Scene) -> None:
    """Press home: a locked phone shows the first screen of its lock instead."""
    lock = locking(scene)
    if not lock:
        leave(scene)
        return
    scene.show(scene.atlas.first(lock))
    scene.front, scene.under = lock, ()


def go_back(scene: Scene, app: str) -> None:
    """Show an app's parent screen; from one without a parent leave the app.

    An app left so starts again at its first screen: parked on a screen that knows no way
    up, it could never be used again.
    """
    if app not in scene.atlas.at:
        return
    up = scene.atlas.parent(str(scene.apps[scene.atlas.at[app]][0]))
    scene.show(up or scene.atlas.first(app))
    if up or scene.front != app or app in scene.atlas.locks:
        return
    if scene.under:
        scene.front, scene.under = scene.under[-1], scene.under[:-1]
    else:
        scene.front = ""


def locking(scene: Scene) -> str:
    """Answer the lock app that is in front or lies under what is; "" when the phone is open."""
    if not scene.atlas.locks:
        return ""
    return next((app for app in (scene.front, *scene.under) if app in scene.atlas.locks), "")
