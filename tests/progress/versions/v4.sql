PRAGMA application_id = 1162630229;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'elder_tutor','m001_first','2026-11-22 02:21:10.637797+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'elder_tutor','m002_mastery','2026-11-22 05:04:34.495260+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'elder_tutor','m003_board','2026-11-22 09:12:00.435056+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'elder_tutor','m004_cards','2026-11-22 10:40:29.821227+00:00');
CREATE TABLE assignment (
         id TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         course TEXT NOT NULL,
         lesson TEXT NOT NULL,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         until TEXT NOT NULL
       ) STRICT;
INSERT INTO "assignment" VALUES('s1','22997ed8dc624cf3bed7c3a19ef50843','','book-appointment',1782000000000,'first','2026-07-01');
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
INSERT INTO "attempt_summary" VALUES('c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day',1782000004000,1782000022000,1,4,31);
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
CREATE TABLE day_summary (
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
       ) STRICT, WITHOUT ROWID;
INSERT INTO "day_summary" VALUES('2026-06-08','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,0,0,0,1,4,1,0,0,0,0,42500);
INSERT INTO "day_summary" VALUES('2026-06-08','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,1,0,0,0,0,0,0,0,0,0,5000);
INSERT INTO "day_summary" VALUES('2026-06-08','56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',0,1,0,0,0,0,0,0,0,0,0,0);
INSERT INTO "day_summary" VALUES('2026-06-10','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,1,1,1,0,0,0,0,0,0,0,12000);
INSERT INTO "day_summary" VALUES('2026-06-12','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,1,1,1,0,0,0,0,0,0,0,12000);
INSERT INTO "day_summary" VALUES('2026-06-21','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,1,0,0,1,0,0,1,1,1,3,18000);
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
       , id TEXT NOT NULL DEFAULT '', kiosk TEXT NOT NULL DEFAULT '', mono INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "event" VALUES(1,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','','opened','{"seed":7,"today":"2026-06-08","ask.who":"me"}',1780909202500,'019ea675-dc44-7000-8000-000000000001','',0);
INSERT INTO "event" VALUES(2,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','acted','{"do":"tap","element":"health.home.book","right":true}',1780909205000,'019ea675-e608-7000-8000-000000000002','',0);
INSERT INTO "event" VALUES(3,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','step_done','{}',1780909207500,'019ea675-efcc-7000-8000-000000000003','',0);
INSERT INTO "event" VALUES(4,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909210000,'019ea675-f990-7000-8000-000000000004','',0);
INSERT INTO "event" VALUES(5,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909212500,'019ea676-0354-7000-8000-000000000005','',0);
INSERT INTO "event" VALUES(6,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909215000,'019ea676-0d18-7000-8000-000000000006','',0);
INSERT INTO "event" VALUES(7,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909217500,'019ea676-16dc-7000-8000-000000000007','',0);
INSERT INTO "event" VALUES(8,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909220000,'019ea676-20a0-7000-8000-000000000008','',0);
INSERT INTO "event" VALUES(9,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909222500,'019ea676-2a64-7000-8000-000000000009','',0);
INSERT INTO "event" VALUES(10,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909225000,'019ea676-3428-7000-8000-00000000000a','',0);
INSERT INTO "event" VALUES(11,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909227500,'019ea676-3dec-7000-8000-00000000000b','',0);
INSERT INTO "event" VALUES(12,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909230000,'019ea676-47b0-7000-8000-00000000000c','',0);
INSERT INTO "event" VALUES(13,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','acted','{"do":"pick","element":"health.day.days","row":"d6","right":false}',1780909232500,'019ea676-5174-7000-8000-00000000000d','',0);
INSERT INTO "event" VALUES(14,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','refused','{"key":"full_day"}',1780909235000,'019ea676-5b38-7000-8000-00000000000e','',0);
INSERT INTO "event" VALUES(15,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','mistake','{"mistake":"full_day"}',1780909237500,'019ea676-64fc-7000-8000-00000000000f','',0);
INSERT INTO "event" VALUES(16,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','hint','{"rung":2,"by":"wrong"}',1780909240000,'019ea676-6ec0-7000-8000-000000000010','',0);
INSERT INTO "event" VALUES(17,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','missed','{}',1780909242500,'019ea676-7884-7000-8000-000000000011','',0);
INSERT INTO "event" VALUES(18,'a1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','left','{}',1780909245000,'019ea676-8248-7000-8000-000000000012','',0);
INSERT INTO "event" VALUES(19,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','','opened','{}',1780909247500,'019ea676-8c0c-7000-8000-000000000013','',0);
INSERT INTO "event" VALUES(20,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','start','step_done','{}',1780909250000,'019ea676-95d0-7000-8000-000000000014','',0);
INSERT INTO "event" VALUES(21,'b1','56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'follow','','finished','{"passed":true}',1780909252500,'019ea676-9f94-7000-8000-000000000015','',0);
INSERT INTO "event" VALUES(22,'b2','56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',1,'alone','','finished','{}',1780909255000,'019ea676-a958-7000-8000-000000000016','',0);
INSERT INTO "event" VALUES(23,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','','opened','{"seed":5,"today":"2026-06-10","ask.clinic":"heart"}',1781082055000,'019eb0c3-6158-7000-8000-000000000017','',0);
INSERT INTO "event" VALUES(24,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','acted','{"do":"tap","element":"health.review.confirm","right":true}',1781082064000,'019eb0c3-8480-7000-8000-000000000018','',0);
INSERT INTO "event" VALUES(25,'00000000000000000000000000000000','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','finished','{"passed":true,"unaided":true,"reached":true,"rung":0,"criterion":"unaided-2-days:1","rating":3,"day":"2026-06-10","due":"2026-06-11"}',1781082067000,'019eb0c3-9038-7000-8000-000000000019','',0);
INSERT INTO "event" VALUES(26,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','','opened','{"seed":6,"today":"2026-06-12","ask.clinic":"heart"}',1781254855000,'019ebb10-1958-7000-8000-00000000001a','',0);
INSERT INTO "event" VALUES(27,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','acted','{"do":"tap","element":"health.review.confirm","right":true}',1781254864000,'019ebb10-3c80-7000-8000-00000000001b','',0);
INSERT INTO "event" VALUES(28,'00000000000000000000000000000001','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'check','confirm','finished','{"passed":true,"unaided":true,"reached":true,"rung":0,"criterion":"unaided-2-days:1","rating":3,"day":"2026-06-12","due":"2026-06-15"}',1781254867000,'019ebb10-4838-7000-8000-00000000001c','',0);
INSERT INTO "event" VALUES(29,'ffffffffffffffffffffffffffffffff','22997ed8dc624cf3bed7c3a19ef50843','',0,'','','helped','{"by":"learner","why":"real"}',1781341255000,'019ec036-7558-7000-8000-00000000001d','',0);
INSERT INTO "event" VALUES(30,'c0','22997ed8dc624cf3bed7c3a19ef50843','',0,'','','arrived','{}',1782000002000,'019ee77a-23d0-7f61-be1a-f6871b45c55a','kiosk-1',1000);
INSERT INTO "event" VALUES(31,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','opened','{}',1782000004000,'019ee77a-2ba0-7bb4-af0c-ef28988d6daa','kiosk-1',1010);
INSERT INTO "event" VALUES(32,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','acted','{"do":"tap","right":false}',1782000006000,'019ee77a-3370-7b86-ac34-b2a214995af7','kiosk-1',1020);
INSERT INTO "event" VALUES(33,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','hint','{"rung":4,"by":"request"}',1782000008000,'019ee77a-3b40-7620-87aa-9f8d62a8202c','kiosk-1',1030);
INSERT INTO "event" VALUES(34,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','start','step_done','{}',1782000010000,'019ee77a-4310-7d44-a2cd-536af09b3445','kiosk-1',1040);
INSERT INTO "event" VALUES(35,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','helped','{"by":"learner","why":"asked"}',1782000012000,'019ee77a-4ae0-75bc-a24a-7c8be00aa978','kiosk-1',1050);
INSERT INTO "event" VALUES(36,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','coming','{"by":"first"}',1782000014000,'019ee77a-52b0-7426-b9ef-e7061811b119','kiosk-1',1060);
INSERT INTO "event" VALUES(37,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','advised','{"rung":2,"by":"first"}',1782000016000,'019ee77a-5a80-7cd4-aa8f-d1f5ee3a63ac','kiosk-1',1070);
INSERT INTO "event" VALUES(38,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','reported','{}',1782000018000,'019ee77a-6250-7573-a990-36f2d04dfd46','kiosk-1',1080);
INSERT INTO "event" VALUES(39,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','finished','{"passed":true}',1782000020000,'019ee77a-6a20-7283-b14c-36b5e5d9e21e','kiosk-1',1090);
INSERT INTO "event" VALUES(40,'c1','22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'alone','day','felt','{"face":3}',1782000022000,'019ee77a-71f0-7860-9aaa-62097863bf93','kiosk-1',1100);
INSERT INTO "event" VALUES(41,'g1','guest','',0,'','','helped','{"by":"learner","why":"real"}',1782000024000,'019ee77a-79c0-7da3-9c20-cb150b1230fa','kiosk-1',1110);
CREATE TABLE learner (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         picture TEXT NOT NULL,
         symbol TEXT NOT NULL,
         created INTEGER NOT NULL,
         consent INTEGER
       ) STRICT;
INSERT INTO "learner" VALUES('22997ed8dc624cf3bed7c3a19ef50843','أُمُّ خَالِدٍ','dallah','blue-star',1780909200000,1780909200000);
INSERT INTO "learner" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','سالم','dhow','',1780909200000,NULL);
INSERT INTO "learner" VALUES('guest','','guest','',0,NULL);
CREATE TABLE learner_group (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         picture TEXT NOT NULL,
         created INTEGER NOT NULL
       ) STRICT;
INSERT INTO "learner_group" VALUES('g1','مَجْمُوعَةُ الصَّبَاحِ','dhow',1782000000000);
CREATE TABLE learner_summary (
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
       ) STRICT, WITHOUT ROWID;
INSERT INTO "learner_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843',1,0,1,1,4,2,4,1,1,0,0,0,84500,1780909202500,1782000022000);
INSERT INTO "learner_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9',2,1,0,0,1,0,0,0,0,0,0,0,5000,1780909247500,1780909255000);
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
INSERT INTO "lesson_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment',1,'needs',4,0,0,0,1,2,0,0,2,1,0,0,1,0,1,4,1,1,84500,'alone','day','start',1780909202500,1782000022000,'2026-06-10',1781254867000,'2026-06-15');
INSERT INTO "lesson_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment',1,'going',1,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,5000,'follow','start','',1780909247500,1780909252500,'',0,'');
INSERT INTO "lesson_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','hotline-call',1,'done',0,0,0,0,1,0,0,1,0,0,0,0,0,0,0,0,0,0,0,'alone','','',1780909255000,1780909255000,'',0,'');
CREATE TABLE membership (
         team TEXT NOT NULL REFERENCES learner_group (id) ON DELETE CASCADE,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         since INTEGER NOT NULL,
         PRIMARY KEY (team, learner)
       ) STRICT, WITHOUT ROWID;
INSERT INTO "membership" VALUES('g1','22997ed8dc624cf3bed7c3a19ef50843',1782000000000);
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
CREATE TABLE photo (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         given INTEGER NOT NULL,
         consent TEXT NOT NULL,
         who TEXT NOT NULL,
         image BLOB NOT NULL
       ) STRICT;
INSERT INTO "photo" VALUES('22997ed8dc624cf3bed7c3a19ef50843',1782000030000,'learner','first',X'FFD8FFE000104A464946');
CREATE TABLE place_summary (
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
       ) STRICT, WITHOUT ROWID;
INSERT INTO "place_summary" VALUES('kiosk-1','guest','g1','',0,'','',1782000024000,1782000024000,1782000024000,0,0,0,1782000024000,0,0,0);
CREATE TABLE remark (
         id TEXT PRIMARY KEY NOT NULL,
         learner TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         at INTEGER NOT NULL,
         who TEXT NOT NULL,
         text TEXT NOT NULL
       ) STRICT;
INSERT INTO "remark" VALUES('r1','22997ed8dc624cf3bed7c3a19ef50843',1782000000000,'first','تَقَدُّمٌ جَيِّدٌ');
CREATE TABLE setting (
         owner TEXT PRIMARY KEY NOT NULL,
         value TEXT NOT NULL CHECK (json_valid(value))
       ) STRICT;
INSERT INTO "setting" VALUES('','{"language": "ar"}');
CREATE TABLE staff (
         id TEXT PRIMARY KEY NOT NULL,
         name TEXT NOT NULL,
         role TEXT NOT NULL CHECK (role IN ('trainer', 'manager', 'viewer')),
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL,
         created INTEGER NOT NULL
       ) STRICT;
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
INSERT INTO "step_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','day',4,0,4,4,1,2,4,1,1,49500,4,2,1,1,13);
INSERT INTO "step_summary" VALUES('22997ed8dc624cf3bed7c3a19ef50843','book-appointment','start',2,2,2,1,1,4,0,0,0,11000,0,0,0,1,33);
INSERT INTO "step_summary" VALUES('56f322dbf3c34c8cb6e867e6af9e44b9','book-appointment','start',20,1,0,0,0,0,0,0,0,2500,0,0,0,0,0);
CREATE TABLE symbols (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         hash TEXT NOT NULL,
         wrong INTEGER NOT NULL,
         remaining INTEGER NOT NULL,
         seen INTEGER NOT NULL
       ) STRICT;
INSERT INTO "symbols" VALUES('22997ed8dc624cf3bed7c3a19ef50843','$argon2id$kept',1,0,1782000030000);
CREATE TABLE ticket (
         learner TEXT PRIMARY KEY NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
         code TEXT NOT NULL UNIQUE,
         made INTEGER NOT NULL
       ) STRICT;
INSERT INTO "ticket" VALUES('22997ed8dc624cf3bed7c3a19ef50843','ET1-ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',1782000030000);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX event_attempt ON event (attempt);
CREATE TRIGGER erasing_is_audited BEFORE INSERT ON erasing
       WHEN NOT EXISTS (SELECT 1 FROM audit WHERE action = 'erase_learner' AND subject = NEW.learner)
       BEGIN SELECT RAISE(ABORT, 'erasing a learner needs an audit entry'); END;
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
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
       BEGIN SELECT RAISE(ABORT, 'events are facts and never change'); END;
CREATE UNIQUE INDEX event_id ON event (id) WHERE id <> '';
CREATE INDEX event_felt ON event (seq) WHERE kind = 'felt';
CREATE INDEX event_reported ON event (seq) WHERE kind = 'reported';
CREATE INDEX event_letter ON event (seq) WHERE kind IN ('coming', 'advised');
CREATE INDEX membership_of ON membership (learner);
CREATE INDEX remark_of ON remark (learner, at);
CREATE INDEX assignment_of ON assignment (learner);
CREATE INDEX day_of ON day_summary (learner, day);
CREATE VIEW group_summary AS
       SELECT team, count(*) AS learners, sum(lessons) AS lessons, sum(done) AS done, sum(needs) AS needs,
         sum(mastered) AS mastered, sum(attempts) AS attempts, sum(hints) AS hints, sum(mistakes) AS mistakes,
         sum(missed) AS missed, sum(helped) AS helped, sum(ms) AS ms, max(last_at) AS last_at
       FROM membership JOIN learner_summary USING (learner) GROUP BY team;
CREATE INDEX learner_picture ON learner (picture, symbol);
COMMIT;
