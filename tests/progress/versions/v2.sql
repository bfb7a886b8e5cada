PRAGMA application_id = 1162630229;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'elder_tutor','m001_first','2026-11-22 02:21:10.637797+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'elder_tutor','m002_mastery','2026-11-22 05:04:34.495260+00:00');
CREATE TABLE attempt_summary (
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
       ) STRICT, WITHOUT ROWID;
INSERT INTO "attempt_summary" VALUES('00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm',1781082055000,1781082067000,1,0,23);
INSERT INTO "attempt_summary" VALUES('00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm',1781254855000,1781254867000,1,0,26);
INSERT INTO "attempt_summary" VALUES('a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day',1780909202500,1780909245000,0,2,1);
INSERT INTO "attempt_summary" VALUES('b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','start',1780909247500,1780909252500,1,0,19);
INSERT INTO "attempt_summary" VALUES('b2','56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',1,'alone','',NULL,1780909255000,1,0,22);
CREATE TABLE audit (
         seq INTEGER PRIMARY KEY,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         action TEXT NOT NULL,
         subject TEXT NOT NULL
       ) STRICT;
INSERT INTO "audit" VALUES(1,1780909200000,'trainer','add_learner','22997ed8dc624cf3bed7c3a19ef50843');
INSERT INTO "audit" VALUES(2,1780909200000,'trainer','add_learner','56f322dbf3c34c8cb6e867e6af9e44b9');
INSERT INTO "audit" VALUES(3,1780909200000,'learner','consent','22997ed8dc624cf3bed7c3a19ef50843');
CREATE TABLE erasing (
         learner TEXT PRIMARY KEY NOT NULL,
         until INTEGER NOT NULL REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
       ) STRICT;
CREATE TABLE event (
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
       ) STRICT;
