"""The commands that write paper, as somebody at the centre types them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elder_tutor.app import build
from elder_tutor.cli import commands
from elder_tutor.progress import preferences
from elder_tutor.progress.keys import Keys
from elder_tutor.ui.paper.certificate import award_of
from elder_tutor.ui.paper.errands import HELP_PHONE, help_phone
from tests.ui.paper.conftest import AT, Event, EventKind


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two learners of one name, and one who did a course alone."""
    with contextlib.closing(build(tmp_path / "data")) as app:
        for picture in ("dhow", "palm"):
            app.people.add("سالم", picture)
        who = app.people.add("نورة", "rose").id
        course = next(each for each in app.catalog.packs[0].courses if each.id == "health-visits")
        for lesson in course.lessons:
            of = (f"a-{lesson}", who, lesson, 1, "alone", "")
            app.store.append([Event(*of, EventKind.FINISHED, {"passed": True}, AT)])
    return tmp_path / "data"


def run(data: Path, *more: str) -> Result:
    return CliRunner().invoke(commands, [more[0], "--data", str(data), *more[1:]])


def test_cards_writes_the_file_and_says_how_many_pages(data: Path, tmp_path: Path) -> None:
    result = run(data, "cards", "send-message", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert result.output.split() == [str(tmp_path / "out" / "step-card-send-message-ar.pdf"), "2"]


def test_report_of_all_writes_a_file_for_each(data: Path, tmp_path: Path) -> None:
    assert run(data, "report", "--all", "--out", str(tmp_path / "out")).exit_code == 0
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(files) == 3
    assert not [name for name in files if "سالم" in name or "نورة" in name]


def test_a_certificate_can_be_verified(data: Path, tmp_path: Path) -> None:
    result = run(data, "certificate", "نورة", "health-visits", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert Path(result.output.strip()).is_file()
    with contextlib.closing(build(data)) as app:
        code = award_of(app, app.people.learners()[2].id, "health-visits").code
    assert "نورة" in run(data, "certificate", "--verify", code).output


@pytest.mark.parametrize(
    "wrong",
    [
        ("cards", "no-such-lesson", "--out", "out"),
        ("cards", "send-message", "--learner", "nobody", "--out", "out"),
        ("cards", "--out", "out"),
        ("cards", "send-message", "--all", "--out", "out"),
        ("report", "nobody", "--out", "out"),
        ("report", "سالم", "--out", "out"),
        ("report", "--out", "out"),
        ("certificate", "نورة", "digital-safety", "--out", "out"),
        ("certificate", "نورة", "no-such", "--out", "out"),
        ("certificate", "--verify", "health-visits|2026-06-08|AAAA"),
        ("certificate", "نورة"),
    ],
)
def test_what_cannot_be_done_is_told_with_exit_code_2(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(data, *wrong)
    assert result.exit_code == 2
    assert "Error:" in result.output
    assert list((tmp_path / "out").glob("*.pdf")) == []


def test_the_centres_number_is_the_one_that_was_set(data: Path) -> None:
    with contextlib.closing(build(data)) as app:
        assert help_phone(app) == ""
        preferences.put(app.store, {HELP_PHONE: "0000 0000"})
        assert help_phone(app) == "0000 0000"


def test_sign_in_cards_of_all_lie_on_one_sheet(data: Path, tmp_path: Path) -> None:
    result = run(data, "sign-in-cards", "--out", str(tmp_path / "cards.pdf"))
    assert result.exit_code == 0, result.output
    assert result.output.split() == [str(tmp_path / "cards.pdf"), "1"]


def test_a_lost_card_is_renewed_with_its_printing(data: Path, tmp_path: Path) -> None:
    with contextlib.closing(build(data)) as app:
        lost = Keys(app.store).ticket(app.people.learners()[2].id)
    out = str(tmp_path / "card.pdf")
    assert run(data, "sign-in-cards", "--out", out, "--learner", "نورة", "--renew").exit_code == 0
    with contextlib.closing(build(data)) as app:
        assert Keys(app.store).whose(lost) is None


@pytest.mark.parametrize(
    "wrong", [["--learner", "x"], ["--group", "x"], ["--renew"], ["--learner", "نورة", "--group", "x"]]
)
def test_sign_in_cards_for_nobody_are_told(data: Path, tmp_path: Path, wrong: list[str]) -> None:
    assert run(data, "sign-in-cards", "--out", str(tmp_path / "c.pdf"), *wrong).exit_code == 2
    assert not (tmp_path / "c.pdf").exists()
