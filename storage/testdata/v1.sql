-- Version 1 of the schema, and a small map in it. v1.journey was made from this:
--   sqlite3 v1.journey < v1.sql
PRAGMA foreign_keys = ON;
PRAGMA application_id = 1415800908;
PRAGMA user_version = 1;
CREATE TABLE map (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL,
  scenario TEXT NOT NULL,
  state TEXT NOT NULL,
  mission TEXT NOT NULL,
  success TEXT NOT NULL
) STRICT;
CREATE TABLE persona (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  line TEXT NOT NULL,
  quote TEXT NOT NULL,
  goals TEXT NOT NULL,
  color TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE stage (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  phase TEXT NOT NULL,
  phase_note TEXT NOT NULL,
  goal TEXT NOT NULL,
  expectation TEXT NOT NULL,
  status TEXT NOT NULL,
  color TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE lane (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE channel (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  icon TEXT NOT NULL,
  medium TEXT NOT NULL,
  ownership TEXT NOT NULL,
  purpose TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE touchpoint (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  title TEXT NOT NULL,
  details TEXT NOT NULL,
  channel TEXT REFERENCES channel DEFERRABLE INITIALLY DEFERRED,
  actors TEXT,
  ownership TEXT NOT NULL,
  type TEXT NOT NULL,
  delivery TEXT NOT NULL,
  status TEXT NOT NULL,
  expectation TEXT NOT NULL,
  expected_valence REAL CHECK (expected_valence BETWEEN -2 AND 2),
  expected_word TEXT NOT NULL,
  expected_quote TEXT NOT NULL,
  expected_source TEXT NOT NULL,
  expected_source_name TEXT NOT NULL,
  expected_n INTEGER NOT NULL CHECK (expected_n >= 0),
  expected_mean REAL NOT NULL,
  expected_sd REAL NOT NULL,
  expected_scale_min REAL NOT NULL,
  expected_scale_max REAL NOT NULL,
  expected_distribution TEXT,
  expected_date TEXT,
  actual_valence REAL CHECK (actual_valence BETWEEN -2 AND 2),
  actual_word TEXT NOT NULL,
  actual_quote TEXT NOT NULL,
  actual_source TEXT NOT NULL,
  actual_source_name TEXT NOT NULL,
  actual_n INTEGER NOT NULL CHECK (actual_n >= 0),
  actual_mean REAL NOT NULL,
  actual_sd REAL NOT NULL,
  actual_scale_min REAL NOT NULL,
  actual_scale_max REAL NOT NULL,
  actual_distribution TEXT,
  actual_date TEXT,
  matters INTEGER NOT NULL CHECK (matters IN (0, 1)),
  reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  color TEXT NOT NULL,
  leave_as_is INTEGER NOT NULL CHECK (leave_as_is IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pain_point (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 5),
  owner TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE opportunity (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  impact INTEGER NOT NULL CHECK (impact BETWEEN 0 AND 5),
  effort INTEGER NOT NULL CHECK (effort BETWEEN 0 AND 5),
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE metric (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  target REAL,
  actual REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX pain_point_touchpoint ON pain_point (touchpoint);
CREATE INDEX opportunity_touchpoint ON opportunity (touchpoint);
CREATE INDEX metric_touchpoint ON metric (touchpoint);
INSERT INTO map VALUES (1, 'm1', 'Renting a bicycle', 'Ines rents for a weekend', 'current', 'Ride off in a minute', 'Nobody waits');
INSERT INTO persona VALUES ('p1', 'V000', 'Ines', 'IN', 'rides on Sundays', 'Where is the key?', 'a bicycle that fits', '#336699');
INSERT INTO stage VALUES ('s1', 'V000', 'Book', 'before', '', 'a bicycle for Saturday', 'quick', 'prospect', '');
INSERT INTO stage VALUES ('s2', 'V001', 'Ride', 'during', 'day of the ride', '', '', 'customer', '#AA3300');
INSERT INTO lane VALUES ('l1', 'V000', 'touchpoints', 'Customer', '', 0), ('l2', 'V001', 'pain points', 'Pain', '', 1);
INSERT INTO channel VALUES ('c1', 'V000', 'website', 'globe', 'digital', 'owned', 'find and book');
INSERT INTO touchpoint VALUES ('t1', 's1', 'l1', 'V000', 'Choose a bicycle', '', 'c1', '["p1"]', '', 'interaction',
  'automated', 'lead', 'photos', 1.0, 'curious', '', '', '', 0, 0, 0, 0, 0, NULL, NULL,
  -0.5, 'unsure', 'Which size?', 'survey', 'Spring 2026', 40, 2.5, 0.9, 1, 5, '[5,15,15,5,0]', '2026-04-30',
  1, 'first impression', 'web team', '', 0);
INSERT INTO note VALUES ('n1', 's2', 'l1', 'V000', 'sun');
INSERT INTO pain_point VALUES ('q1', 's1', 't1', 'l2', 'V000', 'no sizes given', 3, 'web team');
INSERT INTO opportunity VALUES ('o1', 's1', 't1', NULL, 'V000', 'show a size chart', 4, 1, 'web team', 'May', 'open');
INSERT INTO metric VALUES ('k1', 's1', 't1', NULL, 'V000', 'booked', '%', 60, NULL);
