"""Hold the tables as SQL: named, ordered steps that are never edited after a release.

``migrations.py`` runs them through sqlite-utils; a store in memory runs them as they are,
so that a guest waits for no import. docs/data.md explains every table.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x454C5455
"""«ELTU» in the file's header: how we know our own files."""

_PEOPLE: Final = (
    """CREATE TABLE learner (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         picture TEXT NOT NULL,
         symbol TEXT NOT NULL,
         created INTEGER NOT NULL,
         consent INTEGER
       ) STRICT""",
    """CREATE TABLE setting (
         owner TEXT PRIMARY KEY NOT NULL,
         value TEXT NOT NULL CHECK (json_valid(value))
       ) STRICT""",
    """CREATE TABLE pin (
         id INTEGER PRIMARY KEY CHECK (id = 1),
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL
       ) STRICT""",
)

_EVENTS: Final = (
    """CREATE TABLE event (
         seq INTEGER PRIMARY KEY,
         attempt TEXT NOT NULL,
         learner TEXT NOT NULL REFERENCES learner (id),
         lesson TEXT NOT NULL,
         revision INTEGER NOT NULL,
         stage TEXT NOT NULL,
         step TEXT NOT NULL,
         kind TEXT NOT NULL,
         data TEXT NOT NULL CHECK (json_valid(data)),
         at INTEGER NOT NULL
       ) STRICT""",
    "CREATE INDEX event_attempt ON event (attempt)",
    """CREATE TABLE audit (
         seq INTEGER PRIMARY KEY,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         action TEXT NOT NULL,
         subject TEXT NOT NULL
       ) STRICT""",
    # `never` is always empty and the reference is deferred: a row in `erasing` can exist inside a
    # transaction but can never be committed. So the door it opens closes with that transaction.
    "CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (0)) STRICT",
    """CREATE TABLE erasing (
         learner TEXT PRIMARY KEY NOT NULL,
         until INTEGER NOT NULL REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
       ) STRICT""",
    """CREATE TRIGGER erasing_is_audited BEFORE INSERT ON erasing
       WHEN NOT EXISTS (SELECT 1 FROM audit WHERE action = 'erase_learner' AND subject = NEW.learner)
       BEGIN SELECT RAISE(ABORT, 'erasing a learner needs an audit entry'); END""",
    """CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
       BEGIN SELECT RAISE(ABORT, 'events are facts and never change'); END""",
    """CREATE TRIGGER event_kept BEFORE DELETE ON event
       WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE learner = OLD.learner)
       BEGIN SELECT RAISE(ABORT, 'events are facts and stay'); END""",
    # INSERT OR REPLACE deletes without firing the delete trigger.
    """CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
       WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'events are facts and are not replaced'); END""",
    """CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log never changes'); END""",
    """CREATE TRIGGER audit_kept BEFORE DELETE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log stays'); END""",
    """CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit
       WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'the audit log is not replaced'); END""",
)

