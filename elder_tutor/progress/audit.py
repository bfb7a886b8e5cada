"""Write down who did what to people's data: appended, never changed, without names of learners."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from elder_tutor.progress.store import Store

TRAINER = "trainer"
"""Who acts on the trainer's pages; on the command line it is the operating system's account."""
FIRST = "first"
"""The staff member whose PIN was chosen first: the manager of this place."""


class Deed(StrEnum):
    """What can be done; the names never change their meaning."""

    ADD_LEARNER = "add_learner"
    RENAME_LEARNER = "rename_learner"
    ERASE_LEARNER = "erase_learner"
    CONSENT = "consent"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CHOOSE_PIN = "choose_pin"
    RESET_PIN = "reset_pin"
    LOCKED_OUT = "locked_out"
    RESTORED = "restored"
    ADD_GROUP = "add_group"
    CHANGE_GROUP = "change_group"
    REMOVE_GROUP = "remove_group"
    REMOVE_REMARK = "remove_remark"
    ASSIGN = "assign"
    WITHDRAW = "withdraw"
    ADD_STAFF = "add_staff"
    CHANGE_STAFF = "change_staff"
    REMOVE_STAFF = "remove_staff"
    EXPORTED = "exported"
    IMPORTED = "imported"
    CHANGED_SETTINGS = "changed_settings"
    CHANGE_CARD = "change_card"
    RENEW_CARD = "renew_card"
    SET_SYMBOLS = "set_symbols"
    CLEAR_SYMBOLS = "clear_symbols"
    PHOTO_GIVEN = "photo_given"
    PHOTO_WITHDRAWN = "photo_withdrawn"


class Entry(NamedTuple):
    """One line of the log; ``at`` is UTC ms, ``subject`` a learner's id or empty."""

    seq: int
    at: int
    who: str
    action: str
    subject: str


def note(db: sqlite3.Connection, now: datetime, who: str, deed: Deed, subject: str = "") -> None:
    """Write one line inside the caller's transaction."""
    db.execute(
        "INSERT INTO audit (at, who, action, subject) VALUES (?, ?, ?, ?)",
        (milliseconds(now), who[:80], deed.value, subject),
    )


def entries(store: Store) -> tuple[Entry, ...]:
    """Answer the whole log, oldest first."""
    return store.read(Entry, "SELECT seq, at, who, action, subject FROM audit ORDER BY seq")


def newest(store: Store, deed: str = "", most: int = 1000) -> tuple[Entry, ...]:
    """Answer the last lines, newest first; with ``deed`` only those of one kind."""
    return store.read(Entry, _NEWEST, (deed, deed, most))


def os_account() -> str:
    """Answer the operating system's account this program runs under."""
    try:
        import pwd
    except ImportError:
        import getpass

        return getpass.getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def milliseconds(moment: datetime) -> int:
    """Answer an aware moment as UTC milliseconds."""
    return int(moment.timestamp() * 1000)


_NEWEST = (
    "SELECT seq, at, who, action, subject FROM audit WHERE ? = '' OR action = ? ORDER BY seq DESC LIMIT ?"
)
