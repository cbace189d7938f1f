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
  direction TEXT NOT NULL,
  events_customers INTEGER NOT NULL CHECK (events_customers >= 0),
  events_finished INTEGER NOT NULL CHECK (events_finished >= 0),
  events_ad_hoc INTEGER NOT NULL CHECK (events_ad_hoc >= 0),
  events_file TEXT NOT NULL,
  events_file_digest TEXT NOT NULL,
  events_date TEXT
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
  color TEXT NOT NULL,
  width REAL NOT NULL CHECK (width >= 0),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  customers INTEGER NOT NULL CHECK (customers >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE lane (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  color TEXT NOT NULL,
  height REAL NOT NULL CHECK (height >= 0)
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
  expected_median REAL NOT NULL,
  expected_question TEXT NOT NULL,
  expected_filter TEXT NOT NULL,
  expected_inverted INTEGER NOT NULL CHECK (expected_inverted IN (0, 1)),
  expected_blank INTEGER NOT NULL CHECK (expected_blank >= 0),
  expected_not_applicable INTEGER NOT NULL CHECK (expected_not_applicable >= 0),
  expected_junk INTEGER NOT NULL CHECK (expected_junk >= 0),
  expected_file TEXT NOT NULL,
  expected_file_digest TEXT NOT NULL,
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
  actual_median REAL NOT NULL,
  actual_question TEXT NOT NULL,
  actual_filter TEXT NOT NULL,
  actual_inverted INTEGER NOT NULL CHECK (actual_inverted IN (0, 1)),
  actual_blank INTEGER NOT NULL CHECK (actual_blank >= 0),
  actual_not_applicable INTEGER NOT NULL CHECK (actual_not_applicable >= 0),
  actual_junk INTEGER NOT NULL CHECK (actual_junk >= 0),
  actual_file TEXT NOT NULL,
  actual_file_digest TEXT NOT NULL,
  matters INTEGER NOT NULL CHECK (matters IN (0, 1)),
  reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  color TEXT NOT NULL,
  leave_as_is INTEGER NOT NULL CHECK (leave_as_is IN (0, 1)),
  passage_customers INTEGER NOT NULL CHECK (passage_customers >= 0),
  passage_finished INTEGER NOT NULL CHECK (passage_finished >= 0),
  passage_skipped INTEGER NOT NULL CHECK (passage_skipped >= 0),
  passage_repeated INTEGER NOT NULL CHECK (passage_repeated >= 0),
  passage_out_of_order INTEGER NOT NULL CHECK (passage_out_of_order >= 0),
  passage_optimal INTEGER NOT NULL CHECK (passage_optimal IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  end_stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  end_touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE pain_point (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  lane TEXT REFERENCES lane DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 5),
  owner TEXT NOT NULL,
  end_stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  end_touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED
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
  state TEXT NOT NULL,
  end_stage TEXT REFERENCES stage DEFERRABLE INITIALLY DEFERRED,
  end_touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED
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
  actual REAL,
  lower_is_better INTEGER NOT NULL CHECK (lower_is_better IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE reading (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  order_key TEXT NOT NULL,
  felt TEXT NOT NULL,
  valence REAL NOT NULL CHECK (valence BETWEEN -2 AND 2),
  source TEXT NOT NULL,
  source_name TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  mean REAL NOT NULL,
  sd REAL NOT NULL,
  scale_min REAL NOT NULL,
  scale_max REAL NOT NULL,
  distribution TEXT,
  date TEXT,
  median REAL NOT NULL,
  question TEXT NOT NULL,
  filter TEXT NOT NULL,
  inverted INTEGER NOT NULL CHECK (inverted IN (0, 1)),
  blank INTEGER NOT NULL CHECK (blank >= 0),
  not_applicable INTEGER NOT NULL CHECK (not_applicable >= 0),
  junk INTEGER NOT NULL CHECK (junk >= 0),
  file TEXT NOT NULL,
  file_digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE promise (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  from_touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  to_touchpoint TEXT REFERENCES touchpoint DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- about is the id of a row of any table, '' for the map.
CREATE TABLE waiver (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  order_key TEXT NOT NULL,
  check_name TEXT NOT NULL,
  about TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_touchpoint ON note (touchpoint);
CREATE INDEX pain_point_touchpoint ON pain_point (touchpoint);
CREATE INDEX opportunity_touchpoint ON opportunity (touchpoint);
CREATE INDEX metric_touchpoint ON metric (touchpoint);
CREATE INDEX reading_touchpoint ON reading (touchpoint);
CREATE INDEX promise_to ON promise (to_touchpoint);
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
