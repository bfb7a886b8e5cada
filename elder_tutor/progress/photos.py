"""Keep a learner's photo: only with their consent, shown only where the centre allows photos.

What is given here was cut square, made small and written anew by the window (ui/portrait.py), so
that nothing of the camera's own notes (place, time, owner) comes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple

from elder_tutor.errors import KnownError
from elder_tutor.progress import preferences
from elder_tutor.progress.audit import TRAINER, Deed, milliseconds, note
from elder_tutor.progress.errors import GONE, UnknownLearner
from elder_tutor.progress.events import GUEST
from elder_tutor.progress.store import Store
from elder_tutor.text.phrase import phrase

MOST_BYTES: Final = 200_000
BY_LEARNER, BY_FAMILY = "learner", "family"
CONSENTS: Final = (BY_LEARNER, BY_FAMILY)
"""Who can agree to a photo."""
_JPEG: Final = b"\xff\xd8\xff"
"""How a JPEG file begins (ISO/IEC 10918-1, B.1.1.3)."""
_EXIF: Final = b"Exif\x00"
"""How a camera's own notes begin (CIPA DC-008, 4.7.2)."""

NO_PHOTO: Final = phrase("This file cannot be used as a photo.").key
TOO_LARGE: Final = phrase("The photo is too large.").key
NO_CONSENT: Final = phrase("A photo needs consent. Please ask first.").key


class PhotoTrouble(KnownError):
    """Tell why a photo is not kept."""


class PhotoNote(NamedTuple):
    """What is known of a photo: who agreed, when (UTC ms), who took it in, and its bytes."""

    given: int
    consent: str
    who: str
    size: int


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody agreed that a photo is kept: ``by`` is one of CONSENTS, ``who`` the trainer who asked."""

    by: str
    who: str = TRAINER


class Photos:
    """The photos in a store."""

    def __init__(self, store: Store) -> None:
        """Keep the photos of this store."""
        self._store = store

    def allowed(self) -> bool:
        """Answer whether the centre allows photos; it does not until it says so."""
        return preferences.get(self._store).get("photos") is True

    def give(self, learner: str, image: bytes, consent: Consent) -> None:
        """Keep a photo (JPEG) in place of the one before. Raises PhotoTrouble or UnknownLearner."""
        if consent.by not in CONSENTS:
            raise PhotoTrouble(NO_CONSENT)
        if len(image) > MOST_BYTES:
            raise PhotoTrouble(TOO_LARGE)
        if not image.startswith(_JPEG) or _EXIF in image:
            raise PhotoTrouble(NO_PHOTO)
        now = self._store.clock()
        row = (learner, milliseconds(now), consent.by, consent.who, image)
        with self._store.erasing(), self._store.writing() as db:
            found = db.execute("SELECT 1 FROM learner WHERE id = ? AND id <> ?", (learner, GUEST)).fetchone()
            if found is None:
                raise UnknownLearner(GONE)
            db.execute("INSERT OR REPLACE INTO photo VALUES (?, ?, ?, ?, ?)", row)
            note(db, now, consent.who, Deed.PHOTO_GIVEN, learner)

    def get(self, learner: str) -> bytes | None:
        """Answer a photo to show; None where there is none, or the centre allows none."""
        return self.kept(learner) if self.allowed() else None

    def kept(self, learner: str) -> bytes | None:
        """Answer a photo that is kept, shown or not: for the learner's own copy of their data."""
        rows = self._store.rows("SELECT image FROM photo WHERE learner = ?", (learner,))
        return bytes(rows[0][0]) if rows else None

    def about(self, learner: str) -> PhotoNote | None:
        """Answer who agreed to a photo and when; None where there is none."""
        sql = "SELECT given, consent, who, length(image) FROM photo WHERE learner = ?"
        found = self._store.read(PhotoNote, sql, (learner,))
        return found[0] if found else None

    def withdraw(self, learner: str, who: str = TRAINER) -> None:
        """Erase a photo, here and from every copy of the file; the learner stays.

        Raises the errors of `forgetting.erase_photo_everywhere` when a copy refuses: it is tried again daily.
        """
        now = self._store.clock()
        with self._store.erasing(), self._store.writing() as db:
            given = db.execute("SELECT given FROM photo WHERE learner = ?", (learner,)).fetchone()
            if given is not None:
                # A clock that was set back must not make the photo younger than its end.
                now = max(now, datetime.fromtimestamp((given[0] + 1) / 1000, UTC))
                db.execute("DELETE FROM photo WHERE learner = ?", (learner,))
                note(db, now, who, Deed.PHOTO_WITHDRAWN, learner)
        if given is not None and self._store.folder is not None:
            from elder_tutor.progress.forgetting import Erasure, erase_photo_everywhere

            erase_photo_everywhere(self._store.folder, Erasure(learner, who, milliseconds(now)))
