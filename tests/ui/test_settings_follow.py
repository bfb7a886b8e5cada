"""A learner's settings follow them on this machine; after they leave the centre's hold again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elder_tutor.app import App, build
from elder_tutor.errors import KnownError
from elder_tutor.settings import Settings
from elder_tutor.ui.application import Composition
from elder_tutor.ui.kiosk.kiosk import Kiosk
from elder_tutor.ui.pages.settings_page import SettingsPage

Tap = Callable[..., None]
CENTRE = {"size": 2, "volume": 70, "rate": 105, "theme": "light", "digits": "latn"}
MINE = {
    "size": 4, "volume": 100, "rate": 85, "theme": "dark", "digits": "arab", "voice": "female",
    "release_mm": 14.0, "snap_mm": 7.0, "repeat_ms": 900, "key_repeat_ms": 300, "phone_side": "leading",
    "speak_touched": True, "fitted": True,
}  # fmt: skip
"""What was set for this learner: every one differs from the centre's."""


def opened(folder: Path, cache: Path) -> App:
    """The domain on a data folder."""
    return build(folder, seed=lambda: 1, cache_dir=cache)


@pytest.fixture
def app(tmp_path: Path, pack_cache: Path) -> Iterator[App]:
    """The domain with the centre's own settings and two learners, who have agreed."""
    made = opened(tmp_path / "store", pack_cache)
    made.keep_settings(dict(CENTRE))
    for name, picture in (("أم خالد", "dallah"), ("سالم", "palm")):
        made.people.consent(made.people.add(name, picture).id, True)
    yield made
    made.close()


@pytest.fixture
def whole(qapp: QApplication, app: App) -> Iterator[Composition]:
    """The running program."""
    made = Composition(app, clock_ms=lambda: 0)
    made.window.resize(1366, 768)
    made.window.use(app.settings)
    made.window.show()
    made.voice.do_without()
    made.journey.start()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


def ids(app: App) -> list[str]:
    """The learners in the order they came."""
    return [each.id for each in app.people.learners()]


def of(settings: Settings, names: object) -> dict[str, object]:
    """Some of the settings."""
    return {name: getattr(settings, name) for name in names}  # type: ignore[attr-defined]


def set_mine(whole: Composition, app: App) -> None:
    """Let the first learner come in and set everything."""
    whole.journey.sign_in(ids(app)[0])
    whole.journey.changing.change_all(MINE)
    assert of(whole.window.settings, MINE) == MINE


def assert_centre(whole: Composition, app: App) -> None:
    """The centre's settings hold, in the window and where they work."""
    window = whole.window
    assert window.settings == app.settings
    assert of(window.settings, CENTRE) == CENTRE
    assert (window.metrics.step, window.metrics.colours.page) == (2, "#F8F4EC")
    assert (whole.voice._volume, whole.voice.rate, window.wording.digits) == (70, 105, "latn")
    assert (window.tolerance.release_mm, window.tolerance.repeat_ms) == (9.0, 500)


def assert_mine(whole: Composition) -> None:
    """The learner's settings hold, in the window and where they work."""
    window = whole.window
    assert of(window.settings, MINE) == MINE
    assert (window.metrics.step, window.metrics.colours.page) == (4, "#0C1316")
    assert (whole.voice._volume, whole.voice.rate, window.wording.digits) == (100, 85, "arab")
    assert (window.tolerance.release_mm, window.tolerance.repeat_ms) == (14.0, 900)


def test_the_centres_settings_return_when_somebody_leaves(whole: Composition, app: App) -> None:
    set_mine(whole, app)
    whole.journey.leave()
    assert_centre(whole, app)


def test_a_learner_who_comes_again_finds_theirs(whole: Composition, app: App) -> None:
    set_mine(whole, app)
    whole.journey.leave()
    whole.journey.sign_in(ids(app)[0])
    assert_mine(whole)


def test_the_next_learner_finds_the_centres(whole: Composition, app: App) -> None:
    set_mine(whole, app)
    whole.journey.leave()
    whole.journey.sign_in(ids(app)[1])
    assert_centre(whole, app)


def test_what_a_guest_sets_ends_with_the_visit(whole: Composition, app: App) -> None:
    whole.journey.begin(None)
    whole.journey.changing.change_all(MINE)
    assert_mine(whole)
    whole.journey.leave()
    assert_centre(whole, app)
    whole.journey.begin(None)
    assert_centre(whole, app)


