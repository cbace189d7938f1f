package storage

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
)

// Every version that can be opened has a file of it, and its tables are known.
func TestEveryVersionHasAKeptFile(t *testing.T) {
	for v := 1; v < Version; v++ {
		t.Run(fmt.Sprint(v), func(t *testing.T) {
			if migrations[v] == "" {
				t.Errorf("no migration leads on from version %d", v)
			}
			path := filepath.Join("testdata", fmt.Sprintf("v%d.journey", v))
			h, err := inspect(path)
			if err != nil {
				t.Fatal(err)
			}
			if h.version != v {
				t.Errorf("%s is of version %d", path, h.version)
			}
			if got := fingerprintOf(t, path); got != schemas[v] {
				t.Errorf("fingerprint of version %d is %q, known is %q", v, got, schemas[v])
			}
		})
	}
}

func TestSchemaOfThisVersionIsKnown(t *testing.T) {
	name, err := draft(filepath.Join(t.TempDir(), "x"))
	if err != nil {
		t.Fatal(err)
	}
	if err := write(context.Background(), name, full(t)); err != nil {
		t.Fatal(err)
	}
	if got := fingerprintOf(t, name); got != schemas[Version] {
		t.Errorf("fingerprint of schema.sql is %q, known is %q: was a migration forgotten?", got, schemas[Version])
	}
}

func fingerprintOf(t *testing.T, path string) string {
	t.Helper()
	c, err := connect(context.Background(), path, forReading)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	tx, err := c.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	got, err := fingerprint(context.Background(), tx)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
