package storage

import (
	"context"
	"database/sql"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
	"touchline.app/journey/phrase"
)

// Conflict is a value that somebody gave a field without knowing of the one the
// map shows. Both are in the file until one of them is chosen.
type Conflict struct {
	merge.Conflict
	Row journey.Row // the row as the map shows it, nil where it is not there
}

// forked are the rows with a line that does not replace the one before it, in the order
// of stamps, and rows that are not there though somebody may have written into them:
// what is to settle is among these. It is one walk along the log, however long.
const forked = `SELECT DISTINCT kind, row FROM (
		SELECT kind, row, field, new, prior_clock, prior_actor, lag(clock) OVER before AS c, lag(actor) OVER before AS a
		FROM change WINDOW before AS (PARTITION BY kind, row, field ORDER BY clock, actor)
	) WHERE (c IS NOT NULL AND (prior_clock, prior_actor) <> (c, a)) OR (field = '' AND new IS NULL)`

// Conflicts returns what is left to settle, row by row. They are derived from the
// log each time, so that two copies with the same log have the same.
func (f *File) Conflicts(ctx context.Context) ([]Conflict, error) {
	var out []Conflict
	err := f.past(ctx, "look for conflicts in", func(tx *sql.Tx, w *walker) error {
		rows, err := refs(ctx, tx, forked)
		if err != nil {
			return err
		}
		for _, ref := range rows {
			found, err := conflictsOf(ctx, tx, w, ref)
			if err != nil {
				return err
			}
			out = append(out, found...)
		}
		return nil
	})
	return out, err
}

func conflictsOf(ctx context.Context, tx *sql.Tx, w *walker, ref rowRef) ([]Conflict, error) {
	t := tableNamed(ref.table)
	if t == nil {
		return nil, damage("the log names a table %q", ref.table)
	}
	of, err := lines(ctx, tx, " WHERE kind = ? AND row = ?", ref.table, ref.row)
	if err != nil {
		return nil, err
	}
	row, there := w.m.Row(t.kind, journey.ID(ref.row))
	if t.kind == journey.KindHead {
		row, there = w.m.Head, true
	}
	if !there {
		row = nil
	}
	var out []Conflict
	for _, c := range merge.Conflicts(of) {
		out = append(out, Conflict{c, row})
	}
	return out, nil
}

// refs returns the rows of the log a query names.
func refs(ctx context.Context, tx *sql.Tx, query string, args ...any) ([]rowRef, error) {
	rows, err := tx.QueryContext(ctx, query+" ORDER BY 1, 2", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []rowRef
	for rows.Next() {
		var r rowRef
		if err := rows.Scan(&r.table, &r.row); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// ErrSettled says that a conflict is none any more.
var ErrSettled = phrase.New("this was settled meanwhile; load the map again")

// Settle ends a conflict: with keep the field keeps the value the map shows,
// otherwise it takes the other one. It returns the patch that was written, to be
// applied to the map; it has no changes where no row changes. Its inverse, committed,
// puts the two values beside each other again.
func (f *File) Settle(ctx context.Context, c Conflict, keep bool) (edit.Patch, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var p edit.Patch
	err := f.writing(ctx, func(r *recorder) (err error) {
		p, err = f.settle(r, c, keep)
		return err
	})
	return p, explain("settle a conflict in", f.path, err)
}

func (f *File) settle(r *recorder, c Conflict, keep bool) (edit.Patch, error) {
	none := edit.Patch{}
	t := tableNamed(c.Table)
	if t == nil {
		return none, damage("the log names a table %q", c.Table)
	}
	of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", c.Table, c.Field.Row)
	if err != nil {
		return none, err
	}
	if !unsettled(of, c) {
		return none, ErrSettled
	}
	now, err := t.fetch(r.ctx, r.tx, t.key(c.Field.Row))
	if err != nil {
		return none, err
	}
	to := now
	if !keep {
		to = t.chosen(now, of, c)
	}
	patch := edit.Patch{Verb: "settle", Asides: []edit.Aside{{Ref: t.ref(c.Field.Row, now), Field: c.Name, Value: c.Other.New, Settled: true}}}
	if err := f.close(r, t, c, of, now); err != nil {
		return none, err
	}
	if err := f.step(r, patch, func() error { return t.log(r, now, to, now) }); err != nil {
		return none, err
	}
	if err := t.put(r.ctx, r.tx, now, to, &r.mark.content); err != nil {
		return none, err
	}
	if keep {
		return patch, nil
	}
	both, err := change(t, now, to)
	patch.Changes = []edit.Change{both}
	return patch, err
}

// close writes lines that replace, each in a patch of its own, the value that was
// not shown and the one that was, so that neither comes up again.
func (f *File) close(r *recorder, t *table, c Conflict, of []merge.Line, to []any) error {
	var value any
	switch i := t.column(c.Name); {
	case to == nil:
	case c.Name == "":
		value = merge.There
	default:
		value = t.logged(to, i)
	}
	stamps := []merge.Stamp{c.Other.Stamp}
	var field []merge.Line
	for _, l := range of {
		if l.Field == c.Field {
			field = append(field, l)
		}
	}
	if newest, ok := merge.Newest(field); ok && newest.Stamp != c.Other.Stamp {
		stamps = append(stamps, newest.Stamp)
	}
	for _, s := range stamps {
		err := f.step(r, edit.Patch{Verb: "settle"}, func() error {
			return r.line(merge.Line{Stamp: r.stamp, Field: c.Field, Prior: s, Old: value, New: value})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// chosen returns what a row is when the value that was not shown is taken. A row
// that was deleted comes back with it.
func (t *table) chosen(now []any, of []merge.Line, c Conflict) []any {
	if c.Name == "" {
		return nil // the deletion
	}
	to := append([]any(nil), now...)
	if now == nil {
		to = t.revived(c.Field.Row, of)
	}
	i := t.column(c.Name)
	if to[i] = c.Other.New; to[i] == nil {
		to[i] = t.zeros[i]
	}
	return to
}

// revived returns a deleted row as it would be had it not been deleted: what it
// said then, and what was written into it since.
func (t *table) revived(row string, of []merge.Line) []any {
	to := append([]any(nil), t.zeros...)
	to[0] = t.key(row)
	newest := map[string]merge.Line{}
	for _, l := range of {
		if n, ok := newest[l.Name]; !ok || l.Compare(n.Stamp) > 0 {
			newest[l.Name] = l
		}
	}
	gone := newest[""].Stamp
	for i, name := range t.columns {
		l, ok := newest[name]
		if i == 0 || !ok {
			continue
		}
		value := l.New
		if l.Stamp == gone {
			value = l.Old
		}
		if value != nil {
			to[i] = value
		}
	}
	return to
}

// unsettled reports whether a conflict is still one.
func unsettled(lines []merge.Line, c Conflict) bool {
	for _, now := range merge.Conflicts(lines) {
		if now.Field == c.Field && now.Other.Stamp == c.Other.Stamp {
			return true
		}
	}
	return false
}
