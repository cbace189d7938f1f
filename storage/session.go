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

// sumLog adds up the digest of the log.
func sumLog(ctx context.Context, tx *sql.Tx) (digest, error) {
	var sum digest
	for _, t := range logTables {
		if err := t.scan(ctx, tx, "", nil, func(values []any) error {
			sum.add(t.name, values)
			return nil
		}); err != nil {
			return sum, fmt.Errorf("read table %s: %w", t.name, err)
		}
	}
	return sum, nil
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