def test_what_a_guest_sets_is_nobodys(whole: Composition, app: App) -> None:
    whole.journey.begin(None)
    whole.journey.changing.change_all(MINE)
    assert [app.settings_of(each) for each in ids(app)] == [app.settings] * 2


@pytest.mark.parametrize("guest", [False, True])
def test_a_reset_of_the_kiosk_brings_the_centres_back(whole: Composition, app: App, guest: bool) -> None:
    kiosk = Kiosk(whole, now=lambda: 0, environment={})
    if guest:
        whole.journey.begin(None)
        whole.journey.changing.change_all(MINE)
    else:
        set_mine(whole, app)
    whole.journey.open_settings()
    kiosk.reset()
    assert_centre(whole, app)
    whole.journey.sign_in(ids(app)[0])
    assert_centre(whole, app) if guest else assert_mine(whole)


def test_they_are_there_after_the_program_was_started_anew(
    whole: Composition, app: App, tmp_path: Path, pack_cache: Path
) -> None:
    set_mine(whole, app)
    whole.journey.leave()
    app.store.close()
    again = opened(tmp_path / "store", pack_cache)
    assert of(again.settings_of(again.people.learners()[0].id), MINE) == MINE
    assert of(again.settings, CENTRE) == CENTRE
    again.close()


def test_what_the_centre_changes_reaches_whoever_set_nothing_of_it(whole: Composition, app: App) -> None:
    whole.journey.sign_in(ids(app)[0])
    whole.journey.changing.change("size", 4)
    app.keep_settings({"volume": 30, "size": 1})
    held = app.settings_of(ids(app)[0])
    assert (held.size, held.volume) == (4, 30)


def test_what_was_set_at_the_door_holds_for_who_has_set_nothing_of_it(whole: Composition, app: App) -> None:
    app.keep_settings({"theme": "light"}, ids(app)[0])
    whole.journey.changing.change_all({"size": 4, "theme": "dark"})
    whole.journey.sign_in(ids(app)[0])
    assert of(whole.window.settings, ("size", "theme")) == {"size": 4, "theme": "light"}
    whole.journey.leave()
    whole.journey.sign_in(ids(app)[0])
    assert whole.window.settings.size == 2


# --- the centre's settings brought back, and given back -----------------------------------------


def test_own_settings_are_given_back_with_the_language_of_the_door(whole: Composition, app: App) -> None:
    whole.journey.changing.change("language", "en")
    whole.journey.sign_in(ids(app)[0])
    held = whole.journey.wearing.use_centre_alone()
    assert whole.window.settings.language == "ar"
    whole.journey.wearing.use_own(held)
    assert whole.window.settings.language == "en"


def test_nobody_is_given_the_settings_of_the_one_before(whole: Composition, app: App, tap: Tap) -> None:
    set_mine(whole, app)
    whole.journey.open_sheet()
    page = whole.window.page(SettingsPage)
    page.centreRequested.emit()
    assert page.undo
    whole.journey.troubled(KnownError("The voice does not work now."))  # it comes by itself
    tap(whole.window, "calm.button")
    whole.journey.leave()
    whole.journey.sign_in(ids(app)[1])
    whole.journey.open_sheet()
    assert not page.undo


# --- who cannot see -----------------------------------------------------------------------------


def test_who_said_that_the_program_speaks_itself_said_it_for_their_own_visit(
    whole: Composition, app: App
) -> None:
    whole.journey.changing.reader_found(True)
    whole.journey.sign_in(ids(app)[0])
    whole.journey.changing.toggle_reader()
    assert not whole.window.settings.screen_reader
    whole.journey.leave()
    assert whole.window.settings.screen_reader


def test_a_reader_that_has_gone_silences_nobody(whole: Composition, app: App) -> None:
    whole.journey.changing.reader_found(True)
    whole.journey.changing.change("size", 3)
    whole.journey.changing.reader_found(False)
    whole.journey.sign_in(ids(app)[0])
    assert not whole.window.settings.screen_reader


def test_a_guest_does_not_wear_what_is_somebodys_who_was_at_the_door(whole: Composition, app: App) -> None:
    app.keep_settings({"size": 4, "theme": "dark"}, ids(app)[0])
    whole.journey.doorway.ask_symbols(app.people.learner(ids(app)[0]))
    whole.journey.changing.toggle_naming()
    whole.journey.begin(None)
    assert of(whole.window.settings, ("size", "theme", "speak_touched")) == {
        "size": 2, "theme": "light", "speak_touched": True,
    }  # fmt: skip
