-- The tables of a .journey file. A change here is a new version: raise Version,
-- add a migration and keep a file of the old version (see migrate.go).
--
-- An empty reference is NULL, an empty text is ''. An emotion nobody has spoken
-- of has the valence NULL. Dates are ISO days. Words of a vocabulary are checked
-- when rows are read and written.
CREATE TABLE map (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL CHECK (id <> ''),
  title TEXT NOT NULL,
  scenario TEXT NOT NULL,
  state TEXT NOT NULL,
  mission TEXT NOT NULL,
  success TEXT NOT NULL,
  expectation TEXT NOT NULL,
  version TEXT NOT NULL,
  date TEXT,
  direction TEXT NOT NULL
) STRICT;
CREATE TABLE persona (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  line TEXT NOT NULL,
  quote TEXT NOT NULL,
  goals TEXT NOT NULL,
  color TEXT NOT NULL,
  employee INTEGER NOT NULL CHECK (employee IN (0, 1))
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
-- The change log (see docs/file-format.md). kind is the name of a table above, row
-- the key of the row as text, field a column; an empty field says whether the row
-- is there. In old and new NULL stands for the empty value of a column, whatever
-- its type. A clock is milliseconds since 1970 times 65536 plus a counter.
CREATE TABLE patch (
  position INTEGER PRIMARY KEY,
  clock INTEGER NOT NULL,
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  gesture TEXT NOT NULL,
  merged INTEGER NOT NULL CHECK (merged IN (0, 1)),
  UNIQUE (clock, actor)
) STRICT;
CREATE TABLE change (
  kind TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  clock INTEGER NOT NULL,
  actor TEXT NOT NULL,
  old ANY,
  new ANY,
  prior_clock INTEGER NOT NULL,
  prior_actor TEXT NOT NULL,
  PRIMARY KEY (kind, row, field, clock, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_patch ON change (clock, actor);
CREATE TABLE session (
  actor TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  made INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE mark (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  origin TEXT NOT NULL,
  content TEXT NOT NULL,
  log TEXT NOT NULL,
  floor INTEGER NOT NULL
) STRICT;
