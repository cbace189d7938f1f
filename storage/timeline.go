package storage

import (
	"context"
	"database/sql"
	"time"

	"touchline.app/journey/merge"
)

// Step is one patch of the log, told without its rows.
type Step struct {
	Position int64 // for At
	When     time.Time
	Actor    string // of the session
	Verb     string
	Subject  string
	Gesture  string // steps of one gesture that follow each other are one for a person
	Merged   bool   // came from another copy
}

// Timeline is a stretch of the log.
type Timeline struct {
	Steps []Step // the newest first
	Floor int64  // what lies before this position was folded together; only named versions are reachable there
	Actor string // of this session
}

// Timeline returns up to limit steps before a position, the newest first; 0 begins
// with the newest there is.
func (f *File) Timeline(ctx context.Context, before int64, limit int) (Timeline, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := Timeline{Actor: f.actor}
	if before <= 0 {
		before = 1<<63 - 1
	}
	err := f.reading(ctx, func(tx *sql.Tx) error {
		said, err := readMark(ctx, tx)
		if err != nil {
			return err
		}
		out.Floor = said.floor
		rows, err := tx.QueryContext(ctx, "SELECT position, clock, actor, verb, subject, gesture, merged FROM patch"+
			" WHERE position < ? ORDER BY position DESC LIMIT ?", before, limit)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var s Step
			var clock int64
			if err := rows.Scan(&s.Position, &clock, &s.Actor, &s.Verb, &s.Subject, &s.Gesture, &s.Merged); err != nil {
				return err
			}
			s.When = merge.Time(clock)
			out.Steps = append(out.Steps, s)
		}
		return rows.Err()
	})
	return out, explain("read the history of", f.path, err)
}
