package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"touchline.app/journey"
)

// migrations holds, for each older version, the statements that lead to the
// next. Each has a file of its version in testdata (v1.journey and so on), which a test
// opens. They need not arrive at the very text of schema.sql: the rows are read
// and written into a new file afterwards.
var migrations = map[int]string{
	1: `ALTER TABLE map ADD COLUMN expectation TEXT NOT NULL DEFAULT '';
		ALTER TABLE map ADD COLUMN version TEXT NOT NULL DEFAULT '';
		ALTER TABLE map ADD COLUMN date TEXT;
		ALTER TABLE persona ADD COLUMN employee INTEGER NOT NULL DEFAULT 0;`,
	2: `ALTER TABLE map ADD COLUMN direction TEXT NOT NULL DEFAULT '';`,
	3: `-- The rows are as they were. The change log begins empty, in the new file.
`,
	4: `ALTER TABLE map ADD COLUMN events_customers INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE map ADD COLUMN events_finished INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE map ADD COLUMN events_ad_hoc INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE map ADD COLUMN events_file TEXT NOT NULL DEFAULT '';
		ALTER TABLE map ADD COLUMN events_file_digest TEXT NOT NULL DEFAULT '';
		ALTER TABLE map ADD COLUMN events_date TEXT;
		ALTER TABLE stage ADD COLUMN width REAL NOT NULL DEFAULT 0;
		ALTER TABLE stage ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE stage ADD COLUMN customers INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE lane ADD COLUMN color TEXT NOT NULL DEFAULT '';
		ALTER TABLE lane ADD COLUMN height REAL NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_median REAL NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_question TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN expected_filter TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN expected_inverted INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_blank INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_not_applicable INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_junk INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN expected_file TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN expected_file_digest TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN actual_median REAL NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN actual_question TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN actual_filter TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN actual_inverted INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN actual_blank INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN actual_not_applicable INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN actual_junk INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN actual_file TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN actual_file_digest TEXT NOT NULL DEFAULT '';
		ALTER TABLE touchpoint ADD COLUMN passage_customers INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN passage_finished INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN passage_skipped INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN passage_repeated INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN passage_out_of_order INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE touchpoint ADD COLUMN passage_optimal INTEGER NOT NULL DEFAULT 0;
		ALTER TABLE note ADD COLUMN touchpoint TEXT;
		ALTER TABLE note ADD COLUMN end_stage TEXT;
		ALTER TABLE note ADD COLUMN end_touchpoint TEXT;
		ALTER TABLE pain_point ADD COLUMN end_stage TEXT;
		ALTER TABLE pain_point ADD COLUMN end_touchpoint TEXT;
		ALTER TABLE opportunity ADD COLUMN end_stage TEXT;
		ALTER TABLE opportunity ADD COLUMN end_touchpoint TEXT;
		ALTER TABLE metric ADD COLUMN lower_is_better INTEGER NOT NULL DEFAULT 0;
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
		) STRICT, WITHOUT ROWID;`,
}

// migrate rewrites the file at path, which is of an older format, in the present
// one. Until the new file is complete and takes the name, the old one stays as it
// is; nobody writes to it meanwhile. A copy of it is kept where the source says.
func (f *File) migrate(ctx context.Context, path string, format int) error {
	release, err := holdStill(ctx, path)
	if err != nil {
		return err
	}
	defer release()
	folder, err := bench()
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	twin := filepath.Join(folder, standIn)
	if err := copyFile(path, twin); err != nil {
		return err
	}
	kept := f.source.keep(twin, path, format)
	name, err := draft(path)
	if err != nil {
		return err
	}
	defer discard(name)
	if err := rewrite(ctx, twin, name, f.source.Now()); err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		release() // a file that is open cannot be replaced there
	}
	if err := place(name, path, false); err != nil {
		return err
	}
	f.former = former{format, kept}
	return nil
}

// holdStill keeps every other program from writing to a map until release, which
// may be called more than once.
func holdStill(ctx context.Context, path string) (release func(), err error) {
	c, err := connect(ctx, path, forEditing)
	if err != nil {
		return nil, err
	}
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return sync.OnceFunc(func() { _ = errors.Join(tx.Rollback(), c.Close()) }), nil
}

// rewrite writes the map in the file twin, a copy nobody else uses, into the empty
// file name, its past included.
func rewrite(ctx context.Context, twin, name string, now time.Time) error {
	h, err := inspect(twin)
	if err != nil {
		return err
	}
	m, err := modernize(ctx, twin)
	if err != nil {
		return err
	}
	past, err := pastOf(ctx, twin, h.version)
	if err != nil {
		return err
	}
	past.made = now.UnixMilli()
	return writeWith(ctx, name, m, past)
}

// modernize brings the file at path, a copy nobody else uses, to the present
// version and returns its rows.
func modernize(ctx context.Context, path string) (*journey.Map, error) {
	c, err := connect(ctx, path, forEditing)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	version, err := c.number(ctx, "PRAGMA user_version") // rolls back a journal
	if err != nil {
		return nil, err
	}
	if _, err := inspect(path); err != nil {
		return nil, err
	}
	if version == Version {
		m, _, err := load(ctx, c, true)
		return m, err
	}
	if version >= firstLogged {
		if err := soundBefore(ctx, c); err != nil {
			return nil, err
		}
	}
	for v := int(version); v < Version; v++ {
		if err := advance(ctx, c, v, v == int(version)); err != nil {
			return nil, fmt.Errorf("bring version %d to %d: %w", v, v+1, err)
		}
	}
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	m, _, err := readRows(ctx, tx)
	return m, err
}

// advance runs the migration from one version to the next as one transaction.
func advance(ctx context.Context, c *connection, version int, care bool) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if care {
		if err := examine(ctx, tx); err != nil {
			return err
		}
	}
	mark := fmt.Sprintf("PRAGMA user_version = %d", version+1)
	if _, err := tx.ExecContext(ctx, migrations[version]+mark); err != nil {
		return err
	}
	return tx.Commit()
}
