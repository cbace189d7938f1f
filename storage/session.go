package storage

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"touchline.app/journey/merge"
)

// The tables of the log that its digest covers.
var logTables = []*table{
	{name: "patch", columns: []string{"position", "clock", "actor", "verb", "subject", "gesture", "merged"}},
	{name: "change", columns: []string{"kind", "row", "field", "clock", "actor", "old", "new", "prior_clock", "prior_actor"}},
	{name: "session", columns: []string{"actor", "last"}},
	{name: "version", columns: []string{"name", "made", "position"}},
}

// tally is the digest of the patches of a log up to a position, and of their lines. The
// zero value is that of none.
type tally struct {
	sum  digest
	upTo int64
}

// whole returns the digest of the log, and the tally of all its patches. It reads the
// patches that came after k, and their lines; where those before are not as they were,
// the digest is not that of the log.
func (k tally) whole(ctx context.Context, tx *sql.Tx) (digest, tally, error) {
	since := []any{k.upTo}
	where := [...]string{" WHERE position > ?", " WHERE (clock, actor) IN (SELECT clock, actor FROM patch WHERE position > ?)"}
	if k.upTo == 0 {
		where, since = [...]string{"", ""}, nil
	}
	read := func(t *table, sum *digest, where string, args []any) error {
		err := t.scan(ctx, tx, where, args, func(values []any) error {
			sum.add(t.name, values)
			if position, ok := values[0].(int64); ok && t == logTables[0] {
				k.upTo = max(k.upTo, position)
			}
			return nil
		})
		if err != nil {
			err = fmt.Errorf("read table %s: %w", t.name, err)
		}
		return err
	}
	for i, t := range logTables[:2] {
		if err := read(t, &k.sum, where[i], since); err != nil {
			return digest{}, k, err
		}
	}
	sum := k.sum
	for _, t := range logTables[2:] {
		if err := read(t, &sum, "", nil); err != nil {
			return digest{}, k, err
		}
	}
	return sum, k, nil
}

// Session is one stretch of work on the file, from opening it to closing it.
type Session struct {
	Actor       string    // random, another one each time
	First, Last int64     // positions of its first and last patch
	Began, Over time.Time // of these patches
	Patches     int
	Merged      bool // came from another copy
}

// Sessions returns who worked on the file, in the order of their first patch.
func (f *File) Sessions(ctx context.Context) ([]Session, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []Session
	err := f.reading(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, "SELECT actor, min(position), max(position), min(clock), max(clock), count(*), max(merged)"+
			" FROM patch GROUP BY actor ORDER BY 2")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var s Session
			var began, over int64
			if err := rows.Scan(&s.Actor, &s.First, &s.Last, &began, &over, &s.Patches, &s.Merged); err != nil {
				return err
			}
			s.Began, s.Over = merge.Time(began), merge.Time(over)
			out = append(out, s)
		}
		return rows.Err()
	})
	return out, explain("read the history of", f.path, err)
}
