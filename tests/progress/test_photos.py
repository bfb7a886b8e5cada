"""A photo is kept with consent only, shown only where the centre allows it, gone when it is taken back."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from elder_tutor.progress import forgetting, preferences
from elder_tutor.progress.backups import make_backup, restore
from elder_tutor.progress.errors import DiskFull, UnknownLearner
from elder_tutor.progress.people import Learner, People
from elder_tutor.progress.photos import MOST_BYTES, Consent, Photos, PhotoTrouble
from elder_tutor.progress.store import Store

TODAY = date(2026, 6, 8)
PHOTO = b"\xff\xd8\xff\xe0JFIF" + b"canary-photo" * 1_000
AGREED = Consent("learner", "s1")


@pytest.fixture
def photos(store: Store) -> Photos:
    preferences.put(store, {"photos": True})
    return Photos(store)


def found_in(folder: Path) -> bool:
    return any(b"canary-photo" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def refused(*_: object) -> None:
    raise DiskFull("full")


def test_a_photo_is_kept_with_who_agreed_and_when(photos: Photos, learner: Learner, clock) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    about = photos.about(learner.id)
    assert photos.get(learner.id) == PHOTO
    assert about is not None
    assert (about.given, about.consent, about.who) == (int(clock().timestamp() * 1000), "learner", "s1")


def test_no_photo_is_shown_until_the_centre_allows_photos(store: Store, learner: Learner) -> None:
    photos = Photos(store)
    photos.give(learner.id, PHOTO, AGREED)
    assert (photos.allowed(), photos.get(learner.id)) == (False, None)
    assert photos.kept(learner.id) == PHOTO


@pytest.mark.parametrize(
    ("image", "consent"),
    [
        (PHOTO, Consent("")),
        (PHOTO, Consent("nobody")),
        (b"%PDF-1.7", AGREED),
        (PHOTO + b"Exif\x00\x00", AGREED),
        (PHOTO + b"x" * MOST_BYTES, AGREED),
    ],
    ids=["no consent", "whose consent", "no photo", "camera's notes", "too large"],
)
def test_what_may_not_be_kept_is_refused(photos: Photos, learner: Learner, image, consent) -> None:
    with pytest.raises(PhotoTrouble):
        photos.give(learner.id, image, consent)
    assert photos.kept(learner.id) is None


@pytest.mark.parametrize("learner_id", ["0" * 32, "guest"])
def test_nobody_and_a_guest_have_no_photo(photos: Photos, learner_id: str) -> None:
    with pytest.raises(UnknownLearner):
        photos.give(learner_id, PHOTO, AGREED)


def test_giving_and_taking_back_are_written_down(photos: Photos, people: People, learner: Learner) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    photos.withdraw(learner.id, "s1")
    photos.withdraw(learner.id, "s1")
    deeds = [(entry.action, entry.who) for entry in people.audit()][-2:]
    assert deeds == [("photo_given", "s1"), ("photo_withdrawn", "s1")]


def test_a_photo_taken_back_is_in_no_file_of_the_folder(
    photos: Photos, people: People, learner: Learner, folder: Path
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    make_backup(folder, TODAY)
    assert found_in(folder / "backups")
    photos.withdraw(learner.id)
    assert not found_in(folder)
    assert people.learners() == (learner,)


def test_an_erased_learners_photo_is_in_no_file_of_the_folder(
    photos: Photos, people: People, learner: Learner, folder: Path
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    make_backup(folder, TODAY)
    people.remove(learner.id)
    assert not found_in(folder)


def test_a_copy_does_not_bring_back_a_photo_that_was_taken_back(
    photos: Photos, store: Store, learner: Learner, folder: Path, clock, tmp_path: Path
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    stick = tmp_path / "stick.db"
    stick.write_bytes(make_backup(folder, TODAY).path.read_bytes())
    clock.move(60)
    photos.withdraw(learner.id)
    store.close()
    restore(folder, stick, clock())
    with contextlib.closing(Store.open(folder, clock)) as again:
        assert Photos(again).kept(learner.id) is None
        assert People(again).learner(learner.id).name == learner.name


def test_a_photo_given_anew_after_it_was_taken_back_stays(
    photos: Photos, learner: Learner, folder: Path, clock
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    photos.withdraw(learner.id)
    clock.move(60)
    photos.give(learner.id, PHOTO, AGREED)
    make_backup(folder, TODAY)
    assert found_in(folder / "backups")
    assert photos.get(learner.id) == PHOTO


def test_a_clock_set_back_does_not_save_a_photo_that_was_taken_back(
    photos: Photos, learner: Learner, folder: Path, clock
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    make_backup(folder, TODAY)
    clock.move(-86_400)
    photos.withdraw(learner.id)
    assert not found_in(folder)


def test_a_copy_that_cannot_be_opened_stops_no_later_copy(
    photos: Photos, learner: Learner, folder: Path
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    bad = make_backup(folder, TODAY - timedelta(days=2)).path
    bad.write_bytes(b"damaged" * 1_000)
    photos.withdraw(learner.id)
    assert make_backup(folder, TODAY).path.exists()
    assert bad.exists()


@pytest.mark.parametrize("file", ["backups/progress-2026-06-08.db", "progress.before-restore-1.db"])
def test_what_the_disk_refused_to_erase_is_erased_with_the_next_copy(
    photos: Photos, learner: Learner, folder: Path, monkeypatch, file: str
) -> None:
    photos.give(learner.id, PHOTO, AGREED)
    make_backup(folder, TODAY).path.replace(folder / file)
    with monkeypatch.context() as broken:
        broken.setattr(forgetting, "erase_photo_from", refused)
        with pytest.raises(DiskFull):
            photos.withdraw(learner.id)
    assert found_in(folder)
    make_backup(folder, TODAY + timedelta(days=1))
    assert not found_in(folder)
