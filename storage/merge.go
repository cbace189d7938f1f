package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
	"touchline.app/journey/phrase"
)

// Merged says what a merge did.
type Merged struct {
	Changed edit.Patch // what became of the rows; to be applied to an open map
	Patches int        // of the other copy's log that were new here; 0 where it has no log in common
	Apart   int        // values of the other copy that are kept beside ours and not shown
	Absent  int        // rows the other one does not have; they stay
	Left    []string   // named versions of the other copy that name no state this one went through
}

// ErrUnrelated says that two files hold two maps rather than two copies of one.
var ErrUnrelated = phrase.New("these are two different maps, not two copies of one")

// ErrSameFile says that a file was to be merged into itself.
var ErrSameFile = phrase.New("this is the very file the map is in; choose the other copy")

// Merge takes over what another copy of this file has and this one has not. Where
// both changed the same field, the later change is shown and the other kept:
// Conflicts lists it. The other file is not changed. Its errors are those of Open,
// ErrUnrelated and ErrSameFile.
func (f *File) Merge(ctx context.Context, from string) (Merged, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	other, err := readCopyOf(ctx, from)
	if err != nil {
		return Merged{}, explain("merge", from, err)
	}
	if f.identity != nil && os.SameFile(f.identity, other.identity) {
		return Merged{}, explain("merge", from, ErrSameFile)
	}
	out, err := f.take(ctx, other)
	return out, explain("merge into", f.path, err)
}

// take takes over what another copy has.
func (f *File) take(ctx context.Context, other *copyOf) (Merged, error) {
	var out Merged
	err := f.writing(ctx, func(r *recorder) (err error) {
		if err := f.trustLog(ctx, r.tx); err != nil {
			return err
		}
		if other.origin != r.mark.origin {
			out, err = f.mergeRows(r, other.m)
			return err
		}
		out, err = f.mergeLog(r, other)
		return err
	})
	return out, err
}

// MergeMap takes over what a map without a log has changed, such as one that came
// back in a PDF. What it is compared with is the state of this file it is nearest
// to. A row it lacks stays, for it may hold a part of the map only. Where this file
// has no log either, its own values are shown and the others kept beside them.
func (f *File) MergeMap(ctx context.Context, m *journey.Map) (Merged, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out Merged
	err := f.writing(ctx, func(r *recorder) (err error) {
		if err := f.trustLog(ctx, r.tx); err != nil {
			return err
		}
		out, err = f.mergeRows(r, m)
		return err
	})
	return out, explain("merge into", f.path, err)
}

// mergeLog takes over the patches that are new and brings the rows they are about
// to what all lines say.
func (f *File) mergeLog(r *recorder, other *copyOf) (Merged, error) {
	var out Merged
	seen, err := sessionsIn(r.ctx, r.tx)
	if err != nil {
		return out, err
	}
	touched := map[rowRef]bool{}
	var order []rowRef
	for _, p := range other.patches {
		if p.Clock <= seen[p.Actor] {
			continue
		}
		if err := r.adopt(p); err != nil {
			return out, err
		}
		out.Patches++
		for _, l := range p.lines {
			if ref := (rowRef{l.Table, l.Row}); !touched[ref] {
				touched[ref] = true
				order = append(order, ref)
			}
		}
	}
	if out.Left, err = f.takeVersions(r, other); err != nil {
		return out, err
	}
	before := map[rowRef][]any{}
	for _, ref := range order {
		if err := r.recompute(ref, before); err != nil {
			return out, err
		}
	}
	if err := f.revive(r, before); err != nil {
		return out, err
	}
	out.Changed, err = r.changed(before)
	out.Changed.Verb = "merge"
	return out, err
}

// sessionsIn returns the latest clock of each actor whose lines are in a file.
func sessionsIn(ctx context.Context, tx *sql.Tx) (map[string]int64, error) {
	out := map[string]int64{}
	rows, err := tx.QueryContext(ctx, "SELECT actor, last FROM session")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var actor string
		var last int64
		if err := rows.Scan(&actor, &last); err != nil {
			return nil, err
		}
		out[actor] = last
	}
	return out, rows.Err()
}

// adopt writes a patch of another copy into the log, lines and all.
func (r *recorder) adopt(p *logged) error {
	if p.Clock > merge.MaxClock {
		return damage("its clock stands at the end of time")
	}
	r.stamp, r.lines = p.Stamp, 0
	for _, l := range p.lines {
		if err := r.line(l); err != nil {
			return err
		}
	}
	return r.finish(edit.Patch{Verb: p.verb, Subject: p.subject, Gesture: p.gesture}, true)
}

// recompute brings a row to what its lines say, and notes in before how it was.
func (r *recorder) recompute(ref rowRef, before map[rowRef][]any) error {
	t := tableNamed(ref.table)
	if t == nil {
		return damage("the log names a table %q", ref.table)
	}
	now, err := t.fetch(r.ctx, r.tx, t.key(ref.row))
	if err != nil {
		return err
	}
	of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", ref.table, ref.row)
	if err != nil {
		return err
	}
	to, err := t.from(ref.row, merge.Row(t.named(now), of))
	if err != nil {
		return err
	}
	if _, ok := before[ref]; !ok {
		before[ref] = now
	}
	return t.put(r.ctx, r.tx, now, to, &r.mark.content)
}

// changed returns what became of rows that were as in before.
func (r *recorder) changed(before map[rowRef][]any) (edit.Patch, error) {
	var p edit.Patch
	for ref, was := range before {
		t := tableNamed(ref.table)
		now, err := t.fetch(r.ctx, r.tx, t.key(ref.row))
		if err != nil {
			return p, err
		}
		if equal(was, now) {
			continue
		}
		c, err := change(t, was, now)
		if err != nil {
			return p, err
		}
		p.Changes = append(p.Changes, c)
	}
	sortChanges(p.Changes)
	return p, nil
}

// named returns the values of a row by column, without the empty ones; nil of no row.
func (t *table) named(values []any) map[string]any {
	if values == nil {
		return nil
	}
	out := map[string]any{}
	for i := 1; i < len(values); i++ {
		if v := t.logged(values, i); v != nil {
			out[t.columns[i]] = v
		}
	}
	return out
}

// from returns the values of the row that named describes, checked as those of a
// row that is read.
func (t *table) from(row string, named map[string]any) ([]any, error) {
	if named == nil {
		return nil, nil
	}
	values := append([]any(nil), t.zeros...)
	values[0] = t.key(row)
	for name, v := range named {
		i := t.column(name)
		if i < 1 {
			return nil, damage("the log names a column %s.%s", t.name, name)
		}
		values[i] = v
	}
	if _, err := t.reader()(values); err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	return values, nil
}
