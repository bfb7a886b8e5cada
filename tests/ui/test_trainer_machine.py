"""The page of this machine: what the doctor found, the voices, and what holds for everybody."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from elder_tutor.app import App
from elder_tutor.doctor import machine, sound, voice
from elder_tutor.doctor.examine import Told
from elder_tutor.doctor.finding import Finding, bad, ok, warn
from elder_tutor.errors import KnownError
from elder_tutor.settings import Settings
from elder_tutor.speech.errors import VoiceFailed
from elder_tutor.speech.voices.names import VoiceInfo
from elder_tutor.text.line import Line
from elder_tutor.text.phrase import phrase
from elder_tutor.ui.program import Program
from elder_tutor.ui.trainer import machine_desk
from elder_tutor.ui.trainer.machine import CHOICES, FINDINGS, SECTIONS, VOICES, MachinePage
from elder_tutor.ui.trainer.machine_findings import FindingRow
from elder_tutor.ui.trainer.machine_voices import FELL_BACK, NONE
from elder_tutor.ui.trainer.pages import TrainerPages
from elder_tutor.ui.widgets.lip_button import LipButton

Tap = Callable[..., None]
Find = Callable[[QWidget, str], QWidget]
WINDOWS = ((1366, 768), (1280, 800), (1920, 1080), (1080, 1920))
HODA = VoiceInfo("system:hoda", "Hoda", "ar", "system", False)
FINE = ok("packs", phrase("Everything works."))
SILENT = bad("sound", sound.NONE, sound.CONNECT)
ODD = warn("clock", machine.ODD_ZONE, machine.SET_ZONE)
EVERYTHING: tuple[Finding, ...] = (
    bad("voice-ar", phrase(voice.SILENT.key, language=voice.language_name("ar")), voice.INSTALL),
    FINE, SILENT, ODD, *(ok(f"x{n}", machine.VERSIONS) for n in range(14)),
)  # fmt: skip


class Heard:
    """A voice that only remembers what it was asked to say."""

    found: tuple[VoiceInfo, ...] = (HODA,)
    trouble: KnownError | None = None

    def __init__(self) -> None:
        self.said: list[tuple[str, Settings]] = []
        self.closed = 0

    def voices(self, lang: str) -> Sequence[VoiceInfo]:
        return self.found

    def say(self, line: Line, lang: str, settings: Settings) -> None:
        self.said.append((lang, settings))
        if self.trouble is not None:
            raise self.trouble

    def stop(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the doctor finds; tests may change it."""
    findings = [FINE, SILENT, ODD]

    def examination(app: App, size: object, told: Told) -> tuple[Finding, ...]:
        told(1, 1)
        return tuple(findings)

    monkeypatch.setattr(machine_desk, "examination", examination)
    monkeypatch.setattr(machine_desk.TrialSpeech, "__new__", lambda kind: Heard())
    return findings


@pytest.fixture
def open_page(program: Callable[..., Program], found: list[Finding]) -> Callable[..., Program]:
    """Open a part of the page in a window of its own."""

    def make(part: str = FINDINGS, size: tuple[int, int] = (1366, 768), lang: str = "ar") -> Program:
        made = program(size, lang)
        made.show_page("trainer-machine" if part == FINDINGS else f"trainer-machine-{part}")
        return made

    return make


def page_of(made: Program) -> MachinePage:
    pages = made.window.findChild(TrainerPages, "trainer")
    assert isinstance(pages, TrainerPages)
    return pages.machine


def heard(made: Program) -> Heard:
    speech = page_of(made).speech
    assert isinstance(speech, Heard)
    return speech


def label(made: Program, find: Find, name: str) -> str:
    words = find(made.window, name)
    assert isinstance(words, QLabel)
    return words.text()


# --- findings -----------------------------------------------------------------------------


def test_what_must_be_mended_stands_first_with_the_one_thing_to_do(open_page: Callable[..., Program]) -> None:
    made = open_page(lang="en")
    rows = page_of(made).health.rows
    assert [row.finding.id for row in rows] == ["sound", "clock", "packs"]
    assert rows[0].accessibleName() == f"To be mended: {sound.NONE.key} {sound.CONNECT.key}"


