package storage

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"touchline.app/journey/merge"
)

// Compact folds the part of the log that is older than a day together: of the
// lines a field has between two named versions only the last one stays, which
// then says what the first one replaced. The newest value of a field, every named
// version and everything that is still to be settled stay; states between
// versions can be looked at no more. It returns how many lines went. Their room is
// used by what comes next; the file itself does not shrink, for SQLite shortens it
// after the commit, and a power cut between the two leaves a length that looks like
// damage. A copy made with SaveAs is as short as can be.
func (f *File) Compact(ctx context.Context, before time.Time) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	gone := 0
	err := f.writing(ctx, func(r *recorder) (err error) {
		if err := f.trustLog(ctx, r.tx); err != nil {
			return err
		}
		gone, err = compact(r, before)
		return err
	})
	return gone, explain("fold the history of", f.path, err)
}

func compact(r *recorder, before time.Time) (int, error) {
	var floor int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT coalesce(max(position), 0) FROM patch WHERE position <"+
		" coalesce((SELECT min(position) FROM patch WHERE clock >= ?), 1 << 62)", before.UnixMilli()<<16).Scan(&floor)
	if err != nil || floor <= r.mark.floor {
		return 0, err
	}
	pins, err := pinned(r, floor)
	if err != nil {
		return 0, err
	}
	fields, err := foldable(r, floor)
	if err != nil {
		return 0, err
	}
	gone := 0
	for _, field := range fields {
		n, err := r.foldField(field, floor, pins)
		if err != nil {
			return gone, err
		}
		gone += n
	}
	r.mark.floor = floor
	return gone, r.dropEmpty(floor)
}

// pinned returns the positions up to the floor that can be looked at for ever.
func pinned(r *recorder, floor int64) ([]int64, error) {
	rows, err := r.tx.QueryContext(r.ctx, "SELECT position FROM version WHERE position < ? ORDER BY 1", floor)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return append(out, floor), rows.Err()
}

// foldable returns the fields with more than one line up to the floor.
func foldable(r *recorder, floor int64) ([]merge.Field, error) {
	rows, err := r.tx.QueryContext(r.ctx, "SELECT c.kind, c.row, c.field FROM change c JOIN patch p ON (p.clock, p.actor) = (c.clock, c.actor)"+
		" WHERE p.position <= ? GROUP BY 1, 2, 3 HAVING count(*) > 1", floor)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []merge.Field
	for rows.Next() {
		var l merge.Field
		if err := rows.Scan(&l.Table, &l.Row, &l.Name); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// placed is a line with the position of its patch.
type placed struct {
	merge.Line
	position int64
}

// foldField folds the lines of one field. A line goes into the one that replaced
// it where both lie between the same two pins and no third has to do with it.
func (r *recorder) foldField(field merge.Field, floor int64, pins []int64) (int, error) {
	all, err := r.placedLines(field)
	if err != nil {
		return 0, err
	}
	gone := 0
	for i := 0; i < len(all); i++ {
		l := all[i]
		next := follower(all, l.Stamp)
		if next < 0 || all[next].position > floor || period(pins, l.position) != period(pins, all[next].position) {
			continue
		}
		into := all[next]
		if into.Compare(l.Stamp) < 0 {
			continue
		}
		if err := r.erase(l.Line); err != nil {
			return gone, err
		}
		if err := r.erase(into.Line); err != nil {
			return gone, err
		}
		into.Old, into.Prior = l.Old, l.Prior
		if err := r.line(into.Line); err != nil {
			return gone, err
		}
		all[next] = into
		all = slices.Delete(all, i, i+1)
		gone++
		i--
	}
	return gone, nil
}

// follower returns the index of the only line that replaced another; -1 where
// there is none or more than one.
func follower(all []placed, s merge.Stamp) int {
	found := -1
	for i, l := range all {
		if l.Prior != s {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// period returns which pin a position comes to: the first that is not before it.
func period(pins []int64, position int64) int {
	i, _ := slices.BinarySearch(pins, position)
	return i
}

func (r *recorder) placedLines(f merge.Field) ([]placed, error) {
	of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ? AND field = ? ORDER BY clock, actor", f.Table, f.Row, f.Name)
	if err != nil {
		return nil, err
	}
	out := make([]placed, len(of))
	for i, l := range of {
		out[i].Line = l
		err := r.tx.QueryRowContext(r.ctx, "SELECT position FROM patch WHERE clock = ? AND actor = ?", l.Clock, l.Actor).Scan(&out[i].position)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, damage("a line of its log belongs to no patch")
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// erase takes a line out of the log.
func (r *recorder) erase(l merge.Line) error {
	r.mark.log.take("change", []any{l.Table, l.Row, l.Name, l.Clock, l.Actor, l.Old, l.New, l.Prior.Clock, l.Prior.Actor})
	_, err := r.tx.ExecContext(r.ctx, "DELETE FROM change WHERE kind = ? AND row = ? AND field = ? AND clock = ? AND actor = ?",
		l.Table, l.Row, l.Name, l.Clock, l.Actor)
	return err
}

// dropEmpty takes the patches out that have no line left.
func (r *recorder) dropEmpty(floor int64) error {
	const empty = " FROM patch WHERE position <= ? AND NOT EXISTS (SELECT 1 FROM change c WHERE (c.clock, c.actor) = (patch.clock, patch.actor))"
	t := logTables[0]
	err := t.scan(r.ctx, r.tx, empty[len(" FROM patch"):], []any{floor}, func(values []any) error {
		r.mark.log.take(t.name, values)
		return nil
	})
	if err != nil {
		return err
	}
	_, err = r.tx.ExecContext(r.ctx, "DELETE"+empty, floor)
	return err
}
