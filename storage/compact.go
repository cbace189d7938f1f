package storage

import (
	"context"
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
	for i, l := range folded(all, floor, pins) {
		if l == all[i] {
			continue
		}
		if err := r.erase(all[i].Line); err != nil {
			return gone, err
		}
		if l == (placed{}) {
			gone++
			continue
		}
		if err := r.line(l.Line); err != nil {
			return gone, err
		}
	}
	return gone, nil
}

// folded returns the lines of a field, in the order of their stamps, as they are when
// those that can be are folded into the next; a line that went is empty.
func folded(all []placed, floor int64, pins []int64) []placed {
	out := slices.Clone(all)
	replaced := map[merge.Stamp][]int{} // by which lines
	for i, l := range all {
		replaced[l.Prior] = append(replaced[l.Prior], i)
	}
	for i := range out {
		l, by := out[i], replaced[out[i].Stamp]
		if len(by) != 1 {
			continue
		}
		next := &out[by[0]]
		if next.position > floor || period(pins, l.position) != period(pins, next.position) || next.Compare(l.Stamp) < 0 {
			continue
		}
		next.Old, next.Prior = l.Old, l.Prior
		for k, n := range replaced[l.Prior] {
			if n == i {
				replaced[l.Prior][k] = by[0]
			}
		}
		out[i] = placed{}
	}
	return out
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
	at, err := positions(r, f)
	if err != nil {
		return nil, err
	}
	out := make([]placed, len(of))
	for i, l := range of {
		position, ok := at[l.Stamp]
		if !ok {
			return nil, damage("a line of its log belongs to no patch")
		}
		out[i] = placed{l, position}
	}
	return out, nil
}

// positions returns where the patches are that have a line of a field.
func positions(r *recorder, f merge.Field) (map[merge.Stamp]int64, error) {
	rows, err := r.tx.QueryContext(r.ctx, "SELECT p.clock, p.actor, p.position FROM change c JOIN patch p ON p.clock = c.clock AND p.actor = c.actor"+
		" WHERE c.kind = ? AND c.row = ? AND c.field = ?", f.Table, f.Row, f.Name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[merge.Stamp]int64{}
	for rows.Next() {
		var s merge.Stamp
		var position int64
		if err := rows.Scan(&s.Clock, &s.Actor, &position); err != nil {
			return nil, err
		}
		out[s] = position
	}
	return out, rows.Err()
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