def test_the_page_does_not_freeze_while_the_doctor_looks(
    open_page: Callable[..., Program], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tap: Tap, find: Find
) -> None:
    gate = threading.Event()

    def slow(app: App, size: object, told: Told) -> tuple[Finding, ...]:
        told(3, 9)
        gate.wait(20)
        return (FINE,)

    made = open_page(lang="en")
    monkeypatch.setattr(machine_desk, "examination", slow)
    tap(made.window, "trainer.machine.again")
    qtbot.waitUntil(lambda: "3 of 9" in label(made, find, "trainer.machine.summary"))
    tap(made.window, f"trainer.machine.tab.{CHOICES}")
    assert find(made.window, "trainer.machine.louder").isVisible()
    tap(made.window, f"trainer.machine.tab.{FINDINGS}")
    gate.set()
    qtbot.waitUntil(lambda: label(made, find, "trainer.machine.summary") == "Everything works.")


def test_looking_again_shows_what_was_mended(
    open_page: Callable[..., Program], found: list[Finding], tap: Tap, find: Find
) -> None:
    made = open_page(lang="en")
    assert label(made, find, "trainer.machine.summary") == "Something must be mended."
    found[:] = [FINE]
    tap(made.window, "trainer.machine.again")
    page_of(made).settle()
    assert label(made, find, "trainer.machine.summary") == "Everything works."


def test_a_long_list_is_turned_and_nothing_is_left_out(
    open_page: Callable[..., Program], found: list[Finding], tap: Tap
) -> None:
    found[:] = list(EVERYTHING) + [bad(f"y{n}", sound.NONE, sound.CONNECT) for n in range(8)]
    made = open_page()
    seen: set[str] = set()
    for _ in range(page_of(made).health.leaves.count):
        rows = page_of(made).findChildren(FindingRow)
        seen |= {row.finding.id for row in rows if row.isVisibleTo(made.window)}
        tap(made.window, "trainer.machine.findings.after")
    assert seen == {one.id for one in found}


def test_the_findings_are_those_of_the_doctor_itself(
    program: Callable[..., Program], find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = program((1366, 768), "en")
    made.show_page("trainer-machine")
    ids = {row.finding.id for row in page_of(made).health.rows}
    assert {"voice-ar", "voice-en", "sound", "database", "packs", "font", "screen"} <= ids


# --- voices -------------------------------------------------------------------------------


def test_a_voice_is_chosen_kept_said_and_marked(
    open_page: Callable[..., Program], tap: Tap, find: Find, app: App, qtbot: QtBot
) -> None:
    made = open_page(VOICES, lang="en")
    tap(made.window, "trainer.machine.voice.1")
    assert app.settings.voices == (("ar", "system:hoda"),)
    qtbot.waitUntil(lambda: len(heard(made).said) == 1)
    button = find(made.window, "trainer.machine.voice.1")
    assert isinstance(button, LipButton)
    assert (button.chosen, button.glyph, button.accessibleName()) == (True, "line/check", "Hoda, chosen")


def test_a_voice_is_tried_without_being_chosen(
    open_page: Callable[..., Program], tap: Tap, app: App, qtbot: QtBot
) -> None:
    made = open_page(VOICES)
    tap(made.window, "trainer.machine.try.1")
    qtbot.waitUntil(lambda: len(heard(made).said) == 1)
    lang, settings = heard(made).said[0]
    assert (lang, settings.voices, app.settings.voices) == ("ar", (("ar", "system:hoda"),), ())


def test_the_programs_own_voice_can_be_chosen_again(
    open_page: Callable[..., Program], tap: Tap, app: App
) -> None:
    app.keep_settings({"voices": [["ar", "system:hoda"], ["en", "system:zira"]]})
    made = open_page(VOICES)
    tap(made.window, "trainer.machine.voice.0")
    assert app.settings.voices == (("en", "system:zira"),)


def test_a_higher_voice_holds_for_everybody(open_page: Callable[..., Program], tap: Tap, app: App) -> None:
    made = open_page(VOICES)
    tap(made.window, "trainer.machine.pitch.female")
    assert app.settings.voice == "female"


def test_a_chosen_voice_that_is_gone_is_told(open_page: Callable[..., Program], find: Find, app: App) -> None:
    app.keep_settings({"voices": [["ar", "system:gone"]]})
    made = open_page(VOICES, lang="en")
    assert label(made, find, "trainer.machine.voices.note") == FELL_BACK.key


def test_a_language_without_any_voice_is_told(
    open_page: Callable[..., Program], find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Heard, "found", ())
    made = open_page(VOICES, lang="en")
    assert label(made, find, "trainer.machine.voices.note") == NONE.key
    assert page_of(made).voices.lines == []


def test_a_voice_that_fails_is_told_on_the_page(
    open_page: Callable[..., Program], tap: Tap, find: Find, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Heard, "trouble", VoiceFailed())
    made = open_page(VOICES, lang="en")
    tap(made.window, "trainer.machine.try.0")
    name = "trainer.machine.voices.note"
    qtbot.waitUntil(lambda: page_of(made).voices.state() is not None)
    assert label(made, find, name) == str(VoiceFailed())


def test_another_language_shows_its_voices(open_page: Callable[..., Program], tap: Tap, qtbot: QtBot) -> None:
    made = open_page(VOICES)
    tap(made.window, "trainer.machine.language.en")
    qtbot.waitUntil(lambda: "en" in page_of(made).voices.known)
    assert page_of(made).voices.lang == "en"


def test_leaving_the_page_gives_the_voice_back(open_page: Callable[..., Program], tap: Tap) -> None:
    made = open_page(VOICES)
    before = heard(made).closed
    tap(made.window, "trainer.bar.trainer-group")
    assert heard(made).closed == before + 1


# --- choices ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "name", "value"),
    [
        ("louder", "volume", 90), ("quieter", "volume", 70), ("slower", "rate", 95), ("faster", "rate", 115),
        ("sound", "sound", False), ("digits.arab", "digits", "arab"), ("region.kw", "region", "kw"),
    ],
)  # fmt: skip
def test_a_choice_is_kept_for_the_centre(
    open_page: Callable[..., Program], tap: Tap, app: App, button: str, name: str, value: object
) -> None:
    made = open_page(CHOICES)
    tap(made.window, f"trainer.machine.{button}")
    assert getattr(app.settings, name) == value