INSERT INTO "event" VALUES(1,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','','opened','{"seed":7,"today":"2026-06-08","ask.who":"me"}',1780909202500);
INSERT INTO "event" VALUES(2,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','acted','{"do":"tap","element":"health.home.book","right":true}',1780909205000);
INSERT INTO "event" VALUES(3,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','step_done','{}',1780909207500);
INSERT INTO "event" VALUES(4,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909210000);
INSERT INTO "event" VALUES(5,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909212500);
INSERT INTO "event" VALUES(6,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909215000);
INSERT INTO "event" VALUES(7,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909217500);
INSERT INTO "event" VALUES(8,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909220000);
INSERT INTO "event" VALUES(9,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909222500);
INSERT INTO "event" VALUES(10,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909225000);
INSERT INTO "event" VALUES(11,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909227500);
INSERT INTO "event" VALUES(12,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909230000);
INSERT INTO "event" VALUES(13,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909232500);
INSERT INTO "event" VALUES(14,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909235000);
INSERT INTO "event" VALUES(15,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909237500);
INSERT INTO "event" VALUES(16,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','hint','{"rung":2,"by":"wrong"}',1780909240000);
INSERT INTO "event" VALUES(17,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','missed','{}',1780909242500);
INSERT INTO "event" VALUES(18,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','left','{}',1780909245000);
INSERT INTO "event" VALUES(19,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','','opened','{}',1780909247500);
INSERT INTO "event" VALUES(20,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','start','step_done','{}',1780909250000);
INSERT INTO "event" VALUES(21,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','','finished','{"passed":true}',1780909252500);
INSERT INTO "event" VALUES(22,'b2','56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',1,'alone','','finished','{}',1780909255000);
INSERT INTO "event" VALUES(23,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','','opened','{"seed":5,"today":"2026-06-10","ask.clinic":"heart"}',1781082055000);
INSERT INTO "event" VALUES(24,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','acted','{"do":"tap","element":"health.review.confirm","right":true}',1781082064000);
INSERT INTO "event" VALUES(25,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','finished','{"passed":true,"unaided":true,"reached":true,"rung":0,"criterion":"unaided-2-days:1","rating":3,"day":"2026-06-10","due":"2026-06-11"}',1781082067000);
INSERT INTO "event" VALUES(26,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','','opened','{"seed":6,"today":"2026-06-12","ask.clinic":"heart"}',1781254855000);
INSERT INTO "event" VALUES(27,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','acted','{"do":"tap","element":"health.review.confirm","right":true}',1781254864000);
INSERT INTO "event" VALUES(28,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','finished','{"passed":true,"unaided":true,"reached":true,"rung":0,"criterion":"unaided-2-days:1","rating":3,"day":"2026-06-12","due":"2026-06-15"}',1781254867000);
INSERT INTO "event" VALUES(29,'ffffffffffffffffffffffffffffffff','22997ed8dc624cf3bed7c3a19ef50843','',0,'','','helped','{"by":"learner","why":"real"}',1781341255000);
CREATE TABLE learner (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         picture TEXT NOT NULL,
         symbol TEXT NOT NULL,
         created INTEGER NOT NULL,
         consent INTEGER
       ) STRICT;
INSERT INTO "learner" VALUES('22997ed8dc624cf3bed7c3a19ef50843','أُمُّ خَالِدٍ','dallah','',1780909200000,1780909200000);
INSERT INTO "learner" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','سالم','dhow','',1780909200000,NULL);
CREATE TABLE lesson_summary (
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
         last_at INTEGER NOT NULL, unaided_day TEXT NOT NULL DEFAULT '', mastered INTEGER NOT NULL DEFAULT 0, due TEXT NOT NULL DEFAULT '',
         PRIMARY KEY (learner, lesson)
       ) STRICT, WITHOUT ROWID;
INSERT INTO "lesson_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'needs',3,0,0,0,0,2,0,0,1,1,0,0,1,0,0,4,1,0,66500,'check','confirm','day',1780909202500,1781254867000,'2026-06-10',1781254867000,'2026-06-15');
INSERT INTO "lesson_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'going',1,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,5000,'follow','start','',1780909247500,1780909252500,'',0,'');
INSERT INTO "lesson_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',1,'done',0,0,0,0,1,0,0,1,0,0,0,0,0,0,0,0,0,0,0,'alone','','',1780909255000,1780909255000,'',0,'');
CREATE TABLE mistake_summary (
         learner TEXT NOT NULL,
         lesson TEXT NOT NULL,
         step TEXT NOT NULL,
         mistake TEXT NOT NULL,
         times INTEGER NOT NULL,
         PRIMARY KEY (learner, lesson, step, mistake)
       ) STRICT, WITHOUT ROWID;
INSERT INTO "mistake_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','day','full_day',4);
CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (0)) STRICT;
CREATE TABLE pin (
         id INTEGER PRIMARY KEY CHECK (id = 1),
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL
       ) STRICT;
CREATE TABLE setting (
         owner TEXT PRIMARY KEY NOT NULL,
         value TEXT NOT NULL CHECK (json_valid(value))
       ) STRICT;
INSERT INTO "setting" VALUES('','{"language": "ar"}');
CREATE TABLE step_summary (
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
       ) STRICT, WITHOUT ROWID;
INSERT INTO "step_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','confirm',24,0,2,0,0,0,0,0,0,24000,0,0,0,0,0);
INSERT INTO "step_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','day',4,0,4,4,1,2,4,1,1,37500,4,2,1,1,13);
INSERT INTO "step_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','start',2,1,1,0,0,0,0,0,0,5000,0,0,0,0,0);
INSERT INTO "step_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment','start',20,1,0,0,0,0,0,0,0,2500,0,0,0,0,0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX event_attempt ON event (attempt);
CREATE TRIGGER erasing_is_audited BEFORE INSERT ON erasing
       WHEN NOT EXISTS (SELECT 1 FROM audit WHERE action = 'erase_learner' AND subject = NEW.learner)
       BEGIN SELECT RAISE(ABORT, 'erasing a learner needs an audit entry'); END;
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
       BEGIN SELECT RAISE(ABORT, 'events are facts and never change'); END;
CREATE TRIGGER event_kept BEFORE DELETE ON event
       WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE learner = OLD.learner)
       BEGIN SELECT RAISE(ABORT, 'events are facts and stay'); END;
CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
       WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'events are facts and are not replaced'); END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log never changes'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log stays'); END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit
       WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'the audit log is not replaced'); END;
CREATE INDEX attempt_of ON attempt_summary (learner, lesson, number);
CREATE INDEX event_helped ON event (seq) WHERE kind = 'helped';
COMMIT;