_SUMMARIES: Final = (
    """CREATE TABLE attempt_summary (
         attempt TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         revision INTEGER NOT NULL,
         stage TEXT NOT NULL,
         step TEXT NOT NULL,
         opened INTEGER,
         last_at INTEGER NOT NULL,
         finished INTEGER NOT NULL,
         rung INTEGER NOT NULL,
         number INTEGER NOT NULL
       ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attempt_of ON attempt_summary (learner, lesson, number)",
    """CREATE TABLE lesson_summary (
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         revision INTEGER NOT NULL,
         state TEXT NOT NULL,
         attempts INTEGER NOT NULL,
         done_watch INTEGER NOT NULL,
         done_follow INTEGER NOT NULL,
         done_find INTEGER NOT NULL,
         done_alone INTEGER NOT NULL,
         done_check INTEGER NOT NULL,
         done_refresh INTEGER NOT NULL,
         clean_alone INTEGER NOT NULL,
         steps_done INTEGER NOT NULL,
         steps_free INTEGER NOT NULL,
         rung0 INTEGER NOT NULL,
         rung1 INTEGER NOT NULL,
         rung2 INTEGER NOT NULL,
         rung3 INTEGER NOT NULL,
         rung4 INTEGER NOT NULL,
         mistakes INTEGER NOT NULL,
         missed INTEGER NOT NULL,
         helped INTEGER NOT NULL,
         ms INTEGER NOT NULL,
         last_stage TEXT NOT NULL,
         last_step TEXT NOT NULL,
         stuck_step TEXT NOT NULL,
         first_at INTEGER NOT NULL,
         last_at INTEGER NOT NULL,
         PRIMARY KEY (learner, lesson)
       ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE step_summary (
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         step TEXT NOT NULL,
         number INTEGER NOT NULL,
         done INTEGER NOT NULL,
         tries INTEGER NOT NULL,
         failed INTEGER NOT NULL,
         hints INTEGER NOT NULL,
         rung INTEGER NOT NULL,
         mistakes INTEGER NOT NULL,
         missed INTEGER NOT NULL,
         lefts INTEGER NOT NULL,
         ms INTEGER NOT NULL,
         run_failed INTEGER NOT NULL,
         run_rung INTEGER NOT NULL,
         run_lefts INTEGER NOT NULL,
         touch_failed INTEGER NOT NULL,
         trouble INTEGER NOT NULL,
         PRIMARY KEY (learner, lesson, step)
       ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE mistake_summary (
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         step TEXT NOT NULL,
         mistake TEXT NOT NULL,
         times INTEGER NOT NULL,
         PRIMARY KEY (learner, lesson, step, mistake)
       ) STRICT, WITHOUT ROWID""",
)

_MASTERY: Final = (
    "ALTER TABLE lesson_summary ADD COLUMN unaided_day TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE lesson_summary ADD COLUMN mastered INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE lesson_summary ADD COLUMN due TEXT NOT NULL DEFAULT ''",
    # The board asks for calls every few seconds, among a million other events.
    "CREATE INDEX event_helped ON event (seq) WHERE kind = 'helped'",
)

ID_OF_BEFORE: Final = "printf('%08x-%04x-7000-8000-%012x', (at >> 16) & 4294967295, at & 65535, seq)"
"""The UUIDv7 of an event that was stored before events had ids, from its time and number."""

_BOARD: Final = (
    # Every event says which it is in the whole world, at which place, and when by a clock that never jumps.
    "ALTER TABLE event ADD COLUMN id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE event ADD COLUMN kiosk TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE event ADD COLUMN mono INTEGER NOT NULL DEFAULT 0",
    # The one time that events change: those of before get an id (UUIDv7) from their time and number.
    "DROP TRIGGER event_unchanged",
    f"UPDATE event SET id = {ID_OF_BEFORE}",
    """CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
       BEGIN SELECT RAISE(ABORT, 'events are facts and never change'); END""",
    "CREATE UNIQUE INDEX event_id ON event (id) WHERE id <> ''",
    # Rare facts that pages ask for among a million others; each condition as the question says it.
    "CREATE INDEX event_felt ON event (seq) WHERE kind = 'felt'",
    "CREATE INDEX event_reported ON event (seq) WHERE kind = 'reported'",
    "CREATE INDEX event_letter ON event (seq) WHERE kind IN ('coming', 'advised')",
    # A guest has no name and no progress, but may call for help: the call needs somebody it belongs to.
    "INSERT OR IGNORE INTO learner VALUES ('guest', '', 'guest', '', 0, NULL)",
    """CREATE TABLE staff (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         role TEXT NOT NULL CHECK (role IN ('trainer', 'manager', 'viewer')),
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL,
         created INTEGER NOT NULL
       ) STRICT""",
    "INSERT INTO staff SELECT 'first', '', 'manager', hash, wrong, remaining, seen, seen FROM pin",
    "DROP TABLE pin",
    """CREATE TABLE learner_group (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         picture TEXT NOT NULL,
         created INTEGER NOT NULL
       ) STRICT""",
    """CREATE TABLE membership (
         team TEXT NOT NULL REFERENCES learner_group (id) ON DELETE CASCADE,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         since INTEGER NOT NULL,
         PRIMARY KEY (team, learner)
       ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX membership_of ON membership (learner)",
    """CREATE TABLE remark (
         id TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         text TEXT NOT NULL
       ) STRICT""",
    "CREATE INDEX remark_of ON remark (learner, at)",
    """CREATE TABLE assignment (
         id TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         course TEXT NOT NULL,
         lesson TEXT NOT NULL,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         until TEXT NOT NULL
       ) STRICT""",
    "CREATE INDEX assignment_of ON assignment (learner)",
    """CREATE TABLE place_summary (
         kiosk TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL,
         attempt TEXT NOT NULL,
         lesson TEXT NOT NULL,
         revision INTEGER NOT NULL,
         stage TEXT NOT NULL,
         step TEXT NOT NULL,
         opened INTEGER NOT NULL,
         since INTEGER NOT NULL,
         last_at INTEGER NOT NULL,
         failed INTEGER NOT NULL,
         touch_failed INTEGER NOT NULL,
         tops INTEGER NOT NULL,
         asked INTEGER NOT NULL,
         coming INTEGER NOT NULL,
         advised INTEGER NOT NULL,
         here INTEGER NOT NULL
       ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE learner_summary (
         learner TEXT PRIMARY KEY NOT NULL,
         lessons INTEGER NOT NULL,
         done INTEGER NOT NULL,
         needs INTEGER NOT NULL,
         mastered INTEGER NOT NULL,
         attempts INTEGER NOT NULL,
         hints INTEGER NOT NULL,
         mistakes INTEGER NOT NULL,
         missed INTEGER NOT NULL,
         helped INTEGER NOT NULL,
         hits INTEGER NOT NULL,
         misses INTEGER NOT NULL,
         false_alarms INTEGER NOT NULL,
         ms INTEGER NOT NULL,
         first_at INTEGER NOT NULL,
         last_at INTEGER NOT NULL
       ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE day_summary (
         day TEXT NOT NULL,
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         opened INTEGER NOT NULL,
         finished INTEGER NOT NULL,
         checks INTEGER NOT NULL,
         unaided INTEGER NOT NULL,
         hints INTEGER NOT NULL,
         mistakes INTEGER NOT NULL,
         missed INTEGER NOT NULL,
         helped INTEGER NOT NULL,
         reported INTEGER NOT NULL,
         faces INTEGER NOT NULL,
         face_sum INTEGER NOT NULL,
         ms INTEGER NOT NULL,
         PRIMARY KEY (day, learner, lesson)
       ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX day_of ON day_summary (learner, day)",
    # A group holds nothing of its own: what its members did, added up. A view cannot fall behind them.
    """CREATE VIEW group_summary AS
       SELECT team, count(*) AS learners, sum(lessons) AS lessons, sum(done) AS done, sum(needs) AS needs,
         sum(mastered) AS mastered, sum(attempts) AS attempts, sum(hints) AS hints, sum(mistakes) AS mistakes,
         sum(missed) AS missed, sum(helped) AS helped, sum(ms) AS ms, max(last_at) AS last_at
       FROM membership JOIN learner_summary USING (learner) GROUP BY team""",
)

_CARDS: Final = (
    # What a learner signs in with: three pictures (argon2id), the code of the printed card, a photo.
    """CREATE TABLE symbols (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL
       ) STRICT""",
    """CREATE TABLE ticket (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         code TEXT NOT NULL UNIQUE,
         made INTEGER NOT NULL
       ) STRICT""",
    """CREATE TABLE photo (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         given INTEGER NOT NULL,
         consent TEXT NOT NULL,
         who TEXT NOT NULL,
         image BLOB NOT NULL
       ) STRICT""",
    # Which colours and marks those with one picture have already.
    "CREATE INDEX learner_picture ON learner (picture, symbol)",
)

STEPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("m001_first", (*_PEOPLE, *_EVENTS, *_SUMMARIES)),
    ("m002_mastery", _MASTERY),
    ("m003_board", _BOARD),
    ("m004_cards", _CARDS),
)
"""(name, statements) in order. A released step is never edited: a change is a new step."""

COUNTED: Final = 3
"""The last step that changed what is counted. Files that have it are not counted anew: that takes minutes."""

SCHEMA_VERSION: Final = len(STEPS)
"""The `user_version` this program writes and reads."""

SUMMARY_TABLES: Final = (
    "attempt_summary",
    "lesson_summary",
    "step_summary",
    "mistake_summary",
    "place_summary",
    "learner_summary",
    "day_summary",
)
"""Tables that hold nothing but what the events say, and can be made again from them."""