def test_the_last_language_stays_and_the_page_says_so(
    open_page: Callable[..., Program], tap: Tap, find: Find, app: App
) -> None:
    made = open_page(CHOICES, lang="en")
    tap(made.window, "trainer.machine.offer.en")
    assert app.settings.languages == ("ar",)
    tap(made.window, "trainer.machine.offer.ar")
    assert app.settings.languages == ("ar",)
    assert label(made, find, "trainer.machine.languages.value") == "One language must stay."


def test_a_language_no_longer_offered_is_not_the_first_to_be_met(
    open_page: Callable[..., Program], tap: Tap, app: App
) -> None:
    made = open_page(CHOICES)
    tap(made.window, "trainer.machine.offer.ar")
    assert (app.settings.languages, app.settings.language) == (("en",), "en")


def test_loudness_ends_at_its_ends(open_page: Callable[..., Program], find: Find, app: App) -> None:
    app.keep_settings({"volume": 100})
    made = open_page(CHOICES)
    louder = find(made.window, "trainer.machine.louder")
    assert isinstance(louder, LipButton)
    assert not louder.available


def test_what_the_trainer_chose_holds_when_the_trainer_leaves(
    open_page: Callable[..., Program], tap: Tap
) -> None:
    made = open_page(CHOICES)
    made.journey.wearing._pinned = None
    tap(made.window, "trainer.machine.quieter")
    made.window.close_trainer()
    assert made.window.settings.volume == 70


def test_trouble_of_the_disk_is_told_and_nothing_changes(
    open_page: Callable[..., Program], tap: Tap, find: Find, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("The disk is full. Please make room; the practice goes on.")

    made = open_page(CHOICES)
    monkeypatch.setattr("elder_tutor.progress.preferences.put", full)
    tap(made.window, "trainer.machine.louder")
    assert find(made.window, "trainer.dialog").isVisible()
    assert app.settings.volume == 80


# --- every part ---------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_clipped_small_or_near(
    open_page: Callable[..., Program], found: list[Finding], faults: Callable[[Program], list[str]],
    size: tuple[int, int], lang: str, app: App,
) -> None:  # fmt: skip
    found[:] = list(EVERYTHING)
    app.keep_settings({"voices": [["ar", "system:gone"]], "languages": ["ar", "en", "fr"]})
    told: list[str] = []
    made = open_page(FINDINGS, size, lang)
    made.window.current.hide()  # type: ignore[union-attr]
    for part, _, _ in SECTIONS:
        page_of(made).open(part)
        page_of(made).settle()
        told += [f"{part}: {fault}" for fault in faults(made) if "window" not in fault]
    assert not told, "\n".join(told)


def test_every_control_of_a_part_is_reached_by_the_keyboard(open_page: Callable[..., Program]) -> None:
    made = open_page(CHOICES)
    made.window.activateWindow()
    page_of(made).tabs[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = set()
    for _ in range(40):
        QTest.keyClick(made.window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(made.window.focusWidget().objectName())
    assert {"trainer.machine.louder", "trainer.machine.offer.ar", "trainer.machine.region.qa"} <= seen
    assert not {name for name in seen if name.startswith("trainer.machine.voice")}
