package storage

import (
	"context"
	"database/sql"
	"fmt"

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
}

// migrate rewrites the file at path in the present version. Until the new file
// is complete and takes the name, the old one stays as it is.
func migrate(ctx context.Context, path string) error {
	m, err := fetch(ctx, path)
	if err != nil {
		return err
	}
	name, err := draft(path)
	if err != nil {
		return err
	}
	defer discard(name)
	if err := write(ctx, name, m); err != nil {
		return err
	}
	return place(name, path, false)
}

// fetch returns the rows of the file at path after all migrations, which it runs
// on a copy. Nobody writes to the file while it is copied.
func fetch(ctx context.Context, path string) (*journey.Map, error) {
	c, err := connect(ctx, path, forEditing)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	return readCopy(ctx, path, false)
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
		return load(ctx, c, true)
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
