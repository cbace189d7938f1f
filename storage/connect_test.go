package storage

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"modernc.org/sqlite"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// What keeps an edit when the power goes must be in force, not only asked for.
func TestSettingsInForce(t *testing.T) {
	f := created(t, full(t))
	want := map[string]string{
		"journal_mode": "truncate", "synchronous": "2", "fullfsync": "1", "foreign_keys": "1", "busy_timeout": "5000",
		"trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "temp_store": "2", "cache_spill": "0",
	}
	for pragma, value := range want {
		var got string
		if err := f.conn.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
			t.Errorf("%s: %v", pragma, err)
		} else if got != value {
			t.Errorf("%s is %s, not %s", pragma, got, value)
		}
	}
	if runtime.GOOS == "linux" && !sqlite.OFDLockingEnabled() {
		t.Error("reading an open file would drop the locks of SQLite")
	}
}

func TestCancelledCommitStoresNothingAndTheNextWorks(t *testing.T) {
	m := full(t)
	f := created(t, m)
	other, _, err := Open(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	p := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := f.Commit(cancelled, p); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v", err)
	}
	tx, err := other.conn.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	if err := f.Commit(short, p); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled while another program writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	got, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, m)
	if err := f.Commit(ctx, p); err != nil {
		t.Error(err)
	}
}
