package storage

import (
	"context"
	"database/sql"
	"time"
)

// How much of the past a file keeps step by step. What is older is folded when the
// file is closed and there is enough of it to pay; named versions and the newest
// value of each field stay whatever their age.
const (
	keptPast     = 30 * 24 * time.Hour
	keptLong     = 24 * time.Hour // where the log is long
	worthFolding = 1000           // steps
	longLog      = 100_000        // steps
)

// tidy folds the old part of the log where that pays. An error leaves the file as it
// was, and the next closing tries again.
func (f *File) tidy(ctx context.Context) {
	if f.barred != nil {
		return
	}
	if same, err := f.same(); err != nil || !same {
		return
	}
	now := f.source.Now()
	all, old := 0, 0
	before := now.Add(-keptPast)
	err := f.reading(ctx, func(tx *sql.Tx) error {
		const steps = "SELECT count(*) FROM patch WHERE position > (SELECT floor FROM mark) AND clock < ?"
		if err := tx.QueryRowContext(ctx, steps, now.Add(-keptLong).UnixMilli()<<16).Scan(&all); err != nil {
			return err
		}
		if all > longLog {
			before = now.Add(-keptLong)
		}
		return tx.QueryRowContext(ctx, steps, before.UnixMilli()<<16).Scan(&old)
	})
	if err != nil || old < worthFolding {
		return
	}
	_ = f.writing(ctx, func(r *recorder) error {
		if err := f.trustLog(ctx, r.tx); err != nil {
			return err
		}
		_, err := compact(r, before)
		return err
	})
}
